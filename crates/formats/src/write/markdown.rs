//! Markdown: `# ` before the lines of the title, `##` to `#####` before headings of
//! level 1 to 4, a run-in heading in bold before its paragraph, a blank line between
//! lines.
//!
//! What Markdown would take for a mark is escaped, so that the lines come back as
//! they were; slots stay readable.

use crate::page::{Line, Role, lines};
use crate::stars::{may_begin, may_end};
use speech::Speech;

/// The text of a speech; no bytes for a speech without blocks.
pub(super) fn write(speech: &Speech) -> Vec<u8> {
    let mut markdown = String::new();
    let mut above: Option<Role> = None;
    for line in lines(speech) {
        // Rows of one table stay together.
        if above.is_some_and(|above| above != Role::Table || line.role != Role::Table) {
            markdown.push('\n');
        }
        above = Some(line.role);
        push_line(&mut markdown, &line);
        markdown.push('\n');
    }
    markdown.into_bytes()
}

fn push_line(markdown: &mut String, line: &Line) {
    let runs_in = line.runs.iter().any(|run| run.role != line.role);
    let n_marks = match line.role {
        Role::Title => 1,
        Role::Heading(level) if !runs_in => usize::from(level) + 1,
        _ => 0,
    };
    let start_bytes = markdown.len();
    if n_marks > 0 {
        markdown.extend(std::iter::repeat_n('#', n_marks));
        markdown.push(' ');
    }
    // Runs of equal weight are one bold part: marks that touch would be text.
    for stretch in
        line.runs.chunk_by(|a, b| is_bold(a.role, a.strong, runs_in) == is_bold(b.role, b.strong, runs_in))
    {
        let text: String = stretch.iter().map(|run| run.text.as_str()).collect();
        let bold = stretch.first().is_some_and(|run| is_bold(run.role, run.strong, runs_in));
        push_stretch(markdown, &text, bold);
    }
    if n_marks > 0 {
        escape_closing_marks(markdown, start_bytes + n_marks + 1);
    } else {
        escape_start(markdown, start_bytes);
    }
}

/// A run-in heading is bold, as it has no line of its own to stand out on.
fn is_bold(role: Role, strong: bool, runs_in: bool) -> bool {
    strong || (runs_in && matches!(role, Role::Heading(_)))
}

/// What can't stand at the ends of a bold part goes outside.
fn push_stretch(markdown: &mut String, text: &str, bold: bool) {
    let from_inner = text.trim_start_matches(|c| !may_begin(c));
    let inner = from_inner.trim_end_matches(|c| !may_end(c));
    if !bold || inner.is_empty() {
        return push_escaped(markdown, text);
    }
    push_escaped(markdown, &text[..text.len() - from_inner.len()]);
    markdown.push_str("**");
    push_escaped(markdown, inner);
    markdown.push_str("**");
    push_escaped(markdown, &from_inner[inner.len()..]);
}

/// A star could pair with another, and a backslash swallow what follows.
fn push_escaped(markdown: &mut String, text: &str) {
    for character in text.chars() {
        if matches!(character, '*' | '\\') {
            markdown.push('\\');
        }
        markdown.push(character);
    }
}

/// A paragraph that begins as a heading, list, quote, rule or code of Markdown does.
fn escape_start(markdown: &mut String, start_bytes: usize) {
    let line = &markdown[start_bytes..];
    let text = line.trim_start_matches(' ');
    let n_digits = text.len() - text.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    let mark = &text[n_digits..];
    let is_apart = mark.chars().nth(1).is_none_or(|next| next == ' ' || next == '\t');
    let escapes = match mark.chars().next() {
        Some('.' | ')') => n_digits > 0 && is_apart,
        Some('-' | '+') => n_digits == 0 && (is_apart || mark.trim_end().chars().all(|c| c == '-')),
        Some('#' | '>' | '`' | '~') => n_digits == 0,
        _ => false,
    };
    if escapes {
        let at_bytes = start_bytes + line.len() - mark.len();
        markdown.insert(at_bytes, '\\');
    }
}

/// `#`s at the end of a heading would be taken for its closing.
fn escape_closing_marks(markdown: &mut String, text_bytes: usize) {
    let text = &markdown[text_bytes..];
    let trimmed = text.trim_end_matches([' ', '\t']);
    let before = trimmed.trim_end_matches('#');
    let stands_apart = before.is_empty() || before.ends_with([' ', '\t']);
    if before.len() < trimmed.len() && stands_apart {
        let at_bytes = text_bytes + before.len();
        markdown.insert(at_bytes, '\\');
    }
}
