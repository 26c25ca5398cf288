//! The rules about one record alone, in numbered codes: its kind's own, and those about every kind. "Future" is judged
//! where values are cleaned, against the entry's own time; rules that compare records are asked of the logbook.

use serde_json::Value;

use super::about::fields;
use super::data::Data;
use super::field::Envelope;
use super::finding::Finding;
use super::kinds::Kind;
use super::privacy::{self, Personal};
use crate::text::fold;

/// A private text shorter than this may well be a common word.
const TELLING: usize = 6;

/// What the rules say about one cleaned record.
#[must_use]
pub fn check(kind: Kind, data: &Data) -> Vec<Finding> {
    let mut found = (kind.about().rules)(data);
    if !data.items("persons").is_empty() {
        let names = own_names(data, &data.searched(kind)).into_iter();
        found.extend(names.map(|n| Finding::new("H605", format!("persons[{n}].name"))));
    }
    let private = private_texts(kind, data);
    for (path, text) in data.prose(kind) {
        found.extend(leaks(&path, text));
        found.extend(gives_away(&private, text).then(|| Finding::new("H606", path)));
    }
    found
}

/// What is written in fields that don't leave the post unasked: an exact address, a detail that only an owner knows.
fn private_texts(kind: Kind, data: &Data) -> Vec<String> {
    let private = fields(kind).iter().filter(|field| field.envelope == Envelope::Persons);
    let texts = private.filter_map(|field| data.text(field.key)).map(fold::folded);
    texts.filter(|text| text.chars().count() >= TELLING).collect()
}

fn gives_away(private: &[String], text: &str) -> bool {
    !private.is_empty() && private.iter().any(|private| fold::folded(text).contains(private))
}

/// A name in facts that stands in the record's own persons: it would leave the post with the facts.
fn own_names(data: &Data, facts: &str) -> Vec<usize> {
    let words = fold::exact(facts);
    let spoken = |name: &str| name.split_whitespace().count() > 1 && words.contains(&fold::exact(name));
    let persons = data.items("persons").iter().enumerate();
    let named = |person: &Value| person.get("name").and_then(Value::as_str).is_some_and(spoken);
    persons.filter(|(_, person)| named(person)).map(|(n, _)| n).collect()
}

/// What the rules say about a note on a record: personal data, and what the record keeps to itself.
#[must_use]
pub fn said(kind: Kind, data: &Data, path: &str, text: &str) -> Vec<Finding> {
    let mut found = leaks(path, text);
    found.extend(own_names(data, text).first().map(|_| Finding::new("H605", path)));
    found.extend(gives_away(&private_texts(kind, data), text).then(|| Finding::new("H606", path)));
    found
}

/// Personal data that slipped into a text of the facts: what sort, where, and as much of it as may be shown.
#[must_use]
pub fn leaks(path: &str, text: &str) -> Vec<Finding> {
    let finding = |(personal, range): (Personal, std::ops::Range<usize>)| {
        let place = text.get(..range.start).map_or(0, |before| before.chars().count()) + 1;
        let shown = crate::text::mask::number(text.get(range).unwrap_or_default());
        Finding::new(personal.code(), path).with("at", place).with("shown", shown)
    };
    privacy::scan(text).into_iter().map(finding).collect()
}

/// Whether two moments, or two days, stand the wrong way round.
pub(super) fn before(data: &Data, later: &str, earlier: &str) -> bool {
    let moments = matches!((data.when(later), data.when(earlier)), (Some(a), Some(b)) if a < b);
    moments || matches!((data.day(later), data.day(earlier)), (Some(a), Some(b)) if a < b)
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn codes(kind: Kind, value: serde_json::Value) -> Vec<(&'static str, String)> {
        let serde_json::Value::Object(object) = value else { panic!("no object") };
        check(kind, &Data(object)).into_iter().map(|finding| (finding.code, finding.path)).collect()
    }

    #[test]
    fn personal_data_in_facts_is_held_with_its_place_and_not_repeated() {
        let found = codes(
            Kind::Incident,
            json!({"category": "PROP.THVH", "title": "Mất xe 49B1-234.56", "external_id": "0912345678",
                "quantities": [{"what": "gọi 0912345678", "unit": "cái", "amount": "1"}],
                "persons": [{"name": "Trần Thị Cúc", "phone": "0912345678"}]}),
        );
        assert_eq!(found, [("H603", "title".to_owned()), ("H601", "quantities[0].what".to_owned())]);
        let shown = &leaks("title", "gọi 0912345678")[0];
        assert_eq!(shown.args, [("at", "5".to_owned()), ("shown", "***678".to_owned())]);
    }

    #[test]
    fn a_name_of_the_records_own_persons_is_held() {
        let incident = |narrative: &str| json!({"category": "PROP.THVH", "narrative": narrative, "persons": [{"name": "Trần Thị Cúc"}]});
        assert_eq!(codes(Kind::Incident, incident("Bị hại trần thị CÚC kể lại")), [("H605", "persons[0].name".into())]);
        assert_eq!(codes(Kind::Incident, incident("Bị hại kể lại")), []);
    }

    #[test]
    fn a_private_address_is_held_where_the_facts_repeat_it() {
        let incident = |narrative: &str| json!({"category": "PROP.THVH", "narrative": narrative, "exact_place": "12/4 Hùng Vương"});
        let found = codes(Kind::Incident, incident("Đến nhà 12/4 hung vuong lúc 20h"));
        assert_eq!(found, [("H606", "narrative".into())]);
        assert_eq!(codes(Kind::Incident, incident("Đến một nhà ở đường Hùng Vương")), []);
        let data = incident("");
        let noted = said(Kind::Incident, &Data(data.as_object().unwrap().clone()), "text", "Quay lại 12/4 Hùng Vương");
        assert_eq!(noted.iter().map(|finding| finding.code).collect::<Vec<_>>(), ["H606"]);
    }
}
