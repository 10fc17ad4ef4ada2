//! A page, drawn: characters, the lines of tables, what is not filled yet.

use super::fonts::{Face, Fonts};
use crate::house_style::HouseStyle;
use crate::typeset::{Look, Placed, Row, Sheet};
use krilla::color::{luma, rgb};
use krilla::geom::{PathBuilder, Point, Rect};
use krilla::num::NormalizedF32;
use krilla::paint::{Fill, Stroke};
use krilla::surface::Surface;
use krilla::text::{GlyphId, KrillaGlyph};
use std::rc::Rc;

/// How thick the lines of a table are: half a point, as Word's.
const RULE: f32 = 0.5;

/// How much thicker a font is drawn that has no bold: a thirty-sixth of its size.
const BOLD: f64 = 1.0 / 36.0;

/// Word's yellow of a text marker.
const MARKER: (u8, u8, u8) = (255, 255, 0);

/// Draws all of a page but its number.
pub(super) fn sheet(surface: &mut Surface<'_>, sheet: &Sheet, style: &HouseStyle, fonts: &Fonts<'_>) {
    for rule in &sheet.rules {
        let mut path = PathBuilder::new();
        path.move_to(rule.from.0 as f32, rule.from.1 as f32);
        path.line_to(rule.to.0 as f32, rule.to.1 as f32);
        let Some(path) = path.finish() else { continue };
        surface.set_fill(None);
        surface.set_stroke(Some(Stroke {
            paint: luma::Color::black().into(),
            width: RULE,
            ..Stroke::default()
        }));
        surface.draw_path(&path);
    }
    for row in &sheet.rows {
        mark(surface, row, style);
        text(surface, row, style, fonts);
    }
}

/// The ground of slots that nobody filled.
fn mark(surface: &mut Surface<'_>, row: &Row, style: &HouseStyle) {
    for open in row.characters.chunk_by(|one, next| one.look == next.look) {
        let (Some(first), Some(last)) = (open.first(), open.last()) else { continue };
        if !first.look.open {
            continue;
        }
        let size = first.look.size(style);
        let rect = Rect::from_ltrb(
            first.x as f32,
            (row.baseline - 0.88 * size) as f32,
            (last.x + last.width) as f32,
            (row.baseline + 0.12 * size) as f32,
        );
        let mut path = PathBuilder::new();
        rect.into_iter().for_each(|rect| path.push_rect(rect));
        let Some(path) = path.finish() else { continue };
        let (red, green, blue) = MARKER;
        surface.set_stroke(None);
        surface.set_fill(Some(fill(rgb::Color::new(red, green, blue).into())));
        surface.draw_path(&path);
    }
}

/// The characters of a row, as many at a time as have the font in common.
fn text(surface: &mut Surface<'_>, row: &Row, style: &HouseStyle, fonts: &Fonts<'_>) {
    let mut stretch: Vec<(Placed, u32)> = Vec::new();
    let mut of: Option<(Rc<Face>, Look)> = None;
    for placed in &row.characters {
        let Some(glyph) = fonts.of_look(placed.character, placed.look) else { continue };
        let same =
            of.as_ref().is_some_and(|(face, look)| Rc::ptr_eq(face, &glyph.face) && *look == placed.look);
        if !same {
            if let Some((face, look)) = &of {
                draw(surface, &stretch, face, look.size(style), row.baseline);
            }
            stretch.clear();
            of = Some((glyph.face, placed.look));
        }
        stretch.push((*placed, glyph.id));
    }
    if let Some((face, look)) = &of {
        draw(surface, &stretch, face, look.size(style), row.baseline);
    }
}

/// Draws a line of characters, as many at a time as have the font in common.
pub(super) fn stretches(
    surface: &mut Surface<'_>,
    line: &[(Rc<Face>, Placed, u32)],
    size: f64,
    baseline: f64,
) {
    for stretch in line.chunk_by(|one, next| Rc::ptr_eq(&one.0, &next.0)) {
        let characters: Vec<(Placed, u32)> = stretch.iter().map(|(_, placed, id)| (*placed, *id)).collect();
        if let Some((face, ..)) = stretch.first() {
            draw(surface, &characters, face, size, baseline);
        }
    }
}

/// Draws characters of one font.
fn draw(surface: &mut Surface<'_>, stretch: &[(Placed, u32)], face: &Face, size: f64, baseline: f64) {
    let Some((first, _)) = stretch.first() else { return };
    let text: String = stretch.iter().map(|(placed, _)| placed.character).collect();
    let mut at_bytes = 0;
    let mut glyphs = Vec::with_capacity(stretch.len());
    for (idx, (placed, id)) in stretch.iter().enumerate() {
        let next = stretch.get(idx + 1).map_or(placed.x + placed.width, |(next, _)| next.x);
        let end_bytes = at_bytes + placed.character.len_utf8();
        let advance = ((next - placed.x) / size) as f32;
        glyphs.push(KrillaGlyph::new(GlyphId::new(*id), advance, 0.0, 0.0, 0.0, at_bytes..end_bytes, None));
        at_bytes = end_bytes;
    }
    let black = || luma::Color::black().into();
    surface.set_fill(Some(fill(black())));
    let bolder = Stroke { paint: black(), width: (size * BOLD) as f32, ..Stroke::default() };
    surface.set_stroke(face.thin.then_some(bolder));
    let start = Point::from_xy(first.x as f32, baseline as f32);
    surface.draw_glyphs(start, &glyphs, face.font.clone(), &text, size as f32, false);
}

fn fill(paint: krilla::paint::Paint) -> Fill {
    Fill { paint, opacity: NormalizedF32::ONE, ..Fill::default() }
}
