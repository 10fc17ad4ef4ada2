//! 序号的写法. （一）、 has a mark too many, 一. one that belongs to digits.

use super::numbering::within_blanks;
use crate::check::{Authority, Check, Finding, Group, Severity, Subject};
use crate::message::{Message, Words};
use crate::numeral::{Numeral as Read, Spelling, han};
use crate::shown::PieceKind;
use crate::speech::{BlockKind, Numeral};
use crate::text::{slice, trim};

pub(super) const CHECK: Check = Check {
    id: "numeral-style",
    group: Group::Structure,
    severity: Severity::Warning,
    authority: Authority::Standard("GB/T 9704—2012, 7.3.3"),
    name: Words { zh: "序号写法", en: "how numerals are written" },
    about: Words {
        zh: "层次序数依次写“一、”“（一）”“1.”“（1）”。括号后面不再加顿号，汉字后面用顿号，阿拉伯数字后面用圆点。",
        en: "The four levels are written 一、 （一） 1. （1）: no 、 after a bracket, 、 after a Han numeral, a full stop after digits.",
    },
    run,
    examples: include_str!("numeral_style.txt"),
};

fn run(subject: &Subject<'_>, found: &mut Vec<Finding>) {
    for (shown, block) in subject.shown.iter().zip(&subject.speech.blocks) {
        let (BlockKind::Heading { .. }, Some(Numeral::AsWritten(written))) = (block.kind, &block.numeral)
        else {
            continue;
        };
        let Some((read, _)) = Read::read(&(written.clone() + "。")) else { continue };
        let Some((should, severity)) = right(trim(written), read) else { continue };
        let numeral = shown.pieces.iter().find(|piece| piece.kind == PieceKind::Numeral);
        let Some(span) = numeral.map(|numeral| within_blanks(&numeral.text)) else { continue };
        let is = slice(written, within_blanks(written));
        let message = Message::new(
            format!("序号“{is}”应当写成“{should}”。"),
            format!("the numeral “{is}” is to be written “{should}”."),
        );
        let finding = subject.finding(&CHECK, block.id, span, message);
        found.push(Finding { severity, suggestion: Some(should), ..finding });
    }
}

/// How a numeral should be written, and how bad it is as it is; nothing if it is right.
fn right(written: &str, read: Read) -> Option<(String, Severity)> {
    let Read { number, spelling } = read;
    let ends = |c: char| written.ends_with(c);
    let half = written.contains(['(', ')']);
    match spelling {
        Spelling::HanInBrackets if ends('、') => Some((format!("（{}）", han(number)), Severity::Warning)),
        Spelling::DigitsInBrackets if ends('、') => Some((format!("（{number}）"), Severity::Warning)),
        Spelling::Circled if ends('、') => Some((written.trim_end_matches('、').to_owned(), Severity::Hint)),
        Spelling::Han if !ends('、') => Some((format!("{}、", han(number)), Severity::Warning)),
        // Seen in print everywhere, and in half of what is typed.
        Spelling::Digits if ends('、') => Some((format!("{number}."), Severity::Hint)),
        Spelling::HanInBrackets if half => Some((format!("（{}）", han(number)), Severity::Hint)),
        Spelling::DigitsInBrackets if half && written.starts_with('(') => {
            Some((format!("（{number}）"), Severity::Hint))
        }
        Spelling::Ordinal if ends('、') => Some((format!("第{}，", han(number)), Severity::Hint)),
        _ => None,
    }
}
