//! The words that count things, right after a number: 户 of X户, 万吨 of X万吨.
//!
//! ```text
//! X项  X部       numbers: 项 and 部 count
//! XX项目  XX部门  names: words that only begin like a measure
//! ```
//!
//! The words are in `data/measures.txt` and `data/no_measures.txt`, read once for a text.

use std::collections::HashMap;

/// Both lists, by the first character of a word.
pub(super) struct Measures {
    measures: HashMap<char, Vec<&'static str>>,
    names: HashMap<char, Vec<&'static str>>,
}

impl Measures {
    pub(super) fn read() -> Self {
        const EXTRA: &str = "届\n次\n号\n师";
        Self {
            measures: by_first(include_str!("../../data/measures.txt").lines().chain(EXTRA.lines())),
            names: by_first(include_str!("../../data/no_measures.txt").lines()),
        }
    }

    /// The longest measure word that a text begins with.
    pub(super) fn measure(&self, text: &str) -> Option<&'static str> {
        let words = self.measures.get(&text.chars().next()?)?;
        words.iter().filter(|word| text.starts_with(**word)).max_by_key(|word| word.len()).copied()
    }

    /// Whether a text begins with a word that counts nothing: 项目, 部长. `scale` is what
    /// stands between the slot and the text: X万村 counts villages, XX村 names one.
    pub(super) fn is_name(&self, text: &str, scale: &str) -> bool {
        let chief = text.chars().nth(1) == Some('长') && !text.starts_with('年');
        let listed = text.chars().next().and_then(|first| self.names.get(&first));
        // X项目标 counts what is aimed at.
        let counts = text.starts_with("项目标");
        let name = listed.is_some_and(|words| words.iter().any(|word| text.starts_with(word)));
        !counts && (chief || name || scale.is_empty() && text.starts_with('村'))
    }
}

fn by_first(words: impl Iterator<Item = &'static str>) -> HashMap<char, Vec<&'static str>> {
    let mut lists: HashMap<char, Vec<&'static str>> = HashMap::new();
    for word in words.filter(|word| !word.starts_with('#')) {
        if let Some(first) = word.chars().next() {
            lists.entry(first).or_default().push(word);
        }
    }
    lists
}
