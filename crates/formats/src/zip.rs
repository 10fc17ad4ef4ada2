//! The packed file that docx, odt and xlsx are, guarded.
//!
//! What an archive says of itself (how large a part is, how many there are) is
//! believed in nothing: parts are unpacked in memory, never to disk, and counted
//! while they are. A part's name is only compared, so that `../../x` does no harm.

use crate::error::{Error, Limit};
use crate::limits::Limits;
use std::io::{Cursor, Read};
use zip::ZipArchive;
use zip::result::ZipError;

/// How every packed file begins.
pub(crate) const SIGNATURE: &[u8] = b"PK\x03\x04";

/// How the entry of a part in the archive's table begins.
const ENTRY_SIGNATURE: &[u8] = b"PK\x01\x02";

/// An archive, open for reading.
pub(crate) struct Container<'a> {
    archive: ZipArchive<Cursor<&'a [u8]>>,
    limits: &'a Limits,
    file_bytes: u64,
    /// Bytes of all parts read until now.
    unpacked_bytes: u64,
}

impl<'a> Container<'a> {
    /// Opens an archive; nothing is unpacked yet.
    pub(crate) fn open(bytes: &'a [u8], limits: &'a Limits) -> Result<Self, Error> {
        let too_many = Error::OverLimit { limit: Limit::Entries, allowed: limits.entries as u64 };
        // Counted before the table is read, which takes memory for each entry.
        if memchr::memmem::find_iter(bytes, ENTRY_SIGNATURE).nth(limits.entries).is_some() {
            return Err(too_many);
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(refused)?;
        Ok(Self { archive, limits, file_bytes: bytes.len() as u64, unpacked_bytes: 0 })
    }

    /// Whether a part of that name is there.
    pub(crate) fn has(&self, name: &str) -> bool {
        self.index_of(name).is_some()
    }

    /// Unpacks a part; nothing where there is none of that name. Names are compared
    /// as Windows does: `Word\Document.xml` is `word/document.xml`.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<Vec<u8>>, Error> {
        let Some(idx) = self.index_of(name) else { return Ok(None) };
        let entry = self.archive.by_index(idx).map_err(refused)?;
        let declared_bytes = entry.size();
        // A packed size beyond the file is a lie, which would raise the ratio's limit.
        let packed_bytes = entry.compressed_size().min(self.file_bytes);
        let Limits { part_bytes, unpacked_bytes, ratio, ratio_from_bytes, .. } = *self.limits;
        let (allowed_bytes, limit, allowed) = [
            (part_bytes, Limit::Part, part_bytes),
            (unpacked_bytes - self.unpacked_bytes, Limit::Unpacked, unpacked_bytes),
            (packed_bytes.saturating_mul(ratio).max(ratio_from_bytes), Limit::Ratio, ratio),
        ]
        .into_iter()
        .min_by_key(|(allowed_bytes, ..)| *allowed_bytes)
        .expect("there are three limits");
        let mut part = Vec::with_capacity(declared_bytes.min(allowed_bytes).min(ratio_from_bytes) as usize);
        let n_read = entry.take(allowed_bytes + 1).read_to_end(&mut part);
        if part.len() as u64 > allowed_bytes {
            return Err(Error::OverLimit { limit, allowed });
        }
        n_read.map_err(|error| Error::Damaged { detail: format!("{name}: {error}") })?;
        if part.len() as u64 != declared_bytes {
            return Err(Error::Damaged {
                detail: format!("{name}: {declared_bytes} bytes declared, {} found", part.len()),
            });
        }
        self.unpacked_bytes += part.len() as u64;
        Ok(Some(part))
    }

    fn index_of(&self, name: &str) -> Option<usize> {
        self.archive.index_for_name(name).or_else(|| {
            self.archive.file_names().position(|entry| {
                entry.is_ok_and(|entry| entry.replace('\\', "/").eq_ignore_ascii_case(name))
            })
        })
    }
}

/// An archive that can't be read, in our words.
fn refused(error: ZipError) -> Error {
    match error {
        ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) | ZipError::InvalidPassword => {
            Error::Protected
        }
        error => Error::Damaged { detail: error.to_string() },
    }
}
