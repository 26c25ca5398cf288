//! Feeds one target with whatever libFuzzer finds: `tests/fuzz/run TARGET` builds and starts it. It decides nothing.
#![no_main]

mod targets;

use std::sync::OnceLock;

use libfuzzer_sys::fuzz_target;

static TARGET: OnceLock<targets::Target> = OnceLock::new();

fuzz_target!(|data: &[u8]| {
    let target = TARGET.get_or_init(|| {
        let name = std::env::var("TRUCBAN_FUZZ").expect("TRUCBAN_FUZZ names the target");
        let found = targets::ALL.iter().find(|(known, _)| *known == name);
        found.unwrap_or_else(|| panic!("no target is called {name}")).1
    });
    target(data);
});
