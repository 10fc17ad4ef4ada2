//! `cargo xtask test`: everything that a change must pass, in one go.
//!
//! The last line says how it went: `217 passed, 0 failed`. Each of the steps that
//! is no list of tests (format, lints, tidy, a build) counts as one.

use crate::count::Count;
use crate::desktop;
use crate::opens_elsewhere::{opens_elsewhere, questions_notice};
use crate::oracles::oracles;
use crate::page;
use crate::process::{command, succeeds, succeeds_with_lines};
use crate::root::cargo;
use crate::saved_elsewhere::saved_elsewhere;
use crate::setup::{self, setup};
use crate::tidy;
use std::process::ExitCode;

/// Runs all steps, also after a failed one; fails if anything did.
pub(crate) fn test() -> ExitCode {
    let count = all_steps();
    println!("{} passed, {} failed", count.passed, count.failed);
    if count.failed == 0 { ExitCode::SUCCESS } else { ExitCode::FAILURE }
}

fn all_steps() -> Count {
    announce("setup");
    if !went_well(setup(setup::FOR_TESTS)) {
        return Count::one(false);
    }
    let mut count = Count::default();
    announce("format");
    count = count + Count::one(succeeds(command(cargo()).args(["fmt", "--all", "--check"])));
    announce("tidy");
    count = count + Count::one(went_well(tidy::tidy()));
    announce("page");
    // The window has the built page in it: nothing of the window compiles without.
    if !went_well(page::build()) {
        return count + Count::one(false);
    }
    count = count + page::tests();
    announce("lints");
    let clippy = ["clippy", "--workspace", "--all-targets", "--locked", "--", "-D", "warnings"];
    count = count + Count::one(succeeds(command(cargo()).args(clippy)));
    announce("tests");
    // This builds both programs too, as their tests start them.
    count = count + workspace_tests();
    announce("exports open elsewhere");
    count = count + Count::one(questions_notice());
    count = count + opens_elsewhere().unwrap_or_else(|sentence| Count::one(went_well(Err(sentence))));
    announce("what others say of exports");
    count = count + oracles().unwrap_or_else(|sentence| Count::one(went_well(Err(sentence))));
    announce("what others have saved");
    count = count + saved_elsewhere().unwrap_or_else(|sentence| Count::one(went_well(Err(sentence))));
    announce("desktop");
    count + desktop::tests().unwrap_or_else(|sentence| Count::one(went_well(Err(sentence))))
}

fn announce(step: &str) {
    println!("\n== {step}");
}

fn went_well(done: Result<(), String>) -> bool {
    if let Err(sentence) = &done {
        println!("FAILED {sentence}");
    }
    done.is_ok()
}

fn workspace_tests() -> Count {
    let mut count = Count::default();
    let mut cargo_test = command(cargo());
    cargo_test.args(["test", "--workspace", "--locked", "--no-fail-fast"]);
    let all_passed = succeeds_with_lines(&mut cargo_test, |line| {
        count = count + counted(line).unwrap_or_default();
    });
    // What does not build, or is killed, closes with no line of its own.
    if !all_passed && count.failed == 0 {
        count.failed = 1;
    }
    count
}

/// The numbers in the line that closes a program of tests:
/// `test result: ok. 12 passed; 0 failed; 0 ignored; …`.
fn counted(line: &str) -> Option<Count> {
    let (_, numbers) = line.strip_prefix("test result: ")?.split_once(". ")?;
    let mut numbers = numbers.split("; ");
    let passed = numbers.next()?.strip_suffix(" passed")?.parse().ok()?;
    let failed = numbers.next()?.strip_suffix(" failed")?.parse().ok()?;
    Some(Count { passed, failed })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closing_line_of_a_program_of_tests_is_counted() {
        let ok =
            "test result: ok. 12 passed; 0 failed; 0 ignored; 0 measured; 3 filtered out; finished in 0.10s";
        assert_eq!(counted(ok), Some(Count { passed: 12, failed: 0 }));
        let failed = "test result: FAILED. 3 passed; 2 failed; 0 ignored; 0 measured; 0 filtered out";
        assert_eq!(counted(failed), Some(Count { passed: 3, failed: 2 }));
    }

    #[test]
    fn other_lines_are_not_counted() {
        assert_eq!(counted("test speech::numerals ... ok"), None);
        assert_eq!(counted("test result: nothing of the kind"), None);
        assert_eq!(counted("  test result: ok. 12 passed; 0 failed"), None);
    }
}
