//! `list`: the log with its filters and search, as lines, JSON or a file for spreadsheets.

use std::path::{Path, PathBuf};

use serde_json::{Value, json};

use super::context::Context;
use super::look::doubt;
use super::view::{Names, padded};
use super::{Done, kind, when};
use crate::acts::clocks::{self, Timer};
use crate::acts::{Who, look};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint as _;
use crate::logbook::{Filter, Logbook, Mode, Row, files};
use crate::record::catalogue::Catalogue;
use crate::record::clock::{Clock, State};
use crate::record::when as moment;
use crate::record::{Kind, Lookup};
use crate::report::register::{Entry, Reader, heading};
use crate::report::sheet::{Form, Sheet};
use crate::report::{list::Table, names};
use crate::text::clean;
use crate::text::fold::nearest;
use crate::words::Words;

/// Rows of a list when nobody says how many.
const LIMIT: usize = 50;
/// Signs of a number.
const NUMBER: usize = 14;

/// `list [KIND] [--from D] [--to D] …`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// What sort of records.
    #[arg(value_name = "KIND", value_parser = kind::names())]
    pub kind: Option<String>,
    /// From this day on.
    #[arg(long, value_name = "D")]
    pub from: Option<String>,
    /// Up to this day.
    #[arg(long, value_name = "D")]
    pub to: Option<String>,
    /// Code or name of the area.
    #[arg(long, value_name = "A")]
    pub area: Option<String>,
    /// Category or group.
    #[arg(long, value_name = "C")]
    pub category: Option<String>,
    /// Status.
    #[arg(long, value_name = "S")]
    pub status: Option<String>,
    /// The post, at a desk.
    #[arg(long, value_name = "U")]
    pub unit: Option<String>,
    /// Words to be found.
    #[arg(long, value_name = "TEXT")]
    pub query: Option<String>,
    /// At most so many.
    #[arg(long, value_name = "N")]
    pub limit: Option<usize>,
    /// A file for spreadsheets.
    #[arg(long, conflicts_with = "json")]
    pub csv: bool,
    /// A workbook.
    #[arg(long, value_name = "FILE", conflicts_with = "csv")]
    pub xlsx: Option<PathBuf>,
}

pub fn run(args: &Args, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let filter = filter(args, &book, context)?;
    if let Some(file) = &args.xlsx {
        return xlsx(&book, &who, (&filter, file), context);
    }
    if args.csv {
        return csv(&book, &who, &filter, context);
    }
    if context.json() {
        doubt(&book, context);
        let timer = Timer::of(&book, context.mint.now());
        for row in &look::list(&book, &who, &filter)? {
            context.out.json(&object(row, &timer.of_row(&book, row)?));
        }
        return Ok(0);
    }
    let now = context.mint.now();
    let entries = look::register(&book, &who, &filter, now)?;
    let names = Names::of(&book)?;
    let kind = filter.kind.filter(|kind| !kind.columns().is_empty());
    if let Some(kind) = kind.filter(|_| !entries.is_empty()) {
        context.out.aside(&heads(kind, &context.words));
    }
    for entry in &entries {
        let line = match kind {
            Some(kind) => in_register((kind, entry), &names, now, &context.words),
            None => text(&entry.row, &names, &context.words),
        };
        context.out.line(&line);
    }
    tell(entries.len(), &filter, context);
    Ok(0)
}

/// What the columns of a register are called.
fn heads(kind: Kind, words: &Words) -> String {
    let columns = kind.columns().iter().map(|column| padded(&heading(column, words), column.width));
    let number = padded(words.get("cli-column-number"), NUMBER);
    let title = words.field(kind.name(), kind.titled()).to_owned();
    std::iter::once(number).chain(columns).chain([title]).collect::<Vec<_>>().join("  ")
}

/// A record of a register as one line, the columns of its kind between number and title.
fn in_register((kind, entry): (Kind, &Entry), names: &Names, now: moment::Moment, words: &Words) -> String {
    let officer = |id: &str| names.officer(id, words);
    let reader = Reader { words, now, officer: &officer };
    let columns = kind.columns().iter().map(|column| padded(&reader.cell(kind, column, entry), column.width));
    let number = padded(names.number(&entry.row.number), NUMBER);
    let all: Vec<String> = std::iter::once(number).chain(columns).chain([title(&entry.row, words)]).collect();
    all.join("  ").trim_end().to_owned()
}

fn title(row: &Row, words: &Words) -> String {
    let title = row.title.clone().unwrap_or_default();
    if row.void { words.with("cli-void", &[("title", &title)]) } else { title }
}

fn filter(args: &Args, book: &Logbook, context: &mut Context) -> Outcome<Filter> {
    let now = context.mint.now();
    Ok(Filter {
        kind: args.kind.as_deref().map(kind::named).transpose()?,
        from: when::from(args.from.as_deref(), now)?,
        to: when::to(args.to.as_deref(), now)?,
        area: args.area.as_deref().map(|text| area(text, book)).transpose()?,
        category: args.category.as_deref().map(category).transpose()?,
        statuses: args.status.as_deref().map(status).transpose()?.into_iter().collect(),
        open: false,
        void: None,
        unit: args.unit.as_deref().map(|unit| clean::line(unit).to_uppercase()),
        rows: Vec::new(),
        query: args.query.clone(),
        // A file for spreadsheets that silently lacks rows would be a wrong file.
        limit: args.limit.unwrap_or(if args.csv || args.xlsx.is_some() { usize::MAX >> 1 } else { LIMIT }),
        after: None,
    })
}

/// The code of an area; a desk's posts have areas that it can't look up.
fn area(text: &str, book: &Logbook) -> Outcome<String> {
    let text = clean::line(text);
    match book.area(&text) {
        Some(code) => Ok(code),
        None if book.own().desk => Ok(text),
        None => Err(Fault::new(Trouble::Use, "E016").with("value", text)),
    }
}

/// A category or a group of them, in either case.
fn category(text: &str) -> Outcome<String> {
    let (catalogue, code) = (Catalogue::builtin(), clean::line(text).to_uppercase());
    if catalogue.get(&code).is_some() || catalogue.groups().iter().any(|group| group.code == code) {
        return Ok(code);
    }
    let near = catalogue.nearest(&code).unwrap_or_default();
    Err(unknown(text, near, ""))
}

/// A status or state that records of the log have.
fn status(text: &str) -> Outcome<String> {
    let mut values: Vec<&str> = Vec::new();
    for value in Kind::logged().filter_map(Kind::states).flat_map(|choice| choice.values) {
        values.extend(Some(*value).filter(|value| !values.contains(value)));
    }
    if values.contains(&text) {
        return Ok(text.to_owned());
    }
    let near = nearest(text, values.iter().copied()).unwrap_or_default();
    Err(unknown(text, near, &if near.is_empty() { values.join(", ") } else { String::new() }))
}

fn unknown(text: &str, near: &str, values: &str) -> Fault {
    let fault = Fault::new(Trouble::Use, "E008").with("value", clean::line(text));
    fault.with("near", near).with("values", values)
}

/// Clocks that were kept to are left to `show`.
fn object(row: &Row, clocks: &[Clock]) -> Value {
    let clocks = clocks.iter().filter(|clock| clock.state != State::InTime);
    json!({
        "id": row.record.to_string(), "number": row.number, "kind": row.kind, "unit": row.unit, "title": row.title,
        "area": row.area, "category": row.category, "status": row.status, "at": moment::kept(row.at), "void": row.void,
        "clocks": clocks.map(clocks::object).collect::<Vec<_>>(),
    })
}

/// A row as one line.
pub fn text(row: &Row, names: &Names, words: &Words) -> String {
    let text = [
        padded(names.number(&row.number), NUMBER),
        padded(&moment::shown(row.at), 16),
        padded(&row.status.as_deref().map(|s| names::status(&row.kind, s, words)).unwrap_or_default(), 12),
        padded(row.area.as_deref().unwrap_or_default(), 10),
        title(row, words),
    ];
    text.join("  ").trim_end().to_owned()
}

fn tell(rows: usize, filter: &Filter, context: &mut Context) {
    if rows == 0 {
        context.out.aside(context.words.get("cli-nothing-found"));
    } else if rows == filter.limit {
        let more = context.words.with("cli-more-rows", &[("limit", &filter.limit.to_string())]);
        context.out.aside(&more);
    }
}

/// The rows as text for spreadsheets.
fn csv(book: &Logbook, who: &Who, filter: &Filter, context: &mut Context) -> Done {
    let Context { words, out, mint, .. } = context;
    let table = Table::of(book, filter.kind, mint.now(), words)?;
    let mut sheet = Sheet::begin(Form::Csv, "", &table.heads())?;
    look::export_list(book, who, filter, mint, &mut |rows| {
        sheet.add(&rows.iter().map(|row| table.row(row)).collect::<Vec<_>>())?;
        out.put(&sheet.ready());
        Ok(())
    })?;
    out.put(&sheet.ready());
    Ok(0)
}

/// The rows as a workbook. It holds names of places and what happened there: nobody else on the machine may read it.
fn xlsx(book: &Logbook, who: &Who, (filter, file): (&Filter, &Path), context: &mut Context) -> Done {
    files::absent(file)?;
    let Context { words, mint, .. } = context;
    let now = mint.now();
    let table = Table::of(book, filter.kind, now, words)?;
    let mut sheet = Sheet::begin(Form::Xlsx, words.get("sheet-log"), &table.heads())?;
    look::export_list(book, who, filter, mint, &mut |rows| {
        sheet.add(&rows.iter().map(|row| table.row(row)).collect::<Vec<_>>())
    })?;
    files::write(file, &sheet.end(now)?)?;
    context.written(file)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn filters_know_the_catalogue_and_the_states() {
        assert_eq!(category("prop").unwrap(), "PROP");
        assert_eq!(category("PROP.THVH").unwrap(), "PROP.THVH");
        assert_eq!(category("PROP.XXXX").unwrap_err().code, "E008");
        assert_eq!(status("done").unwrap(), "done");
        let near = status("opn").unwrap_err();
        assert!(near.args.contains(&("near", "open".into())), "{near}");
    }
}
