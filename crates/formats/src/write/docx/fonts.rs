//! The table of fonts: which one to take where one is missing.

use super::markup::{DECLARATION, NAMESPACES, escaped, push};
use crate::house_style::HouseStyle;
use crate::page::Role;
use std::collections::BTreeSet;

/// The part of fonts of a house style.
pub(super) fn font_table(style: &HouseStyle) -> String {
    let dresses = Role::ALL.into_iter().map(|role| style.dress(role));
    let mut chinese: BTreeSet<&str> = dresses.clone().map(|dress| dress.font.as_str()).collect();
    chinese.extend(style.page_number.as_ref().map(|number| number.font.as_str()));
    let latin: BTreeSet<&str> = dresses.map(|dress| dress.latin.as_str()).collect();
    let mut xml = format!("{DECLARATION}<w:fonts {NAMESPACES}>");
    for (font, charset) in
        chinese.iter().map(|font| (font, "86")).chain(latin.difference(&chinese).map(|font| (font, "00")))
    {
        push(&mut xml, format_args!("<w:font w:name=\"{}\">", escaped(font)));
        if let Some(instead) = style.instead_of.get(*font) {
            push(&mut xml, format_args!("<w:altName w:val=\"{}\"/>", escaped(instead)));
        }
        push(&mut xml, format_args!("<w:charset w:val=\"{charset}\"/></w:font>"));
    }
    xml.push_str("</w:fonts>");
    xml
}
