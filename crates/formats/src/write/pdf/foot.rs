//! The number at the foot of a page: — 1 —

use super::draw::draw;
use super::fonts::{Face, Fonts, Glyph};
use crate::house_style::{Align, HouseStyle};
use crate::page::Role;
use crate::typeset::{Look, Placed, points};
use krilla::surface::Surface;
use std::rc::Rc;

/// How far above its lower edge the middle of a line stands, in sizes: half of the height
/// that Word gives a line of a Chinese font, 1.3 of its size.
const MIDDLE: f64 = 0.65;

/// How far above the baseline a dash stands, in sizes.
const DASH: f64 = 0.38;

/// Draws the number of a page, from 1, where the style has one.
pub(super) fn number(surface: &mut Surface<'_>, page: usize, style: &HouseStyle, fonts: &Fonts<'_>) {
    let Some(number) = &style.page_number else { return };
    let size = f64::from(number.size) / 2.0;
    let text = format!("{}{page}{}", number.before, number.after);
    let body = &style.dress(Role::Body).font;
    let glyphs: Vec<(char, Glyph)> = text
        .chars()
        .filter_map(|character| {
            let glyph = fonts.glyph(character, &number.font, false);
            Some((character, glyph.or_else(|| fonts.glyph(character, body, false))?))
        })
        .collect();
    let width: f64 = glyphs.iter().map(|(_, glyph)| glyph.advance * size).sum();
    let (left, right) = (points(style.page.left), points(style.page.width - style.page.right));
    let indent = f64::from(number.indent) / 100.0 * size;
    let mut x = match if page % 2 == 1 { number.odd } else { number.even } {
        Align::Left | Align::Both => left + indent,
        Align::Centre => (left + right - width) / 2.0,
        Align::Right => right - indent - width,
    };
    let baseline = points(style.page.height - style.page.footer) + (DASH - MIDDLE) * size;
    let look = Look { role: Role::Body, bold: false, open: false };
    let mut placed: Vec<(Rc<Face>, Placed, u32)> = Vec::new();
    for (character, glyph) in glyphs {
        let width = glyph.advance * size;
        placed.push((glyph.face, Placed { character, x, width, look }, glyph.id));
        x += width;
    }
    for stretch in placed.chunk_by(|one, next| Rc::ptr_eq(&one.0, &next.0)) {
        let characters: Vec<(Placed, u32)> = stretch.iter().map(|(_, placed, id)| (*placed, *id)).collect();
        if let Some((face, ..)) = stretch.first() {
            draw(surface, &characters, face, size, baseline);
        }
    }
}
