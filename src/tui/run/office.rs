//! What the office asks for, done by the acts. Runs in the thread that writes.

use super::{desks, lists};
use crate::acts::{Who, keep, registers};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Stage, Stop, Watch, files};
use crate::record::when;
use crate::seal;
use crate::tui::app::Written;
use crate::tui::app::office::{Ask, Room, Said, Seen, Told};

/// Does what is asked.
pub fn answer(book: &mut Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint, watched: (&Stop, Watch<'_>)) -> Told {
    let (stop, watch) = watched;
    match ask {
        Ask::Look(room) => Told::Seen(*room, look(book, who, *room)),
        Ask::Desk(ask) => Told::Desk(desks::answer(book, who, ask, mint.now())),
        Ask::Disable { login } => Told::Done(disable(book, who, login, mint, watch)),
        Ask::Backup { to } => Told::BackedUp(backup(book, who, to, mint, (stop, watch))),
        Ask::Check => Told::Checked(keep::doctor_watched(book, who, stop, watch)),
        Ask::Rebuild => {
            Told::Done(keep::rebuild_watched(book, who, watch).map(|()| Said::one("tui-rebuilt", "room", "")))
        }
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
    // A folder made under the name of a stick that isn't there would lie on the very disk that a backup is to outlive.
    if let Some(folder) = file.parent().filter(|folder| !to.is_empty() && !folder.is_dir()) {
        return Err(Fault::new(Kind::Use, "E058").with("folder", files::shown(folder)));
    }
    keep::backup_watched(book, who, &file, mint, watched)?;
    let (size, sha256) = files::print(&file)?;
    Ok(Written { file: files::shown(&file), size, sha256 })
}

/// It has no steps that anybody could count, and isn't stopped halfway.
fn disable(book: &mut Logbook, who: &Who, login: &str, mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<Said> {
    watch(Stage::Rekey.at(0, 0))?;
    let login = registers::disable_officer(book, who, login, mint)?;
    Ok(Said::one("cli-officer-disabled", "login", login))
}

fn look(book: &Logbook, who: &Who, room: Room) -> Outcome<Seen> {
    match room {
        Room::Menu | Room::Doctor | Room::Posts | Room::Post | Room::Signals => Err(Fault::bug("it is read elsewhere")),
        Room::Backups => keep::backups(book, who).map(Seen::Backups),
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
        Ask::Set { name, value } => {
            registers::set(book, who, name, value)?;
            Ok(Said { wording: "tui-setting-set", args: vec![("value", value.clone())] })
        }
        Ask::Look(_) | Ask::Desk(_) | Ask::Disable { .. } | Ask::Backup { .. } | Ask::Check | Ask::Rebuild => {
            Err(Fault::bug("it is done elsewhere"))
        }
    }
}
