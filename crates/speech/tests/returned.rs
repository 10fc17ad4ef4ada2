//! A draft that came back in any shape: taking all of it gives the text that came back, and what
//! nobody touched stays what it is.

use proptest::prelude::*;
use speech::draft::{Taken, assemble};
use speech::numeral::Numeral;
use speech::parse::parse;
use speech::returned::{Returned, ReturnedLine, proposals, take};
use speech::shown::text;
use speech::text::trim;
use speech::{Extent, Inline, Paragraph, Speech};

/// What speeches are made of, and what a reader may stumble on.
const LINES: [&str; 22] = [
    "在全县优化营商环境大会上的讲话",
    "同志们：",
    "今天开会，主要讲三点意见。",
    "一、提高认识，统一思想",
    "二、抓好落实",
    "（一）守住底线。各镇要守住耕地红线。",
    "（二）补齐短板",
    "1.建立台账",
    "去年用水量增长X%，比上年多XX户。",
    "XX县要带头，第X季度要见效。",
    "一是抓投资。二是抓消费。三是抓出口。",
    "第一，要抓早。",
    "第二，要抓小。",
    "要压实责任，一级抓一级，层层抓落实。",
    "要压实责任，层层抓落实。",
    "镇\t户数\t增幅",
    "甲镇\t12\t3%",
    "𠮷祥如意。",
    "好。",
    "……",
    "X",
    "同志们，让我们一起干！",
];

fn draft(lines: &[String]) -> Speech {
    let lines: Vec<Paragraph> = lines.iter().map(Paragraph::plain).collect();
    let speech = parse(&lines).speech;
    let taken = Taken { document: "d1", speech: &speech, extent: Extent::Whole };
    assemble(None, &[taken]).expect("it is whole")
}

fn returned(lines: &[String]) -> Returned {
    let line = |text: &String| ReturnedLine { paragraph: Paragraph::plain(text), ..ReturnedLine::default() };
    Returned { before: None, after: lines.iter().map(line).collect() }
}

/// The lines that say something, without the numbers and markers, which a draft counts anew.
fn bare<'a>(lines: impl Iterator<Item = &'a str>) -> Vec<String> {
    let bare = |line: &str| {
        let line = trim(line);
        trim(Numeral::read(line).map_or(line, |(_, rest)| rest))
            .replace(['一', '二', '三', '四', '五', '六'], "〇")
    };
    lines.map(bare).filter(|line| !line.is_empty()).collect()
}

fn n_slots(draft: &Speech) -> usize {
    let inlines = draft.blocks.iter().flat_map(|block| &block.inlines);
    inlines.filter(|inline| matches!(inline, Inline::Slot { .. })).count()
}

/// One change of a text as people make them.
#[derive(Clone, Debug)]
enum Edit {
    Put(usize, usize),
    Drop(usize),
    Move(usize, usize),
    Write(usize, usize, &'static str),
    Cut(usize, usize, usize),
    Part(usize, usize),
    Join(usize),
}

fn edit() -> impl Strategy<Value = Edit> {
    let words = prop::sample::select(vec!["狠", "12.5", "项目", "X", "一是", "并", "18", "𠮷"]);
    prop_oneof![
        (0..20_usize, 0..LINES.len()).prop_map(|(at, line)| Edit::Put(at, line)),
        (0..20_usize).prop_map(Edit::Drop),
        (0..20_usize, 0..20_usize).prop_map(|(from, to)| Edit::Move(from, to)),
        (0..20_usize, 0..20_usize, words).prop_map(|(line, at, words)| Edit::Write(line, at, words)),
        (0..20_usize, 0..20_usize, 1..6_usize).prop_map(|(line, at, n)| Edit::Cut(line, at, n)),
        (0..20_usize, 1..20_usize).prop_map(|(line, at)| Edit::Part(line, at)),
        (0..20_usize).prop_map(Edit::Join),
    ]
}

fn edited(mut lines: Vec<String>, edit: &Edit) -> Vec<String> {
    let n = lines.len().max(1);
    let cut = |line: &str, at: usize| {
        let mut characters: Vec<char> = line.chars().collect();
        let rest = characters.split_off(at.min(characters.len()));
        (characters.into_iter().collect::<String>(), rest.into_iter().collect::<String>())
    };
    match edit {
        Edit::Put(at, line) => lines.insert(at % (n + 1).min(lines.len() + 1), LINES[*line].to_owned()),
        _ if lines.is_empty() => {}
        Edit::Drop(at) => drop(lines.remove(at % n)),
        Edit::Move(from, to) => {
            let line = lines.remove(from % n);
            lines.insert(to % n, line);
        }
        Edit::Write(line, at, words) => {
            let (head, tail) = cut(&lines[line % n], *at);
            lines[line % n] = head + words + &tail;
        }
        Edit::Cut(line, at, n_cut) => {
            let (head, tail) = cut(&lines[line % n], *at);
            lines[line % n] = head + &cut(&tail, *n_cut).1;
        }
        Edit::Part(line, at) => {
            let (head, tail) = cut(&lines[line % n], *at);
            lines[line % n] = head;
            lines.insert(line % n + 1, tail);
        }
        Edit::Join(line) if line % n + 1 < n => {
            let next = lines.remove(line % n + 1);
            lines[line % n] += &next;
        }
        Edit::Join(_) => {}
    }
    lines
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 1_500, ..ProptestConfig::default() })]

    #[test]
    fn all_of_it_taken_is_what_came_back(
        lines in prop::collection::vec(prop::sample::select(LINES.to_vec()), 0..16),
        edits in prop::collection::vec(edit(), 0..6),
    ) {
        let lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
        let draft = draft(&lines);
        let sent: Vec<String> = text(&draft).lines().map(str::to_owned).collect();
        let came = edits.iter().fold(sent.clone(), edited);
        let mut found = proposals(&draft, None, &returned(&came));
        if came == sent {
            prop_assert_eq!(&found, &[]);
        }
        // A field has one value: who gave it two has to choose.
        let two_values = found.iter().any(|one| one.value.is_some() && one.doubt.is_some());
        found.retain(|one| one.ticked);
        let now = take(&draft, &found);
        prop_assert_eq!(now.flaw(), None);
        if !two_values {
            prop_assert_eq!(bare(text(&now).lines()), bare(came.iter().map(String::as_str)));
        }
        let none = take(&draft, &[]);
        prop_assert_eq!(none, draft);
    }

    #[test]
    fn slots_stay_where_only_other_words_changed(
        lines in prop::collection::vec(prop::sample::select(LINES.to_vec()), 1..12),
        at in 0..12_usize,
    ) {
        let lines: Vec<String> = lines.into_iter().map(str::to_owned).collect();
        let draft = draft(&lines);
        let mut came: Vec<String> = text(&draft).lines().map(str::to_owned).collect();
        let at = at % came.len();
        came[at] = came[at].clone() + "这一句是后来加的。";
        let now = take(&draft, &proposals(&draft, None, &returned(&came)));
        prop_assert_eq!(n_slots(&now), n_slots(&draft));
    }
}
