//! What a purge takes is in no file of post and desk: every byte is looked at once the keys are applied, by a script
//! that knows only the database's and age's own formats.

use std::path::{Path, PathBuf};

use trucban::acts::keep;
use trucban::acts::purge::{Which, hold, purge, release};
use trucban::acts::session::Founded;
use trucban::journal::Mint as _;
use trucban::logbook::{Filter, Logbook, open_with};
use trucban::seal::Identity;
use uuid::Uuid;

use crate::tools::{ready, shell};
use crate::week::Week;
use crate::week::work::{HEAD, SECRETS};

/// Every byte of a logbook's folder; an identity file opens the batches in it.
fn bytes(week: &Week, founded: &Founded, folder: &Path) -> Vec<u8> {
    let paper = Identity::parse(&founded.recovery).unwrap();
    let key = open_with(folder, &paper).unwrap().into_iter().next().unwrap();
    let script = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("tests/stock_tools/pages.py");
    let identity = if founded.book.own().desk { "desk.age-identity" } else { "paper.txt" };
    let (script, folder) = (script.display(), folder.display());
    let done = shell(&week.out(), &format!("python3 '{script}' '{folder}' {} {identity}", *key.hex()));
    assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    done.stdout
}

fn holds(bytes: &[u8], words: &str) -> bool {
    bytes.windows(words.len()).any(|window| window == words.as_bytes())
}

fn found(book: &Logbook, words: &str) -> usize {
    book.list(&Filter { query: Some(words.into()), limit: 9, ..Filter::default() }).unwrap().len()
}

#[test]
fn what_a_purge_takes_is_in_no_file_of_post_and_desk() {
    if !ready("bytes of a folder", &["python3", "openssl", "age"]) {
        return;
    }
    let mut week = Week::new(true);
    let folders = [week.logbook(), week.logbook().with_file_name("desk")];
    week.introduce();
    let name = format!("{}.tar.age", week.name);
    assert_eq!(week.receive_one(&name).0, "merged");
    // A superseded version holds what never should have stood there; its index knew the word.
    let words = ["Zukhotran", SECRETS[0], SECRETS[1], HEAD];
    let records = week.with_secrets(words[0]);
    week.post.book.backup_here(week.mint.now()).unwrap();
    week.hand_in("second");
    assert_eq!(found(&week.post.book, words[0]), 0, "the newest version doesn't say it");
    let before = [bytes(&week, &week.post, &folders[0]), bytes(&week, &week.desk, &folders[1])];
    for word in words {
        assert!(holds(&before[0], word), "{word} is there before");
    }
    assert!(holds(&before[1], words[0]) && holds(&before[1], HEAD), "the desk has what was sent");
    assert!(!holds(&before[1], SECRETS[0]) && !holds(&before[1], SECRETS[1]), "and nothing else");

    take(&mut week, &records);
    week.hand_in("third");
    for (founded, folder) in [(&week.post, &folders[0]), (&week.desk, &folders[1])] {
        let after = bytes(&week, founded, folder);
        assert!(holds(&after, "Zukhosau"), "what stays is still there");
        for word in words {
            assert!(!holds(&after, word), "{word} in {}", folder.display());
        }
        let health = keep::doctor(&founded.book, &founded.who).unwrap();
        assert!(health.is_ok() && health.lost == 0 && health.chain == "ok", "{health:?}");
    }
}

/// A hold stops it; without one it goes.
fn take(week: &mut Week, records: &[Uuid]) {
    let Week { post, mint, .. } = week;
    let (book, who) = (&post.book, &post.who);
    for record in records {
        hold(book, who, record, mint).unwrap();
        assert_eq!(purge(book, who, Which::Record(*record), "hết thời hạn", mint).unwrap_err().code, "E057");
        assert!(release(book, who, record, mint).unwrap());
        assert_eq!(purge(book, who, Which::Record(*record), "hết thời hạn", mint).unwrap().len(), 1);
    }
}
