//! A document or draft as the window shows it.

use serde::Serialize;
use specta::Type;
use speech::{BlockId, FieldId, Speech};

/// A line of a list of documents.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DocumentRow {
    /// `d7`
    pub id: String,
    /// What sort.
    pub kind: Kind,
    /// Its title, several lines joined by `\n`; empty if it has none.
    pub title: String,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// Where it was given.
    pub occasion: Option<String>,
    /// When.
    pub year: Option<i32>,
    /// Word's 字数.
    pub characters: u32,
    /// The name of the file that it was imported from, its folder left out.
    pub file: Option<String>,
    /// When it last changed, ISO 8601 in UTC.
    pub changed: String,
}

/// What sort of document.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize, Serialize, Type)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// 讲话稿
    Speech,
    /// 模板
    Template,
    /// A template that ships with the program.
    Starter,
    /// 草稿
    Draft,
}

/// A document or draft, opened.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Opened {
    /// What the list says of it.
    pub row: DocumentRow,
    /// Its text.
    pub speech: Speech,
    /// What is computed from the text.
    pub answer: Answer,
}

/// What is computed from a text: numbers, sections, the places of its fields, its
/// length. The window draws it and keeps none of it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Answer {
    /// Block by block.
    pub blocks: Vec<BlockAnswer>,
    /// The headings, with all that stands under each, in the order of the text.
    pub sections: Vec<SectionAnswer>,
    /// The fields that have a slot left, in the order of their first slots.
    pub fields: Vec<FieldAnswer>,
    /// Word's 字数 of the whole.
    pub characters: u32,
    /// How long it takes to say, in tenths of a minute.
    pub tenths: u32,
}

/// What is computed for a block.
#[derive(Clone, Debug, Serialize, Type)]
pub struct BlockAnswer {
    /// The block.
    pub block: BlockId,
    /// The number before a heading, as it is printed: `一、`.
    pub numeral: Option<String>,
    /// The words of its markers, in their order: 一是, 二是.
    pub markers: Vec<String>,
    /// The next block goes on in the same line.
    pub run_in: bool,
    /// Of what was taken from elsewhere, how much is left, in percent.
    pub left: Option<u32>,
}

/// A heading with all that stands under it.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SectionAnswer {
    /// The heading.
    pub block: BlockId,
    /// 1 to 4.
    pub level: u8,
    /// Its place in the list of blocks, from 0.
    pub start: u32,
    /// The place after the last block of the section.
    pub end: u32,
    /// Its number as it is printed; empty if it has none.
    pub numeral: String,
    /// Its words, without the number.
    pub text: String,
    /// Word's 字数 of the section.
    pub characters: u32,
    /// How long it takes to say, in tenths of a minute.
    pub tenths: u32,
}

/// Where a field stands.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FieldAnswer {
    /// The field.
    pub field: FieldId,
    /// The heading of level 1 that its first slot stands under.
    pub section: Option<BlockId>,
    /// Its slots.
    pub slots: Vec<SlotAnswer>,
}

/// A slot in its sentence.
#[derive(Clone, Debug, Serialize, Type)]
pub struct SlotAnswer {
    /// The block that it stands in.
    pub block: BlockId,
    /// The sentence before it.
    pub before: String,
    /// What stands in the slot.
    pub text: String,
    /// The sentence after it.
    pub after: String,
}
