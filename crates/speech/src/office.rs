//! 职务: the words of offices, as they stand beside a name.
//!
//! ```text
//! 县委书记张三   县长　XXX   李四局长   王五同志
//! ```

use crate::context::Context;

/// Offices, without 副.
pub(crate) const OFFICES: [&str; 31] = [
    "书记",
    "县长",
    "市长",
    "省长",
    "区长",
    "镇长",
    "乡长",
    "州长",
    "主席",
    "主任",
    "局长",
    "厅长",
    "部长",
    "处长",
    "科长",
    "院长",
    "校长",
    "所长",
    "站长",
    "馆长",
    "会长",
    "董事长",
    "总经理",
    "总裁",
    "经理",
    "检察长",
    "组长",
    "秘书长",
    "园长",
    "行长",
    "代表",
];

/// What a person without an office is called, after the name.
pub(crate) const POLITE: [&str; 7] = ["同志", "先生", "女士", "老师", "教授", "院士", "常委"];

/// Whether an office or a polite word begins at a character: 副县长, 同志.
pub(crate) fn begins(context: &Context, at: usize) -> bool {
    let office = if context.at(at) == Some('副') { at + 1 } else { at };
    context.starts_any(office, &OFFICES) || context.starts_any(at, &POLITE)
}

/// Whether an office ends before a character. 我代表张三 speaks for somebody: 代表 is none
/// there.
pub(crate) fn ends(context: &Context, at: usize) -> bool {
    (context.ends_any(at, &OFFICES) || context.ends(at, "常委")) && !context.ends(at, "代表")
}
