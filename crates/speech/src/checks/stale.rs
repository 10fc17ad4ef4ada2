//! 过时的说法. 李克强总理, 决战脱贫攻坚, 5月底前: true when it was said, and not on the day
//! of this speech.

use super::borrowed_event::{is_elsewhere, is_visit};
use super::occasion_year::is_of_earlier_year;
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::date::{self, DateMention, Stale};
use crate::lexicon::Era;
use crate::mention::NameKind;
use crate::message::{Message, Words};
use crate::occasion::Occasion;
use crate::speech::BlockKind;

pub(super) const CHECK: Check = Check {
    id: "stale",
    group: Group::LeftOver,
    severity: Severity::Warning,
    authority: Authority::Official("任免、会议、规划、活动起止的公布日期（office_holders.txt、eras.txt）"),
    name: Words { zh: "过时的说法", en: "stale" },
    about: Words {
        zh: "到讲话那天已经不对的人、会、规划和活动；稿子是往年的，凡是只在那一年成立的日期、季度、数字也都列出来。换成今年的，或者改成回顾的说法。不填讲话日期就不查。",
        en: "Offices, sessions, plans and campaigns that are over on the day of the speech; in the speech of an earlier year also every date, quarter and figure that was true of that year only. Replace it, or tell it as history. Without the day of the speech nothing is looked for.",
    },
    run,
    examples: include_str!("stale.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(day) = subject.occasion.date else { return };
    let Some(year) = is_of_earlier_year(subject) else {
        return own_speech(subject, found);
    };
    // Would it be wrong in a later year? That is what this one is.
    let timeless = Occasion::default();
    for date in date::dates(subject.speech, subject.lexicon, &timeless) {
        let block = &subject.speech.blocks[subject.index(date.block)];
        let head =
            block.kind == BlockKind::Date || block.kind == BlockKind::Title && date.text.ends_with('年');
        // The title's year and visits to another place have checks of their own.
        let told = head || is_visit(&date) && is_elsewhere(subject, &date);
        if date.stale != Stale::Yes || told {
            continue;
        }
        let text = &date.text;
        let message = Message::new(
            format!("稿子是{year}年的，“{text}”到{day}已经过时。换成今年的，改成回顾，或者删去。"),
            format!(
                "the speech is of {year}; on {day} “{text}” is out of date. Put this year's, tell it as history, or delete it."
            ),
        );
        found.push(subject.finding(&CHECK, date.block, date.span.clone(), message));
    }
}

/// In a speech of its own year only what is over as of that day is wrong, and only where it
/// is spoken of as going on: “十三五”以来 looks back.
fn own_speech(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for date in subject.dates().iter().filter(|date| date.stale == Stale::Yes) {
        let Some((severity, message)) = judged(subject, date) else { continue };
        let finding = subject.finding(&CHECK, date.block, date.span.clone(), message);
        found.push(Finding { severity, ..finding });
    }
}

fn judged(subject: &Subject<'_>, date: &DateMention) -> Option<(Severity, Message)> {
    let day = subject.occasion.date?;
    let text = &date.text;
    if is_former_holder(subject, date) {
        let message = Message::new(
            format!("到{day}，“{text}”已经不在这个职务上。换成现任，或者写明是当时的事。"),
            format!("on {day} “{text}” is no longer in that office. Put who is, or say that it was then."),
        );
        return (!looks_back(subject, date)).then_some((Severity::Error, message));
    }
    let chars: Vec<char> = text.chars().collect();
    let is_over = matches!(subject.lexicon.terms.eras.at(&chars).next(), Some((_, Era::Over(_))));
    if is_over {
        let message = Message::new(
            format!("“{text}”到{day}已经结束，这里却当作正在进行。换成现在的提法，或者改成回顾。"),
            format!(
                "“{text}” is over on {day}, and is spoken of as going on. Put today's term, or tell it as history."
            ),
        );
        return goes_on(subject, date).then_some((Severity::Warning, message));
    }
    if is_session(text) {
        let message = Message::new(
            format!("“{text}”不是最近的一次会。到{day}，请核对是哪一次。"),
            format!("“{text}” is not the last session. Look up which one is meant on {day}."),
        );
        return is_carried_out(subject, date).then_some((Severity::Warning, message));
    }
    None
}

/// 李克强总理 after March 2023.
fn is_former_holder(subject: &Subject<'_>, date: &DateMention) -> bool {
    subject.names().iter().any(|name| {
        name.block == date.block
            && name.kind == NameKind::Person
            && name.foreign == Some(true)
            && name.span.start < date.span.end
            && date.span.start < name.span.end
    })
}

fn sentence_holds(subject: &Subject<'_>, date: &DateMention, words: &[&str]) -> bool {
    subject
        .context(date.block)
        .is_some_and(|context| context.holds_any(context.sentence(date.span.start), words))
}

fn clause_holds(subject: &Subject<'_>, date: &DateMention, words: &[&str]) -> bool {
    subject
        .context(date.block)
        .is_some_and(|context| context.holds_any(context.clause(date.span.start), words))
}

/// The sentence tells of another year, or of then.
fn looks_back(subject: &Subject<'_>, date: &DateMention) -> bool {
    let named_year = subject.dates().iter().any(|other| {
        other.block == date.block
            && other.text.ends_with('年')
            && other.text.chars().count() >= 5
            && other.span.start.abs_diff(date.span.start) < 40
    });
    named_year || sentence_holds(subject, date, &["时任", "原任", "当年", "那年", "同志曾", "曾任", "回顾"])
}

/// 今年是…之年, 坚决打赢…: it is spoken of as going on.
fn goes_on(subject: &Subject<'_>, date: &DateMention) -> bool {
    let now = [
        "今年是",
        "今年要",
        "当前",
        "正在",
        "坚决打赢",
        "全力打赢",
        "如期完成",
        "决战",
        "决胜",
        "收官之年",
        "开局之年",
        "扎实开展",
        "深入开展",
        "全面开展",
        "今年全",
        "毫不放松抓",
        "慎终如始",
    ];
    let then = [
        "以来",
        "期间",
        "时期",
        "以后",
        "取得",
        "完成了",
        "打赢了",
        "成果",
        "经验",
        "精神",
        "胜利",
        "圆满",
        "全面打赢",
        "如期打赢",
        "过去",
        "五年来",
        "回顾",
        "先后",
        "累计",
        "持续巩固",
        "衔接",
    ];
    clause_holds(subject, date, &now) && !sentence_holds(subject, date, &then)
}

/// 十三届全国人大三次会议
fn is_session(text: &str) -> bool {
    text.contains("全国人大") || text.contains("全国人民代表大会") || text.contains("全国政协")
}

/// 深入学习贯彻…精神: always that of the last session.
fn is_carried_out(subject: &Subject<'_>, date: &DateMention) -> bool {
    let day = subject.occasion.date;
    // Before March the last session is that of the year before.
    let before_march = day.is_some_and(|day| day.month < 4);
    !before_march
        && sentence_holds(subject, date, &["贯彻", "学习", "落实"])
        && sentence_holds(subject, date, &["精神", "部署", "要求"])
}
