//! A speech of any length, for all that measures one.

use speech::Paragraph;

const SAMPLE: &str = include_str!("../../tests/sample/county-government-speech.txt");

/// The sample, its body repeated to so many characters.
pub(crate) fn speech(n_characters: usize) -> Vec<Paragraph> {
    let lines: Vec<&str> = SAMPLE.lines().collect();
    let body = lines[17..37].iter().copied().cycle();
    let mut paragraphs: Vec<Paragraph> = lines[..17].iter().copied().map(Paragraph::plain).collect();
    let mut n_so_far = 0;
    for line in body {
        n_so_far += line.chars().count();
        if n_so_far > n_characters {
            break;
        }
        paragraphs.push(Paragraph::plain(line));
    }
    paragraphs.push(Paragraph::plain(lines[37]));
    paragraphs
}
