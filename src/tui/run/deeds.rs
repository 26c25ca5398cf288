//! What a form does to the logbook: each deed is one act. The ids come from the form, so that a second try finds what
//! the first one wrote.

use serde_json::Value;

use crate::acts::{Refused, Saved, Who, patrol, registers, shift, write};
use crate::journal::Mint;
use crate::logbook::Logbook;
use crate::seal;
use crate::tui::app::form::Origin;
use crate::tui::app::{Deed, Save};

/// Does what a form asks for.
///
/// # Errors
/// Those of the act.
pub fn write(book: &Logbook, who: &Who, save: &Save, mint: &mut dyn Mint) -> Result<Saved, Refused> {
    let (ids, input) = ((save.entry, save.record), &save.fields);
    match &save.deed {
        Deed::Create(kind) => {
            let form = write::Form { id: save.entry, record: save.record, kind: *kind, input };
            write::create(book, who, &form, mint)
        }
        Deed::Amend { why, base } => {
            let amendment = write::Amendment { id: save.entry, record: save.record, input, why, base: Some(*base) };
            write::amend(book, who, &amendment, mint)
        }
        Deed::Enlist(password) => {
            let given = (input, password.0.as_str(), seal::calibrated());
            registers::enlist(book, who, ids, given, mint).map(|(_, saved)| saved)
        }
        Deed::AddAreas => {
            let names = input.get("names").and_then(Value::as_str).unwrap_or_default();
            registers::add_areas(book, who, ids, names, mint)
        }
        Deed::Void { why, base } => write::void(book, who, ids, (why, Some(*base)), mint),
        Deed::Note => write::note(book, who, ids, input, mint),
        Deed::StartPatrol => patrol::start(book, who, ids, input, mint),
        Deed::Checkpoint => {
            let area = input.get("area").and_then(Value::as_str).unwrap_or_default();
            patrol::checkpoint(book, who, ids, area, mint)
        }
        Deed::Observe => patrol::observe(book, who, ids, input, mint),
        Deed::FinishPatrol => patrol::finish(book, who, ids, input, mint),
        Deed::CancelPatrol { why } => patrol::cancel(book, who, ids, why, mint),
        Deed::Found(Origin { patrol, observation }) => {
            let (id, record) = ids;
            let found = patrol::Found { id, record, patrol: *patrol, observation, extra: input };
            patrol::to_incident(book, who, &found, mint)
        }
        Deed::OpenShift => shift::open(book, who, ids, input, mint),
        Deed::HandOver { base } => {
            let given = shift::Handover { id: save.entry, base: Some(*base), input, incoming: None };
            shift::handover(book, who, &given, mint)
        }
        Deed::CloseShift { base, despite } => {
            shift::close(book, who, (save.entry, Some(*base)), (input, despite.as_deref()), mint)
        }
    }
}
