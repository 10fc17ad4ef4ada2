//! What the findings pane and the marks on the sheet ask for.

use super::Result;
use super::document::id;
use crate::desk::Desk;
use library::{Decided, Library};
use serde::Serialize;
use specta::Type;
use speech::check::{Check, Group, find};
use speech::fix::{self, Fix};
use speech::{BlockId, CHECKS, Decision, FieldId, Finding, Lexicon, Message, Quote, Severity, Shown};
use speech::{Speech, shown};
use std::collections::HashMap;
use tauri::State;

/// What the checks find in the text on the sheet, for the occasion of its document and as
/// the writer has decided.
#[tauri::command(async)]
#[specta::specta]
pub fn check(desk: State<'_, Desk>, document: String, speech: Speech) -> Result<Checked> {
    let lexicon = desk.lexicon()?;
    desk.with(|library| Checked::of(library, &document, &speech, &lexicon))
}

/// What the checks found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Checked {
    /// What is to be looked at, in the order of the text.
    pub findings: Vec<FindingRow>,
    /// What was decided, and is seen in this text or was decided for it.
    pub decisions: Vec<DecisionRow>,
}

/// Something that a check has found.
#[derive(Clone, Debug, Serialize, Type)]
pub struct FindingRow {
    /// The id of the check.
    pub check: String,
    /// What sort of fault it is.
    pub group: Group,
    /// What the writer calls the check.
    pub name: Message,
    /// How bad it is.
    pub severity: Severity,
    /// The words.
    pub quote: Quote,
    /// Where they stand behind the number of their block, which is drawn and not typed: in
    /// characters from there.
    pub from: u32,
    /// The place after them; of words that are all within the number the same as `from`.
    pub to: u32,
    /// What would be right in their place; "" deletes them.
    pub suggestion: Option<String>,
    /// The field whose slot the words could become.
    pub field: Option<FieldId>,
    /// What is wrong, why, and what to do.
    pub message: Message,
}

/// What the writer doesn't want to hear of.
#[derive(Clone, Debug, Serialize, Type)]
pub struct DecisionRow {
    /// The decision.
    pub decision: Decision,
    /// What the writer calls the check that it is about.
    pub name: Message,
    /// For the whole library, not for this draft alone.
    pub everywhere: bool,
    /// How many findings are not shown because of it.
    pub covers: u32,
}

/// Puts what was proposed in the place of what was found. Changes nothing that is stored.
/// Where one alone can't be done the reason is said; of several, those that can be are.
#[tauri::command(async)]
#[specta::specta]
pub fn take_fixes(mut speech: Speech, fixes: Vec<Fix>) -> Result<Speech> {
    match &fixes[..] {
        [fix] => fix::take(&mut speech, fix)?,
        _ => drop(fix::take_all(&mut speech, &fixes)),
    }
    Ok(speech)
}

/// Keeps a decision, for one draft or, without, for the whole library.
#[tauri::command(async)]
#[specta::specta]
pub fn decide(desk: State<'_, Desk>, document: Option<String>, decision: Decision) -> Result<()> {
    desk.with(|library| library.decide(document.as_deref().map(id).transpose()?, &decision))
}

/// Takes a decision back.
#[tauri::command(async)]
#[specta::specta]
pub fn undecide(desk: State<'_, Desk>, document: Option<String>, decision: Decision) -> Result<()> {
    desk.with(|library| library.undecide(document.as_deref().map(id).transpose()?, &decision))
}

/// All checks, with what each is about.
#[tauri::command(async)]
#[specta::specta]
pub fn all_checks() -> Vec<CheckRow> {
    CHECKS.iter().map(CheckRow::from).collect()
}

/// A check, and its help.
#[derive(Clone, Debug, Serialize, Type)]
pub struct CheckRow {
    /// Its id.
    pub id: String,
    /// What sort of fault it finds.
    pub group: Group,
    /// What the writer calls that sort.
    pub group_name: Message,
    /// How bad that is, as a rule.
    pub severity: Severity,
    /// Whose rule it is.
    pub authority: Message,
    /// What the writer calls it.
    pub name: Message,
    /// What it finds, why that matters, what to do.
    pub about: Message,
    /// Guilty and innocent cases.
    pub examples: Vec<Example>,
}

/// A case of a check.
#[derive(Clone, Debug, Serialize, Type)]
pub struct Example {
    /// What it shows.
    pub title: String,
    /// Its lines, what is found in ⟦⟧.
    pub text: String,
}

impl Checked {
    /// Looks at a text that a document may become.
    pub fn of(
        library: &Library,
        document: &str,
        speech: &Speech,
        lexicon: &Lexicon,
    ) -> std::result::Result<Self, library::Error> {
        let document = library.describe(id(document)?)?;
        let checked = library.check_text(&document, speech, lexicon)?;
        let read = shown(speech);
        let blocks: HashMap<BlockId, &Shown<'_>> = read.iter().map(|shown| (shown.block.id, shown)).collect();
        let rows = checked.findings.into_iter().map(|finding| {
            let n_numeral = blocks.get(&finding.block).map_or(0, |shown| shown.n_numeral());
            FindingRow::of(finding, n_numeral)
        });
        let decisions = checked.decisions.into_iter().map(|decided| {
            let covers = checked.ignored.iter().filter(|finding| decided.decision.covers(finding)).count();
            DecisionRow::of(decided, covers)
        });
        let told = decisions.filter(|row| row.covers > 0 || !row.everywhere || row.is_off());
        Ok(Self { findings: rows.collect(), decisions: told.collect() })
    }
}

impl FindingRow {
    fn of(finding: Finding, n_numeral: usize) -> Self {
        let check = find(finding.check).expect("a finding is of one of the checks");
        let behind = |place: usize| place.saturating_sub(n_numeral) as u32;
        Self {
            check: check.id.to_owned(),
            group: check.group,
            name: check.name.into(),
            severity: finding.severity,
            quote: finding.quote(),
            from: behind(finding.span.start),
            to: behind(finding.span.end),
            suggestion: finding.suggestion,
            field: finding.field,
            message: finding.message,
        }
    }
}

impl DecisionRow {
    fn of(decided: Decided, covers: usize) -> Self {
        let id = match &decided.decision {
            Decision::Off { check } | Decision::Words { check, .. } | Decision::Here { check, .. } => check,
        };
        // A later program may know checks that this one doesn't.
        let name = find(id).map_or_else(|| Message::new(id.clone(), id.clone()), |check| check.name.into());
        Self { name, decision: decided.decision, everywhere: decided.everywhere, covers: covers as u32 }
    }

    fn is_off(&self) -> bool {
        matches!(self.decision, Decision::Off { .. })
    }
}

impl From<&Check> for CheckRow {
    fn from(check: &Check) -> Self {
        Self {
            id: check.id.to_owned(),
            group: check.group,
            group_name: check.group.name().into(),
            severity: check.severity,
            authority: check.authority.told(),
            name: check.name.into(),
            about: check.about.into(),
            examples: examples(check.examples),
        }
    }
}

/// The cases of a file of examples: a title after `---`, then its lines.
fn examples(written: &str) -> Vec<Example> {
    let cases = written.split("--- ").skip(1).filter_map(|case| case.split_once('\n'));
    cases
        .map(|(title, text)| Example { title: title.trim().to_owned(), text: text.trim().to_owned() })
        .collect()
}
