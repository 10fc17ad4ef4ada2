//! Which characters bytes stand for in RTF: the fonts say it, or else the document.

use crate::read::symbols;
use encoding_rs::{
    BIG5, EUC_KR, Encoding, GB18030, MACINTOSH, SHIFT_JIS, UTF_8, WINDOWS_874, WINDOWS_1250, WINDOWS_1251,
    WINDOWS_1252, WINDOWS_1253, WINDOWS_1254, WINDOWS_1255, WINDOWS_1256, WINDOWS_1257, WINDOWS_1258,
};
use std::borrow::Cow;

/// What the bytes of a font stand for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Charset {
    /// Those of the document.
    Document,
    /// Western ones, says the font; many fonts say it that are not.
    Western,
    /// An encoding.
    Encoded(&'static Encoding),
    /// Signs of a symbol font.
    Symbol,
}

impl Charset {
    /// By the number that `\fcharset` gives.
    pub(super) fn of_font(number: i32) -> Self {
        Self::Encoded(match number {
            0 => return Self::Western,
            2 => return Self::Symbol,
            77 => MACINTOSH,
            128 => SHIFT_JIS,
            129 | 130 => EUC_KR,
            134 => GB18030,
            136 => BIG5,
            161 => WINDOWS_1253,
            162 => WINDOWS_1254,
            163 => WINDOWS_1258,
            177 => WINDOWS_1255,
            178 => WINDOWS_1256,
            186 => WINDOWS_1257,
            204 => WINDOWS_1251,
            222 => WINDOWS_874,
            238 => WINDOWS_1250,
            _ => return Self::Document,
        })
    }
}

/// The encoding of a code page of Windows, as `\ansicpg` and `\cpg` give it.
pub(super) fn code_page(number: i32) -> &'static Encoding {
    match number {
        874 => WINDOWS_874,
        932 => SHIFT_JIS,
        936 | 54936 => GB18030,
        949 => EUC_KR,
        950 => BIG5,
        1250 => WINDOWS_1250,
        1251 => WINDOWS_1251,
        1253 => WINDOWS_1253,
        1254 => WINDOWS_1254,
        1255 => WINDOWS_1255,
        1256 => WINDOWS_1256,
        1257 => WINDOWS_1257,
        1258 => WINDOWS_1258,
        10000 => MACINTOSH,
        65001 => UTF_8,
        _ => WINDOWS_1252,
    }
}

/// The text of bytes in a font of that charset, in a document of that encoding.
pub(super) fn text<'a>(bytes: &'a [u8], charset: Charset, document: &'static Encoding) -> Cow<'a, str> {
    if charset == Charset::Symbol {
        let sign = |byte: &u8| match byte {
            ..=b' ' => ' ',
            byte => char::from_u32(0xF000 + u32::from(*byte)).map_or('•', symbols::shown),
        };
        return bytes.iter().map(sign).collect();
    }
    let encoding = match charset {
        Charset::Encoded(encoding) => encoding,
        Charset::Western if is_double_byte(document) => return in_either(bytes, document),
        Charset::Western => WINDOWS_1252,
        Charset::Document | Charset::Symbol => document,
    };
    encoding.decode_without_bom_handling(bytes).0
}

fn is_double_byte(encoding: &'static Encoding) -> bool {
    encoding == GB18030 || encoding == BIG5 || encoding == UTF_8
}

/// Scripts and old programs write Chinese in whatever font is the first: bytes that
/// stand alone are Western, all others Chinese.
fn in_either<'a>(bytes: &'a [u8], document: &'static Encoding) -> Cow<'a, str> {
    if let Some(text) = document.decode_without_bom_handling_and_without_replacement(bytes) {
        return text;
    }
    let same_kind = |a: &u8, b: &u8| a.is_ascii() == b.is_ascii();
    let runs = bytes.chunk_by(same_kind).map(|run| match run {
        [_] => WINDOWS_1252.decode_without_bom_handling(run).0,
        run => document.decode_without_bom_handling(run).0,
    });
    runs.collect::<String>().into()
}
