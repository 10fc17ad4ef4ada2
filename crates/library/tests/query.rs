//! What is understood of a query: `query.txt` holds the cases.

#![allow(clippy::unwrap_used)]

use library::Query;
use proptest::prelude::*;

#[test]
fn queries_are_understood() {
    let cases =
        include_str!("query.txt").lines().filter(|line| line.contains(" ⇒ ") && !line.starts_with('#'));
    let mut n_cases = 0;
    for case in cases {
        let (typed, expected) = case.split_once(" ⇒ ").unwrap();
        let query = Query::read(typed);
        assert_eq!(query.to_string(), expected, "typed: {typed}");
        assert_eq!(Query::read(&query.to_string()), query, "understood, and read again: {expected}");
        n_cases += 1;
    }
    assert!(n_cases > 40);
}

#[test]
fn nothing_is_asked_for_by_nothing() {
    for typed in ["", " ", "　\t"] {
        assert!(Query::read(typed).parts.is_empty(), "{typed:?}");
    }
    assert!(Query::literal("").parts.is_empty());
    assert_eq!(Query::literal(" 三农，-工作 ").to_string(), "“ 三农，-工作 ”");
}

proptest! {
    #[test]
    fn any_text_is_a_query(typed in "\\PC{0,60}") {
        let _ = Query::read(&typed).to_string();
    }

    #[test]
    fn what_is_understood_reads_back(typed in r#"[营商环境 　\-“”"：:，a1.年份yearkind20]{0,24}"#) {
        let query = Query::read(&typed);
        let understood = query.to_string();
        // A text with both sorts of closing quotes can't be quoted.
        prop_assume!(!(typed.contains('”') && typed.contains('"')));
        prop_assert_eq!(Query::read(&understood), query, "{}", understood);
    }
}
