//! `draft return`: a file that came back, and what of it is taken.

use crate::args::{Return, Taken, read_options};
use crate::failure::Failure;
use crate::print::Printer;
use crate::show::document_id;
use library::{CameBack, DocumentId, DocumentKind, Error, Library, read_returned_file};
use serde::Serialize;
use speech::Speech;
use speech::compare::{Piece, Side};
use speech::returned::{By, Proposal, ProposalKind, Remark, Row, rows};
use std::process::ExitCode;
use std::time::SystemTime;

#[derive(Serialize)]
struct ReturnedJson {
    tracked: bool,
    doubt: Option<String>,
    proposals: Vec<ProposalJson>,
    taken: Vec<usize>,
}

#[derive(Serialize)]
struct ProposalJson {
    n: usize,
    kind: &'static str,
    blocks: Vec<String>,
    behind: Option<String>,
    field: Option<String>,
    old: String,
    new: String,
    by: Vec<By>,
    remarks: Vec<Remark>,
    sure: bool,
    doubt: Option<String>,
}

pub(crate) fn run(args: &Return, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let id = document_id(&args.id)?;
    let (document, draft) = library.document(id)?;
    if document.kind != DocumentKind::Draft {
        return Err(Error::NotADraft { id }.into());
    }
    let file = read_returned_file(&args.file, &read_options(None))?;
    let came = library.came_back(id, &draft, &file)?;
    let taken = match &args.take {
        None => Vec::new(),
        Some(which) => wanted(which, &came.proposals)?,
    };
    if !taken.is_empty() {
        take(id, &taken, &came, args, library)?;
    }
    if printer.json {
        printer.value(&json(&came, &taken, printer))?;
    } else {
        tell(&draft, &came, &taken, args, printer)?;
    }
    Ok(ExitCode::SUCCESS)
}

/// The numbers of what is taken, in their order. A comment is nothing to take.
fn wanted(which: &Taken, proposals: &[Proposal]) -> Result<Vec<usize>, Failure> {
    let takes = |number: &usize| proposals[number - 1].kind != ProposalKind::Remark;
    let all = (1..=proposals.len()).filter(takes);
    Ok(match which {
        Taken::All => all.collect(),
        Taken::Sure => all.filter(|number| proposals[number - 1].ticked).collect(),
        Taken::These(numbers) => {
            if let Some(unknown) = numbers.iter().find(|number| **number > proposals.len()) {
                return Err(Failure::told(
                    format!("没有第 {unknown} 处，一共 {} 处。什么也没有改。", proposals.len()),
                    format!("there is no {unknown}, only {}; nothing was changed.", proposals.len()),
                ));
            }
            all.filter(|number| numbers.contains(number)).collect()
        }
    })
}

fn take(
    id: DocumentId,
    taken: &[usize],
    came: &CameBack,
    args: &Return,
    library: &Library,
) -> Result<(), Failure> {
    let wanted: Vec<Proposal> = taken.iter().map(|number| came.proposals[number - 1].clone()).collect();
    let file = args.file.file_stem().unwrap_or_default().to_string_lossy();
    library.take_back(id, &wanted, &format!("取回“{file}”之前"), SystemTime::now())?;
    Ok(())
}

fn json(came: &CameBack, taken: &[usize], printer: &Printer) -> ReturnedJson {
    let proposal = |(n, one): (usize, &Proposal)| ProposalJson {
        n,
        kind: one.kind.word(),
        blocks: one.blocks.iter().map(ToString::to_string).collect(),
        behind: one.behind.map(|block| block.to_string()),
        field: one.value.as_ref().map(|value| value.field.to_string()),
        old: of(&one.pieces, Side::Old),
        new: of(&one.pieces, Side::New),
        by: one.by.clone(),
        remarks: one.remarks.clone(),
        sure: one.ticked,
        doubt: one.doubt.as_ref().map(|doubt| printer.words(doubt).to_owned()),
    };
    ReturnedJson {
        tracked: came.tracked,
        doubt: came.doubt.as_ref().map(|doubt| printer.words(doubt).to_owned()),
        proposals: (1..).zip(&came.proposals).map(proposal).collect(),
        taken: taken.to_vec(),
    }
}

/// The words of one side.
fn of(pieces: &[Piece], side: Side) -> String {
    let stands = |piece: &&Piece| piece.side == side || piece.side == Side::Both;
    pieces.iter().filter(stands).map(|piece| piece.text.as_str()).collect()
}

fn tell(
    draft: &Speech,
    came: &CameBack,
    taken: &[usize],
    args: &Return,
    printer: &mut Printer,
) -> Result<(), Failure> {
    if let Some(doubt) = &came.doubt {
        let doubt = printer.words(doubt).to_owned();
        printer.line(format!("! {doubt}"))?;
    }
    if came.proposals.is_empty() {
        return printer.say("和草稿一样，没有改动。", "The same as the draft; nothing was changed.");
    }
    for (number, (one, row)) in (1..).zip(came.proposals.iter().zip(rows(draft, &came.proposals))) {
        let chosen = if args.take.is_some() { taken.contains(&number) } else { one.ticked };
        tell_one(number, one, &row, chosen, printer)?;
    }
    let n = came.proposals.iter().filter(|one| one.kind != ProposalKind::Remark).count();
    match (&args.take, taken.len()) {
        (None, _) => printer.say(
            format!("共 {n} 处改动；采用用 --take sure、--take all 或 --take 1,3。"),
            format!("{n} changes; take them with --take sure, --take all or --take 1,3."),
        ),
        (Some(_), n_taken) => printer.say(
            format!("采用了 {n_taken} 处，共 {n} 处。"),
            format!("{n_taken} of {n} changes were taken."),
        ),
    }
}

fn tell_one(
    number: usize,
    one: &Proposal,
    row: &Row,
    chosen: bool,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let (zh, en) = match one.kind {
        ProposalKind::Changed => ("改", "changed"),
        ProposalKind::Added => ("加", "added"),
        ProposalKind::Removed => ("删", "removed"),
        ProposalKind::Moved => ("移", "moved"),
        ProposalKind::Value => ("填", "value"),
        ProposalKind::Remark => ("注", "remark"),
    };
    let label = one.value.as_ref().map(|value| format!("{}：", value.label)).unwrap_or_default();
    let words = marked(&row.excerpt).replace('\n', "⏎");
    let by = one.by.iter().map(signed).collect::<Vec<_>>().join("、");
    let by = if by.is_empty() { by } else { format!("  （{by}）") };
    let tick = match one.kind {
        ProposalKind::Remark => ' ',
        _ if chosen => '✓',
        _ => '·',
    };
    let (zh_place, en_place) = match &row.place {
        Some(place) => (format!("（在“{place}”之后）"), format!("(after “{place}”) ")),
        None => Default::default(),
    };
    printer.say(
        format!("{number:>3} {tick} {zh} {zh_place}{label}{words}{by}"),
        format!("{number:>3} {tick} {en:<7} {en_place}{label}{words}{by}"),
    )?;
    for remark in &one.remarks {
        let about = if remark.about.is_empty() { String::new() } else { format!("“{}”", remark.about) };
        let text = remark.text.replace('\n', " ");
        printer.line(format!("        {}{about}：{text}", signed(&remark.by)))?;
    }
    if let Some(doubt) = &one.doubt {
        let doubt = printer.words(doubt).to_owned();
        printer.line(format!("        ! {doubt}"))?;
    }
    Ok(())
}

/// What went stands in [-…], what came in [+…].
fn marked(pieces: &[Piece]) -> String {
    let words = |piece: &Piece| match piece.side {
        Side::Both => piece.text.clone(),
        Side::Old => format!("[-{}]", piece.text),
        Side::New => format!("[+{}]", piece.text),
    };
    pieces.iter().map(words).collect()
}

/// Who, and the day and time as the file has it.
fn signed(by: &By) -> String {
    let when = by
        .when
        .as_deref()
        .map(|when| format!(" {}", when.replace('T', " ").chars().take(16).collect::<String>()));
    format!("{}{}", by.who, when.unwrap_or_default()).trim().to_owned()
}
