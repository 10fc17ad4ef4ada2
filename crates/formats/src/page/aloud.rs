//! The lines of a copy that is read aloud: pinyin and numbers in words stand in brackets
//! after what they explain, 鸿鹄（hú）, 14.7%（百分之十四点七）.

use super::{Aloud, Line, Role, Run, run, starts_blank};
use crate::house_style::ReadAloud;
use speech::reading::{Pause, PauseLength, Reading, Wanted, heading_times, read_aloud};
use speech::text::{length, slice};
use speech::{Lexicon, Shown, Span, Speech, shown};

/// The longest note that is not parted at the end of a line.
const LONGEST: usize = 14;

pub(super) fn lines(speech: &Speech, options: &ReadAloud) -> Vec<Line> {
    let readings = read_aloud(speech, &Lexicon::built_in());
    let times = heading_times(speech, options.rate);
    let mut lines: Vec<Line> = Vec::new();
    let mut goes_on = false;
    for (shown, reading) in shown(speech).iter().zip(&readings) {
        let role = Role::of(shown.block.kind);
        if !goes_on {
            let indented = starts_blank(shown);
            lines.push(Line { role, runs: Vec::new(), indented, new_page: false, aloud: Aloud::default() });
        }
        goes_on = shown.run_in;
        let Some(line) = lines.last_mut() else { continue };
        if options.minutes && line.aloud.minutes.is_none() {
            let time = times.iter().find(|time| time.heading == shown.block.id);
            line.aloud.minutes = time.map(|time| time.takes);
        }
        add(line, shown, role, reading, options);
    }
    lines
}

/// A line with the marks that a page can draw beside its text in the text itself, for files
/// that are text alone: | and || where to pause, minutes in brackets.
pub(super) fn with_marks(line: Line) -> Line {
    let mut runs = Vec::new();
    let mut pauses = line.aloud.pauses.iter().peekable();
    for (span, run) in line.placed_runs() {
        let start = span.start;
        let mut from = start;
        let part =
            |from, to| Run { text: slice(&run.text, from - start..to - start).to_owned(), ..run.clone() };
        while let Some(pause) = pauses.next_if(|pause| pause.at <= span.end) {
            let to = pause.at.max(from);
            push(&mut runs, part(from, to));
            from = to;
            let mark = if pause.length == PauseLength::Long { "||" } else { "|" };
            runs.push(Run { mark: true, ..note(mark.to_owned(), run.role) });
        }
        push(&mut runs, part(from, span.end));
    }
    // A run-in heading's stand behind the heading, not behind the whole line.
    let n_heading = runs.iter().take_while(|run| run.role == line.role).count();
    let minutes = line.aloud.minutes.map(|minutes| note(format!("（{minutes:.1}分）"), line.role));
    runs.splice(n_heading..n_heading, minutes);
    Line { runs, ..line }
}

fn note(text: String, role: Role) -> Run {
    Run { text, role, strong: false, open: false, slot: None, numeral: false, note: true, mark: false }
}

/// Adds a block to its line.
fn add(line: &mut Line, shown: &Shown<'_>, role: Role, reading: &Reading, options: &ReadAloud) {
    let base = length(&line.text());
    let wanted = Wanted { pinyin: options.pinyin, numbers_in_words: options.numbers_in_words };
    let notes = reading.notes(&shown.text(), shown.block.kind, wanted);
    // Where a place of the block is in the line: what stands before it, and the notes that
    // do, those at the very place too or not.
    let moved = |at: usize, with: bool| {
        let before = notes.iter().filter(|note| note.at < at || (with && note.at == at));
        base + at + before.map(|note| length(&note.text)).sum::<usize>()
    };
    if options.units_whole {
        line.aloud
            .units
            .extend(reading.units.iter().map(|unit| moved(unit.start, true)..moved(unit.end, false)));
        let whole = notes.iter().filter(|note| length(&note.text) <= LONGEST);
        let spans: Vec<Span> = whole
            .map(|note| moved(note.at, false) - usize::from(note.tied && note.at > 0)..moved(note.at, true))
            .collect();
        line.aloud.units.extend(spans);
    }
    if options.pauses {
        line.aloud
            .pauses
            .extend(reading.pauses.iter().map(|pause| Pause { at: moved(pause.at, true), ..*pause }));
    }
    let mut at = 0;
    for piece in &shown.pieces {
        let end = at + length(&piece.text);
        let mut from = at;
        let whole = run(piece, role);
        for note in notes.iter().filter(|note| at < note.at && note.at <= end) {
            push(
                &mut line.runs,
                Run { text: slice(&piece.text, from - at..note.at - at).to_owned(), ..whole.clone() },
            );
            push(&mut line.runs, self::note(note.text.clone(), role));
            from = note.at;
        }
        push(&mut line.runs, Run { text: slice(&piece.text, from - at..end - at).to_owned(), ..whole });
        at = end;
    }
}

fn push(runs: &mut Vec<Run>, run: Run) {
    if !run.text.is_empty() {
        runs.push(run);
    }
}
