//! The week's acts, as the screens ask for them. Runs in the thread that writes; says how far it is, and stops when it
//! is told to.

use crate::acts::Who;
use crate::acts::week::{self, Export, Held, Which};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Logbook, files};
use crate::sync::Watch;
use crate::tui::app::Written;
use crate::tui::app::week::{Ask, Batches, Seen, Told};
use crate::tui::run::lists::typed;

/// Does what is asked.
pub fn answer(book: &Logbook, who: &Who, ask: &Ask, mint: &mut dyn Mint, watch: Watch<'_>) -> Told {
    match ask {
        Ask::Look(week) => Told::Seen(look(book, who, week.as_deref(), mint).map(Box::new)),
        Ask::Approve { week, despite } => {
            Told::Approved(week::approve(book, who, Some(week), despite.as_deref(), mint))
        }
        Ask::Export { week, out } => Told::Exported(export(book, who, (week, out), mint, watch).map(Box::new)),
        Ask::Receipt { file } => Told::Taken(week::receipt(book, who, &typed(file), mint).map(Box::new)),
    }
}

fn look(book: &Logbook, who: &Who, name: Option<&str>, mint: &mut dyn Mint) -> Outcome<Seen> {
    let now = mint.now();
    Ok(Seen { weeks: week::list(book, who, now)?, preview: week::preview(book, who, name, now)? })
}

fn export(
    book: &Logbook,
    who: &Who,
    (name, out): (&str, &str),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Result<Batches, Held> {
    let out = (!out.is_empty()).then(|| typed(out));
    let export = Export { week: Some(name), which: Which::Due, out: out.as_deref(), persons: false, despite: None };
    let exported = week::export(book, who, &export, mint, watch)?;
    let mut written = Vec::new();
    for file in exported.files.iter().filter(|file| file.extension().is_some_and(|end| end == "age")) {
        let (size, sha256) = files::print(file)?;
        written.push(Written { file: files::shown(file), size, sha256 });
    }
    Ok(Batches { exported, files: written })
}
