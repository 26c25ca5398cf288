//! Periods by dates worked out by hand, and every rule and change of rule read back without a gap.

use chrono::{Days, NaiveDate, TimeDelta, Weekday};

use super::*;
use crate::record::rulebook::Rulebook;

fn vn() -> &'static Calendar {
    Rulebook::builtin().calendar()
}

fn day(text: &str) -> NaiveDate {
    when::parse_day(text).unwrap()
}

fn rule(anchor: Anchor, hour: u32, from: &str) -> Rule {
    Rule { anchor, hour, from: day(from), source: String::new(), confirmed: false }
}

fn weeks(day: Weekday, hour: u32) -> Calendar {
    Calendar::default().with(vec![rule(Anchor::Week(day), hour, "2000-01-01")])
}

/// The last day of each span, not the first after it, as people write it.
fn shown((from, to): Span) -> String {
    format!("{} {}", from.format("%d/%m/%y"), (to - TimeDelta::seconds(1)).format("%d/%m/%y"))
}

fn all(found: Option<Compared>) -> [String; 4] {
    let found = found.unwrap();
    [found.this, found.previous, found.last_year, found.cumulative].map(shown)
}

fn of(length: Length, name: &str, calendar: &Calendar) -> [String; 4] {
    let period = Period::parse(length, name, calendar).unwrap();
    assert_eq!(period.name(), name);
    all(period.compared(calendar))
}

#[test]
fn weeks_have_names_and_dates() {
    let week = Week::containing(when::parse("2026-11-22T23:59:59+07:00").unwrap(), vn());
    assert_eq!((week.name().as_str(), week.dates().as_str()), ("2026-W47", "16/11 - 22/11/2026"));
    assert_eq!(Week::containing(week.to, vn()).name(), "2026-W48");
    assert_eq!(Week::parse("2026-W47", vn()), Some(week));
    assert_eq!(week.previous(vn()).name(), "2026-W46");
    assert_eq!(Week::parse("2026-W01", vn()).unwrap().dates(), "29/12/2025 - 04/01/2026");
    for wrong in ["2026-W54", "2026-47", "x", "2026-W00", "", "2026-W+4", "12345-W01"] {
        assert_eq!(Week::parse(wrong, vn()), None, "{wrong}");
    }
}

#[test]
fn every_period_is_compared_by_dates_that_were_worked_out_by_hand() {
    for (length, name, this, previous, last_year, so_far) in [
        (Length::Week, "2026-W47", "16/11/26 22/11/26", "09/11/26 15/11/26", "17/11/25 23/11/25", "29/12/25 22/11/26"),
        // 2025 has no week 53: its last one stands for it.
        (Length::Week, "2026-W53", "28/12/26 03/01/27", "21/12/26 27/12/26", "22/12/25 28/12/25", "29/12/25 03/01/27"),
        (Length::Week, "2027-W01", "04/01/27 10/01/27", "28/12/26 03/01/27", "29/12/25 04/01/26", "04/01/27 10/01/27"),
        // 2020 has one.
        (Length::Week, "2020-W53", "28/12/20 03/01/21", "21/12/20 27/12/20", "23/12/19 29/12/19", "30/12/19 03/01/21"),
        // 29 February 2024 is a Thursday of week 9.
        (Length::Week, "2024-W09", "26/02/24 03/03/24", "19/02/24 25/02/24", "27/02/23 05/03/23", "01/01/24 03/03/24"),
        (Length::Month, "2021-09", "15/08/21 14/09/21", "15/07/21 14/08/21", "15/08/20 14/09/20", "15/12/20 14/09/21"),
        (Length::Month, "2026-01", "15/12/25 14/01/26", "15/11/25 14/12/25", "15/12/24 14/01/25", "15/12/25 14/01/26"),
        // With 29 February in it: 29 days, 28 the year before.
        (Length::Month, "2024-03", "15/02/24 14/03/24", "15/01/24 14/02/24", "15/02/23 14/03/23", "15/12/23 14/03/24"),
        (
            Length::Quarter,
            "2026-Q1",
            "15/12/25 14/03/26",
            "15/09/25 14/12/25",
            "15/12/24 14/03/25",
            "15/12/25 14/03/26",
        ),
        (
            Length::Quarter,
            "2026-Q3",
            "15/06/26 14/09/26",
            "15/03/26 14/06/26",
            "15/06/25 14/09/25",
            "15/12/25 14/09/26",
        ),
        (Length::Half, "2026-H1", "15/12/25 14/06/26", "15/06/25 14/12/25", "15/12/24 14/06/25", "15/12/25 14/06/26"),
        (Length::Half, "2026-H2", "15/06/26 14/12/26", "15/12/25 14/06/26", "15/06/25 14/12/25", "15/12/25 14/12/26"),
        (Length::Year, "2026", "15/12/25 14/12/26", "15/12/24 14/12/25", "15/12/24 14/12/25", "15/12/25 14/12/26"),
    ] {
        assert_eq!(of(length, name, vn()), [this, previous, last_year, so_far], "{name}");
    }
    let calendar = Calendar::default().with(vec![rule(Anchor::Month(1), 0, "2000-01-01")]);
    let march = of(Length::Month, "2028-03", &calendar);
    assert_eq!(march, ["01/03/28 31/03/28", "01/02/28 29/02/28", "01/03/27 31/03/27", "01/01/28 31/03/28"]);
    for (length, wrong) in [
        (Length::Month, "2026-13"),
        (Length::Month, "2026-00"),
        (Length::Month, "2026"),
        (Length::Quarter, "2026-Q5"),
        (Length::Half, "2026-H3"),
        (Length::Half, "2026-h1"),
        (Length::Year, "26"),
        (Length::Year, "2200"),
    ] {
        assert_eq!(Period::parse(length, wrong, vn()), None, "{wrong}");
    }
}

#[test]
fn windows_are_compared_by_date_or_by_the_moon() {
    let window = |from, to, moon| all(days((day(from), day(to)), moon, vn()));
    // Tết of 2026 is on 17 February, that of 2025 on 29 January: from the 27th of the last month on, nine days.
    let tet = window("2026-02-14", "2026-02-22", true);
    assert_eq!(tet, ["14/02/26 22/02/26", "05/02/26 13/02/26", "26/01/25 03/02/25", "15/12/25 22/02/26"]);
    assert_eq!(window("2026-02-14", "2026-02-22", false)[2], "14/02/25 22/02/25");
    // Tết of 2024 is on 10 February, that of 2023 on 22 January.
    assert_eq!(window("2024-02-10", "2024-02-16", true)[2], "22/01/23 28/01/23");
    // 29 February has no like in other years, and windows around it keep their days.
    assert_eq!(window("2028-02-29", "2028-02-29", false)[2], "28/02/27 28/02/27");
    assert_eq!(window("2028-02-01", "2028-02-29", false)[2], "01/02/27 28/02/27");
    assert_eq!(window("2028-02-20", "2028-03-10", false)[1..3], ["31/01/28 19/02/28", "20/02/27 10/03/27"]);
    assert_eq!(window("2026-12-15", "2027-01-15", false)[3], "15/12/26 15/01/27", "the year begins on the 15th");
    assert_eq!(days((day("2026-02-14"), day("2026-02-13")), true, vn()), None);
}

#[test]
fn a_rule_that_changes_leaves_one_period_that_is_shorter_or_longer() {
    // From Mondays to Fridays at 17:00: week 48 has four days and a part, and the next one has its name.
    let calendar = vn().clone().with(vec![rule(Anchor::Week(Weekday::Fri), 17, "2026-11-26")]);
    let week = |name: &str| {
        let week = Period::parse(Length::Week, name, &calendar).unwrap();
        (format!("{} {}", week.from.format("%a %d/%m %H"), week.to.format("%a %d/%m %H")), week.cut)
    };
    assert_eq!(week("2026-W47"), ("Mon 16/11 00 Mon 23/11 00".into(), false));
    assert_eq!(week("2026-W48"), ("Mon 23/11 00 Fri 27/11 17".into(), true));
    assert_eq!(week("2026-W49"), ("Fri 27/11 17 Fri 04/12 17".into(), false));
    // From Mondays to Wednesdays: what is left of the week has no name of its own and stays with the one before.
    let calendar = vn().clone().with(vec![rule(Anchor::Week(Weekday::Wed), 0, "2026-11-24")]);
    let dates = |name: &str| Week::parse(name, &calendar).unwrap().dates();
    assert_eq!((dates("2026-W47"), dates("2026-W48")), ("16/11 - 24/11/2026".into(), "25/11 - 01/12/2026".into()));
    assert_eq!(Week::parse("2026-W47", &calendar).unwrap().days().count(), 9);
    // From the 15th to the first: December goes on to the end of the year, and so does the year.
    let calendar = vn().clone().with(vec![rule(Anchor::Month(1), 0, "2027-01-01")]);
    let december = of(Length::Month, "2026-12", &calendar);
    assert_eq!(december, ["15/11/26 31/12/26", "15/10/26 14/11/26", "15/11/25 14/12/25", "15/12/25 31/12/26"]);
    let january = of(Length::Month, "2027-01", &calendar);
    assert_eq!(january, ["01/01/27 31/01/27", "15/11/26 31/12/26", "15/12/25 14/01/26", "01/01/27 31/01/27"]);
    assert_eq!(of(Length::Year, "2026", &calendar)[0], "15/12/25 31/12/26");
    let cut = |length, name| Period::parse(length, name, &calendar).unwrap().cut;
    assert!(cut(Length::Month, "2026-12") && cut(Length::Quarter, "2026-Q4") && cut(Length::Year, "2026"));
    assert!(!cut(Length::Month, "2026-11") && !cut(Length::Month, "2027-01"));
}

#[test]
fn what_began_before_a_rule_stays_as_it_was() {
    let ours = vn().clone().with(vec![rule(Anchor::Week(Weekday::Sun), 0, "2026-11-20")]);
    let mut week = Week::parse("2010-W01", vn()).unwrap();
    while week.to <= when::midnight(day("2026-11-16")) {
        assert_eq!(Week::parse(&week.name(), &ours), Some(week));
        week = Week::containing(week.to, vn());
    }
    // A rule from an earlier day on takes the place of those that came later.
    let back = ours.with(vec![rule(Anchor::Week(Weekday::Mon), 0, "2020-01-01")]);
    assert_eq!(Week::parse("2026-W47", &back), Week::parse("2026-W47", vn()));
    assert_eq!(back.rules().iter().filter(|rule| matches!(rule.anchor, Anchor::Week(_))).count(), 2);
}

#[test]
fn settings_say_where_weeks_begin_until_a_rule_of_the_post_does() {
    let set = vn().clone().beginning(vn(), (Weekday::Fri, 7));
    assert_eq!(Week::parse("2026-W47", &set).unwrap().from, when::parse("2026-11-13T07:00:00+07:00").unwrap());
    let ours = vn().clone().with(vec![rule(Anchor::Week(Weekday::Wed), 0, "1990-01-01")]);
    assert_eq!(ours.clone().beginning(vn(), (Weekday::Fri, 7)), ours);
}

#[test]
fn any_rule_and_any_change_tile_the_days_and_read_their_names_back() {
    let week_days = [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat, Weekday::Sun];
    let hour = |n: usize| u32::try_from(n % 24).unwrap();
    let mut calendars = vec![];
    for (n, first) in week_days.into_iter().enumerate() {
        for (m, second) in week_days.into_iter().enumerate() {
            let (from, months) = (day("2024-12-20") + Days::new(u64::try_from(n).unwrap()), [1, 2, 10, 15, 16, 27, 28]);
            let rules = vec![
                Rule { from, ..rule(Anchor::Week(second), hour(n * 7), "2000-01-01") },
                Rule { from, ..rule(Anchor::Month(months[m]), 0, "2000-01-01") },
            ];
            let begin = weeks(first, hour(m * 5)).with(vec![rule(Anchor::Month(months[n]), 0, "2000-01-01")]);
            calendars.push(begin.with(rules));
        }
    }
    for calendar in calendars {
        for length in Length::ALL {
            let start = when::parse("2023-10-01T12:00:00+07:00").unwrap();
            let mut period = Period::containing(length, start, &calendar).unwrap();
            for _ in 0..120 {
                let next = period.step(1, &calendar).unwrap();
                assert!(period.from < period.to && period.to == next.from, "{calendar:?} {period:?} {next:?}");
                let follows = (next.year, next.number) == (period.year, period.number + 1);
                assert!(follows || (next.year, next.number) == (period.year + 1, 1), "{period:?} {next:?}");
                assert_eq!(Period::parse(length, &period.name(), &calendar), Some(period));
                for at in [period.from, period.from + TimeDelta::hours(1), period.to - TimeDelta::seconds(1)] {
                    assert_eq!(Period::containing(length, at, &calendar), Some(period), "{at}");
                }
                period = next;
            }
        }
    }
}
