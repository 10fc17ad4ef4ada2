//! 预览: pages of a speech in a house style, as a window can draw them while the style is
//! being made.
//!
//! No font is looked for: a Han character is as wide as it is high, and Latin ones are as
//! wide as in Times, which is what the fonts of offices have, too. So lines and pages end
//! where they do on paper, or a character beside.

use crate::error::Error;
use crate::house_style::HouseStyle;
use crate::page::{Line, dressed_lines};
use crate::typeset::{Layout, Look, Measure, Placed, foot, is_latin, lay_out, points};
use serde::Serialize;
use speech::parse::parse;
use speech::{Paragraph, Speech};
use std::ops::Range;

/// Pages, drawn with strokes of text. Lengths are in points.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Sketch {
    /// How many pages the speech has.
    pub n_pages: u32,
    /// Of each page.
    pub width: f64,
    /// Of each page.
    pub height: f64,
    /// The pages that were asked for.
    pub pages: Vec<SketchedPage>,
}

/// A page.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct SketchedPage {
    /// Its number, from 1.
    pub number: u32,
    /// Its text.
    pub strokes: Vec<Stroke>,
    /// The lines of tables: from left and top to left and top.
    pub rules: Vec<[f64; 4]>,
}

/// Characters of one look in one row.
#[derive(Clone, Debug, PartialEq, Serialize)]
#[cfg_attr(feature = "specta", derive(specta::Type))]
pub struct Stroke {
    /// The role of their line in the words of house styles, `number` for that of the page.
    pub role: String,
    /// The characters.
    pub text: String,
    /// The left edge of each.
    pub xs: Vec<f64>,
    /// What they stand on.
    pub baseline: f64,
    /// Their size.
    pub size: f64,
    /// The fonts to take, the best first.
    pub fonts: Vec<String>,
    /// They are bold.
    pub bold: bool,
    /// They are of a slot that nobody filled.
    pub open: bool,
}

/// Sketches the pages of that range, from 0; those of it that there are.
///
/// # Errors
/// [`Error::HouseStyle`] for a style that can't be.
pub fn sketch(speech: &Speech, style: &HouseStyle, pages: Range<usize>) -> Result<Sketch, Error> {
    let layout = laid_out(&dressed_lines(speech, style), style)?;
    let n_pages = counted(layout.pages.len());
    let asked = layout.pages.iter().enumerate().skip(pages.start).take(pages.len());
    let pages = asked.map(|(idx, sheet)| {
        let rows = sheet.rows.iter().flat_map(|row| {
            let same = |one: &Placed, next: &Placed| {
                one.look == next.look && is_latin(one.character) == is_latin(next.character)
            };
            row.characters.chunk_by(same).filter_map(|part| stroke(part, row.baseline, style))
        });
        let number = idx + 1;
        let strokes = rows.chain(number_stroke(number, style)).collect();
        let number = counted(number);
        let rules = sheet.rules.iter().map(|rule| [rule.from.0, rule.from.1, rule.to.0, rule.to.1]).collect();
        SketchedPage { number, strokes, rules }
    });
    let (width, height) = (points(style.page.width), points(style.page.height));
    Ok(Sketch { n_pages, width, height, pages: pages.collect() })
}

/// Lays lines out without asking for a font.
///
/// # Errors
/// [`Error::HouseStyle`] for a style that can't be.
pub(crate) fn laid_out(lines: &[Line], style: &HouseStyle) -> Result<Layout, Error> {
    style.check()?;
    Ok(lay_out(lines, style, &Squares(style)))
}

/// A speech with a line of every role but a table's, to look at a style with.
pub fn sample() -> Speech {
    let lines: Vec<Paragraph> = include_str!("../styles/sample.txt").lines().map(Paragraph::plain).collect();
    parse(&lines).speech
}

/// No speech has 2³² pages or characters.
pub(crate) fn counted(n: usize) -> u32 {
    u32::try_from(n).unwrap_or(u32::MAX)
}

fn stroke(part: &[Placed], baseline: f64, style: &HouseStyle) -> Option<Stroke> {
    let first = part.first()?;
    let dress = style.dress(first.look.role);
    let font = if is_latin(first.character) { &dress.latin } else { &dress.font };
    Some(Stroke {
        role: first.look.role.word().to_owned(),
        text: part.iter().map(|placed| placed.character).collect(),
        xs: part.iter().map(|placed| tenth(placed.x)).collect(),
        baseline: tenth(baseline),
        size: first.look.size(style),
        fonts: owned(style.alternatives(font)),
        bold: first.look.bold,
        open: first.look.open,
    })
}

fn number_stroke(page: usize, style: &HouseStyle) -> Option<Stroke> {
    let number = style.page_number.as_ref()?;
    let width = |text: &str, size: f64| text.chars().map(|character| squared(character, size)).sum();
    let foot = foot(page, style, width)?;
    let mut x = foot.x;
    let mut xs = Vec::new();
    for character in foot.text.chars() {
        xs.push(tenth(x));
        x += squared(character, foot.size);
    }
    Some(Stroke {
        role: "number".to_owned(),
        text: foot.text,
        xs,
        baseline: tenth(foot.baseline),
        size: foot.size,
        fonts: owned(style.alternatives(&number.font)),
        bold: false,
        open: false,
    })
}

fn owned(names: Vec<&str>) -> Vec<String> {
    names.into_iter().map(str::to_owned).collect()
}

/// A tenth of a point is finer than any screen.
fn tenth(points: f64) -> f64 {
    (points * 10.0).round() / 10.0
}

/// Han characters in squares, Latin ones as in Times.
struct Squares<'a>(&'a HouseStyle);

impl Measure for Squares<'_> {
    fn width(&self, character: char, look: Look) -> f64 {
        squared(character, look.size(self.0))
    }
}

fn squared(character: char, size: f64) -> f64 {
    if !is_latin(character) {
        return size;
    }
    let nth = u32::from(character).saturating_sub(u32::from(' ')) as usize;
    f64::from(TIMES.get(nth).copied().unwrap_or(500)) / 1000.0 * size
}

/// The widths of Times from the blank to the tilde, in thousandths of its size.
const TIMES: [u16; 95] = [
    250, 333, 408, 500, 500, 833, 778, 180, 333, 333, 500, 564, 250, 333, 250, 278, // to /
    500, 500, 500, 500, 500, 500, 500, 500, 500, 500, 278, 278, 564, 564, 564, 444, // to ?
    921, 722, 667, 667, 722, 611, 556, 722, 722, 333, 389, 722, 611, 889, 722, 722, // to O
    556, 722, 667, 556, 611, 722, 722, 944, 722, 722, 611, 333, 278, 333, 469, 500, // to _
    333, 444, 500, 444, 500, 444, 333, 500, 500, 278, 278, 500, 278, 778, 500, 500, // to o
    500, 500, 333, 389, 278, 500, 500, 722, 500, 500, 444, 480, 200, 480, 541, // to ~
];
