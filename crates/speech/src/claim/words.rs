//! The word lists that count claims are read with.

use crate::lexicon::Finder;
use std::collections::HashSet;

/// The lists of `data/announced.txt` and `data/fixed_terms.txt` and the fixed terms of the unit,
/// read once a speech.
pub(super) struct Words {
    shell: HashSet<&'static str>,
    named: HashSet<&'static str>,
    modifier: HashSet<&'static str>,
    never: HashSet<&'static str>,
    verb: HashSet<&'static str>,
    noun_verb: HashSet<&'static str>,
    owner: HashSet<&'static str>,
    /// Fixed terms from each of their numbers on, with the characters before it.
    fixed: Finder<Vec<char>>,
}

/// What a noun tells of the points that it counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Noun {
    /// 意见, 方面: nothing but that points follow.
    Shell,
    /// 底线, 原则: what the points are.
    Named,
    /// A word that is in no list.
    Other,
}

impl Words {
    pub(super) fn read(fixed_terms: &[String]) -> Self {
        let announced = include_str!("../../data/announced.txt");
        let fixed = include_str!("../../data/fixed_terms.txt");
        Self {
            shell: section(announced, "[shell]"),
            named: section(announced, "[named]"),
            modifier: section(announced, "[modifier]"),
            never: section(announced, "[never]"),
            verb: section(announced, "[verb]"),
            noun_verb: section(announced, "[noun verb]"),
            owner: section(announced, "[owner]"),
            fixed: entries(fixed.lines())
                .chain(fixed_terms.iter().map(String::as_str))
                .flat_map(numbers_in)
                .collect(),
        }
    }

    /// Whether the number at a place belongs to a fixed term.
    pub(super) fn is_fixed(&self, characters: &[char], at: usize) -> bool {
        self.fixed.at(&characters[at..]).any(|(_, before)| characters[..at].ends_with(before))
    }

    /// Whether what follows a measure word makes it a time, a rank, a measure.
    pub(super) fn is_never(&self, after: &[char]) -> bool {
        longest(&self.never, after) > 0
    }

    /// Whether words end in a verb that takes the claim after them: 实施三大工程.
    pub(super) fn takes_object(&self, words: &str) -> bool {
        self.noun_verb.contains(words) || ends_with_one_of(&self.verb, words)
    }

    /// Whether words name one who has things: 某某公司三个项目.
    pub(super) fn is_owner(&self, words: &str) -> bool {
        ends_with_one_of(&self.owner, words)
    }

    /// The noun that the characters begin with, with the modifiers before it and the
    /// nouns that go on with it (重点工作, 方面的意见): its last word's kind, its length,
    /// and where its last word begins.
    pub(super) fn noun(&self, after: &[char]) -> Option<(Noun, usize, usize)> {
        let mut at = 0;
        let mut found = None;
        // Six words are more than any claim has.
        for _ in 0..6 {
            let rest = &after[at..];
            let (shell, named) = (longest(&self.shell, rest), longest(&self.named, rest));
            // 三个方面讲, 五个不放过: a word of one character goes on with no noun, and is one
            // only at the end or if it is a plain 事 or 话.
            let short = shell.max(named) == 1;
            let (shell, named) = match found {
                Some(_) if short => (0, 0),
                None if short && !Self::ends(rest, 1) => (shell, 0),
                _ => (shell, named),
            };
            let modifier = longest(&self.modifier, rest);
            let n_noun = shell.max(named);
            if n_noun > 0 && (n_noun >= modifier || Self::ends(rest, n_noun)) {
                let noun = if shell >= named { Noun::Shell } else { Noun::Named };
                found = Some((noun, at + n_noun, at));
                at += n_noun;
            } else if modifier > 0 {
                at += modifier;
            } else if found.is_some() && rest.first() == Some(&'的') {
                at += 1;
            } else {
                break;
            }
        }
        found
    }

    /// Whether a noun of that length ends at a mark.
    fn ends(rest: &[char], n_noun: usize) -> bool {
        rest.get(n_noun).is_none_or(|next| !next.is_alphanumeric())
    }
}

/// How many characters the longest word of a list has that the characters begin with.
fn longest(list: &HashSet<&str>, characters: &[char]) -> usize {
    (1..=characters.len().min(6))
        .rev()
        .find(|n| list.contains(characters[..*n].iter().collect::<String>().as_str()))
        .unwrap_or(0)
}

fn ends_with_one_of(list: &HashSet<&str>, words: &str) -> bool {
    let starts = words.char_indices().rev().take(6).map(|(at_bytes, _)| at_bytes);
    starts.into_iter().any(|at_bytes| list.contains(&words[at_bytes..]))
}

fn entries<'a>(lines: impl Iterator<Item = &'a str>) -> impl Iterator<Item = &'a str> {
    lines.filter(|line| !line.starts_with('#')).flat_map(str::split_whitespace)
}

/// The entries under a title.
fn section(list: &'static str, title: &str) -> HashSet<&'static str> {
    let under = list.lines().skip_while(|line| *line != title).skip(1);
    entries(under.take_while(|line| !line.starts_with('['))).collect()
}

/// A fixed term cut before each of its numbers.
fn numbers_in(term: &str) -> impl Iterator<Item = (&str, Vec<char>)> {
    term.char_indices()
        .filter(|(_, character)| "一二两三四五六七八九十双".contains(*character))
        .map(|(at_bytes, _)| (&term[at_bytes..], term[..at_bytes].chars().collect()))
}
