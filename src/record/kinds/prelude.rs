//! What the file of every kind begins with: how to describe one, and the fields and lists of values that many kinds
//! have. Codes are never reused; a new one goes to the end of its list.

pub(super) use crate::record::about::{About, DUTY, Hand, Standing};
pub(super) use crate::record::column::{Column, Shows};
pub(super) use crate::record::data::Data;
pub(super) use crate::record::field::{Choice, Field, Offer, Shape};
pub(super) use crate::record::finding::Finding;
pub(super) use crate::record::rules::before;
pub(super) use crate::record::topic::TOPIC;

pub(super) const SHORT: Shape = Shape::Line(64);
pub(super) const LINE: Shape = Shape::Line(200);
pub(super) const TEXT: Shape = Shape::Block(20_000);
pub(super) const COUNT: Shape = Shape::Count(1_000_000);

/// How a report reached the post.
pub(super) const CHANNEL: Choice =
    Choice::new("channel", &["in_person", "phone", "hotline", "app", "team", "patrol", "superior", "press", "other"]);
/// How one record refers to another.
const LINK: Choice = Choice::new("link", &["led_to", "found_by", "duplicate_of", "follow_up", "involves"]);
/// With whom something was done together.
const PARTNERS: Choice = Choice::new(
    "partner",
    &[
        "people_committee",
        "party_committee",
        "front",
        "women",
        "youth",
        "veterans",
        "farmers",
        "trade_union",
        "military",
        "team",
        "school",
        "health",
        "enterprise",
        "superior",
        "other",
    ],
);
/// The part a person has in a model or team.
pub(super) const HEADS: Choice = Choice::new("head-role", &["head", "deputy", "member"]);
/// As the papers say it.
pub(super) const SEX: Choice = Choice::new("sex", &["f", "m", "other"]);

pub(super) const EXTERNAL_ID: Field = Field::new("external_id", SHORT);
pub(super) const AREA: Field = Field::new("area", Shape::Area).offered(Offer::LastArea);
pub(super) const PLACE: Field = Field::new("place", LINE).searched();
pub(super) const CAMPAIGN: Field = Field::new("campaign", Shape::Record).of("campaign");
pub(super) const LINKS: Field = Field::new(
    "links",
    Shape::List(&[Field::new("type", Shape::One(&LINK)).required(), Field::new("to", Shape::Record).required()]),
);
pub(super) const REMARKS: Field = Field::new("remarks", TEXT);
pub(super) const VALID_FROM: Field = Field::new("valid_from", Shape::Day);
pub(super) const VALID_TO: Field = Field::new("valid_to", Shape::Day);
pub(super) const PARTNER: Field = Field::new("partner", Shape::One(&PARTNERS));
pub(super) const PARTNER_NAME: Field = Field::new("partner_name", LINE).searched();
