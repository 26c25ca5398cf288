//! Tables as spreadsheets, for whoever takes them away. Runs in the thread that writes.

use std::path::Path;

use super::lists::place;
use crate::acts::{Who, desk};
use crate::desk::{Counted, Here, Span, value};
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Logbook, Watch, files};
use crate::record::when;
use crate::report::sheet::{Cell, Form, Sheet};
use crate::tui::app::Written;
use crate::words::{Lang, Words};

/// The indicators of every post: a row for each, a column for each post, the sums before them.
///
/// # Errors
/// E021, E129; E049 the file is there already; E042 the disk; that the work was stopped.
pub fn compared(
    book: &Logbook,
    who: &Who,
    (span, path, lang): (Span, &str, Lang),
    mint: &mut dyn Mint,
    watch: Watch<'_>,
) -> Outcome<Written> {
    let now = mint.now();
    let (from, to) = span.period(now, &book.calendar()?);
    let name = now.with_timezone(&when::zone()).format("trucban-%Y-%m-%d-%H%M.xlsx").to_string();
    let file = place(book, path, &name)?;
    let words = Words::new(lang);
    let compared = desk::export_compared(book, who, (from, to), mint, watch)?;
    let mut heads =
        ["sheet-code", "sheet-indicator", "sheet-unit", "tui-compared-all"].map(|id| words.get(id).to_owned()).to_vec();
    heads.extend(compared.posts.iter().map(|one| {
        let post = format!("{} · {}", one.post.unit, one.post.name);
        if one.with.is_empty() {
            return post;
        }
        let with = words.with("tui-compared-with", &[("units", &one.with.join(", "))]);
        format!("{post} ({with})")
    }));
    let rows = compared.sums().into_iter().map(|sum| {
        let named = [sum.code.clone(), sum.name(&words), words.get(sum.unit.id()).to_owned()].map(Cell::Text);
        // A cell of what wasn't handed in is blank: 0 would be a statement.
        let each = compared.posts.iter().map(|one| match (compared.here(one), value(&one.indicators, &sum.code)) {
            (Here::Nothing, 0) => Cell::Text(String::new()),
            (_, count) => Cell::Number(count),
        });
        named.into_iter().chain([Cell::Number(sum.value)]).chain(each).collect()
    });
    let blank = || Cell::Text(String::new());
    let through = |one: &Counted| one.through.map_or_else(blank, |to| Cell::At(to - chrono::TimeDelta::seconds(1)));
    let received = [blank(), Cell::Text(words.get("sheet-received").to_owned()), blank(), blank()].into_iter();
    let received: Vec<Cell> = received.chain(compared.posts.iter().map(through)).collect();
    let rows: Vec<Vec<Cell>> = std::iter::once(received).chain(rows).collect();
    let last = to - chrono::TimeDelta::seconds(1);
    let zone = when::zone();
    let name =
        format!("{} {}", from.with_timezone(&zone).format("%d-%m-%Y"), last.with_timezone(&zone).format("%d-%m-%Y"));
    let mut sheet = Sheet::begin(Form::Xlsx, &name, &heads)?;
    sheet.add(&rows)?;
    write(&file, &sheet.end(now)?)
}

/// Writes a file and says what it is.
///
/// # Errors
/// E042.
pub fn write(file: &Path, bytes: &[u8]) -> Outcome<Written> {
    files::write_checked(file, bytes)?;
    let (size, sha256) = files::print(file)?;
    Ok(Written { file: files::shown(file), size, sha256 })
}
