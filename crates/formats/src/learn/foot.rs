//! The page number of a file: in which foot it stands, and where.

use super::dresses::align;
use super::said::{ParagraphSaid, RunSaid, Theme};
use super::sheet::SheetSaid;
use super::styles::Styles;
use crate::error::Error;
use crate::house_style::{Align, PageNumber};
use crate::limits::Limits;
use crate::read::package::{Package, Part};
use crate::xml::{Node, Xml, attribute};

/// A page number as one foot has it.
struct Found {
    before: String,
    after: String,
    paragraph: ParagraphSaid,
    run: RunSaid,
    /// Where a text box stands that holds it.
    boxed: Option<String>,
}

/// The page number; nothing where no foot has one.
pub(super) fn page_number(
    package: &mut Package<'_>,
    sheet: &SheetSaid,
    styles: &Styles,
    themes: &Theme,
    limits: &Limits,
) -> Result<Option<PageNumber>, Error> {
    let mut of_kind = |kind: &str| -> Result<Option<Found>, Error> {
        for (_, id) in sheet.feet.iter().filter(|(of, _)| of == kind) {
            let Some(part) = package.by_id(id)? else { continue };
            if let Some(found) = find(&part, styles, limits)? {
                return Ok(Some(found));
            }
        }
        Ok(None)
    };
    let odd = of_kind("default")?;
    let even = of_kind("even")?;
    let Some(found) = odd.as_ref().or(even.as_ref()) else { return Ok(None) };
    let name = |font: &Option<super::said::Font>| font.as_ref().and_then(|font| themes.name(font));
    let size = found.run.size.unwrap_or(18);
    let at = |found: &Found, of_odd: bool| match found.boxed.as_deref().or(found.paragraph.frame.as_deref()) {
        Some("outside") if of_odd => Align::Right,
        Some("inside") if of_odd => Align::Left,
        Some("outside") => Align::Left,
        Some("inside") => Align::Right,
        Some(said) => align(Some(said)),
        None => align(found.paragraph.align.as_deref()),
    };
    let odd_at = at(odd.as_ref().unwrap_or(found), true);
    let even_at = at(even.as_ref().unwrap_or(found), false);
    let look = &found.paragraph;
    let twips = if odd_at == Align::Right { look.right } else { look.left };
    let character = i64::from(size) * 10;
    let indent = twips.unwrap_or_default().max(0) * 100 / character.max(1);
    Ok(Some(PageNumber {
        font: name(&found.run.latin).or_else(|| name(&found.run.font)).unwrap_or_else(|| "宋体".to_owned()),
        size,
        before: found.before.clone(),
        after: found.after.clone(),
        odd: odd_at,
        even: even_at,
        indent: u32::try_from(indent).unwrap_or_default().min(1_000),
    }))
}

/// The page number of a foot: a field PAGE, the text around it in its paragraph.
fn find(part: &Part, styles: &Styles, limits: &Limits) -> Result<Option<Found>, Error> {
    let mut path: Vec<String> = Vec::new();
    let mut said = ParagraphSaid::default();
    let mut run = RunSaid::default();
    let (mut before, mut after) = (String::new(), String::new());
    // Within a field: its instruction, then its result, which says nothing.
    let (mut in_field, mut in_instruction) = (false, false);
    let mut instruction = String::new();
    let mut of_page: Option<RunSaid> = None;
    let mut boxed = None;
    let mut in_position = false;
    let mut xml = Xml::new(&part.text, &part.name, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => {
                let name = element.local_name().as_ref().to_owned();
                if name == "Fallback" || name.ends_with("PrChange") {
                    xml.skip()?;
                    continue;
                }
                match (path.last().map(String::as_str), name.as_str()) {
                    (Some("pPr"), _) => said.take(&name, &element),
                    (Some("rPr"), _) if !path.iter().any(|name| name == "pPr") => run.take(&name, &element),
                    (_, "p") => {
                        said = ParagraphSaid::default();
                        (before, after) = (String::new(), String::new());
                        of_page = None;
                    }
                    (_, "r") => run = RunSaid::default(),
                    (_, "positionH") => in_position = true,
                    (_, "fldChar") => match attribute(&element, "fldCharType").as_deref() {
                        Some("begin") => {
                            (in_field, in_instruction) = (true, true);
                            instruction.clear();
                        }
                        Some("separate") => in_instruction = false,
                        _ => in_field = false,
                    },
                    (_, "fldSimple") => {
                        in_field = true;
                        if attribute(&element, "instr").is_some_and(|said| is_page(&said)) {
                            of_page = Some(RunSaid::default());
                        }
                    }
                    _ => {}
                }
                path.push(name);
            }
            Node::Text(words) => match path.last().map(String::as_str) {
                Some("instrText") if in_instruction => {
                    instruction.push_str(&words);
                    if is_page(&instruction) && of_page.is_none() {
                        of_page = Some(run.clone());
                    }
                }
                Some("align") if in_position => boxed = Some(words.into_owned()),
                Some("t") if in_field => {
                    // A simple field has its look on its result.
                    of_page
                        .iter_mut()
                        .filter(|said| **said == RunSaid::default())
                        .for_each(|said| *said = run.clone());
                }
                Some("t") if of_page.is_some() => after.push_str(&words),
                Some("t") => before.push_str(&words),
                _ => {}
            },
            Node::End => match path.pop().as_deref() {
                Some("p") => {
                    if let Some(of_page) = of_page.take() {
                        let run = styles.run(&of_page, &said);
                        let paragraph = styles.paragraph(&said);
                        return Ok(Some(Found { before, after, paragraph, run, boxed }));
                    }
                }
                Some("positionH") => in_position = false,
                Some("fldSimple") => in_field = false,
                _ => {}
            },
            Node::Eof => return Ok(None),
        }
    }
}

/// `PAGE`, `PAGE \* MERGEFORMAT`; not `PAGEREF`.
fn is_page(instruction: &str) -> bool {
    instruction.split_whitespace().next().is_some_and(|word| word.eq_ignore_ascii_case("PAGE"))
}
