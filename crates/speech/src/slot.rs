//! What counts as a placeholder in a line, and what does not.
//!
//! ```text
//! 增长⟦X⟧%  ⟦XX⟧县  ⟦××⟧同志  ⟦___⟧  ⟦【县名】⟧  ⟦……（待补）⟧  ⟦{{姓名}}⟧  20⟦XX⟧年  ⟦某⟧县
//! X光  5X  7×24小时  “数据要素×”  UNIX  【打击倒卖活动】  **要点**
//! ```
//!
//! The number of letters says nothing of the length of the answer, so a run of them
//! is one slot.

mod asterisks;

use crate::office::OFFICES;
use crate::parse::begins_with_surname;
use crate::text::{Span, half_width, is_blank, is_han, trim};
pub(crate) use asterisks::Asterisks;
use asterisks::asterisks;

/// The placeholders of a line that stands alone, in order, not overlapping: X of X%,
/// without the unit.
pub fn slots(line: &str) -> Vec<Span> {
    slots_among(line, Asterisks::of([line].into_iter()))
}

/// The placeholders of a line of a text in which asterisks mean `doubles`.
pub(crate) fn slots_among(line: &str, doubles: Asterisks) -> Vec<Span> {
    let chars: Vec<char> = line.chars().collect();
    let folded: Vec<char> = chars.iter().copied().map(half_width).collect();
    let text = Line { chars: &chars, folded: &folded, bold: doubles.bold(&folded) };
    let mut slots = Vec::new();
    let mut at = 0;
    while at < chars.len() {
        // Most of a text is Han, and of that only 某 and the round zero begin a placeholder.
        if is_han(chars[at]) && !['某', '〇'].contains(&chars[at]) {
            at += 1;
            continue;
        }
        let end = READERS.iter().find_map(|read| read(&text, at)).filter(|end| *end > at);
        match end {
            Some(end) => {
                slots.push(at..end);
                at = end;
            }
            None => at += text.skip(at),
        }
    }
    slots
}

struct Line<'a> {
    chars: &'a [char],
    /// The same with full-width letters, digits and marks made half-width.
    folded: &'a [char],
    /// The asterisks that make words bold in Markdown.
    bold: Vec<Span>,
}

/// Each reads a placeholder that begins at a character and gives its end. The longer
/// ones come first: 【X】 is one placeholder.
const READERS: [fn(&Line<'_>, usize) -> Option<usize>; 9] =
    [braces, brackets, ellipsis, letters, crosses, circles, underscores, asterisks, somebody];

impl Line<'_> {
    fn at(&self, idx: usize) -> Option<char> {
        self.folded.get(idx).copied()
    }

    fn before(&self, idx: usize) -> Option<char> {
        self.at(idx.checked_sub(1)?)
    }

    /// The end of the run of characters that are one of `of`.
    fn run(&self, from: usize, of: &str) -> usize {
        (from..self.folded.len()).find(|idx| !of.contains(self.folded[*idx])).unwrap_or(self.folded.len())
    }

    /// The same, where a run begins: a row of a thousand dots is looked along once.
    fn whole_run(&self, from: usize, of: &str) -> usize {
        if self.before(from).is_some_and(|c| of.contains(c)) { from } else { self.run(from, of) }
    }

    /// The end of the run, its decimals included: X.X% is one figure, “X·XX” one day.
    fn figure(&self, from: usize, of: &str) -> usize {
        let mut end = self.run(from, of);
        while end > from
            && self.at(end).is_some_and(|c| ".·".contains(c))
            && self.at(end + 1).is_some_and(|c| of.contains(c))
        {
            end = self.run(end + 1, of);
        }
        end
    }

    fn starts_with(&self, at: usize, words: &str) -> bool {
        words.chars().enumerate().all(|(offset, c)| self.at(at + offset) == Some(c))
    }

    fn ends_with(&self, at: usize, words: &str) -> bool {
        at.checked_sub(words.chars().count()).is_some_and(|start| self.starts_with(start, words))
    }

    /// How far to go on where no placeholder begins: past the rest of an English word.
    fn skip(&self, at: usize) -> usize {
        let digits = |c: char| c.is_ascii_digit();
        let letters = |c: char| c.is_ascii_alphabetic();
        // Digits are passed alone: an X may follow in 20XX年.
        let run = |of: fn(char) -> bool| self.folded[at..].iter().take_while(|c| of(**c)).count();
        run(digits).max(run(letters)).max(1)
    }
}

/// `{{姓名}}`
fn braces(line: &Line<'_>, at: usize) -> Option<usize> {
    line.starts_with(at, "{{").then_some(())?;
    let inner = (at + 2..line.folded.len()).take(40).find(|idx| line.starts_with(*idx, "}}"))?;
    Some(inner + 2)
}

/// What a bracket holds that asks for something.
const ASKED_FOR: [&str; 16] = [
    "待补", "待定", "待填", "待核", "填写", "此处", "姓名", "名称", "日期", "时间", "地点", "单位", "职务",
    "数字", "数据", "金额",
];

/// What the name of a field ends with: 【县名】, 【增长率】.
const FIELD_ENDS: [&str; 10] = ["名", "率", "数", "额", "量", "年份", "月份", "比例", "比重", "填"];

/// `【】` `【X】` `【县名】` `〔待补〕` `（　　）` `（待补）`
fn brackets(line: &Line<'_>, at: usize) -> Option<usize> {
    let pairs = [('【', '】'), ('〔', '〕'), ('(', ')'), ('[', ']'), ('〖', '〗')];
    let (opening, closing) = pairs.into_iter().find(|(opening, _)| line.at(at) == Some(*opening))?;
    let end = (at + 1..line.folded.len()).take(14).find(|idx| line.folded[*idx] == closing)?;
    let inner: String = line.folded[at + 1..end].iter().filter(|c| !is_blank(**c)).collect();
    let round = opening == '(';
    let asks = if inner.is_empty() {
        // A list to tick and a link in Markdown have empty square brackets, too.
        opening != '[' || end > at + 1
    } else if inner.chars().all(|c| "Xx×_".contains(c)) {
        !round
    } else {
        let pending = ASKED_FOR[..6].iter().any(|word| inner.starts_with(word));
        let named = ASKED_FOR.iter().any(|word| inner.ends_with(word))
            || FIELD_ENDS.iter().any(|word| inner.ends_with(word));
        pending || named && !round && inner.chars().all(|c| is_han(c) || "Xx".contains(c))
    };
    asks.then_some(end + 1)
}

/// `……（待补）`
fn ellipsis(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.whole_run(at, "….");
    (end > at && line.at(end) == Some('(')).then_some(())?;
    brackets(line, end).filter(|_| line.starts_with(end + 1, "待") || line.starts_with(end + 1, "填"))
}

/// What makes an X a word of science, and what makes XX one.
const AFTER_X: [&str; 7] = ["光", "射线", "线", "轴", "形", "型", "衍射"];
const AFTER_XX: [&str; 4] = ["染色体", "综合征", "综合症", "波段"];

/// `X` `XXX` `x` `X.X`
fn letters(line: &Line<'_>, at: usize) -> Option<usize> {
    let is_x = |c: char| "XxⅩⅹ".contains(c);
    line.at(at).filter(|c| is_x(*c))?;
    if let Some(end) = spaced_name(line, at, is_x) {
        return Some(end);
    }
    let end = line.figure(at, "XxⅩⅹ");
    let figure = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let year = is_masked_year(line, at, end);
    let in_word = figure(line.at(end)) || figure(line.before(at)) && !year;
    // X-ray, 型号X-2000; but X-X个 and X-5月 are figures.
    let word = |c: char| c.is_ascii_lowercase() && !is_x(c);
    let model = (1..=3).all(|offset| line.at(end + offset).is_some_and(|c| c.is_ascii_digit()));
    let hyphen = line.at(end) == Some('-') && (line.at(end + 1).is_some_and(word) || model);
    let begins = |words: &[&str]| words.iter().any(|word| line.starts_with(end, word));
    let science = begins(&AFTER_XX) || end == at + 1 && begins(&AFTER_X);
    let version = end == at + 1 && is_version(line, at);
    // 3 x 4 is arithmetic.
    let product = end == at + 1 && is_product(line, at);
    (!in_word && !hyphen && !science && !version && !product).then_some(end)
}

/// Mac OS X 系统: the last word of a Latin name; but GDP X亿元 asks for a figure.
fn is_version(line: &Line<'_>, at: usize) -> bool {
    let after_latin =
        line.before(at) == Some(' ') && line.before(at - 1).is_some_and(|c| c.is_ascii_alphabetic());
    let measured = line.at(at + 1).is_some_and(|c| "%‰十百千万亿元个户人家项年月日届次".contains(c));
    after_latin && !measured
}

/// A name masked letter by letter at the end of a line: `市委书记　X X X`.
fn spaced_name(line: &Line<'_>, at: usize, is_mask: impl Fn(char) -> bool) -> Option<usize> {
    let rest = &line.folded[at..];
    if rest.len() > 7 {
        return None;
    }
    let n_masks = rest.iter().filter(|c| is_mask(**c)).count();
    let alternates = rest
        .iter()
        .enumerate()
        .all(|(idx, c)| (idx % 2 == 0) == is_mask(*c) && (is_mask(*c) || is_blank(*c)));
    if !alternates || !(2..=4).contains(&n_masks) || rest.len() != 2 * n_masks - 1 {
        return None;
    }
    let before: String = line.folded[..at].iter().collect();
    let office = OFFICES.iter().any(|office| trim(&before).ends_with(office));
    office.then_some(line.folded.len())
}

/// 20XX年, 202X年: the digits stand before the letters, all together four.
fn is_masked_year(line: &Line<'_>, at: usize, end: usize) -> bool {
    let n_digits = (0..at).rev().take_while(|idx| line.folded[*idx].is_ascii_digit()).count();
    let century = line.ends_with(at, "19") || line.ends_with(at, "20") || n_digits == 3;
    let followed = line.at(end).is_some_and(|c| "年-—至.".contains(c));
    n_digits + (end - at) == 4 && century && followed
}

/// Digits on both sides, blanks allowed.
fn is_product(line: &Line<'_>, at: usize) -> bool {
    let digit = |c: Option<&char>| c.is_some_and(char::is_ascii_digit);
    let before = line.folded[..at].iter().rev().find(|c| !is_blank(**c));
    let after = line.folded[at + 1..].iter().find(|c| !is_blank(**c));
    digit(before) && digit(after)
}

/// `×` `××` `✕`
fn crosses(line: &Line<'_>, at: usize) -> Option<usize> {
    const CROSSES: &str = "×✕✖╳";
    let end = line.figure(at, CROSSES);
    if end == at {
        return None;
    }
    if let Some(end) = spaced_name(line, at, |c| CROSSES.contains(c)) {
        return Some(end);
    }
    if end > at + 1 {
        return Some(end);
    }
    let beside = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    let multiplies = beside(line.before(at)) || beside(line.at(end)) || is_product(line, at);
    // “数据要素×”三年行动, 人工智能×
    let slogan = ["数据要素", "互联网", "人工智能", "智能"].iter().any(|word| line.ends_with(at, word));
    (!multiplies && !slogan && line.at(end).is_none_or(|c| c != '”')).then_some(end)
}

/// `○○` `□□` `△△`, but not the zero of 二○二○年
fn circles(line: &Line<'_>, at: usize) -> Option<usize> {
    let kind =
        ["○◯", "〇", "□", "△"].into_iter().find(|kind| line.at(at).is_some_and(|c| kind.contains(c)))?;
    let end = line.whole_run(at, kind);
    let numeral = |c: Option<char>| c.is_some_and(|c| "一二三四五六七八九〇○零".contains(c));
    (end >= at + 2 && !numeral(line.before(at)) && !numeral(line.at(end))).then_some(end)
}

/// `__` `＿＿＿`
fn underscores(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.whole_run(at, "_");
    let word = |c: Option<char>| c.is_some_and(|c| c.is_ascii_alphanumeric());
    (end >= at + 2 && !(word(line.before(at)) && word(line.at(end)))).then_some(end)
}

/// `某县` `某某`, but not 某种, 某些, nor the 李某某 of a case
fn somebody(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.run(at, "某");
    if end == at {
        return None;
    }
    let place = line.at(end).is_some_and(|c| "省市县区镇乡村局委厅".contains(c));
    // 某市一位领导, 某省政府一名干部, 某某人 tell of somebody and ask for nobody.
    let of_one = ["一位", "一名", "一个", "政府一位", "政府一名", "委一位", "委一名"];
    let told_of = end == at + 1 && of_one.iter().any(|words| line.starts_with(end + 1, words))
        || line.at(end) == Some('人');
    let name = begins_with_surname(&line.chars[at.saturating_sub(1)..end]) && at > 0;
    (!told_of && (place || end >= at + 2 && !name)).then_some(end)
}
