//! 空的部分. A heading, and then the next one.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::outline::{Section, outline_of};
use crate::text::{is_blank, length};

pub(super) const CHECK: Check = Check {
    id: "empty-section",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "标题下面是空的", en: "empty section" },
    about: Words {
        zh: "标题下面没有内容，接着就是下一个标题：这一部分还没有写，或者内容被删了。全篇多半是这样的提纲不算；照骨架取来的标题合在一处说。",
        en: "Nothing stands under a heading before the next one: the section is not written yet, or its text was deleted. A text that is an outline throughout is left alone; headings taken over as a skeleton are told of in one place.",
    },
    run,
    examples: include_str!("empty_section.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let outline = outline_of(subject.speech, &subject.shown);
    let outermost: Vec<&Section> = outline.iter().filter(|section| section.level <= 2).collect();
    let empty = outermost.iter().copied().filter(|section| is_empty(section));
    let (taken, own): (Vec<&Section>, Vec<&Section>) =
        empty.partition(|section| subject.speech.blocks[section.blocks.start].origin.is_some());
    // An outline, or points that are a sentence each.
    if own.len() * 3 <= outermost.len() {
        for section in own {
            found.extend(finding(subject, section, told(&[section])));
        }
    }
    // A draft along a skeleton begins with nothing else: that is said once, not at each heading.
    if let Some(first) = taken.first() {
        found.extend(finding(subject, first, told(&taken)));
    }
}

fn finding(subject: &Subject<'_>, section: &Section, message: Message) -> Option<Finding> {
    let context = subject.context(section.heading)?;
    let start = context.chars.iter().take_while(|c| is_blank(**c)).count();
    let end = context.chars.len() - context.chars.iter().rev().take_while(|c| is_blank(**c)).count();
    (start < end).then(|| subject.finding(&CHECK, section.heading, start..end, message))
}

/// So many are named, the others counted.
const NAMED: usize = 3;

fn told(empty: &[&Section]) -> Message {
    let [_, _, ..] = empty else {
        return Message::new(
            "这个标题下面没有内容。补上，或者连标题一起删去。",
            "nothing stands under this heading. Write it, or delete the heading as well.",
        );
    };
    let names: Vec<String> =
        empty.iter().take(NAMED).map(|section| format!("{}{}", section.numeral, section.words)).collect();
    let n = empty.len();
    let (zh_more, en_more) = if n > NAMED { ("……", " …") } else { ("", "") };
    Message::new(
        format!(
            "取来的标题还有 {n} 个下面没有写：“{}”{zh_more}。写上，或者连标题一起删去。",
            names.join("”“")
        ),
        format!(
            "{n} of the headings that were taken over have nothing under them: “{}”{en_more}. Write them, or delete the headings as well.",
            names.join("”, “")
        ),
    )
}

/// The heading is all there is, and it is no sentence of its own.
fn is_empty(section: &Section) -> bool {
    let sentence = section.words.ends_with(['。', '！', '；', '：', '.', ';']);
    section.blocks.len() == 1 && !sentence && length(&section.words) <= 30
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::check;
    use crate::draft::{Taken, assemble_plan};
    use crate::lexicon::Lexicon;
    use crate::occasion::Occasion;
    use crate::paragraph::Paragraph;
    use crate::parse::parse;
    use crate::section::Address;
    use crate::skeleton::{Head, Planned};

    #[test]
    fn the_headings_of_a_skeleton_are_told_of_once() {
        let lines = [
            "在全县大会上的讲话",
            "同志们：",
            "一、提高认识",
            "要学深悟透。",
            "二、突出重点",
            "（一）抓项目",
            "要早开工。",
            "（二）抓投资",
            "要多引资。",
            "三、强化保障",
            "要落实资金。",
            "四、狠抓落实",
            "要压实责任。",
        ];
        let source = parse(&lines.map(Paragraph::plain)).speech;
        let planned = |section: &str, with_text| Planned {
            taken: Taken { document: "d1", speech: &source, extent: Address::read(section).into() },
            with_text,
        };
        let plan = [planned("0", true), planned("1", true), planned("2", false), planned("3", false)];
        let draft = assemble_plan(&Head::default(), &plan).expect("the source has these sections");
        let (lexicon, occasion) = (Lexicon::built_in(), Occasion::default());
        let found = check::run(&Subject::new(&draft, &lexicon, &occasion), Some(&["empty-section"]));
        let told: Vec<_> = found.iter().map(|one| (one.text.as_str(), one.message.zh.as_str())).collect();
        assert_eq!(
            told,
            [(
                "（一）抓项目",
                "取来的标题还有 3 个下面没有写：“（一）抓项目”“（二）抓投资”“三、强化保障”。写上，或者连标题一起删去。"
            )]
        );
    }
}
