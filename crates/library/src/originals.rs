//! The imported files, kept byte for byte under the hash of their bytes: whatever a later
//! Lectern understands better can be read again.
//!
//! A file that comes alone is a file of that name; those that come together are one pack.

mod pack;

use crate::error::Error;
use crate::store::table::{hash, packed};
use crate::whole_file;
use rusqlite::Connection;
use std::fs;
use std::io::{self, Write};
use std::path::Path;

/// Keeps the bytes of some files under their hashes, on the disk when this returns; where they
/// stand is noted by the transaction that is under way, as is all else that refers to them.
/// Bytes that are kept already are not written again.
///
/// The disk is waited for once, however many files there are; [`settle`] is to follow the last of
/// them.
pub(crate) fn keep(connection: &Connection, folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Error> {
    let mut new = Vec::new();
    for (hash, bytes) in files {
        // One that is not as it was is what a damaged disk left.
        if damage(connection, folder, hash)?.is_some() {
            new.push((*hash, *bytes));
        }
    }
    match new[..] {
        [] => Ok(()),
        [(hash, bytes)] if packed::get(connection, hash)?.is_none() => {
            whole_file::write_new(&folder.join(hash), |file| file.write_all(bytes))
        }
        _ => {
            let hashes: Vec<&str> = new.iter().map(|(hash, _)| *hash).collect();
            let name = format!("{}.zip", hash(hashes.concat().as_bytes()));
            whole_file::write_new(&folder.join(&name), |file| pack::write(file, &new))?;
            hashes.iter().try_for_each(|hash| packed::set(connection, hash, &name))
        }
    }
}

/// Makes the names of kept files durable, on whatever file system.
pub(crate) fn settle(folder: &Path) -> Result<(), Error> {
    whole_file::sync_folder(folder)
}

/// The bytes of a kept file; [`Damage`] where they are not what was kept.
pub(crate) fn bytes(
    connection: &Connection,
    folder: &Path,
    kept: &str,
) -> Result<Result<Vec<u8>, Damage>, Error> {
    let pack = packed::get(connection, kept)?;
    let path = folder.join(pack.as_deref().unwrap_or(kept));
    let read = match pack {
        Some(_) => pack::read(&path, kept),
        None => fs::read(&path).map(Some),
    };
    match read {
        Ok(Some(bytes)) if hash(&bytes) == kept => Ok(Ok(bytes)),
        Ok(_) => Ok(Err(Damage::Changed)),
        Err(error) => match error.kind() {
            io::ErrorKind::NotFound => Ok(Err(Damage::Missing)),
            io::ErrorKind::InvalidData | io::ErrorKind::UnexpectedEof | io::ErrorKind::Unsupported => {
                Ok(Err(Damage::Changed))
            }
            _ => Err(Error::io(&path)(error)),
        },
    }
}

/// What is wrong with a kept file.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Damage {
    /// It is gone.
    Missing,
    /// Its bytes are no longer those that were kept.
    Changed,
}

/// Looks whether a kept file is there and still the same.
pub(crate) fn damage(connection: &Connection, folder: &Path, kept: &str) -> Result<Option<Damage>, Error> {
    Ok(bytes(connection, folder, kept)?.err())
}

/// Makes the folder ready for writing: it is there, and nothing in it is half written.
pub(crate) fn prepare(folder: &Path) -> Result<(), Error> {
    fs::create_dir_all(folder).map_err(Error::io(folder))?;
    for entry in fs::read_dir(folder).map_err(Error::io(folder))? {
        let entry = entry.map_err(Error::io(folder))?;
        if entry.file_name().to_str().is_some_and(whole_file::is_leftover) {
            whole_file::remove(&entry.path())?;
        }
    }
    Ok(())
}
