//! Fonts: which characters the bytes of a string are, and how wide each is.
//!
//! Composite fonts read a string by a table of codes, those of Chinese programs too
//! (GBK-EUC-H, UniGB-UCS2-H). A font may say itself which character a code is
//! (`ToUnicode`). Where it doesn't, a known collection of shapes does (Adobe-GB1), and
//! for single bytes a known encoding. Else the character is not known: U+FFFD.

use super::encoding::Bytes;
use super::glyph_names;
use crate::read::symbols;
use hayro_cmap::{BfString, CMap, CMapName, CidFamily, load_embedded};
use hayro_syntax::object::{Array, Dict, Name, Object, Stream, String as PdfString};
use std::collections::HashMap;
use unicode_normalization::UnicodeNormalization;

/// A font.
pub(super) struct Font {
    kind: Kind,
    /// What the font says itself of characters.
    to_unicode: Option<CMap>,
    /// In thousandths of the size, by code, or by shape in a composite font.
    widths: HashMap<u32, f64>,
    default_width: f64,
    /// It is bold by its name.
    pub(super) is_bold: bool,
}

enum Kind {
    /// A code is one byte.
    Simple { encoding: Bytes, named: HashMap<u8, char> },
    /// Codes are read by a table, which gives the number of the shape.
    Composite(Box<Tables>),
}

/// The tables of a composite font.
struct Tables {
    codes: CMap,
    /// The characters of the shapes of a known collection.
    collection: Option<CMap>,
}

/// What a string draws.
pub(super) struct Shown {
    /// Mostly one character; several for a ligature.
    pub(super) text: String,
    /// In thousandths of the size.
    pub(super) width: f64,
    /// It is the code of one byte to which the distance of words is added.
    pub(super) is_space: bool,
}

impl Font {
    /// Reads a font.
    pub(super) fn read(dict: &Dict<'_>) -> Self {
        let name = dict.get::<Name<'_>>("BaseFont");
        let name = name.as_ref().map(|name| name.as_str().to_lowercase()).unwrap_or_default();
        let to_unicode = dict
            .get::<Stream<'_>>("ToUnicode")
            .and_then(|stream| stream.decoded_data().ok())
            .and_then(|data| CMap::parse(&data, load_embedded));
        let mut font = Self {
            kind: Kind::Simple { encoding: Bytes::Unknown, named: HashMap::new() },
            to_unicode,
            widths: HashMap::new(),
            default_width: 500.0,
            is_bold: ["bold", "heavy", "black"].iter().any(|word| name.contains(word)),
        };
        if dict.get::<Name<'_>>("Subtype").is_some_and(|subtype| subtype.as_ref() == b"Type0") {
            font.read_composite(dict);
        } else {
            font.read_simple(dict);
        }
        font
    }

    fn read_composite(&mut self, dict: &Dict<'_>) {
        let below = dict.get::<Array<'_>>("DescendantFonts");
        let below = below.and_then(|fonts| fonts.iter::<Dict<'_>>().next()).unwrap_or_default();
        let codes = match dict.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) if name.as_ref() == b"Identity-V" => Some(CMap::identity_v()),
            Some(Object::Name(name)) if name.as_ref() == b"Identity-H" => Some(CMap::identity_h()),
            Some(Object::Name(name)) => built_in(CMapName::from_bytes(name.as_ref())),
            Some(Object::Stream(stream)) => {
                stream.decoded_data().ok().and_then(|data| CMap::parse(&data, load_embedded))
            }
            _ => None,
        };
        let codes = codes.unwrap_or_else(CMap::identity_h);
        let of_codes = codes.metadata().character_collection.as_ref().map(|it| it.family.clone());
        let family = of_codes.filter(|family| *family != CidFamily::AdobeIdentity).or_else(|| {
            let said = below.get::<Dict<'_>>("CIDSystemInfo")?;
            let (registry, ordering) =
                (said.get::<PdfString<'_>>("Registry")?, said.get::<PdfString<'_>>("Ordering")?);
            Some(CidFamily::from_registry_ordering(registry.as_bytes(), ordering.as_bytes()))
        });
        let collection = family.and_then(|family| family.ucs2_cmap()).and_then(built_in);
        self.default_width = below.get::<f64>("DW").unwrap_or(1000.0);
        if let Some(list) = below.get::<Array<'_>>("W") {
            self.read_widths(&list);
        }
        self.kind = Kind::Composite(Box::new(Tables { codes, collection }));
    }

    /// The widths of shapes: `first [w w w]` or `first last w`.
    fn read_widths(&mut self, list: &Array<'_>) {
        let mut items = list.iter::<Object<'_>>();
        while let (Some(first), Some(next)) = (items.next().and_then(code), items.next()) {
            match next {
                Object::Array(widths) => {
                    self.widths.extend((first..).zip(widths.iter::<f64>()));
                }
                last => {
                    let width = items.next().and_then(Object::into_number);
                    let (Some(last), Some(width)) = (code(last), width) else { return };
                    // There are no more shapes in any font.
                    self.widths.extend((first..=last.min(0xFFFF)).map(|cid| (cid, width.as_f64())));
                }
            }
        }
    }

    fn read_simple(&mut self, dict: &Dict<'_>) {
        let descriptor = dict.get::<Dict<'_>>("FontDescriptor").unwrap_or_default();
        let is_embedded =
            ["FontFile", "FontFile2", "FontFile3"].iter().any(|key| descriptor.contains_key(key));
        let is_symbolic = descriptor.get::<i32>("Flags").is_some_and(|flags| flags & 4 != 0);
        let is_drawn = dict.get::<Name<'_>>("Subtype").is_some_and(|subtype| subtype.as_ref() == b"Type3");
        // A font of one's own with codes of one's own says nothing of characters.
        let mut encoding =
            if is_drawn || (is_embedded && is_symbolic) { Bytes::Unknown } else { Bytes::Windows };
        let mut named = HashMap::new();
        match dict.get::<Object<'_>>("Encoding") {
            Some(Object::Name(name)) => encoding = Bytes::named(name.as_ref()).unwrap_or(encoding),
            Some(Object::Dict(said)) => {
                if let Some(base) = said.get::<Name<'_>>("BaseEncoding") {
                    encoding = Bytes::named(base.as_ref()).unwrap_or(encoding);
                }
                let mut at = 0_u8;
                for item in said.get::<Array<'_>>("Differences").iter().flat_map(Array::iter::<Object<'_>>) {
                    match item {
                        Object::Name(name) => {
                            let known = glyph_names::character(name.as_str());
                            named.insert(at, known.unwrap_or(char::REPLACEMENT_CHARACTER));
                            at = at.wrapping_add(1);
                        }
                        first => at = code(first).and_then(|code| u8::try_from(code).ok()).unwrap_or(at),
                    }
                }
            }
            _ => {}
        }
        // Drawn shapes are measured in a system of their own.
        let scale = dict
            .get::<Array<'_>>("FontMatrix")
            .filter(|_| is_drawn)
            .and_then(|matrix| matrix.iter::<f64>().next())
            .map_or(1.0, |scale| scale * 1000.0);
        let first = dict.get::<u32>("FirstChar").unwrap_or_default();
        let widths = dict.get::<Array<'_>>("Widths");
        let widths = widths.iter().flat_map(Array::iter::<f64>).map(|width| width * scale);
        self.widths = (first..=0xFF).zip(widths).collect();
        self.default_width =
            descriptor.get::<f64>("MissingWidth").filter(|width| *width > 0.0).unwrap_or(500.0);
        self.kind = Kind::Simple { encoding, named };
    }

    /// What a string draws, shape by shape.
    pub(super) fn shown(&self, mut bytes: &[u8]) -> Vec<Shown> {
        let mut shown = Vec::new();
        while let Some(first) = bytes.first() {
            let (code, n_bytes) = match &self.kind {
                Kind::Simple { .. } => (u32::from(*first), 1),
                Kind::Composite(tables) => next_code(&tables.codes, bytes),
            };
            let cid = match &self.kind {
                Kind::Simple { .. } => code,
                Kind::Composite(tables) => {
                    tables.codes.lookup_cid_code(code, n_bytes as u8).unwrap_or_default()
                }
            };
            shown.push(Shown {
                text: self.character(code, cid),
                width: self.widths.get(&cid).copied().unwrap_or(self.default_width),
                is_space: n_bytes == 1 && code == 32,
            });
            bytes = &bytes[n_bytes..];
        }
        shown
    }

    fn character(&self, code: u32, cid: u32) -> String {
        if let Some(said) = self.to_unicode.as_ref().and_then(|table| table.lookup_bf_string(code)) {
            let said = match said {
                BfString::Char(character) => character.to_string(),
                BfString::String(text) => text,
            };
            if !said.chars().all(|character| matches!(character, '\0' | char::REPLACEMENT_CHARACTER)) {
                return usual(&said);
            }
        }
        let known = match &self.kind {
            Kind::Simple { encoding, named } => {
                let byte = code as u8;
                named.get(&byte).copied().or_else(|| encoding.character(byte)).map(String::from)
            }
            Kind::Composite(tables) => {
                tables.collection.as_ref().and_then(|table| table.lookup_bf_string(cid)).map(|it| match it {
                    BfString::Char(character) => character.to_string(),
                    BfString::String(text) => text,
                })
            }
        };
        known.map_or_else(|| char::REPLACEMENT_CHARACTER.to_string(), |known| usual(&known))
    }
}

/// The next code of a string, and how many bytes it has.
fn next_code(codes: &CMap, bytes: &[u8]) -> (u32, usize) {
    let mut code = 0;
    for (idx, byte) in bytes.iter().take(4).enumerate() {
        code = (code << 8) | u32::from(*byte);
        if codes.lookup_cid_code(code, idx as u8 + 1).is_some() {
            return (code, idx + 1);
        }
    }
    // A code that the table doesn't know, most likely one of two bytes.
    match *bytes {
        [first, second, ..] if first >= 0x80 => (u32::from(first) << 8 | u32::from(second), 2),
        _ => (u32::from(bytes.first().copied().unwrap_or_default()), 1),
    }
}

/// A table that every program has.
fn built_in(name: CMapName<'_>) -> Option<CMap> {
    CMap::parse(load_embedded(name)?, load_embedded)
}

fn code(object: Object<'_>) -> Option<u32> {
    u32::try_from(object.into_number()?.as_i64()).ok()
}

/// A text with the usual characters for those that look alike: a font that draws ⼀ and
/// 一 by one shape may name either; ligatures as letters; and what symbol fonts show.
fn usual(text: &str) -> String {
    let is_double =
        |it| matches!(it, '\u{2E80}'..='\u{2FD5}' | '\u{F900}'..='\u{FAFF}' | '\u{FB00}'..='\u{FB06}');
    let is_symbol = |it| ('\u{F020}'..='\u{F0FF}').contains(&it);
    if !text.contains(|it| is_double(it) || is_symbol(it)) {
        return text.to_owned();
    }
    let mut usual = String::new();
    for character in text.chars() {
        if is_symbol(character) {
            usual.push(symbols::shown(character));
        } else if is_double(character) {
            usual.extend(std::iter::once(character).nfkc());
        } else {
            usual.push(character);
        }
    }
    usual
}
