//! The work with the community in a period: what people told, what people were told, what was done together with others,
//! and what was handed in.

use serde_json::Value;

use super::table::{Indicator, Unit};
use super::tally::{Counted, Tally};
use crate::fault::Outcome;
use crate::logbook::Logbook;
use crate::record::when::Moment;
use crate::record::{Data, Kind};

const TIPS: Counted = Counted { kind: Kind::Tip, unit: Unit::Tip, lists: &["topic", "usable"], sums: &[] };
const OUTREACH: Counted = Counted {
    kind: Kind::Outreach,
    unit: Unit::Turn,
    lists: &["topic", "form"],
    sums: &[("attendance", Unit::PersonTurn, Data::count), ("leaflets", Unit::Leaflet, Data::count)],
};
const JOINT: Counted = Counted {
    kind: Kind::Joint,
    unit: Unit::Turn,
    lists: &["type"],
    sums: &[
        ("people", Unit::PersonTurn, Data::count),
        ("found", Unit::Instance, found),
        ("mended", Unit::Instance, mended),
    ],
};
const PROPERTY: Counted = Counted { kind: Kind::Property, unit: Unit::Instance, lists: &["type", "state"], sums: &[] };

pub(super) fn count(book: &Logbook, unit: &str, period: (Moment, Moment)) -> Outcome<Vec<Indicator>> {
    let mut table = Vec::new();
    for counted in [TIPS, OUTREACH, JOINT, PROPERTY] {
        let mut tally = Tally::new(counted);
        book.each_in_period(unit, counted.kind, period, |_, data| tally.add(data))?;
        table.push(tally.total());
        table.extend(tally.lists());
        table.extend(tally.sums());
    }
    Ok(table)
}

/// What joint work found that somebody has to mend.
fn found(joint: &Data, _: &str) -> u64 {
    joint.items("findings").len() as u64
}

/// What of it was mended.
fn mended(joint: &Data, _: &str) -> u64 {
    let is_mended = |finding: &&Value| finding.get("closed_on").is_some_and(Value::is_string);
    joint.items("findings").iter().filter(is_mended).count() as u64
}
