//! The bag: its packing, its signature, its manifests, what it says it is, and that it holds exactly that.

use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Hash;
use crate::seal;
use crate::sync::bag::{self, Bag};
use crate::sync::{
    BAG_INFO, BAGIT, FACTS, HEADER, Header, INDICATORS, JOURNAL, MANIFEST, MAX_ENTRIES, MAX_PAYLOAD, NAMESPACE_BATCH,
    PERSONS, README, SIGNATURE, TAG_MANIFEST,
};

/// The schemas of version 1.0.
const SCHEMAS: [&str; 6] = [
    "schema/bagit-profile.json",
    "schema/batch.schema.json",
    "schema/facts.schema.json",
    "schema/journal.schema.json",
    "schema/persons.schema.json",
    "schema/receipt.schema.json",
];
/// Everything else in version 1.0, but persons.
const FILES: [&str; 10] =
    [BAGIT, BAG_INFO, MANIFEST, TAG_MANIFEST, SIGNATURE, README, HEADER, JOURNAL, FACTS, INDICATORS];

/// The members of the tar, which has to be our own packing of them.
///
/// # Errors
/// E107.
pub fn walk(archive: &[u8]) -> Outcome<Bag<'_>> {
    Bag::walk(archive)
}

/// The inner signature is by one of these keys. Returns the batch id.
///
/// # Errors
/// E108.
pub fn signature(bag: &Bag<'_>, keys: &[&str]) -> Outcome<Hash> {
    let bad = || Fault::new(Kind::Data, "E108");
    let (tags, signature) = bag.get(TAG_MANIFEST).zip(bag.get(SIGNATURE)).ok_or_else(bad)?;
    let armored = std::str::from_utf8(signature).map_err(|error| bad().because(error))?;
    seal::verify(keys, NAMESPACE_BATCH, tags, armored).map_err(|fault| bad().because(fault))?;
    Ok(Hash::of(tags))
}

/// The manifests say what the members are.
///
/// # Errors
/// E109.
pub fn manifests(bag: &Bag<'_>) -> Outcome<()> {
    bag::check_manifests(bag)
}

/// What batch.json says; the version first.
///
/// # Errors
/// E111, E110.
pub fn header(bag: &Bag<'_>) -> Outcome<Header> {
    let missing = || Fault::new(Kind::Data, "E110").with("key", HEADER);
    let header = Header::parse(bag.get(HEADER).ok_or_else(missing)?)?;
    let named = header.name().to_string() == bag.top;
    if named { Ok(header) } else { Err(Fault::new(Kind::Data, "E110").with("key", "name")) }
}

/// The bag holds the files of its version and no others (a newer minor version may add some), within the caps.
///
/// # Errors
/// E110 with the file, E101.
pub fn files(bag: &Bag<'_>, header: &Header) -> Outcome<()> {
    let wrong = |file: &str| Fault::new(Kind::Data, "E110").with("key", file);
    let persons = header.with_persons.then_some(PERSONS);
    let wanted = || FILES.into_iter().chain(SCHEMAS).chain(persons);
    if let Some(missing) = wanted().find(|file| bag.get(file).is_none()) {
        return Err(wrong(missing));
    }
    let more = bag.members().find(|(name, _)| !wanted().any(|file| file == *name));
    match more {
        Some((name, _)) if header.minor == 0 || name == PERSONS => Err(wrong(name)),
        _ if bag.oxum().0 > MAX_PAYLOAD => Err(Fault::new(Kind::Data, "E101").with("max", MAX_PAYLOAD / 1024 / 1024)),
        _ if header.counts.entries > MAX_ENTRIES => Err(Fault::new(Kind::Data, "E101").with("max", MAX_ENTRIES)),
        _ => Ok(()),
    }
}

/// It is for this receiver, and of the post that signed it.
///
/// # Errors
/// E105, E110.
pub fn addressed(header: &Header, unit: Option<&str>, receiver: Option<&str>) -> Outcome<()> {
    if receiver.is_some_and(|receiver| receiver != header.receiver) {
        return Err(Fault::new(Kind::Data, "E105"));
    }
    if unit.is_some_and(|unit| unit != header.unit) {
        return Err(Fault::new(Kind::Data, "E110").with("key", "unit"));
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_schemas_that_are_allowed_are_those_that_are_written() {
        let written: Vec<_> = crate::sync::schema::files().into_iter().map(|(name, _)| name).collect();
        assert_eq!(written, SCHEMAS);
    }
}
