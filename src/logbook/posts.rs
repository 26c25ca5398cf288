//! The posts that a desk trusts, and their keys. A key belongs to one post for ever; revoked ones stay known, so that
//! what they signed is named for what it is.

use rusqlite::OptionalExtension as _;

use super::{Logbook, sql};
use crate::fault::{Fault, Kind, Outcome};
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

    /// The keys of a post, with what each is worth.
    ///
    /// # Errors
    /// Those of the database.
    pub fn keys_of(&self, unit: &str) -> Outcome<Vec<(String, KeyState)>> {
        let all = "SELECT key, state FROM post_keys WHERE unit = ?1 ORDER BY since DESC, key";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map([unit], |row| {
            let state: String = row.get(1)?;
            Ok((row.get(0)?, parse(&state)))
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Trusts a post. Taking the same card again renews its name; another key needs another way. Within a write.
    ///
    /// # Errors
    /// E125 when the post is trusted with another key, or the key is another post's.
    pub fn put_post(&self, post: &Post, key: &str) -> Outcome<()> {
        self.in_write()?;
        let other = |unit: &str| Err(Fault::new(Kind::Finding, "E125").with("unit", unit));
        match self.post_key(key)? {
            Some((unit, KeyState::Valid)) if unit == post.unit => {}
            Some((unit, _)) => return other(&unit),
            None if !self.keys_of(&post.unit)?.is_empty() => return other(&post.unit),
            None => {}
        }
        let put = "INSERT INTO posts VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET name = ?2, recipient = ?3";
        let values = (&post.unit, &post.name, &post.recipient, when::seconds(post.since));
        self.db.execute(put, values).map_err(sql::fault)?;
        self.add_key(&post.unit, key, post.since)
    }

    /// Adds a key of a post that a batch signed by an older one has named. Another post's key is left alone. Within a
    /// write.
    ///
    /// # Errors
    /// Those of the database.
    pub fn add_key(&self, unit: &str, key: &str, since: Moment) -> Outcome<()> {
        self.in_write()?;
        let put = "INSERT INTO post_keys (key, unit, since) VALUES (?1, ?2, ?3) ON CONFLICT DO NOTHING";
        self.db.execute(put, (key, unit, when::seconds(since))).map_err(sql::fault)?;
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
