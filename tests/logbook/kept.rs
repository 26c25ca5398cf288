//! What stands beside the journal: drafts, settings, the access log.

use trucban::logbook::{Access, Draft, Filter, SETTINGS};
use trucban::record::period::Week;
use trucban::record::when;
use uuid::Uuid;

use crate::bench::Bench;
use trucban::journal::Mint as _;

#[test]
fn drafts_belong_to_their_officer_and_outlive_the_window() {
    let mut bench = Bench::new();
    let (an, dung) = (bench.who.officer, bench.mint.id());
    let mut keep = |officer: Uuid, body: &str| {
        let draft = Draft { key: "incident/new".into(), officer, at: bench.mint.now(), body: body.into() };
        bench.book.save_draft(&draft).unwrap();
    };
    keep(an, "Trộm x");
    keep(an, "Trộm xe");
    keep(dung, "Gây rối");
    bench.book.reopen().unwrap();
    let bodies = |officer: &Uuid| -> Vec<(String, String)> {
        let drafts = bench.book.drafts(officer).unwrap();
        drafts.into_iter().map(|draft| (draft.key, draft.body)).collect()
    };
    let one = |body: &str| vec![("incident/new".to_owned(), body.to_owned())];
    assert_eq!((bodies(&an), bodies(&dung)), (one("Trộm xe"), one("Gây rối")));
    bench.book.drop_draft(&an, "incident/new").unwrap();
    assert_eq!((bodies(&an), bodies(&dung)), (vec![], one("Gây rối")));
    bench.book.rebuild().unwrap();
    assert_eq!(bodies(&dung), one("Gây rối"), "a draft is kept, not derived");
}

#[test]
fn settings_are_a_closed_list_with_checked_values() {
    let bench = Bench::new();
    for setting in SETTINGS {
        assert_eq!(bench.book.setting(setting.name).unwrap(), setting.fallback);
    }
    bench.book.set("week.day", "fri").unwrap();
    bench.book.set("week.hour", "7").unwrap();
    assert_eq!(bench.window().setting("week.day").unwrap(), "fri");
    let week = |bench: &Bench| Week::parse("2026-W47", &bench.book.calendar().unwrap()).unwrap().from;
    assert_eq!(week(&bench), when::parse("2026-11-13T07:00:00+07:00").unwrap());
    let rule =
        "[[period]]\nkind = \"week\"\nweekday = \"sun\"\nfrom = \"2026-01-01\"\nsource = \"s\"\nconfirmed = true\n";
    std::fs::write(bench.book.rules_file(), rule).unwrap();
    assert_eq!(week(&bench), when::parse("2026-11-15T00:00:00+07:00").unwrap());
    for (name, value) in
        [("week.day", "thứ hai"), ("week.hour", "24"), ("lock.minutes", "0"), ("lang", "fr"), ("wek.day", "mon")]
    {
        let fault = bench.book.set(name, value).unwrap_err();
        assert_eq!(fault.code, "E030", "{name}");
    }
    assert_eq!(bench.book.setting("wek.day").unwrap_err().args.last().unwrap().1, "week.day", "what was meant");
}

fn access<'a>(at: &str, by: Uuid, why: &'a str) -> Access<'a> {
    Access { at: when::parse(at).unwrap(), by, what: "reveal", record: None, why: Some(why) }
}

#[test]
fn the_access_log_is_chained_also_by_two_windows() {
    let bench = Bench::new();
    let (key, path, officer) = (bench.key(), bench.path(), bench.who.officer);
    let workers: Vec<_> = (0..3)
        .map(|n| {
            let (key, path) = (key.clone(), path.clone());
            std::thread::spawn(move || {
                let book = trucban::logbook::Logbook::open(&path, &key, trucban::logbook::Mode::Write).unwrap();
                for _ in 0..20 {
                    let why = format!("cửa sổ {n}");
                    let seen = access("2026-11-23T20:00:00+07:00", officer, &why);
                    book.write(|book| book.log_access(&seen)).unwrap();
                }
            })
        })
        .collect();
    for worker in workers {
        worker.join().unwrap();
    }
    assert_eq!(bench.book.accesses(None, None).unwrap().len(), 60);
    assert!(bench.book.check().unwrap().is_ok());
    let head = bench.book.access_head().unwrap();
    bench.book.write(|book| book.log_access(&access("2026-11-25T20:00:00+07:00", officer, "sau"))).unwrap();
    assert_ne!(bench.book.access_head().unwrap(), head);
    let from = when::parse("2026-11-24T00:00:00+07:00");
    let late = bench.book.accesses(from, None).unwrap();
    assert_eq!((late.len(), late[0].0["why"].as_str()), (1, Some("sau")));
    assert_eq!(late[0].0["prev"].as_str(), Some(head.hex().as_str()));
    let alone = bench.book.log_access(&access("2026-11-25T20:00:00+07:00", officer, "ngoài giao dịch"));
    assert_eq!(alone.unwrap_err().code, "E090", "outside of a transaction two windows could tell two stories");
}

#[test]
fn names_that_could_mean_two_mean_nobody() {
    use trucban::record::Lookup as _;
    let mut bench = Bench::new();
    for (name, login) in [("Lê Văn Đường", "le-van-duong"), ("Lê Văn Dương", "le-van-duong-2")] {
        let new = trucban::acts::registers::NewOfficer {
            name,
            role: trucban::acts::Role::Officer,
            rank: None,
            number: None,
            password: "mật khẩu dài",
            work: crate::common::WORK,
        };
        let made = trucban::acts::registers::add_officer(&bench.book, &bench.who, &new, &mut bench.mint).unwrap();
        assert_eq!(made, login);
    }
    let book = &bench.book;
    let (duong, other) = (book.officer("le-van-duong").unwrap(), book.officer("le-van-duong-2").unwrap());
    assert_ne!(duong, other);
    assert_eq!(book.officer("Lê Văn Đường"), Some(duong), "as it is written");
    assert_eq!(book.officer("le van duong"), None, "either could be meant");
    assert_eq!(book.officer("nguyen van an"), Some(bench.who.officer));
    assert_eq!(book.officer(&duong.to_string()), Some(duong));
    assert_eq!((book.area("tdp 4").as_deref(), book.area("TDP 5")), (Some("TDP 4"), None));
}

#[test]
fn an_area_may_change_its_code_or_end_and_older_records_still_name_it() {
    use serde_json::json;
    use trucban::acts::write::{Amendment, amend, void};
    use trucban::record::Lookup as _;
    let mut bench = Bench::new();
    let incident = bench.create("Ở tổ 4").record;
    let areas = bench.book.areas().unwrap();
    assert_eq!(areas.len(), 2);
    let code = |code: &str| crate::common::object(json!({"code": code}));
    let mut change = |area: usize, to: &str| {
        let input = code(to);
        let amendment =
            Amendment { id: bench.mint.id(), record: areas[area].id, input: &input, why: "đổi", base: None };
        amend(&bench.book, &bench.who, &amendment, &mut bench.mint)
    };
    assert!(change(0, "TDP 7").is_err(), "taken");
    change(1, "TDP 8").unwrap();
    let codes: Vec<String> = bench.book.areas().unwrap().into_iter().map(|area| area.code).collect();
    assert_eq!(codes, ["TDP 4", "TDP 8"]);
    let id = bench.mint.id();
    void(&bench.book, &bench.who, (id, areas[0].id), ("nhập tổ", None), &mut bench.mint).unwrap();
    assert!(bench.book.areas().unwrap()[0].ended);
    assert_eq!(bench.book.area("TDP 4").as_deref(), Some("TDP 4"), "by its code, which records hold");
    bench.amend(incident, 1, "Ở tổ 4, đã sửa").unwrap();
    let own = bench.book.unit_record().unwrap().unwrap();
    let id = bench.mint.id();
    assert!(
        void(&bench.book, &bench.who, (id, own), ("nhầm", None), &mut bench.mint).is_err(),
        "the unit itself stays"
    );
    assert!(bench.book.check().unwrap().is_ok());
    assert_eq!(bench.book.list(&Filter { limit: 9, ..Filter::default() }).unwrap().len(), 1);
}

#[test]
fn what_another_program_let_through_is_harmless_in_lists() {
    use serde_json::json;
    use trucban::journal::Act;
    let mut bench = Bench::new();
    let mut data = bench.cleaned("x");
    data.0.insert("title".into(), json!("Trộm\u{1b}[2J \u{202e}xe\u{7}\nmáy"));
    let (id, record) = (bench.mint.id(), bench.mint.id());
    bench.append(crate::bench::new(id, record, Act::Create, data)).unwrap();
    let row = &crate::bench::listed(&bench.book)[0];
    assert_eq!(row.title.as_deref(), Some("Trộm[2J xe"), "one line, nothing that a terminal obeys");
    assert!(bench.book.check().unwrap().is_ok(), "derived anew it is the same");
}
