//! Every sort of signal once just within and once just outside of its threshold.

use std::collections::BTreeMap;

use chrono::{Days, NaiveDate};

use super::campaigns::{Progress, Share};
use super::duty::{Shift, faults, strength};
use super::regular::{Subject, judge};
use super::{About, Jump, Signal, Sort};
use crate::record::when::{self, parse_day};

fn today() -> NaiveDate {
    parse_day("2026-11-23").unwrap()
}

fn ago(days: u64) -> NaiveDate {
    today() - Days::new(days)
}

/// What an area shows that was seen so many days ago.
fn seen(days: &[u64], registered: bool) -> Option<Signal> {
    let subject = Subject {
        about: About::Area("TDP 4".into()),
        calendar: days.iter().map(|days| (ago(*days), vec![i64::try_from(*days).unwrap()])).collect(),
        since: ago(200),
        patience: 30,
        registered,
        jump: None,
    };
    judge(&subject, today())
}

fn sort(signal: Option<Signal>) -> Option<(Sort, bool)> {
    signal.map(|signal| (signal.sort, signal.told))
}

fn arg<'a>(signal: &'a Signal, name: &str) -> &'a str {
    signal.args.iter().find(|(known, _)| *known == name).map(|(_, value)| value.as_str()).unwrap()
}

#[test]
fn quiet_for_as_long_as_the_setting_says() {
    assert_eq!(sort(seen(&[30], true)), Some((Sort::Quiet, true)));
    assert_eq!(sort(seen(&[29], true)), Some((Sort::Regular, false)));
    let never = seen(&[], true).unwrap();
    assert_eq!((never.sort, arg(&never, "quiet"), arg(&never, "last")), (Sort::Quiet, "200", "none"));
}

#[test]
fn a_gap_needs_ten_events_around_it() {
    let mut whole: Vec<u64> = (0..=200).step_by(10).collect();
    assert_eq!(sort(seen(&whole, true)), Some((Sort::Regular, false)));
    whole.retain(|day| !(100..=110).contains(day));
    let gap = seen(&whole, true).unwrap();
    assert_eq!((gap.sort, arg(&gap, "gap"), arg(&gap, "from")), (Sort::Gap, "30", "26/07/2026"));
    let rows: Vec<i64> = whole.iter().rev().map(|day| i64::try_from(*day).unwrap()).collect();
    assert!(matches!(&gap.jump, Some(Jump::List(filter)) if filter.rows == rows), "to the very records");
    whole.retain(|day| *day != 120);
    whole.push(119);
    assert_eq!(sort(seen(&whole, true)), Some((Sort::Regular, false)), "a day less");
    let few: Vec<u64> = [0, 29, 100, 101, 102, 103, 104, 105, 106].to_vec();
    assert_eq!(sort(seen(&few, true)), Some((Sort::Regular, false)), "nine show nothing");
}

#[test]
fn nothing_is_said_of_a_partner_with_fewer_than_ten_meetings() {
    let met = |count: u64| seen(&(0..count).map(|n| 40 + n).collect::<Vec<_>>(), false);
    assert_eq!(sort(met(9)), None);
    assert_eq!(sort(met(10)), Some((Sort::Quiet, true)));
}

#[test]
fn less_than_half_of_the_units_is_told() {
    let works = |working, total| super::units::judge(About::Cameras, (working, total), 1).told;
    assert!(works(88, 285) && works(142, 285));
    assert!(!works(143, 285) && !works(4, 8));
}

#[test]
fn a_team_is_told_while_people_are_missing() {
    let team = |members| super::units::roster(About::Named("Tổ 4".into()), (members, 5), Some(2));
    assert!(team(4).told && !team(5).told);
    assert_eq!((arg(&team(4), "members"), arg(&team(4), "trained")), ("4", "2"));
    let unknown = super::units::roster(About::Named("Tổ 4".into()), (4, 5), None);
    assert_eq!(arg(&unknown, "trained"), "none");
}

#[test]
fn what_rose_is_held_against_what_people_were_told() {
    let from = when::midnight(ago(91));
    let rose = |recent, before, sessions: &[(&str, u64)]| {
        let held: BTreeMap<String, u64> = sessions.iter().map(|(topic, count)| ((*topic).to_owned(), *count)).collect();
        super::rising::judge("VICE.DRUU".into(), (recent, before), &held, from)
    };
    assert_eq!(sort(rose(20, 5, &[])), Some((Sort::Rising, true)));
    assert_eq!(sort(rose(20, 5, &[("theft", 9)])), Some((Sort::Rising, true)));
    assert_eq!(sort(rose(20, 5, &[("drugs", 1)])), Some((Sort::Rising, false)));
    assert_eq!(sort(rose(20, 6, &[])), None, "chance explains it");
    assert_eq!((sort(rose(9, 0, &[])), sort(rose(10, 0, &[]))), (None, Some((Sort::Rising, true))), "fewer than ten");
    let nobody = super::rising::judge("WELF.HELP".into(), (90, 5), &BTreeMap::new(), from);
    assert_eq!(sort(nobody), None, "nobody can be warned of it");
    let signal = rose(20, 5, &[("drugs", 2)]).unwrap();
    assert_eq!((signal.records, arg(&signal, "topic"), arg(&signal, "sessions")), (27, "drugs", "2"));
}

#[test]
fn a_place_is_one_however_it_is_spelt_and_no_place_of_another_area() {
    let told = |counts: &[(&str, &str, usize)]| {
        let mut places = super::places::Places::new();
        for (area, place, count) in counts {
            (0..*count).for_each(|n| super::places::note(&mut places, (area, place), i64::try_from(n).unwrap()));
        }
        super::places::judge(places)
    };
    let again = told(&[("TDP 4", "Cổng chợ", 6), ("TDP 4", "cổng CHỢ", 4)]);
    assert_eq!(again.len(), 1);
    assert_eq!(
        (again[0].about.clone(), again[0].records),
        (About::Place { area: "TDP 4".into(), place: "cổng CHỢ".into() }, 10)
    );
    assert!(told(&[("TDP 4", "cổng chợ", 9), ("TDP 5", "cổng chợ", 9)]).is_empty());
}

#[test]
fn a_campaign_is_behind_when_it_is_over_or_did_less_than_half_of_its_days() {
    let stands = |done: u64, days: i64| {
        let share = |key, done| Share { key, planned: 40, done };
        let shares = vec![share("patrols", done), share("outreach", 40)];
        let progress = Progress { shares, rows: vec![1], days, all_days: 30 };
        super::campaigns::judge("Cao điểm", &progress).unwrap()
    };
    assert!(stands(39, 30).told && !stands(40, 30).told);
    assert!(stands(9, 15).told && !stands(10, 15).told);
    assert_eq!((arg(&stands(9, 15), "quota"), arg(&stands(9, 15), "done")), ("patrols", "9"));
    let nothing = Progress { shares: Vec::new(), rows: vec![1], days: 3, all_days: 30 };
    assert!(super::campaigns::judge("Cao điểm", &nothing).is_none());
}

fn shift(days: u64, present: Option<u64>, fault: Option<&str>) -> Shift {
    Shift {
        row: i64::try_from(days).unwrap(),
        day: ago(days),
        present,
        faults: fault.into_iter().map(str::to_owned).collect(),
    }
}

#[test]
fn a_shift_below_the_minimum_is_told_if_there_is_one() {
    let shifts = [shift(1, Some(5), None), shift(0, Some(4), None), shift(0, None, None)];
    assert_eq!(sort(strength(&shifts, 4)), Some((Sort::Strength, false)));
    let short = strength(&shifts, 5).unwrap();
    assert_eq!((short.told, arg(&short, "short"), short.records), (true, "1", 2));
    assert_eq!(sort(strength(&shifts, 0)), None);
    assert_eq!(sort(strength(&shifts[2..], 5)), None);
}

#[test]
fn a_fault_is_told_after_a_week_in_which_every_shift_found_it() {
    let row = |first: u64, mended: Option<u64>| -> Vec<Shift> {
        (0..=first).rev().map(|day| shift(day, None, (Some(day) != mended).then_some("Bộ đàm"))).collect()
    };
    let told = faults(&row(7, None));
    assert_eq!((told.len(), arg(&told[0], "shifts"), arg(&told[0], "from")), (1, "8", "16/11/2026"));
    assert!(faults(&row(6, None)).is_empty());
    assert!(faults(&row(9, Some(4))).is_empty() && faults(&row(9, Some(0))).is_empty() && faults(&[]).is_empty());
}
