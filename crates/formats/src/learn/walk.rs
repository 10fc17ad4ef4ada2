//! The walk through the main part: every paragraph with what holds for it and its runs, and
//! the page.

use super::said::{ParagraphSaid, RunSaid};
use super::sheet::SheetSaid;
use super::styles::Styles;
use crate::error::Error;
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute};

/// What the main part has.
pub(super) struct Walked {
    /// Its paragraphs, those of tables too, in reading order.
    pub(super) paragraphs: Vec<Seen>,
    /// Its page; that of the last section.
    pub(super) sheet: SheetSaid,
}

/// A paragraph, with all that its styles say of it.
pub(super) struct Seen {
    pub(super) look: ParagraphSaid,
    /// Its stretches; a soft break is `\n`.
    pub(super) runs: Vec<(String, RunSaid)>,
    /// It stands in a table.
    pub(super) in_table: bool,
}

/// Walks through the main part. What is no text of the page is passed over: text boxes,
/// what was deleted, former looks.
pub(super) fn walk(text: &str, part: &str, styles: &Styles, limits: &Limits) -> Result<Walked, Error> {
    let mut walked = Walked { paragraphs: Vec::new(), sheet: SheetSaid::default() };
    let mut path: Vec<String> = Vec::new();
    let mut said = ParagraphSaid::default();
    let mut run = RunSaid::default();
    let mut runs: Vec<(String, RunSaid)> = Vec::new();
    let mut n_tables = 0;
    let mut xml = Xml::new(text, part, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => {
                let name = element.local_name().as_ref().to_owned();
                if is_passed_over(&name) {
                    xml.skip()?;
                    continue;
                }
                match (path.last().map(String::as_str), name.as_str()) {
                    (Some("pPr"), "sectPr") => walked.sheet.n_sections += 1,
                    (_, "sectPr") => walked.sheet.begin(),
                    (Some("sectPr"), _) if !path.iter().any(|name| name == "pPr") => {
                        walked.sheet.take(&name, &element);
                    }
                    (Some("pPr"), _) => said.take(&name, &element),
                    (Some("rPr"), _) if !path.iter().any(|name| name == "pPr") => run.take(&name, &element),
                    (_, "p") => (said, runs) = Default::default(),
                    (_, "r") => run = RunSaid::default(),
                    (_, "tbl") => n_tables += 1,
                    (Some("r"), "br")
                        if attribute(&element, "type").is_none_or(|kind| kind == "textWrapping") =>
                    {
                        runs.push(("\n".to_owned(), run.clone()));
                    }
                    _ => {}
                }
                path.push(name);
            }
            Node::Text(words) if path.last().is_some_and(|name| name == "t") => {
                runs.push((words.into_owned(), run.clone()));
            }
            Node::Text(_) => {}
            Node::End => match path.pop().as_deref() {
                Some("p") => {
                    let runs = runs.drain(..).map(|(text, run)| (text, styles.run(&run, &said))).collect();
                    walked.paragraphs.push(Seen {
                        look: styles.paragraph(&said),
                        runs,
                        in_table: n_tables > 0,
                    });
                }
                Some("tbl") => n_tables -= 1,
                _ => {}
            },
            Node::Eof => return Ok(walked),
        }
    }
}

fn is_passed_over(name: &str) -> bool {
    name.ends_with("PrChange")
        || matches!(
            name,
            "Fallback" | "txbxContent" | "del" | "moveFrom" | "instrText" | "delText" | "sdtPr" | "rt"
        )
}
