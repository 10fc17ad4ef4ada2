//! What holds at a place of the file: braces keep it, and give it back.

/// What holds until the group ends.
#[derive(Clone, Copy, Debug)]
pub(super) struct State {
    /// Where text goes.
    pub(super) place: Place,
    /// Where the text of `\ud` goes, which says the same as what stands before it.
    pub(super) unicode_place: Option<Place>,
    /// The group has a place for lines of its own: a text box.
    pub(super) text_box: bool,
    /// The number of the font.
    pub(super) font: i32,
    /// How many characters stand for a `\u` in programs that don't know it.
    pub(super) n_fallback: usize,
    /// Which characters the words with an `a` before them (`\ab`, `\afs`) speak of.
    pub(super) associated: Associated,
    /// Bold.
    pub(super) bold: bool,
    /// Bold, of Chinese characters: LibreOffice says it apart.
    pub(super) bold_double: bool,
    /// Not shown.
    pub(super) hidden: bool,
    /// Deleted in a tracked change.
    pub(super) deleted: bool,
    /// The size in half-points.
    pub(super) half_points: u32,
    /// What is said of the paragraph.
    pub(super) paragraph: ParagraphState,
}

/// What `\pard` takes back.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct ParagraphState {
    /// The number of its style.
    pub(super) style: i32,
    /// It stands in the middle.
    pub(super) centred: bool,
    /// Its level in the outline, from 0; 9 is none.
    pub(super) outline: Option<u8>,
    /// It stands in a table.
    pub(super) in_table: bool,
}

/// The size where a file says none, in half-points.
const HALF_POINTS: u32 = 24;

impl State {
    /// At the start of a file.
    pub(super) fn new() -> Self {
        Self {
            place: Place::Body,
            unicode_place: None,
            text_box: false,
            font: 0,
            n_fallback: 1,
            associated: Associated::Other,
            bold: false,
            bold_double: false,
            hidden: false,
            deleted: false,
            half_points: HALF_POINTS,
            paragraph: ParagraphState::default(),
        }
    }

    /// `\plain`: what was said of characters holds no more.
    pub(super) fn plain(&mut self, font: i32) {
        let Self { place, unicode_place, text_box, n_fallback, paragraph, .. } = *self;
        *self = Self { place, unicode_place, text_box, n_fallback, paragraph, font, ..Self::new() };
    }
}

/// Which characters a word with an `a` before it speaks of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Associated {
    /// Chinese ones, after `\dbch`.
    Double,
    /// Those that are written from the right, after `\rtlch`; or none.
    Other,
}

/// Where text goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Place {
    /// To the lines.
    Body,
    /// Nowhere.
    Nowhere,
    /// To the names of fonts.
    Fonts,
    /// To the names of styles.
    Styles,
    /// To the number before a paragraph.
    Number,
    /// Nowhere, but for the groups that say what the file is.
    Info,
    /// To what the file says of itself.
    Title,
    Author,
    Created,
}

/// Groups that begin with `\*` and hold what is read all the same.
pub(super) const READ: [&str; 5] = ["shpinst", "do", "ud", "moMath", "moMathPara"];

/// Groups without `\*` whose text is no line.
pub(super) const NO_LINES: [&str; 33] = [
    "header",
    "headerl",
    "headerr",
    "headerf",
    "footer",
    "footerl",
    "footerr",
    "footerf",
    "ftnsep",
    "ftnsepc",
    "ftncn",
    "aftnsep",
    "aftnsepc",
    "aftncn",
    "colortbl",
    "filetbl",
    "listtable",
    "listoverridetable",
    "revtbl",
    "rsidtbl",
    "shprslt",
    "sp",
    "fldinst",
    "nonesttables",
    "nonshppict",
    "mmathPict",
    "template",
    "xe",
    "rxe",
    "tc",
    "tcn",
    "comment",
    "private",
];
