//! Parse, hand over, exit code.
#![forbid(unsafe_code)]

fn main() {}
