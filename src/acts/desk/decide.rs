//! What a clerk decides about one post: its keys count no more, its batches begin at a number, something is asked of it.

use super::at_desk;
use crate::acts::write::reason;
use crate::acts::{Right, Who};
use crate::fault::{Fault, Kind as Trouble, Outcome};
use crate::journal::Mint;
use crate::logbook::{Asked, Logbook, Post, Revocation, Row, Start};
use crate::sync::receipt::is_code;
use crate::text::clean;

/// A request is no longer: a sentence or two.
const LONGEST: usize = 500;

/// Revokes every key of a post; as stolen, also what they signed before is believed no more. The post comes back with a
/// new card. Returns how many keys this changed: none when it was done before.
///
/// # Errors
/// E021, E129, E013 no reason, E134 no such post; those of the disk.
pub fn revoke(
    book: &Logbook,
    who: &Who,
    unit: &str,
    (stolen, why): (bool, &str),
    mint: &mut dyn Mint,
) -> Outcome<usize> {
    who.need(Right::Desk)?;
    let why = reason(why)?;
    let post = trusted(book, unit)?;
    let revocation = Revocation { stolen, officer: Some(who.officer), at: mint.now(), why: Some(&why) };
    book.write(|book| {
        let mut changed = 0;
        for known in book.keys_of(&post.unit)? {
            changed += usize::from(book.revoke(&known.key, &revocation)?);
        }
        Ok(changed)
    })
}

/// Begins with a post at the batch with this number. That what was before never came is shown for ever.
///
/// # Errors
/// E021, E129, E134 no such post, E030 no number, E135 the post has begun already; those of the disk.
pub fn start(book: &Logbook, who: &Who, unit: &str, number: u64, mint: &mut dyn Mint) -> Outcome<()> {
    who.need(Right::Desk)?;
    let post = trusted(book, unit)?;
    if !(1..1 << 53).contains(&number) {
        return Err(unfit("NUMBER", &number.to_string(), "1, 2, 3, …"));
    }
    book.write(|book| {
        if !book.journals_of(&post.unit)?.is_empty() {
            return Err(Fault::new(Trouble::Finding, "E135").with("unit", &post.unit));
        }
        book.put_start(&post.unit, &Start { number, officer: who.officer, at: mint.now() })
    })
}

/// Asks a post for something about one of its records. It goes out with the next receipt, and with each one after until
/// the post has written on the record. Returns the record.
///
/// # Errors
/// E021, E129, E134 no such post, E011 no such record of it, E030 no text or too much, not a code;
/// those of the disk.
pub fn request(
    book: &Logbook,
    who: &Who,
    (unit, record, code): (&str, &str, Option<&str>),
    text: &str,
    mint: &mut dyn Mint,
) -> Outcome<Row> {
    who.need(Right::Desk)?;
    let post = trusted(book, unit)?;
    let text = clean::block(text);
    if text.is_empty() || text.chars().count() > LONGEST {
        return Err(unfit("--text", &text, &format!("1 - {LONGEST}")));
    }
    if let Some(code) = code.filter(|code| !is_code(code)) {
        return Err(unfit("--code", &clean::line(code), "H204"));
    }
    let row = book.record_of(&post.unit, record)?;
    let (record, officer, at) = (row.record, who.officer, mint.now());
    let asked = Asked { record, code: code.map(str::to_owned), text, officer, at, sent: None };
    book.write(|book| book.ask(&post.unit, &asked))?;
    Ok(row)
}

fn unfit(name: &str, value: &str, values: &str) -> Fault {
    Fault::new(Trouble::Use, "E030").with("name", name).with("value", value).with("values", values)
}

/// A post that this desk trusts, or trusted.
pub(super) fn trusted(book: &Logbook, unit: &str) -> Outcome<Post> {
    at_desk(book)?;
    let missing = || Fault::new(Trouble::Use, "E134").with("unit", clean::line(unit));
    book.post(unit.trim())?.ok_or_else(missing)
}
