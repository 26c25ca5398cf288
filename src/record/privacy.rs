//! The privacy scanner: telephone numbers, identity numbers, plates, mail addresses, accounts and pages that slipped into
//! facts, which leave the post. It is judged by `privacy/labelled.tsv`, which was written first. It reads text and nothing
//! else, and never repeats what it found.

use std::ops::Range;
use std::sync::OnceLock;

use regex_lite::{Captures, Regex};

/// What sort of personal data it is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Personal {
    /// A telephone number.
    Phone,
    /// A 12-digit citizen identity number, or a 9-digit one of before; the number of a passport, licence or insurance.
    Identity,
    /// The plate of a vehicle.
    Plate,
    /// A mail address.
    Mail,
    /// A bank account or card, or somebody's page at a service.
    Account,
}

impl Personal {
    /// The code of the hold.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Phone => "H601",
            Self::Identity => "H602",
            Self::Plate => "H603",
            Self::Mail => "H604",
            Self::Account => "H607",
        }
    }
}

/// A plate has six digits at least, every other number more.
const FEWEST: usize = 6;
/// A number has so many digits at least that are written as such.
const FEWEST_OF_A_NUMBER: usize = 7;

/// Personal data in a text: what sort, and where (bytes).
#[must_use]
pub fn scan(text: &str) -> Vec<(Personal, Range<usize>)> {
    static SCANNER: OnceLock<Option<Scanner>> = OnceLock::new();
    // The patterns are part of the program and tests use each, so there always is one.
    SCANNER.get_or_init(Scanner::new).as_ref().map(|scanner| scanner.scan(text)).unwrap_or_default()
}

/// The patterns of `privacy/vn.toml`, which says what each is for.
struct Scanner {
    mail: Regex,
    plate: Regex,
    phone: Regex,
    unit: Regex,
    paper: Regex,
    document: Regex,
    account: Regex,
    page: Regex,
    plated: Regex,
    named: Regex,
}

impl Scanner {
    fn new() -> Option<Self> {
        let patterns: toml::Table = toml::from_str(include_str!("privacy/vn.toml")).ok()?;
        let pattern = |name: &str| patterns.get(name)?.as_str().and_then(|text| Regex::new(text).ok());
        Some(Self {
            mail: pattern("mail")?,
            plate: pattern("plate")?,
            phone: pattern("phone")?,
            unit: pattern("unit")?,
            paper: pattern("paper")?,
            document: pattern("document")?,
            account: pattern("account")?,
            page: pattern("page")?,
            plated: pattern("plated")?,
            named: pattern("named")?,
        })
    }

    fn scan(&self, text: &str) -> Vec<(Personal, Range<usize>)> {
        let mut found: Vec<(Personal, Range<usize>)> = Vec::new();
        // Most texts hold nothing of it, and the patterns are slow: a desk asks this of every version that comes in.
        if text.contains('@') {
            found.extend(self.mail.find_iter(text).map(|at| (Personal::Mail, at.range())));
        }
        if text.contains(".com/") || text.contains(".me/") {
            found.extend(self.pages(text));
        }
        if text.bytes().filter(u8::is_ascii_digit).count() < FEWEST {
            return found;
        }
        let mut add = |all: &mut dyn Iterator<Item = (Personal, Range<usize>)>| {
            for (personal, range) in all {
                if !found.iter().any(|(_, other)| overlap(other, &range)) {
                    found.push((personal, range));
                }
            }
        };
        // What words say is surer than what digits look like.
        if has_a_number(text.as_bytes()) {
            add(&mut self.told(text, &self.account, 3).map(|range| (Personal::Account, range)));
            add(&mut self.told(text, &self.document, 2).map(|range| (Personal::Identity, range)));
        }
        if has_like_a_plate(text.as_bytes()) {
            add(&mut self.plate.captures_iter(text).filter_map(|parts| self.plate(text, &parts)));
        }
        add(&mut runs(text.as_bytes()).flat_map(|run| self.numbers(text, run)));
        found.sort_by_key(|(_, range)| range.start);
        found
    }

    /// Numbers that the words before them tell of: the part of the pattern that is the number.
    fn told<'a>(&'a self, text: &'a str, words: &'a Regex, part: usize) -> impl Iterator<Item = Range<usize>> + 'a {
        let number = move |parts: Captures<'_>| parts.get(part).map(|number| number.range());
        let found = words.captures_iter(text).filter_map(number);
        found.filter(|range| {
            let after = text.get(range.end..).unwrap_or_default();
            !self.is_measured(after) && !goes_on(after)
        })
    }

    fn pages<'a>(&'a self, text: &'a str) -> impl Iterator<Item = (Personal, Range<usize>)> + 'a {
        let page = |parts: Captures<'_>| {
            let before = text.get(..parts.get(0)?.start())?.chars().next_back();
            let whose = parts.get(5)?.range();
            (!before.is_some_and(char::is_alphanumeric)).then_some((Personal::Account, whose))
        };
        self.page.captures_iter(text).filter_map(page)
    }

    fn plate(&self, text: &str, parts: &Captures<'_>) -> Option<(Personal, Range<usize>)> {
        let part = |n: usize| parts.get(n).map_or("", |part| part.as_str());
        let (gap, series, sign, number) = (part(2), part(3), part(4), part(5));
        let (numbered, long) = (series.ends_with(|c: char| c.is_ascii_digit()), number.len() > 4);
        let upper = !series.chars().any(char::is_lowercase);
        // Without capitals it has to be one word; a class, a flat or a time is written as "12B 2026", "20h 1234".
        let written = if upper { gap != " " || numbered || long } else { gap.is_empty() && numbered };
        let told = numbered || sign.contains('-') || (long && (upper || sign.is_empty() || sign.contains('.')));
        let range = parts.get(0)?.range();
        let called = self.plated.is_match(before(text, &range, 20)) && (numbered || long);
        ((called || written && told) && self.stands_alone(text, &range)).then_some((Personal::Plate, range))
    }

    /// The numbers within a run of digit groups: a run may hold a date, a telephone number and a sum.
    fn numbers(&self, text: &str, run: Range<usize>) -> Vec<(Personal, Range<usize>)> {
        let groups = groups(text, run);
        let mut found = Vec::new();
        let mut from = 0;
        while from < groups.len() {
            // A group that is a number by itself is one; else as many groups as make one.
            let mut ends = std::iter::once(from).chain((from + 1..groups.len()).rev());
            let number = ends.find_map(|to| Some((to, self.number(text, groups.get(from..=to)?)?)));
            from = number.as_ref().map_or(from, |(to, _)| *to) + 1;
            found.extend(number.map(|(_, number)| number));
        }
        found
    }

    fn number(&self, text: &str, parts: &[Range<usize>]) -> Option<(Personal, Range<usize>)> {
        let range = parts.first()?.start..parts.last()?.end;
        let raw = text.get(range.clone())?;
        let number: String = raw.chars().filter_map(digit).collect();
        let real = raw.bytes().filter(u8::is_ascii_digit).count();
        let measured = self.is_measured(text.get(range.end..).unwrap_or_default());
        let long = (9..=12).contains(&number.len()) && real * 4 >= number.len() * 3;
        if !long || measured || !self.stands_alone(text, &range) || self.named.is_match(before(text, &range, 20)) {
            return None;
        }
        let plus = text.get(..range.start).is_some_and(|before| before.ends_with('+'));
        let here = self.phone.is_match(&number) && (number.starts_with('0') || number.len() == 11);
        if here || (plus && !number.starts_with('0')) {
            return Some((Personal::Phone, range));
        }
        let province = number.get(..3)?;
        let citizen = number.len() == 12 && ("001"..="096").contains(&province);
        let bare = parts.len() == 1 && !number.starts_with('0') && real == 9;
        let older = number.len() == 9 && (bare || self.is_named(text, &range));
        (citizen || older).then_some((Personal::Identity, range))
    }

    /// No part of a longer word or number, of a record's number or of a code.
    fn stands_alone(&self, text: &str, range: &Range<usize>) -> bool {
        let before = text.get(..range.start).and_then(|text| text.chars().next_back());
        let after = text.get(range.end..).unwrap_or_default();
        let lettered = text.get(range.start..).is_some_and(|rest| rest.starts_with(char::is_alphabetic));
        let glued = before.is_some_and(|c| {
            let coded = c.is_ascii_uppercase() && !self.is_named(text, range);
            c.is_ascii_digit() || matches!(c, '/' | ',' | '_') || coded || (lettered && c.is_alphanumeric())
        });
        !(glued || goes_on(after))
    }

    /// Whether a unit follows, and not only a word that begins like one.
    fn is_measured(&self, after: &str) -> bool {
        let end = self.unit.find(after).map(|unit| unit.end());
        end.is_some_and(|end| !after.get(end..).is_some_and(|rest| rest.starts_with(char::is_alphabetic)))
    }

    /// Whether the words around a number say that it is an identity number.
    fn is_named(&self, text: &str, range: &Range<usize>) -> bool {
        let after = text.get(range.end..).unwrap_or_default();
        let end = after.char_indices().nth(10).map_or(after.len(), |(at, _)| at);
        let start = range.start - before(text, range, 24).len();
        text.get(start..range.end + end).is_some_and(|near| self.paper.is_match(near))
    }
}

/// So many characters before a range, or as many as there are.
fn before<'a>(text: &'a str, range: &Range<usize>, most: usize) -> &'a str {
    let all = text.get(..range.start).unwrap_or_default();
    let start = all.char_indices().rev().nth(most - 1).map_or(0, |(at, _)| at);
    all.get(start..).unwrap_or_default()
}

/// Whether what follows belongs to the number: letters, a part of a path, decimals.
fn goes_on(after: &str) -> bool {
    let decimal = after.starts_with(',') && after.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
    decimal || after.starts_with(|c: char| c.is_alphanumeric() || matches!(c, '/' | '_'))
}

fn overlap(a: &Range<usize>, b: &Range<usize>) -> bool {
    a.start < b.end && b.start < a.end
}

/// Whether a text holds what the numbers of accounts and papers are: six digits in a row, or groups that make a number.
fn has_a_number(text: &[u8]) -> bool {
    text.windows(FEWEST).any(|six| six.iter().all(u8::is_ascii_digit)) || runs(text).next().is_some()
}

/// Whether a text holds what the pattern of plates begins and ends with: two digits and a letter, three digits near.
fn has_like_a_plate(text: &[u8]) -> bool {
    let is = |at: usize, fits: fn(&u8) -> bool| text.get(at).is_some_and(fits);
    // Đ and đ are two bytes, of which the first one is this.
    let letter: fn(&u8) -> bool = |b| b.is_ascii_alphabetic() || *b == 0xc4;
    let number = |from: usize| text.get(from..from + 3).is_some_and(|three| three.iter().all(u8::is_ascii_digit));
    (0..text.len()).any(|at| {
        let province = is(at, u8::is_ascii_digit) && is(at + 1, u8::is_ascii_digit);
        // A gap before the letter; between it and the number another letter, a digit, three signs.
        province && (at + 2..at + 4).any(|series| is(series, letter) && (1..10).any(|far| number(series + far)))
    })
}

/// Runs of digit groups, each of which may be one number: `(0263) 3-822-456`, `O9I2 345 678`.
fn runs(text: &[u8]) -> impl Iterator<Item = Range<usize>> {
    let mut from = 0;
    let all = std::iter::from_fn(move || {
        let first = from + text.get(from..)?.iter().position(|b| is_digit(*b))?;
        let opened = text.get(from..first)?.iter().rev().take_while(|b| matches!(b, b'+' | b'(')).count();
        let group =
            |from: usize| from + text.get(from..).map_or(0, |rest| rest.iter().take_while(|b| is_digit(**b)).count());
        let mut end = group(first);
        while let Some(next) = next_group(text, end) {
            end = group(next);
        }
        from = end;
        Some(first - opened..end)
    });
    let real =
        |run: &Range<usize>| text.get(run.clone()).map_or(0, |run| run.iter().filter(|b| b.is_ascii_digit()).count());
    all.filter(move |run| real(run) >= FEWEST_OF_A_NUMBER)
}

/// Where the group after the one that ends here begins, if it belongs to the same run: at most two blanks, a sign, two
/// blanks lie between them.
fn next_group(text: &[u8], end: usize) -> Option<usize> {
    let blanks =
        |from: usize| text.get(from..).map_or(0, |rest| rest.iter().take(2).take_while(|b| **b == b' ').count());
    let mut at = end + blanks(end);
    at += usize::from(text.get(at).is_some_and(|b| matches!(b, b'-' | b'.' | b')' | b'(')));
    at += blanks(at);
    text.get(at).is_some_and(|b| is_digit(*b)).then_some(at)
}

/// People write o for 0 and l or I for 1.
const fn is_digit(b: u8) -> bool {
    matches!(b, b'0'..=b'9' | b'o' | b'O' | b'l' | b'I')
}

/// The groups of digits in a run, without what stands between them.
fn groups(text: &str, run: Range<usize>) -> Vec<Range<usize>> {
    let mut groups: Vec<Range<usize>> = Vec::new();
    let signs = text.get(run.clone()).unwrap_or_default().char_indices();
    for (at, _) in signs.filter(|(_, c)| c.is_ascii_alphanumeric()) {
        let at = run.start + at;
        match groups.last_mut() {
            Some(last) if last.end == at => last.end = at + 1,
            _ => groups.push(at..at + 1),
        }
    }
    groups
}

fn digit(c: char) -> Option<char> {
    match c {
        'o' | 'O' => Some('0'),
        'l' | 'I' => Some('1'),
        c => c.is_ascii_digit().then_some(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn codes(text: &str) -> Vec<&'static str> {
        scan(text).into_iter().map(|(personal, _)| personal.code()).collect()
    }

    /// The labelled lines: kind, text without marks, and what was marked in it.
    fn labelled() -> Vec<(String, String, Vec<Range<usize>>)> {
        let lines = include_str!("privacy/labelled.tsv").lines().filter(|line| !line.starts_with('#'));
        let read = |line: &str| {
            let (kind, marked) = line.split_once('\t').unwrap();
            let (mut text, mut ranges, mut start) = (String::new(), Vec::new(), 0);
            for c in marked.chars() {
                match c {
                    '⟦' => start = text.len(),
                    '⟧' => ranges.push(start..text.len()),
                    c => text.push(c),
                }
            }
            (kind.to_owned(), text, ranges)
        };
        lines.map(read).collect()
    }

    fn name(personal: Personal) -> &'static str {
        match personal {
            Personal::Phone => "phone",
            Personal::Identity => "id",
            Personal::Plate => "plate",
            Personal::Mail => "mail",
            Personal::Account => "account",
        }
    }

    #[test]
    fn the_labelled_set_is_found_and_little_else() {
        let (mut hits, mut missed, mut wrong) = (0_u32, Vec::new(), Vec::new());
        let count = |list: &Vec<String>| f64::from(u32::try_from(list.len()).unwrap());
        for (kind, text, marked) in labelled() {
            let found = scan(&text);
            for range in &marked {
                let hit = found.iter().any(|(personal, at)| name(*personal) == kind && overlap(at, range));
                if hit { hits += 1 } else { missed.push(format!("{kind}: {text}")) }
            }
            let extra = found.iter().filter(|(p, at)| name(*p) != kind || !marked.iter().any(|m| overlap(at, m)));
            wrong.extend(extra.map(|(p, at)| format!("{}: {} in {text}", name(*p), &text[at.clone()])));
        }
        let recall = f64::from(hits) / (f64::from(hits) + count(&missed));
        let precision = f64::from(hits) / (f64::from(hits) + count(&wrong));
        println!("privacy scanner: {hits} found, recall {recall:.3}, precision {precision:.3}");
        assert!(recall >= 0.98 && precision >= 0.95, "missed {missed:#?}\nwrong {wrong:#?}");
    }

    #[test]
    fn a_sum_beside_a_telephone_number_is_no_part_of_it() {
        assert_eq!(codes("0912345678 18.000.000 đ"), ["H601"]);
        assert_eq!(codes("49B1-234.56, 0912345678, a@b.vn, CCCD 079090001234"), ["H603", "H601", "H604", "H602"]);
        assert!(codes("").is_empty());
    }

    #[test]
    fn the_shortest_of_each_sort_is_found() {
        let shortest = [
            ("49A-1234", "H603"),
            ("a@b.vn", "H604"),
            ("o9123456I8", "H601"),
            ("stk 123456", "H607"),
            ("fb.com/abc", "H607"),
            ("gplx 1234567", "H602"),
        ];
        for (text, code) in shortest {
            assert_eq!(codes(text), [code], "{text}");
        }
        for text in ["lúc 19:20, 12 hẻm 4", "stk 12345", "fb.com/ab", "gplx 123456"] {
            assert!(codes(text).is_empty(), "{text}");
        }
    }

    proptest! {
        #[test]
        fn what_is_passed_over_has_no_plate(text in "[1-9][0-9][ -]?[A-Zđ]{0,2}[0-9]?[ ]?[-. ]?[ ]?[0-9 .]{3,6}|[0-9A-zĐđ .-]{0,20}") {
            let plate = Scanner::new().unwrap().plate;
            prop_assert!(!plate.is_match(&text) || has_like_a_plate(text.as_bytes()), "{}", text);
        }

        #[test]
        fn runs_are_what_their_pattern_says(text in "[0-9oOlI .()+a-cđ-]{0,40}") {
            let pattern = r"[+(]*[0-9oOlI]+([ ]{0,2}[-.)(]?[ ]{0,2}[0-9oOlI]+)*";
            let long = |run: &Range<usize>| {
                text[run.clone()].bytes().filter(u8::is_ascii_digit).count() >= FEWEST_OF_A_NUMBER
            };
            let found: Vec<_> = Regex::new(pattern).unwrap().find_iter(&text).map(|run| run.range()).filter(long).collect();
            prop_assert_eq!(runs(text.as_bytes()).collect::<Vec<_>>(), found);
        }

        #[test]
        fn what_it_finds_lies_within_the_text(text in "(stk |bks |fb.com/|gplx )?[0-9oOlI .,()+đkg@a-zA-ZĐ/-]{0,80}") {
            for (_, range) in scan(&text) {
                prop_assert!(text.get(range).is_some());
            }
        }
    }
}
