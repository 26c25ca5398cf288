//! A desk that is killed while it receives, or told to stop: what went in is whole, and the same command goes on.

use std::path::{Path, PathBuf};

use trucban::acts::{desk, session};
use trucban::logbook::{Fate, Logbook, Mode, STOPPED, Stop, unlock_key};
use trucban::sync::receipt;

use crate::common::{Clock, PASSWORD};
use crate::many::{self, Many};
use crate::worker::{Marks, alone, killed, lasting, spread};

const LOGIN: &str = "le-thi-binh";
const POSTS: usize = 3;
const WEEKS: usize = 4;

/// Receives what lies beside the desk's folder, and says before each file how many were looked at.
pub fn receive(book: &mut Logbook, mint: &mut Clock, marks: &mut Marks) {
    let stick = [beside(book.folder().path())];
    let who = session::who(book, LOGIN).unwrap();
    let out = book.folder().outbox();
    let run = desk::receive(book, &who, (&stick, Some(&out)), mint, &mut |at| {
        marks.say("begin", &at.done.to_string());
        Ok(())
    });
    assert!(run.unwrap().trouble.is_none());
    marks.say("done", "all");
    std::thread::sleep(std::time::Duration::from_secs(60));
}

fn beside(desk: &Path) -> PathBuf {
    desk.parent().unwrap().join("stick")
}

/// Three posts with four weeks each on the stick, and what an undisturbed run of a desk ends with.
fn handed_in() -> (Many, Vec<(String, trucban::journal::Hash)>) {
    let mut many = Many::new(POSTS);
    for post in 0..POSTS {
        let mut first = None;
        for week in 1..=WEEKS {
            let record = many.log(post, &format!("Vụ {week}"));
            let first = *first.get_or_insert(record);
            many.amend(post, first, &format!("Vụ 1, sửa lần {week}"));
            many.export(post);
        }
    }
    let (book, who) = many::open(&many.fresh_desk("undisturbed"));
    let run = desk::receive(
        &book,
        &who,
        (&[many.stick()], Some(&many.root.path().join("answers"))),
        &mut many.clock,
        &mut |_| Ok(()),
    );
    assert_eq!(run.unwrap().files.iter().filter(|handed| handed.item.result == "merged").count(), POSTS * WEEKS);
    let states = many::states(&book);
    (many, states)
}

/// No half batch: what is there ends where a batch ends, and every batch before it is there.
fn whole(book: &Logbook) -> usize {
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    let mut merged = 0;
    for post in book.posts().unwrap() {
        let batches = book.received_of(&post.unit, Fate::Merged).unwrap();
        let numbers: Vec<_> = batches.iter().map(|batch| batch.number).collect();
        assert_eq!(numbers, (1..=batches.len() as u64).collect::<Vec<_>>());
        if let Some(last) = batches.last() {
            let head = book.journal(&last.journal).unwrap().unwrap().head;
            assert_eq!((head.seq, head.hash), (last.last, last.head), "half a batch of {}", post.unit);
        }
        merged += batches.len();
    }
    let logged = book.intake(1000).unwrap().iter().filter(|line| line["result"] == "merged").count();
    assert_eq!(logged, merged, "merged and logged, or neither");
    merged
}

/// Goes on in this process, and ends as if nothing had been.
fn goes_on(many: &mut Many, folder: &Path, states: &[(String, trucban::journal::Hash)]) {
    let (book, who) = many::open(folder);
    let before = whole(&book);
    let out = book.folder().outbox();
    let run = desk::receive(&book, &who, (&[many.stick()], Some(&out)), &mut many.clock, &mut |_| Ok(())).unwrap();
    assert!(run.trouble.is_none(), "{:?}", run.trouble);
    let count = |result: &str| run.files.iter().filter(|handed| handed.item.result == result).count();
    assert_eq!((count("already-merged"), count("merged")), (before, POSTS * WEEKS - before));
    assert_eq!(whole(&book), POSTS * WEEKS);
    assert_eq!(many::states(&book), states);
    for handed in &run.files {
        let body = std::fs::read(handed.receipt.as_ref().unwrap()).unwrap();
        assert_eq!(receipt::parse(&body).unwrap().ack_through[0].number, WEEKS as u64, "all is acknowledged");
    }
}

#[test]
fn a_desk_killed_while_receiving_holds_whole_batches_and_goes_on_where_it_was() {
    const KILLS: u32 = 24;
    let _turn = alone();
    let (mut many, states) = handed_in();
    let folder = many.fresh_desk("log");
    let key = unlock_key(&folder, LOGIN, PASSWORD).unwrap().remove(0);
    let over = lasting("receive", (&folder, Some(&key)));
    let (mut amid, mut within, mut between) = (0, 0, 0);
    for after in spread(KILLS, over) {
        let folder = many.fresh_desk("log");
        let told = killed("receive", (&folder, Some(&key)), after);
        let looked_at: usize = told.begun.last().unwrap().parse().unwrap();
        let book = Logbook::open(&folder, &key, Mode::Write).unwrap();
        let merged = whole(&book);
        assert!(merged == looked_at || merged == looked_at + 1, "{merged} of {looked_at}: lost, or ahead");
        let kept_files = walk(&book.folder().inbox()).iter().filter(|name| name.ends_with(".tar.age")).count();
        assert!(kept_files >= merged, "what is merged is kept");
        drop(book);
        amid += usize::from(told.inside().is_some() && looked_at < POSTS * WEEKS);
        within += usize::from(told.inside().is_some() && looked_at < POSTS * WEEKS && merged == looked_at);
        between += usize::from(kept_files > merged);
        goes_on(&mut many, &folder, &states);
        let left = walk(&folder.join("inbox")).into_iter().filter(|name| name.ends_with(".part")).count();
        assert_eq!(left, 0, "no half copy takes room for ever");
    }
    println!(
        "{KILLS} kills over {over:?}: {amid} before the last file was done, {within} of them before its batch was merged, \
         {between} between copy and merge"
    );
    assert!(within >= 8, "only {within} of {KILLS} kills fell within a batch");
}

/// Names of all files below a folder.
fn walk(folder: &Path) -> Vec<String> {
    let mut names = Vec::new();
    for entry in std::fs::read_dir(folder).into_iter().flatten().flatten() {
        if entry.path().is_dir() {
            names.extend(walk(&entry.path()));
        } else {
            names.push(entry.file_name().into_string().unwrap());
        }
    }
    names
}

#[test]
fn a_desk_that_is_told_to_stop_ends_after_the_batch_in_hand_and_answers_it() {
    let (mut many, states) = handed_in();
    let folder = many.fresh_desk("log");
    let (book, who) = many::open(&folder);
    let (out, stop) = (book.folder().outbox(), Stop::default());
    let run = desk::receive(&book, &who, (&[many.stick()], Some(&out)), &mut many.clock, &mut |at| {
        if at.done == 5 {
            stop.set();
        }
        stop.check()
    })
    .unwrap();
    assert_eq!((run.files.len(), run.left), (5, POSTS * WEEKS - 5));
    assert_eq!(run.trouble.unwrap().code, STOPPED);
    assert_eq!(whole(&book), 5);
    let through = |unit: &str| {
        let body = std::fs::read(out.join(format!("receipt-{unit}-1.json"))).ok()?;
        Some(receipt::parse(&body).unwrap().ack_through[0].number)
    };
    assert_eq!((through("LDG-P1"), through("LDG-P2"), through("LDG-P3")), (Some(4), Some(1), None));
    drop(book);
    goes_on(&mut many, &folder, &states);
}

#[test]
fn a_desk_whose_disk_gets_full_keeps_whole_batches_and_goes_on_when_there_is_room() {
    let _turn = alone();
    let (mut many, states) = handed_in();
    let size = |folder: &Path| std::fs::metadata(folder.join("logbook.db")).unwrap().len() / 1024;
    let fresh = many.fresh_desk("log");
    // From barely enough for the folder itself to nearly enough for all of it.
    let (mut stopped, mut some) = (0, 0);
    for room in [40, 150, 300, 400, 520, 660] {
        let Some(disk) = crate::disk::Disk::new(&format!("{}k", size(&fresh) + room)) else {
            return crate::disk::skipped();
        };
        let folder = disk.path().join("log");
        many::copy(&fresh, &folder);
        let (book, who) = many::open(&folder);
        let out = book.folder().outbox();
        let run = desk::receive(&book, &who, (&[many.stick()], Some(&out)), &mut many.clock, &mut |_| Ok(()));
        let run = run.unwrap_or_else(|fault| desk::Run { trouble: Some(fault), ..desk::Run::default() });
        drop(book);
        if let Some(fault) = &run.trouble {
            assert_eq!(fault.kind.exit(), 5, "{fault}");
            stopped += 1;
        }
        let merged = run.files.iter().filter(|handed| handed.item.result == "merged").count();
        some += usize::from(run.trouble.is_some() && merged > 0);
        disk.grow("40m");
        let (book, _) = many::open(&folder);
        assert_eq!(whole(&book), merged, "what was said to be merged is, and nothing else");
        drop(book);
        goes_on(&mut many, &folder, &states);
    }
    println!("{stopped} runs met the full disk, {some} of them after some batches");
    assert!(some >= 2, "{stopped} {some}");
}
