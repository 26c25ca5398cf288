//! The BagIt profile of a batch: which tags and files a bag has, so that `bagit_profile` can check it.

use serde_json::{Map, Value, json};

use crate::sync::{PROFILE, README, SIGNATURE};

/// The tags of bag-info.txt: all of them, each once.
const TAGS: [&str; 5] =
    ["Source-Organization", "External-Identifier", "Bagging-Date", "BagIt-Profile-Identifier", "Payload-Oxum"];

/// The files that are neither data nor named by BagIt itself.
const FILES: [&str; 8] = [
    README,
    "schema/bagit-profile.json",
    "schema/batch.schema.json",
    "schema/facts.schema.json",
    "schema/journal.schema.json",
    "schema/persons.schema.json",
    "schema/receipt.schema.json",
    SIGNATURE,
];

pub(super) fn profile() -> Value {
    let tags: Map<String, Value> =
        TAGS.iter().map(|tag| ((*tag).to_owned(), json!({"required": true, "repeatable": false}))).collect();
    json!({
        "BagIt-Profile-Info": {
            "BagIt-Profile-Identifier": PROFILE,
            "BagIt-Profile-Version": "1.3.0",
            "Source-Organization": "trucban",
            "External-Description": "A weekly batch of the duty logbook of a police post",
            "Version": "1.0",
        },
        "Bag-Info": tags,
        "Manifests-Required": ["sha256"],
        "Manifests-Allowed": ["sha256"],
        "Tag-Manifests-Required": ["sha256"],
        "Tag-Manifests-Allowed": ["sha256"],
        "Tag-Files-Required": FILES,
        "Tag-Files-Allowed": FILES,
        "Allow-Fetch.txt": false,
        "Serialization": "optional",
        "Accept-Serialization": ["application/x-tar"],
        "Accept-BagIt-Version": ["1.0"],
    })
}

#[cfg(test)]
mod tests {
    #[test]
    fn the_profile_names_every_schema_file() {
        let files: Vec<&str> = super::super::files().iter().map(|(name, _)| *name).collect();
        let named = super::FILES.iter().filter(|name| name.starts_with("schema/")).copied();
        assert!(named.eq(files));
    }
}
