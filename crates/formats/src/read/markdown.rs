//! A line of Markdown, as far as speeches need it: `## 一、提高认识` is a heading,
//! `**一是抓落实。**` is bold, `\*` is a plain `*`. Everything else (bullets, quotes,
//! tables, links) stays as it is typed and can be read so. A `**` without its other
//! half is text: in templates it is a slot, `**县**镇`, `增长**%`.

use crate::stars::{may_begin, may_end};
use speech::{Hints, Paragraph, Span};

/// Reads one line.
pub(super) fn paragraph(line: &str) -> Paragraph {
    let (outline, content) = heading(line);
    let (text, strong) = inline(content);
    Paragraph { text, hints: Hints { outline, strong, ..Hints::default() } }
}

/// The level of a heading and its text: one to six `#` and a blank, three blanks at
/// most before them; `#`s that close it are dropped.
fn heading(line: &str) -> (Option<u8>, &str) {
    let unindented = line.trim_start_matches(' ');
    let content = unindented.trim_start_matches('#');
    let level = unindented.len() - content.len();
    let is_heading = (1..=6).contains(&level)
        && line.len() - unindented.len() <= 3
        && (content.is_empty() || content.starts_with([' ', '\t']));
    if !is_heading {
        return (None, line);
    }
    let content = content.strip_prefix([' ', '\t']).unwrap_or(content);
    let without_marks = content.trim_end_matches([' ', '\t']).trim_end_matches('#');
    let closed = without_marks.len() < content.len()
        && (without_marks.is_empty() || without_marks.ends_with([' ', '\t']));
    let ends_in_marks = content.trim_end_matches([' ', '\t']).ends_with('#');
    let text = if closed && ends_in_marks { without_marks.trim_end_matches([' ', '\t']) } else { content };
    (u8::try_from(level).ok(), text)
}

/// The text without its marks, and the bold parts of it.
fn inline(content: &str) -> (String, Vec<Span>) {
    let tokens = tokens(content);
    let halves = pairs(&tokens);
    let (mut text, mut length) = (String::new(), 0);
    let mut strong: Vec<Span> = Vec::new();
    let mut start = None;
    for (token, is_half) in tokens.iter().zip(halves) {
        match (token, is_half) {
            (Token::Stars { .. }, true) => match start.take() {
                None => start = Some(length),
                Some(start) => strong.push(start..length),
            },
            (Token::Stars { n, .. }, false) => {
                text.extend(std::iter::repeat_n('*', *n));
                length += n;
            }
            (Token::Character(character), _) => {
                text.push(*character);
                length += 1;
            }
        }
    }
    (text, strong)
}

enum Token {
    /// A character, an escaped one without its backslash.
    Character(char),
    /// A run of `*` that may open or close a bold part.
    Stars { n: usize, opens: bool, closes: bool },
}

fn tokens(content: &str) -> Vec<Token> {
    let mut tokens = Vec::with_capacity(content.len() / 3);
    let mut rest = content.chars().peekable();
    let mut before = None;
    while let Some(character) = rest.next() {
        match character {
            '\\' if rest.peek().is_some_and(char::is_ascii_punctuation) => {
                tokens.extend(rest.next().map(Token::Character));
            }
            '*' => {
                let mut n = 1;
                while rest.next_if_eq(&'*').is_some() {
                    n += 1;
                }
                // A single star is a multiplication or a footnote, four are a slot.
                let marks = n == 2 || n == 3;
                let opens = marks && rest.peek().is_some_and(|next| may_begin(*next));
                let closes = marks && before.is_some_and(may_end);
                tokens.push(Token::Stars { n, opens, closes });
            }
            _ => tokens.push(Token::Character(character)),
        }
        before = Some(character);
    }
    tokens
}

/// Which tokens are one half of a pair: an opening run with the next closing one of
/// its length.
fn pairs(tokens: &[Token]) -> Vec<bool> {
    let mut halves = vec![false; tokens.len()];
    let mut open: Option<(usize, usize)> = None;
    for (idx, token) in tokens.iter().enumerate() {
        let Token::Stars { n, opens, closes } = token else { continue };
        match open {
            Some((open_idx, open_n)) if *closes && *n == open_n => {
                halves[open_idx] = true;
                halves[idx] = true;
                open = None;
            }
            None if *opens => open = Some((idx, *n)),
            _ => {}
        }
    }
    halves
}
