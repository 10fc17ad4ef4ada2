//! What a file is, told from its bytes: names lie, above all those of downloads.

use crate::error::{Error, LooksLike};
use crate::format::Format;
use encoding_rs::Encoding;

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Content {
    /// A packed file; which one, its parts tell.
    Packed,
    /// A file of the old Office; which one, its streams tell.
    Ole,
    /// PDF.
    Pdf,
    /// Rich text.
    Rtf,
    /// A web page, or an archive of one.
    Html,
    /// Text, of which the name says whether it is Markdown.
    Text(Format),
}

/// Tells what a file holds.
///
/// # Errors
/// [`Error::UnknownFormat`] for what is known and not read. What can't be told is taken
/// for text, and may turn out to be none when it is decoded.
pub(crate) fn sniff(bytes: &[u8], name: &str) -> Result<Content, Error> {
    if bytes.starts_with(crate::zip::SIGNATURE) {
        return Ok(Content::Packed);
    }
    if bytes.trim_ascii_start().starts_with(RTF_SIGNATURE) {
        return Ok(Content::Rtf);
    }
    if is_pdf(bytes) {
        return Ok(Content::Pdf);
    }
    if bytes.starts_with(crate::ole::SIGNATURE) {
        return Ok(Content::Ole);
    }
    // Some signatures are plain letters (GIF8, ID3), which a text may begin with.
    let has_nul = bytes.iter().take(64).any(|byte| *byte == 0);
    let known = SIGNATURES.iter().find(|(offset_bytes, signature, _)| {
        let found = bytes.get(*offset_bytes..).is_some_and(|rest| rest.starts_with(signature));
        found && (has_nul || !signature.iter().all(u8::is_ascii_alphanumeric))
    });
    if let Some((_, _, looks_like)) = known {
        return Err(Error::UnknownFormat { looks_like: *looks_like });
    }
    let is_markdown = named_markdown(name);
    match markup(bytes) {
        Some(Markup::Page) => return Ok(Content::Html),
        Some(Markup::Piece) if !is_markdown => return Ok(Content::Html),
        Some(Markup::Other) => return Err(Error::UnknownFormat { looks_like: LooksLike::Xml }),
        Some(Markup::Piece) | None => {}
    }
    if crate::read::is_web_archive(bytes) {
        return Ok(Content::Html);
    }
    Ok(Content::Text(if is_markdown { Format::Md } else { Format::Txt }))
}

/// Where the bytes of a format stand that give it away. RIFF is the box of WebP, WAV
/// and AVI; `ftyp` that of MP4, M4A and HEIC.
const SIGNATURES: [(usize, &[u8], LooksLike); 20] = [
    (0, b"\x89PNG\r\n\x1a\n", LooksLike::Picture),
    (0, b"\xff\xd8\xff", LooksLike::Picture),
    (0, b"GIF8", LooksLike::Picture),
    (0, b"II*\0", LooksLike::Picture),
    (0, b"MM\0*", LooksLike::Picture),
    (8, b"WEBP", LooksLike::Picture),
    (0, b"RIFF", LooksLike::Media),
    (4, b"ftyp", LooksLike::Media),
    (0, b"ID3", LooksLike::Media),
    (0, b"OggS", LooksLike::Media),
    (0, b"PK\x05\x06", LooksLike::Archive),
    (0, b"Rar!\x1a\x07", LooksLike::Archive),
    (0, b"7z\xbc\xaf\x27\x1c", LooksLike::Archive),
    (0, b"\x1f\x8b\x08", LooksLike::Archive),
    (4, b"1AY&SY", LooksLike::Archive),
    (0, b"\xfd7zXZ\0", LooksLike::Archive),
    (0, b"\xdb\xa5-\0", LooksLike::Word95),
    (0, b"\x7fELF", LooksLike::Binary),
    (0, b"MZ\x90\0", LooksLike::Binary),
    (0, b"SQLite format 3\0", LooksLike::Binary),
];

/// A PDF begins with its mark; where a program has put something in front, its end tells.
fn is_pdf(bytes: &[u8]) -> bool {
    const MARK: &[u8] = b"%PDF-";
    let head = &bytes[..bytes.len().min(1_024)];
    let tail = &bytes[bytes.len().saturating_sub(1_024)..];
    bytes.starts_with(MARK)
        || (memchr::memmem::find(head, MARK).is_some() && memchr::memmem::find(tail, b"startxref").is_some())
}

/// How rich text begins.
const RTF_SIGNATURE: &[u8] = b"{\\rtf";

/// Text with tags: read as plain text, its tags would be taken for words.
enum Markup {
    /// A web page.
    Page,
    /// A piece of one, as Markdown may hold too.
    Piece,
    /// XML that is none.
    Other,
}

fn markup(bytes: &[u8]) -> Option<Markup> {
    const HEAD_BYTES: usize = 4 * 1_024;
    let mut head = &bytes[..bytes.len().min(HEAD_BYTES)];
    let decoded;
    if let Some((encoding, n_bytes)) = Encoding::for_bom(head) {
        // Tags in UTF-16 too.
        decoded = encoding.decode_without_bom_handling(&head[n_bytes..]).0.into_owned();
        head = decoded.as_bytes();
    }
    let mut rest = head.trim_ascii_start();
    let mut is_xml = false;
    loop {
        let starts_with =
            |tag: &str| rest.get(..tag.len()).is_some_and(|it| it.eq_ignore_ascii_case(tag.as_bytes()));
        let is_tag = |tag: &&str| {
            let after = rest.get(tag.len());
            starts_with(tag) && after.is_none_or(|after| after.is_ascii_whitespace() || b">/".contains(after))
        };
        if ["<!doctype html", "<html", "<head", "<body"].iter().any(is_tag) {
            return Some(Markup::Page);
        }
        if PIECES.iter().any(is_tag) {
            return Some(Markup::Piece);
        }
        is_xml |= starts_with("<?xml");
        // What may stand before the first tag.
        let end = if starts_with("<!--") {
            "-->"
        } else if starts_with("<?") {
            ">"
        } else {
            return is_xml.then_some(Markup::Other);
        };
        match memchr::memmem::find(rest, end.as_bytes()) {
            Some(at_bytes) => rest = rest[at_bytes + end.len()..].trim_ascii_start(),
            None => return is_xml.then_some(Markup::Other),
        }
    }
}

/// Tags that a page begins with that was cut out of another.
const PIECES: [&str; 16] = [
    "<meta", "<title", "<script", "<style", "<link", "<div", "<p", "<br", "<table", "<section", "<article",
    "<span", "<font", "<h1", "<h2", "<center",
];

fn named_markdown(name: &str) -> bool {
    let extension = name.rsplit_once('.').map(|(_, extension)| extension.to_ascii_lowercase());
    matches!(extension.as_deref(), Some("md" | "markdown"))
}
