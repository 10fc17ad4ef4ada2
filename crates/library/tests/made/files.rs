//! Files as writers have them, good and bad, made by rule: the same ones in every run. For
//! the test of an import and for its measurement.

#![allow(dead_code, reason = "the test and the measurement each use a part")]

mod old_office;
mod packed;
mod page;
mod pdf;
mod rtf;
pub(crate) mod told;

use encoding_rs::{BIG5, Encoding, GB18030};
use formats::{Format, HouseStyle};
use speech::parse::parse;
use speech::{Paragraph, shown};
use std::fmt::Write as _;
use std::fs;
use std::path::Path;

/// A way to write a text.
pub(crate) struct Way {
    /// What a name ends with.
    pub(crate) ending: &'static str,
    /// In which script its texts are: Big5 has no simplified characters.
    pub(crate) script: Script,
    /// The bytes of a file with that text.
    pub(crate) write: fn(&str) -> Vec<u8>,
}

/// The script of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Script {
    /// 简体
    Simplified,
    /// 繁體
    Traditional,
}

use Script::{Simplified, Traditional};

/// All ways that are read, and names that say something else. A new reader joins by a line.
pub(crate) const WAYS: &[Way] = &[
    Way { ending: "txt", script: Simplified, write: |text| text.as_bytes().to_vec() },
    Way { ending: "docx", script: Simplified, write: |text| written(text, Format::Docx) },
    Way { ending: "txt", script: Simplified, write: |text| encoded(text, GB18030) },
    Way { ending: "docx", script: Traditional, write: |text| written(text, Format::Docx) },
    Way { ending: "txt", script: Simplified, write: |text| encoded(&text.replace('\n', "\r\n"), GB18030) },
    Way { ending: "md", script: Simplified, write: |text| written(text, Format::Md) },
    Way { ending: "txt", script: Traditional, write: |text| encoded(text, BIG5) },
    Way { ending: "docx", script: Simplified, write: |text| written(text, Format::Docx) },
    Way { ending: "txt", script: Simplified, write: |text| utf_16(text, u16::to_le_bytes) },
    Way { ending: "txt", script: Traditional, write: |text| utf_16(text, u16::to_be_bytes) },
    Way { ending: "txt", script: Simplified, write: |text| [b"\xEF\xBB\xBF", text.as_bytes()].concat() },
    Way { ending: "rtf", script: Simplified, write: rtf::in_gbk },
    Way { ending: "rtf", script: Traditional, write: rtf::in_unicode },
    Way { ending: "odt", script: Simplified, write: packed::odt },
    Way { ending: "html", script: Simplified, write: |text| page::page(text, "utf-8").into_bytes() },
    Way { ending: "htm", script: Simplified, write: |text| encoded(&page::page(text, "gb2312"), GB18030) },
    Way { ending: "doc", script: Simplified, write: old_office::doc },
    Way { ending: "wps", script: Traditional, write: old_office::doc },
    Way { ending: "pdf", script: Simplified, write: pdf::pdf },
    Way { ending: "docx", script: Simplified, write: old_office::doc },
    Way { ending: "doc", script: Simplified, write: |text| written(text, Format::Docx) },
];

/// A way for a file to be bad.
pub(crate) struct Fault {
    /// What a name ends with.
    pub(crate) ending: &'static str,
    /// Its bytes, others for each seed.
    pub(crate) write: fn(u64) -> Vec<u8>,
    /// What the reason says.
    pub(crate) reason: &'static str,
}

/// All faults.
pub(crate) const FAULTS: &[Fault] = &[
    Fault { ending: "txt", write: |_| Vec::new(), reason: "文件是空的" },
    Fault { ending: "docx", write: noise, reason: "" },
    Fault { ending: "docx", write: cut_off, reason: "不完整或已损坏" },
    Fault { ending: "docx", write: old_word, reason: "" },
    Fault {
        ending: "txt",
        write: |seed| [b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", &*noise(seed)].concat(),
        reason: "图片",
    },
    Fault { ending: "docx", write: old_package, reason: "已损坏" },
    Fault { ending: "txt", write: |_| " \n\u{3000}\n\n".into(), reason: "没有讲话稿的文字" },
    Fault {
        ending: "csv", write: |seed| format!("县名,青山县{seed}\n").into_bytes(), reason: "数据表"
    },
    Fault { ending: "xlsx", write: |_| packed::xlsx(), reason: "表格" },
    Fault { ending: "xls", write: |seed| old_office::ole(&[("Workbook", &noise(seed))]), reason: "表格" },
    Fault {
        ending: "docx",
        write: |seed| old_office::ole(&[("EncryptedPackage", &noise(seed))]),
        reason: "密码",
    },
    Fault {
        ending: "doc",
        write: |seed| old_office::doc_with_password(&speech(seed, Simplified, 1)),
        reason: "密码",
    },
    Fault { ending: "docx", write: |_| packed::swelling(), reason: "" },
    Fault { ending: "pdf", write: |_| pdf::scan(), reason: "扫描" },
    Fault { ending: "pdf", write: |seed| [b"%PDF-1.7\n", &*noise(seed)].concat(), reason: "损坏" },
    Fault {
        ending: "odt", write: |seed| half(packed::odt(&speech(seed, Simplified, 2))), reason: "不完整"
    },
    Fault { ending: "doc", write: |seed| half(old_office::doc(&speech(seed, Simplified, 9))), reason: "" },
    Fault {
        ending: "docx",
        write: |_| b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0".to_vec(),
        reason: "",
    },
];

/// A file that is made.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Made {
    /// Its path below the folder of all.
    pub(crate) path: String,
    /// What is to become of it.
    pub(crate) becomes: Becomes,
}

/// What is to become of a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Becomes {
    /// A document with this text.
    Document(Rule),
    /// Nothing new: another file says this.
    Same(Rule),
    /// A document with this text, which is an edition of another one.
    Edition(Rule),
    /// Nothing; the reason says this.
    Nothing(&'static str),
}

/// What a text is made by, so that ten thousand of them need not be held to be compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Rule {
    seed: u64,
    script: Script,
    n_paragraphs: usize,
    more: &'static str,
}

impl Rule {
    /// The text.
    pub(crate) fn text(self) -> String {
        let text = speech(self.seed, self.script, self.n_paragraphs) + self.more;
        text.trim_end().to_owned()
    }
}

/// How many files of each sort: of ten, eight are good; of those some say what another
/// does, some nearly that.
const OF: u64 = 20;

/// Makes files below a folder, with texts of so many paragraphs.
pub(crate) fn make(folder: &Path, n_files: usize, n_paragraphs: usize) -> Vec<Made> {
    let mut made = Vec::new();
    for seed in 0..n_files as u64 {
        // The order of names is that of numbers, so what is the same as another comes later.
        let sub = format!("{}年/第{:03}次会议", 2000 + seed / 100, seed / 50);
        fs::create_dir_all(folder.join(&sub)).expect("a folder can be made");
        let one = match seed % OF {
            7 | 11 | 15 | 19 => {
                let fault = &FAULTS[(seed / 4) as usize % FAULTS.len()];
                let path = format!("{sub}/{seed:05}坏的.{}", fault.ending);
                fs::write(folder.join(&path), (fault.write)(seed)).expect("a file can be written");
                Made { path, becomes: Becomes::Nothing(fault.reason) }
            }
            5 => good(folder, &sub, seed, seed - 5, n_paragraphs, "", Becomes::Same),
            10 => good(folder, &sub, seed, seed - 10, n_paragraphs, EDITED, Becomes::Edition),
            _ => good(folder, &sub, seed, seed, n_paragraphs, "", Becomes::Document),
        };
        made.push(one);
    }
    made
}

/// Makes Word files in a folder, each with a text of its own of so many paragraphs.
pub(crate) fn make_word_files(folder: &Path, n_files: usize, n_paragraphs: usize) {
    fs::create_dir_all(folder).expect("a folder can be made");
    for seed in 0..n_files as u64 {
        let text = speech(seed, Simplified, n_paragraphs);
        let bytes = written(text.trim_end(), Format::Docx);
        fs::write(folder.join(format!("{seed:05}.docx")), bytes).expect("a file can be written");
    }
}

/// What an edition has more, in characters that both scripts have.
const EDITED: &str = "要落到地上，用在手上，一件一件往前走。";

fn good(
    folder: &Path,
    sub: &str,
    seed: u64,
    text_seed: u64,
    n_paragraphs: usize,
    more: &'static str,
    becomes: fn(Rule) -> Becomes,
) -> Made {
    let way = &WAYS[seed as usize % WAYS.len()];
    // What is the same as another is in that one's script.
    let script = WAYS[text_seed as usize % WAYS.len()].script;
    let way = if way.script == script { way } else { &WAYS[text_seed as usize % WAYS.len()] };
    let rule = Rule { seed: text_seed, script, n_paragraphs, more };
    let path = format!("{sub}/{seed:05}讲话.{}", way.ending);
    fs::write(folder.join(&path), (way.write)(&rule.text())).expect("a file can be written");
    Made { path, becomes: becomes(rule) }
}

/// Numbers by rule.
pub(crate) fn numbers(seed: u64) -> impl FnMut() -> u64 {
    let mut state = (seed + 1).wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state >> 11
    }
}

const SIMPLIFIED: &str = "抓实项目推动产业转型优化环境改善民生压实责任提高效率扩大投资培育主体深化改革加强服务保护生态筑牢底线完善制度锻造队伍振兴乡村繁荣文化保障供给防范风险促进就业引进人才";
const TRADITIONAL: &str = "抓實項目推動產業轉型優化環境改善民生壓實責任提高效率擴大投資培育主體深化改革加強服務保護生態築牢底線完善制度鍛造隊伍振興鄉村繁榮文化保障供給防範風險促進就業引進人才";

/// A speech, another one for each seed: a title, headings, paragraphs of about 250 characters.
pub(crate) fn speech(seed: u64, script: Script, n_paragraphs: usize) -> String {
    let (pool, title, heading) = match script {
        Simplified => (SIMPLIFIED, "次工作会议上的讲话\n同志们：", "、抓好第"),
        Traditional => (TRADITIONAL, "次工作會議上的講話\n同志們：", "、抓好第"),
    };
    let words: Vec<char> = pool.chars().collect();
    let mut next = numbers(seed);
    let mut text = format!("在全市第{seed}{title}\n");
    for nth in 0..n_paragraphs {
        if nth % 5 == 0 {
            let numeral = ["一", "二", "三", "四", "五", "六"][nth / 5 % 6];
            writeln!(text, "{numeral}{heading}{}件事", nth + 1).expect("a string takes all");
        }
        for _ in 0..20 {
            let clause: String = (0..12).map(|_| words[next() as usize % words.len()]).collect();
            write!(text, "{clause}，").expect("a string takes all");
        }
        text.push_str("要落地。\n");
    }
    text
}

fn written(text: &str, format: Format) -> Vec<u8> {
    let lines: Vec<Paragraph> = text.lines().map(Paragraph::plain).collect();
    let speech = parse(&lines).speech;
    assert_eq!(shown::text(&speech), text, "what is understood is what was written");
    formats::write(&speech, &HouseStyle::speech(), format).expect("a speech can be written").bytes
}

fn encoded(text: &str, encoding: &'static Encoding) -> Vec<u8> {
    let (bytes, _, lost) = encoding.encode(text);
    assert!(!lost, "{} has all characters of {text}", encoding.name());
    bytes.into_owned()
}

fn utf_16(text: &str, bytes: fn(u16) -> [u8; 2]) -> Vec<u8> {
    "\u{FEFF}".encode_utf16().chain(text.encode_utf16()).flat_map(bytes).collect()
}

fn noise(seed: u64) -> Vec<u8> {
    let mut next = numbers(seed);
    (0..2000).map(|_| next() as u8).collect()
}

fn half(mut bytes: Vec<u8>) -> Vec<u8> {
    bytes.truncate(bytes.len() / 2);
    bytes
}

fn cut_off(seed: u64) -> Vec<u8> {
    let mut bytes = written(speech(seed, Simplified, 2).trim_end(), Format::Docx);
    bytes.truncate(bytes.len() * 2 / 3);
    bytes
}

/// The head of the old Office's files.
fn old_word(seed: u64) -> Vec<u8> {
    [b"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", &*noise(seed)].concat()
}

/// The same, broken, with the name of the part in which Word packs a file that has a password.
fn old_package(seed: u64) -> Vec<u8> {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    [old_word(seed), name, noise(seed + 1)].concat()
}
