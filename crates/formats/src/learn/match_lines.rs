//! Which paragraph of the file each line of the speech is, and so which look.

use super::said::{RunSaid, Theme};
use super::walk::Seen;
use crate::house_style::Numbers;
use crate::page::{Line, Role};
use speech::text::{is_blank, length};

/// A stretch of text of one role, with its look.
pub(super) struct Stretch<'a> {
    pub(super) role: Role,
    /// Characters that are no blanks.
    pub(super) n_characters: usize,
    pub(super) font: Option<String>,
    pub(super) latin: Option<String>,
    pub(super) run: &'a RunSaid,
    /// Its paragraph, for the first stretch of a line.
    pub(super) begins: Option<Beginning<'a>>,
}

/// The beginning of a paragraph.
pub(super) struct Beginning<'a> {
    pub(super) seen: &'a Seen,
    /// Wide blanks that its text begins with.
    pub(super) n_blanks: usize,
    /// Word counts it: its number is none of its characters.
    pub(super) is_counted: bool,
}

/// How many paragraphs are looked through for a line. Parts that no reader takes for lines
/// stand between them: rows, text boxes.
const FAR: usize = 200;

/// How many characters Word may have put before a paragraph: the number of a heading.
const NUMERAL: usize = 12;

/// The stretches of all lines of a speech that are found among the paragraphs.
pub(super) fn match_lines<'a>(lines: &[Line], paragraphs: &'a [Seen], theme: &Theme) -> Vec<Stretch<'a>> {
    let mut stretches = Vec::new();
    let mut next = 0;
    for line in lines.iter().filter(|line| line.role != Role::Table) {
        let text = line.text();
        let here = paragraphs[next..].iter().take(FAR).position(|seen| !seen.in_table && is(&text, seen));
        let Some(place) = here else { continue };
        next += place + 1;
        take(line, &text, &paragraphs[next - 1], theme, &mut stretches);
    }
    for seen in paragraphs.iter().filter(|seen| seen.in_table) {
        for (idx, (text, run)) in seen.runs.iter().enumerate() {
            let begins = (idx == 0).then_some(Beginning { seen, n_blanks: 0, is_counted: false });
            stretches.push(stretch(Role::Table, n_seen(text), run, begins, theme));
        }
    }
    stretches.retain(|stretch| stretch.n_characters > 0);
    stretches
}

/// Whether a line is the first of a paragraph, the number before it left out.
fn is(line: &str, seen: &Seen) -> bool {
    let words: String = seen.runs.iter().map(|(text, _)| text.as_str()).collect();
    let first: String =
        words.split('\n').next().unwrap_or_default().chars().filter(|c| !is_blank(*c)).collect();
    let line: String = line.chars().filter(|c| !is_blank(*c)).collect();
    !first.is_empty() && line.ends_with(&first) && length(&line) - length(&first) <= NUMERAL
}

/// Cuts a line where its role or its look changes.
fn take<'a>(line: &Line, text: &str, seen: &'a Seen, theme: &Theme, stretches: &mut Vec<Stretch<'a>>) {
    let mut roles = line.runs.iter().flat_map(|run| run.text.chars().map(|character| (character, run.role)));
    let n_of = |text: &str| n_seen(text);
    let n_words: usize =
        seen.runs.iter().map(|(text, _)| n_of(text.split('\n').next().unwrap_or_default())).sum();
    // The number that Word counts is no character of the paragraph.
    let n_counted = n_of(text).saturating_sub(n_words);
    let mut roles = roles.by_ref().filter(|(character, _)| !is_blank(*character)).skip(n_counted);
    let n_blanks = text.chars().take_while(|character| *character == '　').count();
    let mut begins = Some(Beginning { seen, n_blanks, is_counted: n_counted > 0 });
    for (words, run) in &seen.runs {
        let mut of: Option<(Role, usize)> = None;
        for _ in 0..n_of(words) {
            let Some((_, role)) = roles.next() else { break };
            match &mut of {
                Some((same, n_characters)) if *same == role => *n_characters += 1,
                _ => {
                    if let Some((role, n_characters)) = of {
                        stretches.push(stretch(role, n_characters, run, begins.take(), theme));
                    }
                    of = Some((role, 1));
                }
            }
        }
        if let Some((role, n_characters)) = of {
            stretches.push(stretch(role, n_characters, run, begins.take(), theme));
        }
        if words.contains('\n') {
            break;
        }
    }
}

/// Who counts the headings, for most of them.
pub(super) fn numbers(stretches: &[Stretch<'_>]) -> Numbers {
    let headings = stretches.iter().filter(|stretch| matches!(stretch.role, Role::Heading(_)));
    let beginnings: Vec<_> = headings.filter_map(|stretch| stretch.begins.as_ref()).collect();
    let n_counted = beginnings.iter().filter(|begins| begins.is_counted).count();
    if n_counted * 2 > beginnings.len() { Numbers::Word } else { Numbers::Text }
}

fn n_seen(text: &str) -> usize {
    text.chars().filter(|character| !is_blank(*character) && *character != '\n').count()
}

fn stretch<'a>(
    role: Role,
    n_characters: usize,
    run: &'a RunSaid,
    begins: Option<Beginning<'a>>,
    theme: &Theme,
) -> Stretch<'a> {
    let name = |font: &Option<super::said::Font>| font.as_ref().and_then(|font| theme.name(font));
    Stretch { role, n_characters, font: name(&run.font), latin: name(&run.latin), run, begins }
}
