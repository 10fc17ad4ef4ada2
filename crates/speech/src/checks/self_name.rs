//! 我县还是我市. A speech speaks for one place: 我县 eight times and 我市 once is the city's
//! speech, with one line overlooked.

use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::speech::{BlockId, BlockKind};
use crate::text::Span;

pub(super) const CHECK: Check = Check {
    id: "self-name",
    group: Group::LeftOver,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "自称不一致", en: "speaks for two places" },
    about: Words {
        zh: "通篇说“我县”，有一处说“我区”（“我局”里有一处“我委”），多半是从别的稿子抄来的。统一成自己的。“我省”“我市”说的是上级，不算。",
        en: "The speech says 我县 throughout and 我区 once (我局, and 我委 once): a line taken from another speech. Make them one. 我省 and 我市 of a county are what it lies in, and are not meant.",
    },
    run,
    examples: include_str!("self_name.txt"),
};

/// What a speaker calls the own place or unit; of one row only one can be meant.
const ROWS: [&[&str]; 3] = [&["镇", "乡", "街道"], &["县", "区", "旗"], &["局", "委", "厅"]];

/// What a county doesn't call itself, nor what it lies in.
const BELOW_CITY: [&str; 2] = ["县", "区"];

struct Said {
    word: &'static str,
    block: BlockId,
    span: Span,
}

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for row in ROWS {
        let said = said(subject, row);
        let own = own_word(subject, row);
        let Some(usual) = own.or_else(|| usual(&said, row)) else { continue };
        // With the own name known, one other is wrong; else the usual one must be so.
        for other in said.iter().filter(|other| other.word != usual) {
            let (wrong, right) = (other.word, usual);
            let message = Message::new(
                format!("这里说“我{wrong}”，这篇稿子是替“我{right}”说话的。改成“我{right}”。"),
                format!("“我{wrong}” here, and the speech speaks for “我{right}”. Say “我{right}”."),
            );
            let finding = subject.finding(&CHECK, other.block, other.span.clone(), message);
            found.push(Finding { suggestion: Some(format!("我{right}")), ..finding });
        }
    }
    city_says_county(subject, found);
}

/// 我市 throughout, and 我县 once: a city has counties, and never says 我县.
fn city_says_county(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    let cities = said(subject, &["市"]).len();
    let counties = said(subject, &BELOW_CITY);
    let own_city = own_word(subject, &["市"]).is_some() && own_word(subject, &BELOW_CITY).is_none();
    if !(own_city || cities >= 3 && counties.len() * 3 <= cities) {
        return;
    }
    for other in
        counties.iter().filter(|other| own_word(subject, &BELOW_CITY).is_none_or(|own| own != other.word))
    {
        let wrong = other.word;
        let message = Message::new(
            format!(
                "这里说“我{wrong}”，别处都说“我市”。市里的稿子不说“我{wrong}”：改成“我市”，或者写出{wrong}名。"
            ),
            format!(
                "“我{wrong}” here, and 我市 elsewhere: a city doesn't say 我{wrong}. Say 我市, or name the {wrong}."
            ),
        );
        let finding = subject.finding(&CHECK, other.block, other.span.clone(), message);
        found.push(Finding { suggestion: Some("我市".to_owned()), ..finding });
    }
}

/// Where the speaker says 我县, 我区 …: not in quotation marks.
fn said(subject: &Subject<'_>, words: &[&'static str]) -> Vec<Said> {
    let mut said = Vec::new();
    for (context, block) in subject.contexts.iter().zip(&subject.speech.blocks) {
        if block.kind == BlockKind::Title {
            continue;
        }
        let mut quotes = 0_i32;
        for (at, character) in context.chars.iter().enumerate() {
            quotes += i32::from(*character == '“') - i32::from(*character == '”');
            if *character != '我' || quotes > 0 || context.before(at) == Some('自') {
                continue;
            }
            let word = words.iter().find(|word| context.starts(at + 1, word));
            // 我区别对待, 我委托, 我局限于 are other words.
            let Some(word) = word.filter(|word| !begins_word(context.from(at + 1), word)) else { continue };
            let end = at + 1 + word.chars().count();
            said.push(Said { word, block: context.block, span: at..end });
        }
    }
    said
}

fn begins_word(rest: &[char], word: &str) -> bool {
    let next = rest.get(word.chars().count());
    let makes = match word {
        "区" => "别分",
        "委" => "托派婉屈任",
        "局" => "限促",
        "厅" => "",
        "乡" => "亲愁音下",
        "市" => "",
        _ => "",
    };
    next.is_some_and(|next| makes.contains(*next))
}

/// The word of the row that one of the own names ends with, where only one does.
fn own_word(subject: &Subject<'_>, row: &[&'static str]) -> Option<&'static str> {
    let ends = |word: &&&'static str| subject.occasion.own.iter().any(|own| own.ends_with(**word));
    let mut words = row.iter().filter(ends);
    let first = words.next()?;
    words.next().is_none().then_some(*first)
}

/// The word that is said more than twice as often as all others of the row together; of
/// words that are said once each, the first.
fn usual(said: &[Said], row: &[&'static str]) -> Option<&'static str> {
    let count = |word: &str| said.iter().filter(|said| said.word == word).count();
    let most = *row.iter().max_by_key(|word| count(word))?;
    let n_others = said.len() - count(most);
    (n_others > 0 && count(most) > 2 * n_others).then_some(most)
}
