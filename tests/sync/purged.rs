//! What a purge has taken before it was handed in: the batch goes out without it, the desk takes it and waits for the
//! purge that says why.

use serde_json::json;
use trucban::acts::purge::{self, Which as What};
use trucban::acts::week::Which;
use trucban::acts::{week, write};
use trucban::journal::{Act, Hash, Mint as _};
use trucban::logbook::Filter;
use trucban::sync::pack;

use crate::common::object;
use crate::forge::Forge;
use crate::two::{Two, result, told};

/// A post with a record whose first version holds what it shouldn't.
pub fn amended(two: &mut Two) -> uuid::Uuid {
    let record = two.log("Trộm xe máy của Lê Văn X");
    let (id, input) = (two.clock.id(), object(json!({"title": "Trộm xe máy"})));
    let amendment = write::Amendment { id, record, input: &input, why: "bỏ tên", base: None };
    write::amend(&two.post.book, &two.post.who, &amendment, &mut two.clock).unwrap();
    record
}

pub fn purge(two: &mut Two, record: uuid::Uuid) {
    purge::purge(&two.post.book, &two.post.who, What::Record(record), "hết thời hạn", &mut two.clock).unwrap();
}

pub fn withheld(two: &Two) -> u64 {
    two.posts()[0].withheld
}

#[test]
fn a_sealed_batch_that_a_purge_took_apart_is_sealed_anew_without_it() {
    let mut two = Two::new();
    let record = amended(&mut two);
    let first = two.export("out");
    purge(&mut two, record);
    let before = pack::remake(&two.post.book, &first.newest).unwrap_err();
    assert_eq!(before.code, "E127");
    let second = two.export("new");
    assert_eq!((second.sealed, second.gone.len(), second.files.len()), (1, 0, 4));
    let again = &two.post.book.sealed().unwrap()[0];
    assert_eq!((again.number, again.first, again.last), (1, first.newest.first, first.newest.last));
    assert_ne!(again.batch, first.newest.batch, "the same lines under another id");
    // One after the other: the desk names what isn't there until the purge comes.
    let run = two.receive(&second.files[..1]);
    assert_eq!(told(&run.files[0]), result("merged", None));
    let codes: Vec<_> = run.files[0].item.findings.iter().map(|found| (&*found.code, found.record)).collect();
    assert_eq!((codes, withheld(&two)), (vec![("W136", record)], 1));
    let health = two.desk.book.check().unwrap();
    assert!(health.is_ok() && health.lost == 0, "{health:?}");
    assert_eq!(two.desk.book.record(&record).unwrap().row.title.as_deref(), Some("Trộm xe máy"));
    let run = two.receive(&second.files[2..3]);
    assert_eq!((told(&run.files[0]), withheld(&two)), (result("merged", None), 0));
    let run = two.receive(&second.files[..1]);
    assert_eq!((told(&run.files[0]), run.files[0].item.findings.len()), (result("already-merged", None), 0));
    two.healthy();
    two.desk.book.rebuild().unwrap();
    two.healthy();
    // The post hears of it by the id of the new one, and makes the batch again as often as it likes.
    let receipt = run.files[0].receipt.clone().unwrap();
    assert!(week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap().findings.is_empty());
    let sealed = two.post.book.sealed().unwrap();
    assert!(pack::remake(&two.post.book, &sealed[0]).unwrap() == pack::remake(&two.post.book, &sealed[0]).unwrap());
    assert_eq!(two.export("later").files.len(), 2, "only the newest again");
}

#[test]
fn whichever_of_the_two_comes_first_the_end_is_the_same() {
    let mut ends = Vec::new();
    for order in [[0, 1, 2], [1, 0, 2], [2, 1, 0], [2, 0, 1], [1, 2, 0]] {
        let mut two = Two::new();
        let record = amended(&mut two);
        let original = two.export("out").file;
        purge(&mut two, record);
        let second = two.export("new");
        let files = [original, second.files[0].clone(), second.files[2].clone()];
        for n in order {
            two.receive(&files[n..=n]);
        }
        two.healthy();
        let health = two.desk.book.check().unwrap();
        let all = Filter { limit: 100, ..Filter::default() };
        ends.push((health.entries, two.desk.book.list(&all).unwrap(), withheld(&two), health.purged, health.withheld));
    }
    assert!(ends.iter().all(|end| *end == ends[0]), "{ends:#?}");
}

#[test]
fn what_the_desk_has_is_not_sealed_anew_and_what_is_lost_neither() {
    let mut two = Two::new();
    let record = amended(&mut two);
    let first = two.export("out");
    let run = two.receive(&[first.file]);
    let receipt = run.files[0].receipt.clone().unwrap();
    week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap();
    purge(&mut two, record);
    let again = two.out("again");
    let refused = two.try_export(&again, Which::Number(1), false);
    assert!(matches!(refused, Err(week::Held::Fault(fault)) if fault.code == "E127"));
    let second = two.export("new");
    assert_eq!(two.receive_one(&second.file), result("merged", None));
    two.healthy();
}

#[test]
fn a_post_that_keeps_content_back_is_named_until_a_purge_names_it() {
    let mut two = Two::new();
    amended(&mut two);
    let sealed = two.export("honest").newest;
    let to = week::card(&two.desk.book, &two.desk.who).unwrap();
    let without = |two: &Two, act: Act, at: usize| {
        let mut forge = Forge::of(&two.post.book, &sealed).chain();
        let line = forge.entries.iter().enumerate().filter(|(_, entry)| entry.act == act).nth(at).unwrap().0;
        let hash = Hash::of(&forge.facts[line]).hex();
        let facts = String::from_utf8(forge.files["data/facts.jsonl"].clone()).unwrap();
        let kept: Vec<&str> = facts.split_inclusive('\n').filter(|text| !text.contains(&hash)).collect();
        forge.files.insert("data/facts.jsonl".into(), kept.concat().into_bytes());
        forge.header.counts.facts -= 1;
        forge.files.insert("data/batch.json".into(), forge.header.to_json().into_bytes());
        forge
    };
    // The newest version of the record: what came before is shown, and that something is missing.
    let forge = without(&two, Act::Amend, 0);
    let record = forge.entries.iter().find(|entry| entry.act == Act::Amend).unwrap().record;
    let file = forge.send(&two.post.book, &to, &two.out("forged"));
    let run = two.receive(&[file]);
    assert_eq!((told(&run.files[0]), withheld(&two)), (result("merged", None), 1));
    let shown = two.desk.book.record(&record).unwrap();
    assert_eq!((shown.row.title.as_deref(), shown.rev), (Some("Trộm xe máy của Lê Văn X"), 2));
    let health = two.desk.book.check().unwrap();
    assert!(health.is_ok() && health.lost == 0 && health.withheld > 0, "{health:?}");
    // Whole, it is no other story; but the desk keeps what it was given.
    let file = two.export("honest").file;
    assert_eq!((two.receive_one(&file), withheld(&two)), (result("already-merged", None), 1));
}
