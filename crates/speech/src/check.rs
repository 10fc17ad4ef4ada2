//! 提示: what a speech should be looked at for before it is given.
//!
//! ```text
//! 下面，我讲三点意见：一、…… 二、…… 三、…… 四、……     the number is not kept
//! 推动XX高质量发展……确保在汉阴落地见效                 汉阴 is the other county
//! ```
//!
//! A check proposes and changes nothing: what becomes of a [`Finding`] is the writer's
//! decision ([`decision`](crate::decision)). It explains itself, and says by whose
//! authority. Unknown is not wrong: a false alarm costs the writer more than a miss.
//!
//! The checks themselves are in [`checks`](crate::checks), one file each, with its
//! examples beside it; here is what all of them are.

mod subject;

pub(crate) use subject::names_nobody;
pub use subject::{Known, Subject};

use crate::checks::CHECKS;
use crate::message::{Message, Words};
use crate::speech::{BlockId, FieldId};
use crate::text::Span;
use serde::Serialize;

/// A rule, and how a text is looked at for it.
#[derive(Debug)]
pub struct Check {
    /// Its name in JSON, SQL and the docs: `count-claim`.
    pub id: &'static str,
    /// What sort of fault it finds.
    pub group: Group,
    /// How bad that is, as a rule; a finding may weigh less.
    pub severity: Severity,
    /// Whose rule it is.
    pub authority: Authority,
    /// What the writer calls it.
    pub name: Words,
    /// What it finds, why that matters, what to do. Its help in the window.
    pub about: Words,
    /// Looks at a text.
    pub run: fn(&Subject<'_>, &mut Vec<Finding>),
    /// Guilty and innocent cases, as they are tested and shown in its help.
    pub examples: &'static str,
}

/// What sort of fault a check finds, in the order in which writers fear them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Group {
    /// What another speech has left in this one.
    LeftOver,
    /// Numbers that the text doesn't keep.
    Count,
    /// How it is built.
    Structure,
    /// What was said before.
    Reuse,
}

impl Group {
    /// What the writer calls it.
    pub fn name(self) -> Words {
        match self {
            Self::LeftOver => Words { zh: "遗留", en: "left over" },
            Self::Count => Words { zh: "数字", en: "numbers" },
            Self::Structure => Words { zh: "结构", en: "structure" },
            Self::Reuse => Words { zh: "重复", en: "reuse" },
        }
    }
}

/// How bad a finding is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// Wrong as it stands.
    Error,
    /// Wrong as a rule: to be looked at before it is given.
    Warning,
    /// A proposal.
    Hint,
}

impl Severity {
    /// Every severity, the worst first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Hint];

    /// The word for it in JSON and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Error => "error",
            Self::Warning => "warning",
            Self::Hint => "hint",
        }
    }
}

/// Whose rule a check holds a text against.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Authority {
    /// A standard, with its clause: GB/T 9704—2012, 7.3.3.
    Standard(&'static str),
    /// Decisions, appointments and terms as they were published.
    Official(&'static str),
    /// What writers do, as measured on published texts or told in manuals.
    Usage(&'static str),
    /// The text itself, which says two things that can't both be so.
    Itself,
}

impl Authority {
    /// What the writer reads.
    pub fn told(self) -> Message {
        match self {
            Self::Standard(clause) => Message::new(format!("标准：{clause}"), format!("standard: {clause}")),
            Self::Official(source) => Message::new(format!("官方：{source}"), format!("official: {source}")),
            Self::Usage(usage) => Message::new(format!("惯例：{usage}"), format!("usage: {usage}")),
            Self::Itself => Message::new("稿子自己对不上", "the text contradicts itself"),
        }
    }
}

/// Something that a check has found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Finding {
    /// The id of the check.
    pub check: &'static str,
    /// How bad it is.
    pub severity: Severity,
    /// The block that it stands in.
    pub block: BlockId,
    /// Where in the block's text as it is [shown](mod@crate::shown); never empty.
    pub span: Span,
    /// The text there.
    pub text: String,
    /// What would be right in the place of the text; "" deletes it.
    pub suggestion: Option<String>,
    /// The field whose slot it is, or could become; nothing where it has to do with none.
    pub field: Option<FieldId>,
    /// What is wrong, why, and what to do.
    pub message: Message,
}

/// The check of that id.
pub fn find(id: &str) -> Option<&'static Check> {
    CHECKS.iter().find(|check| check.id == id)
}

/// What all checks find, or those of `only`, in the order of the text; at one place the
/// longer stretch first, then in the order of [`CHECKS`].
pub fn run(subject: &Subject<'_>, only: Option<&[&str]>) -> Vec<Finding> {
    let wanted = |check: &&Check| only.is_none_or(|only| only.contains(&check.id));
    let mut found = Vec::new();
    CHECKS.iter().filter(wanted).for_each(|check| (check.run)(subject, &mut found));
    let place =
        |finding: &Finding| (subject.index(finding.block), finding.span.start, usize::MAX - finding.span.end);
    // Stable: the checks have been run in their order.
    found.sort_by_key(place);
    found
}
