//! What `inspect` prints for people: the text line by line, then what was found in it.

use super::Inspected;
use crate::check::tally;
use crate::failure::Failure;
use crate::print::Printer;
use speech::Role;
use speech::text::{length, trim};

pub(super) fn tell(inspected: &Inspected, printer: &mut Printer) -> Result<(), Failure> {
    let Inspected { characters, minutes, .. } = inspected;
    printer.say(
        format!("{}，{characters} 字，约 {minutes} 分钟", inspected.format),
        format!("{}, {characters} characters, about {minutes} minutes", inspected.format),
    )?;
    for warning in &inspected.warnings {
        printer.line(format!("! {warning}"))?;
    }
    for part in &inspected.parts {
        if part.role == Role::Blank.word() {
            continue;
        }
        let indent = "  ".repeat(usize::from(part.level.unwrap_or(1)).saturating_sub(1));
        let level = part.level.map(|level| format!(" {level}")).unwrap_or_default();
        let rule = part.rule.as_deref().map(|rule| format!("  ← {rule}")).unwrap_or_default();
        let text = shortened(&part.text);
        printer.line(format!(
            "{:>4}  {:<11}{indent}{text}{rule}",
            part.line,
            format!("{}{level}", part.role)
        ))?;
    }
    for enumeration in &inspected.enumerations {
        let markers: Vec<&str> = enumeration.members.iter().map(|member| member.marker.as_str()).collect();
        let markers = markers.join(" ");
        printer.say(
            format!("第 {} 行要点：{markers}", enumeration.line),
            format!("line {}: enumeration {markers}", enumeration.line),
        )?;
    }
    printer.say(
        format!("空格 {} 处，填空项 {} 个", inspected.slots.len(), inspected.fields.len()),
        format!("{} slots, {} fields", inspected.slots.len(), inspected.fields.len()),
    )?;
    for field in &inspected.fields {
        let lines: Vec<String> =
            field.slots.iter().map(|idx| inspected.slots[*idx].line.to_string()).collect();
        let unit = field.unit.as_deref().map(|unit| format!("（{unit}）")).unwrap_or_default();
        printer.line(format!(
            "  {:<4} {:<12} {}{unit}  @{}",
            field.id,
            field.kind,
            field.label,
            lines.join(",")
        ))?;
    }
    tell_found(inspected, printer)
}

/// Claims that the text breaks, names that may be somebody else's, what goes stale.
fn tell_found(inspected: &Inspected, printer: &mut Printer) -> Result<(), Failure> {
    for count in
        inspected.counts.iter().filter(|count| count.actual.is_some_and(|actual| actual != count.claimed))
    {
        let (line, text) = (count.line, &count.text);
        let actual = count.actual.map(|actual| actual.to_string()).unwrap_or_default();
        printer.say(
            format!("第 {line} 行“{text}”，实有 {actual}"),
            format!("line {line}: “{text}”, there are {actual}"),
        )?;
    }
    for name in inspected.names.iter().filter(|name| name.foreign != Some(false)) {
        let (line, text) = (name.line, &name.text);
        let field = name.field.as_deref().map(|field| format!("（{field}）")).unwrap_or_default();
        printer
            .say(format!("第 {line} 行的名字：{text}{field}"), format!("line {line}: name {text}{field}"))?;
    }
    let stale: Vec<String> = inspected
        .dates
        .iter()
        .filter(|date| date.stale == "yes")
        .map(|date| format!("{}（{}）", date.text, date.line))
        .collect();
    if !stale.is_empty() {
        let stale = stale.join("、");
        printer.say(
            format!("换个年份就不对的说法（行）：{stale}"),
            format!("stale in another year (line): {stale}"),
        )?;
    }
    if inspected.findings.is_empty() {
        return Ok(());
    }
    let told = tally(inspected.findings.iter().map(|finding| finding.severity));
    printer.say(
        format!("检查：{}；逐条的说明见 lectern check", told.zh),
        format!("checks: {}; lectern check tells them", told.en),
    )
}

/// The first characters of a line, as many as fit beside the rest.
fn shortened(text: &str) -> String {
    const FIT: usize = 44;
    let text = trim(text);
    if length(text) <= FIT {
        return text.to_owned();
    }
    text.chars().take(FIT - 1).chain(['…']).collect()
}
