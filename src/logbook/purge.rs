//! Taking content out for good: an envelope's row goes, its line stays, so the chain still holds and everybody sees
//! that something was removed, by whom and why. A record's newest facts always stay.

use uuid::Uuid;

use super::received::{Fate, Received};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::{Act, Entry};
use crate::record::when::{self, Moment};

/// One envelope that may be removed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Sheaf {
    /// The journal of its entry.
    pub journal: Uuid,
    /// The entry's number.
    pub seq: u64,
    /// The persons envelope; else the facts of a version that was amended since.
    pub persons: bool,
    key: i64,
}

/// A record that no purge may touch.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Hold {
    /// The record.
    pub record: Uuid,
    /// Who put the hold on it.
    pub officer: Uuid,
    /// When.
    pub at: Moment,
}

impl Logbook {
    /// What a purge of a record would remove: persons of every version, and facts of versions that were amended.
    ///
    /// # Errors
    /// E011; those of the database.
    pub fn purgeable(&self, record: &Uuid) -> Outcome<Vec<Sheaf>> {
        let newest = self.record(record)?.newest();
        let all = "SELECT e.row, e.line, EXISTS (SELECT 1 FROM envelopes WHERE key = 2 * e.row),
                          EXISTS (SELECT 1 FROM envelopes WHERE key = 2 * e.row + 1)
                   FROM entries e JOIN journals j ON j.num = e.journal
                   WHERE e.record = ?1 AND j.unit = ?2 ORDER BY e.row";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = all.query((sql::blob(record), &self.own.unit)).map_err(sql::fault)?;
        let mut found = Vec::new();
        while let Some(row) = rows.next().map_err(sql::fault)? {
            let (at, line): (i64, Vec<u8>) = (row.get(0).map_err(sql::fault)?, row.get(1).map_err(sql::fault)?);
            let there: [bool; 2] = [row.get(2).map_err(sql::fault)?, row.get(3).map_err(sql::fault)?];
            let entry = Entry::from_line(&line)?;
            let superseded = entry.act.is_version() && at != newest;
            for (persons, key, goes) in [(false, 2 * at, there[0] && superseded), (true, 2 * at + 1, there[1])] {
                if goes {
                    found.push(Sheaf { journal: entry.journal, seq: entry.seq, persons, key });
                }
            }
        }
        Ok(found)
    }

    /// Removes envelopes, and the drafts on their record. Within a write, in which the purge itself is appended.
    ///
    /// # Errors
    /// Those of the database.
    pub fn remove(&self, record: &Uuid, sheaves: &[Sheaf]) -> Outcome<()> {
        self.in_write()?;
        for sheaf in sheaves {
            for step in [
                "INSERT INTO purging VALUES (?1)",
                "DELETE FROM envelopes WHERE key = ?1",
                "DELETE FROM purging WHERE key = ?1",
            ] {
                self.db.prepare_cached(step).and_then(|mut q| q.execute([sheaf.key])).map_err(sql::fault)?;
            }
        }
        let drafts = "DELETE FROM drafts WHERE instr(body, ?1) OR instr(key, ?1)";
        self.db.execute(drafts, [record.to_string()]).map_err(sql::fault)?;
        Ok(())
    }

    /// Removes this desk's copies of what another post's purge names: persons, and facts of superseded versions, of the
    /// purge's own record. Nothing goes while a hold of this desk keeps the record. What had not come along is no longer
    /// owed. Within a write, before the purge is derived. Whether the copies stay because of a hold.
    ///
    /// # Errors
    /// Those of the database.
    pub fn follow_purge(&self, purge: &Entry, items: &[serde_json::Value]) -> Outcome<bool> {
        let held = self.is_held(&purge.record)?;
        // Beyond the last common entry of a fork another story stands under these numbers. A line that a later journal
        // repeats is meant in both places.
        let find = "SELECT o.row, o.line, o.row = r.newest FROM entries e JOIN journals j ON j.num = e.journal
                    JOIN records r ON r.unit = j.unit AND r.record = e.record
                    JOIN entries o ON o.id = e.id AND o.record = e.record
                    JOIN journals k ON k.num = o.journal AND k.unit = j.unit
                    WHERE j.id = ?1 AND e.seq = ?2 AND j.unit = ?3 AND e.record = ?4
                    AND (j.frozen IS NULL OR e.seq <= j.frozen)";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let mut sheaves = Vec::new();
        for (journal, seq, persons) in items.iter().filter_map(|item| named(purge, item)) {
            let values = (sql::blob(&journal), sql::int(seq), &purge.unit, sql::blob(&purge.record));
            let found = find.query_map(values, |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)));
            let found: Vec<(i64, Vec<u8>, bool)> = found.and_then(Iterator::collect).map_err(sql::fault)?;
            let newest = found.iter().any(|(_, _, newest)| *newest);
            for (row, line, _) in found {
                let key = 2 * row + i64::from(persons);
                self.not_withheld(key)?;
                if persons || (!newest && Entry::from_line(&line)?.act.is_version()) {
                    sheaves.push(Sheaf { journal, seq, persons, key });
                }
            }
        }
        if !held {
            self.remove(&purge.record, &sheaves)?;
        }
        Ok(held)
    }

    /// Removes what a post has purged of its record while a hold of this desk kept it; whether there was anything. Within
    /// a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn catch_up_with_purges(&self, unit: &str, record: &Uuid) -> Outcome<bool> {
        self.in_write()?;
        let all = "SELECT e.row, e.line FROM entries e JOIN journals j ON j.num = e.journal
                   WHERE e.record = ?1 AND j.unit = ?2 ORDER BY e.row";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let rows = all.query_map((sql::blob(record), unit), |row| Ok((row.get(0)?, row.get(1)?)));
        let rows: Vec<(i64, Vec<u8>)> = rows.and_then(Iterator::collect).map_err(sql::fault)?;
        let mut any = false;
        for (row, line) in rows {
            let entry = Entry::from_line(&line)?;
            let facts = if entry.act == Act::Purge { self.facts_of(row)? } else { None };
            let items = facts.as_ref().and_then(|facts| facts.data.get("items")).and_then(|items| items.as_array());
            if let Some(items) = items {
                any |= !self.follow_purge(&entry, items)?;
            }
        }
        if any {
            let kept = "DELETE FROM found WHERE unit = ?1 AND record = ?2 AND code = 'W133'";
            self.db.execute(kept, (unit, sql::blob(record))).map_err(sql::fault)?;
            let seen = "UPDATE records SET hidden = hidden * EXISTS
                        (SELECT 1 FROM envelopes WHERE key = 2 * records.newest + 1) WHERE unit = ?1 AND record = ?2";
            self.db.execute(seen, (unit, sql::blob(record))).map_err(sql::fault)?;
        }
        Ok(any)
    }

    /// Makes what was removed unreadable in the files as well: words of older versions in the search index, and pages
    /// that still stand in the write-ahead log.
    ///
    /// # Errors
    /// Those of the database.
    pub fn forget(&self) -> Outcome<()> {
        self.write(|book| {
            book.db.execute("INSERT INTO search (search) VALUES ('optimize')", []).map_err(sql::fault)?;
            Ok(())
        })?;
        self.db.query_row("PRAGMA wal_checkpoint (TRUNCATE)", [], |_| Ok(())).map_err(sql::fault)
    }

    /// Whether a hold keeps a record.
    ///
    /// # Errors
    /// Those of the database.
    pub fn is_held(&self, record: &Uuid) -> Outcome<bool> {
        let find = "SELECT EXISTS (SELECT 1 FROM holds WHERE record = ?1)";
        self.db.query_row(find, [sql::blob(record)], |row| row.get(0)).map_err(sql::fault)
    }

    /// Puts a hold on a record. A second one changes nothing.
    ///
    /// # Errors
    /// Those of the database.
    pub fn hold(&self, hold: &Hold) -> Outcome<()> {
        let put = "INSERT OR IGNORE INTO holds VALUES (?1, ?2, ?3)";
        let values = (sql::blob(&hold.record), sql::blob(&hold.officer), when::seconds(hold.at));
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    /// Takes the hold from a record; whether there was one.
    ///
    /// # Errors
    /// Those of the database.
    pub fn release(&self, record: &Uuid) -> Outcome<bool> {
        let taken = self.db.execute("DELETE FROM holds WHERE record = ?1", [sql::blob(record)]).map_err(sql::fault)?;
        Ok(taken > 0)
    }

    /// Every hold, oldest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn holds(&self) -> Outcome<Vec<Hold>> {
        let all = "SELECT record, officer, at FROM holds ORDER BY at";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let rows = all.query_map([], |row| {
            Ok(Hold {
                record: Uuid::from_bytes(row.get(0)?),
                officer: Uuid::from_bytes(row.get(1)?),
                at: when::from_seconds(row.get(2)?).unwrap_or_default(),
            })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The merged batches of a post whose files hold what its purges have taken since, but for what a hold keeps here.
    ///
    /// # Errors
    /// Those of the database.
    pub fn carriers(&self, unit: &str) -> Outcome<Vec<Received>> {
        let find = "SELECT e.record FROM entries e JOIN journals j ON j.num = e.journal WHERE j.id = ?1 AND e.seq = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let mut gone = Vec::new();
        for (journal, seq, _) in self.purged(unit)? {
            let record = sql::optional(find.query_row((sql::blob(&journal), sql::int(seq)), |row| row.get(0)))?;
            if record.is_some_and(|record| !self.is_held(&Uuid::from_bytes(record)).unwrap_or(true)) {
                gone.push((journal, seq));
            }
        }
        let mut merged = self.received_of(unit, Fate::Merged)?;
        merged.retain(|batch| {
            gone.iter().any(|(journal, seq)| *journal == batch.journal && (batch.first..=batch.last).contains(seq))
        });
        Ok(merged)
    }

    /// What the purges of this unit's own journals, or of another unit's, removed: journal, number, persons or facts.
    pub(super) fn purged(&self, unit: &str) -> Outcome<std::collections::HashSet<(Uuid, u64, bool)>> {
        let all = "SELECT e.row, e.line FROM entries e JOIN journals j ON j.num = e.journal
                   WHERE j.unit = ?1 AND instr(e.line, CAST('\"act\":\"purge\"' AS BLOB))";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let rows = all.query_map([unit], |row| Ok((row.get(0)?, row.get(1)?))).map_err(sql::fault)?;
        let rows: Vec<(i64, Vec<u8>)> = rows.collect::<Result<_, _>>().map_err(sql::fault)?;
        let mut removed = std::collections::HashSet::new();
        for (row, line) in rows {
            // What can't be read is named by the walk over the chain.
            let Some(entry) = Entry::from_line(&line).ok().filter(|entry| entry.act == Act::Purge) else { continue };
            let Some(facts) = self.facts_of(row).ok().flatten() else { continue };
            let items = facts.data.get("items").and_then(|items| items.as_array());
            removed.extend(items.into_iter().flatten().filter_map(|item| named(&entry, item)));
        }
        Ok(removed)
    }
}

/// The envelope that an item of a purge names: its journal, that of the purge unless it says another; number; which.
pub(super) fn named(purge: &Entry, item: &serde_json::Value) -> Option<(Uuid, u64, bool)> {
    let text = |key: &str| item.get(key).and_then(serde_json::Value::as_str);
    let journal = text("journal").map_or(Some(purge.journal), |id| Uuid::try_parse(id).ok())?;
    Some((journal, item.get("seq").and_then(serde_json::Value::as_u64)?, text("which")? == "persons"))
}
