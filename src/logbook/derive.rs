//! From an entry to the views: the same code for a save, a rebuild, the doctor's comparison and the desk's merge.

use serde_json::Value;
use uuid::Uuid;

use super::chain::STEP;
use super::{Logbook, Stage, Watch, sql};
use crate::fault::{Fault, Outcome};
use crate::journal::envelope::{self, Opened};
use crate::journal::{Act, Entry};
use crate::record::{Data, Kind, Number, when};
use crate::text::{clean, fold};

/// Of entries `e` in journals `j`: not what a journal repeats that went on from an earlier entry than the last one of
/// the journal before it. The same id at the same post is the same act.
pub(super) const FIRST_TIME: &str = "(j.continues IS NULL OR NOT EXISTS (
    SELECT 1 FROM entries o JOIN journals k ON k.num = o.journal WHERE o.id = e.id AND o.row < e.row AND k.unit = j.unit))";

impl Logbook {
    /// Derives the views of one entry. `facts` is none where they were purged or withheld; `index` says whether the
    /// words go into the search index too. What comes out doesn't depend on the order in which journals of one post
    /// arrive: the later journal has the last word.
    pub(super) fn derive(
        &self,
        row: i64,
        entry: &Entry,
        facts: Option<&Opened>,
        persons: Option<&Opened>,
        index: bool,
    ) -> Outcome<()> {
        match entry.act {
            Act::Create | Act::Amend => self.derive_version(row, entry, facts, persons, index),
            Act::Note => match self.touch(entry, "noted = noted + 1")? {
                Some(own) if index => self.index_again(own, None),
                _ => Ok(()),
            },
            Act::Void => {
                self.touch(entry, "void = 1")?;
                match Kind::parse(&entry.kind) {
                    Some(Kind::Area) => self.end_area(entry),
                    Some(Kind::Patrol) => self.forget_visits(&entry.unit, &entry.record),
                    _ => Ok(()),
                }
            }
            Act::Sign => self.touch(entry, "void = void").map(drop),
            // What a purge removes is gone before it is derived.
            Act::Purge => self
                .touch(entry, "hidden = hidden * EXISTS (SELECT 1 FROM envelopes WHERE key = 2 * records.newest + 1)")
                .map(drop),
        }
    }

    /// Empties the derived tables and derives every entry anew, in the order of their arrival.
    pub(super) fn derive_all(&self, watch: Watch<'_>) -> Outcome<()> {
        self.clear_derived()?;
        self.each_entry(watch, |row, entry, facts, persons| self.derive(row, entry, facts, persons, true))
    }

    /// Hands every entry with its envelopes to `each`, in the order of their arrival; what a later journal repeats
    /// only once.
    pub(super) fn each_entry(
        &self,
        watch: Watch<'_>,
        mut each: impl FnMut(i64, &Entry, Option<&Opened>, Option<&Opened>) -> Outcome<()>,
    ) -> Outcome<()> {
        let all = format!(
            "SELECT e.row, e.line, f.bytes, p.bytes FROM entries e CROSS JOIN journals j ON j.num = e.journal
             LEFT JOIN envelopes f ON f.key = 2 * e.row LEFT JOIN envelopes p ON p.key = 2 * e.row + 1
             WHERE {FIRST_TIME} ORDER BY e.row"
        );
        let mut all = self.db.prepare(&all).map_err(sql::fault)?;
        let mut rows = all.query([]).map_err(sql::fault)?;
        let (mut done, total) = (0u64, self.about_entries());
        while let Some(found) = rows.next().map_err(sql::fault)? {
            done += 1;
            if done.is_multiple_of(STEP) {
                watch(Stage::Views.at(done, total))?;
            }
            let line: Vec<u8> = found.get(1).map_err(sql::fault)?;
            let open = |n: usize| -> Outcome<Option<Opened>> {
                let bytes: Option<Vec<u8>> = found.get(n).map_err(sql::fault)?;
                bytes.map(|bytes| envelope::open(&bytes)).transpose()
            };
            let entry = Entry::from_line(&line)?;
            each(found.get(0).map_err(sql::fault)?, &entry, open(2)?.as_ref(), open(3)?.as_ref())?;
        }
        Ok(())
    }

    /// Changes the record of an entry, and says its row if it is here.
    fn touch(&self, entry: &Entry, set: &str) -> Outcome<Option<i64>> {
        let update = format!(
            "UPDATE records SET rev = iif(?4 >= rank, ?1, rev), rank = max(rank, ?4), {set}
             WHERE unit = ?2 AND record = ?3 RETURNING row"
        );
        let values = (sql::int(entry.rev), &entry.unit, sql::blob(&entry.record), self.rank(&entry.journal)?);
        let mut update = self.db.prepare_cached(&update).map_err(sql::fault)?;
        sql::optional(update.query_row(values, |row| row.get(0)))
    }

    fn derive_version(
        &self,
        row: i64,
        entry: &Entry,
        facts: Option<&Opened>,
        persons: Option<&Opened>,
        index: bool,
    ) -> Outcome<()> {
        let Some(facts) = facts.map(|opened| &opened.data) else {
            return self.derive_nothing(row, entry, hidden(persons), index);
        };
        let kind = Kind::parse(&entry.kind);
        let number = facts.get("number").and_then(Value::as_str).unwrap_or_default();
        let data = Data(facts.clone());
        if let Some(parsed) = Number::parse(number) {
            self.count_up(entry, &parsed)?;
        }
        let put = self.put_record(row, entry, kind, &data, number, hidden(persons))?;
        let Some((own, noted)) = put else { return Ok(()) };
        let first = own == row;
        match kind {
            Some(Kind::Officer) => self.put_officer(entry, &data, persons)?,
            Some(Kind::Area) => self.put_area(entry, &data)?,
            Some(Kind::Unit) if data.text("continues.journal").is_some() => self.skip_numbers(entry)?,
            _ => {}
        }
        if let Some(kind) = kind {
            self.relate(own, !first, &entry.unit, kind, &data)?;
        }
        if !index {
            return Ok(());
        }
        let words =
            || format!("{}\n{}", clean::shown(number), kind.map(|kind| data.searched(kind)).unwrap_or_default());
        match noted {
            _ if first => self.index_new(own, words()),
            0 => self.index_again(own, Some(words())),
            // Its notes are words of it too.
            _ => self.index_again(own, None),
        }
    }

    /// A version whose content isn't here: the record shows the one before, or nothing.
    fn derive_nothing(&self, row: i64, entry: &Entry, hidden: usize, index: bool) -> Outcome<()> {
        let put =
            "INSERT INTO records (row, unit, record, kind, number, serial, at, rev, version, author, shift, newest,
                hidden, rank, told)
            VALUES (:row, :unit, :record, :kind, '', 0, :at, :rev, :rev, :author, :shift, :row, :hidden, :rank, :rank)
            ON CONFLICT (unit, record) DO UPDATE SET rev = iif(:rank >= rank, :rev, rev), rank = max(rank, :rank)
            RETURNING row";
        let columns = rusqlite::named_params! {
            ":row": row, ":unit": entry.unit, ":record": sql::blob(&entry.record), ":kind": entry.kind,
            ":at": when::seconds(entry.at), ":rev": sql::int(entry.rev), ":author": sql::blob(&entry.by),
            ":shift": entry.shift.as_ref().map(sql::blob), ":hidden": i64::try_from(hidden).unwrap_or(i64::MAX),
            ":rank": self.rank(&entry.journal)?,
        };
        let own: i64 =
            self.db.prepare_cached(put).and_then(|mut q| q.query_row(columns, |row| row.get(0))).map_err(sql::fault)?;
        if index && own == row { self.index_new(row, "\n".to_owned()) } else { Ok(()) }
    }

    /// Returns the record's own row, that of its first entry here, and how many notes are on it; none when a later journal
    /// has a newer version.
    fn put_record(
        &self,
        row: i64,
        entry: &Entry,
        kind: Option<Kind>,
        data: &Data,
        number: &str,
        hidden: usize,
    ) -> Outcome<Option<(i64, i64)>> {
        let at = kind.and_then(|kind| data.main_time(kind)).unwrap_or(entry.at);
        let serial = Number::parse(number).map_or(0, |n| sql::int(n.serial));
        let columns = rusqlite::named_params! {
            ":row": row, ":unit": entry.unit, ":record": sql::blob(&entry.record), ":kind": entry.kind,
            ":number": clean::shown(number), ":serial": serial, ":at": when::seconds(at),
            ":title": shown(kind.and_then(|kind| data.title(kind))), ":area": shown(data.text("area")),
            ":category": shown(data.text("category")), ":status": shown(kind.and_then(Kind::standing).and_then(|standing| (standing.of)(data))),
            ":external": shown(data.text("external_id")),
            ":rev": sql::int(entry.rev), ":author": sql::blob(&entry.by), ":shift": entry.shift.as_ref().map(sql::blob),
            ":hidden": i64::try_from(hidden).unwrap_or(i64::MAX), ":rank": self.rank(&entry.journal)?,
        };
        let put = "INSERT INTO records (row, unit, record, kind, number, serial, at, title, area, category, status,
                external, rev, version, author, shift, newest, hidden, rank, told)
            VALUES (:row, :unit, :record, :kind, :number, :serial, :at, :title, :area, :category, :status,
                :external, :rev, :rev, :author, :shift, :row, :hidden, :rank, :rank)
            ON CONFLICT (unit, record) DO UPDATE SET number = :number, serial = :serial, at = :at, title = :title,
                area = :area, category = :category, status = :status, external = :external,
                rev = iif(:rank >= rank, :rev, rev), version = :rev, newest = :row, hidden = :hidden,
                rank = max(rank, :rank), told = :rank
            WHERE :rank >= told
            RETURNING row, noted";
        let mut put = self.db.prepare_cached(put).map_err(sql::fault)?;
        sql::optional(put.query_row(columns, |row| Ok((row.get(0)?, row.get(1)?))))
    }

    /// Which journal of a post has the last word: one that continues another comes after it; of two that continue the
    /// same one, the one that was begun later, as its id tells.
    fn rank(&self, journal: &Uuid) -> Outcome<i64> {
        if let Some(rank) = self.ranks.borrow().get(journal) {
            return Ok(*rank);
        }
        let num = self.journal_num(journal)?.ok_or_else(|| Fault::bug("an entry without a journal"))?;
        let depth = i64::try_from(self.lineage(num)?.depth()).unwrap_or(i64::MAX).min(0x7fff);
        let begun = journal.as_u128() >> 80;
        let rank = depth << 48 | i64::try_from(begun).unwrap_or(0);
        self.ranks.borrow_mut().insert(*journal, rank);
        Ok(rank)
    }

    fn count_up(&self, entry: &Entry, number: &Number) -> Outcome<()> {
        let put = "INSERT INTO counters VALUES (?1, ?2, ?3, ?4)
                   ON CONFLICT DO UPDATE SET serial = max(serial, excluded.serial)";
        let values = (&entry.unit, &number.code, number.year, sql::int(number.serial));
        self.db.prepare_cached(put).and_then(|mut q| q.execute(values)).map_err(sql::fault)?;
        Ok(())
    }

    /// After a restore the lost journal may have used numbers that nobody here knows: go on at the next thousand, with
    /// room for what may have been lost. A kind that had no number yet begins there too, under the name `*`, in every
    /// year that the lost journal can have written into.
    fn skip_numbers(&self, entry: &Entry) -> Outcome<()> {
        use chrono::Datelike as _;
        let year = (entry.at + chrono::TimeDelta::days(14)).year();
        let skip =
            "UPDATE counters SET serial = ((serial + 200) / 1000 + 1) * 1000 - 1 WHERE unit = ?1 AND kind <> 'DV'";
        self.db.execute(skip, [&entry.unit]).map_err(sql::fault)?;
        let rest = "INSERT INTO counters SELECT ?1, '*', ?2, max(999, coalesce(max(serial), 0)) FROM counters
                    WHERE unit = ?1 AND kind = '*' ON CONFLICT DO UPDATE SET serial = excluded.serial";
        self.db.execute(rest, (&entry.unit, year)).map_err(sql::fault)?;
        Ok(())
    }

    fn put_officer(&self, entry: &Entry, data: &Data, persons: Option<&Opened>) -> Outcome<()> {
        let name = persons.and_then(|opened| opened.data.get("name")).and_then(Value::as_str);
        let put = "INSERT OR REPLACE INTO officers VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let values = (
            &entry.unit,
            sql::blob(&entry.record),
            shown(name),
            name.map(fold::folded),
            shown(data.text("rank")),
            shown(data.text("role")).unwrap_or_else(|| "officer".to_owned()),
            data.text("valid_to"),
        );
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    fn put_area(&self, entry: &Entry, data: &Data) -> Outcome<()> {
        // Its code may have changed; the code of another area goes over to the newer one.
        let gone = "DELETE FROM areas WHERE unit = ?1 AND record = ?2";
        self.db.execute(gone, (&entry.unit, sql::blob(&entry.record))).map_err(sql::fault)?;
        let name = clean::shown(data.text("name").unwrap_or_default());
        let put = "INSERT OR REPLACE INTO areas VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)";
        let values = (
            &entry.unit,
            clean::shown(data.text("code").unwrap_or_default()),
            sql::blob(&entry.record),
            &name,
            fold::folded(&name),
            shown(data.text("type")),
            data.text("valid_to"),
        );
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(())
    }

    fn end_area(&self, entry: &Entry) -> Outcome<()> {
        let end = "UPDATE areas SET ended = coalesce(ended, ?3) WHERE unit = ?1 AND record = ?2";
        let day = entry.at.date_naive().to_string();
        self.db.execute(end, (&entry.unit, sql::blob(&entry.record), day)).map_err(sql::fault)?;
        Ok(())
    }

    /// The facts of the entry at a row, unless purged.
    pub(super) fn facts_of(&self, row: i64) -> Outcome<Option<Opened>> {
        self.envelope(2 * row)
    }

    /// The persons of the entry at a row, unless there are none, purged or withheld.
    pub(super) fn persons_of(&self, row: i64) -> Outcome<Option<Opened>> {
        self.envelope(2 * row + 1)
    }

    fn envelope(&self, key: i64) -> Outcome<Option<Opened>> {
        let mut find = self.db.prepare_cached("SELECT bytes FROM envelopes WHERE key = ?1").map_err(sql::fault)?;
        let bytes: Option<Vec<u8>> = sql::optional(find.query_row([key], |row| row.get(0)))?;
        bytes.map(|bytes| envelope::open(&bytes)).transpose()
    }

    /// The ids of officers are records too; none is free.
    pub(super) fn has_record(&self, record: &Uuid) -> Outcome<bool> {
        self.state_of(record).map(|state| state.is_some())
    }
}

/// Text of an envelope as lists show it. Another post's program may have let through what ours takes out at the door.
fn shown(text: Option<impl AsRef<str>>) -> Option<String> {
    text.map(|text| clean::shown(text.as_ref()))
}

/// How many persons an envelope names.
fn hidden(persons: Option<&Opened>) -> usize {
    persons.and_then(|opened| opened.data.get("persons")).and_then(Value::as_array).map_or(0, Vec::len)
}
