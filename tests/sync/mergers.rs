//! Posts that are late, and posts that were merged into another.

use serde_json::{Value, json};
use trucban::acts::session::Founded;
use trucban::acts::{desk, write};
use trucban::desk::{Counted, value};
use trucban::journal::Mint as _;
use trucban::record::when;

use crate::common::object;
use crate::many::{self, Many};
use crate::two::{Two, result};

#[test]
fn a_post_is_late_from_two_days_after_the_week_on_until_it_is_here() {
    let mut two = Two::new();
    two.log("Một");
    let out = two.out("out");
    let week = |two: &mut Two, week: &'static str| {
        let export = trucban::acts::week::Export {
            week: Some(week),
            which: trucban::acts::week::Which::Due,
            out: Some(&out),
            persons: false,
            despite: None,
        };
        let done = trucban::acts::week::export(&two.post.book, &two.post.who, &export, &mut two.clock, &mut |_| Ok(()));
        done.unwrap().file
    };
    // Trusted on Monday of week 48.
    let late = |two: &Two, now: &str| two.posts_at(now)[0].due.map(|due| (due.week.name(), due.late));
    assert_eq!(late(&two, "2026-11-30T09:00:00+07:00"), None);
    assert_eq!(late(&two, "2026-12-02T09:00:00+07:00"), Some(("2026-W48".into(), 1)));
    let file = week(&mut two, "2026-W48");
    assert_eq!(two.receive_one(&file), result("merged", None));
    assert_eq!(late(&two, "2026-12-02T09:00:00+07:00"), Some(("2026-W48".into(), 0)));
    assert_eq!(late(&two, "2026-12-17T09:00:00+07:00"), Some(("2026-W50".into(), 2)));
    let since = two.posts_at("2026-12-17T09:00:00+07:00")[0].due.unwrap().since.map(when::kept);
    assert_eq!(since.as_deref(), Some("2026-12-09T00:00:00+07:00"));
    desk::revoke(&two.desk.book, &two.desk.who, "LDG-P2", (false, "mất máy"), &mut two.clock).unwrap();
    assert_eq!(late(&two, "2026-12-17T09:00:00+07:00"), None, "nothing can come");
}

/// Says something of a post in its own record, and hands it in.
fn says(many: &mut Many, post: usize, fields: Value) {
    let Founded { book, who, .. } = &many.posts[post];
    let (record, input) = (book.unit_record().unwrap().unwrap(), object(fields));
    let amendment = write::Amendment { id: many.clock.id(), record, input: &input, why: "sáp nhập", base: None };
    write::amend(book, who, &amendment, &mut many.clock).unwrap();
    many.export(post);
}

#[test]
fn who_has_ended_is_shown_and_counted_with_the_one_that_follows() {
    let mut many = Many::new(3);
    let (book, who) = many::open(&many.fresh_desk("log"));
    let out = book.folder().outbox();
    let at = when::parse("2026-12-01T09:00:00+07:00").unwrap();
    let shown = |many: &mut Many| {
        let stick = [many.stick()];
        desk::receive(&book, &who, (&stick, Some(&out)), &mut many.clock, &mut |_| Ok(())).unwrap();
        let posts = desk::posts(&book, &who, at).unwrap();
        posts.into_iter().map(|post| (post.post.unit, post.followed_by)).collect::<Vec<_>>()
    };
    let [one, two, three] = ["LDG-P1", "LDG-P2", "LDG-P3"].map(str::to_owned);
    for (post, title) in [(0, "Một"), (0, "Hai"), (1, "Ba"), (2, "Bốn")] {
        many.log(post, title);
    }
    many.export(0);
    many.export(1);
    says(&mut many, 2, json!({"predecessor": "LDG-P1, LDG-P2"}));
    // Saying so of others takes nothing from them.
    assert_eq!(shown(&mut many), [(one.clone(), None), (two.clone(), None), (three.clone(), None)]);
    let counted = || {
        let groups = desk::groups(&book, &who, at).unwrap().into_iter();
        groups.map(|group| group.into_iter().map(|post| post.post.unit).collect()).collect::<Vec<Vec<_>>>()
    };
    assert_eq!(counted(), [[one.clone()], [two.clone()], [three.clone()]]);
    let period = (when::parse("2026-11-01T00:00:00+07:00").unwrap(), at);
    let total = |counted: &[Counted]| -> Vec<u64> {
        counted.iter().map(|one| value(&one.indicators, "incident.total")).collect()
    };
    let compared = || {
        let compared = desk::compared(&book, &who, period, at, &mut |_| Ok(())).unwrap();
        let with = compared.posts.iter().map(|one| one.with.clone()).collect::<Vec<_>>();
        (total(&compared.posts), with, value(&compared.sums(), "incident.total"))
    };
    assert_eq!(compared(), (vec![2, 1, 1], vec![vec![]; 3], 4));
    says(&mut many, 0, json!({"valid_to": "2026-11-30"}));
    let followed = Some(three.clone());
    assert_eq!(shown(&mut many), [(two.clone(), None), (three.clone(), None), (one.clone(), followed.clone())]);
    desk::revoke(&book, &who, &two, (false, "giải thể"), &mut many.clock).unwrap();
    assert_eq!(shown(&mut many), [(three.clone(), None), (one.clone(), followed.clone()), (two.clone(), followed)]);
    assert_eq!(counted(), [[three, one.clone(), two.clone()]]);
    // Counted together, and nothing twice.
    assert_eq!(compared(), (vec![4], vec![vec![one.clone(), two.clone()]], 4));
    let posts = desk::posts(&book, &who, at).unwrap();
    assert_eq!(posts[1].ended.map(|day| day.to_string()).as_deref(), Some("2026-11-30"));
}
