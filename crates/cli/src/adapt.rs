//! `draft adapt`: what borrowed parts still call their own becomes the draft's own.

use crate::args::Adapt;
use crate::check::{self, FindingJson};
use crate::draft::draft;
use crate::failure::Failure;
use crate::print::Printer;
use library::Library;
use serde::Serialize;
use speech::roll_forward::Proposal;
use std::process::ExitCode;
use std::time::SystemTime;

#[derive(Serialize)]
struct Adapted {
    done: Vec<FindingJson>,
    left: Vec<FindingJson>,
}

pub(crate) fn run(args: &Adapt, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let (document, before) = draft(&args.id, library)?;
    let lexicon = library.lexicon()?;
    let findings = |proposals: Vec<Proposal>, speech| {
        check::of_draft(proposals.iter().map(Proposal::finding).collect(), speech)
    };
    let done =
        if args.list { Vec::new() } else { library.adapt(document.id, &lexicon, SystemTime::now())? };
    let (_, now) = library.document(document.id)?;
    let left = library.own_words(document.id, &now, &lexicon)?;
    let adapted = Adapted { done: findings(done, &before), left: findings(left, &now) };
    if printer.json {
        printer.value(&adapted)?;
        return Ok(ExitCode::SUCCESS);
    }
    let (n_done, n_left) = (adapted.done.len(), adapted.left.len());
    check::tell(&adapted.done, printer)?;
    if !args.list {
        printer.say(format!("改了 {n_done} 处"), format!("{n_done} changed"))?;
    }
    check::tell(&adapted.left, printer)?;
    if args.list || n_left > 0 {
        printer.say(format!("还有 {n_left} 处请您定"), format!("{n_left} for you to decide"))?;
    }
    Ok(ExitCode::SUCCESS)
}
