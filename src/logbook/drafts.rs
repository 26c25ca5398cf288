//! Drafts: what an officer has typed and not saved. Kept beside the journal, synced like everything else.

use uuid::Uuid;

use super::{Logbook, sql};
use crate::fault::Outcome;
use crate::record::when::{self, Moment};

/// One draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// Which form of this officer's it belongs to.
    pub key: String,
    /// Who typed it.
    pub officer: Uuid,
    /// When it was last kept.
    pub at: Moment,
    /// The form's own text.
    pub body: String,
}

impl Logbook {
    /// The drafts of an officer, newest first.
    ///
    /// # Errors
    /// Those of the database.
    pub fn drafts(&self, officer: &Uuid) -> Outcome<Vec<Draft>> {
        let all = "SELECT key, officer, at, body FROM drafts WHERE officer = ?1 ORDER BY at DESC";
        let mut all = self.db.prepare_cached(all).map_err(sql::fault)?;
        let rows = all.query_map([sql::blob(officer)], |row| {
            Ok(Draft {
                key: row.get::<_, String>(0)?.split_once('/').map(|(_, key)| key.to_owned()).unwrap_or_default(),
                officer: Uuid::from_bytes(row.get(1)?),
                at: when::from_seconds(row.get(2)?).unwrap_or_default(),
                body: row.get(3)?,
            })
        });
        rows.and_then(Iterator::collect).map_err(sql::fault)
    }

    /// Keeps a draft; it is on disk when this returns.
    ///
    /// # Errors
    /// E040 when the disk doesn't take it.
    pub fn save_draft(&self, draft: &Draft) -> Outcome<()> {
        let put =
            "INSERT INTO drafts VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO UPDATE SET officer = ?2, at = ?3, body = ?4";
        let values =
            (place(&draft.officer, &draft.key), sql::blob(&draft.officer), when::seconds(draft.at), &draft.body);
        self.db.prepare_cached(put).and_then(|mut q| q.execute(values)).map_err(sql::fault)?;
        Ok(())
    }

    /// Drops an officer's draft, because it was saved or because the officer said so.
    ///
    /// # Errors
    /// Those of the database.
    pub fn drop_draft(&self, officer: &Uuid, key: &str) -> Outcome<()> {
        self.db.execute("DELETE FROM drafts WHERE key = ?1", [place(officer, key)]).map_err(sql::fault)?;
        Ok(())
    }
}

/// Each officer has drafts of their own: two who fill in the same form in turn keep both.
fn place(officer: &Uuid, key: &str) -> String {
    format!("{officer}/{key}")
}
