//! Every screen at every size as text, with the cursor and the looks: a change of any of them shows here first.
//! The screens stand in `tests/common/scenes.rs`, the snapshots in `tests/snapshots`.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[macro_use]
#[path = "common/scenes.rs"]
mod scenes;
#[path = "common/stage.rs"]
mod stage;
#[path = "common/ward.rs"]
mod ward;

use scenes::week::at_weeks;
use scenes::{at_board, at_log};
use stage::Stage;
use trucban::acts::Saved;
use trucban::fault::{Fault, Kind as Trouble};
use trucban::tui::app::week::Told;
use trucban::tui::app::{Effect, Manners, Msg, Opened, Theme, handover};
use trucban::words::Lang;
use ward::duty;

/// A window to look at a screen in: name, language, colour, size.
type Window = (&'static str, Lang, bool, (u16, u16));

const WINDOWS: [Window; 6] = [
    ("40x10", Lang::Vi, true, (40, 10)),
    ("80x24", Lang::Vi, true, (80, 24)),
    ("120x40", Lang::Vi, true, (120, 40)),
    ("200x60", Lang::Vi, true, (200, 60)),
    ("80x24-en", Lang::En, true, (80, 24)),
    ("80x24-no-color", Lang::Vi, false, (80, 24)),
];

/// Looks at a screen in every window.
fn look(name: &str, scene: impl Fn(&mut Stage)) {
    for (window, lang, colour, size) in WINDOWS {
        let mut stage = Stage::new(lang, colour, size);
        scene(&mut stage);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("{}-{window}", name.replace('_', "-")), stage.screen());
        });
    }
}

macro_rules! tests {
    ($($file:ident::$name:ident)+) => {
        $(#[test]
        fn $name() {
            look(stringify!($name), scenes::$file::$name);
        })+
    };
}
each!(tests);

#[test]
fn an_export_is_stopped_by_esc_and_only_once() {
    let mut stage = Stage::new(Lang::Vi, true, (80, 24));
    at_weeks(&mut stage);
    stage.app.notice = None;
    let mut seen = ward::weeks("");
    seen.preview.findings.clear();
    stage.tell(Msg::Week(Told::Seen(Ok(Box::new(seen)))));
    stage.keys("Ctrl+X Enter Enter Esc Esc");
    assert_eq!(stage.taken().iter().filter(|effect| matches!(effect, Effect::Stop)).count(), 1);
    assert!(stage.text().contains("Đang dừng"));
    stage.tell(Msg::Week(Told::Exported(Err(Fault::new(Trouble::Use, "E083").into()))));
    assert!(stage.text().contains("Đã dừng theo yêu cầu") && !stage.app.is_working());
}

/// The form of every kind that is chosen from the card.
#[test]
fn every_kind_has_a_form() {
    for (n, kind) in trucban::tui::app::cards::kinds().enumerate() {
        let mut stage = Stage::new(Lang::Vi, true, (80, 24));
        at_board(&mut stage);
        stage.keys(&format!("F5 {} Ctrl+B", "Down ".repeat(n)));
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("kind-{kind}-80x24"), stage.screen());
        });
    }
}

/// A form with something in the way, and a history with what was and what is new, in every theme.
#[test]
fn themes() {
    const SHOWN: [&str; 2] = ["incident_problems", "history"];
    for (theme_name, theme) in Theme::ALL {
        for (name, scene) in scenes::ALL.iter().filter(|(name, _)| SHOWN.contains(name)) {
            let mut stage = Stage::new(Lang::Vi, true, (80, 24));
            stage.app.door.theme = theme;
            scene(&mut stage);
            insta::with_settings!({ omit_expression => true }, {
                insta::assert_snapshot!(format!("theme-{theme_name}-{}", name.replace('_', "-")), stage.screen());
            });
        }
    }
}

#[test]
fn the_setting_chooses_the_theme_at_once_unless_colour_is_unwanted() {
    for (terminal, asked, shown) in [
        (Theme::Sixteen, None, Theme::Sixteen),
        (Theme::Terminal, Some(Theme::Light), Theme::Light),
        (Theme::None, Some(Theme::Dark), Theme::None),
    ] {
        let mut stage = Stage::new(Lang::Vi, true, (80, 24));
        stage.app.door.theme = terminal;
        assert_eq!(stage.app.theme(), terminal);
        stage.keys("\"x\" Enter");
        let manners = Manners { theme: asked, ..Manners::default() };
        stage.tell(Msg::Unlocked(Ok(Box::new(Opened { manners, ..ward::opened() }))));
        assert_eq!(stage.app.theme(), shown);
        // Locked again it doesn't change its face.
        stage.keys("Ctrl+L");
        assert_eq!((stage.app.session().is_none(), stage.app.theme()), (true, shown));
    }
}

#[test]
fn a_board_that_can_not_be_read_says_so_once() {
    let mut stage = Stage::new(Lang::Vi, true, (80, 24));
    scenes::at_board(&mut stage);
    let fails = |stage: &mut Stage| stage.tell(Msg::Board(Err(Fault::new(Trouble::Disk, "E040"))));
    fails(&mut stage);
    assert!(stage.app.card.is_some());
    stage.keys("Enter");
    stage.pass(61);
    fails(&mut stage);
    assert!(stage.app.card.is_none() && stage.text().contains("Đĩa không ghi"), "{}", stage.text());
    stage.tell(Msg::Board(Ok(Box::new(ward::board()))));
    fails(&mut stage);
    assert!(stage.app.card.is_some(), "it is news again");
}

#[test]
fn a_window_that_is_too_small_says_so() {
    for size in [(39, 10), (40, 9), (12, 4), (1, 1)] {
        let mut stage = Stage::new(Lang::Vi, true, size);
        at_log(&mut stage);
        insta::with_settings!({ omit_expression => true }, {
            insta::assert_snapshot!(format!("too-small-{}x{}", size.0, size.1), stage.screen());
        });
    }
}

/// A snapshot that no scene makes any more would stand there for ever.
#[test]
fn no_snapshot_is_left_behind() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/snapshots");
    let known = |file: &str| {
        let of_scene = |name: &str| {
            let name = format!("screens__{}-", name.replace('_', "-"));
            file.strip_prefix(&name)
                .is_some_and(|rest| WINDOWS.iter().any(|(window, ..)| rest == format!("{window}.snap")))
        };
        ["too-small", "theme", "kind"].iter().any(|name| file.starts_with(&format!("screens__{name}-")))
            || scenes::ALL.iter().any(|(name, _)| of_scene(name))
    };
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().file_name().into_string().unwrap();
        assert!(!file.starts_with("screens__") || known(&file), "{file}");
    }
}

#[test]
fn what_is_done_to_a_shift_waits_for_how_it_stands() {
    let mut stage = Stage::new(Lang::Vi, true, (80, 24));
    scenes::duty::at_duty(&mut stage, duty::answered());
    stage.keys("F6 \"mật khẩu\" Enter");
    let row = duty::seen().shown.unwrap().shift.row;
    let saved = Saved { record: row.record, number: row.number, rev: 9, known: false, findings: Vec::new() };
    stage.tell(Msg::Shift(handover::Told::Signed(Ok(saved))));
    stage.keys("F8");
    assert!(stage.app.session().unwrap().form.is_none(), "what was signed isn't here yet");
    let mut seen = duty::signed(false);
    seen.shown.as_mut().unwrap().shift.version = 7;
    stage.tell(Msg::Shift(handover::Told::Seen(Ok(Box::new(seen)))));
    let form = stage.app.session().unwrap().form.as_ref().unwrap();
    assert_eq!(form.base.as_ref().unwrap().version, 7);
}
