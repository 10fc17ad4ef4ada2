//! The part of styles: one for each role.

use super::markup::{
    DECLARATION, NAMESPACES, NOTE_ID, outline_level, push, push_fonts, push_paragraph_look,
    push_spacing_and_size, style_id, style_name,
};
use super::numbering::push_place;
use crate::house_style::HouseStyle;
use crate::page::{NOTE_STYLE, Role};

/// The part of styles of a house style.
pub(super) fn styles(style: &HouseStyle, is_counted: bool) -> String {
    let body = style.dress(Role::Body);
    let mut xml = format!("{DECLARATION}<w:styles {NAMESPACES}><w:docDefaults><w:rPrDefault><w:rPr>");
    push_fonts(&mut xml, &body.font, &body.latin);
    push_spacing_and_size(&mut xml, 0, body.size);
    xml.push_str("<w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault><w:pPrDefault/></w:docDefaults>");
    xml.push_str("<w:style w:type=\"paragraph\" w:default=\"1\" w:styleId=\"Normal\"><w:name w:val=\"Normal\"/><w:qFormat/><w:pPr><w:widowControl w:val=\"0\"/><w:jc w:val=\"both\"/></w:pPr></w:style>");
    Role::ALL.into_iter().for_each(|role| push_style(&mut xml, role, style, is_counted));
    if let Some(aloud) = &style.read_aloud {
        push_note_style(&mut xml, aloud.note_size);
    }
    xml.push_str("</w:styles>");
    xml
}

/// The style of what is not of the text: pinyin, numbers in words, pauses, minutes.
fn push_note_style(xml: &mut String, size: u32) {
    push(
        xml,
        format_args!(
            "<w:style w:type=\"character\" w:customStyle=\"1\" w:styleId=\"{NOTE_ID}\"><w:name w:val=\"{NOTE_STYLE}\"/><w:qFormat/><w:rPr>"
        ),
    );
    push_spacing_and_size(xml, 0, size);
    xml.push_str("</w:rPr></w:style>");
}

fn push_style(xml: &mut String, role: Role, style: &HouseStyle, is_counted: bool) {
    let dress = style.dress(role);
    let (id, name) = (style_id(role), style_name(role));
    // Word's own styles are known by their names; others say that they are custom.
    let custom = if name.is_ascii() { "" } else { " w:customStyle=\"1\"" };
    let next = match role {
        Role::Heading(_) | Role::Salutation => style_id(Role::Body),
        _ => id,
    };
    push(
        xml,
        format_args!(
            "<w:style w:type=\"paragraph\"{custom} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/><w:basedOn w:val=\"Normal\"/><w:next w:val=\"{next}\"/><w:qFormat/><w:pPr>"
        ),
    );
    let outline_level = outline_level(role);
    if outline_level.is_some() {
        xml.push_str("<w:keepNext/>");
    }
    if is_counted {
        push_place(xml, role, true);
    }
    push_paragraph_look(xml, dress, false);
    if let Some(level) = outline_level {
        push(xml, format_args!("<w:outlineLvl w:val=\"{level}\"/>"));
    }
    xml.push_str("</w:pPr><w:rPr>");
    push_fonts(xml, &dress.font, &dress.latin);
    if dress.bold {
        xml.push_str("<w:b/><w:bCs/>");
    }
    push_spacing_and_size(xml, dress.spacing, dress.size);
    xml.push_str("</w:rPr></w:style>");
}
