//! Texts in every encoding that a Chinese file comes in.

use encoding_rs::{BIG5, GB18030, GBK};
use formats::{Error, ReadOptions, read};

const SPEECH: &str = "同志们：\n　　一季度，全县生产总值增长X%，“放管服”改革——深入推进……\n";
const TRADITIONAL: &str = "各位同仁：\n今天我們在這裡舉行會議，討論下一階段的工作，希望大家踴躍發言。\n";

#[track_caller]
fn reads_as(bytes: &[u8], encoding: &str, text: &str) {
    let extracted = read(bytes, "讲话.txt", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.encoding.as_deref(), Some(encoding));
    let lines: Vec<_> = extracted.paragraphs.iter().map(|it| it.text.as_str()).collect();
    assert_eq!(lines, text.lines().collect::<Vec<_>>());
    assert_eq!(extracted.warnings, []);
}

fn utf_16(text: &str, mark: &str, unit: impl Fn(u16) -> [u8; 2]) -> Vec<u8> {
    mark.encode_utf16().chain(text.encode_utf16()).flat_map(unit).collect()
}

#[test]
fn utf_8_with_a_mark_and_without() {
    reads_as(SPEECH.as_bytes(), "UTF-8", SPEECH);
    reads_as(format!("\u{FEFF}{SPEECH}").as_bytes(), "UTF-8", SPEECH);
    reads_as(b"plain ASCII", "UTF-8", "plain ASCII");
}

#[test]
fn utf_16_with_a_mark_and_without() {
    for mark in ["\u{FEFF}", ""] {
        for text in [SPEECH, TRADITIONAL, "𠮷祥如意，新春快乐，万事大吉，身体健康", "Ladies and gentlemen"]
        {
            reads_as(&utf_16(text, mark, u16::to_le_bytes), "UTF-16LE", text);
            reads_as(&utf_16(text, mark, u16::to_be_bytes), "UTF-16BE", text);
        }
    }
}

#[test]
fn gb18030_down_to_the_shortest_line() {
    for text in [SPEECH, TRADITIONAL, "同志们", "（一）", "Ａ：１", "讲话", "𠮷祥村支部书记"]
    {
        reads_as(&GB18030.encode(text).0, "GB18030", text);
    }
    assert_eq!(GB18030.encode(SPEECH).0, GBK.encode(SPEECH).0);
}

#[test]
fn big5_of_a_sentence_or_more() {
    reads_as(&BIG5.encode(TRADITIONAL).0, "Big5", TRADITIONAL);
    reads_as(&BIG5.encode("主席、各位來賓，大家好！").0, "Big5", "主席、各位來賓，大家好！");
}

#[test]
fn big5_with_characters_of_an_office_s_own() {
    let text = format!("{TRADITIONAL}{TRADITIONAL}");
    let mut bytes = BIG5.encode(&text).0.into_owned();
    // 8140 is for users to define.
    bytes.extend(b"\x81\x40\n");
    let extracted = read(&bytes, "a.txt", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.encoding.as_deref(), Some("Big5"));
    assert_eq!(extracted.paragraphs[0].text, "各位同仁：");
    assert_eq!(extracted.warnings.len(), 1);
}

#[test]
fn utf_8_with_a_broken_byte_is_utf_8() {
    let cut = &SPEECH.as_bytes()[..SPEECH.trim_end().len() - 1];
    let mut broken = SPEECH.as_bytes().to_vec();
    broken.insert("同志们：\n".len(), 0xBD);
    for (bytes, n_lines) in [(cut, 2), (&broken, 2)] {
        let extracted = read(bytes, "a.txt", &ReadOptions::default()).unwrap();
        assert_eq!(extracted.encoding.as_deref(), Some("UTF-8"));
        assert_eq!(extracted.paragraphs.len(), n_lines);
        assert_eq!(extracted.paragraphs[0].text, "同志们：");
        assert_eq!(extracted.warnings.len(), 1);
    }
}

#[test]
fn line_ends_of_every_system_in_every_encoding() {
    for end in ["\n", "\r\n", "\r"] {
        let text = SPEECH.replace('\n', end);
        let read_lines = |bytes: &[u8]| -> Vec<String> {
            let extracted = read(bytes, "a.txt", &ReadOptions::default()).unwrap();
            extracted.paragraphs.into_iter().map(|it| it.text).collect()
        };
        let expected: Vec<_> = SPEECH.lines().collect();
        assert_eq!(read_lines(text.as_bytes()), expected);
        assert_eq!(read_lines(&GB18030.encode(&text).0), expected);
        assert_eq!(read_lines(&utf_16(&text, "", u16::to_le_bytes)), expected);
        assert_eq!(read_lines(&utf_16(&text, "\u{FEFF}", u16::to_be_bytes)), expected);
    }
}

#[test]
fn a_label_is_obeyed() {
    let options = |label: &str| ReadOptions { encoding: Some(label.to_owned()), ..ReadOptions::default() };
    let bytes = BIG5.encode("會議").0;
    for (label, encoding) in [("big5", "Big5"), ("Big5", "Big5"), (" BIG5-HKSCS ", "Big5")] {
        let extracted = read(&bytes, "a.txt", &options(label)).unwrap();
        assert_eq!(extracted.encoding.as_deref(), Some(encoding));
        assert_eq!(extracted.paragraphs[0].text, "會議");
    }
    assert_eq!(read(&bytes, "a.txt", &options("gbk")).unwrap().encoding.as_deref(), Some("GBK"));
    for label in ["big 5", "ansi!", ""] {
        let error = read(&bytes, "a.txt", &options(label)).unwrap_err();
        assert_eq!(error, Error::UnknownEncoding { label: label.to_owned() });
    }
}

#[test]
fn a_text_cut_within_a_character_is_a_text() {
    let bytes = GB18030.encode("讲话").0;
    let extracted = read(&bytes[..3], "a.txt", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.paragraphs[0].text, "讲\u{FFFD}");
    assert_eq!(extracted.warnings.len(), 1);
}

#[test]
fn what_can_not_be_read_is_counted() {
    let mut bytes = GB18030.encode(SPEECH).0.into_owned();
    bytes.extend(b"\xff\xff\xb0");
    let extracted = read(&bytes, "a.txt", &ReadOptions::default()).unwrap();
    assert_eq!(extracted.encoding.as_deref(), Some("GB18030"));
    assert_eq!(extracted.paragraphs[2].text, "\u{FFFD}\u{FFFD}\u{FFFD}");
    assert_eq!(
        extracted.warnings[0].zh,
        "按 GB18030 解读时有 3 处字符无法识别，已用“\u{FFFD}”代替；若有乱码，请指定编码再读一次。"
    );
}
