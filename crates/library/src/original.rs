//! 原件. The file that a document was made from, as it was: to be opened in the program
//! that wrote it.

use crate::document::{Document, DocumentId};
use crate::error::Error;
use crate::library::Library;
use crate::{originals, whole_file};
use std::fs;
use std::path::{Path, PathBuf};

impl Library {
    /// A copy of the file that a document was made from, to be opened: read-only, under
    /// the name that the file had, in a new folder among the system's temporary files. What
    /// is done with it never reaches the library.
    pub fn original(&self, id: DocumentId) -> Result<PathBuf, Error> {
        let (document, bytes) = self.original_bytes(id)?;
        let temporary = std::env::temp_dir();
        let folder = tempfile::Builder::new().prefix("lectern-").tempdir().map_err(Error::io(&temporary))?;
        let path = folder.path().join(file_name(&document, &bytes));
        whole_file::write(&path, &bytes)?;
        let mut permissions = fs::metadata(&path).map_err(Error::io(&path))?.permissions();
        permissions.set_readonly(true);
        fs::set_permissions(&path, permissions).map_err(Error::io(&path))?;
        // Whoever opens it needs it for longer than this program may run.
        let _ = folder.keep();
        Ok(path)
    }

    /// Writes the file that a document was made from to a place of the writer's, whole or
    /// not at all.
    pub fn save_original(&self, id: DocumentId, path: &Path) -> Result<(), Error> {
        let (_, bytes) = self.original_bytes(id)?;
        whole_file::write(path, &bytes)
    }

    /// A document and the bytes of its file, as they were kept.
    pub(crate) fn original_bytes(&self, id: DocumentId) -> Result<(Document, Vec<u8>), Error> {
        let document = self.describe(id)?;
        let kept = document.original.as_deref().ok_or(Error::NoOriginal { id })?;
        let bytes = self.store.read(|connection| originals::bytes(connection, &self.originals(), kept))?;
        Ok((document, bytes.map_err(|_| Error::DamagedOriginal { id })?))
    }
}

/// The name that the file had; of a text that stood in no file, one that its program can be told by.
fn file_name(document: &Document, bytes: &[u8]) -> String {
    let name = name(document);
    if document.path.is_some() {
        return name;
    }
    let read = formats::read(bytes, &name, &formats::ReadOptions::default());
    let ending = read.map_or("txt", |extracted| extracted.format.word());
    format!("{name}.{ending}")
}

/// The name that the file had; its path may be that of another system.
pub(crate) fn name(document: &Document) -> String {
    let path = document.path.as_deref().unwrap_or_default();
    let name = path.rsplit(['/', '\\']).next().unwrap_or_default();
    // A colon or a stream of Windows would name another file there.
    let name: String = name.chars().filter(|c| !c.is_control() && !r#"<>:"|?*"#.contains(*c)).collect();
    if name.is_empty() || name == ".." || name == "." { document.id.to_string() } else { name }
}
