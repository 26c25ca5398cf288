//! The log as a list: filters, search and pages. A page costs the same however long the log is.

use rusqlite::types::Value as Sql;
use rusqlite::{Row as Found, params_from_iter};
use uuid::Uuid;

use super::search::{self, Named};
use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::record::Kind;
use crate::record::when::{self, Moment};

/// What a list shows of a record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Row {
    /// Its place in the order of logging.
    pub row: i64,
    /// The record.
    pub record: Uuid,
    /// The post.
    pub unit: String,
    /// English name of its kind.
    pub kind: String,
    /// Human number.
    pub number: String,
    /// One line that names it.
    pub title: Option<String>,
    /// Code of the area.
    pub area: Option<String>,
    /// Category code.
    pub category: Option<String>,
    /// Status or state.
    pub status: Option<String>,
    /// Main time.
    pub at: Moment,
    /// Void, so out of all counts.
    pub void: bool,
    /// Persons that are not shown.
    pub hidden: u64,
}

/// Which records a list holds.
#[derive(Debug, Clone, Default)]
pub struct Filter {
    /// Only this kind; the log's kinds otherwise (registers have lists of their own).
    pub kind: Option<Kind>,
    /// Main time at or after.
    pub from: Option<Moment>,
    /// Main time before.
    pub to: Option<Moment>,
    /// Code of the area.
    pub area: Option<String>,
    /// Category code, or a group.
    pub category: Option<String>,
    /// One of these statuses or states; any, if none is named.
    pub statuses: Vec<String>,
    /// Only what waits for somebody, of whatever kind; nothing void.
    pub open: bool,
    /// Only void records, or only others.
    pub void: Option<bool>,
    /// The post, at a desk.
    pub unit: Option<String>,
    /// Only these, by row; any, if none is named.
    pub rows: Vec<i64>,
    /// Words to be found.
    pub query: Option<String>,
    /// At most so many.
    pub limit: usize,
    /// Only what comes after the last row of the page before.
    pub after: Option<Cursor>,
}

/// Where the next page begins.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cursor {
    /// Main time of the last row, seconds since 1970.
    pub at: i64,
    /// Its row.
    pub row: i64,
}

impl Row {
    /// The cursor for the page after this row.
    #[must_use]
    pub fn cursor(&self) -> Cursor {
        Cursor { at: when::seconds(self.at), row: self.row }
    }
}

pub(super) const COLUMNS: &str =
    "r.row, r.record, r.unit, r.kind, r.number, r.title, r.area, r.category, r.status, r.at, r.void, r.hidden";

pub(super) fn row(found: &Found<'_>) -> rusqlite::Result<Row> {
    Ok(Row {
        row: found.get(0)?,
        record: Uuid::from_bytes(found.get(1)?),
        unit: found.get(2)?,
        kind: found.get(3)?,
        number: found.get(4)?,
        title: found.get(5)?,
        area: found.get(6)?,
        category: found.get(7)?,
        status: found.get(8)?,
        at: when::from_seconds(found.get(9)?).unwrap_or_default(),
        void: found.get(10)?,
        hidden: sql::count(found.get(11)?),
    })
}

/// A condition in the making.
#[derive(Default)]
struct Where {
    parts: Vec<String>,
    values: Vec<Sql>,
}

impl Where {
    fn add(&mut self, part: &str, value: impl Into<Sql>) {
        self.values.push(value.into());
        self.parts.push(part.replace('?', &format!("?{}", self.values.len())));
    }

    fn any_of(&mut self, column: &str, values: &[String]) {
        let marks: Vec<String> = (1..=values.len()).map(|n| format!("?{}", self.values.len() + n)).collect();
        self.parts.push(format!("{column} IN ({})", marks.join(", ")));
        self.values.extend(values.iter().cloned().map(Sql::from));
    }

    /// At a desk, the records of one post are fewer than any other condition leaves, so only their index is in the choice.
    fn filters(filter: &Filter, desk: bool) -> Self {
        let mut all = Self::default();
        let apart = if desk && filter.unit.is_some() { "+" } else { "" };
        // Any other condition leaves fewer rows than a kind, so the kind's index is kept out of the choice.
        let narrow = filter.area.is_some()
            || filter.unit.is_some()
            || filter.category.is_some()
            || filter.void == Some(true)
            || filter.open
            || !filter.rows.is_empty()
            || !filter.statuses.is_empty();
        let kind = if narrow { "+r.kind" } else { "r.kind" };
        match filter.kind {
            Some(only) => all.add(&format!("{kind} = ?"), only.name().to_owned()),
            // Kinds that only a newer program knows are shown too.
            None => all.parts.push(format!("{kind} NOT IN ({})", registers())),
        }
        for (part, value) in [(format!("{apart}r.area = ?"), &filter.area), ("r.unit = ?".to_owned(), &filter.unit)] {
            if let Some(value) = value {
                all.add(&part, value.clone());
            }
        }
        match filter.statuses.as_slice() {
            [] => {}
            [one] => all.add(&format!("{apart}r.status = ?"), one.clone()),
            some => all.any_of(&format!("{apart}r.status"), some),
        }
        if !filter.rows.is_empty() {
            let rows: Vec<String> = filter.rows.iter().map(i64::to_string).collect();
            all.parts.push(format!("r.row IN ({})", rows.join(", ")));
        }
        if filter.open {
            all.parts.push(waiting());
        }
        // Written out: an index on void records only is not used for a value that comes later.
        all.parts.extend(filter.void.map(|void| format!("r.void = {}", u8::from(void))));
        match filter.category.as_deref() {
            Some(group) if !group.contains('.') => {
                all.add(&format!("{apart}r.category > ?"), format!("{group}."));
                all.add(&format!("{apart}r.category < ?"), format!("{group}/"));
            }
            Some(code) => all.add(&format!("{apart}r.category = ?"), code.to_owned()),
            None => {}
        }
        if let Some(from) = filter.from {
            all.add("r.at >= ?", when::seconds(from));
        }
        if let Some(to) = filter.to {
            all.add("r.at < ?", when::seconds(to));
        }
        all
    }

    fn sql(&self) -> String {
        self.parts.join(" AND ")
    }
}

/// What is open, kind by kind: a state may mean that in one and something else in another.
fn waiting() -> String {
    let open =
        Kind::ALL.into_iter().filter_map(|kind| Some((kind, kind.standing()?.open))).filter(|(_, o)| !o.is_empty());
    let quoted =
        |names: &mut dyn Iterator<Item = String>| names.map(|name| format!("'{name}'")).collect::<Vec<_>>().join(", ");
    let mut states: Vec<&str> = open.clone().flat_map(|(_, states)| states.iter().copied()).collect();
    states.sort_unstable();
    states.dedup();
    let states = quoted(&mut states.iter().map(|state| (*state).to_owned()));
    let kinds = quoted(&mut open.map(|(kind, _)| kind.name().to_owned()));
    format!("r.void = 0 AND r.status IN ({states}) AND +r.kind IN ({kinds})")
}

/// The kinds that the log leaves out, as SQL writes them.
pub(super) fn registers() -> String {
    let names = Kind::ALL.into_iter().filter(|kind| !kind.is_logged()).map(|kind| format!("'{kind}'"));
    names.collect::<Vec<_>>().join(", ")
}

impl Logbook {
    /// One page of records: newest first by main time, or, with a query, the named number first and then the newest
    /// logged.
    ///
    /// # Errors
    /// Those of the database; interrupted when a newer query came.
    pub fn list(&self, filter: &Filter) -> Outcome<Vec<Row>> {
        match filter.query.as_deref().filter(|query| !query.trim().is_empty()) {
            None => self.page(filter),
            Some(query) => self.found(filter, query),
        }
    }

    fn page(&self, filter: &Filter) -> Outcome<Vec<Row>> {
        let mut wanted = Where::filters(filter, self.own.desk);
        if let Some(after) = filter.after {
            wanted.add("(r.at, r.row) < (?, ", after.at);
            let last = wanted.parts.len() - 1;
            wanted.values.push(Sql::from(after.row));
            let n = wanted.values.len();
            if let Some(part) = wanted.parts.get_mut(last) {
                part.push_str(&format!("?{n})"));
            }
        }
        let limit = filter.limit;
        let sql = format!(
            "SELECT {COLUMNS} FROM records r WHERE {} ORDER BY r.at DESC, r.row DESC LIMIT {limit}",
            wanted.sql()
        );
        self.rows(&sql, wanted.values)
    }

    fn found(&self, filter: &Filter, query: &str) -> Outcome<Vec<Row>> {
        // Shown once, at the top of the first page, also where its words are found too.
        let named = self.named(filter, query)?;
        let first = if filter.after.is_none() { named.clone() } else { Vec::new() };
        let post = filter.unit.as_deref().filter(|_| self.own.desk);
        let Some(expression) = search::expression(query, post) else { return Ok(first) };
        let mut wanted = Where::filters(filter, self.own.desk);
        wanted.add("search MATCH ?", expression);
        if let Some(after) = filter.after {
            wanted.add("search.rowid < ?", after.row);
        }
        let limit = filter.limit;
        let sql = format!(
            "SELECT {COLUMNS} FROM search CROSS JOIN records r ON r.row = search.rowid WHERE {}
             ORDER BY search.rowid DESC LIMIT {}",
            wanted.sql(),
            limit + named.len()
        );
        let words = self.rows(&sql, wanted.values)?;
        let new = words.into_iter().filter(|row| named.iter().all(|first| first.row != row.row));
        Ok(first.into_iter().chain(new).take(limit).collect())
    }

    /// Records whose number is meant: a whole number, a serial, or its last digits. Less than half a page of them.
    fn named(&self, filter: &Filter, query: &str) -> Outcome<Vec<Row>> {
        let most = filter.limit.div_ceil(2).min(20);
        let mut found = Vec::new();
        match search::named(query) {
            None => {}
            Some(Named::Number(number)) => {
                let unit = number.unit.clone().unwrap_or_else(|| self.own.unit.clone());
                let whole =
                    [("r.number = ?", format!("{unit}-{}", number.short()).into()), ("r.unit = ?", unit.into())];
                found = self.named_by(filter, &whole, most)?;
                if found.is_empty() && number.unit.is_none() && self.own.desk {
                    // A desk has no such records of its own; the posts have, and any of them may be meant.
                    let serial = sql::int(number.serial);
                    let short = [
                        ("r.serial % 1000 = ?", (serial % 1000).into()),
                        ("r.number LIKE ?", format!("%-{}", number.short()).into()),
                    ];
                    found = self.named_by(filter, &short, most)?;
                }
            }
            Some(Named::Digits(digits)) => {
                let serial: i64 = digits.parse().unwrap_or(0);
                let tail = |tail: i64| ("r.serial % 1000 = ?", Sql::from(tail));
                found = self.named_by(filter, &[tail(serial % 1000), ("r.serial = ?", serial.into())], most)?;
                // The index holds the last three digits: two are looked for under each hundred, one says too little.
                let tails: Vec<i64> = match digits.len() {
                    1 => Vec::new(),
                    2 => (0..10).map(|hundred| 100 * hundred + serial).collect(),
                    _ => vec![serial % 1000],
                };
                let mut ending = Vec::new();
                for last in tails {
                    let like = ("r.number LIKE ?", format!("%{digits}").into());
                    ending.extend(self.named_by(filter, &[tail(last), like], most)?);
                }
                ending.sort_by_key(|row| std::cmp::Reverse(row.row));
                ending.retain(|row| found.iter().all(|exact| exact.row != row.row));
                found.extend(ending);
            }
        }
        found.truncate(most);
        Ok(found)
    }

    fn named_by(&self, filter: &Filter, more: &[(&str, Sql)], most: usize) -> Outcome<Vec<Row>> {
        let mut wanted = Where::filters(filter, self.own.desk);
        for (part, value) in more {
            wanted.add(part, value.clone());
        }
        let sql = format!("SELECT {COLUMNS} FROM records r WHERE {} ORDER BY r.row DESC LIMIT {most}", wanted.sql());
        self.rows(&sql, wanted.values)
    }

    pub(super) fn rows(&self, sql: &str, values: Vec<Sql>) -> Outcome<Vec<Row>> {
        let mut query = self.db.prepare_cached(sql).map_err(sql::fault)?;
        let rows = query.query_map(params_from_iter(values), row).map_err(sql::fault)?;
        rows.collect::<Result<_, _>>().map_err(sql::fault)
    }
}
