//! `style`: the house styles of the library, learned from Word files or written by hand.

use crate::args::{Args, StyleCommand};
use crate::failure::Failure;
use crate::print::Printer;
use formats::{HouseStyle, Limits};
use library::{HouseStyles, learn_style_file, read_style_file};
use serde::Serialize;
use speech::Message;
use std::path::Path;
use std::process::ExitCode;

#[derive(Serialize)]
struct StylesJson<'a> {
    styles: Vec<StyleJson<'a>>,
    wrong: Vec<WrongJson<'a>>,
}

#[derive(Serialize)]
struct StyleJson<'a> {
    name: &'a str,
    title: &'a str,
    built_in: bool,
}

#[derive(Serialize)]
struct WrongJson<'a> {
    file: &'a str,
    message: &'a str,
}

#[derive(Serialize)]
struct KeptJson<'a> {
    name: &'a str,
    untold: Vec<&'a str>,
}

pub(crate) fn run(command: &StyleCommand, args: &Args, printer: &mut Printer) -> Result<ExitCode, Failure> {
    match command {
        StyleCommand::List => list(&HouseStyles::of(&args.folder()?)?, printer)?,
        StyleCommand::Show { name } => show(&HouseStyles::of(&args.folder()?)?.get(name)?, printer)?,
        StyleCommand::Learn { file, name, replace } => learn(file, name, *replace, args, printer)?,
        StyleCommand::Add { file, replace } => keep(&read_style_file(file)?, *replace, &[], args, printer)?,
        StyleCommand::Rename { name, new } => rename(name, new, args, printer)?,
        StyleCommand::Remove { name } => {
            let style = args.open()?.delete_house_style(name)?;
            if printer.json {
                printer.value(&KeptJson { name: &style.name, untold: Vec::new() })?;
            } else {
                let name = &style.name;
                printer.say(format!("已删掉版式“{name}”"), format!("deleted: house style “{name}”"))?;
            }
        }
    }
    Ok(ExitCode::SUCCESS)
}

fn list(styles: &HouseStyles, printer: &mut Printer) -> Result<(), Failure> {
    let titles: Vec<Message> = styles.built_in.iter().chain(&styles.own).map(HouseStyle::title).collect();
    let rows = styles.built_in.iter().chain(&styles.own).zip(&titles).enumerate();
    let rows = rows.map(|(idx, (style, title))| StyleJson {
        name: &style.name,
        title: printer.words(title),
        built_in: idx < styles.built_in.len(),
    });
    let rows: Vec<StyleJson<'_>> = rows.collect();
    if printer.json {
        let wrong = styles.wrong.iter();
        let wrong = wrong.map(|it| WrongJson { file: &it.file, message: printer.words(&it.message) });
        return printer.value(&StylesJson { styles: rows, wrong: wrong.collect() });
    }
    for StyleJson { name, title, built_in } in rows {
        let line = if name == title { name.to_owned() } else { format!("{name}\t{title}") };
        let (zh, en) = if built_in { ("自带", "built in") } else { ("自己的", "own") };
        printer.say(format!("{line}\t{zh}"), format!("{line}\t{en}"))?;
    }
    for wrong in &styles.wrong {
        let (file, message) = (&wrong.file, &wrong.message);
        printer.say(
            format!("! {file} 用不了：{}", message.zh),
            format!("! {file} can't be used: {}", message.en),
        )?;
    }
    Ok(())
}

fn show(style: &HouseStyle, printer: &mut Printer) -> Result<(), Failure> {
    if printer.json {
        return printer.value(style);
    }
    let toml = style.to_toml().map_err(|error| Failure::Told(error.message()))?;
    printer.line(toml.trim_end())
}

fn learn(file: &Path, name: &str, replace: bool, args: &Args, printer: &mut Printer) -> Result<(), Failure> {
    let learned = learn_style_file(file, name, &Limits::default())?;
    keep(&learned.style, replace, &learned.untold, args, printer)
}

fn keep(
    style: &HouseStyle,
    replace: bool,
    untold: &[Message],
    args: &Args,
    printer: &mut Printer,
) -> Result<(), Failure> {
    let library = args.open()?;
    let there = library.house_styles()?.named(&style.name).map(|there| there.name.clone());
    let instead_of = there.as_deref().filter(|_| replace);
    library.keep_house_style(style, instead_of)?;
    let name = &style.name;
    if printer.json {
        let untold = untold.iter().map(|message| printer.words(message)).collect();
        return printer.value(&KeptJson { name, untold });
    }
    for message in untold {
        printer.line(format!("! {}", printer.words(message)))?;
    }
    printer.say(
        format!("已存好版式“{name}”，导出时用 --style {name}"),
        format!("kept: house style “{name}”; export with --style {name}"),
    )
}

fn rename(name: &str, new: &str, args: &Args, printer: &mut Printer) -> Result<(), Failure> {
    let library = args.open()?;
    let style = library.house_styles()?.get(name)?;
    library.keep_house_style(&style.clone().renamed(new), Some(&style.name))?;
    if printer.json {
        return printer.value(&KeptJson { name: new, untold: Vec::new() });
    }
    printer.say(
        format!("版式“{}”改名为“{new}”", style.name),
        format!("renamed: house style “{}” is “{new}” now", style.name),
    )
}
