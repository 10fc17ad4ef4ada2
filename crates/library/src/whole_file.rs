//! Files that are there whole or not at all. What is written goes into a file
//! beside, is brought to the disk, and takes the place by renaming; on any error,
//! and at any kill, the old file still stands.

use crate::error::Error;
use std::ffi::OsString;
use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

/// Writes a file and makes it durable. Its folder must be there. A link in its place
/// is replaced, and what it points to left alone; a folder or a device is an error.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> Result<(), Error> {
    write_with(path, |file| file.write_all(bytes))
}

/// Writes a file that takes the place of none that says something else, its bytes by a function,
/// with one wait for the disk: the bytes are durable when this returns. So is its name, on the file
/// systems that computers come with, which keep the name of a new file with its bytes; anywhere, when
/// [`sync_folder`] has returned.
pub(crate) fn write_new(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    put(path, fill)?;
    let synced = OpenOptions::new().write(true).open(path).and_then(|file| file.sync_all());
    synced.map_err(Error::io(path))
}

/// Writes a file and makes it durable, its bytes written by a function. Its folder must be there.
pub(crate) fn write_with(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    match fs::symlink_metadata(path) {
        Ok(there) if there.is_dir() => return Err(Error::io(path)(io::ErrorKind::IsADirectory.into())),
        Ok(there) if !there.is_file() && !there.is_symlink() => {
            return Err(Error::io(path)(io::ErrorKind::InvalidInput.into()));
        }
        _ => {}
    }
    put(path, |file| fill(file).and_then(|()| file.sync_all()))?;
    sync_folder(folder_of(path))
}

/// Writes a file beside and puts it in its place; on an error nothing is left of it.
fn put(path: &Path, fill: impl FnOnce(&mut File) -> io::Result<()>) -> Result<(), Error> {
    let (beside, mut file) = create_beside(path)?;
    let written = fill(&mut file).map_err(Error::io(path));
    // Windows renames no file that is open.
    drop(file);
    let written = written.and_then(|()| fs::rename(&beside, path).map_err(|error| not_replaced(path, error)));
    if written.is_err() {
        // The error that matters is the first one.
        let _ = fs::remove_file(&beside);
    }
    written
}

/// Why a file can't take the place of another, although it could be written beside: as a rule
/// the other one is open, which Windows and shares do not allow.
fn not_replaced(path: &Path, error: io::Error) -> Error {
    /// `ERROR_SHARING_VIOLATION` and `ERROR_LOCK_VIOLATION` of Windows.
    const SHARING: &[i32] = if cfg!(windows) { &[32, 33] } else { &[] };
    let kinds =
        [io::ErrorKind::PermissionDenied, io::ErrorKind::ResourceBusy, io::ErrorKind::ExecutableFileBusy];
    let is_open =
        kinds.contains(&error.kind()) || error.raw_os_error().is_some_and(|code| SHARING.contains(&code));
    if is_open && path.is_file() {
        return Error::OpenElsewhere { path: path.to_owned(), lock: None };
    }
    Error::io(path)(error)
}

/// Gives a durable file its final name, and makes the name durable.
pub(crate) fn rename(from: &Path, to: &Path) -> Result<(), Error> {
    fs::rename(from, to).map_err(Error::io(to))?;
    sync_folder(folder_of(to))
}

/// Removes a file, if it is there.
pub(crate) fn remove(path: &Path) -> Result<(), Error> {
    match fs::remove_file(path) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(Error::io(path)(error)),
        _ => Ok(()),
    }
}

/// Whether a name is one of the files written beside, left over by a killed program.
pub(crate) fn is_leftover(name: &str) -> bool {
    name.starts_with(PREFIX) && name.ends_with(SUFFIX)
}

const PREFIX: &str = ".lectern-";
const SUFFIX: &str = ".tmp";

/// A new file in the same folder. Its name is short, as the other one's may already
/// be as long as a name can be.
fn create_beside(path: &Path) -> Result<(PathBuf, File), Error> {
    let folder = folder_of(path);
    for attempt in 0_u32.. {
        let name = OsString::from(format!("{PREFIX}{}-{attempt}{SUFFIX}", std::process::id()));
        let beside = folder.join(name);
        match OpenOptions::new().write(true).create_new(true).open(&beside) {
            Ok(file) => return Ok((beside, file)),
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            Err(error) => return Err(Error::io(folder)(error)),
        }
    }
    Err(Error::io(folder)(io::ErrorKind::AlreadyExists.into()))
}

fn folder_of(path: &Path) -> &Path {
    match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    }
}

/// Brings the names in a folder to the disk. Windows can't, and does it by itself; nor can some
/// shares, or in a folder that may be written and not read: there the file is in its place, and
/// that is all that can be had.
pub(crate) fn sync_folder(folder: &Path) -> Result<(), Error> {
    if cfg!(unix) {
        use io::ErrorKind::{InvalidInput, PermissionDenied, Unsupported};
        let synced = File::open(folder).and_then(|opened| opened.sync_all());
        if let Err(error) = synced
            && !matches!(error.kind(), InvalidInput | PermissionDenied | Unsupported)
        {
            return Err(Error::io(folder)(error));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_replaced_and_nothing_left_beside() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("讲话.txt");
        write(&path, b"1").unwrap();
        write(&path, "二".as_bytes()).unwrap();
        assert_eq!(fs::read_to_string(&path).unwrap(), "二");
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1);
    }

    #[test]
    fn what_cannot_be_replaced_stays() {
        let folder = tempfile::tempdir().unwrap();
        assert!(write(folder.path(), b"1").is_err());
        assert!(write(&folder.path().join("没有/讲话.txt"), b"1").is_err());
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
    }

    #[cfg(unix)]
    #[test]
    fn a_link_is_replaced_and_its_target_left_alone() {
        let folder = tempfile::tempdir().unwrap();
        let (target, link) = (folder.path().join("原件.txt"), folder.path().join("链接.txt"));
        fs::write(&target, "原").unwrap();
        std::os::unix::fs::symlink(&target, &link).unwrap();
        write(&link, b"new").unwrap();
        assert_eq!(fs::read_to_string(&target).unwrap(), "原");
        assert_eq!(fs::read_to_string(&link).unwrap(), "new");
    }
}
