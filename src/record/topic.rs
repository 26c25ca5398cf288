//! What tips and outreach are about, and which categories of incident each topic speaks of, so that what rises can be
//! held against what people were told.

use super::field::Choice;

/// Topics. Codes are never reused; a new one goes to the end.
pub(super) const TOPIC: Choice = Choice::new(
    "topic",
    &[
        "theft",
        "fraud",
        "usury",
        "violence",
        "family",
        "order",
        "weapons",
        "drugs",
        "vice",
        "traffic",
        "fire",
        "residence",
        "disputes",
        "environment",
        "movement",
        "other",
    ],
);

/// Categories, or groups of them, by topic.
const SPOKEN_OF: &[(&str, &[&str])] = &[
    ("theft", &["PROP.ROBB", "PROP.SNAT", "PROP.BURG", "PROP.THVH", "PROP.THFT", "PROP.DAMG"]),
    ("fraud", &["FRAU.CYBR", "FRAU.SCAM", "FRAU.FORG"]),
    ("usury", &["FRAU.LEND", "PROP.EXTO"]),
    ("violence", &["PERS"]),
    ("family", &["FAMI"]),
    ("order", &["ORDR.DIST", "ORDR.NOIS", "ORDR.OBST"]),
    ("weapons", &["ORDR.WEAP", "ORDR.PYRO"]),
    ("drugs", &["VICE.DRUU", "VICE.DRUT"]),
    ("vice", &["VICE.GAMB", "VICE.PROS"]),
    ("traffic", &["TRAF"]),
    ("fire", &["FIRE"]),
    ("residence", &["RESI"]),
    ("disputes", &["CIVL"]),
    ("environment", &["ENVR"]),
];

/// The topic under which people are told of a category; none for what nobody can be warned of.
#[must_use]
pub fn topic_of(category: &str) -> Option<&'static str> {
    let group = category.split('.').next().unwrap_or_default();
    let (topic, _) =
        SPOKEN_OF.iter().find(|(_, codes)| codes.iter().any(|code| *code == category || *code == group))?;
    Some(topic)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::catalogue::Catalogue;

    #[test]
    fn every_category_but_those_of_help_and_service_has_one_topic() {
        let silent: Vec<&str> = Catalogue::builtin()
            .categories()
            .map(|category| category.code.as_str())
            .filter(|code| topic_of(code).is_none())
            .collect();
        assert_eq!(silent, ["WELF.MISS", "WELF.DEAD", "WELF.HELP", "SERV.LOST", "SERV.FOUN", "OTHR.OTHR"]);
        assert_eq!((topic_of("PROP.EXTO"), topic_of("TRAF.TACC")), (Some("usury"), Some("traffic")));
        let mut named: Vec<&str> = SPOKEN_OF.iter().flat_map(|(_, codes)| codes.iter().copied()).collect();
        assert!(SPOKEN_OF.iter().all(|(topic, _)| TOPIC.values.contains(topic)));
        let all = named.len();
        named.sort_unstable();
        named.dedup();
        assert_eq!(named.len(), all, "a code under two topics");
    }
}
