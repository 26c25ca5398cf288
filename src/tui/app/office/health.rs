//! What the doctor found, in plain words: each thing that was checked, how it is, and what to do about it.

use super::super::App;
use super::super::cards::Card;
use super::super::menu::Then;
use super::{Ask, Found, Of, Row};
use crate::fault::Outcome;
use crate::record::when;
use crate::text::{clean, number};

/// Something that was checked: the end of its wording ids, whether it is well, and what was found.
struct Check {
    name: &'static str,
    well: bool,
    found: String,
}

fn checks(found: &Found) -> [Check; 8] {
    let health = &found.health;
    let check = |name, well, found: &str| Check { name, well, found: clean::shown(found) };
    let count = |name, well, count| Check { name, well, found: number::grouped(count) };
    [
        check("integrity", health.integrity == "ok", &health.integrity),
        check("chain", health.chain == "ok", &health.chain),
        count("lost", health.lost == 0, health.lost),
        check("derived", health.derived == "same", &health.derived),
        check("receiver", !found.forked, ""),
        count("purged", true, health.purged),
        count("withheld", true, health.withheld),
        count("entries", true, health.entries),
    ]
}

impl App {
    /// The rows of the last check; none before the first.
    pub(super) fn health_rows(&self) -> Vec<Row> {
        let Some((at, found)) = self.session().and_then(|session| session.health.as_deref()) else {
            return Vec::new();
        };
        let words = &self.words;
        let rows = checks(found).into_iter().map(|check| {
            let counted = matches!(check.name, "purged" | "withheld" | "entries");
            let result = match (counted, check.well) {
                (true, _) => check.found.clone(),
                (false, true) => words.get("tui-check-well").to_owned(),
                (false, false) => words.get("tui-check-ill").to_owned(),
            };
            let id = format!("tui-check-{}", check.name);
            let args = [("found", &*check.found), ("head", &*found.health.head)];
            let hint = if check.well { format!("{id}.hint") } else { format!("{id}-ill") };
            let note = words.with(&hint, &args);
            let note = format!("{note} {}", words.with("tui-checked-at", &[("at", &when::shown(*at))]));
            Row::new(Of::Check(check.name), vec![words.get(&id).to_owned(), result]).noted(note)
        });
        rows.collect()
    }

    /// Everything was checked.
    pub(super) fn checked(&mut self, result: Outcome<Found>) {
        self.work_over();
        match result {
            Ok(found) => {
                let well = found.health.is_ok() && !found.forked;
                let views = found.health.derived != "same";
                let now = self.now;
                if let Some(session) = self.session_mut() {
                    session.health = Some(Box::new((now, found)));
                }
                if well {
                    self.notice = Some(self.words.get("cli-doctor-ok").to_owned());
                } else {
                    self.ill(views);
                }
                self.look_at_office();
            }
            Err(fault) => self.office_failed(&fault),
        }
    }

    /// Something is wrong: what, and what can be done about it here and now.
    fn ill(&mut self, views: bool) {
        let Some((_, found)) = self.session().and_then(|session| session.health.as_deref()) else { return };
        let ill = checks(found).into_iter().filter(|check| !check.well);
        let said: Vec<String> = ill
            .map(|check| {
                self.words.with(&format!("tui-check-{}-ill", check.name), &[("found", &check.found), ("head", "")])
            })
            .collect();
        if views {
            let offers = vec![
                (self.words.get("tui-rebuild-later").to_owned(), Then::Back),
                (self.words.get("task-rebuild").to_owned(), Then::Office(Ask::Rebuild)),
            ];
            self.offer("tui-doctor-ill", said, offers);
        } else {
            self.card = Some(Card::Told { heading: "tui-doctor-ill", said, top: 0 });
        }
    }
}
