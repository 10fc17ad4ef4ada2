//! A writer's main job, start to end, on the sample speech, by command line:
//! understand a file, import it, find 营商环境, take sections into a draft, fill its
//! fields, export Word. Each command stands above what it printed, and works when
//! typed by hand.

use crate::lectern::{self, Lectern, SAMPLE, argument, imported_id, text_of};
use serde_json::Value;
use std::fs;

/// Lines of a command's output that are shown, and characters of a line.
const SHOWN_LINES: usize = 16;
const SHOWN_CHARACTERS: usize = 72;

/// Tells the story; the last line printed is the path of the Word file.
pub(crate) fn story() -> Result<(), String> {
    println!("building lectern …");
    lectern::build()?;
    let lectern = Lectern::fresh("run")?;
    println!(
        "\nA library of its own, emptied for each run:\n$ export LECTERN_LIBRARY={}",
        lectern.library().display()
    );

    tell("What does the program understand of a file?", &lectern, &["inspect", SAMPLE])?;
    tell("Into the library.", &lectern, &["import", SAMPLE])?;
    tell("Passages on a subject.", &lectern, &["search", "营商环境", "--limit", "5"])?;
    tell("Two characters that are no word are found as well.", &lectern, &["search", "--literal", "体责"])?;

    let document = imported_id(&lectern)?;
    let sections = ["0", "1", "3", "end"].map(|section| format!("{document}#{section}"));
    let new: Vec<&str> = ["draft", "new"]
        .into_iter()
        .chain(sections.iter().flat_map(|section| ["--from", section.as_str()]))
        .collect();
    let said = tell("A draft: the opening, the first and third part, the closing.", &lectern, &new)?;
    let draft = said.trim();

    tell("What it asks for: each fact once.", &lectern, &["draft", "fields", draft])?;
    fill(&lectern, draft)?;
    tell("What is written now.", &lectern, &["draft", "show", draft])?;

    let word = lectern.file("讲话稿.docx");
    let word = argument(&word)?;
    tell("Word.", &lectern, &["export", draft, "-o", word])?;
    if !fs::metadata(word).is_ok_and(|file| file.len() > 0) {
        return Err(format!("{word} was not written"));
    }
    println!("\n{word}");
    Ok(())
}

/// Two fields by hand, the rest but one from a data sheet.
fn fill(lectern: &Lectern, draft: &str) -> Result<(), String> {
    let answer = lectern.answers(&["draft", "fields", draft])?;
    let fields = answer["fields"].as_array().ok_or("draft fields names no fields")?;
    let mut values = Vec::new();
    for (field_idx, field) in fields.iter().enumerate() {
        values.push((text_of(field, "label")?, value_for(field, field_idx)));
    }
    values.pop();
    let by_hand = values.drain(..values.len().min(2)).collect::<Vec<_>>();

    let sheet = lectern.file("数据.csv");
    let rows: String =
        values.iter().map(|(label, value)| format!("{},{}\n", cell(label), cell(value))).collect();
    let sheet_text = format!("填空项,内容\n{rows}");
    fs::write(&sheet, &sheet_text)
        .map_err(|error| format!("{} can't be written: {error}", sheet.display()))?;
    let sheet = argument(&sheet)?;
    println!("\n# A data sheet, as any spreadsheet program saves it.\n$ cat {sheet}");
    show(&sheet_text);

    let settings: Vec<String> = by_hand.iter().map(|(label, value)| format!("{label}={value}")).collect();
    let mut arguments = vec!["draft", "fill", draft];
    arguments.extend(settings.iter().flat_map(|setting| ["--set", setting.as_str()]));
    arguments.extend(["--data", sheet]);
    tell("Two facts by hand, the others from the data sheet; one is left open.", lectern, &arguments)?;
    Ok(())
}

/// A value that the field's kind takes.
fn value_for(field: &Value, field_idx: usize) -> String {
    let number = field_idx + 6;
    match field["kind"].as_str() {
        Some("percent" | "money") => format!("{number}.5"),
        Some("number" | "ordinal") => number.to_string(),
        Some("place") => "青山".into(),
        Some("person") => "王明".into(),
        Some("organisation") => "县发展和改革局".into(),
        Some("date") => "2026年3月18日".into(),
        _ => "试行".into(),
    }
}

/// A cell of a csv row.
fn cell(text: &str) -> String {
    if text.contains([',', '"', '\n']) { format!("\"{}\"", text.replace('"', "\"\"")) } else { text.into() }
}

/// Shows a command and what it printed, and hands the latter on.
fn tell(what_for: &str, lectern: &Lectern, arguments: &[&str]) -> Result<String, String> {
    let written: Vec<String> = arguments.iter().map(|argument| as_typed(argument)).collect();
    println!("\n# {what_for}\n$ lectern {}", written.join(" "));
    let said = lectern.says(arguments)?;
    show(&said);
    Ok(said)
}

/// An argument as it must be typed into a shell.
fn as_typed(argument: &str) -> String {
    let plain = |character: char| character.is_alphanumeric() || "-_./#=".contains(character);
    if argument.chars().all(plain) {
        argument.into()
    } else {
        format!("'{}'", argument.replace('\'', r"'\''"))
    }
}

/// Prints an output; of a long one its first lines, of a long line its beginning.
fn show(said: &str) {
    for line in said.lines().take(SHOWN_LINES) {
        println!("{}", shortened(line));
    }
    let n_more = said.lines().count().saturating_sub(SHOWN_LINES);
    if n_more > 0 {
        println!("… and {n_more} more lines");
    }
}

fn shortened(line: &str) -> String {
    match line.char_indices().nth(SHOWN_CHARACTERS) {
        Some((end_bytes, _)) => format!("{}…", &line[..end_bytes]),
        None => line.into(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_cut_between_characters() {
        let line = "讲".repeat(SHOWN_CHARACTERS);
        assert_eq!(shortened(&line), line);
        assert_eq!(shortened(&format!("{line}话")), format!("{line}…"));
    }

    #[test]
    fn a_command_can_be_typed_as_it_is_shown() {
        assert_eq!(as_typed("d7#2.3"), "d7#2.3");
        assert_eq!(as_typed("用水量 增长=6.5"), "'用水量 增长=6.5'");
        assert_eq!(as_typed("it's"), r"'it'\''s'");
    }

    #[test]
    fn a_comma_in_a_label_opens_no_third_column() {
        assert_eq!(cell("新增企业"), "新增企业");
        assert_eq!(cell("用水,用电"), "\"用水,用电\"");
        assert_eq!(cell("“三新”\"新\""), "\"“三新”\"\"新\"\"\"");
    }
}
