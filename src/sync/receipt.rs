//! Receipts: what a desk says became of the files of one post, signed. Plain text without personal data; the post
//! counts something as handed in only when a receipt says so.

use serde_json::{Map, Value, json};
use uuid::Uuid;

use super::{Card, NAMESPACE_RECEIPT, VERSION, header};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::{Hash, is_unit_code};
use crate::logbook::{Acknowledged, Remark};
use crate::record::strict;
use crate::record::when::{self, Moment};
use crate::seal::{self, SigningKey};

/// `format` in a receipt.
pub const FORMAT: &str = "trucban-receipt";
/// Most findings that a receipt carries back.
pub const MAX_FINDINGS: usize = 1000;
/// Most items and journals that a reader accepts.
const MOST: usize = 10_000;

/// What became of one file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Item {
    /// SHA-256 of the encrypted file.
    pub file: Hash,
    /// The journal, once it could be read.
    pub journal: Option<Uuid>,
    /// The batch's number.
    pub number: Option<u64>,
    /// The batch's id.
    pub batch: Option<Hash>,
    /// Such as `merged`.
    pub result: String,
    /// The code of a refusal or gap.
    pub code: Option<String>,
    /// Numbers that have to come first.
    pub missing: Vec<u64>,
    /// Entries that were new.
    pub entries_new: u64,
    /// Entries that were there already.
    pub entries_known: u64,
    /// What the rules say about its records.
    pub findings: Vec<Remark>,
}

/// Something that a person at the desk asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Request {
    /// The record.
    pub record: Uuid,
    /// The finding that it is about.
    pub code: Option<String>,
    /// In words.
    pub text: String,
}

/// A receipt.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Receipt {
    /// The desk.
    pub desk: String,
    /// The post.
    pub unit: String,
    /// The desk's running number for that post.
    pub n: u64,
    /// When it was written.
    pub at: Moment,
    /// What became of each file.
    pub items: Vec<Item>,
    /// What the desk asks for.
    pub requests: Vec<Request>,
    /// How far each journal has been merged.
    pub ack_through: Vec<Acknowledged>,
}

impl Receipt {
    /// Its file name.
    #[must_use]
    pub fn name(&self) -> String {
        format!("receipt-{}-{}.json", self.unit, self.n)
    }

    /// The bytes that are signed.
    #[must_use]
    pub fn to_json(&self) -> String {
        let through = self.ack_through.iter().map(|ack| {
            let state = json!({"number": ack.number, "seq": ack.seq, "head": ack.head.hex()});
            (ack.journal.to_string(), state)
        });
        let whole = json!({
            "format": FORMAT,
            "version": VERSION,
            "desk": self.desk,
            "unit": self.unit,
            "n": self.n,
            "at": when::kept(self.at),
            "items": self.items.iter().map(item).collect::<Vec<_>>(),
            "requests": self.requests.iter().map(|request| json!({
                "record": request.record, "code": request.code, "text": request.text,
            })).collect::<Vec<_>>(),
            "ack_through": through.collect::<Map<_, _>>(),
        });
        format!("{whole}\n")
    }

    /// Signs it: the armored signature.
    ///
    /// # Errors
    /// A bug.
    pub fn sign(&self, key: &SigningKey) -> Outcome<String> {
        key.sign(NAMESPACE_RECEIPT, self.to_json().as_bytes())
    }
}

fn item(item: &Item) -> Value {
    let finding = |found: &Remark| json!({"code": found.code, "record": found.record, "path": found.path});
    json!({
        "file_sha256": item.file.hex(),
        "journal": item.journal,
        "number": item.number,
        "batch_id": item.batch.map(|id| id.hex()),
        "result": item.result,
        "code": item.code,
        "missing": item.missing,
        "entries_new": item.entries_new,
        "entries_known": item.entries_known,
        "findings": item.findings.iter().map(finding).collect::<Vec<_>>(),
    })
}

/// Reads a receipt of this desk for this post.
///
/// # Errors
/// E102 no signature, or not the desk's; E111 another version; E126 not a receipt; E105 for another post.
pub fn open(body: &[u8], signature: Option<&[u8]>, desk: &Card, unit: &str) -> Outcome<Receipt> {
    let bad = || Fault::new(Kind::Data, "E102");
    let armored = signature.and_then(|bytes| std::str::from_utf8(bytes).ok()).ok_or_else(bad)?;
    seal::verify(&[&desk.key], NAMESPACE_RECEIPT, body, armored)?;
    let receipt = parse(body)?;
    if receipt.desk != desk.unit {
        return Err(wrong("desk"));
    }
    if receipt.unit != unit {
        return Err(Fault::new(Kind::Data, "E105"));
    }
    Ok(receipt)
}

fn wrong(what: &str) -> Fault {
    Fault::new(Kind::Data, "E126").with("what", what)
}

/// Reads the bytes of a receipt. Keys that a newer minor version added are passed over.
///
/// # Errors
/// E111, E126.
pub fn parse(body: &[u8]) -> Outcome<Receipt> {
    let object = strict::object(body, 5).map_err(|fault| wrong("json").because(fault))?;
    if object.get("format").and_then(Value::as_str) != Some(FORMAT) {
        return Err(wrong("format"));
    }
    let version = header::version(object.get("version").and_then(Value::as_str));
    version.map_err(|fault| if fault.code == "E111" { fault } else { wrong("version") })?;
    read(&object).map_err(wrong)
}

fn read(object: &Map<String, Value>) -> Result<Receipt, &'static str> {
    let text = |key: &'static str| object.get(key).and_then(Value::as_str).ok_or(key);
    let unit = |key: &'static str| text(key).ok().filter(|code| is_unit_code(code)).map(str::to_owned).ok_or(key);
    Ok(Receipt {
        desk: unit("desk")?,
        unit: unit("unit")?,
        n: object.get("n").and_then(Value::as_u64).filter(|n| (1..1 << 53).contains(n)).ok_or("n")?,
        at: text("at").ok().and_then(when::exact).ok_or("at")?,
        items: list(object.get("items"), read_item).ok_or("items")?,
        requests: list(object.get("requests"), read_request).ok_or("requests")?,
        ack_through: object.get("ack_through").and_then(read_through).ok_or("ack_through")?,
    })
}

fn list<T>(value: Option<&Value>, each: impl Fn(&Value) -> Option<T>) -> Option<Vec<T>> {
    value?.as_array().filter(|items| items.len() <= MOST)?.iter().map(each).collect()
}

/// Whether a text has the shape of a code, such as `H204`.
#[must_use]
pub fn is_code(text: &str) -> bool {
    text.len() == 4 && text.bytes().all(|b| b.is_ascii_uppercase() || b.is_ascii_digit())
}

fn code(value: &Value) -> Option<String> {
    value.as_str().filter(|text| is_code(text)).map(str::to_owned)
}

/// Null is none; anything else has to be of its shape, and the outer none says that it isn't.
#[allow(clippy::option_option)]
fn maybe<T>(value: &Value, read: impl Fn(&Value) -> Option<T>) -> Option<Option<T>> {
    if value.is_null() { Some(None) } else { read(value).map(Some) }
}

fn uuid(value: &Value) -> Option<Uuid> {
    Uuid::try_parse(value.as_str()?).ok()
}

fn hash(value: &Value) -> Option<Hash> {
    Hash::parse(value.as_str()?)
}

fn read_item(value: &Value) -> Option<Item> {
    let result = value.get("result")?.as_str()?;
    let is_word =
        !result.is_empty() && result.len() <= 32 && result.bytes().all(|b| b.is_ascii_lowercase() || b == b'-');
    Some(Item {
        file: hash(value.get("file_sha256")?)?,
        journal: maybe(value.get("journal")?, uuid)?,
        number: maybe(value.get("number")?, Value::as_u64)?,
        batch: maybe(value.get("batch_id")?, hash)?,
        result: is_word.then(|| result.to_owned())?,
        code: maybe(value.get("code")?, code)?,
        missing: list(value.get("missing"), Value::as_u64)?,
        entries_new: value.get("entries_new")?.as_u64()?,
        entries_known: value.get("entries_known")?.as_u64()?,
        findings: list(value.get("findings"), |finding| {
            let path = crate::text::clean::line(finding.get("path")?.as_str()?);
            Some(Remark { code: code(finding.get("code")?)?, record: uuid(finding.get("record")?)?, path })
        })?,
    })
}

fn read_request(value: &Value) -> Option<Request> {
    Some(Request {
        record: uuid(value.get("record")?)?,
        code: maybe(value.get("code")?, code)?,
        text: crate::text::clean::block(value.get("text")?.as_str()?),
    })
}

fn read_through(value: &Value) -> Option<Vec<Acknowledged>> {
    let each = |(journal, state): (&String, &Value)| {
        let count = |key: &str| state.get(key)?.as_u64().filter(|n| *n < 1 << 53);
        let journal = Uuid::try_parse(journal).ok()?;
        Some(Acknowledged { journal, number: count("number")?, seq: count("seq")?, head: hash(state.get("head")?)? })
    };
    value.as_object().filter(|all| all.len() <= MOST)?.iter().map(each).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::seal::Identity;

    fn sample() -> Receipt {
        Receipt {
            desk: "LDG".into(),
            unit: "LDG-P2".into(),
            n: 3,
            at: when::parse("2026-11-23T09:00:00+07:00").unwrap(),
            items: vec![Item {
                file: Hash::of(b"f"),
                journal: Some(Uuid::from_u128(1)),
                number: Some(2),
                batch: None,
                result: "held-gap".into(),
                code: Some("E120".into()),
                missing: vec![1],
                entries_new: 0,
                entries_known: 4,
                findings: vec![Remark { code: "H204".into(), record: Uuid::from_u128(5), path: "status".into() }],
            }],
            requests: vec![Request { record: Uuid::from_u128(5), code: None, text: "Bổ sung".into() }],
            ack_through: vec![Acknowledged { journal: Uuid::from_u128(1), number: 1, seq: 9, head: Hash::of(b"9") }],
        }
    }

    fn desk() -> (SigningKey, Card) {
        let key = SigningKey::generate().unwrap();
        let card = Card {
            unit: "LDG".into(),
            name: "Công an tỉnh".into(),
            key: key.public().unwrap(),
            recipient: Identity::generate().recipient(),
        };
        (key, card)
    }

    #[test]
    fn it_reads_back_for_its_post_only() {
        let (key, card) = desk();
        let receipt = sample();
        let (body, signature) = (receipt.to_json(), receipt.sign(&key).unwrap());
        let read = |body: &str, signature: Option<&str>, card: &Card, unit: &str| {
            open(body.as_bytes(), signature.map(str::as_bytes), card, unit).map_err(|fault| fault.code)
        };
        assert_eq!(read(&body, Some(&signature), &card, "LDG-P2").unwrap(), receipt);
        assert_eq!(receipt.name(), "receipt-LDG-P2-3.json");
        assert_eq!(read(&body, None, &card, "LDG-P2"), Err("E102"));
        assert_eq!(read(&body.replace('3', "4"), Some(&signature), &card, "LDG-P2"), Err("E102"));
        assert_eq!(read(&body, Some(&signature), &desk().1, "LDG-P2"), Err("E102"));
        assert_eq!(read(&body, Some(&signature), &card, "LDG-P3"), Err("E105"));
        let other = Card { unit: "HCM".into(), ..card };
        assert_eq!(read(&body, Some(&signature), &other, "LDG-P2"), Err("E126"));
    }

    #[test]
    fn what_is_no_receipt_is_named() {
        let whole: Map<String, Value> = serde_json::from_str(&sample().to_json()).unwrap();
        for key in whole.keys() {
            let mut less = whole.clone();
            less.remove(key);
            assert_eq!(parse(Value::Object(less.clone()).to_string().as_bytes()).unwrap_err().code, "E126", "{key}");
            less.insert(key.clone(), json!([[1]]));
            assert_eq!(parse(Value::Object(less).to_string().as_bytes()).unwrap_err().code, "E126", "{key}");
        }
        assert_eq!(parse(sample().to_json().replace("\"1.0\"", "\"2.0\"").as_bytes()).unwrap_err().code, "E111");
    }
}
