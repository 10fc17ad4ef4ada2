//! 合计. 增加1万亿元，发行1万亿元，上述2万亿元: the sum that a sentence states is that of its
//! amounts.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::claim::ClaimKind;
use crate::message::{Message, Words};

pub(super) const CHECK: Check = Check {
    id: "stated-sum",
    group: Group::Count,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "加起来不对", en: "sum" },
    about: Words {
        zh: "“上述”“合计”“共计”后面的数，应当是前面几个数的和。核对一遍，改错的那个。",
        en: "The amount after 上述, 合计 or 共计 is to be the sum of those before it. Look them up, and change the one that is wrong.",
    },
    run,
    examples: include_str!("stated_sum.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for claim in subject.claims().iter().filter(|claim| claim.kind == ClaimKind::Sum && claim.is_broken()) {
        let (Some(context), Some(actual)) = (subject.context(claim.block), claim.actual) else { continue };
        let after = context.text(claim.number.end..claim.span.end);
        let text = &claim.text;
        let message = Message::new(
            format!("前面几个数加起来是{actual}{after}，这里说“{text}”。核对一遍，改错的那个。"),
            format!("the amounts before make {actual}{after}, and “{text}” is stated. Look them up."),
        );
        let finding = subject.finding(&CHECK, claim.block, claim.span.clone(), message);
        found.push(Finding { suggestion: Some(format!("{actual}{after}")), ..finding });
    }
}
