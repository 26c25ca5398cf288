//! Entries, envelopes and the hash chain: pure functions over bytes. No I/O, no clock.
