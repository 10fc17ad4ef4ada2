//! What a page draws: its characters with their places, and how much of it is pictures.
//!
//! Operators of the page are followed in their order (ISO 32000-1, 9.4), as are those of
//! forms, which are drawn by name; a form may draw others, so that this calls itself, but
//! only [`MOST_FORMS`] deep. The steps of all pages together are counted.

use super::encoding::text_string;
use super::font::Font;
use super::place::Matrix;
use crate::error::{Error, Limit};
use crate::limits::Limits;
use hayro_syntax::Pdf;
use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction as Step;
use hayro_syntax::object::{
    Array, Dict, Name, Number, Object, ObjectIdentifier, Stream, String as PdfString,
};
use hayro_syntax::page::{Page, Resources};
use std::collections::HashMap;
use std::rc::Rc;

/// What stands on a page.
#[derive(Debug, Default)]
pub(super) struct Drawn {
    /// Its size in points.
    pub(super) width: f64,
    pub(super) height: f64,
    pub(super) glyphs: Vec<Glyph>,
    /// How much of the page pictures cover.
    picture_share: f64,
    /// Nothing is drawn.
    pub(super) is_blank: bool,
}

/// A character at its place.
#[derive(Clone, Debug)]
pub(super) struct Glyph {
    pub(super) text: String,
    /// Where it begins on the baseline, and where it ends.
    pub(super) left: f64,
    pub(super) right: f64,
    pub(super) baseline: f64,
    /// The size of its font in points.
    pub(super) size: f64,
    pub(super) is_bold: bool,
    /// It takes up its place and can't be seen.
    pub(super) unseen: bool,
}

impl Drawn {
    /// Whether it is a page of pictures, with no text but a few words.
    pub(super) fn is_picture(&self) -> bool {
        self.picture_share > 0.5 && self.glyphs.iter().filter(|glyph| !glyph.unseen).count() < 40
    }
}

/// What the pages of a file draw.
pub(super) fn pages(pdf: &Pdf, limits: &Limits) -> Result<Vec<Drawn>, Error> {
    let mut fonts = HashMap::new();
    let mut n_steps = 0;
    let mut pages = Vec::new();
    for page in pdf.pages().iter() {
        let (width, height) = page.render_dimensions();
        let mut walk = Walk {
            page: Drawn {
                width: f64::from(width),
                height: f64::from(height),
                is_blank: true,
                ..Drawn::default()
            },
            fonts: &mut fonts,
            limits,
            n_steps: &mut n_steps,
            marks: Vec::new(),
            artifacts: Vec::new(),
        };
        let around = Matrix(page.initial_transform(false).as_coeffs());
        walk.content(&mut page.typed_operations(), &Holder::of_page(page), around, 0)?;
        pages.push(walk.finish());
    }
    Ok(pages)
}

/// Where names of fonts and forms are looked up: in the form, else in the page around it.
struct Holder<'a> {
    own: Resources<'a>,
    around: Option<Resources<'a>>,
}

impl<'a> Holder<'a> {
    fn of_page(page: &Page<'a>) -> Self {
        Self { own: page.resources().clone(), around: None }
    }

    fn font(&self, name: &Name<'_>) -> Option<Dict<'a>> {
        self.own.get_font(name).or_else(|| self.around.as_ref()?.get_font(name))
    }

    fn form(&self, name: &Name<'_>) -> Option<Stream<'a>> {
        self.own.get_x_object(name).or_else(|| self.around.as_ref()?.get_x_object(name))
    }

    fn properties(&self, name: &Name<'_>) -> Option<Dict<'a>> {
        self.own.properties.get::<Dict<'a>>(name)
    }
}

struct Walk<'w> {
    page: Drawn,
    fonts: &'w mut HashMap<ObjectIdentifier, Rc<Font>>,
    limits: &'w Limits,
    n_steps: &'w mut usize,
    /// The marked stretches that the walk is in.
    marks: Vec<Mark>,
    /// Characters that are said to be no text of the document.
    artifacts: Vec<Glyph>,
}

/// What a marked stretch says of what is drawn in it.
#[derive(Debug, Default)]
struct Mark {
    /// It is furniture of the page.
    is_artifact: bool,
    /// The text that it stands for, once; then nothing.
    text: Option<String>,
}

/// What holds until it is changed.
#[derive(Clone)]
struct State {
    around: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    /// Added after each character, and after each blank.
    spacing: f64,
    word_spacing: f64,
    /// 1 is as wide as the font has it.
    stretch: f64,
    leading: f64,
    rise: f64,
    mode: i64,
}

/// Where the next character goes, and where the line began.
struct Pen {
    text: Matrix,
    line: Matrix,
}

impl Pen {
    fn next_line(&mut self, x: f64, y: f64) {
        self.line = Matrix::shift(x, y).within(self.line);
        self.text = self.line;
    }

    fn set(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.text = matrix;
    }
}

impl Walk<'_> {
    fn content(
        &mut self,
        steps: &mut TypedIter<'_>,
        holder: &Holder<'_>,
        around: Matrix,
        depth: usize,
    ) -> Result<(), Error> {
        let mut state = State {
            around,
            font: None,
            size: 0.0,
            spacing: 0.0,
            word_spacing: 0.0,
            stretch: 1.0,
            leading: 0.0,
            rise: 0.0,
            mode: 0,
        };
        let mut saved = Vec::new();
        let mut pen = Pen { text: Matrix::SAME, line: Matrix::SAME };
        let n_marks = self.marks.len();
        while let Some(step) = steps.next() {
            self.count()?;
            match step {
                Step::SaveState(_) if saved.len() < self.limits.depth => saved.push(state.clone()),
                Step::RestoreState(_) => state = saved.pop().unwrap_or(state),
                Step::Transform(it) => {
                    state.around = matrix([it.0, it.1, it.2, it.3, it.4, it.5]).within(state.around);
                }
                Step::BeginText(_) => pen.set(Matrix::SAME),
                Step::TextFont(it) => {
                    state.font = holder.font(it.0).map(|dict| self.font(&dict));
                    state.size = it.1.as_f64();
                }
                Step::CharacterSpacing(it) => state.spacing = it.0.as_f64(),
                Step::WordSpacing(it) => state.word_spacing = it.0.as_f64(),
                Step::HorizontalScaling(it) => state.stretch = it.0.as_f64() / 100.0,
                Step::TextLeading(it) => state.leading = it.0.as_f64(),
                Step::TextRise(it) => state.rise = it.0.as_f64(),
                Step::TextRenderingMode(it) => state.mode = it.0.as_i64(),
                Step::NextLine(it) => pen.next_line(it.0.as_f64(), it.1.as_f64()),
                Step::NextLineAndSetLeading(it) => {
                    state.leading = -it.1.as_f64();
                    pen.next_line(it.0.as_f64(), it.1.as_f64());
                }
                Step::SetTextMatrix(it) => pen.set(matrix([it.0, it.1, it.2, it.3, it.4, it.5])),
                Step::NextLineUsingLeading(_) => pen.next_line(0.0, -state.leading),
                Step::ShowText(it) => self.show(it.0.as_bytes(), &state, &mut pen)?,
                Step::NextLineAndShowText(it) => {
                    pen.next_line(0.0, -state.leading);
                    self.show(it.0.as_bytes(), &state, &mut pen)?;
                }
                Step::ShowTextWithParameters(it) => {
                    state.word_spacing = it.0.as_f64();
                    state.spacing = it.1.as_f64();
                    pen.next_line(0.0, -state.leading);
                    self.show(it.2.as_bytes(), &state, &mut pen)?;
                }
                Step::ShowTexts(it) => self.show_all(it.0, &state, &mut pen)?,
                Step::BeginMarkedContent(it) => {
                    self.mark(Mark { is_artifact: it.0.as_ref() == b"Artifact", text: None });
                }
                Step::BeginMarkedContentWithProperties(it) => {
                    let said = match it.1 {
                        Object::Dict(dict) => Some(dict.clone()),
                        Object::Name(name) => holder.properties(name),
                        _ => None,
                    };
                    let text = said.and_then(|dict| dict.get::<PdfString<'_>>("ActualText"));
                    let text = text.map(|text| text_string(text.as_bytes()));
                    self.mark(Mark { is_artifact: it.0.as_ref() == b"Artifact", text });
                }
                Step::EndMarkedContent(_) if self.marks.len() > n_marks => drop(self.marks.pop()),
                Step::XObject(it) => {
                    if let Some(form) = holder.form(it.0) {
                        self.form(&form, holder, state.around, depth)?;
                    }
                }
                Step::InlineImage(_) => self.picture(state.around),
                Step::FillPathNonZero(_)
                | Step::FillPathNonZeroCompatibility(_)
                | Step::FillPathEvenOdd(_)
                | Step::StrokePath(_)
                | Step::Shading(_) => self.page.is_blank = false,
                _ => {}
            }
        }
        self.marks.truncate(n_marks);
        Ok(())
    }

    /// Counts a step. What is made to go on for ever ends here.
    fn count(&mut self) -> Result<(), Error> {
        *self.n_steps += 1;
        if *self.n_steps > self.limits.page_steps {
            return Err(Error::OverLimit { limit: Limit::Steps, allowed: self.limits.page_steps as u64 });
        }
        Ok(())
    }

    fn mark(&mut self, mark: Mark) {
        if self.marks.len() < self.limits.depth {
            self.marks.push(mark);
        }
    }

    fn font(&mut self, dict: &Dict<'_>) -> Rc<Font> {
        match dict.obj_id() {
            Some(id) => self.fonts.entry(id).or_insert_with(|| Rc::new(Font::read(dict))).clone(),
            None => Rc::new(Font::read(dict)),
        }
    }

    /// Draws a form or a picture.
    fn form(
        &mut self,
        form: &Stream<'_>,
        holder: &Holder<'_>,
        around: Matrix,
        depth: usize,
    ) -> Result<(), Error> {
        let dict = form.dict();
        let subtype = dict.get::<Name<'_>>("Subtype");
        if subtype.as_ref().is_some_and(|subtype| subtype.as_ref() == b"Image") {
            self.picture(around);
            return Ok(());
        }
        if depth >= MOST_FORMS {
            return Err(Error::OverLimit { limit: Limit::Depth, allowed: MOST_FORMS as u64 });
        }
        let Ok(content) = form.decoded_data() else { return Ok(()) };
        let own = dict.get::<Array<'_>>("Matrix").map(|matrix| matrix.iter::<f64>().collect::<Vec<_>>());
        let own = own.and_then(|numbers| <[f64; 6]>::try_from(numbers).ok()).map_or(Matrix::SAME, Matrix);
        let inner = Holder {
            own: Resources::new(dict.get::<Dict<'_>>("Resources").unwrap_or_default()),
            around: Some(holder.own.clone()),
        };
        self.content(&mut TypedIter::new(&content), &inner, own.within(around), depth + 1)
    }

    /// A picture fills the unit square.
    fn picture(&mut self, around: Matrix) {
        self.page.is_blank = false;
        let page = self.page.width * self.page.height;
        if page > 0.0 {
            self.page.picture_share += around.area() / page;
        }
    }

    fn show_all(&mut self, items: &Array<'_>, state: &State, pen: &mut Pen) -> Result<(), Error> {
        for item in items.iter::<Object<'_>>() {
            match item {
                Object::String(text) => self.show(text.as_bytes(), state, pen)?,
                Object::Number(back) => {
                    let x = -back.as_f64() / 1000.0 * state.size * state.stretch;
                    pen.text = Matrix::shift(x, 0.0).within(pen.text);
                }
                _ => {}
            }
        }
        Ok(())
    }

    fn show(&mut self, bytes: &[u8], state: &State, pen: &mut Pen) -> Result<(), Error> {
        let Some(font) = &state.font else { return Ok(()) };
        self.page.is_blank = false;
        for shown in font.shown(bytes) {
            self.count()?;
            let units = Matrix([state.size * state.stretch, 0.0, 0.0, state.size, 0.0, state.rise]);
            let at = units.within(pen.text).within(state.around);
            let (left, baseline) = at.place(0.0, 0.0);
            let (right, _) = at.place(shown.width / 1000.0, 0.0);
            let space = if shown.is_space { state.word_spacing } else { 0.0 };
            let x = (shown.width / 1000.0 * state.size + state.spacing + space) * state.stretch;
            pen.text = Matrix::shift(x, 0.0).within(pen.text);
            // What is turned is a mark across the page, or beside it.
            let is_on_page =
                (0.0..=self.page.width).contains(&left) && (0.0..=self.page.height).contains(&baseline);
            if !at.is_upright() || !is_on_page {
                continue;
            }
            let text = match self.marks.iter_mut().rev().find_map(|mark| mark.text.as_mut()) {
                Some(text) => std::mem::take(text),
                None => shown.text,
            };
            let glyph = Glyph {
                text,
                left,
                right,
                baseline,
                size: at.height(),
                // Programs thicken a font that has no bold shapes by drawing its edges too.
                is_bold: font.is_bold || state.mode == 2,
                unseen: matches!(state.mode, 3 | 7),
            };
            let is_artifact = self.marks.iter().any(|mark| mark.is_artifact);
            if is_artifact { &mut self.artifacts } else { &mut self.page.glyphs }.push(glyph);
        }
        Ok(())
    }

    /// The page. One on which all is said to be no text is not believed.
    fn finish(mut self) -> Drawn {
        if self.page.glyphs.is_empty() {
            self.page.glyphs = self.artifacts;
        }
        self.page
    }
}

/// Forms in each other. Programs put two or three.
const MOST_FORMS: usize = 12;

fn matrix(numbers: [Number; 6]) -> Matrix {
    Matrix(numbers.map(|number| number.as_f64()))
}
