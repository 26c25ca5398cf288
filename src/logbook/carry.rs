//! A new journal that goes on where one was left: at its end after a restore, at the last entry that both stories have
//! after a fork. What was written since is carried over, act by act under its own id, so that it reaches the receiver;
//! the lines that it repeats stay where they are.

use std::collections::HashMap;

use serde_json::{Map, Value};
use uuid::Uuid;

use super::purge::named;
use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::envelope::{self, Opened};
use crate::journal::{Act, Entry, Hash, Head, Mint};

/// What a carried line needs of those that were carried before it.
#[derive(Default)]
struct Moved {
    /// Number in the new journal, by the old place.
    places: HashMap<(Uuid, u64), u64>,
    /// Hash of the new line, by that of the old one.
    lines: HashMap<Hash, Hash>,
}

impl Logbook {
    /// Begins a new journal that continues the own ones at an entry, or at their end. `first` makes its first entry, the
    /// unit's own, from the journal and head that it continues; what was written after that is carried over.
    ///
    /// # Errors
    /// Those of the database, and of `first`; then nothing has changed.
    pub fn continue_in<T>(
        &mut self,
        journal: Uuid,
        from: Option<(Uuid, u64)>,
        mint: &mut dyn Mint,
        first: impl FnOnce(&Self, Uuid, Head, &mut dyn Mint) -> Outcome<T>,
    ) -> Outcome<T> {
        let ended = std::mem::replace(&mut self.own.journal, journal);
        let begun = self.write(|book| {
            let damaged = || Fault::new(Kind::Data, "E043");
            let tip = book.journal_num(&ended)?.ok_or_else(damaged)?;
            let (id, num, head) = match from {
                Some((id, seq)) => {
                    let num = book.journal_num(&id)?.ok_or_else(damaged)?;
                    (id, num, book.head_at(num, seq)?)
                }
                None => (ended, tip, book.head_of(tip)?.0),
            };
            let put = "INSERT INTO journals (id, unit, continues, continues_seq) VALUES (?1, ?2, ?3, ?4)";
            let values = (sql::blob(&journal), &book.own.unit, num, sql::int(head.seq));
            book.db.execute(put, values).map_err(sql::fault)?;
            book.keep("journal", &journal.to_string())?;
            let done = first(book, id, head, mint)?;
            book.carry(tip, (num, head.seq), mint)?;
            Ok(done)
        });
        if begun.is_err() {
            self.own.journal = ended;
        }
        begun
    }

    /// Carries over what stands between an entry and the end of the journal that was written so far.
    fn carry(&self, tip: i64, after: (i64, u64), mint: &mut dyn Mint) -> Outcome<()> {
        let mut moved = Moved::default();
        for row in self.rows_after(tip, after)? {
            self.carry_one(row, &mut moved, mint)?;
        }
        Ok(())
    }

    /// The rows of the entries that follow an entry, through every journal that was written since.
    fn rows_after(&self, tip: i64, (num, seq): (i64, u64)) -> Outcome<Vec<i64>> {
        let mut parts = Vec::new();
        for (journal, until) in self.lineage(tip)?.parts() {
            parts.push((journal, if journal == num { sql::int(seq) } else { 0 }, until));
            if journal == num {
                break;
            }
        }
        let all = "SELECT row FROM entries WHERE journal = ?1 AND seq > ?2 AND seq <= ?3 ORDER BY seq";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = Vec::new();
        for part in parts.into_iter().rev() {
            let found = all.query_map(part, |row| row.get::<_, i64>(0)).map_err(sql::fault)?;
            for row in found {
                rows.push(row.map_err(sql::fault)?);
            }
        }
        Ok(rows)
    }

    fn carry_one(&self, row: i64, moved: &mut Moved, mint: &mut dyn Mint) -> Outcome<()> {
        let find = "SELECT e.line, f.bytes, p.bytes FROM entries e LEFT JOIN envelopes f ON f.key = 2 * e.row
                    LEFT JOIN envelopes p ON p.key = 2 * e.row + 1 WHERE e.row = ?1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found = find.query_row([row], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        let (line, mut facts, persons): (Vec<u8>, Option<Vec<u8>>, Option<Vec<u8>>) = found.map_err(sql::fault)?;
        let journal = self.journal_num(&self.own.journal)?.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
        let (head, _) = self.head_of(journal)?;
        let old = Entry::from_line(&line)?;
        if let Some(opened) = facts.as_deref().map(envelope::open).transpose()? {
            facts = moved.readdressed(&old, opened, mint)?.or(facts);
        }
        let entry = Entry {
            journal: self.own.journal,
            seq: head.seq + 1,
            facts: facts.as_deref().map_or(old.facts, Hash::of),
            prev: head.hash,
            ..old.clone()
        };
        moved.places.insert((old.journal, old.seq), entry.seq);
        let new = entry.to_line();
        moved.lines.insert(Hash::of(&line), Hash::of(new.as_bytes()));
        self.store(journal, &entry, new.as_bytes(), facts.as_deref(), persons.as_deref()).map(|_| ())
    }

    /// The journal that is being written and those that it continues, the newest first, each with the last entry that
    /// belongs to the line.
    ///
    /// # Errors
    /// Those of the database.
    pub fn own_line(&self) -> Outcome<Vec<(Uuid, u64)>> {
        let tip = self.journal_num(&self.own.journal)?.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
        let mut id = self.db.prepare_cached("SELECT id FROM journals WHERE num = ?1").map_err(sql::fault)?;
        let line = self.lineage(tip)?;
        let parts = line.parts().map(|(num, until)| {
            let id = id.query_row([num], |row| row.get(0).map(Uuid::from_bytes)).map_err(sql::fault)?;
            Ok((id, sql::count(until)))
        });
        parts.collect()
    }

    /// Where an own entry stands now: its last repetition, or itself.
    ///
    /// # Errors
    /// Those of the database.
    pub fn carried_to(&self, journal: &Uuid, seq: u64) -> Outcome<(Uuid, u64)> {
        let find = "SELECT k.id, o.seq FROM entries e JOIN journals j ON j.num = e.journal
                    JOIN entries o ON o.id = e.id AND o.row > e.row JOIN journals k ON k.num = o.journal
                    WHERE j.id = ?1 AND e.seq = ?2 AND k.unit = j.unit ORDER BY o.row DESC LIMIT 1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found = find.query_row((sql::blob(journal), sql::int(seq)), |row| {
            Ok((Uuid::from_bytes(row.get(0)?), sql::count(row.get(1)?)))
        });
        Ok(sql::optional(found)?.unwrap_or((*journal, seq)))
    }
}

impl Moved {
    /// The facts of an entry that names other lines: what was carried has another place now.
    fn readdressed(&self, old: &Entry, opened: Opened, mint: &mut dyn Mint) -> Outcome<Option<Vec<u8>>> {
        let Opened { why, mut data } = opened;
        let changed = match old.act {
            Act::Purge => self.readdress_items(old, &mut data),
            Act::Sign => self.readdress_signed(&mut data),
            _ => false,
        };
        changed.then(|| envelope::facts(&mint.salt(), why.as_deref(), &data)).transpose()
    }

    /// The items of a purge: what was carried by its new number, all else with its journal.
    fn readdress_items(&self, old: &Entry, data: &mut Map<String, Value>) -> bool {
        let Some(Value::Array(items)) = data.get_mut("items") else { return false };
        for item in items.iter_mut() {
            let Some((journal, seq, _)) = named(old, item) else { continue };
            let Some(item) = item.as_object_mut() else { continue };
            if let Some(place) = self.places.get(&(journal, seq)) {
                item.shift_remove("journal");
                item.insert("seq".into(), Value::from(*place));
            } else {
                item.insert("journal".into(), Value::from(journal.to_string()));
            }
        }
        true
    }

    /// The line that was signed.
    fn readdress_signed(&self, data: &mut Map<String, Value>) -> bool {
        let of = data.get("of").and_then(Value::as_str).and_then(Hash::parse);
        let Some(line) = of.and_then(|of| self.lines.get(&of)) else { return false };
        data.insert("of".into(), Value::from(line.hex()));
        true
    }
}
