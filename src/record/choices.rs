//! The closed lists of values. Codes are never reused; a new one goes to the end of its list.

use super::field::Choice;

macro_rules! choices {
    ($($(#[$doc:meta])* $id:ident = $name:literal [$($value:literal),+ $(,)?];)+) => {
        $($(#[$doc])* pub const $id: Choice = Choice { name: $name, values: &[$($value),+] };)+
        /// Every list, for the check that each value has wording.
        #[cfg(test)]
        pub const ALL: &[Choice] = &[$($id),+];
    };
}

choices! {
    /// How the report reached the post.
    CHANNEL = "channel" ["in_person", "phone", "hotline", "app", "team", "patrol", "superior", "press", "other"];
    /// What sort of place it is.
    PLACE_KIND = "place-kind" ["house", "street", "alley", "market", "shop", "school", "hospital", "office", "park",
        "water", "building_site", "transport", "other"];
    /// How pressing it is.
    URGENCY = "urgency" ["normal", "high", "urgent"];
    /// What it is in law; drives the clocks.
    CLASSIFICATION = "classification" ["crime_report", "administrative", "civil", "accident", "assistance", "unfounded"];
    /// Where the matter stands.
    STATUS = "status" ["open", "in_progress", "transferred", "closed"];
    /// How it ended.
    OUTCOME = "outcome" ["transferred", "penalised", "mediated", "warned", "returned", "assisted", "nothing_found", "other"];
    /// The part a person has in it.
    PERSON_ROLE = "person-role" ["reporter", "victim", "involved", "witness", "suspect", "informant"];
    /// As the papers say it.
    SEX = "sex" ["f", "m", "other"];
    /// How the patrol moves.
    MODE = "mode" ["foot", "bicycle", "motorbike", "car", "post"];
    /// Where the patrol stands; overdue is computed.
    PATROL_STATE = "patrol-state" ["planned", "active", "done", "cancelled"];
    /// Where the shift stands; computed from its times.
    SHIFT_STATUS = "shift-status" ["planned", "open", "closed"];
    /// What a patrol noticed (sơ hở).
    OBSERVATION = "observation" ["dark_street", "broken_camera", "unlocked", "fire_risk", "obstruction", "noise",
        "traffic", "person_needs_help", "other"];
    /// How one record refers to another.
    LINK = "link" ["led_to", "found_by", "duplicate_of", "follow_up"];
    /// What a handover item is.
    HANDOVER_ITEM = "handover-item" ["incident", "property", "order", "fault", "promise", "person_held"];
    /// What the incoming officer said to it.
    HANDOVER_ANSWER = "handover-answer" ["accepted", "queried"];
    /// What an officer may do here.
    ROLE = "role" ["officer", "commander", "clerk", "auditor"];
    /// What sort of residential area (Law 30/2023/QH15, art. 2).
    AREA_TYPE = "area-type" ["to_dan_pho", "khu_pho", "khoi_pho", "thon", "ap", "ban", "buon", "khom", "other"];
    /// What sort of unit.
    UNIT_TYPE = "unit-type" ["ward", "commune", "special_zone", "station", "superior"];
    /// What happened to a matter; clocks stop on these, not on prose.
    EVENT = "event" ["transferred", "notified", "record_made", "decided", "extended", "suspended", "resumed",
        "returned", "closed", "reopened"];
}
