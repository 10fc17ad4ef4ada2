//! The lists of a unit: which lines are used, and what is said of the others.

use expect_test::expect;
use speech::parse::parse;
use speech::roll_forward::{ProposalKind, roll_forward};
use speech::{Day, Lexicon, Paragraph, UnitList, UnitLists};

#[test]
fn a_bad_line_is_told_and_the_others_are_used() {
    let lists = UnitLists {
        fixed_terms: "# 本县的\n“六个一”工程 三张清单\n\n项目为王\n".to_owned(),
        stock_phrases: "把青山建成看得见山望得见水的地方\r\n抓落实\r\n".to_owned(),
        fine_names: "常州市 武进区\n常".to_owned(),
        office_holders: "王大山 县长 2021-03 2024-06\n李小河 县长 2024-06\n李小河 县长\n\
                         赵一川 县长 2021-03 2019-01\n王大山 县长 2021年3月"
            .to_owned(),
        avoided_names: "\u{FEFF}王大山 2024年免职\n王".to_owned(),
    };
    let told: Vec<String> = lists
        .bad_lines()
        .into_iter()
        .map(|bad| format!("{} {} {}", bad.list.word(), bad.line, bad.message.zh))
        .collect();
    expect![[r#"
        fixed_terms 4 固定提法第4行“项目为王”没有用上：没有数字，不会当作数量。
        stock_phrases 2 套话第2行“抓落实”没有用上：太短，至少四个字。
        fine_names 2 放行的名字第2行“常”没有用上：一个字的名字到处都是。
        office_holders 3 任职第3行“李小河 县长”没有用上：要写成 姓名 职务 起 止，如 王大山 县长 2021-03 2024-06，在任的不写止。
        office_holders 4 任职第4行“赵一川 县长 2021-03 2019-01”没有用上：止在起之前。
        office_holders 5 任职第5行“王大山 县长 2021年3月”没有用上：要写成 姓名 职务 起 止，如 王大山 县长 2021-03 2024-06，在任的不写止。
        avoided_names 2 回避的名字第2行“王”没有用上：一个字的名字到处都是。"#]].assert_eq(&told.join("\n"));
    assert_eq!(UnitLists::default().bad_lines(), []);
}

#[test]
fn a_list_is_read_by_its_word() {
    let mut lists = UnitLists::default();
    for list in UnitList::ALL {
        assert_eq!(UnitList::read(list.word()), Some(list));
        list.word().clone_into(lists.text_mut(list));
    }
    assert!(UnitList::ALL.iter().all(|list| lists.text(*list) == list.word()));
    assert_eq!(UnitList::read("fixed-terms"), None);
}

#[test]
fn who_follows_in_an_office_of_the_unit_is_proposed() {
    let office_holders = "王大山 县长 2021-03 2024-06\n李小河 县长 2024-06\n\
                          赵一川 副县长 2021-03 2024-06\n周山 副县长 2021-03\n吴海 副县长 2022-03";
    let lists = UnitLists { office_holders: office_holders.to_owned(), ..UnitLists::default() };
    let lexicon = Lexicon::built_in_with(&lists);
    let lines = ["在2023年全县大会上的讲话", "同志们：", "王大山县长讲了，赵一川副县长也讲了。"];
    let speech = parse(&lines.map(Paragraph::plain)).speech;
    let day = Day::read("2026-03-18").expect("a day");
    let told: Vec<(String, Option<String>)> = roll_forward(&speech, &lexicon, Some(2023), day)
        .into_iter()
        .filter(|proposal| proposal.kind == ProposalKind::Holder)
        .map(|proposal| (proposal.text, proposal.new))
        .collect();
    assert_eq!(told, [("王大山".to_owned(), Some("李小河".to_owned()))]);
}
