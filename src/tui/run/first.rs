//! What the first run asks of the thread that writes: a code, a card, a paper, a logbook.

use std::path::{Path, PathBuf};

use super::lists::typed;
use super::weeks::read_card;
use crate::acts::demo;
use crate::acts::session::{Founding, found_with};
use crate::demo::{Plan, password};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Progress, Stage, Watch, files, logins_in};
use crate::seal::{self, Identity};
use crate::tui::app::Secret;
use crate::tui::app::first::{Ask, New, Print, Ready, Told};

/// Does what is asked. The folder becomes that of a made-up ward, when one was made.
pub fn answer(folder: &mut PathBuf, ask: &Ask, mint: &mut dyn Mint, watch: Watch<'_>) -> Told {
    match ask {
        Ask::Paper => Told::Paper(Secret(Identity::generate().secret())),
        Ask::Card(file) => Told::Card(read_card(file)),
        Ask::Print(paper) => Told::Printed(print(paper)),
        Ask::Found(new) => Told::Ready(found(folder, new, mint)),
        Ask::Demo => Told::Ready(made_up(mint, watch).map(|(made, ready)| {
            *folder = made;
            ready
        })),
    }
}

fn found(folder: &Path, new: &New, mint: &mut dyn Mint) -> Outcome<Ready> {
    let founding = Founding {
        folder,
        unit: &new.unit,
        name: &new.name,
        officer: &new.officer,
        areas: &new.areas,
        desk: false,
        demo: None,
        password: &new.password.0,
        work: seal::calibrated(),
    };
    let recovery = Identity::parse(&new.recovery.0)?;
    let founded = found_with(&founding, &recovery, new.receiver.as_ref(), mint)?;
    let login = founded.who.login;
    Ok(Ready { logins: logins_in(folder), login, demo: None })
}

/// A ward of the usual size; nothing is left of one that was stopped.
fn made_up(mint: &mut dyn Mint, watch: Watch<'_>) -> Outcome<(PathBuf, Ready)> {
    let (folder, plan) = (demo::temporary(mint), Plan::usual(mint.now()));
    let total = plan.records;
    let made = demo::make(&folder, plan, &mut |done| watch(Progress { stage: Stage::Demo, done, total }));
    if made.is_err() {
        let _ = std::fs::remove_dir_all(&folder);
    }
    let ready = Ready { logins: logins_in(&folder), login: made?.who.login, demo: Some(password().to_owned()) };
    Ok((folder, ready))
}

/// Writes the recovery paper into a new file that only its owner may read.
pub fn print(paper: &Print) -> Outcome<String> {
    let mut file = typed(&paper.path);
    if file.is_dir() || paper.path.ends_with('/') {
        file.push(&paper.name);
    }
    files::absent(&file)?;
    files::write(&file, paper.text.0.as_bytes())?;
    Ok(files::shown(&file))
}
