//! Ways in: passwords, more officers, the recovery paper; and that there is one whatever is interrupted.

use std::fs;

use trucban::acts::registers::{NewOfficer, add_officer, new_recovery, set_password};
use trucban::acts::session::sign_in;
use trucban::acts::{Role, keep};
use trucban::fault::Kind as Trouble;
use trucban::logbook::{Mode, logins_in, unlock_key};

use crate::bench::Bench;
use crate::common::{PASSWORD, WORK};

fn code(bench: &Bench, login: &str, password: &str) -> Option<&'static str> {
    sign_in(&bench.path(), Some(login), password, Mode::Write).err().map(|fault| fault.code)
}

fn officer(bench: &mut Bench, name: &str, password: &str) -> String {
    let new = NewOfficer { name, role: Role::Officer, rank: None, number: None, password, work: WORK };
    add_officer(&bench.book, &bench.who, &new, &mut bench.mint).unwrap()
}

#[test]
fn only_the_right_password_opens_however_it_is_typed() {
    let bench = Bench::new();
    let decomposed = "ma\u{323}\u{302}t kha\u{302}\u{309}u thu\u{31b}\u{309}";
    assert_ne!(decomposed, PASSWORD);
    for right in [PASSWORD, decomposed] {
        assert_eq!(code(&bench, "nguyen-van-an", right), None);
        assert_eq!(code(&bench, "Nguyễn Văn An", right), None, "by name too");
    }
    for wrong in ["mat khau thu", "", "mật khẩu thử ", "MẬT KHẨU THỬ"] {
        assert_eq!(code(&bench, "nguyen-van-an", wrong), Some("E020"), "{wrong:?}");
    }
    for nobody in ["ai-do", "logbook", "../keys/nguyen-van-an", "", "nguyen-van-an.age"] {
        assert_eq!(code(&bench, nobody, PASSWORD), Some("E022"), "{nobody:?}");
    }
    let fault = sign_in(&bench.path(), None, PASSWORD, Mode::Read);
    assert!(fault.is_ok(), "where only one can sign in, nobody need say who");
}

#[test]
fn a_new_password_takes_the_place_of_the_old_one_and_of_no_one_elses() {
    let mut bench = Bench::new();
    let login = officer(&mut bench, "Phạm Văn Dũng", "mật khẩu thứ hai");
    assert_eq!(login, "pham-van-dung");
    assert_eq!(officer(&mut bench, "Phạm Văn Dũng", "mật khẩu thứ ba"), "pham-van-dung-2", "two of one name");
    let short = set_password(&bench.book, &bench.who, None, "ngắn", WORK).unwrap_err();
    assert_eq!((short.code, short.kind), ("E025", Trouble::Use));
    set_password(&bench.book, &bench.who, None, "mật khẩu mới hẳn", WORK).unwrap();
    assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), Some("E020"));
    assert_eq!(code(&bench, "nguyen-van-an", "mật khẩu mới hẳn"), None);
    assert_eq!(code(&bench, "pham-van-dung", "mật khẩu thứ hai"), None);
    set_password(&bench.book, &bench.who, Some("pham-van-dung"), "do chỉ huy đặt lại", WORK).unwrap();
    assert_eq!(code(&bench, "pham-van-dung", "mật khẩu thứ hai"), Some("E020"));
    assert_eq!(code(&bench, "pham-van-dung", "do chỉ huy đặt lại"), None);
    assert_eq!(code(&bench, "pham-van-dung-2", "mật khẩu thứ ba"), None);
    let (other, dung) = sign_in(&bench.path(), Some("pham-van-dung"), "do chỉ huy đặt lại", Mode::Write).unwrap();
    assert_eq!(set_password(&other, &dung, Some("nguyen-van-an"), "mật khẩu trộm", WORK).unwrap_err().code, "E021");
    assert_eq!(
        set_password(&bench.book, &bench.who, Some("khong-ai"), "x".repeat(12).as_str(), WORK).unwrap_err().code,
        "E022"
    );
}

#[test]
fn the_paper_opens_and_a_new_paper_takes_its_place() {
    let mut bench = Bench::new();
    bench.create("Quên mật khẩu");
    let old = bench.recovery.clone();
    let book = keep::open_with_paper(&bench.path(), &format!("# giấy khôi phục\n{old}\n")).unwrap();
    book.change_password("nguyen-van-an", "đặt lại bằng giấy", WORK).unwrap();
    drop(book);
    assert_eq!(code(&bench, "nguyen-van-an", "đặt lại bằng giấy"), None);
    let new = new_recovery(&bench.book, &bench.who, &mut bench.mint).unwrap();
    assert!(keep::open_with_paper(&bench.path(), &new).is_ok());
    for wrong in [old.as_str(), "", "AGE-SECRET-KEY-1QQ", "mật khẩu thử"] {
        assert_eq!(keep::open_with_paper(&bench.path(), wrong).err().unwrap().code, "E027", "{wrong:?}");
    }
}

#[test]
fn the_key_file_of_an_interrupted_officer_is_nobodys_and_is_written_over() {
    let mut bench = Bench::new();
    let keys = bench.path().join("keys");
    fs::copy(keys.join("nguyen-van-an.age"), keys.join("pham-van-dung.age")).unwrap();
    assert_eq!(logins_in(&bench.path()), ["nguyen-van-an", "pham-van-dung"]);
    assert_eq!(code(&bench, "pham-van-dung", PASSWORD), Some("E022"), "the register doesn't know them");
    assert_eq!(officer(&mut bench, "Phạm Văn Dũng", "mật khẩu thứ hai"), "pham-van-dung");
    assert_eq!(code(&bench, "pham-van-dung", "mật khẩu thứ hai"), None);
    assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), None);
}

#[test]
fn a_change_cut_short_leaves_the_old_password_and_survives_the_next_change_of_keys() {
    let mut bench = Bench::new();
    let file = bench.path().join("keys/nguyen-van-an.age");
    let old = fs::read(&file).unwrap();
    // As if the power went after the database knew of both and before the officer's own file was written.
    let first_half = |bench: &Bench| {
        let identity = trucban::seal::Identity::generate();
        let both = "UPDATE logins SET recipient = recipient || ' ' || ?1 WHERE login = 'nguyen-van-an'";
        bench.raw().execute(both, [identity.recipient()]).unwrap();
    };
    first_half(&bench);
    officer(&mut bench, "Phạm Văn Dũng", "mật khẩu thứ hai");
    assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), None, "another one's change wrote for both");
    set_password(&bench.book, &bench.who, None, "mật khẩu mới hẳn", WORK).unwrap();
    assert_eq!(code(&bench, "nguyen-van-an", "mật khẩu mới hẳn"), None);
    fs::write(&file, old).unwrap();
    assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), Some("E027"), "the old file opens nothing any more");
}

#[test]
fn damaged_key_files_are_named_and_never_followed() {
    let bench = Bench::new();
    let keys = bench.path().join("keys");
    let (own, shared) = (keys.join("nguyen-van-an.age"), keys.join("logbook.age"));
    for file in [&own, &shared] {
        let whole = fs::read(file).unwrap();
        for at in [0, 30, whole.len() / 2, whole.len() - 1] {
            let mut bad = whole.clone();
            bad[at] ^= 4;
            fs::write(file, bad).unwrap();
            let code = code(&bench, "nguyen-van-an", PASSWORD).unwrap();
            assert!(matches!(code, "E027" | "E020"), "{at}: {code}");
        }
        fs::write(file, vec![b'x'; 2 << 20]).unwrap();
        assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), Some("E027"), "too large");
        fs::write(file, b"").unwrap();
        assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), Some("E027"));
        fs::remove_file(file).unwrap();
        fs::create_dir(file).unwrap();
        assert!(code(&bench, "nguyen-van-an", PASSWORD).is_some());
        fs::remove_dir(file).unwrap();
        fs::write(file, &whole).unwrap();
        assert_eq!(code(&bench, "nguyen-van-an", PASSWORD), None);
    }
    assert_eq!(unlock_key(&bench.path(), "nguyen-van-an", PASSWORD).unwrap().len(), 1);
}

#[test]
fn of_two_keys_the_one_that_opens_is_taken() {
    let bench = Bench::new();
    let keys = vec![trucban::logbook::Key::generate().unwrap(), bench.key()];
    assert!(trucban::acts::session::open(&bench.path(), &keys, Mode::Write).is_ok());
    assert!(trucban::logbook::check_folder(&bench.path(), &keys).unwrap().is_ok());
    let wrong = &keys[..1];
    assert_eq!(trucban::acts::session::open(&bench.path(), wrong, Mode::Write).err().unwrap().code, "E043");
    assert!(!trucban::logbook::check_folder(&bench.path(), wrong).unwrap().is_ok());
}
