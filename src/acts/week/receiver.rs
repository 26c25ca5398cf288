//! The other side: this logbook's card, the receiver that a post has taken, and the receipts that come back.

use std::collections::BTreeMap;
use std::path::Path;

use uuid::Uuid;

use crate::acts::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Acknowledged, KeptReceipt, Logbook, Sealed, files};
use crate::record::Finding;
use crate::sync::receipt::{self, Item, Receipt};
use crate::sync::{Card, MAX_RECEIPT, MAX_SMALL};

use super::{at_post, is_acknowledged};

/// This logbook's card.
///
/// # Errors
/// E021, E043.
pub fn card(book: &Logbook, who: &Who) -> Outcome<Card> {
    who.need(Right::Manage)?;
    Card::own(book)
}

/// Takes a desk as the receiver. Its fingerprint was compared by the caller, or is compared here.
///
/// # Errors
/// E021, E129; E124 when the fingerprint differs; E125 when the card names this very unit.
pub fn set_receiver(book: &Logbook, who: &Who, card: &Card, fingerprint: Option<&str>) -> Outcome<()> {
    who.need(Right::Manage)?;
    at_post(book)?;
    compare(card, fingerprint)?;
    if card.unit == book.own().unit {
        return Err(Fault::new(Trouble::Use, "E125").with("unit", &card.unit));
    }
    book.write(|book| book.keep("receiver", &card.to_text()))
}

/// The fingerprint that was given has to be that of the card.
pub(in crate::acts) fn compare(card: &Card, fingerprint: Option<&str>) -> Outcome<()> {
    let found = card.fingerprint()?;
    match fingerprint {
        Some(wanted) if wanted.trim() != found => Err(Fault::new(Trouble::Data, "E124").with("found", found)),
        _ => Ok(()),
    }
}

/// A receipt that was taken in.
#[derive(Debug, Clone, PartialEq)]
pub struct Taken {
    /// What it says.
    pub receipt: Receipt,
    /// It had been taken in before.
    pub known: bool,
    /// Where it and this logbook differ.
    pub findings: Vec<Finding>,
    /// The newest week that the receiver holds whole.
    pub through: Option<String>,
}

/// Takes in a receipt, `FILE` with `FILE.sig` beside it.
///
/// # Errors
/// E021, E129, E041; E122 no receiver; E102 not signed by it; E105 for another post; E111, E126 not a receipt.
pub fn receipt(book: &Logbook, who: &Who, file: &Path, mint: &mut dyn Mint) -> Outcome<Taken> {
    who.need(Right::Oversee)?;
    at_post(book)?;
    let desk = Card::receiver(book)?.ok_or_else(|| Fault::new(Trouble::Use, "E122"))?;
    let body = files::read(file, MAX_RECEIPT, "E101")?;
    let beside = super::beside(file);
    let signature = if beside.exists() { Some(files::read(&beside, MAX_SMALL, "E102")?) } else { None };
    let receipt = receipt::open(&body, signature.as_deref(), &desk, &book.own().unit)?;
    let signature = String::from_utf8_lossy(&signature.unwrap_or_default()).into_owned();
    let kept = KeptReceipt { n: receipt.n, at: mint.now(), body, signature };
    let (known, findings) = book.write(|book| Ok((!book.keep_receipt(&desk.unit, &kept)?, noted(book, &receipt)?)))?;
    Ok(Taken { through: through(book)?, receipt, known, findings })
}

/// The newest receipts that came back, newest first. Their signatures held when they were taken in.
///
/// # Errors
/// E021, E129; those of the database.
pub fn receipts(book: &Logbook, who: &Who, most: usize) -> Outcome<Vec<Receipt>> {
    who.need(Right::Read)?;
    at_post(book)?;
    book.receipts(most)?.iter().map(|kept| receipt::parse(&kept.body)).collect()
}

/// Notes what a receipt acknowledges, and says where the desk and this logbook differ. Within a write.
fn noted(book: &Logbook, receipt: &Receipt) -> Outcome<Vec<Finding>> {
    let mut findings = Vec::new();
    for item in &receipt.items {
        acknowledge_item(book, item)?;
        findings.extend(forked(book, receipt, item)?);
    }
    for ack in &receipt.ack_through {
        findings.extend(acknowledge(book, ack, true)?);
    }
    findings.dedup();
    Ok(findings)
}

/// A batch of ours that the desk has, it has with all that was before it in its journal.
fn acknowledge_item(book: &Logbook, item: &Item) -> Outcome<()> {
    let there = matches!(&*item.result, "merged" | "already-merged");
    let Some(batch) = item.batch.filter(|_| there) else { return Ok(()) };
    let Some(Sealed { journal, number, last: seq, .. }) = book.sealed_as(&batch)? else { return Ok(()) };
    let Some(head) = book.line_hash(&journal, seq)? else { return Ok(()) };
    book.acknowledge(&Acknowledged { journal, number, seq, head })
}

/// The desk holds another story of the journal that is being written.
fn forked(book: &Logbook, receipt: &Receipt, item: &Item) -> Outcome<Option<Finding>> {
    if item.result != "fork" || item.journal != Some(book.own().journal) {
        return Ok(None);
    }
    for (journal, _) in book.own_line()? {
        let ack = receipt.ack_through.iter().find(|ack| ack.journal == journal);
        if let Some(ack) = ack
            && book.line_hash(&journal, ack.seq)? == Some(ack.head)
        {
            return Ok(Some(Finding::new("E131", "ack_through").with("seq", ack.seq + 1)));
        }
    }
    Ok(Some(Finding::new("E131", "ack_through").with("seq", 1)))
}

/// Whether one of the newest receipts says that the receiver holds another story of the journal that is being written.
///
/// # Errors
/// Those of the database.
pub(in crate::acts) fn is_forked(book: &Logbook, newest: usize) -> Outcome<bool> {
    let current = book.own().journal;
    let tells = |kept: &KeptReceipt| {
        let items = receipt::parse(&kept.body).map(|receipt| receipt.items).unwrap_or_default();
        items.iter().any(|item| item.result == "fork" && item.journal == Some(current))
    };
    Ok(book.receipts(newest)?.iter().any(tells))
}

/// Where a new journal has to go on: after a fork at the last entry that the receiver is known to hold as it stands
/// here, else at the end.
///
/// # Errors
/// E138 when there was a fork and no such entry is known; those of the database.
pub(in crate::acts) fn common(book: &Logbook) -> Outcome<Option<(Uuid, u64)>> {
    if !is_forked(book, usize::MAX >> 1)? {
        return Ok(None);
    }
    for (journal, until) in book.own_line()? {
        if let Some(ack) = book.acknowledged(&journal)? {
            return Ok(Some((journal, ack.seq.min(until))));
        }
    }
    Err(Fault::new(Trouble::Finding, "E138"))
}

/// Says how what is acknowledged differs from what stands here; else notes it, if asked to. What can't be compared isn't
/// noted.
fn acknowledge(book: &Logbook, ack: &Acknowledged, note: bool) -> Outcome<Option<Finding>> {
    let have = book.journal_head(&ack.journal)?.map_or(0, |head| head.seq);
    if have < ack.seq {
        return Ok(Some(Finding::new("W130", "ack_through").with("seq", ack.seq).with("have", have)));
    }
    if book.line_hash(&ack.journal, ack.seq)? != Some(ack.head) {
        return Ok(Some(Finding::new("E131", "ack_through").with("seq", ack.seq)));
    }
    if note {
        book.acknowledge(ack)?;
    }
    Ok(None)
}

/// What receipts say that the receiver holds of this post and that isn't here, one finding a journal: the logbook was
/// restored from before. It lasts until it has come back.
///
/// # Errors
/// Those of the database.
pub fn missing(book: &Logbook) -> Outcome<Vec<Finding>> {
    let mut furthest: BTreeMap<Uuid, Acknowledged> = BTreeMap::new();
    for ack in acknowledged(book)? {
        let known = furthest.entry(ack.journal).or_insert(ack);
        if ack.seq > known.seq {
            *known = ack;
        }
    }
    let mut missing = Vec::new();
    for ack in furthest.values() {
        missing.extend(acknowledge(book, ack, false)?.filter(|finding| finding.code == "W130"));
    }
    Ok(missing)
}

/// Notes what kept receipts acknowledge and what is here by now. Within a write.
pub(in crate::acts) fn note_receipts(book: &Logbook) -> Outcome<()> {
    acknowledged(book)?.iter().try_for_each(|ack| acknowledge(book, ack, true).map(|_| ()))
}

/// All that kept receipts acknowledge.
fn acknowledged(book: &Logbook) -> Outcome<Vec<Acknowledged>> {
    let kept = book.receipts(usize::MAX >> 1)?;
    Ok(kept.iter().filter_map(|kept| receipt::parse(&kept.body).ok()).flat_map(|receipt| receipt.ack_through).collect())
}

/// The week of the newest batch that is acknowledged.
///
/// # Errors
/// Those of the database.
pub fn through(book: &Logbook) -> Outcome<Option<String>> {
    for sealed in book.sealed()?.into_iter().rev() {
        if is_acknowledged(book, &sealed)? {
            return Ok(Some(sealed.week));
        }
    }
    Ok(None)
}
