//! Rich text: characters by their codes in GBK, as Word 97 writes them, or in Unicode.

use encoding_rs::GBK;

/// Characters as codes of GBK.
pub(super) fn in_gbk(text: &str) -> Vec<u8> {
    rtf(text, |character, out| {
        let (bytes, _, _) = GBK.encode(character);
        bytes.iter().for_each(|byte| out.push_str(&format!("\\'{byte:02x}")));
    })
}

/// Characters as numbers of Unicode, a question mark for programs that don't know them.
pub(super) fn in_unicode(text: &str) -> Vec<u8> {
    rtf(text, |character, out| {
        character.encode_utf16().for_each(|unit| out.push_str(&format!("\\u{}?", unit as i16)));
    })
}

fn rtf(text: &str, write: fn(&str, &mut String)) -> Vec<u8> {
    let mut out = String::from(
        "{\\rtf1\\ansi\\ansicpg936\\deff0{\\fonttbl{\\f0\\fnil\\fcharset134 FangSong;}}\\uc1\\f0\\fs32\n",
    );
    for line in text.lines() {
        out.push_str("\\pard\\qj\\fi640 ");
        for character in line.split("").filter(|character| !character.is_empty()) {
            if character.is_ascii() { out.push_str(character) } else { write(character, &mut out) }
        }
        out.push_str("\\par\n");
    }
    out.push('}');
    out.into_bytes()
}
