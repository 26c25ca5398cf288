//! The receiving desk: its posts, one of them, what came from it.

use trucban::fault::{Fault, Kind};
use trucban::record::period::WeekRule;
use trucban::tui::app::desk::{Ask, Told};
use trucban::tui::app::{Effect, Msg};

use super::answer;
use crate::stage::Stage;
use crate::ward::desk;

/// What a desk would answer; the words stand where somebody typed them.
pub fn told(ask: &Ask, words: &str) -> Told {
    match ask {
        Ask::Posts => Told::Posts(Ok(desk::posts(words))),
        Ask::Post(_) => Told::Post(Ok((Box::new(desk::story(words)), WeekRule::default()))),
    }
}

/// A desk that can't.
pub fn refused(ask: &Ask) -> Told {
    let fault = || Fault::new(Kind::Disk, "E040");
    match ask {
        Ask::Posts => Told::Posts(Err(fault())),
        Ask::Post(_) => Told::Post(Err(fault())),
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
            stage.tell(Msg::Page(generation, Ok(desk::rows())));
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
