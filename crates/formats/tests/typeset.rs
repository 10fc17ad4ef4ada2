//! Where lines and pages end. Each case of `typeset/*.txt` is a page to be laid out and,
//! below it, how it is: no font is needed, as every Han character is as wide as it is
//! high and all else half of that.

use crate::built::{block, speech};
use expect_test::expect_file;
use formats::HouseStyle;
use formats::page::{Role, dressed_lines};
use formats::typeset::{Layout, Look, Measure, Row, lay_out};
use speech::reading::PauseLength;
use speech::{Block, BlockKind};
use std::path::PathBuf;

struct Squares(HouseStyle);

impl Measure for Squares {
    fn width(&self, character: char, look: Look) -> f64 {
        let size = look.size(&self.0);
        if character.is_ascii() { size / 2.0 } else { size }
    }
}

/// `body │ 同志们` as a block of that role; `×20` before the bar repeats it.
fn blocks(given: &str) -> Vec<Block> {
    let (word, text) = given.split_once(" │ ").or_else(|| given.split_once(" │")).expect(given);
    let (word, n) = word.split_once('×').unwrap_or((word, "1"));
    let role = Role::ALL.into_iter().find(|role| role.word() == word).expect(word);
    let kind = match role {
        Role::Title => BlockKind::Title,
        Role::Byline => BlockKind::Byline,
        Role::Date => BlockKind::Date,
        Role::Salutation => BlockKind::Salutation,
        Role::Heading(level) => BlockKind::Heading { level, run_in: false },
        Role::Body => BlockKind::Paragraph,
        Role::Closing => BlockKind::Closing,
        Role::Table => BlockKind::Table,
    };
    let text = text.replace('→', "\t");
    let mut block = block(kind, &text);
    block.inlines.retain(|_| !text.is_empty());
    vec![block; n.parse().expect(given)]
}

fn told(layout: &Layout, style: &HouseStyle) -> String {
    let early = |row: &Row| if row.turn_early { " ▷早翻" } else { "" };
    let mut told = String::new();
    for (idx, sheet) in layout.pages.iter().enumerate() {
        let (n_rows, n_rules, n_read) = (sheet.rows.len(), sheet.rules.len(), sheet.n_read);
        told += &format!("page {}, {n_rows} rows, {n_rules} rules, {n_read} characters\n", idx + 1);
        for row in &sheet.rows {
            let left = f64::from(style.page.left) / 20.0;
            let from = row.characters.first().map_or(0.0, |first| first.x - left);
            let to = row.characters.last().map_or(0.0, |last| last.x + last.width - left);
            told += &format!("{:5.0} {from:4.0}–{to:4.0} │ {}{}\n", row.top, with_pauses(row), early(row));
        }
    }
    told
}

/// The text of a row, ╵ for a short pause and ‖ for a long one.
fn with_pauses(row: &Row) -> String {
    let mut text = String::new();
    for placed in &row.characters {
        text.push(placed.character);
        let middle = placed.x + placed.width / 2.0;
        let pause = row.pauses.iter().find(|(x, _)| middle < *x && *x < middle + placed.width);
        text.extend(pause.map(|(_, length)| if *length == PauseLength::Long { '‖' } else { '╵' }));
    }
    text
}

#[test]
fn pages_are_laid_out_as_their_fixtures_say() {
    let folder = format!("{}/tests/typeset", env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<PathBuf> =
        std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    assert!(!files.is_empty());
    for file in files {
        let fixture = std::fs::read_to_string(&file).unwrap();
        let mut again = String::new();
        for case in fixture.split("--- ").skip(1) {
            let mut given = case.lines().take_while(|line| !line.starts_with("page "));
            let (title, name) = (given.next().unwrap(), given.next().unwrap());
            let style = HouseStyle::named(name).expect(name);
            let given: Vec<&str> = given.filter(|line| !line.is_empty()).collect();
            let speech = speech(given.iter().flat_map(|line| blocks(line)).collect());
            let layout = lay_out(&dressed_lines(&speech, &style), &style, &Squares(style.clone()));
            again += &format!("--- {title}\n{name}\n{}\n{}\n", given.join("\n"), told(&layout, &style));
        }
        expect_file![file].assert_eq(&again);
    }
}
