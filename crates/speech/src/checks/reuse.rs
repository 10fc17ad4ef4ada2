//! 照搬. Nine tenths of a speech were last year's: the hall has heard it.

use crate::check::{Authority, Check, Finding, Group, Known, Severity, Subject};
use crate::message::{Message, Words};
use crate::outline::outline_of;
use crate::overlap::{Overlap, Stock, overlap};
use crate::shown::text_of;
use crate::text::trim;
use std::ops::Range;

pub(super) const CHECK: Check = Check {
    id: "reuse",
    group: Group::Reuse,
    severity: Severity::Warning,
    authority: Authority::Usage("公开发表的报告互相重复一般在百分之五以内，过两成就是照搬"),
    name: Words { zh: "照搬旧稿", en: "reuse" },
    about: Words {
        zh: "全文有一半以上在素材库的另一篇讲话里，或者有一个部分几乎原样照搬。同样的人听过，就会听出来：填了听众，而那一篇也是他们听的，照搬一个部分也是警告。数字和标点不论，套话不算；模板不算。",
        en: "More than half of the speech is in another one of the library, or a section is taken as it was. Who heard that one will hear it: where the draft names its audience, and it heard that one, a section alone is a warning, too. Figures and marks don't count, nor does what every speech says, nor do templates.",
    },
    run,
    examples: include_str!("reuse.txt"),
};

/// Half of a speech.
const WHOLE: f64 = 0.5;

/// A section as it was.
const SECTION: f64 = 0.8;

/// So few characters are a greeting.
const FEWEST: usize = 80;

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    if subject.known.is_empty() {
        return;
    }
    let stock = Stock::of(subject.lexicon);
    let most = |blocks: Range<usize>| -> Option<(&Known, Overlap)> {
        let text = text_of(&subject.shown[blocks]);
        let shared = subject.known.iter().map(|known| (known, overlap(&text, &known.stretches, &stock)));
        shared.max_by(|one, other| one.1.share().total_cmp(&other.1.share()))
    };
    if let Some((known, shared)) = most(0..subject.shown.len())
        && shared.share() >= WHOLE
        && shared.all >= FEWEST
    {
        found.extend(finding(subject, 0, known, &shared, CHECK.severity));
        return;
    }
    for section in outline_of(subject.speech, &subject.shown).into_iter().filter(|section| section.level == 1)
    {
        let start = section.blocks.start;
        if let Some((known, shared)) = most(section.blocks)
            && shared.share() >= SECTION
            && shared.all >= FEWEST
        {
            let severity = if heard_it(subject, known) { Severity::Warning } else { Severity::Hint };
            found.extend(finding(subject, start, known, &shared, severity));
        }
    }
}

/// Who is to hear the speech heard that one: the same, or some of them.
fn heard_it(subject: &Subject<'_>, known: &Known) -> bool {
    match (subject.occasion.audience.as_deref().map(trim), known.audience.as_deref().map(trim)) {
        (Some(now), Some(then)) => {
            !now.is_empty() && !then.is_empty() && (now.contains(then) || then.contains(now))
        }
        _ => false,
    }
}

/// On the first line with words of the speech, or of the section that begins at that block.
fn finding(
    subject: &Subject<'_>,
    block_idx: usize,
    known: &Known,
    shared: &Overlap,
    severity: Severity,
) -> Option<Finding> {
    let (block, span) = subject.first_line(block_idx)?;
    let (title, percent) = (&known.title, (shared.share() * 100.0).round());
    let what = if block_idx == 0 { ("全文", "the speech") } else { ("这一部分", "this section") };
    let audience = subject.occasion.audience.as_deref().filter(|_| heard_it(subject, known));
    let message = match audience {
        Some(audience) => Message::new(
            format!("{}有{percent}%在“{title}”里，那一篇“{audience}”已经听过。改写，或者换掉。", what.0),
            format!(
                "{percent}% of {} is in “{title}”, which the same audience ({audience}) has heard. Write it anew.",
                what.1
            ),
        ),
        None => Message::new(
            format!("{}有{percent}%在“{title}”里。听过那一篇的人会听出来：改写，或者换掉。", what.0),
            format!(
                "{percent}% of {} is in “{title}”. Who heard that one will hear it: write it anew.",
                what.1
            ),
        ),
    };
    let finding = subject.finding(&CHECK, block, span, message);
    Some(Finding { severity, ..finding })
}
