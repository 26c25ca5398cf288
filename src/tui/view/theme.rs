//! Looks by meaning, in every theme. Colour is never the only sign of anything: each meaning also has a modifier, a
//! mark or a place of its own, and without colour only modifiers are used, so that a reversed line stays reversed.

use ratatui::style::{Color, Modifier, Style};

use crate::tui::app::Theme;

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

/// The look of a meaning in a theme.
#[must_use]
pub fn style(theme: Theme, meaning: Meaning) -> Style {
    match theme {
        Theme::None => bare(meaning),
        Theme::Terminal => match meaning {
            Meaning::Problem | Meaning::Gone => bare(meaning).fg(Color::Red),
            Meaning::Notice | Meaning::New => bare(meaning).fg(Color::Green),
            Meaning::Banner => bare(meaning).fg(Color::Yellow),
            _ => bare(meaning),
        },
        Theme::Dark => painted(meaning, dark(meaning)),
        Theme::Light => painted(meaning, light(meaning)),
        Theme::Sixteen => painted(meaning, sixteen(meaning)),
    }
}

/// Modifiers alone.
fn bare(meaning: Meaning) -> Style {
    Style::new().add_modifier(match meaning {
        Meaning::Plain | Meaning::New => Modifier::empty(),
        Meaning::Bar | Meaning::Picked => Modifier::REVERSED,
        Meaning::Head | Meaning::Key | Meaning::Problem | Meaning::Notice => Modifier::BOLD,
        Meaning::Quiet => Modifier::DIM,
        Meaning::Entry => Modifier::UNDERLINED,
        Meaning::Gone => Modifier::CROSSED_OUT,
        Meaning::Banner => Modifier::BOLD.union(Modifier::REVERSED),
    })
}

/// Text and ground by name. What is painted so needs no reversing, and dimming would cost it its contrast.
fn painted(meaning: Meaning, (text, ground): (Color, Color)) -> Style {
    let bare = bare(meaning);
    let modifiers = bare.add_modifier.difference(Modifier::REVERSED | Modifier::DIM);
    Style::new().add_modifier(modifiers).fg(text).bg(ground)
}

const fn dark(meaning: Meaning) -> (Color, Color) {
    const GROUND: u8 = 234;
    let (text, ground) = match meaning {
        Meaning::Plain => (252, GROUND),
        Meaning::Bar => (255, 24),
        Meaning::Head => (231, GROUND),
        Meaning::Quiet => (247, GROUND),
        Meaning::Picked => (16, 117),
        Meaning::Entry => (231, 238),
        Meaning::Key => (222, GROUND),
        Meaning::Problem | Meaning::Gone => (210, GROUND),
        Meaning::Notice | Meaning::New => (150, GROUND),
        Meaning::Banner => (16, 220),
    };
    (Color::Indexed(text), Color::Indexed(ground))
}

const fn light(meaning: Meaning) -> (Color, Color) {
    const GROUND: u8 = 255;
    let (text, ground) = match meaning {
        Meaning::Plain => (235, GROUND),
        Meaning::Bar => (231, 24),
        Meaning::Head => (16, GROUND),
        Meaning::Quiet => (240, GROUND),
        Meaning::Picked => (231, 25),
        Meaning::Entry => (16, 189),
        Meaning::Key => (24, GROUND),
        Meaning::Problem | Meaning::Gone => (124, GROUND),
        Meaning::Notice | Meaning::New => (22, GROUND),
        Meaning::Banner => (16, 220),
    };
    (Color::Indexed(text), Color::Indexed(ground))
}

/// Grounds are of the first eight, for a console has no more of them.
const fn sixteen(meaning: Meaning) -> (Color, Color) {
    match meaning {
        Meaning::Plain => (Color::Gray, Color::Black),
        Meaning::Bar => (Color::Black, Color::Gray),
        Meaning::Head => (Color::White, Color::Black),
        Meaning::Quiet => (Color::Cyan, Color::Black),
        Meaning::Picked => (Color::Black, Color::Cyan),
        Meaning::Entry => (Color::White, Color::Blue),
        Meaning::Key => (Color::LightYellow, Color::Black),
        Meaning::Problem | Meaning::Gone => (Color::LightRed, Color::Black),
        Meaning::Notice | Meaning::New => (Color::LightGreen, Color::Black),
        Meaning::Banner => (Color::White, Color::Red),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const ALL: [Meaning; 12] = [
        Meaning::Plain,
        Meaning::Bar,
        Meaning::Head,
        Meaning::Quiet,
        Meaning::Picked,
        Meaning::Entry,
        Meaning::Key,
        Meaning::Problem,
        Meaning::Notice,
        Meaning::Gone,
        Meaning::New,
        Meaning::Banner,
    ];

    /// Red, green and blue of a colour: those of the VGA console, and the cube and greys of xterm.
    fn rgb(colour: Color) -> [f64; 3] {
        let parts = match colour {
            Color::Black => [0, 0, 0],
            Color::Red => [170, 0, 0],
            Color::Blue => [0, 0, 170],
            Color::Cyan => [0, 170, 170],
            Color::Gray => [170, 170, 170],
            Color::LightRed => [255, 85, 85],
            Color::LightGreen => [85, 255, 85],
            Color::LightYellow => [255, 255, 85],
            Color::White => [255, 255, 255],
            Color::Indexed(n @ 16..=231) => {
                let step = |n: u8| [0, 95, 135, 175, 215, 255][usize::from(n % 6)];
                [step((n - 16) / 36), step((n - 16) / 6), step(n - 16)]
            }
            Color::Indexed(n @ 232..) => [8 + (u16::from(n) - 232) * 10; 3],
            other => panic!("{other} has no certain value"),
        };
        parts.map(f64::from)
    }

    fn luminance(colour: Color) -> f64 {
        let [r, g, b] = rgb(colour).map(|part| {
            let part = part / 255.0;
            if part <= 0.03928 { part / 12.92 } else { ((part + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * r + 0.7152 * g + 0.0722 * b
    }

    fn contrast(a: Color, b: Color) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    /// 4.5 to 1 is what WCAG 2 asks for text of any size.
    #[test]
    fn what_is_painted_can_be_read() {
        assert!(contrast(Color::Black, Color::White) > 20.9 && contrast(Color::Gray, Color::White) < 4.5);
        for theme in [Theme::Dark, Theme::Light, Theme::Sixteen] {
            for meaning in ALL {
                let style = style(theme, meaning);
                let found = contrast(style.fg.unwrap(), style.bg.unwrap());
                assert!(found >= 4.5, "{theme:?} {meaning:?}: {found:.2}");
            }
        }
    }

    #[test]
    fn without_colour_only_modifiers_speak_and_no_two_signs_differ_by_colour_alone() {
        for meaning in ALL {
            let none = style(Theme::None, meaning);
            assert!(none.fg.is_none() && none.bg.is_none(), "{meaning:?}");
            let terminal = style(Theme::Terminal, meaning);
            assert_eq!(none.add_modifier, terminal.add_modifier, "{meaning:?}");
        }
    }
}
