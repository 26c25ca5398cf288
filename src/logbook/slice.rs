//! Slices of a journal: lines and envelopes as the bytes they are, for a batch to carry.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{Hash, Head};

/// One entry's bytes.
#[derive(Debug, Clone, Copy)]
pub struct Sheet<'a> {
    /// Its number.
    pub seq: u64,
    /// Its line.
    pub line: &'a [u8],
    /// Its facts envelope, unless purged.
    pub facts: Option<&'a [u8]>,
    /// Its persons envelope, unless there is none here.
    pub persons: Option<&'a [u8]>,
}

impl Logbook {
    /// Hands the entries `first..=last` of a journal to `each`, in order, until it says false.
    ///
    /// # Errors
    /// Those of the database and of `each`.
    pub fn each_of(
        &self,
        journal: &Uuid,
        (first, last): (u64, u64),
        mut each: impl FnMut(Sheet<'_>) -> Outcome<bool>,
    ) -> Outcome<()> {
        let Some(num) = self.journal_num(journal)? else { return Ok(()) };
        let all = "SELECT e.seq, e.line, f.bytes, p.bytes FROM entries e
                   LEFT JOIN envelopes f ON f.key = 2 * e.row LEFT JOIN envelopes p ON p.key = 2 * e.row + 1
                   WHERE e.journal = ?1 AND e.seq BETWEEN ?2 AND ?3 ORDER BY e.seq";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = all.query((num, sql::int(first), sql::int(last))).map_err(sql::fault)?;
        while let Some(row) = rows.next().map_err(sql::fault)? {
            if !each(sheet(row)?)? {
                break;
            }
        }
        Ok(())
    }

    /// Hands the entries on a record, in a journal up to one of its entries and in all older journals of its unit, to
    /// `each`.
    ///
    /// # Errors
    /// Those of the database and of `each`.
    pub fn each_on(
        &self,
        record: &Uuid,
        (journal, known): (&Uuid, u64),
        mut each: impl FnMut(Sheet<'_>) -> Outcome<()>,
    ) -> Outcome<()> {
        let Some(num) = self.journal_num(journal)? else { return Ok(()) };
        let all = "SELECT e.seq, e.line, f.bytes, p.bytes FROM entries e
                   JOIN journals j ON j.num = e.journal AND j.unit = (SELECT unit FROM journals WHERE num = ?2)
                   LEFT JOIN envelopes f ON f.key = 2 * e.row LEFT JOIN envelopes p ON p.key = 2 * e.row + 1
                   WHERE e.record = ?1 AND (e.journal < ?2 OR (e.journal = ?2 AND e.seq <= ?3)) ORDER BY e.row";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let mut rows = all.query((sql::blob(record), num, sql::int(known))).map_err(sql::fault)?;
        while let Some(row) = rows.next().map_err(sql::fault)? {
            each(sheet(row)?)?;
        }
        Ok(())
    }

    /// Whether facts of the entries `first..=last` of an own journal are missing that no purge has taken.
    ///
    /// # Errors
    /// Those of the database; E112 when a line can't be read.
    pub fn is_lossy(&self, journal: &Uuid, range: (u64, u64)) -> Outcome<bool> {
        let purged = self.purged(&self.own.unit)?;
        let mut lossy = false;
        self.each_of(journal, range, |sheet| {
            lossy |= sheet.facts.is_none() && !purged.contains(&(*journal, sheet.seq, false));
            Ok(!lossy)
        })?;
        Ok(lossy)
    }

    /// The head of a journal that is here.
    ///
    /// # Errors
    /// Those of the database.
    pub fn journal_head(&self, journal: &Uuid) -> Outcome<Option<Head>> {
        let Some(num) = self.journal_num(journal)? else { return Ok(None) };
        self.head_of(num).map(|(head, _)| Some(head))
    }

    /// The head of a journal as it stood at one of its entries.
    pub(super) fn head_at(&self, journal: i64, seq: u64) -> Outcome<Head> {
        if seq == 0 {
            return self.start_of(journal);
        }
        let find = "SELECT line FROM entries WHERE journal = ?1 AND seq = ?2";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let line: Option<Vec<u8>> =
            find.query_row((journal, sql::int(seq)), |row| row.get(0)).optional().map_err(sql::fault)?;
        let line = line.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
        Ok(Head { seq, hash: Hash::of(&line) })
    }

    /// The head of a journal before its first entry: zeros, or the line that it continues.
    pub(super) fn start_of(&self, journal: i64) -> Outcome<Head> {
        let before =
            "SELECT e.line FROM journals j JOIN entries e ON e.journal = j.continues AND e.seq = j.continues_seq
                      WHERE j.num = ?1";
        let line: Option<Vec<u8>> =
            self.db.query_row(before, [journal], |row| row.get(0)).optional().map_err(sql::fault)?;
        Ok(line.map_or(Head::START, |line| Head { seq: 0, hash: Hash::of(&line) }))
    }
}

fn sheet<'a>(row: &'a rusqlite::Row<'_>) -> Outcome<Sheet<'a>> {
    let bytes = |n: usize| {
        let value = row.get_ref(n).map_err(sql::fault)?;
        value.as_blob_or_null().map_err(|error| Fault::new(Kind::Data, "E043").because(error))
    };
    let line = bytes(1)?.ok_or_else(|| Fault::new(Kind::Data, "E043"))?;
    let seq = sql::count(row.get(0).map_err(sql::fault)?);
    Ok(Sheet { seq, line, facts: bytes(2)?, persons: bytes(3)? })
}
