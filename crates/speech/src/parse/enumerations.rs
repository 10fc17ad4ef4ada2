//! The members of enumerations, inside a paragraph and across paragraphs.
//!
//! ```text
//! 一是扩大投资。……二是促进消费。……
//! 一看差距。……二要看潜力。……三要看机遇。  one enumeration, though its markers differ
//! 首先，……其次，……最后，……
//! 首先，……第二，……第三，……                  one enumeration, too
//! 一，要……（over a line）二，要……            across paragraphs only
//! ```
//!
//! A number alone makes no member: 一季度, 一般性支出, 一二三产, 第一时间 count nothing.
//! An enumeration has two members at least and ends at the next heading.

use crate::numeral;
use crate::text::{Span, is_han};

/// The marker of one member.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Member {
    /// Which of the texts it stands in, from 0.
    pub(crate) text_idx: usize,
    /// The marker, in characters of that text.
    pub(crate) span: Span,
    /// Which enumeration, from 1, by first markers.
    pub(crate) series: u32,
    /// The number that the marker says.
    pub(crate) number: u32,
}

/// The members in a run of texts, in their order. `None` is a heading, which ends
/// all enumerations before it.
pub(crate) fn members(texts: &[Option<&str>]) -> Vec<Member> {
    let mut runs: Vec<Run> = Vec::new();
    let mut open: Vec<Run> = Vec::new();
    for (text_idx, text) in texts.iter().enumerate() {
        match text {
            None => runs.append(&mut open),
            Some(text) => {
                for found in marks(text, text_idx) {
                    follow(&mut open, &mut runs, found);
                }
            }
        }
    }
    runs.append(&mut open);
    runs.retain(|run| run.marks.len() >= 2);
    runs.sort_by_key(|run| (run.marks[0].text_idx, run.marks[0].start));
    let mut members: Vec<Member> =
        (1..).zip(&runs).flat_map(|(series, run)| members_of(run, series)).collect();
    members.sort_by_key(|member| (member.text_idx, member.span.start));
    members
}

/// Something that may be the marker of a member.
#[derive(Clone, Debug)]
struct Mark {
    text_idx: usize,
    start: usize,
    /// Characters of the number: 一, 第一, 首先.
    n_number: usize,
    number: u32,
    family: Family,
    /// 是 or 要 after the number.
    auxiliary: Option<char>,
    /// The verb that follows: 看 of 一看 and of 二要看.
    verb: Option<char>,
    /// After a full stop or a colon, not only after a comma.
    begins_sentence: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Family {
    /// 一是, 二要, 三看
    Counted,
    /// 第一，
    Ordinal,
    /// 首先，其次，再次，最后，
    Order,
    /// 一，二， where each begins a paragraph
    Bare,
    /// 其一，
    Its,
}

/// The 最后 that ends 首先 … 其次 …, whatever its place.
const LAST: u32 = u32::MAX;

/// How many paragraphs a 最后 stands behind the member before it at most.
const LAST_REACH: usize = 12;

/// The verbs of 一看二看三看 and 一靠二靠: those that published texts count with.
const VERBS: &str = "看靠抓讲促保强防控查建补优提稳引创治严学干带做重转守勇善推树突聚坚加抢争扩盯统压议谈问想谢愿盼贺祝为有在把以用则来";

/// Enumerations that are going on, the innermost last.
#[derive(Debug)]
struct Run {
    marks: Vec<Mark>,
}

impl Run {
    fn last(&self) -> &Mark {
        self.marks.last().expect("a run begins with its first mark")
    }

    /// Whether a mark goes on with this run.
    fn takes(&self, mark: &Mark) -> bool {
        let last = self.last();
        // Who begins with 首先 may go on with 第二 or 第三.
        let ordered = self.marks[0].family == Family::Order && mark.family == Family::Ordinal;
        let same_family = last.family == mark.family || ordered;
        // Nothing follows a 最后.
        if last.number == LAST || !same_family && mark.number != LAST {
            return false;
        }
        if mark.number == LAST {
            let near = mark.text_idx - last.text_idx <= LAST_REACH;
            return near && self.marks.len() >= 2 && self.marks[0].family == Family::Order;
        }
        let both_auxiliary = mark.auxiliary.is_some() && last.auxiliary.is_some();
        let same_auxiliary = both_auxiliary && mark.auxiliary == last.auxiliary;
        let same_verb = mark.verb.is_some() && mark.verb == last.verb;
        let alike = mark.family != Family::Counted || both_auxiliary || same_verb;
        // 一是…三是… and 二是…二是… are slips; of other numbers none can be told.
        let follows = mark.number == last.number + 1
            || same_auxiliary && (mark.number == last.number || mark.number == last.number + 2);
        alike && follows
    }
}

fn follow(open: &mut Vec<Run>, done: &mut Vec<Run>, mark: Mark) {
    if mark.number == 1 {
        // The same lead again begins anew; another one is an enumeration inside.
        let same = open.iter().position(|run| {
            let first = &run.marks[0];
            first.family == mark.family && first.auxiliary == mark.auxiliary
        });
        if let Some(same) = same {
            done.extend(open.drain(same..));
        }
        if mark.auxiliary.is_some() || mark.begins_sentence || mark.family != Family::Counted {
            open.push(Run { marks: vec![mark] });
        }
        return;
    }
    let Some(idx) = open.iter().rposition(|run| run.takes(&mark)) else { return };
    done.extend(open.drain(idx + 1..));
    open[idx].marks.push(mark);
}

fn members_of(run: &Run, series: u32) -> impl Iterator<Item = Member> {
    let marks = &run.marks;
    let one_auxiliary = marks.iter().all(|mark| mark.auxiliary == marks[0].auxiliary);
    let one_verb = marks.iter().all(|mark| mark.verb.is_some() && mark.verb == marks[0].verb);
    let with_verb = one_verb && (marks[0].auxiliary.is_none() || !one_auxiliary);
    marks.iter().enumerate().map(move |(idx, mark)| {
        let n_lead = match mark.family {
            Family::Counted => usize::from(mark.auxiliary.is_some()) + usize::from(with_verb),
            _ => 0,
        };
        Member {
            text_idx: mark.text_idx,
            span: mark.start..mark.start + mark.n_number + n_lead,
            series,
            number: if mark.number == LAST { idx as u32 + 1 } else { mark.number },
        }
    })
}

/// Everything in a text that may be a marker: it begins a clause.
fn marks(text: &str, text_idx: usize) -> Vec<Mark> {
    let mut marks = Vec::new();
    let mut before: Option<char> = None;
    for (start, (at_bytes, character)) in text.char_indices().enumerate() {
        let begins_sentence =
            before.is_none_or(|before| "。；：！？:;!?.".contains(before) || before.is_whitespace());
        let begins_clause = begins_sentence || before.is_some_and(|before| "，、,—…”）)".contains(before));
        let rest = &text[at_bytes..];
        let begins =
            begins_clause || character == '一' && before.is_some_and(|before| leads_on(before, rest));
        let alone = text[..at_bytes].trim().is_empty();
        // 最后，祝大家新年好 in a paragraph of its own ends the speech and no enumeration.
        let begins = begins && !(alone && wishes_at_last(rest));
        let mark = if begins { mark(rest).or_else(|| bare(rest).filter(|_| alone)) } else { None };
        marks.extend(mark.map(|mark| Mark { text_idx, start, begins_sentence, ..mark }));
        before = Some(character);
    }
    marks
}

fn wishes_at_last(text: &str) -> bool {
    let wish = text.strip_prefix("最后").map(|rest| rest.trim_start_matches(['，', ',']));
    let wishes = ["祝", "预祝", "衷心", "再次", "感谢", "谢谢", "让我们", "恭祝", "敬祝"];
    wish.is_some_and(|rest| wishes.iter().any(|word| rest.starts_with(word)))
}

/// How far off the second member is looked for, in characters.
const MEMBER_LENGTH: usize = 120;

/// 希望大家一要立志，二要明德: the first member goes on in its clause, where the second
/// one begins the next. 统一要求, 唯一是, 之一是 do not.
fn leads_on(before: char, rest: &str) -> bool {
    let Some(auxiliary) = rest.chars().nth(1).filter(|c| ['是', '要'].contains(c)) else { return false };
    let near: String = rest.chars().take(MEMBER_LENGTH).collect();
    let clauses = near.split(['，', '；', '。', '、', ',', ';']).skip(1);
    let second = format!("二{auxiliary}");
    is_han(before)
        && !"统唯之其第万专单同归划逐十百千零".contains(before)
        && clauses.into_iter().any(|clause| clause.starts_with(&second))
}

fn mark(text: &str) -> Option<Mark> {
    counted(text)
        .or_else(|| ordinal(text, "第", Family::Ordinal))
        .or_else(|| ordinal(text, "其", Family::Its))
        .or_else(|| order(text))
}

fn new_mark(family: Family, number: u32, n_number: usize) -> Mark {
    Mark {
        text_idx: 0,
        start: 0,
        n_number,
        number,
        family,
        auxiliary: None,
        verb: None,
        begins_sentence: false,
    }
}

/// 一是, 一要, 一看, 二要看
fn counted(text: &str) -> Option<Mark> {
    let (number, rest) = numeral::read_han(text).filter(|(number, _)| (1..=30).contains(number))?;
    let counted = &text[..text.len() - rest.len()];
    if counted.contains(['两', '零', '〇']) {
        return None;
    }
    let auxiliary = rest.chars().next().filter(|c| ['是', '要'].contains(c));
    let after = &rest[auxiliary.map_or(0, char::len_utf8)..];
    // 一是一，二是二 says that things are as they are.
    if auxiliary.is_some() && after.starts_with(counted) {
        return None;
    }
    let verb = after.chars().next().filter(|c| VERBS.contains(*c));
    (auxiliary.is_some() || verb.is_some()).then(|| Mark {
        auxiliary,
        verb,
        ..new_mark(Family::Counted, number, counted.chars().count())
    })
}

/// 第一， 第二是 其三，
fn ordinal(text: &str, lead: &str, family: Family) -> Option<Mark> {
    let (number, rest) =
        numeral::read_han(text.strip_prefix(lead)?).filter(|(number, _)| (1..=30).contains(number))?;
    let n_number = (text.len() - rest.len()) / '一'.len_utf8();
    rest.starts_with(['，', ',', '、', '：', ':', '是', '要']).then(|| new_mark(family, number, n_number))
}

/// 一，要抓投资。 at the head of a paragraph
fn bare(text: &str) -> Option<Mark> {
    let (number, rest) = numeral::read_han(text).filter(|(number, _)| (1..=30).contains(number))?;
    let n_number = (text.len() - rest.len()) / '一'.len_utf8();
    rest.starts_with(['，', ',']).then(|| new_mark(Family::Bare, number, n_number))
}

/// 首先 其次 再次 最后
fn order(text: &str) -> Option<Mark> {
    let orders = [("首先", 1), ("其次", 2), ("再次", 3), ("再者", 3), ("最后", LAST)];
    let (word, number) = orders.into_iter().find(|(word, _)| text.starts_with(word))?;
    // 最后一批, 最后的机会 are not the last of anything that is counted here; 最后一点 is.
    let rest = &text[word.len()..];
    if number == LAST && rest.starts_with(['一', '几', '两', '的', '期', '关']) && !rest.starts_with("一点")
    {
        return None;
    }
    Some(new_mark(Family::Order, number, 2))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::slice;

    #[track_caller]
    fn found(texts: &[&str], expected: &str) {
        let texts: Vec<_> = texts.iter().map(|text| (*text != "#").then_some(*text)).collect();
        let told: Vec<String> = members(&texts)
            .into_iter()
            .map(|member| {
                let marker = slice(texts[member.text_idx].unwrap_or(""), member.span);
                format!("{}{marker}", member.series)
            })
            .collect();
        assert_eq!(told.join(" "), expected);
    }

    #[test]
    fn members_in_a_paragraph() {
        found(&["一是抓投资。二是促消费；三是稳就业。"], "1一是 1二是 1三是");
        found(&["从三个方面看：一看差距。二要看潜力。三要看机遇。"], "1一看 1二要看 1三要看");
        found(&["一看差距，二看潜力。"], "1一看 1二看");
        found(&["首先，全球看。其次，全国看。最后，全县看。"], "1首先 1其次 1最后");
        found(&["第一，抓学习。第二，抓落实。"], "1第一 1第二");
        found(&["一是抓投资。二要促消费。"], "1一是 1二要");
        found(&["一是抓投资。三是稳就业。"], "1一是 1三是");
        found(&["希望大家一要立志，二要明德。"], "1一要 1二要");
        found(&["要统一是非，统一要求，二要明德。"], "");
        found(&["首先，抓投资。其次，促消费。第三，稳就业。最后，保安全。"], "1首先 1其次 1第三 1最后");
        found(&["首先，抓投资。第二，促消费。"], "1首先 1第二");
        found(&["第一，抓投资。第二，促消费。最后，保安全。"], "1第一 1第二");
        found(&["首先，抓投资。其次，促消费。最后，祝大家好。"], "1首先 1其次 1最后");
        found(&["首先，抓投资。其次，促消费。最后一批设备到位。最后一点，保安全。"], "1首先 1其次 1最后");
        found(&["首先，抓投资。其次，促消费。", "最后，祝大家好。"], "1首先 1其次");
    }

    #[test]
    fn members_across_paragraphs_until_a_heading() {
        found(&["一是抓投资。", "要快。", "二是促消费。"], "1一是 1二是");
        found(&["一是抓投资。", "#", "二是促消费。"], "");
        found(&["一，抓投资。", "二，促消费。"], "1一 1二");
        found(&["一，抓投资。二，促消费。"], "");
    }

    #[test]
    fn one_enumeration_inside_another_and_one_after_another() {
        found(&["一是抓投资。一要快，二要准。二是促消费。"], "1一是 2一要 2二要 1二是");
        found(&["一是快。二是准。", "一是新。二是好。"], "1一是 1二是 2一是 2二是");
    }

    #[test]
    fn numbers_that_count_nothing() {
        found(&["一季度全县增长，二季度回升。"], "");
        found(&["推动一二三产融合，一老一小要管好，第一时间、第二次到。"], "");
        found(&["一是一，二是二，说到做到。"], "");
        found(&["首先抓。其次管。最后查。", "最后，其次，再看。"], "1首先 1其次 1最后");
        found(&["首先，请允许我代表县政府。最后，祝大家好！"], "");
        found(&["统一要求，第一要务。"], "");
    }
}
