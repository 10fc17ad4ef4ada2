//! 增减. 由120亿元增加到150亿元，增长25%: what was, what is, and by how much are one fact told
//! three times.

use crate::amount::{Amount, amounts};
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::context::Context;
use crate::message::{Message, Words};

pub(super) const CHECK: Check = Check {
    id: "stated-change",
    group: Group::Count,
    severity: Severity::Warning,
    authority: Authority::Itself,
    name: Words { zh: "增减和比率算不对", en: "change and ratio" },
    about: Words {
        zh: "“从120亿元增加到150亿元，增长25%”，三个数互相算得出来；存贷比是贷款除以存款。算不对就有一个错了。生产总值、增加值按不变价算增长，年均、同口径另有算法，不查。",
        en: "From 120 to 150, up 25%: each of the three follows from the others; the loan-deposit ratio is loans by deposits. If they don't fit, one is wrong. Growth at constant prices (生产总值), yearly means and like-for-like figures follow other rules and are left alone.",
    },
    run,
    examples: include_str!("stated_change.txt"),
};

/// Figures that grow by other rules than the two amounts tell.
const OTHERWISE: [&str; 14] = [
    "生产总值",
    "增加值",
    "GDP",
    "年均",
    "平均",
    "同口径",
    "可比",
    "实际增长",
    "不变价",
    "名义",
    "翻",
    "个百分点",
    "均增",
    "目标",
];

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for context in &subject.contexts {
        let amounts = amounts(context);
        for window in amounts.windows(3) {
            if let [was, is, by] = window {
                found.extend(change(subject, context, was, is, by));
                found.extend(ratio(subject, context, was, is, by));
            }
        }
    }
}

fn between(context: &Context, one: &Amount, other: &Amount) -> String {
    context.text(one.span.end..other.span.start)
}

/// 从…增加到…，增长…%
fn change(
    subject: &Subject<'_>,
    context: &Context,
    was: &Amount,
    is: &Amount,
    by: &Amount,
) -> Option<Finding> {
    let to = between(context, was, is);
    let words = between(context, is, by);
    let from = context.ends_any(was.span.start, &["从", "由"]);
    let goes = [
        "增加到",
        "增长到",
        "提高到",
        "上升到",
        "扩大到",
        "增至",
        "增加至",
        "提高至",
        "减少到",
        "下降到",
        "降低到",
        "降至",
        "减少至",
        "下降至",
        "发展到",
    ];
    let joined = goes.contains(&to.trim_start_matches('年').trim_start_matches('的'));
    let up =
        ["，增长", "，增长了", "，增幅", "，增幅达", "，增幅为", "，同比增长", "，提高", "，增加", "，上升"]
            .contains(&words.as_str());
    let down = ["，下降", "，下降了", "，降幅", "，降幅达", "，降幅为", "，同比下降", "，减少", "，降低"]
        .contains(&words.as_str());
    let sentence = context.sentence(was.span.start);
    let otherwise = context.holds_any(sentence, &OTHERWISE);
    if !from
        || !joined
        || !(up || down)
        || otherwise
        || by.unit != "%"
        || was.unit != is.unit
        || was.unit == "%"
        || was.value <= 0.0
    {
        return None;
    }
    let sign = if up { 1.0 } else { -1.0 };
    let percent = |was: f64, is: f64| sign * (is / was - 1.0) * 100.0;
    let expected = percent(was.value, is.value);
    let slack = [(-1.0, 1.0), (1.0, -1.0)].map(|(one, other)| {
        (percent(was.value + one * was.rounding, is.value + other * is.rounding) - expected).abs()
    });
    let slack = slack[0].max(slack[1]) + by.rounding * 2.0 + 0.05;
    let words = format!("{:.1}%", expected);
    ((expected - by.value).abs() > slack).then(|| {
        let (was, is, by_text) =
            (context.text(was.span.clone()), context.text(is.span.clone()), context.text(by.span.clone()));
        let message = Message::new(
            format!("从{was}到{is}，算出来是{words}，这里说{by_text}。三个数核对一遍。"),
            format!("from {was} to {is} is {words}, and {by_text} is stated. Look the three up."),
        );
        subject.finding(&CHECK, context.block, by.span.clone(), message)
    })
}

/// 存款达到120亿元、贷款90亿元、存贷比75%
fn ratio(
    subject: &Subject<'_>,
    context: &Context,
    deposits: &Amount,
    loans: &Amount,
    ratio: &Amount,
) -> Option<Finding> {
    let near = |amount: &Amount, word: &str| {
        let from = amount.span.start.saturating_sub(10);
        context.text(from..amount.span.start).rfind(word).is_some()
    };
    let fits = near(deposits, "存款") && near(loans, "贷款") && near(ratio, "存贷比");
    if !fits
        || ratio.unit != "%"
        || deposits.unit != loans.unit
        || deposits.value <= 0.0
        || deposits.unit == "%"
    {
        return None;
    }
    let expected = loans.value / deposits.value * 100.0;
    let slack = 100.0
        * (loans.rounding / deposits.value + loans.value * deposits.rounding / deposits.value.powi(2))
        + ratio.rounding * 2.0;
    let off = ratio.value - expected;
    let at_least = context.starts_any(ratio.span.end, &["以上", "左右"]);
    (off > slack || off < -slack && !at_least).then(|| {
        let stated = context.text(ratio.span.clone());
        let message = Message::new(
            format!("按前面的存款和贷款，存贷比是{expected:.1}%，这里说{stated}。三个数核对一遍。"),
            format!("by the deposits and loans before it the ratio is {expected:.1}%, and {stated} is stated. Look the three up."),
        );
        subject.finding(&CHECK, context.block, ratio.span.clone(), message)
    })
}
