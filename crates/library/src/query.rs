//! What the writer typed into the search line: `营商环境 -招商 “放管服” year:2020`.
//! Reading it never fails; what has no special meaning is text.

use crate::document::DocumentKind;
use crate::region::Region;
use speech::text::{half_width, is_blank};
use std::fmt;

/// A query, understood. All its parts must hold for a passage to be found.
///
/// Printed, it is the notation that the writer sees as "understood", and reading
/// that again gives the same query.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Query {
    /// The parts in the order typed. None: nothing is asked for and nothing found.
    pub parts: Vec<Part>,
}

/// One condition of a query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// `-`: the condition must not hold.
    pub without: bool,
    /// The condition.
    pub what: What,
}

/// What a condition asks for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum What {
    /// A word between blanks or marks, not empty.
    Word(String),
    /// What stood in quotes, blanks and marks included, not empty.
    Literal(String),
    /// `kind:draft`
    Kind(DocumentKind),
    /// `year:2020`
    Year(i32),
    /// `section:heading`
    Section(Region),
}

impl Query {
    /// Reads what was typed. Words are split at blanks; marks outside quotes split
    /// them too and mean nothing else, but a mark between two Latin letters or digits
    /// stays (`3.75`, `COVID-19`). A query of nothing but marks means those marks.
    pub fn read(typed: &str) -> Self {
        let mut parts = Vec::new();
        let mut rest = typed;
        let mut after_blank = true;
        while let Some(first) = rest.chars().next() {
            if is_blank(first) {
                rest = &rest[first.len_utf8()..];
                after_blank = true;
                continue;
            }
            let without = after_blank && excludes(rest);
            if without {
                rest = &rest[first.len_utf8()..];
            }
            after_blank = false;
            if let Some((quoted, after)) = quotation(rest) {
                if !quoted.is_empty() {
                    parts.push(Part { without, what: What::Literal(quoted.to_owned()) });
                }
                rest = after;
                continue;
            }
            let end_bytes = end_of_chunk(rest);
            let (chunk, after) = rest.split_at(end_bytes);
            match filter(chunk) {
                Some(what) => parts.push(Part { without, what }),
                None => parts.extend(
                    plain_words(chunk)
                        .into_iter()
                        .map(|word| Part { without, what: What::Word(word.to_owned()) }),
                ),
            }
            rest = after;
        }
        if parts.is_empty() {
            return Self::literal(speech::text::trim(typed));
        }
        Self { parts }
    }

    /// A query for exactly this text, marks and blanks included. An empty one finds
    /// nothing.
    pub fn literal(text: &str) -> Self {
        let what = What::Literal(text.to_owned());
        Self { parts: if text.is_empty() { Vec::new() } else { vec![Part { without: false, what }] } }
    }
}

/// The notation of a query: its parts with a blank between.
impl fmt::Display for Query {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (part_idx, part) in self.parts.iter().enumerate() {
            let blank = if part_idx > 0 { " " } else { "" };
            let minus = if part.without { "-" } else { "" };
            write!(f, "{blank}{minus}{}", part.what)?;
        }
        Ok(())
    }
}

impl fmt::Display for What {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Word(word) => f.write_str(word),
            Self::Literal(text) if text.contains('”') => write!(f, "\"{text}\""),
            Self::Literal(text) => write!(f, "“{text}”"),
            Self::Kind(kind) => write!(f, "kind:{}", kind.word()),
            Self::Year(year) => write!(f, "year:{year}"),
            Self::Section(region) => write!(f, "section:{}", region.word()),
        }
    }
}

/// A minus before something that can be left out.
fn excludes(rest: &str) -> bool {
    let mut characters = rest.chars().map(half_width);
    characters.next() == Some('-') && characters.next().is_some_and(|next| next != '-' && !is_blank(next))
}

/// What stands in quotes at the beginning, and the rest after them. A quote that is
/// not closed is none.
fn quotation(rest: &str) -> Option<(&str, &str)> {
    let open = rest.chars().next()?;
    let close = match open {
        '“' => '”',
        '"' | '＂' => open,
        _ => return None,
    };
    rest[open.len_utf8()..].split_once(close)
}

/// Where what is typed in one go ends: before a blank or a quotation.
fn end_of_chunk(rest: &str) -> usize {
    let mut ends = rest.char_indices().skip(1);
    let end =
        ends.find(|(at_bytes, character)| is_blank(*character) || quotation(&rest[*at_bytes..]).is_some());
    end.map_or(rest.len(), |(at_bytes, _)| at_bytes)
}

/// `key:value` of a known key with a value that it can have.
fn filter(chunk: &str) -> Option<What> {
    let (key, value) = chunk.split_once([':', '：'])?;
    let key: String = key.chars().map(half_width).collect::<String>().to_lowercase();
    let value: String = value.chars().map(half_width).collect::<String>().to_lowercase();
    match key.as_str() {
        "kind" | "类型" => {
            let (_, kind) = KINDS.iter().find(|(zh, kind)| value == *zh || value == kind.word())?;
            Some(What::Kind(*kind))
        }
        "year" | "年份" => {
            let digits = value.strip_suffix('年').unwrap_or(&value);
            let is_year = digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit());
            is_year.then(|| digits.parse().ok().map(What::Year)).flatten()
        }
        "section" | "位置" => {
            let (_, region) = REGIONS.iter().find(|(zh, region)| value == *zh || value == region.word())?;
            Some(What::Section(*region))
        }
        _ => None,
    }
}

const KINDS: [(&str, DocumentKind); 4] = [
    ("讲话稿", DocumentKind::Speech),
    ("模板", DocumentKind::Template),
    ("范本", DocumentKind::Starter),
    ("草稿", DocumentKind::Draft),
];

const REGIONS: [(&str, Region); 5] = [
    ("标题", Region::Title),
    ("开头", Region::Opening),
    ("小标题", Region::Heading),
    ("正文", Region::Paragraph),
    ("结尾", Region::Closing),
];

/// The words of a chunk, split at marks.
fn plain_words(chunk: &str) -> Vec<&str> {
    let characters: Vec<(usize, char)> = chunk.char_indices().collect();
    let mut words = Vec::new();
    let mut start_bytes = None;
    for (idx, (at_bytes, character)) in characters.iter().enumerate() {
        if !is_mark(*character) || stays(&characters, idx) {
            start_bytes.get_or_insert(*at_bytes);
        } else if let Some(start_bytes) = start_bytes.take() {
            words.push(&chunk[start_bytes..*at_bytes]);
        }
    }
    words.extend(start_bytes.map(|start_bytes| &chunk[start_bytes..]));
    words
}

/// A mark between two Latin letters or digits; a quote never stays.
fn stays(characters: &[(usize, char)], idx: usize) -> bool {
    let latin = |beside: Option<&(usize, char)>| {
        beside.is_some_and(|(_, character)| half_width(*character).is_ascii_alphanumeric())
    };
    let quote = matches!(characters[idx].1, '"' | '＂' | '“' | '”');
    !quote && idx > 0 && latin(characters.get(idx - 1)) && latin(characters.get(idx + 1))
}

/// Punctuation of any script that speeches have. Signs that say something (%, +, ×,
/// ℃, ￥) are none, but % goes with its figure and is not needed to find it.
fn is_mark(character: char) -> bool {
    match half_width(character) {
        '+' | '<' | '=' | '>' | '^' | '|' | '~' | '$' | '`' => false,
        ascii if ascii.is_ascii() => ascii.is_ascii_punctuation(),
        '\u{A1}' | '\u{A7}' | '\u{AB}' | '\u{B6}' | '\u{B7}' | '\u{BB}' | '\u{BF}' => true,
        '\u{2010}'..='\u{2027}' | '\u{2030}'..='\u{205E}' => true,
        '\u{3001}'..='\u{3003}' | '\u{3008}'..='\u{3011}' | '\u{3014}'..='\u{301F}' => true,
        '\u{30FB}' | '\u{FE10}'..='\u{FE19}' | '\u{FE30}'..='\u{FE6B}' | '\u{FF61}'..='\u{FF65}' => true,
        _ => false,
    }
}
