//! What a style, a paragraph or a run says of looks. Each may leave a thing unsaid;
//! then what stands above it decides.

use super::tag::Tag;
use crate::xml::attribute;
use quick_xml::events::BytesStart;

/// What is said of a paragraph.
#[derive(Clone, Debug, Default)]
pub(super) struct ParagraphLook {
    /// It stands in the middle.
    pub(super) centred: Option<bool>,
    /// Its level in the outline, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    /// The list it is numbered in; 0 is none.
    pub(super) list: Option<u32>,
    /// Its level in the list, from 0.
    pub(super) list_level: Option<usize>,
}

/// What is said of a run.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct RunLook {
    /// It is bold.
    pub(super) bold: Option<bool>,
    /// Its size in half-points.
    pub(super) half_points: Option<u32>,
    /// It is not shown.
    pub(super) hidden: Option<bool>,
}

impl ParagraphLook {
    /// Takes in what an element of `pPr` or `numPr` says.
    pub(super) fn take(&mut self, tag: Tag, element: &BytesStart<'_>) {
        match tag {
            Tag::Jc => self.centred = attribute(element, "val").map(|val| val == "center"),
            Tag::OutlineLvl => self.outline = number(element),
            Tag::NumId => self.list = number(element),
            Tag::Ilvl => self.list_level = number(element),
            _ => {}
        }
    }

    /// What is said here, or else above.
    pub(super) fn or(self, above: &Self) -> Self {
        Self {
            centred: self.centred.or(above.centred),
            outline: self.outline.or(above.outline),
            list: self.list.or(above.list),
            list_level: self.list_level.or(above.list_level),
        }
    }
}

impl RunLook {
    /// Takes in what an element of `rPr` says.
    pub(super) fn take(&mut self, tag: Tag, element: &BytesStart<'_>) {
        match tag {
            Tag::Bold => self.bold = Some(is_on(element)),
            Tag::Size => self.half_points = number(element),
            Tag::Vanish => self.hidden = Some(is_on(element)),
            _ => {}
        }
    }

    /// What is said here, or else above.
    pub(super) fn or(self, above: Self) -> Self {
        Self {
            bold: self.bold.or(above.bold),
            half_points: self.half_points.or(above.half_points),
            hidden: self.hidden.or(above.hidden),
        }
    }
}

/// The number that an element says; nothing for what is none.
pub(super) fn number<N: std::str::FromStr>(element: &BytesStart<'_>) -> Option<N> {
    attribute(element, "val")?.trim().parse().ok()
}

/// Whether a switch is on: without a value it is.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !attribute(element, "val").is_some_and(|val| matches!(&*val, "0" | "false" | "off"))
}
