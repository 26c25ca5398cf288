//! What is said while a shift is handed over, before anybody signs: the answer to a matter, a promise, that something is
//! done. Each is written at once, so that nothing of a handover that breaks off is lost.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::items::{self, Answer, HandoverItem, Sort};
use super::{Handover, handover};
use crate::acts::write::open_shift;
use crate::acts::{Refused, Saved, Who};
use crate::journal::Mint;
use crate::logbook::Logbook;
use crate::record::Data;
use crate::text::clean;

/// One thing that is said.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The incoming officer's answer to these matters.
    Answer(Vec<HandoverItem>, Answer),
    /// Something was promised to somebody; whoever takes over answers to it.
    Promise(String),
    /// An order was carried out, or a promise kept: it is open no more.
    Done(HandoverItem),
}

/// Writes it into the open shift. `base` is the version that was looked at.
///
/// # Errors
/// As [`handover()`].
pub fn step(
    book: &Logbook,
    who: &Who,
    (id, base): (Uuid, u64),
    step: &Step,
    mint: &mut dyn Mint,
) -> Result<Saved, Refused> {
    let input = changed(&open_shift(book)?.data, step);
    handover(book, who, &Handover { id, base: Some(base), input: &input, incoming: None }, mint)
}

/// The fields of the shift that become another.
fn changed(shift: &Data, step: &Step) -> Map<String, Value> {
    let mut list = shift.items("handover").to_vec();
    let (key, value) = match step {
        Step::Answer(items, answer) => {
            for item in items {
                let entry = entry(item, answer);
                match list.iter_mut().rev().find(|entry| item.is_meant(entry)) {
                    Some(before) => *before = entry,
                    None => list.push(entry),
                }
            }
            ("handover", list)
        }
        Step::Promise(what) => {
            list.push(items::promise_of(&clean::line(what)));
            ("handover", list)
        }
        Step::Done(item) if item.sort == Sort::Order => ("orders", done(shift.items("orders").to_vec(), item)),
        Step::Done(item) => {
            list.retain(|entry| !(item.sort == Sort::Promise && item.is_meant(entry)));
            ("handover", list)
        }
    };
    Map::from_iter([(key.to_owned(), Value::Array(value))])
}

fn entry(item: &HandoverItem, answer: &Answer) -> Value {
    let said = if answer.accepted { "accepted" } else { "queried" };
    json!({"record": item.record, "item": item.sort.code(), "what": item.what, "answer": said, "note": answer.note})
}

/// The orders, the first of these words that wasn't carried out among them carried out.
fn done(mut orders: Vec<Value>, item: &HandoverItem) -> Vec<Value> {
    let meant = |order: &&mut Value| {
        let text = order.get("text").and_then(Value::as_str);
        text.is_some() && text == item.what.as_deref() && order.get("done") != Some(&Value::Bool(true))
    };
    if let Some(order) = orders.iter_mut().find(meant).and_then(Value::as_object_mut) {
        order.insert("done".into(), Value::Bool(true));
    }
    orders
}
