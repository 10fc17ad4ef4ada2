//! `inspect`: what Lectern understands of one file, without a library.

mod people;

use crate::args::{Inspect, read_options};
use crate::check::FindingJson;
use crate::failure::Failure;
use crate::print::Printer;
use formats::Extracted;
use library::read_file;
use serde::Serialize;
use speech::about::{About, about, text_of};
use speech::check::run as run_checks;
use speech::parse::{Parsed, Part, parse};
use speech::shown::{PieceKind, Shown, shown, text};
use speech::text::{Position, length, trim};
use speech::timing::{DEFAULT_RATE, characters, minutes};
use speech::{BlockId, BlockKind, Figure, Lexicon, Occasion, Subject, claims, dates, names};
use std::collections::HashMap;
use std::process::ExitCode;

#[derive(Serialize)]
struct Inspected {
    format: &'static str,
    encoding: Option<String>,
    title: String,
    byline: Option<String>,
    date: Option<String>,
    salutation: Option<String>,
    characters: usize,
    minutes: f64,
    about: AboutJson,
    warnings: Vec<String>,
    parts: Vec<PartJson>,
    enumerations: Vec<Enumeration>,
    slots: Vec<Slot>,
    fields: Vec<FieldJson>,
    counts: Vec<CountJson>,
    names: Vec<NameJson>,
    dates: Vec<DateJson>,
    findings: Vec<FindingJson>,
}

#[derive(Serialize)]
struct AboutJson {
    occasion: Option<String>,
    genre: Option<String>,
    year: Option<i32>,
    level: Option<String>,
    speaker: Option<String>,
    domain: Option<String>,
}

#[derive(Serialize)]
struct PartJson {
    line: usize,
    column: usize,
    role: &'static str,
    text: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    numeral: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    rule: Option<String>,
}

#[derive(Serialize)]
struct Enumeration {
    line: usize,
    column: usize,
    members: Vec<Member>,
}

#[derive(Serialize)]
struct Member {
    line: usize,
    column: usize,
    marker: String,
    number: u32,
}

#[derive(Serialize)]
struct Slot {
    line: usize,
    column: usize,
    text: String,
    kind: &'static str,
    field: String,
}

#[derive(Serialize)]
struct FieldJson {
    id: String,
    kind: &'static str,
    label: String,
    unit: Option<String>,
    slots: Vec<usize>,
}

#[derive(Serialize)]
struct CountJson {
    line: usize,
    column: usize,
    text: String,
    claimed: Figure,
    actual: Option<Figure>,
}

#[derive(Serialize)]
struct NameJson {
    line: usize,
    column: usize,
    text: String,
    kind: &'static str,
    foreign: Option<bool>,
    field: Option<String>,
}

#[derive(Serialize)]
struct DateJson {
    line: usize,
    column: usize,
    text: String,
    stale: &'static str,
}

pub(crate) fn run(args: &Inspect, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let options = read_options(args.encoding.as_deref());
    let extracted = read_file(&args.file, &options)?;
    let parsed = parse(&extracted.paragraphs);
    let occasion = Occasion { date: args.date, own: args.own.clone(), ..Occasion::default() };
    let inspected = inspected(&extracted, &parsed, &occasion, printer);
    if printer.json {
        printer.value(&inspected)?;
    } else {
        people::tell(&inspected, printer)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn inspected(extracted: &Extracted, parsed: &Parsed, occasion: &Occasion, printer: &Printer) -> Inspected {
    let lexicon = Lexicon::built_in();
    let shown = shown(&parsed.speech);
    let lines_of = |kind| text_of(&parsed.speech, kind).join("\n");
    let some_lines_of = |kind| Some(lines_of(kind)).filter(|text| !text.is_empty());
    let n_characters = characters(&text(&parsed.speech));
    let slots = slots(parsed, &shown);
    Inspected {
        format: extracted.format.word(),
        encoding: extracted.encoding.clone(),
        title: lines_of(BlockKind::Title),
        byline: some_lines_of(BlockKind::Byline),
        date: some_lines_of(BlockKind::Date),
        salutation: some_lines_of(BlockKind::Salutation),
        characters: n_characters,
        minutes: minutes(n_characters, DEFAULT_RATE),
        about: about_json(about(&parsed.speech)),
        warnings: extracted.warnings.iter().map(|warning| printer.words(warning).to_owned()).collect(),
        parts: parsed.parts.iter().map(|part| part_json(part, &shown, printer)).collect(),
        enumerations: enumerations(parsed, &shown),
        fields: fields(parsed, &slots),
        slots,
        counts: counts(parsed),
        names: names_in(parsed, &lexicon, occasion),
        dates: dates_in(parsed, &lexicon, occasion),
        findings: run_checks(&Subject::new(&parsed.speech, &lexicon, occasion), None)
            .into_iter()
            .map(|finding| FindingJson::of_file(finding, parsed))
            .collect(),
    }
}

fn about_json(about: About) -> AboutJson {
    let About { occasion, genre, year, level, speaker, domain } = about;
    AboutJson { occasion, genre, year, level, speaker, domain }
}

fn part_json(part: &Part, shown: &[Shown<'_>], printer: &Printer) -> PartJson {
    let block = shown.iter().find(|shown| Some(shown.block.id) == part.block);
    let heading = block.and_then(|shown| match shown.block.kind {
        BlockKind::Heading { level, .. } => Some((shown, level)),
        _ => None,
    });
    let numeral =
        heading.and_then(|(shown, _)| shown.pieces.iter().find(|piece| piece.kind == PieceKind::Numeral));
    PartJson {
        line: part.position.line,
        column: part.position.column,
        role: part.role.word(),
        text: part.text.clone(),
        level: heading.map(|(_, level)| level),
        numeral: numeral.map(|numeral| trim(&numeral.text).to_owned()),
        number: heading.and_then(|(shown, _)| shown.number),
        rule: part.rule.as_ref().map(|rule| printer.words(rule).to_owned()),
    }
}

/// The pieces of all blocks with where they stand in the file.
fn pieces<'a>(
    parsed: &'a Parsed,
    shown: &'a [Shown<'a>],
) -> impl Iterator<Item = (Position, &'a Shown<'a>, usize)> {
    shown.iter().flat_map(|block| {
        let mut position = parsed.position(block.block.id).expect("every block stands in the file");
        block.pieces.iter().enumerate().map(move |(piece_idx, piece)| {
            let at = position;
            position.column += length(&piece.text);
            (at, block, piece_idx)
        })
    })
}

fn enumerations(parsed: &Parsed, shown: &[Shown<'_>]) -> Vec<Enumeration> {
    let mut enumerations: Vec<(u32, Enumeration)> = Vec::new();
    for (at, block, piece_idx) in pieces(parsed, shown) {
        let piece = &block.pieces[piece_idx];
        let PieceKind::Marker { series, number } = piece.kind else { continue };
        let member = Member { line: at.line, column: at.column, marker: piece.text.clone(), number };
        match enumerations.iter_mut().find(|(of, _)| *of == series) {
            Some((_, enumeration)) => enumeration.members.push(member),
            None => {
                let enumeration = Enumeration { line: at.line, column: at.column, members: vec![member] };
                enumerations.push((series, enumeration));
            }
        }
    }
    enumerations.into_iter().map(|(_, enumeration)| enumeration).collect()
}

fn slots(parsed: &Parsed, shown: &[Shown<'_>]) -> Vec<Slot> {
    let slots = pieces(parsed, shown).filter_map(|(at, block, piece_idx)| {
        let piece = &block.pieces[piece_idx];
        let PieceKind::Slot { field, .. } = piece.kind else { return None };
        let kind = parsed.speech.field(field)?.kind.word();
        let text = piece.text.clone();
        Some(Slot { line: at.line, column: at.column, text, kind, field: field.to_string() })
    });
    slots.collect()
}

fn fields(parsed: &Parsed, slots: &[Slot]) -> Vec<FieldJson> {
    let mut of_fields: HashMap<&str, Vec<usize>> = HashMap::new();
    for (idx, slot) in slots.iter().enumerate() {
        of_fields.entry(&slot.field).or_default().push(idx);
    }
    let fields = parsed.speech.fields.iter().map(|field| {
        let id = field.id.to_string();
        FieldJson {
            kind: field.kind.word(),
            label: field.label.clone(),
            unit: field.unit.clone(),
            slots: of_fields.remove(id.as_str()).unwrap_or_default(),
            id,
        }
    });
    fields.collect()
}

/// Where a stretch of a block begins in the file.
fn place(parsed: &Parsed, block: BlockId, start: usize) -> Position {
    let Position { line, column } = parsed.position(block).expect("every block stands in the file");
    Position { line, column: column + start }
}

fn counts(parsed: &Parsed) -> Vec<CountJson> {
    let counts = claims(&parsed.speech).into_iter().map(|claim| {
        let Position { line, column } = place(parsed, claim.block, claim.span.start);
        CountJson { line, column, text: claim.text, claimed: claim.claimed, actual: claim.actual }
    });
    counts.collect()
}

fn names_in(parsed: &Parsed, lexicon: &Lexicon, occasion: &Occasion) -> Vec<NameJson> {
    let names = names(&parsed.speech, lexicon, occasion).into_iter().map(|name| {
        let Position { line, column } = place(parsed, name.block, name.span.start);
        NameJson {
            line,
            column,
            text: name.text,
            kind: name.kind.word(),
            foreign: name.foreign,
            field: name.field.map(|field| field.to_string()),
        }
    });
    names.collect()
}

fn dates_in(parsed: &Parsed, lexicon: &Lexicon, occasion: &Occasion) -> Vec<DateJson> {
    let dates = dates(&parsed.speech, lexicon, occasion).into_iter().map(|date| {
        let Position { line, column } = place(parsed, date.block, date.span.start);
        DateJson { line, column, text: date.text, stale: date.stale.word() }
    });
    dates.collect()
}
