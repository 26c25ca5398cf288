//! What officers do, on a real logbook on disk: adding, amending, voiding, shifts, rights, backup and restore.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

mod common;

use common::{Clock, PASSWORD, WORK, incident, object, post};
use serde_json::json;
use trucban::acts::session::{Founded, sign_in};
use trucban::acts::write::{Amendment, Form, add_lines, amend, create, note, void};
use trucban::acts::{Refused, Role, Saved, Who, keep, look, purge, registers, shift};
use trucban::fault::Kind as Trouble;
use trucban::journal::Mint;
use trucban::logbook::{Filter, Logbook, Mode, unlock_key};
use trucban::record::{Kind, when};

fn save(book: &Logbook, who: &Who, title: &str, mint: &mut Clock) -> Saved {
    let (id, record) = (mint.id(), mint.id());
    create(book, who, &Form { id, record, kind: Kind::Incident, input: &incident(title) }, mint).unwrap()
}

fn codes<T: std::fmt::Debug>(refused: Result<T, Refused>) -> Vec<&'static str> {
    match refused.unwrap_err() {
        Refused::Fault(fault) => vec![fault.code],
        Refused::Findings(findings) => findings.iter().map(|finding| finding.code).collect(),
    }
}

fn count(book: &Logbook) -> usize {
    book.list(&Filter { limit: 1000, ..Filter::default() }).unwrap().len()
}

#[test]
fn a_form_saved_twice_is_one_record_and_its_number_is_short() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let input = incident("Trộm xe máy trước chợ");
    let form = Form { id: mint.id(), record: mint.id(), kind: Kind::Incident, input: &input };
    let first = create(&book, &who, &form, &mut mint).unwrap();
    assert_eq!((first.number.as_str(), first.rev, first.known), ("LDG-P2-VV-2026-000001", 1, false));
    assert_eq!(first.findings.iter().map(|f| f.code).collect::<Vec<_>>(), ["W002"], "no shift is open");
    let again = create(&book, &who, &form, &mut mint).unwrap();
    assert!(again.known && again.record == first.record);
    assert_eq!(count(&book), 1);
    let record = look::show(&book, &who, "vv-2026-1").unwrap();
    let masked = serde_json::Value::Object(look::shown(&record, None));
    assert_eq!((&masked["persons_hidden"], masked.get("persons")), (&json!(1), None));
    assert_eq!(masked["area"], "TDP 4");
}

#[test]
fn an_amendment_keeps_what_it_does_not_name_and_needs_a_reason() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let saved = save(&book, &who, "Trộm xe máy", &mut mint);
    let change = |why, base, input: serde_json::Value, mint: &mut Clock| {
        let amendment = Amendment { id: mint.id(), record: saved.record, input: &object(input), why, base };
        amend(&book, &who, &amendment, mint)
    };
    assert_eq!(codes(change("  ", None, json!({"title": "x"}), &mut mint)), ["E013"]);
    let done = change("gõ nhầm", Some(1), json!({"loss_vnd": 20_000_000}), &mut mint).unwrap();
    assert_eq!(done.rev, 2);
    assert_eq!(codes(change("chậm", Some(1), json!({"loss_vnd": 1}), &mut mint)), ["E010"]);
    assert_eq!(codes(change("sai", None, json!({"tilte": "x"}), &mut mint)), ["E004"]);
    let record = book.record(&saved.record).unwrap();
    assert_eq!((record.data.count("loss_vnd"), record.data.text("title")), (20_000_000, Some("Trộm xe máy")));
    let persons = look::reveal(&book, &who, &record, "gọi lại cho bị hại", &mut mint).unwrap();
    assert_eq!(persons.items("persons")[0]["phone"], "0912345678");
    assert_eq!(look::accesses(&book, &who, None, None).unwrap()[0].0["what"], "reveal");
    change("người báo xin rút tên", None, json!({"persons": []}), &mut mint).unwrap();
    assert_eq!(book.record(&saved.record).unwrap().row.hidden, 0);
    let history = look::history(&book, &who, &saved.record).unwrap();
    assert_eq!(
        history.iter().map(|v| v.why.as_deref()).collect::<Vec<_>>(),
        [None, Some("gõ nhầm"), Some("người báo xin rút tên")]
    );
}

#[test]
fn a_void_record_stays_and_takes_nothing_more() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let saved = save(&book, &who, "Ghi nhầm", &mut mint);
    let event = object(json!({"text": "Đã chuyển hồ sơ", "event": "transferred"}));
    let noted = note(&book, &who, (mint.id(), saved.record), &event, &mut mint).unwrap();
    assert_eq!(noted.rev, 2);
    let ids = (mint.id(), saved.record);
    void(&book, &who, ids, ("ghi hai lần", None), &mut mint).unwrap();
    assert!(book.record(&saved.record).unwrap().row.void);
    let ids = (mint.id(), saved.record);
    assert_eq!(codes(note(&book, &who, ids, &event, &mut mint)), ["E012"]);
    assert_eq!(count(&book), 1, "visible, struck through");
}

#[test]
fn a_file_goes_in_whole_or_not_at_all_and_twice_is_once() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let line = |id: &str, title: &str| {
        let mut incident = incident(title);
        incident.insert("external_id".into(), json!(id));
        serde_json::Value::Object(incident).to_string()
    };
    let mut add =
        |input: &str| add_lines(&book, &who, Kind::Incident, input.as_bytes(), &mut mint, &mut |_| ()).unwrap();
    let good = format!("\u{feff}{}\r\n\r\n{}\n", line("a", "Một"), line("b", "Hai"));
    let added = add(&good).unwrap();
    assert_eq!(added.iter().map(|a| (a.line, a.known)).collect::<Vec<_>>(), [(1, false), (3, false)]);
    assert!(add(&good).unwrap().iter().all(|a| a.known));
    let changed = format!("{}\n{}", line("c", "Ba"), line("b", "Hai khác"));
    let refused = add(&changed).unwrap_err();
    assert_eq!((refused[0].line, refused[0].finding.code), (2, "E003"));
    for (second, code, kind) in [
        (r#"{"categry": "PROP.THVH"}"#.to_owned(), "E004", Trouble::Finding),
        (line("d", "x").replace("PROP.THVH", "PROP.XXXX"), "E008", Trouble::Finding),
        (
            line("d", "x").replace(
                r#""channel""#,
                r#""occurred_from":"2026-11-23T19:00:00+07:00","occurred_to":"2026-11-23T18:00:00+07:00","channel""#,
            ),
            "E200",
            Trouble::Finding,
        ),
        ("{\"title\":".to_owned(), "E001", Trouble::Data),
        (line("d", "x").replace(r#""channel""#, r#""title":"y","channel""#), "E005", Trouble::Finding),
    ] {
        let refused = add(&format!("{}\n{second}", line("e", "Bốn"))).unwrap_err();
        assert!(
            refused.iter().any(|r| r.line == 2 && r.finding.code == code && r.kind() == kind),
            "{code}: {refused:?}"
        );
    }
    assert_eq!(count(&book), 2);
    let twins = format!("{}\n{}", line("f", "Năm"), line("f", "Năm"));
    let twins = add(&twins).unwrap();
    assert!(!twins[0].known && twins[1].known && twins[0].record == twins[1].record);
}

#[test]
fn officers_may_do_what_their_role_says() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let saved = save(&book, &who, "Của chỉ huy", &mut mint);
    let new = registers::NewOfficer {
        name: "Phạm Văn Dũng",
        role: Role::Officer,
        rank: Some("Trung úy"),
        number: None,
        password: "một mật khẩu khác",
        work: WORK,
    };
    let login = registers::add_officer(&book, &who, &new, &mut mint).unwrap();
    assert_eq!(login, "pham-van-dung");
    let (other, officer) = sign_in(folder.path(), Some("Phạm Văn Dũng"), "một mật khẩu khác", Mode::Write).unwrap();
    assert_eq!((officer.role, officer.name.as_str()), (Role::Officer, "Phạm Văn Dũng"));
    let amendment = Amendment { id: mint.id(), record: saved.record, input: &object(json!({})), why: "x", base: None };
    assert_eq!(codes(amend(&other, &officer, &amendment, &mut mint)), ["E021"]);
    assert_eq!(registers::new_recovery(&other, &officer, &mut mint).unwrap_err().code, "E021");
    let plan = json!({"planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00"});
    let ids = (mint.id(), mint.id());
    shift::open(&other, &officer, ids, &object(plan.clone()), &mut mint).unwrap();
    let ids = (mint.id(), mint.id());
    assert_eq!(codes(shift::open(&book, &who, ids, &object(plan), &mut mint)), ["E401"]);
    let own = save(&other, &officer, "Của trực ban", &mut mint);
    assert!(own.findings.is_empty(), "within the shift: {:?}", own.findings);
    let change = |mint: &mut Clock| {
        let input = object(json!({"title": "Của trực ban, sửa"}));
        let amendment = Amendment { id: mint.id(), record: own.record, input: &input, why: "rõ hơn", base: None };
        amend(&other, &officer, &amendment, mint)
    };
    change(&mut mint).unwrap();
    let id = mint.id();
    let accepted = |record| json!({"record": record, "item": "incident", "answer": "accepted"});
    let answers = object(json!({"handover": [accepted(saved.record), accepted(own.record)]}));
    shift::close(&other, &officer, (id, None), (&answers, None), &mut mint).unwrap();
    assert_eq!(codes(change(&mut mint)), ["E021"], "the shift is over");
    assert_eq!(std::fs::read_dir(book.folder().backups()).unwrap().count(), 1, "a backup at close");
    let id = mint.id();
    assert_eq!(codes(shift::close(&other, &officer, (id, None), (&object(json!({})), None), &mut mint)), ["E402"]);
}

#[test]
fn a_restored_logbook_goes_on_in_a_new_journal() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let at = |name: &str| folder.path().join(name);
    let Founded { book, who, .. } = post(&at("a"), &mut mint);
    let saved = save(&book, &who, "Trước khi hỏng máy", &mut mint);
    let head = book.own_head().unwrap();
    keep::backup(&book, &who, &at("copy.tar"), &mut mint).unwrap();
    let (ended, officer) = (book.own().journal, Some("nguyen-van-an"));
    drop(book);
    assert_eq!(keep::restore(&at("copy.tar"), &at("a"), (officer, PASSWORD), &mut mint).unwrap_err().code, "E024");
    assert_eq!(
        keep::restore(&at("copy.tar"), &at("b"), (officer, "sai mật khẩu"), &mut mint).unwrap_err().code,
        "E020"
    );
    assert!(!at("b").exists(), "nothing is left of a failed restore");
    keep::restore(&at("copy.tar"), &at("b"), (officer, PASSWORD), &mut mint).unwrap();
    let (book, who) = sign_in(&at("b"), officer, PASSWORD, Mode::Write).unwrap();
    assert_ne!(book.own().journal, ended);
    let record = book.record(&saved.record).unwrap();
    assert_eq!(book.with_persons(&record).unwrap().items("persons").len(), 1);
    let newest = |limit| {
        let lines = book.newest_lines(limit).unwrap();
        lines.into_iter().filter_map(|line| line.row.title).collect::<Vec<_>>()
    };
    assert_eq!(newest(20), ["Trước khi hỏng máy"], "what was last done stands in the volume before");
    let unit = registers::unit(&book).unwrap();
    assert_eq!(unit["continues"], json!({"journal": ended, "seq": head.seq, "head": head.hash.hex()}));
    assert_eq!(save(&book, &who, "Sau khi khôi phục", &mut mint).number, "LDG-P2-VV-2026-001000");
    assert_eq!(newest(20), ["Sau khi khôi phục", "Trước khi hỏng máy"]);
    assert_eq!(newest(1), ["Sau khi khôi phục"]);
    let health = keep::doctor(&book, &who).unwrap();
    assert!(health.is_ok(), "{health:?}");
    let file = keep::export_journal(&book, &who, &at("out")).unwrap();
    let lines = std::fs::read(file).unwrap();
    let mut prev = "0".repeat(64);
    for line in lines.split(|b| *b == b'\n').filter(|line| !line.is_empty()) {
        let entry: serde_json::Value = serde_json::from_slice(line).unwrap();
        assert_eq!(entry["prev"], json!(prev));
        prev = trucban::journal::Hash::of(line).hex();
    }
}

#[test]
fn a_disabled_officer_opens_nothing_with_what_they_know() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let saved = save(&book, &who, "Trước khi đổi khóa", &mut mint);
    let password = "một mật khẩu khác";
    let new = registers::NewOfficer {
        name: "Phạm Văn Dũng",
        role: Role::Officer,
        rank: None,
        number: None,
        password,
        work: WORK,
    };
    let login = registers::add_officer(&book, &who, &new, &mut mint).unwrap();
    let copied = unlock_key(folder.path(), &login, password).unwrap();
    let mut book = book;
    let (window, officer) = sign_in(folder.path(), Some(&login), password, Mode::Write).unwrap();
    assert_eq!(registers::disable_officer(&mut book, &who, &login, &mut mint).unwrap_err().code, "E028");
    drop(window);
    assert_eq!(registers::disable_officer(&mut book, &officer, &who.login, &mut mint).unwrap_err().code, "E021");
    assert_eq!(registers::disable_officer(&mut book, &who, &who.login, &mut mint).unwrap_err().code, "E056");
    assert_eq!(registers::disable_officer(&mut book, &who, "Phạm Văn Dũng", &mut mint).unwrap(), login);
    assert_eq!(sign_in(folder.path(), Some(&login), password, Mode::Write).err().unwrap().code, "E022");
    assert_eq!(Logbook::open(folder.path(), &copied[0], Mode::Read).err().unwrap().code, "E043", "the copied key");
    assert!(registers::officers(&book, &who).unwrap().iter().any(|o| o.id == officer.officer && o.ended));
    save(&book, &who, "Sau khi đổi khóa", &mut mint);
    drop(book);
    let (book, who) = sign_in(folder.path(), Some(&who.login), PASSWORD, Mode::Write).unwrap();
    assert_eq!(book.record(&saved.record).unwrap().data.text("title"), Some("Trước khi đổi khóa"));
    assert!(keep::doctor(&book, &who).unwrap().is_ok());
}

#[test]
fn a_rule_of_retention_takes_what_it_names_and_nothing_while_the_posts_own_rules_are_wrong() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let tip = |book: &Logbook, mint: &mut Clock| {
        let input = object(json!({
            "received_at": when::kept(mint.now()), "channel": "phone", "topic": "drugs", "area": "TDP 4",
            "content": "Có người lạ", "persons": [{"role": "informant", "name": "Trần Thị Cúc"}],
        }));
        let (id, record) = (mint.id(), mint.id());
        create(book, &who, &Form { id, record, kind: Kind::Tip, input: &input }, mint).unwrap().record
    };
    let old = tip(&book, &mut mint);
    mint.pass(chrono::TimeDelta::days(30));
    let held = tip(&book, &mut mint);
    purge::hold(&book, &who, &held, &mut mint).unwrap();
    let due = |now: &str| {
        let now = when::parse(now).unwrap();
        purge::preview(&book, &who, purge::Which::Rule("tip-2y"), now).unwrap().len()
    };
    assert_eq!((due("2028-11-23T20:00:00+07:00"), due("2028-11-23T20:01:00+07:00")), (0, 1));
    assert_eq!(due("2029-01-01T00:00:00+07:00"), 2);
    let refused = |name: &str, mint: &mut Clock| {
        purge::purge(&book, &who, purge::Which::Rule(name), "hết hạn lưu", mint).unwrap_err().code
    };
    mint.pass(chrono::TimeDelta::days(800));
    assert_eq!(refused("tip-2", &mut mint), "E008");
    std::fs::write(book.rules_file(), "[[retention]]\nid = ").unwrap();
    assert_eq!(refused("tip-2y", &mut mint), "E060", "what somebody meant to keep longer would go");
    std::fs::remove_file(book.rules_file()).unwrap();
    let gone = purge::purge(&book, &who, purge::Which::Rule("tip-2y"), "hết hạn lưu", &mut mint).unwrap();
    assert_eq!(gone.iter().map(|gone| gone.row.record).collect::<Vec<_>>(), [old], "a hold stops it");
    let persons = |record| book.with_persons(&book.record(&record).unwrap()).unwrap().items("persons").len();
    assert_eq!((persons(old), persons(held)), (0, 1));
    assert!(keep::doctor(&book, &who).unwrap().is_ok());
}

#[test]
fn what_a_purge_removes_is_in_no_file_and_the_chain_still_holds() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let saved = save(&book, &who, "Nạn nhân gọi 0987654321", &mut mint);
    let input = object(json!({"title": "Trộm xe máy"}));
    let amendment = Amendment { id: mint.id(), record: saved.record, input: &input, why: "bỏ số máy", base: None };
    amend(&book, &who, &amendment, &mut mint).unwrap();
    book.backup_here(mint.now()).unwrap();
    let before = book.own_head().unwrap().seq;
    let (which, now) = (purge::Which::Record(saved.record), mint.now());
    let seen = purge::preview(&book, &who, which, now).unwrap();
    assert_eq!(
        seen[0].sheaves.iter().map(|s| (s.seq, s.persons)).collect::<Vec<_>>(),
        [(5, false), (5, true), (6, true)]
    );
    assert_eq!(book.own_head().unwrap().seq, before, "a preview changes nothing");
    purge::hold(&book, &who, &saved.record, &mut mint).unwrap();
    assert_eq!(purge::purge(&book, &who, which, "hết cần", &mut mint).unwrap_err().code, "E057");
    assert!(purge::release(&book, &who, &saved.record, &mut mint).unwrap());
    assert_eq!(purge::purge(&book, &who, which, " ", &mut mint).unwrap_err().code, "E013");
    assert_eq!(purge::purge(&book, &who, which, "hết cần", &mut mint).unwrap().len(), 1);
    assert!(purge::preview(&book, &who, which, now).unwrap().is_empty());
    let record = book.record(&saved.record).unwrap();
    assert_eq!(
        (record.data.text("title"), book.with_persons(&record).unwrap().items("persons").len()),
        (Some("Trộm xe máy"), 0)
    );
    assert!(book.list(&Filter { query: Some("0987654321".into()), limit: 9, ..Filter::default() }).unwrap().is_empty());
    let health = keep::doctor(&book, &who).unwrap();
    assert!(health.is_ok() && (health.purged, health.lost) == (3, 0), "{health:?}");
    assert_eq!(std::fs::read_dir(book.folder().backups()).unwrap().count(), 1, "older backups are gone");
    keep::new_journal(&mut { book }, &who, "thử", &mut mint).unwrap();
    let (book, who) = sign_in(folder.path(), None, PASSWORD, Mode::Write).unwrap();
    assert!(keep::doctor(&book, &who).unwrap().is_ok(), "a purge still counts in the next journal");
}

#[test]
fn a_clock_behind_the_entry_before_is_said_and_one_ahead_is_not() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let said = |saved: &Saved| saved.findings.iter().map(|finding| finding.code).collect::<Vec<_>>();
    let mut behind = Clock::at("2026-11-23T19:50:00+07:00", 2);
    let mut again = Clock::at("2026-11-23T20:00:30+07:00", 3);
    let sorted = |saved: &Saved| {
        let mut codes = said(saved);
        codes.sort_unstable();
        codes
    };
    assert_eq!(sorted(&save(&book, &who, "Mất xe", &mut behind)), ["W001", "W002"]);
    assert_eq!(sorted(&save(&book, &who, "Mất ví", &mut again)), ["W002"]);
}

#[test]
fn a_backup_that_fails_is_said_and_the_shift_is_closed() {
    let (folder, mut mint) = (tempfile::tempdir().unwrap(), Clock::evening());
    let Founded { book, who, .. } = post(folder.path(), &mut mint);
    let times = json!({"planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00"});
    let closed = |mint: &mut Clock| {
        let ids = (mint.id(), mint.id());
        shift::open(&book, &who, ids, &object(times.clone()), mint).unwrap();
        let saved = shift::close(&book, &who, (mint.id(), None), (&object(json!({})), None), mint).unwrap();
        saved.findings.iter().map(|finding| finding.code).collect::<Vec<_>>()
    };
    assert_eq!(closed(&mut mint), Vec::<&str>::new());
    let backups = book.folder().backups();
    std::fs::remove_dir_all(&backups).unwrap();
    std::fs::write(&backups, "a file where the folder was").unwrap();
    assert_eq!(closed(&mut mint), ["W403"]);
    assert_eq!(book.open_shift().unwrap(), None);
}
