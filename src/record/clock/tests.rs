//! Clocks as a table: what a record says, what happened to it, when each clock ends and how it stands.

use serde_json::json;

use super::*;

/// A moment at the post: `2026-11-23 20:14`.
fn at(text: &str) -> Moment {
    when::parse(&format!("{}:00+07:00", text.replace(' ', "T"))).unwrap()
}

fn data(value: Value) -> Data {
    let Value::Object(object) = value else { panic!("no object") };
    Data(object)
}

fn report(reported: &str) -> Data {
    data(json!({"classification": "crime_report", "status": "open", "reported_at": when::kept(at(reported))}))
}

fn events(list: &[(&str, &str)]) -> Vec<Happened> {
    list.iter().map(|(event, moment)| Happened { event: (*event).to_owned(), at: at(moment) }).collect()
}

fn book(rules: &str) -> Rulebook {
    Rulebook::builtin().with(rules).unwrap()
}

/// One clock on incidents of one sort, and nothing else about it.
fn one(limit: &str, more: &str) -> Rulebook {
    book(&format!(
        "[[clock]]\nid = \"T1\"\nvi = \"v\"\nen = \"e\"\nkind = \"incident\"\nstart = \"reported_at\"\nstop = [\"decided\"]\n\
         limit = {limit}\nsource = \"s\"\nconfirmed = true\nfrom = \"2000-01-01\"\n{more}"
    ))
}

fn clock(book: &Rulebook, data: &Data, happened: &[Happened], id: &str, now: &str) -> Option<Clock> {
    clocks(book, (Kind::Incident, data), happened, at(now)).into_iter().find(|clock| clock.id == id)
}

fn due(limit: &str, from: &str) -> String {
    let found = clock(&one(limit, ""), &report(from), &[], "T1", from).unwrap();
    when::shown(found.last())
}

#[test]
fn limits_end_where_the_law_lets_them_end() {
    for (what, limit, from, last) in [
        ("hours are exact, also over a holiday", "{ hours = 24 }", "2026-02-16 22:30", "17/02/2026 22:30"),
        ("the first day isn't counted", "{ days = 3 }", "2026-11-23 00:01", "26/11/2026 23:59"),
        ("however late it was in it", "{ days = 3 }", "2026-11-23 23:59", "26/11/2026 23:59"),
        ("an end on a Saturday moves to Monday", "{ days = 5 }", "2026-11-23 08:00", "30/11/2026 23:59"),
        ("an end on a holiday moves on", "{ days = 1 }", "2026-09-01 08:00", "03/09/2026 23:59"),
        ("an end within Tết moves behind it", "{ days = 7 }", "2026-02-10 08:00", "23/02/2026 23:59"),
        ("working days leave out a weekend", "{ working_days = 3 }", "2026-11-26 16:00", "01/12/2026 23:59"),
        ("and Tết", "{ working_days = 3 }", "2026-02-12 16:00", "24/02/2026 23:59"),
        ("and a Friday that was swapped away", "{ working_days = 1 }", "2025-12-31 16:00", "05/01/2026 23:59"),
        ("a Saturday that was swapped in counts", "{ working_days = 1 }", "2026-01-09 16:00", "10/01/2026 23:59"),
        ("and an end on it stays", "{ days = 1 }", "2026-08-21 08:00", "22/08/2026 23:59"),
        ("begun on a day off, counted from the next", "{ working_days = 2 }", "2026-11-28 10:00", "01/12/2026 23:59"),
        ("a month ends on the same day", "{ months = 1 }", "2026-09-15 08:00", "15/10/2026 23:59"),
        ("the 31st has none in June", "{ months = 1 }", "2027-05-31 08:00", "30/06/2027 23:59"),
        ("the end of February, which is a Saturday here", "{ months = 1 }", "2026-01-31 08:00", "02/03/2026 23:59"),
        ("a leap year has a 29th", "{ months = 1 }", "2028-01-31 08:00", "29/02/2028 23:59"),
        ("from the 29th a year on is the 28th", "{ months = 12 }", "2028-02-29 08:00", "28/02/2029 23:59"),
        ("over the end of the year", "{ months = 2 }", "2026-11-30 08:00", "01/02/2027 23:59"),
        ("days over a leap day", "{ days = 2 }", "2028-02-28 08:00", "01/03/2028 23:59"),
        ("a Saturday swapped in is a working day", "{ working_days = 3 }", "2025-04-24 08:00", "28/04/2025 23:59"),
        ("the Friday it was swapped for is none", "{ working_days = 3 }", "2025-04-28 08:00", "06/05/2025 23:59"),
        ("so with a Monday", "{ working_days = 2 }", "2024-04-25 08:00", "02/05/2024 23:59"),
        ("and its Saturday", "{ working_days = 2 }", "2024-05-02 08:00", "04/05/2024 23:59"),
        ("behind the Tết of 2024", "{ working_days = 1 }", "2024-02-07 08:00", "15/02/2024 23:59"),
        ("behind the Tết of 2025", "{ days = 1 }", "2025-01-24 08:00", "03/02/2025 23:59"),
        ("the day of the kings fell on a Sunday", "{ days = 1 }", "2026-04-26 08:00", "28/04/2026 23:59"),
        ("onto a leap day", "{ days = 1 }", "2024-02-28 08:00", "29/02/2024 23:59"),
        ("a year from a leap day", "{ months = 12 }", "2024-02-29 08:00", "28/02/2025 23:59"),
        ("the same day of the next month is a Saturday", "{ months = 1 }", "2026-02-28 08:00", "30/03/2026 23:59"),
        ("the last of February is a Sunday", "{ months = 2 }", "2026-12-31 08:00", "01/03/2027 23:59"),
        ("hours know no leap day either", "{ hours = 48 }", "2028-02-28 12:00", "01/03/2028 12:00"),
        ("no table: two days of Tết on a weekend", "{ days = 1 }", "2027-02-04 08:00", "12/02/2027 23:59"),
        ("a year without a table has the days of the law", "{ days = 1 }", "2029-04-29 08:00", "02/05/2029 23:59"),
        ("and makes up for one on a weekend", "{ days = 1 }", "2028-04-28 08:00", "03/05/2028 23:59"),
        ("and knows Tết", "{ days = 1 }", "2029-02-12 08:00", "19/02/2029 23:59"),
    ] {
        assert_eq!(due(limit, from), last, "{what}");
    }
}

#[test]
fn a_change_of_the_rule_is_for_what_begins_after_it() {
    let version = |limit: &str, days: &str| {
        format!(
            "[[clock]]\nid = \"D9\"\nvi = \"v\"\nen = \"e\"\nkind = \"incident\"\nstart = \"reported_at\"\n\
             stop = [\"decided\"]\nlimit = {limit}\nsource = \"s\"\nconfirmed = true\n{days}\n"
        )
    };
    let old = version("{ days = 2 }", "from = \"2020-01-01\"\nto = \"2026-06-30\"");
    let book = book(&format!("{old}{}", version("{ days = 10 }", "from = \"2026-07-01\"")));
    let last =
        |from: &str| clock(&book, &report(from), &[], "D9", "2026-07-02 12:00").map(|clock| when::shown(clock.last()));
    assert_eq!(last("2026-06-30 23:00").as_deref(), Some("02/07/2026 23:59"), "runs across the change");
    assert_eq!(last("2026-07-01 00:00").as_deref(), Some("13/07/2026 23:59"), "a Saturday, then Monday");
    assert_eq!(last("2019-12-31 23:59"), None);
}

#[test]
fn a_change_of_the_law_while_a_matter_runs_leaves_its_own_clock_and_takes_the_next() {
    let version = |limit: &str, days: &str| {
        format!(
            "[[clock]]\nid = \"D10\"\nvi = \"v\"\nen = \"e\"\nkind = \"incident\"\nafter = \"record_made\"\n\
             stop = [\"decided\"]\nlimit = {limit}\nextended = [{{ id = \"D10X\", limit = {limit}, counts = \"end\" }}]\n\
             source = \"s\"\nconfirmed = true\n{days}\n"
        )
    };
    let old = version("{ days = 7 }", "from = \"2020-01-01\"\nto = \"2026-06-30\"");
    let book = book(&format!("{old}{}", version("{ days = 10 }", "from = \"2026-07-01\"")));
    let made = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        let report = report("2026-06-26 08:00");
        let found = clocks(&book, (Kind::Incident, &report), &events(list), at("2026-07-02 12:00"));
        let of_rule = found.into_iter().filter(|clock| clock.id.starts_with("D10"));
        of_rule.map(|clock| (clock.id.clone(), when::shown(clock.last()))).collect()
    };
    let own = |id: &str, last: &str| (id.to_owned(), last.to_owned());
    // Tuesday the 30th and seven days; Wednesday the 1st and ten, which end on a Saturday.
    assert_eq!(made(&[("record_made", "2026-06-30 17:00")]), [own("D10", "07/07/2026 23:59")]);
    assert_eq!(made(&[("record_made", "2026-07-01 08:00")]), [own("D10", "13/07/2026 23:59")]);
    let extended = [("record_made", "2026-06-30 17:00"), ("extended", "2026-07-02 08:00")];
    assert_eq!(made(&extended), [own("D10X", "14/07/2026 23:59")], "extended by the rule that it began with");
}

#[test]
fn a_term_only_runs_out_and_a_new_order_takes_the_place_of_the_old_one() {
    let home = data(json!({"category": "FAMI.DOMV", "status": "open", "reported_at": "2026-11-23T19:00:00+07:00"}));
    let order = |list: &[(&str, &str)], now: &str| -> Vec<(State, String)> {
        let found = clocks(Rulebook::builtin(), (Kind::Incident, &home), &events(list), at(now));
        let of_order = found.into_iter().filter(|clock| clock.id == "D11B");
        of_order.map(|clock| (clock.state, when::shown(clock.last()))).collect()
    };
    let one = ("order_received", "2026-11-27 20:00");
    let own = |state: State, last: &str| (state, last.to_owned());
    // Friday evening to Monday evening: days off don't make an order longer.
    assert_eq!(order(&[one], "2026-11-28 08:00"), [own(State::Green, "30/11/2026 20:00")]);
    assert_eq!(order(&[one], "2026-11-30 20:01"), [own(State::Red, "30/11/2026 20:00")]);
    let next = ("order_received", "2026-11-30 19:00");
    let both = [own(State::InTime, "30/11/2026 20:00"), own(State::Green, "03/12/2026 19:00")];
    assert_eq!(order(&[one, next], "2026-11-30 19:30"), both);
    assert_eq!(order(&[one, ("closed", "2026-12-05 08:00")], "2026-12-06 08:00")[0].0, State::InTime);
    let wallet = data(json!({"type": "found", "state": "finder", "notice": {"date": "2025-11-24"}}));
    let given = events(&[("closed", "2026-12-10 08:00")]);
    let found = clocks(Rulebook::builtin(), (Kind::Property, &wallet), &given, at("2026-12-11 08:00"));
    assert_eq!(found[0].state, State::InTime, "the finder gets it after the year, as the law has it");
}

#[test]
fn states_follow_the_time_that_is_left() {
    let book = one("{ days = 8 }", "");
    let report = report("2026-11-09 00:00");
    // It ends with Tuesday the 17th: nine days in all.
    for (now, state) in [
        ("2026-11-09 00:00", State::Green),
        ("2026-11-15 17:59", State::Green),
        ("2026-11-15 18:01", State::Amber),
        ("2026-11-17 23:59", State::Amber),
        ("2026-11-18 00:00", State::Red),
    ] {
        let clock = clock(&book, &report, &[], "T1", now).unwrap();
        let turns = match state {
            State::Green => Some(at("2026-11-15 18:00")),
            State::Amber => Some(at("2026-11-18 00:00")),
            _ => None,
        };
        assert_eq!((clock.state, clock.turns()), (state, turns), "{now}");
    }
    let short = one("{ hours = 30 }", "");
    for (now, state) in
        [("2026-11-09 05:59", State::Green), ("2026-11-09 06:01", State::Amber), ("2026-11-10 06:00", State::Amber)]
    {
        assert_eq!(clock(&short, &report, &[], "T1", now).unwrap().state, state, "{now}");
    }
    assert_eq!(clock(&short, &report, &[], "T1", "2026-11-10 06:01").unwrap().state, State::Red);
}

#[test]
fn what_was_done_late_stays_late() {
    let report = report("2026-11-09 08:00");
    let book = one("{ days = 8 }", "");
    for (done, state) in [("2026-11-17 23:59", State::InTime), ("2026-11-18 00:00", State::Late)] {
        for now in ["2026-11-18 00:00", "2036-01-01 00:00"] {
            let found = clock(&book, &report, &events(&[("decided", done)]), "T1", now).unwrap();
            assert_eq!((found.state, found.done), (state, Some(at(done))));
        }
    }
    let again = events(&[("decided", "2026-11-19 08:00"), ("decided", "2026-11-10 08:00")]);
    let sorted: Vec<_> = happened(Kind::Incident, []).into_iter().chain(again).collect();
    assert_eq!(clock(&book, &report, &sorted, "T1", "2026-12-01 00:00").unwrap().state, State::Late);
    let hours = one("{ hours = 8 }", "");
    let exact = events(&[("decided", "2026-11-09 16:00")]);
    assert_eq!(clock(&hours, &report, &exact, "T1", "2026-12-01 00:00").unwrap().state, State::InTime);
}

#[test]
fn a_report_is_decided_extended_suspended_and_resumed_as_the_law_says() {
    let builtin = Rulebook::builtin();
    let report = report("2026-11-02 08:00");
    let last = |list: &[(&str, &str)], id: &str| {
        clock(builtin, &report, &events(list), id, "2026-12-01 00:00").map(|clock| when::shown(clock.last()))
    };
    // Twenty days end on a Sunday.
    assert_eq!(last(&[], "D4").as_deref(), Some("23/11/2026 23:59"));
    let once = ("extended", "2026-11-20 08:00");
    assert_eq!(last(&[once], "D5").as_deref(), Some("04/01/2027 23:59"), "two months in all, from intake");
    let twice = [once, ("extended", "2026-12-28 08:00")];
    assert_eq!(last(&twice, "D6").as_deref(), Some("04/03/2027 23:59"), "two months from there");
    assert_eq!(
        last(&[twice[0], twice[1], ("extended", "2027-01-01 08:00")], "D6").as_deref(),
        Some("04/03/2027 23:59")
    );
    let paused = [("suspended", "2026-11-10 08:00")];
    let state = |list: &[(&str, &str)], now: &str| clock(builtin, &report, &events(list), "D4", now).unwrap().state;
    assert_eq!(state(&paused, "2027-06-01 08:00"), State::Paused);
    let resumed = [paused[0], ("resumed", "2027-03-31 08:00")];
    assert_eq!(
        last(&resumed, "D4").as_deref(),
        Some("04/05/2027 23:59"),
        "a month; the holidays are made up for on Monday"
    );
    assert_eq!(last(&resumed, "D7").as_deref(), Some("05/04/2027 23:59"), "three days end on a Saturday");
    assert_eq!(state(&[resumed[0], resumed[1], ("decided", "2027-05-05 00:00")], "2027-06-01 08:00"), State::Late);
    assert_eq!(last(&[("resumed", "2026-11-12 08:00")], "D4").as_deref(), Some("23/11/2026 23:59"), "never suspended");
}

#[test]
fn a_pause_moves_an_end_that_no_rule_sets_anew() {
    let book = one("{ hours = 24 }", "");
    let list = events(&[("suspended", "2026-11-09 10:00"), ("resumed", "2026-11-12 10:00")]);
    let found = clock(&book, &report("2026-11-09 08:00"), &list, "T1", "2026-11-12 11:00").unwrap();
    assert_eq!(found.due, at("2026-11-13 08:00"));
}

#[test]
fn classification_and_events_say_which_clocks_there_are() {
    let ids = |value: Value, list: &[(&str, &str)]| -> Vec<String> {
        let found = clocks(Rulebook::builtin(), (Kind::Incident, &data(value)), &events(list), at("2026-11-23 20:00"));
        found.into_iter().map(|clock| clock.id).collect()
    };
    let of = |class: &str| json!({"classification": class, "reported_at": "2026-11-23T19:00:00+07:00"});
    assert_eq!(ids(of("crime_report"), &[]), ["D1", "D3", "D4"]);
    assert_eq!(ids(of("administrative"), &[]), ["D9"]);
    assert_eq!(ids(of("administrative"), &[("record_made", "2026-11-23 19:30")]), ["D9", "D10"]);
    assert_eq!(ids(of("civil"), &[]), Vec::<String>::new());
    let urgent = json!({"urgency": "urgent", "reported_at": "2026-11-23T19:00:00+07:00"});
    assert_eq!(ids(urgent, &[]), ["D8"]);
    let home = json!({"category": "FAMI.DOMV", "reported_at": "2026-11-23T19:00:00+07:00"});
    assert_eq!(ids(home.clone(), &[]), Vec::<String>::new());
    let orders = [("order_received", "2026-11-23 19:00"), ("order_received", "2026-11-26 19:00")];
    assert_eq!(ids(home, &orders), ["D11", "D11B", "D11", "D11B"], "each order has its own hour and its own days");
    assert_eq!(ids(of("civil"), &[("breach_found", "2026-11-23 19:00")]), ["D15"]);
    let wallet = data(json!({"type": "found", "state": "open", "notice": {"date": "2025-11-24"}}));
    let found = clocks(Rulebook::builtin(), (Kind::Property, &wallet), &[], at("2026-11-23 20:00"));
    assert_eq!(found.iter().map(|clock| when::shown(clock.last())).collect::<Vec<_>>(), ["24/11/2026 23:59"]);
}

#[test]
fn leaving_the_open_states_ends_every_clock_and_coming_back_starts_it_again() {
    let version = |status: &str, outcome: Option<&str>| {
        let mut version = report("2026-11-02 08:00");
        version.0.insert("status".into(), json!(status));
        version.0.insert("outcome_at".into(), json!(outcome.map(|text| when::kept(at(text)))));
        version
    };
    let (open, closed) = (version("open", None), version("closed", Some("2026-11-05 10:00")));
    let passed = version("transferred", None);
    let step = |moment: &str, data| Step { at: at(moment), data: Some(data), note: None };
    let told = |steps: &[Step]| -> Vec<(String, Moment)> {
        happened(Kind::Incident, steps.iter().copied()).into_iter().map(|one| (one.event, one.at)).collect()
    };
    let steps = [step("2026-11-02 08:30", &open), step("2026-11-06 07:00", &closed), step("2026-11-07 07:00", &open)];
    let both = [("closed".to_owned(), at("2026-11-05 10:00")), ("reopened".to_owned(), at("2026-11-07 07:00"))];
    assert_eq!(told(&steps), both);
    let stands = |steps: &[Step]| {
        let list = happened(Kind::Incident, steps.iter().copied());
        clock(Rulebook::builtin(), &open, &list, "D3", "2026-11-09 08:00").map(|clock| (clock.state, clock.done))
    };
    assert_eq!(stands(&steps[..2]), Some((State::InTime, Some(at("2026-11-05 10:00")))));
    assert_eq!(stands(&steps), Some((State::Red, None)), "it was reopened after its end");
    assert_eq!(told(&[step("2026-11-02 08:30", &open), step("2026-11-03 09:00", &passed)])[0].0, "transferred");
    // Brought in from an old log, finished, and nobody knows when.
    let old = version("closed", None);
    assert_eq!(stands(&[step("2026-11-20 08:00", &old)]), None);
    let note = json!({"text": "…", "event": "notified", "at": "2026-11-03T09:00:00+07:00"});
    let noted = Step { at: at("2026-11-04 09:00"), data: None, note: note.as_object() };
    assert_eq!(told(&[steps[0], noted]), [("notified".to_owned(), at("2026-11-03 09:00"))]);
}
