//! What stands beside the text of a copy that is read aloud: marks where to pause, minutes
//! at the headings and at the foot of the page.

use super::draw::stretches;
use super::fonts::Fonts;
use crate::house_style::{HouseStyle, ReadAloud};
use crate::page::Line;
use crate::typeset::{Sheet, points};
use krilla::color::luma;
use krilla::geom::PathBuilder;
use krilla::paint::Stroke;
use krilla::surface::Surface;
use speech::reading::PauseLength;
use speech::timing;

/// How thick a mark is, in points, and how far the two of a long pause stand apart.
const MARK: f32 = 0.7;
const APART: f64 = 2.4;

/// How dark marks are: seen, but not for letters.
const GREY: u8 = 110;

/// Between the text and the minutes beside it, in points.
const BESIDE: f64 = 6.0;

/// Draws where to pause: one thin line for a short pause, two for a long one.
pub(super) fn marks(surface: &mut Surface<'_>, sheet: &Sheet, style: &HouseStyle) {
    let paint = luma::Color::new(GREY).into();
    surface.set_fill(None);
    surface.set_stroke(Some(Stroke { paint, width: MARK, ..Stroke::default() }));
    for row in &sheet.rows {
        let size = row.characters.first().map_or(0.0, |first| first.look.size(style));
        for (x, length) in &row.pauses {
            let xs = match length {
                PauseLength::Short => vec![*x],
                PauseLength::Long => vec![x - APART / 2.0, x + APART / 2.0],
            };
            for x in xs {
                let mut path = PathBuilder::new();
                path.move_to(x as f32, (row.baseline - 0.85 * size) as f32);
                path.line_to(x as f32, (row.baseline + 0.1 * size) as f32);
                path.finish().into_iter().for_each(|path| surface.draw_path(&path));
            }
        }
    }
}

/// Draws beside each heading how long its section takes. `seen` is the line of the last row
/// that was drawn.
pub(super) fn minutes(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    lines: &[Line],
    seen: &mut Option<usize>,
    options: &ReadAloud,
    style: &HouseStyle,
    fonts: &Fonts<'_>,
) {
    let x = points(style.page.width - style.page.right) + BESIDE;
    let size = f64::from(options.note_size) / 2.0;
    for row in &sheet.rows {
        // A line that goes on from the page before has its minutes there.
        let begins = seen.replace(row.line_idx) != Some(row.line_idx);
        if let Some(minutes) = lines[row.line_idx].aloud.minutes.filter(|_| begins) {
            stretches(surface, &fonts.placed(&format!("{minutes:.1}分"), x, size, style), size, row.baseline);
        }
    }
}

/// Draws beside the text where a page is to be turned early: an arrow, and 早翻.
pub(super) fn early_turns(
    surface: &mut Surface<'_>,
    sheet: &Sheet,
    options: &ReadAloud,
    style: &HouseStyle,
    fonts: &Fonts<'_>,
) {
    let x = points(style.page.width - style.page.right) + BESIDE;
    let size = f64::from(options.note_size) / 2.0;
    for row in sheet.rows.iter().filter(|row| row.turn_early) {
        let placed = fonts.placed("早翻", x, size, style);
        let end = placed.iter().map(|(_, placed, _)| placed.x + placed.width).fold(x, f64::max);
        stretches(surface, &placed, size, row.baseline);
        let mut arrow = PathBuilder::new();
        let (left, middle) = (end + 0.15 * size, row.baseline - 0.38 * size);
        arrow.move_to(left as f32, (middle - 0.35 * size) as f32);
        arrow.line_to((left + 0.5 * size) as f32, middle as f32);
        arrow.line_to(left as f32, (middle + 0.35 * size) as f32);
        arrow.close();
        surface.set_stroke(None);
        arrow.finish().into_iter().for_each(|arrow| surface.draw_path(&arrow));
    }
}

/// Draws at the foot how many minutes are over at the end of the page, and of how many.
pub(super) fn foot(
    surface: &mut Surface<'_>,
    n_so_far: usize,
    n_read: usize,
    options: &ReadAloud,
    style: &HouseStyle,
    fonts: &Fonts<'_>,
) {
    if !options.minutes {
        return;
    }
    let [over, all] = [n_so_far, n_read].map(|n| timing::minutes(n, options.rate));
    let size = f64::from(options.note_size) / 2.0;
    let text = format!("到此{over:.1}分 共{all:.1}分");
    let width: f64 = fonts.placed(&text, 0.0, size, style).iter().map(|(_, placed, _)| placed.width).sum();
    let x = points(style.page.width - style.page.right) - width;
    let baseline = points(style.page.height - style.page.footer) - 0.3 * size;
    stretches(surface, &fonts.placed(&text, x, size, style), size, baseline);
}
