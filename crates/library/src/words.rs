//! The words of a query that is a whole phrase: `优化营商环境工作` is 优化, 营商, 环境,
//! 工作. Only asked for when nobody said the phrase as it stands.

use jieba_rs::Jieba;
use std::sync::LazyLock;

/// The words of a folded text that carry meaning, each once, in their order. Marks,
/// blanks and the little words (的, 了, 和 …) are left out; a text of nothing else
/// has none.
///
/// Loads the dictionary at its first use, which takes about a tenth of a second.
pub(crate) fn words(folded: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    // Without the guesser for unknown words: it joins what the dictionary lacks to
    // words that nobody wrote.
    for token in JIEBA.cut(folded, false) {
        let word = token.word;
        let says_something = word.chars().any(char::is_alphanumeric) && !LITTLE_WORDS.contains(&word);
        if says_something && !words.iter().any(|known| known == word) {
            words.push(word.to_owned());
        }
    }
    words
}

/// What a sentence needs and a search doesn't.
const LITTLE_WORDS: [&str; 24] = [
    "的", "了", "着", "过", "得", "地", "和", "与", "及", "或", "在", "是", "为", "对", "把", "被", "以",
    "于", "而", "并", "也", "都", "就", "要",
];

static JIEBA: LazyLock<Jieba> = LazyLock::new(Jieba::new);

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_phrase_falls_into_its_words() {
        assert_eq!(words("抓好优化的工作，抓好"), ["抓好", "优化", "工作"]);
        assert!(words("的，。").is_empty());
    }
}
