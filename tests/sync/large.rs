//! More than a batch may hold, and chance: any delivery of any batches ends where an orderly one does.

use proptest::prelude::*;
use trucban::acts::week::Which;
use trucban::journal::{Act, Mint as _};
use trucban::logbook::New;
use trucban::record::{Data, Kind};

use crate::common::object;
use crate::purged::{amended, purge, withheld};
use crate::two::Two;

#[test]
fn more_than_a_batch_may_hold_goes_out_in_several_also_what_a_later_one_purges() {
    let mut two = Two::new();
    let record = amended(&mut two);
    let at = two.clock.now();
    two.post
        .book
        .write(|book| {
            for n in 0..20_100 {
                let data = object(serde_json::json!({"code": format!("K{n}"), "name": format!("Khu {n}")}));
                let new = New {
                    id: two.clock.id(),
                    at,
                    by: two.post.who.officer,
                    shift: None,
                    act: Act::Create,
                    kind: Kind::Area,
                    record: two.clock.id(),
                    base: None,
                    why: None,
                    data: Data(data),
                };
                book.append(&new, &mut two.clock)?;
            }
            Ok(())
        })
        .unwrap();
    purge(&mut two, record);
    let exported = two.export("out");
    let sealed = two.post.book.sealed().unwrap();
    assert_eq!((exported.sealed, sealed[0].entries(), sealed[1].first), (2, 20_000, 20_001));
    assert_eq!((sealed[0].number, sealed[1].number, &sealed[0].week), (1, 2, &sealed[1].week));
    let start = std::time::Instant::now();
    let run = two.receive(&[two.out("out")]);
    let took = start.elapsed();
    let new: u64 = run.files.iter().map(|handed| handed.item.entries_new).sum();
    assert!(run.files.iter().all(|handed| handed.item.result == "merged"), "{took:?}");
    assert_eq!(new, sealed[1].last);
    assert_eq!(
        (run.files[0].item.findings.len(), withheld(&two)),
        (1, 0),
        "said with the first, explained by the second"
    );
    let health = two.desk.book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    // The second export of a number is only that number.
    let again = two.out("again");
    assert_eq!(two.try_export(&again, Which::Number(2), false).unwrap().files.len(), 2);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 8, ..ProptestConfig::default() })]

    #[test]
    fn any_delivery_ends_in_one_state(deliveries in proptest::collection::vec(0..5_usize, 0..14), seed in 2..1000_u64) {
        let mut two = Two::new();
        two.clock = crate::common::Clock::at("2026-11-23T21:00:00+07:00", seed);
        let files: Vec<_> = (1..=5)
            .map(|n| {
                two.log(&format!("Vụ {n}"));
                two.export("out").file
            })
            .collect();
        for n in deliveries {
            two.receive(&files[n..=n]);
        }
        two.receive(&files);
        let end = two.desk.book.merged_through("LDG-P2").unwrap();
        let head = two.post.book.journal_head(&two.post.book.own().journal).unwrap().unwrap();
        prop_assert_eq!((end[0].number, end[0].seq, end[0].head), (5, head.seq, head.hash));
        two.healthy();
        let list = |book: &trucban::logbook::Logbook| {
            let filter = trucban::logbook::Filter { limit: 100, ..Default::default() };
            book.list(&filter).unwrap().into_iter().map(|row| (row.number, row.title)).collect::<Vec<_>>()
        };
        prop_assert_eq!(list(&two.desk.book), list(&two.post.book));
    }
}
