//! What the writer typed after `lectern style`.

use clap::Subcommand;
use std::path::PathBuf;

#[derive(Debug, Subcommand)]
pub(crate) enum StyleCommand {
    /// 有哪些版式，哪些文件用不了 / the house styles that there are
    List,
    /// 把一个版式打印成文本，可以存成文件改 / print a style as text
    Show {
        /// 版式
        #[arg(value_name = "NAME")]
        name: String,
    },
    /// 从一份 Word 文件学版式：页边距、字体、字号、行距、缩进、页码 / learn a style from a Word file
    ///
    /// 哪一行是标题、哪一行是正文，看内容，不看文件里的样式叫什么。学不到的一项一项说明。
    Learn {
        /// 单位认可的 .docx 文件
        #[arg(value_name = "FILE.docx")]
        file: PathBuf,
        /// 叫什么
        #[arg(long, value_name = "NAME")]
        name: String,
        /// 已经有这个名字的，就换掉 / replace the one of that name
        #[arg(long)]
        replace: bool,
    },
    /// 收进一个版式文件（.toml），比如别的单位给的 / take in a style file
    Add {
        /// 版式文件
        #[arg(value_name = "FILE.toml")]
        file: PathBuf,
        /// 已经有这个名字的，就换掉 / replace the one of that name
        #[arg(long)]
        replace: bool,
    },
    /// 改名 / give one's own style another name
    Rename {
        /// 原来的名字
        #[arg(value_name = "NAME")]
        name: String,
        /// 新的名字
        #[arg(value_name = "NEW")]
        new: String,
    },
    /// 删掉自己的一个版式 / delete one's own style
    Remove {
        /// 版式
        #[arg(value_name = "NAME")]
        name: String,
    },
}
