//! Journals of other posts, taken into a desk's logbook through the same `store` and `derive` as one's own entries; and
//! what a restored logbook had lost of an older journal of its own. The one that is being written can't be reached from
//! here.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::envelope::Opened;
use crate::journal::{Entry, Head};

/// A journal of another post, as far as it is here.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Journal {
    /// The post.
    pub unit: String,
    /// Number of its first entry here: 1, unless this desk began in the middle.
    pub begins: u64,
    /// Its last entry here.
    pub head: Head,
    /// Number of the last batch that was merged; 0 before the first.
    pub number: u64,
    /// The last common entry, if two stories were told.
    pub frozen: Option<u64>,
    lineage: Lineage,
}

/// A journal and those that it continues, each up to the entry where the next one begins.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Lineage(Vec<(i64, i64)>);

/// Rev and kind of a record after an entry.
pub type State = (u64, String);

/// Where a record stands before a batch.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Before {
    /// In the journal, or in those that it continues up to where it does.
    pub line: Option<State>,
    /// In what was left of those journals beyond that, if it stands there.
    pub beside: Option<State>,
}

/// One entry of another post with its content.
#[derive(Debug, Clone, Copy)]
pub struct Foreign<'a> {
    /// The entry.
    pub entry: &'a Entry,
    /// Its line.
    pub line: &'a [u8],
    /// Its facts, as bytes and opened.
    pub facts: Option<(&'a [u8], &'a Opened)>,
    /// Its persons, if they came along.
    pub persons: Option<(&'a [u8], &'a Opened)>,
}

impl Lineage {
    /// How many journals it continues.
    pub(super) const fn depth(&self) -> usize {
        self.0.len() - 1
    }

    /// Local numbers of the journals, the newest first, each with the last entry that belongs to the line.
    pub(super) fn parts(&self) -> impl Iterator<Item = (i64, i64)> {
        self.0.iter().copied()
    }
}

impl Journal {
    /// The journals in which this one's records can have been created.
    #[must_use]
    pub const fn lineage(&self) -> &Lineage {
        &self.lineage
    }
}

impl Logbook {
    /// A journal that is here, be it another post's or the own one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn journal(&self, id: &Uuid) -> Outcome<Option<Journal>> {
        let find = "SELECT num, unit, frozen FROM journals WHERE id = ?1";
        let found = self.db.query_row(find, [sql::blob(id)], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
        let found: Option<(i64, String, Option<i64>)> = found.optional().map_err(sql::fault)?;
        let Some((num, unit, frozen)) = found else { return Ok(None) };
        let newest = "SELECT max(number) FROM received WHERE journal = ?1 AND state = 'merged'";
        let number: Option<i64> = self.db.query_row(newest, [sql::blob(id)], |row| row.get(0)).map_err(sql::fault)?;
        let first = "SELECT seq FROM entries WHERE journal = ?1 ORDER BY seq LIMIT 1";
        let first: Option<i64> = sql::optional(self.db.query_row(first, [num], |row| row.get(0)))?;
        Ok(Some(Journal {
            unit,
            begins: first.map_or(1, sql::count),
            head: self.head_of(num)?.0,
            number: number.map_or(0, sql::count),
            frozen: frozen.map(sql::count),
            lineage: self.lineage(num)?,
        }))
    }

    pub(super) fn lineage(&self, num: i64) -> Outcome<Lineage> {
        let mut all = vec![(num, i64::MAX)];
        let before = "SELECT continues, continues_seq FROM journals WHERE num = ?1 AND continues IS NOT NULL";
        let mut before = self.db.prepare_cached(before).map_err(sql::fault)?;
        let mut at = num;
        while let Some((num, seq)) =
            before.query_row([at], |row| Ok((row.get(0)?, row.get(1)?))).optional().map_err(sql::fault)?
        {
            all.push((num, seq));
            at = num;
        }
        Ok(Lineage(all))
    }

    /// The journals of a post.
    ///
    /// # Errors
    /// Those of the database.
    pub fn journals_of(&self, unit: &str) -> Outcome<Vec<Uuid>> {
        let mut all =
            self.db.prepare_cached("SELECT id FROM journals WHERE unit = ?1 ORDER BY num").map_err(sql::fault)?;
        let rows = all.query_map([unit], |row| row.get(0).map(Uuid::from_bytes));
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Begins a journal of another post, which may continue one that is here at the entry with this number. Within a
    /// write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn add_journal(&self, id: &Uuid, unit: &str, continues: Option<(Uuid, u64)>) -> Outcome<()> {
        self.foreign(unit)?;
        let (before, seq) = match continues {
            Some((journal, seq)) => (self.journal_num(&journal)?, Some(sql::int(seq))),
            None => (None, None),
        };
        let put = "INSERT INTO journals (id, unit, continues, continues_seq) VALUES (?1, ?2, ?3, ?4)";
        self.db.execute(put, (sql::blob(id), unit, before, seq)).map_err(sql::fault)?;
        Ok(())
    }

    /// Appends an entry of another post, or of an older own journal, and derives its views unless an earlier journal has told it. Within a write;
    /// what has to be checked was checked.
    ///
    /// # Errors
    /// Those of the database.
    pub fn merge(&self, foreign: &Foreign<'_>, told: bool) -> Outcome<()> {
        self.in_write()?;
        if foreign.entry.journal == self.own.journal {
            return Err(own_journal());
        }
        let journal = self.journal_num(&foreign.entry.journal)?.ok_or_else(|| Fault::bug("merge without a journal"))?;
        let [facts, persons] = [foreign.facts, foreign.persons];
        let bytes = [facts, persons].map(|sheet| sheet.map(|(bytes, _)| bytes));
        let row = self.store(journal, foreign.entry, foreign.line, bytes[0], bytes[1])?;
        if facts.is_none() {
            self.withhold(2 * row)?;
        }
        // Of other posts it goes without saying.
        if foreign.entry.persons.is_some() && persons.is_none() && foreign.entry.unit == self.own.unit {
            self.withhold(2 * row + 1)?;
        }
        if told {
            return Ok(());
        }
        let [facts, persons] = [facts, persons].map(|sheet| sheet.map(|(_, opened)| opened));
        self.derive(row, foreign.entry, facts, persons, true)
    }

    /// Stops a journal at its last common entry; what waited for more of it waits in vain, and is set apart as well.
    /// Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn freeze(&self, id: &Uuid, unit: &str, seq: u64) -> Outcome<()> {
        self.foreign(unit)?;
        let freeze = "UPDATE journals SET frozen = min(coalesce(frozen, ?2), ?2) WHERE id = ?1 AND unit = ?3";
        self.db.execute(freeze, (sql::blob(id), sql::int(seq), unit)).map_err(sql::fault)?;
        let apart = "UPDATE received SET state = 'fork' WHERE journal = ?1 AND unit = ?2 AND state = 'held'";
        self.db.execute(apart, (sql::blob(id), unit)).map_err(sql::fault)?;
        Ok(())
    }

    /// Where a record stands before a batch: its last entry in the line of journals that leads to one of them, and the
    /// last one in what was left of those journals beside that line.
    ///
    /// # Errors
    /// Those of the database.
    pub fn last_on(&self, record: &Uuid, lineage: &Lineage) -> Outcome<Before> {
        // By record, never by journal: what was written on one record is little.
        let all = "SELECT seq, line FROM entries WHERE record = ?1 AND +journal = ?2 ORDER BY row";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut before = Before::default();
        for (num, until) in lineage.parts() {
            let rows = all.query_map((sql::blob(record), num), |row| Ok((row.get(0)?, row.get(1)?)));
            let rows: Vec<(i64, Vec<u8>)> = rows.and_then(Iterator::collect).map_err(sql::fault)?;
            let state = |line: &Vec<u8>| Entry::from_line(line).map(|entry| (entry.rev, entry.kind));
            let line = rows.iter().rfind(|(seq, _)| *seq <= until).map(|(_, line)| state(line)).transpose()?;
            let beside = rows.last().filter(|(seq, _)| *seq > until).map(|(_, line)| state(line)).transpose()?;
            before.beside = before.beside.or(beside);
            before.line = line;
            if before.line.is_some() {
                break;
            }
        }
        Ok(before)
    }

    /// Whether a journal holds an entry with this id.
    ///
    /// # Errors
    /// Those of the database.
    pub fn has_entry(&self, id: &Uuid, journal: &Uuid) -> Outcome<bool> {
        let find = "SELECT EXISTS (SELECT 1 FROM entries e JOIN journals j ON j.num = e.journal
                    WHERE e.id = ?1 AND j.id = ?2)";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        find.query_row((sql::blob(id), sql::blob(journal)), |row| row.get(0)).map_err(sql::fault)
    }

    /// The entry with this id at a post, if it is there: with its journal, in the order of arrival.
    ///
    /// # Errors
    /// Those of the database; E112 when a line can't be read.
    pub fn entry_at(&self, unit: &str, id: &Uuid) -> Outcome<Option<Entry>> {
        // Put in order here: there is hardly ever one, and a desk asks this of every entry that comes in.
        let find = "SELECT e.row, e.line FROM entries e CROSS JOIN journals j ON j.num = e.journal
                    WHERE e.id = ?1 AND j.unit = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let rows = find.query_map((sql::blob(id), unit), |row| Ok((row.get(0)?, row.get(1)?)));
        let rows: Vec<(i64, Vec<u8>)> = rows.and_then(Iterator::collect).map_err(sql::fault)?;
        rows.into_iter().min().map(|(_, line)| Entry::from_line(&line)).transpose()
    }

    fn foreign(&self, unit: &str) -> Outcome<()> {
        self.in_write()?;
        if unit == self.own.unit { Err(own_journal()) } else { Ok(()) }
    }
}

fn own_journal() -> Fault {
    Fault::new(Kind::Bug, "E090").with("what", "own journal")
}
