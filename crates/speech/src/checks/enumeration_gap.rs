//! 要点的序号. 一是…二是…四是…: one was taken out.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::numeral;
use crate::speech::{BlockId, Inline};
use crate::text::{Span, length};
use std::collections::BTreeMap;

pub(super) const CHECK: Check = Check {
    id: "enumeration-gap",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "要点跳号、重号", en: "gap in an enumeration" },
    about: Words {
        zh: "“一是”“二是”后面是“四是”，或者又一个“二是”：删了、添了一条没有改。隔着段的接着数，到下一个标题为止。",
        en: "After 一是, 二是 comes 四是, or 二是 again: one was taken out or put in. A series goes on across paragraphs until the next heading.",
    },
    run,
    examples: include_str!("enumeration_gap.txt"),
};

/// A member of an enumeration: where it stands, its number, its marker.
pub(super) struct Member<'a> {
    pub(super) block: BlockId,
    pub(super) span: Span,
    pub(super) number: u32,
    pub(super) marker: &'a str,
}

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for members in enumerations(subject).values() {
        for pair in members.windows(2) {
            let [before, here] = pair else { continue };
            if here.number == before.number + 1 {
                continue;
            }
            let should = numeral::recount(here.marker, before.number + 1);
            let (was, is) = (before.marker, here.marker);
            let message = Message::new(
                format!(
                    "上一条是“{was}”，这里是“{is}”，序号不连。补上缺的，或者改成“{should}”，后面的跟着改。"
                ),
                format!(
                    "the member before is “{was}”, and this is “{is}”. Add what is missing, or make it “{should}” and count on."
                ),
            );
            let finding = subject.finding(&CHECK, here.block, here.span.clone(), message);
            found.push(Finding { suggestion: (should != is).then_some(should), ..finding });
        }
    }
}

/// The members of the enumerations that are as written; what is computed is right.
pub(super) fn enumerations<'a>(subject: &'a Subject<'_>) -> BTreeMap<u32, Vec<Member<'a>>> {
    let mut enumerations: BTreeMap<u32, Vec<Member<'a>>> = BTreeMap::new();
    for (block, shown) in subject.speech.blocks.iter().zip(&subject.shown) {
        let mut at = length(&shown.text()) - inlines_length(subject, block.id);
        for inline in &block.inlines {
            let n_chars = match inline {
                Inline::Text { text, .. } => length(text),
                Inline::Slot { field, as_written } => {
                    let value = subject.speech.field(*field).and_then(|field| field.value.as_ref());
                    length(value.unwrap_or(as_written))
                }
                Inline::Marker { series, number, as_written, computed } => {
                    if *computed {
                        // What is counted has no gaps, and ends the interest in its row.
                        enumerations.entry(*series).or_default().clear();
                    } else {
                        let span = at..at + length(as_written);
                        let member = Member { block: block.id, span, number: *number, marker: as_written };
                        enumerations.entry(*series).or_default().push(member);
                    }
                    length(as_written)
                }
            };
            at += n_chars;
        }
    }
    enumerations
}

fn inlines_length(subject: &Subject<'_>, block: BlockId) -> usize {
    let shown = &subject.shown[subject.index(block)];
    let own = shown.pieces.iter().filter(|piece| piece.kind != crate::shown::PieceKind::Numeral);
    own.map(|piece| length(&piece.text)).sum()
}
