//! What a speech is.
#![warn(missing_docs)]

pub mod about;
pub mod draft;
mod field;
pub mod fill;
pub mod message;
pub mod number;
pub mod numeral;
pub mod origin;
pub mod paragraph;
pub mod parse;
pub mod passage;
pub mod section;
pub mod shown;
pub mod slot;
pub mod speech;
pub mod text;
pub mod timing;

pub use message::Message;
pub use paragraph::{Hints, Paragraph};
pub use passage::{Passage, passages};
pub use shown::{Piece, PieceKind, Shown, shown};
pub use speech::{
    Block, BlockId, BlockKind, Field, FieldId, FieldKind, Inline, Numeral, Origin, Role, STORED_VERSION,
    Speech,
};
pub use text::{Position, Span};
