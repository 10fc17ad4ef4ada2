//! What can go wrong in a library, and the sentences for it.
//!
//! What a file or a query is like is no error: an import tells of a file that it
//! skipped, a search that finds nothing has no hits.

mod reason;

use crate::document::DocumentId;
use crate::file;
use reason::{advice, reason};
use speech::Message;
use speech::fill::WrongLabel;
use std::io;
use std::path::{Path, PathBuf};

/// Why something was not done. Nothing that was acknowledged before is ever lost.
#[derive(Debug, thiserror::Error)]
pub enum Error {
    /// `library.db` is not a library of Lectern, or not a database at all. It was
    /// not touched.
    #[error("{} is not a library", path.display())]
    NotALibrary {
        /// The file.
        path: PathBuf,
    },
    /// The library was written by a newer Lectern. Not a byte of it was changed.
    #[error("{} has version {found}, known is {known}", path.display())]
    NewerVersion {
        /// The library's database.
        path: PathBuf,
        /// The version it has.
        found: u32,
        /// The version this program writes.
        known: u32,
    },
    /// Another program went on writing to the library for longer than a writer may
    /// wait. Nothing was changed.
    #[error("the library is locked by another writer")]
    Busy,
    /// A file or folder could not be read or written. What stood there before still
    /// stands.
    #[error("{}: {source}", path.display())]
    Io {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that the writer asked for could not be written. What stood there before still
    /// stands.
    #[error("{} was not written: {source}", path.display())]
    NotWritten {
        /// The file.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// A file that is open in another program was to be replaced. It was left as it is.
    #[error("{} is open elsewhere", path.display())]
    OpenElsewhere {
        /// The file.
        path: PathBuf,
        /// The file beside that says so, if one does.
        lock: Option<PathBuf>,
    },
    /// The database refused. The change that was under way is undone as a whole.
    #[error("database: {0}")]
    Store(#[from] rusqlite::Error),
    /// What the database holds for a document can't be read. The other documents can.
    #[error("stored speech of {id}: {reason}")]
    Stored {
        /// The document.
        id: DocumentId,
        /// Why not.
        reason: String,
    },
    /// The library has no document of that id.
    #[error("no document {id}")]
    UnknownDocument {
        /// The id as it was given.
        id: String,
    },
    /// The draft has no such state: it never had, or it was thinned out.
    #[error("{id} has no revision {number}")]
    NoSuchRevision {
        /// The draft.
        id: DocumentId,
        /// The state as it was given.
        number: u32,
    },
    /// The library has no import of that id.
    #[error("no import {id}")]
    UnknownImport {
        /// The id as it was given.
        id: String,
    },
    /// The library has no collection of that id.
    #[error("no collection {id}")]
    UnknownCollection {
        /// The id as it was given.
        id: String,
    },
    /// A folder that holds the library, or lies in it, was to be followed: each look would
    /// be a change. It is not followed.
    #[error("{} holds the library", path.display())]
    HoldsLibrary {
        /// The folder.
        path: PathBuf,
    },
    /// The document was not made from a file: a starter, a draft.
    #[error("{id} has no original")]
    NoOriginal {
        /// The document.
        id: DocumentId,
    },
    /// The kept file of a document is gone, or no longer what was kept. Its text is safe.
    #[error("the original of {id} is damaged")]
    DamagedOriginal {
        /// The document.
        id: DocumentId,
    },
    /// The document is not a draft, and only drafts change.
    #[error("{id} is not a draft")]
    NotADraft {
        /// The document.
        id: DocumentId,
    },
    /// What was to be stored as a draft is no speech: two blocks of one id, a slot of no
    /// field. The draft is as it was.
    #[error("{id} would not be read again: {reason}")]
    Flawed {
        /// The draft.
        id: DocumentId,
        /// What is wrong with it.
        reason: String,
    },
    /// A document has no section of that address, or no such block. Nothing was taken.
    #[error("{id} has no such section")]
    NoSuchSection {
        /// The document.
        id: DocumentId,
    },
    /// A label given by hand names no field, or several. Nothing was filled.
    #[error("label {label:?} fits {} fields", candidates.len())]
    WrongLabel {
        /// The label as it was given.
        label: String,
        /// The fields that it may mean; empty for none.
        candidates: Vec<speech::FieldId>,
    },
    /// There is no house style of that name. Nothing was written.
    #[error("no house style {name:?}")]
    UnknownStyle {
        /// The name as it was given.
        name: String,
        /// What those are called that there are.
        all: Vec<Message>,
    },
    /// The file of a house style can't be used.
    #[error("house style {file}: {}", message.en)]
    WrongStyle {
        /// Its name.
        file: String,
        /// What is wrong with it, at which key and in which line.
        message: Message,
    },
    /// No house style can have that name. Nothing was kept.
    #[error("house style {name:?}: {}", why.en)]
    StyleName {
        /// The name.
        name: String,
        /// Why not.
        why: Message,
    },
    /// The house style comes with the program, and stays as it is.
    #[error("the house style {name:?} is built in")]
    BuiltInStyle {
        /// Its name.
        name: String,
    },
    /// The name of the file to write ends in nothing that can be written.
    #[error("no format for {}", path.display())]
    UnknownFormat {
        /// The file.
        path: PathBuf,
    },
    /// A file is nothing that can be read. It was not changed.
    #[error("{}: {source}", path.display())]
    File {
        /// The file.
        path: PathBuf,
        /// What its reader said.
        source: formats::Error,
    },
    /// A file could not be made. Nothing was written.
    #[error("{0}")]
    Format(#[from] formats::Error),
    /// The index refused, where nothing but the index was asked for. The documents
    /// are not concerned, and a search does without it.
    #[error("index: {0}")]
    Index(#[from] tantivy::TantivyError),
}

impl From<WrongLabel> for Error {
    fn from(wrong: WrongLabel) -> Self {
        Self::WrongLabel { label: wrong.label, candidates: wrong.candidates }
    }
}

impl Error {
    /// An error of the system about a file or folder.
    pub(crate) fn io(path: &Path) -> impl FnOnce(io::Error) -> Self + '_ {
        |source| Self::Io { path: path.to_owned(), source }
    }

    /// An error of a reader about a file.
    pub(crate) fn file(path: &Path) -> impl FnOnce(formats::Error) -> Self + '_ {
        |source| Self::File { path: path.to_owned(), source }
    }

    /// Why a file was passed over, its name left out: the report names it already.
    pub(crate) fn without_name(&self) -> Message {
        match self {
            Self::Io { source, .. } => unreadable(source),
            Self::File { source, .. } => source.message(),
            _ => self.message(),
        }
    }

    /// What a writer reads: what happened, what is safe, what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::NotALibrary { path } => Message::new(
                format!("“{}”不是讲台的素材库，没有动它。请另选一个文件夹。", path.display()),
                format!(
                    "“{}” is not a library of Lectern and was left alone; choose another folder.",
                    path.display()
                ),
            ),
            Self::NewerVersion { path, found, known } => Message::new(
                format!(
                    "素材库“{}”由更新的讲台写成（第{found}版，本程序认得到第{known}版），没有动它。请升级讲台。",
                    path.display()
                ),
                format!(
                    "the library “{}” was written by a newer Lectern (version {found}; this one knows {known}) and was left as it is; update Lectern.",
                    path.display()
                ),
            ),
            Self::Busy => Message::new(
                "另一个讲台正在写这个素材库，这次没有改动。请稍后再试。",
                "another Lectern is writing to this library; nothing was changed, try again in a moment.",
            ),
            Self::Io { path, source } => Message::new(
                format!("“{}”读写不了：{}。已保存的内容都在。", path.display(), reason(source).zh),
                format!(
                    "“{}” can't be read or written: {}. Everything saved is safe.",
                    path.display(),
                    reason(source).en
                ),
            ),
            Self::NotWritten { path, source } => {
                let (name, advice) = (short_name(path), advice(source));
                let reason = match source.kind() {
                    io::ErrorKind::NotFound => no_folder(path),
                    _ => reason(source),
                };
                Message::new(
                    format!("“{name}”写不了：{}；原来的文件和稿子都没有动，{}。", reason.zh, advice.zh),
                    format!(
                        "“{name}” can't be written: {}; what was there and the draft are as they were, {}.",
                        reason.en, advice.en
                    ),
                )
            }
            Self::OpenElsewhere { path, lock } => {
                let name = short_name(path);
                let stale = lock.as_deref().map(file::name);
                let zh = stale.as_ref().map(|lock| format!("（其实没有开着的话，删掉旁边的“{lock}”）"));
                let en = stale.as_ref().map(|lock| format!(" (if it isn't open, delete “{lock}” beside it)"));
                Message::new(
                    format!(
                        "“{name}”正在别的程序里开着，没有写，原来的文件没有动；请先关掉它，或换个名字{}。",
                        zh.unwrap_or_default()
                    ),
                    format!(
                        "“{name}” is open in another program and was left as it is; close it there, or choose another name{}.",
                        en.unwrap_or_default()
                    ),
                )
            }
            Self::Store(source) => store_message(source),
            Self::Stored { id, reason } => Message::new(
                format!("{id} 存的内容读不出来（{reason}），其余文稿不受影响。请从备份恢复。"),
                format!(
                    "what is stored of {id} can't be read ({reason}); the others are safe. Restore it from a backup."
                ),
            ),
            Self::UnknownDocument { id } => {
                Message::new(format!("素材库里没有 {id}。"), format!("the library has no document {id}."))
            }
            Self::UnknownImport { id } => {
                Message::new(format!("没有 {id} 这次导入的记录。"), format!("there is no import {id}."))
            }
            Self::UnknownCollection { id } => Message::new(
                format!("素材库里没有 {id} 这个文集。"),
                format!("the library has no collection {id}."),
            ),
            Self::HoldsLibrary { path } => Message::new(
                format!("“{}”和素材库自己在一起，不能跟随。请另选一个文件夹。", path.display()),
                format!(
                    "“{}” and the library hold each other; choose another folder to follow.",
                    path.display()
                ),
            ),
            Self::NoOriginal { id } => Message::new(
                format!("{id} 不是从文件导入的，没有原件。"),
                format!("{id} was not made from a file and has no original."),
            ),
            Self::DamagedOriginal { id } => Message::new(
                format!("{id} 的原件不见了或已损坏，导入的文字仍在。请从备份恢复，或重新导入原来的文件。"),
                format!(
                    "the original of {id} is gone or damaged; its text is safe. Restore it from a backup, or import the file again."
                ),
            ),
            Self::NotADraft { id } => Message::new(
                format!("{id} 不是草稿，没有改动。请先用它新建草稿。"),
                format!("{id} is not a draft and was not changed; make a draft from it first."),
            ),
            Self::Flawed { id, reason } => Message::new(
                format!(
                    "{id} 里有对不上的地方（{reason}），这次没有存，上次存的还在。请撤销刚才的改动再存。"
                ),
                format!(
                    "something in {id} doesn't fit ({reason}); this was not saved, what was saved before is safe. Undo the last change and save again."
                ),
            ),
            Self::NoSuchRevision { .. } => Message::new(
                "这一版已经不在了：一天以前的版本每小时只留一版，起了名字的一直留着。",
                "this version is no longer kept: of those older than a day one an hour is; what has a name stays.",
            ),
            Self::NoSuchSection { id } => {
                Message::new(format!("{id} 没有这个部分。"), format!("{id} has no such section."))
            }
            Self::WrongLabel { label, candidates } if candidates.is_empty() => Message::new(
                format!("没有叫“{label}”的填空项，什么也没有填。"),
                format!("no field is called “{label}”; nothing was filled."),
            ),
            Self::WrongLabel { label, candidates } => {
                let ids: Vec<String> = candidates.iter().map(ToString::to_string).collect();
                Message::new(
                    format!(
                        "“{label}”对得上几个填空项（{}），什么也没有填。请写明是哪一个。",
                        ids.join("、")
                    ),
                    format!(
                        "“{label}” fits several fields ({}); nothing was filled, say which.",
                        ids.join(", ")
                    ),
                )
            }
            Self::UnknownStyle { name, all } => {
                let zh: Vec<&str> = all.iter().map(|title| title.zh.as_str()).collect();
                let en: Vec<&str> = all.iter().map(|title| title.en.as_str()).collect();
                Message::new(
                    format!("没有叫“{name}”的版式，什么也没有写。可以用的有 {}。", zh.join("、")),
                    format!(
                        "there is no house style “{name}”, nothing was written; there are {}.",
                        en.join(", ")
                    ),
                )
            }
            Self::WrongStyle { file, message } => Message::new(
                format!("版式 {file} 有误：{}。请改正后再试，别的没有动。", message.zh),
                format!("the house style {file} is wrong: {}; correct it and try again.", message.en),
            ),
            Self::StyleName { name, why } => Message::new(
                format!("版式不能叫“{name}”：{}。没有保存，请换一个名字。", why.zh),
                format!("no house style can be called “{name}”: {}; nothing was kept.", why.en),
            ),
            Self::BuiltInStyle { name } => Message::new(
                format!("“{name}”是自带的版式，不能改，也不能删。请先另存一份自己的。"),
                format!("“{name}” comes with the program and stays as it is; keep a copy of your own."),
            ),
            Self::UnknownFormat { path } => Message::new(
                format!(
                    "不知道“{}”该写成什么格式，没有写。请用 .docx、.pdf、.txt 或 .md 结尾。",
                    path.display()
                ),
                format!(
                    "“{}” names no format that can be written; end it in .docx, .pdf, .txt or .md.",
                    path.display()
                ),
            ),
            Self::File { path, source } => {
                let (name, Message { zh, en }) = (file::name(path), source.message());
                Message::new(format!("“{name}”：{zh}"), format!("“{name}”: {en}"))
            }
            Self::Format(error) => error.message(),
            Self::Index(source) => Message::new(
                format!("检索的索引出错（{source}），文稿不受影响。请运行 reindex。"),
                format!("the search index failed ({source}); the documents are safe. Run reindex."),
            ),
        }
    }
}

/// Why something in a folder can't be read.
pub(crate) fn unreadable(source: &io::Error) -> Message {
    let Message { zh, en } = reason(source);
    Message::new(format!("读不了：{zh}"), format!("can't be read: {en}"))
}

/// A file that is to be made can only lack its folder.
fn no_folder(path: &Path) -> Message {
    let folder = path.parent().map(short_name).unwrap_or_default();
    Message::new(format!("没有“{folder}”这个文件夹"), format!("there is no folder “{folder}”"))
}

/// The name of a file; of one that no sentence has room for, its beginning and its end.
fn short_name(path: &Path) -> String {
    const ROOM: usize = 40;
    let name = file::name(path);
    let characters: Vec<char> = name.chars().collect();
    if characters.len() <= ROOM {
        return name;
    }
    let (beginning, end) = (&characters[..ROOM / 2], &characters[characters.len() - ROOM / 4..]);
    format!("{}…{}", beginning.iter().collect::<String>(), end.iter().collect::<String>())
}

fn store_message(source: &rusqlite::Error) -> Message {
    use rusqlite::ErrorCode::{
        CannotOpen, DatabaseBusy, DatabaseLocked, DiskFull, ReadOnly, SystemIoFailure,
    };
    // What SQLite says where there is no room left for the memory that its readers share.
    const NO_ROOM_TO_SHARE: [i32; 2] =
        [rusqlite::ffi::SQLITE_IOERR_SHMSIZE, rusqlite::ffi::SQLITE_IOERR_SHMMAP];
    let code = match source.sqlite_error() {
        Some(error) if NO_ROOM_TO_SHARE.contains(&error.extended_code) => Some(DiskFull),
        _ => source.sqlite_error_code(),
    };
    match code {
        Some(DatabaseBusy | DatabaseLocked) => Error::Busy.message(),
        Some(DiskFull) => Message::new(
            "磁盘已满，这次没有存上，已保存的内容都在；请腾出空间再试。",
            "the disk is full; this was not saved, everything saved before is safe. Free some space and try again.",
        ),
        Some(SystemIoFailure) => Message::new(
            format!(
                "素材库所在的磁盘读写出错（{source}），这次没有存上，已保存的内容都在；请换一个磁盘，从备份恢复。"
            ),
            format!(
                "the disk of the library fails ({source}); this was not saved, everything saved before is safe. Take another disk, and restore from a backup."
            ),
        ),
        Some(ReadOnly | CannotOpen) => Message::new(
            "素材库的文件夹写不了，没有改动。请检查权限，或另选一个文件夹。",
            "the library's folder can't be written and was not changed; check its permissions or choose another.",
        ),
        _ => Message::new(
            format!("素材库的数据库出错（{source}），这次没有改动。请运行 verify 检查。"),
            format!("the library's database failed ({source}); nothing was changed. Run verify."),
        ),
    }
}
