//! Shuffled, repeated, dropped, redelivered, forked: whatever comes in whatever order, the desk ends in one state.

use std::path::PathBuf;

use trucban::logbook::Fate;

use crate::two::{Two, result, told};

/// A post with so many weeks handed in, each into a folder of its own.
fn weeks(two: &mut Two, n: usize) -> Vec<PathBuf> {
    (1..=n)
        .map(|week| {
            two.log(&format!("Vụ {week}"));
            let out = two.out("out");
            two.try_export(&out, trucban::acts::week::Which::Due, false).unwrap().file
        })
        .collect()
}

#[test]
fn two_batches_in_reverse_order_end_merged() {
    let mut two = Two::new();
    let files = weeks(&mut two, 2);
    let before = two.state();
    assert_eq!(two.receive_one(&files[1]), result("held-gap", Some("E120")));
    assert_eq!(two.state(), before);
    let run = two.receive(&files[..1]);
    assert_eq!(run.files.iter().map(told).collect::<Vec<_>>(), [result("merged", None), result("merged", None)]);
    assert_eq!(run.files[0].receipt, run.files[1].receipt);
    assert!(two.desk.book.received_of("LDG-P2", Fate::Held).unwrap().is_empty());
    two.healthy();
    let receipt = std::fs::read(run.files[0].receipt.as_ref().unwrap()).unwrap();
    let receipt = trucban::sync::receipt::parse(&receipt).unwrap();
    assert_eq!((receipt.items.len(), receipt.ack_through[0].number), (2, 2));
}

#[test]
fn a_folder_goes_in_by_number_and_the_missing_ones_are_named() {
    let mut two = Two::new();
    let files = weeks(&mut two, 4);
    for file in &files[..2] {
        std::fs::remove_file(file).unwrap();
    }
    let run = two.receive(&[two.out("out")]);
    assert_eq!(run.files.iter().map(told).collect::<Vec<_>>(), vec![result("held-gap", Some("E120")); 2]);
    assert_eq!(run.files[1].item.missing, [1, 2, 3]);
    // Nothing was acknowledged, so the post writes them all again.
    two.export("again");
    let run = two.receive(&[two.out("again")]);
    assert_eq!(run.files.iter().filter(|handed| handed.item.result == "merged").count(), 4);
    two.healthy();
}

#[test]
fn any_order_with_repeats_ends_in_the_same_state() {
    let mut two = Two::new();
    let files = weeks(&mut two, 4);
    let mut ends = Vec::new();
    for order in [vec![0, 1, 2, 3], vec![3, 2, 1, 0], vec![2, 0, 0, 3, 1, 2], vec![1, 3, 1, 0, 2, 3]] {
        let desk = crate::common::desk(&two.out(&format!("desk-{}", ends.len())), &mut two.clock);
        let name = std::mem::replace(&mut two.desk, desk);
        let card = trucban::acts::week::card(&two.post.book, &two.post.who).unwrap();
        trucban::acts::desk::trust(&two.desk.book, &two.desk.who, &card, None, &mut two.clock).unwrap();
        // The same identity, or it couldn't read what was sealed for the first desk.
        let identity = name.book.kept("identity").unwrap().unwrap();
        two.desk.book.write(|book| book.keep("identity", &identity)).unwrap();
        for n in &order {
            two.receive(&files[*n..=*n]);
        }
        let listed = two.desk.book.list(&trucban::logbook::Filter { limit: 100, ..Default::default() }).unwrap();
        ends.push((
            two.desk.book.merged_through("LDG-P2").unwrap(),
            listed.iter().map(|row| row.number.clone()).collect::<Vec<_>>(),
        ));
        two.healthy();
    }
    assert!(ends.iter().all(|end| *end == ends[0]));
    assert_eq!(ends[0].0[0].number, 4);
}
