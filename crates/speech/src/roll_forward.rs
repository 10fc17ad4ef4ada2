//! 以去年稿起草. Last year's speech, to be given again: one list of what is another year's,
//! old beside new.
//!
//! ```text
//! 2025年            2026年               the year goes on with the speech
//! 十四届全国人大二次会议  十四届全国人大三次会议   the session of that year
//! 李克强总理         李强总理             who holds the office on the day
//! 增长8.5%          增长⟦【原8.5】⟧%        last year's figure becomes a field
//! ```
//!
//! Proposals are ticked where there is little doubt, and nothing is changed until the
//! writer says so: [`apply`] takes those that it is given.

mod apply;
mod figure;
mod time;

pub use apply::apply;

use crate::about::about;
use crate::check::{Finding, Severity};
use crate::context::Context;
use crate::lexicon::Lexicon;
use crate::message::Message;
use crate::occasion::Day;
use crate::speech::{BlockId, Speech};
use crate::text::Span;
use serde::{Deserialize, Serialize};

/// The word for proposals among findings.
pub const ID: &str = "roll-forward";

/// Something of last year's speech that is another one this year.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Proposal {
    /// What it is.
    pub kind: ProposalKind,
    /// The block that it stands in.
    pub block: BlockId,
    /// Where in the block's text as it is [shown](mod@crate::shown).
    pub span: Span,
    /// The words there.
    pub text: String,
    /// What they become; nothing for a figure, which becomes a field, and where only the
    /// writer knows.
    pub new: Option<String>,
    /// There is little doubt.
    pub ticked: bool,
    /// Why, and what to do.
    pub message: Message,
}

/// What a proposal is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
#[serde(rename_all = "snake_case")]
pub enum ProposalKind {
    /// 2025年
    Year,
    /// 十四届全国人大二次会议, 县委十五届四次全会
    Session,
    /// “十四五”
    Plan,
    /// 李克强总理
    Holder,
    /// 增长8.5%: to become a field.
    Figure,
    /// 5月底, 近日: only the writer knows.
    Time,
    /// 我市 of a borrowed part: see [`own_words`](crate::own_words).
    SelfName,
    /// 汉阴 of a borrowed part.
    Name,
}

impl ProposalKind {
    /// The word for it in JSON and the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Year => "year",
            Self::Session => "session",
            Self::Plan => "plan",
            Self::Holder => "holder",
            Self::Figure => "figure",
            Self::Time => "time",
            Self::SelfName => "self_name",
            Self::Name => "name",
        }
    }
}

impl Proposal {
    /// As one of the findings on a draft: a hint.
    pub fn finding(&self) -> Finding {
        Finding {
            check: match self.kind {
                ProposalKind::SelfName | ProposalKind::Name => crate::own_words::ID,
                _ => ID,
            },
            severity: Severity::Hint,
            block: self.block,
            span: self.span.clone(),
            text: self.text.clone(),
            suggestion: self.new.clone(),
            field: None,
            message: self.message.clone(),
        }
    }
}

/// What of a speech is another year's, if it is given on that day, in the order of the text.
/// `from` is the year that it was given in; without one it is told from the text. Nothing for
/// a speech whose year can't be told, or is that of the day.
pub fn roll_forward(speech: &Speech, lexicon: &Lexicon, from: Option<i32>, day: Day) -> Vec<Proposal> {
    let contexts = Context::all(speech);
    let from = from.or_else(|| own_year(speech, &contexts));
    let Some(from) = from.filter(|year| *year < day.year) else { return Vec::new() };
    let mut proposals = Vec::new();
    for (context, block) in contexts.iter().zip(&speech.blocks) {
        let mut of_block = time::proposals(context, block.kind, lexicon, from, day);
        of_block.extend(figure::proposals(context, block.kind));
        of_block.sort_by_key(|proposal| (proposal.span.start, usize::MAX - proposal.span.end));
        // 2025年 within a session's name is part of it.
        let mut end = 0;
        for proposal in of_block.into_iter().filter(|proposal| !proposal.span.is_empty()) {
            if proposal.span.start >= end {
                end = proposal.span.end;
                proposals.push(proposal);
            }
        }
    }
    proposals
}

/// The year that the speech was given in: of its title or date, else the one that it names
/// most often, of several the latest.
fn own_year(speech: &Speech, contexts: &[Context]) -> Option<i32> {
    about(speech).year.or_else(|| {
        let mut counts = std::collections::BTreeMap::<i32, usize>::new();
        for (year, _) in contexts.iter().flat_map(time::years) {
            *counts.entry(year).or_default() += 1;
        }
        counts.into_iter().max_by_key(|(year, n)| (*n, *year)).map(|(year, _)| year)
    })
}
