//! The posts that a desk trusts, and their keys. A key belongs to one post for ever; revoked ones stay known, so that
//! what they signed is named for what it is.

use rusqlite::OptionalExtension as _;
use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::envelope;
use crate::record::Data;
use crate::record::when::{self, Moment};

/// What a key is worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum KeyState {
    /// It signs.
    Valid,
    /// It no longer signs; what it signed before stays good.
    Revoked,
    /// Nothing that it signed can be believed.
    Stolen,
}

impl KeyState {
    /// Its name, as JSON and the database write it.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Valid => "valid",
            Self::Revoked => "revoked",
            Self::Stolen => "stolen",
        }
    }
}

/// A post that reports to this desk.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Post {
    /// Code.
    pub unit: String,
    /// Name, as its card had it.
    pub name: String,
    /// To whom files for it are encrypted.
    pub recipient: String,
    /// Trusted since.
    pub since: Moment,
}

/// A key of a post.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PostKey {
    /// The public key, one `ssh-ed25519` line.
    pub key: String,
    /// What it is worth.
    pub state: KeyState,
    /// Known since.
    pub since: Moment,
    /// When it was revoked.
    pub revoked: Option<Moment>,
    /// Why; nothing where the post put another one in its place.
    pub why: Option<String>,
}

/// Why a key signs no more.
#[derive(Debug, Clone, Copy)]
pub struct Revocation<'a> {
    /// Somebody else has it: nothing that it ever signed can be believed.
    pub stolen: bool,
    /// Who revoked it; nobody where the post put another one in its place.
    pub officer: Option<Uuid>,
    /// When.
    pub at: Moment,
    /// The reason.
    pub why: Option<&'a str>,
}

impl Logbook {
    /// Every trusted post, in order of code.
    ///
    /// # Errors
    /// Those of the database.
    pub fn posts(&self) -> Outcome<Vec<Post>> {
        let all = "SELECT unit, name, recipient, since FROM posts ORDER BY unit";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map([], |row| {
            let since = when::from_seconds(row.get(3)?).unwrap_or_default();
            Ok(Post { unit: row.get(0)?, name: row.get(1)?, recipient: row.get(2)?, since })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The post to which a key belongs, and what the key is worth.
    ///
    /// # Errors
    /// Those of the database.
    pub fn post_key(&self, key: &str) -> Outcome<Option<(String, KeyState)>> {
        let find = "SELECT unit, state FROM post_keys WHERE key = ?1";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let found: Option<(String, String)> =
            find.query_row([key], |row| Ok((row.get(0)?, row.get(1)?))).optional().map_err(sql::fault)?;
        Ok(found.map(|(unit, state)| (unit, parse(&state))))
    }

    /// The post with this code, if it is trusted.
    ///
    /// # Errors
    /// Those of the database.
    pub fn post(&self, unit: &str) -> Outcome<Option<Post>> {
        Ok(self.posts()?.into_iter().find(|post| post.unit == unit))
    }

    /// What the record of a post about itself says in its newest version.
    ///
    /// # Errors
    /// Those of the database; E114 when the envelope is damaged.
    pub fn says_of_itself(&self, unit: &str) -> Outcome<Option<Data>> {
        let find = "SELECT f.bytes FROM records r JOIN envelopes f ON f.key = 2 * r.newest
                    WHERE r.unit = ?1 AND r.kind = 'unit' AND r.void = 0 ORDER BY r.told DESC, r.row DESC";
        let mut find = self.db.prepare_cached(find).map_err(sql::fault)?;
        let sheets = find.query_map([unit], |row| row.get::<_, Vec<u8>>(0)).map_err(sql::fault)?;
        for sheet in sheets {
            let data = Data(envelope::open(&sheet.map_err(sql::fault)?)?.data);
            // A post may keep records of other units.
            if data.text("code") == Some(unit) {
                return Ok(Some(data));
            }
        }
        Ok(None)
    }

    /// The keys of a post, the newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keys_of(&self, unit: &str) -> Outcome<Vec<PostKey>> {
        let all = "SELECT k.key, k.state, k.since, r.at, r.why FROM post_keys k
                   LEFT JOIN revocations r ON r.row = (SELECT max(row) FROM revocations WHERE key = k.key)
                   WHERE k.unit = ?1 ORDER BY k.rowid DESC";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map([unit], |row| {
            let (state, at): (String, Option<i64>) = (row.get(1)?, row.get(3)?);
            Ok(PostKey {
                key: row.get(0)?,
                state: parse(&state),
                since: when::from_seconds(row.get(2)?).unwrap_or_default(),
                revoked: at.and_then(when::from_seconds),
                why: row.get(4)?,
            })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// The keys of a post whose signature inside a batch is believed: all but stolen ones.
    ///
    /// # Errors
    /// Those of the database.
    pub fn believed(&self, unit: &str) -> Outcome<Vec<String>> {
        let keys = self.keys_of(unit)?.into_iter().filter(|known| known.state != KeyState::Stolen);
        Ok(keys.map(|known| known.key).collect())
    }

    /// Takes a key its worth: nothing that it signs from now on counts; of a stolen one, nothing that it ever signed.
    /// What is stolen stays stolen. Within a write. Whether anything changed.
    ///
    /// # Errors
    /// Those of the database.
    pub fn revoke(&self, key: &str, revocation: &Revocation<'_>) -> Outcome<bool> {
        self.in_write()?;
        let Revocation { stolen, officer, at, why } = *revocation;
        let state = if stolen { KeyState::Stolen } else { KeyState::Revoked }.name();
        let set = "UPDATE post_keys SET state = ?2 WHERE key = ?1 AND state <> 'stolen' AND state <> ?2";
        if self.db.execute(set, (key, state)).map_err(sql::fault)? == 0 {
            return Ok(false);
        }
        let put = "INSERT INTO revocations (key, stolen, officer, at, why) VALUES (?1, ?2, ?3, ?4, ?5)";
        let values = (key, stolen, officer.as_ref().map(sql::blob), when::seconds(at), why);
        self.db.execute(put, values).map_err(sql::fault)?;
        Ok(true)
    }

    /// Trusts a post. Taking the same card again renews its name. Another key is taken from a card only once every
    /// key so far is revoked; else it needs another way. Within a write.
    ///
    /// # Errors
    /// E125 when the post is trusted with another key, or the key is another post's; E104 when the key is revoked.
    pub fn put_post(&self, post: &Post, key: &str) -> Outcome<()> {
        self.in_write()?;
        let other = |unit: &str| Err(Fault::new(Kind::Finding, "E125").with("unit", unit));
        match self.post_key(key)? {
            Some((unit, _)) if unit != post.unit => return other(&unit),
            Some((_, KeyState::Valid)) => {}
            Some((unit, _)) => return Err(Fault::new(Kind::Finding, "E104").with("unit", unit)),
            None if self.keys_of(&post.unit)?.iter().any(|known| known.state == KeyState::Valid) => {
                return other(&post.unit);
            }
            None => {}
        }
        let put = "INSERT INTO posts VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET name = ?2, recipient = ?3";
        let values = (&post.unit, &post.name, &post.recipient, when::seconds(post.since));
        self.db.execute(put, values).map_err(sql::fault)?;
        self.add_key(&post.unit, key, post.since).map(|_| ())
    }

    /// Adds a key of a post that a batch signed by an older one has named; whether it is new here. Another post's key is
    /// left alone. Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn add_key(&self, unit: &str, key: &str, since: Moment) -> Outcome<bool> {
        self.in_write()?;
        let put = "INSERT INTO post_keys (key, unit, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        let added = self.db.execute(put, (key, unit, when::seconds(since))).map_err(sql::fault)?;
        Ok(added > 0)
    }

    /// A batch signed by this key was merged. If it is the post's newest, those before it have been put out of use.
    /// Within a write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn retire_before(&self, unit: &str, key: &str, at: Moment) -> Outcome<()> {
        let keys = self.keys_of(unit)?;
        if keys.first().is_none_or(|newest| newest.key != key) {
            return Ok(());
        }
        let replaced = Revocation { stolen: false, officer: None, at, why: None };
        for older in keys.iter().skip(1).filter(|older| older.state == KeyState::Valid) {
            self.revoke(&older.key, &replaced)?;
        }
        Ok(())
    }
}

fn parse(state: &str) -> KeyState {
    match state {
        "valid" => KeyState::Valid,
        "revoked" => KeyState::Revoked,
        _ => KeyState::Stolen,
    }
}
