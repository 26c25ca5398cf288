//! Keys of a logbook: each officer's own identity under a password, and the database key, encrypted to every active
//! officer and to the recovery paper. The paper itself is never stored.

use std::path::Path;

use uuid::Uuid;
use zeroize::Zeroizing;

use super::{Folder, Logbook, Own, files, sql, tar};
use crate::fault::{Fault, Kind, Outcome};
use crate::seal::{self, Identity};
use crate::text::fold;

/// Shortest password, in characters.
const SHORTEST: usize = 10;
/// No key file is larger.
pub(super) const LARGEST: u64 = 1024 * 1024;

/// The key of the database.
#[derive(Clone, PartialEq, Eq)]
pub struct Key(Zeroizing<[u8; 32]>);

impl Key {
    /// A new random key.
    ///
    /// # Errors
    /// A bug: the system gives no randomness.
    pub fn generate() -> Outcome<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        getrandom::fill(bytes.as_mut_slice()).map_err(Fault::bug)?;
        Ok(Self(bytes))
    }

    /// Reads 64 hex digits.
    #[must_use]
    pub fn parse(line: &str) -> Option<Self> {
        let mut bytes = Zeroizing::new([0; 32]);
        hex::decode_to_slice(line, bytes.as_mut_slice()).ok()?;
        Some(Self(bytes))
    }

    /// 64 hex digits.
    #[must_use]
    pub fn hex(&self) -> Zeroizing<String> {
        Zeroizing::new(hex::encode(self.0.as_slice()))
    }

    /// `PRAGMA key` or `PRAGMA rekey` with this key.
    pub(super) fn pragma(&self, verb: &str) -> Zeroizing<String> {
        Zeroizing::new(format!("PRAGMA {verb} = \"x'{}'\"", *self.hex()))
    }
}

impl std::fmt::Debug for Key {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Key")
    }
}

/// Who can sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Login {
    /// The name of the key file.
    pub login: String,
    /// The officer.
    pub officer: Uuid,
    /// Not disabled.
    pub active: bool,
}

/// The logins of a folder, by their key files: all that can be known before a password is given.
#[must_use]
pub fn logins_in(folder: &Path) -> Vec<String> {
    let names = std::fs::read_dir(folder.join("keys")).into_iter().flatten().flatten();
    let mut logins: Vec<String> = names
        .filter_map(|file| file.file_name().to_str().and_then(|name| name.strip_suffix(".age")).map(str::to_owned))
        .filter(|login| login != "logbook" && !login.starts_with('.'))
        .collect();
    logins.sort();
    logins
}

/// The login that somebody means by a login or by a name as it is written.
#[must_use]
pub fn login_for(name: &str, logins: &[String]) -> Option<String> {
    let meant = |login: &&String| login.as_str() == name.trim() || **login == slug(name, &[]);
    logins.iter().find(meant).cloned()
}

/// The database keys that this password opens, to be tried in turn (two while a rekey runs).
///
/// # Errors
/// E020 wrong password, E022 no such officer, E027 damaged key files.
pub fn unlock_key(folder: &Path, login: &str, password: &str) -> Outcome<Vec<Key>> {
    if !logins_in(folder).iter().any(|known| known == login) {
        return Err(Fault::new(Kind::Right, "E022").with("name", login));
    }
    let sealed = files::read(&folder.join("keys").join(format!("{login}.age")), LARGEST, "E027")?;
    let secret = seal::unlock(&normal(password), &sealed)?;
    let text = std::str::from_utf8(&secret).map_err(|e| Fault::new(Kind::Data, "E027").because(e))?;
    open_with(folder, &Identity::parse(text.trim()).map_err(|e| Fault::new(Kind::Data, "E027").because(e))?)
}

/// The database keys that an identity opens: an officer's, or the recovery paper.
///
/// # Errors
/// E027 damaged or not for this identity.
pub fn open_with(folder: &Path, identity: &Identity) -> Outcome<Vec<Key>> {
    let sealed = files::read(&folder.join("keys").join("logbook.age"), LARGEST, "E027")?;
    let damaged = |e: Fault| Fault::new(Kind::Data, "E027").because(e);
    let lines = seal::decrypt(std::slice::from_ref(identity), &sealed).map_err(damaged)?;
    let text = std::str::from_utf8(&lines).map_err(|e| Fault::new(Kind::Data, "E027").because(e))?;
    let keys: Vec<Key> = text.lines().filter_map(|line| Key::parse(line.trim())).collect();
    if keys.is_empty() { Err(Fault::new(Kind::Data, "E027")) } else { Ok(keys) }
}

/// Every key file of a folder, by name: what a backup holds beside the database.
pub(super) fn files_in(folder: &Folder) -> Outcome<Vec<(String, Vec<u8>)>> {
    let names = logins_in(folder.path()).into_iter().chain(std::iter::once("logbook".to_owned()));
    let read = |name: String| {
        let name = format!("{name}.age");
        files::read(&folder.path().join("keys").join(&name), LARGEST, "E027").map(|bytes| (name, bytes))
    };
    // Whatever else somebody laid there under a name that a tar can't hold is none of ours.
    names.filter(|name| tar::header(name, 0).is_some()).map(read).collect()
}

/// A password as it is used, however it was typed.
fn normal(password: &str) -> Zeroizing<String> {
    use unicode_normalization::UnicodeNormalization as _;
    Zeroizing::new(password.nfc().collect())
}

/// Whether a password is long enough.
///
/// # Errors
/// E025.
pub fn check_password(password: &str) -> Outcome<()> {
    let enough = normal(password).chars().count() >= SHORTEST;
    if enough { Ok(()) } else { Err(Fault::new(Kind::Use, "E025").with("min", SHORTEST)) }
}

/// An officer's identity under a password, as the key file holds it.
fn sealed_login(identity: &Identity, password: &str, work: u8) -> Outcome<Vec<u8>> {
    let mut text = identity.secret();
    text.push('\n');
    seal::lock(&normal(password), text.as_bytes(), work)
}

/// ASCII slug of a name, not yet taken.
fn slug(name: &str, taken: &[String]) -> String {
    let words: Vec<String> = fold::words(&fold::folded(name))
        .map(|word| word.chars().filter(char::is_ascii_alphanumeric).collect())
        .filter(|word: &String| !word.is_empty())
        .collect();
    let base: String = words.join("-").chars().take(32).collect();
    let base = if base.is_empty() || base == "logbook" { "officer".to_owned() } else { base };
    let free = |login: &String| !taken.contains(login);
    std::iter::once(base.clone()).chain((2..=taken.len() + 2).map(|n| format!("{base}-{n}"))).find(free).unwrap_or(base)
}

impl Logbook {
    /// Makes the folder, keys and database of a new logbook, with the first entries that `register` writes under its
    /// first login: all of it, or nothing. The recovery identity opens it from then on and is kept nowhere. Returns the
    /// logbook with that login.
    ///
    /// # Errors
    /// E024 folder not empty, E025 password too short, E042; those of `register`.
    pub fn create(
        folder: &Path,
        own: Own,
        (officer, name): (Uuid, &str),
        password: &str,
        work: u8,
        recovery: &Identity,
        register: impl FnOnce(&Self, &str) -> Outcome<()>,
    ) -> Outcome<(Self, String)> {
        check_password(password)?;
        let login = slug(name, &[]);
        let identity = Identity::generate();
        let sealed = sealed_login(&identity, password, work)?;
        let path = folder;
        let folder = Folder::create(path)?;
        let made = Self::make(folder, &Key::generate()?, own, |book| {
            book.keep("recovery", &recovery.recipient())?;
            book.keep("signing", &seal::SigningKey::generate()?.to_openssh()?)?;
            book.keep("identity", &Identity::generate().secret())?;
            book.put_login(&login, &officer, &identity.recipient())?;
            register(book, &login)?;
            book.write_key(&[&book.key])?;
            book.show_demo()?;
            files::write(&book.key_file(&login), &sealed)
        });
        if made.is_err() {
            Folder::discard(path);
        }
        made.map(|book| (book, login))
    }

    /// Whether one of these keys opens this logbook.
    #[must_use]
    pub fn is_opened_by(&self, keys: &[Key]) -> bool {
        keys.contains(&self.key)
    }

    /// Lets an officer sign in, together with what `register` writes about them. Returns the login.
    ///
    /// # Errors
    /// E025, E042, and those of `register`; then the officer can't sign in and nothing is written about them.
    pub fn add_login<T>(
        &self,
        officer: &Uuid,
        name: &str,
        password: &str,
        work: u8,
        register: impl FnOnce(&Self) -> Outcome<T>,
    ) -> Outcome<String> {
        check_password(password)?;
        let identity = Identity::generate();
        let sealed = sealed_login(&identity, password, work)?;
        // The key files follow from the database while nobody else can write it, so that two windows never write
        // them from different lists. What a power cut leaves of them belongs to nobody and is written over.
        self.write(|book| {
            let taken: Vec<String> = book.logins()?.into_iter().map(|login| login.login).collect();
            let login = slug(name, &taken);
            register(book)?;
            book.put_login(&login, officer, &identity.recipient())?;
            book.write_key(&[&book.key])?;
            files::write(&book.key_file(&login), &sealed)?;
            Ok(login)
        })
    }

    /// Gives a login a new password; nobody else's is needed.
    ///
    /// # Errors
    /// E022, E025, E042.
    pub fn change_password(&self, login: &str, password: &str, work: u8) -> Outcome<()> {
        check_password(password)?;
        let identity = Identity::generate();
        let sealed = sealed_login(&identity, password, work)?;
        let missing = || Fault::new(Kind::Finding, "E022").with("name", login);
        // First the key opens for both and the database knows both: whatever happens in between, and whoever writes
        // the key file next, one of the two passwords is a way in.
        self.write(|book| {
            let both = "UPDATE logins SET recipient = recipient || ' ' || ?2 WHERE login = ?1 AND active = 1";
            let found = book.db.execute(both, (login, identity.recipient())).map_err(sql::fault)?;
            if found == 0 { Err(missing()) } else { book.write_key(&[&book.key]) }
        })?;
        self.write(|book| {
            files::write(&book.key_file(login), &sealed)?;
            let only = "UPDATE logins SET recipient = ?2 WHERE login = ?1";
            book.db.execute(only, (login, identity.recipient())).map_err(sql::fault)?;
            book.write_key(&[&book.key])
        })
    }

    /// Another recovery paper opens this logbook from now on, and the one before opens it no more; written together with
    /// what `register` writes about that.
    ///
    /// # Errors
    /// E042; those of `register`.
    pub fn set_recovery(&self, recovery: &Identity, register: impl FnOnce(&Self) -> Outcome<()>) -> Outcome<()> {
        self.write(|book| {
            book.keep("recovery", &recovery.recipient())?;
            register(book)?;
            book.write_key(&[&book.key])
        })
    }

    /// Who can sign in, or could.
    ///
    /// # Errors
    /// Those of the database.
    pub fn logins(&self) -> Outcome<Vec<Login>> {
        let mut all =
            self.db.prepare("SELECT login, officer, active FROM logins ORDER BY login").map_err(sql::fault)?;
        let rows = all.query_map([], |row| {
            Ok(Login { login: row.get(0)?, officer: Uuid::from_bytes(row.get(1)?), active: row.get(2)? })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    fn put_login(&self, login: &str, officer: &Uuid, recipient: &str) -> Outcome<()> {
        let put = "INSERT INTO logins (login, officer, recipient) VALUES (?1, ?2, ?3)";
        self.db.execute(put, (login, sql::blob(officer), recipient)).map_err(sql::fault)?;
        Ok(())
    }

    pub(super) fn key_file(&self, login: &str) -> std::path::PathBuf {
        self.folder.path().join("keys").join(format!("{login}.age"))
    }

    pub(super) const fn key(&self) -> &Key {
        &self.key
    }

    /// Writes keys/logbook.age anew, for every active officer and the recovery paper. Within a write.
    pub(super) fn write_key(&self, keys: &[&Key]) -> Outcome<()> {
        self.in_write()?;
        let mut all = self.db.prepare("SELECT recipient FROM logins WHERE active = 1").map_err(sql::fault)?;
        let rows = all.query_map([], |row| row.get::<_, String>(0)).map_err(sql::fault)?;
        let rows: Vec<String> = rows.collect::<Result<_, _>>().map_err(sql::fault)?;
        // Two of them while a password is being changed.
        let mut recipients: Vec<String> = rows.iter().flat_map(|row| row.split(' ')).map(str::to_owned).collect();
        recipients.extend(self.kept("recovery")?.map(|recipient| recipient.to_string()));
        // Sized beforehand: a growing buffer would leave copies of the keys behind.
        let mut lines = Zeroizing::new(String::with_capacity(80 * keys.len()));
        for key in keys {
            lines.push_str(&key.hex());
            lines.push('\n');
        }
        let sealed = seal::encrypt(&recipients, lines.as_bytes())?;
        files::write(&self.folder.path().join("keys").join("logbook.age"), &sealed)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn logins_are_ascii_and_unique() {
        assert_eq!(slug("Nguyễn Văn Đạt", &[]), "nguyen-van-dat");
        assert_eq!(slug("Nguyễn Văn Đạt", &["nguyen-van-dat".into()]), "nguyen-van-dat-2");
        assert_eq!(slug("///", &[]), "officer");
        assert_eq!(slug("logbook", &[]), "officer");
    }
}
