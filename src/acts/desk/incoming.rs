//! Finding the files that were handed over, in the order in which they go in. Names are hints and never more: what a
//! file is, its signature and content say.

use std::collections::HashMap;
use std::fs;
use std::path::{Path, PathBuf};

use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::logbook::files;
use crate::sync::BatchName;

/// How deep folders are looked into.
const DEPTH: usize = 4;
/// Most files in one run.
const MOST: usize = 10_000;

/// The batch files among these paths: files as they are, folders for the `.tar.age` in them, by post and number.
///
/// # Errors
/// E041 when a path isn't there.
pub fn gather(paths: &[PathBuf]) -> Outcome<Vec<PathBuf>> {
    let mut found = Vec::new();
    for path in paths {
        let missing = || Fault::new(Trouble::Disk, "E041").with("file", files::shown(path));
        let kind = fs::metadata(path).map_err(|error| missing().because(error))?;
        if !kind.is_dir() && !kind.is_file() {
            return Err(missing());
        }
        if kind.is_dir() { within(path, DEPTH, &mut found) } else { found.push(path.clone()) }
    }
    let begins = begins(&found);
    found.sort_by_cached_key(|path| order(path, &begins));
    found.dedup();
    Ok(found)
}

fn within(folder: &Path, depth: usize, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        // The type of the entry itself: links are not followed.
        let Ok(kind) = entry.file_type() else { continue };
        let path = entry.path();
        let hidden = entry.file_name().to_string_lossy().starts_with('.');
        if kind.is_dir() && depth > 0 && !hidden {
            within(&path, depth - 1, found);
        } else if kind.is_file() && !hidden && is_batch(&path) && found.len() < MOST {
            found.push(path);
        }
    }
}

fn is_batch(path: &Path) -> bool {
    path.file_name().is_some_and(|name| name.to_string_lossy().ends_with(".tar.age"))
}

/// The first week of each journal of each post, as far as names tell: a journal continues one that began before it.
fn begins(found: &[PathBuf]) -> HashMap<(String, String), String> {
    let mut begins: HashMap<(String, String), String> = HashMap::new();
    for BatchName { unit, week, tag, .. } in found.iter().filter_map(|path| named(path)) {
        let first = begins.entry((unit, tag)).or_insert_with(|| week.clone());
        *first = week.min(first.clone());
    }
    begins
}

/// By post, journal and number, as far as the name tells; then by the path itself.
fn order(path: &Path, begins: &HashMap<(String, String), String>) -> (String, String, String, u64, PathBuf) {
    let Some(BatchName { unit, number, tag, .. }) = named(path) else {
        return (String::new(), String::new(), String::new(), 0, path.to_owned());
    };
    let journal = (unit, tag);
    let first = begins.get(&journal).cloned().unwrap_or_default();
    (journal.0, first, journal.1, number, path.to_owned())
}

fn named(path: &Path) -> Option<BatchName> {
    path.file_name().and_then(|name| BatchName::parse(&name.to_string_lossy()))
}

/// The name of the copy that a desk keeps of a file: never one that came from outside as it is.
pub fn kept_name(path: &Path, unit: &str, sha256: &crate::journal::Hash) -> String {
    let stem = named(path).filter(|name| name.unit == unit).map_or_else(|| unit.to_owned(), |name| name.to_string());
    format!("{stem}-{}.tar.age", sha256.short())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::journal::Hash;

    #[test]
    fn files_go_in_by_post_and_number() {
        let folder = tempfile::tempdir().unwrap();
        let names = [
            "B-2026W47-000001-aaaa.tar.age",
            "A-2026W47-000010-bbbb.tar.age",
            "A-2026W46-000009-bbbb.tar.age",
            "sub/A-2026W47-000008-bbbb.tar.age",
            // A journal that goes on where that one was lost begins in the same week or later, with number 1.
            "A-2026W47-000001-aaaa.tar.age",
            "A-2026W46-000009-bbbb.tar.age.sig",
            ".A-2026W46-000009-aaaa.tar.age.7.part",
            "other.txt",
        ];
        fs::create_dir(folder.path().join("sub")).unwrap();
        for name in names {
            fs::write(folder.path().join(name), b"").unwrap();
        }
        let found = gather(&[folder.path().to_owned(), folder.path().join(names[0])]).unwrap();
        let found: Vec<_> =
            found.iter().map(|path| path.strip_prefix(folder.path()).unwrap().to_str().unwrap()).collect();
        assert_eq!(found, [names[3], names[2], names[1], names[4], names[0]]);
        assert_eq!(gather(&[folder.path().join("none")]).unwrap_err().code, "E041");
    }

    #[test]
    fn copies_never_have_foreign_names() {
        let hash = Hash::of(b"x");
        let short = hash.short();
        let good = "A-2026W47-000001-aaaa";
        assert_eq!(
            kept_name(Path::new("A-2026W47-000001-aaaa.tar.age"), "A", &hash),
            format!("{good}-{short}.tar.age")
        );
        for foreign in ["../x.tar.age", "B-2026W47-000001-aaaa.tar.age", "..", "\u{1b}[2J"] {
            assert_eq!(kept_name(Path::new(foreign), "A", &hash), format!("A-{short}.tar.age"), "{foreign}");
        }
    }
}
