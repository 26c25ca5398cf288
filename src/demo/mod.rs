//! A made-up ward with records that read like real ones.
