//! 跟随文件夹. Folders whose new and changed files come in by themselves. Off until the
//! writer names a folder. What is deleted there stays in the library, marked: its file may
//! have been moved away, or the stick pulled out.

mod watcher;

use crate::document::DocumentId;
use crate::error::Error;
use crate::import::{ImportOptions, ImportStep, Imported, is_missing};
use crate::library::Library;
use crate::store::table::{files, watched};
use std::collections::BTreeSet;
use std::fs;
use std::ops::ControlFlow;
use std::path::{self, Path, PathBuf};

pub use watcher::Watcher;

/// What a look at the followed folders brought.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Looked {
    /// What was taken in; files that were known are not counted.
    pub imported: Imported,
    /// The documents whose files are all gone since the last look.
    pub gone: Vec<DocumentId>,
    /// Those of which a file is there again.
    pub back: Vec<DocumentId>,
}

impl Library {
    /// Follows a folder from now on. Nothing is taken in until [`look`](Self::look).
    pub fn watch(&self, folder: &Path) -> Result<(), Error> {
        if !folder.is_dir() {
            let kind = if is_missing(folder) {
                std::io::ErrorKind::NotFound
            } else {
                std::io::ErrorKind::NotADirectory
            };
            return Err(Error::io(folder)(kind.into()));
        }
        let real = |path: &Path| fs::canonicalize(path).map_err(Error::io(path));
        let (followed, own) = (real(folder)?, real(self.folder())?);
        if own.starts_with(&followed) || followed.starts_with(&own) {
            return Err(Error::HoldsLibrary { path: folder.to_owned() });
        }
        let folder = absolute(folder)?;
        let _lock = self.lock()?;
        self.store.change(|connection| watched::add(connection, &folder))
    }

    /// Follows a folder no longer; whether it was followed. What came from it stays.
    pub fn unwatch(&self, folder: &Path) -> Result<bool, Error> {
        let folder = absolute(folder)?;
        let _lock = self.lock()?;
        self.store.change(|connection| watched::remove(connection, &folder))
    }

    /// The folders that are followed.
    pub fn watched(&self) -> Result<Vec<PathBuf>, Error> {
        let folders = self.store.read(watched::list)?;
        Ok(folders.into_iter().map(PathBuf::from).collect())
    }

    /// Takes in what is new or changed in the followed folders, as an import does, and marks
    /// the documents whose files are gone. Nothing is deleted. A followed folder that is not
    /// there now is left alone, and told of in `imported.missing`.
    ///
    /// Files that have not changed since the last look are neither read nor told of, those
    /// that could not be taken in included; where nothing is new there is no report.
    pub fn look(
        &self,
        options: &ImportOptions,
        tell: &mut dyn FnMut(&ImportStep<'_>) -> ControlFlow<()>,
    ) -> Result<Looked, Error> {
        let folders = self.watched()?;
        let imported = self.import_new(&folders, options, tell)?;
        let lock = self.lock()?;
        let (mut gone, mut back) = (BTreeSet::new(), BTreeSet::new());
        for folder in folders.iter().filter(|folder| folder.is_dir()) {
            let known = self.store.read(|connection| files::below(connection, &folder.to_string_lossy()))?;
            let changed: Vec<(String, bool)> = known
                .into_iter()
                .map(|(path, was_gone)| (is_missing(Path::new(&path)), was_gone, path))
                .filter(|(is_gone, was_gone, _)| is_gone != was_gone)
                .map(|(is_gone, _, path)| (path, is_gone))
                .collect();
            if changed.is_empty() {
                continue;
            }
            self.store.change(|connection| {
                for (path, is_gone) in &changed {
                    let Some(document) = files::mark(connection, path, *is_gone)? else { continue };
                    let set = if *is_gone { &mut gone } else { &mut back };
                    set.insert(document);
                }
                Ok(())
            })?;
        }
        drop(lock);
        let mut looked = Looked { imported, gone: Vec::new(), back: back.into_iter().collect() };
        for id in gone {
            // One of its files may have been moved, and is there under another name.
            if self.describe(id)?.gone {
                looked.gone.push(id);
            }
        }
        Ok(looked)
    }
}

fn absolute(folder: &Path) -> Result<String, Error> {
    let absolute = path::absolute(folder).map_err(Error::io(folder))?;
    // A slash at the end would be another name for the same folder.
    let plain: PathBuf = absolute.components().collect();
    Ok(plain.to_string_lossy().into_owned())
}
