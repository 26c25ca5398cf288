//! A panic is a bug, but not one that may end in a riddle: it becomes a fault with the place where it happened.

use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::{Arc, Mutex, PoisonError};

/// Runs `work`; where it panicked if it did. What a panic usually prints is kept back meanwhile.
pub fn caught<T>(work: impl FnOnce() -> T) -> Result<T, String> {
    let place = Arc::new(Mutex::new(String::new()));
    let before = take_hook();
    let noted = Arc::clone(&place);
    set_hook(Box::new(move |panic| {
        *noted.lock().unwrap_or_else(PoisonError::into_inner) = panic.to_string();
    }));
    let done = catch_unwind(AssertUnwindSafe(work));
    set_hook(before);
    done.map_err(|_| crate::text::clean::line(&place.lock().unwrap_or_else(PoisonError::into_inner)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_panic_becomes_its_place() {
        assert_eq!(caught(|| 1), Ok(1));
        let place = caught(|| panic!("two heads")).unwrap_err();
        assert!(place.contains("crash.rs") && place.ends_with("two heads"), "{place}");
    }
}
