//! A logbook of the made-up ward: founded, staffed, lived week by week, each week but the last two sealed for a desk
//! that doesn't exist. Its keys are fresh, all else follows from the plan.

use std::path::{Path, PathBuf};

use serde_json::json;
use uuid::Uuid;

use super::registers::{NewOfficer, add_officer, find_officer};
use super::session::{Founded, Founding, found_with, object, put};
use super::week::{self, Export, Held, Which};
use super::write::{Amendment, amend};
use super::{Refused, Role, Who};
use crate::demo::{self, Plan, Tale, Ward};
use crate::fault::{Fault, Outcome};
use crate::journal::Mint;
use crate::logbook::{Acknowledged, Logbook};
use crate::record::Kind;
use crate::record::period::Week;
use crate::seal::{Identity, SigningKey};
use crate::sync::Card;

/// The least work that a key derivation may be: everybody is shown the password.
const WORK: u8 = 15;
/// Officers who can sign in.
const SIGN_IN: usize = 2;
/// Weeks that are left open.
const OPEN: usize = 2;
/// Batches that the made-up desk hasn't answered yet.
const UNANSWERED: usize = 1;

/// A folder for a made-up ward that nobody gave a place: a new one under the temp folder, never the user's own.
#[must_use]
pub fn temporary(mint: &mut dyn Mint) -> PathBuf {
    let id = mint.id().simple().to_string();
    std::env::temp_dir().join(format!("trucban-demo-{}", id.get(20..).unwrap_or(&id)))
}

/// Makes the logbook in a new or empty folder. `progress` hears how many records there are so far, and may end it with
/// a fault.
///
/// # Errors
/// E024 folder not empty; E040, E042 the disk; what `progress` said.
pub fn make(folder: &Path, plan: Plan, progress: &mut dyn FnMut(u64) -> Outcome<()>) -> Outcome<Founded> {
    tell(folder, (plan, Tale::Usual), progress)
}

/// The same with another tale, for tests; of that nothing is sealed, for nobody hands it in.
///
/// # Errors
/// As [`make`].
pub fn tell(
    folder: &Path,
    (plan, tale): (Plan, Tale),
    progress: &mut dyn FnMut(u64) -> Outcome<()>,
) -> Outcome<Founded> {
    let mut ward = Ward::new(plan).telling(tale);
    let unit = demo::unit();
    let first = demo::officers().first().map_or("", |officer| officer.name.as_str());
    let founding = Founding {
        folder,
        unit: &unit.code,
        name: &unit.name,
        officer: first,
        areas: &[],
        desk: false,
        demo: Some(&format!("{first}\n{}", demo::password())),
        password: demo::password(),
        work: WORK,
    };
    let receiver = desk()?;
    let made = found_with(&founding, &Identity::generate(), Some(&receiver), ward.mint())?;
    let Founded { book, who, recovery } = made;
    let book = book.in_bulk()?;
    areas(&book, &who, &mut ward)?;
    staff(&book, &who, &mut ward)?;
    while let Some(week) = ward.live(&book, progress)? {
        if ward.weeks_left() >= OPEN && tale == Tale::Usual {
            ward.reach(week.to);
            seal_week(&book, &who, week, &receiver, &mut ward)?;
        }
    }
    Ok(Founded { book, who, recovery })
}

/// The card of a desk whose keys nobody has.
fn desk() -> Outcome<Card> {
    let text = demo::desk();
    let key = SigningKey::generate()?.public()?;
    Ok(Card { unit: text.code.clone(), name: text.name.clone(), key, recipient: Identity::generate().recipient() })
}

fn areas(book: &Logbook, who: &Who, ward: &mut Ward) -> Outcome<()> {
    book.write(|book| {
        for area in demo::areas() {
            let id = ward.mint().id();
            let fields = object(json!({"code": area.code, "name": area.name, "type": area.kind}));
            put(book, who, (Kind::Area, id), &fields, None, ward.mint())?;
        }
        Ok(())
    })
}

/// Enters the officers: rank and number of the first, one more who can sign in, and the others by name.
fn staff(book: &Logbook, who: &Who, ward: &mut Ward) -> Outcome<()> {
    let mut ids: Vec<Uuid> = Vec::new();
    for (n, officer) in demo::officers().iter().enumerate() {
        let role = Role::parse(&officer.role).unwrap_or(Role::Officer);
        let fields = object(json!({
            "name": officer.name, "role": role.code(), "rank": officer.rank, "service_number": officer.number,
        }));
        let id = ward.mint().id();
        ids.push(match n {
            0 => {
                let why = demo::why_ranks();
                let amendment = Amendment { id, record: who.officer, input: &fields, why, base: None };
                amend(book, who, &amendment, ward.mint()).map_err(refused)?.record
            }
            n if n < SIGN_IN => {
                let new = NewOfficer {
                    name: &officer.name,
                    role,
                    rank: Some(&officer.rank),
                    number: Some(&officer.number),
                    password: demo::password(),
                    work: WORK,
                };
                let login = add_officer(book, who, &new, ward.mint())?;
                find_officer(book, &login).ok_or_else(|| Fault::bug("an officer just added"))?
            }
            _ => {
                book.write(|book| put(book, who, (Kind::Officer, id), &fields, None, ward.mint()))?;
                id
            }
        });
    }
    ward.staff(ids);
    Ok(())
}

/// The made-up ward breaks no rule; if it did, that would be a fault of the program.
fn refused(refused: Refused) -> Fault {
    match refused {
        Refused::Fault(fault) => fault,
        Refused::Findings(found) => Fault::bug(found.iter().map(|finding| finding.code).collect::<Vec<_>>().join(" ")),
    }
}

/// Seals what the week brought, as a commander does who exports it; the desk answers all but the newest.
fn seal_week(book: &Logbook, who: &Who, week: Week, card: &Card, ward: &mut Ward) -> Outcome<()> {
    let name = week.name();
    let export = Export { week: Some(&name), which: Which::Due, out: None, persons: false, despite: None };
    week::seal(book, who, &export, card, ward.mint(), &mut |_| Ok(())).map_err(|held| match held {
        Held::Fault(fault) => fault,
        Held::Holds(_) => Fault::bug("a hold in the made-up ward"),
    })?;
    let answered = ward.weeks_left() >= OPEN + UNANSWERED;
    let sealed = book.sealed()?;
    let Some(last) = sealed.last().filter(|_| answered) else { return Ok(()) };
    let (journal, number, head) = (last.journal, last.number, book.own_head()?);
    book.write(|book| book.acknowledge(&Acknowledged { journal, number, seq: head.seq, head: head.hash }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::acts::session::sign_in;
    use crate::logbook::{Mode, demo_in};
    use crate::record::when;

    #[test]
    fn the_made_up_ward_opens_with_what_it_shows() {
        let folder = tempfile::tempdir().unwrap();
        let folder = folder.path().join("ward");
        let until = when::parse("2026-11-25T20:14:00+07:00").unwrap();
        let plan = Plan { records: 120, weeks: 5, seed: 1, until };
        let mut heard = 0;
        let made = make(&folder, plan, &mut |n| {
            heard = n;
            Ok(())
        })
        .unwrap();
        assert_eq!(heard, 120);
        drop(made);
        let (officer, password) = demo_in(&folder).unwrap();
        let (book, who) = sign_in(&folder, Some(&officer), &password, Mode::Write).unwrap();
        assert_eq!((who.role, who.name), (Role::Commander, officer));
        assert!(book.own().demo.is_some() && book.open_shift().unwrap().is_some());
        let officers = book.officers().unwrap();
        assert_eq!(officers.iter().filter(|officer| officer.login.is_some()).count(), SIGN_IN);
        assert!(officers.iter().all(|officer| officer.rank.is_some()) && officers.len() == demo::officers().len());
        let weeks: Vec<String> = book.sealed().unwrap().into_iter().map(|sealed| sealed.week).collect();
        assert_eq!(weeks, ["2026-W44", "2026-W45", "2026-W46"]);
        let ack = book.acknowledged(&book.own().journal).unwrap().unwrap();
        assert_eq!(ack.number, 2);
        assert!(book.check().unwrap().is_ok());
    }
}
