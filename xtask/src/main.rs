//! The project's own tasks: `cargo xtask run`, `cargo xtask test` and what they
//! are made of. Each subcommand is a function in the file of its name.
//!
//! A task that fails says so in one sentence, for whoever sits at the terminal,
//! and ends with a non-zero code.

mod bench;
mod beside;
mod count;
mod desktop;
mod lectern;
mod node;
mod opens_elsewhere;
mod oracles;
mod package;
mod page;
mod process;
mod pypi;
mod root;
mod run;
mod saved_elsewhere;
mod setup;
mod story;
mod test;
mod tidy;
mod window;

use std::process::ExitCode;

const HELP: &str = "\
cargo xtask run             sets up what is missing, builds what changed, and opens the window;
                            without a display does a writer's job on a sample, by command line
cargo xtask test            sets up what is missing, then format, lints, tidy and all tests
cargo xtask desktop [NAME…] the desktop tests alone, all or those of the files so named
cargo xtask bench window    start, memory and size of the window, beside LibreOffice Writer
cargo xtask bench checks    time of understanding and checking; how many planted faults are found
cargo xtask exports         what other programs say of exported files, alone
cargo xtask bench export    a speech of ten pages as Word file and PDF, beside other programs
cargo xtask bench import    a folder of ten thousand files: time, memory, when all is found
cargo xtask bench read      a speech of nine pages, beside the programs that others read it with
cargo xtask package         a .deb with the window and the command line
cargo xtask tidy            the repository's own rules: arrows between crates, rooms, module docs …
cargo xtask setup           only installs what the commands above need
cargo xtask help            this text";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let done = match arguments.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        ["run"] => run::run(),
        ["test"] => return test::test(),
        ["exports"] => exports(),
        ["desktop", ref names @ ..] => desktop::desktop(names),
        ["bench", "checks"] => bench::checks(),
        ["bench", "export"] => bench::export(),
        ["bench", "import"] => bench::import(),
        ["bench", "read"] => bench::read(),
        ["bench", "window"] => bench::window(),
        ["package"] => package::package(),
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

/// Lets other programs look at what is exported.
fn exports() -> Result<(), String> {
    setup::setup(setup::FOR_EXPORTS)?;
    lectern::build()?;
    match opens_elsewhere::opens_elsewhere()? + oracles::oracles()? {
        count::Count { failed: 0, .. } => Ok(()),
        count::Count { failed, .. } => Err(format!("{failed} questions were answered otherwise")),
    }
}
