//! Files of Word before 2007 that are not as they should be: each is one of `read/` with
//! bytes of it changed.

use formats::{Error, LooksLike, ReadOptions, read};
use std::fs;
use std::path::Path;

fn fixture(name: &str) -> Vec<u8> {
    fs::read(Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/read").join(name)).unwrap()
}

/// Where the head of the text stands.
fn head_at_bytes(file: &[u8]) -> usize {
    let sectors = file.chunks(512).position(|sector| sector.starts_with(b"\xEC\xA5"));
    512 * sectors.unwrap()
}

#[track_caller]
fn refused(file: &[u8], expected: Error) {
    assert_eq!(read(file, "讲话.doc", &ReadOptions::default()).unwrap_err(), expected);
}

#[test]
fn a_password_is_named() {
    let mut file = fixture("自动编号.doc");
    let head = head_at_bytes(&file);
    file[head + 11] |= 1;
    refused(&file, Error::Protected);
}

#[test]
fn word_95_and_before_are_named() {
    let mut file = fixture("自动编号.doc");
    let head = head_at_bytes(&file);
    file[head + 2..head + 4].copy_from_slice(&[0x68, 0]);
    refused(&file, Error::UnknownFormat { looks_like: LooksLike::Word95 });
    file[head..head + 2].copy_from_slice(&[0xDC, 0xA5]);
    refused(&file, Error::UnknownFormat { looks_like: LooksLike::Word95 });
}

#[test]
fn a_text_longer_than_its_file() {
    // The list of pieces has one piece: it becomes as long as a number can say.
    let mut file = fixture("自动编号.doc");
    let list = memchr::memmem::find(&file, b"\x02\x10\0\0\0\0\0\0\0").unwrap();
    file[list + 9..list + 13].copy_from_slice(&u32::MAX.to_le_bytes());
    assert!(matches!(read(&file, "a", &ReadOptions::default()), Err(Error::Damaged { .. })));
}

#[test]
fn every_cut_off_file_is_read_or_refused() {
    for name in ["自动编号.doc", "修订和批注.doc", "表格和文本框.wps"] {
        let file = fixture(name);
        let whole = read(&file, name, &ReadOptions::default()).unwrap().paragraphs;
        for n_bytes in (9..file.len()).step_by(7) {
            // A file that lacks but its end of properties is whole; no text is ever half there.
            if let Ok(extracted) = read(&file[..n_bytes], name, &ReadOptions::default()) {
                let texts = |paragraphs: &[speech::Paragraph]| {
                    paragraphs.iter().map(|paragraph| paragraph.text.clone()).collect::<Vec<_>>()
                };
                assert_eq!(texts(&extracted.paragraphs), texts(&whole), "{name} cut at {n_bytes}");
            }
        }
    }
}
