//! The number at the foot of a page: — 1 —

use super::draw::stretches;
use super::fonts::Fonts;
use crate::house_style::{Align, HouseStyle};
use crate::typeset::points;
use krilla::surface::Surface;

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
    let placed = |x: f64| fonts.line(&text, &number.font, x, size, style);
    let width: f64 = placed(0.0).iter().map(|(_, placed, _)| placed.width).sum();
    let (left, right) = (points(style.page.left), points(style.page.width - style.page.right));
    let indent = f64::from(number.indent) / 100.0 * size;
    let x = match if page % 2 == 1 { number.odd } else { number.even } {
        Align::Left | Align::Both => left + indent,
        Align::Centre => (left + right - width) / 2.0,
        Align::Right => right - indent - width,
    };
    let baseline = points(style.page.height - style.page.footer) + (DASH - MIDDLE) * size;
    stretches(surface, &placed(x), size, baseline);
}
