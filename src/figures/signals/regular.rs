//! How regular the work is, for each area, model, team and partner. Work in an area is what the post does there:
//! patrols that saw it, outreach, joint work. What happens there on its own, such as incidents, makes nobody regular.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::rhythm::{Calendar, Rhythm};
use super::{About, Asked, ENOUGH, Jump, Signal, Sort, YEAR, day_of, numbered};
use crate::fault::Outcome;
use crate::logbook::{Busy, Filter, Logbook};
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind, visits};

/// Somebody or something that is expected to be seen again and again.
pub(super) struct Subject {
    pub about: About,
    pub calendar: Calendar,
    /// Since when it can be expected.
    pub since: NaiveDate,
    /// After so many days without anything somebody should look.
    pub patience: i64,
    /// It stands in a register, so it is expected even if it was never seen.
    pub registered: bool,
    /// Where its records are, when no stretch of days says more.
    pub jump: Option<Jump>,
}

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let work = Work::of(book, asked)?;
    let mut subjects = areas(book, asked)?;
    subjects.extend(models(book, asked)?);
    subjects.extend(teams(book, asked, &work)?);
    subjects.extend(work.partners(asked));
    Ok(subjects.iter().filter_map(|subject| judge(subject, asked.today)).collect())
}

/// One subject: quiet up to now, or once for long, or just its figures; nothing where too little is known.
pub(super) fn judge(subject: &Subject, today: NaiveDate) -> Option<Signal> {
    let rhythm = Rhythm::of(&subject.calendar, subject.since, today);
    let known = rhythm.records >= ENOUGH;
    if !known && !subject.registered {
        return None;
    }
    let (days, from, to) = rhythm.gap;
    let sort = if rhythm.quiet >= subject.patience {
        Sort::Quiet
    } else if known && days >= subject.patience {
        Sort::Gap
    } else {
        Sort::Regular
    };
    let jump = match (sort, &subject.about) {
        (Sort::Gap, About::Area(area)) => {
            let period = (Some(when::midnight(from)), Some(when::midnight(to.succ_opt().unwrap_or(to))));
            let filter = Filter { area: Some(area.clone()), from: period.0, to: period.1, ..Filter::default() };
            Some(Jump::List(Box::new(filter)))
        }
        _ => subject.jump.clone(),
    };
    let signal = Signal::new(sort, subject.about.clone(), sort != Sort::Regular, rhythm.records)
        .with("weeks", rhythm.weeks)
        .with("active", rhythm.active)
        .with("quiet", rhythm.quiet)
        .with("patience", subject.patience)
        .with("gap", days)
        .days("from", from)
        .days("to", to)
        .with("last", rhythm.last.map_or_else(|| "none".to_owned(), crate::text::number::day))
        .leads_to(jump);
    Some(signal)
}

fn areas(book: &Logbook, asked: &Asked) -> Outcome<Vec<Subject>> {
    let period = asked.last(YEAR);
    let mut days: HashMap<String, Calendar> = HashMap::new();
    let mut add = |all: Vec<Busy>| {
        for Busy { whose, day, records } in all {
            let Some(day) = numbered(day) else { continue };
            *days.entry(whose).or_default().entry(day).or_default() += records;
        }
    };
    add(book.days_of_visits(period)?);
    add(book.days_of_kind(Kind::Outreach, period)?);
    add(book.days_of_kind(Kind::Joint, period)?);
    let here = book.areas()?.into_iter().filter(|area| !area.ended);
    let subject = |area: crate::logbook::Area| Subject {
        calendar: days.remove(&area.code).unwrap_or_default(),
        since: asked.begun,
        patience: asked.areas,
        registered: true,
        jump: Some(Jump::List(Box::new(Filter { area: Some(area.code.clone()), ..Filter::default() }))),
        about: About::Area(area.code),
    };
    Ok(here.map(subject).collect())
}

/// Models that are to work: days on which somebody looked, by what any version says, and records that name it.
fn models(book: &Logbook, asked: &Asked) -> Outcome<Vec<Subject>> {
    let mut all: BTreeMap<Uuid, (Calendar, Option<Data>)> = BTreeMap::new();
    book.each_version(Kind::Model, |record, data, newest| {
        let (calendar, now) = all.entry(record).or_default();
        for day in [data.day("founded"), data.day("checked_on")].into_iter().flatten() {
            calendar.insert(day, 1);
        }
        if newest {
            *now = Some(data.clone());
        }
    })?;
    let works = |data: &Data| matches!(data.text("state"), Some("active" | "weak"));
    let mut subjects = Vec::new();
    for (record, (mut calendar, data)) in all {
        let Some(data) = data.filter(works) else { continue };
        named_days(book, &record, &mut calendar)?;
        let since = data.day("founded").map_or(asked.begun, |founded| founded.max(asked.begun));
        subjects.push(registered(Kind::Model, record, &data, (calendar, since, asked.models)));
    }
    Ok(subjects)
}

/// Teams: patrols with people of the grassroots that saw their area, what was done together with teams there, and
/// records that name them.
fn teams(book: &Logbook, asked: &Asked, work: &Work) -> Outcome<Vec<Subject>> {
    let mut all = Vec::new();
    book.each_version(Kind::Team, |record, data, newest| {
        let over = data.day("valid_to").is_some_and(|day| day < asked.today);
        if newest && !over {
            all.push((record, data.clone()));
        }
    })?;
    let mut subjects = Vec::new();
    for (record, data) in all {
        let area = data.text("area").unwrap_or_default();
        let mut calendar = work.teams.get(area).cloned().unwrap_or_default();
        named_days(book, &record, &mut calendar)?;
        let since = data.day("valid_from").map_or(asked.begun, |from| from.max(asked.begun));
        subjects.push(registered(Kind::Team, record, &data, (calendar, since, asked.areas)));
    }
    Ok(subjects)
}

fn registered(
    kind: Kind,
    record: Uuid,
    data: &Data,
    (calendar, since, patience): (Calendar, NaiveDate, i64),
) -> Subject {
    let about = About::Named(data.title(kind).unwrap_or_default().to_owned());
    Subject { about, calendar, since, patience, registered: true, jump: Some(Jump::Record(record)) }
}

fn named_days(book: &Logbook, record: &Uuid, calendar: &mut Calendar) -> Outcome<()> {
    book.each_speaking(record, |_, at, _| *calendar.entry(day_of(at)).or_default() += 1)
}

/// What was done with teams, by area, and with partners.
#[derive(Default)]
struct Work {
    teams: HashMap<String, Calendar>,
    /// With the newest record of each.
    partners: BTreeMap<String, (Calendar, Option<Uuid>)>,
}

impl Work {
    fn of(book: &Logbook, asked: &Asked) -> Outcome<Self> {
        let (mut work, period) = (Self::default(), asked.last(YEAR));
        let unit = &book.own().unit;
        book.each_in_period(unit, Kind::Patrol, period, |_, data| work.patrol(data))?;
        for kind in [Kind::Outreach, Kind::Joint] {
            book.each_in_period(unit, kind, period, |record, data| work.together(record, data))?;
        }
        Ok(work)
    }

    fn patrol(&mut self, data: &Data) {
        if data.count("headcount.grassroots") == 0 {
            return;
        }
        let mut seen: Vec<(&str, NaiveDate)> =
            visits(data).into_iter().map(|(area, at): (&str, Moment)| (area, day_of(at))).collect();
        seen.dedup();
        for (area, day) in seen {
            *self.teams.entry(area.to_owned()).or_default().entry(day).or_default() += 1;
        }
    }

    fn together(&mut self, record: Uuid, data: &Data) {
        let Some((partner, day)) = data.text("partner").zip(data.day("date")) else { return };
        if let Some(area) = data.text("area").filter(|_| partner == "team") {
            *self.teams.entry(area.to_owned()).or_default().entry(day).or_default() += 1;
        }
        let (calendar, newest) = self.partners.entry(partner.to_owned()).or_default();
        *calendar.entry(day).or_default() += 1;
        *newest = Some(record);
    }

    fn partners(self, asked: &Asked) -> impl Iterator<Item = Subject> {
        let subject = |(partner, (calendar, newest)): (String, (Calendar, Option<Uuid>))| Subject {
            about: About::Partner(partner),
            calendar,
            since: asked.begun,
            patience: asked.models,
            registered: false,
            jump: newest.map(Jump::Record),
        };
        self.partners.into_iter().map(subject)
    }
}
