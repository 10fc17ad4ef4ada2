//! What Lectern exports must open in the programs that people have: a Word file of
//! the sample, and of a draft made from it, read by python-docx and LibreOffice.
//! What they must find is in `tests/export/opens_elsewhere.py`.

use crate::count::Count;
use crate::lectern::{Lectern, SAMPLE, argument, imported_id, text_of};
use crate::process::{command, succeeds, succeeds_with_lines};
use crate::setup::{python_with_docx, soffice};
use std::fs;

/// Exports and lets the others read; each thing that they are asked counts as a test.
///
/// Errors: a step before the first question failed.
pub(crate) fn opens_elsewhere() -> Result<Count, String> {
    let lectern = Lectern::fresh("export")?;
    lectern.says(&["import", SAMPLE])?;
    let document = imported_id(&lectern)?;
    let [opening, second, closing] = ["0", "2", "end"].map(|section| format!("{document}#{section}"));
    let new = ["draft", "new", "--from", &opening, "--from", &second, "--from", &closing];
    let draft = text_of(&lectern.answers(&new)?, "draft")?;
    let whole = asked(&lectern, "document", &document, &["show", &document])?;
    Ok(whole + asked(&lectern, "draft", &draft, &["draft", "show", &draft])?)
}

/// Whether the questions themselves notice a wrong file.
pub(crate) fn questions_notice() -> bool {
    let Some(python) = python_with_docx() else { return false };
    succeeds(command(python).env("PYTHONDONTWRITEBYTECODE", "1").arg("tests/export/test_opens_elsewhere.py"))
}

fn asked(lectern: &Lectern, what: &str, id: &str, show: &[&str]) -> Result<Count, String> {
    let word = lectern.file(&format!("{what}.docx"));
    let shown = lectern.file(&format!("{what}.json"));
    lectern.says(&["export", id, "-o", argument(&word)?])?;
    fs::write(&shown, lectern.answers(show)?.to_string())
        .map_err(|error| format!("{} can't be written: {error}", shown.display()))?;
    let python = python_with_docx().ok_or("python-docx is gone since setup")?;
    let soffice = soffice().ok_or("LibreOffice is gone since setup")?;

    println!("{what}.docx:");
    let mut count = Count::default();
    let mut questions = command(python);
    questions.env("PYTHONDONTWRITEBYTECODE", "1").arg("tests/export/opens_elsewhere.py");
    let all_answered = succeeds_with_lines(questions.args([word, shown, soffice]), |line| {
        count.passed += usize::from(line.starts_with("ok "));
        count.failed += usize::from(line.starts_with("FAILED "));
    });
    if count.failed == 0 && (!all_answered || count.passed == 0) {
        println!("FAILED {what}.docx: the questions broke off");
        count.failed += 1;
    }
    Ok(count)
}
