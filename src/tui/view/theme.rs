//! Looks by meaning. The colours are the terminal's own; without colour only modifiers are used, so that a reversed
//! line stays reversed. Colour is never the only sign of anything.

use ratatui::style::{Color, Modifier, Style};

/// What a piece of text means.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Meaning {
    /// Text.
    Plain,
    /// The bar on top.
    Bar,
    /// A heading.
    Head,
    /// A name before a value, a remark.
    Quiet,
    /// The line or name under the cursor.
    Picked,
    /// Where something is typed.
    Entry,
    /// A key.
    Key,
    /// What stands in the way.
    Problem,
    /// What just happened.
    Notice,
    /// What was, what is void.
    Gone,
    /// What is new.
    New,
    /// The warning that data is made up, or that secrets don't belong here.
    Banner,
}

/// How meanings look.
#[derive(Debug, Clone, Copy)]
pub struct Theme {
    /// Colour may be used.
    pub colour: bool,
}

impl Theme {
    /// The look of a meaning.
    #[must_use]
    pub fn style(self, meaning: Meaning) -> Style {
        let (modifier, colour) = match meaning {
            Meaning::Plain => (Modifier::empty(), None),
            Meaning::Bar | Meaning::Picked => (Modifier::REVERSED, None),
            Meaning::Head | Meaning::Key => (Modifier::BOLD, None),
            Meaning::Quiet => (Modifier::DIM, None),
            Meaning::Entry => (Modifier::UNDERLINED, None),
            Meaning::Problem => (Modifier::BOLD, Some(Color::Red)),
            Meaning::Notice => (Modifier::BOLD, Some(Color::Green)),
            Meaning::Gone => (Modifier::CROSSED_OUT, Some(Color::Red)),
            Meaning::New => (Modifier::empty(), Some(Color::Green)),
            Meaning::Banner => (Modifier::BOLD.union(Modifier::REVERSED), Some(Color::Yellow)),
        };
        let style = Style::new().add_modifier(modifier);
        match colour.filter(|_| self.colour) {
            Some(colour) => style.fg(colour),
            None => style,
        }
    }
}
