//! The words of WordprocessingML for the values of a house style.

use crate::house_style::{Align, Dress};
use crate::page::Role;
use std::fmt::Write;

/// How every part begins.
pub(super) const DECLARATION: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

/// The namespaces of every part. Some programs fail where the second is missing,
/// though nothing in the part uses it.
pub(super) const NAMESPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

/// Text, or the value of an attribute, as XML. What XML can't hold is left out.
pub(super) fn push_escaped(xml: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => xml.push_str("&amp;"),
            '<' => xml.push_str("&lt;"),
            '>' => xml.push_str("&gt;"),
            '"' => xml.push_str("&quot;"),
            '\0'..='\u{1F}' | '\u{FFFE}' | '\u{FFFF}' => {}
            _ => xml.push(character),
        }
    }
}

/// Like [`push_escaped`], as a value of its own.
pub(super) fn escaped(text: &str) -> String {
    let mut xml = String::with_capacity(text.len());
    push_escaped(&mut xml, text);
    xml
}

/// The id of the style for lines of a role. Headings have Word's own.
pub(super) fn style_id(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Byline => "SpeechByline",
        Role::Date => "SpeechDate",
        Role::Salutation => "SpeechSalutation",
        Role::Heading(0 | 1) => "Heading1",
        Role::Heading(2) => "Heading2",
        Role::Heading(3) => "Heading3",
        Role::Heading(_) => "Heading4",
        Role::Body => "SpeechBody",
        Role::Closing => "SpeechClosing",
        Role::Table => "SpeechTable",
    }
}

/// The id of the style of what is not of the text.
pub(super) const NOTE_ID: &str = "LecternNote";

/// The name of the style, as Word lists it. Word shows its own in the user's
/// language; the others must not be called as one of those is (正文, 称呼).
pub(super) fn style_name(role: Role) -> &'static str {
    match role {
        Role::Title => "Title",
        Role::Byline => "讲话人",
        Role::Date => "讲话日期",
        Role::Salutation => "称谓",
        Role::Heading(0 | 1) => "heading 1",
        Role::Heading(2) => "heading 2",
        Role::Heading(3) => "heading 3",
        Role::Heading(_) => "heading 4",
        Role::Body => "讲话正文",
        Role::Closing => "讲话结语",
        Role::Table => "讲话表格",
    }
}

/// The level of a heading in Word's outline, from 0.
pub(super) fn outline_level(role: Role) -> Option<u8> {
    match role {
        Role::Heading(level) => Some(level.clamp(1, 4) - 1),
        _ => None,
    }
}

/// Line height, indent and alignment of a line: the part of `pPr` that style and
/// paragraph have in common. `indented` text brings its own indent.
pub(super) fn push_paragraph_look(xml: &mut String, dress: &Dress, indented: bool) {
    let Dress { line, indent, size, align, before, after, .. } = *dress;
    // Else LibreOffice stretches an exact height to whole lines of the grid.
    push(
        xml,
        format_args!(
            "<w:snapToGrid w:val=\"0\"/><w:spacing w:before=\"{before}\" w:after=\"{after}\" w:line=\"{line}\" w:lineRule=\"exact\"/>"
        ),
    );
    if indent > 0 {
        let chars = if indented { 0 } else { indent };
        // A character is `size / 2` points of 20 twips; the indent counts hundredths.
        push(
            xml,
            format_args!("<w:ind w:firstLineChars=\"{chars}\" w:firstLine=\"{}\"/>", chars * size / 10),
        );
    }
    push(xml, format_args!("<w:jc w:val=\"{}\"/>", alignment(align)));
}

/// The fonts of a run. The hint makes “”, — and … Chinese marks.
pub(super) fn push_fonts(xml: &mut String, font: &str, latin: &str) {
    let (font, latin) = (escaped(font), escaped(latin));
    push(
        xml,
        format_args!(
            "<w:rFonts w:hint=\"eastAsia\" w:ascii=\"{latin}\" w:hAnsi=\"{latin}\" w:eastAsia=\"{font}\" w:cs=\"{latin}\"/>"
        ),
    );
}

/// Distance between characters, and size.
pub(super) fn push_spacing_and_size(xml: &mut String, spacing: i32, size: u32) {
    if spacing != 0 {
        push(xml, format_args!("<w:spacing w:val=\"{spacing}\"/>"));
    }
    push(xml, format_args!("<w:sz w:val=\"{size}\"/><w:szCs w:val=\"{size}\"/>"));
}

/// Word's word for an alignment.
pub(super) fn alignment(align: Align) -> &'static str {
    match align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Both => "both",
    }
}

/// Adds formatted text.
pub(super) fn push(xml: &mut String, text: std::fmt::Arguments<'_>) {
    xml.write_fmt(text).expect("writing to a string never fails");
}
