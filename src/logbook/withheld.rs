//! Envelopes that did not come along with their entry. A purge that names one explains it; until then it is withheld,
//! and that is said.

use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;

impl Logbook {
    /// Notes an envelope that did not come along: twice the entry's row, plus one for persons. Within a write.
    pub(super) fn withhold(&self, key: i64) -> Outcome<()> {
        self.in_write()?;
        self.db.execute("INSERT OR IGNORE INTO withheld VALUES (?1)", [key]).map_err(sql::fault)?;
        Ok(())
    }

    /// A purge names it, or it is here now. Within a write.
    pub(super) fn not_withheld(&self, key: i64) -> Outcome<()> {
        self.in_write()?;
        let mut gone = self.db.prepare_cached("DELETE FROM withheld WHERE key = ?1").map_err(sql::fault)?;
        gone.execute([key]).map_err(sql::fault)?;
        Ok(())
    }

    /// The records of the entries `first..=last` of a journal whose facts are withheld, each once for every version.
    ///
    /// # Errors
    /// Those of the database.
    pub fn withheld_between(&self, journal: &Uuid, (first, last): (u64, u64)) -> Outcome<Vec<Uuid>> {
        let all =
            "SELECT e.record FROM withheld w CROSS JOIN entries e ON e.row = w.key / 2 JOIN journals j ON j.num = e.journal
                   WHERE w.key % 2 = 0 AND j.id = ?1 AND e.seq BETWEEN ?2 AND ?3 ORDER BY e.seq";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let values = (sql::blob(journal), sql::int(first), sql::int(last));
        let rows = all.query_map(values, |row| row.get(0).map(Uuid::from_bytes));
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// How many versions of a post are here without their facts, and no purge says why.
    ///
    /// # Errors
    /// Those of the database.
    pub fn withheld_of(&self, unit: &str) -> Outcome<u64> {
        let count = "SELECT count(*) FROM withheld w CROSS JOIN entries e ON e.row = w.key / 2
                     JOIN journals j ON j.num = e.journal WHERE w.key % 2 = 0 AND j.unit = ?1";
        let mut count = self.db.prepare_cached(count).map_err(sql::fault)?;
        count.query_row([unit], |row| row.get(0).map(sql::count)).map_err(sql::fault)
    }
}
