//! What a speech is filed under, told from its own title, byline and date, and from the
//! name of its file. Nothing is guessed: what none of them says is left out.

mod domain;
mod file;

pub use file::about_file;

use crate::field;
use crate::parse;
use crate::shown::shown;
use crate::speech::{BlockKind, Speech};
use crate::text::{half_width, trim};

/// What can be told of a speech from its own text.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// 全县经济工作会议
    pub occasion: Option<String>,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// The year it was given in.
    pub year: Option<i32>,
    /// 省, 市, 县, 区, 镇, 乡, or 企业.
    pub level: Option<String>,
    /// From the byline.
    pub speaker: Option<String>,
    /// 经济, 党建 …
    pub domain: Option<String>,
}

/// What a text says of itself.
pub fn about(speech: &Speech) -> About {
    let title = text_of(speech, BlockKind::Title).join("");
    let date = text_of(speech, BlockKind::Date).join("");
    let speaker = text_of(speech, BlockKind::Byline).join(" ");
    About {
        occasion: occasion(&title),
        genre: genre(&title),
        year: year(&date).or_else(|| year(&title)),
        level: level(speech, &title),
        speaker: Some(speaker).filter(|speaker| !speaker.is_empty()),
        domain: domain::of_title(speech),
    }
}

/// The lines of a kind, as they are read.
pub fn text_of(speech: &Speech, kind: BlockKind) -> Vec<String> {
    let blocks = shown(speech).into_iter().filter(|shown| shown.block.kind == kind);
    blocks.map(|shown| trim(&shown.text()).to_owned()).collect()
}

/// 在…会议上的讲话
fn occasion(title: &str) -> Option<String> {
    let after = &title[title.find('在')? + '在'.len_utf8()..];
    let end_bytes = ["上的", "上致", "上作", "的讲话", "的发言", "的致辞", "的致词"]
        .iter()
        .filter_map(|mark| after.rfind(mark))
        .min()?;
    let occasion = trim(&after[..end_bytes]);
    (!occasion.is_empty()).then(|| occasion.to_owned())
}

/// The title's last word, told closer by what is said of the meeting.
fn genre(title: &str) -> Option<String> {
    const CLOSER: [(&str, &str); 8] = [
        ("动员", "动员讲话"),
        ("表彰", "表彰讲话"),
        ("总结", "总结讲话"),
        ("廉政", "廉政讲话"),
        ("座谈", "座谈讲话"),
        ("任职", "任职讲话"),
        ("调研", "调研讲话"),
        ("年会", "年会讲话"),
    ];
    let genre = parse::genre_of_title(title)?;
    let closer = CLOSER.iter().find(|(word, _)| genre == "讲话" && title.contains(word));
    Some(closer.map_or(genre, |(_, closer)| closer).to_owned())
}

/// The first 2020年 or 2020.5.28 of a text.
fn year(text: &str) -> Option<i32> {
    let chars: Vec<char> = text.chars().map(half_width).collect();
    let years = chars.windows(5).filter(|window| "年.-/".contains(window[4]));
    years
        .filter_map(|window| window[..4].iter().collect::<String>().parse().ok())
        .find(|year| (1900..2100).contains(year))
}

fn level(speech: &Speech, title: &str) -> Option<String> {
    level_of(title).or_else(|| {
        let texts: Vec<String> = shown(speech).iter().map(|shown| shown.text()).collect();
        field::own_level(texts.iter().map(String::as_str)).map(String::from)
    })
}

/// The level that a title or a name speaks for.
fn level_of(words: &str) -> Option<String> {
    if ["公司", "集团", "企业", "银行"].iter().any(|word| words.contains(word)) {
        return Some("企业".to_owned());
    }
    field::own_level([words].into_iter()).map(String::from)
}
