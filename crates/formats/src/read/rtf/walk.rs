//! The walk through the file.

use super::charset::{self, Charset};
use super::flow::Flow;
use super::state::{Associated, NO_LINES, ParagraphState, Place, READ, State};
use super::tables::{Style, Tables};
use super::token::{Token, Tokens};
use crate::error::{Error, Limit};
use crate::extracted::Metadata;
use crate::limits::Limits;
use crate::read::number_format::Gap;
use crate::read::seen::Seen;
use encoding_rs::{Encoding, WINDOWS_1252};
use speech::{Hints, Paragraph};

/// Where the walk stands.
pub(super) struct Walk<'a> {
    bytes: &'a [u8],
    limits: &'a Limits,
    pub(super) tables: Tables,
    pub(super) metadata: Metadata,
    pub(super) seen: Seen,
    /// The encoding of the document.
    pub(super) encoding: &'static Encoding,
    /// All of the file is UTF-8, beyond ASCII: scripts write it, whatever they name.
    pub(super) is_utf_8: bool,
    /// The font that `\plain` goes back to.
    default_font: i32,
    /// What holds now, and in each group around it.
    pub(super) state: State,
    outer: Vec<State>,
    /// The body, and the text boxes that the walk is in.
    flows: Vec<Flow>,
    /// Bytes of text that are not yet read as characters.
    pub(super) pending: Vec<u8>,
    /// How many of what follows stand for a `\u` that was read.
    pub(super) n_to_skip: usize,
    /// The first half of a character beyond U+FFFF.
    pub(super) high_surrogate: Option<u16>,
    /// The number before the paragraph.
    pub(super) number: String,
    pub(super) style: Style,
}

impl<'a> Walk<'a> {
    /// Before the first step.
    pub(super) fn new(bytes: &'a [u8], limits: &'a Limits) -> Self {
        Self {
            bytes,
            limits,
            tables: Tables::default(),
            metadata: Metadata::default(),
            seen: Seen::default(),
            encoding: WINDOWS_1252,
            is_utf_8: !bytes.is_ascii() && std::str::from_utf8(bytes).is_ok(),
            default_font: 0,
            state: State::new(),
            outer: Vec::new(),
            flows: vec![Flow::default()],
            pending: Vec::new(),
            n_to_skip: 0,
            high_surrogate: None,
            number: String::new(),
            style: Style::default(),
        }
    }

    /// Walks through the file; gives its lines, what it says of itself, what was met.
    pub(super) fn read(mut self) -> Result<(Vec<Paragraph>, Metadata, Seen), Error> {
        let mut tokens = Tokens::new(self.bytes).peekable();
        while let Some(token) = tokens.next() {
            match token {
                Token::Open => self.open()?,
                Token::Close => {
                    self.close()?;
                    if self.outer.is_empty() {
                        break;
                    }
                }
                Token::Word(name, number) => self.word(name, number)?,
                Token::Sign(b'*') => {
                    // The word after the star says what the group is.
                    let read = matches!(tokens.peek(), Some(Token::Word(name, _)) if READ.contains(name));
                    if !read {
                        self.flush()?;
                        if let Some(Token::Word(name, _)) = tokens.peek() {
                            self.note(name);
                        }
                        self.state.place = Place::Nowhere;
                    }
                }
                Token::Sign(sign) => self.sign(sign)?,
                Token::Byte(byte) => self.bytes(&[byte]),
                Token::Text(text) => self.bytes(text),
            }
        }
        if !self.outer.is_empty() {
            return Err(Error::Damaged { detail: "ends within a group".to_owned() });
        }
        let hints = self.hints();
        let lines = self.flows.drain(..1).next().map(|flow| flow.finish(&hints)).unwrap_or_default();
        // A file that was never saved says year 0.
        self.metadata.created = self.metadata.created.filter(|created| !created.starts_with("00"));
        for value in [&mut self.metadata.title, &mut self.metadata.author, &mut self.metadata.created] {
            *value = value.take().filter(|value| !speech::text::trim(value).is_empty());
        }
        Ok((lines, self.metadata, self.seen))
    }

    fn open(&mut self) -> Result<(), Error> {
        self.flush()?;
        self.n_to_skip = 0;
        if self.outer.len() >= self.limits.depth {
            return Err(Error::OverLimit { limit: Limit::Depth, allowed: self.limits.depth as u64 });
        }
        self.outer.push(self.state);
        self.state.text_box = false;
        if self.state.place == Place::Styles {
            self.style = Style::default();
            self.state.paragraph = ParagraphState::default();
            (self.state.bold, self.state.bold_double) = (false, false);
        }
        Ok(())
    }

    fn close(&mut self) -> Result<(), Error> {
        self.flush()?;
        self.n_to_skip = 0;
        let Some(outer) = self.outer.pop() else { return Ok(()) };
        match self.state.place {
            Place::Styles if outer.place == Place::Styles => {
                let mut style = std::mem::take(&mut self.style);
                style.bold = self.state.bold || self.state.bold_double;
                style.outline = self.state.paragraph.outline;
                self.tables.add_style(self.state.paragraph.style, style);
            }
            Place::Number if outer.place != Place::Number => {
                self.state = outer;
                return self.end_number();
            }
            _ if self.state.text_box && self.flows.len() > 1 => {
                let hints = self.hints();
                let lines = self.flows.pop().unwrap_or_default().finish(&hints);
                self.flow().after.extend(lines);
            }
            _ => {}
        }
        self.state = outer;
        Ok(())
    }

    fn word(&mut self, name: &str, number: Option<i32>) -> Result<(), Error> {
        if name == "u" {
            return self.unicode(number.unwrap_or_default());
        }
        if self.n_to_skip > 0 {
            self.n_to_skip -= 1;
            return Ok(());
        }
        self.flush()?;
        let is_on = number != Some(0);
        let small = || u8::try_from(number.unwrap_or_default()).unwrap_or(u8::MAX);
        let state = &mut self.state;
        match name {
            // Of the whole file.
            "ansicpg" => self.encoding = charset::code_page(number.unwrap_or_default()),
            "deff" => {
                self.default_font = number.unwrap_or_default();
                state.font = self.default_font;
            }
            "fonttbl" => state.place = Place::Fonts,
            "stylesheet" => state.place = Place::Styles,
            // Of a font or a style.
            "f" => state.font = number.unwrap_or_default(),
            "fcharset" if state.place == Place::Fonts => {
                let charset = Charset::of_font(number.unwrap_or_default());
                self.tables.charsets.insert(state.font, charset);
            }
            "cpg" if state.place == Place::Fonts => {
                let encoding = charset::code_page(number.unwrap_or_default());
                self.tables.charsets.insert(state.font, Charset::Encoded(encoding));
            }
            "sbasedon" => self.style.based_on = number,
            // Of characters.
            "plain" => state.plain(self.default_font),
            "b" => state.bold = is_on,
            "dbch" => state.associated = Associated::Double,
            "rtlch" | "ltrch" | "loch" | "hich" => state.associated = Associated::Other,
            "ab" if state.associated == Associated::Double => state.bold_double = is_on,
            "v" => state.hidden = is_on,
            "deleted" => {
                state.deleted = is_on;
                self.seen.changes |= is_on;
            }
            "revised" => self.seen.changes |= is_on,
            "afs" if state.associated == Associated::Other => {}
            "fs" | "afs" => state.half_points = number.and_then(|n| u32::try_from(n).ok()).unwrap_or(24),
            "uc" => state.n_fallback = number.and_then(|n| usize::try_from(n).ok()).unwrap_or(1),
            // Of the paragraph.
            "pard" => state.paragraph = ParagraphState::default(),
            "s" => state.paragraph.style = number.unwrap_or_default(),
            "qc" => state.paragraph.centred = true,
            "ql" | "qr" | "qj" | "qd" => state.paragraph.centred = false,
            "outlinelevel" => state.paragraph.outline = Some(small()),
            "intbl" => state.paragraph.in_table = is_on,
            // Ends.
            "par" => self.end_paragraph(),
            "sect" => {
                if !self.flow().words.is_empty() {
                    self.end_paragraph();
                }
            }
            "line" | "softline" | "lbr" => self.break_line(),
            "cell" | "nestcell" | "row" if state.place != Place::Body => {}
            "cell" => self.flow().end_cell(),
            "nestcell" => self.flow().end_paragraph(&Hints::default(), true),
            "row" => {
                let n_characters = self.flow().row_characters();
                self.check_length(n_characters)?;
                self.flow().end_row();
            }
            // Groups of their own.
            "listtext" | "pntext" if state.place == Place::Body => {
                self.number.clear();
                state.place = Place::Number;
            }
            "upr" => {
                state.unicode_place = Some(state.place);
                state.place = Place::Nowhere;
            }
            "ud" => state.place = state.unicode_place.unwrap_or(state.place),
            "shptxt" | "dptxbxtext" if state.place == Place::Body => {
                state.text_box = true;
                self.seen.text_boxes = true;
                self.flows.push(Flow::default());
            }
            "title" if state.place == Place::Info => state.place = Place::Title,
            "author" if state.place == Place::Info => state.place = Place::Author,
            "creatim" if state.place == Place::Info => state.place = Place::Created,
            "yr" | "mo" | "dy" | "hr" | "min" if state.place == Place::Created => {
                self.add_date(name, number.unwrap_or_default());
            }
            "info" => state.place = Place::Info,
            "footnote" | "annotation" | "pict" => {
                self.note(name);
                self.state.place = Place::Nowhere;
            }
            "object" | "objattph" => self.note(name),
            name if NO_LINES.contains(&name) => state.place = Place::Nowhere,
            name => {
                let sign = SIGNS.iter().find(|(word, _)| *word == name);
                sign.map_or(Ok(()), |(_, sign)| self.push(sign))?;
            }
        }
        Ok(())
    }

    /// Groups that a warning is given for.
    fn note(&mut self, name: &str) {
        if self.state.place != Place::Body {
            return;
        }
        match name {
            "footnote" => self.seen.notes = true,
            "annotation" | "atnid" | "atrfstart" => self.seen.comments = true,
            "pict" | "shppict" => self.seen.pictures = true,
            "object" | "objdata" | "objattph" => self.seen.embedded = true,
            _ => {}
        }
    }

    fn add_date(&mut self, name: &str, number: i32) {
        let before = match name {
            "yr" => "",
            "hr" => "T",
            "min" => ":",
            _ => "-",
        };
        let date = self.metadata.created.get_or_insert_default();
        date.push_str(before);
        date.push_str(&format!("{number:02}"));
    }

    fn sign(&mut self, sign: u8) -> Result<(), Error> {
        match sign {
            // The second byte of a character may be one of these.
            b'\\' | b'{' | b'}' => {
                self.bytes(&[sign]);
                Ok(())
            }
            _ if self.n_to_skip > 0 => {
                self.n_to_skip -= 1;
                Ok(())
            }
            b'~' => self.flush().and_then(|()| self.push("\u{A0}")),
            b'_' => self.flush().and_then(|()| self.push("-")),
            b'\t' => self.flush().and_then(|()| self.push("\t")),
            b'\r' | b'\n' => {
                self.flush()?;
                self.end_paragraph();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// The number of a paragraph stands in front of its text; a bullet doesn't.
    fn end_number(&mut self) -> Result<(), Error> {
        let written = std::mem::take(&mut self.number);
        let blanks = ['\t', ' '];
        let gap = match written.chars().next_back() {
            Some('\t') => Gap::Tab,
            Some(' ') => Gap::Space,
            _ => Gap::Nothing,
        };
        let mut number = written.trim_matches(blanks).to_owned();
        if !number.chars().any(char::is_alphanumeric) {
            return Ok(());
        }
        gap.part(&mut number);
        self.push(&number)
    }

    fn end_paragraph(&mut self) {
        // The text of a paragraph whose end was deleted goes on in the next one.
        if self.state.place != Place::Body || self.state.deleted {
            return;
        }
        let hints = self.hints();
        let in_table = self.state.paragraph.in_table;
        self.flow().end_paragraph(&hints, in_table);
    }

    fn break_line(&mut self) {
        if self.state.place == Place::Body && !self.state.deleted {
            self.flow().words.break_line();
        }
    }

    fn hints(&self) -> Hints {
        let paragraph = self.state.paragraph;
        let outline = paragraph.outline.or_else(|| self.tables.outline(paragraph.style));
        Hints {
            centred: paragraph.centred,
            outline: outline.filter(|level| *level < 9).map(|level| level + 1),
            titled: self.tables.is_title(paragraph.style),
            ..Hints::default()
        }
    }

    pub(super) fn check_length(&self, n_characters: usize) -> Result<(), Error> {
        let allowed = self.limits.paragraph_characters;
        if n_characters > allowed {
            return Err(Error::OverLimit { limit: Limit::ParagraphCharacters, allowed: allowed as u64 });
        }
        Ok(())
    }

    pub(super) fn flow(&mut self) -> &mut Flow {
        self.flows.last_mut().expect("the body's flow is never taken off")
    }
}

/// Words that stand for a character.
const SIGNS: [(&str, &str); 12] = [
    ("tab", "\t"),
    ("emdash", "—"),
    ("endash", "–"),
    ("lquote", "‘"),
    ("rquote", "’"),
    ("ldblquote", "“"),
    ("rdblquote", "”"),
    ("bullet", "•"),
    ("emspace", "\u{2003}"),
    ("enspace", "\u{2002}"),
    ("qmspace", "\u{2005}"),
    ("zwnj", "\u{200C}"),
];
