//! 别处的事. 习近平总书记来陕考察 ties whole passages to one visit of one place. Another
//! name in its place makes the sentence untrue: the passage must be written anew.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::date::DateMention;
use crate::message::{Message, Words};
use std::collections::BTreeSet;

pub(super) const CHECK: Check = Check {
    id: "borrowed-event",
    group: Group::LeftOver,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "别处的事", en: "another place's event" },
    about: Words {
        zh: "整段话围着一次考察、视察来写，而那次去的是别处。只换地名，话就成了假话；这几段要按自己的事重写，或者整段拿掉。",
        en: "A whole passage is built on a visit that was paid to another place. With another name in it the sentence is untrue: write the passage anew, or take it out.",
    },
    run,
    examples: include_str!("borrowed_event.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let visits: Vec<&DateMention> =
        subject.dates().iter().filter(|date| is_visit(date) && is_elsewhere(subject, date)).collect();
    let n_blocks = visits.iter().map(|visit| visit.block).collect::<BTreeSet<_>>().len();
    for visit in visits {
        let message = Message::new(
            format!(
                "“{}”说的是别处的一次考察，全文有{n_blocks}段围着它写。只换地名不行，要按自己的事重写。",
                visit.text
            ),
            format!(
                "“{}” tells of a visit to another place; {n_blocks} paragraphs are built on it. Another name won't do: write them anew.",
                visit.text
            ),
        );
        found.push(subject.finding(&CHECK, visit.block, visit.span.clone(), message));
    }
}

/// 来陕考察, 来到XX、XX考察: see `date::events`.
pub(super) fn is_visit(date: &DateMention) -> bool {
    date.text.starts_with(['来', '到', '赴']) && (date.text.ends_with("考察") || date.text.ends_with("视察"))
}

/// The place that was visited is masked, or known to be foreign.
pub(super) fn is_elsewhere(subject: &Subject<'_>, visit: &DateMention) -> bool {
    let meets = |start: usize, end: usize| start < visit.span.end && visit.span.start < end;
    let masked = subject
        .context(visit.block)
        .is_some_and(|context| context.slots_in(visit.span.clone()).any(|slot| slot.open));
    let foreign = subject.names().iter().any(|name| {
        name.block == visit.block && name.foreign == Some(true) && meets(name.span.start, name.span.end)
    });
    masked || foreign
}
