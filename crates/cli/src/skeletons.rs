//! `draft skeletons`: what a draft for an occasion could be written along.

use crate::args::{NewDraft, Skeletons};
use crate::failure::Failure;
use crate::print::Printer;
use library::{Library, Offer, Wanted};
use serde::Serialize;
use speech::Message;
use speech::skeleton::{Part, Reason, allot};
use speech::timing::minutes;
use std::process::ExitCode;

#[derive(Serialize)]
struct SkeletonsJson {
    skeletons: Vec<SkeletonJson>,
}

#[derive(Serialize)]
struct SkeletonJson {
    document: String,
    kind: &'static str,
    title: String,
    year: Option<i32>,
    reasons: Vec<&'static str>,
    characters: usize,
    minutes: f64,
    parts: Vec<PartJson>,
}

#[derive(Serialize)]
struct PartJson {
    section: String,
    level: Option<u8>,
    numeral: String,
    text: String,
    characters: usize,
    minutes: f64,
    share: Option<f64>,
}

impl NewDraft {
    /// It is more than what is taken: it has an occasion or goes along a skeleton.
    pub(crate) fn is_for_an_occasion(&self) -> bool {
        self.occasion.is_some() || self.genre.is_some() || self.speaker.is_some() || !self.skeleton.is_empty()
    }
}

pub(crate) fn run(args: &Skeletons, library: &Library, printer: &mut Printer) -> Result<ExitCode, Failure> {
    let Skeletons { occasion, genre, speaker, minutes, limit } = args;
    let wanted = Wanted { occasion: occasion.clone(), genre: genre.clone(), speaker: speaker.clone() };
    let rate = library.settings()?.rate;
    let offers = library.skeletons(&wanted, *limit)?;
    let skeletons: Vec<SkeletonJson> = offers.iter().map(|offer| skeleton(offer, *minutes, rate)).collect();
    if printer.json {
        printer.value(&SkeletonsJson { skeletons })?;
        return Ok(ExitCode::SUCCESS);
    }
    if skeletons.is_empty() {
        printer.say("素材库里没有带小标题的文稿。", "no document of the library has headings.")?;
    }
    for (skeleton, offer) in skeletons.iter().zip(&offers) {
        tell(skeleton, offer, printer)?;
    }
    Ok(ExitCode::SUCCESS)
}

fn skeleton(offer: &Offer, wanted: Option<u32>, rate: u32) -> SkeletonJson {
    let parts: Vec<&Part> = offer.skeleton.parts.iter().collect();
    let shares = wanted.map(|minutes| allot(&parts, minutes));
    let part = |(idx, part): (usize, &&Part)| PartJson {
        section: format!("#{}", part.address),
        level: part.level(),
        numeral: part.numeral.clone(),
        text: part.words.clone(),
        characters: part.characters,
        minutes: minutes(part.characters, rate),
        share: shares.as_ref().map(|shares| f64::from(shares[idx]) / 10.0),
    };
    SkeletonJson {
        document: offer.document.id.to_string(),
        kind: offer.document.kind.word(),
        title: offer.document.title.clone(),
        year: offer.document.about.year,
        reasons: offer.reasons.iter().map(|reason| reason.word()).collect(),
        characters: offer.skeleton.characters,
        minutes: minutes(offer.skeleton.characters, rate),
        parts: parts.iter().enumerate().map(part).collect(),
    }
}

fn tell(skeleton: &SkeletonJson, offer: &Offer, printer: &mut Printer) -> Result<(), Failure> {
    let words = |reason: &Reason| match reason {
        Reason::Occasion => Message::new("同一场合", "same occasion"),
        Reason::Genre => Message::new("同一文种", "same genre"),
        Reason::Speaker => Message::new("同一讲话人", "same speaker"),
    };
    let reasons: Vec<String> =
        offer.reasons.iter().map(|reason| printer.words(&words(reason)).to_owned()).collect();
    let reasons = if reasons.is_empty() { String::new() } else { format!("（{}）", reasons.join("、")) };
    let (id, title, length) = (&skeleton.document, skeleton.title.replace('\n', ""), skeleton.minutes);
    printer.say(
        format!("{id} {title}{reasons} {length:.1} 分钟"),
        format!("{id} {title}{reasons} {length:.1} min"),
    )?;
    for part in &skeleton.parts {
        let (section, numeral) = (&part.section, &part.numeral);
        let named = match (section.as_str(), part.level) {
            ("#0", None) => printer.words(&Message::new("开头", "opening")).to_owned(),
            (_, None) => printer.words(&Message::new("结束语", "closing")).to_owned(),
            _ => part.text.clone(),
        };
        let share = part.share.map(|share| format!(" → {share:.1}")).unwrap_or_default();
        let indent = "  ".repeat(part.level.unwrap_or(1).into());
        printer.line(format!("{indent}{section} {numeral}{named} {:.1}{share}", part.minutes))?;
    }
    Ok(())
}
