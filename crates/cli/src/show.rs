//! `show`: a document, or one section of it.

use crate::args::Show;
use crate::failure::Failure;
use crate::print::Printer;
use library::{Document, DocumentId, Library};
use serde::Serialize;
use speech::section::{Address, section};
use speech::shown::{Shown, shown, text_of};
use speech::{BlockKind, Speech, origin};
use std::process::ExitCode;

#[derive(Serialize)]
struct Shows {
    id: String,
    kind: &'static str,
    title: String,
    text: String,
    blocks: Vec<BlockJson>,
}

#[derive(Serialize)]
struct BlockJson {
    id: String,
    role: &'static str,
    #[serde(skip_serializing_if = "Option::is_none")]
    level: Option<u8>,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<u32>,
    text: String,
    origin: Option<OriginJson>,
}

#[derive(Serialize)]
struct OriginJson {
    document: String,
    block: String,
    left: f64,
}

pub(crate) fn run(args: &Show, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (id, address) = address(&args.id)?;
    let (document, speech) = library.document(id)?;
    let shown = shown(&speech);
    let extent = match &address {
        None => 0..shown.len(),
        Some(address) => section(&speech, address).ok_or(library::Error::NoSuchSection { id })?,
    };
    print(&document, &shown[extent], printer)?;
    Ok(ExitCode::SUCCESS)
}

/// Prints a whole draft.
pub(crate) fn print_whole(
    document: &Document,
    speech: &Speech,
    printer: &mut Printer,
) -> Result<(), Failure> {
    print(document, &shown(speech), printer)
}

fn print(document: &Document, blocks: &[Shown<'_>], printer: &mut Printer) -> Result<(), Failure> {
    let text = text_of(blocks);
    if printer.json {
        return printer.value(&Shows {
            id: document.id.to_string(),
            kind: document.kind.word(),
            title: document.title.clone(),
            text,
            blocks: blocks.iter().map(block).collect(),
        });
    }
    if text.is_empty() { Ok(()) } else { printer.line(text) }
}

fn block(shown: &Shown<'_>) -> BlockJson {
    let origin = shown.block.origin.as_ref().zip(origin::left(shown.block));
    BlockJson {
        id: shown.block.id.to_string(),
        role: shown.block.kind.role().word(),
        level: match shown.block.kind {
            BlockKind::Heading { level, .. } => Some(level),
            _ => None,
        },
        number: shown.number,
        text: shown.text(),
        origin: origin.map(|(origin, left)| OriginJson {
            document: origin.document.clone(),
            block: origin.block.to_string(),
            left,
        }),
    }
}

/// Reads `d7` or `d7#2.3`.
pub(crate) fn address(written: &str) -> Result<(DocumentId, Option<Address>), Failure> {
    let (id, section) = match written.split_once('#') {
        Some((id, section)) => (id, Some(section)),
        None => (written, None),
    };
    let id = document_id(id)?;
    let section = section.map(|section| {
        Address::read(section).ok_or_else(|| {
            Failure::told(
                format!("“#{section}”不是部分的写法；写 #0、#2、#2.3、#二（三）或 #end。"),
                format!("“#{section}” is no section; write #0, #2, #2.3, #二（三） or #end."),
            )
        })
    });
    Ok((id, section.transpose()?))
}

/// Reads `d7`.
pub(crate) fn document_id(written: &str) -> Result<DocumentId, Failure> {
    DocumentId::read(written).ok_or_else(|| library::Error::UnknownDocument { id: written.to_owned() }.into())
}
