//! The examples of a check: a case is a text with marks, and what is proposed under it.
//!
//! ```text
//! --- 三点意见，下面四个标题
//! own 平安县
//! date 2021-03-01
//! 下面，我讲⟦三点意见⟧：
//! 一、提高认识
//! => 四点意见
//! ```
//!
//! `minutes` and `rate` say how long the speech may take and how fast is spoken, `audience`
//! who hears it. `known` begins a line of a speech that was given before, `heard` says who
//! heard that one; `list avoided_names 王大山` is a line of a list of the unit. After a ⟧ stands the severity, where it is not the one of the check.

use speech::check::{Finding, Known};
use speech::outline::outline;
use speech::overlap::{Stock, stretches};
use speech::parse::{Parsed, parse};
use speech::reference::{Meant, references};
use speech::text::Span;
use speech::{BlockId, Check, Day, Lexicon, Occasion, Paragraph, Severity, Subject, UnitList, UnitLists};

/// One case of a check's examples.
pub(crate) struct Case {
    pub(crate) title: String,
    head: Vec<String>,
    occasion: Occasion,
    /// A speech that was given before.
    known: String,
    /// Who heard it.
    heard: Option<String>,
    /// Which heading, by its words, words were about while their number was right.
    meant: Vec<(String, String)>,
    /// What the unit knows beside what everybody knows.
    lists: UnitLists,
    /// The text with its marks.
    pub(crate) text: String,
}

/// The cases of a file.
pub(crate) fn cases(examples: &str) -> Vec<Case> {
    let mut cases: Vec<Case> = Vec::new();
    for line in examples.lines() {
        if let Some(title) = line.strip_prefix("--- ") {
            cases.push(Case {
                title: title.to_owned(),
                head: Vec::new(),
                occasion: Occasion::default(),
                known: String::new(),
                heard: None,
                meant: Vec::new(),
                lists: UnitLists::default(),
                text: String::new(),
            });
            continue;
        }
        let case = cases.last_mut().expect("a file begins with “--- title”");
        if is_head(case, line) {
            case.head.push(line.to_owned());
        } else if !line.starts_with("=>") {
            case.text += line;
            case.text.push('\n');
        }
    }
    for case in &mut cases {
        case.text.truncate(case.text.trim_end_matches('\n').len());
    }
    cases
}

/// Reads a line that tells of the occasion; false for a line of the text.
fn is_head(case: &mut Case, line: &str) -> bool {
    let Some((name, told)) = line.split_once(' ') else { return false };
    let number = || told.parse().expect("a number");
    match name {
        "own" => case.occasion.own = told.split_whitespace().map(str::to_owned).collect(),
        "date" => case.occasion.date = Some(Day::read(told).expect("a day")),
        "minutes" => case.occasion.minutes = Some(number()),
        "rate" => case.occasion.rate = number(),
        "audience" => case.occasion.audience = Some(told.to_owned()),
        "list" => {
            let (list, line) = told.split_once(' ').expect("a list and a line of it");
            let text = case.lists.text_mut(UnitList::read(list).expect("a list"));
            text.push_str(line);
            text.push('\n');
        }
        "meant" => {
            let (words, heading) = told.split_once(' ').expect("words and a heading");
            case.meant.push((words.to_owned(), heading.to_owned()));
        }
        "heard" => case.heard = Some(told.to_owned()),
        "known" => {
            case.known += told;
            case.known.push('\n');
        }
        _ => return false,
    }
    true
}

/// A file as the check tells it.
pub(crate) fn replay(check: &Check, examples: &str, lexicon: &Lexicon) -> String {
    let told: Vec<String> = cases(examples).iter().map(|case| told(check, case, lexicon)).collect();
    told.join("\n")
}

fn told(check: &Check, case: &Case, lexicon: &Lexicon) -> String {
    let text = unmark(&case.text);
    let parsed = parse(&text.lines().map(Paragraph::plain).collect::<Vec<_>>());
    let mut found = Vec::new();
    let of_unit = (case.lists != UnitLists::default()).then(|| Lexicon::built_in_with(&case.lists));
    let lexicon = of_unit.as_ref().unwrap_or(lexicon);
    let mut subject = Subject::new(&parsed.speech, lexicon, &case.occasion);
    for reference in references(&parsed.speech) {
        let Some((text, words)) = case.meant.iter().find(|(words, _)| *words == reference.text) else {
            continue;
        };
        let headings = outline(&parsed.speech);
        let heading = headings.iter().find(|section| section.words == *words).map(|section| section.heading);
        subject.meant.push(Meant {
            block: reference.block,
            text: text.clone(),
            nth: reference.nth,
            heading: heading.unwrap_or(BlockId(9_999)),
            words: words.clone(),
            said: true,
        });
    }
    if !case.known.is_empty() {
        let stretches = stretches(&case.known, &Stock::built_in());
        let (title, audience) = ("去年的讲话".to_owned(), case.heard.clone());
        subject.known.push(Known { title, audience, stretches });
    }
    (check.run)(&subject, &mut found);
    found.sort_by_key(|finding| (finding.block, finding.span.start));
    let head: String = case.head.iter().map(|line| format!("{line}\n")).collect();
    let proposed: String = found
        .iter()
        .filter_map(|finding| finding.suggestion.as_ref())
        .map(|fix| format!("=> {fix}").trim_end().to_owned() + "\n")
        .collect();
    format!("--- {}\n{head}{}{proposed}", case.title, marked(&text, &parsed, check, &found))
}

/// The text with what was found marked in it.
fn marked(text: &str, parsed: &Parsed, check: &Check, found: &[Finding]) -> String {
    let mut marked = String::new();
    for (number, line) in (1..).zip(text.lines()) {
        let chars: Vec<char> = line.chars().collect();
        let mut at = 0;
        for finding in found {
            let position = parsed.position(finding.block).expect("every block stands in the file");
            if position.line != number {
                continue;
            }
            let start = position.column - 1;
            let span: Span = start + finding.span.start..start + finding.span.end;
            assert_eq!(chars[span.clone()].iter().collect::<String>(), finding.text, "{}", check.id);
            assert!(at <= span.start, "findings of {} overlap in: {line}", check.id);
            marked.extend(&chars[at..span.start]);
            let severity = if finding.severity == check.severity { "" } else { finding.severity.word() };
            marked += &format!("⟦{}⟧{severity}", finding.text);
            at = span.end;
        }
        marked.extend(&chars[at..]);
        marked.push('\n');
    }
    marked
}

/// A text without its marks.
fn unmark(text: &str) -> String {
    let mut plain = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('⟦') {
        let (inner, after) = after.split_once('⟧').expect("every ⟦ has its ⟧");
        plain = plain + before + inner;
        rest = Severity::ALL.iter().find_map(|severity| after.strip_prefix(severity.word())).unwrap_or(after);
    }
    plain + rest
}
