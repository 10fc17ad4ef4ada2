//! How Chinese words are spelled with letters: 导出 is `daochu`, or `dc` in short.

use pinyin::ToPinyinMulti;

/// A word as it is typed with letters.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Spelled {
    /// The syllables of each character that has some, without tones: `dao chu`; each way in
    /// which it can be read, the usual one first.
    pub syllables: Vec<Vec<&'static str>>,
}

/// Spells a text; what is no Chinese character is passed over.
pub fn spelled(text: &str) -> Spelled {
    let readings = |c: char| {
        let mut all: Vec<&'static str> = c.to_pinyin_multi()?.into_iter().map(|one| one.plain()).collect();
        all.dedup();
        Some(all)
    };
    Spelled { syllables: text.chars().filter_map(readings).collect() }
}

impl Spelled {
    /// Whether letters spell a row of its characters, each by a whole syllable or by the
    /// beginning of one: `dc`, `daoc` and `chu` for 导出.
    pub fn holds(&self, letters: &str) -> bool {
        let letters: String = letters.to_lowercase();
        !letters.is_empty() && (0..self.syllables.len()).any(|from| begins(&self.syllables[from..], &letters))
    }
}

/// Whether letters spell the first characters.
fn begins(syllables: &[Vec<&'static str>], letters: &str) -> bool {
    let Some((first, rest)) = syllables.split_first() else { return letters.is_empty() };
    letters.is_empty()
        || first.iter().any(|syllable| {
            let most = letters.bytes().zip(syllable.bytes()).take_while(|(a, b)| a == b).count();
            (1..=most).any(|taken| begins(rest, &letters[taken..]))
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn holds(text: &str, letters: &str, expected: bool) {
        assert_eq!(spelled(text).holds(letters), expected, "{text} {letters}");
    }

    #[test]
    fn letters_spell_what_is_meant() {
        holds("导出", "dc", true);
        holds("导出", "daochu", true);
        holds("导出", "daoc", true);
        holds("导出", "chu", true);
        holds("导出", "co", false);
        holds("导出", "", false);
        holds("导出 Word", "dc", true);
        holds("重复", "chongfu", true);
        holds("重要", "zy", true);
        holds("新草稿", "xcg", true);
        holds("新草稿", "xg", false);
    }
}
