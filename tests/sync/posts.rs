//! What a clerk decides about a post: revoking its keys, beginning with it in the middle, asking it for something.

use serde_json::json;
use trucban::acts::week::Which;
use trucban::acts::{desk, week, write};
use trucban::journal::Mint as _;
use trucban::logbook::{Fate, KeyState};

use crate::common::object;
use crate::forge::{Forge, send};
use crate::two::{Two, result, told};

/// A note of the post on a record.
fn note(two: &mut Two, record: uuid::Uuid, text: &str) {
    let (id, input) = (two.clock.id(), object(json!({"text": text})));
    write::note(&two.post.book, &two.post.who, (id, record), &input, &mut two.clock).unwrap();
}

fn revoke(two: &mut Two, stolen: bool) -> usize {
    desk::revoke(&two.desk.book, &two.desk.who, "LDG-P2", (stolen, "mất máy"), &mut two.clock).unwrap()
}

#[test]
fn nothing_that_a_revoked_key_signs_is_taken_and_what_waited_waits_no_more() {
    let mut two = Two::new();
    two.log("Một");
    let first = two.export("out").file;
    two.log("Hai");
    let second = two.export("out").file;
    two.log("Ba");
    let third = two.export("out").file;
    assert_eq!(two.receive_one(&first), result("merged", None));
    assert_eq!(two.receive_one(&third), result("held-gap", Some("E120")));
    let before = two.state();
    assert_eq!((revoke(&mut two, false), revoke(&mut two, false)), (1, 0));
    for file in [&first, &second, &third] {
        assert_eq!(two.receive_one(file), result("bad-signature", Some("E104")));
    }
    assert_eq!(two.state(), before);
    let posts = two.posts();
    let key = &posts[0].keys[0];
    assert_eq!((key.state, key.why.as_deref()), (KeyState::Revoked, Some("mất máy")));
    // Its card is known for what it is; another key comes with another card, and only now.
    let card = week::card(&two.post.book, &two.post.who).unwrap();
    let trusted = |two: &mut Two, card: &trucban::sync::Card| {
        desk::trust(&two.desk.book, &two.desk.who, card, None, &mut two.clock).map_err(|fault| fault.code)
    };
    assert_eq!(trusted(&mut two, &card), Err("E104"));
    let stranger = crate::common::post(&two.out("stranger"), &mut two.clock);
    let card = week::card(&stranger.book, &stranger.who).unwrap();
    assert_eq!(trusted(&mut two, &card), Ok(()));
    // A batch that waits is checked anew when its turn comes.
    let tar = trucban::sync::pack::remake(&two.post.book, &two.post.book.sealed().unwrap()[1]).unwrap();
    let desk = week::card(&two.desk.book, &two.desk.who).unwrap();
    let run = two.receive(&[send(&stranger.book, &desk, &tar, &two.out("again"))]);
    let told: Vec<_> = run.files.iter().map(told).collect();
    assert_eq!(told, [result("merged", None), result("bad-signature", Some("E104"))]);
    assert!(two.desk.book.received_of("LDG-P2", Fate::Held).unwrap().is_empty());
    two.healthy();
}

#[test]
fn what_a_stolen_key_has_signed_inside_is_believed_no_more() {
    let mut two = Two::new();
    two.log("Một");
    let sealed = two.export("out").newest;
    revoke(&mut two, false);
    assert_eq!((revoke(&mut two, true), revoke(&mut two, false)), (1, 0), "what is stolen stays stolen");
    let stranger = crate::common::post(&two.out("stranger"), &mut two.clock);
    let card = week::card(&stranger.book, &stranger.who).unwrap();
    desk::trust(&two.desk.book, &two.desk.who, &card, None, &mut two.clock).unwrap();
    let desk = week::card(&two.desk.book, &two.desk.who).unwrap();
    let forge = Forge::of(&two.post.book, &sealed);
    let file = send(&stranger.book, &desk, &forge.tar(), &two.out("old-inside"));
    assert_eq!(two.receive_one(&file), result("bad-format", Some("E108")));
    let file = forge.send(&stranger.book, &desk, &two.out("new-inside"));
    assert_eq!(two.receive_one(&file), result("merged", None));
}

#[test]
fn a_new_desk_begins_in_the_middle_and_says_so_for_ever() {
    let mut two = Two::new();
    let first = two.log("Một");
    let mut files = vec![two.export("out").file];
    for title in ["Hai", "Ba", "Bốn"] {
        two.log(title);
        note(&mut two, first, title);
        files.push(two.export("out").file);
    }
    let start = |two: &mut Two, number| {
        desk::start(&two.desk.book, &two.desk.who, "LDG-P2", number, &mut two.clock).map_err(|fault| fault.code)
    };
    assert_eq!(two.receive_one(&files[3]), result("held-gap", Some("E120")));
    assert_eq!((start(&mut two, 0), start(&mut two, 9), start(&mut two, 3)), (Err("E030"), Ok(()), Ok(())));
    assert_eq!(two.receive_one(&files[1]), result("not-for-us", Some("E116")));
    let run = two.receive(&files[3..]);
    assert_eq!(run.files[0].item.missing, [3]);
    let run = two.receive(&files[2..3]);
    assert_eq!(run.files.iter().map(told).collect::<Vec<_>>(), vec![result("merged", None); 2]);
    assert_eq!(start(&mut two, 2), Err("E135"));
    for file in &files[..2] {
        assert_eq!(two.receive_one(file), result("not-for-us", Some("E116")), "what is older is no other story");
    }
    let posts = two.posts();
    assert_eq!(posts[0].start.map(|start| start.number), Some(3));
    two.healthy();
    two.desk.book.rebuild().unwrap();
    two.healthy();
    // The post hears that all of it is there.
    let receipt = run.files[0].receipt.clone().unwrap();
    week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap();
    assert_eq!(two.export("later").files.len(), 2, "only the newest again");
}

#[test]
fn a_held_first_batch_goes_in_once_the_start_is_named() {
    let mut two = Two::new();
    two.log("Một");
    two.export("out");
    two.log("Hai");
    let second = two.export("out").file;
    assert_eq!(two.receive_one(&second), result("held-gap", Some("E120")));
    desk::start(&two.desk.book, &two.desk.who, "LDG-P2", 2, &mut two.clock).unwrap();
    let nothing = two.out("nothing");
    std::fs::create_dir(&nothing).unwrap();
    let run = two.receive(&[nothing]);
    assert_eq!(run.files.iter().map(told).collect::<Vec<_>>(), [result("merged", None)]);
    assert!(run.files[0].receipt.is_some());
    two.healthy();
}

#[test]
fn a_request_goes_with_every_receipt_until_the_post_has_written_on_the_record() {
    let mut two = Two::new();
    let record = two.log("Một");
    let file = two.export("out").file;
    two.receive_one(&file);
    let ask = |two: &mut Two, of: &str, text: &str| {
        desk::request(&two.desk.book, &two.desk.who, ("LDG-P2", of, Some("H204")), text, &mut two.clock)
    };
    assert_eq!(ask(&mut two, "VV-2026-000009", "x").unwrap_err().code, "E011");
    assert_eq!(ask(&mut two, "LDG-P3-VV-2026-000001", "x").unwrap_err().code, "E011");
    assert_eq!(ask(&mut two, "VV-2026-000001", " ").unwrap_err().code, "E030");
    let row = ask(&mut two, "vv-2026-000001", "Bổ sung kết quả\u{1b}[2J").unwrap();
    assert_eq!(row.record, record);
    // Nothing comes from the post, so the request goes out alone, into the desk's own outbox.
    let empty = two.out("empty");
    std::fs::create_dir(&empty).unwrap();
    let run = two.receive(std::slice::from_ref(&empty));
    let (unit, receipt) = &run.asked[0];
    assert_eq!((unit.as_str(), receipt.parent().unwrap()), ("LDG-P2", &*two.desk.book.folder().outbox()));
    let taken = week::receipt(&two.post.book, &two.post.who, receipt, &mut two.clock).unwrap();
    let asked = &taken.receipt.requests[0];
    assert_eq!((asked.record, asked.code.as_deref(), &*asked.text), (record, Some("H204"), "Bổ sung kết quả[2J"));
    assert_eq!((taken.receipt.items.len(), taken.receipt.n), (0, 2));
    assert!(two.receive(&[empty]).asked.is_empty(), "it has gone out");
    let requests = |run: &desk::Run| {
        let receipt = std::fs::read(run.files[0].receipt.as_ref().unwrap()).unwrap();
        trucban::sync::receipt::parse(&receipt).unwrap().requests.len()
    };
    let run = two.receive(std::slice::from_ref(&file));
    assert_eq!(requests(&run), 1, "and goes out again, as the receipt may have been lost");
    note(&mut two, record, "đã bổ sung");
    let file = two.export("out").file;
    let run = two.receive(&[file]);
    assert_eq!(requests(&run), 0, "answered");
    assert!(two.posts()[0].requests.is_empty());
}

#[test]
fn what_the_rules_say_is_kept_until_it_is_mended_and_said_again_when_the_file_comes_again() {
    let mut two = Two::new();
    let record = two.log("Một");
    let amend = |two: &mut Two, change: serde_json::Value| {
        let (id, input) = (two.clock.id(), object(change));
        let amendment = write::Amendment { id, record, input: &input, why: "xong", base: None };
        write::amend(&two.post.book, &two.post.who, &amendment, &mut two.clock).unwrap();
    };
    amend(&mut two, json!({"status": "closed"}));
    let out = two.out("out");
    let export =
        week::Export { week: None, which: Which::Due, out: Some(&out), persons: false, despite: Some("chờ") };
    let file = week::export(&two.post.book, &two.post.who, &export, &mut two.clock, &mut |_| Ok(())).unwrap().file;
    let codes = |run: &desk::Run| run.files[0].item.findings.iter().map(|f| f.code.clone()).collect::<Vec<_>>();
    assert_eq!(codes(&two.receive(std::slice::from_ref(&file))), ["H204"]);
    assert_eq!(codes(&two.receive(std::slice::from_ref(&file))), ["H204"]);
    let posts = two.posts();
    assert_eq!((posts[0].findings.len(), posts[0].findings[0].record), (1, record));
    amend(&mut two, json!({"classification": "crime_report", "outcome": "transferred"}));
    let next = two.export("out").file;
    assert_eq!(codes(&two.receive(&[next])), Vec::<String>::new(), "an amended record goes in the next batch");
    assert_eq!(two.desk.book.record(&record).unwrap().data.text("outcome"), Some("transferred"));
    assert!(two.posts()[0].findings.is_empty());
    assert_eq!(codes(&two.receive(&[file])), Vec::<String>::new());
}

#[test]
fn only_a_clerk_of_a_desk_decides_about_posts_that_it_trusts() {
    let mut two = Two::new();
    let (book, who) = (&two.post.book, &two.post.who);
    assert_eq!(desk::revoke(book, who, "LDG-P2", (false, "x"), &mut two.clock).unwrap_err().code, "E021");
    assert_eq!(desk::start(book, who, "LDG-P2", 2, &mut two.clock).unwrap_err().code, "E021");
    assert_eq!(desk::request(book, who, ("LDG-P2", "x", None), "x", &mut two.clock).unwrap_err().code, "E021");
    let (book, who) = (&two.desk.book, &two.desk.who);
    assert_eq!(desk::revoke(book, who, "LDG-P9", (true, "x"), &mut two.clock).unwrap_err().code, "E134");
    assert_eq!(desk::revoke(book, who, "LDG-P2", (true, " "), &mut two.clock).unwrap_err().code, "E013");
    assert_eq!(desk::start(book, who, "LDG-P9", 2, &mut two.clock).unwrap_err().code, "E134");
}
