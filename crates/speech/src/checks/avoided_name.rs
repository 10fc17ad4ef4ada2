//! 回避的名字. The leader who was dismissed in March still opens the school of September.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::context::Context;
use crate::mention::NameKind;
use crate::message::{Message, Words};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    id: "avoided-name",
    group: Group::LeftOver,
    severity: Severity::Error,
    authority: Authority::Usage("本单位词表里回避的名字"),
    name: Words { zh: "回避的名字", en: "a name to be avoided" },
    about: Words {
        zh: "本单位词表里说好不能再出现的名字：已经免职的领导、出了事的企业、改了名的机构。在稿子的哪里都算。词表里没有名字就不查。",
        en: "Names that the unit's lists say must not appear any more: a dismissed leader, a firm in trouble, a body that is called otherwise by now. Wherever they stand. Without such a list nothing is looked for.",
    },
    run,
    examples: include_str!("avoided_name.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for context in &subject.contexts {
        let mut at = 0;
        while at < context.chars.len() {
            let Some((n_chars, why)) = subject.lexicon.unit.avoided.at(context.from(at)).next() else {
                at += 1;
                continue;
            };
            let span = at..at + n_chars;
            at = span.end;
            if !is_part_of_another(subject, context, &span) {
                let finding = finding(subject, context, span, why);
                found.push(finding);
            }
        }
    }
}

/// 李明 of 李明亮局长: somebody else's name goes on.
fn is_part_of_another(subject: &Subject<'_>, context: &Context, span: &Span) -> bool {
    subject.names().iter().any(|name| {
        name.block == context.block
            && name.kind == NameKind::Person
            && name.span.start <= span.start
            && span.end <= name.span.end
            && name.span.len() > span.len()
    })
}

fn finding(subject: &Subject<'_>, context: &Context, span: Span, why: &str) -> Finding {
    let text = context.text(span.clone());
    let (zh, en) = if why.is_empty() {
        (String::new(), String::new())
    } else {
        (format!("（{why}）"), format!(" ({why})"))
    };
    let message = Message::new(
        format!("“{text}”在本单位要回避的名字里{zh}。删去，或者换个说法。"),
        format!("“{text}” is one of the unit's names to be avoided{en}. Delete it, or put it otherwise."),
    );
    subject.finding(&CHECK, context.block, span, message)
}
