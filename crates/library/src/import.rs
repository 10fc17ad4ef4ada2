//! Taking files in: 讲话.docx becomes a speech that is found, its bytes are kept, and
//! each file is safe when it is reported. Junk in a folder costs a line of the report
//! and nothing else.

mod walk;

use crate::document::{DocumentId, DocumentKind};
use crate::error::Error;
use crate::file;
use crate::library::Library;
use crate::originals;
use crate::stamp::stamp;
use crate::store::{self, NewDocument, table};
use formats::{Limits, ReadOptions};
use speech::{Message, Paragraph, about, parse, shown};
use std::io;
use std::ops::ControlFlow;
use std::path::{self, Path, PathBuf};
use std::time::SystemTime;

/// How files are to be taken in.
#[derive(Clone, Debug)]
pub struct ImportOptions {
    /// The encoding of text files by its label (`gbk`), where the writer knows it
    /// better.
    pub encoding: Option<String>,
    /// The time that is stored.
    pub now: SystemTime,
}

/// What became of a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ImportedFile {
    /// Its path as it was given, or below the folder that was given.
    pub path: PathBuf,
    /// What was done.
    pub status: ImportStatus,
    /// What a writer should know about the reading.
    pub warnings: Vec<Message>,
}

/// What was done with a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ImportStatus {
    /// It is a new document.
    Imported(DocumentId),
    /// The library has the same bytes, or the same text, as this document.
    Duplicate(DocumentId),
    /// A file at this path was imported before and said something else: this is a new
    /// document beside the old one.
    Version(DocumentId),
    /// It was not taken in; why.
    Skipped(Message),
}

impl ImportStatus {
    /// The word for it in JSON and the docs.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Imported(_) => "imported",
            Self::Duplicate(_) => "duplicate",
            Self::Version(_) => "version",
            Self::Skipped(_) => "skipped",
        }
    }

    /// The document that the file is, or is the same as.
    pub fn document(&self) -> Option<DocumentId> {
        match self {
            Self::Imported(id) | Self::Duplicate(id) | Self::Version(id) => Some(*id),
            Self::Skipped(_) => None,
        }
    }
}

/// What an import did, all in all.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Imported {
    /// How many files were looked at.
    pub files: usize,
    /// How many of them are new documents at a new path.
    pub imported: usize,
    /// How many the library had.
    pub duplicate: usize,
    /// How many are new states of a file imported before.
    pub version: usize,
    /// How many were not taken in.
    pub skipped: usize,
    /// The paths given that are not there. They count nowhere above.
    pub missing: Vec<PathBuf>,
}

impl Library {
    /// Takes in files, and folders with all below, in the order of their names. Files
    /// whose name begins with a dot or `~$` are passed over, unless given themselves.
    ///
    /// `progress` hears of each file when it is durable, and may stop the import; what
    /// was reported stays. An error ends the import, with the same promise.
    pub fn import(
        &self,
        paths: &[PathBuf],
        options: &ImportOptions,
        progress: &mut dyn FnMut(&ImportedFile) -> ControlFlow<()>,
    ) -> Result<Imported, Error> {
        let mut lock = self.lock()?;
        originals::prepare(&self.originals())?;
        let mut done = Imported::default();
        'paths: for path in paths {
            if is_missing(path) {
                done.missing.push(path.clone());
                continue;
            }
            for found in walk::files(path) {
                let file = match found {
                    walk::Found::File(path) => self.import_file(path, options)?,
                    walk::Found::Passed(path, reason) => {
                        ImportedFile { path, status: ImportStatus::Skipped(reason), warnings: Vec::new() }
                    }
                };
                done.count(&file.status);
                if progress(&file).is_break() {
                    break 'paths;
                }
                lock = self.give_way(lock)?;
            }
        }
        if done.imported + done.version > 0 {
            // The documents are safe; if this fails, the next search makes up for it.
            let _ = self.index.borrow_mut().follow(&self.store, true);
        }
        Ok(done)
    }

    fn import_file(&self, path: PathBuf, options: &ImportOptions) -> Result<ImportedFile, Error> {
        let read_options = ReadOptions {
            encoding: options.encoding.clone(),
            limits: Limits::default(),
            apart: self.apart.clone(),
        };
        let read = file::bytes(&path, &read_options.limits).and_then(|bytes| {
            let extracted = formats::read(&bytes, &file::name(&path), &read_options)?;
            Ok((bytes, extracted))
        });
        let (status, warnings) = match read {
            Err(error) => (ImportStatus::Skipped(error.without_name()), Vec::new()),
            Ok((bytes, _)) if bytes.is_empty() => {
                (ImportStatus::Skipped(Message::new("文件是空的", "the file is empty")), Vec::new())
            }
            Ok((bytes, extracted)) => {
                (self.take_in(&path, &bytes, &extracted.paragraphs, options.now)?, extracted.warnings)
            }
        };
        Ok(ImportedFile { path, status, warnings })
    }

    /// Stores what a file says: first its bytes, then, in one transaction, the rest.
    fn take_in(
        &self,
        path: &Path,
        bytes: &[u8],
        paragraphs: &[Paragraph],
        now: SystemTime,
    ) -> Result<ImportStatus, Error> {
        let original = table::hash(bytes);
        let same = |text_hash: Option<&str>| {
            self.store.read(|connection| table::documents::same(connection, &original, text_hash))
        };
        if let Some(id) = same(None)? {
            return Ok(ImportStatus::Duplicate(id));
        }
        let parsed = parse::parse(paragraphs);
        let text = shown::text(&parsed.speech);
        if speech::text::trim(&text).is_empty() {
            return Ok(ImportStatus::Skipped(Message::new(
                "文件里没有讲话稿的文字",
                "there is no text of a speech in the file",
            )));
        }
        if let Some(id) = same(Some(&table::hash(text.as_bytes())))? {
            return Ok(ImportStatus::Duplicate(id));
        }
        originals::keep(&self.originals(), bytes, &original)?;
        let absolute = path::absolute(path).map_err(Error::io(path))?.to_string_lossy().into_owned();
        let kind =
            if parsed.speech.fields.is_empty() { DocumentKind::Speech } else { DocumentKind::Template };
        self.store.change(|connection| {
            let known_path = table::documents::has_path(connection, &absolute)?;
            let new = NewDocument {
                kind,
                title: None,
                about: about::about(&parsed.speech),
                date: None,
                path: Some(absolute),
                original: Some(original),
                changed: stamp(now),
                speech: &parsed.speech,
                lines: parsed.lines(),
            };
            let id = store::insert(connection, new)?;
            Ok(if known_path { ImportStatus::Version(id) } else { ImportStatus::Imported(id) })
        })
    }
}

impl Imported {
    fn count(&mut self, status: &ImportStatus) {
        self.files += 1;
        *match status {
            ImportStatus::Imported(_) => &mut self.imported,
            ImportStatus::Duplicate(_) => &mut self.duplicate,
            ImportStatus::Version(_) => &mut self.version,
            ImportStatus::Skipped(_) => &mut self.skipped,
        } += 1;
    }
}

fn is_missing(path: &Path) -> bool {
    let missing =
        |error: io::Error| matches!(error.kind(), io::ErrorKind::NotFound | io::ErrorKind::NotADirectory);
    path.symlink_metadata().is_err_and(missing)
}
