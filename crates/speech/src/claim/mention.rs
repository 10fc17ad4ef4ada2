//! Numbers that count something: 三点意见, 六条底线, “五大要素”, 双胜利.
//!
//! ```text
//! 三年行动  第三项  三个月  200多个国家  前三项  三四个方面    count nothing here
//! ```

use super::body::{Body, ends_clause};
use super::words::{Noun, Words};
use crate::numeral;
use crate::text::{Span, half_width, is_one_of};

/// A number with its measure word and noun.
pub(super) struct Mention {
    /// From the numeral to the noun, in characters of the block.
    pub(super) span: Span,
    /// The numeral alone.
    pub(super) number: Span,
    /// How much it says.
    pub(super) claimed: u32,
    /// What stands for the things counted: 意见, 底线, 收入; empty for 讲三点：
    pub(super) noun: String,
    /// What the noun tells.
    pub(super) kind: Noun,
    /// In quotation marks: “六条底线”.
    pub(super) quoted: bool,
    /// One of a row of claims: 一个目标、两个重点、三项任务.
    pub(super) in_row: bool,
    /// 个, 大, 点; empty for 双胜利 and 三镇.
    pub(super) measure: &'static str,
}

/// The measure words of things that a text lists, the longer before the shorter.
const MEASURES: [&str; 25] = [
    "大类", "个", "项", "点", "条", "大", "种", "类", "件", "句", "位", "名", "家", "道", "篇", "场", "步",
    "张", "把", "级", "本", "笔", "支", "座", "所",
];

/// What is counted without a measure word: 城关、涧池、蒲溪三镇; 三方面意见.
const BARE: [&str; 10] = ["方面", "镇", "县", "乡", "村", "省", "市", "区", "方", "校"];

/// 双 and a word: what two things do together.
const BOTH: [&str; 14] = [
    "胜利", "丰收", "促进", "提升", "推进", "达标", "过硬", "增长", "目标", "统筹", "驱动", "战役", "任务",
    "考验",
];

/// What, before a number, makes it a part, a rank, a bound or an estimate.
const NOT_AFTER: [&str; 26] = [
    "第",
    "每",
    "各",
    "近",
    "约",
    "超",
    "逾",
    "数",
    "几",
    "余",
    "其中",
    "另",
    "另外",
    "其余",
    "其他",
    "剩余",
    "剩下",
    "百分之",
    "不足",
    "不少于",
    "不低于",
    "至少",
    "超过",
    "多达",
    "不到",
    "任何",
];

/// The mentions of a block, in order.
pub(super) fn mentions(body: &Body<'_>, words: &Words) -> Vec<Mention> {
    let mut mentions = Vec::new();
    let mut at = body.start;
    while at < body.characters.len() {
        let n_number = number_length(body, at);
        if n_number == 0 {
            at += 1;
            continue;
        }
        let found = mention(body, at..at + n_number, words);
        at = found.as_ref().map_or(at + n_number, |found| found.span.end);
        mentions.extend(found);
    }
    mentions
}

/// How long the run of numerals is at a place; 双 is one of its own.
fn number_length(body: &Body<'_>, at: usize) -> usize {
    let run = |is_number: fn(char) -> bool| {
        body.characters[at..].iter().take_while(|character| is_number(**character)).count()
    };
    let digits = run(|character| half_width(character).is_ascii_digit() || is_one_of(character, "．."));
    let han = run(|character| is_one_of(character, "零〇一二两三四五六七八九十百千万亿"));
    digits.max(han).max(usize::from(body.at(at) == '双'))
}

fn mention(body: &Body<'_>, number: Span, words: &Words) -> Option<Mention> {
    let written = body.text(number.clone());
    let both = written == "双";
    let claimed = if both { 2 } else { whole_number(&written)? };
    // 一个 counts nothing; above thirty nobody lists.
    if !(2..=30).contains(&claimed)
        || is_bounded(body, &number)
        || words.is_fixed(&body.characters, number.start)
    {
        return None;
    }
    let after = &body.characters[number.end..];
    let begins = |word: &&&str| body.has(number.end, word);
    let (measure, bare) = if both {
        ("", BOTH.iter().find(begins)?.chars().count())
    } else if let Some(bare) = BARE.iter().find(begins) {
        ("", bare.chars().count())
    } else {
        (*MEASURES.iter().find(begins)?, 0)
    };
    let counted = number.end + measure.chars().count();
    let after = &after[counted - number.end..];
    // 两点半, 下午三点; 二十大; 十几个 and 三个多 are estimates.
    let next = after.first().copied().unwrap_or(' ');
    if words.is_never(after)
        || "多余几来半分钟".contains(next) && !measure.is_empty()
        || "午晨晚夜早".contains(body.before(number.start))
        || body.has_before(number.start, "晚上")
    {
        return None;
    }
    if measure == "大" && claimed > 10 {
        return None;
    }
    let noun = noun(body, counted, bare, words, measure)?;
    let clause = body.text(body.since(number.start, ends_clause)..number.start);
    let quote_opens = "“‘「『".contains(body.before(number.start));
    let quoted = quote_opens && "”’」』".contains(body.at(noun.end));
    let row = |character: char| character == '、';
    Some(Mention {
        span: number.start..noun.end,
        claimed,
        noun: body.text(noun.core),
        kind: noun.kind,
        quoted,
        in_row: !quoted && (row(body.before(number.start)) || row(body.at(noun.end)) || has_claim(&clause)),
        measure,
        number,
    })
}

/// Whether a row of items has a claim among them: 一个目标、突出两个重点、
pub(super) fn has_claim(row: &str) -> bool {
    let number = |c: char| "一二两三四五六七八九十".contains(c) || half_width(c).is_ascii_digit();
    let measure = |c: char| "个项大条点件种类".contains(c);
    row.contains('、') && row.chars().zip(row.chars().skip(1)).any(|(one, next)| number(one) && measure(next))
}

fn whole_number(written: &str) -> Option<u32> {
    let (number, rest) = numeral::read_number(written)?;
    rest.is_empty().then_some(number)
}

/// 第三项, 前三项, 近三个, 三至五个: no count of what is there.
fn is_bounded(body: &Body<'_>, number: &Span) -> bool {
    let before = body.before(number.start);
    let counts = |character: char| {
        half_width(character).is_ascii_digit() || "一二两三四五六七八九十百千万亿Xx×".contains(character)
    };
    let ranged = "至到—-－~～或、".contains(before) && counts(body.before(number.start.saturating_sub(1)));
    // 前三项, but 目前三项, 今后三个方面.
    let ranked = "前后头末".contains(before)
        && !"目当今此以随然之".contains(body.before(number.start.saturating_sub(1)));
    ranged || ranked || counts(before) || NOT_AFTER.iter().any(|word| body.has_before(number.start, word))
}

/// The noun of a mention.
struct Counted {
    kind: Noun,
    /// Where it ends.
    end: usize,
    /// Its last word.
    core: Span,
}

fn noun(body: &Body<'_>, from: usize, bare: usize, words: &Words, measure: &str) -> Option<Counted> {
    if bare > 0 {
        let (kind, end, core) = match words.noun(&body.characters[from..]) {
            Some((kind, n, core)) => (kind, from + n, from + core),
            None => (Noun::Other, from + bare, from),
        };
        return Some(Counted { kind, end, core: core..end });
    }
    let next = body.at(from);
    // 四个“百亿产业集群”
    if "“‘「『《".contains(next) {
        let close = body.until(from + 1, |character| "”’」』》。".contains(character));
        let whole = close < body.characters.len() && close - from <= 14;
        return whole.then(|| Counted { kind: Noun::Other, end: close + 1, core: from + 1..close });
    }
    // 上述“三项”收入
    if "”’」』".contains(next) {
        let core = from + 1..from + 1 + word_length(body, from + 1).min(2);
        return Some(Counted { kind: Noun::Other, end: from, core });
    }
    if let Some((kind, n_noun, core)) = words.noun(&body.characters[from..]) {
        let end = from + n_noun;
        return Some(Counted { kind, end, core: from + core..end });
    }
    // 我讲三点： 议程有五项：
    if "：:".contains(next) || ["点", "条", "句"].contains(&measure) && (ends_clause(next) || next == ' ')
    {
        return Some(Counted { kind: Noun::Shell, end: from, core: from..from });
    }
    let n_word = match word_length(body, from) {
        0 => return None,
        n_word @ 1..=4 => n_word,
        // 三点开会 is a time.
        _ if measure == "点" => return None,
        // Without a dictionary: most nouns have two characters.
        _ => 2,
    };
    Some(Counted { kind: Noun::Other, end: from + n_word, core: from..from + n_word })
}

/// How far it is to a mark or to a word that no noun holds.
fn word_length(body: &Body<'_>, from: usize) -> usize {
    let breaks = |character: char| {
        !character.is_alphanumeric() || "的要是在对和与及为有将把等都也了".contains(character)
    };
    body.until(from, breaks) - from
}
