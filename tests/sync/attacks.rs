//! What a trusted post might try with its own good keys: content of every shape that no form would let through, other
//! posts' keys and journals, purges of what isn't its own. The desk takes what is the post's to say, shows it as harmless
//! text, and goes on.

use serde_json::{Map, Value, json};
use trucban::acts::session::Founded;
use trucban::acts::{clocks, desk, look, signals, week};
use trucban::journal::{Act, Hash, Mint as _};
use trucban::logbook::Filter;
use trucban::record::{Kind, Shape, fields, when};
use trucban::report::names;
use trucban::words::{Lang, Words};
use uuid::Uuid;

use crate::forge::Forge;
use crate::hostile::Liar;
use crate::two::{Two, result, told};

/// Takes over the screen, turns the line around, is a formula, ends a line.
pub const HOSTILE: &str = "=HYPERLINK(\"x\")\u{1b}[2J\u{1b}]0;a\u{7}\u{202e}gnort\u{2066}\u{0}\u{9b}31m\r\n+1";

impl Forge {
    /// One entry more, on a record of its own; its place.
    pub fn add(&mut self, kind: &str, data: Value) -> usize {
        let at = self.entries.len();
        let mut entry = self.entries[0].clone();
        entry.seq = self.header.first + at as u64;
        (entry.id, entry.record) = (Uuid::from_u128(0xa000 + at as u128), Uuid::from_u128(0xb000 + at as u128));
        (entry.act, entry.rev, entry.persons) = (Act::Create, 1, None);
        kind.clone_into(&mut entry.kind);
        self.entries.push(entry);
        let mut data: Map<String, Value> = crate::common::object(data);
        let code = Kind::parse(kind).map_or("XX", Kind::code);
        let number = format!("{}-{code}-2026-{:06}", self.header.unit, 1000 + at);
        data.entry("number").or_insert_with(|| number.into());
        let sheet = json!({"salt": "BwcHBwcHBwcHBwcHBwcHBw==", "why": null, "data": data});
        self.facts.push(sheet.to_string().into_bytes());
        at
    }

    /// One entry more, on the record of another one.
    pub fn go_on(&mut self, on: usize, act: Act, data: Value) -> usize {
        let at = self.add(&self.entries[on].kind.clone(), data);
        let record = self.entries[on].record;
        let revs = self.entries.iter().filter(|entry| entry.record == record).count() as u64;
        let entry = &mut self.entries[at];
        (entry.record, entry.act, entry.rev) = (record, act, revs + 1);
        self.change(at, |sheet| sheet["why"] = json!("vì"));
        at
    }
}

/// What no form would let through, in the place of any value.
fn values() -> Vec<Value> {
    let long = "ă".repeat(20_000);
    let texts = [
        HOSTILE,
        &long,
        "",
        "-262143-01-01",
        "+262142-12-31",
        "9999-12-31T23:59:59+23:59",
        "1900-01-01",
        "2199-12-31T23:59:59+07:00",
        "1900-01-01T00:00:00+07:00",
        "00000000-0000-0000-0000-000000000000",
    ];
    let mut all: Vec<Value> = texts.map(Value::from).to_vec();
    all.extend([
        json!(null),
        json!(true),
        json!(-1),
        json!(u64::MAX),
        json!(i64::MIN),
        json!(1e308),
        json!([]),
        json!({}),
        json!([[1]]),
        json!([null, 1, HOSTILE]),
        json!({HOSTILE: HOSTILE}),
        json!([{HOSTILE: HOSTILE}]),
    ]);
    all
}

/// A record of this kind in which every field has a plain value.
fn plain(kind: Kind) -> Map<String, Value> {
    fn value(shape: Shape) -> Value {
        match shape {
            Shape::Line(_) | Shape::Block(_) | Shape::Area => json!("TDP 4"),
            Shape::One(choice) => json!(choice.values[0]),
            Shape::Category => json!("PROP.THVH"),
            Shape::Officer | Shape::Record => json!(Uuid::from_u128(7)),
            Shape::When => json!("2026-11-23T19:20:00+07:00"),
            Shape::Day => json!("2026-11-23"),
            Shape::Flag => json!(true),
            Shape::Count(_) | Shape::Money => json!(3),
            Shape::Decimal => json!("1.5"),
            Shape::Officers => json!([Uuid::from_u128(7)]),
            Shape::Group(inner) => inner.iter().map(|field| (field.key.to_owned(), value(field.shape))).collect(),
            Shape::List(inner) => {
                let item: Value = inner.iter().map(|field| (field.key.to_owned(), value(field.shape))).collect();
                json!([item])
            }
        }
    }
    fields(kind).iter().map(|field| (field.key.to_owned(), value(field.shape))).collect()
}

/// Every place of a value where another one can stand: as a JSON pointer.
fn places(value: &Value, at: &str, found: &mut Vec<String>) {
    if !at.is_empty() {
        found.push(at.to_owned());
    }
    match value {
        Value::Object(object) => object.iter().for_each(|(key, inner)| places(inner, &format!("{at}/{key}"), found)),
        Value::Array(items) => items.iter().enumerate().for_each(|(n, item)| places(item, &format!("{at}/{n}"), found)),
        _ => {}
    }
}

/// Looks at everything that the desk shows, and takes it away as files too: what people read.
fn everything(two: &mut Two) -> Vec<String> {
    let Founded { book, who, .. } = &two.desk;
    let now = when::parse("2026-11-30T09:00:00+07:00").unwrap();
    let (mut shown, words) = (Vec::new(), Words::new(Lang::Vi));
    let kinds = std::iter::once(None).chain(Kind::ALL.map(Some));
    for kind in kinds {
        let rows = look::list(book, who, &Filter { kind, limit: 20_000, ..Filter::default() }).unwrap();
        for row in &rows {
            shown.push(format!("{:?} {:?} {:?}", row.number, row.kind, row.record));
            shown.extend([&row.title, &row.area, &row.category, &row.status].into_iter().flatten().cloned());
            let record = look::show(book, who, &row.record.to_string()).unwrap();
            let history = look::history(book, who, &row.record).unwrap();
            look::linked(book, who, &row.record).unwrap();
            look::findings(book, &record).unwrap();
            clocks::on(book, who, &record, now).unwrap();
            let origin = desk::origin(book, who, &record, &history).unwrap();
            shown.extend(origin.iter().flat_map(|from| &from.officers).map(|badge| names::badge(badge, &words)));
            if row.kind == "campaign" {
                signals::progress(book, who, &record).unwrap();
            }
        }
    }
    let search = Filter { query: Some("gnort".into()), limit: 20, ..Filter::default() };
    assert!(!look::list(book, who, &search).unwrap().is_empty(), "hostile text is found like any other");
    desk::posts(book, who, now).unwrap();
    desk::story(book, who, "LDG-P2", now).unwrap();
    let whole = (when::parse("1900-01-02T00:00:00+07:00").unwrap(), when::parse("2199-12-30T00:00:00+07:00").unwrap());
    let compared = desk::compared(book, who, whole, now, &mut |_| Ok(())).unwrap();
    for row in compared.sums() {
        assert!(row.code.len() < 64, "{}", row.code.len());
        shown.push(row.code);
    }
    assert_eq!(signals::all(book, who, now).unwrap_err().code, "E129", "signals are a post's own");
    shown
}

#[test]
fn content_of_any_shape_is_merged_shown_and_counted_without_harm() {
    let mut liar = Liar::new();
    let mut forge = liar.forge();
    for kind in Kind::ALL {
        let whole = Value::Object(plain(kind));
        let mut found = Vec::new();
        places(&whole, "", &mut found);
        for place in found {
            for value in values() {
                let mut data = whole.clone();
                *data.pointer_mut(&place).unwrap() = value;
                forge.add(kind.name(), data);
            }
        }
    }
    assert!(forge.entries.len() < 20_000, "{}", forge.entries.len());
    assert_eq!(liar.code(forge.chain()), result("merged", None));
    for text in everything(&mut liar.two) {
        let obeyed = text.chars().find(|c| c.is_control() || "\u{202e}\u{2066}".contains(*c));
        assert_eq!(obeyed, None, "{text:?}");
    }
    liar.two.healthy();
}

#[test]
fn notes_of_any_shape_stop_no_clock_and_hurt_nobody() {
    let mut liar = Liar::new();
    let mut forge = liar.forge();
    let on = forge.entries.iter().position(|entry| entry.kind == "incident").unwrap();
    for key in ["event", "at", "text"] {
        for value in values() {
            let mut data = json!({"text": "gnort", "event": "notified", "at": "2026-11-23T19:20:00+07:00"});
            data[key] = value;
            forge.go_on(on, Act::Note, data);
        }
    }
    forge.go_on(on, Act::Note, json!({"text": "gnort", "event": "teleported"}));
    forge.go_on(on, Act::Sign, json!({"role": HOSTILE, "of": 7}));
    let record = forge.entries[on].record;
    assert_eq!(liar.code(forge.chain()), result("merged", None));
    everything(&mut liar.two);
    let told = look::history(&liar.two.desk.book, &liar.two.desk.who, &record).unwrap();
    assert_eq!(told.len(), 3 * values().len() + 3);
    liar.two.healthy();
}

/// A second post, trusted by the same desk, and its honest batch.
fn third(liar: &mut Liar) -> (Founded, Forge) {
    let post = crate::common::post_of(&liar.two.out("third"), "LDG-P3", &mut liar.two.clock);
    let card = week::card(&post.book, &post.who).unwrap();
    desk::trust(&liar.two.desk.book, &liar.two.desk.who, &card, None, &mut liar.two.clock).unwrap();
    week::set_receiver(&post.book, &post.who, &liar.to, None).unwrap();
    let out = liar.two.out("third-out");
    let export = week::Export { week: None, which: week::Which::Due, out: Some(&out), persons: false, despite: None };
    week::export(&post.book, &post.who, &export, &mut liar.two.clock, &mut |_| Ok(())).unwrap();
    let forge = Forge::of(&post.book, &post.book.sealed().unwrap()[0]);
    (post, forge)
}

/// How many contents of entries the desk holds of the first post.
fn sheets(two: &Two) -> usize {
    let journal = two.desk.book.journals_of("LDG-P2").unwrap()[0];
    let mut there = 0;
    let count = |line: trucban::logbook::Sheet<'_>| {
        there += usize::from(line.facts.is_some());
        Ok(true)
    };
    two.desk.book.each_of(&journal, (1, 99), count).unwrap();
    there
}

#[test]
fn a_post_purges_and_amends_nothing_of_another_one() {
    let mut liar = Liar::new();
    let honest = liar.forge();
    let theirs = honest.entries.iter().position(|entry| entry.kind == "incident").unwrap();
    let (journal, victim) = (honest.header.journal, honest.entries[theirs].clone());
    assert_eq!(liar.code(honest.chain()), result("merged", None));
    let (post, forge) = third(&mut liar);
    let before =
        (sheets(&liar.two), look::show(&liar.two.desk.book, &liar.two.desk.who, &victim.record.to_string()).unwrap());
    let again = |forge: &Forge| Forge {
        top: forge.top.clone(),
        files: forge.files.clone(),
        header: forge.header.clone(),
        entries: forge.entries.clone(),
        facts: forge.facts.clone(),
    };
    // An amendment of a record that only the other post has created.
    let mut amend = again(&forge);
    let at = amend.add("incident", json!({"title": "Không có gì"}));
    (amend.entries[at].record, amend.entries[at].act, amend.entries[at].rev) = (victim.record, Act::Amend, 2);
    let file = amend.chain().send(&post.book, &liar.to, &liar.two.out("amend"));
    assert_eq!(liar.two.receive_one(&file), result("bad-format", Some("E115")));
    // A record under the same id, amended, and then a purge that names the other post's entries.
    let mut purge = again(&forge);
    let at = purge.add("incident", json!({"title": "Của tôi"}));
    purge.entries[at].record = victim.record;
    let items: Vec<Value> = (0..20)
        .flat_map(|seq| ["facts", "persons"].map(|which| json!({"journal": journal, "seq": seq, "which": which})))
        .collect();
    purge.go_on(at, Act::Purge, json!({"items": items, "rule": null}));
    purge.go_on(
        at,
        Act::Purge,
        json!({"items": [1, {"seq": -1}, {"seq": u64::MAX, "which": "facts"}, {"journal": HOSTILE}], "rule": HOSTILE}),
    );
    purge.go_on(at, Act::Purge, json!({"items": HOSTILE}));
    let file = purge.chain().send(&post.book, &liar.to, &liar.two.out("purge"));
    assert_eq!(liar.two.receive_one(&file), result("merged", None));
    let after =
        (sheets(&liar.two), look::show(&liar.two.desk.book, &liar.two.desk.who, &victim.record.to_string()).unwrap());
    assert_eq!(before, after);
    liar.two.healthy();
}

#[test]
fn a_journal_goes_on_from_its_own_post_s_only() {
    let mut liar = Liar::new();
    let honest = liar.forge().chain();
    let (journal, head, last) = (honest.header.journal, honest.header.head, honest.header.last);
    assert_eq!(liar.code(honest), result("merged", None));
    let before = liar.two.state();
    let (post, mut forge) = third(&mut liar);
    let at = forge.entries.iter().position(|entry| entry.kind == "unit").unwrap();
    forge.change(at, |sheet| sheet["data"]["continues"] = json!({"journal": journal, "seq": last, "head": head.hex()}));
    // A journal that continues another one begins with what says so.
    (forge.entries, forge.facts) = (vec![forge.entries[at].clone()], vec![forge.facts[at].clone()]);
    (forge.entries[0].seq, forge.header.prev) = (1, head);
    forge.header.counts.persons = 0;
    let file = forge.chain().send(&post.book, &liar.to, &liar.two.out("continues"));
    assert_eq!(liar.two.receive_one(&file), result("bad-format", Some("E113")));
    assert_eq!(liar.two.state(), before);
}

#[test]
fn naming_another_post_s_key_as_one_s_own_gives_nothing_and_takes_nothing() {
    let mut liar = Liar::new();
    let (post, theirs) = third(&mut liar);
    let key = week::card(&post.book, &post.who).unwrap().key;
    let mut forge = liar.forge();
    let at = forge.entries.iter().position(|entry| entry.kind == "unit").unwrap();
    let data: Value = serde_json::from_slice::<Value>(&forge.facts[at]).unwrap()["data"].clone();
    for key in [key.as_str(), HOSTILE, "ssh-ed25519 AAAA", ""] {
        let mut data = data.clone();
        data["signing_key"] = json!(key);
        forge.go_on(at, Act::Amend, data);
    }
    let file = forge.chain().send(&liar.two.post.book, &liar.to, &liar.two.out("claims"));
    let run = liar.two.receive(&[file]);
    assert_eq!((told(&run.files[0]), run.files[0].named.clone()), (result("merged", None), None));
    assert_eq!(liar.two.desk.book.keys_of("LDG-P2").unwrap().len(), 1);
    let file = theirs.chain().send(&post.book, &liar.to, &liar.two.out("theirs"));
    assert_eq!(liar.two.receive_one(&file), result("merged", None), "who had the key keeps it");
    liar.two.healthy();
}

#[test]
fn the_same_human_number_twice_hides_no_record() {
    let mut liar = Liar::new();
    let mut forge = liar.forge();
    let number = "LDG-P2-VV-2026-000777";
    let both = [
        forge.add("incident", json!({"title": "Thứ nhất", "number": number})),
        forge.add("incident", json!({"title": "Thứ hai", "number": number})),
    ];
    let both = both.map(|at| forge.entries[at].record);
    assert_eq!(liar.code(forge.chain()), result("merged", None));
    let (book, who) = (&liar.two.desk.book, &liar.two.desk.who);
    assert_eq!(look::show(book, who, number).unwrap().row.record, both[0], "the one that came first");
    let listed = look::list(book, who, &Filter { query: Some(number.into()), limit: 9, ..Filter::default() }).unwrap();
    assert_eq!(listed.len(), 2, "{listed:?}");
    assert!(both.iter().all(|record| look::show(book, who, &record.to_string()).is_ok()));
}

#[test]
fn as_many_entries_and_as_large_as_may_be_and_one_more() {
    let mut liar = Liar::new();
    let before = liar.two.state();
    let mut many = liar.forge();
    while many.entries.len() < 20_001 {
        many.add("area", json!({"code": "K", "name": "Khu"}));
    }
    assert_eq!(liar.code(many.chain()), result("too-large", Some("E101")));
    // The payload's cap comes first where every envelope is as large as may be.
    let mut large = liar.forge();
    let (rest, wide) = ("x".repeat(65_000), 40 * 1024 * 1024 / 65_000 + 1);
    while large.entries.len() < wide {
        large.add("area", json!({"code": "K", "name": rest}));
    }
    assert_eq!(liar.code(large.chain()), result("too-large", Some("E101")));
    let mut wider = liar.forge();
    wider.add("area", json!({"code": "K", "name": "x".repeat(65_536)}));
    assert_eq!(liar.code(wider.chain()), result("bad-format", Some("E114")));
    let file = liar.two.out("empty.tar.age");
    std::fs::File::create(&file).unwrap().set_len(48 * 1024 * 1024 + 1).unwrap();
    assert_eq!(liar.two.receive_one(&file), result("too-large", Some("E101")));
    std::fs::write(&file, b"x").unwrap();
    std::fs::write(file.with_extension("age.sig"), vec![b'x'; 256 * 1024 + 1]).unwrap();
    assert_eq!(liar.two.receive_one(&file), result("bad-signature", Some("E102")));
    assert_eq!(liar.two.state(), before);
    let mut full = liar.forge();
    full.add("area", json!({"code": "K", "name": "x".repeat(65_000)}));
    assert_eq!(liar.code(full.chain()), result("merged", None));
    assert_ne!(Hash::ZERO, liar.two.desk.book.merged_through("LDG-P2").unwrap()[0].head);
}

#[test]
fn a_post_that_ends_before_all_time_or_after_it_stops_no_desk() {
    for day in ["-262143-01-01", "+262142-12-31", "2026-11-30T00:00:00+07:00", HOSTILE] {
        let mut liar = Liar::new();
        let mut forge = liar.forge();
        let at = forge.entries.iter().position(|entry| entry.kind == "unit").unwrap();
        let mut data = serde_json::from_slice::<Value>(&forge.facts[at]).unwrap()["data"].clone();
        (data["valid_to"], data["predecessor"]) = (json!(day), json!(HOSTILE));
        forge.go_on(at, Act::Amend, data);
        assert_eq!(liar.code(forge.chain()), result("merged", None));
        let posts = liar.two.posts_at("2026-12-16T09:00:00+07:00");
        assert_eq!((posts[0].ended, posts[0].follows.len()), (None, 0), "{day:?}");
        assert!(posts[0].due.is_some(), "{day:?}");
    }
}

/// A receipt as its desk would sign it, whatever it says; how the post takes it.
fn answered(two: &mut Two, said: &Value) -> Result<usize, &'static str> {
    let folder = two.out("said");
    std::fs::create_dir_all(&folder).unwrap();
    let (file, body) = (folder.join("receipt.json"), format!("{said}\n"));
    let key = trucban::sync::card::signing(&two.desk.book).unwrap();
    let signature = key.sign(trucban::sync::NAMESPACE_RECEIPT, body.as_bytes()).unwrap();
    std::fs::write(&file, body).unwrap();
    std::fs::write(file.with_extension("json.sig"), signature).unwrap();
    let taken = week::receipt(&two.post.book, &two.post.who, &file, &mut two.clock);
    taken.map(|taken| taken.findings.len()).map_err(|fault| fault.code)
}

#[test]
fn a_receipt_of_any_shape_is_taken_or_refused_and_acknowledges_nothing_that_is_not_so() {
    let mut liar = Liar::new();
    let two = &mut liar.two;
    let journal = two.post.book.own().journal.to_string();
    let honest = json!({"format": "trucban-receipt", "version": "1.0", "desk": "LDG-CT", "unit": "LDG-P2", "n": 1,
        "at": "2026-11-23T21:00:00+07:00", "items": [{"file_sha256": Hash::ZERO.hex(), "journal": journal, "number": 1,
        "batch_id": Hash::ZERO.hex(), "result": "merged", "code": null, "missing": [1], "entries_new": 1,
        "entries_known": 0, "findings": [{"code": "H204", "record": Uuid::nil(), "path": "status"}]}],
        "requests": [{"record": Uuid::nil(), "code": "H204", "text": "Bổ sung"}],
        "ack_through": {&journal: {"number": 1, "seq": 1, "head": Hash::ZERO.hex()}}});
    assert_eq!(answered(two, &honest), Ok(1), "another head than ours is a finding");
    let mut found = Vec::new();
    places(&honest, "", &mut found);
    let (mut taken, mut refused) = (0, 0);
    for (n, place) in found.iter().enumerate() {
        for value in values() {
            let mut said = honest.clone();
            *said.pointer_mut(place).unwrap() = value;
            if place != "/n" {
                said["n"] = json!(2 + n);
            }
            match answered(two, &said) {
                Ok(_) => taken += 1,
                Err(code) => {
                    assert!(["E126", "E105", "E111"].contains(&code), "{place}: {code}");
                    refused += 1;
                }
            }
        }
    }
    assert!(taken > 10 && refused > 200, "{taken} {refused}");
    assert_eq!(week::through(&two.post.book).unwrap(), None, "nothing was acknowledged");
    assert!(two.post.book.acknowledged(&two.post.book.own().journal).unwrap().is_none());
    for receipt in week::receipts(&two.post.book, &two.post.who, 1000).unwrap() {
        let texts = receipt.requests.iter().map(|asked| &asked.text);
        let paths = receipt.items.iter().flat_map(|item| &item.findings).map(|found| &found.path);
        let obeyed = |c: char| (c.is_control() && c != '\n') || "\u{202e}\u{2066}".contains(c);
        assert!(!texts.chain(paths).any(|text| text.contains(obeyed)));
    }
    week::missing(&two.post.book).unwrap();
    week::list(&two.post.book, &two.post.who, two.clock.now()).unwrap();
    two.healthy();
}
