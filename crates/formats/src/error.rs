//! What the machine refuses, with words for the writer.
//!
//! No error names the file: whoever asked knows its name, and says it in front.
//! Nothing is ever half done: a file that isn't read leaves nothing behind, and a
//! file that isn't written has no bytes.

use crate::format::Format;
use serde::{Deserialize, Serialize};
use speech::Message;

/// Why a file was not read, or not written.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, thiserror::Error)]
pub enum Error {
    /// The file is larger than [`Limits::file_bytes`](crate::Limits). Nothing of it was looked at.
    #[error("file of {bytes} bytes is larger than {limit_bytes} bytes")]
    FileTooLarge {
        /// Its size.
        bytes: u64,
        /// The largest that is read.
        limit_bytes: u64,
    },
    /// Something in the file is beyond a limit, as in files that are made to bring
    /// programs down. The reading stopped there.
    #[error("{limit} is beyond the limit of {allowed}")]
    OverLimit {
        /// Which limit.
        limit: Limit,
        /// Its value.
        allowed: u64,
    },
    /// The content is of no format that is read.
    #[error("unknown format: looks like {}", .looks_like.words().en)]
    UnknownFormat {
        /// What it seems to be.
        looks_like: LooksLike,
    },
    /// A data sheet was asked for, and the file is none. No field was filled.
    #[error("no data sheet: looks like {}", .looks_like.words().en)]
    NotSheet {
        /// What it seems to be.
        looks_like: LooksLike,
    },
    /// Nothing in a PDF is text: its pages are pictures, mostly of paper.
    #[error("no text on {pages} pages")]
    NoText {
        /// How many pages it has.
        pages: usize,
    },
    /// The fonts of a PDF don't say which characters they show. What would be read is
    /// rubbish.
    #[error("{unknown} of {characters} characters are unknown")]
    Unreadable {
        /// How many characters nobody knows.
        unknown: usize,
        /// How many there are.
        characters: usize,
    },
    /// Reading took longer than [`Limits::apart_seconds`](crate::Limits) and was stopped.
    #[error("not read within {seconds} seconds")]
    TookTooLong {
        /// The seconds that it had.
        seconds: u64,
    },
    /// Reading wanted more memory than [`Limits::apart_bytes`](crate::Limits) and was stopped.
    #[error("needs more than {limit_bytes} bytes of memory")]
    TooMuchMemory {
        /// The bytes that it had.
        limit_bytes: u64,
    },
    /// The reader ran into a mistake of its own. Nothing else was touched by it.
    #[error("reader gave up: {detail}")]
    GaveUp {
        /// What was found, for the log.
        detail: String,
    },
    /// The file is encrypted with a password.
    #[error("file is protected by a password")]
    Protected,
    /// The file is cut off or broken: no part of it is handed over, as the reader
    /// could not say which part is missing.
    #[error("damaged: {detail}")]
    Damaged {
        /// What was found, for the log.
        detail: String,
    },
    /// A part of the file declares a document type. Word never writes one; it
    /// serves to make programs read other files.
    #[error("{part} has a document type declaration")]
    DocumentType {
        /// The part of the packed file.
        part: String,
    },
    /// No encoding of that name is known.
    #[error("unknown encoding {label:?}")]
    UnknownEncoding {
        /// The name as it was given.
        label: String,
    },
    /// A house style can't be understood. Nothing was written with it.
    #[error("house style: {}", detail.en)]
    HouseStyle {
        /// What is wrong, at which key and in which line.
        detail: Message,
    },
    /// A house style was to be learned from a file that is no Word file. Nothing was kept.
    #[error("no Word file to learn a house style from")]
    NotWord,
    /// No font of this machine has Chinese characters; nothing was written.
    #[error("no font with Chinese characters; wanted {wanted:?}")]
    NoFont {
        /// The font of the text in the house style.
        wanted: String,
    },
    /// A packed file could not be put together; nothing was written.
    #[error("cannot write: {detail}")]
    NotWritten {
        /// What went wrong, for the log.
        detail: String,
    },
}

/// Which of the [`Limits`](crate::Limits) a file went over.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Limit {
    /// Bytes of all parts together.
    Unpacked,
    /// Bytes of one part.
    Part,
    /// How many times larger than packed.
    Ratio,
    /// Entries of a packed file.
    Entries,
    /// Elements inside each other.
    Depth,
    /// Attributes of one element.
    Attributes,
    /// Characters of one line.
    ParagraphCharacters,
    /// Elements and texts of a web page.
    Nodes,
    /// Seconds that the reading takes.
    Seconds,
    /// Steps and characters that the pages of a PDF draw.
    Steps,
}

/// What a file that can't be read seems to be.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum LooksLike {
    /// PNG, JPEG, GIF, BMP, TIFF, WebP.
    Picture,
    /// Sound or film.
    Media,
    /// PDF: where a data sheet is wanted.
    Pdf,
    /// Word since 2007: where a data sheet is wanted.
    WordDocument,
    /// Word before 2007, and WPS (`.doc`, `.wps`).
    OldWord,
    /// Word 95 and before.
    Word95,
    /// Excel before 2007: `.xls`.
    OldSpreadsheet,
    /// PowerPoint before 2007: `.ppt`.
    OldPresentation,
    /// Another file of the old Office: `.msg`, `.pub`.
    OldOffice,
    /// `.xlsx`.
    Spreadsheet,
    /// `.xlsb`.
    BinarySpreadsheet,
    /// `.csv`, `.tsv`.
    DataSheet,
    /// `.pptx`.
    Presentation,
    /// `.odt`, `.ods`.
    OpenDocument,
    /// Rich text.
    Rtf,
    /// A web page.
    Html,
    /// Other XML.
    Xml,
    /// Zip, RAR, 7z, gzip.
    Archive,
    /// Bytes that are no text.
    Binary,
}

impl std::fmt::Display for Limit {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.words().en)
    }
}

impl Limit {
    /// A value of the limit as a writer reads it.
    fn amount(self, value: u64) -> String {
        match self {
            Self::Unpacked | Self::Part => mib(value),
            Self::Ratio
            | Self::Entries
            | Self::Depth
            | Self::Attributes
            | Self::ParagraphCharacters
            | Self::Nodes
            | Self::Seconds
            | Self::Steps => value.to_string(),
        }
    }

    fn words(self) -> Message {
        match self {
            Self::Unpacked => Message::new("解压后的总大小", "the unpacked size"),
            Self::Part => Message::new("解压后单个部分的大小", "the unpacked size of one part"),
            Self::Ratio => Message::new("压缩倍数", "the packing ratio"),
            Self::Entries => Message::new("压缩包内的条目数", "the number of packed entries"),
            Self::Depth => Message::new("内容嵌套的层数", "the depth of nesting"),
            Self::Attributes => Message::new("一处标记的属性数", "the number of attributes of an element"),
            Self::ParagraphCharacters => Message::new("一个段落的字数", "the length of one paragraph"),
            Self::Nodes => Message::new("网页元素的个数", "the number of elements of the page"),
            Self::Seconds => Message::new("读取的秒数", "the time of reading in seconds"),
            Self::Steps => Message::new("页面绘制的步数", "the number of drawing steps"),
        }
    }
}

impl LooksLike {
    fn words(self) -> Message {
        match self {
            Self::Picture => Message::new("图片", "a picture"),
            Self::Media => Message::new("音频或视频", "sound or film"),
            Self::Pdf => Message::new("PDF 文件", "a PDF file"),
            Self::WordDocument => Message::new("Word 文档", "a Word document"),
            Self::OldWord => {
                Message::new("旧版 Word 或 WPS 文档（.doc、.wps）", "an old Word document (.doc, .wps)")
            }
            Self::Word95 => Message::new("Word 95 或更早的文档", "a document of Word 95 or before"),
            Self::OldSpreadsheet => Message::new("旧版 Excel 表格（.xls）", "an old Excel workbook (.xls)"),
            Self::OldPresentation => {
                Message::new("旧版演示文稿（.ppt）", "an old PowerPoint presentation (.ppt)")
            }
            Self::OldOffice => Message::new("旧版 Office 文件", "a file of an old Office program"),
            Self::DataSheet => {
                Message::new("数据表（用 draft fill --data 填空）", "a data sheet (for draft fill --data)")
            }
            Self::Spreadsheet => {
                Message::new("电子表格（用 draft fill --data 填空）", "a spreadsheet (for draft fill --data)")
            }
            Self::BinarySpreadsheet => {
                Message::new("二进制的 Excel 表格（.xlsb）", "a binary Excel workbook (.xlsb)")
            }
            Self::Presentation => Message::new("演示文稿", "a presentation"),
            Self::OpenDocument => Message::new("OpenDocument 文档（.odt）", "an OpenDocument file (.odt)"),
            Self::Rtf => Message::new("RTF 文档", "an RTF document"),
            Self::Html => Message::new("网页", "a web page"),
            Self::Xml => Message::new("XML 文件", "an XML file"),
            Self::Archive => Message::new("压缩包", "an archive"),
            Self::Binary => Message::new("二进制数据", "binary data"),
        }
    }
}

impl Error {
    /// What the writer reads: what happened, what is safe, what to do.
    pub fn message(&self) -> Message {
        match self {
            Self::FileTooLarge { bytes, limit_bytes } => Message::new(
                format!(
                    "文件有 {}，超过 {} 的上限，没有读取；原文件没有改动。请拆成几个文件，或去掉其中的图片。",
                    mib(*bytes),
                    mib(*limit_bytes)
                ),
                format!(
                    "The file has {}, more than {}: it was not read, and is unchanged. Split it, or take out its pictures.",
                    mib(*bytes),
                    mib(*limit_bytes)
                ),
            ),
            Self::OverLimit { limit, allowed } => {
                let Message { zh, en } = limit.words();
                let allowed = limit.amount(*allowed);
                Message::new(
                    format!(
                        "{zh}超过上限（{allowed}），文件可能是恶意构造的，没有读取；原文件没有改动。若来源可靠，请用 Word 打开后另存为 .docx 再试。"
                    ),
                    format!(
                        "For this file, {en} is beyond the limit ({allowed}), as in files made to do harm: it was not read, and is unchanged. If you trust it, open it in Word, save it as .docx and try again."
                    ),
                )
            }
            Self::UnknownFormat { looks_like } => {
                let Message { zh, en } = looks_like.words();
                let formats = Format::ALL.map(Format::word);
                Message::new(
                    format!(
                        "文件的内容是{zh}，没有读取；原文件没有改动。能读的格式有 {}，请用 Word 或 WPS 另存为 .docx 再试。",
                        formats.join("、")
                    ),
                    format!(
                        "The file is {en}: it was not read, and is unchanged. The formats read are {}; save it as .docx in Word or WPS and try again.",
                        formats.join(", ")
                    ),
                )
            }
            Self::NotSheet { looks_like } => {
                let Message { zh, en } = looks_like.words();
                Message::new(
                    format!(
                        "文件的内容是{zh}，不是数据表，没有填写任何内容。请在 Excel 或 WPS 里另存为 .xlsx 或 .csv 再试：第一列是填空项，第二列是值。"
                    ),
                    format!(
                        "The file is {en} and no data sheet: nothing was filled. Save it as .xlsx or .csv in Excel or WPS, labels in the first column and values in the second."
                    ),
                )
            }
            Self::NoText { pages } => Message::new(
                format!(
                    "这是扫描件或图片（共 {pages} 页），里面没有文字，没有读取；原文件没有改动。请用 WPS 或手机识别成文字，存成 .docx 再导入。"
                ),
                format!(
                    "The file is a scan or pictures (pages: {pages}) without any text: it was not read, and is unchanged. Let WPS or a phone recognise its text, save that as .docx and import it."
                ),
            ),
            Self::Unreadable { unknown, characters } => Message::new(
                format!(
                    "文件的字体没有说明每个字是什么字（{characters} 个字里有 {unknown} 个认不出），读出来会是乱码，没有读取；原文件没有改动。请找原来的 Word 文件，或用 WPS 识别成文字再导入。"
                ),
                format!(
                    "The fonts of the file don't say which characters they show ({unknown} of {characters} are unknown): it was not read, and is unchanged. Look for the Word file that it was made of, or let WPS recognise its text."
                ),
            ),
            Self::TookTooLong { seconds } => Message::new(
                format!(
                    "文件读了 {seconds} 秒还没有读完，已经停下，没有读取；原文件没有改动。请用 Word 或 WPS 打开后另存为 .docx 再试。"
                ),
                format!(
                    "Reading the file was stopped after {seconds} seconds: it was not read, and is unchanged. Open it in Word or WPS, save it as .docx and try again."
                ),
            ),
            Self::TooMuchMemory { limit_bytes } => Message::new(
                format!(
                    "读取文件要占用 {} 以上的内存，已经停下，没有读取；原文件没有改动。请用 Word 或 WPS 打开后另存为 .docx 再试。",
                    mib(*limit_bytes)
                ),
                format!(
                    "Reading the file takes more than {} of memory and was stopped: it was not read, and is unchanged. Open it in Word or WPS, save it as .docx and try again.",
                    mib(*limit_bytes)
                ),
            ),
            Self::GaveUp { detail } => Message::new(
                "读取文件时出了意外，没有读取；原文件和其他文件都没有受影响。请用 Word 或 WPS 打开后另存为 .docx 再试。",
                format!(
                    "Something went wrong in reading the file ({detail}): it was not read; it and all others are unchanged. Open it in Word or WPS, save it as .docx and try again."
                ),
            ),
            Self::Protected => Message::new(
                "文件设了密码，没有读取；原文件没有改动。请在 Word 或 WPS 里去掉密码再试。",
                "The file is protected by a password: it was not read, and is unchanged. Remove the password in Word or WPS and try again.",
            ),
            Self::Damaged { detail } => Message::new(
                "文件不完整或已损坏，没有读取；原文件没有改动。请重新下载，或用 Word 打开修复后另存。",
                format!(
                    "The file is cut off or damaged ({detail}): it was not read, and is unchanged. Download it again, or let Word repair and save it."
                ),
            ),
            Self::DocumentType { part } => Message::new(
                format!(
                    "文件的 {part} 里有文档类型声明，正常的 Word 文档没有，出于安全没有读取；原文件没有改动。若来源可靠，请用 Word 打开后另存为 .docx 再试。"
                ),
                format!(
                    "{part} in the file declares a document type, which no Word document does: for safety it was not read, and is unchanged. If you trust it, open it in Word, save it as .docx and try again."
                ),
            ),
            Self::UnknownEncoding { label } => Message::new(
                format!(
                    "没有名叫“{label}”的编码，文件没有读取。常用的有 utf-8、gb18030、gbk、big5、utf-16le。"
                ),
                format!(
                    "There is no encoding called \"{label}\": the file was not read. Usual ones are utf-8, gb18030, gbk, big5 and utf-16le."
                ),
            ),
            Self::HouseStyle { detail } => Message::new(
                format!("版式有误：{}。请改正后再试。", detail.zh),
                format!("The house style is wrong: {}. Correct it and try again.", detail.en),
            ),
            Self::NotWord => Message::new(
                "版式只能从 Word 文件（.docx）里学，这份文件不是。请在 Word 或 WPS 里另存为 .docx 再试。",
                "A house style is learned from a Word file (.docx), and this is none. Save it as .docx in Word or WPS and try again.",
            ),
            Self::NoFont { wanted } => Message::new(
                format!(
                    "这台电脑没有中文字体，PDF 没有写成；稿子没有改动。请装上“{wanted}”或任何一种中文字体再试，或者先导出 Word 文件。"
                ),
                format!(
                    "This machine has no Chinese font: no PDF was made, and the text is unchanged. Install “{wanted}” or any other Chinese font, or export a Word file."
                ),
            ),
            Self::NotWritten { detail } => Message::new(
                format!("文件没有写成：{detail}。稿子没有改动。请再试一次。"),
                format!("The file could not be made: {detail}. The text is unchanged. Try again."),
            ),
        }
    }
}

fn mib(bytes: u64) -> String {
    format!("{:.1} MB", bytes as f64 / (1024.0 * 1024.0))
}
