//! 范本. The templates that ship with the program: text files with a head of four
//! lines, put into every new library.

use crate::document::DocumentKind;
use crate::error::Error;
use crate::store::{self, NewDocument};
use rusqlite::Connection;
use speech::{Paragraph, parse};

/// File names and texts of `templates/`.
const STARTERS: [(&str, &str); 6] = [
    ("工作会议讲话.txt", include_str!("../../../templates/工作会议讲话.txt")),
    ("动员部署会讲话.txt", include_str!("../../../templates/动员部署会讲话.txt")),
    ("廉政工作会议讲话.txt", include_str!("../../../templates/廉政工作会议讲话.txt")),
    ("表彰大会讲话.txt", include_str!("../../../templates/表彰大会讲话.txt")),
    ("开幕致辞.txt", include_str!("../../../templates/开幕致辞.txt")),
    ("企业年会讲话.txt", include_str!("../../../templates/企业年会讲话.txt")),
];

/// A starter, its head read.
#[derive(Clone, Debug, PartialEq, Eq)]
struct Starter<'a> {
    title: &'a str,
    occasion: &'a str,
    level: &'a str,
    text: &'a str,
}

/// Puts all starters into a new library.
pub(crate) fn insert(connection: &Connection, changed: &str) -> Result<(), Error> {
    // The last one stored is the first one listed.
    for (name, file) in STARTERS.iter().rev() {
        let starter = read(file).unwrap_or(Starter { title: name, occasion: "", level: "", text: file });
        let paragraphs: Vec<Paragraph> = starter.text.lines().map(Paragraph::plain).collect();
        let parsed = parse::parse(&paragraphs);
        let mut about = speech::about::about(&parsed.speech);
        about.occasion = Some(starter.occasion.to_owned()).filter(|words| !words.is_empty());
        about.level = Some(starter.level.to_owned()).filter(|words| !words.is_empty());
        store::insert(
            connection,
            NewDocument {
                kind: DocumentKind::Starter,
                title: Some(starter.title.to_owned()),
                about,
                date: None,
                path: None,
                original: None,
                changed: changed.to_owned(),
                speech: &parsed.speech,
                lines: parsed.lines(),
                sketch: None,
            },
        )?;
    }
    Ok(())
}

/// Splits the head off; nothing if a line of it is missing.
fn read(file: &str) -> Option<Starter<'_>> {
    let (head, text) = file.split_once("\n\n")?;
    let entry = |key: &str| head.lines().find_map(|line| line.strip_prefix(key)?.strip_prefix(": "));
    entry("about")?;
    Some(Starter { title: entry("title")?, occasion: entry("occasion")?, level: entry("level")?, text })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_starter_has_its_head_and_a_text_with_slots() {
        for (name, file) in STARTERS {
            let starter = read(file).expect(name);
            assert!(starter.text.contains('X'), "{name}");
            assert_eq!(format!("{}.txt", starter.title), name);
        }
    }
}
