//! The writer's word on findings that are none: ignore one, ignore the words, switch a check
//! off. To take what one proposes is a [`Fix`](crate::Fix).
//!
//! ```text
//! 这一处不算              ignore: this check, these words, in this block
//! “作风大整饬”是我们的     ignore the words: this check never minds them again
//! ```
//!
//! Nothing here decides by itself, and no check knows of it: decisions are laid over what
//! the checks find, so that a writer can see what was ignored and take it back.

use crate::check::Finding;
use crate::speech::BlockId;
use serde::{Deserialize, Serialize};

/// Something that the writer doesn't want to hear of again.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case", tag = "what")]
pub enum Decision {
    /// This check is off.
    Off {
        /// Its id.
        check: String,
    },
    /// These words are all right for this check, wherever they stand.
    Words {
        /// Its id.
        check: String,
        /// What it had found.
        text: String,
    },
    /// These words are all right for this check in this block.
    Here {
        /// Its id.
        check: String,
        /// What it had found.
        text: String,
        /// Where.
        block: BlockId,
    },
}

impl Decision {
    /// To ignore one finding.
    pub fn here(finding: &Finding) -> Self {
        Self::Here { check: finding.check.to_owned(), text: finding.text.clone(), block: finding.block }
    }

    /// To ignore the words of a finding wherever they stand.
    pub fn words(finding: &Finding) -> Self {
        Self::Words { check: finding.check.to_owned(), text: finding.text.clone() }
    }

    /// To switch off the check of a finding.
    pub fn off(finding: &Finding) -> Self {
        Self::Off { check: finding.check.to_owned() }
    }

    /// Whether a finding is meant.
    pub fn covers(&self, finding: &Finding) -> bool {
        match self {
            Self::Off { check } => check == finding.check,
            Self::Words { check, text } => check == finding.check && *text == finding.text,
            Self::Here { check, text, block } => {
                check == finding.check && *text == finding.text && *block == finding.block
            }
        }
    }
}

/// The findings that are left, and those that the writer has decided on, each in its order.
pub fn sort<'a>(
    findings: Vec<Finding>,
    decisions: impl Iterator<Item = &'a Decision> + Clone,
) -> (Vec<Finding>, Vec<Finding>) {
    findings.into_iter().partition(|finding| !decisions.clone().any(|decision| decision.covers(finding)))
}
