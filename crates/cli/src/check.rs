//! `check FILE` and `draft check ID`: what should be looked at before it is given.

use crate::args::{Check, DraftId, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use library::{CheckedDocument, DocumentKind, Library, read_file};
use serde::Serialize;
use speech::check::{Group, find, run as run_checks};
use speech::own_words;
use speech::parse::{Parsed, parse};
use speech::shown::{Shown, positions, shown, text};
use speech::text::Position;
use speech::timing::characters;
use speech::{CHECKS, Finding, Lexicon, Message, Occasion, Severity, Speech, Subject};
use std::process::ExitCode;

#[derive(Serialize)]
struct Checked {
    findings: Vec<FindingJson>,
    checked: Vec<&'static str>,
    characters: usize,
}

#[derive(Serialize)]
pub(crate) struct FindingJson {
    pub(crate) check: &'static str,
    pub(crate) severity: &'static str,
    line: usize,
    column: usize,
    text: String,
    suggestion: Option<String>,
    message: Message,
}

impl FindingJson {
    fn at(position: Position, finding: Finding) -> Self {
        let Finding { check, severity, span, text, suggestion, message, .. } = finding;
        let Position { line, column } = position;
        Self {
            check,
            severity: severity.word(),
            line,
            column: column + span.start,
            text,
            suggestion,
            message,
        }
    }

    /// A finding in a file, by the file's lines.
    pub(crate) fn of_file(finding: Finding, parsed: &Parsed) -> Self {
        let position = parsed.position(finding.block).expect("every block stands in the file");
        Self::at(position, finding)
    }
}

pub(crate) fn run(args: &Check, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let options = read_options(args.encoding.as_deref());
    let parsed = parse(&read_file(&args.file, &options)?.paragraphs);
    let occasion = Occasion {
        date: args.date,
        own: args.own.clone(),
        minutes: args.minutes,
        audience: None,
        rate: args.rate,
    };
    let lexicon = Lexicon::built_in();
    let only = (!args.only.is_empty()).then_some(args.only.as_slice());
    let found = run_checks(&Subject::new(&parsed.speech, &lexicon, &occasion), only);
    let checked = Checked {
        findings: found.into_iter().map(|finding| FindingJson::of_file(finding, &parsed)).collect(),
        // Without a library there is nothing to compare with.
        checked: ids(|id| {
            let compares = find(id).is_some_and(|check| check.group == Group::Reuse);
            !compares && only.is_none_or(|only| only.contains(&id))
        }),
        characters: characters(&text(&parsed.speech)),
    };
    print(&checked, printer)
}

pub(crate) fn draft(args: &DraftId, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let id = document_id(&args.id)?;
    let CheckedDocument { document, speech, checked } = library.check(id, &library.lexicon()?)?;
    if document.kind != DocumentKind::Draft {
        return Err(library::Error::NotADraft { id }.into());
    }
    let checked = Checked {
        checked: ids(|id| !checked.is_off(id)),
        findings: of_draft(checked.findings, &speech),
        characters: characters(&text(&speech)),
    };
    print(&checked, printer)
}

/// Findings by the lines of the draft's text as it is shown.
pub(crate) fn of_draft(findings: Vec<Finding>, speech: &Speech) -> Vec<FindingJson> {
    let shown: Vec<Shown<'_>> = shown(speech);
    let positions = positions(&shown);
    let place = |finding: &Finding| {
        let idx = shown.iter().position(|shown| shown.block.id == finding.block);
        positions[idx.expect("a finding stands in a block of its speech")]
    };
    findings.into_iter().map(|finding| FindingJson::at(place(&finding), finding)).collect()
}

fn ids(wanted: impl Fn(&str) -> bool) -> Vec<&'static str> {
    CHECKS.iter().map(|check| check.id).filter(|id| wanted(id)).collect()
}

/// 1 where an error or warning was found; hints alone are 0.
fn print(checked: &Checked, printer: &mut Printer) -> Result<ExitCode, Failure> {
    if printer.json {
        printer.value(checked)?;
    } else {
        tell(&checked.findings, printer)?;
        let told = tally(checked.findings.iter().map(|finding| finding.severity));
        printer.say(told.zh, told.en)?;
    }
    let hint = Severity::Hint.word();
    let loud = checked.findings.iter().any(|finding| finding.severity != hint);
    Ok(if loud { ExitCode::from(1) } else { ExitCode::SUCCESS })
}

/// Findings for people: where, how bad, the words and what is proposed; what to do.
pub(crate) fn tell(findings: &[FindingJson], printer: &mut Printer) -> Result<(), Failure> {
    for finding in findings {
        let FindingJson { check, severity, line, column, text, suggestion, message } = finding;
        let proposed = || match *check {
            own_words::ID => Message::new("原稿的自称", "own words of the source"),
            _ => Message::new("往前推", "roll forward"),
        };
        let name = find(check).map_or_else(proposed, |check| check.name.into());
        let fix = match suggestion.as_deref() {
            None => Message::new("", ""),
            Some("") => Message::new(" → 删去", " → delete"),
            Some(fix) => Message::new(format!(" → {fix}"), format!(" → {fix}")),
        };
        let (named, fix) = (printer.words(&name).to_owned(), printer.words(&fix).to_owned());
        printer.line(format!("{line}:{column} {severity} {named}（{check}）：{text}{fix}"))?;
        printer.line(format!("    {}", printer.words(message).to_owned()))?;
    }
    Ok(())
}

/// How many there are of each severity.
pub(crate) fn tally<'a>(severities: impl Iterator<Item = &'a str>) -> Message {
    let mut counts = [0; Severity::ALL.len()];
    for severity in severities {
        for (count, known) in counts.iter_mut().zip(Severity::ALL) {
            *count += usize::from(known.word() == severity);
        }
    }
    let [errors, warnings, hints] = counts;
    if counts == [0; Severity::ALL.len()] {
        return Message::new("没有查出问题", "nothing was found");
    }
    Message::new(
        format!("错误 {errors}，警告 {warnings}，提示 {hints}"),
        format!("{errors} errors, {warnings} warnings, {hints} hints"),
    )
}
