//! A trusted post that lies: real batches taken apart, changed, and put together and signed again.

use std::collections::BTreeMap;
use std::path::PathBuf;

use serde_json::Value;
use trucban::journal::{Entry, Hash};
use trucban::logbook::{Logbook, Sealed};
use trucban::seal;
use trucban::sync::bag::{self, Bag};
use trucban::sync::{
    BAG_INFO, Card, FACTS, HEADER, Header, JOURNAL, MANIFEST, NAMESPACE_BATCH, NAMESPACE_FILE, SIGNATURE, TAG_MANIFEST,
};
use trucban::sync::{card, lines, pack};

/// A batch in parts.
pub struct Forge {
    pub top: String,
    pub files: BTreeMap<String, Vec<u8>>,
    pub header: Header,
    pub entries: Vec<Entry>,
    pub facts: Vec<Vec<u8>>,
}

impl Forge {
    /// Takes a sealed batch apart.
    pub fn of(book: &Logbook, sealed: &Sealed) -> Self {
        let tar = pack::remake(book, sealed).unwrap();
        let bag = Bag::walk(&tar).unwrap();
        let files: BTreeMap<String, Vec<u8>> =
            bag.members().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        let each = |name: &str| lines::split(bag.get(name).unwrap()).unwrap();
        Self {
            top: bag.top.to_owned(),
            header: Header::parse(bag.get(HEADER).unwrap()).unwrap(),
            entries: each(JOURNAL).map(|line| Entry::from_line(line).unwrap()).collect(),
            facts: each(FACTS).map(|line| lines::read(line).unwrap().1.into_bytes()).collect(),
            files,
        }
    }

    /// Changes the facts of an entry, envelope and hash.
    pub fn change(&mut self, at: usize, change: impl FnOnce(&mut Value)) {
        let mut sheet: Value = serde_json::from_slice(&self.facts[at]).unwrap();
        change(&mut sheet);
        self.facts[at] = sheet.to_string().into_bytes();
    }

    /// Puts lines, envelopes and header together so that chain and hashes hold again.
    pub fn chain(mut self) -> Self {
        let (mut prev, mut journal, mut facts) = (self.header.prev, String::new(), String::new());
        for (entry, sheet) in self.entries.iter_mut().zip(&self.facts) {
            entry.prev = prev;
            entry.facts = Hash::of(sheet);
            let line = entry.to_line();
            prev = Hash::of(line.as_bytes());
            journal += &(line + "\n");
            facts += &(lines::write(&entry.facts, sheet).unwrap() + "\n");
        }
        self.header.head = prev;
        self.header.last = self.header.first + self.entries.len() as u64 - 1;
        self.header.counts.entries = self.entries.len() as u64;
        self.header.counts.facts = self.facts.len() as u64;
        self.files.insert(JOURNAL.into(), journal.into_bytes());
        self.files.insert(FACTS.into(), facts.into_bytes());
        self.files.insert(HEADER.into(), self.header.to_json().into_bytes());
        self.top = self.header.name().to_string();
        self
    }

    /// Replaces text in a file.
    pub fn replace(mut self, file: &str, from: &str, to: &str) -> Self {
        let text = String::from_utf8(self.files[file].clone()).unwrap();
        assert!(text.contains(from), "{file}: {from}");
        self.files.insert(file.into(), text.replace(from, to).into_bytes());
        self
    }

    /// Manifests that say what the files are now.
    pub fn listed(mut self) -> Self {
        let text = |bag: &Bag<'_>| (bag.manifest(), bag.oxum());
        let (manifest, oxum) = text(&self.bag());
        let info = bag::info(&self.header.unit, &self.top, "2026-11-23", oxum);
        self.files.insert(MANIFEST.into(), manifest.into_bytes());
        self.files.insert(BAG_INFO.into(), info.into_bytes());
        let tags = self.bag().tag_manifest();
        self.files.insert(TAG_MANIFEST.into(), tags.into_bytes());
        self
    }

    /// The inner signature of a logbook.
    pub fn signed(mut self, book: &Logbook) -> Self {
        let signature = card::signing(book).unwrap().sign(NAMESPACE_BATCH, &self.files[TAG_MANIFEST]).unwrap();
        self.files.insert(SIGNATURE.into(), signature.into_bytes());
        self
    }

    pub fn bag(&self) -> Bag<'_> {
        let mut bag = Bag::new(&self.top);
        self.files.iter().for_each(|(name, bytes)| bag.put(name, bytes));
        bag
    }

    pub fn tar(&self) -> Vec<u8> {
        self.bag().pack().unwrap()
    }

    /// Lists, signs, packs and sends, as an honest program would from here on.
    pub fn send(self, book: &Logbook, to: &Card, folder: &std::path::Path) -> PathBuf {
        let forge = self.listed().signed(book);
        send(book, to, &forge.tar(), folder)
    }
}

/// Encrypts and signs any bytes as a batch file.
pub fn send(book: &Logbook, to: &Card, tar: &[u8], folder: &std::path::Path) -> PathBuf {
    std::fs::create_dir_all(folder).unwrap();
    let file = folder.join("LDG-P2-2026W48-000001-aaaa.tar.age");
    let sealed = seal::encrypt(std::slice::from_ref(&to.recipient), tar).unwrap();
    let signature = card::signing(book).unwrap().sign(NAMESPACE_FILE, &sealed).unwrap();
    std::fs::write(&file, sealed).unwrap();
    std::fs::write(file.with_extension("age.sig"), signature).unwrap();
    file
}
