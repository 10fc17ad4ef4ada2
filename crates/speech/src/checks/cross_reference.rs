//! 前后照应. “前面第三部分讲的” is right until a section is moved, and nobody reads the whole
//! speech again for it. Which part is meant is told in [`reference`](crate::reference).

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::reference::{Tree, references_of};

pub(super) const CHECK: Check = Check {
    id: "cross-reference",
    group: Group::Count,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "前后照应", en: "cross-reference" },
    about: Words {
        zh: "稿子里说“前面第三部分讲的”，那一部分后来挪了位置，序号已经变了：改成现在的序号。说的部分已经删去，或者本来就没有那么多部分，也指出来。别的文件的第几部分、列举用的“第三点，……”不算。",
        en: "第三部分 is spoken of, and that part has another number since sections were moved: take the new number. A part that was taken out, or that there never was, is named too. Parts of other texts, and a 第三点 that lists, are left alone.",
    },
    run,
    examples: include_str!("cross_reference.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let references = references_of(subject.speech, &subject.contexts);
    if references.is_empty() {
        return;
    }
    let tree = Tree::of(subject.speech);
    for reference in references {
        let text = &reference.text;
        let kept = reference.kept(&subject.meant);
        let told = match kept.map(|meant| (meant, tree.numbers(meant.heading))) {
            // Moved to another depth, it is called otherwise: only the writer knows how.
            Some((_, Some(numbers))) if numbers.len() == reference.numbers.len() => {
                let is = reference.with_numbers(&numbers);
                (is != *text).then(|| {
                    let message = Message::new(
                        format!("这里说的“{text}”挪过位置，现在是“{is}”。"),
                        format!("“{text}” was moved and is “{is}” now."),
                    );
                    (Some(is), message)
                })
            }
            Some((meant, _)) => {
                let words = &meant.words;
                Some((
                    None,
                    Message::new(
                        format!("这里说到“{text}”，说的是“{words}”，这一部分已经不在了。改一改，或者删去。"),
                        format!(
                            "“{text}” speaks of “{words}”, which is no longer there. Change or delete it."
                        ),
                    ),
                ))
            }
            None if reference.heading.is_none() && reference.pointed && tree.len() > 0 => {
                let n = tree.len();
                Some((
                    None,
                    Message::new(
                        format!("这里说到“{text}”，稿子里没有这一部分（一共{n}个部分）。"),
                        format!("“{text}” is spoken of, and there is no such part (of {n})."),
                    ),
                ))
            }
            None => None,
        };
        let Some((suggestion, message)) = told else { continue };
        let finding = subject.finding(&CHECK, reference.block, reference.span.clone(), message);
        found.push(Finding { suggestion, ..finding });
    }
}
