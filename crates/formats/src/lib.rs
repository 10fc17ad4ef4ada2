//! Files to paragraphs, speeches to files.
//!
//! A reader gives lines: what a writer sees between two line ends, and what the
//! file says of their looks. What the lines *mean* is for [`speech::parse`]. A
//! file from outside is believed in nothing: its format is told from its bytes and
//! not from its name, every size is counted while it is read ([`Limits`]), nothing
//! in it is run or fetched, and what can't be read is an [`Error`] with a sentence
//! for the writer.
//!
//! What could bring the program down is read by a child of it: [`apart`].
//!
//! A writer of files maps [`page::lines`] to its format, dressed by a
//! [`HouseStyle`]. The same speech gives the same bytes: no clock and no user's
//! name goes into a file.
//!
//! ```
//! use formats::{Format, HouseStyle, ReadOptions};
//! use speech::{Block, BlockId, BlockKind, Inline, Numeral, Speech};
//!
//! // A text in GB18030, as old files are.
//! let bytes = b"\xd2\xbb\xa1\xa2\xcc\xe1\xb8\xdf\xc8\xcf\xca\xb6\r\n";
//! let extracted = formats::read(bytes, "讲话.txt", &ReadOptions::default())?;
//! assert_eq!(extracted.encoding.as_deref(), Some("GB18030"));
//! assert_eq!(extracted.paragraphs[0].text, "一、提高认识");
//!
//! // What was understood of it goes out as a Word file …
//! let heading = Block {
//!     id: BlockId(1),
//!     kind: BlockKind::Heading { level: 1, run_in: false },
//!     numeral: Some(Numeral::Computed),
//!     inlines: vec![Inline::Text { text: "提高认识".to_owned(), strong: false }],
//!     origin: None,
//! };
//! let speech = Speech { blocks: vec![heading], ..Speech::default() };
//! let docx = formats::write(&speech, &HouseStyle::speech(), Format::Docx)?.bytes;
//!
//! // … and comes in again, whatever it is called now.
//! let again = formats::read(&docx, "讲话.txt", &ReadOptions::default())?;
//! assert_eq!(again.format, Format::Docx);
//! assert_eq!(again.paragraphs[0].text, "一、提高认识");
//! assert_eq!(again.paragraphs[0].hints.outline, Some(1));
//! # Ok::<(), formats::Error>(())
//! ```

pub mod apart;
pub mod encoding;
pub mod house_style;
pub mod limits;
pub mod page;
pub mod typeset;

mod error;
mod extracted;
mod format;
mod learn;
mod little_endian;
mod ole;
mod paging;
mod read;
mod sketch;
mod sniff;
mod stars;
mod write;
mod xml;
mod zip;

pub use apart::Apart;
pub use error::{Error, Limit, LooksLike};
pub use extracted::{Extracted, Metadata};
pub use format::Format;
pub use house_style::{HouseStyle, ReadingChoice};
pub use learn::{Learned, learn_style};
pub use limits::Limits;
pub use paging::{PageStart, Paging, paging};
pub use read::{ReadOptions, read, read_clipboard, read_returned, read_sheet};
pub use sketch::{Sketch, SketchedPage, Stroke, sample, sketch};
#[cfg(feature = "pdf")]
pub use write::missing_fonts;
pub use write::{LineCss, Written, css, write, write_with};
