//! The elements of WordprocessingML that say something about text.

/// An element, by its name.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Tag {
    /// A paragraph, and what is said of it.
    P,
    PPr,
    PStyle,
    Jc,
    OutlineLvl,
    NumPr,
    Ilvl,
    NumId,
    /// A run, and what is said of it.
    R,
    RPr,
    RStyle,
    Bold,
    Size,
    Vanish,
    /// What a run holds.
    Text,
    Tab,
    PositionedTab,
    Break,
    CarriageReturn,
    NoBreakHyphen,
    Symbol,
    FieldChar,
    /// A table, its rows and cells.
    Row,
    RowPr,
    Cell,
    /// A text box.
    TextBox,
    /// A content control, what is said of it, and what stands in it.
    Control,
    ControlPr,
    ControlContent,
    /// Tracked changes.
    Inserted,
    Deleted,
    DeletedText,
    /// Never text: instructions of fields, former looks, readings over characters.
    Former,
    Unread,
    /// The same content twice, for programs of two ages.
    Alternatives,
    Choice,
    Fallback,
    /// The words that a comment is about, and its place.
    CommentStart,
    CommentEnd,
    /// What a warning is given for.
    Comment,
    Note,
    Picture,
    Embedded,
    /// Of the part of styles.
    Style,
    Name,
    BasedOn,
    RunDefaults,
    /// Of the part of numbering.
    AbstractNum,
    NumStyleLink,
    Level,
    LevelStart,
    LevelFormat,
    LevelText,
    LevelSuffix,
    LevelLegal,
    LevelRestart,
    Num,
    AbstractNumId,
    Override,
    OverrideStart,
    /// Any other.
    Other,
}

impl Tag {
    /// The element of that name in Word's own namespace.
    pub(super) fn word(local_name: &str) -> Self {
        match local_name {
            "p" => Self::P,
            "pPr" => Self::PPr,
            "pStyle" => Self::PStyle,
            "jc" => Self::Jc,
            "outlineLvl" => Self::OutlineLvl,
            "numPr" => Self::NumPr,
            "ilvl" => Self::Ilvl,
            "numId" => Self::NumId,
            "r" => Self::R,
            "rPr" => Self::RPr,
            "rStyle" => Self::RStyle,
            "b" => Self::Bold,
            "sz" => Self::Size,
            "vanish" => Self::Vanish,
            "t" => Self::Text,
            "tab" => Self::Tab,
            "ptab" => Self::PositionedTab,
            "br" => Self::Break,
            "cr" => Self::CarriageReturn,
            "noBreakHyphen" => Self::NoBreakHyphen,
            "sym" => Self::Symbol,
            "fldChar" => Self::FieldChar,
            "tr" => Self::Row,
            "trPr" => Self::RowPr,
            "tc" => Self::Cell,
            "txbxContent" => Self::TextBox,
            "ins" | "moveTo" => Self::Inserted,
            "del" | "moveFrom" => Self::Deleted,
            "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange" | "sectPrChange"
            | "numberingChange" => Self::Former,
            "delText" => Self::DeletedText,
            "instrText" | "delInstrText" | "rt" => Self::Unread,
            "commentRangeStart" => Self::CommentStart,
            "commentRangeEnd" => Self::CommentEnd,
            "commentReference" => Self::Comment,
            "sdt" => Self::Control,
            "sdtPr" => Self::ControlPr,
            "sdtContent" => Self::ControlContent,
            "footnoteReference" | "endnoteReference" => Self::Note,
            "altChunk" => Self::Embedded,
            "style" => Self::Style,
            "name" => Self::Name,
            "basedOn" => Self::BasedOn,
            "rPrDefault" => Self::RunDefaults,
            "abstractNum" => Self::AbstractNum,
            "numStyleLink" => Self::NumStyleLink,
            "lvl" => Self::Level,
            "start" => Self::LevelStart,
            "numFmt" => Self::LevelFormat,
            "lvlText" => Self::LevelText,
            "suff" => Self::LevelSuffix,
            "isLgl" => Self::LevelLegal,
            "lvlRestart" => Self::LevelRestart,
            "num" => Self::Num,
            "abstractNumId" => Self::AbstractNumId,
            "lvlOverride" => Self::Override,
            "startOverride" => Self::OverrideStart,
            _ => Self::any(local_name),
        }
    }

    /// The element of that name in any namespace.
    pub(super) fn any(local_name: &str) -> Self {
        match local_name {
            "AlternateContent" => Self::Alternatives,
            "Choice" => Self::Choice,
            "Fallback" => Self::Fallback,
            "pic" | "imagedata" => Self::Picture,
            _ => Self::Other,
        }
    }
}
