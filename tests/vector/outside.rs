//! What can be wrong around a bag: the file and its signature, the encryption, the tar.

use trucban::seal;
use trucban::sync::{NAMESPACE_BATCH, NAMESPACE_FILE};

use crate::parts::Sent;
use crate::recipes::Hands::{Outside, Tar};
use crate::recipes::Recipe;

pub const OUTSIDE: &[Recipe] = &[
    (
        "signature-missing",
        Some("E102"),
        "there is no signature file",
        Outside(|maker| Sent { signature: None, ..maker.send(&maker.tar) }),
    ),
    (
        "signature-of-another-file",
        Some("E102"),
        "the signature is over other bytes",
        Outside(|maker| Sent { signature: maker.send(&maker.next).signature, ..maker.send(&maker.tar) }),
    ),
    (
        "signature-namespace",
        Some("E102"),
        "the signature is in the namespace of batches, not of files",
        Outside(|maker| {
            let sent = maker.send(&maker.tar);
            Sent { signature: Some(maker.post.sign(NAMESPACE_BATCH, &sent.file).unwrap()), ..sent }
        }),
    ),
    (
        "signature-no-signature",
        Some("E102"),
        "the signature file holds something else",
        Outside(|maker| Sent {
            signature: Some("-----BEGIN SSH SIGNATURE-----\nAAAA\n-----END SSH SIGNATURE-----\n".into()),
            ..maker.send(&maker.tar)
        }),
    ),
    (
        "file-bit-flipped",
        Some("E102"),
        "one bit in the middle of the file",
        Outside(|maker| {
            let mut sent = maker.send(&maker.tar);
            let middle = sent.file.len() / 2;
            sent.file[middle] ^= 1;
            sent
        }),
    ),
    (
        "file-cut",
        Some("E102"),
        "the last byte of the file is missing",
        Outside(|maker| {
            let mut sent = maker.send(&maker.tar);
            sent.file.pop();
            sent
        }),
    ),
    (
        "stranger",
        Some("E103"),
        "signed by a key that no trusted post has",
        Outside(|maker| {
            let sent = maker.send(&maker.tar);
            Sent { signature: Some(maker.stranger.sign(NAMESPACE_FILE, &sent.file).unwrap()), ..sent }
        }),
    ),
    (
        "encrypted-to-another",
        Some("E105"),
        "only somebody else can decrypt it",
        Outside(|maker| {
            let other = seal::Identity::generate().recipient();
            maker.signed(seal::encrypt(&[other], &maker.tar).unwrap())
        }),
    ),
    (
        "no-age-file",
        Some("E106"),
        "signed, but not encrypted with age",
        Outside(|maker| maker.signed(b"no age file".to_vec())),
    ),
    (
        "age-cut",
        Some("E106"),
        "the last chunk of the age file is missing, signed as it is",
        Outside(|maker| {
            let mut file = maker.send(&maker.tar).file;
            file.truncate(file.len() - 100);
            maker.signed(file)
        }),
    ),
    ("tar-empty", Some("E107"), "there is nothing inside", Tar(|_| Vec::new())),
    ("tar-cut", Some("E107"), "the last block is missing", Tar(|tar| tar[..tar.len() - 512].to_vec())),
    ("tar-longer", Some("E107"), "a block of zeros more", Tar(|tar| [&tar[..], &[0; 512]].concat())),
    ("tar-mode", Some("E107"), "a file with another mode", Tar(|tar| header(tar, |block| block[106] = b'5'))),
    ("tar-owner", Some("E107"), "a file with an owner's name", Tar(|tar| header(tar, |block| block[265] = b'x'))),
    ("tar-time", Some("E107"), "a file with a time", Tar(|tar| header(tar, |block| block[146] = b'1'))),
    (
        "tar-link",
        Some("E107"),
        "a symbolic link",
        Tar(|tar| {
            header(tar, |block| {
                block[156] = b'2';
                block[157..168].copy_from_slice(b"/etc/passwd");
            })
        }),
    ),
    ("tar-device", Some("E107"), "a character device", Tar(|tar| header(tar, |block| block[156] = b'3'))),
    ("tar-hard-link", Some("E107"), "a hard link", Tar(|tar| header(tar, |block| block[156] = b'1'))),
    ("tar-pipe", Some("E107"), "a named pipe", Tar(|tar| header(tar, |block| block[156] = b'6'))),
    ("tar-pax-global", Some("E107"), "a global PAX header", Tar(|tar| header(tar, |block| block[156] = b'g'))),
    ("tar-gnu-long-name", Some("E107"), "a long name of GNU tar", Tar(|tar| header(tar, |block| block[156] = b'L'))),
    ("tar-sparse", Some("E107"), "a sparse file of GNU tar", Tar(|tar| header(tar, |block| block[156] = b'S'))),
    ("tar-name-control", Some("E107"), "an escape in a name", Tar(|tar| header(tar, |block| block[3] = 0x1b))),
    (
        "tar-prefix",
        Some("E107"),
        "a name that is split into two fields",
        Tar(|tar| header(tar, |block| block[345..347].copy_from_slice(b"a\0"))),
    ),
    ("tar-two-folders", Some("E107"), "a file beside the folder", Tar(|tar| header(tar, |block| block[0] = b'M'))),
    ("tar-folder", Some("E107"), "a folder", Tar(|tar| header(tar, |block| block[156] = b'5'))),
    (
        "tar-gnu",
        Some("E107"),
        "a header of GNU tar",
        Tar(|tar| header(tar, |block| block[257..265].copy_from_slice(b"ustar  \0"))),
    ),
    ("tar-pax", Some("E107"), "a PAX header", Tar(|tar| header(tar, |block| block[156] = b'x'))),
    (
        "tar-checksum",
        Some("E107"),
        "a header whose sum is wrong",
        Tar(|mut tar| {
            tar[148] ^= 1;
            tar
        }),
    ),
    (
        "tar-size",
        Some("E107"),
        "a file that says it is larger than the tar",
        Tar(|tar| header(tar, |block| block[124] = b'7')),
    ),
    (
        "tar-traversal",
        Some("E107"),
        "a name that leads out of the folder",
        Tar(|tar| {
            header(tar, |block| {
                block[..3].copy_from_slice(b"../");
            })
        }),
    ),
    ("tar-absolute", Some("E107"), "a name that begins at the root", Tar(|tar| header(tar, |block| block[0] = b'/'))),
    (
        "tar-twice",
        Some("E107"),
        "a file that stands twice",
        Tar(|tar| {
            let size = member(&tar);
            [&tar[..size], &tar[..size], &tar[size..]].concat()
        }),
    ),
    (
        "tar-order",
        Some("E107"),
        "two files change places",
        Tar(|tar| {
            let first = member(&tar);
            let second = first + member(&tar[first..]);
            [&tar[first..second], &tar[..first], &tar[second..]].concat()
        }),
    ),
    (
        "tar-padding",
        Some("E107"),
        "something hides behind a file's end",
        Tar(|mut tar| {
            let end = member(&tar) - 1;
            tar[end] = b'x';
            tar
        }),
    ),
];

/// Changes the header of the first member, and sums it up again.
fn header(mut tar: Vec<u8>, change: fn(&mut [u8])) -> Vec<u8> {
    let block = &mut tar[..512];
    change(block);
    block[148..156].fill(b' ');
    let sum: u32 = block.iter().map(|byte| u32::from(*byte)).sum();
    let sum = format!("{sum:06o}\0 ");
    block[148..156].copy_from_slice(sum.as_bytes());
    tar
}

/// How many bytes the first member takes.
fn member(tar: &[u8]) -> usize {
    let size = std::str::from_utf8(&tar[124..135]).unwrap();
    512 + usize::from_str_radix(size, 8).unwrap().next_multiple_of(512)
}
