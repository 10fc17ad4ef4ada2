//! 文稿. What the library says of a document without its text: its id, its kind,
//! its title, where it came from.

use speech::about::About;
use std::fmt;

/// Names a document for the library's life: `d7`. Speeches, templates, starters and
/// drafts count on in one series, and no number is given twice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DocumentId(pub(crate) i64);

impl DocumentId {
    /// Reads an id as it is printed; nothing for any other spelling (`d07`, `D7`).
    pub fn read(written: &str) -> Option<Self> {
        let id = written.strip_prefix('d')?.parse().ok().map(Self)?;
        (id.0 > 0 && id.to_string() == written).then_some(id)
    }
}

impl fmt::Display for DocumentId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "d{}", self.0)
    }
}

/// What sort of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DocumentKind {
    /// 讲话稿
    Speech,
    /// 模板: an imported file with slots.
    Template,
    /// A template that ships with the program.
    Starter,
    /// 草稿
    Draft,
}

impl DocumentKind {
    /// Every kind.
    pub const ALL: [Self; 4] = [Self::Speech, Self::Template, Self::Starter, Self::Draft];

    /// The word for it in JSON, SQL, queries and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Speech => "speech",
            Self::Template => "template",
            Self::Starter => "starter",
            Self::Draft => "draft",
        }
    }

    /// Reads [`word`](Self::word).
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.word() == word)
    }
}

/// A document, its text left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// Its id.
    pub id: DocumentId,
    /// What sort.
    pub kind: DocumentKind,
    /// Its title, several lines joined by `\n`; empty if it has none.
    pub title: String,
    /// What it is filed under.
    pub about: About,
    /// When it is to be given, as the writer said (YYYY-MM-DD): drafts only.
    pub date: Option<String>,
    /// How long it is to take, in minutes: drafts only.
    pub minutes: Option<u32>,
    /// Who is to hear it (全县三级干部): drafts only. Who heard a speech that was imported,
    /// its file doesn't say.
    pub audience: Option<String>,
    /// Word's 字数, title to closing.
    pub characters: usize,
    /// The file that it was imported from, absolute.
    pub path: Option<String>,
    /// The hash of that file's bytes, which are kept in `originals/`.
    pub original: Option<String>,
    /// When it last changed, ISO 8601 in UTC.
    pub changed: String,
    /// All files that it was made from were gone when a followed folder was last looked at.
    /// The document, and its original, are there all the same.
    pub gone: bool,
}
