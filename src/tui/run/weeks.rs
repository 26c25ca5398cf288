//! The week's acts, as the screens ask for them. Runs in the thread that writes; says how far it is, and stops when it
//! is told to.

use crate::acts::week::{self, Export, Held};
use crate::acts::{Who, look};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Logbook, files};
use crate::sync::{Card, MAX_SMALL, Watch};
use crate::tui::app::Written;
use crate::tui::app::export::Choice;
use crate::tui::app::receiver::Read;
use crate::tui::app::week::{Answer, Ask, Batches, Seen, Told};
use crate::tui::run::lists::{place, typed};

/// So many receipts are looked at, and so many records of each.
const ANSWERS: usize = 10;
const RECORDS: usize = 100;

/// Does what is asked.
pub fn answer(book: &Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint, watch: Watch<'_>) -> Told {
    match ask {
        Ask::Look(week) => Told::Seen(look(book, who, week.as_deref(), mint).map(Box::new)),
        Ask::Approve { week, despite } => {
            Told::Approved(week::approve(book, who, Some(week), despite.as_deref(), mint))
        }
        Ask::Export { week, out, choice } => {
            Told::Exported(export(book, who, (week, out, *choice), mint, watch).map(Box::new))
        }
        Ask::Receipt { file } => Told::Taken(week::receipt(book, who, &typed(file), mint).map(Box::new)),
        Ask::ReadCard { file } => Told::CardRead(read_card(file)),
        Ask::Receiver { card, fingerprint } => {
            Told::Receiver(week::set_receiver(book, who, card, Some(fingerprint)).map(|()| card.clone()))
        }
        Ask::OwnCard { file } => Told::OwnCard(own_card(book, who, file)),
    }
}

fn look(book: &Logbook, who: &Who, name: Option<&str>, mint: &mut dyn Mint) -> Outcome<Seen> {
    let now = mint.now();
    let answers = week::receipts(book, who, ANSWERS)?.into_iter().map(|receipt| {
        let remarks = receipt.items.iter().flat_map(|item| &item.findings).map(|remark| remark.record);
        let named = receipt.requests.iter().map(|request| request.record).chain(remarks).take(RECORDS);
        let rows = named.filter_map(|record| Some(look::show(book, who, &record.to_string()).ok()?.row)).collect();
        Answer { receipt, rows }
    });
    let answers = answers.collect();
    Ok(Seen { weeks: week::list(book, who, now)?, preview: week::preview(book, who, name, now)?, answers })
}

/// Reads a card and its fingerprint; whether it may be trusted is for two people to say.
pub(super) fn read_card(file: &str) -> Outcome<Read> {
    let card = Card::parse(&files::read(&typed(file), MAX_SMALL, "E101")?)?;
    Ok(Read { fingerprint: card.fingerprint()?, card })
}

/// Writes the own card for the other side.
pub(super) fn own_card(book: &Logbook, who: &Who, file: &str) -> Outcome<(Read, Written)> {
    let card = week::card(book, who)?;
    let path = place(book, file, &format!("card-{}.txt", card.unit))?;
    files::write_checked(&path, card.to_text().as_bytes())?;
    let (size, sha256) = files::print(&path)?;
    Ok((Read { fingerprint: card.fingerprint()?, card }, Written { file: files::shown(&path), size, sha256 }))
}

fn export(
    book: &Logbook,
    who: &Who,
    (name, out, choice): (&str, &str, Choice),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Result<Batches, Held> {
    let out = (!out.is_empty()).then(|| typed(out));
    let Choice { which, persons } = choice;
    let export = Export { week: Some(name), which, out: out.as_deref(), persons, despite: None };
    let exported = week::export(book, who, &export, mint, watch)?;
    let mut written = Vec::new();
    for file in exported.files.iter().filter(|file| file.extension().is_some_and(|end| end == "age")) {
        let (size, sha256) = files::print(file)?;
        written.push(Written { file: files::shown(file), size, sha256 });
    }
    Ok(Batches { exported, files: written })
}
