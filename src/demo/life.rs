//! The made-up ward lives: what was planned is written down in the order of time, and open matters go on.

use std::cmp::Reverse;
use std::collections::{BinaryHeap, VecDeque};

use serde_json::{Map, Value};
use uuid::Uuid;

use super::campaign::Campaigns;
use super::dice::Dice;
use super::incident::{self, Report};
use super::material::Material;
use super::mint::StoryMint;
use super::plan::{Plan, Planned, Stretch};
use super::story::{self, Step, Story};
use super::tale::{Tale, Teller};
use super::{community, patrol, shift};
use crate::fault::{Fault, Outcome};
use crate::journal::{Act, Mint};
use crate::logbook::{Appended, Logbook, New};
use crate::record::period::Week;
use crate::record::{self, Kind, Level, Lookup, when};

/// Steps written in one transaction.
const SLICE: usize = 1000;
/// A shift hands on at most so many open matters by name.
const HANDED_ON: usize = 40;

/// The made-up ward, at some moment of its life.
pub struct Ward {
    plan: Plan,
    weeks: VecDeque<Week>,
    start: i64,
    dice: Dice,
    mint: StoryMint,
    people: People,
    queue: BinaryHeap<Reverse<Event>>,
    duty: Option<Duty>,
    /// What is open, each with the item as which it is handed over.
    open: VecDeque<(Uuid, &'static str)>,
    found: Option<patrol::Found>,
    campaigns: Campaigns,
    teller: Teller,
    count: u64,
    papers: u64,
    written: u64,
}

/// Something that is due; earlier ones first, then in the order in which they were planned.
struct Event {
    at: i64,
    n: u64,
    what: What,
}

enum What {
    Planned(Planned),
    Story(Box<Story>),
    Later(Box<Later>),
}

/// The version of a record that follows.
struct Later {
    kind: Kind,
    record: Uuid,
    base: u64,
    why: &'static str,
    fields: Map<String, Value>,
}

impl PartialEq for Event {
    fn eq(&self, other: &Self) -> bool {
        (self.at, self.n) == (other.at, other.n)
    }
}

impl Eq for Event {}

impl PartialOrd for Event {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Event {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        (self.at, self.n).cmp(&(other.at, other.n))
    }
}

/// The shift that is open, and who is on it.
struct Duty {
    record: Uuid,
    fields: Map<String, Value>,
    officer: Uuid,
    commander: Uuid,
}

/// Who and where: what records refer to.
#[derive(Default)]
struct People {
    officers: Vec<Uuid>,
}

impl Lookup for People {
    fn area(&self, text: &str) -> Option<String> {
        Material::builtin().ward.areas.iter().find(|area| area.code == text).map(|area| area.code.clone())
    }

    fn officer(&self, text: &str) -> Option<Uuid> {
        Uuid::try_parse(text).ok().filter(|id| self.officers.contains(id))
    }

    fn record(&self, text: &str) -> Option<Uuid> {
        Uuid::try_parse(text).ok()
    }
}

impl Ward {
    /// A ward before its first day.
    #[must_use]
    pub fn new(plan: Plan) -> Self {
        let weeks: VecDeque<Week> = plan.weeks().into();
        let start = weeks.front().map_or(0, |week| when::seconds(week.from));
        Self {
            weeks,
            start,
            dice: Dice::new(plan.seed, 0),
            mint: StoryMint::new(start, plan.seed),
            people: People::default(),
            queue: BinaryHeap::new(),
            duty: None,
            open: VecDeque::new(),
            found: None,
            campaigns: Campaigns::default(),
            teller: Teller::default(),
            count: 0,
            papers: 0,
            written: 0,
            plan,
        }
    }

    /// The same with another tale.
    #[must_use]
    pub fn telling(self, tale: Tale) -> Self {
        let until = when::seconds(self.plan.until);
        Self { teller: Teller::new(tale, until), ..self }
    }

    /// Time, ids and salts as the story has them now.
    pub fn mint(&mut self) -> &mut dyn Mint {
        &mut self.mint
    }

    /// Who writes; the first is the commander who founded the logbook.
    pub fn staff(&mut self, officers: Vec<Uuid>) {
        self.people.officers = officers;
    }

    /// Weeks that are still to come.
    #[must_use]
    pub fn weeks_left(&self) -> usize {
        self.weeks.len()
    }

    /// Moves the clock to the morning after the week that was lived last, when it is sealed.
    pub fn reach(&mut self, at: when::Moment) {
        self.mint.reach(when::seconds(at));
    }

    /// Lives the next week and writes it down in slices; none when all weeks were lived. `progress` hears how many
    /// records there are so far, and may end it with a fault.
    ///
    /// # Errors
    /// Those of the disk; what `progress` said.
    pub fn live(&mut self, book: &Logbook, progress: &mut dyn FnMut(u64) -> Outcome<()>) -> Outcome<Option<Week>> {
        let Some(week) = self.weeks.pop_front() else { return Ok(None) };
        let until = when::seconds(self.plan.until);
        let (from, to) = (when::seconds(week.from), when::seconds(week.to).min(until));
        let records = self.plan.share(self.start, to) - self.plan.share(self.start, from);
        let stretch = Stretch { from, to, until };
        let records =
            if from == self.start { records - self.begin(self.teller.most_standing(records)) } else { records };
        for (at, planned) in stretch.plan(&mut self.dice, records, self.plan.shift_hours()) {
            let told = self.teller.turn(at, planned);
            self.due(at, What::Planned(told));
        }
        let end = if self.weeks.is_empty() { until } else { to - 1 };
        while self.queue.peek().is_some_and(|Reverse(event)| event.at <= end) {
            book.write(|book| self.slice(book, end))?;
            progress(self.written)?;
        }
        Ok(Some(week))
    }

    /// Plans what there is from the first days on, at most so many records; how many those are.
    fn begin(&mut self, most: u64) -> u64 {
        let mut count = 0;
        for (work, case, area) in community::standing().take(usize::try_from(most).unwrap_or(0)) {
            let at = self.start + self.dice.seconds(8 * 3600, 34 * 3600);
            self.due(at, What::Planned(Planned::Standing(work, case, area)));
            count += 1;
        }
        count
    }

    fn slice(&mut self, book: &Logbook, end: i64) -> Outcome<()> {
        for _ in 0..SLICE {
            if self.queue.peek().is_none_or(|Reverse(event)| event.at > end) {
                break;
            }
            let Some(Reverse(event)) = self.queue.pop() else { break };
            self.mint.reach(event.at);
            match event.what {
                What::Planned(Planned::Turn) => self.turn(book, event.at)?,
                What::Planned(Planned::Incident { pattern, reported, settled }) => {
                    self.incident(book, event.at, (pattern, reported, settled))?;
                }
                What::Planned(Planned::Patrol { start, end, cancelled }) => {
                    self.patrol(book, (start, end, cancelled))?;
                }
                What::Planned(Planned::Work(work)) => {
                    let officer = self.officer();
                    let made = community::make(&mut self.dice, work, event.at, officer);
                    self.work(book, made)?;
                }
                What::Planned(Planned::Standing(work, case, area)) => {
                    let officer = self.officer();
                    let made = community::found(&mut self.dice, (work, case, area), event.at, officer);
                    self.work(book, made)?;
                }
                What::Later(later) => self.change(book, &later)?,
                What::Story(story) => self.go_on(book, *story, event.at)?,
            }
        }
        Ok(())
    }

    fn due(&mut self, at: i64, what: What) {
        self.count += 1;
        self.queue.push(Reverse(Event { at, n: self.count, what }));
    }

    /// One shift hands over to the next.
    fn turn(&mut self, book: &Logbook, at: i64) -> Outcome<()> {
        if let Some(duty) = self.duty.take() {
            let mut fields = duty.fields;
            let left: Vec<_> = self.open.iter().rev().take(HANDED_ON).copied().collect();
            fields.extend(shift::closed(self.mint.seconds(), &left));
            let why = self.dice.text(&Material::builtin().ward.shift.handover);
            self.duty = Some(Duty { fields: Map::new(), ..duty });
            self.put(book, Kind::Shift, Entry { base: Some(1), why: Some(why), ..Entry::on(duty.record, fields) })?;
            self.duty = None;
        }
        let n = usize::try_from(at.div_euclid(12 * 3600)).unwrap_or(0);
        let officers = &self.people.officers;
        let member = |n: usize| officers.get(n % officers.len().max(1)).copied().unwrap_or_default();
        // The first and the third of the list are commanders.
        let (commander, first, second) = (member(2 * (n % 2)), member(3 + n % 5), member(3 + (n + 2) % 5));
        let hours = self.plan.shift_hours().unwrap_or(12);
        let fields = shift::opened(&mut self.dice, self.mint.seconds(), hours, commander, &[first, second]);
        let record = self.mint.id();
        self.duty = Some(Duty { record, fields: fields.clone(), officer: first, commander });
        self.put(book, Kind::Shift, Entry { outside: true, ..Entry::on(record, fields) })?;
        Ok(())
    }

    fn incident(&mut self, book: &Logbook, at: i64, what: (usize, i64, bool)) -> Outcome<()> {
        let (pattern, reported, settled) = what;
        let officer = self.officer();
        self.papers += 1;
        let report = Report { pattern, reported, logged: at, settled, officer, paper: self.papers };
        let mut made = incident::make(&mut self.dice, &report);
        self.teller.calm(&mut made.fields);
        let record = self.mint.id();
        self.put(book, Kind::Incident, Entry::on(record, made.fields.clone()))?;
        if made.fields.get("channel").and_then(Value::as_str) == Some("patrol") {
            let title = made.fields.get("title").and_then(Value::as_str).unwrap_or_default().to_owned();
            self.found = Some(patrol::Found { at: reported, record, title });
        }
        let steps = story::steps(&mut self.dice, at, settled, &made.fields);
        let steps = self.teller.go_on(at, steps, settled);
        self.later(Story { record, version: 1, fields: made.fields, ending: made.ending, steps });
        Ok(())
    }

    fn later(&mut self, story: Story) {
        if let Some((at, _)) = story.steps.last() {
            self.due(*at, What::Story(Box::new(story)));
        }
    }

    fn go_on(&mut self, book: &Logbook, mut story: Story, at: i64) -> Outcome<()> {
        let Some((_, step)) = story.steps.pop() else { return Ok(()) };
        let texts = &Material::builtin().ward.later;
        let mut entry = Entry::on(story.record, Map::new());
        match step {
            Step::Note => (entry.act, entry.fields) = (Act::Note, story::note(&mut self.dice)),
            Step::Event(event) => (entry.act, entry.fields) = (Act::Note, story::event(event, at)),
            Step::Void => {
                (entry.act, entry.base) = (Act::Void, Some(story.version));
                entry.why = Some(self.dice.text(&texts.voiding));
            }
            Step::End | Step::Mend(_) => {
                story.fields.extend(story.changes(&mut self.dice, step, at));
                (entry.base, entry.fields) = (Some(story.version), story.fields.clone());
                entry.why = Some(if let Step::Mend(m) = step { &m.why } else { self.dice.text(&texts.closing) });
            }
        }
        let version = entry.fields.contains_key("category");
        let appended = self.put(book, Kind::Incident, entry)?;
        if version {
            story.version = appended.rev;
        }
        self.later(story);
        Ok(())
    }

    fn patrol(&mut self, book: &Logbook, (start, end, cancelled): (i64, Option<i64>, bool)) -> Outcome<()> {
        let found = self.found.take_if(|found| start <= found.at && end.is_some_and(|end| found.at <= end));
        let tour = patrol::Tour { start, end, cancelled, leader: self.officer(), found };
        let mut fields = patrol::make(&mut self.dice, &tour);
        self.teller.shape(Kind::Patrol, start, &mut fields);
        self.campaigns.patrolled(&mut fields);
        let record = self.mint.id();
        self.put(book, Kind::Patrol, Entry::on(record, fields)).map(drop)
    }

    fn work(&mut self, book: &Logbook, made: Option<community::Made>) -> Outcome<()> {
        let Some(mut made) = made else { return Ok(()) };
        let (kind, record, at) = (made.kind, self.mint.id(), self.mint.seconds());
        self.teller.bend(kind, at, &mut made);
        self.campaigns.worked(&mut made);
        if kind == Kind::Campaign {
            self.campaigns.begin(record, &made.fields);
        }
        self.put(book, kind, Entry::on(record, made.fields))?;
        if let Some((at, why, fields)) = made.later {
            self.due(at, What::Later(Box::new(Later { kind, record, base: 1, why, fields })));
        }
        Ok(())
    }

    fn change(&mut self, book: &Logbook, later: &Later) -> Outcome<()> {
        let entry =
            Entry { base: Some(later.base), why: Some(later.why), ..Entry::on(later.record, later.fields.clone()) };
        let rev = self.put(book, later.kind, entry)?.rev;
        if let Some((at, fields)) = self.teller.look_again(later.kind, self.mint.seconds(), &later.fields) {
            self.due(at, What::Later(Box::new(Later { base: rev, fields, ..*later })));
        }
        Ok(())
    }

    fn officer(&self) -> Uuid {
        self.duty.as_ref().map(|duty| duty.officer).or(self.people.officers.get(1).copied()).unwrap_or_default()
    }

    /// Appends one entry by whom it becomes: later versions and voids are the commander's.
    fn put(&mut self, book: &Logbook, kind: Kind, entry: Entry) -> Outcome<Appended> {
        let at = self.mint.now();
        let act = if entry.act == Act::Create && entry.base.is_some() { Act::Amend } else { entry.act };
        let data = if act.is_version() { self.cleaned(kind, &entry.fields, at)? } else { record::Data(entry.fields) };
        let over = matches!(act, Act::Amend | Act::Void);
        let commander = self.duty.as_ref().map(|duty| duty.commander).or(self.people.officers.first().copied());
        let by = if over { commander.unwrap_or_default() } else { self.officer() };
        let shift = self.duty.as_ref().map(|duty| duty.record).filter(|_| !entry.outside);
        let id = self.mint.id();
        let (record, base, why) = (entry.record, entry.base, entry.why);
        self.keep_open(kind, record, (act, &data));
        let new = New { id, at, by, shift, act, kind, record, base, why, data };
        let appended = book.append(&new, &mut self.mint)?;
        self.written += u64::from(act == Act::Create);
        Ok(appended)
    }

    /// Remembers what is open, to be handed from shift to shift.
    fn keep_open(&mut self, kind: Kind, record: Uuid, (act, data): (Act, &record::Data)) {
        let Some((item, standing)) = kind.handed().zip(kind.standing()).filter(|_| act != Act::Note) else { return };
        let is_open = act.is_version() && (standing.of)(data).is_some_and(|state| standing.open.contains(&state));
        let known = self.open.iter().any(|(open, _)| *open == record);
        if is_open && !known {
            self.open.push_back((record, item));
        } else if !is_open {
            self.open.retain(|(open, _)| *open != record);
        }
    }

    fn cleaned(&self, kind: Kind, fields: &Map<String, Value>, at: when::Moment) -> Outcome<record::Data> {
        let (data, findings) = record::clean(kind, fields, &self.people, at);
        match findings.iter().find(|finding| finding.level() == Level::Error) {
            Some(finding) => Err(Fault::bug(format!("{} {}", finding.code, finding.path))),
            None => Ok(data),
        }
    }
}

/// One entry in the making; a create unless it has a base.
struct Entry {
    act: Act,
    record: Uuid,
    fields: Map<String, Value>,
    base: Option<u64>,
    why: Option<&'static str>,
    /// It belongs to no shift, being one.
    outside: bool,
}

impl Entry {
    fn on(record: Uuid, fields: Map<String, Value>) -> Self {
        Self { act: Act::Create, record, fields, base: None, why: None, outside: false }
    }
}
