//! What a copy for reading aloud has between its words: | and || where to pause, and in brackets
//! pinyin, numbers in words, minutes. Its runs are of one style, by which they are known.
//!
//! Word goes on in the style of the run that somebody types behind. So not all that is of that
//! style is a note: only those marks are, and what stands in its brackets.

/// Reads the runs of the style in one paragraph after the other.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Notes {
    /// A bracket is open: Word parts runs where it likes.
    in_brackets: bool,
}

impl Notes {
    /// A run is of the text, and all of it.
    pub(super) fn pass_text(&mut self) {
        self.in_brackets = false;
    }

    /// What of a run in the style is of the text.
    pub(super) fn text_of(&mut self, run: &str) -> String {
        let is_text = |character: &char| {
            let was_in_brackets = self.in_brackets;
            match character {
                '（' => self.in_brackets = true,
                '）' => self.in_brackets = false,
                _ => {}
            }
            !was_in_brackets && !matches!(character, '（' | '）' | '|')
        };
        run.chars().filter(is_text).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_and_what_stands_in_brackets_are_notes() {
        for (runs, text) in [
            (&["||"][..], ""),
            (&["（hú）"], ""),
            (&["（3.5分）||"], ""),
            (&["（百分之", "十四点七", "）"], ""),
            (&["|散会前再强调一句。"], "散会前再强调一句。"),
            (&["（hú）好", "|"], "好"),
        ] {
            let mut notes = Notes::default();
            assert_eq!(runs.iter().map(|run| notes.text_of(run)).collect::<String>(), text, "{runs:?}");
        }
    }

    #[test]
    fn a_bracket_that_somebody_broke_ends_with_the_run() {
        let mut notes = Notes::default();
        assert_eq!(notes.text_of("（百分之"), "");
        notes.pass_text();
        assert_eq!(notes.text_of("再说|"), "再说");
    }
}
