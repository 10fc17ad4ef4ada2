//! What a speech is: plain data, as it is stored.
//!
//! A speech is one list of blocks in reading order; what a block is (title,
//! salutation, heading …) stands on the block. A *document* keeps every numeral
//! and marker as its file has it. A *draft* has them computed: no stored text of
//! a draft holds the number of a heading.

use crate::text::is_blank;
use serde::{Deserialize, Serialize};
use std::collections::HashSet;
use std::fmt;

/// The version of the stored form. A reader of another version says so.
pub const STORED_VERSION: u32 = 1;

/// A parsed text, or a draft.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Speech {
    /// [`STORED_VERSION`] of the program that stored it.
    pub version: u32,
    /// Everything that is read or printed, in its order.
    pub blocks: Vec<Block>,
    /// The facts that its slots ask for, in the order of their first slots.
    pub fields: Vec<Field>,
}

impl Default for Speech {
    fn default() -> Self {
        Self { version: STORED_VERSION, blocks: Vec::new(), fields: Vec::new() }
    }
}

impl Speech {
    /// The field of that id.
    pub fn field(&self, id: FieldId) -> Option<&Field> {
        // Ids count from 1, so as a rule the n-th field has the id n: thousands of slots
        // must not each look through thousands of fields.
        let nth = (id.0 as usize).checked_sub(1).and_then(|idx| self.fields.get(idx));
        nth.filter(|field| field.id == id).or_else(|| self.fields.iter().find(|field| field.id == id))
    }

    /// What makes it no speech, in words for a log; nothing if all is well. Two blocks or
    /// fields of one id, a slot of no field, another version.
    pub fn flaw(&self) -> Option<String> {
        if self.version != STORED_VERSION {
            return Some(format!("version {}", self.version));
        }
        let mut blocks = HashSet::new();
        let mut fields = HashSet::new();
        let field_twice = self.fields.iter().find(|field| !fields.insert(field.id));
        let block_twice = self.blocks.iter().find(|block| !blocks.insert(block.id));
        let mut slots = self.blocks.iter().flat_map(|block| &block.inlines);
        let unknown = slots.find_map(|inline| match inline {
            Inline::Slot { field, .. } if !fields.contains(field) => Some(field),
            _ => None,
        });
        let block_twice = block_twice.map(|block| format!("two blocks {}", block.id));
        let field_twice = field_twice.map(|field| format!("two fields {}", field.id));
        block_twice.or(field_twice).or_else(|| unknown.map(|field| format!("no field {field}")))
    }
}

/// One paragraph, heading or row of a table.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Block {
    /// Its id, which survives edits.
    pub id: BlockId,
    /// What it is.
    pub kind: BlockKind,
    /// The number before a heading; a heading without one is not counted.
    pub numeral: Option<Numeral>,
    /// What it says, the number left out.
    pub inlines: Vec<Inline>,
    /// Where it was taken from; nothing for what was written here.
    pub origin: Option<Origin>,
}

impl Block {
    /// It says nothing: no words, and no slots or markers either.
    pub fn is_blank(&self) -> bool {
        self.inlines.iter().all(|inline| match inline {
            Inline::Text { text, .. } => text.chars().all(is_blank),
            Inline::Slot { .. } | Inline::Marker { .. } => false,
        })
    }
}

/// Names a block within its speech: `b12`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct BlockId(pub u32);

/// Names a field within its speech: `f3`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(transparent)]
pub struct FieldId(pub u32);

impl fmt::Display for BlockId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "b{}", self.0)
    }
}

impl fmt::Display for FieldId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "f{}", self.0)
    }
}

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum BlockKind {
    /// A line of the title.
    Title,
    /// Who speaks: 县长　张三.
    Byline,
    /// When: （2026年3月18日）.
    Date,
    /// 同志们：
    Salutation,
    /// A heading of level 1 to 4: 一、 （一） 1. （1）.
    Heading {
        /// 1 to 4.
        level: u8,
        /// The next paragraph goes on in the same line: （一）守住底线。各镇……
        run_in: bool,
    },
    /// A paragraph of the text.
    Paragraph,
    /// A row of a table, its cells joined by TAB.
    Table,
    /// A paragraph of the closing: 同志们，……让我们……！
    Closing,
}

impl BlockKind {
    /// What part the block plays in the speech.
    pub fn role(self) -> Role {
        match self {
            Self::Title => Role::Title,
            Self::Byline => Role::Byline,
            Self::Date => Role::Date,
            Self::Salutation => Role::Salutation,
            Self::Heading { .. } => Role::Heading,
            Self::Paragraph | Self::Table => Role::Paragraph,
            Self::Closing => Role::Closing,
        }
    }
}

/// What part a line of a file, or a stretch of it, plays.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Role {
    /// An advert, a page number, the name of a site: not of the speech.
    Junk,
    /// Nothing but blanks.
    Blank,
    /// See [`BlockKind::Title`].
    Title,
    /// See [`BlockKind::Byline`].
    Byline,
    /// See [`BlockKind::Date`].
    Date,
    /// See [`BlockKind::Salutation`].
    Salutation,
    /// See [`BlockKind::Heading`].
    Heading,
    /// See [`BlockKind::Paragraph`].
    Paragraph,
    /// See [`BlockKind::Closing`].
    Closing,
}

impl Role {
    /// The word for it in JSON, SQL and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Junk => "junk",
            Self::Blank => "blank",
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Salutation => "salutation",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Closing => "closing",
        }
    }
}

/// The number before a heading.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Numeral {
    /// As the file has it, with the blanks around it: `　　一、`.
    AsWritten(String),
    /// Counted: 一、（一）1.（1） by level.
    Computed,
}

/// A stretch of a block.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Inline {
    /// Words.
    Text {
        /// The words, never empty.
        text: String,
        /// Bold in the file, or by the writer.
        strong: bool,
    },
    /// A placeholder, or its field's value where that is filled.
    Slot {
        /// The fact that it asks for.
        field: FieldId,
        /// The placeholder alone: `X` of X%, `XX`, `【】`.
        as_written: String,
    },
    /// The 一是, 二要看, 首先 that begins a member of an enumeration.
    Marker {
        /// Which enumeration of the speech it belongs to, from 1.
        series: u32,
        /// Its number in the enumeration, from 1, as the file has it.
        number: u32,
        /// The marker as the file has it.
        as_written: String,
        /// Its words are made from its place in the series, and `as_written` is
        /// only what they once were. False in documents, and in drafts for what
        /// is irregular (一看 / 二要看), until the writer accepts the proposal.
        computed: bool,
    },
}

/// Where a block was taken from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Origin {
    /// The id of the document or draft.
    pub document: String,
    /// The block in it.
    pub block: BlockId,
    /// The words that were taken, slots, numbers and markers left out, to tell
    /// how much of them is left. Kept here, as a draft that was taken from goes on
    /// changing.
    pub words: String,
}

/// A fact that one or more slots stand for.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Field {
    /// Its id, stable for the life of the speech.
    pub id: FieldId,
    /// What sort of fact.
    pub kind: FieldKind,
    /// What a writer would call it: 一季度全县生产总值同比降幅. Unique in the speech.
    pub label: String,
    /// The words after the slot that measure it: %, 亿元, 户. They are text, not
    /// part of the slot.
    pub unit: Option<String>,
    /// What stands in its slots, as it is printed; nothing while it is open. An empty one says
    /// that they are [left empty](crate::left_empty).
    pub value: Option<String>,
}

impl Field {
    /// The writer has decided that nothing is to stand there.
    pub fn is_left_empty(&self) -> bool {
        self.value.as_deref() == Some("")
    }
}

/// What sort of fact a field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum FieldKind {
    /// X%, X个百分点.
    Percent,
    /// X亿元.
    Money,
    /// X户, X万吨.
    Number,
    /// X届, 第X次.
    Ordinal,
    /// XX县, 幸福X建设.
    Place,
    /// XX同志.
    Person,
    /// XX局.
    Organisation,
    /// X月X日.
    Date,
    /// Anything else.
    Text,
}

impl FieldKind {
    /// The word for it in JSON, SQL and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Percent => "percent",
            Self::Money => "money",
            Self::Number => "number",
            Self::Ordinal => "ordinal",
            Self::Place => "place",
            Self::Person => "person",
            Self::Organisation => "organisation",
            Self::Date => "date",
            Self::Text => "text",
        }
    }
}
