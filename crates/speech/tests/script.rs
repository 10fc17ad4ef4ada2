//! The script of a speech that is read from a screen. In a fixture ‸ is where the cursor
//! stands; below each case stands what comes of it: how much is read before its sentence, and
//! of each line how much of it is read, with its pauses (‖ and ╵) and, in 〔…〕, what is not
//! said.

#[path = "fixtures/notation.rs"]
#[allow(dead_code, reason = "the marks of other fixtures are not needed")]
mod notation;

use expect_test::expect_file;
use speech::parse::parse;
use speech::reading::{ScriptLine, ScriptPieceKind, script};
use speech::text::length;
use speech::{BlockId, Lexicon, Paragraph, PieceKind, Speech, shown};

/// What the cursor is written as.
const CURSOR: char = '‸';

/// The speech without the cursor, and where the cursor stood in which block's words.
fn read(lines: &[&str]) -> (Speech, BlockId, usize) {
    let without: Vec<String> = lines.iter().map(|line| line.replace(CURSOR, "")).collect();
    let paragraphs: Vec<Paragraph> = without.iter().map(Paragraph::plain).collect();
    let speech = parse(&paragraphs).speech;
    let at = lines.join("").find(CURSOR).map(|at_bytes| length(&lines.join("")[..at_bytes]));
    let mut at = at.expect("a case has a cursor");
    for shown in shown(&speech) {
        let n_numeral = shown.pieces.iter().filter(|piece| piece.kind == PieceKind::Numeral);
        let n_numeral: usize = n_numeral.map(|piece| length(&piece.text)).sum();
        let n_all = length(&shown.text());
        if at <= n_all {
            return (speech.clone(), shown.block.id, at - n_numeral);
        }
        at -= n_all;
    }
    panic!("the cursor stands behind the speech")
}

fn told(line: &ScriptLine) -> String {
    let pieces = line.pieces.iter().map(|piece| match piece.kind {
        ScriptPieceKind::Note => format!("〔{}〕", piece.text),
        ScriptPieceKind::ShortPause => "╵".to_owned(),
        ScriptPieceKind::LongPause => "‖".to_owned(),
        ScriptPieceKind::Heading => format!("【{}】", piece.text),
        _ => piece.text.clone(),
    });
    format!("│ {} │ {}\n", line.characters, pieces.collect::<String>())
}

#[test]
fn a_script_has_what_its_fixture_says() {
    let file = format!("{}/tests/reading/提词.txt", env!("CARGO_MANIFEST_DIR"));
    let fixture = std::fs::read_to_string(&file).expect("fixtures are UTF-8");
    let lexicon = Lexicon::built_in();
    let mut again = Vec::new();
    for case in notation::cases(&fixture) {
        let given: Vec<&str> = case.lines.iter().filter(|line| !line.starts_with('│')).copied().collect();
        let (speech, block, at) = read(&given);
        let script = script(&speech, &lexicon, block, at);
        let lines: String = script.lines.iter().map(told).collect();
        again.push(format!("--- {}\n{}\n│ {}\n{lines}", case.title, given.join("\n"), script.begin));
    }
    expect_file![file].assert_eq(&again.join("\n"));
}

#[test]
fn a_block_that_is_gone_begins_at_the_beginning() {
    let (speech, ..) = read(&["在会上的讲话", "同志们：‸", "马上就办。"]);
    assert_eq!(script(&speech, &Lexicon::built_in(), BlockId(99), 3).begin, 0);
}
