//! The command line as people and scripts meet it: every file in tests/cli/ is a session on a small logbook of a made-up
//! post (commander Nguyễn Văn An, areas TDP 4 and TDP 7), and it has to come out line by line.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;
#[path = "common/cases.rs"]
mod cases;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::{Mutex, OnceLock};

use common::{Clock, PASSWORD, desk, post};
use tempfile::TempDir;
use trucban::record::when;

/// A logbook with the cheapest key derivation, made once; cases work on copies.
fn template() -> &'static Path {
    static MADE: OnceLock<TempDir> = OnceLock::new();
    let made = MADE.get_or_init(|| {
        let folder = tempfile::tempdir().unwrap();
        // A little before now: the program's own clock goes on from there.
        let start = when::kept(now() - chrono::TimeDelta::minutes(5));
        let made = post(&folder.path().join("book"), &mut Clock::at(&start, 1));
        fs::write(folder.path().join("paper.txt"), &*made.recovery).unwrap();
        drop(made);
        drop(desk(&folder.path().join("desk"), &mut Clock::at(&start, 2)));
        fs::write(folder.path().join("password"), format!("{PASSWORD}\n")).unwrap();
        folder
    });
    made.path()
}

fn now() -> when::Moment {
    chrono::Utc::now().with_timezone(&when::zone())
}

/// A copy of the template to work on.
fn copy() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    copy_all(template(), folder.path());
    folder
}

fn copy_all(from: &Path, to: &Path) {
    fs::create_dir_all(to).unwrap();
    for entry in fs::read_dir(from).unwrap().flatten() {
        let (source, target) = (entry.path(), to.join(entry.file_name()));
        if source.is_dir() {
            copy_all(&source, &target);
        } else {
            fs::copy(&source, &target).unwrap();
        }
    }
}

#[test]
fn sessions_come_out_as_written() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/cli");
    let mut files: Vec<PathBuf> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(files.iter().all(|file| file.extension().is_some_and(|e| e == "case")), "only cases belong here");
    template();
    let (open, failed) = (Mutex::new(files), Mutex::new(Vec::new()));
    std::thread::scope(|scope| {
        for _ in 0..4 {
            scope.spawn(|| {
                loop {
                    let Some(file) = open.lock().unwrap().pop() else { return };
                    let place = copy();
                    if let Err(wrong) =
                        cases::run(&fs::read_to_string(&file).unwrap(), place.path(), now().date_naive())
                    {
                        failed.lock().unwrap().push(format!("{}\n{wrong}", file.display()));
                    }
                }
            });
        }
    });
    let failed = failed.into_inner().unwrap();
    assert!(failed.is_empty(), "\n{}", failed.join("\n"));
}

/// The program with the copy's logbook and password.
fn program(place: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_trucban"));
    command.env("TRUCBAN_LOGBOOK", place.join("book")).env("TRUCBAN_PASSWORD_FILE", place.join("password"));
    command.env("TRUCBAN_LANG", "en").env_remove("TRUCBAN_OFFICER").stdin(Stdio::null());
    command
}

fn add(place: &Path, lines: &str) {
    let file = place.join("lines.jsonl");
    fs::write(&file, lines).unwrap();
    let done = program(place).args(["add", "incident"]).arg(file).output().unwrap();
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
}

fn incident(title: &str) -> String {
    let fields = serde_json::json!({
        "category": "SERV.LOST", "channel": "phone", "reported_at": "2024-05-19T08:00:00+07:00", "area": "TDP 4",
        "title": title, "narrative": "x".repeat(2000),
    });
    format!("{fields}\n")
}

#[test]
fn a_reader_that_goes_away_is_no_trouble() {
    let place = copy();
    add(place.path(), &incident("Lost purse").repeat(60));
    let mut child =
        program(place.path()).args(["list", "--limit", "60", "--json"]).stdout(Stdio::piped()).spawn().unwrap();
    drop(child.stdout.take());
    assert_eq!(child.wait().unwrap().code(), Some(0));
}

#[test]
fn a_report_is_one_object_with_every_indicator_and_its_shares() {
    let place = copy();
    add(place.path(), &incident("Lost purse").repeat(3).replace("2024-05-19", "2024-04-19"));
    add(place.path(), &incident("Lost phone").repeat(2));
    let report = |words: &[&str]| -> serde_json::Value {
        let done = program(place.path()).arg("report").args(words).output().unwrap();
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
        serde_json::from_slice(&done.stdout).unwrap()
    };
    let month = report(&["monthly", "--period", "2024-06", "--format", "json"]);
    assert_eq!((&month["period"], &month["cut"]), (&"2024-06".into(), &false.into()));
    assert_eq!(month["previous"]["from"], "2024-04-15T00:00:00+07:00");
    assert_eq!(month["rows"][0]["code"], "incident.total");
    let row = serde_json::json!({
        "code": "incident.total", "unit": "case", "this": 2, "previous": 3, "difference": -1, "percent": "-33.33",
        "last_year": null, "difference_last_year": null, "percent_last_year": null, "cumulative": 5,
    });
    assert_eq!(month["rows"][0], row);
    assert_eq!(report(&["monthly", "--period", "2024-06", "--json"]), month);
    let days = report(&["range", "--from", "2024-05-19", "--to", "2024-05-19", "--json"]);
    assert_eq!((&days["period"], &days["rows"][0]["this"]), (&serde_json::Value::Null, &2.into()));
    assert_eq!(days["rows"].as_array().unwrap().len(), month["rows"].as_array().unwrap().len());
}

#[test]
fn no_control_character_from_a_record_reaches_the_terminal() {
    let place = copy();
    add(place.path(), &incident("Lost \u{1b}]0;owned\u{7} \u{202e}purse\u{9b}31m"));
    for words in
        [&["list"][..], &["list", "--json"], &["list", "--csv"], &["show", "VV-2024-000001"], &["list", "\u{1b}[2J"]]
    {
        let done = program(place.path()).args(words).output().unwrap();
        for text in [done.stdout, done.stderr] {
            let text = String::from_utf8(text).unwrap();
            let obeyed = text.chars().find(|c| (c.is_control() && !"\r\n".contains(*c)) || *c == '\u{202e}');
            assert_eq!(obeyed, None, "{words:?}: {text:?}");
        }
    }
}

#[test]
fn a_damaged_logbook_is_named_with_4() {
    let place = copy();
    add(place.path(), &incident("Lost purse").repeat(60));
    let file = place.path().join("book/logbook.db");
    let whole = fs::read(&file).unwrap();
    for at in [100, whole.len() / 2, whole.len() - 100] {
        let mut bytes = whole.clone();
        bytes[at] ^= 1;
        fs::write(&file, bytes).unwrap();
        let done = program(place.path()).args(["doctor", "--json"]).output().unwrap();
        assert_eq!(done.status.code(), Some(4), "{at}: {}", String::from_utf8_lossy(&done.stderr));
        let health: serde_json::Value = serde_json::from_slice(&done.stdout).unwrap();
        assert_ne!(health["integrity"], "ok", "{at}");
    }
    fs::write(&file, whole).unwrap();
    assert!(program(place.path()).arg("doctor").output().unwrap().status.success());
}

#[test]
fn while_another_window_is_open_nothing_is_rebuilt() {
    let place = copy();
    let folder = place.path().join("book");
    let open = trucban::acts::session::sign_in(&folder, None, PASSWORD, trucban::logbook::Mode::Write).unwrap();
    let done = program(place.path()).args(["doctor", "--rebuild", "--json"]).output().unwrap();
    let error: serde_json::Value = serde_json::from_slice(&done.stderr).unwrap();
    assert_eq!((done.status.code(), &error["error"]["code"]), (Some(6), &"E028".into()));
    drop(open);
    assert!(program(place.path()).args(["doctor", "--rebuild"]).output().unwrap().status.success());
}

#[test]
fn shells_and_man_are_served_from_the_same_table() {
    let place = copy();
    for shell in ["bash", "zsh", "fish", "powershell", "elvish"] {
        let script =
            String::from_utf8(program(place.path()).args(["completions", shell]).output().unwrap().stdout).unwrap();
        assert!(script.contains("password-file") && script.contains("restore"), "{shell}");
    }
    let pages = place.path().join("man");
    assert!(program(place.path()).args(["man", "--out"]).arg(&pages).output().unwrap().status.success());
    let page = fs::read_to_string(pages.join("trucban-shift-open.1")).unwrap();
    assert!(page.contains("Open a shift") && page.starts_with(".ie"), "{page}");
    assert!(pages.join("trucban.1").is_file());
}

#[cfg(unix)]
#[path = "common/pty.rs"]
mod pty;

#[cfg(unix)]
#[test]
fn a_password_is_asked_for_on_a_terminal_and_never_shown() {
    let place = copy();
    add(place.path(), &incident("Lost purse"));
    let mut list = program(place.path());
    list.env_remove("TRUCBAN_PASSWORD_FILE").arg("list");
    let mut window = pty::Terminal::open(&list);
    window.wait_for("Password:");
    // The question stands there a moment before the terminal stops showing what is typed.
    std::thread::sleep(std::time::Duration::from_secs(2));
    window.send(format!("{PASSWORD}\n"));
    window.wait_for("Lost purse");
    assert_eq!(window.exit(), 0);
    assert!(!window.text().contains(PASSWORD));
}

#[cfg(unix)]
#[test]
fn a_new_password_has_to_be_typed_twice_the_same() {
    let place = copy();
    let folder = place.path().join("other");
    let mut init = program(place.path());
    init.env_remove("TRUCBAN_PASSWORD_FILE").arg("init").arg(&folder);
    init.args(["--unit", "LDG-P5", "--name", "Ward 5", "--officer", "Lan"]);
    let mut window = pty::Terminal::open(&init);
    window.wait_for("New password:");
    window.send("one long password\n");
    window.wait_for("once more:");
    window.send("another long password\n");
    window.wait_for("E052");
    assert_eq!(window.exit(), 2);
    assert!(!folder.exists());
}
