//! Receipts: what each post is answered.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use super::receive::{Handed, Run};
use super::take::Desk;
use crate::acts::week::beside;
use crate::fault::Outcome;
use crate::journal::Mint;
use crate::logbook::{Asked, KeptReceipt, files};
use crate::sync::card;
use crate::sync::receipt::{Item, MAX_FINDINGS, Receipt, Request};

/// One receipt for each post whose signature was good, and one for each post of which something is asked that no
/// receipt has carried. It is kept first and written then, so no number comes twice.
pub(super) fn receipts(desk: &Desk<'_>, out: Option<&Path>, run: &mut Run, mint: &mut dyn Mint) {
    let mut posts: BTreeMap<String, Vec<usize>> = BTreeMap::new();
    for (n, handed) in run.files.iter().enumerate() {
        if let Some(unit) = &handed.unit {
            posts.entry(unit.clone()).or_default().push(n);
        }
    }
    for (unit, files) in &posts {
        let handed: Vec<&Handed> = files.iter().filter_map(|n| run.files.get(*n)).collect();
        // Not beside a copy that waited here: nobody carries that folder back.
        let mut folders = handed.iter().filter_map(|handed| handed.file.parent());
        let beside_file = folders.find(|folder| !folder.starts_with(desk.book.folder().inbox())).map(Path::to_owned);
        let written = kept(desk, unit, &handed, mint)
            .and_then(|(name, kept)| write(desk, (&name, &kept), out, beside_file.as_deref()));
        match written {
            Ok(path) => {
                let aside = beside_file.filter(|folder| out.is_none() && path.parent() != Some(folder));
                run.aside = run.aside.take().or(aside);
                for (_, handed) in run.files.iter_mut().enumerate().filter(|(n, _)| files.contains(n)) {
                    handed.receipt = Some(path.clone());
                }
            }
            Err(fault) => run.stumble(fault),
        }
    }
    let waiting = match desk.book.waiting_for_a_receipt() {
        Ok(waiting) => waiting,
        Err(fault) => return run.stumble(fault),
    };
    for unit in waiting.into_iter().filter(|unit| !posts.contains_key(unit)) {
        // Only into the own outbox: what lies elsewhere is on its way to another post.
        let written = kept(desk, &unit, &[], mint).and_then(|(name, kept)| write(desk, (&name, &kept), None, None));
        match written {
            Ok(path) => run.asked.push((unit, path)),
            Err(fault) => run.stumble(fault),
        }
    }
}

/// Makes and keeps the receipt of one post.
fn kept(desk: &Desk<'_>, unit: &str, handed: &[&Handed], mint: &mut dyn Mint) -> Outcome<(String, KeptReceipt)> {
    let (book, key, at) = (desk.book, card::signing(desk.book)?, mint.now());
    let mut left = MAX_FINDINGS;
    let mut items: Vec<Item> = handed.iter().map(|handed| handed.item.clone()).collect();
    for item in &mut items {
        item.findings.truncate(left);
        left -= item.findings.len();
    }
    let mut name = String::new();
    let kept = book.write(|book| {
        let asked = book.asked(unit)?;
        let requests =
            asked.into_iter().map(|Asked { record, code, text, .. }| Request { record, code, text }).collect();
        let kept = book.next_receipt(unit, at, |n| {
            let receipt = Receipt {
                desk: book.own().unit.clone(),
                unit: unit.to_owned(),
                n,
                at,
                items,
                requests,
                ack_through: book.merged_through(unit)?,
            };
            name = receipt.name();
            Ok((receipt.to_json().into_bytes(), receipt.sign(&key)?))
        })?;
        book.sent(unit, kept.n)?;
        Ok(kept)
    })?;
    Ok((name, kept))
}

/// Writes it where it was asked for, else beside the files, else, as a stick may be write-protected, into the outbox.
fn write(
    desk: &Desk<'_>,
    (name, kept): (&str, &KeptReceipt),
    out: Option<&Path>,
    beside_file: Option<&Path>,
) -> Outcome<PathBuf> {
    let put = |folder: &Path| -> Outcome<PathBuf> {
        let path = folder.join(name);
        files::write_checked(&path, &kept.body)?;
        files::write_checked(&beside(&path), kept.signature.as_bytes())?;
        Ok(path)
    };
    let outbox = desk.book.folder().outbox();
    match (out, beside_file) {
        (Some(out), _) => put(out),
        (None, Some(folder)) => put(folder).or_else(|_| put(&outbox)),
        (None, None) => put(&outbox),
    }
}
