//! `report`: the indicators of a period beside those with which it is compared, as a table or JSON.

use serde_json::{Value, json};

use super::Done;
use super::context::Context;
use super::view::padded;
use crate::acts::figures::{self, Table, Window};
use crate::fault::{Fault, Kind, Outcome};
use crate::figures::compare::Row;
use crate::journal::Mint as _;
use crate::logbook::{Logbook, Mode};
use crate::record::period::{self, Length, Span};
use crate::record::when::{self, Lies, Moment};
use crate::report::figures::{called, cells, is_told};
use crate::text::{clean, number, wrap};

/// `report …`.
#[derive(Debug, clap::Subcommand)]
pub enum Act {
    /// A week.
    Weekly(Args),
    /// A month.
    Monthly(Args),
    /// Three months.
    Quarterly(Args),
    /// Six months.
    Halfyearly(Args),
    /// A year.
    Yearly(Args),
    /// A window of days.
    Range(RangeArgs),
}

/// In which form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, clap::ValueEnum)]
pub enum Format {
    /// A table.
    Text,
    /// One object.
    Json,
}

/// `report monthly [--period 2026-09] [--format F]`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// Which one; else that which ended last.
    #[arg(long, value_name = "NAME")]
    pub period: Option<String>,
    /// The form.
    #[arg(long, value_name = "F")]
    pub format: Option<Format>,
}

/// `report range --from D --to D [--lunar] | --campaign ID [--format F]`.
#[derive(Debug, clap::Args)]
pub struct RangeArgs {
    /// The first day.
    #[arg(long, value_name = "D", requires = "to", required_unless_present = "campaign")]
    pub from: Option<String>,
    /// The last day.
    #[arg(long, value_name = "D", requires = "from")]
    pub to: Option<String>,
    /// Last year's days are those of the moon.
    #[arg(long)]
    pub lunar: bool,
    /// The days of a campaign.
    #[arg(long, value_name = "ID", conflicts_with_all = ["from", "to", "lunar"])]
    pub campaign: Option<String>,
    /// The form.
    #[arg(long, value_name = "F")]
    pub format: Option<Format>,
}

pub fn run(act: &Act, context: &mut Context) -> Done {
    let (length, args) = match act {
        Act::Weekly(args) => (Length::Week, args),
        Act::Monthly(args) => (Length::Month, args),
        Act::Quarterly(args) => (Length::Quarter, args),
        Act::Halfyearly(args) => (Length::Half, args),
        Act::Yearly(args) => (Length::Year, args),
        Act::Range(args) => return range(args, context),
    };
    let (book, who) = context.open(Mode::Write)?;
    let period = figures::named(&book, length, args.period.as_deref(), context.mint.now())?;
    let table = figures::of_period(&book, &who, period)?;
    tell(&table, args.format, context);
    Ok(0)
}

fn range(args: &RangeArgs, context: &mut Context) -> Done {
    let (book, who) = context.open(Mode::Write)?;
    let window = window(args, &book, context.mint.now())?;
    let table = figures::of_days(&book, &who, window)?;
    tell(&table, args.format, context);
    Ok(0)
}

fn window(args: &RangeArgs, book: &Logbook, now: Moment) -> Outcome<Window> {
    if let Some(campaign) = &args.campaign {
        return figures::window(book, campaign);
    }
    let day = |text: &Option<String>, name: &str| {
        let text = text.as_deref().unwrap_or_default();
        when::typed_day(text, now, Lies::Behind).ok_or_else(|| {
            let fault = Fault::new(Kind::Use, "E030").with("name", name).with("value", clean::line(text));
            fault.with("values", "2026-11-23, 23/11/2026")
        })
    };
    Ok(((day(&args.from, "--from")?, day(&args.to, "--to")?), args.lunar))
}

fn tell(table: &Table, format: Option<Format>, context: &mut Context) {
    if format == Some(Format::Json) || (format.is_none() && context.json()) {
        return context.out.json(&object(table));
    }
    let words = &context.words;
    let dates = period::dates;
    let heading = table.period.as_ref().map_or_else(|| dates(table.spans.this), |period| called(period, words));
    let spans = [
        ("previous", &*dates(table.spans.previous)),
        ("year", &*dates(table.spans.last_year)),
        ("cumulative", &*dates(table.spans.cumulative)),
    ];
    let beside = words.with("cli-report-beside", &spans);
    let heads = HEADS.map(|id| words.get(id).to_owned());
    let told: Vec<&Row> = table.rows.iter().filter(|row| is_told(row)).collect();
    let mut lines: Vec<(String, [String; 6])> = vec![(words.get("sheet-indicator").to_owned(), heads)];
    lines.extend(
        told.into_iter()
            .map(|row| (format!("{} ({})", row.this.name(words), words.get(row.this.unit.id())), cells(row, true))),
    );
    let wide = lines.iter().map(|(name, _)| wrap::width(name)).max().unwrap_or(0);
    context.out.line(&heading);
    context.out.line(&beside);
    for (name, cells) in lines {
        let cells =
            cells.map(|cell| format!("{}{cell}", " ".repeat(15_usize.saturating_sub(wrap::width(&cell))))).concat();
        context.out.line(&format!("{}{cells}", padded(&name, wide)));
    }
}

/// The names of the columns.
const HEADS: [&str; 6] =
    ["column-this", "column-previous", "column-difference", "column-percent", "column-last-year", "column-cumulative"];

fn object(table: &Table) -> Value {
    let span = |(from, to): Span| json!({"from": when::kept(from), "to": when::kept(to)});
    let rows: Vec<Value> = table.rows.iter().map(row).collect();
    json!({
        "period": table.period.as_ref().map(period::Period::name), "this": span(table.spans.this),
        "previous": span(table.spans.previous), "last_year": span(table.spans.last_year),
        "cumulative": span(table.spans.cumulative), "cut": table.period.is_some_and(|period| period.cut), "rows": rows,
    })
}

fn row(row: &Row) -> Value {
    // Decimals are text, as in records.
    let percent = |more: Option<i64>, whole: Option<u64>| {
        let all = number::hundredths(more?, whole?)?;
        let sign = if all < 0 { "-" } else { "" };
        Some(format!("{sign}{}.{:02}", all.unsigned_abs() / 100, all.unsigned_abs() % 100))
    };
    json!({
        "code": row.this.code, "unit": row.this.unit.name(), "this": row.this.value, "previous": row.previous,
        "difference": row.more(), "percent": percent(row.more(), row.previous), "last_year": row.last_year,
        "difference_last_year": row.more_than_last_year(),
        "percent_last_year": percent(row.more_than_last_year(), row.last_year), "cumulative": row.cumulative,
    })
}
