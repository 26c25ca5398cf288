//! The walk over every journal and its envelopes: is each line the next one, and is what it names there? It only
//! reads, and goes on after a break so that the first one is named and the rest still counted.

use std::collections::{HashMap, HashSet};

use rusqlite::Row;
use uuid::Uuid;

use super::{Logbook, Stage, Watch, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{self, Entry, Hash, Head, envelope};

/// Entries between two words about how far it is.
pub(super) const STEP: u64 = 1000;

/// What a walk found.
#[derive(Default)]
pub(super) struct Chain {
    /// Entries of all journals.
    pub entries: u64,
    /// As many as there may be.
    total: u64,
    /// Head of the own journal.
    pub head: Option<Hash>,
    /// The first break.
    pub broken: Option<String>,
    /// Did not come along: persons that another post kept to itself, or what came back without.
    pub withheld: u64,
    /// Removed by a purge that names them.
    pub purged: u64,
    /// Simply not there.
    pub lost: u64,
    /// By unit: journal and number of entries whose facts (false) or persons (true) a purge removed.
    pub removed: HashMap<String, HashSet<(Uuid, u64, bool)>>,
}

/// A journal on the walk.
struct Walked {
    num: i64,
    id: Uuid,
    unit: String,
    /// Written by this unit, so nothing of it is ever withheld, and it begins at its beginning.
    own: bool,
}

impl Logbook {
    /// Walks every journal, the access log and the intake log. Where nothing more can be read, what was found so far
    /// stands, with the place.
    pub(super) fn chain(&self, watch: Watch<'_>) -> Chain {
        let mut found = Chain { total: self.about_entries(), ..Chain::default() };
        if let Err(fault) = self.walk_all(&mut found, watch) {
            found.broken.get_or_insert_with(|| fault.to_string());
        }
        found
    }

    fn walk_all(&self, found: &mut Chain, watch: Watch<'_>) -> Outcome<()> {
        for journal in self.walked()? {
            if !found.removed.contains_key(&journal.unit) {
                found.removed.insert(journal.unit.clone(), self.purged(&journal.unit)?);
            }
            let head = self.walk(&journal, found, watch)?;
            if journal.id == self.own.journal {
                found.head = Some(head.hash);
            }
        }
        for log in ["access", "intake"] {
            if let Some(row) = self.log_break(log)? {
                found.broken.get_or_insert_with(|| Fault::new(Kind::Data, "E045").with(log, row).to_string());
            }
        }
        Ok(())
    }

    fn walked(&self) -> Outcome<Vec<Walked>> {
        let mut all = self.db.prepare("SELECT num, id, unit FROM journals ORDER BY num").map_err(sql::fault)?;
        let rows = all.query_map([], |row| {
            let (num, unit): (i64, String) = (row.get(0)?, row.get(2)?);
            let own = unit == self.own.unit;
            Ok(Walked { num, id: Uuid::from_bytes(row.get(1)?), unit, own })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    fn walk(&self, journal: &Walked, found: &mut Chain, watch: Watch<'_>) -> Outcome<Head> {
        let all = "SELECT e.line, f.bytes, p.bytes, e.seq, e.id, e.record,
                          EXISTS (SELECT 1 FROM withheld WHERE key = 2 * e.row),
                          EXISTS (SELECT 1 FROM withheld WHERE key = 2 * e.row + 1)
                   FROM entries e LEFT JOIN envelopes f ON f.key = 2 * e.row LEFT JOIN envelopes p ON p.key = 2 * e.row + 1
                   WHERE e.journal = ?1 ORDER BY e.seq";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let mut rows = all.query([journal.num]).map_err(sql::fault)?;
        let mut head = self.walk_from(journal)?;
        while let Some(row) = rows.next().map_err(|error| sql::fault(error).with("seq", head.seq + 1))? {
            let line: Vec<u8> = row.get(0).map_err(sql::fault)?;
            let sheets = [sheet(row, (1, 6))?, sheet(row, (2, 7))?];
            found.entries += 1;
            if found.entries.is_multiple_of(STEP) {
                watch(Stage::Chain.at(found.entries, found.total))?;
            }
            let step = Entry::from_line(&line).and_then(|entry| {
                found.envelopes(&entry, &sheets, journal)?;
                placed(row, &entry, journal)?;
                journal::follows(head, &entry, &line)
            });
            match step {
                Ok(next) => head = next,
                Err(fault) => {
                    let seq = head.seq + 1;
                    found.broken.get_or_insert_with(|| format!("{seq}: {fault}"));
                    head = Head { seq, hash: Hash::of(&line) };
                }
            }
        }
        Ok(head)
    }

    /// Where a journal's first entry has to follow.
    fn walk_from(&self, journal: &Walked) -> Outcome<Head> {
        let start = self.start_of(journal.num)?;
        if start != Head::START || self.start(&journal.unit)?.is_none() {
            return Ok(start);
        }
        // What this desk started in the middle of.
        let first = "SELECT line FROM entries WHERE journal = ?1 ORDER BY seq LIMIT 1";
        let line: Option<Vec<u8>> = sql::optional(self.db.query_row(first, [journal.num], |row| row.get(0)))?;
        let entry = line.and_then(|line| Entry::from_line(&line).ok());
        Ok(entry.map_or(start, |entry| Head { seq: entry.seq - 1, hash: entry.prev }))
    }
}

/// An envelope, and whether it is known not to have come along.
struct Found {
    bytes: Option<Vec<u8>>,
    withheld: bool,
}

fn sheet(row: &Row<'_>, (bytes, withheld): (usize, usize)) -> Outcome<Found> {
    Ok(Found { bytes: row.get(bytes).map_err(sql::fault)?, withheld: row.get(withheld).map_err(sql::fault)? })
}

/// The columns by which an entry is found have to say what its line says.
fn placed(row: &Row<'_>, entry: &Entry, journal: &Walked) -> Outcome<()> {
    let column = |n: usize| row.get::<_, [u8; 16]>(n).map(Uuid::from_bytes).map_err(sql::fault);
    let wrong = |key: &str| Err(Fault::new(Kind::Data, "E112").with("key", key));
    if entry.seq != sql::count(row.get(3).map_err(sql::fault)?) {
        return wrong("seq");
    }
    if entry.id != column(4)? {
        return wrong("id");
    }
    if entry.record != column(5)? {
        return wrong("record");
    }
    if entry.journal != journal.id {
        wrong("journal")
    } else if entry.unit != journal.unit {
        wrong("unit")
    } else {
        Ok(())
    }
}

impl Chain {
    fn envelopes(&mut self, entry: &Entry, sheets: &[Found; 2], journal: &Walked) -> Outcome<()> {
        let purged = self.removed.get(&journal.unit);
        let is_purged = |persons| purged.is_some_and(|all| all.contains(&(journal.id, entry.seq, persons)));
        for ((named, Found { bytes, withheld }), (persons, is_purged)) in
            [Some(entry.facts), entry.persons].iter().zip(sheets).zip([false, true].map(|p| (p, is_purged(p))))
        {
            match (named, bytes) {
                (Some(hash), Some(bytes)) => drop(envelope::open_checked(bytes, hash)?),
                (Some(_), None) if is_purged => self.purged += 1,
                (Some(_), None) if *withheld || (persons && !journal.own) => self.withheld += 1,
                (Some(_), None) => self.lost += 1,
                (None, Some(_)) => return Err(Fault::new(Kind::Data, "E114")),
                (None, None) => {}
            }
        }
        Ok(())
    }
}
