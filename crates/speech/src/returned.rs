//! 取回修改稿. A draft went out as a file and came back changed: what was changed in it, block
//! by block, as proposals.
//!
//! ```text
//! 要狠抓[+项目]落实。          李四 3月18日      changed
//! + 五、强化督查               李四 3月18日      added
//! 同比增长[X→12.5]%           王五 3月19日      the value of a field
//! 要压实责任。                王五：“写实一点”   a remark, nothing to do
//! ```
//!
//! A file with tracked changes has both texts, that which went out and that which came back, and
//! says who changed what. Of any other file only what came back is known, and a state of the
//! draft stands for what went out. What the writer changed in the meantime is kept: only what
//! differs between the file's two texts is proposed, and where both changed one block, the
//! writer is asked.
//!
//! A slot that nobody touched stays a slot, a counted number is taken off again before anything
//! is compared, and nothing is changed until the writer says so: [`take`] does what it is given.

mod align;
mod apply;
mod excerpt;
mod group;
mod line;
mod merge;
mod propose;
mod weave;

pub use apply::take;
pub use excerpt::{Row, rows};
pub use propose::proposals;

use crate::compare::Piece;
use crate::message::Message;
use crate::paragraph::Paragraph;
use crate::speech::{Block, BlockId, Field, FieldId, Speech};
use serde::{Deserialize, Serialize};
use std::collections::HashMap;

/// A file that came back, as a reader hands it over.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Returned {
    /// The lines without its tracked changes; nothing for a file that has none.
    pub before: Option<Vec<ReturnedLine>>,
    /// The lines as they came back.
    pub after: Vec<ReturnedLine>,
}

/// A line of a file that came back.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReturnedLine {
    /// Its text and looks.
    pub paragraph: Paragraph,
    /// Whose changes are in it, each once.
    pub by: Vec<By>,
    /// What was noted beside it.
    pub remarks: Vec<Remark>,
}

/// Who changed something, and when, as the file has it.
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct By {
    /// The name; empty where the file hides it.
    pub who: String,
    /// As `2026-03-18T09:30:00Z`, which programs write of their own clock.
    pub when: Option<String>,
}

/// A comment in a file.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Remark {
    /// Who wrote it, and when.
    pub by: By,
    /// What it says.
    pub text: String,
    /// The words that it is about; empty where it is about a place.
    pub about: String,
}

/// Something that was changed, or noted, in a draft that came back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "ReturnedProposal")]
pub struct Proposal {
    /// What it is.
    pub kind: ProposalKind,
    /// The draft's blocks that it is about, in their order; none for what is new.
    pub blocks: Vec<BlockId>,
    /// For what is new or moved: the block that it stands behind then; nothing at the beginning.
    pub behind: Option<BlockId>,
    /// What stands in the place of the blocks then: none where they go. Not for what moves.
    pub put: Vec<Block>,
    /// The fields of what is put that the draft doesn't have.
    pub fields: Vec<Field>,
    /// The value for a field.
    pub value: Option<FieldValue>,
    /// The words: what went, what came, and what stays around them.
    pub pieces: Vec<Piece>,
    /// Who did it.
    pub by: Vec<By>,
    /// What was noted beside it.
    pub remarks: Vec<Remark>,
    /// There is little doubt.
    pub ticked: bool,
    /// What the writer should know before taking it.
    pub doubt: Option<Message>,
}

/// What a proposal is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename = "ReturnedKind", rename_all = "snake_case")]
pub enum ProposalKind {
    /// Other words; also where one paragraph became two, or two one.
    Changed,
    /// New.
    Added,
    /// Gone.
    Removed,
    /// Elsewhere.
    Moved,
    /// The value of a field.
    Value,
    /// A comment beside words that stay: there is nothing to take.
    Remark,
}

impl ProposalKind {
    /// The word for it in JSON and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Changed => "changed",
            Self::Added => "added",
            Self::Removed => "removed",
            Self::Moved => "moved",
            Self::Value => "value",
            Self::Remark => "remark",
        }
    }
}

/// What stands in a field's slots then.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct FieldValue {
    /// The field.
    pub field: FieldId,
    /// Its label.
    pub label: String,
    /// The value.
    pub value: String,
}

/// How many lines of a state of the draft stand in the file as it went out: of several states, the
/// one that went out has most.
pub fn n_same_lines(state: &Speech, returned: &Returned) -> usize {
    let mut lines: HashMap<String, usize> = HashMap::new();
    for line in line::of_draft(state) {
        *lines.entry(line.key().to_owned()).or_default() += 1;
    }
    let sent = returned.before.as_ref().unwrap_or(&returned.after);
    let is_left = |line: &&ReturnedLine| match lines.get_mut(&line::Text::of(&line.paragraph.text).bare) {
        Some(n) if *n > 0 => {
            *n -= 1;
            true
        }
        _ => false,
    };
    sent.iter().filter(is_left).count()
}
