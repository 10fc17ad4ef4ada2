//! Slots that nobody filled as content controls: a press in Word chooses the whole blank, and
//! says what belongs there.

use super::markup::{escaped, push};
use speech::{Field, FieldId};

/// Begins the control of a field. `nth` is another one for each.
pub(super) fn push_begin(xml: &mut String, field: FieldId, fields: &[Field], nth: usize) {
    let label = fields.iter().find(|known| known.id == field).map_or("", |field| field.label.as_str());
    // Word takes 64 characters.
    let label: String = label.chars().take(64).collect();
    xml.push_str("<w:sdt><w:sdtPr>");
    if !label.is_empty() {
        push(xml, format_args!("<w:alias w:val=\"{}\"/>", escaped(&label)));
    }
    push(
        xml,
        format_args!(
            "<w:tag w:val=\"{field}\"/><w:id w:val=\"{nth}\"/><w:showingPlcHdr/><w:text/></w:sdtPr><w:sdtContent>"
        ),
    );
}

/// Ends it.
pub(super) fn push_end(xml: &mut String) {
    xml.push_str("</w:sdtContent></w:sdt>");
}
