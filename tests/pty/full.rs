//! A full disk: the draft is written into the room set aside for it, then the form stays and says that nothing is
//! saved, and all goes well again once there is room.

use std::fs;
use std::io::Write as _;
use std::path::PathBuf;
use std::process::Command;

use tempfile::TempDir;

use crate::drafts::kept;
use crate::post::{ENTER, F2, field, incident, letters, logbook, program, row, unlock};
use crate::pty::Terminal;

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

    /// The title in the draft, as a copy of the disk has it.
    fn draft(&self) -> String {
        let copy = tempfile::tempdir().unwrap();
        fs::create_dir(copy.path().join("keys")).unwrap();
        let keys = fs::read_dir(self.folder.join("keys")).unwrap().map(|key| key.unwrap().file_name());
        let keys = keys.map(|name| PathBuf::from("keys").join(name));
        for name in keys.chain(["logbook.db".into(), "logbook.db-wal".into()]) {
            fs::copy(self.folder.join(&name), copy.path().join(&name)).unwrap();
        }
        kept(&copy)
    }
}

#[test]
fn a_full_disk_costs_no_word_and_is_said() {
    let (logbook, mount) = (logbook(), tempfile::tempdir().unwrap());
    let Some(disk) = SmallDisk::new(&logbook, &mount) else {
        eprintln!("SKIPPED: no mount namespaces here");
        return;
    };
    let terminal = &disk.terminal;
    incident(terminal, "Area*");
    terminal.keys(letters("tdp 4"));
    terminal.send(ENTER);
    field(terminal, "Title*");
    terminal.keys(letters("Mất xe"));
    terminal.wait_for("draft ");
    assert!(disk.reserve());

    disk.fill();
    terminal.keys(letters(" máy"));
    for _ in 0..100 {
        if !disk.reserve() {
            break;
        }
        std::thread::sleep(std::time::Duration::from_millis(50));
    }
    assert!(!disk.reserve(), "the room set aside is given up");
    terminal.settle();
    assert_eq!(disk.draft(), "Mất xe máy");

    disk.fill();
    terminal.keys(letters(" cũ"));
    terminal.wait_for("not saved: nothing goes to the disk since");
    assert!(row(terminal, "›Title*").contains("Mất xe máy cũ"), "typing goes on");
    terminal.send(F2);
    terminal.wait_for("The disk did not take");
    terminal.send(ENTER);

    fs::remove_file(disk.folder.join("filler")).unwrap();
    terminal.wait("draft", |screen| !screen.contents().contains("not saved") && screen.contents().contains("draft "));
    assert!(row(terminal, "›Title*").contains("Mất xe máy cũ"));
    terminal.send(F2);
    terminal.wait_for("Saved VV-2026-000001");
    assert!(disk.reserve(), "and set aside again");
}
