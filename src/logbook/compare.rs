//! The views against a fresh derivation, row by row, and the search index word by word. It writes into tables of its
//! own connection only; nothing in the file changes.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use uuid::Uuid;

use super::{Logbook, open, search, sql};
use crate::fault::Outcome;

/// So many records are indexed at a time: the fresh index is kept in memory, never in a file.
const SLICE: usize = 2000;

impl Logbook {
    /// The views that differ from what the journal says, by name; `same` when none does.
    pub(super) fn compare(&self) -> Outcome<String> {
        open::shadow_derived(&self.db)?;
        self.each_entry(|row, entry, facts, persons| self.derive(row, entry, facts, persons, false))?;
        let mut differ = Vec::new();
        for view in ["records", "counters", "officers", "areas"] {
            let count = format!(
                "SELECT (SELECT count(*) FROM (SELECT * FROM main.{view} EXCEPT SELECT * FROM temp.{view}))
                      + (SELECT count(*) FROM (SELECT * FROM temp.{view} EXCEPT SELECT * FROM main.{view}))"
            );
            let rows: i64 = self.db.query_row(&count, [], |row| row.get(0)).map_err(sql::fault)?;
            if rows > 0 {
                differ.push(format!("{view}: {rows}"));
            }
        }
        let (fresh, kept) = (self.fresh_words()?, self.words_of("main")?);
        if fresh != kept {
            differ.push(format!("search: {}", fresh.count.abs_diff(kept.count)));
        }
        Ok(if differ.is_empty() { "same".to_owned() } else { differ.join(", ") })
    }

    /// The words of every record as the freshly derived views name them, indexed anew.
    fn fresh_words(&self) -> Outcome<Words> {
        let all = "SELECT row, newest, number, kind, unit, record, noted FROM temp.records ORDER BY row";
        let mut all = self.db.prepare(all).map_err(sql::fault)?;
        let mut rows = all.query([]).map_err(sql::fault)?;
        let mut words = Words::default();
        loop {
            open::shadow_search(&self.db)?;
            let mut indexed = 0;
            while indexed < SLICE {
                let Some(found) = rows.next().map_err(sql::fault)? else { break };
                let indexed_record = search::Indexed {
                    row: found.get(0).map_err(sql::fault)?,
                    newest: found.get(1).map_err(sql::fault)?,
                    number: found.get(2).map_err(sql::fault)?,
                    kind: found.get(3).map_err(sql::fault)?,
                    unit: found.get(4).map_err(sql::fault)?,
                    record: found.get(5).map(Uuid::from_bytes).map_err(sql::fault)?,
                    noted: found.get(6).map_err(sql::fault)?,
                };
                self.index_record(&indexed_record)?;
                indexed += 1;
            }
            words.add(&self.words_of("temp")?);
            if indexed < SLICE {
                return Ok(words);
            }
        }
    }

    /// The words of an index: of the file, or of this connection's own slice.
    fn words_of(&self, index: &str) -> Outcome<Words> {
        let vocabulary = format!(
            "DROP TABLE IF EXISTS temp.words; CREATE VIRTUAL TABLE temp.words USING fts5vocab ('{index}', 'search', 'instance')"
        );
        self.db.execute_batch(&vocabulary).map_err(sql::fault)?;
        let mut words = Words::default();
        {
            let mut all = self.db.prepare("SELECT term, doc, col FROM temp.words").map_err(sql::fault)?;
            let mut rows = all.query([]).map_err(sql::fault)?;
            while let Some(found) = rows.next().map_err(sql::fault)? {
                let term = found.get_ref(0).map_err(sql::fault)?;
                let column = found.get_ref(2).map_err(sql::fault)?;
                let mut hasher = DefaultHasher::new();
                term.as_bytes().unwrap_or_default().hash(&mut hasher);
                found.get::<_, i64>(1).map_err(sql::fault)?.hash(&mut hasher);
                column.as_bytes().unwrap_or_default().hash(&mut hasher);
                words.add(&Words { count: 1, sum: hasher.finish() });
            }
        }
        self.db.execute_batch("DROP TABLE temp.words").map_err(sql::fault)?;
        Ok(words)
    }
}

/// What can be said of many words without keeping them: how many, and a sum that no order changes.
#[derive(Debug, Default, PartialEq, Eq)]
struct Words {
    count: u64,
    sum: u64,
}

impl Words {
    fn add(&mut self, more: &Self) {
        self.count += more.count;
        self.sum = self.sum.wrapping_add(more.sum);
    }
}
