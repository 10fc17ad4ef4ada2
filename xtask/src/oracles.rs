//! What programs that nobody here wrote say of what Lectern writes: a validator of Word files,
//! one of the format of official documents, five readers, and a ruler laid on the printed page.
//! What they are asked is in `tests/export/oracles.py`.

use crate::count::Count;
use crate::lectern::{Lectern, SAMPLE};
use crate::process::{command, succeeds_with_lines};
use crate::pypi;
use crate::setup::soffice;

/// The speech with a line of every role.
const STRUCTURED: &str = "crates/formats/styles/sample.txt";

/// Writes and lets the others look; each thing that they are asked counts as a test.
///
/// Errors: a step before the first question failed.
pub(crate) fn oracles() -> Result<Count, String> {
    let lectern = Lectern::fresh("oracles")?;
    let soffice = soffice().ok_or("LibreOffice is gone since setup")?;
    let mut questions = command(pypi::ORACLES.python()?);
    questions.env("PYTHONDONTWRITEBYTECODE", "1").arg("tests/export/oracles.py");
    questions.arg(lectern.program()).arg(soffice).arg(&lectern.folder);
    let mut count = Count::default();
    let all_answered = succeeds_with_lines(questions.args([SAMPLE, STRUCTURED]), |line| {
        count.passed += usize::from(line.starts_with("ok "));
        count.failed += usize::from(line.starts_with("FAILED "));
    });
    if count.failed == 0 && (!all_answered || count.passed == 0) {
        println!("FAILED oracles: the questions broke off");
        count.failed += 1;
    }
    Ok(count)
}
