//! How a document defines its lists ([MS-DOC] 2.9.131 and 2.9.150).

use super::fib::{self, Fib};
use crate::little_endian::{stretch, u16_at, u32_at, utf16};
use crate::read::number_format::Gap;
use crate::read::numbering::{Definition, Level, List, MAX_TEXT_CHARACTERS, N_LEVELS, Numbering};

/// Reads the lists of a document, as far as they can be understood.
pub(super) fn read(table: &[u8], fib: &Fib) -> Numbering {
    let mut numbering = Numbering::default();
    definitions(fib.rest_from(table, fib::LISTS), &mut numbering);
    lists(fib.rest_from(table, fib::LIST_OVERRIDES), &mut numbering);
    numbering
}

/// The definitions: first all their heads, then all their levels.
fn definitions(part: &[u8], numbering: &mut Numbering) -> Option<()> {
    const HEAD_BYTES: usize = 28;
    let n_definitions = usize::from(u16_at(part, 0)?);
    let mut at_bytes = 2 + n_definitions * HEAD_BYTES;
    for idx in 0..n_definitions {
        let head = stretch(part, 2 + idx * HEAD_BYTES, HEAD_BYTES)?;
        let mut definition = Definition::default();
        let n_levels = if head[26] & 1 != 0 { 1 } else { N_LEVELS };
        for (level_idx, level) in definition.levels.iter_mut().take(n_levels).enumerate() {
            let style = u16_at(head, 8 + 2 * level_idx)?;
            *level = read_level(part, &mut at_bytes)?;
            level.style = (style != 0x0FFF).then(|| style.to_string());
        }
        numbering.definitions.insert(u32_at(head, 0)?, definition);
    }
    Some(())
}

/// The lists: first what each is a list of, then where each differs from it.
fn lists(part: &[u8], numbering: &mut Numbering) -> Option<()> {
    const LIST_BYTES: usize = 16;
    let n_lists = (u32_at(part, 0)? as usize).min(part.len() / LIST_BYTES);
    let heads = (0..n_lists).map_while(|idx| stretch(part, 4 + idx * LIST_BYTES, LIST_BYTES));
    let heads: Vec<&[u8]> = heads.collect();
    for (id, head) in (1..).zip(&heads) {
        numbering.lists.insert(id, List { definition: u32_at(head, 0)?, ..List::default() });
    }
    let mut at_bytes = 4 + n_lists * LIST_BYTES;
    for (id, head) in (1_u32..).zip(&heads) {
        at_bytes += 4;
        for _ in 0..head[12] {
            let start = u32_at(part, at_bytes)?;
            let flags = u32_at(part, at_bytes + 4)?;
            at_bytes += 8;
            let level_idx = (flags as usize & 0xF).min(N_LEVELS - 1);
            let list = numbering.lists.get_mut(&id)?;
            if flags & 0x20 != 0 {
                let level = read_level(part, &mut at_bytes)?;
                if flags & 0x10 != 0 {
                    list.starts[level_idx] = Some(level.start);
                }
                list.levels[level_idx] = Some(level);
            } else if flags & 0x10 != 0 {
                list.starts[level_idx] = Some(start);
            }
        }
    }
    Some(())
}

/// Reads a level and steps beyond it.
fn read_level(part: &[u8], at_bytes: &mut usize) -> Option<Level> {
    const HEAD_BYTES: usize = 28;
    let head = stretch(part, *at_bytes, HEAD_BYTES)?;
    let text_at_bytes = *at_bytes + HEAD_BYTES + usize::from(head[24]) + usize::from(head[25]);
    let n_units = usize::from(u16_at(part, text_at_bytes)?);
    let text = stretch(part, text_at_bytes + 2, 2 * n_units)?;
    *at_bytes = text_at_bytes + 2 + 2 * n_units;
    let (legal, never_restarts) = (head[5] & 0x04 != 0, head[5] & 0x08 != 0);
    // A number stands in the text as its level, from 0, in the place of a character.
    let with_places = utf16(text).chars().fold(String::new(), |mut written, character| {
        match u32::from(character) {
            level @ 0..9 => written.extend(['%', char::from_digit(level + 1, 10).unwrap_or('1')]),
            _ => written.push(character),
        }
        written
    });
    Some(Level {
        start: u32_at(head, 0)?,
        format: format(head[4]).to_owned(),
        text: with_places.chars().take(MAX_TEXT_CHARACTERS).collect(),
        gap: match head[15] {
            2 => Gap::Nothing,
            1 => Gap::Space,
            _ => Gap::Tab,
        },
        legal,
        restart: never_restarts.then(|| usize::from(head[26])),
        style: None,
    })
}

/// The names that Word files have for the formats since 2007, by the older numbers
/// ([MS-OSHARED] 2.2.1.3).
fn format(number: u8) -> &'static str {
    match number {
        1 => "upperRoman",
        2 => "lowerRoman",
        3 => "upperLetter",
        4 => "lowerLetter",
        10 => "ideographDigital",
        11 => "japaneseCounting",
        14 => "decimalFullWidth",
        16 => "chineseLegalSimplified",
        17 => "japaneseDigitalTenThousand",
        18 => "decimalEnclosedCircle",
        19 => "decimalFullWidth2",
        22 => "decimalZero",
        23 => "bullet",
        26 => "decimalEnclosedFullstop",
        27 => "decimalEnclosedParen",
        28 => "decimalEnclosedCircleChinese",
        29 => "ideographEnclosedCircle",
        30 => "ideographTraditional",
        31 | 32 => "ideographZodiac",
        33 => "taiwaneseCounting",
        34 => "ideographLegalTraditional",
        35 => "taiwaneseCountingThousand",
        36 => "taiwaneseDigital",
        37 => "chineseCounting",
        38 => "chineseLegalSimplified",
        39 => "chineseCountingThousand",
        40 => "ideographDigital",
        255 => "none",
        _ => "decimal",
    }
}
