//! The office: the menu, the registers, the settings, and what a logbook would answer to all of its rooms.

use trucban::acts::Role;
use trucban::acts::figures::Table;
use trucban::acts::keep::{Backups, Volume, Volumes};
use trucban::acts::look::Looked;
use trucban::acts::purge::{Purge, Sum};
use trucban::fault::{Fault, Kind};
use trucban::figures::compare::Row;
use trucban::figures::signals::{About, Jump, Signal, Sort};
use trucban::figures::{Indicator, Unit};
use trucban::logbook::{Filter, Health, Hold, Officer, SETTINGS};
use trucban::record::period::Period;
use trucban::record::rulebook::Rulebook;
use trucban::sync::Stage as Stages;
use trucban::tui::app::Secret;
use trucban::tui::app::filter::Stretch;
use trucban::tui::app::first::Paper;
use trucban::tui::app::office::{Accesses, Ask, Asked, Due, Found, PAGE, Room, Said, Seen, Take, Told};
use trucban::tui::app::{Effect, Msg, Written};
use uuid::Uuid;

use super::{answer, at_board};
use crate::stage::Stage;
use crate::ward;

/// What a logbook would answer; the words stand where somebody typed them.
pub fn told(ask: &Ask, words: &str) -> Told {
    match ask {
        Ask::Look(room) => Told::Seen(*room, Ok(seen(*room, words))),
        Ask::Backup { .. } => Told::BackedUp(Ok(Written {
            file: format!("/media/usb/{words}/LDG-P2-20261123-201400.tar"),
            size: 4_821_504,
            sha256: "5e".repeat(32),
        })),
        Ask::Desk(ask) => Told::Desk(super::desk::told(ask, words)),
        Ask::Check => Told::Checked(Ok(Found { health: health(words), forked: false })),
        Ask::Due(take) => Told::Due(Ok(due(take.clone(), words))),
        Ask::NewCode(_) => {
            let code = Secret(super::first::CODE.to_owned().into());
            Told::Code(Ok(Paper::new(code, Uuid::from_u128(0x0305))))
        }
        Ask::Purge { .. } => Told::Purged(Ok(Sum { records: 2, persons: 3, facts: 1, held: 0 })),
        Ask::Accesses { days, before } => Told::Accesses(Ok(accesses(*days, *before, words))),
        Ask::Figures(asked) => Told::Figures(*asked, Ok(Box::new(figures(*asked)))),
        Ask::AccessFile { .. } => Told::AccessFile(Ok((
            1204,
            Written { file: format!("/media/usb/{words}.csv"), size: 98_304, sha256: "5e".repeat(32) },
        ))),
        _ => Told::Done(Ok(Said::one("cli-password-set", "login", words))),
    }
}

/// A logbook that can't.
pub fn refused(ask: &Ask) -> Told {
    let fault = || Fault::new(Kind::Disk, "E040");
    match ask {
        Ask::Look(room) => Told::Seen(*room, Err(fault())),
        Ask::Backup { .. } => Told::BackedUp(Err(fault())),
        Ask::Check => Told::Checked(Err(Fault::new(Kind::Use, "E083"))),
        Ask::Desk(ask) => Told::Desk(super::desk::refused(ask)),
        Ask::Due(_) => Told::Due(Err(Fault::new(Kind::Finding, "E011").with("record", "VV-2026-000999"))),
        Ask::NewCode(_) => Told::Code(Err(fault())),
        Ask::Purge { .. } => Told::Purged(Err(fault())),
        Ask::Accesses { .. } => Told::Accesses(Err(fault())),
        Ask::Figures(asked) => Told::Figures(*asked, Err(fault())),
        Ask::AccessFile { .. } => Told::AccessFile(Err(fault())),
        _ => Told::Done(Err(fault())),
    }
}

fn seen(room: Room, words: &str) -> Seen {
    match room {
        Room::Backups => Seen::Backups(Backups {
            here: vec![
                (ward::at("2026-11-23T07:02"), "/var/so/backups/LDG-P2-20261123-070200.tar".into()),
                (ward::at("2026-11-22T19:01"), "/var/so/backups/LDG-P2-20261122-190100.tar".into()),
            ],
            elsewhere: Some((ward::at("2026-11-14T19:00"), format!("/media/usb/{words}.tar").into())),
        }),
        Room::Holds => {
            let hold = |record, at| Hold { record, officer: Uuid::from_u128(0xA), at: ward::at(at) };
            let rows = ward::rows().into_iter().take(2);
            let both = rows.zip(["2026-10-02T09:00", "2026-11-12T15:30"]);
            Seen::Holds(both.map(|(row, at)| (hold(row.record, at), row)).collect())
        }
        Room::Journals => Seen::Volumes(volumes()),
        Room::Purge => Seen::Rules(Rulebook::builtin().retention().to_vec()),
        Room::Menu | Room::Doctor | Room::Officers | Room::Due | Room::Access | Room::Recovery => {
            Seen::Officers(staff(words))
        }
        Room::Areas => {
            let mut areas = ward::opened().areas;
            areas[1].ended = true;
            areas[2].kind = Some("buon".into());
            Seen::Areas(areas)
        }
        Room::Signals => Seen::Signals(signals(words)),
        Room::Clocks => Seen::Clocks(clocks(words)),
        Room::Settings => {
            Seen::Settings(SETTINGS.iter().map(|setting| (setting.name, setting.fallback.to_owned())).collect())
        }
        Room::Posts | Room::Post | Room::Compare | Room::Figures => panic!("asked for in its own way"),
    }
}

/// Figures of whatever period is asked for.
fn figures(asked: Asked) -> Table {
    let calendar = Rulebook::builtin().calendar();
    let runs = Period::containing(asked.length, ward::at("2026-11-23T20:14"), calendar).unwrap();
    let period = runs.step(asked.steps, calendar).unwrap();
    let row = |code: &str, unit, [value, previous, last_year, cumulative]: [u64; 4]| Row {
        this: Indicator { code: code.to_owned(), unit, value },
        previous: Some(previous),
        last_year: Some(last_year),
        cumulative,
    };
    let rows = vec![
        row("incident.total", Unit::Case, [37, 61, 35, 1_204]),
        row("incident.group.PROP", Unit::Case, [9, 14, 9, 318]),
        row("incident.category.PROP.THVH", Unit::Case, [5, 0, 2, 61]),
        row("incident.category.FRAU.CYBR", Unit::Case, [0, 3, 0, 40]),
        row("incident.injured", Unit::Person, [1, 2, 0, 19]),
        row("incident.loss_vnd", Unit::Dong, [118_560_000, 96_000_000, 0, 4_250_000_000]),
        row("patrol.total", Unit::Turn, [25, 25, 21, 1_130]),
        row("patrol.people", Unit::PersonTurn, [240, 200, 168, 10_420]),
        row("patrol.fines_vnd", Unit::Dong, [1_800_000, 0, 900_000, 61_200_000]),
        row("shift.total", Unit::Shift, [14, 14, 14, 660]),
    ];
    Table { period: Some(period), spans: period.compared(calendar).unwrap(), rows }
}

/// The clocks of that evening, on a record that somebody named.
fn clocks(words: &str) -> Vec<trucban::acts::clocks::Due> {
    let mut due = ward::clocks::due();
    for one in &mut due {
        one.row.title = Some(words.to_owned());
    }
    due
}

/// A few signals, the last of which only gives its figures.
fn signals(words: &str) -> Vec<Signal> {
    let one = |sort, about, told, records, args: &[(&'static str, &str)]| Signal {
        sort,
        about,
        told,
        args: args.iter().map(|(name, value)| (*name, (*value).to_owned())).collect(),
        records,
        jump: Some(Jump::Record(Uuid::from_u128(0xE))),
    };
    let rhythm = [("active", "38"), ("weeks", "52"), ("patience", "30"), ("last", "21/09/2026"), ("quiet", "63")];
    let gap = [("active", "40"), ("weeks", "52"), ("gap", "44"), ("from", "02/03/2026"), ("to", "15/04/2026")];
    let rising = [("recent", "31"), ("before", "9"), ("sessions", "0"), ("topic", "drugs")];
    let mut quiet = one(Sort::Quiet, About::Area("TDP 4".into()), true, 112, &rhythm);
    let area = Filter { area: Some("TDP 4".into()), ..Filter::default() };
    quiet.jump = Some(Jump::List(Box::new(area)));
    let cameras = About::Named(format!("Camera an ninh {words}"));
    let quota = [("quota", "outreach"), ("done", "2"), ("planned", "12"), ("days", "25"), ("all", "45")];
    let fault = [("shifts", "16"), ("from", "15/11/2026"), ("days", "8")];
    vec![
        quiet,
        one(Sort::Gap, About::Partner("youth".into()), true, 14, &gap),
        one(Sort::Units, cameras, true, 1, &[("working", "88"), ("total", "285")]),
        one(Sort::Rising, About::Category("VICE.DRUU".into()), true, 40, &rising),
        one(Sort::Place, About::Place { area: "TDP 7".into(), place: words.to_owned() }, true, 12, &[("count", "12")]),
        one(Sort::Campaign, About::Named("Cao điểm tấn công trấn áp tội phạm".into()), true, 31, &quota),
        one(Sort::Strength, About::Post, true, 56, &[("short", "3"), ("all", "56"), ("minimum", "6")]),
        one(Sort::Fault, About::Item("Bộ đàm".into()), true, 16, &fault),
        one(Sort::Regular, About::Area("TDP 7".into()), false, 231, &[("active", "51"), ("weeks", "52"), ("gap", "8")]),
    ]
}

fn staff(words: &str) -> Vec<Officer> {
    let mut officers = ward::opened().officers;
    for (officer, rank) in officers.iter_mut().zip(["Thiếu tá", "Đại úy", "Trung úy"]) {
        officer.rank = Some(rank.into());
    }
    officers[0].login = Some("nguyen-van-a".into());
    officers[1].login = Some("tran-thi-bich".into());
    officers.push(Officer {
        id: Uuid::from_u128(0xD),
        name: Some(words.to_owned()),
        rank: None,
        role: "auditor".into(),
        login: Some("le-van-tam".into()),
        ended: true,
    });
    officers
}

/// What a purge would take; the last record is on hold.
fn due(take: Take, words: &str) -> Due {
    let mut rows = ward::rows();
    rows.truncate(3);
    let mut first: Vec<Purge> = rows.into_iter().map(|row| Purge { row, sheaves: Vec::new(), held: false }).collect();
    first[0].row.title = Some(words.to_owned());
    first[2].held = true;
    Due { take, sum: Sum { records: 2, persons: 3, facts: 1, held: 1 }, first }
}

/// A page of who saw what.
fn accesses(days: Option<Stretch>, before: Option<i64>, words: &str) -> Accesses {
    let seen = [
        ("2026-11-23T20:02", 0xA, "reveal", "bị hại xin xác nhận"),
        ("2026-11-22T09:15", 0xB, "search", words),
        ("2026-11-20T16:40", 0xC, "export", "2026-W47 -> LDG-CT"),
    ];
    let row = |(row, (at, by, what, why)): (i64, &(&str, u128, &str, &str))| Looked {
        row,
        at: Some(ward::at(at)),
        by: Some(Uuid::from_u128(*by)),
        what: (*what).to_owned(),
        record: (*what == "reveal").then(|| (Uuid::from_u128(0x1001), "LDG-P2-VV-2026-000123".to_owned())),
        why: (*why).to_owned(),
    };
    let count = if before.is_some() || days.is_some() { 7 } else { PAGE };
    let found = (0..900).rev().zip(seen.iter().cycle()).take(count).map(row).collect();
    Accesses { days, before, found }
}

/// Two volumes, the first continued after a restore.
pub fn volumes() -> Volumes {
    let volume = |id, at, until, last| Volume { journal: Uuid::from_u128(id), begun: Some(ward::at(at)), until, last };
    let all = vec![volume(0x2, "2026-10-30T08:12", 3_214, 3_214), volume(0x1, "2025-01-02T07:00", 9_266, 9_270)];
    Volumes { all, forked: false }
}

/// A logbook of which nothing is wrong.
pub fn health(head: &str) -> Health {
    Health {
        entries: 12_480,
        head: head.to_owned(),
        chain: "ok".into(),
        integrity: "ok".into(),
        derived: "same".into(),
        withheld: 0,
        purged: 31,
        lost: 0,
    }
}

/// The menu.
pub fn office(stage: &mut Stage) {
    at_board(stage);
    stage.keys("Ctrl+A Down");
}

/// A room, by as many steps down the menu as it takes.
pub fn room(stage: &mut Stage, room: Room) {
    at_board(stage);
    enter(stage, room);
}

fn enter(stage: &mut Stage, room: Room) {
    stage.keys("Ctrl+A Home");
    for _ in Room::in_menu().take_while(|other| *other != room) {
        stage.keys("Down");
    }
    stage.keys("Enter");
    answer(stage);
}

/// The officers.
pub fn officers(stage: &mut Stage) {
    room(stage, Room::Officers);
    stage.keys("Down");
}

/// A new officer.
pub fn officer_new(stage: &mut Stage) {
    officers(stage);
    stage.keys("Ctrl+N \"Phạm Văn Dũng\" Enter \"Thượng úy\" Enter");
}

/// Their password, typed twice.
pub fn password(stage: &mut Stage) {
    officer_new(stage);
    stage.keys("F2 \"mật khẩu dài\" Enter \"mật\"");
}

/// An officer is to be disabled.
pub fn officer_disable(stage: &mut Stage) {
    officers(stage);
    stage.keys("Ctrl+D");
}

/// They are, which takes its time.
pub fn officer_rekey(stage: &mut Stage) {
    officer_disable(stage);
    stage.keys("Down Enter");
    stage.tell(Msg::Going(Stages::Rekey.at(0, 0)));
    stage.keys("Esc F3 Ctrl+Q Ctrl+Q");
    assert!(stage.taken().iter().all(|effect| matches!(effect, Effect::Office(Ask::Disable { .. }))));
}

/// Another window has the logbook open.
pub fn officer_busy(stage: &mut Stage) {
    officer_rekey(stage);
    stage.tell(Msg::Office(Told::Done(Err(Fault::new(Kind::Busy, "E028")))));
}

/// The areas.
pub fn areas(stage: &mut Stage) {
    room(stage, Room::Areas);
    stage.keys("Down");
}

/// Several areas at once.
pub fn areas_new(stage: &mut Stage) {
    areas(stage);
    stage.keys("Ctrl+B");
    stage.tell(Msg::Paste("TDP 8\nTDP 9\nBuôn Ja".into()));
}

/// The settings.
pub fn settings(stage: &mut Stage) {
    room(stage, Room::Settings);
    stage.keys("End");
}

/// The day on which a week begins.
pub fn setting_day(stage: &mut Stage) {
    room(stage, Room::Settings);
    stage.keys("Enter Down");
}

/// Somebody who may not.
pub fn office_refused(stage: &mut Stage) {
    stage.keys("\"x\" Enter");
    let mut opened = ward::opened();
    opened.who.role = Role::Officer;
    stage.tell(Msg::Unlocked(Ok(Box::new(opened))));
    answer(stage);
    enter(stage, Room::Officers);
    stage.keys("Ctrl+N");
}

/// What stands out in the work.
pub fn signals_seen(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F8");
    answer(stage);
    stage.keys("Down Down Down");
}

/// The figures of the week that ended last.
pub fn figures_week(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F8");
    answer(stage);
    stage.keys("F6");
    answer(stage);
    stage.keys("Down Down");
}

/// Of a month, three before the one that runs.
pub fn figures_month(stage: &mut Stage) {
    figures_week(stage);
    stage.keys("Ctrl+K Down Enter");
    answer(stage);
    for _ in 0..2 {
        stage.keys("Left");
        answer(stage);
    }
    stage.keys("Home");
}

/// Which periods there are.
pub fn figures_lengths(stage: &mut Stage) {
    figures_week(stage);
    stage.keys("Ctrl+K");
}

/// The legal clocks that run.
pub fn clocks_seen(stage: &mut Stage) {
    at_board(stage);
    stage.keys("Ctrl+T");
    answer(stage);
    stage.keys("Down");
}

/// Those that are overdue.
pub fn clocks_overdue(stage: &mut Stage) {
    clocks_seen(stage);
    stage.keys("Ctrl+T");
}

/// The records of one signal.
pub fn signals_records(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F8");
    answer(stage);
    stage.keys("Enter");
    answer(stage);
}
