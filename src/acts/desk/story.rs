//! The story of one post as the desk tells it: its batches week by week, what the rules say about what came with each,
//! what was asked, what was refused. And where one record came from.

use std::collections::BTreeSet;

use serde_json::Value;
use uuid::Uuid;

use super::decide::trusted;
use super::posts::{Reporting, reporting};
use crate::acts::{Right, Who};
use crate::fault::Outcome;
use crate::logbook::{Against, Asked, Badge, Logbook, Post, Received, Record, Row, Version};
use crate::record::when::Moment;

/// So many batches, remarks and refusals are told, the newest: two years of weeks, and what a person looks through.
const BATCHES: usize = 120;
const REMARKS: usize = 1000;
const REFUSALS: usize = 50;

/// One post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Story {
    /// Where it stands.
    pub standing: Reporting,
    /// Its newest batches, whatever became of them, newest first.
    pub batches: Vec<Received>,
    /// What stands against its records.
    pub against: Vec<Against>,
    /// What it was asked for and hasn't answered, with the records.
    pub asked: Vec<(Asked, Option<Row>)>,
    /// Files that were refused, newest first.
    pub refused: Vec<Refusal>,
}

/// A file that was refused.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Refusal {
    /// Where it lay.
    pub file: String,
    /// When it was looked at, as the intake log writes it.
    pub at: String,
    /// Why.
    pub code: String,
}

/// Where a record came from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Origin {
    /// The post, where it is trusted here.
    pub post: Option<Post>,
    /// The journal of its newest entry, and the entry's place in it.
    pub journal: (Uuid, u64),
    /// The batch that brought its first entry.
    pub batch: Option<Received>,
    /// The batch that brought its newest entry, where that is another one.
    pub newest: Option<Received>,
    /// Who wrote on it, and whom it names, as far as the post says.
    pub officers: Vec<Badge>,
}

impl Reporting {
    /// Numbers of the batches that are missing before those that wait, as far as the numbers can tell.
    #[must_use]
    pub fn missing(&self) -> Vec<u64> {
        let mut missing = BTreeSet::new();
        for journal in self.held.iter().map(|held| held.journal).collect::<BTreeSet<_>>() {
            let here: BTreeSet<u64> =
                self.held.iter().filter(|held| held.journal == journal).map(|held| held.number).collect();
            let merged = self.last.as_ref().filter(|last| last.journal == journal).map(|last| last.number + 1);
            let first = merged.or_else(|| self.start.map(|start| start.number)).unwrap_or(1);
            let newest = here.last().copied().unwrap_or(first);
            // A post can name any number: what is counted out stays short.
            missing.extend((first..newest).filter(|number| !here.contains(number)).take(100));
        }
        missing.into_iter().collect()
    }
}

/// The story of a post.
///
/// # Errors
/// E021, E129, E134 no such post; those of the database.
pub fn story(book: &Logbook, who: &Who, unit: &str, now: Moment) -> Outcome<Story> {
    who.need(Right::Read)?;
    let standing = reporting(book, trusted(book, unit)?, now)?;
    let of = |record: &Uuid| -> Outcome<Option<Row>> { Ok(book.row_of(record)?.filter(|row| row.unit == unit)) };
    let asked = standing.requests.iter().map(|asked| Ok((asked.clone(), of(&asked.record)?)));
    let asked = asked.collect::<Outcome<_>>()?;
    let refused = book.refused_of(unit, REFUSALS)?.into_iter().map(|line| {
        let text = |key: &str| line.get(key).and_then(Value::as_str).unwrap_or_default().to_owned();
        Refusal { file: text("file"), at: text("at"), code: text("code") }
    });
    let refused = refused.collect();
    Ok(Story {
        batches: book.batches_of(unit, BATCHES)?,
        against: book.against(unit, REMARKS)?,
        asked,
        refused,
        standing,
    })
}

/// Where a record and its history came from; nothing for one that was written here.
///
/// # Errors
/// E021; those of the database.
pub fn origin(book: &Logbook, who: &Who, record: &Record, history: &[Version]) -> Outcome<Option<Origin>> {
    who.need(Right::Read)?;
    let row = &record.row;
    if row.unit == book.own().unit {
        return Ok(None);
    }
    let Some((first, newest)) = book.ends_of(&row.unit, &row.record)? else { return Ok(None) };
    let batch = book.merged_with(&first.0, first.1)?;
    let last = book.merged_with(&newest.0, newest.1)?;
    let last = last.filter(|last| batch.as_ref().is_none_or(|batch| batch.batch != last.batch));
    let officers = officers(book, record, history)?;
    Ok(Some(Origin { post: book.post(&row.unit)?, journal: newest, batch, newest: last, officers }))
}

fn officers(book: &Logbook, record: &Record, history: &[Version]) -> Outcome<Vec<Badge>> {
    let mut ids: BTreeSet<Uuid> = history.iter().map(|version| version.by).chain([record.author]).collect();
    let versions = history.iter().filter_map(|version| version.data.as_ref()).chain([&record.data]);
    ids.extend(versions.flat_map(|data| record.kind.map_or_else(Vec::new, |kind| crate::record::officers(kind, data))));
    ids.iter().filter_map(|id| book.badge(&record.row.unit, id).transpose()).collect()
}
