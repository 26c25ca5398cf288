//! The campaigns of the made-up ward: what is done while one runs mostly names it, so that its plan can be counted.

use serde_json::{Map, Value};
use uuid::Uuid;

use super::community::Made;
use crate::record::Kind;

/// Every so many records of a campaign's days are everyday work that names none.
const EVERYDAY: u64 = 3;

/// Those that were written down and aren't over.
#[derive(Debug, Default)]
pub(super) struct Campaigns {
    /// The newest last.
    known: Vec<Running>,
    named: u64,
}

/// A campaign's record and its days, as records write them: text in which days come in their order.
#[derive(Debug)]
struct Running {
    record: Uuid,
    from: String,
    to: String,
}

impl Campaigns {
    /// Remembers a campaign.
    pub fn begin(&mut self, record: Uuid, fields: &Map<String, Value>) {
        if let Some((from, to)) = text(fields, "from").zip(text(fields, "to")) {
            self.known.retain(|campaign| campaign.to.as_str() >= from);
            self.known.push(Running { record, from: from.into(), to: to.into() });
        }
    }

    /// A patrol names the campaign in whose days it was planned.
    pub fn patrolled(&mut self, fields: &mut Map<String, Value>) {
        let campaign = text(fields, "planned_start").map(str::to_owned).and_then(|at| self.on(&at));
        fields.extend(campaign.map(field));
    }

    /// Outreach and joint work name the campaign in whose days they were done, also when they are told anew.
    pub fn worked(&mut self, made: &mut Made) {
        if !matches!(made.kind, Kind::Outreach | Kind::Joint) {
            return;
        }
        let campaign = text(&made.fields, "date").map(str::to_owned).and_then(|day| self.on(&day));
        let later = made.later.as_mut().map(|(_, _, fields)| fields);
        for fields in later.into_iter().chain([&mut made.fields]) {
            fields.extend(campaign.map(field));
        }
    }

    /// The newest campaign on the day that a time begins with, unless this is everyday work.
    fn on(&mut self, time: &str) -> Option<Uuid> {
        let day = time.get(..10)?;
        let on = |campaign: &&Running| (campaign.from.as_str()..=campaign.to.as_str()).contains(&day);
        let record = self.known.iter().rev().find(on)?.record;
        self.named += 1;
        (!self.named.is_multiple_of(EVERYDAY)).then_some(record)
    }
}

fn text<'a>(fields: &'a Map<String, Value>, key: &str) -> Option<&'a str> {
    fields.get(key)?.as_str()
}

fn field(campaign: Uuid) -> (String, Value) {
    ("campaign".into(), Value::from(campaign.to_string()))
}
