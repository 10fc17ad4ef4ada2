//! 超时. Fifteen minutes were given, and the speech takes thirty.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::outline::outline_of;
use crate::shown::text_of;
use crate::timing::{characters, minutes};

pub(super) const CHECK: Check = Check {
    id: "over-time",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Usage("会议通知给的时间；语速每分钟 180 字左右，可以在设置里改"),
    name: Words { zh: "超时", en: "over time" },
    about: Words {
        zh: "按语速算，全文比给的时间长四分之一以上是提示，长一半以上是警告；三个以上部分里有一个占了全文大半、又占了给的时间的六成以上，也作提示，比全部时间还长就是警告。没有填时间就不查。",
        en: "At the speaking rate the speech takes over a quarter longer than it may (a hint), or over half as long again (a warning); or, of three sections or more, one alone has most of the text and takes over six tenths of the time (a hint), or all of it and more (a warning). Without minutes nothing is looked for.",
    },
    run,
    examples: include_str!("over_time.txt"),
};

/// Over the time by so much is a hint, and a warning.
const FAR: f64 = 1.25;
const TOO_FAR: f64 = 1.5;

/// A section that takes so much of the time is lopsided beside two others and more.
const SECTION: f64 = 0.6;
const FEWEST_SECTIONS: usize = 3;

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let Some(asked) = subject.occasion.minutes.filter(|minutes| *minutes > 0) else { return };
    let rate = subject.occasion.rate;
    let whole = characters(&text_of(&subject.shown));
    let share = |n_characters: usize| n_characters as f64 / f64::from(rate.max(1)) / f64::from(asked);
    if rate == 0 {
        return;
    }
    if share(whole) > FAR {
        let severity = if share(whole) > TOO_FAR { CHECK.severity } else { Severity::Hint };
        let takes = minutes(whole, rate);
        let over = whole.saturating_sub(asked as usize * rate as usize);
        let message = Message::new(
            format!("全文要讲{takes}分钟，给的是{asked}分钟：要删大约{over}字，或者把时间改过来。"),
            format!(
                "The speech takes {takes} minutes of {asked}: cut about {over} characters, or change the minutes."
            ),
        );
        found.extend(subject.first_line(0).map(|(block, span)| {
            let finding = subject.finding(&CHECK, block, span, message);
            Finding { severity, ..finding }
        }));
    }
    let outline = outline_of(subject.speech, &subject.shown);
    let sections: Vec<_> = outline.iter().filter(|section| section.level == 1).collect();
    if sections.len() < FEWEST_SECTIONS {
        return;
    }
    let lopsided =
        sections.iter().find(|section| section.characters * 2 > whole && share(section.characters) > SECTION);
    let Some(section) = lopsided else { return };
    let severity = if share(section.characters) > 1.0 { CHECK.severity } else { Severity::Hint };
    let takes = minutes(section.characters, rate);
    let message = Message::new(
        format!("一共{asked}分钟，这一部分就要讲{takes}分钟，别的部分都短。压一压，或者拆开。"),
        format!(
            "Of {asked} minutes this section alone takes {takes}, and the others are short. Cut it, or split it."
        ),
    );
    found.extend(subject.first_line(section.blocks.start).map(|(block, span)| {
        let finding = subject.finding(&CHECK, block, span, message);
        Finding { severity, ..finding }
    }));
}
