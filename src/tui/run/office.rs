//! What the office asks for, done by the acts. Runs in the thread that writes.

use std::collections::HashMap;

use uuid::Uuid;

use super::first::print;
use super::{desks, lists};
use crate::acts::figures::{self, Table};
use crate::acts::look::{self, Looked};
use crate::acts::purge::{self, Sum, Which};
use crate::acts::{Who, clocks, keep, registers, session, signals};
use crate::fault::{Fault, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Stage, Stop, Watch, files};
use crate::record::when::{self, Moment};
use crate::report::access;
use crate::report::sheet::{Form, Sheet};
use crate::seal;
use crate::tui::app::Secret;
use crate::tui::app::Written;
use crate::tui::app::filter::Stretch;
use crate::tui::app::first::Paper;
use crate::tui::app::office::{Accesses, Ask, Asked, Due, Found, PAGE, Room, Said, Seen, Take, Told};
use crate::words::{Lang, Words};

/// Does what is asked.
pub fn answer(book: &mut Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint, watched: (&Stop, Watch<'_>)) -> Told {
    let (stop, watch) = watched;
    match ask {
        Ask::Look(room) => Told::Seen(*room, look(book, who, *room)),
        Ask::Desk(ask) => Told::Desk(desks::answer(book, who, ask, mint, watch)),
        Ask::Disable { login } => Told::Done(disable(book, who, login, mint, watch)),
        Ask::Backup { to } => Told::BackedUp(backup(book, who, to, mint, (stop, watch))),
        Ask::Check => Told::Checked(
            keep::doctor_watched(book, who, stop, watch)
                .and_then(|health| Ok(Found { health, forked: keep::is_forked(book, who)? })),
        ),
        Ask::Rebuild => {
            Told::Done(keep::rebuild_watched(book, who, watch).map(|()| Said::one("tui-rebuilt", "room", "")))
        }
        Ask::Due(take) => Told::Due(due(book, who, take, mint, watch)),
        Ask::Purge { take, why } => Told::Purged(purge(book, who, (take, why), mint, watch)),
        Ask::Accesses { days, before } => Told::Accesses(accesses(book, who, *days, *before)),
        Ask::AccessFile { to, days, lang } => Told::AccessFile(access_file(book, who, (to, *days, *lang), mint, watch)),
        Ask::Figures(asked) => Told::Figures(*asked, figures(book, who, *asked, mint.now())),
        Ask::NewJournal { why } => {
            let begun = keep::new_journal(book, who, why, mint);
            Told::Done(begun.map(|_| Said { wording: "tui-journal-begun", args: Vec::new() }))
        }
        Ask::NewCode(password) => {
            let proven = session::prove(book, &who.login, &password.0);
            let code = proven.and_then(|_| registers::fresh_recovery(who));
            Told::Code(code.map(|code| Paper::new(Secret(code), mint.id())))
        }
        Ask::Print(sheet) => Told::Printed(print(sheet)),
        ask => Told::Done(done(book, who, ask, mint)),
    }
}

/// Writes a backup where it was typed; in a folder, and where nothing was typed, under a name of its own.
fn backup(book: &Logbook, who: &Who, to: &str, mint: &mut dyn Mint, watched: (&Stop, Watch<'_>)) -> Outcome<Written> {
    let mut file = if to.is_empty() { book.folder().backups() } else { lists::typed(to) };
    if to.is_empty() || file.is_dir() {
        let at = mint.now().with_timezone(&when::zone()).format("%Y%m%d-%H%M%S");
        file.push(format!("{}-{at}.tar", book.own().unit));
    }
    files::absent(&file)?;
    if !to.is_empty() {
        lists::in_a_folder(&file)?;
    }
    keep::backup_watched(book, who, &file, mint, watched)?;
    let (size, sha256) = files::print(&file)?;
    Ok(Written { file: files::shown(&file), size, sha256 })
}

/// The figures of a period.
///
/// # Errors
/// E021, E129; those of the database.
pub fn figures(book: &Logbook, who: &Who, asked: Asked, now: Moment) -> Outcome<Box<Table>> {
    let period = figures::around(book, asked.length, asked.steps, now)?;
    figures::of_period(book, who, period).map(Box::new)
}

/// So many records of a purge are shown; nobody looks through more.
const SHOWN: usize = 500;

/// What a purge would take.
fn due(book: &Logbook, who: &Who, take: &Take, mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<Due> {
    let mut first = purge::preview_watched(book, who, which(book, take)?, mint.now(), watch)?;
    let sum = Sum::of(&first);
    first.truncate(SHOWN);
    Ok(Due { take: take.clone(), sum, first })
}

/// It goes.
fn purge(book: &Logbook, who: &Who, (take, why): (&Take, &str), mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<Sum> {
    purge::purge_watched(book, who, which(book, take)?, why, mint, watch).map(|gone| Sum::of(&gone))
}

fn which<'a>(book: &Logbook, take: &'a Take) -> Outcome<Which<'a>> {
    match take {
        Take::Rule(name) => Ok(Which::Rule(name)),
        Take::Record(number) => book.resolve(number).map(Which::Record),
    }
}

/// A page of who saw what.
fn accesses(book: &Logbook, who: &Who, days: Option<Stretch>, before: Option<i64>) -> Outcome<Accesses> {
    let between = days.map_or((None, None), Stretch::bounds);
    let found = look::access_page(book, who, between, before, PAGE)?;
    Ok(Accesses { days, before, found })
}

/// All of it as a file for spreadsheets.
fn access_file(
    book: &Logbook,
    who: &Who,
    (to, days, lang): (&str, Option<Stretch>, Lang),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Outcome<(usize, Written)> {
    let now = mint.now();
    let name = now.with_timezone(&when::zone()).format("access-%Y-%m-%d-%H%M.csv").to_string();
    let (file, words) = (lists::place(book, to, &name)?, Words::new(lang));
    let officers: HashMap<Uuid, String> =
        book.officers()?.into_iter().filter_map(|one| Some((one.id, one.name.or(one.login)?))).collect();
    let row = |one: &Looked| {
        let by = one.by.map(|by| officers.get(&by).cloned().unwrap_or_else(|| by.to_string())).unwrap_or_default();
        let number = one.record.as_ref().map_or("", |(_, number)| number);
        access::row(&words, one.at, [&by, &one.what, number, &one.why])
    };
    let between = days.map_or((None, None), Stretch::bounds);
    let sheet = Sheet::begin(Form::of(&file), words.get("sheet-access"), &access::heads(&words))?;
    lists::write(&file, (sheet, now), watch, |put| {
        look::export_accesses(book, who, between, mint, &mut |page| put(page.iter().map(row).collect()))
    })
}

/// It has no steps that anybody could count, and isn't stopped halfway.
fn disable(book: &mut Logbook, who: &Who, login: &str, mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<Said> {
    watch(Stage::Rekey.at(0, 0))?;
    let login = registers::disable_officer(book, who, login, mint)?;
    Ok(Said::one("cli-officer-disabled", "login", login))
}

/// What the thread that reads is asked for: it takes longer where more is logged, and a newer question interrupts it.
///
/// # Errors
/// E021; those of the database.
pub fn read(book: &Logbook, who: &Who, room: Room, now: Moment) -> Outcome<Seen> {
    match room {
        Room::Clocks => clocks::due(book, who, now).map(Seen::Clocks),
        _ => signals::all(book, who, now).map(Seen::Signals),
    }
}

fn look(book: &Logbook, who: &Who, room: Room) -> Outcome<Seen> {
    match room {
        Room::Menu
        | Room::Doctor
        | Room::Due
        | Room::Access
        | Room::Recovery
        | Room::Posts
        | Room::Post
        | Room::Compare
        | Room::Signals
        | Room::Figures
        | Room::Clocks => Err(Fault::bug("it is read elsewhere")),
        Room::Purge => purge::rules(book, who).map(Seen::Rules),
        Room::Backups => keep::backups(book, who).map(Seen::Backups),
        Room::Journals => keep::volumes(book, who).map(Seen::Volumes),
        Room::Holds => purge::holds(book, who).map(Seen::Holds),
        Room::Officers => registers::officers(book, who).map(Seen::Officers),
        Room::Areas => registers::areas(book, who).map(Seen::Areas),
        Room::Settings => registers::settings(book, who).map(Seen::Settings),
    }
}

fn done(book: &Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint) -> Outcome<Said> {
    match ask {
        Ask::Password { login, password } => {
            let login = registers::set_password(book, who, login.as_deref(), &password.0, seal::calibrated())?;
            Ok(Said::one("cli-password-set", "login", login))
        }
        Ask::EndArea { record, why } => {
            let saved = registers::end_area(book, who, *record, why, mint)?;
            Ok(Said::one("tui-area-ended", "number", saved.number))
        }
        Ask::Hold { number } => {
            let record = book.resolve(number)?;
            purge::hold(book, who, &record, mint)?;
            Ok(Said::one("cli-hold-added", "number", book.record(&record)?.row.number))
        }
        Ask::Release { record } => {
            let there = purge::release(book, who, record, mint)?;
            let said = if there { "cli-hold-removed" } else { "cli-hold-none" };
            Ok(Said::one(said, "number", book.record(record)?.row.number))
        }
        Ask::Recovery(code) => {
            registers::set_recovery(book, who, &code.0, mint)?;
            Ok(Said { wording: "tui-recovery-done", args: Vec::new() })
        }
        Ask::Set { name, value } => {
            registers::set(book, who, name, value)?;
            Ok(Said { wording: "tui-setting-set", args: vec![("value", value.clone())] })
        }
        Ask::Look(_)
        | Ask::Desk(_)
        | Ask::Disable { .. }
        | Ask::Backup { .. }
        | Ask::Check
        | Ask::Rebuild
        | Ask::Due(_)
        | Ask::NewCode(_)
        | Ask::Print(_)
        | Ask::Figures(_)
        | Ask::Accesses { .. }
        | Ask::AccessFile { .. }
        | Ask::NewJournal { .. }
        | Ask::Purge { .. } => Err(Fault::bug("it is done elsewhere")),
    }
}
