//! The imported files themselves, kept byte for byte in `originals/`, each under the
//! hash of its bytes: whatever a later Lectern understands better can be read again.

use crate::error::Error;
use crate::store::table::hash;
use crate::whole_file;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// Keeps the bytes of some files under their hashes, durably, before anything refers to
/// them. Bytes that are kept already are not written again.
pub(crate) fn keep(folder: &Path, files: &[(&str, &[u8])]) -> Result<(), Error> {
    let new: Vec<(PathBuf, &[u8])> = files
        .iter()
        .map(|(hash, bytes)| (path(folder, hash), *bytes))
        // A file of another length is what a damaged disk left.
        .filter(|(path, bytes)| !fs::metadata(path).is_ok_and(|there| there.len() == bytes.len() as u64))
        .collect();
    whole_file::write_all(folder, &new)
}

/// The bytes of a kept file; [`Damage`] where they are not what was kept.
pub(crate) fn bytes(folder: &Path, kept: &str) -> Result<Result<Vec<u8>, Damage>, Error> {
    let path = path(folder, kept);
    match fs::read(&path) {
        Ok(bytes) if hash(&bytes) == kept => Ok(Ok(bytes)),
        Ok(_) => Ok(Err(Damage::Changed)),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Err(Damage::Missing)),
        Err(error) => Err(Error::io(&path)(error)),
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
pub(crate) fn damage(folder: &Path, kept: &str) -> Result<Option<Damage>, Error> {
    Ok(bytes(folder, kept)?.err())
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

fn path(folder: &Path, hash: &str) -> PathBuf {
    folder.join(hash)
}
