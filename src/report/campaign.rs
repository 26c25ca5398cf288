//! A campaign in words and bars: what was done of its plan, and its days. Numbers stand beside every bar.

use crate::figures::signals::Share;
use crate::record::Course;
use crate::text::number;
use crate::words::Words;

/// A bar of so many signs.
#[must_use]
pub fn bar(done: u64, planned: u64, signs: usize) -> String {
    let full = done.min(planned).saturating_mul(signs as u64).checked_div(planned).unwrap_or(0);
    let full = usize::try_from(full).unwrap_or(signs);
    format!("{}{}", "■".repeat(full), "□".repeat(signs - full))
}

/// Its quotas in a few signs: `TT 12/20 TR 3/10`.
#[must_use]
pub fn brief(shares: &[Share], words: &Words) -> String {
    let one = |share: &Share| {
        let (done, planned) = (share.done.to_string(), share.planned.to_string());
        words.with(&format!("campaign-{}", share.key), &[("done", &done), ("planned", &planned)])
    };
    shares.iter().map(one).collect::<Vec<_>>().join(" ")
}

/// How many days it has left, or until it begins.
#[must_use]
pub fn left(course: Course, words: &Words) -> String {
    match course {
        Course { ahead: 1.., .. } => words.with("campaign-ahead", &[("days", &course.ahead.to_string())]),
        Course { left: 1.., .. } => words.with("campaign-left", &[("days", &course.left.to_string())]),
        Course { left: 0, .. } => words.get("campaign-last-day").to_owned(),
        _ => words.get("campaign-over").to_owned(),
    }
}

/// A quota: bar, numbers and percent.
#[must_use]
pub fn share(share: Share, signs: usize) -> String {
    let percent = i64::try_from(share.done).ok().and_then(|done| number::percent(done, share.planned));
    let numbers = format!("{} {}/{}", bar(share.done, share.planned, signs), share.done, share.planned);
    percent.map_or_else(|| numbers.clone(), |percent| format!("{numbers} · {percent}"))
}

/// Its days: bar, numbers, and what is left.
#[must_use]
pub fn days(course: Course, signs: usize, words: &Words) -> String {
    let (over, all) = (course.over.unsigned_abs(), course.all.unsigned_abs());
    format!("{} {over}/{all} · {}", bar(over, all, signs), left(course, words))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::words::Lang;

    #[test]
    fn a_bar_is_full_when_all_is_done_and_never_longer() {
        assert_eq!(bar(0, 4, 8), "□□□□□□□□");
        assert_eq!(bar(1, 4, 8), "■■□□□□□□");
        assert_eq!(bar(39, 40, 8), "■■■■■■■□");
        assert_eq!(bar(41, 40, 8), "■■■■■■■■");
        assert_eq!(bar(3, 0, 8), "□□□□□□□□");
    }

    #[test]
    fn quotas_and_days_are_said_with_their_numbers() {
        let words = Words::new(Lang::Vi);
        let patrols = Share { key: "patrols", planned: 37, done: 31 };
        let checks = Share { key: "checks", planned: 4, done: 0 };
        assert_eq!(brief(&[patrols, checks], &words), "TT 31/37 KT 0/4");
        assert_eq!(share(patrols, 4), "■■■□ 31/37 · 83,78 %");
        let day = |ahead, over, left| days(Course { ahead, over, all: 10, left }, 5, &words);
        assert_eq!(day(3, 0, 12), "□□□□□ 0/10 · sau 3 ngày");
        assert_eq!(day(0, 4, 6), "■■□□□ 4/10 · còn 6 ngày");
        assert_eq!(day(0, 10, 0), "■■■■■ 10/10 · ngày cuối");
        assert_eq!(day(0, 10, -1), "■■■■■ 10/10 · đã hết hạn");
    }
}
