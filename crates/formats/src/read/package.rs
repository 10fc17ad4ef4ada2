//! The parts of a packed document, found as Word finds them: the main part by the
//! relationships of the whole, styles and numbering by those of the main part. Only
//! scripts call it `word/document.xml` for certain. Documents, workbooks and
//! presentations are packed in the same way.

use crate::error::{Error, LooksLike};
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute, text_of};
use crate::zip::Container;

/// The part that every package of the new Office has.
pub(crate) const CONTENT_TYPES: &str = "[Content_Types].xml";

/// A file of the new Office, its parts ready to be read.
pub(crate) struct Package<'a> {
    container: Container<'a>,
    main: String,
    /// What it is, by the type of its main part.
    pub(crate) looks_like: LooksLike,
    related: Vec<Relationship>,
    properties: Option<String>,
}

/// A part, unpacked.
pub(crate) struct Part {
    /// Its name in the package.
    pub(crate) name: String,
    /// Its XML.
    pub(crate) text: String,
}

struct Relationship {
    /// What the main part calls it.
    id: String,
    /// The last word of its type: `styles`, `numbering`.
    kind: String,
    /// The name of the part it leads to.
    target: String,
}

impl<'a> Package<'a> {
    /// Opens a package and finds its main part.
    ///
    /// # Errors
    /// [`Error::UnknownFormat`] for a packed file that is none of the new Office.
    pub(crate) fn open(mut container: Container<'a>, limits: &'a Limits) -> Result<Self, Error> {
        let Some(types) = part(&mut container, CONTENT_TYPES)? else {
            return Err(Error::UnknownFormat { looks_like: LooksLike::Archive });
        };
        let (types, defaults) = content_types(&types, limits)?;
        let relationships = relationships(&mut container, "", limits)?;
        let target_of =
            |kind: &str| relationships.iter().find(|it| it.kind == kind).map(|it| it.target.clone());
        let declared = || types.iter().find(|(_, kind)| is_word(kind)).map(|(name, _)| name.clone());
        let main = target_of("officeDocument").or_else(declared);
        let Some(main) = main else { return Err(Error::UnknownFormat { looks_like: LooksLike::Archive }) };
        let kind =
            types.iter().find(|(name, _)| name.eq_ignore_ascii_case(&main)).map(|(_, kind)| kind.as_str());
        // Some say it only of all parts with that ending. One that says no more than that it is
        // XML is judged by what it holds.
        let ending = main.rsplit_once('.').map_or("", |(_, ending)| ending);
        let of_ending = defaults.iter().find(|(name, _)| name.eq_ignore_ascii_case(ending));
        let by_ending = of_ending.map(|(_, kind)| looks_like(kind)).filter(|it| *it != LooksLike::Archive);
        let looks_like = kind.map(looks_like).or(by_ending).unwrap_or(LooksLike::WordDocument);
        let related = self::relationships(&mut container, &main, limits)?;
        Ok(Self { main, looks_like, related, properties: target_of("core-properties"), container })
    }

    /// The main part.
    pub(crate) fn main(&mut self) -> Result<Part, Error> {
        let name = self.main.clone();
        let found = part(&mut self.container, &name)?;
        found.ok_or_else(|| Error::Damaged { detail: format!("{name} is missing") })
    }

    /// The part that the main part relates to in that way; nothing where there is none.
    pub(crate) fn related(&mut self, kind: &str) -> Result<Option<Part>, Error> {
        let Some(relationship) = self.related.iter().find(|it| it.kind == kind) else { return Ok(None) };
        part(&mut self.container, &relationship.target)
    }

    /// The part that the main part relates to by that id.
    pub(crate) fn by_id(&mut self, id: &str) -> Result<Option<Part>, Error> {
        let Some(relationship) = self.related.iter().find(|it| it.id == id) else { return Ok(None) };
        part(&mut self.container, &relationship.target)
    }

    /// Whether the main part relates to another in that way.
    pub(crate) fn has_related(&self, kind: &str) -> bool {
        self.related.iter().any(|it| it.kind == kind)
    }

    /// Title, author and date of the file, where it has them.
    pub(crate) fn properties(&mut self) -> Result<Option<Part>, Error> {
        match self.properties.clone() {
            Some(name) => part(&mut self.container, &name),
            None => Ok(None),
        }
    }
}

fn part(container: &mut Container<'_>, name: &str) -> Result<Option<Part>, Error> {
    let Some(bytes) = container.part(name)? else { return Ok(None) };
    Ok(Some(Part { text: text_of(bytes, name)?, name: name.to_owned() }))
}

/// Documents, templates, with macros or without.
fn is_word(content_type: &str) -> bool {
    let kind = content_type.to_ascii_lowercase();
    kind.ends_with(".main+xml") && (kind.contains("wordprocessingml") || kind.contains("ms-word"))
}

fn looks_like(content_type: &str) -> LooksLike {
    let kind = content_type.to_ascii_lowercase();
    if is_word(content_type) {
        LooksLike::WordDocument
    } else if kind.contains("excel.sheet.binary") {
        LooksLike::BinarySpreadsheet
    } else if kind.contains("spreadsheet") || kind.contains("excel") {
        LooksLike::Spreadsheet
    } else if kind.contains("presentation") || kind.contains("powerpoint") {
        LooksLike::Presentation
    } else {
        LooksLike::Archive
    }
}

/// Names, and what is of that type.
type Types = Vec<(String, String)>;

/// The parts with a type of their own, and the endings of names with one for all others.
fn content_types(types: &Part, limits: &Limits) -> Result<(Types, Types), Error> {
    let (mut found, mut defaults) = (Vec::new(), Vec::new());
    let mut xml = Xml::new(&types.text, &types.name, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => {
                if let (Some(name), Some(kind)) =
                    (attribute(&element, "PartName"), attribute(&element, "ContentType"))
                {
                    found.push((name.trim_start_matches('/').to_owned(), kind.into_owned()));
                } else if let (Some(ending), Some(kind)) =
                    (attribute(&element, "Extension"), attribute(&element, "ContentType"))
                {
                    defaults.push((ending.into_owned(), kind.into_owned()));
                }
            }
            Node::Eof => return Ok((found, defaults)),
            Node::End | Node::Text(_) => {}
        }
    }
}

/// The relationships of a part, or of the whole package for "". Those that lead out
/// of the package are left out: nothing is fetched.
fn relationships(
    container: &mut Container<'_>,
    source: &str,
    limits: &Limits,
) -> Result<Vec<Relationship>, Error> {
    let (folder, file) = source.rsplit_once('/').unwrap_or(("", source));
    let slash = if folder.is_empty() { "" } else { "/" };
    let name = format!("{folder}{slash}_rels/{file}.rels");
    let Some(part) = part(container, &name)? else { return Ok(Vec::new()) };
    let mut found = Vec::new();
    let mut xml = Xml::new(&part.text, &part.name, limits);
    loop {
        match xml.next()? {
            Node::Start(element) => {
                let (Some(kind), Some(target)) = (attribute(&element, "Type"), attribute(&element, "Target"))
                else {
                    continue;
                };
                if attribute(&element, "TargetMode").is_some_and(|mode| mode == "External") {
                    continue;
                }
                let kind = kind.rsplit('/').next().unwrap_or_default().to_owned();
                let id = attribute(&element, "Id").unwrap_or_default().into_owned();
                found.push(Relationship { id, kind, target: resolved(folder, &target) });
            }
            Node::Eof => return Ok(found),
            Node::End | Node::Text(_) => {}
        }
    }
}

/// The name of a part as seen from a folder of the package: `styles.xml` in `word` is
/// `word/styles.xml`, as is `/word/styles.xml`.
fn resolved(folder: &str, target: &str) -> String {
    let from = if target.starts_with('/') { "" } else { folder };
    let mut names: Vec<&str> = Vec::new();
    for name in from.split('/').chain(target.split('/')) {
        match name {
            "" | "." => {}
            ".." => drop(names.pop()),
            name => names.push(name),
        }
    }
    names.join("/")
}
