//! What helps whoever reads aloud. In a fixture each line is told again: ‖ is a long pause
//! and ╵ a short one, ⟦…⟧ stays whole, and below stand numbers in words and sounds.

#[path = "fixtures/notation.rs"]
#[allow(dead_code, reason = "the marks of other fixtures are not needed")]
mod notation;

use expect_test::expect_file;
use speech::parse::parse;
use speech::reading::{PauseLength, Reading, Sounds, heading_times, read_aloud, reading};
use speech::{Lexicon, Paragraph};

fn told(line: &str, reading: &Reading) -> String {
    let mut told = String::from("│ ");
    for (at, character) in line.chars().chain([' ']).enumerate() {
        if reading.units.iter().any(|unit| unit.end == at) {
            told.push('⟧');
        }
        match reading.pauses.iter().find(|pause| pause.at == at).map(|pause| pause.length) {
            Some(PauseLength::Long) => told.push('‖'),
            Some(PauseLength::Short) => told.push('╵'),
            None => {}
        }
        if reading.units.iter().any(|unit| unit.start == at) {
            told.push('⟦');
        }
        told.push(character);
    }
    let mut told = told.trim_end().to_owned() + "\n";
    for spoken in &reading.spoken {
        told += &format!("│ {} = {}\n", speech::text::slice(line, spoken.span.clone()), spoken.words);
    }
    for sound in &reading.sounds {
        told += &format!("│ {} {}\n", line.chars().nth(sound.at).expect("it is of the line"), sound.pinyin);
    }
    told
}

#[test]
fn lines_are_read_as_their_fixtures_say() {
    let file = format!("{}/tests/reading/朗读.txt", env!("CARGO_MANIFEST_DIR"));
    let fixture = std::fs::read_to_string(&file).expect("fixtures are UTF-8");
    let sounds = Sounds::built_in();
    let mut again = Vec::new();
    for case in notation::cases(&fixture) {
        let given = case.lines.iter().filter(|line| !line.starts_with('│'));
        let lines = given.map(|line| format!("{line}\n{}", told(line, &reading(line, &sounds))));
        again.push(format!("--- {}\n{}", case.title, lines.collect::<String>()));
    }
    expect_file![file].assert_eq(&again.join("\n"));
}

#[test]
fn a_name_stays_whole_and_headings_have_their_minutes() {
    let lines = [
        "在会上的讲话",
        "同志们：",
        "一、提高认识",
        "刚才，王建国县长讲得很好，我都同意。",
        "二、抓好落实",
        "马上就办。",
    ];
    let paragraphs: Vec<Paragraph> = lines.iter().copied().map(Paragraph::plain).collect();
    let speech = parse(&paragraphs).speech;
    let aloud = read_aloud(&speech, &Lexicon::built_in());
    assert_eq!(aloud.len(), speech.blocks.len());
    assert!(
        aloud[3].units.iter().any(|unit| speech::text::slice(lines[3], unit.clone()) == "王建国"),
        "{aloud:?}"
    );
    assert_eq!(aloud[0].pauses, []);
    let times: Vec<(f64, f64)> =
        heading_times(&speech, 10).iter().map(|time| (time.from, time.takes)).collect();
    assert_eq!(times, [(0.4, 2.4), (2.8, 1.1)]);
}
