//! What becomes of findings: taken, ignored, switched off.

use speech::check::run;
use speech::decision::{Decision, sort};
use speech::draft::{Taken, assemble};
use speech::fix::{Refused, take, take_all};
use speech::parse::parse;
use speech::shown::text;
use speech::{Extent, Finding, Fix, Inline, Lexicon, Occasion, Paragraph, Quote, Speech, Subject};

fn parsed(lines: &[&str]) -> Speech {
    parse(&lines.iter().copied().map(Paragraph::plain).collect::<Vec<_>>()).speech
}

fn checked(speech: &Speech) -> Vec<Finding> {
    let occasion = Occasion { own: vec!["青山县".to_owned()], ..Occasion::default() };
    run(&Subject::new(speech, &Lexicon::built_in(), &occasion), None)
}

/// All that is proposed for a text, taken one by one, as after each the text is another.
#[track_caller]
fn taken(lines: &[&str], expected: &[&str]) {
    let mut speech = parsed(lines);
    for _ in 0..10 {
        let found = checked(&speech);
        let Some(fix) = found.iter().find_map(Finding::fix) else { break };
        assert_eq!(take(&mut speech, &fix), Ok(()), "{fix:?}");
    }
    assert_eq!(text(&speech).lines().collect::<Vec<_>>(), expected);
    assert_eq!(speech.flaw(), None);
    assert_eq!(checked(&speech), []);
}

#[test]
fn what_is_proposed_is_put_in_its_place() {
    taken(
        &["同志们：", "下面，我讲三点意见：", "一、提高认识", "要学。", "二、突出重点", "要抓。"],
        &["同志们：", "下面，我讲两点意见：", "一、提高认识", "要学。", "二、突出重点", "要抓。"],
    );
    taken(
        &["同志们：", "　　（一）、看清形势。要看。", "　　（三）、坚定信心。要干。"],
        &["同志们：", "　　（一）看清形势。要看。", "　　（二）坚定信心。要干。"],
    );
    taken(
        &["同志们：", "一看差距，要准。二要看潜力，要够。三看机遇，要抓。"],
        &["同志们：", "一看差距，要准。二看潜力，要够。三看机遇，要抓。"],
    );
    taken(&["同志们：", "我区要抓，我区要干。"], &["同志们：", "我县要抓，我县要干。"]);
}

#[test]
fn a_taken_marker_counts_on() {
    let mut speech = parsed(&["同志们：", "一是抓投资。三是稳就业。"]);
    let found = checked(&speech);
    take(&mut speech, &found[0].fix().expect("二是 is proposed")).expect("it stands there");
    let numbers: Vec<u32> = speech.blocks[1]
        .inlines
        .iter()
        .filter_map(|inline| match inline {
            Inline::Marker { number, .. } => Some(*number),
            _ => None,
        })
        .collect();
    assert_eq!(numbers, [1, 2]);
    assert_eq!(checked(&speech), []);
}

#[test]
fn all_alike_are_taken_at_once() {
    let mut speech = parsed(&["同志们：", "我区要抓，我区要干。", "我区不等。"]);
    let found = checked(&speech);
    let fixes: Vec<Fix> = found.iter().filter_map(Finding::fix).collect();
    assert_eq!(take_all(&mut speech, &fixes), 3);
    assert_eq!(text(&speech), "同志们：\n我县要抓，我县要干。\n我县不等。");
}

#[test]
fn what_can_not_be_taken_changes_nothing() {
    let mut speech = parsed(&["同志们：", "增长X%。我区要抓。"]);
    let found = checked(&speech);
    let [slot, own] = &found[..] else { panic!("{found:?}") };
    let before = speech.clone();
    assert_eq!(slot.fix(), None);
    let over_slot = Finding { suggestion: Some("5".to_owned()), ..slot.clone() };
    assert_eq!(take(&mut speech, &over_slot.fix().unwrap()), Err(Refused::Slot));
    let own = own.fix().unwrap();
    let moved = Quote { start: own.old.start + 1, end: own.old.end + 1, ..own.old };
    let moved = Fix { old: moved, ..own };
    assert_eq!(take(&mut speech, &moved), Err(Refused::Changed));
    assert_eq!(speech, before);
}

/// In a draft numbers are counted: there is nothing to find, and nothing to write over.
#[test]
fn a_draft_has_no_wrong_numbers() {
    let document =
        parsed(&["同志们：", "一、提高认识", "要学。", "三、突出重点", "要抓。", "四、抓好落实", "要干。"]);
    let found = checked(&document);
    assert_eq!(found.iter().map(|finding| finding.check).collect::<Vec<_>>(), ["numbering"]);
    let taken = Taken { document: "d1", speech: &document, extent: Extent::Whole };
    let mut draft = assemble(None, &[taken]).expect("a whole document has no sections to miss");
    assert_eq!(checked(&draft), []);
    let fix = found[0].fix().unwrap();
    let on_number =
        Fix { old: Quote { block: draft.blocks[1].id, text: "一、".to_owned(), ..fix.old }, ..fix };
    assert_eq!(take(&mut draft, &on_number), Err(Refused::Computed));
}

#[test]
fn the_writer_is_obeyed() {
    let speech = parsed(&["同志们：", "我区要抓，增长X%。", "我区要干。"]);
    let found = checked(&speech);
    let left = |decisions: &[Decision]| {
        let (left, ignored) = sort(found.clone(), decisions.iter());
        assert_eq!(left.len() + ignored.len(), found.len());
        left.iter().map(|finding| finding.text.clone()).collect::<Vec<_>>().join(" ")
    };
    assert_eq!(left(&[]), "我区 X 我区");
    assert_eq!(left(&[Decision::here(&found[0])]), "X 我区");
    assert_eq!(left(&[Decision::words(&found[0])]), "X");
    assert_eq!(left(&[Decision::off(&found[1])]), "我区 我区");
}
