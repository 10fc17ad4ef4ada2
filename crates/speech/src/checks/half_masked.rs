//! 半遮的名字. 推动XX高质量发展, and further down 确保在汉阴落地见效: whoever made the
//! template has overlooked one, and it names the county that the speech was written for.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::text::length;

pub(super) const CHECK: Check = Check {
    id: "half-masked",
    group: Group::LeftOver,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "遮了一半的名字", en: "half-masked name" },
    about: Words {
        zh: "同一个地方，别处写成了XX，这里却露着真名：是模板的主人漏遮的，说的是他的地方。换成自己的，或者取成同一个填空项。",
        en: "The same place is masked elsewhere in the text and stands in the open here: whoever made the template overlooked it, and it is theirs. Put your own name, or make it the same field.",
    },
    run,
    examples: include_str!("half_masked.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    // 某市 of a case masks nobody's name.
    if !subject.has_placeholders() {
        return;
    }
    for name in subject.names().iter().filter(|name| name.foreign != Some(false) && length(&name.text) > 1) {
        let Some(field) = name.field.and_then(|id| subject.speech.field(id)) else { continue };
        let (text, label) = (&name.text, &field.label);
        let message = Message::new(
            format!(
                "“{text}”露着真名，同一个地方在别处是空格（{label}）：像是别人的稿子里漏下的。换成自己的。"
            ),
            format!(
                "“{text}” stands in the open, and the same place is a slot elsewhere ({label}): it looks left over from another speech. Put your own."
            ),
        );
        let finding = subject.finding(&CHECK, name.block, name.span.clone(), message);
        // What the writer's own place lies in may be meant.
        let severity = if name.foreign.is_none() { Severity::Hint } else { finding.severity };
        found.push(Finding { severity, field: Some(field.id), ..finding });
    }
}
