//! Automatic numbering: 一、 and （二） that Word counts and no text holds.
//!
//! A paragraph names a list and a level; the list's definition says how each level
//! counts. Lists of one definition count on together, unless a list says that it
//! starts anew. A level starts anew below each number of a level above it.

use super::number_format::{Gap, spelled};
use std::collections::{HashMap, HashSet};

/// Word's lists have nine levels.
pub(super) const N_LEVELS: usize = 9;

/// The lists of a document, and how far each has counted.
#[derive(Debug, Default)]
pub(super) struct Numbering {
    pub(super) definitions: HashMap<u32, Definition>,
    pub(super) lists: HashMap<u32, List>,
    counts: HashMap<u32, [Option<u32>; N_LEVELS]>,
    /// The lists that have begun.
    begun: HashSet<u32>,
}

/// How the levels of a list count.
#[derive(Clone, Debug, Default)]
pub(super) struct Definition {
    pub(super) levels: [Level; N_LEVELS],
    /// The style that has the real definition.
    pub(super) style: Option<String>,
}

#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) start: u32,
    pub(super) format: String,
    /// `%1.%2`: the numbers of levels 1 and 2 in their places.
    pub(super) text: String,
    pub(super) gap: Gap,
    /// All numbers in Arabic digits.
    pub(super) legal: bool,
    /// Starts anew only below levels up to this one, from 1; 0 is never.
    pub(super) restart: Option<usize>,
    /// The style whose paragraphs are of this level.
    pub(super) style: Option<String>,
}

impl Default for Level {
    fn default() -> Self {
        Self {
            // The standard says 0 here; whoever leaves it out means 1.
            start: 1,
            format: "decimal".to_owned(),
            text: String::new(),
            gap: Gap::Tab,
            legal: false,
            restart: None,
            style: None,
        }
    }
}

/// A list: a definition, and where it differs from it.
#[derive(Clone, Debug, Default)]
pub(super) struct List {
    pub(super) definition: u32,
    pub(super) starts: [Option<u32>; N_LEVELS],
    pub(super) levels: [Option<Level>; N_LEVELS],
}

/// A number's text is a few characters; a longer one is no number, and would make
/// much out of little.
pub(super) const MAX_TEXT_CHARACTERS: usize = 64;

impl Numbering {
    /// Counts a paragraph of a list and gives what Word writes before its text, with
    /// the blank between; nothing for a bullet, or a list that isn't there.
    ///
    /// A paragraph that names no level has the one that is meant for its style.
    /// `list_of_style` gives the list that a style names.
    pub(super) fn next(
        &mut self,
        list: u32,
        level: Option<usize>,
        style: Option<&str>,
        list_of_style: impl Fn(&str) -> Option<u32>,
    ) -> Option<String> {
        let this = self.lists.get(&list)?;
        let mut definition_id = this.definition;
        let linked = self.definitions.get(&definition_id).and_then(|it| it.style.as_deref());
        if let Some(real) = linked.and_then(list_of_style).and_then(|list| self.lists.get(&list)) {
            definition_id = real.definition;
        }
        let definition = self.definitions.get(&definition_id)?;
        let of_style = || {
            let style = style?;
            definition.levels.iter().position(|level| level.style.as_deref() == Some(style))
        };
        let level_idx = level.or_else(of_style).unwrap_or_default().min(N_LEVELS - 1);
        let level_at = |idx: usize| this.levels[idx].as_ref().unwrap_or(&definition.levels[idx]);
        let start_at = |idx: usize| this.starts[idx].unwrap_or(level_at(idx).start);

        let counts = self.counts.entry(definition_id).or_default();
        if self.begun.insert(list) {
            // A list with a start of its own starts there, however far others are.
            for idx in (0..N_LEVELS).filter(|idx| this.starts[*idx].is_some()) {
                counts[idx] = None;
            }
        }
        counts[level_idx] =
            Some(counts[level_idx].map_or(start_at(level_idx), |count| count.saturating_add(1)));
        for (below_idx, count) in counts.iter_mut().enumerate().skip(level_idx + 1) {
            if level_at(below_idx).restart.is_none_or(|restart| level_idx < restart) {
                *count = None;
            }
        }

        let level = level_at(level_idx);
        if level.format == "bullet" {
            return None;
        }
        let number_of = |idx: usize| {
            let format = if level.legal { "decimal" } else { level_at(idx).format.as_str() };
            spelled(counts[idx].unwrap_or_else(|| start_at(idx)), format)
        };
        level.written(number_of)
    }
}

impl Level {
    /// What is written before the text: 一、提高认识 stands close, 1. 提高认识 apart.
    fn written(&self, number_of: impl Fn(usize) -> String) -> Option<String> {
        let mut written = String::new();
        let mut rest = self.text.chars().peekable();
        while let Some(character) = rest.next() {
            let place = rest.peek().and_then(|digit| digit.to_digit(10)).filter(|place| *place > 0);
            match place {
                Some(place) if character == '%' => {
                    rest.next();
                    written.push_str(&number_of(place as usize - 1));
                }
                _ => written.push(character),
            }
        }
        self.gap.part(&mut written);
        (!written.is_empty()).then_some(written)
    }
}
