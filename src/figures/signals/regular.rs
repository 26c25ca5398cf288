//! How regular the work is, for each area, model, team and partner, and how regularly it is led and looked into. Work in an area is what the post does there:
//! patrols that saw it, outreach, joint work. What happens there on its own, such as incidents, makes nobody regular.

use std::collections::{BTreeMap, HashMap};

use chrono::NaiveDate;
use uuid::Uuid;

use super::rhythm::{Calendar, Rhythm};
use super::{About, Asked, ENOUGH, Jump, Signal, Sort, YEAR, day_of, register};
use crate::fault::Outcome;
use crate::figures::areas::{self, Standing};
use crate::logbook::{Busy, Filter, Logbook};
use crate::record::when::Moment;
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
    /// What there is to look at where nothing was ever done.
    pub jump: Option<Jump>,
}

pub(super) fn signals(book: &Logbook, asked: &Asked) -> Outcome<Vec<Signal>> {
    let work = Work::of(book, asked)?;
    let here = areas::standing(book, asked.today)?;
    let mut subjects = watched(book, asked, &here)?;
    subjects.extend(models(book, asked)?);
    subjects.extend(teams(book, asked, (&work, &here))?);
    subjects.extend(work.whole(asked));
    Ok(subjects.iter().filter_map(|subject| judge(subject, asked.today)).collect())
}

/// One subject: quiet up to now, or once for long, or just its figures; nothing where too little is known.
pub(super) fn judge(subject: &Subject, today: NaiveDate) -> Option<Signal> {
    let rhythm = Rhythm::of(&subject.calendar, subject.since, today);
    let records = rhythm.records.len() as u64;
    let known = records >= ENOUGH;
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
    let signal = Signal::new(sort, subject.about.clone(), sort != Sort::Regular, records)
        .with("weeks", rhythm.weeks)
        .with("active", rhythm.active)
        .with("quiet", rhythm.quiet)
        .with("patience", subject.patience)
        .with("gap", days)
        .days("from", from)
        .days("to", to)
        .with("last", rhythm.last.map_or_else(|| "none".to_owned(), crate::text::number::day))
        .leads_to(Jump::these(rhythm.records).or_else(|| subject.jump.clone()));
    Some(signal)
}

fn watched(book: &Logbook, asked: &Asked, here: &[Standing]) -> Outcome<Vec<Subject>> {
    let period = asked.last(YEAR);
    let mut days: HashMap<String, Calendar> = HashMap::new();
    let mut add = |all: Vec<Busy>| {
        for Busy { whose, at, row } in all {
            days.entry(whose).or_default().entry(day_of(at)).or_default().push(row);
        }
    };
    add(book.seen(period)?);
    add(book.placed(Kind::Outreach, period)?);
    add(book.placed(Kind::Joint, period)?);
    let subject = |area: &Standing| Subject {
        calendar: together(&days, &area.codes),
        since: area.since.map_or(asked.begun, |since| since.max(asked.begun)),
        patience: asked.areas,
        registered: true,
        jump: Some(Jump::List(Box::new(Filter { area: Some(area.code.clone()), ..Filter::default() }))),
        about: About::Area(area.code.clone()),
    };
    Ok(here.iter().map(subject).collect())
}

/// What was done in areas that are one now.
fn together(days: &HashMap<String, Calendar>, codes: &[String]) -> Calendar {
    let mut all = Calendar::new();
    for (day, rows) in codes.iter().filter_map(|code| days.get(code)).flatten() {
        all.entry(*day).or_default().extend(rows);
    }
    // A patrol may have come by twice.
    for rows in all.values_mut() {
        rows.sort_unstable();
        rows.dedup();
    }
    all
}

/// Models that are to work: days on which somebody looked, by what any version says, and records that name it.
fn models(book: &Logbook, asked: &Asked) -> Outcome<Vec<Subject>> {
    let mut subjects = Vec::new();
    for (record, row, data) in register(book, Kind::Model)? {
        if !matches!(data.text("state"), Some("active" | "weak")) {
            continue;
        }
        let mut calendar = Calendar::new();
        book.each_version(&record, |data| {
            for day in [data.day("founded"), data.day("checked_on")].into_iter().flatten() {
                calendar.insert(day, vec![row]);
            }
        })?;
        named_days(book, &record, asked, &mut calendar)?;
        let since = data.day("founded").map_or(asked.begun, |founded| founded.max(asked.begun));
        subjects.push(registered(Kind::Model, record, &data, (calendar, since, asked.models)));
    }
    Ok(subjects)
}

/// Teams: patrols with people of the grassroots that saw their area, what was done together with teams there, and
/// records that name them.
fn teams(book: &Logbook, asked: &Asked, (work, here): (&Work, &[Standing])) -> Outcome<Vec<Subject>> {
    let mut subjects = Vec::new();
    for (record, _, data) in register(book, Kind::Team)? {
        if data.day("valid_to").is_some_and(|day| day < asked.today) {
            continue;
        }
        // The team of an area that is part of another now is seen there.
        let area = areas::now(here, data.text("area").unwrap_or_default());
        let own = [area.to_owned()];
        let codes = here.iter().find(|one| one.code == area).map_or(&own[..], |one| &one.codes);
        let mut calendar = together(&work.teams, codes);
        named_days(book, &record, asked, &mut calendar)?;
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

fn named_days(book: &Logbook, record: &Uuid, asked: &Asked, calendar: &mut Calendar) -> Outcome<()> {
    for (at, row) in book.spoken_of(record, asked.last(YEAR))? {
        calendar.entry(day_of(at)).or_default().push(row);
    }
    Ok(())
}

/// What leads the work or looks into it, among joint work.
const LEADS: [&str; 3] = ["inspection", "guidance", "committee"];

/// What was done with teams, by area, with partners, and to lead.
#[derive(Default)]
struct Work {
    teams: HashMap<String, Calendar>,
    partners: BTreeMap<String, Calendar>,
    lead: Calendar,
}

impl Work {
    fn of(book: &Logbook, asked: &Asked) -> Outcome<Self> {
        let (mut work, period) = (Self::default(), asked.last(YEAR));
        let unit = &book.own().unit;
        book.each_in_period(unit, Kind::Patrol, period, |row, data| work.patrol(row, data))?;
        for kind in [Kind::Outreach, Kind::Joint] {
            book.each_in_period(unit, kind, period, |row, data| work.together(row, data))?;
        }
        Ok(work)
    }

    fn patrol(&mut self, row: i64, data: &Data) {
        if data.count("headcount.grassroots") == 0 {
            return;
        }
        let mut seen: Vec<(&str, NaiveDate)> =
            visits(data).into_iter().map(|(area, at): (&str, Moment)| (area, day_of(at))).collect();
        seen.dedup();
        for (area, day) in seen {
            self.teams.entry(area.to_owned()).or_default().entry(day).or_default().push(row);
        }
    }

    fn together(&mut self, row: i64, data: &Data) {
        let Some(day) = data.day("date") else { return };
        if data.text("type").is_some_and(|sort| LEADS.contains(&sort)) {
            self.lead.entry(day).or_default().push(row);
        }
        let Some(partner) = data.text("partner") else { return };
        if let Some(area) = data.text("area").filter(|_| partner == "team") {
            self.teams.entry(area.to_owned()).or_default().entry(day).or_default().push(row);
        }
        self.partners.entry(partner.to_owned()).or_default().entry(day).or_default().push(row);
    }

    /// What is asked of the post as a whole: to be led, and to work with others.
    fn whole(self, asked: &Asked) -> impl Iterator<Item = Subject> {
        let subject = |about, calendar, registered| Subject {
            about,
            calendar,
            since: asked.begun,
            patience: asked.models,
            registered,
            jump: None,
        };
        let partners = self.partners.into_iter();
        let partners = partners.map(move |(partner, calendar)| subject(About::Partner(partner), calendar, false));
        std::iter::once(subject(About::Lead, self.lead, true)).chain(partners)
    }
}
