//! What a search finds: accents matter only when typed, numbers are found by their end, and no input is an expression.

use trucban::fault::Kind as Trouble;
use trucban::logbook::{Filter, Logbook};
use trucban::record::Kind;

use crate::bench::Bench;

fn titles(book: &Logbook, query: &str) -> Vec<String> {
    let filter = Filter { query: Some(query.to_owned()), limit: 50, ..Filter::default() };
    book.list(&filter).unwrap().into_iter().map(|row| row.title.unwrap()).collect()
}

const TITLES: [&str; 7] = [
    "Trộm xe máy trước chợ",
    "Cãi nhau ở quán Đường Xưa",
    "Ông Dương báo mất trâu",
    "Ba\u{301}o tin ô\u{301}ng Nguye\u{302}\u{303}n lạc đường",
    "Hòa giải mâu thuẫn ở hẻm 12",
    "Khoẻ, thuỷ điện Đại Ninh xả nước",
    "Xe đạp để quên",
];

fn check(book: &Logbook) {
    let found = |query: &str| titles(book, query);
    let has = |query: &str, part: &str| found(query).iter().any(|title| title.contains(part));
    for (query, part) in [
        ("trom xe", "Trộm xe máy"),
        ("TROM", "Trộm xe máy"),
        ("trộm", "Trộm xe máy"),
        ("xe ma", "Trộm xe máy"),
        ("máy xe", "Trộm xe máy"),
        ("duong", "Đường Xưa"),
        ("duong", "Dương báo"),
        ("duong", "lạc đường"),
        ("đường", "Đường Xưa"),
        ("dương", "Dương báo"),
        ("NGUYE\u{302}\u{303}N", "Nguyễn"),
        ("nguyễn", "Nguyễn"),
        ("hòa", "Hòa giải"),
        ("hoà", "Hòa giải"),
        ("hoa giai", "Hòa giải"),
        ("khỏe", "Khoẻ"),
        ("thủy", "thuỷ"),
        ("dai ninh", "Đại Ninh"),
        ("đại", "Đại Ninh"),
        ("hem 12", "hẻm 12"),
        ("chợ", "Trộm"),
    ] {
        assert!(has(query, part), "{query:?} finds {part:?}: {:?}", found(query));
    }
    for (query, part) in [
        ("đường", "Dương báo"),
        ("dương", "Đường Xưa"),
        ("trồm", "Trộm"),
        ("tron xe", "Trộm"),
        ("xe d", "Xe đạp"),
        ("rom", "Trộm"),
    ] {
        assert!(!has(query, part), "{query:?} doesn't find {part:?}");
    }
}

#[test]
fn accents_matter_only_when_typed() {
    let mut bench = Bench::new();
    for title in TITLES {
        bench.create(title);
    }
    check(&bench.book);
    bench.book.rebuild().unwrap();
    check(&bench.book);
    let newest_first = titles(&bench.book, "bao");
    assert!(newest_first[0].starts_with("Báo") && newest_first[1].starts_with("Ông"), "{newest_first:?}");
}

#[test]
fn no_input_is_an_expression() {
    let mut bench = Bench::new();
    for title in TITLES {
        bench.create(title);
    }
    for nothing in ["\"*", "()", "-", "*", ":", "^", "\u{0}", "''", "\\", "\u{200b}", "…", "٭", "\u{20dd}"] {
        assert!(titles(&bench.book, nothing).is_empty(), "{nothing:?}");
    }
    for query in [
        "\" OR 1=1",
        "NEAR(xe máy)",
        "xe AND NOT máy",
        "folded : xe",
        "{exact folded}: xe",
        "xe* OR",
        "^xe",
        "'; DROP TABLE search; --",
        "xe\" OR folded:\"may",
        "col:umn",
        "AND",
        "a\u{940}b",
        "Ⓐb",
        "x\u{1d2c}\u{2160}ⅷ",
        "𐒰𐓊",
        "क्षेत्र",
        "ភូមិ",
        "a\u{331}b",
        "\u{fdfa}",
        "²³",
        "xe\u{300}\u{300}\u{300}",
    ] {
        let filter = Filter { query: Some(query.to_owned()), limit: 50, ..Filter::default() };
        assert!(bench.book.list(&filter).is_ok(), "{query:?}: {:?}", bench.book.list(&filter).err());
    }
    let long = "duong ".repeat(5000);
    assert_eq!(titles(&bench.book, &long).len(), 3);
    assert!(bench.book.check().unwrap().is_ok());
}

#[test]
fn every_letter_of_unicode_may_be_typed() {
    let mut bench = Bench::new();
    bench.create(TITLES[0]);
    let fails = |c: &char| {
        let filter = Filter { query: Some(format!("xe a{c}b")), limit: 1, ..Filter::default() };
        bench.book.list(&filter).is_err()
    };
    let all = ('\u{a0}'..='\u{33ff}').chain(('\u{3400}'..='\u{1ffff}').step_by(7));
    let failed: Vec<char> = all.filter(|c| fails(c)).take(5).collect();
    assert!(failed.is_empty(), "{failed:?}");
}

#[test]
fn a_number_is_found_by_all_of_it_or_by_its_end() {
    let mut bench = Bench::new();
    let numbers: Vec<String> = (0..130).map(|n| bench.create(&format!("Vụ {n}")).number).collect();
    let first = |query: &str| {
        let filter = Filter { query: Some(query.to_owned()), limit: 20, ..Filter::default() };
        bench.book.list(&filter).unwrap().first().map(|row| row.number.clone())
    };
    assert_eq!(numbers[122], "LDG-P2-VV-2026-000123");
    for query in ["LDG-P2-VV-2026-000123", "ldg-p2-vv-2026-123", "VV-2026-000123", "000123", "0123", "123", " 123 "] {
        assert_eq!(first(query).as_ref(), Some(&numbers[122]), "{query}");
    }
    assert_eq!(first("23").as_ref(), Some(&numbers[22]), "the whole serial comes before what ends like it");
    let ends: Vec<String> = {
        let filter = Filter { query: Some("23".into()), limit: 20, ..Filter::default() };
        bench.book.list(&filter).unwrap().into_iter().map(|row| row.number).collect()
    };
    assert!(ends.contains(&numbers[122]), "{ends:?}");
    assert_eq!(first("7").as_ref(), Some(&numbers[6]));
    assert_eq!(first("99999"), None);
    let patrols = Filter { query: Some("123".into()), kind: Some(Kind::Patrol), limit: 20, ..Filter::default() };
    assert!(bench.book.list(&patrols).unwrap().is_empty(), "filters hold for numbers too");
}

#[test]
fn the_index_follows_amendments_notes_and_voids() {
    let mut bench = Bench::new();
    let saved = bench.create("Trộm xe máy");
    bench.amend(saved.record, 1, "Trộm bò").unwrap();
    bench.note(saved.record, "Tìm thấy ở Lộc Phát").unwrap();
    let check = |book: &Logbook| {
        assert!(titles(book, "máy").is_empty(), "superseded words are gone");
        for query in ["bò", "loc phat", "cổng chợ", "000001"] {
            assert_eq!(titles(book, query).len(), 1, "{query}");
        }
    };
    check(&bench.book);
    let version = bench.book.record(&saved.record).unwrap().version;
    bench.amend(saved.record, version, "Trộm bò, ghi chú vẫn còn").unwrap();
    check(&bench.book);
    bench.void(saved.record, 4).unwrap();
    check(&bench.book);
    bench.book.rebuild().unwrap();
    check(&bench.book);
    assert!(titles(&bench.book, "Cúc").is_empty() && titles(&bench.book, "0912345678").is_empty(), "facts only");
}

#[test]
fn pages_of_a_search_join_without_gap_or_double() {
    let mut bench = Bench::new();
    for n in 0..25 {
        bench.create(&format!("Xe số 12, lần {n}"));
    }
    for query in ["xe", "12", "lần"] {
        let mut filter = Filter { query: Some(query.to_owned()), limit: 7, ..Filter::default() };
        let mut rows = Vec::new();
        loop {
            let page = bench.book.list(&filter).unwrap();
            filter.after = page.last().map(trucban::logbook::Row::cursor);
            rows.extend(page.iter().map(|row| row.row));
            if page.len() < 7 {
                break;
            }
        }
        let all = rows.len();
        rows.sort_unstable();
        rows.dedup();
        assert_eq!((rows.len(), all), (25, 25), "{query}");
    }
}

#[test]
fn an_interrupted_search_says_so() {
    let bench = Bench::new();
    let fault = trucban::fault::Fault::new(Trouble::Busy, "E044").with("interrupted", true);
    assert!(trucban::logbook::is_interrupted(&fault));
    bench.book.interrupter().interrupt();
    assert!(bench.book.list(&Filter { limit: 5, ..Filter::default() }).is_ok(), "nothing ran, so nothing stops");
}
