//! Figures in words: what a period is called, and how an indicator has changed, as Vietnamese reports say it. First the
//! count, then the share; no share where there was nothing before, and no comparison with times before the log.

use crate::figures::compare::{Row, difference};
use crate::figures::{Indicator, Unit};
use crate::record::period::{self, Compared, Length, Period};
use crate::text::number;
use crate::words::{Lang, Words};

/// What a period is called, with its dates; one in which the rule changes says so.
#[must_use]
pub fn called(found: &Period, words: &Words) -> String {
    let id = match (found.length, found.number) {
        (Length::Half, 1) => "period-half-first".to_owned(),
        (Length::Half, _) => "period-half-second".to_owned(),
        (length, _) => format!("period-{}", length.name()),
    };
    let roman = ["I", "II", "III", "IV"].get((found.number as usize).saturating_sub(1)).copied().unwrap_or_default();
    let dates = period::dates((found.from, found.to));
    let (number, year) = (found.number.to_string(), found.year.to_string());
    let called = words.with(&id, &[("number", &number), ("roman", roman), ("year", &year), ("dates", &dates)]);
    if found.cut { format!("{called} {}", words.get("period-cut")) } else { called }
}

/// A count with its unit: `01 vụ`, `2.437 vụ`, `18.000.000 đ`.
#[must_use]
pub fn counted(value: u64, unit: Unit, words: &Words) -> String {
    match (unit, words.lang()) {
        (Unit::Dong, _) => number::money(value),
        (_, Lang::Vi) => format!("{} {}", number::count(value), words.get(unit.id())),
        (_, Lang::En) => format!("{} {}", number::grouped(value), words.get(unit.id())),
    }
}

/// How a number has changed: `giảm 24 vụ (39,34 %)`, `tăng 05 vụ` where there was none, `không tăng, không giảm`.
#[must_use]
pub fn change((now, then): (u64, u64), unit: Unit, words: &Words) -> String {
    let id = match now.cmp(&then) {
        std::cmp::Ordering::Less => "change-less",
        std::cmp::Ordering::Equal => return words.get("change-none").to_owned(),
        std::cmp::Ordering::Greater => "change-more",
    };
    let said = words.with(id, &[("count", &counted(now.abs_diff(then), unit, words))]);
    let share = number::percent(difference(now, then).saturating_abs(), then);
    share.map_or(said.clone(), |share| format!("{said} ({share})"))
}

/// The same beside a period of which there may be no figures.
fn against(now: u64, then: Option<u64>, unit: Unit, words: &Words) -> String {
    then.map_or_else(|| words.get("change-unknown").to_owned(), |then| change((now, then), unit, words))
}

/// All of an indicator in a sentence.
#[must_use]
pub fn told(row: &Row, words: &Words) -> String {
    let Indicator { unit, value, .. } = row.this;
    let args = [
        ("name", &*row.this.name(words)),
        ("this", &*counted(value, unit, words)),
        ("previous", &*against(value, row.previous, unit, words)),
        ("year", &*against(value, row.last_year, unit, words)),
        ("cumulative", &*counted(row.cumulative, unit, words)),
    ];
    words.with("figures-told", &args)
}

/// An indicator of a campaign's days beside those before and last year's, each with its dates.
#[must_use]
pub fn beside(row: &Row, spans: &Compared, words: &Words) -> String {
    let Indicator { unit, value, .. } = row.this;
    let args = [
        ("name", &*row.this.name(words)),
        ("this", &*counted(value, unit, words)),
        ("previous", &*against(value, row.previous, unit, words)),
        ("before", &*period::dates(spans.previous)),
        ("year", &*against(value, row.last_year, unit, words)),
        ("then", &*period::dates(spans.last_year)),
    ];
    words.with("figures-beside", &args)
}

/// The cells of an indicator: this, previous, difference, share, last year, the year so far; money in full, or short where
/// there is little room; `…` where there are no figures, as statistics write it.
#[must_use]
pub fn cells(row: &Row, in_full: bool) -> [String; 6] {
    let short = |value: u64| {
        if row.this.unit == Unit::Dong && !in_full { number::short_money(value) } else { number::grouped(value) }
    };
    let known = |value: Option<u64>| value.map_or_else(|| "…".to_owned(), short);
    let signed = |more: i64| {
        let sign = match more {
            ..0 => "-",
            0 => "",
            _ => "+",
        };
        format!("{sign}{}", short(more.unsigned_abs()))
    };
    let share = row.more().zip(row.previous).and_then(|(more, then)| number::percent(more, then));
    [
        short(row.this.value),
        known(row.previous),
        row.more().map(signed).unwrap_or_default(),
        share.unwrap_or_default(),
        known(row.last_year),
        short(row.cumulative),
    ]
}

/// Whether anything was counted in any of the periods; the sums of a subject are told also where they are zero.
#[must_use]
pub fn is_told(row: &Row) -> bool {
    let counted = row.this.value > 0 || row.previous > Some(0) || row.last_year > Some(0) || row.cumulative > 0;
    counted || row.this.code.ends_with(".total")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::rulebook::Rulebook;

    #[test]
    fn changes_read_as_in_the_published_reports() {
        let words = Words::new(Lang::Vi);
        let say = |now, then| change((now, then), Unit::Case, &words);
        assert_eq!(say(37, 61), "giảm 24 vụ (39,34 %)");
        assert_eq!(say(216, 120), "tăng 96 vụ (80,00 %)");
        assert_eq!(say(31, 31), "không tăng, không giảm");
        assert_eq!(say(0, 0), "không tăng, không giảm");
        assert_eq!(say(5, 0), "tăng 05 vụ", "of nothing there is no share");
        assert_eq!(say(0, 1), "giảm 01 vụ (100,00 %)");
        assert_eq!(say(2500, 63), "tăng 2.437 vụ (3868,25 %)");
        assert_eq!(change((1_800_000, 0), Unit::Dong, &words), "tăng 1.800.000 đ");
        assert_eq!(change((240, 200), Unit::PersonTurn, &words), "tăng 40 lượt người (20,00 %)");
        assert_eq!(change((5, 4), Unit::Case, &Words::new(Lang::En)), "up 1 cases (25,00 %)");
        let said = [(1, Unit::Case), (9, Unit::Instance), (10, Unit::Turn), (2437, Unit::Case)];
        assert_eq!(
            said.map(|(value, unit)| counted(value, unit, &words)),
            ["01 vụ", "09 trường hợp", "10 lượt", "2.437 vụ"]
        );
    }

    #[test]
    fn a_row_is_told_in_a_sentence_and_in_cells() {
        let this = Indicator { code: "incident.total".into(), unit: Unit::Case, value: 37 };
        let row = Row { this, previous: Some(61), last_year: Some(0), cumulative: 1200 };
        assert_eq!(
            told(&row, &Words::new(Lang::Vi)),
            "Vụ việc tiếp nhận: 37 vụ; giảm 24 vụ (39,34 %) so với kỳ trước; tăng 37 vụ so với cùng kỳ năm trước; lũy kế từ đầu năm 1.200 vụ."
        );
        assert_eq!(cells(&row, false), ["37", "61", "-24", "-39,34 %", "0", "1.200"]);
        let this = Indicator { code: "incident.loss_vnd".into(), unit: Unit::Dong, value: 18_500_000 };
        let row = Row { this, previous: Some(0), last_year: Some(0), cumulative: 18_500_000 };
        assert_eq!(cells(&row, true), ["18.500.000", "0", "+18.500.000", "", "0", "18.500.000"]);
        assert_eq!(cells(&row, false), ["18,5 tr", "0", "+18,5 tr", "", "0", "18,5 tr"]);
        let row = Row { previous: None, last_year: None, ..row };
        assert_eq!(cells(&row, true), ["18.500.000", "…", "", "", "…", "18.500.000"]);
        let said = told(&row, &Words::new(Lang::Vi));
        assert!(
            said.contains("; chưa có số liệu để so với kỳ trước; chưa có số liệu để so với cùng kỳ năm trước;"),
            "{said}"
        );
    }

    #[test]
    fn every_period_has_a_name() {
        let words = Words::new(Lang::Vi);
        let said = |length, name| called(&Period::parse(length, name, Rulebook::builtin().calendar()).unwrap(), &words);
        assert_eq!(said(Length::Week, "2026-W47"), "Tuần 47 (16/11 - 22/11/2026)");
        assert_eq!(said(Length::Month, "2026-09"), "Tháng 9/2026 (15/08 - 14/09/2026)");
        assert_eq!(said(Length::Quarter, "2026-Q4"), "Quý IV/2026 (15/09 - 14/12/2026)");
        assert_eq!(said(Length::Half, "2026-H1"), "Sáu tháng đầu năm 2026 (15/12/2025 - 14/06/2026)");
        assert_eq!(said(Length::Half, "2026-H2"), "Sáu tháng cuối năm 2026 (15/06 - 14/12/2026)");
        assert_eq!(said(Length::Year, "2026"), "Năm 2026 (15/12/2025 - 14/12/2026)");
        let cut = "[[period]]\nkind = \"month\"\nday = 1\nfrom = \"2027-01-01\"\nsource = \"s\"\nconfirmed = true\n";
        let ours = Rulebook::builtin().with(cut).unwrap();
        let december = Period::parse(Length::Month, "2026-12", ours.calendar()).unwrap();
        assert_eq!(called(&december, &words), "Tháng 12/2026 (15/11 - 31/12/2026) - kỳ đổi mốc, dài ngắn khác thường");
    }
}
