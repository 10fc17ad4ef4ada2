//! 别处的简称. 来陕考察 in the speech of a county of another province: one character,
//! which the eye passes over.

use super::foreign_name::{comes_here, is_borrowed};
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::text::length;

pub(super) const CHECK: Check = Check {
    id: "foreign-abbreviation",
    group: Group::LeftOver,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "别处的简称", en: "another place's abbreviation" },
    about: Words {
        zh: "“来陕考察”的“陕”只有一个字，最容易漏改。别人来的是别处，这句话就是别处的稿子里留下的。换成自己的简称，或者写成“我省”。去别处（赴沪招商）不算。",
        en: "The 陕 of 来陕考察 is one character and easily overlooked. Who comes to another place comes to the place that the speech was written for. Put your own abbreviation, or 我省. Going elsewhere (赴沪招商) is not meant.",
    },
    run,
    examples: include_str!("foreign_abbreviation.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let borrowed = is_borrowed(subject);
    for name in subject.names().iter().filter(|name| length(&name.text) == 1) {
        let here = subject.context(name.block).is_some_and(|context| comes_here(context, name.span.start));
        // Without own names nobody can tell whose it is.
        if name.foreign != Some(true) || !(name.field.is_some() || here || borrowed) {
            continue;
        }
        let text = &name.text;
        let message = Message::new(
            format!("“{text}”是别处的简称，这句话像是从那里的稿子来的。换成自己的。"),
            format!(
                "“{text}” is short for another place, and the sentence looks taken from there. Put your own."
            ),
        );
        found.push(subject.finding(&CHECK, name.block, name.span.clone(), message));
    }
}
