//! 别处的名字. “爱我长沙” in the speech of another city. A speech may name other places for
//! a hundred reasons; it is wrong only where it speaks of one as its own.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::context::Context;
use crate::mention::{Name, NameKind};
use crate::message::{Message, Words};
use crate::parse::begins_with_surname;
use crate::speech::BlockKind;
use crate::text::length;
use std::collections::HashSet;

pub(super) const CHECK: Check = Check {
    id: "foreign-name",
    group: Group::LeftOver,
    severity: Severity::Error,
    authority: Authority::Itself,
    name: Words { zh: "别处的名字", en: "another place's name" },
    about: Words {
        zh: "这个地方、单位、人或者做法不是自己的，话却是当作自己的说的（推动某某高质量发展，我们某某县）。换成自己的。学习、借鉴、对标和招商里提到的别处不算。要先在设置里写上自己的名字。",
        en: "A place, body, person or programme is somebody else's, and the sentence speaks of it as its own. Put your own. Places that one learns from, or goes to, are not meant. Your own names must be set.",
    },
    run,
    examples: include_str!("foreign_name.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let as_own: HashSet<&str> = subject
        .names()
        .iter()
        .filter(|name| name.foreign == Some(true) && is_open(name) && spoken_of_as_own(subject, name))
        .map(|name| name.text.as_str())
        .collect();
    let half_masked = |name: &Name| name.field.is_some() && name.foreign == Some(true);
    let masked = subject.has_placeholders() && subject.names().iter().any(half_masked);
    let mut hinted: HashSet<&str> = HashSet::new();
    for name in subject.names().iter().filter(|name| is_open(name)) {
        let severity = match (name.kind, name.foreign) {
            (_, Some(true)) if as_own.contains(name.text.as_str()) => CHECK.severity,
            // In a speech that is somebody else's anyhow, its programmes are, too. Other places
            // may be named in it for any reason.
            (NameKind::Programme, None | Some(true)) if masked || !as_own.is_empty() => Severity::Warning,
            (NameKind::Organisation, None | Some(true)) if masked => Severity::Warning,
            // Named once, by its full name, and not as an example: it may be meant.
            (NameKind::Place, Some(true)) if is_stray(subject, name) && hinted.insert(name.text.as_str()) => {
                Severity::Hint
            }
            _ => continue,
        };
        let text = &name.text;
        let message = if severity == Severity::Hint {
            Message::new(
                format!("“{text}”不是自己的名字。有意提到就留着，是别处的稿子里留下的就换成自己的。"),
                format!(
                    "“{text}” is not one of your own names. Keep it if it is meant; put yours if it is left over."
                ),
            )
        } else if severity == CHECK.severity {
            Message::new(
                format!("“{text}”不是自己的名字，这里却当作自己的在说。换成自己的。"),
                format!("“{text}” is not one of your own names, and is spoken of as your own. Put yours."),
            )
        } else {
            Message::new(
                format!("这篇稿子有别处的名字，“{text}”可能也是那里的。自己也有就留着，没有就换掉。"),
                format!(
                    "This speech holds names of another place, and “{text}” may be theirs, too. Keep it if it is yours as well."
                ),
            )
        };
        let finding = subject.finding(&CHECK, name.block, name.span.clone(), message);
        found.push(Finding { severity, ..finding });
    }
}

/// No slot masks it, and it is no abbreviation: those have checks of their own.
fn is_open(name: &Name) -> bool {
    name.field.is_none() && length(&name.text) > 1
}

/// The speech is somebody else's: a name in it is masked by halves, or foreign where it
/// should be the own one.
pub(super) fn is_borrowed(subject: &Subject<'_>) -> bool {
    subject.names().iter().any(|name| {
        name.foreign == Some(true)
            && (name.field.is_some() || is_open(name) && spoken_of_as_own(subject, name))
    })
}

/// A county or city by its full name, alone, in a sentence that speaks of no other place's
/// doing.
fn is_stray(subject: &Subject<'_>, name: &Name) -> bool {
    let Some(context) = subject.context(name.block) else { return false };
    let in_title = subject.speech.blocks[subject.index(name.block)].kind == BlockKind::Title;
    !in_title
        && name.text.ends_with(['县', '市', '区'])
        && length(&name.text) > 2
        && !is_example(subject, name)
        && !is_listed(context, name.span.start, name.span.end)
}

/// What stands before one's own name, and what after.
const BEFORE: [&str; 27] = [
    "推动",
    "让",
    "带领",
    "造福",
    "建设",
    "振兴",
    "平安",
    "幸福",
    "美丽",
    "法治",
    "数字",
    "活力",
    "清廉",
    "爱我",
    "我们",
    "我",
    "共建",
    "共建和谐",
    "和谐",
    "在我们",
    "全",
    "谱写",
    "打造",
    "建设美丽",
    "各位",
    "魅力",
    "开创",
];
const AFTER: [&str; 24] = [
    "高质量",
    "各项工作",
    "各项事业",
    "新篇章",
    "篇章",
    "新局面",
    "人民",
    "儿女",
    "大地",
    "广大干部",
    "干部群众",
    "的明天",
    "的今天",
    "现代化建设",
    "落地见效",
    "县委",
    "市委",
    "区委",
    "实际",
    "县情",
    "发展的铁军",
    "跨越发展",
    "发展新",
    "的发展",
];

/// Two frames, or one that leaves no doubt.
const SURE_BEFORE: [&str; 4] = ["爱我", "我们", "平安", "幸福"];
const BUILT: [&str; 8] =
    ["建设美丽", "建设幸福", "建设平安", "建设法治", "建设富裕", "打造美丽", "共建美丽", "共建和谐"];
const SURE_AFTER: [&str; 5] = ["各项工作", "各项事业", "的明天", "发展的铁军", "儿女"];

fn spoken_of_as_own(subject: &Subject<'_>, name: &Name) -> bool {
    let Some(context) = subject.context(name.block) else { return false };
    let kind = subject.speech.blocks[subject.index(name.block)].kind;
    let (start, end) = (name.span.start, name.span.end);
    if is_example(subject, name) {
        return false;
    }
    match name.kind {
        // The line under the title says who speaks, and the title where.
        NameKind::Person => kind == BlockKind::Byline && has_own_person(subject),
        NameKind::Organisation => matches!(kind, BlockKind::Byline | BlockKind::Title),
        NameKind::Programme => false,
        NameKind::Place => {
            matches!(kind, BlockKind::Byline) && !is_listed(context, start, end)
                || kind == BlockKind::Title && is_meeting_here(subject, context, name)
                || !is_listed(context, start, end)
                    && (context.ends_any(start, &BUILT)
                        || context.ends_any(start, &SURE_BEFORE) && is_followed(context, end)
                        || context.starts_any(end, &SURE_AFTER)
                        || context.ends_any(start, &BEFORE) && context.starts_any(end, &AFTER)
                        || context.ends_any(start, &["在", "确保在"])
                            && context.starts_any(end, &["落地见效", "落地生根", "见行见效", "开花结果"]))
        }
    }
}

/// The writer has said who speaks: one of the own names is a person's.
fn has_own_person(subject: &Subject<'_>) -> bool {
    subject.occasion.own.iter().any(|own| {
        let chars: Vec<char> = own.chars().collect();
        let is_place = subject.lexicon.places.names.longest(&chars) == Some(chars.len());
        (2..=3).contains(&chars.len()) && begins_with_surname(&chars) && !is_place
    })
}

/// 平安石泉， but not 平安石油.
fn is_followed(context: &Context, end: usize) -> bool {
    context.at(end).is_none_or(|c| !crate::text::is_han(c))
        || context.starts_any(end, &AFTER)
        || context.starts_any(end, &["建设", "发展", "的"])
}

/// 在石泉县经济工作会议上的讲话: the place that holds the meeting, by its full name. Whoever
/// speaks as a guest (商会, 论坛, 推介会, a meeting of the whole province) goes there.
fn is_meeting_here(subject: &Subject<'_>, context: &Context, name: &Name) -> bool {
    let all = 0..context.chars.len();
    let full = name.text.ends_with(['省', '市', '县', '区', '州', '旗']);
    let guest = [
        "商会",
        "论坛",
        "推介",
        "招商",
        "签约",
        "考察",
        "学习",
        "交流",
        "联谊",
        "协作",
        "合作",
        "全国",
        "全省",
        "现场会",
        "发言",
        "校友",
        "老乡",
    ];
    let own = subject
        .occasion
        .own
        .iter()
        .any(|own| !own.is_empty() && context.holds_any(all.clone(), &[own.as_str()]));
    let named_too =
        subject.names().iter().any(|other| other.block == name.block && other.foreign == Some(false));
    full && !own
        && !named_too
        && !context.holds_any(all.clone(), &guest)
        && context.holds_any(name.span.end..all.end, &["会议", "大会", "全会", "座谈会", "动员会"])
}

/// 石泉、汉阴、紫阳: a row of places is nobody's own.
fn is_listed(context: &Context, start: usize, end: usize) -> bool {
    context.before(start) == Some('、')
        || context.at(end) == Some('、')
        || context.ends_any(start, &["和", "与"])
        || context.starts_any(end, &["和", "与", "等"])
}

/// 学习浙江经验, 与深圳对接, 赴上海招商, 毗邻四川: somebody else's on purpose.
fn is_example(subject: &Subject<'_>, name: &Name) -> bool {
    let Some(context) = subject.context(name.block) else { return false };
    let sentence = context.clause(name.span.start);
    context.starts_any(name.span.end, &["经验", "模式", "做法", "等地", "等省", "等市", "样本", "籍", "商会"])
        || context.holds_any(
            sentence,
            &[
                "学习",
                "借鉴",
                "对标",
                "参照",
                "赴",
                "招商",
                "对口",
                "协作",
                "帮扶",
                "合作",
                "毗邻",
                "接壤",
                "比",
                "兄弟",
                "考察团",
                "客商",
                "援",
            ],
        )
}

/// 来陕考察: somebody comes to where the speech is given.
pub(super) fn comes_here(context: &Context, start: usize) -> bool {
    context.ends_any(start, &["来", "莅", "莅临"])
}
