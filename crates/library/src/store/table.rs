//! The tables, one a file: how it is made, its row, its questions.

pub(crate) mod changes;
pub(crate) mod collections;
pub(crate) mod decisions;
pub(crate) mod documents;
pub(crate) mod files;
pub(crate) mod filings;
pub(crate) mod import_files;
pub(crate) mod imports;
pub(crate) mod packed;
pub(crate) mod passages;
pub(crate) mod revisions;
pub(crate) mod settings;
pub(crate) mod sketches;
pub(crate) mod watched;

use sha2::{Digest, Sha256};
use speech::text::is_blank;

/// The name of some bytes: their SHA-256 in hexadecimal. Equal bytes have equal
/// names, and others don't.
pub(crate) fn hash(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name of a text by what it says: indents, and blanks between words, are the looks of a
/// file. The same speech as a web page and as a Word file has one.
pub(crate) fn text_hash(text: &str) -> String {
    let said: String = text.chars().filter(|character| *character == '\n' || !is_blank(*character)).collect();
    hash(said.as_bytes())
}
