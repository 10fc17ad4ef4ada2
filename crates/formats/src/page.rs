//! A speech laid out in lines, each with its role: what every writer of files maps
//! to its format.
//!
//! A line is what `show` prints as one: a run-in heading and the paragraph that
//! goes on after it are one line of two differently dressed runs,
//! `（一）守住底线。` in 楷体 and `各镇要……` in 仿宋.

mod aloud;
mod appendix;

pub use appendix::Appendix;
pub(crate) use appendix::lines as lines_behind;

use crate::house_style::HouseStyle;
use speech::reading::Pause;
use speech::text::{length, slice};
use speech::{BlockKind, FieldId, Piece, PieceKind, Shown, Span, Speech, shown};

/// What the style of the notes in a Word file is called: by it they are known when it comes back.
pub(crate) const NOTE_STYLE: &str = "讲稿标记";

/// One line of a speech.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// What it is; for a run-in line its heading.
    pub role: Role,
    /// Its stretches, none of them empty; none at all in an empty line.
    pub runs: Vec<Run>,
    /// The text brings its own indent (　　同志们), so that no other is wanted.
    pub indented: bool,
    /// It begins a page.
    pub new_page: bool,
    /// What helps whoever reads it aloud; nothing in other copies.
    pub aloud: Aloud,
}

/// What helps whoever reads a line aloud. Places are in the line's text, in characters
/// from 0.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aloud {
    /// What is not parted.
    pub units: Vec<Span>,
    /// Where to pause.
    pub pauses: Vec<Pause>,
    /// Minutes that the section takes which the line heads.
    pub minutes: Option<f64>,
}

/// A stretch of a line in one dress.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Run {
    /// Its text.
    pub text: String,
    /// Whose fonts it takes.
    pub role: Role,
    /// Bold, beyond what its role is.
    pub strong: bool,
    /// A slot that nobody filled.
    pub open: bool,
    /// The field of the slot that it is.
    pub slot: Option<FieldId>,
    /// The number of a heading.
    pub numeral: bool,
    /// Not of the text: pinyin or a number in words, in brackets.
    pub note: bool,
    /// A note that is a mark and no words: where to pause.
    pub mark: bool,
}

/// What a line is, and how its runs are dressed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Role {
    /// A line of the title.
    Title,
    /// Who speaks.
    Byline,
    /// When.
    Date,
    /// 同志们：
    Salutation,
    /// A heading of level 1 to 4.
    Heading(u8),
    /// A paragraph.
    Body,
    /// A paragraph of the closing.
    Closing,
    /// A row of a table, its cells joined by TAB.
    Table,
}

impl Role {
    /// Every role.
    pub const ALL: [Self; 11] = [
        Self::Title,
        Self::Byline,
        Self::Date,
        Self::Salutation,
        Self::Heading(1),
        Self::Heading(2),
        Self::Heading(3),
        Self::Heading(4),
        Self::Body,
        Self::Closing,
        Self::Table,
    ];

    /// The word for it in house styles.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Byline => "byline",
            Self::Date => "date",
            Self::Salutation => "salutation",
            Self::Heading(0 | 1) => "heading1",
            Self::Heading(2) => "heading2",
            Self::Heading(3) => "heading3",
            Self::Heading(_) => "heading4",
            Self::Body => "body",
            Self::Closing => "closing",
            Self::Table => "table",
        }
    }

    fn of(kind: BlockKind) -> Self {
        match kind {
            BlockKind::Title => Self::Title,
            BlockKind::Byline => Self::Byline,
            BlockKind::Date => Self::Date,
            BlockKind::Salutation => Self::Salutation,
            BlockKind::Heading { level, .. } => Self::Heading(level.clamp(1, 4)),
            BlockKind::Paragraph => Self::Body,
            BlockKind::Table => Self::Table,
            BlockKind::Closing => Self::Closing,
        }
    }
}

impl Line {
    /// The text of the line.
    pub fn text(&self) -> String {
        self.runs.iter().map(|run| run.text.as_str()).collect()
    }

    /// Its stretches, each with the span of the line's text that it is.
    pub(crate) fn placed_runs(&self) -> impl Iterator<Item = (Span, &Run)> {
        self.runs.iter().scan(0, |end, run| {
            let start = *end;
            *end += length(&run.text);
            Some((start..*end, run))
        })
    }
}

/// The lines of a speech in a house style: those of [`lines`], and for a copy that is read
/// aloud with what helps with that.
pub fn dressed_lines(speech: &Speech, style: &HouseStyle) -> Vec<Line> {
    match &style.read_aloud {
        Some(options) => aloud::lines(speech, options),
        None => lines_of(speech, style.bold_members),
    }
}

/// The lines of a speech for a file that is text alone: the marks of a copy that is read aloud
/// stand in the text, as nothing can be drawn beside it.
pub fn marked_lines(speech: &Speech, style: &HouseStyle) -> Vec<Line> {
    let lines = dressed_lines(speech, style);
    let aloud = style.read_aloud.is_some();
    lines.into_iter().map(|line| if aloud { aloud::with_marks(line) } else { line }).collect()
}

/// The lines of a speech: their texts are the lines of [`speech::shown::text`].
pub fn lines(speech: &Speech) -> Vec<Line> {
    lines_of(speech, false)
}

fn lines_of(speech: &Speech, bold_members: bool) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = false;
    for shown in shown(speech) {
        let role = Role::of(shown.block.kind);
        let n_bold = if bold_members { shown.n_member_sentence() } else { 0 };
        let runs = runs(&shown.pieces, role, n_bold);
        match lines.last_mut() {
            Some(line) if goes_on => line.runs.extend(runs),
            _ => lines.push(Line {
                role,
                runs,
                indented: starts_blank(&shown),
                new_page: false,
                aloud: Aloud::default(),
            }),
        }
        goes_on = shown.run_in;
    }
    lines
}

/// The runs of a block, its first characters bold.
fn runs(pieces: &[Piece], role: Role, n_bold: usize) -> Vec<Run> {
    let mut n_left = n_bold;
    let mut runs = Vec::new();
    for piece in pieces {
        let whole = run(piece, role);
        let n_strong = n_left.min(length(&piece.text));
        n_left -= n_strong;
        let (strong, rest) = piece.text.split_at(slice(&piece.text, 0..n_strong).len());
        runs.extend((!strong.is_empty()).then(|| Run { text: strong.into(), strong: true, ..whole.clone() }));
        runs.extend((!rest.is_empty()).then(|| Run { text: rest.into(), ..whole }));
    }
    runs
}

fn run(piece: &Piece, role: Role) -> Run {
    Run {
        text: piece.text.clone(),
        role,
        strong: matches!(piece.kind, PieceKind::Text { strong: true }),
        open: matches!(piece.kind, PieceKind::Slot { open: true, .. }),
        slot: match piece.kind {
            PieceKind::Slot { field, .. } => Some(field),
            _ => None,
        },
        numeral: piece.kind == PieceKind::Numeral,
        note: false,
        mark: false,
    }
}

fn starts_blank(shown: &Shown<'_>) -> bool {
    let first = shown.pieces.first().and_then(|piece| piece.text.chars().next());
    first.is_some_and(speech::text::is_blank)
}
