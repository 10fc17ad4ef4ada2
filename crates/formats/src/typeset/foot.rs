//! Where the number of a page stands: — 1 —

use super::points;
use crate::house_style::{Align, HouseStyle};

/// How far above its lower edge the middle of a line stands, in sizes: half of the height
/// that Word gives a line of a Chinese font, 1.3 of its size.
const MIDDLE: f64 = 0.65;

/// How far above the baseline a dash stands, in sizes.
const DASH: f64 = 0.38;

/// The number at the foot of a page. Positions are in points from the upper left corner.
#[derive(Clone, Debug, PartialEq)]
pub struct Foot {
    /// The number with its marks.
    pub text: String,
    /// Its left edge.
    pub x: f64,
    /// What it stands on.
    pub baseline: f64,
    /// Its size in points.
    pub size: f64,
}

/// The foot of a page, from 1, where the style has one. `width` tells how wide a text is in
/// the font and size of the number.
pub fn foot(page: usize, style: &HouseStyle, width: impl Fn(&str, f64) -> f64) -> Option<Foot> {
    let number = style.page_number.as_ref()?;
    let size = f64::from(number.size) / 2.0;
    let text = format!("{}{page}{}", number.before, number.after);
    let (left, right) = (points(style.page.left), points(style.page.width - style.page.right));
    let indent = f64::from(number.indent) / 100.0 * size;
    let x = match if page % 2 == 1 { number.odd } else { number.even } {
        Align::Left | Align::Both => left + indent,
        Align::Centre => (left + right - width(&text, size)) / 2.0,
        Align::Right => right - indent - width(&text, size),
    };
    let baseline = points(style.page.height) - points(style.page.footer) + (DASH - MIDDLE) * size;
    Some(Foot { text, x, baseline, size })
}
