//! What stands in front of a file's text: its fonts and styles.

use super::charset::Charset;
use crate::read::style_names::{heading_level, is_title};
use std::collections::HashMap;

/// The fonts and styles of a file by their numbers.
#[derive(Debug, Default)]
pub(super) struct Tables {
    /// What the bytes of each font stand for.
    pub(super) charsets: HashMap<i32, Charset>,
    /// The styles.
    styles: HashMap<i32, Style>,
}

/// What a style says.
#[derive(Clone, Debug, Default)]
pub(super) struct Style {
    /// Its name.
    pub(super) name: String,
    /// Its text is bold all over.
    pub(super) bold: bool,
    /// Its level in the outline, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    /// The number of the style that it is based on.
    pub(super) based_on: Option<i32>,
}

/// No office bases a style on another more than a few times; a circle goes on for ever.
const MAX_ANCESTORS: usize = 32;

impl Tables {
    /// What the bytes of a font stand for.
    pub(super) fn charset(&self, font: i32) -> Charset {
        self.charsets.get(&font).copied().unwrap_or(Charset::Document)
    }

    /// Takes in a style.
    pub(super) fn add_style(&mut self, number: i32, mut style: Style) {
        let name = style.name.split(';').next().unwrap_or_default().trim().to_owned();
        style.outline = style.outline.or(heading_level(&name));
        style.name = name;
        self.styles.insert(number, style);
    }

    /// Whether a style is bold all over: then bold text stresses nothing.
    pub(super) fn is_bold(&self, style: i32) -> bool {
        self.styles.get(&style).is_some_and(|style| style.bold)
    }

    /// The level of a style in the outline, from 0.
    pub(super) fn outline(&self, style: i32) -> Option<u8> {
        self.and_above(style).find_map(|style| style.outline)
    }

    /// Whether a style is the one for titles.
    pub(super) fn is_title(&self, style: i32) -> bool {
        self.and_above(style).any(|style| is_title(&style.name))
    }

    fn and_above(&self, style: i32) -> impl Iterator<Item = &Style> {
        let first = self.styles.get(&style);
        std::iter::successors(first, |style| self.styles.get(&style.based_on?)).take(MAX_ANCESTORS)
    }
}
