//! The editor under fingers: typed sequences with their result, then anything at all.

use proptest::prelude::*;
use unicode_normalization::is_nfc;

use super::*;
use crate::text::wrap;

fn typed(text: &str) -> Editor {
    let mut editor = Editor::line("");
    text.chars().for_each(|c| if c == '\u{8}' { editor.backspace() } else { editor.insert(c) });
    editor
}

#[test]
fn marks_typed_one_by_one_compose() {
    let mut editor = typed("Nguye\u{302}\u{303}n");
    assert_eq!((editor.text(), editor.at()), ("Nguyễn", "Nguyễn".len()));
    editor.left();
    editor.backspace();
    assert_eq!(editor.text(), "Nguyn");
    editor.insert('ễ');
    assert_eq!((editor.text(), editor.cursor_at(40)), ("Nguyễn", (0, 5)));
}

#[test]
fn an_input_method_that_erases_and_retypes_is_understood() {
    assert_eq!(typed("tie\u{8}\u{8}iê\u{8}\u{8}iến").text(), "tiến");
    assert_eq!(typed("a\u{8}â\u{8}ấ").text(), "ấ");
    assert_eq!(typed("dd\u{8}\u{8}đ").text(), "đ");
}

#[test]
fn letters_without_composed_form_are_one_step() {
    let mut editor = typed("H\u{2019}Bia\u{306}\u{330}");
    editor.left();
    assert_eq!(editor.cursor_at(20), (0, 4));
    editor.delete();
    assert_eq!(editor.text(), "H\u{2019}Bi");
}

#[test]
fn words_go_back_one_by_one() {
    let mut editor = typed("trộm xe máy");
    editor.undo();
    assert_eq!(editor.text(), "trộm xe ");
    editor.undo();
    editor.undo();
    assert_eq!(editor.text(), "");
    assert!(!editor.undo());
    while editor.redo() {}
    assert_eq!((editor.text(), editor.at()), ("trộm xe máy", "trộm xe máy".len()));
    editor.undo();
    editor.insert('a');
    assert!(!editor.redo(), "typing forgets what was undone");
}

#[test]
fn pastes_are_cleaned() {
    let mut line = Editor::line("");
    line.paste("a\r\n\tb\u{202e}\u{1b}[0m");
    assert_eq!(line.text(), "a  b[0m");
    let mut block = Editor::block("");
    block.paste("a\r\nb\rc\u{0}");
    assert_eq!(block.text(), "a\nb\nc");
    line.newline();
    assert!(!line.text().contains('\n'));
}

#[test]
fn the_cursor_walks_through_wrapped_rows() {
    let mut editor = Editor::block("Trộm xe máy trước chợ\nghi lại");
    assert_eq!(editor.rows(10).len(), 4);
    assert_eq!(editor.cursor_at(10), (3, 7));
    assert!(editor.up(10));
    assert_eq!(editor.cursor_at(10), (2, 3));
    assert!(editor.up(10));
    assert_eq!(editor.cursor_at(10), (1, 7), "the wished column is kept");
    editor.end(10);
    assert_eq!(editor.cursor_at(10), (1, 9));
    editor.home(10);
    assert_eq!(editor.cursor_at(10), (1, 0));
    editor.top();
    assert!(!editor.up(10));
    editor.word_right();
    assert_eq!(editor.head(), "Trộm");
    editor.word_right();
    editor.word_left();
    assert_eq!(editor.head(), "Trộm ");
    editor.point(10, 3, 3);
    assert_eq!(editor.cursor_at(10), (3, 3));
    editor.erase_word();
    assert!(editor.text().ends_with("\n lại"));
}

#[test]
fn a_long_line_is_seen_around_the_cursor() {
    let mut editor = Editor::line("Trộm xe máy trước chợ");
    assert_eq!(editor.view(10), ("trước chợ", 9));
    editor.top();
    assert_eq!(editor.view(10), ("Trộm xe má", 0));
    assert_eq!(Editor::line("日本語").view(4), ("語", 2));
    assert_eq!(Editor::line("").view(0), ("", 0));
}

#[derive(Debug, Clone)]
enum Op {
    Insert(char),
    Paste(String),
    Plain(u8),
    Width(u8, usize),
    Point(usize, usize, usize),
}

fn piece() -> impl Strategy<Value = char> {
    prop_oneof![
        4 => proptest::char::ranges(vec!['a'..='z', 'à'..='ỹ', ' '..=' '].into()),
        2 => proptest::sample::select(vec!['\u{300}', '\u{301}', '\u{302}', '\u{323}', '\u{31b}', '\u{200d}', '\u{fe0f}', '\u{330}']),
        1 => proptest::sample::select(vec!['👩', '👨', '🏽', '🇻', '🇳', '日', 'ᄀ', 'ᅡ', 'ᆨ', '가', '\n', '\r', '\t', '\u{202e}']),
        1 => any::<char>(),
    ]
}

fn text() -> impl Strategy<Value = String> {
    proptest::collection::vec(piece(), 0..24).prop_map(String::from_iter)
}

fn op() -> impl Strategy<Value = Op> {
    prop_oneof![
        6 => piece().prop_map(Op::Insert),
        1 => text().prop_map(Op::Paste),
        4 => (0u8..12).prop_map(Op::Plain),
        2 => (0u8..4, 0usize..9).prop_map(|(op, width)| Op::Width(op, width)),
        1 => (0usize..9, 0usize..5, 0usize..9).prop_map(|(w, r, c)| Op::Point(w, r, c)),
    ]
}

fn run(editor: &mut Editor, op: &Op) {
    match op {
        Op::Insert(c) => editor.insert(*c),
        Op::Paste(text) => editor.paste(text),
        Op::Plain(n) => match n {
            0 => editor.backspace(),
            1 => editor.delete(),
            2 => editor.left(),
            3 => editor.right(),
            4 => editor.word_left(),
            5 => editor.word_right(),
            6 => editor.newline(),
            7 => editor.erase_word(),
            8 => _ = editor.undo(),
            9 => _ = editor.redo(),
            10 => editor.top(),
            _ => editor.erase_all(),
        },
        Op::Width(n, width) => match n {
            0 => editor.home(*width),
            1 => editor.end(*width),
            2 => _ = editor.up(*width),
            _ => _ = editor.down(*width),
        },
        Op::Point(width, row, column) => editor.point(*width, *row, *column),
    }
}

fn sound(editor: &Editor, width: usize) -> Result<(), TestCaseError> {
    let text = editor.text();
    let edges: Vec<usize> = text.grapheme_indices(true).map(|(at, _)| at).chain([text.len()]).collect();
    prop_assert!(edges.contains(&editor.at()), "{:?} at {}", text, editor.at());
    prop_assert!(is_nfc(text), "{:?}", text);
    prop_assert!(editor.is_block() || !text.contains('\n'));
    let hostile = ['\r', '\t', '\u{202e}', '\u{1b}'];
    prop_assert!(!text.contains(hostile));
    let (row, column) = editor.cursor_at(width);
    prop_assert!(row < editor.rows(width).len() && column < width.max(1));
    let (shown, column) = editor.view(width);
    prop_assert!(wrap::width(shown) <= width && column < width.max(1));
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]
    #[test]
    fn nothing_typed_breaks_it(many in any::<bool>(), start in text(), ops in proptest::collection::vec(op(), 0..60), width in 0usize..12) {
        let mut editor = if many { Editor::block(&start) } else { Editor::line(&start) };
        let first = editor.text().to_owned();
        sound(&editor, width)?;
        for op in &ops {
            run(&mut editor, op);
            sound(&editor, width)?;
        }
        while editor.redo() {}
        let last = editor.text().to_owned();
        while editor.undo() {
            sound(&editor, width)?;
        }
        prop_assert_eq!(editor.text(), first);
        while editor.redo() {
            sound(&editor, width)?;
        }
        prop_assert_eq!(editor.text(), last);
    }
}
