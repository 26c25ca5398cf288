//! The newest lines of the own journal, and those of one shift: who did what, on which record.

use uuid::Uuid;

use super::list::{self, COLUMNS, Row};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::{Act, Entry};
use crate::record::when::Moment;
use crate::record::{Hand, Kind, Reason};

/// For each line that is shown, at most so many about registers are passed over.
const PASSED_OVER: usize = 10;

/// One line of the journal with the record as it stands now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Line {
    /// Its number in the journal.
    pub seq: u64,
    /// When.
    pub at: Moment,
    /// What it did.
    pub act: Act,
    /// Who.
    pub by: Uuid,
    /// Why the program itself did it, where no person did.
    pub reason: Option<Reason>,
    /// The record.
    pub row: Row,
}

impl Line {
    fn new(entry: &Entry, row: Row) -> Self {
        Self { seq: entry.seq, at: entry.at, act: entry.act, by: entry.by, reason: None, row }
    }
}

impl Logbook {
    /// The newest lines about records that the log holds, newest first, those of earlier volumes of the journal after
    /// its own.
    ///
    /// # Errors
    /// Those of the database.
    pub fn newest_lines(&self, limit: usize) -> Outcome<Vec<Line>> {
        let volumes = "SELECT num FROM journals WHERE unit = ?1 ORDER BY num DESC";
        let mut volumes = self.db.prepare_cached(volumes).map_err(sql::fault)?;
        let volumes = volumes.query_map([&self.own.unit], |row| row.get(0)).map_err(sql::fault)?;
        let volumes: Vec<i64> = volumes.collect::<Result<_, _>>().map_err(sql::fault)?;
        let mut lines = Vec::new();
        for volume in volumes {
            self.lines_of_volume(volume, limit, &mut lines)?;
            if lines.len() >= limit {
                break;
            }
        }
        Ok(lines)
    }

    fn lines_of_volume(&self, volume: i64, limit: usize, lines: &mut Vec<Line>) -> Outcome<()> {
        let all = newest();
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        let most = i64::try_from(limit.saturating_mul(PASSED_OVER)).unwrap_or(i64::MAX);
        let mut rows = all.query((volume, &self.own.unit, most)).map_err(sql::fault)?;
        while let Some(found) = rows.next().map_err(sql::fault)?.filter(|_| lines.len() < limit) {
            let row = list::row(found).map_err(sql::fault)?;
            if Kind::parse(&row.kind).is_none_or(Kind::is_logged) {
                let line: Vec<u8> = found.get(12).map_err(sql::fault)?;
                let line = Line::new(&Entry::from_line(&line)?, row);
                // Only an amendment says why.
                let facts = if line.act == Act::Amend { found.get(13).map_err(sql::fault)? } else { None };
                let opened = facts.map(|row| self.facts_of(row)).transpose()?.flatten();
                let reason = opened.and_then(|opened| Reason::parse(&opened.why?));
                lines.push(Line { reason, ..line });
            }
        }
        Ok(())
    }

    /// The records, registers left out, that the entries `first..=last` of a journal are about, each once.
    ///
    /// # Errors
    /// Those of the database.
    pub fn records_between(&self, journal: &Uuid, (first, last): (u64, u64)) -> Outcome<Vec<Uuid>> {
        let mut found = Vec::new();
        self.each_of(journal, (first, last), |sheet| {
            let entry = Entry::from_line(sheet.line)?;
            let checked = Kind::parse(&entry.kind).is_some_and(|kind| kind.hand() == Hand::Duty);
            if checked && !found.contains(&entry.record) {
                found.push(entry.record);
            }
            Ok(true)
        })?;
        Ok(found)
    }

    /// The lines that were written in a shift, oldest first, at most so many: from its own first line to the next
    /// shift's.
    ///
    /// # Errors
    /// Those of the database.
    pub fn lines_of_shift(&self, shift: &Uuid, limit: usize) -> Outcome<Vec<Line>> {
        let first =
            "SELECT j.id, e.seq FROM records r JOIN entries e ON e.row = r.row JOIN journals j ON j.num = e.journal
                     WHERE r.unit = ?1 AND r.record = ?2";
        let mut first = self.db.prepare_cached(first).map_err(sql::fault)?;
        let found = first.query_row((&self.own.unit, sql::blob(shift)), |row| Ok((row.get(0)?, row.get(1)?)));
        let Some((journal, seq)): Option<([u8; 16], i64)> = sql::optional(found)? else { return Ok(Vec::new()) };
        let mut entries = Vec::new();
        let range = (sql::count(seq), sql::count(i64::MAX));
        self.each_of(&Uuid::from_bytes(journal), range, |sheet| {
            let entry = Entry::from_line(sheet.line)?;
            let inside = entry.shift.as_ref() == Some(shift);
            if !inside && entry.record != *shift && entry.act == Act::Create && entry.kind == Kind::Shift.name() {
                return Ok(false);
            }
            if inside || entry.record == *shift {
                entries.push(entry);
            }
            Ok(entries.len() < limit)
        })?;
        entries.iter().map(|entry| Ok(Line::new(entry, self.record(&entry.record)?.row))).collect()
    }
}

/// The join is written as a walk: newest line first, its record beside it. What was carried over from an older journal
/// is no news.
pub(super) fn newest() -> String {
    format!(
        "SELECT {COLUMNS}, e.line, e.row FROM entries e CROSS JOIN records r ON r.unit = ?2 AND r.record = e.record
         WHERE e.journal = ?1 AND NOT EXISTS (SELECT 1 FROM entries o WHERE o.id = e.id AND o.row < e.row)
         ORDER BY e.seq DESC LIMIT ?3"
    )
}
