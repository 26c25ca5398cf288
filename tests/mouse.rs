//! What a click does, on every sort of thing that can be clicked on: rows, fields, choices, keys, cards, tabs.
#![allow(
    clippy::unwrap_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a test may stop at the first surprise"
)]

#[path = "common/scenes.rs"]
mod scenes;
#[path = "common/stage.rs"]
mod stage;
#[path = "common/ward.rs"]
mod ward;

use ratatui::layout::Position;
use scenes::{answer, at_board, at_log, forms, log, over, standing, week};
use stage::Stage;
use trucban::tui::app::{Card, Effect};
use trucban::tui::command::{COMMANDS, Place, cap};
use trucban::tui::view;
use trucban::words::Lang;

fn on(scene: fn(&mut Stage), size: (u16, u16)) -> Stage {
    let mut stage = Stage::new(Lang::Vi, true, size);
    scene(&mut stage);
    stage.taken();
    stage
}

/// The path of the field under the cursor.
fn field(stage: &Stage) -> String {
    stage.app.session().unwrap().form.as_ref().unwrap().slot().unwrap().path.clone()
}

#[test]
fn a_row_is_chosen_by_the_first_click_and_opened_by_the_second() {
    let mut stage = on(at_log, (80, 24));
    stage.click_on("VV-2026-000122");
    assert_eq!((stage.app.session().unwrap().log.at, stage.app.place()), (4, Place::Log));
    stage.click_on("VV-2026-000122");
    assert_eq!(stage.app.place(), Place::Detail);
    assert!(stage.taken().iter().any(|effect| matches!(effect, Effect::Detail { .. })));

    let mut stage = on(at_board, (80, 24));
    stage.click_on("VV-124");
    assert_eq!(stage.app.place(), Place::Board);
    stage.click_on("VV-124");
    assert_eq!(stage.app.place(), Place::Detail);
}

#[test]
fn beside_the_list_the_record_and_its_tabs_can_be_clicked_on() {
    let mut stage = on(at_log, (120, 40));
    let history = |stage: &Stage| stage.app.session().unwrap().log.reading.as_ref().unwrap().history;
    stage.click_on("Lịch sử");
    assert!(history(&stage) && stage.app.place() == Place::Log);
    stage.click_on("bị hại nói lại");
    assert_eq!(stage.app.place(), Place::Detail);
    // Back to another row of the list.
    stage.click_on("TT-2026-000088");
    answer(&mut stage);
    assert_eq!((stage.app.place(), stage.app.session().unwrap().log.at, history(&stage)), (Place::Log, 1, false));
}

#[test]
fn a_field_is_gone_to_and_its_choices_are_chosen() {
    for size in [(80, 24), (120, 40)] {
        let mut stage = on(forms::incident, size);
        stage.click_on("Xảy ra từ");
        assert_eq!(field(&stage), "occurred_from");
        stage.click_on("Mức khẩn");
        assert_eq!(field(&stage), "urgency");
        stage.click_on("Mức khẩn");
        stage.click_on("khẩn cấp");
        stage.keys("BackTab");
        assert_eq!(field(&stage), "urgency");
        let form = stage.app.session().unwrap().form.as_ref().unwrap();
        assert_eq!(form.cell().unwrap().raw(), "urgent");
        // A list that is open is closed by a click elsewhere, and nothing is chosen.
        stage.keys("\"b\"");
        stage.click_on("Xảy ra từ");
        assert_eq!(field(&stage), "occurred_from");
        stage.click_on("Mức khẩn");
        assert_eq!(stage.app.session().unwrap().form.as_ref().unwrap().cell().unwrap().raw(), "urgent");
    }
}

#[test]
fn what_lies_below_a_card_can_not_be_clicked_on() {
    let mut stage = on(over::leave, (80, 24));
    let before = field(&stage);
    stage.click_on("Nhận tin lúc");
    assert_eq!((field(&stage), stage.app.card.is_some()), (before, true));
    // The first click marks, the second takes.
    stage.click_on("Bỏ");
    assert!(matches!(stage.app.card, Some(Card::Leave { at: 2 })), "{}", stage.text());
    stage.click_on("Bỏ");
    assert!(stage.app.card.is_none() && stage.app.session().unwrap().form.is_none());
}

#[test]
fn weeks_and_their_findings_are_chosen() {
    let mut stage = on(week::week, (80, 24));
    let at = |stage: &Stage| stage.app.session().unwrap().weeks().unwrap().at;
    let before = at(&stage);
    stage.click_on("VV-2026-000121 Lừa");
    assert_ne!(at(&stage), before);
    stage.click_on("VV-2026-000121 Lừa");
    assert_eq!(stage.app.place(), Place::Detail);

    let mut stage = on(week::week, (80, 24));
    stage.click_on("Tuần 48");
    assert!(stage.taken().iter().any(|effect| matches!(effect, Effect::Week(_))));
}

#[test]
fn persons_that_were_found_are_chosen() {
    let mut stage = on(log::persons_found, (80, 24));
    stage.click_on("Lý do");
    stage.click_on("VV-2026-000124");
    assert_eq!(stage.app.place(), Place::Persons);
    stage.click_on("VV-2026-000124");
    assert_eq!(stage.app.place(), Place::Detail);
}

#[test]
fn every_key_that_a_screen_shows_can_be_clicked_on() {
    let mut seen = 0;
    for (name, scene) in scenes::ALL {
        let stage = on(*scene, (200, 60));
        let (place, shown) = (stage.app.place(), stage.text());
        for command in COMMANDS.iter().filter(|command| command.works(place) && !stage.app.is_working()) {
            let Some(key) = command.keys.first() else { continue };
            let said = format!("{} {}", cap(*key), stage.app.words.get(command.wording));
            for (y, line) in shown.lines().enumerate().skip(58) {
                let Some(at) = line.find(&said) else { continue };
                let x = trucban::text::wrap::width(&line[..at]);
                let place = Position::new(u16::try_from(x).unwrap(), u16::try_from(y).unwrap());
                assert_eq!(view::keys_at(&stage.app, place), [*key], "{name}: {said}");
                seen += 1;
            }
        }
    }
    assert!(seen > 300, "{seen}");
}

#[test]
fn a_key_and_a_setting_hand_the_mouse_to_the_terminal() {
    let mut stage = on(standing::log, (80, 24));
    assert!(stage.app.wants_mouse());
    stage.keys("F12");
    assert!(!stage.app.wants_mouse() && stage.text().contains("bôi chọn chữ"), "{}", stage.text());
    stage.keys("F12");
    assert!(stage.app.wants_mouse());
}
