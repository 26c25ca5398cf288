//! A logbook of an older program, brought up to date: killed at any moment, or on a disk that is full, it is as it was or
//! up to date, and opens.

use std::path::Path;

use rusqlite::Connection;
use trucban::logbook::{Key, Logbook, Mode};

use crate::disk::{Disk, skipped};
use crate::keys::{copied, well, with_colleague};
use crate::worker::{Marks, alone, killed, lasting, spread};

/// The first version of the schema, to which a logbook is taken back.
const FIRST: &str = include_str!("../../src/logbook/schema/0001.sql");

/// Opens a logbook, which brings it up to date.
pub fn open(folder: &Path, key: &Key, marks: &mut Marks) {
    marks.say("begin", "open");
    Logbook::open(folder, key, Mode::Write).unwrap();
    marks.say("done", "open");
    // Until it is killed.
    loop {
        std::thread::park();
    }
}

fn raw(folder: &Path, key: &Key) -> Connection {
    let db = Connection::open(folder.join("logbook.db")).unwrap();
    db.execute_batch(&format!("PRAGMA cipher_log_level = NONE; PRAGMA key = \"x'{}'\"", *key.hex())).unwrap();
    db
}

fn version(folder: &Path, key: &Key) -> i64 {
    raw(folder, key).query_row("PRAGMA user_version", [], |row| row.get(0)).unwrap()
}

/// Takes away all that the first program didn't know.
fn age(folder: &Path, key: &Key) {
    let db = raw(folder, key);
    for (sort, word) in [("table", "TABLE"), ("index", "INDEX")] {
        let named = "SELECT name FROM sqlite_master WHERE type = ?1 AND sql IS NOT NULL AND name NOT LIKE 'sqlite%'";
        let mut named = db.prepare(named).unwrap();
        let named = named.query_map([sort], |row| row.get(0)).unwrap().collect::<Result<Vec<String>, _>>().unwrap();
        let known = |name: &&String| FIRST.contains(&format!("{word} {name} "));
        for name in named.iter().filter(|name| !known(name) && !name.starts_with("search_")) {
            db.execute_batch(&format!("DROP {word} IF EXISTS {name}")).unwrap();
        }
    }
    db.execute_batch("PRAGMA user_version = 1; VACUUM").unwrap();
}

#[test]
fn killed_while_an_older_logbook_is_brought_up_to_date_it_opens_whole() {
    const KILLS: u32 = 40;
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let at = |name: &str| dir.path().join(name);
    let key = with_colleague(&at("old"));
    let entries = Logbook::open(&at("old"), &key, Mode::Write).unwrap().own_entries().unwrap();
    age(&at("old"), &key);
    assert_eq!(version(&at("old"), &key), 1);
    copied(&at("old"), &at("once"));
    let whole = lasting("older", (&at("once"), Some(&key)));
    let newest = version(&at("once"), &key);
    assert!(newest > 1);

    let (mut inside, mut still_old, mut left) = (0, 0, 0);
    let folder = at("log");
    for after in spread(KILLS, whole * 3 / 2) {
        // One that is still old after a kill is opened as that kill left it.
        if !folder.exists() {
            copied(&at("old"), &folder);
        }
        let told = killed("older", (&folder, Some(&key)), after);
        inside += u32::from(told.inside().is_some());
        let now = version(&folder, &key);
        assert!(now == 1 || now == newest, "half of it: {now}");
        assert!(now == newest || told.done.is_empty(), "acknowledged and undone");
        still_old += u32::from(now == 1);
        left += 1;
        if now == newest || left == 4 {
            well(&folder, &key);
            let book = Logbook::open(&folder, &key, Mode::Write).unwrap();
            assert_eq!(book.own_entries().unwrap(), entries);
            drop(book);
            assert_eq!(version(&folder, &key), newest);
            std::fs::remove_dir_all(&folder).unwrap();
            left = 0;
        }
    }
    println!(
        "{KILLS} kills over {whole:?}, {inside} inside, after {still_old} of them the logbook was as old as before"
    );
    assert!(inside >= KILLS / 4, "only {inside} of {KILLS} kills fell inside");
}

#[test]
fn an_older_logbook_on_a_full_disk_stays_as_it_was_until_there_is_room() {
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let key = with_colleague(dir.path());
    age(dir.path(), &key);
    let size = std::fs::metadata(dir.path().join("logbook.db")).unwrap().len();
    // Room for the copy that is made first and for little more, then not even for that.
    for room in [size * 2 + (256 << 10), size + (256 << 10)] {
        let Some(disk) = Disk::new(&room.to_string()) else {
            return skipped();
        };
        let folder = disk.path().join("log");
        copied(dir.path(), &folder);
        let fault = Logbook::open(&folder, &key, Mode::Write).err().unwrap();
        assert_eq!(fault.kind.exit(), 5, "{fault}");
        assert_eq!(version(&folder, &key), 1);
        disk.grow(&(size * 8).to_string());
        well(&folder, &key);
        assert!(version(&folder, &key) > 1);
    }
}
