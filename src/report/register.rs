//! Registers in words: what stands in each column of a kind's records, the same on the screen, in lines and in files.

use serde_json::Value;
use uuid::Uuid;

use super::{campaign, clock, names};
use crate::figures::signals::Share;
use crate::logbook::{Badge, Row};
use crate::record::clock::{Clock, State};
use crate::record::when::{self, Moment};
use crate::record::{Column, Data, Field, Kind, Shape, Shows, course, fields};
use crate::text::{clean, number};
use crate::words::{Words, value_id};

/// A record of a list, with what its register tells of it.
#[derive(Debug, Clone, PartialEq)]
pub struct Entry {
    /// What any list shows.
    pub row: Row,
    /// What its columns are made of; only where one kind is listed.
    pub told: Option<Box<Told>>,
}

/// What the columns of a record are made of.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Told {
    /// Its facts.
    pub data: Data,
    /// Its legal clocks.
    pub clocks: Vec<Clock>,
    /// What a campaign has done.
    pub progress: Vec<Share>,
    /// Human numbers of the records that columns name.
    pub numbers: Vec<(Uuid, String)>,
    /// Officers of another post that columns name, as a desk knows them.
    pub officers: Vec<Badge>,
}

impl From<Row> for Entry {
    fn from(row: Row) -> Self {
        Self { row, told: None }
    }
}

/// What reading a cell needs: the wording, the moment, and how officers are called.
#[derive(Clone, Copy)]
pub struct Reader<'a> {
    /// The wording.
    pub words: &'a Words,
    /// The moment by which clocks are told.
    pub now: Moment,
    /// The name of an officer, by the id.
    pub officer: &'a dyn Fn(&str) -> String,
}

/// The heading of a column.
#[must_use]
pub fn heading(column: &Column, words: &Words) -> String {
    words.get(&format!("register-{}", column.name)).to_owned()
}

impl Reader<'_> {
    /// What stands in a column of a record; nothing where it isn't known.
    #[must_use]
    pub fn cell(&self, kind: Kind, column: &Column, entry: &Entry) -> String {
        let row = &entry.row;
        match (column.shows, &entry.told) {
            (Shows::State, _) => {
                row.status.as_deref().map(|status| names::status(&row.kind, status, self.words)).unwrap_or_default()
            }
            (Shows::Main, _) => main_time(kind, row.at),
            (_, None) => String::new(),
            (shows, Some(told)) => self.told(kind, column, (shows, told)),
        }
    }

    fn told(&self, kind: Kind, column: &Column, (shows, told): (Shows, &Told)) -> String {
        let data = &told.data;
        match shows {
            Shows::Field(path) => {
                let value = column.field(kind).map(|field| self.value(field, data.get(path), told));
                value.unwrap_or_default()
            }
            Shows::Span(from, to) => span(data, from, to),
            Shows::Share(part, whole) => share(data.get(part), data.get(whole)),
            Shows::Counted(count) => count(data).map(|(part, all)| format!("{part}/{all}")).unwrap_or_default(),
            Shows::Areas(areas) => areas(data).into_iter().map(clean::shown).collect::<Vec<_>>().join(", "),
            Shows::Clock => self.clock(&told.clocks),
            Shows::Progress => campaign::brief(&told.progress, self.words),
            Shows::Left => {
                let today = self.now.with_timezone(&when::zone()).date_naive();
                course(data, today).map(|course| campaign::left(course, self.words)).unwrap_or_default()
            }
            Shows::Main | Shows::State => String::new(),
        }
    }

    fn value(&self, field: &Field, value: &Value, told: &Told) -> String {
        match (field.shape, value) {
            (_, Value::Null | Value::Bool(_)) => String::new(),
            (Shape::One(choice), Value::String(code)) if choice.values.contains(&code.as_str()) => {
                self.words.get(&value_id(choice.name, code)).to_owned()
            }
            (Shape::Category, Value::String(code)) => names::category(code, self.words),
            (Shape::Officer, Value::String(id)) => self.called(id, &told.officers),
            (Shape::Record, Value::String(id)) => self.named(id, &told.numbers),
            (Shape::When, Value::String(text)) => when::parse(text).map_or_else(|| clean::shown(text), minute),
            (Shape::Day, Value::String(text)) => when::parse_day(text).map_or_else(|| clean::shown(text), number::day),
            (_, Value::String(text)) => clean::shown(text),
            (_, Value::Number(count)) => count.as_u64().map(number::grouped).unwrap_or_default(),
            (_, Value::Array(items)) => some(items.len() as u64),
            (_, Value::Object(group)) => some(group.values().filter_map(Value::as_u64).sum()),
        }
    }

    /// How an officer is called: by name at the post, by rank, role and number at a desk.
    fn called(&self, id: &str, officers: &[Badge]) -> String {
        let known = officers.iter().find(|badge| Uuid::try_parse(id).is_ok_and(|id| id == badge.id));
        known.map_or_else(|| clean::shown(&(self.officer)(id)), |badge| names::badge(badge, self.words))
    }

    /// The short number of a record that is named, or that it isn't here.
    fn named(&self, id: &str, numbers: &[(Uuid, String)]) -> String {
        let known = numbers.iter().find(|(known, _)| Uuid::try_parse(id).is_ok_and(|id| id == *known));
        let elsewhere = || self.words.get("register-elsewhere").to_owned();
        known.map_or_else(elsewhere, |(_, number)| names::tiny(number))
    }

    /// The clock that runs out first; where none runs, that something was done late.
    fn clock(&self, clocks: &[Clock]) -> String {
        let first = clocks.iter().filter(|clock| clock.is_running()).min_by_key(|clock| clock.due);
        let late = || clocks.iter().find(|clock| clock.state == State::Late);
        let said = |one: &Clock| match one.state {
            State::Late => self.words.get("register-clock-late").to_owned(),
            _ => format!("{} {}", clock::mark(one).trim(), clock::left(one, self.now, self.words)),
        };
        first.or_else(late).map(said).unwrap_or_default().trim_start().to_owned()
    }
}

/// A number, unless there is nothing to count.
fn some(count: u64) -> String {
    if count == 0 { String::new() } else { number::grouped(count) }
}

/// The day where the kind's main time is one, else the minute.
fn main_time(kind: Kind, at: Moment) -> String {
    let of = |key: &&str| fields(kind).iter().find(|field| field.key == *key).map(|field| field.shape);
    match kind.main_times().first().and_then(of) {
        Some(Shape::Day) => number::day(at.with_timezone(&when::zone()).date_naive()),
        _ => minute(at),
    }
}

fn minute(at: Moment) -> String {
    at.with_timezone(&when::zone()).format("%d/%m %H:%M").to_string()
}

/// One number of another, as people write a part of a whole.
fn share(part: &Value, whole: &Value) -> String {
    let said = |value: &Value| value.as_u64().map_or_else(|| "?".to_owned(), number::grouped);
    if part.is_null() && whole.is_null() { String::new() } else { format!("{}/{}", said(part), said(whole)) }
}

/// Two days or two moments; what they have in common is said once.
fn span(data: &Data, from: &str, to: &str) -> String {
    if let Some((from, to)) = data.day(from).zip(data.day(to)) {
        let same = from.format("%Y").to_string() == to.format("%Y").to_string();
        let first = if same { from.format("%d/%m").to_string() } else { number::day(from) };
        return format!("{first}-{}", number::day(to));
    }
    let at = |path: &str| data.when(path).map(|at| at.with_timezone(&when::zone()));
    match (at(from), at(to)) {
        (Some(from), Some(to)) => format!("{}-{}", from.format("%d/%m %H:%M"), to.format("%H:%M")),
        (Some(from), None) => format!("{}-", from.format("%d/%m %H:%M")),
        _ => String::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;
    use serde_json::json;

    /// The cells of a record by their names, blank ones left out.
    fn cells(kind: Kind, status: Option<&str>, fields: Value) -> Vec<(&'static str, String)> {
        let Value::Object(fields) = fields else { panic!("no object") };
        let data = Data::join(kind, fields, None);
        let row = Row {
            row: 1,
            record: Uuid::nil(),
            unit: "P2".into(),
            kind: kind.name().into(),
            number: format!("P2-{}-2026-000001", kind.code()),
            title: None,
            area: None,
            category: None,
            status: status.map(str::to_owned),
            at: data.main_time(kind).unwrap_or_default(),
            void: false,
            hidden: 0,
        };
        let numbers = vec![(Uuid::from_u128(7), "P2-VV-2026-000124".to_owned())];
        let entry = Entry { row, told: Some(Box::new(Told { data, numbers, ..Told::default() })) };
        let words = Words::new(Lang::Vi);
        let now = when::parse("2026-11-23T20:14:00+07:00").unwrap_or_default();
        let reader = Reader { words: &words, now, officer: &|_| "Lê Văn Tám".to_owned() };
        let all = kind.columns().iter().map(|column| (column.name, reader.cell(kind, column, &entry)));
        all.filter(|(_, text)| !text.is_empty()).collect()
    }

    fn said<'a>(cells: &'a [(&'static str, String)]) -> Vec<(&'a str, &'a str)> {
        cells.iter().map(|(name, text)| (*name, text.as_str())).collect()
    }

    #[test]
    fn every_column_has_a_heading_that_fits() {
        for words in Lang::ALL.map(Words::new) {
            for (kind, column) in Kind::ALL.into_iter().flat_map(|kind| kind.columns().iter().map(move |c| (kind, c))) {
                let heading = heading(column, &words);
                assert!(!heading.starts_with("register-"), "{kind}.{}", column.name);
                assert!(crate::text::wrap::width(&heading) <= column.width, "{kind}: {heading}");
            }
        }
    }

    #[test]
    fn a_register_tells_what_matters_for_its_kind() {
        let units = json!({"total": 285, "working": 88});
        let model = json!({"type": "cameras", "area": "TDP 4", "units": units, "checked_on": "2026-11-20"});
        let model = cells(Kind::Model, Some("weak"), model);
        let wanted = [
            ("state", "hoạt động yếu"),
            ("units", "88/285"),
            ("checked", "20/11/2026"),
            ("area", "TDP 4"),
            ("type", "camera an ninh"),
        ];
        assert_eq!(said(&model), wanted);
        let at = |time: &str| format!("2026-11-23T{time}:00+07:00");
        let patrol = cells(
            Kind::Patrol,
            Some("done"),
            json!({"started_at": at("20:02"), "route": [{"area": "TDP 4"}, {"area": "TDP 7"}],
                "headcount": {"police": 2, "grassroots": 3}, "results": {"reminders": 2}, "observations": [{}]}),
        );
        assert_eq!(
            said(&patrol)[..4],
            [("at", "23/11 20:02"), ("route", "TDP 4, TDP 7"), ("people", "5"), ("reminders", "2")]
        );
        let tip = json!({"received_at": at("09:00"), "topic": "drugs", "incident": Uuid::from_u128(7).to_string()});
        assert!(said(&cells(Kind::Tip, None, tip)).contains(&("led", "VV-124")));
        let tip = json!({"received_at": at("09:00"), "incident": Uuid::from_u128(8).to_string()});
        assert!(said(&cells(Kind::Tip, None, tip)).contains(&("led", "nơi khác")));
        let findings = json!([{"text": "a", "closed_on": "2026-11-21"}, {"text": "b", "closed_on": null}]);
        let joint = cells(Kind::Joint, Some("open"), json!({"date": "2026-11-20", "findings": findings}));
        assert!(said(&joint).contains(&("open", "1/2")));
        let campaign = cells(Kind::Campaign, None, json!({"from": "2026-12-15", "to": "2027-02-20"}));
        assert!(said(&campaign).contains(&("period", "15/12/2026-20/02/2027")));
        assert!(said(&campaign).contains(&("left", "sau 22 ngày")));
    }

    #[test]
    fn what_is_not_known_is_blank_or_a_question_mark() {
        let half = cells(Kind::Model, None, json!({"units": {"total": 285, "working": null}}));
        assert_eq!(said(&half), [("units", "?/285")]);
        assert_eq!(share(&Value::Null, &Value::Null), "");
    }
}
