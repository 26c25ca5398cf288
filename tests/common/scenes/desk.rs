//! The receiving desk: its posts, one of them, what came from it.

use trucban::fault::{Fault, Kind};
use trucban::record::rulebook::Rulebook;
use trucban::sync::Stage as Stages;
use trucban::tui::app::desk::{Ask, Told};
use trucban::tui::app::office::Said;
use trucban::tui::app::{Effect, Msg, Written};

use super::answer;
use crate::stage::Stage;
use crate::ward::desk;

/// What a desk would answer; the words stand where somebody typed them.
pub fn told(ask: &Ask, words: &str) -> Told {
    match ask {
        Ask::Posts => Told::Posts(Ok(desk::posts(words))),
        Ask::Post(_) => Told::Post(Ok((Box::new(desk::story(words)), Rulebook::builtin().calendar().clone()))),
        Ask::Compare(span) => Told::Compared(*span, Ok(Box::new(desk::compared(words)))),
        Ask::Sheet { .. } => Told::Sheet(Ok(Written { file: words.into(), size: 8123, sha256: "a".repeat(64) })),
        Ask::Receive { .. } => Told::Received(Ok(Box::new(desk::run(words)))),
        Ask::ReadCard { .. } => Told::CardRead(Ok(crate::ward::read_card(words))),
        _ => Told::Done(Ok(Said::one("tui-requested", "record", words))),
    }
}

/// A desk that can't.
pub fn refused(ask: &Ask) -> Told {
    let fault = || Fault::new(Kind::Disk, "E040");
    match ask {
        Ask::Posts => Told::Posts(Err(fault())),
        Ask::Post(_) => Told::Post(Err(fault())),
        Ask::Compare(span) => Told::Compared(*span, Err(fault())),
        Ask::Sheet { .. } => Told::Sheet(Err(fault())),
        Ask::Receive { .. } => Told::Received(Err(fault())),
        Ask::ReadCard { .. } => Told::CardRead(Err(fault())),
        _ => Told::Done(Err(fault())),
    }
}

/// The clerk has signed in.
fn at_desk(stage: &mut Stage) {
    stage.keys("\"mat khau\" Enter");
    stage.tell(Msg::Unlocked(Ok(Box::new(desk::opened()))));
}

/// The posts.
pub fn posts(stage: &mut Stage) {
    at_desk(stage);
    answer(stage);
    stage.keys("Down");
}

/// No post yet.
pub fn posts_none(stage: &mut Stage) {
    at_desk(stage);
    stage.taken();
    stage.tell(Msg::Office(trucban::tui::app::office::Told::Desk(Told::Posts(Ok(Vec::new())))));
}

/// The posts of which something is missing.
pub fn posts_found(stage: &mut Stage) {
    posts(stage);
    stage.keys("\"thieu\"");
}

/// One post, week by week.
pub fn post(stage: &mut Stage) {
    posts(stage);
    stage.keys("Enter");
    answer(stage);
}

/// Something that the rules say about one of its records.
pub fn post_finding(stage: &mut Stage) {
    post(stage);
    stage.keys("Down Down Down Down Down");
}

/// Its records.
pub fn post_log(stage: &mut Stage) {
    post(stage);
    stage.keys("F7");
    for effect in stage.taken() {
        if let Effect::Page { generation, filter } = effect {
            assert_eq!(filter.unit.as_deref(), Some("LDG-P3"));
            stage.tell(Msg::Page(generation, Ok(desk::rows().into_iter().map(Into::into).collect())));
        }
    }
    answer(stage);
}

/// One of them, and where it came from.
pub fn post_record(stage: &mut Stage) {
    post_finding(stage);
    stage.keys("Enter");
    for effect in stage.taken() {
        if let Effect::Detail { record } = effect {
            stage.tell(Msg::Detail(Ok(Box::new(desk::detail(record)))));
        }
    }
    stage.keys("End");
}

/// What a clerk can do.
pub fn desk_palette(stage: &mut Stage) {
    posts(stage);
    stage.keys("Ctrl+P");
}

/// What lies on a stick is to be received.
pub fn receive(stage: &mut Stage) {
    posts(stage);
    stage.keys("F3 \"/media/usb\"");
}

/// It is, which takes its time.
pub fn receive_going(stage: &mut Stage) {
    receive(stage);
    stage.keys("Enter");
    stage.pass(8);
    stage.tell(Msg::Going(Stages::Receive.at(57, 312)));
    stage.keys("F3 Down Ctrl+D");
}

/// It was stopped by Esc: what went in, and what is left for the next time.
pub fn receive_stopped(stage: &mut Stage) {
    receive_going(stage);
    stage.keys("Esc");
    stage.taken();
    let told = Told::Received(Ok(Box::new(desk::run_stopped())));
    stage.tell(Msg::Office(trucban::tui::app::office::Told::Desk(told)));
}

/// What came of it.
pub fn receive_done(stage: &mut Stage) {
    receive_going(stage);
    answer(stage);
}

/// The card of a post was read.
pub fn trust(stage: &mut Stage) {
    posts(stage);
    stage.keys("Ctrl+N \"/media/usb/the.txt\" Enter");
    answer(stage);
}

/// The keys of a post are to count no more.
pub fn revoke(stage: &mut Stage) {
    posts(stage);
    stage.keys("Ctrl+D Down");
}

/// Why.
pub fn revoke_why(stage: &mut Stage) {
    revoke(stage);
    stage.keys("Down Enter \"mất máy khi đi công tác\"");
}

/// With a post one begins in the middle.
pub fn start(stage: &mut Stage) {
    posts(stage);
    stage.keys("Ctrl+B \"21\"");
}

/// A post is asked about a finding.
pub fn request(stage: &mut Stage) {
    post_finding(stage);
    stage.keys("Ctrl+R \"bỏ số điện thoại khỏi nội dung\"");
}

/// The posts beside each other.
pub fn compare(stage: &mut Stage) {
    posts(stage);
    stage.keys("F6");
    answer(stage);
    stage.keys("Down Down");
}

/// Over which stretch of time.
pub fn compare_span(stage: &mut Stage) {
    compare(stage);
    stage.keys("Ctrl+K Down");
}

/// They are counted, which takes its time.
pub fn compare_going(stage: &mut Stage) {
    compare_span(stage);
    stage.keys("Enter");
    stage.pass(3);
    stage.tell(Msg::Going(Stages::Figures.at(30, 150)));
}
