//! Tables as spreadsheets (.xlsx): text is text, numbers are numbers, and nothing is ever a formula, whatever it looks
//! like. Made in memory; whoever asks for it writes the file.

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Format, Workbook, XlsxError};

use crate::fault::{Fault, Outcome};
use crate::record::when::{self, Moment};
use crate::text::{clean, wrap};

/// The widest column, in signs.
const WIDEST: usize = 60;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Cell {
    /// Text, as it is: codes, numbers of records and telephones among it.
    Text(String),
    /// A number to count with.
    Number(u64),
}

/// One sheet: its name, the heads of its columns, its rows.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Sheet {
    /// What stands on its tab.
    pub name: String,
    /// The heads.
    pub heads: Vec<String>,
    /// The rows.
    pub rows: Vec<Vec<Cell>>,
}

impl Sheet {
    /// The file, said to be made at this moment.
    ///
    /// # Errors
    /// When a spreadsheet can't hold it: too many rows or columns.
    pub fn to_xlsx(&self, at: Moment) -> Outcome<Vec<u8>> {
        self.written(at).map_err(|error| Fault::bug("a spreadsheet can't hold it").because(error))
    }

    fn written(&self, at: Moment) -> Result<Vec<u8>, XlsxError> {
        let at = at.with_timezone(&when::zone());
        let made = ExcelDateTime::from_timestamp(at.naive_local().and_utc().timestamp())?;
        let mut book = Workbook::new();
        book.set_properties(&DocProperties::new().set_creation_datetime(&made));
        let (head, text) = (Format::new().set_bold(), Format::new().set_num_format("@"));
        let number = Format::new().set_num_format("#,##0");
        let mut widths: Vec<usize> = self.heads.iter().map(|head| wrap::width(head)).collect();
        let sheet = book.add_worksheet();
        sheet.set_name(&self.name)?.set_freeze_panes(1, 0)?;
        for (column, said) in (0..).zip(&self.heads) {
            sheet.write_string_with_format(0, column, clean::shown(said), &head)?;
        }
        for (row, cells) in (1..).zip(&self.rows) {
            for (column, cell) in (0..).zip(cells) {
                let said = match cell {
                    Cell::Text(said) => {
                        let said = clean::shown(said);
                        sheet.write_string_with_format(row, column, &said, &text)?;
                        said
                    }
                    Cell::Number(count) => {
                        // A spreadsheet's numbers are floating; what is counted here fits.
                        #[allow(clippy::cast_precision_loss, reason = "whole up to 2^53")]
                        sheet.write_number_with_format(row, column, *count as f64, &number)?;
                        count.to_string()
                    }
                };
                if let Some(width) = widths.get_mut(usize::from(column)) {
                    *width = (*width).max(wrap::width(&said));
                }
            }
        }
        for (column, width) in (0..).zip(widths) {
            let width = u16::try_from(width.min(WIDEST) + 2).unwrap_or(u16::MAX);
            sheet.set_column_width(column, f64::from(width))?;
        }
        book.save_to_buffer()
    }
}

#[cfg(test)]
mod tests {
    use calamine::{Data, Reader as _, Xlsx};

    use super::*;

    #[test]
    fn what_is_written_is_read_back_and_nothing_is_a_formula() {
        let hostile = ["=1+1", "+84912345678", "0012", "-2", "@SUM(A1)", "LDG-P2-VV-2026-000001", "a\u{202e}b"];
        let mut rows: Vec<Vec<Cell>> = hostile.map(|text| vec![Cell::Text(text.into()), Cell::Number(7)]).into();
        rows.push(vec![Cell::Text("tổng".into()), Cell::Number(18_000_000)]);
        let heads = vec!["=Mã".to_owned(), "Số".to_owned()];
        let sheet = Sheet { name: "Chỉ tiêu".into(), heads, rows };
        let at = when::parse("2026-11-23T20:14:00+07:00").unwrap();
        let bytes = sheet.to_xlsx(at).unwrap();
        assert_eq!(bytes, sheet.to_xlsx(at).unwrap(), "the same table is the same file");
        let mut book = Xlsx::new(std::io::Cursor::new(bytes)).unwrap();
        assert!(book.worksheet_formula("Chỉ tiêu").unwrap().is_empty());
        let read = book.worksheet_range("Chỉ tiêu").unwrap();
        assert_eq!(read.get_value((0, 0)), Some(&Data::String("=Mã".into())));
        for (row, text) in (1..).zip(hostile) {
            assert_eq!(read.get_value((row, 0)), Some(&Data::String(clean::shown(text))), "{text}");
            assert_eq!(read.get_value((row, 1)), Some(&Data::Float(7.0)));
        }
        assert_eq!(read.get_value((8, 1)), Some(&Data::Float(18_000_000.0)));
    }
}
