//! Sealing: the same tar every time, zero weeks, caps, holds, and disks that don't take the file.

use trucban::acts::week::{self, Export, Held, Which};
use trucban::fault::{Fault, Kind};
use trucban::sync::{Stage, pack};

use crate::two::{Two, result};

#[test]
fn made_again_it_is_the_same_tar_also_after_reopening() {
    let mut two = Two::new();
    two.log("Trộm xe máy");
    let sealed = two.export("out").newest;
    let tar = pack::remake(&two.post.book, &sealed).unwrap();
    two.log("Vụ khác");
    two.export("out");
    two.post.book.reopen().unwrap();
    assert!(pack::remake(&two.post.book, &sealed).unwrap() == tar);
    let again = two.out("again");
    let exported = two.try_export(&again, Which::Number(1), false).unwrap();
    assert_eq!((exported.newest, exported.files.len()), (sealed, 2));
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
}

#[test]
fn an_empty_week_is_a_batch_and_nothing_new_is_the_newest_again() {
    let mut two = Two::new();
    let first = two.export("out");
    assert_eq!(first.newest.number, 1);
    let again = two.export("out");
    assert_eq!((again.sealed, &again.newest, again.files.len()), (0, &first.newest, 2));
    two.clock.pass(chrono::TimeDelta::days(7));
    let listed = week::list(&two.post.book, &two.post.who, trucban::journal::Mint::now(&mut two.clock)).unwrap();
    assert_eq!((listed[0].name.as_str(), listed[0].state), ("2026-W49", week::State::Open));
    let second = two.export("out");
    assert_eq!((second.newest.number, second.newest.entries(), second.newest.week.as_str()), (2, 1, "2026-W49"));
    let run = two.receive(&[two.out("out")]);
    assert!(run.files.iter().all(|handed| handed.item.result == "merged"));
    two.healthy();
}

#[test]
fn a_rule_of_periods_changes_no_week_that_was_handed_in_and_a_wrong_one_hands_in_nothing() {
    let mut two = Two::new();
    let sealed = two.export("out").newest.week;
    let rules = two.post.book.rules_file();
    let rule = |weekday: &str, from: &str| {
        format!(
            "[[period]]\nkind = \"week\"\nweekday = \"{weekday}\"\nfrom = \"{from}\"\nsource = \"s\"\nconfirmed = true\n"
        )
    };
    let weeks = |two: &mut Two| {
        let listed = week::list(&two.post.book, &two.post.who, trucban::journal::Mint::now(&mut two.clock)).unwrap();
        listed.into_iter().map(|listed| (listed.name, listed.week.unwrap().dates())).collect::<Vec<_>>()
    };
    let before = weeks(&mut two);
    assert!(before.iter().any(|(name, _)| *name == sealed));
    // Even a rule that is said to stand from long before.
    std::fs::write(&rules, rule("fri", "2020-01-01")).unwrap();
    let after = weeks(&mut two);
    let dates = |weeks: &[(String, String)]| weeks.iter().find(|(name, _)| *name == sealed).unwrap().1.clone();
    assert_eq!(dates(&after), dates(&before));
    two.clock.pass(chrono::TimeDelta::days(7));
    let next = weeks(&mut two).remove(0);
    std::fs::write(&rules, rule("someday", "2020-01-01")).unwrap();
    let out = two.out("out");
    let export = Export { week: None, which: Which::Due, out: Some(&out), persons: false, despite: None };
    let done = week::export(&two.post.book, &two.post.who, &export, &mut two.clock, &mut |_| Ok(()));
    let Err(Held::Fault(fault)) = done else { panic!("handed in by rules that are wrong") };
    assert_eq!((fault.code, fault.args.iter().find(|arg| arg.0 == "line").unwrap().1.as_str()), ("E060", "3"));
    let done = week::approve(&two.post.book, &two.post.who, None, None, &mut two.clock);
    assert!(matches!(done, Err(Held::Fault(fault)) if fault.code == "E060"));
    std::fs::write(&rules, rule("fri", "2020-01-01")).unwrap();
    assert_eq!(two.export("out").newest.week, next.0);
}

#[test]
fn stopped_while_it_seals_it_never_was_and_stopped_while_it_writes_every_file_is_whole() {
    let mut two = Two::new();
    two.log("Trộm xe máy");
    let out = two.out("out");
    let export = Export { week: None, which: Which::Due, out: Some(&out), persons: false, despite: None };
    let mut stopped = |stage, asked: usize| {
        let mut seen = 0;
        let done = week::export(&two.post.book, &two.post.who, &export, &mut two.clock, &mut |at| {
            seen += usize::from(at.stage == stage);
            if seen == asked { Err(Fault::new(Kind::Use, "E083")) } else { Ok(()) }
        });
        let Err(Held::Fault(fault)) = done else { panic!("not stopped") };
        assert_eq!(fault.code, "E083");
        let files = std::fs::read_dir(&out).map_or(0, Iterator::count);
        let weeks =
            trucban::logbook::Filter { kind: Some(trucban::record::Kind::Week), limit: 9, ..Default::default() };
        (two.post.book.sealed().unwrap().len(), two.post.book.list(&weeks).unwrap().len(), files)
    };
    assert_eq!(stopped(Stage::Seal, 1), (0, 0, 0));
    assert_eq!(stopped(Stage::Seal, 2), (0, 0, 0), "sealed in vain, and not even approved");
    assert_eq!(stopped(Stage::Write, 1), (1, 1, 0));
    let exported = two.export("out");
    assert_eq!((exported.sealed, exported.files.len()), (0, 2));
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
}

#[test]
fn holds_stop_the_week_until_the_commander_passes_them_with_a_reason() {
    let mut two = Two::new();
    let record = two.log("Trộm xe máy");
    let input = crate::common::object(serde_json::json!({"status": "closed"}));
    let amendment = trucban::acts::write::Amendment {
        id: trucban::journal::Mint::id(&mut two.clock),
        record,
        input: &input,
        why: "xong",
        base: None,
    };
    trucban::acts::write::amend(&two.post.book, &two.post.who, &amendment, &mut two.clock).unwrap();
    let out = two.out("out");
    let Err(Held::Holds(held)) = two.try_export(&out, Which::Due, false) else { panic!("not held") };
    assert_eq!((held[0].row.record, held[0].findings[0].code), (record, "H204"));
    assert!(two.post.book.sealed().unwrap().is_empty() && !out.exists());
    let despite = |text| Export { week: None, which: Which::Due, out: Some(&out), persons: false, despite: Some(text) };
    let export = |two: &mut Two, text| {
        week::export(&two.post.book, &two.post.who, &despite(text), &mut two.clock, &mut |_| Ok(()))
    };
    let Err(Held::Fault(fault)) = export(&mut two, " ") else { panic!("no reason is one") };
    assert_eq!(fault.code, "E013");
    let exported = export(&mut two, "chờ kết luận").unwrap();
    assert_eq!(exported.newest.findings, 1);
    let approval = two.post.book.list(&trucban::logbook::Filter {
        kind: Some(trucban::record::Kind::Week),
        limit: 1,
        ..Default::default()
    });
    let approval = two.post.book.record(&approval.unwrap()[0].record).unwrap();
    assert_eq!(approval.data.items("holds")[0]["reason"], "chờ kết luận");
}

#[test]
fn an_approval_waits_and_is_not_asked_for_twice() {
    let mut two = Two::new();
    two.log("Trộm xe máy");
    let first = week::approve(&two.post.book, &two.post.who, None, None, &mut two.clock).unwrap();
    let again = week::approve(&two.post.book, &two.post.who, None, None, &mut two.clock).unwrap();
    assert_eq!((again.record, first.known, again.known), (first.record, false, true));
    let preview =
        week::preview(&two.post.book, &two.post.who, None, trucban::journal::Mint::now(&mut two.clock)).unwrap();
    assert!(preview.approved && !preview.sealed && preview.holds().is_empty());
    two.export("out");
    let weeks = trucban::logbook::Filter { kind: Some(trucban::record::Kind::Week), limit: 5, ..Default::default() };
    assert_eq!(two.post.book.list(&weeks).unwrap().len(), 1);
}

#[test]
fn a_folder_that_takes_nothing_fails_cleanly_and_the_batch_stays_sealed() {
    let mut two = Two::new();
    two.log("Trộm xe máy");
    let file = two.out("file");
    std::fs::write(&file, b"").unwrap();
    let Err(Held::Fault(fault)) = two.try_export(&file.join("out"), Which::Due, false) else { panic!("written") };
    assert_eq!((fault.code, fault.kind.exit()), ("E042", 5));
    assert_eq!(two.post.book.sealed().unwrap().len(), 1);
    // A killed program may have left a piece; it goes, and the file appears whole.
    let out = two.out("out");
    std::fs::create_dir(&out).unwrap();
    let name = pack::name(&two.post.book, &two.post.book.sealed().unwrap()[0]).file();
    std::fs::write(out.join(format!(".{name}.1.part")), b"half").unwrap();
    // And an old signature that speaks of other bytes doesn't stay either.
    std::fs::write(out.join(format!("{name}.sig")), b"old").unwrap();
    let exported = two.try_export(&out, Which::Due, false).unwrap();
    assert_eq!((exported.sealed, exported.files.len()), (0, 2));
    let names: Vec<_> = out.read_dir().unwrap().map(|file| file.unwrap().file_name().into_string().unwrap()).collect();
    assert!(names.len() == 2 && !names.iter().any(|name| name.ends_with(".part")), "{names:?}");
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
}

#[test]
fn a_purge_at_the_post_takes_the_copies_of_the_desk_along_unless_it_holds_them() {
    use trucban::acts::purge::{self, Which as What};
    let mut two = Two::new();
    let records = [two.log("Trộm xe máy"), two.log("Gây rối")];
    let out = two.out("out");
    let exported = two.try_export(&out, Which::Due, true).unwrap();
    assert_eq!(two.receive_one(&exported.file), result("merged", None));
    let persons = |two: &Two, n: usize| {
        let record = two.desk.book.record(&records[n]).unwrap();
        (two.desk.book.with_persons(&record).unwrap().items("persons").len(), record.row.hidden)
    };
    assert_eq!((persons(&two, 0), persons(&two, 1)), ((1, 1), (1, 1)));
    purge::hold(&two.desk.book, &two.desk.who, &records[1], &mut two.clock).unwrap();
    for record in &records {
        purge::purge(&two.post.book, &two.post.who, What::Record(*record), "hết thời hạn", &mut two.clock).unwrap();
    }
    let second = two.export("later");
    let run = two.receive(std::slice::from_ref(&second.file));
    assert_eq!(run.files[0].item.result, "merged");
    let kept: Vec<_> = run.files[0].item.findings.iter().map(|found| (found.code.as_str(), found.record)).collect();
    assert_eq!(kept, [("W133", records[1])]);
    assert_eq!((persons(&two, 0), persons(&two, 1)), ((0, 0), (1, 1)));
    two.healthy();
    // The file holds both, so it goes; what is held stands in the logbook until it isn't any more.
    assert_eq!(copies(&two).len(), 1);
    purge::release(&two.desk.book, &two.desk.who, &records[1], &mut two.clock).unwrap();
    assert_eq!(persons(&two, 1), (0, 0));
    assert!(two.posts()[0].findings.iter().all(|found| found.code != "W133"));
    two.healthy();
}

/// The copies that the desk keeps of what the post has sent, without signatures.
fn copies(two: &Two) -> Vec<String> {
    let inbox = two.desk.book.folder().inbox().join("LDG-P2");
    let names = std::fs::read_dir(inbox).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut names: Vec<_> = names.filter(|name| name.ends_with(".age")).collect();
    names.sort();
    names
}

#[test]
fn a_hold_of_the_desk_keeps_its_copy_whole_until_it_is_taken_away() {
    use trucban::acts::purge::{self, Which as What};
    let mut two = Two::new();
    let record = two.log("Trộm xe máy");
    let out = two.out("out");
    let first = two.try_export(&out, Which::Due, true).unwrap();
    assert_eq!(two.receive_one(&first.file), result("merged", None));
    let copy = copies(&two).remove(0);
    purge::hold(&two.desk.book, &two.desk.who, &record, &mut two.clock).unwrap();
    purge::purge(&two.post.book, &two.post.who, What::Record(record), "hết thời hạn", &mut two.clock).unwrap();
    let second = two.export("later");
    let run = two.receive(std::slice::from_ref(&second.file));
    // The receipt says that the desk still has it, and so does the copy.
    let receipt = std::fs::read_to_string(run.files[0].receipt.as_ref().unwrap()).unwrap();
    assert!(receipt.contains("W133") && receipt.contains(&record.to_string()), "{receipt}");
    assert!(copies(&two).contains(&copy));
    // Later purges of other records don't take it either, nor does anything that is written on it.
    let other = two.log("Gây rối");
    purge::purge(&two.post.book, &two.post.who, What::Record(other), "ghi nhầm", &mut two.clock).unwrap();
    let third = two.export("third");
    assert_eq!(two.receive_one(&third.file), result("merged", None));
    let shown = two.desk.book.record(&record).unwrap();
    assert_eq!(two.desk.book.with_persons(&shown).unwrap().items("persons").len(), 1);
    assert!(copies(&two).contains(&copy));
    two.healthy();

    assert!(purge::release(&two.desk.book, &two.desk.who, &record, &mut two.clock).unwrap());
    let shown = two.desk.book.record(&record).unwrap();
    assert_eq!((two.desk.book.with_persons(&shown).unwrap().items("persons").len(), shown.row.hidden), (0, 0));
    assert!(!copies(&two).contains(&copy) && copies(&two).iter().any(|name| name.contains("-000002-")));
    assert!(two.posts()[0].findings.iter().all(|found| found.record != record));
    assert!(!purge::release(&two.desk.book, &two.desk.who, &record, &mut two.clock).unwrap());
    two.healthy();
    two.desk.book.rebuild().unwrap();
    two.healthy();
}

#[test]
fn copies_go_by_what_they_hold_whatever_the_file_was_called() {
    use trucban::acts::purge::{self, Which as What};
    let mut two = Two::new();
    let record = two.log("Trộm xe máy");
    let out = two.out("out");
    let first = two.try_export(&out, Which::Due, true).unwrap();
    // The same batch once more is another file; both come under names of somebody's own.
    let again = two.try_export(&two.out("again"), Which::Number(1), true).unwrap();
    for (file, name) in [(&first.file, "tuan nay.tar.age"), (&again.file, "LDG-P9-2026W01-000009-ffff.tar.age")] {
        let renamed = two.out(name);
        std::fs::copy(file, &renamed).unwrap();
        std::fs::copy(file.with_extension("age.sig"), renamed.with_extension("age.sig")).unwrap();
        two.receive(&[renamed]);
    }
    let second = two.export("empty");
    let kept = copies(&two);
    assert!(kept.len() == 2 && kept.iter().all(|name| name.starts_with("LDG-P2-") && name.len() < 28), "{kept:?}");
    assert_eq!(two.receive_one(&second.file), result("already-merged", None));
    purge::purge(&two.post.book, &two.post.who, What::Record(record), "hết thời hạn", &mut two.clock).unwrap();
    let third = two.export("third");
    assert_eq!(two.receive_one(&third.file), result("merged", None));
    let left = copies(&two);
    assert!(left.len() == 1 && left[0].contains("-000002-"), "{left:?}");
    two.healthy();
}
