//! The program `lectern`: the whole product without a window.
//!
//! A command reads its arguments, makes a call into the library, and prints what came
//! back, for people or as JSON. Nothing is decided here.
//!
//! Exit codes: 0 done; 1 something was found wrong; 2 wrong use, or the one thing asked
//! for could not be done, with one sentence on standard error.

mod adapt;
mod args;
mod check;
mod collections;
mod draft;
mod export;
mod facts;
mod failure;
mod file;
mod history;
mod import;
mod imports;
mod inspect;
mod list;
mod original;
mod outline;
mod print;
mod returned;
mod search;
mod set;
mod show;
mod similar;
mod skeletons;
mod sources;
mod style;
mod verify;
mod watch;

use args::{Args, Command, DraftCommand};
use failure::Failure;
use print::Printer;
use std::process::ExitCode;

fn main() -> ExitCode {
    // The program starts itself to read what could bring it down.
    if formats::apart::is_asked_for() {
        return formats::apart::serve();
    }
    let args = match args::read() {
        Ok(args) => args,
        Err(code) => return code,
    };
    let mut printer = Printer::new(args.lang, args.json);
    let done = run(&args, &mut printer).and_then(|code| printer.flush().map(|()| code));
    match done {
        Ok(code) => code,
        Err(Failure::Pipe) => ExitCode::SUCCESS,
        Err(Failure::Told(message)) => {
            printer.complain(&message);
            ExitCode::from(2)
        }
    }
}

fn run(args: &Args, printer: &mut Printer) -> Result<ExitCode, Failure> {
    match &args.command {
        Command::Inspect(inspect) => inspect::run(inspect, printer),
        Command::Check(check) => check::run(check, printer),
        Command::Import(import) => import::run(import, &args.open()?, printer),
        Command::Imports(imports) => imports::run(imports, &args.open()?, printer),
        Command::List(list) => list::run(list, &args.open()?, printer),
        Command::Collections(it) => collections::run(it, &args.open()?, printer),
        Command::Watch(watch) => watch::run(watch, &args.open()?, printer),
        Command::File(file) => file::run(file, &args.open()?, printer),
        Command::Show(show) => show::run(show, &args.open()?, printer),
        Command::Original(original) => original::original(original, &args.open()?, printer),
        Command::Reread(reread) => original::reread(reread, &args.open()?, printer),
        Command::Search(search) => search::run(search, &args.open()?, printer),
        Command::Similar(similar) => similar::run(similar, &args.open()?, printer),
        Command::Draft(DraftCommand::New(new)) => draft::new(new, &args.open()?, printer),
        Command::Draft(DraftCommand::Skeletons(wanted)) => skeletons::run(wanted, &args.open()?, printer),
        Command::Draft(DraftCommand::Outline(outline)) => outline::run(outline, &args.open()?, printer),
        Command::Draft(DraftCommand::Adapt(adapt)) => adapt::run(adapt, &args.open()?, printer),
        Command::Draft(DraftCommand::Sources(sources)) => sources::run(sources, &args.open()?, printer),
        Command::Facts(facts) => facts::run(facts, &args.open()?, printer),
        Command::Draft(DraftCommand::Show(show)) => draft::show(show, &args.open()?, printer),
        Command::Draft(DraftCommand::Fields(fields)) => draft::fields(fields, &args.open()?, printer),
        Command::Draft(DraftCommand::Fill(fill)) => draft::fill(fill, &args.open()?, printer),
        Command::Draft(DraftCommand::Return(file)) => returned::run(file, &args.open()?, printer),
        Command::Draft(DraftCommand::History(of)) => history::run(of, &args.open()?, printer),
        Command::Draft(DraftCommand::Check(check)) => check::draft(check, &args.open()?, printer),
        Command::Export(export) => export::run(export, args, printer),
        Command::Style(style) => style::run(style, args, printer),
        Command::Set(set) => set::run(set, &args.open()?, printer),
        Command::Verify => verify::verify(&args.open()?, printer),
        Command::Reindex => verify::reindex(&args.open()?, printer),
    }
}
