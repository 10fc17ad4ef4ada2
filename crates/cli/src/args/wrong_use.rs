//! What is said of arguments that fit no command.

use clap::error::{ContextKind, ContextValue, ErrorKind};
use speech::Message;
use std::error::Error;

/// One sentence for arguments that fit no command.
pub(crate) fn wrong_use(error: &clap::Error) -> Message {
    let told = |kind| match error.get(kind) {
        Some(ContextValue::String(told)) => told.clone(),
        Some(ContextValue::Strings(told)) => told.join("、"),
        _ => String::new(),
    };
    let (arg, value) = (told(ContextKind::InvalidArg), told(ContextKind::InvalidValue));
    let choices = told(ContextKind::ValidValue);
    let choices = (!choices.is_empty()).then_some(choices);
    let expected = error.source().map(ToString::to_string).or(choices);
    let expected = expected.map(|expected| format!("（{expected}）")).unwrap_or_default();
    let zh = match error.kind() {
        ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand | ErrorKind::MissingSubcommand => {
            return Message::new(
                "用法不对：少了命令；用法见 lectern help。",
                "wrong use: a command is missing; see lectern help.",
            );
        }
        ErrorKind::MissingRequiredArgument => format!("少了 {arg}"),
        ErrorKind::ArgumentConflict => format!("{arg} 不能和 {} 一起用", told(ContextKind::PriorArg)),
        ErrorKind::InvalidValue | ErrorKind::ValueValidation => format!("{arg} 不能是“{value}”{expected}"),
        ErrorKind::InvalidSubcommand => format!("没有“{}”这个命令", told(ContextKind::InvalidSubcommand)),
        ErrorKind::UnknownArgument => format!("没有“{arg}”这个选项"),
        _ => arg,
    };
    let rendered = error.render().to_string();
    let english =
        rendered.lines().take_while(|line| !line.is_empty()).map(str::trim).collect::<Vec<_>>().join(" ");
    let english = english.trim_start_matches("error: ");
    Message::new(
        format!("用法不对：{zh}；用法见 lectern help。"),
        format!("wrong use: {english}; see lectern help."),
    )
}
