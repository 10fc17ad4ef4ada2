//! Where lines and pages end. Each case of `typeset/*.txt` is a page to be laid out and,
//! below it, how it is: no font is needed, as every Han character is as wide as it is
//! high and all else half of that.

use expect_test::expect_file;
use formats::HouseStyle;
use formats::page::{Line, Role, Run};
use formats::typeset::{Layout, Look, Measure, lay_out};
use std::path::PathBuf;

struct Squares(HouseStyle);

impl Measure for Squares {
    fn width(&self, character: char, look: Look) -> f64 {
        let size = look.size(&self.0);
        if character.is_ascii() { size / 2.0 } else { size }
    }
}

/// `body │ 同志们` as a line of that role; `×20` before the bar repeats it.
fn lines(given: &str) -> Vec<Line> {
    let (word, text) = given.split_once(" │ ").or_else(|| given.split_once(" │")).expect(given);
    let (word, n) = word.split_once('×').unwrap_or((word, "1"));
    let role = Role::ALL.into_iter().find(|role| role.word() == word).expect(word);
    let text = text.replace("→", "\t");
    let runs =
        if text.is_empty() { Vec::new() } else { vec![Run { text, role, strong: false, open: false }] };
    vec![Line { role, runs, indented: false }; n.parse().expect(given)]
}

fn told(layout: &Layout, style: &HouseStyle) -> String {
    let mut told = String::new();
    for (idx, sheet) in layout.pages.iter().enumerate() {
        told += &format!("page {}, {} rows, {} rules\n", idx + 1, sheet.rows.len(), sheet.rules.len());
        for row in &sheet.rows {
            let left = f64::from(style.page.left) / 20.0;
            let from = row.characters.first().map_or(0.0, |first| first.x - left);
            let to = row.characters.last().map_or(0.0, |last| last.x + last.width - left);
            told += &format!("{:5.0} {from:4.0}–{to:4.0} │ {}\n", row.top, row.text());
        }
    }
    told
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
            let laid: Vec<Line> = given.iter().flat_map(|line| lines(line)).collect();
            let layout = lay_out(&laid, &style, &Squares(style.clone()));
            again += &format!("--- {title}\n{name}\n{}\n{}\n", given.join("\n"), told(&layout, &style));
        }
        expect_file![file].assert_eq(&again);
    }
}
