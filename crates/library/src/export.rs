//! Handing in: a speech becomes a file in a house style. The file is there whole or
//! not at all, and what stood in its place stays until then.

use crate::error::Error;
use crate::whole_file;
use formats::{Format, HouseStyle, Written};
use speech::{Field, FieldId, Inline, Message, Speech};
use std::collections::HashSet;
use std::path::Path;

/// What was written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exported {
    /// The format, told by the name's ending.
    pub format: Format,
    /// The fields whose slots still show their placeholder, in their order.
    pub open: Vec<FieldId>,
    /// What is not as the style has it: fonts that this machine does not have.
    pub warnings: Vec<Message>,
}

/// Writes a speech to a file, in a format told by the name's ending, dressed in a
/// house style.
///
/// The folder must be there. On an error nothing was written, and a file that was
/// there is as it was. A link in its place is replaced, not followed.
pub fn export(speech: &Speech, style: &HouseStyle, path: &Path) -> Result<Exported, Error> {
    let extension = path.extension().and_then(|extension| extension.to_str());
    let format = extension
        .and_then(Format::by_extension)
        .ok_or_else(|| Error::UnknownFormat { path: path.to_owned() })?;
    let Written { bytes, warnings } = formats::write(speech, style, format)?;
    whole_file::write(path, &bytes)?;
    Ok(Exported { format, open: open_fields(speech), warnings })
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
