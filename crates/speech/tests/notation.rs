//! Fixtures as fixed points: a text file that holds input and expectation together.
//!
//! ```text
//! --- 一句话说明这一例
//! junk         │ 仅供学习 禁止外传
//! heading 1 一 │ 一、提高认识
//! paragraph    │ ⟦一是⟧e1.1增长⟦X⟧f1%。
//! field f1     │ percent % 增幅
//! ```
//!
//! What stands left of the bar and after a ⟧ is expectation. The runner strips it,
//! runs the program, writes it again, and the file must come out the same.

use speech::text::slice;
use speech::{BlockKind, Paragraph, PieceKind, Role, parse::Parsed, parse::parse, shown::shown};

/// One case of a fixture.
pub struct Case<'a> {
    /// What the case is about, in the writer's words.
    pub title: &'a str,
    /// The lines under it.
    pub lines: Vec<&'a str>,
}

/// The cases of a fixture.
pub fn cases(fixture: &str) -> Vec<Case<'_>> {
    let mut cases: Vec<Case<'_>> = Vec::new();
    for line in fixture.lines() {
        match (line.strip_prefix("--- "), cases.last_mut()) {
            (Some(title), _) => cases.push(Case { title, lines: Vec::new() }),
            (None, Some(case)) => case.lines.push(line),
            (None, None) => panic!("a fixture begins with “--- title”, not with {line}"),
        }
    }
    for case in &mut cases {
        while case.lines.last().is_some_and(|line| line.is_empty()) {
            case.lines.pop();
        }
    }
    cases
}

/// The text of a case, its expectation taken off. A line that is continued (a run-in
/// heading) has its second part on a line of its own, beginning with `+`.
pub fn input(case: &Case<'_>) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for line in &case.lines {
        let (gutter, text) = line.split_once('│').unwrap_or(("", line));
        if gutter.starts_with("field") {
            continue;
        }
        let text = unmark(text.strip_prefix(' ').unwrap_or(text));
        match lines.last_mut().filter(|_| gutter.starts_with('+')) {
            Some(line) => line.push_str(&text),
            None => lines.push(text),
        }
    }
    lines
}

/// A text without its marks: `增长⟦X⟧f1%` → `增长X%`.
pub fn unmark(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (inner, after) = after.split_once('⟧').expect("every ⟦ has its ⟧");
        plain.push_str(before);
        plain.push_str(inner);
        rest = after.trim_start_matches(|c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '.');
    }
    plain + rest
}

/// A case as the program tells it.
pub fn told(title: &str, lines: &[String]) -> String {
    let paragraphs: Vec<Paragraph> = lines.iter().map(Paragraph::plain).collect();
    let parsed = parse(&paragraphs);
    let mut told = format!("--- {title}\n");
    let mut line = 0;
    for (idx, part) in parsed.parts.iter().enumerate() {
        let more = if part.position.line == line { "+ " } else { "" };
        line = part.position.line;
        told.push_str(&format!(
            "{:<12} │ {}\n",
            more.to_owned() + &gutter(&parsed, idx),
            marked(&parsed, idx)
        ));
    }
    for field in &parsed.speech.fields {
        let unit = field.unit.as_deref().map(|unit| format!("{unit} ")).unwrap_or_default();
        told.push_str(&format!(
            "{:<12} │ {} {unit}{}\n",
            format!("field {}", field.id),
            field.kind.word(),
            field.label
        ));
    }
    told
}

fn gutter(parsed: &Parsed, part_idx: usize) -> String {
    let part = &parsed.parts[part_idx];
    let shown = shown(&parsed.speech);
    let block = shown.iter().find(|shown| Some(shown.block.id) == part.block);
    match (part.role, block.map(|shown| (shown.block.kind, shown.number))) {
        (Role::Heading, Some((BlockKind::Heading { level, .. }, Some(number)))) => {
            format!("heading {level} {number}")
        }
        (Role::Heading, Some((BlockKind::Heading { level, .. }, None))) => format!("heading {level} -"),
        (role, _) => role.word().to_owned(),
    }
}

/// The text of a part with its slots and markers marked.
fn marked(parsed: &Parsed, part_idx: usize) -> String {
    let part = &parsed.parts[part_idx];
    let shown = shown(&parsed.speech);
    let Some(block) = shown.iter().find(|shown| Some(shown.block.id) == part.block) else {
        return part.text.clone();
    };
    let mut marked = String::new();
    for (piece, inline) in block.pieces.iter().zip(inlines_of_pieces(block)) {
        match (piece.kind, inline) {
            (PieceKind::Slot { field, .. }, _) => marked.push_str(&format!("⟦{}⟧{field}", piece.text)),
            (PieceKind::Marker { number }, Some(speech::Inline::Marker { series, .. })) => {
                marked.push_str(&format!("⟦{}⟧e{series}.{number}", piece.text));
            }
            _ => marked.push_str(&piece.text),
        }
    }
    marked
}

fn inlines_of_pieces<'a>(block: &speech::Shown<'a>) -> impl Iterator<Item = Option<&'a speech::Inline>> {
    let n_numeral =
        usize::from(matches!(block.pieces.first().map(|piece| piece.kind), Some(PieceKind::Numeral)));
    std::iter::repeat_n(None, n_numeral).chain(block.block.inlines.iter().map(Some))
}

#[test]
fn marks_are_taken_off() {
    assert_eq!(unmark("⟦一是⟧e1.1增长⟦X⟧f12%。"), "一是增长X%。");
    assert_eq!(unmark("没有标记"), "没有标记");
    assert_eq!(slice("没有标记", 0..2), "没有");
}
