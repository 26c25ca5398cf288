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

use scenes::at_log;
use scenes::week::at_weeks;
use stage::Stage;
use trucban::fault::{Fault, Kind as Trouble};
use trucban::tui::app::week::Told;
use trucban::tui::app::{Effect, Msg};
use trucban::words::Lang;

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
    stage.keys("Ctrl+X Enter Esc Esc");
    assert_eq!(stage.taken().iter().filter(|effect| matches!(effect, Effect::Stop)).count(), 1);
    assert!(stage.text().contains("Đang dừng"));
    stage.tell(Msg::Week(Told::Exported(Err(Fault::new(Trouble::Use, "E083").into()))));
    assert!(stage.text().contains("Đã dừng theo yêu cầu") && !stage.app.is_exporting());
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
        file.starts_with("screens__too-small-") || scenes::ALL.iter().any(|(name, _)| of_scene(name))
    };
    for file in std::fs::read_dir(folder).unwrap() {
        let file = file.unwrap().file_name().into_string().unwrap();
        assert!(!file.starts_with("screens__") || known(&file), "{file}");
    }
}
