//! `draft new | show | fields | fill`.

use crate::args::{DraftId, Fill, NewDraft};
use crate::check::{self, FindingJson};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::{address, document_id, print_whole};
use formats::Limits;
use library::{
    Document, DocumentId, DocumentKind, DraftOccasion, Library, PlannedDraft, Wanted, read_sheet_file,
};
use serde::Serialize;
use speech::fill::Filled;
use speech::roll_forward::Proposal;
use speech::{Extent, FieldId, FieldUse, Message, Speech, field_uses};
use std::process::ExitCode;
use std::time::SystemTime;

#[derive(Serialize)]
struct New {
    draft: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    findings: Option<Vec<FindingJson>>,
}

pub(crate) fn new(args: &NewDraft, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let draft = if args.is_for_an_occasion() { planned(args, library)? } else { plain(args, library)? };
    let findings = args.roll_forward.then(|| proposals(draft, library)).transpose()?;
    if printer.json {
        printer.value(&New { draft: draft.to_string(), findings })?;
        return Ok(ExitCode::SUCCESS);
    }
    printer.line(draft.to_string())?;
    check::tell(&findings.unwrap_or_default(), printer)?;
    Ok(ExitCode::SUCCESS)
}

/// A draft of what is taken, and nothing else.
fn plain(args: &NewDraft, library: &Library) -> Result<DocumentId, Failure> {
    let draft = library.new_draft(&library::NewDraft {
        title: args.title.clone(),
        date: args.date.map(|day| day.to_string()),
        from: extents(&args.from)?,
        now: SystemTime::now(),
    })?;
    if args.minutes.is_some() || args.audience.is_some() {
        let (minutes, audience) = (args.minutes, args.audience.clone());
        library.set_occasion(draft, &DraftOccasion { date: args.date, minutes, audience })?;
    }
    Ok(draft)
}

/// A draft for an occasion, along skeletons.
fn planned(args: &NewDraft, library: &Library) -> Result<DocumentId, Failure> {
    let wanted =
        Wanted { occasion: args.occasion.clone(), genre: args.genre.clone(), speaker: args.speaker.clone() };
    let (date, minutes, audience) = (args.date, args.minutes, args.audience.clone());
    Ok(library.plan_draft(&PlannedDraft {
        title: args.title.clone(),
        wanted,
        occasion: DraftOccasion { date, minutes, audience },
        parts: library.plan_of(&extents(&args.skeleton)?, &extents(&args.from)?)?,
        now: SystemTime::now(),
    })?)
}

/// Reads `d7` or `d7#2.3`, several of them.
fn extents(written: &[String]) -> Result<Vec<(DocumentId, Extent)>, Failure> {
    written.iter().map(|from| address(from).map(|(id, section)| (id, section.into()))).collect()
}

/// What to roll forward, as findings on the new draft.
fn proposals(draft: DocumentId, library: &Library) -> Result<Vec<FindingJson>, Failure> {
    let proposals = library.roll_forward(draft, &library.lexicon()?)?;
    let (_, speech) = library.document(draft)?;
    Ok(check::of_draft(proposals.iter().map(Proposal::finding).collect(), &speech))
}

pub(crate) fn show(args: &DraftId, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (document, speech) = draft(&args.id, library)?;
    print_whole(&document, &speech, printer)?;
    Ok(ExitCode::SUCCESS)
}

pub(crate) fn draft(id: &str, library: &Library) -> Result<(Document, Speech), Failure> {
    let id = document_id(id)?;
    let (document, speech) = library.document(id)?;
    match document.kind {
        DocumentKind::Draft => Ok((document, speech)),
        _ => Err(library::Error::NotADraft { id }.into()),
    }
}

#[derive(Serialize)]
struct Fields {
    fields: Vec<FieldJson>,
}

#[derive(Serialize)]
struct FieldJson {
    id: String,
    kind: &'static str,
    label: String,
    unit: Option<String>,
    value: Option<String>,
    state: &'static str,
    slots: Vec<SlotJson>,
}

#[derive(Serialize)]
struct SlotJson {
    block: String,
    start: usize,
    end: usize,
    sentence: String,
}

pub(crate) fn fields(args: &DraftId, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (_, speech) = draft(&args.id, library)?;
    // What stood in a section that was exchanged is asked for no more.
    let asked = field_uses(&speech).into_iter().filter(|used| !used.slots.is_empty());
    let fields: Vec<FieldJson> = asked.map(field).collect();
    if printer.json {
        printer.value(&Fields { fields })?;
        return Ok(ExitCode::SUCCESS);
    }
    if fields.is_empty() {
        printer.say("没有要填的空。", "There is nothing to fill.")?;
    }
    for field in fields {
        let unit = field.unit.map(|unit| format!("（{unit}）")).unwrap_or_default();
        let value = match (field.value, field.state) {
            (Some(value), _) => format!(" = {value}"),
            (None, "left") => printer.words(&Message::new(" = （留空）", " = (left empty)")).to_owned(),
            (None, _) => String::new(),
        };
        printer.line(format!("{:<4} {:<12} {}{unit}{value}", field.id, field.kind, field.label))?;
        for slot in field.slots {
            printer.line(format!("       {}", slot.sentence))?;
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn field(used: FieldUse) -> FieldJson {
    let FieldUse { field, slots, .. } = used;
    FieldJson {
        state: match &field.value {
            None => "open",
            Some(_) if field.is_left_empty() => "left",
            Some(_) => "filled",
        },
        id: field.id.to_string(),
        kind: field.kind.word(),
        label: field.label,
        unit: field.unit,
        value: field.value.filter(|value| !value.is_empty()),
        slots: slots
            .into_iter()
            .map(|slot| SlotJson {
                block: slot.block.to_string(),
                start: slot.start,
                end: slot.end,
                sentence: slot.sentence(),
            })
            .collect(),
    }
}

#[derive(Serialize)]
struct FilledJson {
    filled: Vec<FilledField>,
    unmatched: Vec<UnmatchedJson>,
    open: Vec<String>,
}

#[derive(Serialize)]
struct FilledField {
    field: String,
    value: String,
    shown: String,
}

#[derive(Serialize)]
struct UnmatchedJson {
    label: String,
    candidates: Vec<String>,
}

pub(crate) fn fill(args: &Fill, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let id = document_id(&args.id)?;
    let sheet = match &args.data {
        Some(path) => read_sheet_file(path, &Limits::default())?,
        None => Vec::new(),
    };
    let now = SystemTime::now();
    let mut filled = library.fill(id, &args.set, &sheet, now)?;
    let left = library.leave_empty(id, &args.leave, now)?;
    filled.open.retain(|field| !left.contains(field));
    if args.facts {
        let of_facts = library.fill_from_facts(id, now)?;
        filled.filled.extend(of_facts.filled);
        filled.open = of_facts.open;
    }
    if printer.json {
        printer.value(&filled_json(filled))?;
    } else {
        tell(id, &filled, library, printer)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn filled_json(filled: Filled) -> FilledJson {
    let ids = |ids: Vec<FieldId>| ids.iter().map(ToString::to_string).collect();
    FilledJson {
        filled: filled
            .filled
            .into_iter()
            .map(|one| FilledField { field: one.field.to_string(), value: one.value, shown: one.shown })
            .collect(),
        unmatched: filled
            .unmatched
            .into_iter()
            .map(|one| UnmatchedJson { label: one.label, candidates: ids(one.candidates) })
            .collect(),
        open: ids(filled.open),
    }
}

fn tell(id: DocumentId, filled: &Filled, library: &Library, printer: &mut Printer) -> Result<(), Failure> {
    let (_, speech) = library.document(id)?;
    let label = |id: FieldId| speech.field(id).map_or("", |field| field.label.as_str());
    for one in &filled.filled {
        printer.line(format!("{:<4} {} = {}", one.field.to_string(), label(one.field), one.shown))?;
    }
    for one in &filled.unmatched {
        let candidates: Vec<String> =
            one.candidates.iter().map(|id| format!("{id} {}", label(*id))).collect();
        let (given, candidates) = (&one.label, candidates.join("、"));
        if candidates.is_empty() {
            printer
                .say(format!("“{given}”：没有这样的填空项"), format!("“{given}”: there is no such field"))?;
        } else {
            printer.say(
                format!("“{given}”拿不准，没有填：是不是 {candidates}？"),
                format!("“{given}” is not sure and was not filled: {candidates}?"),
            )?;
        }
    }
    let n_open = filled.open.len();
    printer.say(
        format!("填了 {} 项，还有 {n_open} 项没有填", filled.filled.len()),
        format!("{} filled, {n_open} open", filled.filled.len()),
    )
}
