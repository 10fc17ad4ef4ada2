//! What styles, paragraphs and runs say of looks, in Word's own words. Each may leave a
//! thing unsaid; then what stands above it decides.

use crate::error::Error;
use crate::limits::Limits;
use crate::xml::{Node, Xml, attribute};
use quick_xml::events::BytesStart;
use std::collections::HashMap;

/// What is said of a paragraph. Lengths are in twips.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct ParagraphSaid {
    /// Its style.
    pub(super) style: Option<String>,
    /// `left`, `center`, `both` …
    pub(super) align: Option<String>,
    /// From line to line: twips, or 240ths of a line where the rule is `auto`.
    pub(super) line: Option<i64>,
    /// `exact`, `atLeast`, `auto`.
    pub(super) line_rule: Option<String>,
    pub(super) before: Option<i64>,
    pub(super) after: Option<i64>,
    /// Hundredths of a line, which count before the twips.
    pub(super) before_lines: Option<i64>,
    pub(super) after_lines: Option<i64>,
    /// By how much the first line stands in.
    pub(super) first: Option<i64>,
    /// Hundredths of a character, which count before the twips.
    pub(super) first_chars: Option<i64>,
    /// From the left and right edge of the text.
    pub(super) left: Option<i64>,
    pub(super) right: Option<i64>,
    /// Lines are put on the page's grid.
    pub(super) snaps: Option<bool>,
    /// Where its frame stands: `right`, `outside` …
    pub(super) frame: Option<String>,
}

/// What is said of a run.
#[derive(Clone, Debug, Default, PartialEq)]
pub(super) struct RunSaid {
    /// Its style.
    pub(super) style: Option<String>,
    /// The font of Han characters.
    pub(super) font: Option<Font>,
    /// The font of Latin letters and digits.
    pub(super) latin: Option<Font>,
    /// Half-points.
    pub(super) size: Option<u32>,
    pub(super) bold: Option<bool>,
    /// Twips between characters.
    pub(super) spacing: Option<i64>,
}

/// A font, by its name or by what the theme calls it.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Font {
    /// 仿宋_GB2312
    Named(String),
    /// `minorEastAsia`
    OfTheme(String),
}

impl ParagraphSaid {
    /// Takes in what an element of `pPr` says.
    pub(super) fn take(&mut self, name: &str, element: &BytesStart<'_>) {
        let text = |name| attribute(element, name).map(|value| value.into_owned());
        let number = |name| number(element, name);
        match name {
            "pStyle" => self.style = text("val"),
            "jc" => self.align = text("val"),
            "snapToGrid" => self.snaps = Some(is_on(element)),
            "framePr" => self.frame = text("xAlign"),
            "spacing" => {
                self.line = number("line").or(self.line);
                self.line_rule = text("lineRule").or(self.line_rule.take());
                self.before = number("before").or(self.before);
                self.after = number("after").or(self.after);
                self.before_lines = number("beforeLines").or(self.before_lines);
                self.after_lines = number("afterLines").or(self.after_lines);
            }
            "ind" => {
                self.first = number("firstLine").or(self.first);
                self.first_chars = number("firstLineChars").or(self.first_chars);
                // `start` and `end` since the standard's second edition.
                self.left = number("left").or(number("start")).or(self.left);
                self.right = number("right").or(number("end")).or(self.right);
            }
            _ => {}
        }
    }

    /// What is said here, or else above.
    pub(super) fn or(&self, above: &Self) -> Self {
        Self {
            style: self.style.clone(),
            align: self.align.clone().or(above.align.clone()),
            line: self.line.or(above.line),
            line_rule: self.line_rule.clone().or(above.line_rule.clone()),
            before: self.before.or(above.before),
            after: self.after.or(above.after),
            before_lines: self.before_lines.or(above.before_lines),
            after_lines: self.after_lines.or(above.after_lines),
            first: self.first.or(above.first),
            first_chars: self.first_chars.or(above.first_chars),
            left: self.left.or(above.left),
            right: self.right.or(above.right),
            snaps: self.snaps.or(above.snaps),
            frame: self.frame.clone().or(above.frame.clone()),
        }
    }
}

impl RunSaid {
    /// Takes in what an element of `rPr` says.
    pub(super) fn take(&mut self, name: &str, element: &BytesStart<'_>) {
        match name {
            "rStyle" => self.style = attribute(element, "val").map(|value| value.into_owned()),
            "rFonts" => {
                self.font = font(element, "eastAsiaTheme", "eastAsia").or(self.font.take());
                self.latin = font(element, "asciiTheme", "ascii").or(self.latin.take());
            }
            "sz" => self.size = number(element, "val").and_then(|size| u32::try_from(size).ok()),
            "b" => self.bold = Some(is_on(element)),
            "spacing" => self.spacing = number(element, "val"),
            _ => {}
        }
    }

    /// What is said here, or else above.
    pub(super) fn or(&self, above: &Self) -> Self {
        Self {
            style: self.style.clone(),
            font: self.font.clone().or(above.font.clone()),
            latin: self.latin.clone().or(above.latin.clone()),
            size: self.size.or(above.size),
            bold: self.bold.or(above.bold),
            spacing: self.spacing.or(above.spacing),
        }
    }
}

/// A theme's name for a font counts before the font's own.
fn font(element: &BytesStart<'_>, theme: &str, named: &str) -> Option<Font> {
    let said = |name| attribute(element, name).filter(|value| !value.trim().is_empty());
    let of_theme = said(theme).map(|value| Font::OfTheme(value.into_owned()));
    of_theme.or_else(|| said(named).map(|value| Font::Named(value.into_owned())))
}

/// A number that an attribute says; nothing for what is none.
pub(super) fn number(element: &BytesStart<'_>, name: &str) -> Option<i64> {
    // Some programs write halves of twips.
    let number: f64 = attribute(element, name)?.trim().parse().ok()?;
    Some(number.round() as i64)
}

/// Whether a switch is on: without a value it is.
pub(super) fn is_on(element: &BytesStart<'_>) -> bool {
    !attribute(element, "val").is_some_and(|value| matches!(&*value, "0" | "false" | "off"))
}

/// The fonts of a document's theme.
#[derive(Debug, Default)]
pub(super) struct Theme {
    /// By what rFonts calls them: `minorEastAsia`, `majorAscii`.
    fonts: HashMap<&'static str, String>,
}

impl Theme {
    /// Reads the part of the theme: for Chinese the font of the script Hans, where no other
    /// is named.
    pub(super) fn read(text: &str, part: &str, limits: &Limits) -> Result<Self, Error> {
        let mut fonts = HashMap::new();
        let mut xml = Xml::new(text, part, limits);
        let mut major = None;
        loop {
            match xml.next()? {
                Node::Start(element) => {
                    let name = element.local_name();
                    let typeface = || attribute(&element, "typeface").filter(|face| !face.trim().is_empty());
                    let is_chinese = attribute(&element, "script").is_some_and(|script| script == "Hans");
                    let key = match (name.as_ref(), major) {
                        ("majorFont", _) => {
                            major = Some(true);
                            continue;
                        }
                        ("minorFont", _) => {
                            major = Some(false);
                            continue;
                        }
                        ("latin", Some(true)) => "majorAscii",
                        ("latin", Some(false)) => "minorAscii",
                        ("ea", Some(true)) => "majorEastAsia",
                        ("ea", Some(false)) => "minorEastAsia",
                        ("font", Some(true)) if is_chinese => "majorEastAsia",
                        ("font", Some(false)) if is_chinese => "minorEastAsia",
                        _ => continue,
                    };
                    if let Some(typeface) = typeface() {
                        fonts.entry(key).or_insert_with(|| typeface.into_owned());
                    }
                }
                Node::Eof => return Ok(Self { fonts }),
                Node::End | Node::Text(_) => {}
            }
        }
    }

    /// The name of a font; nothing for one that the theme does not have.
    pub(super) fn name(&self, font: &Font) -> Option<String> {
        match font {
            Font::Named(name) => Some(name.clone()),
            Font::OfTheme(key) => {
                let key = key.replace("HAnsi", "Ascii");
                self.fonts.get(key.as_str()).cloned()
            }
        }
    }
}
