//! The handover sheet: a shift on paper, as plain text of 80 columns with the signatures' hashes and the journal's
//! head, so that the paper can be held against the log. It names officers and never other persons.

use std::collections::HashMap;
use std::path::{Path, PathBuf};

use serde_json::Value;
use uuid::Uuid;

use super::{HandoverItem, matters, signatures};
use crate::acts::look::log;
use crate::acts::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::{Act, Mint};
use crate::logbook::{Logbook, Record, files};
use crate::record::Kind;
use crate::record::when::{self, Moment};
use crate::report::{clock, names};
use crate::text::{clean, number, wrap};
use crate::words::{Words, value_id};

/// Columns of a printed line.
const WIDE: usize = 80;
/// More lines than any shift has; a sheet is no export.
const LINES: usize = 1000;

/// The sheet of a shift. The access is on disk before this returns.
///
/// # Errors
/// E021, E011, E009 not a shift; those of the database.
pub fn sheet(book: &Logbook, who: &Who, shift: &Uuid, words: &Words, mint: &mut dyn Mint) -> Outcome<String> {
    who.need(Right::Reveal)?;
    let record = book.record(shift)?;
    if record.kind != Some(Kind::Shift) || record.row.unit != book.own().unit {
        return Err(Fault::new(Trouble::Use, "E009").with("kind", clean::shown(&record.row.kind)));
    }
    log(book, who, "print", (Some(*shift), None), mint)?;
    let officers = book.officers()?.into_iter().map(|officer| (officer.id, officer.name.unwrap_or_default())).collect();
    let now = mint.now();
    let mut paper = Paper { words, officers, text: String::new() };
    paper.head(book, &record);
    paper.strength(&record);
    paper.lists(&record);
    paper.entries(book, shift)?;
    paper.items(&matters(book, who, &record, now)?, record.data.when("ended_at").unwrap_or(now));
    paper.signatures(book, who, shift)?;
    let head = book.own_head()?.hash.short();
    paper.rule();
    paper.line(0, &words.with("sheet-head", &[("head", &head), ("at", &when::shown(now))]));
    Ok(paper.text)
}

/// Writes the sheet of a shift into a file, a new one: in a folder it gets the shift's number as its name.
///
/// # Errors
/// As [`sheet()`]; E049 there is such a file, E042.
pub fn print(
    book: &Logbook,
    who: &Who,
    shift: &Uuid,
    (words, file): (&Words, &Path),
    mint: &mut dyn Mint,
) -> Outcome<PathBuf> {
    let number = book.record(shift)?.row.number;
    let file = if file.is_dir() { file.join(format!("{number}.txt")) } else { file.to_owned() };
    files::absent(&file)?;
    files::write(&file, sheet(book, who, shift, words, mint)?.as_bytes())?;
    Ok(file)
}

struct Paper<'a> {
    words: &'a Words,
    officers: HashMap<Uuid, String>,
    text: String,
}

impl Paper<'_> {
    /// A line, broken between words where it is too long; what follows stands further in.
    fn line(&mut self, indent: usize, text: &str) {
        for (n, row) in wrap::lines(text, WIDE - indent - 2).into_iter().enumerate() {
            let margin = if n == 0 { indent } else { indent + 2 };
            self.text.push_str(&" ".repeat(margin));
            self.text.push_str(text.get(row).unwrap_or_default().trim_end());
            self.text.push('\n');
        }
    }

    fn rule(&mut self) {
        self.text.push_str(&"-".repeat(WIDE));
        self.text.push('\n');
    }

    fn title(&mut self, title: &str) {
        self.text.push('\n');
        self.line(0, &title.to_uppercase());
    }

    fn field(&self, path: &str) -> String {
        self.words.field("shift", path).to_owned()
    }

    fn pair(&mut self, path: &str, value: &str) {
        if !value.is_empty() {
            let name = self.field(path);
            self.line(0, &format!("{name}: {value}"));
        }
    }

    fn officer(&self, id: Option<&str>) -> String {
        let id = id.and_then(|id| Uuid::try_parse(id).ok());
        id.and_then(|id| self.officers.get(&id)).cloned().unwrap_or_default()
    }

    fn head(&mut self, book: &Logbook, record: &Record) {
        let own = book.own();
        self.line(0, &format!("{} ({})", own.name, own.unit));
        let title = self.words.with("sheet-title", &[("number", &record.row.number)]);
        self.line(0, &title);
        self.rule();
        for path in ["planned_start", "planned_end", "started_at", "ended_at"] {
            self.pair(path, &record.data.when(path).map(when::shown).unwrap_or_default());
        }
        self.pair("commander", &self.officer(record.data.text("commander")));
        let names: Vec<String> = record.data.items("officers").iter().map(|id| self.officer(id.as_str())).collect();
        self.pair("officers", &names.join(", "));
    }

    fn strength(&mut self, record: &Record) {
        let data = &record.data;
        if !data.get("present").is_null() {
            self.pair("present", &number::count(data.count("present")));
        }
        let absent: Vec<String> = data
            .items("absent")
            .iter()
            .map(|group| {
                let count = group.get("count").and_then(Value::as_u64).unwrap_or(0);
                format!("{} ({})", number::count(count), text(group, "reason"))
            })
            .collect();
        self.pair("absent", &absent.join(", "));
        self.pair("persons_held", &number::count(data.count("persons_held")));
        self.pair("property_held", &number::count(data.count("property_held")));
        self.pair("remarks", data.text("remarks").unwrap_or_default());
    }

    fn lists(&mut self, record: &Record) {
        for path in ["equipment", "orders"] {
            let entries = record.data.items(path);
            if entries.is_empty() {
                continue;
            }
            self.title(&self.field(path));
            for entry in entries {
                let line = if path == "orders" { order_line(entry) } else { self.equipment(entry) };
                self.line(2, &line);
            }
        }
    }

    fn equipment(&self, kept: &Value) -> String {
        let count = kept.get("count").and_then(Value::as_u64).map(|n| format!(": {}", number::count(n)));
        let fault = kept.get("fault").and_then(Value::as_str);
        let fault = fault.map(|fault| format!(" · {}: {fault}", self.field("equipment.fault")));
        format!("{}{}{}", text(kept, "item"), count.unwrap_or_default(), fault.unwrap_or_default())
    }

    fn entries(&mut self, book: &Logbook, shift: &Uuid) -> Outcome<()> {
        self.title(self.words.get("sheet-entries"));
        for line in book.lines_of_shift(shift, LINES)?.iter().filter(|line| line.row.record != *shift) {
            let act = names::act(line.act, self.words);
            let title = line.row.title.as_deref().unwrap_or_default();
            let void = if line.row.void { format!(" ({})", names::act(Act::Void, self.words)) } else { String::new() };
            let number = &line.row.number;
            self.line(2, &format!("{} {number} · {act}{void} · {title}", when::shown(line.at)));
        }
        Ok(())
    }

    fn items(&mut self, items: &[HandoverItem], now: Moment) {
        self.title(&self.field("handover"));
        if items.is_empty() {
            self.line(2, self.words.get("sheet-none"));
        }
        for (n, item) in (1..).zip(items) {
            let sort = self.words.get(&item.sort.id()).to_owned();
            let answer = item.answer.as_ref().map(|answer| if answer.accepted { "accepted" } else { "queried" });
            let said = answer.map_or_else(
                || self.words.get("sheet-unanswered").to_owned(),
                |answer| self.words.get(&value_id("handover-answer", answer)).to_owned(),
            );
            let number = item.number.as_deref().map(|number| format!("{number} ")).unwrap_or_default();
            let note = item.answer.as_ref().and_then(|a| a.note.as_deref());
            let note = note.map(|note| format!(" · {note}")).unwrap_or_default();
            self.line(2, &format!("{n}. [{said}] {sort}: {number}{}{note}", item.title));
            for one in &item.clocks {
                self.line(5, &format!("{} {}", clock::mark(one), clock::told(one, now, self.words)));
            }
        }
    }

    fn signatures(&mut self, book: &Logbook, who: &Who, shift: &Uuid) -> Outcome<()> {
        self.title(self.words.get("sheet-signatures"));
        let signed = signatures(book, who, shift)?;
        if signed.is_empty() {
            self.line(2, self.words.get("sheet-none"));
        }
        for signature in signed {
            let role = self.words.get(&signature.role.id()).to_owned();
            let name = self.officers.get(&signature.officer).cloned().unwrap_or_default();
            let (at, of) = (when::shown(signature.at), signature.of.short());
            self.line(2, &format!("{role}: {name} · {at} · {of}"));
            if signature.changed {
                self.line(4, self.words.get("sheet-changed"));
            }
        }
        Ok(())
    }
}

fn order_line(order: &Value) -> String {
    let done = if order.get("done") == Some(&Value::Bool(true)) { "[x]" } else { "[ ]" };
    let at = when::parse(text(order, "at")).map(when::shown).unwrap_or_default();
    let said = [&at, text(order, "from"), text(order, "text")];
    let said: Vec<&str> = said.into_iter().filter(|part| !part.is_empty()).collect();
    format!("{done} {}", said.join(" · "))
}

fn text<'a>(entry: &'a Value, key: &str) -> &'a str {
    entry.get(key).and_then(Value::as_str).unwrap_or_default()
}
