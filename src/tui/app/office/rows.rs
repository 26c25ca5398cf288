//! What each room's table holds: rows of text, made from what was read. Text from outside is cleaned here.

use std::path::{Path, PathBuf};

use super::super::filter::Filters;
use super::super::lines::capital;
use super::super::registers::officer_name;
use super::super::{App, Session};
use super::{Of, Room, Row, Seen};
use crate::acts::keep::Backups;
use crate::figures::signals::{Jump, Signal};
use crate::logbook::{Area, Officer};
use crate::record::when::{self, Moment};
use crate::report::signals::said;
use crate::text::clean::shown;
use crate::words::{Words, value_id};

impl App {
    /// The rooms; those that are shut to this officer say so.
    pub(super) fn menu(&self) -> Vec<Row> {
        let rows = Room::in_menu().map(|room| {
            let plan = room.plan();
            let shut = self.not_allowed(plan.right);
            let hint = self.words.get(&format!("{}.hint", plan.wording)).to_owned();
            let row = Row::new(Of::Room(room), vec![self.words.get(plan.wording).to_owned(), hint.clone()]);
            row.faint(shut.is_some()).noted(shut.unwrap_or(hint))
        });
        rows.collect()
    }

    /// The rows of what was read.
    pub(super) fn rows(&self, seen: &Seen) -> Vec<Row> {
        let words = &self.words;
        match seen {
            Seen::Officers(all) => {
                let me = self.session().map(|session: &Session| session.who.officer);
                all.iter().map(|one| officer(words, one, Some(one.id) == me)).collect()
            }
            Seen::Areas(all) => all.iter().map(|one| area(words, one)).collect(),
            Seen::Settings(all) => all.iter().map(|(name, value)| setting(words, name, value)).collect(),
            Seen::Backups(backups) => self.backups(backups),
            Seen::Signals(all) => all.iter().enumerate().map(|(n, one)| self.signal(n, one)).collect(),
            Seen::Clocks(due) => self.clock_rows(due),
            Seen::Volumes(volumes) => self.volume_rows(volumes),
            Seen::Rules(rules) => self.rule_rows(rules),
            Seen::Holds(holds) => self.hold_rows(holds),
        }
    }

    /// What stands out; where nothing crosses its threshold, only the figures.
    fn signal(&self, n: usize, signal: &Signal) -> Row {
        let known = self.session().map(|session| &session.known);
        let area = |code: &str| known.and_then(|known| known.area_name(code)).unwrap_or_else(|| shown(code));
        let said = said(signal, &self.words, area);
        let of = match &signal.jump {
            Some(Jump::Record(record)) => Of::Record(*record),
            Some(Jump::List(filter)) => Of::Records(Filters::of(filter), filter.query.clone().unwrap_or_default()),
            None => Of::Said(n),
        };
        let about = capital(&said.about);
        let note = format!("{about}: {}. {} {}", said.text, said.how, said.from);
        Row::new(of, vec![said.sort, about, said.text]).noted(note).faint(!signal.told)
    }

    /// The backups, that in another place first: it is the one that a fire leaves.
    fn backups(&self, backups: &Backups) -> Vec<Row> {
        let words = &self.words;
        let name = |file: &Path| file.file_name().map(|name| shown(&name.to_string_lossy())).unwrap_or_default();
        let row = |at: Moment, file: &PathBuf, place: String| {
            let cells = vec![when::shown(at), self.age(Some(at)), place];
            let note = words.with("tui-backup-at", &[("file", &shown(&file.display().to_string()))]);
            Row::new(Of::Backup(file.clone()), cells).noted(note)
        };
        let away = backups.elsewhere.iter().map(|(at, file)| {
            row(*at, file, words.with("tui-backup-elsewhere", &[("file", &shown(&file.display().to_string()))]))
        });
        away.chain(backups.here.iter().map(|(at, file)| row(*at, file, name(file)))).collect()
    }
}

fn state(words: &Words, ended: bool) -> String {
    words.get(if ended { "tui-state-ended" } else { "tui-state-active" }).to_owned()
}

fn officer(words: &Words, one: &Officer, me: bool) -> Row {
    let name = shown(&officer_name(one));
    let name = if me { words.with("tui-officer-me", &[("name", &name)]) } else { name };
    let cells = vec![
        name,
        one.rank.as_deref().map(shown).unwrap_or_default(),
        words.get(&value_id("role", &one.role)).to_owned(),
        one.login.as_deref().map(shown).unwrap_or_default(),
        state(words, one.ended),
    ];
    Row::new(Of::Officer(one.id), cells).faint(one.ended)
}

fn area(words: &Words, one: &Area) -> Row {
    let kind = one.kind.as_deref().map(|kind| words.get(&value_id("area-type", kind)).to_owned());
    let cells = vec![shown(&one.code), shown(&one.name), kind.unwrap_or_default(), state(words, one.ended)];
    Row::new(Of::Area(one.id), cells).faint(one.ended)
}

fn setting(words: &Words, name: &'static str, value: &str) -> Row {
    let wording = setting_id(name);
    let note = words.get(&format!("{wording}.hint")).to_owned();
    Row::new(Of::Setting(name), vec![words.get(&wording).to_owned(), setting_value(words, name, value)]).noted(note)
}

/// The wording id of a setting's name; as attribute `hint` what it changes.
pub(super) fn setting_id(name: &str) -> String {
    format!("setting-{}", name.replace('.', "-"))
}

/// A value of a setting as people read it.
pub(super) fn setting_value(words: &Words, name: &str, value: &str) -> String {
    let id = value_id(&setting_id(name), value);
    let said = words.get(&id);
    if said == id { shown(value) } else { said.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::logbook::{SETTINGS, Values};
    use crate::words::Lang;

    #[test]
    fn every_setting_says_what_it_changes_and_every_value_has_a_name() {
        for words in Lang::ALL.map(Words::new) {
            for setting in SETTINGS {
                let id = setting_id(setting.name);
                let hint = format!("{id}.hint");
                assert!(words.get(&id) != id && words.get(&hint) != hint, "{id}");
                let Values::OneOf(all) = setting.values else { continue };
                assert!(all.iter().all(|value| words.get(&value_id(&id, value)) != value_id(&id, value)), "{id}");
            }
        }
    }
}
