//! `demo`: a logbook of a made-up ward to try things on, never where the user's own logbook lies.

use std::path::PathBuf;

use chrono::Timelike as _;
use serde_json::json;

use super::context::Context;
use super::progress::Progress;
use super::{Done, Start};
use crate::acts::demo;
use crate::demo::{Plan, password};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Mint as _;
use crate::logbook::files;
use crate::record::when::{self, Moment};

/// The hour at which a day given by `--until` ends: a shift is on and the evening has begun.
const EVENING: u32 = 20;

/// `demo [DIR] [--records N] [--weeks W] [--seed S] [--until DATE] [--open]`.
#[derive(Debug, clap::Args)]
pub struct Args {
    /// A new or empty folder.
    #[arg(value_name = "DIR")]
    pub dir: Option<PathBuf>,
    /// Incidents, patrols and shifts together.
    #[arg(long, value_name = "N", default_value_t = Plan::USUAL_RECORDS, value_parser = clap::value_parser!(u64).range(..=10_000_000))]
    pub records: u64,
    /// Reporting weeks.
    #[arg(long, value_name = "W", value_parser = clap::value_parser!(u32).range(1..=1040))]
    pub weeks: Option<u32>,
    /// The same seed makes the same records.
    #[arg(long, value_name = "S", default_value_t = 1)]
    pub seed: u64,
    /// The last day.
    #[arg(long, value_name = "DATE")]
    pub until: Option<String>,
    /// Show the screens afterwards.
    #[arg(long)]
    pub open: bool,
}

pub fn run(args: &Args, context: &mut Context) -> Done {
    let until = until(args.until.as_deref(), context.mint.now())?;
    let weeks = args.weeks.unwrap_or_else(|| Plan::usual_weeks(args.records));
    let plan = Plan { records: args.records, weeks, seed: args.seed, until };
    let dir = args.dir.clone().unwrap_or_else(|| demo::temporary(&mut context.mint));
    let bar = Progress::counting(context.words.get("cli-progress-demo"), args.records);
    let made = demo::make(&dir, plan, &mut |done| {
        bar.reach(done);
        Ok(())
    });
    bar.end();
    let made = made?;
    let (folder, who) = (files::shown(made.book.folder().path()), &made.who);
    if context.json() {
        let made = json!({"folder": folder, "unit": made.book.own().unit, "officer": who.name, "login": who.login,
            "password": password(), "records": args.records, "weeks": weeks});
        context.out.json(&made);
    } else {
        let records = args.records.to_string();
        let values =
            [("folder", folder.as_str()), ("officer", &who.name), ("password", password()), ("records", &records)];
        let text = context.words.with("cli-demo-made", &values);
        text.lines().for_each(|line| context.out.line(line));
    }
    if args.open {
        context.then = Some(Start { folder: dir, officer: Some(who.login.clone()), lang: context.words.lang() });
    }
    Ok(0)
}

/// The last moment: the evening of the day that was given, else the minute that runs.
fn until(day: Option<&str>, now: Moment) -> Outcome<Moment> {
    let Some(text) = day else { return Ok(now - chrono::TimeDelta::seconds(i64::from(now.second()))) };
    let evening =
        when::typed_day(text, now, when::Lies::Behind).and_then(|day| day.and_hms_opt(EVENING, 0, 0)).map(when::local);
    evening.ok_or_else(|| {
        let fault = Fault::new(Kind::Use, "E030").with("name", "--until").with("value", crate::text::clean::line(text));
        fault.with("values", "2026-11-23, 23/11/2026")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_ends_in_its_evening_and_no_day_means_now() {
        let now = when::parse("2026-11-24T10:20:30.5+07:00").unwrap();
        let kept = |day| until(day, now).map(when::kept).unwrap();
        assert_eq!(kept(Some("23/11/2026")), "2026-11-23T20:00:00+07:00");
        assert_eq!(kept(Some("2026-11-23")), "2026-11-23T20:00:00+07:00");
        assert_eq!(kept(None), "2026-11-24T10:20:00+07:00");
        assert_eq!(until(Some("tuần tới"), now).unwrap_err().code, "E030");
    }
}
