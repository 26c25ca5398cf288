//! The made-up ward: incidents, patrols and shifts that read like real ones, of any size, and the same for the same
//! seed. It writes through the logbook's one way in; nobody and nothing in it is real.

mod campaign;
mod community;
mod dice;
mod incident;
mod life;
mod material;
mod mint;
mod patrol;
mod persons;
mod plan;
mod scene;
mod shift;
mod story;
pub mod tale;
#[cfg(test)]
mod tests;

pub use life::Ward;
pub use material::{AreaText, OfficerText, UnitText};
pub use plan::Plan;
pub use tale::Tale;

use material::Material;

/// The made-up post.
#[must_use]
pub fn unit() -> &'static UnitText {
    &Material::builtin().ward.unit
}

/// The made-up desk to which it reports.
#[must_use]
pub fn desk() -> &'static UnitText {
    &Material::builtin().ward.desk
}

/// Its officers. The first founds the logbook; the first two sign in.
#[must_use]
pub fn officers() -> &'static [OfficerText] {
    &Material::builtin().ward.officers
}

/// Its areas.
#[must_use]
pub fn areas() -> &'static [AreaText] {
    &Material::builtin().ward.areas
}

/// The password that the unlock screen shows.
#[must_use]
pub fn password() -> &'static str {
    &Material::builtin().ward.password
}

/// Why the founder's rank is added to the register.
#[must_use]
pub fn why_ranks() -> &'static str {
    &Material::builtin().ward.later.ranks
}
