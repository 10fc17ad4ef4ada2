//! Signs of symbol fonts, which stand in files as private characters.

/// What a private character of a symbol font shows: the usual ones as they are, a dot
/// for any other.
pub(super) fn shown(character: char) -> char {
    SYMBOLS.iter().find(|(private, _)| *private == character).map_or('•', |(_, sign)| *sign)
}

/// What Wingdings, the font of forms, shows for its private characters.
const SYMBOLS: [(char, char); 10] = [
    ('\u{F06C}', '●'),
    ('\u{F06E}', '■'),
    ('\u{F06F}', '□'),
    ('\u{F075}', '◆'),
    ('\u{F0A8}', '□'),
    ('\u{F0D8}', '➢'),
    ('\u{F0E0}', '→'),
    ('\u{F0FC}', '✓'),
    ('\u{F0FD}', '☒'),
    ('\u{F0FE}', '☑'),
];
