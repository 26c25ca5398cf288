//! `docs/batch-fields.md`, made from the description of records, and what `docs/batch-format.md` lists by hand held against
//! the program: nobody can write a second program from a page that leaves a kind, an event or a code out.

use trucban::journal::Act;
use trucban::record::{Envelope, Fallback, Field, Kind, NOTE, Shape, fields};
use trucban::sync::check::RESULTS;
use trucban::sync::{
    FORMAT, MAX_ENTRIES, MAX_FILE, MAX_PAYLOAD, NAMESPACE_BATCH, NAMESPACE_FILE, NAMESPACE_RECEIPT, PROFILE, VERSION,
    schema,
};
use trucban::words::{Lang, Words};

const HEAD: &str = "# Fields of the kinds

What the data of a `create` or `amend` holds, kind by kind, and that of a `note`; a supplement to batch-format.md, made from
the description by which the program itself checks. `[]` after a key: a list of objects with the keys below it.

| shape | is |
|---|---|
| text n, lines n | one line of text, or several, 1 to n characters |
| code | one of these |
| moment, day | `2026-11-23T19:20:00+07:00`, `2026-11-23` |
| number n | whole, 0 to n |
| money | whole đồng, 0 to 10^15 |
| decimal | as text, `\"1.5\"` |
| officer, record | an id |
| area, category | the code of an area; two times four letters, `PROP.THVH` |
| flag | true or false |

`!` has to be given, `?` is null where nobody knows, `=` says what stands there where nobody said; the rest is then 0, false,
an empty list or an object of such. 👤 stands in the persons envelope, everything else in the facts.
";

fn page() -> String {
    let words = Lang::ALL.map(Words::new);
    let mut page = HEAD.to_owned();
    for kind in Kind::ALL {
        let (name, letters) = (kind.name(), kind.code());
        let names = words.each_ref().map(|words| words.get(&format!("kind-{name}")).to_owned()).join(" · ");
        page += &format!("\n## {name} · {letters}\n\n{names}\n\n{TABLE}");
        rows(&mut page, name, "", fields(kind), &words);
    }
    page += &format!("\n## note\n\n{TABLE}");
    rows(&mut page, "note", "", NOTE, &words);
    page
}

const TABLE: &str = "| key | | shape | Tiếng Việt | English |\n|---|---|---|---|---|\n";

fn rows(page: &mut String, kind: &str, at: &str, all: &[Field], words: &[Words; 2]) {
    for field in all {
        let path = format!("{at}{}", field.key);
        let needed = match field.fallback {
            Fallback::Required => "!".to_owned(),
            Fallback::Null => "?".to_owned(),
            Fallback::Code(code) => format!("= {code}"),
            _ => String::new(),
        };
        let private = if field.envelope == Envelope::Persons { "👤" } else { "" };
        let (inner, list) = match field.shape {
            Shape::Group(inner) => (inner, ""),
            Shape::List(inner) => (inner, "[]"),
            _ => (&[][..], ""),
        };
        let [vi, en] = words.each_ref().map(|words| words.field(kind, &path).to_owned());
        *page += &format!("| `{}{list}` | {private}{needed} | {} | {vi} | {en} |\n", path, shape(field.shape));
        rows(page, kind, &format!("{path}."), inner, words);
    }
}

fn shape(shape: Shape) -> String {
    match shape {
        Shape::Line(max) => format!("text {max}"),
        Shape::Block(max) => format!("lines {max}"),
        Shape::One(choice) => format!("`{}`", choice.values.join("` `")),
        Shape::Category => "category".into(),
        Shape::Area => "area".into(),
        Shape::Officer => "officer".into(),
        Shape::Officers => "list of officers".into(),
        Shape::Record => "record".into(),
        Shape::When => "moment".into(),
        Shape::Day => "day".into(),
        Shape::Flag => "flag".into(),
        Shape::Count(max) => format!("number {max}"),
        Shape::Money => "money".into(),
        Shape::Decimal => "decimal".into(),
        Shape::Group(_) => "object".into(),
        Shape::List(_) => "list".into(),
    }
}

/// `TRUCBAN_WRITE_CODES=1 cargo test --test codes` writes the page.
#[test]
fn the_page_of_fields_is_fresh() {
    let page = page();
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/batch-fields.md");
    if std::env::var_os("TRUCBAN_WRITE_CODES").is_some() {
        std::fs::write(path, &page).unwrap();
    }
    assert!(page.contains("`persons[]`") && page.contains("order_received"), "{page}");
    assert!(!page.contains("|  |  |"), "a field without a name");
    assert!(page == std::fs::read_to_string(path).unwrap_or_default(), "TRUCBAN_WRITE_CODES=1 makes it anew");
}

/// The page of the format, as it is; and whether it names something in its own type.
fn format_says(text: &str) -> bool {
    include_str!("../../docs/batch-format.md").contains(text)
}

/// How one record may be linked to another.
fn links() -> Vec<&'static str> {
    let links = fields(Kind::Incident).iter().find(|field| field.key == "links").unwrap();
    let Shape::List(inner) = links.shape else { panic!("links are a list") };
    let Shape::One(how) = inner[0].shape else { panic!("how is a closed list") };
    how.values.to_vec()
}

#[test]
fn the_page_of_the_format_leaves_nothing_out() {
    let mut wanted: Vec<String> = Kind::ALL.map(|kind| format!("| `{}` | {} |", kind.name(), kind.code())).to_vec();
    let event = NOTE.iter().find(|field| field.key == "event").unwrap();
    let Shape::One(events) = event.shape else { panic!("events are a closed list") };
    wanted.extend(events.values.iter().chain(&links()).map(|word| format!("`{word}`")));
    wanted.extend(Act::ALL.map(|act| format!("`{}`", act.name())));
    wanted.extend(RESULTS.map(|result| format!("| `{result}` |")));
    wanted.extend([NAMESPACE_BATCH, NAMESPACE_FILE, NAMESPACE_RECEIPT, FORMAT, VERSION, PROFILE].map(str::to_owned));
    wanted.extend([MAX_FILE, MAX_PAYLOAD].map(|bytes| format!("{} MiB", bytes / 1024 / 1024)));
    wanted.push(format!("{},{:03} entries", MAX_ENTRIES / 1000, MAX_ENTRIES % 1000));
    for (name, text) in schema::files().iter().filter(|(name, _)| name.contains("batch") || name.contains("receipt")) {
        let whole: serde_json::Value = serde_json::from_str(text).unwrap();
        assert!(whole["required"].as_array().unwrap().len() > 5, "{name}");
        wanted.extend(whole["required"].as_array().unwrap().iter().map(|key| format!("`{}`", key.as_str().unwrap())));
    }
    let missing: Vec<_> = wanted.iter().filter(|text| !format_says(text)).collect();
    assert!(missing.is_empty(), "docs/batch-format.md doesn't say {missing:?}");
}

#[test]
fn every_verdict_is_on_the_page_of_the_format_and_shown_by_a_vector_or_a_test() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/vectors");
    let read = |name: std::ffi::OsString| {
        std::fs::read_to_string(std::path::Path::new(folder).join(name).join("expected.json")).unwrap_or_default()
    };
    let vectors: String = std::fs::read_dir(folder).unwrap().map(|entry| read(entry.unwrap().file_name())).collect();
    // What only a desk can say that holds something already.
    let by_tests = include_str!("../sync/posts.rs").to_owned() + include_str!("../sync/forked.rs");
    for code in (101..=116).chain([120, 121]).map(|n| format!("E{n}")) {
        assert!(format_says(&code), "{code} isn't on the page");
        assert!(vectors.contains(&code) || by_tests.contains(&code), "{code} is shown by nothing");
    }
}
