//! What the office asks for, done by the acts. Runs in the thread that writes.

use crate::acts::{Who, registers};
use crate::fault::{Fault, Outcome};
use crate::journal::Mint;
use crate::logbook::{Logbook, Stage, Stop, Watch};
use crate::seal;
use crate::tui::app::office::{Ask, Room, Said, Seen, Told};

/// Does what is asked.
pub fn answer(book: &mut Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint, (_, watch): (&Stop, Watch<'_>)) -> Told {
    match ask {
        Ask::Look(room) => Told::Seen(*room, look(book, who, *room)),
        Ask::Disable { login } => Told::Done(disable(book, who, login, mint, watch)),
        ask => Told::Done(done(book, who, ask, mint)),
    }
}

/// It has no steps that anybody could count, and isn't stopped halfway.
fn disable(book: &mut Logbook, who: &Who, login: &str, mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<Said> {
    watch(Stage::Rekey.at(0, 0))?;
    let login = registers::disable_officer(book, who, login, mint)?;
    Ok(Said::one("cli-officer-disabled", "login", login))
}

fn look(book: &Logbook, who: &Who, room: Room) -> Outcome<Seen> {
    match room {
        Room::Menu => Err(Fault::bug("the menu is read from nowhere")),
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
        Ask::Look(_) | Ask::Disable { .. } => Err(Fault::bug("it is done elsewhere")),
    }
}
