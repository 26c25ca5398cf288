//! The schemas of the two forms that travel beside the lines: batch.json, and the receipt that comes back.

use serde_json::{Value, json};

use super::super::FORMAT;
use super::super::check::RESULTS;
use super::{AT, SHA256, UNIT, UUID, at_least, maybe, object, pattern};

/// The code of a finding or refusal.
const CODE: &str = "^[A-Z][0-9]{3}$";
/// Any minor version of ours.
const VERSIONS: &str = r"^1\.(0|[1-9][0-9]*)$";

/// data/batch.json.
pub(super) fn batch() -> Value {
    let week = object(&[("week", pattern("^[0-9]{4}-W[0-9]{2}$")), ("from", pattern(AT)), ("to", pattern(AT))]);
    let counts = ["entries", "facts", "persons"].map(|key| (key, at_least(0)));
    let findings = json!({"type": "object", "propertyNames": {"pattern": "^[A-Z0-9]{4}$"},
        "additionalProperties": at_least(0)});
    object(&[
        ("format", json!({"const": FORMAT})),
        ("version", pattern(VERSIONS)),
        ("unit", pattern(UNIT)),
        ("receiver", pattern(UNIT)),
        ("number", at_least(1)),
        ("period", week),
        ("previous", maybe(pattern(SHA256))),
        ("journal", pattern(UUID)),
        ("first", at_least(1)),
        ("last", at_least(0)),
        ("prev", pattern(SHA256)),
        ("head", pattern(SHA256)),
        ("access_head", pattern(SHA256)),
        ("counts", object(&counts)),
        ("findings", findings),
        ("with_persons", json!({"type": "boolean"})),
        ("sealed_at", pattern(AT)),
    ])
}

/// receipt-<unit>-<n>.json.
pub(super) fn receipt() -> Value {
    let finding = object(&[("code", pattern(CODE)), ("record", pattern(UUID)), ("path", json!({"type": "string"}))]);
    let item = object(&[
        ("file_sha256", pattern(SHA256)),
        ("journal", maybe(pattern(UUID))),
        ("number", maybe(at_least(1))),
        ("batch_id", maybe(pattern(SHA256))),
        ("result", json!({"enum": RESULTS})),
        ("code", maybe(pattern(CODE))),
        ("missing", json!({"type": "array", "items": at_least(1)})),
        ("entries_new", at_least(0)),
        ("entries_known", at_least(0)),
        ("findings", json!({"type": "array", "items": finding})),
    ]);
    let request =
        object(&[("record", pattern(UUID)), ("code", maybe(pattern(CODE))), ("text", json!({"type": "string"}))]);
    let through = object(&[("number", at_least(1)), ("seq", at_least(0)), ("head", pattern(SHA256))]);
    object(&[
        ("format", json!({"const": "trucban-receipt"})),
        ("version", pattern(VERSIONS)),
        ("desk", pattern(UNIT)),
        ("unit", pattern(UNIT)),
        ("n", at_least(1)),
        ("at", pattern(AT)),
        ("items", json!({"type": "array", "items": item})),
        ("requests", json!({"type": "array", "items": request})),
        ("ack_through", json!({"type": "object", "propertyNames": {"pattern": UUID}, "additionalProperties": through})),
    ])
}
