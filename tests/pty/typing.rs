//! The whole way of an incident: signed in, typed in Vietnamese as keyboards, input methods and pastes send it, saved,
//! found without accents, amended with a reason, its change read.

use std::process::Command;

use trucban::words::{Lang, Words};
use unicode_normalization::UnicodeNormalization as _;

use crate::post::{
    BACKSPACE, ENTER, F2, TAB, assert_given_back, beside, field, first_incident, incident, letters, logbook, program,
    row, unlock, unlocked,
};
use crate::pty::Terminal;

#[test]
fn an_incident_is_typed_saved_found_amended_and_its_change_read() {
    let folder = logbook();
    let mut terminal = unlocked(&folder);
    incident(&terminal, "Area*");
    terminal.keys(letters("tdp 4"));
    terminal.send(ENTER);

    field(&terminal, "Title*");
    terminal.keys(letters("Trộm xe máy"));
    terminal.send(" ở chợ Đà Lạt,".nfd().collect::<String>());
    terminal.send(format!(
        " d{BACKSPACE}đu{BACKSPACE}ưo{BACKSPACE}ơ{BACKSPACE}{BACKSPACE}ươ{BACKSPACE}ờng a{BACKSPACE}â{BACKSPACE}ấp"
    ));
    let title = "Trộm xe máy ở chợ Đà Lạt, đường ấp";
    terminal.wait_for(title);
    assert!(row(&terminal, title).contains("›Title*"));
    let (at, column) = terminal.seen().screen.cursor_position();
    assert_eq!(column, 26 + 34, "the real cursor stands behind the last letter, where input methods look");
    assert!(terminal.text().lines().nth(at.into()).unwrap().contains(title));

    terminal.send(TAB);
    terminal.send("\x1b[200~Mất xe\rtrước cổng chợ.\r\nKẻ gian bẻ khoá.\x1b[201~");
    terminal.wait_for("Kẻ gian bẻ khoá.");
    terminal.send(F2);
    terminal.wait_for(&format!("Saved {}", first_incident()));

    terminal.keys(letters("trom xe may"));
    terminal.wait("found row", |screen| screen.contents().lines().any(|row| row.contains(&first_incident())));
    terminal.send(ENTER);
    terminal.wait_for("trước cổng chợ.");
    amend(&terminal);
    history(&terminal);

    terminal.keys(["\x11", "\x11"]);
    assert_eq!(terminal.exit(), 0);
    assert_given_back(&terminal);
    let (book, rows) = beside(&folder);
    let record = book.record(&rows[0].record).unwrap();
    assert_eq!((rows.len(), record.rev, rows[0].title.as_deref()), (1, 2, Some(title)));
    assert_eq!(record.data.get("narrative"), "Mất xe\ntrước cổng chợ.\nKẻ gian bẻ khoá.");
    assert_eq!(record.data.get("loss_vnd"), 18_000_000);
}

fn amend(terminal: &Terminal) {
    terminal.send("\x05");
    terminal.wait_for("Amend");
    field(terminal, "Reason");
    terminal.keys(letters("người bị hại khai thêm"));
    field(terminal, "Loss (VND)");
    terminal.keys(letters("18000000"));
    terminal.send(F2);
    terminal.wait_for(&format!("Saved {}", first_incident()));
    terminal.settle();
}

fn history(terminal: &Terminal) {
    if !terminal.text().contains("Content") {
        terminal.send(ENTER);
    }
    terminal.wait_for("History (2)");
    terminal.send(TAB);
    terminal.wait_for("người bị hại khai thêm");
    let text = terminal.text();
    assert!(text.contains("18.000.000") && text.contains("Loss (VND)"), "{text}");
}

#[test]
fn a_wrong_password_is_said_in_vietnamese_unless_another_language_is_asked_for() {
    let folder = logbook();
    let mut program = Command::new(env!("CARGO_BIN_EXE_trucban"));
    program.env("TRUCBAN_LOGBOOK", folder.path()).env("TERM", "xterm").env("LANG", "C.UTF-8");
    for other in ["LC_ALL", "LC_MESSAGES", "TRUCBAN_LANG", "TRUCBAN_OFFICER"] {
        program.env_remove(other);
    }
    let terminal = Terminal::open(&program);
    terminal.wait_for("KHÔNG NHẬP BÍ MẬT NHÀ NƯỚC");
    terminal.keys(letters("không phải mật khẩu"));
    terminal.send(ENTER);
    terminal.wait_for(Words::new(Lang::Vi).get("E020"));
    assert!(!terminal.text().contains("không phải"), "a password is never shown");
}

#[test]
fn a_paste_that_the_terminal_does_not_mark_goes_into_one_field() {
    let folder = logbook();
    let terminal = unlocked(&folder);
    incident(&terminal, "Title*");
    terminal.send("dòng một\rdòng hai\rdòng ba");
    terminal.wait_for("dòng ba");
    assert!(row(&terminal, "dòng ba").contains("›Title*"), "{}", terminal.text());
    field(&terminal, "Narrative");
    terminal.send("bốn\rnăm\rsáu");
    terminal.wait_for("sáu");
    assert!(row(&terminal, "bốn").contains("›Narrative"), "{}", terminal.text());
}

#[test]
fn nothing_of_a_long_burst_is_lost() {
    let folder = logbook();
    let terminal = unlocked(&folder);
    incident(&terminal, "Narrative");
    let long = "Đường Nguyễn Huệ ".repeat(200);
    terminal.send(&long);
    terminal.send("HẾT");
    terminal.wait_for("HẾT");
    terminal.send(F2);
    terminal.settle();
    terminal.keys([F2, "\x1b"]);
    terminal.settle();
    terminal.send(ENTER);
    terminal.wait_for("Draft kept");
    let (book, _) = beside(&folder);
    let drafts = book.drafts(&book.officers().unwrap()[0].id).unwrap();
    let body: serde_json::Value = serde_json::from_str(&drafts[0].body).unwrap();
    assert_eq!(body["values"]["narrative"], format!("{long}HẾT"));
}

#[test]
fn without_colour_the_choice_is_still_seen() {
    let folder = logbook();
    let terminal = Terminal::open(program(folder.path()).env("NO_COLOR", "1"));
    terminal.wait_for("Password:");
    unlock(&terminal);
    incident(&terminal, "Area*");
    let text = terminal.text();
    let at = text.lines().position(|row| row.contains("›Area*")).unwrap();
    let screen = terminal.seen().screen;
    let marked = |row: usize| {
        (0..80).any(|column| screen.cell(u16::try_from(row).unwrap(), column).is_some_and(vt100::Cell::inverse))
    };
    assert!(marked(at), "the field with the cursor is reversed:\n{text}");
    assert!(!marked(at + 1), "and no other");
    let sent = String::from_utf8_lossy(&terminal.seen().bytes).into_owned();
    let looks = sent.split("\x1b[").filter_map(|part| part.split_once('m').map(|(numbers, _)| numbers.to_owned()));
    let numbers: Vec<u16> =
        looks.flat_map(|numbers| numbers.split(';').map(str::parse).collect::<Vec<_>>()).flatten().collect();
    assert!(numbers.contains(&7), "{numbers:?}");
    assert!(!numbers.iter().any(|n| matches!(n, 30..=38 | 40..=48 | 90..=107)), "a colour was sent: {numbers:?}");
}
