//! What the writer typed. The help texts here are the manual.

mod draft;
mod export;
mod set;
mod style;
mod wrong_use;

pub(crate) use draft::{
    Adapt, DraftCommand, DraftId, Facts, Fill, History, NewDraft, Outline, Return, Skeletons, Taken,
};
pub(crate) use export::{Export, Unwanted};
pub(crate) use set::Set;
pub(crate) use style::StyleCommand;

use crate::failure::Failure;
use crate::print::Language;
use clap::error::ErrorKind;
use clap::{Parser, Subcommand};
use formats::{Apart, ReadOptions};
use library::{DocumentKind, Edit, Library, Region};
use speech::timing::DEFAULT_RATE;
use speech::{CHECKS, Day, Message};
use std::path::PathBuf;
use std::process::ExitCode;
use std::time::SystemTime;

/// 讲台：把旧讲话变成新讲话，离线，一个字也不丢。
///
/// Lectern turns old speeches into new ones, offline, and never loses a word.
///
/// 一个完整的例子 / from a downloaded template to Word:
///
///   lectern import 讲话模板.txt            导入，看懂，编入检索（打印 ID）
///   lectern search 营商环境                找以前是怎么说的
///   lectern draft new --from d7#0 --from d7#2 --from d7#end
///   lectern draft fields d8                还有哪些空要填
///   lectern draft fill d8 --set 县名=青山县 --data 数据.csv
///   lectern export d8 -o 讲话稿.docx
///
/// 部分的写法 / SECTION: `#0` 是第一个一级标题之前的全部，`#2` 是第二个一级标题，
/// `#2.3` 或 `#二（三）` 是其中第三个二级标题，`#end` 是结束语。
///
/// 退出码 / exit codes: 0 完成；1 发现问题（check、verify、import --strict）；2 用法不对，或要做的
/// 那件事没有做成，标准错误上有一句话说明。
#[derive(Debug, Parser)]
#[command(name = "lectern", version, verbatim_doc_comment, max_term_width = 100)]
pub(crate) struct Args {
    /// 素材库所在的文件夹（默认在系统的数据文件夹里；LECTERN_LIBRARY 可以另指）/ the library's folder
    #[arg(long, global = true, value_name = "DIR")]
    library: Option<PathBuf>,

    /// 说明文字的语言 / the language of what people read
    #[arg(long, global = true, value_enum, default_value = "zh")]
    pub(crate) lang: Language,

    /// 输出 JSON，给别的程序用 / print JSON, for programs
    #[arg(long, global = true)]
    pub(crate) json: bool,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// 看一个文件里有什么：广告、标题、层次、要点、空格、填空项 / what Lectern understands of a file
    ///
    /// 不需要素材库，也不改动文件。编码由内容判断，判断错了用 --encoding 指定（gbk、big5、utf-16le……）。
    Inspect(Inspect),
    /// 检查一个文件：遗留的名字和日期、没有填的空、数字和结构 / what should be looked at before it is given
    ///
    /// 不需要素材库，也不改动文件。只提议，不改稿子。查出错误或警告时退出码为 1，只有提示为 0。
    /// 自己的名字用 --own 写全（安康市石泉县），才认得出别处的名字；过时的说法按 --date 来判断。
    Check(Check),
    /// 把文件和文件夹收进素材库 / take files and folders into the library
    ///
    /// 文件夹连同下面的都收。每个文件一行：收了、已有（同样的内容）、新版（同一路径的新内容）或跳过
    /// （说明原因）；打印出来的就已经存好了。原件另存一份，原文件不动。
    /// 文件写成 - 就读标准输入：一篇文字或网页。
    Import(Import),
    /// 导入记录：每一次做了什么，每个文件怎么样了 / what each import did, file by file
    ///
    /// 不带 ID 列出各次导入，新的在前；--csv 写成 Excel 和 WPS 能打开的表格。
    Imports(Imports),
    /// 素材库里有什么，新的在前 / what is in the library, newest first
    List(List),
    /// 文集：导入的文件夹和自己建的 / collections: the folders of imports, and one's own
    ///
    /// 不带选项就列出来。移除的只是文集，里面的文稿都留在素材库；--restore 能恢复原样。
    Collections(Collections),
    /// 跟随文件夹：里面新的和改过的文件自动收进来 / follow a folder
    ///
    /// `watch 文件夹` 从此跟随它，并马上看一遍；--now 再看一遍所有跟随的文件夹。文件夹里删掉的，素材库
    /// 里只做个记号，不删。
    Watch(Watch),
    /// 归类：年份、文种、场合、层级、讲话人、领域，可以几篇一起改 / what documents are filed under
    ///
    /// 不带选项就显示：哪些是看出来的，哪些是自己定的。空值（--year=）表示没有；--as-told 回到看出来的。
    File(File),
    /// 打印一篇，或其中一个部分 / print a document, or one section of it
    Show(Show),
    /// 取出一篇的原件，一个字节也不差 / the file that a document was made from
    Original(Original),
    /// 换一种编码重读原件，文字整篇换掉 / read the kept file again in another encoding
    ///
    /// 给导入时猜错编码、成了乱码的文本文件用。原来的文字还留着，取用过它的草稿不受影响。
    Reread(Reread),
    /// 查找段落，最好的在前 / find passages, best first
    ///
    /// 几个词用空格分开，都要出现；“引号里的”照字面找；-词 表示不要；kind: year: section: 缩小范围。
    /// 任何一串字都找得到，不管分词：找“体责”能找到“主体责任”。繁简、全半角、大小写不分。
    Search(Search),
    /// 和素材库里哪些文稿重复，各部分占多少 / passages and speeches that overlap with it
    ///
    /// 八个字以上连着相同才算，数字和标点不论；人人都说的套话不算。各写各的两篇，一般不到百分之六。
    Similar(SimilarTo),
    /// 草稿：新建、查看、填空、取回修改稿 / drafts: new, show, fields, fill, return
    #[command(subcommand)]
    Draft(DraftCommand),
    /// 写成 Word、文本或 Markdown 文件 / write a file: docx, txt or md
    ///
    /// 格式看 OUT 的后缀。OUT 要么完整写好，要么原样不动。没有填的空在 Word 里是黄底。
    Export(Export),
    /// 常用数据：县名、书记、江河、上年数据，存一次，各篇都能填 / the office's own facts
    ///
    /// 不带选项就显示。`--set 标签=值` 添一条或改一条，值空着就去掉这一条；--data 从表里添。
    /// 用 `draft fill ID --facts` 填到草稿里。
    Facts(Facts),
    /// 版式：列出、打印、从 Word 文件学、收进、改名、删 / house styles
    ///
    /// 自己的版式存在素材库的 styles 文件夹里，一个版式一个 .toml 文件，可以用记事本改，也可以拷给别人。
    #[command(subcommand)]
    Style(StyleCommand),
    /// 素材库的设置；不带选项就显示 / the library's settings; shows them without options
    Set(Set),
    /// 检查素材库是否完好 / check that the library is sound
    Verify,
    /// 重建检索用的索引 / make the search index anew
    Reindex,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Inspect {
    /// 文件：txt、md、docx、doc、wps、rtf、odt、html 或 pdf
    pub(crate) file: PathBuf,
    /// 文本文件的编码，如 gbk / the encoding of a text file
    #[arg(long, value_name = "E")]
    pub(crate) encoding: Option<String>,
    /// 讲话的日期：哪些说法到那天会过时 / the date of the speech, for what goes stale
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) date: Option<Day>,
    /// 自己的名字：地方、单位、人；可以多次 / own names of place, unit, people
    #[arg(long, value_name = "NAME")]
    pub(crate) own: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Check {
    /// 文件：txt、md、docx、doc、wps、rtf、odt、html 或 pdf
    pub(crate) file: PathBuf,
    /// 只查这几项 / only these checks
    #[arg(long, value_name = "ID,…", value_delimiter = ',', value_parser = check)]
    pub(crate) only: Vec<&'static str>,
    /// 文本文件的编码，如 gbk / the encoding of a text file
    #[arg(long, value_name = "E")]
    pub(crate) encoding: Option<String>,
    /// 讲话的日期：哪些说法到那天会过时 / the date of the speech, for what goes stale
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) date: Option<Day>,
    /// 自己的名字：地方、单位、人；可以多次 / own names of place, unit, people
    #[arg(long, value_name = "NAME")]
    pub(crate) own: Vec<String>,
    /// 要讲几分钟：讲不完就查出来 / how many minutes it may take
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) minutes: Option<u32>,
    /// 语速：每分钟几个字 / characters a minute
    #[arg(long, value_name = "N", default_value_t = DEFAULT_RATE, value_parser = clap::value_parser!(u32).range(30..=1000))]
    pub(crate) rate: u32,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Import {
    /// 文件或文件夹；- 是标准输入 / files and folders; - for standard input
    #[arg(required = true)]
    pub(crate) paths: Vec<PathBuf>,
    /// 标准输入那一篇的题目；不写就看它自己的 / the title of what standard input has
    #[arg(long, value_name = "T")]
    pub(crate) title: Option<String>,
    /// 有文件被跳过时，退出码为 1 / exit with 1 if a file was skipped
    #[arg(long)]
    pub(crate) strict: bool,
    /// 文本文件的编码，如 gbk / the encoding of text files
    #[arg(long, value_name = "E")]
    pub(crate) encoding: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Imports {
    /// 哪一次导入，如 i3 / which import
    pub(crate) id: Option<String>,
    /// 把这一次的记录写成表格 / write its report as a table
    #[arg(long, value_name = "FILE", requires = "id")]
    pub(crate) csv: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Original {
    /// 文稿
    pub(crate) id: String,
    /// 写到哪里
    #[arg(short, long = "output", value_name = "FILE")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Reread {
    /// 文稿
    pub(crate) id: String,
    /// 文本文件的编码，如 gbk、big5、utf-16le / the encoding of the text file
    #[arg(long, value_name = "E")]
    pub(crate) encoding: String,
}

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("change").requires("collection"))]
pub(crate) struct Collections {
    /// 哪一个：编号或名称；移除了的用编号 / which one, by id or name
    #[arg(value_name = "ID|NAME", requires = "change")]
    pub(crate) collection: Option<String>,
    /// 改名 / give it another name
    #[arg(long, value_name = "NAME", group = "change", value_parser = clap::builder::NonEmptyStringValueParser::new())]
    pub(crate) rename: Option<String>,
    /// 移除这个文集和它下面的；文稿都留着 / remove it; its documents stay
    #[arg(long, group = "change")]
    pub(crate) remove: bool,
    /// 恢复移除了的 / bring it back
    #[arg(long, group = "change")]
    pub(crate) restore: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct List {
    /// 只列一类：speech 讲话稿、template 模板、starter 自带模板、draft 草稿
    #[arg(long, value_parser = kind)]
    pub(crate) kind: Option<DocumentKind>,
    /// 只列一个文集里的：编号或名称 / only of this collection, by id or name
    #[arg(long, value_name = "ID|NAME")]
    pub(crate) collection: Option<String>,
}

#[derive(Debug, clap::Args)]
#[command(group = clap::ArgGroup::new("what").required(true).args(["path", "list", "remove", "now"]))]
pub(crate) struct Watch {
    /// 要跟随的文件夹
    pub(crate) path: Option<PathBuf>,
    /// 跟随着哪些 / which are followed
    #[arg(long)]
    pub(crate) list: bool,
    /// 不再跟随；收进来的都留着 / follow it no longer
    #[arg(long, value_name = "PATH")]
    pub(crate) remove: Option<PathBuf>,
    /// 现在看一遍 / look now
    #[arg(long)]
    pub(crate) now: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct File {
    /// 文稿，可以几篇
    #[arg(required = true, value_name = "ID")]
    pub(crate) ids: Vec<String>,
    /// 哪一年讲的 / the year it was given in
    #[arg(long, value_name = "Y", value_parser = year)]
    pub(crate) year: Option<Edit<i32>>,
    /// 文种，如 动员讲话 / what sort of speech
    #[arg(long, value_name = "G", value_parser = entry)]
    pub(crate) genre: Option<Edit<String>>,
    /// 场合，如 全县经济工作会议 / the occasion
    #[arg(long, value_name = "O", value_parser = entry)]
    pub(crate) occasion: Option<Edit<String>>,
    /// 层级：省、市、县、区、镇、乡、企业 / the level
    #[arg(long, value_name = "L", value_parser = entry)]
    pub(crate) level: Option<Edit<String>>,
    /// 讲话人 / who gives it
    #[arg(long, value_name = "S", value_parser = entry)]
    pub(crate) speaker: Option<Edit<String>>,
    /// 领域，如 三农、教育 / the field of work
    #[arg(long, value_name = "D", value_parser = entry)]
    pub(crate) domain: Option<Edit<String>>,
    /// 没有指定的几项回到看出来的 / all other entries as they were told
    #[arg(long)]
    pub(crate) as_told: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Show {
    /// 文稿，可带部分，如 d7#2
    #[arg(value_name = "ID[#SECTION]")]
    pub(crate) id: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Search {
    /// 要找的词 / the query
    #[arg(allow_hyphen_values = true)]
    pub(crate) query: String,
    /// 整个 QUERY 照字面找 / the whole query as one literal
    #[arg(long)]
    pub(crate) literal: bool,
    /// 最多几条；0 为全部 / at most so many; 0 for all
    #[arg(long, value_name = "N", default_value_t = 20)]
    pub(crate) limit: usize,
    /// 只在一类里找：speech、template、starter、draft
    #[arg(long, value_parser = kind)]
    pub(crate) kind: Option<DocumentKind>,
    /// 只找这一年的 / only of this year
    #[arg(long, value_name = "Y")]
    pub(crate) year: Option<i32>,
    /// 只在这类位置找：title 标题、opening 开头、heading 小标题、paragraph 正文、closing 结束语
    #[arg(long, value_name = "ROLE", value_parser = section)]
    pub(crate) section: Option<Region>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct SimilarTo {
    /// 一个文件，或者文稿、草稿（同名时文件优先）
    #[arg(value_name = "FILE|ID")]
    pub(crate) what: String,
    /// 最多几篇；0 为全部 / at most so many; 0 for all
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) limit: usize,
}

/// Reads the arguments; help goes to standard output, wrong use is one sentence on
/// standard error.
pub(crate) fn read() -> Result<Args, ExitCode> {
    Args::try_parse().map_err(|error| match error.kind() {
        ErrorKind::DisplayHelp | ErrorKind::DisplayVersion => {
            let _ = error.print();
            ExitCode::SUCCESS
        }
        _ => {
            let Message { zh, en } = wrong_use::wrong_use(&error);
            let english = std::env::args().any(|arg| arg == "en" || arg == "--lang=en");
            eprintln!("{}", if english { en } else { zh });
            ExitCode::from(2)
        }
    })
}

impl Args {
    /// The library: the one asked for, else that of the environment, else that in the
    /// platform's data folder. Made if there is none.
    pub(crate) fn open(&self) -> Result<Library, Failure> {
        let library = Library::open(&self.folder()?, SystemTime::now())?;
        Ok(library.with_apart(Apart::by_this_program()))
    }

    /// The folder of that library, which may not be there yet.
    pub(crate) fn folder(&self) -> Result<PathBuf, Failure> {
        self.library.clone().or_else(library::usual_folder).ok_or_else(|| {
            Failure::told(
                "找不到数据文件夹，请用 --library 指定素材库。",
                "there is no data folder; name a library with --library.",
            )
        })
    }
}

/// How a file is read that the writer names, in an encoding that he may know better.
pub(crate) fn read_options(encoding: Option<&str>) -> ReadOptions {
    ReadOptions {
        encoding: encoding.map(str::to_owned),
        apart: Apart::by_this_program(),
        ..ReadOptions::default()
    }
}

fn kind(word: &str) -> Result<DocumentKind, String> {
    DocumentKind::read(word).ok_or_else(|| "speech, template, starter, draft".to_owned())
}

fn section(word: &str) -> Result<Region, String> {
    Region::read(word).ok_or_else(|| "title, opening, heading, paragraph, closing".to_owned())
}

/// What an entry of a filing is to be; an empty value says that there is none.
fn entry(written: &str) -> Result<Edit<String>, String> {
    let written = written.trim();
    Ok(if written.is_empty() { Edit::Nothing } else { Edit::Say(written.to_owned()) })
}

/// The same for a year.
fn year(written: &str) -> Result<Edit<i32>, String> {
    let written = written.trim().trim_end_matches('年');
    if written.is_empty() {
        return Ok(Edit::Nothing);
    }
    let year = written.parse().ok().filter(|year| (1000..3000).contains(year));
    year.map(Edit::Say).ok_or_else(|| "2023".to_owned())
}

/// Splits at the first `=`.
fn assignment(written: &str) -> Result<(String, String), String> {
    let (label, value) = written.split_once('=').ok_or("LABEL=VALUE")?;
    Ok((label.to_owned(), value.to_owned()))
}

/// The id of a check.
fn check(word: &str) -> Result<&'static str, String> {
    let ids = || CHECKS.iter().map(|check| check.id).collect::<Vec<_>>().join(", ");
    speech::check::find(word).map(|check| check.id).ok_or_else(ids)
}

/// A day of the calendar with its year, as offices write it.
fn date(written: &str) -> Result<Day, String> {
    Day::written(written, None).map_err(|_| "YYYY-MM-DD, 2026年3月18日".to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::CommandFactory;

    #[test]
    fn the_arguments_are_consistent() {
        Args::command().debug_assert();
    }
}
