//! Places on a page, in points (1/72 inch), the origin below on the left.

/// How one system of coordinates lies in another: `x' = a·x + c·y + e`,
/// `y' = b·x + d·y + f`.
#[derive(Clone, Copy, Debug)]
pub(super) struct Matrix(pub(super) [f64; 6]);

impl Matrix {
    /// Each where it is.
    pub(super) const SAME: Self = Self([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);

    /// A shift.
    pub(super) fn shift(x: f64, y: f64) -> Self {
        Self([1.0, 0.0, 0.0, 1.0, x, y])
    }

    /// This one within another.
    pub(super) fn within(self, outer: Self) -> Self {
        let Self([a, b, c, d, e, f]) = self;
        let Self([oa, ob, oc, od, oe, of]) = outer;
        Self([
            a * oa + b * oc,
            a * ob + b * od,
            c * oa + d * oc,
            c * ob + d * od,
            e * oa + f * oc + oe,
            e * ob + f * od + of,
        ])
    }

    /// Where a point comes to lie.
    pub(super) fn place(self, x: f64, y: f64) -> (f64, f64) {
        let Self([a, b, c, d, e, f]) = self;
        (a * x + c * y + e, b * x + d * y + f)
    }

    /// Whether what is upright stays upright, give or take three degrees, and readable.
    pub(super) fn is_upright(self) -> bool {
        let Self([a, b, c, d, ..]) = self;
        a > 0.0 && d > 0.0 && b.abs() <= 0.05 * a && c.abs() <= 0.4 * d
    }

    /// How tall a unit becomes.
    pub(super) fn height(self) -> f64 {
        let Self([_, _, c, d, ..]) = self;
        c.hypot(d)
    }

    /// The area that a unit square comes to have.
    pub(super) fn area(self) -> f64 {
        let Self([a, b, c, d, ..]) = self;
        (a * d - b * c).abs()
    }
}
