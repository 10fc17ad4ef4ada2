//! What the writer typed after `lectern export`.

use clap::ValueEnum;
use formats::{Format, ReadingChoice};
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// 文稿、草稿或一个文件（同名时文件优先）；几篇一起时只能是文稿和草稿
    #[arg(value_name = "ID|FILE", required = true)]
    pub(crate) what: Vec<String>,
    /// 写到哪里：.docx、.pdf、.txt 或 .md
    #[arg(short, long = "output", value_name = "OUT", required_unless_present = "to")]
    pub(crate) out: Option<PathBuf>,
    /// 几篇一起写进这个文件夹，文件名照 set --file-name 的样式，不覆盖已有的 / several into a folder
    #[arg(long, value_name = "FOLDER", conflicts_with = "out")]
    pub(crate) to: Option<PathBuf>,
    /// 写成什么：docx、pdf、txt、md（和 --to 一起用）/ the format, with --to
    #[arg(long = "as", value_name = "ENDING", default_value = "docx", requires = "to", value_parser = ending)]
    pub(crate) ending: Format,
    /// 版式：speech 讲话稿、official 公文、reading 朗读稿，或自己的（见 style list）/ the house style
    #[arg(long, value_name = "NAME", default_value = "speech")]
    pub(crate) style: String,
    /// 朗读稿里不要的，逗号隔开；none 全都要 / left out of a reading copy
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) without: Option<Vec<Unwanted>>,
    /// 朗读稿的字号，几磅（二号是 22）/ the size of a reading copy's text, in points
    #[arg(long, value_name = "POINTS", value_parser = clap::value_parser!(u32).range(10..=72))]
    pub(crate) size: Option<u32>,
    /// 朗读稿按每分钟几个字算时间；不写就按素材库的语速 / characters a minute of a reading copy
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(30..=1000))]
    pub(crate) rate: Option<u32>,
}

/// What a reader does not want in a copy that is read aloud.
#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub(crate) enum Unwanted {
    /// 停顿的记号
    Pauses,
    /// 拼音
    Pinyin,
    /// 数字的读法
    Numbers,
    /// 分钟
    Minutes,
    /// 加粗
    Bold,
    /// 没有什么不要的
    None,
}

impl Unwanted {
    /// All that is not left out; of a size of its own.
    pub(crate) fn choice(unwanted: &[Self], size: Option<u32>) -> ReadingChoice {
        let wanted = |what| !unwanted.contains(&what);
        ReadingChoice {
            pauses: wanted(Self::Pauses),
            pinyin: wanted(Self::Pinyin),
            numbers_in_words: wanted(Self::Numbers),
            minutes: wanted(Self::Minutes),
            bold: wanted(Self::Bold),
            size,
        }
    }
}

fn ending(word: &str) -> Result<Format, String> {
    let known = Format::by_extension(word);
    known
        .filter(|format| ["docx", "pdf", "txt", "md"].contains(&format.word()))
        .ok_or_else(|| "docx, pdf, txt, md".to_owned())
}
