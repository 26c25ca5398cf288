//! The largest batch that is allowed: how much memory receiving it takes, in a process of its own, and what it costs when
//! its outer signature is bad.

use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::json;
use trucban::acts::desk;
use trucban::acts::session::{Founded, sign_in};
use trucban::journal::{Act, Mint as _};
use trucban::logbook::{Logbook, Mode, New};
use trucban::record::period::Week;
use trucban::record::rulebook::Rulebook;
use trucban::record::{Data, Kind};
use trucban::sync::pack::{self, Sealing};
use trucban::sync::{Card, MAX_ENTRIES, MAX_PAYLOAD};
use uuid::Uuid;

use super::common;
use super::common::year::{born, desk_at, put};
use super::receive::read;

/// Set for the process that receives: the folder of the desk.
pub const CHILD: &str = "TRUCBAN_BENCH_DESK";
/// Letters of a narrative, so that as many entries as a batch may have come near its most bytes.
const LETTERS: usize = 1300;

/// Makes the batch and takes both figures.
pub fn all() {
    let folder = common::cache().join("desk-largest");
    let desk = desk_at(&folder);
    let out = folder.join("stick");
    std::fs::create_dir_all(&out).unwrap();
    let (file, entries, payload) = largest(&desk, &out);
    drop(desk);
    println!("\n### The largest batch: {entries} entries, {} MiB\n", payload / 1024 / 1024);
    badly_signed(&folder, &file);
    let child = Command::new(std::env::current_exe().unwrap()).env(CHILD, &folder).output().unwrap();
    assert!(child.status.success(), "{}", String::from_utf8_lossy(&child.stderr));
    println!("receiving it: {} (at most 150 MB)", String::from_utf8_lossy(&child.stdout).trim());
    std::fs::remove_dir_all(folder).unwrap();
}

/// A batch as large as one may be.
fn largest(desk: &Founded, out: &Path) -> (PathBuf, u64, u64) {
    let folder = common::cache().join("post-largest");
    let plan = trucban::demo::Plan { records: 1, weeks: 1, seed: 1, until: common::until() };
    let (book, _) = born(&folder, "LDG-P1", plan);
    desk::trust(&desk.book, &desk.who, &Card::own(&book).ok().unwrap(), None, &mut common::Clock).ok().unwrap();
    let receiver = Card::own(&desk.book).ok().unwrap();
    book.write(|book| (0..MAX_ENTRIES).try_for_each(|n| append(book, n))).ok().unwrap();
    let (week, findings) =
        (Week::containing(common::until(), Rulebook::builtin().calendar()), std::collections::BTreeMap::new());
    let sealing = Sealing { week, at: week.to, receiver: &receiver, persons: false, findings: &findings };
    let sealed = book.write(|book| pack::seal(book, &sealing, &mut |_| Ok(()))).ok().unwrap().remove(0);
    let tar = pack::remake(&book, &sealed).ok().unwrap();
    let file = out.join(pack::name(&book, &sealed).file());
    put(&book, &receiver, &tar, &file);
    let payload = trucban::sync::bag::Bag::walk(&tar).ok().unwrap().oxum().0;
    assert!(payload > MAX_PAYLOAD * 9 / 10, "{payload}");
    drop(book);
    std::fs::remove_dir_all(folder).unwrap();
    (file, sealed.entries(), payload)
}

fn append(book: &Logbook, n: u64) -> trucban::fault::Outcome<()> {
    let words = (0..LETTERS as u64 / 10).map(|word| format!("{:08x}", (n * 7919 + word * 104_729) % 99_991));
    let story = words.collect::<Vec<_>>().join(" ");
    let data = json!({
        "category": "PROP.THVH", "channel": "in_person", "reported_at": "2026-11-18T19:20:00+07:00", "area": "TDP 4",
        "title": "Mất xe", "narrative": story, "status": "open",
    });
    let data = Data(data.as_object().cloned().unwrap_or_default());
    let (at, by) = (common::until(), Uuid::from_u128(1));
    let (act, kind, mut clock) = (Act::Create, Kind::Incident, common::Clock);
    let (id, record) = (clock.id(), clock.id());
    let new = New { id, at, by, shift: None, act, kind, record, base: None, why: None, data };
    book.append(&new, &mut clock).map(|_| ())
}

/// In a process of its own: receives, and says how much memory was ever resident.
pub fn received(folder: &Path) {
    let (book, who) = sign_in(folder, None, trucban::demo::password(), Mode::Bulk).ok().unwrap();
    let run = desk::receive(&book, &who, (&[folder.join("stick")], None), &mut common::Clock, &mut |_| Ok(()));
    assert_eq!(run.ok().unwrap().files[0].item.result, "merged");
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    let kib: u64 = peak.trim().trim_end_matches(" kB").parse().unwrap();
    println!("{} MB resident at most", kib / 1000);
}

/// A file whose signature isn't of these bytes, beside reading it.
fn badly_signed(folder: &Path, file: &Path) {
    let (book, who) = sign_in(folder, None, trucban::demo::password(), Mode::Bulk).ok().unwrap();
    let bad = folder.join("bad").join(file.file_name().unwrap());
    std::fs::create_dir_all(bad.parent().unwrap()).unwrap();
    let mut bytes = std::fs::read(file).unwrap();
    let end = bytes.len() - 1;
    bytes[end] ^= 1;
    std::fs::write(&bad, bytes).unwrap();
    std::fs::copy(format!("{}.sig", file.display()), format!("{}.sig", bad.display())).unwrap();
    let files = [bad];
    let receive = || {
        let run = desk::receive(&book, &who, (&files, None), &mut common::Clock, &mut |_| Ok(())).ok().unwrap();
        assert_eq!(run.files[0].item.code.as_deref(), Some("E102"));
    };
    let times = common::pair(receive, || {
        read(&files, true);
    });
    common::table("A bad outer signature", "reading and hashing it");
    common::row("refused", times.0, times.1, "at most 1.5");
    println!("\nreading alone {}\n", common::shown(read(&files, false)));
}
