//! The real downloaded template, against what a careful reader found in it.

use speech::parse::{Parsed, parse};
use speech::shown::{PieceKind, shown, text};
use speech::text::{Position, length};
use speech::{BlockKind, FieldId, FieldUse, Paragraph, field_uses};
use std::collections::{HashMap, HashSet};

const SAMPLE: &str = include_str!("sample/county-government-speech.txt");
const STRUCTURE: &str = include_str!("sample/structure.tsv");
const SLOTS: &str = include_str!("sample/slots.tsv");
const MEMBERS: &str = include_str!("sample/inline_members.tsv");

fn sample() -> Parsed {
    let paragraphs: Vec<Paragraph> = SAMPLE.lines().map(Paragraph::plain).collect();
    parse(&paragraphs)
}

fn rows(table: &str) -> impl Iterator<Item = Vec<&str>> {
    table.lines().skip(1).map(|row| row.split('\t').collect())
}

#[test]
fn every_part_is_what_a_reader_takes_it_for() {
    let parsed = sample();
    let shown = shown(&parsed.speech);
    let told: Vec<String> = parsed
        .parts
        .iter()
        .map(|part| {
            let block = shown.iter().find(|shown| Some(shown.block.id) == part.block);
            let (level, number) = match block.map(|shown| (shown.block.kind, shown.number)) {
                Some((BlockKind::Heading { level, .. }, number)) => {
                    (level.to_string(), number.unwrap_or(0).to_string())
                }
                _ => (String::new(), String::new()),
            };
            format!(
                "{} {} {} {} {level} {number}",
                part.position.line,
                part.position.column,
                length(&part.text),
                part.role.word()
            )
        })
        .collect();
    let expected: Vec<String> = rows(STRUCTURE)
        .map(|row| {
            let (start, end): (usize, usize) = (row[1].parse().unwrap(), row[2].parse().unwrap());
            let n_characters = if end == 0 { 0 } else { end - start + 1 };
            format!("{} {} {n_characters} {} {} {}", row[0], start.max(1), row[3], row[4], row[6])
        })
        .collect();
    assert_eq!(told.join("\n"), expected.join("\n"));
}

fn slots(parsed: &Parsed) -> Vec<(Position, String, FieldId)> {
    let mut slots = Vec::new();
    for block in shown(&parsed.speech) {
        let mut position = parsed.position(block.block.id).expect("every block stands in the file");
        for piece in &block.pieces {
            if let PieceKind::Slot { field, .. } = piece.kind {
                slots.push((position, piece.text.clone(), field));
            }
            position.column += length(&piece.text);
        }
    }
    slots
}

#[test]
fn every_slot_is_found_and_nothing_else() {
    let told: Vec<String> =
        slots(&sample()).iter().map(|(at, text, _)| format!("{} {} {text}", at.line, at.column)).collect();
    let expected: Vec<String> = rows(SLOTS).map(|row| format!("{} {} {}", row[0], row[1], row[3])).collect();
    assert_eq!(told.join("\n"), expected.join("\n"));
}

#[test]
fn kinds_are_those_of_a_reader() {
    let parsed = sample();
    let told: Vec<String> = slots(&parsed)
        .iter()
        .map(|(at, _, field)| {
            format!("{} {} {}", at.line, at.column, parsed.speech.field(*field).unwrap().kind.word())
        })
        .collect();
    let expected: Vec<String> = rows(SLOTS).map(|row| format!("{} {} {}", row[0], row[1], row[5])).collect();
    assert_eq!(told.join("\n"), expected.join("\n"));
}

#[test]
fn no_two_facts_share_a_field_and_one_fact_has_one() {
    let mut facts: HashMap<FieldId, HashSet<&str>> = HashMap::new();
    let mut fields: HashMap<&str, HashSet<FieldId>> = HashMap::new();
    let parsed = sample();
    for ((_, _, field), row) in slots(&parsed).iter().zip(rows(SLOTS)) {
        facts.entry(*field).or_default().insert(row[6]);
        fields.entry(row[6]).or_default().insert(*field);
    }
    assert!(facts.values().all(|facts| facts.len() == 1), "{facts:?}");
    assert!(fields.values().all(|fields| fields.len() == 1), "{fields:?}");
}

/// Read as the writer who has to fill them: label, kind and unit, first sentence.
#[test]
fn labels_say_what_is_asked_for() {
    let parsed = sample();
    let mut labels = HashSet::new();
    let mut table = String::new();
    for FieldUse { field, slots, .. } in field_uses(&parsed.speech) {
        assert!((2..=24).contains(&length(&field.label)), "{}", field.label);
        assert!(labels.insert(field.label.clone()), "{}", field.label);
        let unit = field.unit.as_deref().unwrap_or("");
        table.push_str(&format!(
            "{} │ {} {unit} │ {}\n",
            field.label,
            field.kind.word(),
            slots[0].sentence()
        ));
    }
    expect_test::expect_file!["sample/fields.txt"].assert_eq(&table);
}

#[test]
fn every_marked_member_is_found() {
    let parsed = sample();
    let mut told = Vec::new();
    for block in shown(&parsed.speech) {
        let mut position = parsed.position(block.block.id).expect("every block stands in the file");
        for piece in &block.pieces {
            if let PieceKind::Marker { number, .. } = piece.kind {
                told.push(format!("{} {number} {} {}", position.line, position.column, piece.text));
            }
            position.column += length(&piece.text);
        }
    }
    // The run of line 24 has no marks (紧盯重点就是 … 聚焦难点就是 …): it may be missed.
    let expected: Vec<String> = rows(MEMBERS)
        .filter(|row| row[0] != "24")
        .map(|row| format!("{} {} {} {}", row[0], row[1], row[2], row[4]))
        .collect();
    assert_eq!(told.join("\n"), expected.join("\n"));
}

#[test]
fn the_text_goes_out_as_it_came_in() {
    let parsed = sample();
    let lines: Vec<&str> = SAMPLE.lines().collect();
    let kept: Vec<&str> = parsed.lines().iter().map(|line| lines[line - 1]).collect();
    assert_eq!(text(&parsed.speech), kept.join("\n"));
}
