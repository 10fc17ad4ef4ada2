//! 要点不齐. 一看差距，二要看潜力，三要看机遇: heard by everybody, seen by nobody.

use super::enumeration_gap::{Member, enumerations};
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::numeral;
use std::collections::HashMap;

pub(super) const CHECK: Check = Check {
    id: "enumeration-member",
    group: Group::Structure,
    severity: Severity::Hint,
    authority: Authority::Usage("讲稿写作的通行要求：同一组要点用同一种序语"),
    name: Words { zh: "要点不齐", en: "members that don't match" },
    about: Words {
        zh: "“一看”“二要看”“三要看”，同一组要点的序语不一样，念起来不齐。这里建议改成多数的写法；有意为之就不用管。",
        en: "一看, 二要看, 三要看: the members of one enumeration begin in different ways, which is heard. The usual way of the row is proposed.",
    },
    run,
    examples: include_str!("enumeration_member.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for members in enumerations(subject).values() {
        let Some(usual) = usual(members) else { continue };
        for member in members.iter().filter(|member| lead(member.marker).is_some_and(|lead| lead != usual)) {
            let should = format!("{}{usual}", numeral::han(member.number));
            let is = member.marker;
            let message = Message::new(
                format!(
                    "同一组要点，别的是“{}”，这里是“{is}”。要不要统一成“{should}”？",
                    like(members, &usual)
                ),
                format!(
                    "others of the row are like “{}”, and this is “{is}”. Make it “{should}”?",
                    like(members, &usual)
                ),
            );
            let finding = subject.finding(&CHECK, member.block, member.span.clone(), message);
            found.push(Finding { suggestion: Some(should), ..finding });
        }
    }
}

/// What follows the number: 是 of 一是, 要看 of 二要看. Nothing for 首先 and 第一.
fn lead(marker: &str) -> Option<&str> {
    numeral::read_han(marker).map(|(_, lead)| lead)
}

/// The lead of most members; of two that are even the shorter one. Nothing for a row that
/// is not counted, or where all are alike.
fn usual(members: &[Member<'_>]) -> Option<String> {
    let mut counts: HashMap<&str, usize> = HashMap::new();
    for member in members {
        *counts.entry(lead(member.marker)?).or_default() += 1;
    }
    if counts.len() < 2 {
        return None;
    }
    let most = counts.into_iter().max_by_key(|(lead, n)| (*n, usize::MAX - lead.len(), *lead))?;
    Some(most.0.to_owned())
}

/// A member that begins in the usual way.
fn like<'a>(members: &[Member<'a>], usual: &str) -> &'a str {
    members.iter().find(|member| lead(member.marker) == Some(usual)).map_or("", |member| member.marker)
}
