//! The one way into the journal: number, envelopes, line, views and search index in one transaction.

use rusqlite::OptionalExtension as _;
use serde_json::{Map, Value};
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::envelope::{self, Opened};
use crate::journal::{Act, Entry, Hash, Head, Mint};
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind, Number};

/// What is to be written. Nothing is numbered before it is appended.
#[derive(Debug, Clone)]
pub struct New<'a> {
    /// The entry's id, made when the form opened; the same id again is a no-op.
    pub id: Uuid,
    /// The clock as read now.
    pub at: Moment,
    /// The officer.
    pub by: Uuid,
    /// The open shift.
    pub shift: Option<Uuid>,
    /// What it does.
    pub act: Act,
    /// The record's kind.
    pub kind: Kind,
    /// The record.
    pub record: Uuid,
    /// The version that an amendment or void was made from.
    pub base: Option<u64>,
    /// The reason.
    pub why: Option<&'a str>,
    /// All fields of the kind for a version; the act's own keys otherwise.
    pub data: Data,
}

/// What an append did.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Appended {
    /// The record.
    pub record: Uuid,
    /// Its human number.
    pub number: String,
    /// The record's new rev.
    pub rev: u64,
    /// The entry was there already; nothing was written.
    pub known: bool,
    /// The clock lies before the entry before it, or more than a day after (W001).
    pub odd_clock: bool,
}

impl Logbook {
    /// Appends one entry. Call it within [`Logbook::write`].
    ///
    /// # Errors
    /// E010 stale base, E011 no such record, E012 void, E006 too large, E044 another window has begun a new journal,
    /// E112 a clock beyond all years; those of the database.
    pub fn append(&self, new: &New<'_>, mint: &mut dyn Mint) -> Outcome<Appended> {
        self.in_write()?;
        if let Some(known) = self.appended(&new.id)? {
            return Ok(known);
        }
        let state = self.state(new)?;
        let Tip { journal, head, at: before } = self.tip()?;
        let (mut facts, persons) = sheets(new);
        let number = self.number(new, &mut facts, state.as_ref().map(|s| s.number.clone()))?;
        let facts_bytes = envelope::facts(&mint.salt(), new.why, &facts)?;
        let persons_bytes = persons.as_ref().map(|p| envelope::persons(&mint.salt(), p)).transpose()?;
        let rev = state.map_or(1, |state| state.rev + 1);
        let entry = Entry {
            journal: self.own.journal,
            unit: self.own.unit.clone(),
            seq: head.seq + 1,
            id: new.id,
            at: new.at.with_timezone(&when::zone()),
            by: new.by,
            shift: new.shift,
            act: new.act,
            kind: new.kind.name().to_owned(),
            record: new.record,
            rev,
            facts: Hash::of(&facts_bytes),
            persons: persons_bytes.as_deref().map(Hash::of),
            prev: head.hash,
        };
        // What could not be read back is not written: it would break the log for good.
        entry.check()?;
        let line = entry.to_line();
        let row = self.store(journal, &entry, line.as_bytes(), Some(&facts_bytes), persons_bytes.as_deref())?;
        let head = Head { seq: entry.seq, hash: Hash::of(line.as_bytes()) };
        self.tip.set(Some(Tip { journal, head, at: Some(entry.at) }));
        let opened = Opened { why: new.why.map(str::to_owned), data: facts };
        self.derive(row, &entry, Some(&opened), persons.map(|data| Opened { why: None, data }).as_ref(), true)?;
        let odd_clock = before.is_some_and(|b| entry.at < b || entry.at - b > chrono::TimeDelta::days(1));
        Ok(Appended { record: new.record, number, rev, known: false, odd_clock })
    }

    /// Puts a line and its envelopes into the tables, as they are.
    pub(super) fn store(
        &self,
        journal: i64,
        entry: &Entry,
        line: &[u8],
        facts: Option<&[u8]>,
        persons: Option<&[u8]>,
    ) -> Outcome<i64> {
        self.tip.set(None);
        let insert = "INSERT INTO entries (journal, seq, id, record, line) VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = (journal, sql::int(entry.seq), sql::blob(&entry.id), sql::blob(&entry.record), line);
        let row = self.db.prepare_cached(insert).and_then(|mut q| q.insert(values)).map_err(sql::fault)?;
        for (which, bytes) in [(0, facts), (1, persons)] {
            if let Some(bytes) = bytes {
                self.db
                    .prepare_cached("INSERT INTO envelopes VALUES (?1, ?2)")
                    .and_then(|mut q| q.execute((2 * row + which, bytes)))
                    .map_err(sql::fault)?;
            }
        }
        Ok(row)
    }

    /// Where the own journal stands, as this transaction has left it.
    fn tip(&self) -> Outcome<Tip> {
        let Some(tip) = self.tip.get() else {
            let (journal, head, at) = self.head()?;
            return Ok(Tip { journal, head, at });
        };
        Ok(tip)
    }

    /// Local number of the own journal, its head, and the clock of its last entry.
    pub(super) fn head(&self) -> Outcome<(i64, Head, Option<Moment>)> {
        if super::own::journal(&self.db)? != self.own.journal {
            return Err(Fault::new(Trouble::Busy, "E044"));
        }
        let journal = self.journal_num(&self.own.journal)?.ok_or_else(|| Fault::new(Trouble::Data, "E043"))?;
        let (head, line) = self.head_of(journal)?;
        let before = line.and_then(|line| Entry::from_line(&line).ok()).map(|entry| entry.at);
        Ok((journal, head, before))
    }

    /// Local number of a journal.
    pub(super) fn journal_num(&self, id: &Uuid) -> Outcome<Option<i64>> {
        let mut find = self.db.prepare_cached("SELECT num FROM journals WHERE id = ?1").map_err(sql::fault)?;
        find.query_row([sql::blob(id)], |row| row.get(0)).optional().map_err(sql::fault)
    }

    /// The head of a journal, and its last line. A journal without entries stands at what it continues.
    pub(super) fn head_of(&self, journal: i64) -> Outcome<(Head, Option<Vec<u8>>)> {
        let last = "SELECT seq, line FROM entries WHERE journal = ?1 ORDER BY seq DESC LIMIT 1";
        let mut last = self.db.prepare_cached(last).map_err(sql::fault)?;
        let found: Option<(i64, Vec<u8>)> =
            last.query_row([journal], |row| Ok((row.get(0)?, row.get(1)?))).optional().map_err(sql::fault)?;
        if let Some((seq, line)) = found {
            return Ok((Head { seq: sql::count(seq), hash: Hash::of(&line) }, Some(line)));
        }
        Ok((self.start_of(journal)?, None))
    }

    /// What an entry with this id did, if it is there.
    ///
    /// # Errors
    /// Those of the database.
    pub fn appended(&self, id: &Uuid) -> Outcome<Option<Appended>> {
        // Only among the own journals: at a desk, a post could have used the same id.
        let find = "SELECT e.record, e.line FROM entries e JOIN journals j ON j.num = e.journal
                    WHERE e.id = ?1 AND j.unit = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found: Option<([u8; 16], Vec<u8>)> = find
            .query_row((sql::blob(id), &self.own.unit), |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()
            .map_err(sql::fault)?;
        let Some((record, line)) = found else { return Ok(None) };
        let record = Uuid::from_bytes(record);
        let number = self.state_of(&record)?.map(|state| state.number).unwrap_or_default();
        let rev = Entry::from_line(&line)?.rev;
        Ok(Some(Appended { record, number, rev, known: true, odd_clock: false }))
    }

    /// The state of the record that is written on, checked against what the entry wants to do.
    fn state(&self, new: &New<'_>) -> Outcome<Option<State>> {
        let state = self.state_of(&new.record)?;
        match (&state, new.act) {
            (None, Act::Create) => Ok(None),
            (Some(_), Act::Create) => Err(Fault::bug("record created twice")),
            (Some(state), _) if state.kind != new.kind.name() => Err(Fault::bug("an entry of another kind")),
            (None, _) => Err(Fault::new(Trouble::Finding, "E011").with("record", new.record)),
            (Some(state), _) if state.void => Err(Fault::new(Trouble::Finding, "E012").with("record", &state.number)),
            (Some(found), Act::Amend | Act::Void) => {
                from_newest(new.base, found.version, &found.number)?;
                Ok(state)
            }
            (Some(_), _) => Ok(state),
        }
    }

    pub(super) fn state_of(&self, record: &Uuid) -> Outcome<Option<State>> {
        let find = "SELECT rev, version, void, number, kind FROM records WHERE unit = ?1 AND record = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        find.query_row((&self.own.unit, sql::blob(record)), |row| {
            Ok(State {
                rev: sql::count(row.get(0)?),
                version: sql::count(row.get(1)?),
                void: row.get(2)?,
                number: row.get(3)?,
                kind: row.get(4)?,
            })
        })
        .optional()
        .map_err(sql::fault)
    }

    /// The record's number: allocated at create, carried along by amendments.
    fn number(&self, new: &New<'_>, facts: &mut Map<String, Value>, had: Option<String>) -> Outcome<String> {
        let number = match had {
            Some(number) => number,
            None => self.next_number(new.kind, new.data.main_time(new.kind).unwrap_or(new.at))?,
        };
        if new.act.is_version() {
            facts.shift_insert(0, "number".into(), Value::from(number.as_str()));
        }
        Ok(number)
    }

    fn next_number(&self, kind: Kind, at: Moment) -> Outcome<String> {
        use chrono::Datelike as _;
        let year = at.with_timezone(&when::zone()).year();
        // The second row stands for kinds without a number since a journal was lost.
        let find = "SELECT serial FROM counters WHERE unit = ?1 AND kind = ?2 AND year = ?3
                    UNION ALL SELECT max(serial) FROM counters WHERE unit = ?1 AND kind = '*' AND year >= ?3 LIMIT 1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let last: Option<i64> =
            find.query_row((&self.own.unit, kind.code(), year), |row| row.get(0)).map_err(sql::fault)?;
        let serial = sql::count(last.unwrap_or(0)) + 1;
        Ok(Number { unit: Some(self.own.unit.clone()), code: kind.code().to_owned(), year, serial }.to_string())
    }
}

/// The own journal's local number, its head, and the clock of its last entry.
#[derive(Clone, Copy)]
pub(super) struct Tip {
    journal: i64,
    head: Head,
    at: Option<Moment>,
}

/// Where a record stands.
pub(super) struct State {
    pub rev: u64,
    pub version: u64,
    pub void: bool,
    pub number: String,
    pub kind: String,
}

/// Whether what was made from the version `base` of a record was made from its newest one.
///
/// # Errors
/// E010 it was changed in between.
pub fn from_newest(base: Option<u64>, version: u64, number: &str) -> Outcome<()> {
    match base {
        Some(base) if base != version => Err(Fault::new(Trouble::Busy, "E010").with("record", number)),
        _ => Ok(()),
    }
}

/// The content of the two envelopes.
fn sheets(new: &New<'_>) -> (Map<String, Value>, Option<Map<String, Value>>) {
    if !new.act.is_version() {
        return (new.data.0.clone(), None);
    }
    let (mut facts, persons) = new.data.split(new.kind);
    if let Some(base) = new.base {
        facts.shift_insert(0, "base".into(), Value::from(base));
    }
    (facts, persons)
}
