//! A full disk: the draft is written into the room set aside for it, then the form stays and says that nothing is
//! saved, and all goes well again once there is room.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;
use trucban::record::Kind;
use trucban::tui::app::form::Purpose;
use trucban::words::{Lang, Words};

use crate::drafts::kept;
use crate::post::{
    ENTER, F2, busy, enter, field, first_incident, incident, letters, logbook, program, row, script, unlock,
};
use crate::pty::Terminal;
use crate::ways::FORMS;

/// A disk of its own for one program: a small tmpfs in a namespace of its own.
struct SmallDisk {
    terminal: Terminal,
    folder: PathBuf,
}

impl SmallDisk {
    /// None where this isn't allowed.
    fn new(logbook: &TempDir, mount: &TempDir) -> Option<Self> {
        let allowed = Command::new("unshare").args(["-rm", "mount", "-t", "tmpfs", "tmpfs"]).arg(mount.path()).status();
        if !allowed.is_ok_and(|status| status.success()) {
            return None;
        }
        let script = r#"mount -t tmpfs -o size=8m,mode=700 tmpfs "$1" && cp -r "$0"/. "$1" && shift && exec "$@""#;
        let mut inside = Command::new("unshare");
        inside.args(["-rm", "sh", "-c", script]).args([logbook.path(), mount.path()]);
        let program = program(mount.path());
        inside.arg(program.get_program()).args(program.get_args()).env("TERM", "xterm");
        let terminal = Terminal::open(&inside);
        terminal.wait_for("Password:");
        unlock(&terminal);
        let seen = format!("/proc/{}/root", terminal.pid());
        let folder = PathBuf::from(seen).join(mount.path().strip_prefix("/").unwrap());
        Some(Self { terminal, folder })
    }

    /// Takes all the room that is left.
    fn fill(&self) {
        let mut file = fs::File::options().append(true).create(true).open(self.folder.join("filler")).unwrap();
        for size in [64 * 1024, 4096, 1] {
            while file.write_all(&vec![0; size]).is_ok() {}
        }
    }

    fn reserve(&self) -> bool {
        self.folder.join("reserve").exists()
    }

    /// What the draft has at this path, as a copy of the disk has it.
    fn draft(&self, path: &str) -> String {
        let copy = tempfile::tempdir().unwrap();
        fs::create_dir(copy.path().join("keys")).unwrap();
        let keys = fs::read_dir(self.folder.join("keys")).unwrap().map(|key| key.unwrap().file_name());
        let keys = keys.map(|name| PathBuf::from("keys").join(name));
        for name in keys.chain(["logbook.db".into(), "logbook.db-wal".into()]) {
            fs::copy(self.folder.join(&name), copy.path().join(&name)).unwrap();
        }
        kept(&copy, path)
    }

    /// The disk gets full while somebody types: first the draft takes the room set aside for it, then the form stays and
    /// says since when nothing is on disk.
    fn fills_up(&self, label: &str, path: &str) {
        let terminal = &self.terminal;
        field(terminal, label);
        terminal.keys(letters("Mất xe"));
        terminal.wait_for("draft ");
        assert!(self.reserve());

        self.fill();
        terminal.keys(letters(" máy"));
        for _ in 0..100 {
            if !self.reserve() {
                break;
            }
            std::thread::sleep(std::time::Duration::from_millis(50));
        }
        assert!(!self.reserve(), "the room set aside is given up");
        terminal.settle();
        assert_eq!(self.draft(path), "Mất xe máy");

        self.fill();
        terminal.keys(letters(" cũ"));
        terminal.wait_for("not saved: nothing goes to the disk since");
        assert!(row(terminal, &format!("›{label}")).contains("Mất xe máy cũ"), "typing goes on");
    }

    /// There is room again, and the draft goes to the disk by itself.
    fn has_room_again(&self, label: &str) {
        fs::remove_file(self.folder.join("filler")).unwrap();
        let saved = |text: &str| !text.contains("not saved") && text.contains("draft ");
        self.terminal.wait("draft", |screen| saved(&screen.contents()));
        assert!(row(&self.terminal, &format!("›{label}")).contains("Mất xe máy cũ"));
    }
}

/// Runs on a small disk where that is allowed.
fn on_small_disk(logbook: &TempDir, test: impl FnOnce(&SmallDisk)) {
    let mount = tempfile::tempdir().unwrap();
    match SmallDisk::new(logbook, &mount) {
        Some(disk) => test(&disk),
        None => eprintln!("SKIPPED: no mount namespaces here"),
    }
}

#[test]
fn a_full_disk_costs_no_word_of_an_incident_and_it_is_saved_when_there_is_room() {
    on_small_disk(&logbook(), |disk| {
        let terminal = &disk.terminal;
        incident(terminal, "Area*");
        terminal.keys(letters("tdp 4"));
        terminal.send(ENTER);
        disk.fills_up("Title*", "title");
        terminal.send(F2);
        terminal.wait_for("The disk can't be written");
        terminal.send(ENTER);
        disk.has_room_again("Title*");
        terminal.send(F2);
        terminal.wait_for(&format!("Saved {}", first_incident()));
        assert!(disk.reserve(), "and set aside again");
    });
}

#[test]
fn a_full_disk_costs_no_word_of_any_form() {
    let words = Words::new(Lang::En);
    on_small_disk(&busy(), |disk| {
        let terminal = &disk.terminal;
        for way in FORMS.iter().filter(|way| way.busy && way.purpose != Purpose::Create(Kind::Incident)) {
            script(terminal, &format!("Esc Esc {}", way.keys));
            let label = way.label(&words);
            disk.fills_up(label, way.path);
            disk.has_room_again(label);
            // Whoever signs in sets the room aside again, and finds all of it.
            script(terminal, "Ctrl+L");
            terminal.wait_for("Locked.");
            enter(terminal);
            terminal.wait_for("Drafts not saved yet");
            assert!(disk.reserve());
            terminal.send(ENTER);
            terminal.wait_for("Mất xe máy cũ");
            script(terminal, "Esc Down Down Enter");
            terminal.wait_for("Draft dropped");
        }
    });
}
