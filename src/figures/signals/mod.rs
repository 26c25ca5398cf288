//! What stands out in the work of a post: where it isn't regular, what is quiet, what rose without anybody telling
//! people, where things happen again, what a campaign still owes, who and what is missing. Every signal says from which
//! records it was made, and none speaks of a trend that fewer than ten events show. Read-only; each sort judges plain
//! rows in a function of its own, so that its thresholds can be tried without a logbook.

mod campaigns;
mod duty;
mod places;
mod regular;
mod rhythm;
mod rising;
mod units;

use chrono::{Days, NaiveDate};
use uuid::Uuid;

pub use campaigns::{Share, shares};

use crate::fault::Outcome;
use crate::logbook::{Filter, Logbook};
use crate::record::when::{self, Moment};
use crate::record::{Data, Kind};
use crate::text::{number, order};

/// Fewer events than this show no trend.
const ENOUGH: u64 = 10;
/// Days that are looked back on for a rhythm: 52 weeks.
const YEAR: u64 = 364;
/// Days of a season: what rose is compared with the season before.
const SEASON: u64 = 91;
/// So many of the records that a signal was made from can be looked at, the newest.
pub const SHOWN: usize = 500;

/// What sort of signal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Sort {
    /// Nothing was done for so many days, up to now.
    Quiet,
    /// Nothing was done for so many days, some time ago.
    Gap,
    /// Less than half of a model's units work.
    Units,
    /// A category rose; what people were told about it.
    Rising,
    /// Things happened at one place again and again.
    Place,
    /// What a campaign asked for against what was done.
    Campaign,
    /// Shifts with fewer people than the minimum.
    Strength,
    /// Equipment that has been out of order shift after shift.
    Fault,
    /// A team has fewer people than were decided.
    Roster,
    /// How regular the work is, where nothing stands out.
    Regular,
}

impl Sort {
    /// Every sort, in the order in which they are told.
    pub const ALL: [Self; 10] = [
        Self::Quiet,
        Self::Gap,
        Self::Units,
        Self::Rising,
        Self::Place,
        Self::Campaign,
        Self::Strength,
        Self::Fault,
        Self::Roster,
        Self::Regular,
    ];

    /// Its stable name, which ends the ids of its wording: `signal-quiet` says it, as attribute `hint` how it is
    /// computed.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Quiet => "quiet",
            Self::Gap => "gap",
            Self::Units => "units",
            Self::Roster => "roster",
            Self::Rising => "rising",
            Self::Place => "place",
            Self::Campaign => "campaign",
            Self::Strength => "strength",
            Self::Fault => "fault",
            Self::Regular => "regular",
        }
    }
}

/// What a signal is about. People are never in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum About {
    /// An area, by its code.
    Area(String),
    /// A model, team or campaign, by its name.
    Named(String),
    /// With whom things were done together, by the code of the list `partner`.
    Partner(String),
    /// A category, by its code.
    Category(String),
    /// A place as people wrote it, within an area.
    Place {
        /// Code of the area.
        area: String,
        /// What was written.
        place: String,
    },
    /// A piece of equipment, as shifts call it.
    Item(String),
    /// All security cameras together.
    Cameras,
    /// The post.
    Post,
    /// Inspections, guidance and meetings of the steering committee.
    Lead,
}

/// Where the records of a signal are.
#[derive(Debug, Clone)]
pub enum Jump {
    /// The only one.
    Record(Uuid),
    /// A list of them.
    List(Box<Filter>),
}

impl Jump {
    /// These records, the newest of them; none where there are none.
    fn these(mut rows: Vec<i64>) -> Option<Self> {
        rows.sort_unstable_by_key(|row| std::cmp::Reverse(*row));
        rows.dedup();
        rows.truncate(SHOWN);
        (!rows.is_empty()).then(|| Self::List(Box::new(Filter { rows, ..Filter::default() })))
    }
}

/// One thing that was computed.
#[derive(Debug, Clone)]
pub struct Signal {
    /// What sort.
    pub sort: Sort,
    /// What it is about.
    pub about: About,
    /// It crosses its threshold, so somebody should look; else it only gives the figures.
    pub told: bool,
    /// Values for the wording.
    pub args: Vec<(&'static str, String)>,
    /// From how many records it was made.
    pub records: u64,
    /// Where they are; none where there is no record.
    pub jump: Option<Jump>,
}

impl Signal {
    fn new(sort: Sort, about: About, told: bool, records: u64) -> Self {
        Self { sort, about, told, args: Vec::new(), records, jump: None }
    }

    fn with(mut self, name: &'static str, value: impl std::fmt::Display) -> Self {
        self.args.push((name, value.to_string()));
        self
    }

    fn days(self, name: &'static str, day: NaiveDate) -> Self {
        self.with(name, number::day(day))
    }

    fn leads_to(mut self, jump: impl Into<Option<Jump>>) -> Self {
        self.jump = jump.into();
        self
    }
}

/// What is asked: the moment, and what the settings say.
#[derive(Debug, Clone, Copy)]
struct Asked {
    now: Moment,
    today: NaiveDate,
    /// From when on there are records to speak of.
    begun: NaiveDate,
    /// Days after which an area or team counts as quiet.
    areas: i64,
    /// Days after which a model or partner does.
    models: i64,
    /// People that a shift needs at least; 0 when nobody said.
    minimum: u64,
}

impl Asked {
    fn of(book: &Logbook, now: Moment) -> Outcome<Self> {
        let today = day_of(now);
        let begun = book.begun(&book.own().unit)?.map_or(today, day_of);
        Ok(Self {
            now,
            today,
            begun: begun.max(today - Days::new(YEAR)),
            areas: i64::from(book.number_set("quiet.areas")?),
            models: i64::from(book.number_set("quiet.models")?),
            minimum: u64::from(book.number_set("shift.minimum")?),
        })
    }

    /// So many days up to now. Clocks of records may be a little ahead of this one.
    fn last(&self, days: u64) -> (Moment, Moment) {
        (when::midnight(self.today - Days::new(days)), self.now + chrono::TimeDelta::hours(1))
    }
}

fn day_of(at: Moment) -> NaiveDate {
    at.with_timezone(&when::zone()).date_naive()
}

/// All of a register of which a post has few, as they are now, in order of name as people count: the record, its row and
/// its facts.
fn register(book: &Logbook, kind: Kind) -> Outcome<Vec<(Uuid, i64, Data)>> {
    let mut all = Vec::new();
    book.each_registered(kind, |record, row, data| all.push((record, row, data.clone())))?;
    let name = |data: &Data| data.title(kind).unwrap_or_default().to_owned();
    all.sort_by(|(.., a), (.., b)| order::natural(&name(a), &name(b)));
    Ok(all)
}

/// Every signal of this post as things stand: first what somebody should look at, sort by sort, then the figures.
///
/// # Errors
/// Those of the database.
pub fn signals(book: &Logbook, now: Moment) -> Outcome<Vec<Signal>> {
    let asked = Asked::of(book, now)?;
    let mut all = regular::signals(book, &asked)?;
    all.extend(units::signals(book)?);
    all.extend(units::rosters(book, &asked)?);
    all.extend(rising::signals(book, &asked)?);
    all.extend(places::signals(book, &asked)?);
    all.extend(campaigns::signals(book, &asked)?);
    all.extend(duty::signals(book, &asked)?);
    all.sort_by_key(|signal| (!signal.told, signal.sort));
    Ok(all)
}

#[cfg(test)]
mod tests;
