//! Twenty posts at once: whatever comes in whatever order, twice, or not at all at first, the desk ends in one state.

use std::collections::HashSet;
use std::path::{Path, PathBuf};

use proptest::test_runner::{RngAlgorithm, TestRng, TestRunner};
use proptest::{collection::vec, prelude::*};
use trucban::acts::session::Founded;
use trucban::acts::{desk, week};
use trucban::logbook::{Fate, KeyState};

use crate::common::Clock;
use crate::many::{self, Many};

const POSTS: usize = 20;
const WEEKS: usize = 3;
/// This post changes its key: its second batch names the new one, which signs the third.
const ANOTHER_KEY: usize = 0;
/// Two copies of this post's folder go on by themselves after the first week.
const TWO_STORIES: usize = 1;

/// What the posts hand in: records that are amended in later weeks, a key that changes, and a second story.
fn handed_in() -> Many {
    let mut many = Many::new(POSTS);
    for post in 0..POSTS {
        let first = many.log(post, "Mất xe");
        many.export(post);
        if post == TWO_STORIES {
            go_on_twice(&mut many, first);
        }
        if post == ANOTHER_KEY {
            let Founded { book, who, .. } = &many.posts[post];
            week::new_key(book, who, false, &mut many.clock).unwrap();
        }
        for week in 2..=WEEKS {
            many.log(post, &format!("Vụ tuần {week}"));
            many.amend(post, first, &format!("Mất xe, sửa tuần {week}"));
            let file = many.export(post);
            if post == ANOTHER_KEY && week == 2 {
                acknowledge(&mut many, post, &file);
            }
        }
    }
    many
}

/// A copy of a post's folder tells its own second week.
fn go_on_twice(many: &mut Many, first: uuid::Uuid) {
    let twin = many.root.path().join("twin");
    many::copy(many.posts[TWO_STORIES].book.folder().path(), &twin);
    let (book, who) = many::open(&twin);
    let told = std::mem::replace(&mut many.posts[TWO_STORIES].book, book);
    assert_eq!(who.officer, many.posts[TWO_STORIES].who.officer);
    many.amend(TWO_STORIES, first, "Mất xe, chuyện khác");
    let out = many.stick().join("other");
    many.export_to(TWO_STORIES, &out);
    many.posts[TWO_STORIES].book = told;
}

/// A desk takes what this post has handed in so far, and the post takes the receipt.
fn acknowledge(many: &mut Many, post: usize, newest: &Path) {
    let (book, who) = many::open(&many.fresh_desk("first-desk"));
    let tag = newest.file_name().unwrap().to_str().unwrap().split_once("-2026").unwrap().0.to_owned() + "-2026";
    let files: Vec<_> = files(&many.stick()).into_iter().filter(|file| file.to_str().unwrap().contains(&tag)).collect();
    let out = book.folder().outbox();
    let run = desk::receive(&book, &who, (&files, Some(&out)), &mut many.clock, &mut |_| Ok(())).unwrap();
    let Founded { book, who, .. } = &many.posts[post];
    let taken = week::receipt(book, who, run.files[0].receipt.as_ref().unwrap(), &mut many.clock).unwrap();
    assert!(taken.findings.is_empty(), "{:?}", taken.findings);
}

fn files(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
        if entry.is_dir() {
            found.extend(files(&entry));
        } else if entry.extension().is_some_and(|e| e == "age") {
            found.push(entry);
        }
    }
    found.sort();
    found
}

/// What a desk ends with when these runs come in, and then all of it.
struct End {
    /// Each post's whole state; of the one with two stories only as far as both agree.
    states: Vec<String>,
    /// Results met on the way.
    met: HashSet<String>,
}

fn end(many: &Many, runs: &[Vec<PathBuf>]) -> End {
    let folder = many.fresh_desk("log");
    let (book, who) = many::open(&folder);
    let (out, mut clock, mut met) = (folder.join("outbox"), Clock::at("2026-12-20T08:00:00+07:00", 9), HashSet::new());
    let all = vec![many.stick()];
    for paths in runs.iter().chain([&all]) {
        let run = desk::receive(&book, &who, (paths, Some(&out)), &mut clock, &mut |_| Ok(())).unwrap();
        assert!(run.trouble.is_none(), "{:?}", run.trouble);
        met.extend(run.files.into_iter().map(|handed| handed.item.result));
    }
    let health = book.check().unwrap();
    assert!(health.is_ok(), "{health:?}");
    let two_stories = format!("LDG-P{}", TWO_STORIES + 1);
    let states = book.posts().unwrap().into_iter().map(|post| {
        // What came first stays, so the rest depends on the order for good.
        if post.unit == two_stories {
            many::common_story(&book, &post.unit)
        } else {
            many::state(&book, &post.unit).hex()
        }
    });
    let states = states.collect();
    assert_eq!(book.received_of(&two_stories, Fate::Held).unwrap().len(), 0);
    let keys = book.keys_of(&format!("LDG-P{}", ANOTHER_KEY + 1)).unwrap();
    assert_eq!(keys.iter().map(|known| known.state).collect::<Vec<_>>(), [KeyState::Valid, KeyState::Revoked]);
    End { states, met }
}

#[test]
fn batches_of_twenty_posts_shuffled_repeated_dropped_and_redelivered_end_in_one_state() {
    let many = handed_in();
    let all = files(&many.stick());
    assert_eq!(all.len(), POSTS * WEEKS + 2, "the second story with its own copy of the first week");
    let undisturbed = end(&many, &[]);
    let config = ProptestConfig { cases: 3, failure_persistence: None, ..ProptestConfig::default() };
    let mut runner = TestRunner::new_with_rng(config, TestRng::deterministic_rng(RngAlgorithm::ChaCha));
    let runs = vec(vec(proptest::sample::select(all), 1..9), 8..16);
    let met = std::cell::RefCell::new(undisturbed.met);
    runner
        .run(&runs, |runs| {
            let shuffled = end(&many, &runs);
            met.borrow_mut().extend(shuffled.met);
            prop_assert_eq!(&shuffled.states, &undisturbed.states);
            Ok(())
        })
        .unwrap();
    for result in ["merged", "already-merged", "held-gap", "fork", "unknown-post"] {
        assert!(met.borrow().contains(result), "no run met {result}");
    }
}
