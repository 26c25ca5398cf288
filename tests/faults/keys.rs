//! Acts on keys and copies, killed halfway: founding, a new password, a new officer, an officer who leaves, a backup.
//! Whatever the moment, whoever could get in still can, by what was acknowledged.

use std::path::Path;
use std::time::{Duration, Instant};

use trucban::acts::registers::{NewOfficer, add_officer, disable_officer, set_password};
use trucban::acts::session::{Founded, sign_in};
use trucban::acts::{Role, Who, session};
use trucban::fault::Outcome;
use trucban::logbook::{Folder, Key, Logbook, Mode, Restored, unlock_key};

use crate::common::{Clock, PASSWORD, WORK, post};
use crate::worker::{Marks, alone, killed, lasting, spread};

const LOGIN: &str = "nguyen-van-an";
const COLLEAGUE: &str = "Lê Thị Bình";
const COLLEAGUE_LOGIN: &str = "le-thi-binh";

fn boss(book: &Logbook) -> Who {
    session::who(book, LOGIN).unwrap()
}

fn officer(book: &Logbook, name: &str, mint: &mut Clock) -> Outcome<String> {
    let new = NewOfficer { name, role: Role::Officer, rank: None, number: None, password: PASSWORD, work: WORK };
    add_officer(book, &boss(book), &new, mint)
}

pub fn passwords(book: &mut Logbook, _: &mut Clock, marks: &mut Marks) {
    let mut n = 0;
    loop {
        n += 1;
        let password = format!("mật khẩu thứ {n}");
        marks.say("begin", &password);
        set_password(book, &boss(book), None, &password, WORK).unwrap();
        marks.say("done", &password);
    }
}

pub fn officers(book: &mut Logbook, mint: &mut Clock, marks: &mut Marks) {
    loop {
        let name = format!("Can bo {}", book.logins().unwrap().len());
        marks.say("begin", &name);
        officer(book, &name, mint).unwrap();
        marks.say("done", &name);
    }
}

pub fn backups(book: &mut Logbook, mint: &mut Clock, marks: &mut Marks) {
    use trucban::journal::Mint as _;
    loop {
        let at = mint.now();
        marks.say("begin", &at.to_string());
        book.backup_here(at).unwrap();
        marks.say("done", &at.to_string());
    }
}

pub fn leave(book: &mut Logbook, mint: &mut Clock, marks: &mut Marks) {
    let who = boss(book);
    for login in book.logins().unwrap().into_iter().filter(|login| login.active && login.login != LOGIN) {
        marks.say("begin", &login.login);
        disable_officer(book, &who, &login.login, mint).unwrap();
        marks.say("done", &login.login);
    }
    std::thread::sleep(Duration::from_secs(60));
}

pub fn found(folder: &Path, mint: &mut Clock, marks: &mut Marks) {
    marks.say("begin", "found");
    let _open = post(folder, mint);
    marks.say("done", "found");
    std::thread::sleep(Duration::from_secs(60));
}

/// A post, and how long one act on it takes.
fn timed(folder: &Path, act: impl FnOnce(&Logbook, &mut Clock)) -> (Key, Duration) {
    let mut mint = Clock::evening();
    let Founded { book, .. } = post(folder, &mut mint);
    let key = unlock_key(folder, LOGIN, PASSWORD).unwrap().remove(0);
    let start = Instant::now();
    act(&book, &mut mint);
    (key, start.elapsed())
}

fn can(folder: &Path, login: &str, password: &str) -> bool {
    sign_in(folder, Some(login), password, Mode::Write).is_ok()
}

pub fn well(folder: &Path, key: &Key) {
    let health = Logbook::open(folder, key, Mode::Write).unwrap().check().unwrap();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn killed_while_a_password_changes_the_old_or_the_new_one_opens() {
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("log");
    let mut current = PASSWORD.to_owned();
    let (key, over) = timed(&folder, |book, _| drop(set_password(book, &boss(book), None, PASSWORD, WORK).unwrap()));
    let mut inside = 0;
    for after in spread(24, over * 3 / 2) {
        let told = killed("password", (&folder, Some(&key)), after);
        let known = told.done.last().cloned().unwrap_or(current);
        let begun = told.inside().map(str::to_owned);
        inside += usize::from(begun.is_some());
        current = [Some(known), begun].into_iter().flatten().find(|password| can(&folder, LOGIN, password)).unwrap();
        well(&folder, &key);
    }
    assert!(inside > 6, "{inside}");
    let book = Logbook::open(&folder, &key, Mode::Write).unwrap();
    set_password(&book, &boss(&book), None, "mật khẩu cuối cùng", WORK).unwrap();
    assert!(can(&folder, LOGIN, "mật khẩu cuối cùng") && !can(&folder, LOGIN, &current));
}

#[test]
fn killed_while_an_officer_is_added_everybody_acknowledged_gets_in() {
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("log");
    let (key, over) = timed(&folder, |book, mint| drop(officer(book, COLLEAGUE, mint).unwrap()));
    for after in spread(16, over * 3 / 2) {
        let told = killed("officer", (&folder, Some(&key)), after);
        assert!(can(&folder, LOGIN, PASSWORD) && can(&folder, COLLEAGUE_LOGIN, PASSWORD));
        assert!(told.done.iter().all(|name| can(&folder, name, PASSWORD)));
        well(&folder, &key);
    }
    let book = Logbook::open(&folder, &key, Mode::Write).unwrap();
    assert_eq!(book.officers().unwrap().len(), book.logins().unwrap().len(), "no officer without a login");
}

/// A post with a colleague who is to leave and a log of some size, so that most of the act is the change of the key.
pub fn with_colleague(folder: &Path) -> Key {
    let (key, _) = timed(folder, |book, mint| {
        officer(book, COLLEAGUE, mint).unwrap();
        book.write(|book| (0..1500).try_for_each(|_| crate::saving::append(book, mint))).unwrap();
    });
    key
}

/// A copy of a closed logbook's folder.
pub fn copied(from: &Path, to: &Path) {
    std::fs::create_dir_all(to.join("keys")).unwrap();
    let files = [from.to_owned(), from.join("keys")].map(|folder| std::fs::read_dir(folder).unwrap().flatten());
    for file in files.into_iter().flatten().map(|entry| entry.path()).filter(|path| path.is_file()) {
        std::fs::copy(&file, to.join(file.strip_prefix(from).unwrap())).unwrap();
    }
}

/// The keys of the file that open the database.
fn opening(folder: &Path, keys: &[Key]) -> usize {
    keys.iter().filter(|key| Logbook::open(folder, key, Mode::Read).is_ok()).count()
}

#[test]
fn killed_sixty_times_while_an_officer_leaves_exactly_one_key_opens_and_the_leaving_can_be_finished() {
    const KILLS: u32 = 60;
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let (whole, folder) = (dir.path().join("whole"), dir.path().join("log"));
    let key = with_colleague(&whole);
    let anew = || {
        let _ = std::fs::remove_dir_all(&folder);
        copied(&whole, &folder);
    };
    let once = |_| {
        anew();
        lasting("leave", (&folder, Some(&key)))
    };
    // The shortest: a pause of the machine must not spread the kills past the end of the act.
    let over = (0..3).map(once).min().unwrap();
    let (mut with_two, mut already_new, mut acknowledged) = (0, 0, 0);
    for after in spread(KILLS, over * 11 / 10) {
        anew();
        let told = killed("leave", (&folder, Some(&key)), after);
        acknowledged += told.done.len();

        let keys = unlock_key(&folder, LOGIN, PASSWORD).unwrap();
        assert_eq!(opening(&folder, &keys), 1, "exactly one of {} keys opens", keys.len());
        // Two keys stand in the file from right before the database is written anew until right after.
        with_two += usize::from(keys.len() == 2);
        let mut book = session::open(&folder, &keys, Mode::Write).unwrap();
        already_new += usize::from(keys.len() == 2 && !book.is_opened_by(std::slice::from_ref(&key)));
        let health = book.check().unwrap();
        assert!(health.is_ok(), "{health:?}");
        if !told.done.is_empty() {
            assert!(!can(&folder, COLLEAGUE_LOGIN, PASSWORD), "acknowledged");
        }
        if told.inside().is_some() {
            let who = boss(&book);
            disable_officer(&mut book, &who, COLLEAGUE_LOGIN, &mut Clock::at("2026-11-23T22:00:00+07:00", 10)).unwrap();
        }
        drop(book);
        assert!(!can(&folder, COLLEAGUE_LOGIN, PASSWORD), "who has left opens nothing");
        let keys = unlock_key(&folder, LOGIN, PASSWORD).unwrap();
        assert!(keys.len() == 1 && keys[0] != key, "the old key is in no file and opens nothing");
        assert!(Logbook::open(&folder, &key, Mode::Read).is_err());
    }
    println!(
        "{KILLS} kills over {over:?}, {with_two} while the key was being changed ({already_new} of them after the database had \
         taken the new one), {acknowledged} leavings acknowledged"
    );
    assert!(with_two >= 15, "only {with_two} of {KILLS} kills fell within the change of the key");
}

#[test]
fn killed_while_backing_up_every_backup_with_a_name_is_whole() {
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let folder = dir.path().join("log");
    let (key, over) = timed(&folder, |book, _| book.backup(&dir.path().join("first.tar")).unwrap());
    for after in spread(20, over * 2) {
        let told = killed("backup", (&folder, Some(&key)), after);
        let mut named = 0;
        for file in std::fs::read_dir(folder.join("backups")).unwrap().map(|entry| entry.unwrap().path()) {
            if file.extension().is_some_and(|e| e == "tar") {
                let to = dir.path().join("restored");
                let restored = Restored::unpack(&file, &to).unwrap();
                well(restored.folder(), &key);
                drop(restored);
                std::fs::remove_file(file).unwrap();
                named += 1;
            }
        }
        assert!(named >= told.done.len().min(8), "{named} of {}", told.done.len());
        well(&folder, &key);
    }
}

#[test]
fn killed_while_founding_there_is_a_whole_logbook_or_none() {
    let _turn = alone();
    let dir = tempfile::tempdir().unwrap();
    let (_, mut over) = timed(&dir.path().join("first"), |_, _| ());
    let start = Instant::now();
    drop(post(&dir.path().join("second"), &mut Clock::evening()));
    over += start.elapsed();
    let mut whole = 0;
    for (n, after) in spread(24, over * 3).enumerate() {
        let folder = dir.path().join(format!("log{n}"));
        let told = killed("found", (&folder, None), after);
        let signed = sign_in(&folder, None, PASSWORD, Mode::Write);
        match signed {
            Ok((book, _)) => {
                assert!(book.check().unwrap().is_ok());
                assert_eq!(book.areas().unwrap().len(), 2, "with all that it begins with");
                whole += 1;
            }
            Err(fault) => {
                assert!(fault.code == "E023" && told.inside().is_some(), "{n}: {fault}");
                assert!(Folder::is_vacant(&folder), "{n}: what is left keeps nobody from founding");
                drop(post(&folder, &mut Clock::evening()));
            }
        }
    }
    assert!(whole > 0, "the stretch was long enough");
}
