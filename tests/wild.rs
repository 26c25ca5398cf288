//! Random keys, clicks and data, every size from 1x1 to 60x20: nothing panics, and the cursor stands inside the window.
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

use proptest::prelude::*;
use proptest::sample::select;
use scenes::office;
use stage::Stage;
use trucban::acts::board::Board;
use trucban::acts::look::Slice;
use trucban::acts::week::Held;
use trucban::acts::{Refused, Saved};
use trucban::fault::{Fault, Kind as Trouble};
use trucban::logbook::{Progress, Stage as Stages};
use trucban::record::Finding;
use trucban::sync::Card;
use trucban::tui::app::receiver::Read;
use trucban::tui::app::week::{Ask, Told};
use trucban::tui::app::{Code, Effect, Key, Msg, Save, Secret, Written, first, handover};
use trucban::words::Lang;
use ward::duty;
use zeroize::Zeroizing;

/// What may happen.
#[derive(Debug, Clone)]
enum Happening {
    Key(Key),
    Click(u16, u16),
    Paste(String),
    Size(u16, u16),
    Wait(i64),
    Answer(u8),
}

fn key() -> impl Strategy<Value = Key> {
    let code = prop_oneof![
        4 => any::<char>().prop_map(Code::Char),
        6 => select(vec!['a', 'đ', 'ộ', '4', ' ', '\u{301}', '\u{200d}', '👩', '日', 't', 'x', '-', 'h']).prop_map(Code::Char),
        12 => select(vec![
            Code::Enter, Code::Esc, Code::Tab, Code::BackTab, Code::Backspace, Code::Delete, Code::Left, Code::Right,
            Code::Up, Code::Down, Code::Home, Code::End, Code::PageUp, Code::PageDown,
        ]),
        6 => (1u8..=9).prop_map(Code::F),
    ];
    let commands =
        select(vec!['e', 'n', 'k', 't', 'o', 'r', 'd', 'u', 'z', 'y', 'p', 'w', 's', 'l', 'x', 'g', 'b', 'a'])
            .prop_map(|c| Key::ctrl(Code::Char(c)));
    prop_oneof![
        8 => code.clone().prop_map(Key::plain),
        1 => code.prop_map(|code| Key { code, ctrl: true, alt: false }),
        4 => commands,
    ]
}

fn happening() -> impl Strategy<Value = Happening> {
    prop_oneof![
        20 => key().prop_map(Happening::Key),
        4 => (0u16..=60, 0u16..=20).prop_map(|(x, y)| Happening::Click(x, y)),
        2 => text().prop_map(Happening::Paste),
        2 => (1u16..=60, 1u16..=20).prop_map(|(w, h)| Happening::Size(w, h)),
        1 => (0i64..700).prop_map(Happening::Wait),
        6 => any::<u8>().prop_map(Happening::Answer),
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof![
        4 => "([a-zà-ỹ \n日👩\u{200d}\u{301}\r\t]|🇻🇳|👩‍👩‍👧|ê\u{306}){0,40}",
        1 => any::<String>(),
        1 => select(vec!["dài ", "👩‍👩‍👧", "ê\u{306}\u{323}", "\u{301}", "日本 ", "x"]).prop_map(|piece| piece.repeat(10_000 / piece.chars().count())),
    ]
}

/// Answers something that was asked for, well or badly.
fn answer(stage: &mut Stage, how: u8, words: &str) {
    let effects = stage.taken();
    let Some(effect) = effects.get(usize::from(how) % effects.len().max(1)).cloned() else { return };
    let bad = how.is_multiple_of(5);
    let fault = || Fault::new(Trouble::Disk, "E040");
    let msg = match effect {
        Effect::Unlock { .. } if bad => Msg::Unlocked(Err(Fault::new(Trouble::Right, "E020"))),
        Effect::Unlock { .. } => {
            let mut opened = ward::opened();
            words.clone_into(&mut opened.unit_name);
            opened.drafts = vec![ward::draft()];
            Msg::Unlocked(Ok(Box::new(opened)))
        }
        Effect::Page { generation, .. } if bad => Msg::Page(generation, Err(fault())),
        Effect::Page { generation, .. } => {
            let mut rows = ward::rows();
            rows[1].title = Some(words.to_owned());
            rows[2].status = Some(words.to_owned());
            Msg::Page(generation, Ok(rows.into_iter().map(Into::into).collect()))
        }
        Effect::Recall { .. } | Effect::Seek { .. } => recalled(effect, bad, words),
        Effect::Detail { .. } if bad => Msg::Detail(Err(fault())),
        Effect::Detail { record } => {
            let mut detail = ward::detail_of(record);
            detail.record.data.0.insert("narrative".into(), words.into());
            detail.record.data.0.insert("place".into(), words.into());
            Msg::Detail(Ok(Box::new(detail)))
        }
        Effect::Reveal { record, .. } => Msg::Revealed(record, Ok(ward::detail_of(record).record.data)),
        Effect::Save(save) => saved(&save, how, words),
        Effect::Board { .. } if bad => Msg::Board(Err(fault())),
        Effect::Board { .. } => Msg::Board(Ok(Box::new(board(how, words)))),
        Effect::Patrols { .. } if bad => Msg::Patrols(Err(fault())),
        Effect::Patrols { .. } => {
            let mut tours = vec![ward::tour(words), ward::planned_tour()];
            tours.truncate(usize::from(how % 3));
            Msg::Patrols(Ok(tours))
        }
        Effect::Shift(ask) => Msg::Shift(of_shift(ask, how, words)),
        Effect::KeepDraft { .. } if bad => Msg::DraftKept(Err(fault())),
        Effect::KeepDraft { key, body } => {
            Msg::DraftKept(Ok(trucban::logbook::Draft { key, officer: ward::ME, at: stage.at, body }))
        }
        Effect::Week(ask) => told(stage, ask, how, words),
        Effect::Csv { .. } | Effect::Stop => return worked(stage, effect, how, words),
        Effect::FindPersons { ticket, .. } | Effect::Persons { ticket, .. } if bad => {
            Msg::Persons(ticket, Err(fault()))
        }
        Effect::FindPersons { ticket, .. } | Effect::Persons { ticket, .. } => {
            let slice = Slice { found: ward::rows(), done: (u64::from(how), 200) };
            Msg::Persons(ticket, Ok((Box::default(), slice)))
        }
        Effect::Office(ask) => Msg::Office(if bad { office::refused(&ask) } else { office::told(&ask, words) }),
        Effect::First(ask) => Msg::First(first_run(&ask, words)),
        Effect::Lock | Effect::DropDraft { .. } | Effect::Suspend | Effect::Quit => return,
    };
    stage.tell(msg);
}

/// What a form asks the logbook for: the record before, and records to choose from.
fn recalled(effect: Effect, bad: bool, words: &str) -> Msg {
    let fault = || Fault::new(Trouble::Disk, "E040");
    match effect {
        Effect::Recall { kind } if bad => Msg::Recalled(kind, Err(fault())),
        Effect::Recall { kind } => Msg::Recalled(kind, Ok(Some(ward::detail_of(ward::ME).record.data))),
        Effect::Seek { ticket, .. } if bad => Msg::Sought(ticket, Err(fault())),
        Effect::Seek { ticket, .. } => {
            let mut rows = ward::rows();
            rows[1].title = Some(words.to_owned());
            Msg::Sought(ticket, Ok(rows))
        }
        other => panic!("{other:?} is no question of a form"),
    }
}

/// A board with these words on it.
fn board(how: u8, words: &str) -> Board {
    let mut board = ward::board();
    words.clone_into(&mut board.open[0].title);
    words.clone_into(&mut board.coverage[0].name);
    board.lines[0].row.title = Some(words.to_owned());
    board.open.truncate(usize::from(how % 4));
    board
}

/// Answers a save: well, with a problem, or because somebody else was faster.
fn saved(save: &Save, how: u8, words: &str) -> Msg {
    let (record, number) = (save.record, words.to_owned());
    let done = match how {
        how if how.is_multiple_of(3) => Err(Refused::Findings(vec![Finding::new("E200", "occurred_to")])),
        how if how.is_multiple_of(5) => Err(Refused::Fault(Fault::new(Trouble::Busy, "E010").with("record", "x"))),
        _ => Ok(Saved { record, number, rev: 1, known: false, findings: Vec::new() }),
    };
    Msg::Saved(save.ticket, done)
}

/// Goes on with long work, ends it, or stops it.
fn worked(stage: &mut Stage, effect: Effect, how: u8, words: &str) {
    let stopped = || Fault::new(Trouble::Use, "E083");
    match effect {
        Effect::Stop => {
            stage.tell(Msg::Csv(Err(stopped())));
            stage.tell(Msg::Week(Told::Exported(Err(stopped().into()))));
        }
        effect if how.is_multiple_of(3) => {
            stage.effects.push(effect);
            stage.tell(Msg::Going(Progress { stage: Stages::List, done: u64::from(how), total: 0 }));
        }
        _ if how.is_multiple_of(5) => stage.tell(Msg::Csv(Err(Fault::new(Trouble::Disk, "E042").with("file", words)))),
        _ => stage.tell(Msg::Csv(Ok((7, ward::written(words).files.remove(0))))),
    }
}

/// Answers something about a shift.
fn of_shift(ask: handover::Ask, how: u8, words: &str) -> handover::Told {
    use handover::{Ask, Told};
    let fault = || Fault::new(Trouble::Disk, "E040");
    let saved = Saved { record: ward::ME, number: words.into(), rev: 1, known: false, findings: Vec::new() };
    match ask {
        Ask::Look(_) if how.is_multiple_of(5) => Told::Seen(Err(fault())),
        Ask::Look(_) => {
            let states = [duty::seen, duty::begun, duty::answered, duty::closed, duty::none];
            let mut seen = states[usize::from(how) % states.len()]();
            if let Some(shown) = &mut seen.shown {
                shown.items.truncate(usize::from(how % 6));
                shown.shift.data.0.insert("remarks".into(), words.into());
                for item in &mut shown.items {
                    words.clone_into(&mut item.title);
                    if let Some(answer) = &mut item.answer {
                        answer.note = Some(words.to_owned());
                    }
                }
            }
            Told::Seen(Ok(Box::new(seen)))
        }
        Ask::Step { .. } if how.is_multiple_of(3) => Told::Stepped(Err(Fault::new(Trouble::Busy, "E010").into())),
        Ask::Step { .. } => Told::Stepped(Ok(saved)),
        Ask::Sign(_) if how.is_multiple_of(3) => Told::Signed(Err(Fault::new(Trouble::Right, "E020").into())),
        Ask::Sign(_) => Told::Signed(Ok(saved)),
        Ask::Sheet(..) if how.is_multiple_of(5) => Told::Sheet(Err(fault())),
        Ask::Sheet(..) => Told::Sheet(Ok(format!("{words}\n{}", duty::SHEET))),
        Ask::Print { file, .. } => Told::Printed(Ok(Written { file, size: u64::from(how), sha256: words.to_owned() })),
    }
}

/// Answers something on the first run.
fn first_run(ask: &first::Ask, words: &str) -> first::Told {
    use first::{Ask, Ready, Told};
    match ask {
        Ask::Paper => Told::Paper(Secret(Zeroizing::new(format!("AGE-SECRET-KEY-1{words}")))),
        Ask::Card(_) => {
            let card = Card { unit: "LDG-CT".into(), name: words.into(), key: "ssh".into(), recipient: "age".into() };
            Told::Card(Ok(Read { card, fingerprint: words.into() }))
        }
        Ask::Print { .. } => Told::Printed(Ok(words.into())),
        Ask::Found(_) => Told::Ready(Err(Fault::new(Trouble::Disk, "E040"))),
        Ask::Demo => {
            Told::Ready(Ok(Ready { logins: vec![words.into()], login: words.into(), demo: Some(words.into()) }))
        }
    }
}

/// Answers something about weeks.
fn told(stage: &mut Stage, ask: Ask, how: u8, words: &str) -> Msg {
    let bad = how.is_multiple_of(5);
    let fault = || Fault::new(Trouble::Disk, "E040");
    Msg::Week(match ask {
        Ask::Look(_) if bad => Told::Seen(Err(fault())),
        Ask::Look(_) => Told::Seen(Ok(Box::new(ward::weeks(words)))),
        Ask::Approve { .. } => Told::Approved(Err(Held::Holds(ward::weeks(words).preview.findings))),
        Ask::Export { .. } if how.is_multiple_of(3) => {
            stage.effects.push(Effect::Week(ask));
            return Msg::Going(Progress { stage: Stages::Seal, done: u64::from(how), total: 100 });
        }
        Ask::Export { .. } if bad => Told::Exported(Err(fault().into())),
        Ask::Export { .. } => Told::Exported(Ok(Box::new(ward::written(words)))),
        Ask::Receipt { .. } => Told::Taken(Err(fault())),
        Ask::ReadCard { .. } if bad => Told::CardRead(Err(fault())),
        Ask::ReadCard { .. } => Told::CardRead(Ok(ward::read_card(words))),
        Ask::Receiver { card, .. } => Told::Receiver(Ok(card)),
        Ask::OwnCard { .. } => Told::OwnCard(Ok((ward::read_card(words), ward::written(words).files.remove(0)))),
    })
}

fn drawn(stage: &Stage) -> Result<(), TestCaseError> {
    let (cells, place) = stage.cells();
    prop_assert!(place.is_none_or(|place| cells.area.contains(place)), "{place:?} in {:?}", cells.area);
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 120, ..ProptestConfig::default() })]

    #[test]
    fn nothing_that_happens_breaks_the_screens(
        happenings in prop::collection::vec(happening(), 1..60),
        words in text(),
        size in (1u16..=60, 1u16..=20),
        english in any::<bool>(),
        (name, scene) in select(scenes::ALL),
    ) {
        let mut stage = Stage::new(if english { Lang::En } else { Lang::Vi }, english, size);
        scene(&mut stage);
        drawn(&stage).map_err(|error| TestCaseError::fail(format!("{name}: {error}")))?;
        for happening in happenings {
            match happening {
                Happening::Key(key) => stage.tell(Msg::Key(key)),
                Happening::Click(x, y) => stage.click((x, y)),
                Happening::Paste(text) => stage.tell(Msg::Paste(text)),
                Happening::Size(columns, rows) => stage.tell(Msg::Resize(columns, rows)),
                Happening::Wait(seconds) => stage.pass(seconds),
                Happening::Answer(how) => answer(&mut stage, how, &words),
            }
            drawn(&stage)?;
        }
    }

    #[test]
    fn a_form_of_any_text_is_drawn_at_any_size(
        texts in prop::collection::vec(text(), 1..6),
        sizes in prop::collection::vec((1u16..=210, 1u16..=60), 1..6),
        steps in 0usize..40,
        other in prop::option::of(0usize..7),
    ) {
        let mut stage = Stage::new(Lang::Vi, true, (60, 20));
        stage.keys("\"x\" Enter");
        answer(&mut stage, 1, "");
        // An incident, or one of the registers behind F5.
        stage.keys(&other.map_or_else(|| "Esc F3".to_owned(), |down| format!("Esc F5 {}Ctrl+B", "Down ".repeat(down))));
        prop_assert!(stage.app.session().is_some_and(|session| session.form.is_some()), "{}", stage.text());
        for text in texts {
            stage.tell(Msg::Paste(text));
            for _ in 0..steps {
                stage.keys("Tab");
            }
            for (columns, rows) in &sizes {
                stage.tell(Msg::Resize(*columns, *rows));
                drawn(&stage)?;
            }
        }
    }
}

#[test]
fn every_screen_is_drawn_in_every_small_window() {
    for (name, scene) in scenes::ALL {
        let mut stage = Stage::new(Lang::Vi, true, (60, 20));
        scene(&mut stage);
        for (columns, rows) in (1..=60).flat_map(|columns| (1..=20).map(move |rows| (columns, rows))) {
            stage.tell(Msg::Resize(columns, rows));
            drawn(&stage).unwrap_or_else(|error| panic!("{name}: {error}"));
        }
    }
}
