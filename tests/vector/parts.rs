//! A real batch taken apart, to be changed and put together again by the post's own hands.

use std::collections::BTreeMap;

use serde_json::{Value, json};
use trucban::journal::Hash;
use trucban::seal::{self, SigningKey};
use trucban::sync::bag::Bag;
use trucban::sync::{BAG_INFO, HEADER, JOURNAL, MANIFEST, NAMESPACE_BATCH, NAMESPACE_FILE, SIGNATURE, TAG_MANIFEST};

/// What goes to the desk: a file, and the signature beside it if there is one.
pub struct Sent {
    pub file: Vec<u8>,
    pub signature: Option<String>,
}

/// Whoever makes vectors: the golden batch, the one after it, and the keys.
pub struct Maker {
    pub tar: Vec<u8>,
    pub next: Vec<u8>,
    pub post: SigningKey,
    pub stranger: SigningKey,
    /// The desk's recipient.
    pub desk: String,
}

impl Maker {
    /// Encrypts to the desk and signs, as the post does.
    pub fn send(&self, tar: &[u8]) -> Sent {
        self.signed(seal::encrypt(std::slice::from_ref(&self.desk), tar).unwrap())
    }

    /// Signs a file, whatever it is.
    pub fn signed(&self, file: Vec<u8>) -> Sent {
        let signature = Some(self.post.sign(NAMESPACE_FILE, &file).unwrap());
        Sent { file, signature }
    }
}

/// The files of a bag, to be changed.
pub struct Files {
    pub top: String,
    pub all: BTreeMap<String, Vec<u8>>,
}

impl Files {
    pub fn of(tar: &[u8]) -> Self {
        let bag = Bag::walk(tar).unwrap();
        let all = bag.members().map(|(name, bytes)| (name.to_owned(), bytes.to_vec())).collect();
        Self { top: bag.top.to_owned(), all }
    }

    pub fn bag(&self) -> Bag<'_> {
        let mut bag = Bag::new(&self.top);
        self.all.iter().for_each(|(name, bytes)| bag.put(name, bytes));
        bag
    }

    pub fn text(&self, name: &str) -> String {
        String::from_utf8(self.all[name].clone()).unwrap()
    }

    pub fn put(&mut self, name: &str, text: impl Into<Vec<u8>>) {
        self.all.insert(name.to_owned(), text.into());
    }

    /// Replaces in a file, where it has to be found.
    pub fn replace(&mut self, name: &str, from: &str, to: &str) {
        let before = self.text(name);
        assert!(before.contains(from), "{from} in {name}");
        self.put(name, before.replacen(from, to, 1));
    }

    /// The lines of a file, changed.
    pub fn lines(&mut self, name: &str, change: impl FnOnce(&mut Vec<String>)) {
        let mut lines: Vec<String> = self.text(name).lines().map(str::to_owned).collect();
        change(&mut lines);
        self.put(name, lines.join("\n") + "\n");
    }

    pub fn header(&mut self, change: impl FnOnce(&mut Value)) {
        let mut header = serde_json::from_slice(&self.all[HEADER]).unwrap();
        change(&mut header);
        self.put(HEADER, format!("{header}\n"));
    }

    /// Changes entries, and makes chain and head fit again.
    pub fn entries(&mut self, change: impl Fn(&mut Value)) {
        let mut prev = None;
        self.lines(JOURNAL, |lines| {
            for line in lines.iter_mut() {
                let mut entry: Value = serde_json::from_str(line).unwrap();
                change(&mut entry);
                if let Some(prev) = &prev {
                    entry["prev"] = json!(prev);
                }
                *line = entry.to_string();
                prev = Some(Hash::of(line.as_bytes()).hex());
            }
        });
        self.header(|header| header["head"] = json!(prev.unwrap()));
    }

    /// Manifests and inner signature of what is there now.
    pub fn sign(&mut self, maker: &Maker) {
        let (bytes, count) = self.bag().oxum();
        let info = self.text(BAG_INFO);
        let at = info.find("Payload-Oxum").unwrap();
        let info = format!("{}Payload-Oxum: {bytes}.{count}\n", &info[..at]);
        self.put(BAG_INFO, info);
        let manifest = self.bag().manifest();
        self.put(MANIFEST, manifest);
        self.seal(maker);
    }

    /// Tag manifest and inner signature only.
    pub fn seal(&mut self, maker: &Maker) {
        let tags = self.bag().tag_manifest();
        let signature = maker.post.sign(NAMESPACE_BATCH, tags.as_bytes()).unwrap();
        self.put(TAG_MANIFEST, tags);
        self.put(SIGNATURE, signature);
    }
}
