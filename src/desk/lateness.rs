//! Which week a post should have handed in by now, and how late it is. Weeks are counted as the desk counts them; a batch
//! takes everything along that was logged before it, so only the newest week that is here matters, not one left out.

use chrono::{NaiveDate, TimeDelta};

use crate::record::period::{Calendar, Week};
use crate::record::when::{self, Moment};

/// What a post owes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Due {
    /// The newest week that should be here by now.
    pub week: Week,
    /// Weeks up to it that are not here.
    pub late: u64,
    /// When the first of these was due.
    pub since: Option<Moment>,
}

/// What is known of a post.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Known<'a> {
    /// When the desk began with it.
    pub since: Moment,
    /// The newest week that is here, such as `2026-W47`.
    pub last: Option<&'a str>,
    /// The last day of the post itself, when it says that there is one.
    pub ended: Option<NaiveDate>,
}

/// What a post owes at this moment, when a week may come in so many days after its end; nothing before its first week is
/// due.
#[must_use]
pub fn due(known: Known<'_>, rule: &Calendar, days: i64, now: Moment) -> Option<Due> {
    let grace = TimeDelta::days(days);
    let mut week = Week::containing(now - grace, rule).previous(rule);
    if let Some(ended) = known.ended {
        let last = Week::containing(when::midnight(ended), rule);
        week = if last.from < week.from { last } else { week };
    }
    let began = Week::containing(known.since, rule);
    // A week that is yet to come says nothing: whoever writes it could else not be late any more.
    let here = known.last.and_then(|name| Week::parse(name, rule)).filter(|here| here.from <= now);
    if week.from < began.from {
        return None;
    }
    // What was before the desk knew the post is nobody's debt.
    let first = here.map(|here| Week::containing(here.to, rule)).filter(|next| next.from > began.from).unwrap_or(began);
    let late = week.since(&first) + 1;
    let late = u64::try_from(late).unwrap_or(0);
    Some(Due { week, late, since: (late > 0).then(|| first.to + grace) })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn at(text: &str) -> Moment {
        when::parse(&format!("{text}:00+07:00")).unwrap()
    }

    fn owed(last: Option<&str>, ended: Option<&str>, now: &str) -> Option<(String, u64, Option<Moment>)> {
        let ended = ended.map(|day| day.parse().unwrap());
        let known = Known { since: at("2026-11-04T10:00"), last, ended };
        due(known, crate::record::rulebook::Rulebook::builtin().calendar(), 2, at(now))
            .map(|due| (due.week.name(), due.late, due.since))
    }

    #[test]
    fn a_week_is_due_some_days_after_it_ended() {
        let week = |name: &str, late, since: Option<&str>| Some((name.to_owned(), late, since.map(at)));
        // Week 47 ends with the night to Monday the 23rd.
        assert_eq!(owed(Some("2026-W46"), None, "2026-11-24T23:59"), week("2026-W46", 0, None));
        assert_eq!(owed(Some("2026-W46"), None, "2026-11-25T00:00"), week("2026-W47", 1, Some("2026-11-25T00:00")));
        assert_eq!(owed(Some("2026-W47"), None, "2026-11-25T00:00"), week("2026-W47", 0, None));
        assert_eq!(owed(Some("2026-W44"), None, "2026-11-25T08:00"), week("2026-W47", 3, Some("2026-11-11T00:00")));
        // Handed in before it was over, as before a holiday.
        assert_eq!(owed(Some("2026-W48"), None, "2026-11-27T08:00"), week("2026-W47", 0, None));
    }

    #[test]
    fn a_new_post_owes_from_the_week_on_in_which_it_was_trusted() {
        assert_eq!(owed(None, None, "2026-11-10T23:00"), None);
        assert_eq!(
            owed(None, None, "2026-11-11T00:00").map(|(name, late, _)| (name, late)),
            Some(("2026-W45".into(), 1))
        );
        assert_eq!(owed(None, None, "2026-11-25T08:00").map(|(_, late, _)| late), Some(3));
    }

    #[test]
    fn a_post_that_has_ended_owes_up_to_its_last_week() {
        let ended = |last, now: &str| owed(Some(last), Some("2026-11-12"), now).map(|(name, late, _)| (name, late));
        assert_eq!(ended("2026-W45", "2026-12-30T08:00"), Some(("2026-W46".into(), 1)));
        assert_eq!(ended("2026-W46", "2026-12-30T08:00"), Some(("2026-W46".into(), 0)));
    }

    #[test]
    fn a_week_of_another_year_or_no_week_at_all_excuses_nobody() {
        for last in ["2030-W01", "x", "2026-W99"] {
            assert_eq!(owed(Some(last), None, "2026-11-25T08:00").map(|(_, late, _)| late), Some(3), "{last}");
        }
    }
}
