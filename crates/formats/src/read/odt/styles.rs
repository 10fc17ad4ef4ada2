//! The styles of a text. What a writer does by hand stands in styles too: automatic
//! ones, that no list of styles shows.

use crate::error::Error;
use crate::limits::Limits;
use crate::read::style_names::{heading_level, is_title};
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// The styles of a text by family and name.
#[derive(Debug, Default)]
pub(super) struct Styles {
    paragraphs: HashMap<String, Style>,
    texts: HashMap<String, Style>,
    /// What holds where no style says it.
    default: Look,
}

#[derive(Debug, Default)]
struct Style {
    parent: Option<String>,
    automatic: bool,
    look: Look,
}

/// What styles say of looks; each may be left unsaid.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// It stands in the middle.
    pub(super) centred: Option<bool>,
    /// The level in the outline, from 1; 0 is none.
    pub(super) outline: Option<u8>,
    /// The style is the one for titles.
    pub(super) titled: bool,
    /// Bold.
    pub(super) bold: Option<bool>,
    size: Option<Size>,
    /// Not shown.
    pub(super) hidden: Option<bool>,
}

#[derive(Clone, Copy, Debug)]
enum Size {
    HalfPoints(f64),
    /// Of what stands above.
    Share(f64),
}

/// No office bases a style on another more than a few times; a circle goes on for ever.
const MAX_ANCESTORS: usize = 32;

impl Styles {
    /// Takes in the styles of a part: of `styles.xml` those with names, its automatic
    /// ones being for headers; of `content.xml` all.
    pub(super) fn read(&mut self, text: &str, part: &str, limits: &Limits) -> Result<(), Error> {
        let takes_automatic = part == "content.xml";
        let mut xml = Xml::new(text, part, limits);
        let (mut automatic, mut open) = (false, None);
        loop {
            match xml.next()? {
                Node::Start(element) => match element.local_name().as_ref() {
                    "automatic-styles" if !takes_automatic => xml.skip()?,
                    "automatic-styles" => automatic = true,
                    "styles" => automatic = false,
                    "master-styles" | "body" => xml.skip()?,
                    "style" => open = self.start(&element, automatic),
                    "default-style" => {
                        let of_paragraph = attribute(&element, "family").is_some_and(|it| it == "paragraph");
                        open = of_paragraph.then_some(Open::Default);
                    }
                    "paragraph-properties" | "text-properties" => {
                        if let Some(look) = open.as_ref().and_then(|open| self.look(open)) {
                            look.take(&element);
                        }
                    }
                    _ => {}
                },
                Node::Eof => return Ok(()),
                Node::End | Node::Text(_) => {}
            }
        }
    }

    fn start(&mut self, element: &BytesStart<'_>, automatic: bool) -> Option<Open> {
        let name = attribute(element, "name")?.into_owned();
        let shown = attribute(element, "display-name").unwrap_or_else(|| name.as_str().into());
        let said = attribute(element, "default-outline-level").map(|it| it.trim().parse().unwrap_or(0));
        let look = Look {
            outline: said.or(heading_level(&shown).map(|level| level + 1)),
            titled: is_title(&shown),
            ..Look::default()
        };
        let parent = attribute(element, "parent-style-name").map(|parent| parent.into_owned());
        let style = Style { parent, automatic, look };
        match attribute(element, "family")?.as_ref() {
            "paragraph" => {
                self.paragraphs.insert(name.clone(), style);
                Some(Open::Paragraph(name))
            }
            "text" => {
                self.texts.insert(name.clone(), style);
                Some(Open::Text(name))
            }
            _ => None,
        }
    }

    fn look(&mut self, open: &Open) -> Option<&mut Look> {
        match open {
            Open::Default => Some(&mut self.default),
            Open::Paragraph(name) => self.paragraphs.get_mut(name).map(|style| &mut style.look),
            Open::Text(name) => self.texts.get_mut(name).map(|style| &mut style.look),
        }
    }

    /// What a paragraph of that style looks like, and whether its style with a name is
    /// bold all over: then bold text stresses nothing.
    pub(super) fn of_paragraph(&self, name: Option<&str>) -> (Look, bool) {
        let (look, named) = resolved(&self.paragraphs, name);
        (look.or(self.default), named.or(self.default).bold == Some(true))
    }

    /// What a stretch of that style looks like within `around`.
    pub(super) fn of_text(&self, name: Option<&str>, around: Look) -> Look {
        resolved(&self.texts, name).0.or(around)
    }
}

/// The style that is being read.
enum Open {
    Default,
    Paragraph(String),
    Text(String),
}

/// What a style says with all that it takes over; and what its first style with a
/// name says.
fn resolved(styles: &HashMap<String, Style>, name: Option<&str>) -> (Look, Look) {
    let (mut look, mut named) = (Look::default(), Look::default());
    let first = name.and_then(|name| styles.get(name));
    let and_above =
        std::iter::successors(first, |style| style.parent.as_ref().and_then(|name| styles.get(name)));
    for style in and_above.take(MAX_ANCESTORS) {
        look = look.or(style.look);
        if !style.automatic {
            named = named.or(style.look);
        }
    }
    (look, named)
}

impl Look {
    /// Takes in what an element of properties says. Chinese characters have sizes and
    /// weights of their own.
    fn take(&mut self, element: &BytesStart<'_>) {
        if let Some(align) = attribute(element, "text-align") {
            self.centred = Some(align == "center");
        }
        if let Some(display) = attribute(element, "display") {
            self.hidden = Some(display == "none");
        }
        let for_chinese =
            |name: &str| attribute(element, &format!("{name}-asian")).or_else(|| attribute(element, name));
        if let Some(weight) = for_chinese("font-weight") {
            let heavy = weight.parse().is_ok_and(|weight: u32| weight >= 600);
            self.bold = Some(weight == "bold" || heavy);
        }
        self.size = for_chinese("font-size").and_then(|size| Size::read(&size)).or(self.size);
    }

    /// What is said here, or else above.
    fn or(self, above: Self) -> Self {
        Self {
            centred: self.centred.or(above.centred),
            outline: self.outline.or(above.outline),
            titled: self.titled || above.titled,
            bold: self.bold.or(above.bold),
            hidden: self.hidden.or(above.hidden),
            size: match (self.size, above.size) {
                (Some(Size::Share(share)), Some(Size::HalfPoints(size))) => {
                    Some(Size::HalfPoints(share * size))
                }
                (Some(Size::Share(share)), Some(Size::Share(above))) => Some(Size::Share(share * above)),
                (own, above) => own.or(above),
            },
        }
    }

    /// The size in half-points.
    pub(super) fn half_points(self) -> Option<u32> {
        match self.size? {
            Size::HalfPoints(size) => Some(size.round() as u32),
            Size::Share(_) => None,
        }
    }
}

impl Size {
    /// `16pt`, `150%`, `0.56cm`.
    fn read(size: &str) -> Option<Self> {
        let number_bytes =
            size.find(|character: char| character.is_ascii_alphabetic() || character == '%')?;
        let (number, unit) = size.split_at(number_bytes);
        let number: f64 = number.trim().parse().ok()?;
        let points = match unit {
            "%" => return Some(Self::Share(number / 100.0)),
            "pt" => 1.0,
            "in" => 72.0,
            "cm" => 72.0 / 2.54,
            "mm" => 7.2 / 2.54,
            _ => return None,
        };
        Some(Self::HalfPoints(number * points * 2.0))
    }
}
