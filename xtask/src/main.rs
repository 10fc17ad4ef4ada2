//! The project's own tasks: `cargo xtask run`, `cargo xtask test` and what they
//! are made of. Each subcommand is a function in the file of its name.
//!
//! A task that fails says so in one sentence, for whoever sits at the terminal,
//! and ends with a non-zero code.

mod lectern;
mod opens_elsewhere;
mod process;
mod root;
mod run;
mod setup;
mod test;
mod tidy;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run     sets up what is missing, builds Lectern, and does a writer's job on a sample
cargo xtask test    sets up what is missing, then format, lints, tidy and all tests
cargo xtask tidy    the repository's own rules: arrows between crates, rooms, module docs …
cargo xtask setup   only installs what the two commands above need
cargo xtask help    this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run"] => run::run(),
        ["test"] => return test::test(),
        ["tidy"] => tidy::tidy(),
        ["setup"] => setup::setup(setup::FOR_TESTS),
        ["help" | "-h" | "--help"] | [] => {
            println!("{HELP}");
            Ok(())
        }
        _ => Err(format!("there is no task `{}`\n{HELP}", arguments.join(" "))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(sentence) => {
            eprintln!("xtask: {sentence}");
            ExitCode::FAILURE
        }
    }
}
