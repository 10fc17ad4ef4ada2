//! The formats that are read and written.

use serde::{Deserialize, Serialize};

/// A format of files.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Format {
    /// Plain text.
    Txt,
    /// Markdown: text with `#` headings and `**bold**`.
    Md,
    /// Word since 2007, and WPS.
    Docx,
    /// Word before 2007: read only.
    Doc,
    /// WPS, the same as `doc` inside: read only.
    Wps,
    /// Rich text: read only.
    Rtf,
    /// OpenDocument text: read only.
    Odt,
    /// A saved web page: read only.
    Html,
    /// Pages as they are printed: read where they have text in them, written with the feature
    /// `pdf`.
    Pdf,
}

impl Format {
    /// All formats that are read, in the order in which they are named.
    pub const ALL: [Self; 9] =
        [Self::Txt, Self::Md, Self::Docx, Self::Doc, Self::Wps, Self::Rtf, Self::Odt, Self::Html, Self::Pdf];

    /// The formats that are written too, in the order in which they are offered.
    pub const WRITTEN: &[Self] = &[
        Self::Txt,
        Self::Md,
        Self::Docx,
        #[cfg(feature = "pdf")]
        Self::Pdf,
    ];

    /// The word for it in JSON, and the ending of its files' names.
    pub fn word(self) -> &'static str {
        match self {
            Self::Txt => "txt",
            Self::Md => "md",
            Self::Docx => "docx",
            Self::Doc => "doc",
            Self::Wps => "wps",
            Self::Rtf => "rtf",
            Self::Odt => "odt",
            Self::Html => "html",
            Self::Pdf => "pdf",
        }
    }

    /// The format to write for a name's ending, without its dot, in either case:
    /// `docx`, `MD`, `markdown`. Nothing for an ending that no writer has.
    ///
    /// For reading, the content decides and not the name.
    pub fn by_extension(extension: &str) -> Option<Self> {
        match extension.to_ascii_lowercase().as_str() {
            "txt" => Some(Self::Txt),
            "md" | "markdown" => Some(Self::Md),
            "docx" => Some(Self::Docx),
            "pdf" => Some(Self::Pdf).filter(|pdf| Self::WRITTEN.contains(pdf)),
            _ => None,
        }
    }
}
