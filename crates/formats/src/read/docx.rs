//! Word files since 2007, as Word, WPS, LibreOffice and scripts write them.
//!
//! A line is a paragraph of the body in reading order. A soft break starts a line, a
//! page break doesn't; a row of a table is one line, its cells joined by TAB.
//! Tracked changes are read as if accepted, as they are shown when printed. The
//! number of a numbered paragraph is not in the file's text, yet what the reader
//! sees: it is counted and written in front. Headers, footers, comments and notes
//! are no lines.

mod body;
mod comments;
mod control;
mod flow;
mod look;
mod notes;
mod numbering;
mod styles;
mod tag;
mod trace;

use super::numbering::Numbering;
use crate::error::{Error, LooksLike};
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use crate::read::package::{Package, Part};
use crate::read::properties;
use crate::zip::Container;
use body::{Body, Side, Walked};
use speech::returned::{Returned, ReturnedLine};
use std::collections::HashMap;
use styles::Styles;

/// What Word calls title, author and time of making.
const PROPERTIES: [&str; 3] = ["title", "creator", "created"];

/// Reads a Word file.
pub(super) fn read(container: Container<'_>, limits: &Limits) -> Result<Extracted, Error> {
    let mut file = File::open(container, limits)?;
    let Walked { lines, mut seen, .. } = file.walk(Side::After)?;
    seen.macros = file.package.has_related("vbaProject");
    let metadata = match file.package.properties()? {
        Some(part) => properties::read(&part.text, &part.name, PROPERTIES, limits)?,
        None => Metadata::default(),
    };
    let paragraphs = lines.into_iter().map(|line| line.paragraph).collect();
    Ok(Extracted { format: Format::Docx, encoding: None, paragraphs, metadata, warnings: seen.warnings() })
}

/// Reads a Word file that came back: both its texts, who changed what, and the comments.
pub(super) fn read_returned(container: Container<'_>, limits: &Limits) -> Result<Returned, Error> {
    let mut file = File::open(container, limits)?;
    let comments = match file.package.related("comments")? {
        Some(part) => comments::read(&part.text, &part.name, limits)?,
        None => Vec::new(),
    };
    let after = file.walk(Side::After)?;
    let before = if after.seen.changes { Some(file.walk(Side::Before)?) } else { None };
    let before = before.map(|walked| traced(walked, &comments));
    Ok(Returned { before, after: traced(after, &comments) })
}

/// The lines with the words for what was done in each.
fn traced(walked: Walked, comments: &[comments::Comment]) -> Vec<ReturnedLine> {
    let Walked { lines, changes, comments: met, .. } = walked;
    let said: HashMap<&str, &comments::Comment> =
        comments.iter().map(|comment| (comment.id.as_str(), comment)).collect();
    let line = |line: trace::Line| {
        let mut told = ReturnedLine { paragraph: line.paragraph, ..ReturnedLine::default() };
        for trace in line.traces {
            match trace {
                trace::Trace::Change(idx) if !told.by.contains(&changes[idx]) => {
                    told.by.push(changes[idx].clone())
                }
                trace::Trace::Change(_) => {}
                trace::Trace::Comment(idx) => {
                    let said = said.get(met[idx].id.as_str());
                    told.remarks.extend(said.map(|said| said.remark(&met[idx].about)));
                }
            }
        }
        told
    };
    lines.into_iter().map(line).collect()
}

/// A Word file with what its main part is read by.
struct File<'a> {
    package: Package<'a>,
    main: Part,
    styles: Styles,
    numbering: Option<Part>,
    limits: &'a Limits,
}

impl<'a> File<'a> {
    fn open(container: Container<'a>, limits: &'a Limits) -> Result<Self, Error> {
        let mut package = Package::open(container, limits)?;
        if package.looks_like != LooksLike::WordDocument {
            return Err(Error::UnknownFormat { looks_like: package.looks_like });
        }
        let styles = match package.related("styles")? {
            Some(part) => Styles::read(&part.text, &part.name, limits)?,
            None => Styles::default(),
        };
        let numbering = package.related("numbering")?;
        let main = package.main()?;
        Ok(Self { package, main, styles, numbering, limits })
    }

    fn walk(&self, side: Side) -> Result<Walked, Error> {
        // It counts while it walks, so each walk has its own.
        let numbering = match &self.numbering {
            Some(part) => numbering::read(&part.text, &part.name, self.limits)?,
            None => Numbering::default(),
        };
        Body::new(&self.styles, numbering, self.limits, side).read(&self.main.text, &self.main.name)
    }
}
