//! Where a record came from, at a desk: the post, who wrote it, and the batches that brought it.

use serde_json::{Value, json};

use super::view::Names;
use crate::acts::desk::Origin;
use crate::logbook::{Received, Record};
use crate::record::when;
use crate::text::clean;
use crate::words::Words;

/// In words, a line each.
pub fn lines((record, origin): (&Record, &Origin), names: &Names<'_>, words: &Words) -> Vec<String> {
    let unit = &record.row.unit;
    let post = origin.post.as_ref().map_or_else(|| unit.clone(), |post| format!("{unit} · {}", post.name));
    let author = names.officer(&record.author.to_string(), words);
    let mut said = vec![("tui-origin", clean::shown(&post)), ("tui-origin-author", author)];
    for (id, batch) in [("tui-origin-batch", &origin.batch), ("tui-origin-newest", &origin.newest)] {
        said.extend(batch.as_ref().map(|batch| (id, brought(batch, words))));
    }
    let (journal, seq) = (origin.journal.0.simple().to_string(), origin.journal.1.to_string());
    let args = [("journal", journal.get(28..).unwrap_or_default()), ("seq", &*seq)];
    said.push(("tui-origin-journal", words.with("tui-origin-journal-said", &args)));
    said.into_iter().map(|(id, said)| format!("{}: {said}", words.get(id))).collect()
}

fn brought(batch: &Received, words: &Words) -> String {
    let (number, at) = (batch.number.to_string(), when::shown(batch.at));
    let args = [("number", &*number), ("week", &*clean::shown(&batch.week)), ("at", &*at)];
    words.with("tui-origin-batch-said", &args)
}

/// As JSON.
pub fn object(origin: &Origin) -> Value {
    let batch = |batch: &Option<Received>| {
        let said = batch.as_ref().map(|batch| {
            json!({
                "number": batch.number, "week": batch.week, "batch_id": batch.batch.hex(), "at": when::kept(batch.at),
            })
        });
        said.unwrap_or_default()
    };
    let officers = origin.officers.iter().map(|badge| {
        json!({
            "id": badge.id.to_string(), "record": badge.record, "name": badge.name, "rank": badge.rank,
            "role": badge.role, "service_number": badge.number,
        })
    });
    json!({
        "name": origin.post.as_ref().map(|post| &post.name), "batch": batch(&origin.batch),
        "newest_batch": batch(&origin.newest), "journal": origin.journal.0.to_string(), "seq": origin.journal.1,
        "officers": officers.collect::<Vec<_>>(),
    })
}
