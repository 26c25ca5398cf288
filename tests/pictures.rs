//! The pictures of the manuals: each is a scene of `tests/common/scenes.rs`, drawn as the program draws it and written
//! as SVG. A picture is made because a manual shows it. `TRUCBAN_WRITE_PICTURES=1 cargo test --test pictures` makes
//! them anew; without it the test says which one is stale.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    reason = "a test may stop at the first surprise"
)]

#[path = "common/scenes.rs"]
mod scenes;
#[path = "common/stage.rs"]
mod stage;
#[path = "common/ward.rs"]
mod ward;

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use ratatui::buffer::{Buffer, Cell};
use ratatui::layout::Position;
use ratatui::style::{Color, Modifier};
use stage::Stage;
use trucban::text::wrap;
use trucban::words::Lang;

const SIZE: (u16, u16) = (80, 24);
/// Columns and rows in pixels.
const CELL: (u16, u16) = (9, 18);
const BACK: &str = "#16181d";
const FORE: &str = "#d8dbe2";

const MANUALS: [(&str, Lang, &str); 2] = [("manual.vi.md", Lang::Vi, "vi"), ("manual.md", Lang::En, "en")];

fn docs() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("docs")
}

/// Every picture that the manuals show: file name and bytes.
fn pictures() -> BTreeMap<String, String> {
    let mut all = BTreeMap::new();
    for (manual, lang, suffix) in MANUALS {
        let text = fs::read_to_string(docs().join(manual)).unwrap();
        for shown in text.split("](pictures/").skip(1).map(|rest| rest.split(')').next().unwrap()) {
            let name = shown.strip_suffix(&format!(".{suffix}.svg"));
            let name = name.unwrap_or_else(|| panic!("{manual} shows {shown}, which is not of its language"));
            let scene = scenes::ALL.iter().find(|(known, _)| known.replace('_', "-") == name);
            let (_, scene) = scene.unwrap_or_else(|| panic!("{manual} shows {shown}, and no scene has that name"));
            let mut stage = Stage::new(lang, true, SIZE);
            scene(&mut stage);
            let (cells, cursor) = stage.cells();
            all.insert(shown.to_owned(), svg(&cells, cursor));
        }
    }
    all
}

/// A window as a picture: the ground of each run of cells that look alike, then its text, stretched to its columns so
/// that it fits whatever font there is.
fn svg(cells: &Buffer, cursor: Option<Position>) -> String {
    let (width, height) = (cells.area.width * CELL.0, cells.area.height * CELL.1);
    let mut out = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {width} {height}\" font-family=\"DejaVu Sans Mono, \
         monospace\" font-size=\"15\">\n<rect width=\"{width}\" height=\"{height}\" fill=\"{BACK}\"/>\n"
    );
    for y in cells.area.top()..cells.area.bottom() {
        let mut x = 0;
        while x < cells.area.right() {
            let (end, text) = run(cells, (x, y));
            draw(&mut out, (x, y), end - x, &cells[(x, y)], &text);
            x = end;
        }
    }
    if let Some(place) = cursor {
        let (x, y) = (place.x * CELL.0, place.y * CELL.1);
        out.push_str(&format!("<rect x=\"{x}\" y=\"{y}\" width=\"2\" height=\"{}\" fill=\"{FORE}\"/>\n", CELL.1));
    }
    out + "</svg>\n"
}

/// The cells from here on that look the same: the column behind them, and their text.
fn run(cells: &Buffer, (from, y): (u16, u16)) -> (u16, String) {
    let style = cells[(from, y)].style();
    let (mut x, mut text) = (from, String::new());
    while x < cells.area.right() && cells[(x, y)].style() == style {
        let symbol = cells[(x, y)].symbol();
        text.push_str(symbol);
        x += u16::try_from(wrap::width(symbol).max(1)).unwrap();
    }
    (x.min(cells.area.right()), text)
}

fn draw(out: &mut String, (x, y): (u16, u16), columns: u16, cell: &Cell, text: &str) {
    let (mut fore, mut back) = (colour(cell.fg).unwrap_or(FORE), colour(cell.bg).unwrap_or(BACK));
    if cell.modifier.contains(Modifier::REVERSED) {
        (fore, back) = (back, fore);
    }
    let (left, top, wide) = (x * CELL.0, y * CELL.1, columns * CELL.0);
    if back != BACK {
        let high = CELL.1;
        out.push_str(&format!("<rect x=\"{left}\" y=\"{top}\" width=\"{wide}\" height=\"{high}\" fill=\"{back}\"/>\n"));
    }
    if text.trim().is_empty() {
        return;
    }
    let looks = [
        (Modifier::BOLD, " font-weight=\"bold\""),
        (Modifier::DIM, " opacity=\"0.65\""),
        (Modifier::UNDERLINED, " text-decoration=\"underline\""),
        (Modifier::CROSSED_OUT, " text-decoration=\"line-through\""),
    ];
    let looks: String = looks.iter().filter(|(is, _)| cell.modifier.contains(*is)).map(|(_, look)| *look).collect();
    let line = top + 14;
    out.push_str(&format!(
        "<text x=\"{left}\" y=\"{line}\" textLength=\"{wide}\" lengthAdjust=\"spacingAndGlyphs\" fill=\"{fore}\" \
         xml:space=\"preserve\"{looks}>{}</text>\n",
        text.replace('&', "&amp;").replace('<', "&lt;")
    ));
}

fn colour(colour: Color) -> Option<&'static str> {
    match colour {
        Color::Red | Color::LightRed => Some("#ff6b6b"),
        Color::Green | Color::LightGreen => Some("#7bd88f"),
        Color::Yellow | Color::LightYellow => Some("#f5d76e"),
        Color::Blue | Color::LightBlue => Some("#7aa2f7"),
        Color::Cyan | Color::LightCyan => Some("#7dcfff"),
        Color::Magenta | Color::LightMagenta => Some("#c792ea"),
        _ => None,
    }
}

#[test]
fn the_pictures_of_the_manuals_are_fresh() {
    let folder = docs().join("pictures");
    let wanted = pictures();
    if std::env::var_os("TRUCBAN_WRITE_PICTURES").is_some() {
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).unwrap();
        for (name, bytes) in &wanted {
            fs::write(folder.join(name), bytes).unwrap();
        }
    }
    assert!(!wanted.is_empty(), "a manual shows its screens");
    let there = fs::read_dir(&folder).unwrap().map(|file| file.unwrap().file_name().into_string().unwrap());
    let mut there: Vec<String> = there.collect();
    there.sort();
    assert_eq!(there, wanted.keys().cloned().collect::<Vec<_>>(), "the folder holds what the manuals show");
    for (name, bytes) in &wanted {
        let stale = fs::read_to_string(folder.join(name)).unwrap() != *bytes;
        assert!(!stale, "{name} is stale: TRUCBAN_WRITE_PICTURES=1 cargo test --test pictures makes it anew");
    }
}

#[test]
fn both_manuals_show_the_same_screens() {
    let of = |suffix: &str| {
        let end = format!(".{suffix}.svg");
        pictures().keys().filter_map(|name| name.strip_suffix(&end).map(str::to_owned)).collect::<Vec<_>>()
    };
    assert_eq!(of("vi"), of("en"));
}
