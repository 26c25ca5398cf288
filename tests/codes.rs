//! `docs/codes.md`, made from the wording files so that it can't say anything else than the program does.
#![allow(
    clippy::unwrap_used,
    clippy::indexing_slicing,
    clippy::panic,
    reason = "a test may stop at the first surprise"
)]

#[path = "codes/fields.rs"]
mod fields;

use std::collections::BTreeMap;

use trucban::words::{Lang, Words};

/// The first digit of a code, and what its block is about.
const BLOCKS: &[(&str, &str)] = &[
    ("0", "Sổ, tệp, lệnh · Logbook, files, commands"),
    ("1", "Gói tuần, biên nhận · Batches, receipts"),
    ("2", "Vụ việc · Incidents"),
    ("3", "Tuần tra · Patrols"),
    ("4", "Ca trực · Shifts"),
    ("5", "Phong trào · Community work"),
    ("6", "Thông tin cá nhân · Personal data"),
];

/// What the examples speak of; other values stand as their names.
const SAMPLES: &[(&str, &str)] = &[
    ("record", "VV-2026-000123"),
    ("folder", "phuong-2"),
    ("role", "officer"),
    ("right", "manage"),
    ("key", "titel"),
    ("near", "title"),
    ("line", ""),
];

const HEAD: &str = "# Mã lỗi · Codes

E: dừng lại, không ghi gì · stops, nothing is written
H: ghi được, chưa gửi tuần được · saved, but the week doesn't go out
W: nhắc · a warning, stops nothing

Mỗi mã: việc gì xảy ra, rồi phải làm gì. Each code: what happened, then what to do.
";

/// `TRUCBAN_WRITE_CODES=1 cargo test --test codes` writes the page.
#[test]
fn the_page_of_codes_is_fresh() {
    let page = page();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/codes.md");
    if std::env::var_os("TRUCBAN_WRITE_CODES").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    assert!(page.contains("| E010 |") && page.contains("VV-2026-000123"), "{page}");
    let written = std::fs::read_to_string(path).unwrap_or_default();
    let stale = page.lines().zip(written.lines().chain(std::iter::repeat(""))).find(|(new, old)| new != old);
    assert!(stale.is_none() && page.len() == written.len(), "TRUCBAN_WRITE_CODES=1 makes it anew: {stale:?}");
}

fn page() -> String {
    let codes = codes(include_str!("../src/words/vi.ftl"));
    let words = Lang::ALL.map(Words::new);
    let mut page = HEAD.to_owned();
    for (digit, name) in BLOCKS {
        let mut own: Vec<_> = codes.iter().filter(|(code, _)| code[1..].starts_with(digit)).collect();
        own.sort_by_key(|(code, _)| &code[1..]);
        if own.is_empty() {
            continue;
        }
        page.push_str(&format!("\n## {name}\n\n| | Tiếng Việt | English |\n|---|---|---|\n"));
        for (code, names) in own {
            let [vi, en] = [&words[0], &words[1]].map(|words| entry(words, code, names));
            page.push_str(&format!("| {code} | {vi} | {en} |\n"));
        }
    }
    page
}

/// Every code of a wording file, with the names of the values that its message and hint speak of.
fn codes(text: &str) -> BTreeMap<String, Vec<String>> {
    let (mut all, mut now): (BTreeMap<String, Vec<String>>, Option<String>) = (BTreeMap::new(), None);
    for line in text.lines() {
        if line.starts_with(|c: char| c.is_ascii_alphabetic()) {
            let id = line.split(' ').next().unwrap();
            let code = id.len() == 4 && id.starts_with(['E', 'H', 'W']) && id[1..].bytes().all(|b| b.is_ascii_digit());
            now = code.then(|| id.to_owned());
        }
        if let Some(code) = &now {
            let names = line.split('$').skip(1).map(|rest| rest.split(|c: char| !c.is_alphanumeric()).next().unwrap());
            all.entry(code.clone()).or_default().extend(names.map(str::to_owned));
        }
    }
    all
}

fn entry(words: &Words, code: &str, names: &[String]) -> String {
    let sample = |name: &str| {
        let known = SAMPLES.iter().find(|(sample, _)| *sample == name);
        known.map_or_else(|| format!("‹{name}›"), |(_, value)| (*value).to_owned())
    };
    let values: Vec<(&str, String)> = names.iter().map(|name| (name.as_str(), sample(name))).collect();
    let values: Vec<(&str, &str)> = values.iter().map(|(name, value)| (*name, value.as_str())).collect();
    let text = format!("**{}** {}", words.with(code, &values), words.with(&format!("{code}.hint"), &values));
    text.replace('\n', " ").replace('|', "\\|")
}
