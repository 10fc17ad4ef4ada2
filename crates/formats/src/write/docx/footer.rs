//! The foot of the page: its number, outside on right and left pages.

use super::markup::{DECLARATION, NAMESPACES, alignment, escaped, push, push_fonts, push_spacing_and_size};
use crate::house_style::{Align, HouseStyle, PageNumber};

/// Which pages a foot is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Pages {
    /// 1, 3, 5 …
    Odd,
    /// 2, 4, 6 …
    Even,
}

/// The part of a foot; an empty one for a style without page numbers.
pub(super) fn footer(style: &HouseStyle, pages: Pages) -> String {
    let mut xml = format!("{DECLARATION}<w:ftr {NAMESPACES}><w:p>");
    if let Some(number) = &style.page_number {
        push_number(&mut xml, number, pages);
    }
    xml.push_str("</w:p></w:ftr>");
    xml
}

fn push_number(xml: &mut String, number: &PageNumber, pages: Pages) {
    let align = match pages {
        Pages::Odd => number.odd,
        Pages::Even => number.even,
    };
    xml.push_str("<w:pPr>");
    let (chars, twips) = (number.indent, number.indent * number.size / 10);
    match align {
        Align::Left => push(xml, format_args!("<w:ind w:leftChars=\"{chars}\" w:left=\"{twips}\"/>")),
        Align::Right => push(xml, format_args!("<w:ind w:rightChars=\"{chars}\" w:right=\"{twips}\"/>")),
        Align::Centre | Align::Both => {}
    }
    push(xml, format_args!("<w:jc w:val=\"{}\"/></w:pPr>", alignment(align)));
    let before = format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(&number.before));
    let after = format!("<w:t xml:space=\"preserve\">{}</w:t>", escaped(&number.after));
    let runs = [
        before.as_str(),
        "<w:fldChar w:fldCharType=\"begin\"/>",
        "<w:instrText xml:space=\"preserve\"> PAGE </w:instrText>",
        "<w:fldChar w:fldCharType=\"separate\"/>",
        "<w:t>1</w:t>",
        "<w:fldChar w:fldCharType=\"end\"/>",
        after.as_str(),
    ];
    for content in runs {
        xml.push_str("<w:r><w:rPr>");
        push_fonts(xml, &number.font, &number.font);
        push_spacing_and_size(xml, 0, number.size);
        push(xml, format_args!("</w:rPr>{content}</w:r>"));
    }
}
