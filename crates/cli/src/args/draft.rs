//! What is typed after `draft`.

use super::{assignment, date};
use clap::Subcommand;
use speech::Day;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum DraftCommand {
    /// 用整篇或其中几个部分新建草稿，打印它的 ID / a draft from documents or sections
    ///
    /// 题目（除非给了 --title）、署名、日期和称谓取第一个有的；结束语取最后一个有的。序号重新数。
    ///
    /// 按场合起草：`--occasion 全县经济工作会议 --minutes 20 --skeleton d12`，骨架只取小标题；其中哪个
    /// 部分连文字一起要，再加 `--from d12#2`。各部分的时长按骨架里的长短分，见 `draft outline`。
    New(NewDraft),
    /// 按场合列出可以当骨架的文稿，最合适的在前 / what a draft for an occasion could be written along
    ///
    /// 同一场合、文种、讲话人的在前，自己的在起步模板前；给了 --minutes，说每个部分分到几分钟。
    Skeletons(Skeletons),
    /// 提纲：各部分多少字、几分钟，打算讲几分钟，一共几页 / its sections, their length, and its pages
    Outline(Outline),
    /// 取来的部分里原稿的自称：我市、我局、原稿的地名，列出来改 / what borrowed parts still call their own
    ///
    /// 有把握的直接改，其余的只列；--list 只列不改。自己的名字用 lectern set --own 写全，才知道替谁说话。
    Adapt(Adapt),
    /// 出处：取自哪几篇，各剩多少，占多少 / where it was taken from
    Sources(DraftId),
    /// 打印草稿，序号已编好 / its text, numbered
    Show(DraftId),
    /// 填空项：叫什么、什么类型、填了没有 / its fields
    Fields(DraftId),
    /// 填空，并说还剩哪些 / fill fields, and say what is left
    ///
    /// 拿不准的不填，列出来问。`--set 标签=` 重新打开一个填空项。
    Fill(Fill),
    /// 取回修改稿：寄出去的稿子改了什么，采用其中几处 / what was changed in a file that came back
    ///
    /// FILE 里有修订和批注就照它说，谁改的、什么时候；没有就和寄出去的那一版比。不带 --take 只列出来，
    /// 草稿不动；采用以前的样子在历次稿里留着。没有动过的填空项还是填空项，填上的数成为它的值。
    Return(Return),
    /// 历次稿：留着哪些，叫什么；给现在这一稿起名 / its former versions, and a name for this one
    ///
    /// 名字显示在草稿旁边，也用在导出的文件名里（{稿次}）；有名字的一直留着。
    History(History),
    /// 检查草稿 / findings on the draft
    ///
    /// 按草稿的日期和素材库里自己的名字（lectern set --own）来查。
    Check(DraftId),
}

#[derive(Debug, clap::Args)]
pub(crate) struct NewDraft {
    /// 题目 / the title
    #[arg(long, value_name = "T")]
    pub(crate) title: Option<String>,
    /// 讲话的日期 / the date of the speech
    #[arg(long, value_name = "YYYY-MM-DD", value_parser = date)]
    pub(crate) date: Option<Day>,
    /// 要讲几分钟 / how many minutes it may take
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) minutes: Option<u32>,
    /// 讲给谁听，如 全县三级干部 / who hears it
    #[arg(long, value_name = "WHO")]
    pub(crate) audience: Option<String>,
    /// 什么场合，如 全县经济工作会议 / the occasion
    #[arg(long, value_name = "O")]
    pub(crate) occasion: Option<String>,
    /// 文种，如 致辞 / what sort of speech
    #[arg(long, value_name = "G")]
    pub(crate) genre: Option<String>,
    /// 谁讲，如 “县长　张三” / who gives it
    #[arg(long, value_name = "S")]
    pub(crate) speaker: Option<String>,
    /// 照哪一篇的骨架：只取小标题；可以多次 / headings alone; may be given several times
    #[arg(long, value_name = "ID[#SECTION]")]
    pub(crate) skeleton: Vec<String>,
    /// 取哪一篇，或其中哪个部分；可以多次 / what to take; may be given several times
    #[arg(long, value_name = "ID[#SECTION]", required_unless_present_any = ["empty", "skeleton", "occasion"])]
    pub(crate) from: Vec<String>,
    /// 以去年稿起草：列出要往前推的年份、届次、人和数字，一个也不改 / what to roll forward, listed, not done
    #[arg(long, requires = "date", conflicts_with = "empty")]
    pub(crate) roll_forward: bool,
    /// 没有文字的草稿 / a draft without text
    #[arg(long, conflicts_with_all = ["from", "skeleton"])]
    pub(crate) empty: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Skeletons {
    /// 什么场合 / the occasion
    #[arg(long, value_name = "O")]
    pub(crate) occasion: Option<String>,
    /// 文种 / what sort of speech
    #[arg(long, value_name = "G")]
    pub(crate) genre: Option<String>,
    /// 谁讲 / who gives it
    #[arg(long, value_name = "S")]
    pub(crate) speaker: Option<String>,
    /// 要讲几分钟 / how many minutes it may take
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub(crate) minutes: Option<u32>,
    /// 最多几篇 / at most so many
    #[arg(long, value_name = "N", default_value_t = 5)]
    pub(crate) limit: usize,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Adapt {
    /// 草稿
    pub(crate) id: String,
    /// 只列，不改 / list, change nothing
    #[arg(long)]
    pub(crate) list: bool,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Facts {
    /// 添一条或改一条；值空着就去掉；可以多次 / set a fact; an empty value takes it out
    #[arg(long, value_name = "LABEL=VALUE", value_parser = assignment)]
    pub(crate) set: Vec<(String, String)>,
    /// 从数据表里添：xlsx、xls、ods 或 csv / add those of a data sheet
    #[arg(long, value_name = "FILE.xlsx|FILE.csv")]
    pub(crate) data: Option<PathBuf>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct DraftId {
    /// 草稿
    pub(crate) id: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Outline {
    /// 草稿
    pub(crate) id: String,
    /// 照哪个版式数页 / the house style whose pages are counted
    #[arg(long, value_name = "NAME", default_value = "speech")]
    pub(crate) style: String,
}

#[derive(Debug, clap::Args)]
pub(crate) struct History {
    /// 草稿
    pub(crate) id: String,
    /// 给现在这一稿起名：一稿、二稿、送审稿、定稿；空着就去掉 / names the draft as it is now
    #[arg(long, value_name = "NAME")]
    pub(crate) name: Option<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Fill {
    /// 草稿
    pub(crate) id: String,
    /// 填一项：标签或编号，等号，值；可以多次 / set a field by its label or id
    #[arg(long, value_name = "LABEL_OR_ID=VALUE", value_parser = assignment)]
    pub(crate) set: Vec<(String, String)>,
    /// 数据表：xlsx、xls、ods 或 csv，前两列是标签和值 / a data sheet
    #[arg(long, value_name = "FILE.xlsx|FILE.csv")]
    pub(crate) data: Option<PathBuf>,
    /// 还空着的，用常用数据来填（lectern facts）/ fill what is open from the office's own facts
    #[arg(long)]
    pub(crate) facts: bool,
    /// 这一项留空，不再问；可以多次 / leave a field empty: it is not asked for again
    #[arg(long, value_name = "LABEL_OR_ID")]
    pub(crate) leave: Vec<String>,
}

#[derive(Debug, clap::Args)]
pub(crate) struct Return {
    /// 草稿
    pub(crate) id: String,
    /// 取回来的文件：docx、doc、wps、odt、rtf、txt……
    pub(crate) file: PathBuf,
    /// 采用哪些：all 全部，sure 打勾的，或者 1,3,5 / which to take: all, sure (those ticked), or numbers
    #[arg(long, value_name = "all|sure|N,…", value_parser = taken)]
    pub(crate) take: Option<Taken>,
}

/// Which proposals are taken.
#[derive(Clone, Debug)]
pub(crate) enum Taken {
    /// All of them.
    All,
    /// Those that are ticked.
    Sure,
    /// Those of these numbers, from 1.
    These(Vec<usize>),
}

fn taken(written: &str) -> Result<Taken, String> {
    let number = |number: &str| number.trim().parse().ok().filter(|number| *number > 0);
    match written {
        "all" => Ok(Taken::All),
        "sure" => Ok(Taken::Sure),
        _ => written
            .split([',', '，', '、'])
            .map(number)
            .collect::<Option<_>>()
            .map(Taken::These)
            .ok_or_else(|| "all, sure, 1,3,5".to_owned()),
    }
}
