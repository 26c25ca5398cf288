//! The post's own file of rules beside the database: read anew whenever it is asked for, for whoever changes it wants to
//! see what comes of it. Nothing that is derived depends on it.

use std::path::PathBuf;

use super::{Logbook, files};
use crate::fault::{Fault, Kind, Outcome};
use crate::record::rulebook::Rulebook;

/// Its name in the folder.
const NAME: &str = "rules.toml";
/// No list of rules is longer.
const LIMIT: u64 = 256 * 1024;

impl Logbook {
    /// Where the post's own rules stand, if it has any.
    #[must_use]
    pub fn rules_file(&self) -> PathBuf {
        self.folder.path().join(NAME)
    }

    /// The rules that hold here. What is wrong with the post's own ones comes beside them: then the program's go on.
    #[must_use]
    pub fn rules(&self) -> (Rulebook, Option<Fault>) {
        match self.own_rules() {
            Ok(Some(rules)) => (rules, None),
            Ok(None) => (Rulebook::builtin().clone(), None),
            Err(fault) => (Rulebook::builtin().clone(), Some(fault)),
        }
    }

    fn own_rules(&self) -> Outcome<Option<Rulebook>> {
        let file = self.rules_file();
        if !file.exists() {
            return Ok(None);
        }
        let wrong = |line: usize, problem: &str, said: &str| {
            let fault = Fault::new(Kind::Use, "E060").with("file", files::shown(&file)).with("line", line);
            fault.with("problem", problem).with("said", crate::text::clean::shown(said))
        };
        let bytes = files::read(&file, LIMIT, "E061")?;
        let text = String::from_utf8(bytes).map_err(|_| wrong(1, "utf8", ""))?;
        Rulebook::builtin().with(&text).map(Some).map_err(|found| wrong(found.line, found.problem, &found.said))
    }
}
