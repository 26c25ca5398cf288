//! The views against a fresh derivation, row by row, and the search index word by word. It writes into tables of its
//! own connection only; nothing in the file changes.

use std::hash::{DefaultHasher, Hash as _, Hasher as _};

use super::search::Indexed;
use super::{Logbook, Stage, Watch, open, sql};
use crate::fault::Outcome;

/// So many records are indexed at a time: the fresh index is kept in memory, never in a file.
const SLICE: usize = 2000;

impl Logbook {
    /// The views that differ from what the journal says, by name; `same` when none does.
    pub(super) fn compare(&self, watch: Watch<'_>) -> Outcome<String> {
        open::shadow_derived(&self.db)?;
        self.each_entry(watch, |row, entry, facts, persons| self.derive(row, entry, facts, persons, false))?;
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
        let (fresh, kept) = (self.fresh_words(SLICE, watch)?, self.words_of("main")?);
        if fresh != kept {
            differ.push(format!("search: {}", fresh.count.abs_diff(kept.count)));
        }
        Ok(if differ.is_empty() { "same".to_owned() } else { differ.join(", ") })
    }

    /// The words of every record as the freshly derived views name them, indexed anew, so many at a time.
    fn fresh_words(&self, slice: usize, watch: Watch<'_>) -> Outcome<Words> {
        let mut words = Words::default();
        let mut after = 0;
        let last = self.db.query_row("SELECT coalesce(max(row), 0) FROM temp.records", [], |row| row.get(0));
        let last = sql::count(last.map_err(sql::fault)?);
        loop {
            watch(Stage::Words.at(sql::count(after), last))?;
            let records = self.records_after(after, slice)?;
            // Nothing may be reading from temporary tables while the index of the last slice goes.
            open::shadow_search(&self.db)?;
            for record in &records {
                self.index_record(record)?;
            }
            words.add(&self.words_of("temp")?);
            match records.last() {
                Some(last) => after = last.row,
                None => return Ok(words),
            }
        }
    }

    fn records_after(&self, row: i64, most: usize) -> Outcome<Vec<Indexed>> {
        let all = format!(
            "SELECT row, newest, number, kind, noted, unit, record FROM temp.records WHERE row > ?1 ORDER BY row
             LIMIT {most}"
        );
        let mut all = self.db.prepare_cached(&all).map_err(sql::fault)?;
        let rows = all.query_map([row], Indexed::read).map_err(sql::fault)?;
        rows.collect::<Result<_, _>>().map_err(sql::fault)
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

#[cfg(test)]
mod tests {
    use serde_json::json;
    use uuid::Uuid;

    use super::*;
    use crate::journal::{Act, Mint, Salt};
    use crate::logbook::{New, Own};
    use crate::record::when::{self, Moment};
    use crate::record::{Data, Kind};

    struct Counter(u128);

    impl Mint for Counter {
        fn now(&mut self) -> Moment {
            when::parse("2026-11-23T20:00:00+07:00").unwrap()
        }

        fn id(&mut self) -> Uuid {
            self.0 += 1;
            Uuid::from_u128(self.0)
        }

        fn salt(&mut self) -> Salt {
            [0; 16]
        }
    }

    #[test]
    fn slices_say_together_what_the_whole_says() {
        let folder = tempfile::tempdir().unwrap();
        let mut mint = Counter(0);
        let own = Own { unit: "P2".into(), name: "Phường 2".into(), journal: mint.id(), desk: false, demo: None };
        let (path, officer) = (folder.path().join("log"), mint.id());
        let (book, ..) = Logbook::create(
            &path,
            own,
            (officer, "An"),
            "mật khẩu dài",
            15,
            &crate::seal::Identity::generate(),
            |_, _| Ok(()),
        )
        .unwrap();
        for n in 0..7 {
            let name = format!("Tổ dân phố số {n}");
            let data = json!({"code": name, "name": name}).as_object().unwrap().clone();
            let (id, record, at) = (mint.id(), mint.id(), mint.now());
            let (act, kind, data) = (Act::Create, Kind::Area, Data(data));
            let new = New { id, at, by: officer, shift: None, act, kind, record, base: None, why: None, data };
            book.write(|book| book.append(&new, &mut mint)).unwrap();
        }
        assert_eq!(book.check().unwrap().derived, "same");
        open::shadow_derived(&book.db).unwrap();
        book.each_entry(&mut |_| Ok(()), |row, entry, facts, persons| book.derive(row, entry, facts, persons, false))
            .unwrap();
        let whole = book.words_of("main").unwrap();
        for slice in [1, 2, 3, 7, 100] {
            assert_eq!(book.fresh_words(slice, &mut |_| Ok(())).unwrap(), whole, "{slice}");
        }
        book.db.execute("DELETE FROM main.search WHERE rowid = 3", []).unwrap();
        assert_ne!(book.words_of("main").unwrap(), whole);
    }
}
