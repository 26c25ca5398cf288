//! A bag and the one tar that it makes: regular files under one folder, in byte order of their names, without times
//! or owners. Reading accepts exactly what packing writes; nothing is unpacked.

use super::{BAG_INFO, BAGIT, MANIFEST, SIGNATURE, TAG_MANIFEST};
use crate::fault::{Fault, Kind, Outcome};
use crate::journal::Hash;
use crate::logbook::tar;

/// Most files that a bag may have: twice what this version writes.
const MOST: usize = 32;
/// All that bagit.txt says.
pub const DECLARATION: &str = "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n";

/// The members of a bag, in byte order of their names.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bag<'a> {
    /// Name of the folder.
    pub top: &'a str,
    members: Vec<(&'a str, &'a [u8])>,
}

impl<'a> Bag<'a> {
    /// An empty bag.
    #[must_use]
    pub const fn new(top: &'a str) -> Self {
        Self { top, members: Vec::new() }
    }

    /// Adds a member, or replaces it.
    pub fn put(&mut self, name: &'a str, bytes: &'a [u8]) {
        match self.members.binary_search_by(|(have, _)| have.cmp(&name)) {
            Ok(at) => {
                if let Some(member) = self.members.get_mut(at) {
                    member.1 = bytes;
                }
            }
            Err(at) => self.members.insert(at, (name, bytes)),
        }
    }

    /// The bytes of a member.
    #[must_use]
    pub fn get(&self, name: &str) -> Option<&'a [u8]> {
        let at = self.members.binary_search_by(|(have, _)| (*have).cmp(name)).ok()?;
        self.members.get(at).map(|(_, bytes)| *bytes)
    }

    /// Names and bytes, in order.
    pub fn members(&self) -> impl Iterator<Item = (&'a str, &'a [u8])> {
        self.members.iter().copied()
    }

    /// Whether a member belongs to the payload.
    #[must_use]
    pub fn is_payload(name: &str) -> bool {
        name.starts_with("data/")
    }

    /// manifest-sha256.txt of these members.
    #[must_use]
    pub fn manifest(&self) -> String {
        self.sums(Self::is_payload)
    }

    /// tagmanifest-sha256.txt of these members.
    #[must_use]
    pub fn tag_manifest(&self) -> String {
        self.sums(|name| !Self::is_payload(name) && name != TAG_MANIFEST && name != SIGNATURE)
    }

    fn sums(&self, wanted: impl Fn(&str) -> bool) -> String {
        let wanted = self.members.iter().filter(|(name, _)| wanted(name));
        wanted.fold(String::new(), |sums, (name, bytes)| sums + &format!("{}  {name}\n", Hash::of(bytes)))
    }

    /// Bytes and number of payload files, as Payload-Oxum gives them.
    #[must_use]
    pub fn oxum(&self) -> (u64, usize) {
        let payload = self.members.iter().filter(|(name, _)| Self::is_payload(name));
        payload.fold((0, 0), |(bytes, files), (_, content)| (bytes + content.len() as u64, files + 1))
    }

    /// The tar.
    ///
    /// # Errors
    /// A bug: a name that doesn't fit.
    pub fn pack(&self) -> Outcome<Vec<u8>> {
        let size: usize = self.members.iter().map(|(_, bytes)| bytes.len() + 2 * tar::BLOCK).sum();
        let mut out = Vec::with_capacity(size + 2 * tar::BLOCK);
        for (name, bytes) in &self.members {
            let name = format!("{}/{name}", self.top);
            tar::write(&mut out, &name, bytes.len() as u64, &mut &**bytes).map_err(Fault::bug)?;
        }
        tar::finish(&mut out).map_err(Fault::bug)?;
        Ok(out)
    }

    /// Walks a tar that may be hostile. It has to be, byte for byte, what [`Bag::pack`] makes of its members.
    ///
    /// # Errors
    /// E107 with the place.
    pub fn walk(archive: &'a [u8]) -> Outcome<Self> {
        let bad = |at: usize| Fault::new(Kind::Data, "E107").with("at", at);
        let mut bag = Bag::new("");
        let mut at = 0;
        loop {
            let block: &[u8; tar::BLOCK] =
                archive.get(at..).and_then(|rest| rest.first_chunk()).ok_or_else(|| bad(at))?;
            if *block == [0; tar::BLOCK] {
                break;
            }
            let (full, size) = tar::read_header(block).ok_or_else(|| bad(at))?;
            // The same name, but borrowed from the archive.
            let name = archive.get(at..at + full.len()).and_then(|name| std::str::from_utf8(name).ok());
            let (top, name) = name.and_then(|name| name.split_once('/')).ok_or_else(|| bad(at))?;
            let in_order = bag.members.last().is_none_or(|(before, _)| *before < name);
            if !in_order || (top != bag.top && !bag.members.is_empty()) || bag.members.len() == MOST {
                return Err(bad(at));
            }
            bag.top = top;
            let start = at + tar::BLOCK;
            let end = usize::try_from(size).ok().and_then(|size| start.checked_add(size)).ok_or_else(|| bad(at))?;
            bag.members.push((name, archive.get(start..end).ok_or_else(|| bad(at))?));
            at = end + tar::padding(size);
            let filled = archive.get(end..at).is_some_and(|filling| filling.iter().all(|b| *b == 0));
            if !filled {
                return Err(bad(end));
            }
        }
        let closed = archive.get(at..).is_some_and(|end| end.len() == 2 * tar::BLOCK && end.iter().all(|b| *b == 0));
        if closed && !bag.members.is_empty() { Ok(bag) } else { Err(bad(at)) }
    }
}

/// bag-info.txt, whose lines and their order the profile names.
#[must_use]
pub fn info(unit: &str, name: &str, day: &str, (bytes, files): (u64, usize)) -> String {
    format!(
        "Source-Organization: {unit}\nExternal-Identifier: {name}\nBagging-Date: {day}\n\
         BagIt-Profile-Identifier: {}\nPayload-Oxum: {bytes}.{files}\n",
        super::PROFILE
    )
}

/// Whether the manifests, the declaration and the payload count say what the members are.
///
/// # Errors
/// E109 with the file that doesn't.
pub fn check_manifests(bag: &Bag<'_>) -> Outcome<()> {
    let bad = |file: &str| Fault::new(Kind::Data, "E109").with("file", file);
    let says = |file: &str, content: &str| bag.get(file) == Some(content.as_bytes());
    if !says(BAGIT, DECLARATION) {
        return Err(bad(BAGIT));
    }
    if !says(MANIFEST, &bag.manifest()) {
        return Err(bad(MANIFEST));
    }
    if !says(TAG_MANIFEST, &bag.tag_manifest()) {
        return Err(bad(TAG_MANIFEST));
    }
    let (bytes, files) = bag.oxum();
    let oxum = format!("Payload-Oxum: {bytes}.{files}");
    let info = bag.get(BAG_INFO).and_then(|info| std::str::from_utf8(info).ok());
    let counted = info.is_some_and(|info| info.lines().any(|line| line == oxum));
    if counted { Ok(()) } else { Err(bad(BAG_INFO)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn sample() -> Vec<u8> {
        let mut bag = Bag::new("A-2026W47-000001-7f3a");
        bag.put("data/b", b"two");
        bag.put("data/a", &[7; 700]);
        bag.put(BAGIT, DECLARATION.as_bytes());
        bag.put("data/b", b"three");
        bag.pack().unwrap()
    }

    #[test]
    fn a_tar_reads_back_and_packs_to_the_same_bytes() {
        let archive = sample();
        let bag = Bag::walk(&archive).unwrap();
        assert_eq!(bag.top, "A-2026W47-000001-7f3a");
        assert_eq!(bag.members().map(|(name, _)| name).collect::<Vec<_>>(), [BAGIT, "data/a", "data/b"]);
        assert_eq!((bag.get("data/b"), bag.get("data/c")), (Some(&b"three"[..]), None));
        assert_eq!(bag.oxum(), (705, 2));
        assert_eq!(bag.pack().unwrap(), archive);
    }

    #[test]
    fn anything_but_our_own_packing_is_refused() {
        let archive = sample();
        // Every byte that is no content and no part of a name: headers, filling, end.
        for at in [0, 30, 110, 130, 140, 150, 156, 257, 300, 500, archive.len() - 600, archive.len() - 1] {
            let mut bad = archive.clone();
            bad[at] ^= 1;
            assert_eq!(Bag::walk(&bad).unwrap_err().code, "E107", "{at}");
        }
        for cut in [0, 100, 512, 1000, archive.len() - 512, archive.len() - 1] {
            assert_eq!(Bag::walk(&archive[..cut]).unwrap_err().code, "E107", "{cut}");
        }
        let longer = [&archive[..], &[0; 512]].concat();
        assert_eq!(Bag::walk(&longer).unwrap_err().code, "E107");
        assert_eq!(Bag::walk(&[0; 1024]).unwrap_err().code, "E107");
    }

    #[test]
    fn two_folders_or_two_files_of_one_name_are_refused() {
        let (mut one, mut other) = (Bag::new("A"), Bag::new("B"));
        one.put("a", b"1");
        other.put("b", b"2");
        let part = |bag: &Bag<'_>| bag.pack().unwrap()[..1024].to_vec();
        for (first, second) in [(&one, &other), (&one, &one)] {
            let joined = [part(first), part(second), vec![0; 1024]].concat();
            assert_eq!(Bag::walk(&joined).unwrap_err().code, "E107");
        }
    }
}
