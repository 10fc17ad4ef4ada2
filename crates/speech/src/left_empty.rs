//! 留空. A field that the writer has decided to leave empty: it is decided, so no check asks
//! for it again, and what is read in its slots is told here.
//!
//! ```text
//! 签名：____        a line to write on stays as it is
//! 增长⟦X⟧%          ＿＿%: what a unit hangs on becomes a line to write on
//! （⟦X⟧月⟦X⟧日）      （＿＿月＿＿日）
//! ⟦XX⟧同志          同志: a blank that nothing hangs on is dropped
//! ```

use crate::speech::{Field, FieldKind};
use crate::text::half_width;

/// A line of two characters to write on, in the width of the words around it.
const LINE: &str = "＿＿";

/// What is read in a slot of a field that is left empty.
pub(crate) fn shown(field: &Field, as_written: &str) -> String {
    let is_line = !as_written.is_empty() && as_written.chars().map(half_width).all(|c| c == '_');
    if is_line {
        return as_written.to_owned();
    }
    let measured = matches!(
        field.kind,
        FieldKind::Percent | FieldKind::Money | FieldKind::Number | FieldKind::Ordinal | FieldKind::Date
    );
    if measured || field.unit.is_some() { LINE.to_owned() } else { String::new() }
}

/// What is read in a slot: its value, what stands there where it is left empty, else the
/// placeholder.
pub(crate) fn slot_text(field: Option<&Field>, as_written: &str) -> String {
    match field {
        Some(field) if field.is_left_empty() => shown(field, as_written),
        Some(Field { value: Some(value), .. }) => value.clone(),
        _ => as_written.to_owned(),
    }
}
