//! What is on now: the open shift, open matters, and how signed lines are found again. Every question here walks an
//! index and stops at its limit, so it costs the same however long the log is.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::derive::FIRST_TIME;
use super::list::{self, COLUMNS, Row};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::journal::{Entry, Hash};
use crate::record::Kind;

/// The condition of the index of open records, word for word: only so does SQLite use it.
const IS_OPEN: &str = "r.void = 0 AND r.status IN ('open', 'in_progress', 'planned', 'active')";

/// The `+` keeps it from walking everything else that is closed.
const LAST_SHIFT: &str = "SELECT record FROM records WHERE kind = 'shift' AND unit = ?1 AND void = 0
    AND +status = 'closed' ORDER BY at DESC, row DESC LIMIT 1";

fn standing(what: &str, end: &str) -> String {
    format!("SELECT {what} FROM records r WHERE r.unit = ?1 AND r.kind = ?2 AND r.status = ?3 AND {IS_OPEN} {end}")
}

impl Logbook {
    /// The open shift, if one is.
    ///
    /// # Errors
    /// Those of the database.
    pub fn open_shift(&self) -> Outcome<Option<Uuid>> {
        let find = standing("r.record", "ORDER BY r.at DESC LIMIT 1");
        let mut find = self.db.prepare_cached(&find).map_err(sql::fault)?;
        let found = find.query_row((&self.own.unit, Kind::Shift.name(), "open"), |row| row.get(0)).optional();
        Ok(found.map_err(sql::fault)?.map(Uuid::from_bytes))
    }

    /// The shift that was closed last, by its main time.
    ///
    /// # Errors
    /// Those of the database.
    pub fn last_shift(&self) -> Outcome<Option<Uuid>> {
        let mut find = self.db.prepare_cached(LAST_SHIFT).map_err(sql::fault)?;
        let found = find.query_row([&self.own.unit], |row| row.get(0)).optional();
        Ok(found.map_err(sql::fault)?.map(Uuid::from_bytes))
    }

    /// Records of this unit that stand open in one of these states, oldest first, at most so many. The states are
    /// among `open`, `in_progress`, `planned` and `active`.
    ///
    /// # Errors
    /// Those of the database.
    pub fn standing(&self, kind: Kind, states: &[&str], limit: usize) -> Outcome<Vec<Row>> {
        let find = standing(COLUMNS, "ORDER BY r.at, r.row LIMIT ?4");
        let mut find = self.db.prepare_cached(&find).map_err(sql::fault)?;
        let most = i64::try_from(limit).unwrap_or(i64::MAX);
        let mut found = Vec::new();
        for state in states {
            let rows = find.query_map((&self.own.unit, kind.name(), state, most), list::row).map_err(sql::fault)?;
            found.extend(rows.collect::<Result<Vec<_>, _>>().map_err(sql::fault)?);
        }
        found.sort_by_key(|row| (row.at, row.row));
        found.truncate(limit);
        Ok(found)
    }

    /// How many such records there are, counted up to `most` of each state.
    ///
    /// # Errors
    /// Those of the database.
    pub fn count_standing(&self, kind: Kind, states: &[&str], most: u32) -> Outcome<u64> {
        let count = format!("SELECT count(*) FROM ({})", standing("1", "LIMIT ?4"));
        let mut count = self.db.prepare_cached(&count).map_err(sql::fault)?;
        let mut sum = 0;
        for state in states {
            let found = count.query_row((&self.own.unit, kind.name(), state, most), |row| row.get(0));
            sum += sql::count(found.map_err(sql::fault)?);
        }
        Ok(sum)
    }

    /// The entries on a record of this unit, oldest first, each with the hash of its line: what a signature names.
    ///
    /// # Errors
    /// Those of the database.
    pub fn lines_on(&self, record: &Uuid) -> Outcome<Vec<(Entry, Hash)>> {
        let all = format!(
            "SELECT e.line FROM entries e JOIN journals j ON j.num = e.journal
             WHERE e.record = ?1 AND j.unit = ?2 AND {FIRST_TIME} ORDER BY e.row"
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        let lines = all.query_map((sql::blob(record), &self.own.unit), |row| row.get(0)).map_err(sql::fault)?;
        let lines: Vec<Vec<u8>> = lines.collect::<Result<_, _>>().map_err(sql::fault)?;
        lines.iter().map(|line| Ok((Entry::from_line(line)?, Hash::of(line)))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::super::{Own, STOPPED, Stage, newest, refer};
    use super::*;
    use crate::fault::Fault;

    /// What the board asks every minute may not walk a table or sort what it found.
    #[test]
    fn every_question_of_the_board_walks_an_index() {
        let folder = tempfile::tempdir().unwrap();
        let (journal, officer) = (Uuid::from_u128(1), Uuid::from_u128(2));
        let own = Own { unit: "P2".into(), name: "P2".into(), journal, desk: false, demo: None };
        let (book, _) = Logbook::create(
            folder.path(),
            own,
            (officer, "An"),
            "mật khẩu thử",
            15,
            &crate::seal::Identity::generate(),
            |_, _| Ok(()),
        )
        .unwrap();
        let plan = |question: &str| -> Vec<String> {
            let mut explain = book.db.prepare(&format!("EXPLAIN QUERY PLAN {question}")).unwrap();
            let rows = explain.raw_query();
            rows.mapped(|row| row.get(3)).collect::<Result<_, _>>().unwrap()
        };
        for (question, index) in [
            (standing(COLUMNS, "ORDER BY r.at, r.row LIMIT ?4"), "records_open (unit=? AND kind=? AND status=?)"),
            (standing("r.record", "ORDER BY r.at DESC LIMIT 1"), "records_open (unit=? AND kind=? AND status=?)"),
            (standing("1", "LIMIT ?4"), "records_open (unit=? AND kind=? AND status=?)"),
            (LAST_SHIFT.to_owned(), "records_kind (kind=?)"),
            (newest::newest(), "(journal=?)"),
            (refer::speaking(), "(target=?)"),
            (refer::VISITS.to_owned(), "(unit=? AND area=? AND at>? AND at<?)"),
            (refer::LAST_VISIT.to_owned(), "(unit=? AND area=? AND at<?)"),
        ] {
            let plan = plan(&question);
            assert!(plan.first().is_some_and(|step| step.ends_with(index)), "{question}: {plan:?}");
            let walks = |step: &String| step.starts_with("SEARCH") || step.starts_with("CORRELATED");
            assert!(plan.iter().all(walks), "{question}: {plan:?}");
        }
    }

    #[test]
    fn an_older_logbook_gets_the_newer_views() {
        let folder = tempfile::tempdir().unwrap();
        let own = Own { unit: "P2".into(), name: "P2".into(), journal: Uuid::from_u128(1), desk: false, demo: None };
        let made = Logbook::create(
            folder.path(),
            own,
            (Uuid::from_u128(2), "An"),
            "mật khẩu thử",
            15,
            &crate::seal::Identity::generate(),
            |_, _| Ok(()),
        )
        .unwrap();
        let key = made.0.key.clone();
        // What came after the first version goes.
        let later = ["links", "visits", "starts", "revocations", "requests", "found", "withheld", "resealed"];
        let gone = later.map(|table| format!("DROP TABLE {table};")).concat();
        let older = format!("{gone} DROP INDEX received_file; PRAGMA user_version = 1");
        made.0.db.execute_batch(&older).unwrap();
        drop(made);
        let mut stages = Vec::new();
        let mut stop = |at: super::super::Progress| {
            stages.push(at.stage);
            if at.stage == Stage::Views { Err(Fault::new(crate::fault::Kind::Use, STOPPED)) } else { Ok(()) }
        };
        let stopped = Logbook::open_watched(folder.path(), &key, super::super::Mode::Write, &mut stop);
        assert_eq!(stopped.err().unwrap().code, STOPPED);
        assert_eq!(stages, [Stage::Copy, Stage::Views]);
        let book = Logbook::open(folder.path(), &key, super::super::Mode::Read).unwrap();
        assert!(book.speaking_of("P2", &Uuid::nil(), 1).is_err(), "as old as before");
        drop(book);
        let book = Logbook::open(folder.path(), &key, super::super::Mode::Write).unwrap();
        assert!(book.speaking_of("P2", &Uuid::nil(), 1).unwrap().is_empty());
        assert_eq!(book.check().unwrap().derived, "same");
    }
}
