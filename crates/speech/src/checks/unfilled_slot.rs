//! 没有填的空. An X that is read aloud is heard by the whole hall.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject, names_nobody};
use crate::message::{Message, Words};

pub(super) const CHECK: Check = Check {
    id: "unfilled-slot",
    group: Group::LeftOver,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "没有填的空", en: "unfilled slot" },
    about: Words {
        zh: "X、XX、××、【】这样的占位还没有换成真的内容，念出来就是事故。把它填上；没有这回事，就删去这一句。5G、X光、7×24小时不算占位。",
        en: "A placeholder (X, XX, ××, 【】) still stands where a fact belongs, and would be read aloud. Fill it, or delete the sentence. 5G, X光 and 7×24小时 are no placeholders.",
    },
    run,
    examples: include_str!("unfilled_slot.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for context in &subject.contexts {
        for slot in context.slots.iter().filter(|slot| slot.open) {
            let label = subject.speech.field(slot.field).map_or("", |field| field.label.as_str());
            let text = context.text(slot.span.clone());
            let message = Message::new(
                format!("“{text}”还没有填：{label}。填上它，或者删去这一句。"),
                format!("“{text}” is not filled: {label}. Fill it, or delete the sentence."),
            );
            let finding = subject.finding(&CHECK, context.block, slot.span.clone(), message);
            // 某市 of a case that is told, in a speech that is filled otherwise.
            let meant = names_nobody(context, slot) && !subject.has_placeholders();
            found.push(Finding { severity: if meant { Severity::Hint } else { CHECK.severity }, ..finding });
        }
    }
}
