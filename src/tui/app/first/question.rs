//! The five questions: what each may be answered with, and a code suggested from a name.

use crate::fault::{Fault, Kind, Outcome};
use crate::journal::is_unit_code;
use crate::logbook::check_password;
use crate::record::{self, Kind as Record, Shape};
use crate::text::edit::Editor;
use crate::text::{clean, fold};

use super::First;

/// A code is never longer.
const LONGEST_CODE: usize = 16;
/// As much of a line that is too long is named.
const BEGIN: usize = 24;

/// A question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Question {
    /// What the post is called.
    Name,
    /// Its code.
    Code,
    /// The card of the unit that receives its weeks.
    Receiver,
    /// Its residential areas, one a line.
    Areas,
    /// Its commander, with a password.
    Officer,
}

impl Question {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Name, Self::Code, Self::Receiver, Self::Areas, Self::Officer];

    /// Its wording id; as attribute `hint` what it is about.
    #[must_use]
    pub const fn wording(self) -> &'static str {
        match self {
            Self::Name => "first-name",
            Self::Code => "first-code",
            Self::Receiver => "first-receiver",
            Self::Areas => "first-areas",
            Self::Officer => "first-officer",
        }
    }

    /// The one after, or the one before.
    pub(super) fn beside(self, on: bool) -> Option<Self> {
        let at = (self as usize).checked_add_signed(if on { 1 } else { -1 })?;
        Self::ALL.get(at).copied()
    }
}

/// What stands in the way of an answer.
pub(super) enum Amiss {
    /// Nothing was typed where something is needed.
    Empty,
    /// It is no code.
    Code,
    /// It is longer than what is kept of it may be.
    Long {
        /// How it begins.
        line: String,
        /// So many signs it may have.
        max: usize,
    },
    /// The fault that founding would end with.
    Fault(Fault),
}

impl First {
    /// Judges the answer to a question.
    pub(super) fn judge(&self, question: Question) -> Result<(), Amiss> {
        let typed = line(self.answer(question));
        match question {
            Question::Receiver => Ok(()),
            Question::Areas => {
                let all = areas(self.answer(question).text());
                all.iter().try_for_each(|name| fits(Record::Area, "code", name))
            }
            _ if typed.is_empty() => Err(Amiss::Empty),
            Question::Name => fits(Record::Unit, "name", &typed),
            Question::Code if is_unit_code(&code(&typed)) => self.other_unit(&code(&typed)).map_err(Amiss::Fault),
            Question::Code => Err(Amiss::Code),
            Question::Officer => {
                fits(Record::Officer, "name", &typed)?;
                self.judge_password().map_err(Amiss::Fault)
            }
        }
    }

    fn judge_password(&self) -> Outcome<()> {
        let [first, again] = &self.passwords;
        check_password(&first.0)?;
        if first == again { Ok(()) } else { Err(Fault::new(Kind::Use, "E052")) }
    }

    /// Nobody receives from themselves.
    pub(super) fn other_unit(&self, unit: &str) -> Outcome<()> {
        match &self.receiver {
            Some(card) if card.unit == unit => Err(Fault::new(Kind::Use, "E125").with("unit", unit)),
            _ => Ok(()),
        }
    }
}

/// Whether a line is no longer than a field of a record may be.
fn fits(kind: Record, key: &str, line: &str) -> Result<(), Amiss> {
    let field = record::fields(kind).iter().find(|field| field.key == key);
    match field.map(|field| field.shape) {
        Some(Shape::Line(max)) if line.chars().count() > max => {
            Err(Amiss::Long { line: line.chars().take(BEGIN).chain(['…']).collect(), max })
        }
        _ => Ok(()),
    }
}

/// One line as it will be kept.
pub(super) fn line(editor: &Editor) -> String {
    clean::line(editor.text())
}

/// A code as it will be kept.
pub(super) fn code(typed: &str) -> String {
    clean::line(typed).to_uppercase()
}

/// The areas of a pasted list, each once.
pub(super) fn areas(typed: &str) -> Vec<String> {
    let mut all: Vec<String> = Vec::new();
    for name in typed.lines().map(clean::line).filter(|name| !name.is_empty()) {
        if !all.contains(&name) {
            all.push(name);
        }
    }
    all
}

/// A code made of the first letters of a name; numbers stay whole, a comma becomes a hyphen.
pub(super) fn suggested(name: &str) -> String {
    let parts = name.split(',').map(|part| {
        let folded = fold::folded(part);
        fold::words(&folded).map(initial).collect::<String>()
    });
    let parts: Vec<String> = parts.filter(|part| !part.is_empty()).collect();
    let code: String = parts.join("-").chars().take(LONGEST_CODE).collect();
    code.trim_end_matches('-').to_owned()
}

fn initial(word: &str) -> String {
    let digits: String = word.chars().filter(char::is_ascii_digit).collect();
    let first = word.chars().find(char::is_ascii_alphabetic).map(|letter| letter.to_ascii_uppercase());
    if digits.is_empty() { first.into_iter().collect() } else { digits }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_suggested_code_is_a_code() {
        for (name, suggests) in [
            ("Công an phường 2, Bảo Lộc", "CAP2-BL"),
            ("Công an xã Đắk R'Lấp", "CAXDRL"),
            ("CA  Phường 10", "CP10"),
            ("Công an phường Ê, ,", "CAPE"),
            ("日本", ""),
            (", ,", ""),
        ] {
            let code = suggested(name);
            assert_eq!(code, suggests, "{name}");
            assert!(code.is_empty() || is_unit_code(&code), "{code}");
        }
        let long = suggested("a b c d e f g h i j k l m n o, p q r");
        assert!(is_unit_code(&long) && long.len() <= LONGEST_CODE, "{long}");
    }

    #[test]
    fn a_pasted_list_of_areas_has_each_once() {
        assert_eq!(areas("TDP 1\r\n\n  TDP  2\nTDP 1\n\t"), ["TDP 1", "TDP 2"]);
    }
}
