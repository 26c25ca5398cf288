//! The weekly batch, from journal to file and back: pure over bytes, and reads of the logbook. Nothing here decides
//! who may do something, talks to people, or unpacks anything by name.
//!
//! ```text
//! names     what a batch, its folder and its files are called
//! header    data/batch.json
//! payload   the lines of a slice of the journal, up to the caps
//! lines     the lines of data/facts.jsonl and data/persons.jsonl
//! bag       members and manifests of a bag; the one tar that they make
//! pack      sealing a slice of the journal, and making a sealed batch again
//! file      the file that is handed over: encrypted, signed
//! check     what a receiver checks, one function a step, in their order
//! regain    bringing own batches back into a restored logbook
//! merge     where a checked batch stands against the journals here, and merging it
//! receipt   what the desk answers
//! card      who a post or desk is: code, name, keys
//! readme    the bag's README.txt
//! schema    the bag's JSON Schemas and BagIt Profile
//! ```

pub mod bag;
pub mod card;
pub mod check;
pub mod merge;
pub mod regain;
pub mod file;
pub mod header;
pub mod lines;
pub mod names;
pub mod pack;
pub mod payload;
pub mod readme;
pub mod receipt;
pub mod schema;

pub use crate::logbook::{Progress, Stage, Watch};
pub use card::Card;
pub use header::Header;
pub use names::BatchName;

/// Namespace of the signature over the encrypted file.
pub const NAMESPACE_FILE: &str = "trucban-batch-file@v1";
/// Namespace of the signature over the tag manifest, inside.
pub const NAMESPACE_BATCH: &str = "trucban-batch@v1";
/// Namespace of the signature over a receipt.
pub const NAMESPACE_RECEIPT: &str = "trucban-receipt@v1";
/// The identifier of the bag's profile.
pub const PROFILE: &str = "urn:trucban:bagit-profile:1";
/// `format` in batch.json.
pub const FORMAT: &str = "trucban-batch";
/// `version` in batch.json.
pub const VERSION: &str = "1.0";

/// Most entries in a batch.
pub const MAX_ENTRIES: u64 = 20_000;
/// Most bytes of all files under data/.
pub const MAX_PAYLOAD: u64 = 40 * 1024 * 1024;
/// Most bytes of the encrypted file.
pub const MAX_FILE: u64 = 48 * 1024 * 1024;
/// Most bytes of a receipt.
pub const MAX_RECEIPT: u64 = 4 * 1024 * 1024;
/// Most bytes of a signature or card.
pub const MAX_SMALL: u64 = 256 * 1024;

/// The declaration that a folder is a bag.
pub const BAGIT: &str = "bagit.txt";
/// What the bag says of itself: Source-Organization (unit), External-Identifier (the batch's name), Bagging-Date,
/// BagIt-Profile-Identifier, Payload-Oxum; in this order.
pub const BAG_INFO: &str = "bag-info.txt";
/// SHA-256 of every file under data/.
pub const MANIFEST: &str = "manifest-sha256.txt";
/// SHA-256 of every other file but itself and its signature.
pub const TAG_MANIFEST: &str = "tagmanifest-sha256.txt";
/// The inner signature.
pub const SIGNATURE: &str = "tagmanifest-sha256.txt.sig";
/// How to check it with stock tools.
pub const README: &str = "README.txt";
/// What the batch is.
pub const HEADER: &str = "data/batch.json";
/// The exact lines of the journal.
pub const JOURNAL: &str = "data/journal.jsonl";
/// `{"sha256":…,"envelope":"…"}` by seq.
pub const FACTS: &str = "data/facts.jsonl";
/// The same of persons; only when they go along.
pub const PERSONS: &str = "data/persons.jsonl";
/// The period's figures, for people.
pub const INDICATORS: &str = "data/indicators.csv";
