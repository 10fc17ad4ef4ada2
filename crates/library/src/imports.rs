//! 导入记录. What each import did, file by file, kept with the library: which file became
//! which document, what was there already, what was passed over and why.

use crate::error::Error;
use crate::import::{ImportStatus, ImportedFile};
use crate::library::Library;
use crate::store::table::{documents, import_files, imports};
use crate::whole_file;
use speech::Message;
use std::fmt;
use std::path::Path;

/// Names an import for the library's life: `i3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct ImportId(pub(crate) i64);

impl ImportId {
    /// Reads an id as it is printed; nothing for any other spelling (`i03`, `I3`).
    pub fn read(written: &str) -> Option<Self> {
        let id = written.strip_prefix('i')?.parse().ok().map(Self)?;
        (id.0 > 0 && id.to_string() == written).then_some(id)
    }
}

impl fmt::Display for ImportId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "i{}", self.0)
    }
}

/// How an import ended.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ImportState {
    /// It goes on in another program, or its program was killed. What is told is stored.
    Unfinished,
    /// All files were looked at.
    Finished,
    /// The writer stopped it.
    Stopped,
    /// An error ended it.
    Failed,
}

impl ImportState {
    const ALL: [Self; 4] = [Self::Unfinished, Self::Finished, Self::Stopped, Self::Failed];

    /// The word for it in JSON, SQL and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Unfinished => "unfinished",
            Self::Finished => "finished",
            Self::Stopped => "stopped",
            Self::Failed => "failed",
        }
    }

    /// Reads [`word`](Self::word).
    pub(crate) fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.word() == word)
    }
}

/// An import, its files only counted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Import {
    /// Its id.
    pub id: ImportId,
    /// When it began, ISO 8601 in UTC.
    pub started: String,
    /// The files and folders that were given.
    pub paths: Vec<String>,
    /// How it ended.
    pub state: ImportState,
    /// How many files were looked at.
    pub files: usize,
    /// How many of them became documents.
    pub imported: usize,
    /// How many the library had.
    pub duplicate: usize,
    /// How many were new states of a file.
    pub version: usize,
    /// How many were not taken in.
    pub skipped: usize,
}

impl Library {
    /// All imports that looked at something, the last one first.
    pub fn imports(&self) -> Result<Vec<Import>, Error> {
        self.store.read(imports::list)
    }

    /// An import and what became of each of its files, in its order.
    pub fn import_report(&self, id: ImportId) -> Result<(Import, Vec<ImportedFile>), Error> {
        self.store.read(|connection| {
            let import = imports::get(connection, id)?;
            let import = import.ok_or_else(|| Error::UnknownImport { id: id.to_string() })?;
            Ok((import, import_files::list(connection, id)?))
        })
    }

    /// The report as a table for Excel and WPS: csv in UTF-8 with a byte order mark, CR LF
    /// at the end of each row, in the language that `words` takes of a message.
    pub fn import_report_csv(&self, id: ImportId, words: fn(&Message) -> &str) -> Result<String, Error> {
        let (_, files) = self.import_report(id)?;
        let mut csv = "\u{FEFF}".to_owned();
        row(&mut csv, HEAD.map(|(zh, en)| words(&Message::new(zh, en)).to_owned()));
        for file in files {
            let told = |document| {
                self.store.read(|connection| {
                    let title = documents::get(connection, document)?.map(|found| found.title);
                    Ok(title.unwrap_or_default().replace('\n', ""))
                })
            };
            let document = file.status.document();
            let reason = match &file.status {
                ImportStatus::Skipped(reason) => words(reason).to_owned(),
                _ => String::new(),
            };
            let warnings: Vec<&str> = file.warnings.iter().map(words).collect();
            row(
                &mut csv,
                [
                    file.path.to_string_lossy().into_owned(),
                    words(&status_words(&file)).to_owned(),
                    document.map(|id| id.to_string()).unwrap_or_default(),
                    document.map(told).transpose()?.unwrap_or_default(),
                    file.older.map(|id| id.to_string()).unwrap_or_default(),
                    file.near.map(|near| near.to_string()).unwrap_or_default(),
                    reason,
                    warnings.join(" "),
                ],
            );
        }
        Ok(csv)
    }

    /// Writes [`import_report_csv`](Self::import_report_csv) to a file, whole or not at all.
    pub fn save_import_report(
        &self,
        id: ImportId,
        path: &Path,
        words: fn(&Message) -> &str,
    ) -> Result<(), Error> {
        whole_file::write(path, self.import_report_csv(id, words)?.as_bytes())
    }
}

const HEAD: [(&str, &str); 8] = [
    ("文件", "file"),
    ("结果", "result"),
    ("文稿", "document"),
    ("标题", "title"),
    ("旧版", "older version"),
    ("近似", "nearly the same as"),
    ("原因", "reason"),
    ("提醒", "warnings"),
];

/// What people call what was done with a file.
fn status_words(file: &ImportedFile) -> Message {
    match &file.status {
        ImportStatus::Imported(_) => Message::new("收进", "imported"),
        ImportStatus::Duplicate(_) if file.known => Message::new("以前收过", "taken in before"),
        ImportStatus::Duplicate(_) => Message::new("已有相同的文字", "same text already there"),
        ImportStatus::Version(_) => Message::new("新版", "newer version"),
        ImportStatus::Skipped(_) => Message::new("跳过", "skipped"),
    }
}

/// Adds a row. Each cell is in quotes, and one that a spreadsheet would take for a formula
/// gets an apostrophe in front, which it shows as text.
fn row<const N: usize>(csv: &mut String, cells: [String; N]) {
    let cells = cells.map(|cell| {
        let first = cell.chars().next().unwrap_or(' ');
        let apostrophe = if "=+-@＝＋－＠\t\r\n".contains(first) { "'" } else { "" };
        format!("\"{apostrophe}{}\"", cell.replace('"', "\"\""))
    });
    csv.push_str(&cells.join(","));
    csv.push_str("\r\n");
}
