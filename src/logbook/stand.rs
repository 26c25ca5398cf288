//! Whether anything was written since: what lets a picture that was made once stand.

use std::time::SystemTime;

use super::{Logbook, sql};
use crate::fault::Outcome;

/// What a connection that only reads has before it; the same as long as nobody writes, in this program or another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Stand {
    /// A new connection counts from the beginning.
    opened: u32,
    data: i64,
    /// The post's own rules, which somebody may change beside the database: when, and how long they are.
    rules: Option<(SystemTime, u64)>,
}

impl Logbook {
    /// What this connection has before it. What it writes itself isn't seen.
    ///
    /// # Errors
    /// Those of the database.
    pub fn stand(&self) -> Outcome<Stand> {
        let data = self.db.query_row("PRAGMA data_version", [], |row| row.get(0)).map_err(sql::fault)?;
        let about = std::fs::metadata(self.rules_file()).ok();
        let rules = about.and_then(|about| Some((about.modified().ok()?, about.len())));
        Ok(Stand { opened: self.opened, data, rules })
    }
}

#[cfg(test)]
mod tests {
    use crate::seal::Identity;

    #[test]
    fn what_others_write_and_other_rules_are_seen_and_nothing_else() {
        let folder = tempfile::tempdir().unwrap();
        let own = super::super::Own {
            unit: "P2".into(),
            name: "P2".into(),
            journal: uuid::Uuid::from_u128(1),
            desk: false,
            demo: None,
        };
        let officer = (uuid::Uuid::from_u128(2), "An");
        let made = crate::logbook::Logbook::create(
            &folder.path().join("book"),
            own,
            officer,
            "mật khẩu thử",
            0,
            &Identity::generate(),
            |_, _| Ok(()),
        );
        let (book, ..) = made.unwrap();
        let mut reader = book.reader().unwrap();
        let before = reader.stand().unwrap();
        assert_eq!(reader.stand().unwrap(), before);
        book.set("quiet.areas", "31").unwrap();
        let written = reader.stand().unwrap();
        assert_ne!(written, before);
        std::fs::write(reader.rules_file(), "").unwrap();
        let ruled = reader.stand().unwrap();
        assert_ne!(ruled, written);
        reader.reopen().unwrap();
        assert_ne!(reader.stand().unwrap(), ruled);
    }
}
