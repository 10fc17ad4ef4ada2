//! The number at the foot of a page, drawn.

use super::draw::stretches;
use super::fonts::Fonts;
use crate::house_style::HouseStyle;
use crate::typeset::foot;
use krilla::surface::Surface;

/// Draws the number of a page, from 1, where the style has one.
pub(super) fn number(surface: &mut Surface<'_>, page: usize, style: &HouseStyle, fonts: &Fonts<'_>) {
    let Some(number) = &style.page_number else { return };
    let placed = |text: &str, x: f64, size: f64| fonts.line(text, &number.font, x, size, style);
    let width =
        |text: &str, size: f64| placed(text, 0.0, size).iter().map(|(_, placed, _)| placed.width).sum();
    let Some(foot) = foot(page, style, width) else { return };
    stretches(surface, &placed(&foot.text, foot.x, foot.size), foot.size, foot.baseline);
}
