//! Files from outside: read whole, once, and no more of them than the limits allow.

use crate::error::Error;
use formats::{Extracted, Limits, ReadOptions};
use speech::fill::DataSheet;
use speech::returned::Returned;
use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

/// Reads a speech from a file, without a library.
pub fn read_file(path: &Path, options: &ReadOptions) -> Result<Extracted, Error> {
    let bytes = bytes(path, &options.limits)?;
    formats::read(&bytes, &name(path), options).map_err(Error::file(path))
}

/// Reads a file that came back changed: see [`formats::read_returned`].
pub fn read_returned_file(path: &Path, options: &ReadOptions) -> Result<Returned, Error> {
    let bytes = bytes(path, &options.limits)?;
    formats::read_returned(&bytes, &name(path), options).map_err(Error::file(path))
}

/// Reads labels and values from a data sheet.
pub fn read_sheet_file(path: &Path, limits: &Limits) -> Result<DataSheet, Error> {
    let bytes = bytes(path, limits)?;
    formats::read_sheet(&bytes, &name(path), limits).map_err(Error::file(path))
}

/// The bytes of a regular file. Nothing is read of a pipe or a device, nor of a file
/// over the limit.
pub(crate) fn bytes(path: &Path, limits: &Limits) -> Result<Vec<u8>, Error> {
    // A pipe would block already when it is opened.
    let there = path.metadata().map_err(Error::io(path))?;
    if !there.is_file() {
        let kind = if there.is_dir() { io::ErrorKind::IsADirectory } else { io::ErrorKind::InvalidInput };
        return Err(Error::io(path)(io::Error::from(kind)));
    }
    let mut bytes = Vec::new();
    let file = File::open(path).map_err(Error::io(path))?;
    file.take(limits.file_bytes + 1).read_to_end(&mut bytes).map_err(Error::io(path))?;
    if bytes.len() as u64 > limits.file_bytes {
        let bytes = path.metadata().map_or(bytes.len() as u64, |metadata| metadata.len());
        let too_large = formats::Error::FileTooLarge { bytes, limit_bytes: limits.file_bytes };
        return Err(Error::file(path)(too_large));
    }
    Ok(bytes)
}

pub(crate) fn name(path: &Path) -> String {
    path.file_name().unwrap_or_default().to_string_lossy().into_owned()
}
