//! Tables as files for spreadsheets: .csv, whose rows can be written as they come, and .xlsx, which is whole only at its
//! end. Text is text, numbers are numbers, moments are dates, and nothing is ever a formula, whatever it looks like.
//! Hands out bytes; whoever asks for them writes the file.

use std::path::Path;

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, Worksheet, XlsxError};

use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::record::when::{self, Moment};
use crate::text::{clean, csv, number, wrap};

/// The widest column, in signs.
const WIDEST: usize = 60;
/// More signs a spreadsheet doesn't hold in one cell.
const LONGEST: usize = 32_767;
/// More rows than this are left to .csv: a .xlsx stands in memory until its end, and not on a disk in clear.
const MOST: usize = 200_000;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text, as it is: codes, numbers of records and telephones among it.
    Text(String),
    /// A number to count with.
    Number(u64),
    /// A moment, by the clock of the post.
    At(Moment),
}

impl Cell {
    /// As people read it.
    fn shown(&self) -> String {
        match self {
            Self::Text(said) => clean::shown(said),
            Self::Number(count) => count.to_string(),
            Self::At(at) => when::shown(*at),
        }
    }
}

/// What sort of file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Form {
    /// Comma-separated values.
    Csv,
    /// A workbook.
    Xlsx,
}

impl Form {
    /// What a file of this name is.
    #[must_use]
    pub fn of(file: &Path) -> Self {
        let workbook = file.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("xlsx"));
        if workbook { Self::Xlsx } else { Self::Csv }
    }
}

/// A table in the making.
pub struct Sheet(Made);

enum Made {
    Csv(Vec<u8>),
    Xlsx(Box<Book>),
}

/// A workbook of one sheet.
struct Book {
    sheet: Worksheet,
    rows: usize,
    widths: Vec<usize>,
    text: Format,
    number: Format,
    at: Format,
}

impl Sheet {
    /// Begins a table with what stands on its tab and the heads of its columns.
    ///
    /// # Errors
    /// When a spreadsheet can't hold them.
    pub fn begin(form: Form, name: &str, heads: &[String]) -> Outcome<Self> {
        Ok(Self(match form {
            Form::Csv => Made::Csv(format!("{}{}", csv::BOM, csv::row(heads.iter().map(String::as_str))).into_bytes()),
            Form::Xlsx => Made::Xlsx(Box::new(Book::begin(name, heads).map_err(beyond)?)),
        }))
    }

    /// Adds rows.
    ///
    /// # Errors
    /// E059 more rows than a .xlsx takes.
    pub fn add(&mut self, rows: &[Vec<Cell>]) -> Outcome<()> {
        match &mut self.0 {
            Made::Csv(made) => {
                for row in rows {
                    let said: Vec<String> = row.iter().map(Cell::shown).collect();
                    made.extend(csv::row(said.iter().map(String::as_str)).into_bytes());
                }
                Ok(())
            }
            Made::Xlsx(book) if book.rows + rows.len() > MOST => {
                Err(Fault::new(Trouble::Use, "E059").with("max", number::grouped(MOST as u64)))
            }
            Made::Xlsx(book) => rows.iter().try_for_each(|row| book.add(row).map_err(beyond)),
        }
    }

    /// What can be written by now, and is then no longer kept here.
    pub fn ready(&mut self) -> Vec<u8> {
        match &mut self.0 {
            Made::Csv(made) => std::mem::take(made),
            Made::Xlsx(_) => Vec::new(),
        }
    }

    /// The rest of the file, said to be made at this moment.
    ///
    /// # Errors
    /// When a spreadsheet can't hold it.
    pub fn end(self, at: Moment) -> Outcome<Vec<u8>> {
        match self.0 {
            Made::Csv(made) => Ok(made),
            Made::Xlsx(book) => book.end(at).map_err(beyond),
        }
    }
}

impl Book {
    fn begin(name: &str, heads: &[String]) -> Result<Self, XlsxError> {
        let mut sheet = Worksheet::new();
        sheet.set_name(name)?.set_freeze_panes(1, 0)?;
        let bold = Format::new().set_bold();
        for (column, said) in (0..).zip(heads) {
            sheet.write_string_with_format(0, column, clean::shown(said), &bold)?;
        }
        Ok(Self {
            sheet,
            rows: 0,
            widths: heads.iter().map(|head| wrap::width(head)).collect(),
            text: Format::new().set_num_format("@"),
            number: Format::new().set_num_format("#,##0"),
            at: Format::new().set_num_format("dd/mm/yyyy hh:mm"),
        })
    }

    fn add(&mut self, cells: &[Cell]) -> Result<(), XlsxError> {
        self.rows += 1;
        let row = u32::try_from(self.rows).unwrap_or(u32::MAX);
        for (column, cell) in (0..).zip(cells) {
            let shown = cell.shown();
            if let Some(width) = self.widths.get_mut(usize::from(column)) {
                *width = (*width).max(wrap::width(&shown));
            }
            match (cell, excel(cell)) {
                (Cell::Number(count), _) => {
                    // A spreadsheet's numbers are floating; what is counted here fits.
                    #[allow(clippy::cast_precision_loss, reason = "whole up to 2^53")]
                    self.sheet.write_number_with_format(row, column, *count as f64, &self.number)?
                }
                (_, Some(at)) => self.sheet.write_datetime_with_format(row, column, &at, &self.at)?,
                _ => {
                    let said: String = shown.chars().take(LONGEST).collect();
                    self.sheet.write_string_with_format(row, column, said, &self.text)?
                }
            };
        }
        Ok(())
    }

    fn end(mut self, at: Moment) -> Result<Vec<u8>, XlsxError> {
        for (column, width) in (0..).zip(&self.widths) {
            let width = u16::try_from((*width).min(WIDEST) + 2).unwrap_or(u16::MAX);
            self.sheet.set_column_width(column, f64::from(width))?;
        }
        let mut book = Workbook::new();
        if let Some(made) = excel(&Cell::At(at)) {
            book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        }
        book.push_worksheet(self.sheet);
        book.save_to_buffer()
    }
}

/// A moment as a spreadsheet counts them; none of a year that it doesn't know, which stays text.
fn excel(cell: &Cell) -> Option<ExcelDateTime> {
    let Cell::At(at) = cell else { return None };
    let local = at.with_timezone(&when::zone()).naive_local();
    ExcelDateTime::from_timestamp(local.and_utc().timestamp()).ok()
}

fn beyond(error: XlsxError) -> Fault {
    Fault::bug("a spreadsheet can't hold it").because(error)
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader as _, Xlsx};

    use super::*;

    fn made(form: Form, rows: &[Vec<Cell>], at: &str) -> Vec<u8> {
        let heads = ["=Mã", "Số", "Lúc"].map(str::to_owned);
        let mut sheet = Sheet::begin(form, "Chỉ tiêu", &heads).unwrap();
        sheet.add(rows).unwrap();
        let mut bytes = sheet.ready();
        bytes.extend(sheet.end(when::parse(at).unwrap()).unwrap());
        bytes
    }

    #[test]
    fn what_is_written_is_read_back_and_nothing_is_a_formula() {
        let hostile = ["=1+1", "+84912345678", "0012", "-2", "@SUM(A1)", "LDG-P2-VV-2026-000001", "a\u{202e}b"];
        let at = "2026-11-23T20:14:00+07:00";
        let row =
            |text: &str, count| vec![Cell::Text(text.into()), Cell::Number(count), Cell::At(when::parse(at).unwrap())];
        let mut rows: Vec<Vec<Cell>> = hostile.map(|text| row(text, 7)).into();
        rows.push(row("tổng", 18_000_000));
        rows.push(row(&"dài".repeat(20_000), 0));
        let bytes = made(Form::Xlsx, &rows, at);
        assert_eq!(bytes, made(Form::Xlsx, &rows, at), "the same table is the same file");
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert!(book.worksheet_formula("Chỉ tiêu").unwrap().is_empty());
        let read = book.worksheet_range("Chỉ tiêu").unwrap();
        assert_eq!(read.get_value((0, 0)), Some(&Data::String("=Mã".into())));
        for (row, text) in (1..).zip(hostile) {
            assert_eq!(read.get_value((row, 0)), Some(&Data::String(clean::shown(text))), "{text}");
            assert_eq!(read.get_value((row, 1)), Some(&Data::Float(7.0)));
        }
        assert_eq!(read.get_value((8, 1)), Some(&Data::Float(18_000_000.0)));
        // 23/11/2026 is day 46.349; 20:14 is 1214 of 1440 minutes.
        let Some(Data::DateTime(moment)) = read.get_value((1, 2)) else { panic!("{:?}", read.get_value((1, 2))) };
        assert!((moment.as_f64() - (46_349.0 + 1214.0 / 1440.0)).abs() < 1e-6, "{moment:?}");
    }

    #[test]
    fn the_same_table_is_a_text_file_with_the_same_words() {
        let at = when::parse("2026-11-23T20:14:00+07:00").unwrap();
        let rows = [vec![Cell::Text("=1+1".into()), Cell::Number(7), Cell::At(at)]];
        let text = String::from_utf8(made(Form::Csv, &rows, "2026-11-24T00:00:00+07:00")).unwrap();
        assert_eq!(text, "\u{feff}'=Mã,Số,Lúc\r\n'=1+1,7,23/11/2026 20:14\r\n");
    }

    #[test]
    fn what_a_workbook_would_not_hold_is_refused_before_it_fills_the_memory() {
        let mut sheet = Sheet::begin(Form::Xlsx, "x", &["x".to_owned()]).unwrap();
        let rows = vec![Vec::new(); MOST];
        sheet.add(&rows).unwrap();
        assert_eq!(sheet.add(&rows[..1]).unwrap_err().code, "E059");
        let mut sheet = Sheet::begin(Form::Csv, "x", &["x".to_owned()]).unwrap();
        sheet.add(&rows).unwrap();
        sheet.add(&rows[..1]).unwrap();
    }

    #[test]
    fn the_name_of_a_file_says_what_it_is() {
        let forms = ["a.xlsx", "/b/C.XLSX", "a.csv", "a", ".xlsx"].map(|name| Form::of(Path::new(name)));
        assert_eq!(forms, [Form::Xlsx, Form::Xlsx, Form::Csv, Form::Csv, Form::Csv]);
    }
}
