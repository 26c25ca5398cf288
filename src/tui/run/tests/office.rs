//! What wants the logbook for itself, in a window whose own reader has it open too.

use super::*;
use crate::acts::Role;
use crate::acts::registers::{NewOfficer, add_officer};
use crate::logbook::Stage;
use crate::tui::app::office::{self, Ask};

impl Bench {
    /// Another officer; the login.
    fn with_officer(&self) -> String {
        let (book, who) = session::sign_in(self.folder.path(), None, PASSWORD, Mode::Write).unwrap();
        let (name, role, password) = ("Phạm Văn Dũng", Role::Officer, "mật khẩu khác");
        let new = NewOfficer { name, role, rank: None, number: None, password, work: 15 };
        add_officer(&book, &who, &new, &mut Clock).unwrap()
    }

    /// Asks for something in the office; what is said to it, after how far it is.
    fn office(&mut self, ask: Ask) -> office::Told {
        self.hands.perform(Effect::Office(ask));
        loop {
            match self.msg() {
                Msg::Going(going) => assert_eq!(going.stage, Stage::Rekey),
                Msg::Office(told) => return told,
                other => panic!("{other:?}"),
            }
        }
    }

    /// The reader has a connection again and answers.
    fn reads_again(&mut self) {
        let Heard::Reader(book) = self.next() else { panic!("no connection for the reader") };
        self.hands.open_again(book);
        self.hands.perform(Effect::Page { generation: 7, filter: Box::new(Filter { limit: 5, ..Filter::default() }) });
        assert!(matches!(self.msg(), Msg::Page(7, Ok(_))));
    }
}

#[test]
fn an_officer_is_disabled_from_the_window_that_reads_and_writes_and_both_go_on() {
    let mut bench = Bench::new();
    let login = bench.with_officer();
    bench.unlock();
    let told = bench.office(Ask::Disable { login: login.clone() });
    assert!(matches!(told, office::Told::Done(Ok(_))), "{told:?}");
    bench.reads_again();
    bench.save("Sau khi đổi khóa", (Clock.id(), Clock.id())).unwrap();
    let nobody = session::sign_in(bench.folder.path(), Some(&login), "mật khẩu khác", Mode::Read);
    assert_eq!(nobody.err().unwrap().code, "E022");
}

#[test]
fn another_window_keeps_an_officer_from_being_disabled_and_nothing_else() {
    let mut bench = Bench::new();
    let login = bench.with_officer();
    let mut other = bench.another_window();
    bench.unlock();
    other.unlock();
    let office::Told::Done(Err(fault)) = bench.office(Ask::Disable { login: login.clone() }) else { panic!("done") };
    assert_eq!(fault.code, "E028");
    bench.reads_again();
    other.hands.perform(Effect::Lock);
    // It lets go of its two connections in its own time.
    let done = (0..2000).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        let told = bench.office(Ask::Disable { login: login.clone() });
        bench.reads_again();
        matches!(told, office::Told::Done(Ok(_)))
    });
    assert!(done);
}

#[test]
fn a_connection_that_comes_after_the_lock_is_not_kept() {
    let mut bench = Bench::new();
    let login = bench.with_officer();
    bench.unlock();
    assert!(matches!(bench.office(Ask::Disable { login }), office::Told::Done(Ok(_))));
    let Heard::Reader(book) = bench.next() else { panic!("no connection for the reader") };
    bench.hands.perform(Effect::Lock);
    bench.hands.open_again(book);
    bench.hands.settle().unwrap();
    let folder = crate::logbook::Folder::open(bench.folder.path()).unwrap();
    // The reader lets go of its first connection in its own time; a second one would stay.
    let alone = (0..2000).any(|_| {
        std::thread::sleep(Duration::from_millis(10));
        folder.alone(|| Ok(())).is_ok()
    });
    assert!(alone);
}
