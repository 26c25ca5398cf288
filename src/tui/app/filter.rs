//! What the list is narrowed to: at most one condition of each sort, each a chip that is always seen, and the card in
//! which they are found by typing. Plain values; what they let through is decided by the logbook.

use chrono::{Days, NaiveDate, TimeDelta};

use super::Session;
use super::registers::{Registers, asked, begins};
use crate::logbook::Filter;
use crate::record::Kind;
use crate::record::catalogue::Catalogue;
use crate::record::when::{self, Lies, Moment};
use crate::report::names;
use crate::text::{clean, fold, number};
use crate::words::Words;

/// One condition.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Chip {
    /// Only this kind.
    Kind(Kind),
    /// Only this status or state of a kind.
    Status(Kind, &'static str),
    /// Only what isn't finished, of whatever kind.
    Standing,
    /// Only these days.
    Days(Stretch),
    /// Only what this post wrote, at a desk.
    Post(String),
    /// Only this area, by its code.
    Area(String),
    /// Only this category, or this group of them.
    Category(String),
    /// Only void records, or only others.
    Void(bool),
    /// Only these records, by row, as what stands out leads to them.
    Rows(Vec<i64>),
}

/// Days from the first to the last, both included; without one of them, open at that end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stretch {
    /// The first day.
    pub from: Option<NaiveDate>,
    /// The last day.
    pub to: Option<NaiveDate>,
}

/// Every condition that is on, in the order in which the chips stand.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filters(Vec<Chip>);

impl Chip {
    /// Chips of one sort exclude each other; the numbers are their order. The wording of a sort's name ends with it.
    const fn sort(&self) -> usize {
        match self {
            Self::Post(_) => 0,
            Self::Kind(_) => 1,
            Self::Status(..) | Self::Standing => 2,
            Self::Days(_) => 3,
            Self::Area(_) => 4,
            Self::Category(_) => 5,
            Self::Void(_) => 6,
            Self::Rows(_) => 7,
        }
    }

    /// The wording id of its sort.
    #[must_use]
    pub const fn label(&self) -> &'static str {
        match self {
            Self::Kind(_) => "tui-filter-kind",
            Self::Status(..) | Self::Standing => "tui-filter-status",
            Self::Days(_) => "tui-filter-days",
            Self::Post(_) => "tui-filter-post",
            Self::Area(_) => "tui-filter-area",
            Self::Category(_) => "tui-filter-category",
            Self::Void(_) => "tui-filter-void",
            Self::Rows(_) => "room-signals",
        }
    }

    /// What it says where there is little room.
    #[must_use]
    pub fn brief(&self, known: &Registers, words: &Words) -> String {
        match self {
            Self::Area(code) | Self::Post(code) => clean::shown(code),
            Self::Status(kind, status) => names::status(kind.name(), status, words),
            other => other.name(known, words),
        }
    }

    /// What it says.
    #[must_use]
    pub fn name(&self, known: &Registers, words: &Words) -> String {
        match self {
            Self::Kind(kind) => names::kind(kind.name(), words),
            Self::Status(kind, status) => {
                format!("{}: {}", names::kind(kind.name(), words), names::status(kind.name(), status, words))
            }
            Self::Standing => words.get("tui-filter-standing").to_owned(),
            Self::Days(days) => days.name(words),
            Self::Post(code) => known.post_name(code),
            Self::Area(code) => known.area_name(code).unwrap_or_else(|| clean::shown(code)),
            Self::Category(code) => names::category(code, words),
            Self::Void(true) => words.get("tui-filter-void-only").to_owned(),
            Self::Void(false) => words.get("tui-filter-void-none").to_owned(),
            Self::Rows(rows) => words.with("tui-filter-rows", &[("rows", &rows.len().to_string())]),
        }
    }
}

impl Stretch {
    const fn one(day: NaiveDate) -> Self {
        Self { from: Some(day), to: Some(day) }
    }

    /// The days that were written out: one, or two with a dash between them.
    #[must_use]
    pub fn typed(text: &str, now: Moment) -> Option<Self> {
        typed(text, now).into_iter().find_map(|chip| if let Chip::Days(days) = chip { Some(days) } else { None })
    }

    /// From when on, and up to when.
    #[must_use]
    pub fn bounds(self) -> (Option<Moment>, Option<Moment>) {
        let after = self.to.and_then(|day| day.checked_add_days(Days::new(1)));
        (self.from.map(when::midnight), after.map(when::midnight))
    }

    /// What it says.
    #[must_use]
    pub fn name(self, words: &Words) -> String {
        match (self.from, self.to) {
            (Some(from), Some(to)) if from == to => number::day(from),
            (Some(from), Some(to)) => format!("{} - {}", from.format("%d/%m"), number::day(to)),
            (Some(from), None) => words.with("tui-days-from", &[("day", &number::day(from))]),
            (None, Some(to)) => words.with("tui-days-to", &[("day", &number::day(to))]),
            (None, None) => String::new(),
        }
    }

    /// With the end that only the other has, if that makes sense.
    fn joined(self, other: Self) -> Self {
        let whole = match (self.from, self.to, other.from, other.to) {
            (Some(from), None, None, Some(to)) | (None, Some(to), Some(from), None) => (from, to),
            _ => return self,
        };
        if whole.0 <= whole.1 { Self { from: Some(whole.0), to: Some(whole.1) } } else { self }
    }
}

impl Filters {
    /// The chips that let through what a filter of the logbook does, as far as there are chips for it.
    #[must_use]
    pub fn of(filter: &Filter) -> Self {
        let day = |at: Moment| at.with_timezone(&when::zone()).date_naive();
        let (from, to) = (filter.from.map(day), filter.to.map(|to| day(to - TimeDelta::seconds(1))));
        let mut chips = Self::default();
        let days = (from.is_some() || to.is_some()).then_some(Chip::Days(Stretch { from, to }));
        let post = filter.unit.clone().map(Chip::Post);
        let all = [post, filter.kind.map(Chip::Kind), days, filter.area.clone().map(Chip::Area)];
        all.into_iter().flatten().for_each(|chip| chips.set(chip));
        filter.category.clone().into_iter().for_each(|category| chips.set(Chip::Category(category)));
        if !filter.rows.is_empty() {
            chips.set(Chip::Rows(filter.rows.clone()));
        }
        chips
    }

    /// The chips, in their order.
    #[must_use]
    pub fn chips(&self) -> &[Chip] {
        &self.0
    }

    /// The only kind.
    #[must_use]
    pub fn kind(&self) -> Option<Kind> {
        self.0.iter().find_map(|chip| if let Chip::Kind(kind) = chip { Some(*kind) } else { None })
    }

    /// Puts a chip in, in the place of one of its sort. A status brings its kind with it, another kind ends a status.
    pub fn set(&mut self, chip: Chip) {
        let chip = match (chip, self.0.iter().find(|other| matches!(other, Chip::Days(_)))) {
            (Chip::Days(days), Some(Chip::Days(other))) => Chip::Days(days.joined(*other)),
            (chip, _) => chip,
        };
        let kind = match &chip {
            Chip::Status(kind, _) | Chip::Kind(kind) => Some(*kind),
            _ => None,
        };
        self.0.retain(|other| other.sort() != chip.sort());
        if let Some(kind) = kind {
            let fits = |other: &Chip| match other {
                Chip::Kind(other) | Chip::Status(other, _) => *other == kind,
                _ => true,
            };
            self.0.retain(fits);
            if self.kind().is_none() && chip != Chip::Kind(kind) {
                self.0.push(Chip::Kind(kind));
            }
        }
        self.0.push(chip);
        self.0.sort_by_key(Chip::sort);
    }

    /// Takes a chip away. Without its kind, a status means nothing.
    pub fn drop(&mut self, chip: &Chip) {
        let kind = matches!(chip, Chip::Kind(_));
        self.0.retain(|other| other != chip && !(kind && matches!(other, Chip::Status(..))));
    }

    /// Takes the last chip away; whether there was one.
    pub fn drop_last(&mut self) -> bool {
        self.0.pop().is_some()
    }

    /// The next kind, after the last one none.
    pub fn next_kind(&mut self) {
        let next = following(&Kind::logged().collect::<Vec<_>>(), self.kind().as_ref());
        self.0.retain(|chip| !matches!(chip, Chip::Kind(_) | Chip::Status(..)));
        if let Some(kind) = next {
            self.set(Chip::Kind(kind));
        }
    }

    /// The next status of the kind, an incident's where there is none; what isn't finished comes first, none last.
    pub fn next_status(&mut self) {
        let kind = self.kind().unwrap_or(Kind::Incident);
        let all: Vec<Chip> = std::iter::once(Chip::Standing).chain(of_kind(kind)).collect();
        let here = self.0.iter().find(|chip| matches!(chip, Chip::Status(..) | Chip::Standing));
        match following(&all, here) {
            Some(next) => self.set(next),
            None => self.0.retain(|chip| !matches!(chip, Chip::Status(..) | Chip::Standing)),
        }
    }

    /// What the logbook is asked for.
    #[must_use]
    pub fn asks(&self) -> Filter {
        let mut filter = Filter::default();
        for chip in &self.0 {
            match chip {
                Chip::Kind(kind) => filter.kind = Some(*kind),
                Chip::Status(_, status) => filter.statuses = vec![(*status).to_owned()],
                Chip::Standing => filter.open = true,
                Chip::Days(days) => {
                    (filter.from, filter.to) = days.bounds();
                }
                Chip::Post(code) => filter.unit = Some(code.clone()),
                Chip::Area(code) => filter.area = Some(code.clone()),
                Chip::Category(code) => filter.category = Some(code.clone()),
                Chip::Void(only) => filter.void = Some(*only),
                Chip::Rows(rows) => filter.rows.clone_from(rows),
            }
        }
        filter
    }
}

/// The chips of a kind's statuses.
fn of_kind(kind: Kind) -> impl Iterator<Item = Chip> {
    kind.states().into_iter().flat_map(|choice| choice.values).map(move |status| Chip::Status(kind, status))
}

/// What comes after this one in a list; the first after nothing, nothing after the last.
fn following<T: PartialEq + Clone>(all: &[T], here: Option<&T>) -> Option<T> {
    let next = here.and_then(|here| all.iter().position(|one| one == here)).map_or(0, |at| at + 1);
    all.get(next).cloned()
}

/// What can be chosen, best first: days that were typed, then everything whose name has the words of the query.
#[must_use]
pub fn offers(session: &Session, query: &str, words: &Words, now: Moment) -> Vec<Chip> {
    let query = asked(query);
    let wanted: Vec<&str> = fold::words(query).collect();
    let on = session.log.filters.chips();
    let mut all: Vec<Chip> = on.to_vec();
    all.extend([Chip::Standing].into_iter().chain(lately(now)).chain(Kind::logged().map(Chip::Kind)));
    all.extend(Kind::logged().flat_map(of_kind));
    all.extend([Chip::Void(false), Chip::Void(true)]);
    all.extend(session.known.posts.iter().map(|post| Chip::Post(post.unit.clone())));
    all.extend(session.known.areas.iter().filter(|area| !area.ended).map(|area| Chip::Area(area.code.clone())));
    all.extend(Catalogue::builtin().groups().iter().map(|group| Chip::Category(group.code.clone())));
    let says = |chip: &Chip| {
        let name = format!("{} {}", words.get(chip.label()), chip.name(&session.known, words));
        let more = recent(chip, now).map(|id| words.get(id)).unwrap_or_default();
        wanted.iter().all(|word| begins(&name, word) || begins(more, word))
    };
    all.retain(says);
    all.extend(Catalogue::builtin().pick(query).into_iter().map(|category| Chip::Category(category.code.clone())));
    all.splice(0..0, typed(query, now));
    let mut seen: Vec<Chip> = Vec::new();
    all.retain(|chip| {
        let new = !seen.contains(chip);
        seen.extend(new.then(|| chip.clone()));
        new
    });
    all
}

/// The stretches that are asked for most.
fn lately(now: Moment) -> impl Iterator<Item = Chip> {
    LATELY.iter().filter_map(move |(_, back, length)| Some(Chip::Days(stretch(now, *back, *length)?)))
}

/// Wording id, days back to the last day, how many days.
const LATELY: [(&str, u64, u64); 4] =
    [("tui-days-today", 0, 1), ("tui-days-yesterday", 1, 1), ("tui-days-week", 0, 7), ("tui-days-month", 0, 30)];

fn stretch(now: Moment, back: u64, length: u64) -> Option<Stretch> {
    let to = now.with_timezone(&when::zone()).date_naive().checked_sub_days(Days::new(back))?;
    Some(Stretch { from: to.checked_sub_days(Days::new(length - 1)), to: Some(to) })
}

/// The wording id by which people call a stretch that ends today.
#[must_use]
pub fn recent(chip: &Chip, now: Moment) -> Option<&'static str> {
    let Chip::Days(days) = chip else { return None };
    LATELY.iter().find(|(_, back, length)| stretch(now, *back, *length) == Some(*days)).map(|(id, ..)| *id)
}

/// Days written out: one, or two with a dash between them.
fn typed(query: &str, now: Moment) -> Vec<Chip> {
    let day = |text: &str| when::typed_day(text, now, Lies::Behind);
    let pair = query.split_once(" - ").or_else(|| query.split_once('-'));
    if let Some((from, to)) = pair.and_then(|(from, to)| Some((day(from)?, day(to)?))) {
        let whole = Chip::Days(Stretch { from: Some(from), to: Some(to) });
        return if from <= to { vec![whole] } else { Vec::new() };
    }
    let Some(day) = day(query) else { return Vec::new() };
    let stretches = [Stretch::one(day), Stretch { from: Some(day), to: None }, Stretch { from: None, to: Some(day) }];
    stretches.map(Chip::Days).to_vec()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        when::parse_day(text).unwrap()
    }

    #[test]
    fn a_status_brings_its_kind_and_goes_with_it() {
        let mut on = Filters::default();
        on.set(Chip::Area("TDP 4".into()));
        on.set(Chip::Status(Kind::Patrol, "active"));
        let patrols = [Chip::Kind(Kind::Patrol), Chip::Status(Kind::Patrol, "active"), Chip::Area("TDP 4".into())];
        assert_eq!(on.chips(), patrols);
        on.set(Chip::Kind(Kind::Incident));
        assert_eq!(on.chips(), [Chip::Kind(Kind::Incident), Chip::Area("TDP 4".into())]);
        on.set(Chip::Status(Kind::Incident, "closed"));
        on.drop(&Chip::Kind(Kind::Incident));
        assert_eq!(on.chips(), [Chip::Area("TDP 4".into())]);
        assert!(on.drop_last() && !on.drop_last());
    }

    #[test]
    fn what_is_not_finished_is_so_of_every_kind_and_never_void() {
        let mut on = Filters::default();
        on.next_status();
        on.set(Chip::Kind(Kind::Shift));
        assert_eq!(on.chips(), [Chip::Kind(Kind::Shift), Chip::Standing]);
        let asks = on.asks();
        assert_eq!((asks.open, asks.statuses.len(), asks.kind), (true, 0, Some(Kind::Shift)));
        for status in ["planned", "open", "closed"] {
            on.next_status();
            assert_eq!(on.asks().statuses, [status]);
        }
        on.next_status();
        assert_eq!(on.chips(), [Chip::Kind(Kind::Shift)]);
    }

    #[test]
    fn a_filter_becomes_chips_that_ask_for_the_same() {
        let mut on = Filters::default();
        on.set(Chip::Kind(Kind::Incident));
        on.set(Chip::Area("TDP 4".into()));
        on.set(Chip::Category("VICE.DRUU".into()));
        on.set(Chip::Days(Stretch { from: Some(day("2026-11-17")), to: Some(day("2026-11-20")) }));
        on.set(Chip::Rows(vec![7, 4]));
        assert_eq!(Filters::of(&on.asks()), on);
        assert_eq!(Filters::of(&Filter::default()).chips(), []);
    }

    #[test]
    fn days_are_meant_whole_and_two_ends_join() {
        let now = when::parse("2026-11-23T20:14:00+07:00").unwrap();
        let mut on = Filters::default();
        on.set(typed("17/11", now)[1].clone());
        on.set(typed("20/11", now)[2].clone());
        assert_eq!(on.chips(), [Chip::Days(Stretch { from: Some(day("2026-11-17")), to: Some(day("2026-11-20")) })]);
        let (from, to) = (on.asks().from.map(when::kept), on.asks().to.map(when::kept));
        assert_eq!(from.as_deref(), Some("2026-11-17T00:00:00+07:00"));
        assert_eq!(to.as_deref(), Some("2026-11-21T00:00:00+07:00"));
        assert_eq!(typed("17/11-20/11", now), on.chips());
        assert_eq!(typed("20/11 - 17/11", now), []);
        on.set(typed("10/11", now)[2].clone());
        assert_eq!(on.chips(), [Chip::Days(Stretch { from: None, to: Some(day("2026-11-10")) })]);
        assert_eq!(typed("tdp 4", now), []);
    }
}
