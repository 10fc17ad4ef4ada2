//! What a speech is: pure functions over text and values.
//!
//! This crate understands Chinese speeches: which lines are adverts, what is a heading,
//! which X stand for the same fact, what a fact is called. It reads no file, asks no
//! clock, keeps no global, and never fails on a text.
//!
//! # From a text to a filled draft
//!
//! ```
//! use speech::{Lexicon, Occasion, Paragraph, Subject};
//! use speech::{check, draft, fill, parse, section::Address, shown};
//!
//! let lines = [
//!     "仅供学习 禁止外传",
//!     "在全县经济工作会议上的讲话",
//!     "同志们：",
//!     "下面，我讲两点意见：",
//!     "一、坚定信心",
//!     "（一）看清形势。去年全县用水量同比增长X%。",
//!     "二、狠抓落实",
//!     "要一件一件地抓。",
//!     "同志们，让我们一起干！",
//! ];
//! let parsed = parse::parse(&lines.map(Paragraph::plain));
//! assert_eq!(parsed.parts[0].role, speech::Role::Junk);
//! assert_eq!(parsed.speech.fields[0].label, "去年全县用水量同比增幅");
//!
//! // Take the opening, the second section and the closing: 二、 becomes 一、.
//! let taken = ["0", "2", "end"].map(|section| draft::Taken {
//!     document: "d1",
//!     speech: &parsed.speech,
//!     extent: Address::read(section).into(),
//! });
//! let draft = draft::assemble(None, &taken)?;
//! assert!(shown::text(&draft).contains("\n一、狠抓落实\n"));
//!
//! // Fill a field of the first section.
//! let section = Address::read("1").into();
//! let section = draft::Taken { document: "d1", speech: &parsed.speech, extent: section };
//! let mut draft = draft::assemble(Some("在会上的讲话"), &[section])?;
//! let value = ("用水量".to_owned(), "12.5%".to_owned());
//! let filled = fill::fill(&mut draft, &[value], &Vec::new()).expect("one label has these words");
//! assert_eq!(filled.filled[0].shown, "12.5");
//! assert!(shown::text(&draft).ends_with("去年全县用水量同比增长12.5%。"));
//!
//! // What should be looked at before it is given: an X is still open.
//! let (lexicon, occasion) = (Lexicon::built_in(), Occasion::default());
//! let found = check::run(&Subject::new(&parsed.speech, &lexicon, &occasion), None);
//! assert_eq!((found[0].check, found[0].text.as_str()), ("unfilled-slot", "X"));
//! # Ok::<(), speech::draft::NoSuchSection>(())
//! ```
//!
//! # In reading order

pub mod message;
pub mod text;

pub mod numeral;
pub mod paragraph;
pub mod speech;

pub mod lexicon;
pub mod occasion;

pub mod parse;
pub mod slot;

mod field;

pub mod left_empty;
pub mod number;
pub mod shown;

pub mod about;
pub mod claim;
pub mod edition;
pub mod passage;
pub mod section;
mod share;
pub mod timing;

pub mod extent;
pub mod outline;

mod context;
pub mod date;
pub mod mention;
mod office;

mod amount;
pub mod check;
pub mod checks;
pub mod decision;
pub mod fix;
mod mask;
pub mod own_words;
pub mod quote;
pub mod reading;
pub mod reference;
pub mod roll_forward;

pub mod compare;
pub mod draft;
pub mod field_edit;
pub mod field_use;
pub mod fill;
pub mod offer;
pub mod origin;
pub mod overlap;
pub mod pasted;
pub mod returned;
pub mod skeleton;
pub mod typed;

pub use check::{Check, Finding, Severity, Subject};
pub use checks::CHECKS;
pub use claim::{Claim, Figure, claims};
pub use date::{DateMention, Stale, dates};
pub use decision::Decision;
pub use extent::Extent;
pub use field_use::{FieldUse, SlotPlace, field_uses};
pub use fix::Fix;
pub use lexicon::{BadLine, Lexicon, UnitList, UnitLists};
pub use mention::{Name, NameKind, names};
pub use message::{Message, Words};
pub use occasion::{Day, NotADay, Occasion};
pub use outline::outline;
pub use paragraph::{Control, Hints, Paragraph};
pub use passage::{Passage, passages};
pub use quote::Quote;
pub use shown::{Piece, PieceKind, Shown, shown};
pub use speech::{
    Block, BlockId, BlockKind, Field, FieldId, FieldKind, Inline, Numeral, Origin, Role, STORED_VERSION,
    Speech,
};
pub use text::{Position, Span};
