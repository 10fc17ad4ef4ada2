//! 学版式: a house style told from a Word file that the office likes.
//!
//! ```text
//! 在全县……会议上的讲话     title        方正小标宋简体, 二号, 33 points from line to line
//! 一、提高认识             heading 1    黑体, 三号
//!     各镇要主动作为。      body         仿宋, 三号, in by two characters
//! ```
//!
//! What a line is, [`speech::parse`] says, and not the names of the file's styles: real
//! files call them what they like. Of each kind of line that look is taken which most of its
//! characters have. What a house style can't hold, or the file does not say, is told in
//! words and filled up from the style 讲话稿.

mod dresses;
mod fault;
mod foot;
mod match_lines;
mod said;
mod sheet;
mod styles;
mod walk;

use crate::error::Error;
use crate::format::Format;
use crate::house_style::{HouseStyle, OpenFields};
use crate::limits::Limits;
use crate::page::lines;
use crate::read::package::Package;
use crate::read::{ReadOptions, read};
use crate::sniff::{Content, sniff};
use crate::zip::Container;
use speech::parse::parse;
use speech::{Message, PieceKind, Shown, Speech, shown};

/// What was told from a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Learned {
    /// The style.
    pub style: HouseStyle,
    /// What the file did not say, or says in a way that a style can't hold, and what stands
    /// in its place.
    pub untold: Vec<Message>,
}

/// Tells a house style from a Word file (docx), to be known by that name.
///
/// # Errors
/// [`Error::NotWord`] for any other file, [`Error::HouseStyle`] where what was told can't be
/// a style: no name, lengths beyond Word's. Else as [`read`](fn@crate::read).
pub fn learn_style(bytes: &[u8], name: &str, limits: &Limits) -> Result<Learned, Error> {
    if sniff(bytes, "").ok() != Some(Content::Packed) {
        return Err(Error::NotWord);
    }
    let options = ReadOptions { limits: limits.clone(), ..ReadOptions::default() };
    let extracted = read(bytes, "", &options)?;
    if extracted.format != Format::Docx {
        return Err(Error::NotWord);
    }
    let mut package = Package::open(Container::open(bytes, limits)?, limits)?;
    let themes = match package.related("theme")? {
        Some(part) => said::Theme::read(&part.text, &part.name, limits)?,
        None => said::Theme::default(),
    };
    let styles = match package.related("styles")? {
        Some(part) => styles::Styles::read(&part.text, &part.name, limits)?,
        None => styles::Styles::default(),
    };
    let main = package.main()?;
    let walked = walk::walk(&main.text, &main.name, &styles, limits)?;
    let speech = parse(&extracted.paragraphs).speech;
    let lines = lines(&speech);
    let seen = match_lines::match_lines(&lines, &walked.paragraphs, &themes);
    let sheet = walked.sheet;
    let number = foot::page_number(&mut package, &sheet, &styles, &themes, limits)?;
    let mut untold = Vec::new();
    let dresses = dresses::dresses(&seen, &sheet, &mut untold);
    fault::of_page(&sheet, number.as_ref(), &mut untold);
    let name = name.trim().to_owned();
    let style = HouseStyle {
        chinese_name: name.clone(),
        english_name: name.clone(),
        name,
        numbers: match_lines::numbers(&seen),
        open_fields: OpenFields::default(),
        bold_members: has_bold_members(&speech),
        appendix: false,
        page: sheet.page(),
        page_number: number,
        read_aloud: None,
        lines: dresses,
        instead_of: HouseStyle::speech().instead_of,
    };
    // What can't be written can't be read again either.
    HouseStyle::from_toml(&style.to_toml()?)?;
    Ok(Learned { style, untold })
}

/// Whether the first sentences of most members are bold; as in 讲话稿 where there are none.
fn has_bold_members(speech: &Speech) -> bool {
    let blocks = shown(speech);
    let members: Vec<_> = blocks.iter().filter(|block| block.n_member_sentence() > 0).collect();
    let is_bold = |block: &Shown<'_>| {
        let mut texts = block.pieces.iter().filter(|piece| matches!(piece.kind, PieceKind::Text { .. }));
        texts.next().is_some_and(|piece| piece.kind == PieceKind::Text { strong: true })
    };
    match members.len() {
        0 => HouseStyle::speech().bold_members,
        n_members => members.iter().filter(|block| is_bold(block)).count() * 2 > n_members,
    }
}
