//! The week in one line, for the board: asked for at every glance, so it reads no more than it shows.

use super::{Level, Logbook, Moment, Outcome, Right, State, Timer, Week, Who, at_post, due, is_acknowledged, look};

/// So many of the newest unsealed entries are looked at.
const MOST: u64 = 500;

/// Where the week stands that is due.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Brief {
    /// The week.
    pub week: Week,
    /// Where it stands.
    pub state: State,
    /// Entries that no batch holds yet.
    pub unsealed: u64,
    /// Findings on the records among the newest of them: errors, holds, warnings.
    pub findings: [u64; 3],
    /// There are older ones that were not looked at.
    pub more: bool,
}

/// The week that is due, with what the rules say about the newest records that no batch holds.
///
/// # Errors
/// E021, E129; those of the database.
pub fn brief(book: &Logbook, who: &Who, now: Moment) -> Outcome<Brief> {
    who.need(Right::Read)?;
    at_post(book)?;
    let week = due(book, now)?;
    let mut state = State::Open;
    for sealed in book.sealed_for(&week.name())? {
        let known = is_acknowledged(book, &sealed)?;
        state = if known && state != State::Sealed { State::Acknowledged } else { State::Sealed };
    }
    let (mut unsealed, mut records, mut looked) = (0, Vec::new(), 0);
    for part in book.unsealed()?.into_iter().rev() {
        unsealed += part.to - part.from.seq;
        let first = part.from.seq.max(part.to.saturating_sub(MOST - looked)) + 1;
        looked += part.to + 1 - first;
        for record in book.records_between(&part.journal, (first, part.to))? {
            if !records.contains(&record) {
                records.push(record);
            }
        }
    }
    let mut findings = [0; 3];
    for finding in look::checked(book, &records, &Timer::of(book, now))?.iter().flat_map(|checked| &checked.findings) {
        let [errors, holds, warnings] = &mut findings;
        *match finding.level() {
            Level::Error => errors,
            Level::Hold => holds,
            Level::Warning => warnings,
        } += 1;
    }
    Ok(Brief { week, state, unsealed, findings, more: looked < unsealed })
}
