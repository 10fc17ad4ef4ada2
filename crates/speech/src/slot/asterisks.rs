//! Asterisks: what a template masks, or the bold type of Markdown.
//!
//! ```text
//! 推动⟦**⟧全面振兴，为⟦**⟧发展作贡献，⟦**⟧市增长⟦**⟧%   masks, all through the text
//! **坚持底线思维**，**守住安全红线**                    bold, all through the text
//! ```
//!
//! Two pairs in a line can be either, so the whole text is asked: what clearly is a mask
//! (`**市`, an odd one in its line) is weighed against what clearly is bold.

use super::Line;
use crate::office::OFFICES;
use crate::text::{Span, half_width, is_blank};

/// What double asterisks are in a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Asterisks {
    /// Each is a placeholder.
    Masks,
    /// In pairs they make bold what stands between; one without its other half is a
    /// placeholder.
    Pairs,
}

impl Asterisks {
    /// Weighs the lines of a text.
    pub(crate) fn of<'a>(lines: impl Iterator<Item = &'a str>) -> Self {
        let (mut n_masks, mut n_bold) = (0, 0);
        // Most texts have no asterisk at all.
        for line in lines.filter(|line| line.contains(['*', '＊'])) {
            let folded: Vec<char> = line.chars().map(half_width).collect();
            let marks = doubles(&folded);
            n_masks += marks.iter().filter(|mark| is_measured(&folded, **mark + 2)).count() + marks.len() % 2;
            n_bold += marks.chunks_exact(2).filter(|pair| is_bold(&folded, pair[0], pair[1])).count();
        }
        if n_masks > n_bold { Self::Masks } else { Self::Pairs }
    }

    /// The asterisks of a line that make words bold.
    pub(super) fn bold(self, folded: &[char]) -> Vec<Span> {
        if self == Self::Masks {
            return Vec::new();
        }
        let marks = doubles(folded);
        let mut bold = Vec::new();
        let mut idx = 0;
        while let [opening, closing, ..] = marks[idx..] {
            if holds_words(folded, opening, closing) {
                bold.extend([opening..opening + 2, closing..closing + 2]);
                idx += 2;
            } else {
                idx += 1;
            }
        }
        bold
    }
}

/// Where two asterisks stand, no more and no less.
fn doubles(folded: &[char]) -> Vec<usize> {
    let is_double = |idx: &usize| {
        folded[*idx] == '*'
            && folded.get(idx + 1) == Some(&'*')
            && folded.get(idx + 2) != Some(&'*')
            && (*idx == 0 || folded[idx - 1] != '*')
    };
    (0..folded.len()).filter(is_double).collect()
}

/// What only a mask goes on with: 市 of `**市`, % of `**%`.
fn is_measured(folded: &[char], end: usize) -> bool {
    let unit = folded.get(end).is_some_and(|c| "省市县区镇乡村州局厅%年月日亿万个届".contains(*c));
    unit && !is_level_word(&folded[end..])
}

/// `**坚持底线思维**，` begins at an edge, and what is bold is words without a 。 in them.
fn is_bold(folded: &[char], opening: usize, closing: usize) -> bool {
    let begins = opening == 0 || !folded[opening - 1].is_alphanumeric();
    let one_phrase = !folded[opening + 2..closing - 1].contains(&'。');
    begins && one_phrase && holds_words(folded, opening, closing) && !is_measured(folded, opening + 2)
}

/// `**要点**`, but `**县**` is two masks.
fn holds_words(folded: &[char], opening: usize, closing: usize) -> bool {
    let inner = &folded[opening + 2..closing];
    let level = inner.first().is_some_and(|c| "省市县区镇乡村州局厅".contains(*c));
    inner.len() >= 2
        && !inner.first().is_some_and(|c| is_blank(*c))
        && !inner.last().is_some_and(|c| is_blank(*c))
        && (!level || is_level_word(inner))
}

/// Words that begin like the level of a place and name none.
const LEVEL_WORDS: [&str; 20] = [
    "市场", "市民", "市容", "市直", "市级", "县域", "县直", "县级", "区域", "区级", "区直", "乡村", "乡镇",
    "镇域", "村民", "村级", "村居", "省级", "省直", "局面",
];

fn is_level_word(text: &[char]) -> bool {
    LEVEL_WORDS.iter().any(|word| word.chars().enumerate().all(|(idx, c)| text.get(idx) == Some(&c)))
}

/// `**` `＊＊＊`, and one alone before a unit or an office: *月*日, *书记
pub(super) fn asterisks(line: &Line<'_>, at: usize) -> Option<usize> {
    let end = line.run(at, "*");
    if end == at || line.bold.iter().any(|bold| bold.contains(&at)) {
        return None;
    }
    let unit = line.at(end).is_some_and(|c| "年月日省市县区镇乡村局%万亿元个届次".contains(c));
    let figure = line.before(at).is_some_and(|c| c.is_ascii_alphanumeric());
    let office = OFFICES.iter().any(|office| line.starts_with(end, office));
    (end >= at + 2 || (unit || office) && !figure).then_some(end)
}
