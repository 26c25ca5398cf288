//! Two windows on one logbook: two pairs of threads, each with its own connections and its own share of the lock.

use std::time::Instant;

use super::*;
use crate::acts::registers::{NewOfficer, add_officer, disable_officer};
use crate::acts::{Role, Who};
use crate::logbook::Logbook;
use crate::record::{Kind as Sort, Number};

/// Two windows with their officer signed in.
fn two() -> (Bench, Bench) {
    let mut one = Bench::new();
    one.unlock();
    let mut other = one.another_window();
    other.unlock();
    (one, other)
}

fn create(title: &str) -> Save {
    let (entry, record) = (Clock.id(), Clock.id());
    Save { ticket: 7, deed: Deed::Create(Sort::Incident), entry, record, fields: incident(title) }
}

fn amend(record: Uuid, fields: &Value) -> Save {
    let fields = fields.as_object().unwrap().clone();
    Save { ticket: 7, deed: Deed::Amend { why: "nghe lại".into(), base: 1 }, entry: Clock.id(), record, fields }
}

impl Bench {
    fn saved(&self) -> Result<Saved, Refused> {
        let Msg::Saved(7, done) = self.msg() else { panic!("not saved") };
        done
    }

    fn do_save(&mut self, save: Save) -> Result<Saved, Refused> {
        self.hands.perform(Effect::Save(Box::new(save)));
        self.saved()
    }

    /// The logbook, opened beside the windows.
    fn beside(&self) -> (Logbook, Who) {
        session::sign_in(self.folder.path(), Some("nguyen-van-an"), PASSWORD, Mode::Write).unwrap()
    }
}

#[test]
fn what_both_add_at_once_has_numbers_and_places_without_a_gap_or_a_double() {
    const EACH: u64 = 40;
    let (mut one, mut other) = two();
    let (book, _) = one.beside();
    let before = book.own_entries().unwrap();
    for n in 0..EACH {
        for window in [&mut one, &mut other] {
            window.hands.perform(Effect::Save(Box::new(create(&format!("Vụ số {n}")))));
        }
    }
    let saved = (0..EACH).flat_map(|_| [one.saved().unwrap(), other.saved().unwrap()]);
    let mut numbers: Vec<u64> = saved.map(|saved| Number::parse(&saved.number).unwrap().serial).collect();
    numbers.sort_unstable();
    assert_eq!(numbers, (1..=2 * EACH).collect::<Vec<_>>());

    let mut places = Vec::new();
    let mut each = |seq, _: &[u8]| {
        places.push(seq);
        Ok(())
    };
    book.each_line(&book.own().journal, 1, &mut each).unwrap();
    assert_eq!(places, (1..=before + 2 * EACH).collect::<Vec<_>>());
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
}

#[test]
fn of_two_amendments_the_later_one_writes_nothing_and_finds_the_other() {
    let (mut one, mut other) = two();
    let record = one.do_save(create("Trộm xe máy")).unwrap().record;
    assert_eq!(one.do_save(amend(record, &json!({"loss_vnd": 20_000_000}))).unwrap().rev, 2);
    let later = amend(record, &json!({"place": "cổng sau"}));
    let Err(Refused::Fault(fault)) = other.do_save(later.clone()) else { panic!("written over") };
    assert_eq!((fault.code, fault.kind.exit()), ("E010", 6));
    let theirs = other.detail(record).record;
    assert_eq!((theirs.version, theirs.data.get("loss_vnd")), (2, &20_000_000.into()));
    assert!(theirs.data.get("place").is_null());

    // Made anew from what stands there now, it is the same entry still.
    let again = Save { deed: Deed::Amend { why: "nghe lại".into(), base: 2 }, ..later };
    assert_eq!(other.do_save(again.clone()).unwrap().rev, 3);
    assert!(other.do_save(again).unwrap().known);
    let both = one.detail(record).record.data;
    assert_eq!((both.get("loss_vnd"), both.get("place")), (&20_000_000.into(), &"cổng sau".into()));
}

#[test]
fn an_officer_is_disabled_when_the_other_window_is_closed_or_locked() {
    let (mut one, other) = two();
    let (mut book, who) = one.beside();
    let new =
        NewOfficer {
            name: "Lê Thị Bình", role: Role::Officer, rank: None, number: None, password: PASSWORD, work: 15
        };
    let login = add_officer(&book, &who, &new, &mut Clock).unwrap();
    let mut disable = || disable_officer(&mut book, &who, &login, &mut Clock);
    let refused = disable().unwrap_err();
    assert_eq!((refused.code, refused.kind.exit()), ("E028", 6));
    drop(other);
    assert_eq!(disable().unwrap_err().code, "E028", "one is open still");
    assert!(session::sign_in(one.folder.path(), Some(&login), PASSWORD, Mode::Write).is_ok(), "nothing was begun");

    one.keep("{\"title\":\"Trộm\"}");
    one.hands.perform(Effect::Lock);
    // Both threads let go of the logbook by themselves, soon.
    let patience = Instant::now();
    while let Err(fault) = disable() {
        assert_eq!(fault.code, "E028");
        assert!(patience.elapsed() < Duration::from_secs(20), "a locked window holds nothing");
        std::thread::sleep(Duration::from_millis(5));
    }
    assert!(matches!(one.msg(), Msg::DraftKept(Ok(_))));
    assert_eq!(one.unlock().drafts.len(), 1, "the new key opens for who stays, with all that was typed");
    let gone = session::sign_in(one.folder.path(), Some(&login), PASSWORD, Mode::Write);
    assert_eq!(gone.err().unwrap().code, "E022");
}
