//! PDF, made without Word and without a network, with the fonts that this machine has.
//!
//! [`typeset`](crate::typeset) decides where each character stands; here the fonts are
//! found and the characters drawn. Of each font only the characters that occur go into the
//! file, and every one can be selected, searched and read aloud. The headings are the
//! file's outline.
//!
//! The bytes depend on speech, style and the machine's fonts alone: no date, and nobody's
//! name but what the speech says.

mod aloud;
mod draw;
mod fonts;
mod foot;
mod outline;

use super::Written;
use crate::error::Error;
use crate::house_style::HouseStyle;
use crate::page::{Appendix, Line, Role, dressed_lines, lines_behind};
use crate::sketch::counted;
use crate::typeset::{lay_out, points};
use fonts::Fonts;
use krilla::Document;
use krilla::metadata::Metadata;
use krilla::page::PageSettings;
use speech::{Message, Speech};

/// A speech as a PDF file, and which fonts were taken for which.
pub(super) fn write(speech: &Speech, style: &HouseStyle, appendices: &[Appendix]) -> Result<Written, Error> {
    let mut lines = dressed_lines(speech, style);
    lines.extend(lines_behind(appendices));
    let fonts = Fonts::for_style(style)?;
    let layout = lay_out(&lines, style, &fonts);
    let refused = |detail: String| Error::NotWritten { detail };
    let mut document = Document::new();
    let (width, height) = (points(style.page.width), points(style.page.height));
    let n_read: usize = layout.pages.iter().map(|sheet| sheet.n_read).sum();
    let mut n_so_far = 0;
    let mut seen = None;
    for (page_idx, sheet) in layout.pages.iter().enumerate() {
        let settings = PageSettings::from_wh(width as f32, height as f32)
            .ok_or_else(|| refused(format!("no page has {width} by {height} points")))?;
        let mut page = document.start_page_with(settings);
        let mut surface = page.surface();
        draw::sheet(&mut surface, sheet, style, &fonts);
        foot::number(&mut surface, page_idx + 1, style, &fonts);
        n_so_far += sheet.n_read;
        if let Some(options) = &style.read_aloud {
            aloud::marks(&mut surface, sheet, style);
            aloud::early_turns(&mut surface, sheet, options, style, &fonts);
            aloud::minutes(&mut surface, sheet, &lines, &mut seen, options, style, &fonts);
            aloud::foot(&mut surface, n_so_far, n_read, options, style, &fonts);
        }
        surface.finish();
        page.finish();
    }
    document.set_outline(outline::outline(&lines, &layout));
    document.set_metadata(metadata(&lines));
    let bytes = document.finish().map_err(|error| refused(format!("{error:?}")))?;
    let n_pages = Some(counted(layout.pages.len()));
    Ok(Written { bytes, n_pages, warnings: fonts.warnings() })
}

/// Which fonts of a style this machine does not have, and what stands instead of them.
///
/// # Errors
/// [`Error::NoFont`] where there is no Chinese font at all.
pub fn missing_fonts(style: &HouseStyle) -> Result<Vec<Message>, Error> {
    Fonts::instead(style)
}

/// What the file says of itself: its title and its language.
fn metadata(lines: &[Line]) -> Metadata {
    let title: String = lines.iter().filter(|line| line.role == Role::Title).map(Line::text).collect();
    let metadata = Metadata::new().language("zh-CN".to_owned());
    if title.is_empty() { metadata } else { metadata.title(title) }
}
