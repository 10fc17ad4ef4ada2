//! 前后照应. Where a speech speaks of its own parts: 第三部分, 前面第二点讲的, 第二部分第三点.
//!
//! Which part is meant is told while the number is right, and kept ([`meant`]): when a
//! section has moved, the words still say the old number, and the kept heading tells the new
//! one. A 第三点 that lists (第三点，……) and a part of another text (《规划》第三部分) are no
//! references.

use crate::context::Context;
use crate::number::heading_numbers;
use crate::numeral;
use crate::outline::outline;
use crate::speech::{BlockId, BlockKind, Speech};
use crate::text::{Span, half_width};
use serde::{Deserialize, Serialize};

/// Words that speak of a part of the same speech.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// Where they stand.
    pub block: BlockId,
    /// From 第 to the noun, in characters of the block's text as it is
    /// [shown](mod@crate::shown).
    pub span: Span,
    /// The words: 第三部分, 第二部分第三点.
    pub text: String,
    /// Which of the same words in the block, from 0.
    pub nth: u32,
    /// The numbers in them, each with its place: of a section, then of one within it.
    pub numbers: Vec<(Span, u32)>,
    /// The heading that has these numbers now.
    pub heading: Option<BlockId>,
    /// The words around say that it is this speech: 前面, 刚才, 后面.
    pub pointed: bool,
}

/// Which heading words mean, as it was told while their numbers were right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Meant {
    /// The block that the words stand in.
    pub block: BlockId,
    /// The words.
    pub text: String,
    /// Which of the same words in the block, from 0.
    pub nth: u32,
    /// The heading.
    pub heading: BlockId,
    /// The heading's own words, to find it again where it was cut and pasted.
    pub words: String,
    /// The words stood there when it was last looked at.
    pub said: bool,
}

/// Where a speech speaks of its own parts, in the order of the text.
pub fn references(speech: &Speech) -> Vec<Reference> {
    references_of(speech, &Context::all(speech))
}

/// As [`references`], of blocks that are looked at already.
pub(crate) fn references_of(speech: &Speech, contexts: &[Context]) -> Vec<Reference> {
    let tree = Tree::of(speech);
    let mut found = Vec::new();
    for (context, block) in contexts.iter().zip(&speech.blocks) {
        if !matches!(block.kind, BlockKind::Paragraph | BlockKind::Closing) {
            continue;
        }
        let mut at = 0;
        while at < context.chars.len() {
            let Some(mut reference) = read(context, at) else {
                at += 1;
                continue;
            };
            at = reference.span.end;
            let numbers: Vec<u32> = reference.numbers.iter().map(|(_, number)| *number).collect();
            reference.heading = tree.heading(&numbers);
            let same = |other: &&Reference| other.block == reference.block && other.text == reference.text;
            reference.nth = found.iter().filter(same).count() as u32;
            found.push(reference);
        }
    }
    found
}

/// What the references of a speech mean: what they meant before where that is known, else the
/// headings that have their numbers now. Words that took the place of others that were just
/// said there, with the number that their heading has by now, mean what those meant. What is no
/// longer said is kept behind, as an undo may bring it back; of it no more than [`KEPT`].
pub fn meant(before: &[Meant], speech: &Speech) -> Vec<Meant> {
    let words = heading_words(speech);
    let tree = Tree::of(speech);
    let references = references(speech);
    let is_said = |meant: &Meant| {
        references.iter().any(|reference| meant.is_of(reference.block, &reference.text, reference.nth))
    };
    let mut now: Vec<Meant> = Vec::new();
    for reference in &references {
        let Reference { block, text, nth, numbers, heading, .. } = reference;
        let numbers: Vec<u32> = numbers.iter().map(|(_, number)| *number).collect();
        let known = before.iter().find(|meant| meant.is_of(*block, text, *nth));
        let replaced = before.iter().find(|meant| {
            meant.said
                && meant.block == *block
                && !is_said(meant)
                && tree.numbers(meant.heading).as_ref() == Some(&numbers)
        });
        let told = |heading: BlockId| Meant {
            block: *block,
            text: text.clone(),
            nth: *nth,
            heading,
            words: words
                .iter()
                .find(|(id, _)| *id == heading)
                .map(|(_, words)| words.clone())
                .unwrap_or_default(),
            said: true,
        };
        let meant = match (known, replaced, heading) {
            (Some(known), _, _) if known.said => known.clone(),
            (_, Some(replaced), _) => told(replaced.heading),
            (Some(known), None, _) => Meant { said: true, ..known.clone() },
            (None, None, Some(heading)) => told(*heading),
            (None, None, None) => continue,
        };
        now.push(meant.brought_up(&words));
    }
    let behind = before.iter().filter(|meant| !is_said(meant)).take(KEPT);
    now.extend(behind.map(|meant| Meant { said: false, ..meant.clone() }));
    now
}

/// How many meanings are kept of words that are no longer said.
const KEPT: usize = 100;

impl Meant {
    fn is_of(&self, block: BlockId, text: &str, nth: u32) -> bool {
        self.block == block && self.nth == nth && self.text == text
    }

    /// The heading where it is now: under its id with the words that it has now, else under
    /// another one with the same words.
    fn brought_up(self, headings: &[(BlockId, String)]) -> Self {
        if let Some((_, words)) = headings.iter().find(|(id, _)| *id == self.heading) {
            return Self { words: words.clone(), ..self };
        }
        let again = headings.iter().find(|(_, words)| *words == self.words && !words.is_empty());
        Self { heading: again.map_or(self.heading, |(id, _)| *id), ..self }
    }
}

impl Reference {
    /// What is kept of it.
    pub(crate) fn kept<'a>(&self, meant: &'a [Meant]) -> Option<&'a Meant> {
        meant.iter().find(|one| one.is_of(self.block, &self.text, self.nth))
    }

    /// Its words with other numbers, written as its own are.
    pub(crate) fn with_numbers(&self, numbers: &[u32]) -> String {
        let chars: Vec<char> = self.text.chars().collect();
        let mut words = String::new();
        let mut at = 0;
        for ((place, _), number) in self.numbers.iter().zip(numbers) {
            let (start, end) = (place.start - self.span.start, place.end - self.span.start);
            words.extend(&chars[at..start]);
            let digits = chars[start..end].iter().all(|c| half_width(*c).is_ascii_digit());
            words += &if digits { number.to_string() } else { numeral::han(*number) };
            at = end;
        }
        words.extend(&chars[at..]);
        words
    }
}

// ---- Headings ---------------------------------------------------------------------

/// The numbered headings of the two outer levels.
pub(crate) struct Tree {
    sections: Vec<Node>,
}

struct Node {
    heading: BlockId,
    number: u32,
    inner: Vec<(BlockId, u32)>,
}

impl Tree {
    pub(crate) fn of(speech: &Speech) -> Self {
        let levels = speech.blocks.iter().map(|block| match block.kind {
            BlockKind::Heading { level, .. } => Some(level),
            _ => None,
        });
        let levels: Vec<Option<u8>> = levels.collect();
        let top = levels.iter().flatten().min().copied().unwrap_or(1);
        let mut sections: Vec<Node> = Vec::new();
        for ((block, level), number) in speech.blocks.iter().zip(levels).zip(heading_numbers(speech)) {
            let (Some(level), Some(number)) = (level, number) else { continue };
            if level == top {
                sections.push(Node { heading: block.id, number, inner: Vec::new() });
            } else if level == top + 1
                && let Some(section) = sections.last_mut()
            {
                section.inner.push((block.id, number));
            }
        }
        Self { sections }
    }

    /// How many sections there are.
    pub(crate) fn len(&self) -> usize {
        self.sections.len()
    }

    /// The heading of those numbers, where only one has them.
    fn heading(&self, numbers: &[u32]) -> Option<BlockId> {
        let mut sections = self.sections.iter().filter(|section| numbers.first() == Some(&section.number));
        let section = sections.next()?;
        if sections.next().is_some() {
            return None;
        }
        match numbers.get(1) {
            None => Some(section.heading),
            Some(number) => section.inner.iter().find(|(_, inner)| inner == number).map(|(id, _)| *id),
        }
    }

    /// The numbers of a heading: its own, or that of its section and its own.
    pub(crate) fn numbers(&self, heading: BlockId) -> Option<Vec<u32>> {
        self.sections.iter().find_map(|section| {
            if section.heading == heading {
                return Some(vec![section.number]);
            }
            let inner = section.inner.iter().find(|(id, _)| *id == heading)?;
            Some(vec![section.number, inner.1])
        })
    }
}

fn heading_words(speech: &Speech) -> Vec<(BlockId, String)> {
    outline(speech).into_iter().map(|section| (section.heading, section.words)).collect()
}

// ---- Words ------------------------------------------------------------------------

/// What a section is called wherever it is spoken of.
const PARTS: [&str; 2] = ["部分", "大部分"];

/// What it may be called, where the words around point to it.
const POINTS: [&str; 8] = ["点", "个方面", "方面", "个问题", "大点", "条", "件事", "项任务"];

/// These words before say that this speech is meant.
const POINTERS: [&str; 15] = [
    "前面",
    "前边",
    "前文",
    "上面",
    "上文",
    "上述",
    "前述",
    "刚才",
    "后面",
    "后边",
    "后文",
    "下文",
    "正如",
    "我在",
    "也就是",
];

/// These behind.
const SAID: [&str; 14] = [
    "讲的", "讲到", "讲过", "讲了", "说的", "说到", "说过", "提到", "提出", "谈到", "强调", "里讲", "里说",
    "中讲",
];

/// A part of these is no part of the speech.
const OTHERS: [&str; 14] = [
    "》", "文件", "规划", "纲要", "条例", "办法", "通知", "方案", "决定", "报告", "意见", "法", "章程", "条",
];

/// The reference that begins there.
fn read(context: &Context, at: usize) -> Option<Reference> {
    let (first, noun, end) = ordinal(context, at)?;
    let is_part = PARTS.contains(&noun);
    let pointed = points(context, at) || context.starts_any(end, &SAID);
    let told = is_part && !lists(context, at, end);
    if !(told || pointed && (is_part || POINTS.contains(&noun))) || is_of_another(context, at) {
        return None;
    }
    let mut numbers = vec![first];
    let mut span = at..end;
    // 第二部分第三点, 第二部分的第三个方面, 第二部分（三）
    let next = if context.starts(end, "的") || context.starts(end, "里") { end + 1 } else { end };
    if is_part {
        if let Some((second, inner, end)) =
            ordinal(context, next).filter(|(_, noun, _)| POINTS.contains(noun))
        {
            let _ = inner;
            numbers.push(second);
            span.end = end;
        } else if let Some((second, end)) = bracketed(context, end) {
            numbers.push(second);
            span.end = end;
        }
    }
    let text = context.text(span.clone());
    let pointed = pointed || context.starts_any(span.end, &SAID);
    Some(Reference { block: context.block, span, text, nth: 0, numbers, heading: None, pointed })
}

/// 第三部分: the number with its place, the noun, and where it ends.
fn ordinal(context: &Context, at: usize) -> Option<((Span, u32), &'static str, usize)> {
    if !context.starts(at, "第") {
        return None;
    }
    let start = at + 1;
    let rest: String = context.from(start).iter().take(8).collect();
    let (number, after) = numeral::read_number(&rest).filter(|(number, _)| *number > 0)?;
    let end = start + rest.chars().count() - after.chars().count();
    let mut nouns = PARTS.iter().chain(&POINTS);
    let noun = nouns.find(|noun| context.starts(end, noun))?;
    Some(((start..end, number), noun, end + noun.chars().count()))
}

/// （三）
fn bracketed(context: &Context, at: usize) -> Option<((Span, u32), usize)> {
    if !context.starts_any(at, &["（", "("]) {
        return None;
    }
    let start = at + 1;
    let rest: String = context.from(start).iter().take(6).collect();
    let (number, after) = numeral::read_number(&rest).filter(|(number, _)| *number > 0)?;
    let end = start + rest.chars().count() - after.chars().count();
    context.starts_any(end, &["）", ")"]).then_some(((start..end, number), end + 1))
}

/// A pointer stands in the same clause, close before.
fn points(context: &Context, at: usize) -> bool {
    let clause = context.clause(at);
    let from = clause.start.max(at.saturating_sub(8));
    (from..at)
        .any(|idx| POINTERS.iter().any(|word| context.starts(idx, word) && idx + word.chars().count() <= at))
}

/// It begins what it numbers: 第一部分，…… 下面讲第二部分：……
fn lists(context: &Context, at: usize, end: usize) -> bool {
    let begins = at == context.sentence(at).start || at == context.clause(at).start;
    let goes_on =
        context.starts_any(end, &["，", "：", ":", "、", "是", "，", "主要", "讲", "说", "为", " "]);
    let announced = context.ends_any(at, &["讲", "说", "谈", "进入", "汇报"]);
    begins && goes_on || announced
}

/// It is a part of another text.
fn is_of_another(context: &Context, at: usize) -> bool {
    context.ends_any(at, &OTHERS) || context.ends(at, "的") && context.ends_any(at - 1, &OTHERS)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::draft::{Taken, assemble};
    use crate::extent::Extent;
    use crate::paragraph::Paragraph;
    use crate::parse::parse;

    /// A draft: its headings are counted.
    fn speech(lines: [&str; 6]) -> Speech {
        let speech = &parse(&lines.map(Paragraph::plain)).speech;
        assemble(None, &[Taken { document: "d7", speech, extent: Extent::Whole }]).expect("it is there")
    }

    /// Moves the last section, two blocks, before the one before.
    fn swapped(speech: &Speech) -> Speech {
        let mut swapped = speech.clone();
        swapped.blocks[2..].rotate_left(2);
        swapped
    }

    fn said(speech: &Speech, words: &str) -> Speech {
        let mut said = speech.clone();
        said.blocks[0] = crate::parse::parse(&[Paragraph::plain(words)]).speech.blocks[0].clone();
        said
    }

    fn heading_of(meant: &[Meant]) -> BlockId {
        let said: Vec<&Meant> = meant.iter().filter(|meant| meant.said).collect();
        assert_eq!(said.len(), 1, "{meant:?}");
        said[0].heading
    }

    #[test]
    fn what_was_meant_stays_whatever_is_done() {
        let second = speech([
            "要按照后面第二部分讲的去做。",
            "一、提高认识",
            "二、抓好落实",
            "要抓好落实。",
            "三、加强领导",
            "要加强领导。",
        ]);
        let (of_second, of_third) = (second.blocks[2].id, second.blocks[4].id);
        let first_told = meant(&[], &second);
        assert_eq!(heading_of(&first_told), of_second);
        // Another part is spoken of, by the writer's own hand.
        let third = said(&second, "要按照后面第三部分讲的去做。");
        let retyped = meant(&first_told, &third);
        assert_eq!(heading_of(&retyped), of_third);
        // It moves: the words are the old ones.
        let moved = swapped(&third);
        let followed = meant(&retyped, &moved);
        assert_eq!(heading_of(&followed), of_third);
        // The fix is taken: 第二部分 stood there before, of another section.
        let fixed = said(&moved, "要按照后面第二部分讲的去做。");
        let taken = meant(&followed, &fixed);
        assert_eq!(heading_of(&taken), of_third);
        // And undone.
        assert_eq!(heading_of(&meant(&taken, &moved)), of_third);
    }
}
