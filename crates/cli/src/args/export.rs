//! What the writer typed after `lectern export`.

use clap::ValueEnum;
use formats::ReadingChoice;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Export {
    /// 文稿、草稿或一个文件（同名时文件优先）
    #[arg(value_name = "ID|FILE")]
    pub(crate) what: String,
    /// 写到哪里：.docx、.pdf、.txt 或 .md
    #[arg(short, long = "output", value_name = "OUT")]
    pub(crate) out: PathBuf,
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
