//! `trucban` ("trực ban"): the duty logbook of a ward police post, in a terminal.
//!
//! The house has floors; a floor uses only floors below it, and `tests/house.rs` holds it to that.
//!
//! ```text
//! main              parse, hand over, exit code
//! tui   cli         the two faces
//! acts              what an officer or clerk does; the only place where rights are checked
//! desk report demo  the receiving desk; what people read outside of the program; the made-up ward
//! sync              the weekly batch: pack, check, seal, open, receipt, card
//! figures           indicators of a period (read-only)
//! logbook           the folder: keys, database, query, search, backup, doctor; the only SQL
//! seal              age and SSHSIG
//! journal           entries, envelopes, hash chain: pure functions over bytes
//! record            what can be logged: descriptions, catalogue, periods, findings
//! text  words       Vietnamese text; wording in Vietnamese and English
//! fault             kind, code, values, exit code
//! ```
#![forbid(unsafe_code)]

pub mod fault;
pub mod text;
pub mod words;
pub mod record;
pub mod journal;
pub mod seal;
pub mod logbook;
pub mod figures;
pub mod sync;
pub mod desk;
pub mod report;
pub mod demo;
pub mod acts;
pub mod cli;
pub mod tui;
