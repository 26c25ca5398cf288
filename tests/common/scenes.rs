//! Every screen there is, and the keys and answers that lead to it. A new screen joins by one line in [`each`] and is
//! then shown in every window (`tests/screens.rs`) and stood under random keys (`tests/wild.rs`).
#![allow(dead_code, reason = "each test program uses its own part of this")]

#[path = "scenes/ahead.rs"]
pub mod ahead;
#[path = "scenes/desk.rs"]
pub mod desk;
#[path = "scenes/duty.rs"]
pub mod duty;
#[path = "scenes/first.rs"]
pub mod first;
#[path = "scenes/forms.rs"]
pub mod forms;
#[path = "scenes/keeping.rs"]
pub mod keeping;
#[path = "scenes/log.rs"]
pub mod log;
#[path = "scenes/office.rs"]
pub mod office;
#[path = "scenes/over.rs"]
pub mod over;
#[path = "scenes/patrol.rs"]
pub mod patrol;
#[path = "scenes/register.rs"]
pub mod register;
#[path = "scenes/standing.rs"]
pub mod standing;
#[path = "scenes/week.rs"]
pub mod week;

use trucban::tui::app::{Effect, Msg};

use crate::stage::Stage;
use crate::ward;

/// Hands every scene to another macro. The name of a scene is that of its snapshots and of its test.
macro_rules! each {
    ($then:ident) => {
        $then! {
            first::first
            first::first_clock
            first::first_name
            first::first_code
            first::first_receiver
            first::first_areas
            first::first_officer
            first::first_paper
            first::first_check
            first::first_print
            first::first_demo
            first::glyphs
            ahead::unlock
            ahead::unlock_demo
            ahead::unlock_wrong
            ahead::unlock_early
            ahead::unlock_older
            standing::board
            standing::board_new
            standing::board_counting
            standing::log
            standing::log_demo
            standing::log_search
            standing::log_none
            log::log_filter
            log::log_filter_typed
            log::log_chips
            log::persons
            log::persons_found
            log::log_csv
            log::log_csv_going
            log::log_csv_done
            standing::record
            standing::history
            forms::incident
            forms::incident_category
            forms::incident_written
            forms::incident_persons
            forms::incident_problems
            forms::amend
            forms::note
            forms::settle
            forms::record_links
            forms::record_sought
            over::kinds
            register::register_incident
            register::register_patrol
            register::register_model
            register::register_tip
            register::register_campaign
            register::register_joint
            register::campaign
            office::office
            office::officers
            office::officer_new
            office::password
            office::officer_disable
            office::officer_rekey
            office::officer_busy
            office::areas
            office::areas_new
            office::settings
            office::setting_day
            keeping::backups
            keeping::backup_going
            keeping::backup_done
            keeping::restore
            keeping::doctor
            keeping::doctor_going
            keeping::doctor_well
            keeping::doctor_ill
            keeping::purge
            keeping::purge_due
            keeping::purge_why
            keeping::purge_sure
            keeping::purge_done
            keeping::holds
            keeping::hold_new
            keeping::access
            keeping::access_days
            keeping::access_chosen
            keeping::access_file
            keeping::journals
            keeping::journals_forked
            keeping::journal_sure
            keeping::recovery
            keeping::recovery_proof
            keeping::recovery_code
            keeping::recovery_file
            keeping::recovery_check
            keeping::recovery_wrong
            office::office_refused
            office::signals_seen
            office::signals_records
            office::figures_week
            office::figures_month
            office::figures_lengths
            office::clocks_seen
            office::clocks_overdue
            over::reveal
            over::leave
            over::drafts
            over::clock
            over::conflict
            over::void_why
            over::void_sure
            over::void_changed
            over::voided
            over::help
            over::palette
            over::trouble
            duty::shift_open
            duty::handover
            duty::handover_nothing
            duty::handover_facts
            duty::handover_query
            duty::handover_promise
            duty::handover_answered
            duty::handover_sign
            duty::handover_wrong
            duty::handover_signed
            duty::shift_edit
            duty::shift_close
            duty::shift_closed
            duty::shift_countersign
            duty::sheet
            duty::sheet_print
            patrol::patrols
            patrol::patrol
            patrol::patrol_plan
            patrol::patrol_start
            patrol::patrol_planned
            patrol::patrol_out
            patrol::patrol_observe
            patrol::patrol_elsewhere
            patrol::patrol_found
            patrol::patrol_finish
            patrol::patrol_cancel
            week::week
            week::week_approve
            week::week_export
            week::week_exported
            week::week_receipts
            week::week_older
            week::week_choice
            week::week_persons
            week::receiver
            week::receiver_compare
            desk::posts
            desk::posts_none
            desk::posts_found
            desk::post
            desk::post_finding
            desk::post_log
            desk::post_record
            desk::desk_palette
            desk::receive
            desk::receive_going
            desk::receive_stopped
            desk::receive_done
            desk::trust
            desk::revoke
            desk::revoke_why
            desk::start
            desk::request
            desk::compare
            desk::compare_span
            desk::compare_going
        }
    };
}

macro_rules! list {
    ($($file:ident::$name:ident)+) => {
        /// Every scene by its name.
        pub const ALL: &[(&str, fn(&mut Stage))] = &[$((stringify!($name), $file::$name)),+];
    };
}
each!(list);

/// Signed in, at the board.
pub fn at_board(stage: &mut Stage) {
    stage.keys("\"mat khau\" Enter");
    stage.tell(Msg::Unlocked(Ok(Box::new(ward::opened()))));
    answer(stage);
}

/// Signed in, the first page of the log read, the record beside it where there is room.
pub fn at_log(stage: &mut Stage) {
    at_board(stage);
    stage.keys("F7");
    answer(stage);
}

/// The record of the first row, opened.
pub fn reading(stage: &mut Stage) {
    at_log(stage);
    stage.keys("Enter");
    answer(stage);
}

/// Answers what was asked for a page, a record or the board.
pub fn answer(stage: &mut Stage) {
    for effect in stage.taken() {
        match effect {
            Effect::Page { generation, filter } => {
                stage.tell(Msg::Page(generation, Ok(ward::register::page(filter.kind))));
            }
            Effect::Seek { ticket, .. } => stage.tell(Msg::Sought(ticket, Ok(ward::rows()))),
            Effect::Board { .. } => stage.tell(Msg::Board(Ok(Box::new(ward::board())))),
            Effect::Patrols { .. } => stage.tell(Msg::Patrols(Ok(vec![ward::planned_tour()]))),
            Effect::Detail { record } => stage.tell(Msg::Detail(Ok(Box::new(ward::register::detail(record))))),
            Effect::Office(ask) => stage.tell(Msg::Office(office::told(&ask, "Lê Văn Tám"))),
            _ => {}
        }
    }
    if !stage.effects.is_empty() {
        answer(stage);
    }
}
