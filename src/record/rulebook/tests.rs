//! The file inside the program is whole; a post's file replaces what it names, or is refused with its line.

use super::*;
use crate::record::period::Anchor;
use crate::record::when;

const CLOCK: &str = r#"
[[clock]]
id = "D1"
vi = "Chuyển tin báo (vùng sâu)"
en = "Pass the report on (remote)"
kind = "incident"
when = { classification = ["crime_report"] }
start = "reported_at"
stop = ["transferred"]
limit = { hours = 48 }
source = "s"
confirmed = true
from = "2018-03-01"
"#;

const RETENTION: &str = r#"
[[retention]]
id = "tip-2y"
vi = "Tin đã hơn ba tháng"
en = "Tips over three months old"
kind = "tip"
start = "received_at"
keep = { months = 3 }
takes = ["persons", "earlier"]
source = "s"
confirmed = true
"#;

#[test]
fn the_file_is_whole() {
    let whole = Rulebook::default().with(include_str!("vn.toml")).unwrap();
    let ids: Vec<&str> = whole.clocks().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(ids, ["D1", "D3", "D4", "D7", "D8", "D9", "D10", "D11", "D11B", "D12", "D15"]);
    assert_eq!(whole.kinds().collect::<Vec<_>>(), [Kind::Incident, Kind::Property]);
    assert_eq!(*Rulebook::builtin(), whole);
    let kept: Vec<&str> = whole.retention().iter().map(|rule| rule.id.as_str()).collect();
    assert_eq!(kept, ["closed-1y", "tip-2y"]);
    assert!(whole.clocks().iter().all(|rule| !rule.vi.is_empty() && !rule.en.is_empty() && !rule.source.is_empty()));
    for rule in whole.clocks() {
        for (path, values) in &rule.when {
            let field = crate::record::fields(rule.kind).iter().find(|field| field.key == path).unwrap();
            let known = |value: &String| match field.shape {
                crate::record::Shape::One(choice) => choice.values.contains(&value.as_str()),
                _ => crate::record::catalogue::Catalogue::builtin().get(value).is_some(),
            };
            assert!(values.iter().all(known), "{}: {path}", rule.id);
        }
    }
}

#[test]
fn a_posts_file_replaces_what_it_names_and_nothing_else() {
    let ours = Rulebook::builtin().with(CLOCK).unwrap();
    assert_eq!(ours.clocks().len(), Rulebook::builtin().clocks().len());
    assert_eq!(ours.clocks().iter().find(|rule| rule.id == "D1").unwrap().limit, Limit::Hours(48));
    let year = "[[year]]\nyear = 2026\noff = [\"2026-11-24\"]\nsource = \"s\"\nconfirmed = true\n";
    let ours = Rulebook::builtin().with(year).unwrap();
    let free = |book: &Rulebook, day: &str| !book.is_working(when::parse_day(day).unwrap());
    assert!(free(&ours, "2026-11-24") && !free(Rulebook::builtin(), "2026-11-24"));
    assert!(!free(&ours, "2026-04-30") && free(&ours, "2025-04-30"), "that year's table is gone, others stay");
    let period = "[[period]]\nkind = \"month\"\nday = 1\nfrom = \"2027-01-01\"\nsource = \"s\"\nconfirmed = true\n";
    let ours = Rulebook::builtin().with(period).unwrap();
    let begins = |book: &Rulebook| {
        let all = book.calendar().rules().iter();
        all.map(|rule| (rule.anchor, rule.from.to_string())).collect::<Vec<_>>()
    };
    let theirs = begins(Rulebook::builtin());
    assert_eq!(theirs.len(), 2);
    assert_eq!(begins(&ours)[..2], theirs, "what began before goes on");
    assert_eq!(begins(&ours)[2..], [(Anchor::Month(1), "2027-01-01".to_owned())]);
    assert_eq!(Rulebook::builtin().with("").unwrap(), *Rulebook::builtin());
}

#[test]
fn what_has_served_its_purpose_is_told_to_the_second() {
    let rules = Rulebook::builtin().retention();
    let rule = |id: &str| rules.iter().find(|rule| rule.id == id).unwrap();
    let due = |rule: &Retention, data: serde_json::Value, now: &str| {
        let serde_json::Value::Object(object) = data else { panic!() };
        rule.is_due(&Data(object), when::parse(&format!("{now}+07:00")).unwrap())
    };
    let incident = |status: &str| serde_json::json!({"status": status, "reported_at": "2023-03-01T08:00:00+07:00"});
    for (status, now, gone) in [
        // 365 days, 29 February among them.
        ("closed", "2024-02-29T08:00:00", false),
        ("closed", "2024-02-29T08:00:01", true),
        ("transferred", "2030-01-01T00:00:00", false),
        ("open", "2030-01-01T00:00:00", false),
    ] {
        assert_eq!(due(rule("closed-1y"), incident(status), now), gone, "{status} {now}");
    }
    for (received, now, gone) in [
        ("2024-11-28T09:30:00+07:00", "2026-11-28T09:30:00", false),
        ("2024-11-28T09:30:00+07:00", "2026-11-28T09:30:01", true),
        // There is no such day: the month ends with its last one.
        ("2024-02-29T12:00:00+07:00", "2026-02-28T12:00:00", false),
        ("2024-02-29T12:00:00+07:00", "2026-02-28T12:00:01", true),
    ] {
        assert_eq!(due(rule("tip-2y"), serde_json::json!({"received_at": received}), now), gone, "{received} {now}");
    }
    assert!(!due(rule("tip-2y"), serde_json::json!({}), "2100-01-01T00:00:00"), "nobody knows since when");
    assert!(rules.iter().all(|rule| rule.takes(true) && rule.takes(false)));
    let ours = RETENTION.replace("\"persons\", ", "");
    let ours = Rulebook::builtin().with(&ours).unwrap();
    assert_eq!(ours.retention().len(), rules.len(), "it takes the place of the one that it names");
    let ours = ours.retention().iter().find(|rule| rule.id == "tip-2y").unwrap();
    assert!(ours.takes(false) && !ours.takes(true));
    assert!(due(ours, serde_json::json!({"received_at": "2026-08-28T00:00:00+07:00"}), "2026-11-28T00:00:01"));
}

#[test]
fn a_wrong_file_is_refused_with_its_line() {
    let with = |from: &str, to: &str| CLOCK.replace(from, to);
    let period = |anchor: &str| {
        format!("[[period]]\nkind = \"month\"\n{anchor}\nfrom = \"2027-01-01\"\nsource = \"s\"\nconfirmed = true\n")
    };
    for (text, line, problem) in [
        ("[[clock]]\nid = ".to_owned(), 2, "syntax"),
        (with("confirmed = true", "confirmed = 1"), 12, "syntax"),
        (with("confirmed", "certain"), 12, "syntax"),
        (with("hours = 48", "weeks = 2"), 10, "syntax"),
        (with("\"transferred\"", "\"sent\""), 9, "syntax"),
        (with("\"incident\"", "\"incidents\""), 6, "syntax"),
        (with("2018-03-01", "01/03/2018"), 13, "syntax"),
        (with("2018-03-01", "2018-02-30"), 13, "syntax"),
        (with("hours = 48", "hours = 0"), 2, "limit"),
        (with("start", "after = \"resumed\"\nstart"), 2, "start"),
        (with("start = \"reported_at\"\n", ""), 2, "start"),
        (with("reported_at", "reported"), 2, "field"),
        (with("classification", "class"), 2, "field"),
        (CLOCK.replace("\"incident\"", "\"outreach\"").replace("reported_at", "date"), 2, "kind"),
        (with("from = ", "to = \"2018-02-28\"\nfrom = "), 2, "days"),
        (format!("{CLOCK}{CLOCK}"), 15, "twice"),
        ("[[year]]\nyear = 2026\noff = [\"2027-01-01\"]\nsource = \"\"\nconfirmed = true\n".into(), 1, "days"),
        ("[usual]\nsolar = [\"13-01\"]\nlunar = []\ntet = { before = 1, after = 4 }\n".into(), 2, "syntax"),
        (RETENTION.replace("months = 3", "months = 0"), 2, "limit"),
        (RETENTION.replace("months = 3", "years = 3"), 8, "syntax"),
        (RETENTION.replace("received_at", "received"), 2, "field"),
        (RETENTION.replace("\"persons\", \"earlier\"", ""), 2, "takes"),
        (RETENTION.replace("\"earlier\"", "\"all\""), 9, "syntax"),
        (RETENTION.repeat(2), 13, "twice"),
        (period("weekday = \"mon\""), 1, "anchor"),
        (period("day = 29"), 1, "anchor"),
        (period("day = 1\nhour = 24"), 1, "anchor"),
        (period("day = 15").replace("month", "week"), 1, "anchor"),
        (period("weekday = \"thứ hai\""), 3, "syntax"),
        (period("day = 15").replace("month", "quarter"), 2, "syntax"),
        (period("day = 1").repeat(2), 7, "twice"),
        ("title = \"x\"".into(), 1, "syntax"),
    ] {
        let wrong = Rulebook::builtin().with(&text).unwrap_err();
        assert_eq!((wrong.line, wrong.problem), (line, problem), "{text}\n{}", wrong.said);
        assert!(!wrong.said.is_empty() && !wrong.said.contains('\n'));
    }
    let later = with("from = ", "to = \"2020-01-01\"\nfrom = ") + &with("2018-03-01", "2020-01-02");
    assert_eq!(Rulebook::builtin().with(&later).unwrap().clocks().iter().filter(|rule| rule.id == "D1").count(), 2);
}

/// As they were announced, counted by hand on a calendar of the wall.
#[test]
fn the_days_off_of_each_year_are_those_that_were_announced() {
    let free = |from: &str, to: &str| -> Vec<String> {
        let days = when::parse_day(from).unwrap().iter_days().take_while(|day| *day <= when::parse_day(to).unwrap());
        days.filter(|day| !Rulebook::builtin().is_working(*day)).map(|day| day.format("%d/%m").to_string()).collect()
    };
    for (from, to, announced) in [
        ("2024-02-07", "2024-02-15", &["08/02", "09/02", "10/02", "11/02", "12/02", "13/02", "14/02"][..]),
        ("2024-04-15", "2024-04-19", &["18/04"]),
        ("2024-04-26", "2024-05-05", &["27/04", "28/04", "29/04", "30/04", "01/05", "05/05"]),
        ("2024-08-30", "2024-09-04", &["31/08", "01/09", "02/09", "03/09"]),
        (
            "2025-01-24",
            "2025-02-03",
            &["25/01", "26/01", "27/01", "28/01", "29/01", "30/01", "31/01", "01/02", "02/02"],
        ),
        ("2025-04-04", "2025-04-08", &["05/04", "06/04", "07/04"]),
        ("2025-04-25", "2025-05-05", &["27/04", "30/04", "01/05", "02/05", "03/05", "04/05"]),
        ("2025-08-29", "2025-09-03", &["30/08", "31/08", "01/09", "02/09"]),
        ("2025-12-31", "2026-01-11", &["01/01", "02/01", "03/01", "04/01", "11/01"]),
        (
            "2026-02-13",
            "2026-02-23",
            &["14/02", "15/02", "16/02", "17/02", "18/02", "19/02", "20/02", "21/02", "22/02"],
        ),
        ("2026-04-24", "2026-05-04", &["25/04", "26/04", "27/04", "30/04", "01/05", "02/05", "03/05"]),
        ("2026-08-21", "2026-09-03", &["23/08", "29/08", "30/08", "31/08", "01/09", "02/09"]),
    ] {
        assert_eq!(free(from, to), announced, "{from}");
    }
}
