//! What the writer typed after `lectern set`.

use super::Unwanted;
use speech::UnitList;
use std::path::PathBuf;

#[derive(Debug, clap::Args)]
pub(crate) struct Set {
    /// 自己的名字：地方、单位、人；可以多次，整个换掉旧的 / own names, replacing the old ones
    #[arg(long, value_name = "NAME")]
    pub(crate) own: Vec<String>,
    /// 语速：每分钟几个字 / characters a minute
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(30..=1000))]
    pub(crate) rate: Option<u32>,
    /// 导出的文件叫什么，如 "{年}{月}{日} {标题}（{稿次}）"；空着就用平常的 / what exported files are called
    #[arg(long, value_name = "PATTERN")]
    pub(crate) file_name: Option<String>,
    /// 本单位的词表，一行一条，从文本文件读，整个换掉旧的；可以多次 / a list of the unit, from a text file
    ///
    /// NAME：fixed_terms 固定提法（不数它），stock_phrases 套话（不算重复），fine_names 放行的名字，
    /// office_holders 任职（姓名 职务 起 止），avoided_names 回避的名字（名字 原因）。
    #[arg(long = "list", value_name = "NAME=FILE", value_parser = list)]
    pub(crate) lists: Vec<(UnitList, PathBuf)>,
    /// 朗读稿里不要的，逗号隔开；none 全都要 / left out of reading copies
    #[arg(long, value_name = "WHAT", value_delimiter = ',')]
    pub(crate) reading_without: Option<Vec<Unwanted>>,
    /// 朗读稿的字号，几磅；0 照版式 / the size of reading copies, in points; 0 for the style's
    #[arg(long, value_name = "POINTS", value_parser = points)]
    pub(crate) reading_size: Option<u32>,
}

/// A list of the unit, and the file that it is read from.
fn list(written: &str) -> Result<(UnitList, PathBuf), String> {
    let (word, path) = written.split_once('=').ok_or("NAME=FILE")?;
    let words = || UnitList::ALL.map(UnitList::word).join(", ");
    Ok((UnitList::read(word).ok_or_else(words)?, PathBuf::from(path)))
}

/// A size of letters in points, or 0.
fn points(written: &str) -> Result<u32, String> {
    let size = written.parse().ok().filter(|size| *size == 0 || (10..=72).contains(size));
    size.ok_or_else(|| "0, 10..=72".to_owned())
}
