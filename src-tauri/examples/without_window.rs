//! The page's commands without a window: a line of JSON in, `{"id", "command", "arguments"}`,
//! a line out, `{"id", "value"}` or `{"id", "error"}`. The library is in the folder that the
//! first argument names; what follows is imported.
//!
//! `tests/desktop/editing.test.ts` edits drafts at random through it: what is asked for, how it
//! is written down and what does it are the window's own, so a save is a save and a load a load.

use lectern_desktop::commands::checks::{self, Checked};
use lectern_desktop::commands::document::{Answer, Opened};
use lectern_desktop::commands::draft::{self, Saved, Setting, Source, TakenOver};
use lectern_desktop::commands::field;
use lectern_desktop::commands::sheet::SheetRow;
use lectern_desktop::failure::Failure;
use library::{DocumentId, Error, ImportOptions, Library};
use serde::Deserialize;
use serde_json::{Value, json};
use speech::field_edit::FieldEdit;
use speech::fix::Fix;
use speech::{BlockId, Lexicon, Speech};
use std::io::{self, BufRead, Write};
use std::ops::ControlFlow;
use std::path::PathBuf;
use std::time::SystemTime;

/// What is asked, as the page writes it.
#[derive(Deserialize)]
#[serde(tag = "command", content = "arguments", rename_all = "snake_case")]
enum Asked {
    Documents {},
    OpenDocument {
        id: String,
    },
    NewDraft {
        source: Option<Source>,
        date: Option<String>,
    },
    Take {
        draft: Speech,
        source: Source,
    },
    Paste {
        draft: Speech,
        text: String,
        html: String,
    },
    Answer {
        speech: Speech,
    },
    Typed {
        speech: Speech,
        block: BlockId,
        at: u32,
    },
    SaveDraft {
        id: String,
        speech: Speech,
    },
    Fill {
        speech: Speech,
        settings: Vec<Setting>,
        rows: Vec<SheetRow>,
    },
    EditFields {
        speech: Speech,
        edits: Vec<FieldEdit>,
    },
    Check {
        document: String,
        speech: Speech,
    },
    TakeFixes {
        speech: Speech,
        fixes: Vec<Fix>,
    },
    /// No command of the page: what `lectern draft show` prints.
    Text {
        speech: Speech,
    },
}

#[derive(Deserialize)]
struct Line {
    id: u64,
    #[serde(flatten)]
    asked: Asked,
}

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let mut arguments = std::env::args_os().skip(1).map(PathBuf::from);
    let folder = arguments.next().ok_or("name the folder of the library")?;
    let library = Library::open(&folder, SystemTime::now())?;
    let files: Vec<PathBuf> = arguments.collect();
    let options = ImportOptions { encoding: None, now: SystemTime::now() };
    library.import(&files, &options, &mut |_| ControlFlow::Continue(()))?;
    let lexicon = library.lexicon()?;

    let mut out = io::stdout().lock();
    for line in io::stdin().lock().lines() {
        let Line { id, asked } = serde_json::from_str(&line?)?;
        let told = match done(&library, &lexicon, asked) {
            Ok(value) => json!({ "id": id, "value": value }),
            Err(failure) => json!({ "id": id, "error": failure }),
        };
        writeln!(out, "{told}")?;
        out.flush()?;
    }
    Ok(())
}

/// Does what the command of that name does.
fn done(library: &Library, lexicon: &Lexicon, asked: Asked) -> Result<Value, Failure> {
    let now = SystemTime::now();
    Ok(match asked {
        Asked::Documents {} => {
            let ids: Vec<String> = library.documents(None)?.iter().map(|row| row.id.to_string()).collect();
            json!(ids)
        }
        Asked::OpenDocument { id } => json!(Opened::read(library, known(&id)?)?),
        Asked::NewDraft { source, date } => json!(Opened::begin(library, source, date, now)?),
        Asked::Take { draft, source } => {
            json!(TakenOver::from(library.take_over(&draft, &source.read()?)?))
        }
        Asked::Paste { draft, text, html } => json!(draft::paste(draft, text, html)),
        Asked::Answer { speech } => json!(Answer::of(&speech, library.settings()?.rate)),
        Asked::Typed { speech, block, at } => json!(draft::typed(speech, block, at)),
        Asked::SaveDraft { id, speech } => json!(Saved::from(library.save(known(&id)?, &speech, now)?)),
        Asked::Fill { speech, settings, rows } => json!(draft::fill(speech, settings, rows)?),
        Asked::EditFields { speech, edits } => json!(field::edit_fields(speech, edits)?),
        Asked::Check { document, speech } => json!(Checked::of(library, &document, &speech, lexicon)?),
        Asked::TakeFixes { speech, fixes } => json!(checks::take_fixes(speech, fixes)?),
        Asked::Text { speech } => json!(speech::shown::text(&speech)),
    })
}

fn known(id: &str) -> Result<DocumentId, Error> {
    DocumentId::read(id).ok_or_else(|| Error::UnknownDocument { id: id.to_owned() })
}
