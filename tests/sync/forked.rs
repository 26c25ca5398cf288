//! Two stories of one post: what came first stays, the other is kept apart, and a new journal brings over what it told.

use serde_json::json;
use trucban::acts::{desk, keep, purge, session, week, write};
use trucban::journal::Mint as _;
use trucban::logbook::{Fate, Filter, Mode};
use trucban::record::Kind;

use crate::common::object;
use crate::two::{Two, result, told};

/// A post whose folder was copied back, as no backup ever should be, and both copies went on. The desk holds one batch
/// of both and one of the first; the post is the second copy, with a batch of its own that is not handed in yet.
struct Twins {
    two: Two,
    /// A record of both, one of the first copy, one of the second.
    records: [uuid::Uuid; 3],
    /// The first batch, and that of the second copy.
    files: [std::path::PathBuf; 2],
}

fn copy(from: &std::path::Path, to: &std::path::Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.file_type().unwrap().is_dir() {
            copy(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

fn amend(two: &mut Two, record: uuid::Uuid, title: &str) {
    let (id, input) = (two.clock.id(), object(json!({"title": title})));
    let amendment = write::Amendment { id, record, input: &input, why: "gõ nhầm", base: None };
    write::amend(&two.post.book, &two.post.who, &amendment, &mut two.clock).unwrap();
}

fn note(two: &mut Two, record: uuid::Uuid, text: &str) {
    let (id, input) = (two.clock.id(), object(json!({"text": text})));
    write::note(&two.post.book, &two.post.who, (id, record), &input, &mut two.clock).unwrap();
}

fn take(two: &mut Two, run: &desk::Run) -> Vec<&'static str> {
    let receipt = run.files[0].receipt.clone().unwrap();
    let taken = week::receipt(&two.post.book, &two.post.who, &receipt, &mut two.clock).unwrap();
    taken.findings.iter().map(|finding| finding.code).collect()
}

impl Twins {
    fn new(receipt: bool) -> Self {
        let mut two = Two::new();
        let both = two.log("Chung");
        let first = two.export("out").file;
        let run = two.receive(std::slice::from_ref(&first));
        if receipt {
            assert!(take(&mut two, &run).is_empty());
        }
        let twin = two.out("twin");
        copy(two.post.book.folder().path(), &twin);
        amend(&mut two, both, "Chung, bản một");
        let one = two.log("Chuyện thứ nhất");
        for text in ["một", "hai", "ba", "bốn"] {
            note(&mut two, one, text);
        }
        let file = two.export("out").file;
        let (book, who) = session::sign_in(&twin, None, crate::common::PASSWORD, Mode::Write).unwrap();
        (two.post.book, two.post.who) = (book, who);
        assert_eq!(two.receive_one(&file), result("merged", None));
        amend(&mut two, both, "Chung, bản hai");
        let other = two.log("Chuyện thứ hai");
        amend(&mut two, other, "Chuyện thứ hai, sửa");
        note(&mut two, other, "ghi thêm riêng biệt");
        let file = two.export("other").file;
        Self { two, records: [both, one, other], files: [first, file] }
    }

    /// Hands in the second story and takes the answer in.
    fn answered(&mut self) -> desk::Run {
        let run = self.two.receive(&self.files[1..]);
        assert_eq!(told(&run.files[0]), result("fork", Some("E121")));
        assert_eq!(take(&mut self.two, &run), ["E131"]);
        run
    }

    fn titles(book: &trucban::logbook::Logbook) -> Vec<String> {
        let filter = Filter { kind: Some(Kind::Incident), limit: 100, ..Filter::default() };
        let mut titles: Vec<_> = book.list(&filter).unwrap().into_iter().filter_map(|row| row.title).collect();
        titles.sort();
        titles
    }
}

#[test]
fn a_fork_freezes_the_journal_and_the_other_story_is_kept_apart() {
    let mut twins = Twins::new(true);
    let before = twins.two.state();
    let run = twins.answered();
    let args = &run.files[0].fault.as_ref().unwrap().args;
    assert!(args.contains(&("first", "2".to_owned())) && args.contains(&("other", "2".to_owned())), "{args:?}");
    let two = &mut twins.two;
    assert_eq!(two.state(), before);
    assert_eq!(two.desk.book.received_of("LDG-P2", Fate::Fork).unwrap().len(), 1);
    // Neither story goes on; what was there before is still known.
    two.log("Tiếp chuyện thứ hai");
    let more = two.export("other").file;
    assert_eq!(two.receive_one(&more), result("fork", Some("E121")));
    assert_eq!(two.receive_one(&twins.files[0]), result("already-merged", None));
    assert_eq!(two.state(), before);
}

#[test]
fn a_new_journal_after_a_fork_goes_on_from_what_both_hold_and_brings_the_rest_along() {
    for receipt in [true, false] {
        let mut twins = Twins::new(receipt);
        twins.answered();
        let [both, _, other] = twins.records;
        note(&mut twins.two, other, "chưa niêm phong");
        let two = &mut twins.two;
        keep::new_journal(&mut two.post.book, &two.post.who, "hai bản cùng ghi", &mut two.clock).unwrap();
        assert_eq!(two.post.book.history(&other).unwrap().len(), 4, "nothing is shown twice");
        two.log("Sau khi thống nhất");
        let exported = two.export("united");
        assert_eq!((exported.newest.number, exported.newest.first), (1, 1));
        let run = two.receive(&[two.out("united")]);
        let results: Vec<_> = run.files.iter().map(told).collect();
        assert!(results.contains(&result("merged", None)) && !results.contains(&result("fork", Some("E121"))));
        assert_eq!(
            Twins::titles(&twins.two.desk.book),
            ["Chung, bản hai", "Chuyện thứ hai, sửa", "Chuyện thứ nhất", "Sau khi thống nhất"]
        );
        let two = &mut twins.two;
        two.healthy();
        for book in [&two.post.book, &two.desk.book] {
            book.rebuild().unwrap();
            let history = book.history(&other).unwrap();
            let notes = history.iter().filter(|version| version.note.is_some()).count();
            assert_eq!((history.len(), notes), (4, 2));
            let found = Filter { query: Some("rieng biet".into()), limit: 5, ..Filter::default() };
            assert_eq!(book.list(&found).unwrap().len(), 1);
        }
        two.healthy();
        // The receiver says so, and nothing of the story that was left goes out any more.
        assert_eq!(take(two, &run), Vec::<&str>::new());
        let listed = week::list(&two.post.book, &two.post.who, two.clock.now()).unwrap();
        assert!(listed.iter().flat_map(|week| &week.batches).all(|(_, known)| *known), "{listed:?}");
        amend(two, both, "Chung, sau cùng");
        amend(two, other, "Chuyện thứ hai, sau cùng");
        let later = two.export("later");
        assert_eq!((later.files.len(), two.receive_one(&later.file)), (2, result("merged", None)));
        two.healthy();
    }
}

#[test]
fn the_story_that_came_first_goes_on_as_well_and_the_desk_holds_each_act_once() {
    let mut two = Two::new();
    two.log("Chung");
    let first = two.export("out").file;
    two.receive_one(&first);
    let twin = two.out("twin");
    copy(two.post.book.folder().path(), &twin);
    two.log("Của bản này");
    let own = two.export("own").file;
    assert_eq!(two.receive_one(&own), result("merged", None));
    // The other copy writes too, is refused, and only then this one hears anything at all.
    let (book, _) = session::sign_in(&twin, None, crate::common::PASSWORD, Mode::Write).unwrap();
    let kept = std::mem::replace(&mut two.post.book, book);
    two.log("Của bản kia");
    let foreign = two.export("foreign").file;
    two.post.book = kept;
    let run = two.receive(&[foreign]);
    assert_eq!(told(&run.files[0]), result("fork", Some("E121")));
    two.log("Thêm");
    let more = two.export("more").file;
    let run = two.receive(&[more]);
    assert_eq!(told(&run.files[0]), result("fork", Some("E121")), "this journal is frozen too");
    take(&mut two, &run);
    keep::new_journal(&mut two.post.book, &two.post.who, "mở lại", &mut two.clock).unwrap();
    let run = {
        two.export("united");
        two.receive(&[two.out("united")])
    };
    assert!(run.files.iter().all(|handed| handed.item.code.is_none()), "{:?}", run.files);
    let filter = Filter { kind: Some(Kind::Incident), limit: 100, ..Filter::default() };
    assert_eq!(two.desk.book.list(&filter).unwrap().len(), 3);
    two.healthy();
    two.desk.book.rebuild().unwrap();
    two.healthy();
}

#[test]
fn a_purge_that_was_carried_over_takes_what_it_took() {
    let mut twins = Twins::new(true);
    let [_, _, other] = twins.records;
    {
        let two = &mut twins.two;
        let which = purge::Which::Record(other);
        purge::purge(&two.post.book, &two.post.who, which, "hết thời hạn", &mut two.clock).unwrap();
    }
    // Its batch was sealed before; it goes out without what was purged.
    let folder = twins.two.out("again");
    twins.files[1] = {
        let exported = twins.two.export("again");
        assert!(exported.gone.is_empty() && exported.sealed == 1, "{exported:?}");
        let mut all: Vec<_> = exported.files.iter().filter(|file| file.extension().unwrap() == "age").collect();
        all.sort();
        all[all.len() - 2].clone()
    };
    assert!(twins.files[1].starts_with(&folder));
    twins.answered();
    let two = &mut twins.two;
    keep::new_journal(&mut two.post.book, &two.post.who, "hai bản cùng ghi", &mut two.clock).unwrap();
    two.healthy();
    let file = two.export("united").file;
    assert_eq!(two.receive_one(&file), result("merged", None));
    two.healthy();
    let health = two.desk.book.check().unwrap();
    assert_eq!(two.desk.book.withheld_of("LDG-P2").unwrap(), 0, "the purge explains what isn't there: {health:?}");
    assert!(health.purged > 0);
}

#[test]
fn without_a_known_common_entry_nothing_is_begun() {
    let mut twins = Twins::new(false);
    let two = &mut twins.two;
    // A desk that never had the first batch of this story to compare with: only the later one comes.
    amend(two, twins.records[2], "Thêm lần nữa");
    let later = two.export("later").file;
    let run = two.receive(&[later]);
    assert_eq!(told(&run.files[0]).0, "fork");
    take(two, &run);
    let refused = keep::new_journal(&mut two.post.book, &two.post.who, "x", &mut two.clock).unwrap_err();
    assert_eq!(refused.code, "E138");
    // Once the desk has seen where the stories part, its receipt says so.
    let run = two.receive(&twins.files[1..]);
    take(two, &run);
    keep::new_journal(&mut two.post.book, &two.post.who, "x", &mut two.clock).unwrap();
    let file = two.export("united").file;
    assert_eq!(two.receive_one(&file), result("merged", None));
    two.healthy();
}
