//! Both files are whole: they parse, have the same ids, and say something for all that the records can name.

use super::*;
use crate::fault::Kind as Sort;

#[test]
fn faults_speak_with_their_values() {
    let fault = Fault::bug("two heads");
    let (message, hint) = Words::new(Lang::En).fault(&fault);
    assert!(message.ends_with(": two heads") && hint.starts_with("Nothing was changed"), "{message} {hint}");
    let (message, _) = Words::new(Lang::Vi).fault(&Fault::new(Sort::Bug, "X999"));
    assert_eq!(message, "X999");
}

#[test]
fn wording_is_shared_between_threads() {
    fn shared<T: Send + Sync>(_: &T) {}
    shared(&Words::new(Lang::Vi));
}
