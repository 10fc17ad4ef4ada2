//! Handing in: a speech becomes a file in a house style. The file is there whole or
//! not at all, and what stood in its place stays until then.

use crate::document::{Document, DocumentId, DocumentKind};
use crate::error::Error;
use crate::library::Library;
use crate::open_elsewhere::lock_of;
use crate::whole_file;
use formats::page::Appendix;
use formats::{Format, HouseStyle, Written};
use speech::origin::{Source, sources};
use speech::{Field, FieldId, Inline, Lexicon, Message, Severity, Speech};
use std::collections::HashSet;
use std::path::Path;

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The format, told by the name's ending.
    pub format: Format,
    /// The fields whose slots still show their placeholder, in their order.
    pub open: Vec<FieldId>,
    /// How many pages it has, where it has any and what made it knows: a PDF.
    pub n_pages: Option<u32>,
    /// What is not as the style has it: fonts that this machine does not have.
    pub warnings: Vec<Message>,
}

/// Writes a speech to a file, in a format told by the name's ending, dressed in a
/// house style.
///
/// The folder must be there. On an error nothing was written, and a file that was
/// there is as it was: it is not replaced either while another program has it open. A link in
/// its place is replaced, not followed.
pub fn export(speech: &Speech, style: &HouseStyle, path: &Path) -> Result<Exported, Error> {
    export_with(speech, style, &[], path)
}

/// The same, with lists behind the speech: [`Library::appendices`].
pub fn export_with(
    speech: &Speech,
    style: &HouseStyle,
    appendices: &[Appendix],
    path: &Path,
) -> Result<Exported, Error> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let format = extension
        .and_then(Format::by_extension)
        .ok_or_else(|| Error::UnknownFormat { path: path.to_owned() })?;
    if let Some(lock) = lock_of(path) {
        return Err(Error::OpenElsewhere { path: path.to_owned(), lock: Some(lock) });
    }
    let Written { bytes, n_pages, warnings } = formats::write_with(speech, style, format, appendices)?;
    whole_file::write(path, &bytes).map_err(|error| match error {
        Error::Io { source, .. } => Error::NotWritten { path: path.to_owned(), source },
        other => other,
    })?;
    Ok(Exported { format, open: open_fields(speech), n_pages, warnings })
}

impl Library {
    /// What stands behind a draft where its house style says so: where it was taken from, and
    /// what the checks find. Nothing behind other documents, and behind what is read aloud.
    pub fn appendices(
        &self,
        document: &Document,
        speech: &Speech,
        style: &HouseStyle,
        lexicon: &Lexicon,
    ) -> Result<Vec<Appendix>, Error> {
        if !style.appendix || style.read_aloud.is_some() || document.kind != DocumentKind::Draft {
            return Ok(Vec::new());
        }
        let all = sources(speech);
        let (own, shares) = all.percents();
        let title = |id: &str| {
            let known = DocumentId::read(id).and_then(|id| self.describe(id).ok());
            known.map_or_else(|| "已经删去的文稿".to_owned(), |known| known.title.replace('\n', ""))
        };
        let entry = |(source, share): (&Source, u32)| {
            format!("{}　{} 段，占本稿 {share}%", title(&source.document), source.blocks.len())
        };
        let mut entries: Vec<String> = all.sources.iter().zip(shares).map(entry).collect();
        if !entries.is_empty() {
            entries.push(format!("本稿新写 {own}%"));
        }
        let findings = self.check_text(document, speech, lexicon)?.findings;
        let loud = findings.iter().filter(|finding| finding.severity != Severity::Hint);
        let found = loud.map(|finding| format!("“{}”　{}", finding.text, finding.message.zh));
        Ok(vec![
            Appendix { title: "附：出处".to_owned(), entries },
            Appendix { title: "附：还要核实的地方".to_owned(), entries: found.collect() },
        ])
    }
}

/// The fields with a slot that is not filled, in the order of the speech's fields.
fn open_fields(speech: &Speech) -> Vec<FieldId> {
    let inlines = speech.blocks.iter().flat_map(|block| &block.inlines);
    let asked: HashSet<FieldId> = inlines
        .filter_map(|inline| match inline {
            Inline::Slot { field, .. } => Some(*field),
            _ => None,
        })
        .collect();
    let open = |field: &&Field| field.value.is_none() && asked.contains(&field.id);
    speech.fields.iter().filter(open).map(|field| field.id).collect()
}
