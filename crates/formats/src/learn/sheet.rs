//! The page of a section: paper, margins, grid, and where its feet stand.

use super::said::number;
use crate::house_style::Page;
use crate::xml::attribute;
use quick_xml::events::BytesStart;

/// What the last section says of its page. Lengths are in twips.
#[derive(Clone, Debug, Default)]
pub(super) struct SheetSaid {
    width: Option<u32>,
    height: Option<u32>,
    top: Option<u32>,
    bottom: Option<u32>,
    left: Option<u32>,
    right: Option<u32>,
    header: Option<u32>,
    footer: Option<u32>,
    gutter: u32,
    grid: Option<String>,
    pitch: Option<u32>,
    /// 4096ths of a point by which a cell of the grid is wider than a character.
    character: i64,
    /// The ids of the parts of its feet, with their kind: `default`, `even`, `first`.
    pub(super) feet: Vec<(String, String)>,
    /// It has several columns.
    pub(super) has_columns: bool,
    /// How many sections stand before it.
    pub(super) n_sections: usize,
}

impl SheetSaid {
    /// Another section begins; the one before it is left alone.
    pub(super) fn begin(&mut self) {
        *self = Self { n_sections: self.n_sections, ..Self::default() };
    }

    /// Takes in what an element of `sectPr` says.
    pub(super) fn take(&mut self, name: &str, element: &BytesStart<'_>) {
        // A margin below zero is one that no header pushes away.
        let length = |name| number(element, name).and_then(|twips| u32::try_from(twips.unsigned_abs()).ok());
        let text = |name| attribute(element, name).map(|value| value.into_owned());
        match name {
            "pgSz" => (self.width, self.height) = (length("w"), length("h")),
            "pgMar" => {
                (self.top, self.bottom) = (length("top"), length("bottom"));
                (self.left, self.right) = (length("left"), length("right"));
                (self.header, self.footer) = (length("header"), length("footer"));
                self.gutter = length("gutter").unwrap_or_default();
            }
            "docGrid" => {
                (self.grid, self.pitch) = (text("type"), length("linePitch"));
                self.character = number(element, "charSpace").unwrap_or_default();
            }
            "cols" => self.has_columns = length("num").is_some_and(|columns| columns > 1),
            "footerReference" => {
                let kind = text("type").unwrap_or_else(|| "default".to_owned());
                self.feet.push((kind, text("id").unwrap_or_default()));
            }
            _ => {}
        }
    }

    /// From line to line of its grid; nothing without one.
    pub(super) fn grid(&self) -> Option<u32> {
        let has_lines = self.grid.as_deref().is_some_and(|kind| kind != "default");
        self.pitch.filter(|pitch| has_lines && *pitch > 0)
    }

    /// Twips that its grid puts between characters: none without a grid of characters.
    pub(super) fn spacing(&self) -> i64 {
        let has_cells =
            self.grid.as_deref().is_some_and(|kind| kind == "linesAndChars" || kind == "snapToChars");
        if has_cells { (self.character as f64 / 4096.0 * 20.0).round() as i64 } else { 0 }
    }

    /// The page; A4 with Word's own margins where the file says nothing.
    pub(super) fn page(&self) -> Page {
        Page {
            width: self.width.unwrap_or(11_906),
            height: self.height.unwrap_or(16_838),
            top: self.top.unwrap_or(1_440),
            bottom: self.bottom.unwrap_or(1_440),
            left: self.left.unwrap_or(1_800).saturating_add(self.gutter),
            right: self.right.unwrap_or(1_800),
            header: self.header.unwrap_or(851),
            footer: self.footer.unwrap_or(992),
            grid: self.grid(),
        }
    }
}
