//! Last year's figures: each becomes a field, its old value beside it.

use super::{Proposal, ProposalKind};
use crate::amount::{Amount, amounts};
use crate::context::Context;
use crate::message::Message;
use crate::speech::BlockKind;

/// What a figure of a year is told with.
const TOLD_WITH: [&str; 20] = [
    "增长", "下降", "达到", "达", "完成", "实现", "新增", "增加", "减少", "突破", "提高", "降低", "占",
    "建成", "引进", "投入", "发放", "净增", "超过", "力争",
];

/// The figures of a block that were one year's.
pub(super) fn proposals(context: &Context, kind: BlockKind) -> Vec<Proposal> {
    if !matches!(kind, BlockKind::Paragraph | BlockKind::Closing | BlockKind::Heading { .. }) {
        return Vec::new();
    }
    // What a slot stands for is asked already.
    let free = |amount: &Amount| context.slots_in(amount.span.clone()).next().is_none();
    amounts(context).into_iter().filter(free).map(|amount| proposal(context, &amount)).collect()
}

fn proposal(context: &Context, amount: &Amount) -> Proposal {
    let text = context.text(amount.number.clone());
    let whole = context.text(amount.span.clone());
    // 24个月, 3名同志 may be of any year; percentages and money are of one.
    let measured =
        amount.unit.ends_with('%') || amount.unit.ends_with('元') || amount.unit.ends_with("百分点");
    let told = context.holds_any(context.clause(amount.span.start), &TOLD_WITH);
    let message = Message::new(
        format!("“{whole}”是往年的数：取成填空项，填上今年的。"),
        format!("“{whole}” is that year's: make it a field, and fill in this year's."),
    );
    Proposal {
        kind: ProposalKind::Figure,
        block: context.block,
        span: amount.number.clone(),
        text,
        new: None,
        ticked: measured || told,
        message,
    }
}
