//! The one table of commands. Keys, hint bar, help, palette and `docs/keys.md` are made from it. A command that isn't
//! built isn't here, and a test refuses chords that terminals or input methods take for something else.

use super::app::desk::Task as Clerk;
use super::app::office::{Room, Task};
use super::app::{Code, Key};

/// Where a command works.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// The first run, before there is a logbook.
    First,
    /// Its recovery code.
    Paper,
    /// The unlock screen.
    Unlock,
    /// The board.
    Board,
    /// The list.
    Log,
    /// A record being read.
    Detail,
    /// A form.
    Form,
    /// The weeks.
    Week,
    /// The search for persons.
    Persons,
    /// A shift that is handed over.
    Handover,
    /// Its sheet.
    Sheet,
    /// A room of the office.
    Office(Room),
    /// What can be done about patrols.
    Patrols,
    /// One patrol that is led on.
    Patrol,
    /// A card that lies over a screen.
    Card,
}

impl Place {
    /// Every place that has commands of its own, in the order in which help names them.
    pub const ALL: [Self; 8] =
        [Self::Unlock, Self::Board, Self::Log, Self::Detail, Self::Form, Self::Week, Self::Patrols, Self::Patrol];
}

/// What a command does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Id {
    /// Shows every key.
    Help,
    /// Writes what the form holds.
    Save,
    /// A form for an incident.
    Incident,
    /// The patrol that is out, or what can be done about patrols.
    Patrol,
    /// Another kind of record, which is chosen first: its register.
    Other,
    /// A new record of the kind in front.
    New,
    /// Does what was chosen about patrols.
    Choose,
    /// The patrol has reached the point under the cursor.
    Reach,
    /// It has noticed something.
    Observe,
    /// What it noticed becomes an incident.
    Found,
    /// It is back.
    Finish,
    /// It doesn't take place, or is broken off.
    Cancel,
    /// Other patrols.
    Others,
    /// Names the persons of a record, with a reason.
    Reveal,
    /// Opens a shift, or hands the open one over.
    Shift,
    /// The incoming officer accepts the matter under the cursor.
    Accept,
    /// The incoming officer asks something about it.
    Query,
    /// Accepts every matter without an answer.
    AcceptRest,
    /// Somebody signs with a password of their own.
    Sign,
    /// Ends the shift.
    CloseShift,
    /// How the shift stands, to be set right.
    ShiftEdit,
    /// Something was promised to somebody.
    Promise,
    /// An order was carried out, a promise kept.
    Done,
    /// Shows the handover sheet.
    Sheet,
    /// Writes the sheet into a file.
    Print,
    /// Shows the log.
    Log,
    /// Shows the board.
    Board,
    /// The weeks.
    Week,
    /// Approves the week.
    Approve,
    /// Seals the week and writes its files.
    Export,
    /// Hands a week in that nothing happened in.
    Zero,
    /// The receiver, and cards.
    Receiver,
    /// Takes a receipt in.
    Receipt,
    /// Shows a room of the office.
    Room(Room),
    /// Does something in the office.
    Task(Task),
    /// Opens the record under the cursor.
    Open,
    /// Goes back.
    Leave,
    /// The next field.
    Next,
    /// The field before.
    Back,
    /// Content or history of a record.
    Tab,
    /// A new version with a reason.
    Amend,
    /// A remark or event.
    Note,
    /// How an incident ended.
    Settle,
    /// Declares a record void.
    Void,
    /// To a linked record.
    Follow,
    /// The next kind in the list's filter.
    Kind,
    /// The next status in the list's filter.
    Status,
    /// Conditions of the list, found by typing.
    Filter,
    /// What stands in the list as a file for spreadsheets.
    Csv,
    /// The search for persons.
    Persons,
    /// Goes on in it: to the reason, to the search, to the record.
    Find,
    /// The drafts.
    Drafts,
    /// The value that this field had last.
    Repeat,
    /// Takes an item of a sub-list away.
    Drop,
    /// Empties the field.
    Empty,
    /// Takes the last change back.
    Undo,
    /// Does it again.
    Redo,
    /// Goes on in the first run.
    Go,
    /// Goes back in it.
    Before,
    /// Writes the recovery code into a file.
    Paper,
    /// Whether this terminal shows and takes Vietnamese.
    Glyphs,
    /// The mouse clicks on things, or selects text.
    Mouse,
    /// Every command, to be searched.
    Palette,
    /// Asks for the password again.
    Lock,
    /// Ends the program.
    Quit,
}

/// One row of the table.
#[derive(Debug)]
pub struct Command {
    /// What it does.
    pub id: Id,
    /// The id of its wording: the short name, and as attribute `hint` what it does.
    pub wording: &'static str,
    /// Its keys; the first is shown. Without one it is found in the palette.
    pub keys: &'static [Key],
    /// Where it works.
    pub places: &'static [Place],
    /// It takes nothing away that can't be had back; the others ask first.
    pub safe: bool,
}

use Place::{
    Board, Card, Detail, First, Form, Handover, Log, Office, Paper, Patrol, Patrols, Persons, Sheet, Unlock, Week,
};

/// These places, and every room of the office.
macro_rules! with_rooms {
    ($($place:ident),*) => {
        &[
            $($place,)*
            Office(Room::Menu),
            Office(Room::Officers),
            Office(Room::Areas),
            Office(Room::Settings),
            Office(Room::Backups),
            Office(Room::Doctor),
            Office(Room::Posts),
            Office(Room::Post),
            Office(Room::Compare),
            Office(Room::Signals),
            Office(Room::Figures),
            Office(Room::Clocks),
            Office(Room::Purge),
            Office(Room::Due),
            Office(Room::Holds),
            Office(Room::Access),
            Office(Room::Journals),
            Office(Room::Recovery),
        ]
    };
}

/// Every place but the cards, in the order in which help and page of keys name them.
pub const PLACES: &[Place] =
    with_rooms![First, Paper, Unlock, Board, Log, Detail, Form, Week, Persons, Handover, Sheet];
const READING: &[Place] = &[Log, Detail];
const STANDING: &[Place] = &[Board, Log, Detail];
const LOGGING: &[Place] = &[Board, Log, Detail, Handover];
const SIGNED_IN: &[Place] = with_rooms![Board, Log, Detail, Form, Week, Persons, Handover, Sheet, Patrols, Patrol];
const BUT_FORMS: &[Place] = with_rooms![Board, Log, Detail, Week, Persons, Handover, Sheet, Patrols, Patrol];

/// The wording id of the heading above commands that have no key.
pub const KEYLESS: &str = "tui-keyless";

/// From where the signals are looked at beside the board; at the handover the key ends the shift.
const WORKING: &[Place] = with_rooms![Log, Detail, Week];
const OPENING: &[Place] = &[
    Board,
    Log,
    Week,
    Handover,
    Office(Room::Menu),
    Office(Room::Officers),
    Office(Room::Areas),
    Office(Room::Backups),
    Office(Room::Doctor),
    Office(Room::Posts),
    Office(Room::Post),
    Office(Room::Compare),
    Office(Room::Signals),
    Office(Room::Clocks),
    Office(Room::Purge),
    Office(Room::Due),
    Office(Room::Holds),
    Office(Room::Access),
    Office(Room::Journals),
    Office(Room::Recovery),
];

const ENTER: Key = Key::plain(Code::Enter);
const fn f(n: u8) -> Key {
    Key::plain(Code::F(n))
}
const fn ctrl(letter: char) -> Key {
    Key::ctrl(Code::Char(letter))
}

macro_rules! table {
    ($($id:ident $(($of:expr))? $wording:literal [$($key:expr),*] $places:expr, $safe:literal;)+) => {
        /// Every command, in the order in which hints and help name them.
        pub const COMMANDS: &[Command] = &[$(Command {
            id: Id::$id $(($of))?, wording: $wording, keys: &[$($key),*], places: $places, safe: $safe,
        }),+];
    };
}

table! {
    Help "cmd-help" [f(1)] PLACES, true;
    Go "cmd-go" [Key::plain(Code::Enter), Key::plain(Code::Tab)] &[First, Paper], true;
    Before "cmd-before" [Key::plain(Code::Esc), Key::plain(Code::BackTab)] &[First, Paper], true;
    Paper "cmd-paper" [f(2)] &[Paper], true;
    Save "cmd-save" [f(2), ctrl('s')] &[Form], true;
    Accept "cmd-accept" [ctrl('d')] &[Handover], true;
    Query "cmd-query" [ctrl('n')] &[Handover], true;
    AcceptRest "cmd-accept-rest" [ctrl('t')] &[Handover], true;
    Sign "cmd-sign" [f(6)] &[Handover], true;
    CloseShift "cmd-close-shift" [f(8)] &[Handover], true;
    Sheet "cmd-sheet" [Key::plain(Code::Tab)] &[Handover], true;
    ShiftEdit "cmd-shift-edit" [ctrl('e')] &[Handover], true;
    Print "cmd-print" [ctrl('x')] &[Sheet], true;
    Choose "cmd-choose" [ENTER] &[Patrols], true;
    Reach "cmd-reach" [ENTER] &[Patrol], true;
    Observe "cmd-observe" [f(5)] &[Patrol], true;
    Found "cmd-found" [f(3)] &[Patrol], true;
    Finish "cmd-finish" [f(6)] &[Patrol], true;
    Others "cmd-others" [f(4)] &[Patrol], true;
    Cancel "cmd-cancel" [ctrl('d')] &[Patrol], true;
    Find "cmd-find" [Key::plain(Code::Enter)] &[Persons], true;
    Incident "cmd-incident" [f(3)] LOGGING, true;
    Patrol "cmd-patrol" [f(4)] LOGGING, true;
    Other "cmd-other" [f(5)] &[Board], true;
    Reveal "cmd-reveal" [f(5)] READING, true;
    Shift "cmd-shift" [f(6)] STANDING, true;
    Log "cmd-log" [f(7)] &[Board, Office(Room::Posts), Office(Room::Post)], true;
    Board "cmd-board" [f(7)] &[Log, Detail, Patrols, Patrol], true;
    Open "cmd-open" [ENTER] OPENING, true;
    New "cmd-new" [ctrl('b')] &[Log, Card], true;
    Follow "cmd-follow" [ENTER] &[Detail], true;
    Filter "cmd-filter" [ctrl('f')] &[Board, Log], true;
    Done "cmd-done" [ctrl('x')] &[Handover], true;
    Promise "cmd-promise" [ctrl('k')] &[Handover], true;
    Task(Task::AddOfficer) "task-add-officer" [ctrl('n')] &[Office(Room::Officers)], true;
    Task(Task::SetPassword) "task-set-password" [ctrl('r')] &[Office(Room::Officers)], true;
    Task(Task::Disable) "task-disable" [ctrl('d')] &[Office(Room::Officers)], false;
    Task(Task::AddArea) "task-add-area" [ctrl('n')] &[Office(Room::Areas)], true;
    Task(Task::AddAreas) "task-add-areas" [ctrl('b')] &[Office(Room::Areas)], true;
    Task(Task::EndArea) "task-end-area" [ctrl('d')] &[Office(Room::Areas)], false;
    Task(Task::Backup) "task-backup" [ctrl('n')] &[Office(Room::Backups)], true;
    Task(Task::Check) "task-check" [ctrl('r')] &[Office(Room::Doctor)], true;
    Task(Task::Rebuild) "task-rebuild" [ctrl('b')] &[Office(Room::Doctor)], true;
    Task(Task::PurgeRecord) "task-purge-record" [ctrl('n')] &[Office(Room::Purge)], true;
    Task(Task::Purge) "task-purge" [ctrl('d')] &[Office(Room::Due)], false;
    Task(Task::Hold) "task-hold" [ctrl('n')] &[Office(Room::Holds), Office(Room::Due)], true;
    Task(Task::Release) "task-release" [ctrl('d')] &[Office(Room::Holds)], true;
    Task(Task::Days) "task-days" [ctrl('f')] &[Office(Room::Access)], true;
    Task(Task::AccessFile) "task-access-file" [ctrl('x')] &[Office(Room::Access)], true;
    Task(Task::NewJournal) "task-new-journal" [ctrl('n')] &[Office(Room::Journals)], false;
    Task(Task::NewRecovery) "task-new-recovery" [ctrl('n')] &[Office(Room::Recovery)], true;
    Task(Task::Desk(Clerk::Receive)) "task-receive" [f(3)] &[Office(Room::Posts), Office(Room::Post)], true;
    Task(Task::Desk(Clerk::Request)) "task-request" [ctrl('r')] &[Log, Detail, Office(Room::Post)], true;
    Task(Task::Desk(Clerk::Trust)) "task-trust" [ctrl('n')] &[Office(Room::Posts)], true;
    Task(Task::Desk(Clerk::Revoke)) "task-revoke" [ctrl('d')] &[Office(Room::Posts), Office(Room::Post)], false;
    Task(Task::Desk(Clerk::Start)) "task-start" [ctrl('b')] &[Office(Room::Posts), Office(Room::Post)], true;
    Room(Room::Compare) "room-compare" [f(6)] &[Office(Room::Posts), Office(Room::Post)], true;
    Task(Task::Desk(Clerk::Span)) "task-span" [ctrl('k')] &[Office(Room::Compare)], true;
    Task(Task::Desk(Clerk::Sheet)) "task-sheet" [ctrl('x')] &[Office(Room::Compare)], true;
    Task(Task::Desk(Clerk::OwnCard)) "task-own-card" [ctrl('t')] &[Office(Room::Posts)], true;
    Room(Room::Figures) "room-figures" [f(6)] &[Office(Room::Signals)], true;
    Task(Task::Earlier) "task-earlier" [Key::plain(Code::Left)] &[Office(Room::Figures)], true;
    Task(Task::Later) "task-later" [Key::plain(Code::Right)] &[Office(Room::Figures)], true;
    Task(Task::Length) "task-length" [ctrl('k')] &[Office(Room::Figures)], true;
    Task(Task::Change) "task-change" [ENTER] &[Office(Room::Settings)], true;
    Room(Room::Signals) "room-signals" [f(8)] &[Board], true;
    Room(Room::Clocks) "room-clocks" [ctrl('t')] &[Board], true;
    Task(Task::NextClocks) "task-next-clocks" [ctrl('t')] &[Office(Room::Clocks)], true;
    Week "cmd-week" [f(9)] STANDING, true;
    Approve "cmd-approve" [ctrl('d')] &[Week], true;
    Export "cmd-export" [ctrl('x')] &[Week], true;
    Zero "cmd-zero" [ctrl('b')] &[Week], true;
    Receiver "cmd-receiver" [ctrl('t')] &[Week], true;
    Receipt "cmd-receipt" [ctrl('r')] &[Week], true;
    Next "cmd-next" [ENTER, Key::plain(Code::Tab)] &[Form], true;
    Back "cmd-back" [Key::plain(Code::BackTab)] &[Form], true;
    Leave "cmd-leave" [Key::plain(Code::Esc)] with_rooms![Log, Detail, Form, Week, Persons, Handover, Sheet, Patrols, Patrol, Card], true;
    Amend "cmd-amend" [ctrl('e')] READING, true;
    Note "cmd-note" [ctrl('n')] READING, true;
    Settle "cmd-settle" [ctrl('d')] READING, true;
    Void "cmd-void" [Key::plain(Code::Delete)] &[Detail], false;
    Tab "cmd-tab" [Key::plain(Code::Tab)] READING, true;
    Other "cmd-other" [ctrl('b')] &[Detail], true;
    Csv "cmd-csv" [ctrl('x')] &[Log], true;
    Persons "cmd-persons" [ctrl('g')] STANDING, true;
    Kind "cmd-kind" [ctrl('k')] &[Log], true;
    Status "cmd-status" [ctrl('t')] &[Log], true;
    Drafts "cmd-drafts" [ctrl('o')] STANDING, true;
    Repeat "cmd-repeat" [ctrl('r')] &[Form], true;
    Drop "cmd-drop" [ctrl('d')] &[Form], false;
    Empty "cmd-empty" [ctrl('u')] &[Form], true;
    Undo "cmd-undo" [ctrl('z')] &[Form], true;
    Redo "cmd-redo" [ctrl('y')] &[Form], true;
    Room(Room::Signals) "room-signals" [f(8)] WORKING, true;
    Room(Room::Figures) "room-figures" [] BUT_FORMS, true;
    Room(Room::Clocks) "room-clocks" [] with_rooms![Log, Detail, Week, Handover], true;
    Room(Room::Menu) "room-menu" [ctrl('a')] BUT_FORMS, true;
    Room(Room::Officers) "room-officers" [] BUT_FORMS, true;
    Task(Task::MyPassword) "task-my-password" [] BUT_FORMS, true;
    Room(Room::Areas) "room-areas" [] BUT_FORMS, true;
    Room(Room::Settings) "room-settings" [] BUT_FORMS, true;
    Room(Room::Backups) "room-backups" [] BUT_FORMS, true;
    Room(Room::Doctor) "room-doctor" [] BUT_FORMS, true;
    Room(Room::Posts) "room-posts" [] BUT_FORMS, true;
    Room(Room::Purge) "room-purge" [] BUT_FORMS, true;
    Room(Room::Holds) "room-holds" [] BUT_FORMS, true;
    Room(Room::Access) "room-access" [] BUT_FORMS, true;
    Room(Room::Journals) "room-journals" [] BUT_FORMS, true;
    Room(Room::Recovery) "room-recovery" [] BUT_FORMS, true;
    Task(Task::Hold) "task-hold" [] READING, true;
    Task(Task::PurgeRecord) "task-purge-record" [] READING, true;
    Palette "cmd-palette" [ctrl('p')] SIGNED_IN, true;
    Lock "cmd-lock" [ctrl('l')] SIGNED_IN, true;
    Glyphs "cmd-glyphs" [f(3)] &[Unlock], true;
    Mouse "cmd-mouse" [f(12)] PLACES, true;
    Quit "cmd-quit" [ctrl('q'), ctrl('c')] PLACES, false;
}

impl Command {
    /// Whether it works there.
    #[must_use]
    pub fn works(&self, place: Place) -> bool {
        self.places.contains(&place)
    }
}

/// The command that a key means in a place.
#[must_use]
pub fn meant(key: Key, place: Place) -> Option<Id> {
    COMMANDS.iter().find(|command| command.works(place) && command.keys.contains(&key)).map(|command| command.id)
}

/// The key of a command, as a click presses it.
#[must_use]
pub fn keys_of(id: Id) -> Vec<Key> {
    COMMANDS
        .iter()
        .find(|command| command.id == id)
        .and_then(|command| command.keys.first())
        .copied()
        .into_iter()
        .collect()
}

mod called;
#[cfg(test)]
mod tests;

pub use called::{cap, place_wording};
