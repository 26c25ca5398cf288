//! The plainest tar there is: ustar, regular files, no times, owners or links. The same members make the same bytes;
//! reading takes nothing else and unpacks nothing by itself.

use std::io::{Read, Result, Write};

/// The unit in which tar counts, in bytes.
pub const BLOCK: usize = 512;

/// The header of a regular file; none when the name or size doesn't fit the format.
#[must_use]
pub fn header(name: &str, size: u64) -> Option<[u8; BLOCK]> {
    let fits = name.len() < 100 && is_plain(name) && size < 1 << 33;
    let mut block = [0; BLOCK];
    let fields: [(usize, &[u8]); 10] = [
        (0, name.as_bytes()),
        (100, b"0000644\0"),
        (108, b"0000000\0"),
        (116, b"0000000\0"),
        (124, &format!("{size:011o}\0").into_bytes()),
        (136, b"00000000000\0"),
        (156, b"0"),
        (257, b"ustar\x0000"),
        // Device numbers, which no file has; filled as GNU tar fills them, so that it packs the same bytes.
        (329, b"0000000\0"),
        (337, b"0000000\0"),
    ];
    for (at, bytes) in fields {
        block.get_mut(at..at + bytes.len())?.copy_from_slice(bytes);
    }
    let sum = format!("{:06o}\0 ", checksum(&block)).into_bytes();
    block.get_mut(148..156)?.copy_from_slice(&sum);
    fits.then_some(block)
}

/// Name and size of a member, if this is exactly the header that we write for it. None also for the closing blocks.
#[must_use]
pub fn read_header(block: &[u8; BLOCK]) -> Option<(String, u64)> {
    let name = block.get(..100)?.split(|b| *b == 0).next()?;
    let name = std::str::from_utf8(name).ok().filter(|name| !name.is_empty())?;
    let size = std::str::from_utf8(block.get(124..135)?).ok()?;
    let size = u64::from_str_radix(size, 8).ok()?;
    (header(name, size)? == *block).then(|| (name.to_owned(), size))
}

/// Zeros that fill a member's last block.
#[must_use]
pub fn padding(size: u64) -> usize {
    let over = usize::try_from(size % BLOCK as u64).unwrap_or(0);
    if over == 0 { 0 } else { BLOCK - over }
}

/// Writes one member from a reader that gives exactly `size` bytes.
///
/// # Errors
/// Those of reader and writer; a name or size that doesn't fit.
pub fn write(out: &mut impl Write, name: &str, size: u64, from: &mut impl Read) -> Result<()> {
    let wrong = |what: &str| std::io::Error::new(std::io::ErrorKind::InvalidInput, what.to_owned());
    out.write_all(&header(name, size).ok_or_else(|| wrong(name))?)?;
    if std::io::copy(&mut from.take(size), out)? != size {
        return Err(wrong("size"));
    }
    out.write_all(&vec![0; padding(size)])
}

/// Ends the archive.
///
/// # Errors
/// Those of the writer.
pub fn finish(out: &mut impl Write) -> Result<()> {
    out.write_all(&[0; 2 * BLOCK])
}

/// Relative, no `.` or `..`, ASCII: a name that can do no harm.
fn is_plain(name: &str) -> bool {
    let part = |p: &str| {
        !p.is_empty() && p != "." && p != ".." && p.bytes().all(|b| b.is_ascii_alphanumeric() || b"-_.".contains(&b))
    };
    name.split('/').all(part)
}

fn checksum(block: &[u8; BLOCK]) -> u32 {
    let field = 148..156;
    block.iter().enumerate().map(|(n, b)| if field.contains(&n) { u32::from(b' ') } else { u32::from(*b) }).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_read_back_and_nothing_else_does() {
        let block = header("LDG-P2/data/batch.json", 4242).unwrap();
        assert_eq!(read_header(&block), Some(("LDG-P2/data/batch.json".into(), 4242)));
        for at in [0, 100, 124, 156, 257, 345, 500] {
            let mut bad = block;
            bad[at] ^= 1;
            assert_eq!(read_header(&bad), None, "{at}");
        }
        assert_eq!(read_header(&[0; BLOCK]), None);
        for name in ["", "/etc/x", "a/../b", "a//b", "ă", "a\0b", &"x".repeat(100)] {
            assert_eq!(header(name, 1), None, "{name}");
        }
    }
}
