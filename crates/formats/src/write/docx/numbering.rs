//! Headings that Word counts, for styles that say so: a heading that is moved or added in Word
//! has its right number at once.

use super::markup::{DECLARATION, NAMESPACES, push, push_fonts, push_spacing_and_size, style_id};
use crate::house_style::{HouseStyle, Numbers};
use crate::page::{Line, Role};
use speech::number::numeral_of;

/// The part, for a style whose headings Word counts.
pub(super) fn numbering(style: &HouseStyle) -> String {
    let mut xml = format!(
        "{DECLARATION}<w:numbering {NAMESPACES}><w:abstractNum w:abstractNumId=\"0\"><w:multiLevelType w:val=\"multilevel\"/>"
    );
    let levels = [
        ("chineseCountingThousand", "%1、"),
        ("chineseCountingThousand", "（%2）"),
        ("decimal", "%3."),
        ("decimal", "（%4）"),
    ];
    for (level, (format, text)) in (1..).zip(levels) {
        let role = Role::Heading(level);
        let dress = style.dress(role);
        push(
            &mut xml,
            format_args!(
                "<w:lvl w:ilvl=\"{}\"><w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:pStyle w:val=\"{}\"/><w:suff w:val=\"nothing\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/><w:rPr>",
                level - 1,
                style_id(role)
            ),
        );
        push_fonts(&mut xml, &dress.font, &dress.latin);
        if dress.bold {
            xml.push_str("<w:b/><w:bCs/>");
        }
        push_spacing_and_size(&mut xml, dress.spacing, dress.size);
        xml.push_str("</w:rPr></w:lvl>");
    }
    xml.push_str("</w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num></w:numbering>");
    xml
}

/// Whether Word is to count: the style says so, and Word would come to the same numbers. A
/// document keeps those that its file has.
pub(super) fn is_counted(lines: &[Line], style: &HouseStyle) -> bool {
    style.numbers == Numbers::Word && {
        let mut counts = [0; 4];
        lines.iter().all(|line| match (line.role, line.runs.first()) {
            (Role::Heading(level), Some(run)) if run.numeral => {
                let nth = usize::from(level.clamp(1, 4)) - 1;
                counts[nth] += 1;
                counts[nth + 1..].fill(0);
                run.text == numeral_of(level, counts[nth])
            }
            _ => true,
        })
    }
}

/// What makes a heading one that is counted, or not.
pub(super) fn push_place(xml: &mut String, role: Role, is_counted: bool) {
    let Role::Heading(level) = role else { return };
    match is_counted {
        true => {
            let level = level.clamp(1, 4) - 1;
            push(xml, format_args!("<w:numPr><w:ilvl w:val=\"{level}\"/><w:numId w:val=\"1\"/></w:numPr>"));
        }
        false => xml.push_str("<w:numPr><w:numId w:val=\"0\"/></w:numPr>"),
    }
}
