//! 数量提法. “下面，我讲三点意见” promises three points; this check finds promises that the
//! text no longer keeps. Which points a promise speaks of is decided in
//! [`claim`](crate::claim); a promise whose points can't be told is left alone.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::claim::ClaimKind;
use crate::message::{Message, Words};
use crate::numeral;
use crate::text::half_width;

pub(super) const CHECK: Check = Check {
    id: "count-claim",
    group: Group::Count,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "说几点有几点", en: "count claim" },
    about: Words {
        zh: "说“讲三点意见”，下面却是四点：多半是增删以后忘了改。改这个数，或者补上、删去一点。“六稳”“四个意识”这样的固定提法，和稿子里数不出来的，不算。",
        en: "三点意见 is announced and four follow, as a rule because one was added or taken out. Change the number, or the points. Fixed terms (六稳, 四个意识) and what the text doesn't let anyone count are left alone.",
    },
    run,
    examples: include_str!("count_claim.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for claim in subject.claims().iter().filter(|claim| claim.kind == ClaimKind::Points && claim.is_broken())
    {
        let Some(context) = subject.context(claim.block) else { continue };
        // Unknown is not wrong: a false alarm costs the writer more than a miss.
        let Some(actual) = claim.actual.and_then(|actual| actual.whole()) else { continue };
        let written = context.text(claim.number.clone());
        let before = context.text(claim.span.start..claim.number.start);
        let after = context.text(claim.number.end..claim.span.end);
        let number = in_the_way_of(&written, actual);
        let (text, is) = (&claim.text, format!("{before}{number}{after}"));
        let message = Message::new(
            format!("这里说“{text}”，数下来是“{is}”。改这个数，或者补上、删去。"),
            format!("“{text}” is announced, and there are {actual}. Change the number, or add or delete."),
        );
        let finding = subject.finding(&CHECK, claim.block, claim.span.clone(), message);
        found.push(Finding { suggestion: Some(is), ..finding });
    }
}

/// A number as the one that it replaces is written: 3 → 4, 三 → 四, 两 for two that are
/// counted.
pub(super) fn in_the_way_of(written: &str, number: u32) -> String {
    if written.chars().map(half_width).all(|c| c.is_ascii_digit()) {
        return number.to_string();
    }
    if number == 2 { "两".to_owned() } else { numeral::han(number) }
}
