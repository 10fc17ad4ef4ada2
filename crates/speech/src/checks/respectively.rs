//! 分别. 存款、贷款分别增长5%和6%: as many values as things, or nobody knows whose is
//! whose.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::claim::ClaimKind;
use crate::message::{Message, Words};

pub(super) const CHECK: Check = Check {
    id: "respectively",
    group: Group::Count,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "“分别”对不上", en: "分别 doesn't fit" },
    about: Words {
        zh: "“分别”前面是几样，后面就该是几个数。少一个多一个，听的人就不知道哪个数是谁的。补上或者删去一个。",
        en: "After 分别 there must be as many values as there are things before it, or nobody knows whose is whose. Add the one that is missing, or delete one.",
    },
    run,
    examples: include_str!("respectively.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let broken = |kind| kind == ClaimKind::Respectively;
    for claim in subject.claims().iter().filter(|claim| broken(claim.kind) && claim.is_broken()) {
        let Some(actual) = claim.actual else { continue };
        let claimed = claim.claimed;
        let message = Message::new(
            format!("“分别”后面有{claimed}个数，前面说的是{actual}样，对不上。补上或者删去。"),
            format!("分别 is followed by {claimed} values for {actual} things. Add or delete one."),
        );
        found.push(subject.finding(&CHECK, claim.block, claim.span.clone(), message));
    }
}
