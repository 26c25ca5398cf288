//! A post with a real logbook behind the screens: what they want done is done at once, without threads.

use std::rc::Rc;

use serde_json::{Map, Value, json};
use tempfile::TempDir;
use trucban::acts::{Role, Who, board, desk, look, patrol, registers, session, shift, week, write};
use trucban::fault::{Fault, Kind as Trouble, Outcome};
use trucban::journal::Entry;
use trucban::logbook::{Draft, Health, Logbook, Mode, Progress, Stop, Version};
use trucban::record::Kind;
use trucban::tui::app::handover::{Ask, Told};
use trucban::tui::app::office::{Ask as Asking, Told as Office};
use trucban::tui::app::{Door, Effect, Msg, Opened, Theme};
use trucban::tui::run::{deeds, lists, office, opened, shifts, weeks};
use trucban::words::Lang;

use super::common::{self, Clock, PASSWORD, WORK, incident, object};
use super::stage::Stage;

/// The password of the officer who takes over.
pub const NEXT: &str = "một mật khẩu khác";

/// The screens and the logbook that they work on.
pub struct Post {
    pub stage: Stage,
    /// The disk takes nothing.
    pub full: bool,
    /// Esc is pressed once long work has come so far.
    pub esc_at: Option<u64>,
    folder: Rc<TempDir>,
    open: Option<(Logbook, Who)>,
    clock: Clock,
    /// Entries of the journal that were looked at.
    seen: u64,
}

impl Post {
    /// A new post at its unlock screen.
    pub fn new(size: (u16, u16)) -> Self {
        let folder = Rc::new(TempDir::new().unwrap());
        let mut clock = Clock::at("2026-11-23T20:00:00+07:00", 1);
        common::post(&folder.path().join("log"), &mut clock);
        clock.pass(chrono::TimeDelta::minutes(10));
        Self { stage: stage(size), full: false, esc_at: None, folder, open: None, clock, seen: 0 }
    }

    /// A desk at its unlock screen, which trusts nobody yet.
    pub fn desk(size: (u16, u16)) -> Self {
        let folder = Rc::new(TempDir::new().unwrap());
        let mut clock = Clock::evening();
        common::desk(&folder.path().join("log"), &mut clock);
        clock.pass(chrono::TimeDelta::minutes(10));
        let mut stage = stage(size);
        stage.app.door.logins = vec!["le-thi-binh".into()];
        Self { stage, full: false, esc_at: None, folder, open: None, clock, seen: 0 }
    }

    /// The same logbook with screens that know nothing of what was.
    pub fn started_anew(self) -> Self {
        let size = self.stage.app.size;
        Self { stage: stage(size), open: None, ..self }
    }

    /// Another window on the same logbook: its own screens, its own connection, its own ids.
    pub fn another_window(&self) -> Self {
        let mut stage = stage(self.stage.app.size);
        (stage.at, stage.count) = (self.stage.at, 0x10_000);
        let clock = Clock::at("2026-11-23T20:10:00+07:00", 2);
        Self { stage, full: false, esc_at: None, folder: Rc::clone(&self.folder), open: None, clock, seen: 0 }
    }

    /// An incident that is there already, written by another program.
    pub fn with_incident(&mut self) {
        self.add(Kind::Incident, Value::Object(incident("Mất xe ở chợ")));
    }

    /// A record that is there already.
    pub fn add(&mut self, kind: Kind, fields: Value) {
        let path = self.folder.path().join("log");
        let (book, who) = session::sign_in(&path, None, PASSWORD, Mode::Write).unwrap();
        let (id, record, input) = (mint(&mut self.clock), mint(&mut self.clock), object(fields));
        write::create(&book, &who, &write::Form { id, record, kind, input: &input }, &mut self.clock).unwrap();
    }

    /// A desk that trusts this post and is its receiver.
    pub fn with_desk(&mut self) {
        let root = self.folder.path();
        let desk = common::desk(&root.join("desk"), &mut self.clock);
        let (book, who) = session::sign_in(&root.join("log"), None, PASSWORD, Mode::Write).unwrap();
        let card = week::card(&book, &who).unwrap();
        desk::trust(&desk.book, &desk.who, &card, None, &mut self.clock).unwrap();
        week::set_receiver(&book, &who, &week::card(&desk.book, &desk.who).unwrap(), None).unwrap();
    }

    /// An officer who can take over, Phạm Văn Dũng.
    pub fn with_officer(&mut self) {
        let path = self.folder.path().join("log");
        let (book, who) = session::sign_in(&path, None, PASSWORD, Mode::Write).unwrap();
        let (name, role) = ("Phạm Văn Dũng", Role::Officer);
        let new = registers::NewOfficer { name, role, rank: None, number: None, password: NEXT, work: WORK };
        registers::add_officer(&book, &who, &new, &mut self.clock).unwrap();
        self.stage.app.door.logins.push("pham-van-dung".into());
        self.seen = book.own_head().unwrap().seq;
    }

    /// Another window counts the strength anew.
    pub fn count_elsewhere(&mut self) {
        let (book, who) = self.open.as_ref().unwrap();
        let record = book.open_shift().unwrap().unwrap();
        let (input, id) = (object(json!({"present": 4})), mint(&mut self.clock));
        let amendment = write::Amendment { id, record, input: &input, why: "đếm lại", base: None };
        write::amend(book, who, &amendment, &mut self.clock).unwrap();
    }

    /// What the journal says since the last look: act and kind of each entry.
    pub fn journal(&mut self) -> Vec<String> {
        let (book, _) = self.open.as_ref().unwrap();
        let (mut said, from) = (Vec::new(), self.seen + 1);
        let mut each = |seq, line: &[u8]| {
            let entry = Entry::from_line(line)?;
            said.push(format!("{} {}", entry.act.name(), entry.kind));
            self.seen = seq;
            Ok(())
        };
        book.each_line(&book.own().journal, from, &mut each).unwrap();
        said
    }

    /// How many backups lie in the logbook's own folder.
    pub fn backups(&self) -> usize {
        std::fs::read_dir(self.open.as_ref().unwrap().0.folder().backups()).unwrap().count()
    }

    /// The desk takes in what lies in this folder beside the logbook; where its receipt lies.
    pub fn receive(&mut self, name: &str) -> String {
        let from = [self.path(name).into()];
        let path = self.folder.path().join("desk");
        let (book, who) = session::sign_in(&path, None, PASSWORD, Mode::Write).unwrap();
        let run = desk::receive(&book, &who, (&from, None), &mut self.clock, &mut |_| Ok(())).unwrap();
        run.files[0].receipt.as_ref().unwrap().display().to_string()
    }

    /// What `check` says: codes and records.
    pub fn checked(&self) -> Vec<String> {
        let (book, who) = self.open.as_ref().unwrap();
        let all = look::check(book, who, (None, None), self.stage.at).unwrap();
        let said = |one: &look::Checked| {
            let number = one.row.number.trim_start_matches("LDG-P2-").to_owned();
            one.findings.iter().map(|finding| format!("{} {number}", finding.code)).collect::<Vec<_>>()
        };
        all.iter().flat_map(said).collect()
    }

    /// Codes of what the rules found at the desk.
    pub fn desk_found(&self) -> Vec<String> {
        let path = self.folder.path().join("desk");
        let (book, who) = session::sign_in(&path, None, PASSWORD, Mode::Write).unwrap();
        let posts = desk::posts(&book, &who, self.stage.at).unwrap();
        posts.into_iter().flat_map(|post| post.findings).map(|remark| remark.code).collect()
    }

    /// A clerk at the desk asks for something about a record; it goes with the next receipt.
    pub fn desk_asks(&mut self, number: &str, text: &str) {
        let path = self.folder.path().join("desk");
        let (book, who) = session::sign_in(&path, None, PASSWORD, Mode::Write).unwrap();
        desk::request(&book, &who, ("LDG-P2", number, None), text, &mut self.clock).unwrap();
    }

    /// A desk that knows nothing of this post; where its card lies.
    pub fn card_of_a_desk(&mut self) -> String {
        let desk = common::desk(&self.folder.path().join("desk"), &mut self.clock);
        let card = week::card(&desk.book, &desk.who).unwrap();
        std::fs::write(self.path("desk.txt"), card.to_text()).unwrap();
        self.path("desk.txt")
    }

    /// The files in a folder beside the logbook, in order.
    pub fn files(&self, name: &str) -> Vec<String> {
        let files = std::fs::read_dir(self.path(name)).unwrap().flatten();
        let mut names: Vec<_> = files.map(|file| file.file_name().into_string().unwrap()).collect();
        names.sort();
        names
    }

    /// A path beside the logbook, as it is typed.
    pub fn path(&self, name: &str) -> String {
        self.folder.path().join(name).display().to_string()
    }

    /// Another window opens a shift.
    pub fn open_shift_elsewhere(&mut self) {
        let (book, who) = self.open.as_ref().unwrap();
        let ids = (mint(&mut self.clock), mint(&mut self.clock));
        let input = object(
            serde_json::json!({"present": 5, "planned_start": "2026-11-23T19:00:00+07:00", "planned_end": "2026-11-24T07:00:00+07:00"}),
        );
        shift::open(book, who, ids, &input, &mut self.clock).unwrap();
    }

    /// The content of a record, as the logbook has it.
    pub fn content(&self, number: &str) -> Map<String, Value> {
        let (book, _) = self.open.as_ref().unwrap();
        let record = book.resolve(number).unwrap();
        book.record(&record).unwrap().data.0
    }

    /// The id of a record, as other records name it.
    pub fn id(&self, number: &str) -> Value {
        Value::from(self.open.as_ref().unwrap().0.resolve(number).unwrap().to_string())
    }

    /// Every entry on a record, oldest first.
    pub fn history(&self, number: &str) -> Vec<Version> {
        let (book, _) = self.open.as_ref().unwrap();
        book.history(&book.resolve(number).unwrap()).unwrap()
    }

    /// How the whole logbook is.
    pub fn health(&self) -> Health {
        self.open.as_ref().unwrap().0.check().unwrap()
    }

    /// The access log: what and why.
    pub fn accesses(&self) -> Vec<String> {
        let (book, who) = self.open.as_ref().unwrap();
        let all = look::accesses(book, who, None, None).unwrap();
        let text = |seen: &trucban::logbook::Seen, key: &str| seen.0[key].as_str().unwrap_or_default().to_owned();
        all.iter().map(|seen| format!("{}: {}", text(seen, "what"), text(seen, "why"))).collect()
    }

    /// Somebody with the key changes what is derived from the journal.
    pub fn break_the_views(&self) {
        let folder = self.folder.path().join("log");
        let key = trucban::logbook::unlock_key(&folder, "nguyen-van-an", PASSWORD).unwrap().remove(0);
        let db = rusqlite::Connection::open(folder.join("logbook.db")).unwrap();
        db.execute_batch("PRAGMA cipher_log_level = NONE").unwrap();
        db.execute_batch(&format!("PRAGMA key = \"x'{}'\"", *key.hex())).unwrap();
        db.execute("UPDATE records SET title = 'Khác' WHERE kind = 'incident'", []).unwrap();
    }

    /// The journal has so many entries of a kind and an act.
    pub fn journal_holds(&self, kind: &str, act: &str, count: usize) {
        let (book, _) = self.open.as_ref().unwrap();
        let journal = book.own().journal;
        let mut found = 0;
        book.each_line(&journal, 1, |_, line| {
            let entry: serde_json::Value = serde_json::from_slice(line).unwrap();
            found += usize::from(entry["kind"] == kind && entry["act"] == act);
            Ok(())
        })
        .unwrap();
        assert_eq!(found, count, "{kind} {act}");
    }

    /// Types the password, opens and goes on to the log.
    pub fn unlock(&mut self) {
        self.sign_in();
        self.keys("F7");
    }

    /// Types the password and opens.
    pub fn sign_in(&mut self) {
        self.keys(&format!("\"{PASSWORD}\" Enter"));
    }

    /// Chooses the officer who stands so far down, types a password and opens.
    pub fn sign_in_as(&mut self, nth: usize, password: &str) {
        self.keys(&format!("Up Up {} \"{password}\" Enter", "Down ".repeat(nth)));
    }

    /// A script; what it asks for is done after each key.
    pub fn keys(&mut self, script: &str) {
        for key in super::stage::script_keys(script) {
            self.stage.tell(Msg::Key(key));
            self.serve();
        }
    }

    /// Does what is wanted until nothing is.
    pub fn serve(&mut self) {
        while !self.stage.effects.is_empty() {
            for effect in self.stage.taken() {
                if let Some(answer) = self.answer(effect) {
                    self.stage.tell(answer);
                }
            }
        }
    }

    /// The window has this text somewhere.
    pub fn says(&self, text: &str) {
        let screen = self.stage.text();
        assert!(screen.contains(text), "no {text:?} in\n{screen}");
    }

    /// The window has this text nowhere.
    pub fn says_not(&self, text: &str) {
        let screen = self.stage.text();
        assert!(!screen.contains(text), "{text:?} in\n{screen}");
    }

    fn answer(&mut self, effect: Effect) -> Option<Msg> {
        Some(match effect {
            Effect::Unlock { login, password } => Msg::Unlocked(self.opened(&login, &password.0).map(Box::new)),
            Effect::Lock => {
                self.open = None;
                return None;
            }
            Effect::Save(save) if self.full => Msg::Saved(save.ticket, Err(disk_fault().into())),
            Effect::KeepDraft { .. } if self.full => Msg::DraftKept(Err(disk_fault())),
            Effect::Shift(Ask::Step { .. }) if self.full => Msg::Shift(Told::Stepped(Err(disk_fault().into()))),
            Effect::Save(save) => {
                let (book, who) = self.open.as_ref()?;
                Msg::Saved(save.ticket, deeds::write(book, who, &save, &mut self.clock))
            }
            Effect::Shift(ask) => {
                let (book, who) = self.open.as_ref()?;
                Msg::Shift(shifts::answer(book, who, &ask, &mut self.clock))
            }
            Effect::Reveal { record, why } => {
                let (book, who) = self.open.as_ref()?;
                let shown = look::show(book, who, &record.to_string());
                Msg::Revealed(record, shown.and_then(|shown| look::reveal(book, who, &shown, &why, &mut self.clock)))
            }
            Effect::KeepDraft { key, body } => {
                let (book, who) = self.open.as_ref()?;
                let draft = Draft { key, officer: who.officer, at: self.stage.at, body };
                Msg::DraftKept(book.save_draft(&draft).map(|()| draft))
            }
            Effect::DropDraft { key } => {
                let (book, who) = self.open.as_ref()?;
                book.drop_draft(&who.officer, &key).unwrap();
                return None;
            }
            Effect::FindPersons { ticket, words, why } => {
                let (book, who) = self.open.as_ref()?;
                let begun = look::find_persons(book, who, (&words, &why), &mut self.clock);
                Msg::Persons(ticket, begun.map(|search| (Box::new(search.clone()), search.begun())))
            }
            Effect::Persons { ticket, mut search } => {
                let (book, _) = self.open.as_ref()?;
                let slice = search.slice(book);
                Msg::Persons(ticket, slice.map(|slice| (search, slice.unwrap())))
            }
            effect => return self.look(&effect).or_else(|| self.work(effect)),
        })
    }

    /// What is only read.
    fn look(&self, effect: &Effect) -> Option<Msg> {
        let (book, who) = self.open.as_ref()?;
        Some(match effect {
            Effect::Page { generation, filter } => {
                Msg::Page(*generation, look::register(book, who, filter, self.stage.at))
            }
            Effect::Recall { kind } => Msg::Recalled(*kind, look::own_newest(book, who, *kind)),
            Effect::Seek { ticket, filter } => Msg::Sought(*ticket, look::list(book, who, filter)),
            Effect::Board { at } => Msg::Board(board::board(book, who, *at).map(Box::new)),
            Effect::Office(Asking::Figures(asked)) => {
                Msg::Office(Office::Figures(*asked, office::figures(book, who, *asked, self.stage.app.now)))
            }
            Effect::Office(ask @ Asking::Look(room)) if ask.is_read() => {
                Msg::Office(Office::Seen(*room, office::read(book, who, *room, self.stage.at)))
            }
            Effect::Patrols { at, also } => Msg::Patrols(patrol::tours(book, who, *also, *at)),
            Effect::Detail { record } => {
                Msg::Detail(opened::detail(book, who, record, self.stage.app.now).map(Box::new))
            }
            _ => return None,
        })
    }

    /// Work that says how far it is.
    fn work(&mut self, effect: Effect) -> Option<Msg> {
        let (stop, esc) = (Stop::default(), self.esc_at);
        let (book, who) = self.open.as_mut()?;
        let mut watched = watch(&mut self.stage, &stop, esc);
        Some(match effect {
            Effect::Week(ask) => Msg::Week(weeks::answer(book, who, &ask, &mut self.clock, &mut watched)),
            Effect::Csv { filter, path, lang } => {
                Msg::Csv(lists::list(book, who, (&filter, &path, lang), &mut self.clock, &mut watched))
            }
            Effect::Office(ask) => Msg::Office(office::answer(book, who, &ask, &mut self.clock, (&stop, &mut watched))),
            _ => return None,
        })
    }

    fn opened(&mut self, login: &str, password: &str) -> Outcome<Opened> {
        let (book, who) = session::sign_in(&self.folder.path().join("log"), Some(login), password, Mode::Write)?;
        let opened = opened::opened(&book, &who)?;
        self.open = Some((book, who));
        Ok(opened)
    }
}

/// Says how far work is, and ends it there once the screens want it stopped.
fn watch(stage: &mut Stage, stop: &Stop, esc: Option<u64>) -> impl FnMut(Progress) -> Outcome<()> {
    move |going: Progress| {
        stage.tell(Msg::Going(going));
        if esc == Some(going.done) {
            stage.keys("Esc");
        }
        if stage.effects.iter().any(|effect| matches!(effect, Effect::Stop)) {
            stage.taken();
            stop.set();
        }
        stop.check()
    }
}

/// What the logbook says when the disk takes nothing.
fn disk_fault() -> Fault {
    Fault::new(Trouble::Disk, "E040")
}

fn stage(size: (u16, u16)) -> Stage {
    let door =
        Door { logins: vec!["nguyen-van-an".into()], login: None, demo: None, first: None, theme: Theme::Terminal };
    Stage::at_door(door, Lang::Vi, size)
}

fn mint(clock: &mut Clock) -> uuid::Uuid {
    trucban::journal::Mint::id(clock)
}
