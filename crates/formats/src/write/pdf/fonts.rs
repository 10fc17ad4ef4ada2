//! The fonts of this machine, and which of them a house style gets.
//!
//! For each character the first font is taken that has it: the one that the style names,
//! what stands instead of it, and at last any that there is. Fonts are looked for once in a
//! run of the program.

use crate::error::Error;
use crate::house_style::HouseStyle;
use crate::page::Role;
use crate::typeset::{Look, Measure, Placed, is_latin};
use fontdb::{Database, FaceInfo, Source, Style, Weight};
use krilla::text::Font;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, MetadataProvider};
use speech::Message;
use std::cell::RefCell;
use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::path::PathBuf;
use std::rc::Rc;
use std::sync::{Arc, LazyLock, Mutex};

/// What is installed.
static INSTALLED: LazyLock<Database> = LazyLock::new(|| {
    let mut database = Database::new();
    database.load_system_fonts();
    database
});

/// The files of fonts that were read: a collection of Chinese fonts has 25 MB and more.
static FILES: LazyLock<Mutex<HashMap<PathBuf, Arc<Vec<u8>>>>> = LazyLock::new(Mutex::default);

/// A font of the machine.
pub(super) struct Face {
    /// As it goes into the file.
    pub(super) font: Font,
    /// It is to be drawn bolder than it is.
    pub(super) thin: bool,
    data: Arc<Vec<u8>>,
    index: u32,
}

/// A character in a font.
#[derive(Clone)]
pub(super) struct Glyph {
    pub(super) face: Rc<Face>,
    pub(super) id: u32,
    /// In parts of the font's size.
    pub(super) advance: f64,
}

/// The fonts that a style gets on this machine.
pub(super) struct Fonts<'a> {
    style: &'a HouseStyle,
    /// By the font that was asked for, and whether it is to be bold.
    chains: RefCell<BTreeMap<(String, bool), Rc<Chain>>>,
    glyphs: RefCell<HashMap<(char, String, bool), Option<Glyph>>>,
    missing: RefCell<BTreeSet<char>>,
}

/// What there is of a font and those instead of it, the best first.
struct Chain {
    faces: Vec<Rc<Face>>,
    /// The name of the first, where it is another than was asked for.
    instead: Option<String>,
}

impl<'a> Fonts<'a> {
    /// What a style gets instead of fonts that this machine does not have.
    pub(super) fn instead(style: &'a HouseStyle) -> Result<Vec<Message>, Error> {
        let fonts = Self::for_style(style)?;
        for role in Role::ALL {
            let dress = style.dress(role);
            fonts.chain(&dress.font, dress.bold);
            fonts.chain(&dress.latin, dress.bold);
        }
        if let Some(number) = &style.page_number {
            fonts.chain(&number.font, false);
        }
        Ok(fonts.warnings())
    }

    /// The fonts for a style.
    ///
    /// # Errors
    /// [`Error::NoFont`] where no font of the machine has Chinese characters.
    pub(super) fn for_style(style: &'a HouseStyle) -> Result<Self, Error> {
        let fonts = Self {
            style,
            chains: RefCell::default(),
            glyphs: RefCell::default(),
            missing: RefCell::default(),
        };
        let body = &style.dress(Role::Body).font;
        match fonts.glyph('的', body, false) {
            Some(_) => Ok(fonts),
            None => Err(Error::NoFont { wanted: body.clone() }),
        }
    }

    /// A character as it is drawn in that look: a box where no font has it, nothing for
    /// what can't be seen.
    pub(super) fn of_look(&self, character: char, look: Look) -> Option<Glyph> {
        let dress = self.style.dress(look.role);
        let font = if is_latin(character) { &dress.latin } else { &dress.font };
        let glyph = self.glyph(character, font, look.bold);
        let glyph = glyph.or_else(|| self.glyph(character, &dress.font, look.bold));
        if glyph.is_some() || is_invisible(character) {
            return glyph;
        }
        self.missing.borrow_mut().insert(character);
        Some(Glyph { id: 0, ..self.glyph('的', &dress.font, look.bold)? })
    }

    /// A character in a font, one instead of that, or any.
    pub(super) fn glyph(&self, character: char, font: &str, bold: bool) -> Option<Glyph> {
        let key = (character, font.to_owned(), bold);
        if let Some(glyph) = self.glyphs.borrow().get(&key) {
            return glyph.clone();
        }
        let chain = self.chain(font, bold);
        let found = chain.faces.iter().find_map(|face| glyph_in(face, character));
        let found = found.or_else(|| if is_latin(character) { None } else { anywhere(character, bold) });
        self.glyphs.borrow_mut().insert(key, found.clone());
        found
    }

    /// The characters of a line of its own (a page number) from a place on, in a font and
    /// size.
    pub(super) fn line(
        &self,
        text: &str,
        font: &str,
        mut x: f64,
        size: f64,
        style: &HouseStyle,
    ) -> Vec<(Rc<Face>, Placed, u32)> {
        let look = Look { role: Role::Body, bold: false, open: false, note: false };
        let body = &style.dress(Role::Body).font;
        let mut line = Vec::new();
        for character in text.chars() {
            let glyph = self.glyph(character, font, false).or_else(|| self.glyph(character, body, false));
            let Some(glyph) = glyph else { continue };
            let width = glyph.advance * size;
            line.push((glyph.face, Placed { character, x, width, look }, glyph.id));
            x += width;
        }
        line
    }

    /// As [`line`](Self::line), in the font of the text.
    pub(super) fn placed(
        &self,
        text: &str,
        x: f64,
        size: f64,
        style: &HouseStyle,
    ) -> Vec<(Rc<Face>, Placed, u32)> {
        self.line(text, &style.dress(Role::Body).font, x, size, style)
    }

    fn chain(&self, font: &str, bold: bool) -> Rc<Chain> {
        let key = (font.to_owned(), bold);
        if let Some(chain) = self.chains.borrow().get(&key) {
            return Rc::clone(chain);
        }
        let names = self.style.alternatives(font);
        let found: Vec<(&str, Rc<Face>)> =
            names.iter().filter_map(|name| Some((*name, face(named(name, bold)?, bold)?))).collect();
        let instead = found.first().map(|(name, _)| (*name).to_owned()).filter(|name| name != font);
        let faces = found.into_iter().map(|(_, face)| face).collect();
        let chain = Rc::new(Chain { faces, instead });
        self.chains.borrow_mut().insert(key, Rc::clone(&chain));
        chain
    }

    /// Which fonts stand for others, and which characters no font has.
    pub(super) fn warnings(&self) -> Vec<Message> {
        let mut warnings = Vec::new();
        let chains = self.chains.borrow();
        let asked: BTreeSet<&str> = chains.keys().map(|(font, _)| font.as_str()).collect();
        for font in asked {
            let chain = [false, true].iter().find_map(|bold| chains.get(&(font.to_owned(), *bold)));
            match chain.map(|chain| (&chain.instead, chain.faces.is_empty())) {
                Some((Some(instead), _)) => warnings.push(Message::new(
                    format!("这台电脑没有字体“{font}”，用“{instead}”代替"),
                    format!("this machine has no font “{font}”; “{instead}” stands instead"),
                )),
                Some((None, true)) => warnings.push(Message::new(
                    format!("这台电脑没有字体“{font}”，用别的字体代替"),
                    format!("this machine has no font “{font}”; another one stands instead"),
                )),
                _ => {}
            }
        }
        let missing: String = self.missing.borrow().iter().collect();
        if !missing.is_empty() {
            warnings.push(Message::new(
                format!("这些字没有字体，印成了空框：{missing}"),
                format!("no font has these characters, which are printed as boxes: {missing}"),
            ));
        }
        warnings
    }
}

impl Measure for Fonts<'_> {
    fn width(&self, character: char, look: Look) -> f64 {
        let advance = self.of_look(character, look).map_or(1.0, |glyph| glyph.advance);
        advance * look.size(self.style)
    }
}

/// Controls, joiners and marks of direction.
fn is_invisible(character: char) -> bool {
    character.is_control()
        || matches!(character, '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{2064}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}')
}

/// The installed face of a family, in Chinese or English, that is nearest in weight.
fn named(family: &str, bold: bool) -> Option<&'static FaceInfo> {
    let of_family = |face: &&FaceInfo| {
        face.style == Style::Normal && face.families.iter().any(|(name, _)| name.eq_ignore_ascii_case(family))
    };
    INSTALLED.faces().filter(of_family).min_by_key(|face| rank(face, bold))
}

/// The less, the better; the name last, so that every run takes the same.
fn rank(face: &FaceInfo, bold: bool) -> (u16, String) {
    let wanted = if bold { Weight::BOLD.0 } else { Weight::NORMAL.0 };
    (face.weight.0.abs_diff(wanted), face.post_script_name.clone())
}

fn face(info: &FaceInfo, bold: bool) -> Option<Rc<Face>> {
    let data = match &info.source {
        Source::File(path) | Source::SharedFile(path, _) => file(path)?,
        Source::Binary(bytes) => Arc::new((**bytes).as_ref().to_vec()),
    };
    let shared: Arc<dyn AsRef<[u8]> + Send + Sync> = Arc::clone(&data) as _;
    let font = Font::new(shared.into(), info.index)?;
    let thin = bold && info.weight.0 < Weight::SEMIBOLD.0;
    Some(Rc::new(Face { font, thin, data, index: info.index }))
}

fn file(path: &PathBuf) -> Option<Arc<Vec<u8>>> {
    let mut files = FILES.lock().unwrap_or_else(std::sync::PoisonError::into_inner);
    if let Some(data) = files.get(path) {
        return Some(Arc::clone(data));
    }
    let data = Arc::new(std::fs::read(path).ok()?);
    files.insert(path.clone(), Arc::clone(&data));
    Some(data)
}

fn glyph_in(face: &Rc<Face>, character: char) -> Option<Glyph> {
    let font = FontRef::from_index(&face.data, face.index).ok()?;
    let id = font.charmap().map(character)?;
    let metrics = font.glyph_metrics(Size::unscaled(), LocationRef::default());
    let units = f64::from(face.font.units_per_em());
    let advance = metrics.advance_width(id).map_or(1.0, |width| f64::from(width) / units);
    Some(Glyph { face: Rc::clone(face), id: id.to_u32(), advance })
}

/// The character in any font that has it, those of the usual weight first.
fn anywhere(character: char, bold: bool) -> Option<Glyph> {
    let mut faces: Vec<&FaceInfo> =
        INSTALLED.faces().filter(|face| face.style == Style::Normal && has(face, character)).collect();
    faces.sort_by_key(|face| rank(face, bold));
    faces.into_iter().find_map(|info| glyph_in(&face(info, bold)?, character))
}

fn has(info: &FaceInfo, character: char) -> bool {
    let asked = INSTALLED.with_face_data(info.id, |data, index| {
        FontRef::from_index(data, index).ok()?.charmap().map(character)
    });
    asked.flatten().is_some()
}
