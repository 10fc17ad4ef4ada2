//! The dress of each role: of every property the value that most characters have.

use super::fault;
use super::match_lines::{Beginning, Stretch};
use super::sheet::SheetSaid;
use crate::house_style::{Align, Dress, HouseStyle, Lines};
use crate::page::Role;
use speech::Message;
use std::collections::BTreeMap;

/// How high Word makes a line of a Chinese font, in its size, where nothing says it.
const NATURAL: f64 = 1.3;

/// What holds in Word where a file says nothing: 五号 宋体.
const FONT: &str = "宋体";
const LATIN: &str = "Times New Roman";
const SIZE: u32 = 21;

/// How often each value was seen, in characters.
struct Votes<T>(BTreeMap<T, usize>);

/// What was seen of the lines of a role.
#[derive(Default)]
struct Seen {
    font: Votes<String>,
    latin: Votes<String>,
    size: Votes<u32>,
    bold: Votes<bool>,
    spacing: Votes<i32>,
    align: Votes<Align>,
    indent: Votes<u32>,
    line: Votes<u32>,
    before: Votes<u32>,
    after: Votes<u32>,
}

/// The dresses of all roles. A role that no line has takes those of 讲话稿, in the size and
/// height of the text.
pub(super) fn dresses(stretches: &[Stretch<'_>], sheet: &SheetSaid, untold: &mut Vec<Message>) -> Lines {
    let mut by_role: BTreeMap<Role, Seen> = BTreeMap::new();
    let mut of_lines = fault::OfLines::default();
    for (idx, stretch) in stretches.iter().enumerate() {
        let seen = by_role.entry(stretch.role).or_default();
        seen.take_run(stretch, sheet);
        if let Some(begins) = &stretch.begins {
            // A paragraph counts by its length, for the role that it begins with.
            let more = stretches[idx + 1..].iter().take_while(|next| next.begins.is_none());
            let n_characters = stretch.n_characters + more.map(|next| next.n_characters).sum::<usize>();
            seen.take_paragraph(begins, stretch, n_characters, sheet, &mut of_lines);
        }
    }
    let otherwise = HouseStyle::speech();
    let body = by_role.get(&Role::Body).map(|seen| seen.dress(otherwise.dress(Role::Body)));
    let missing: Vec<Role> =
        Role::ALL.into_iter().filter(|role| *role != Role::Table && !by_role.contains_key(role)).collect();
    fault::of_lines(&missing, &of_lines, untold);
    let dress = |role: Role| match (by_role.get(&role), &body) {
        (Some(seen), _) => seen.dress(otherwise.dress(role)),
        (None, Some(body)) if role != Role::Title => beside(otherwise.dress(role), body, role),
        (None, _) => otherwise.dress(role).clone(),
    };
    Lines {
        title: dress(Role::Title),
        byline: dress(Role::Byline),
        date: dress(Role::Date),
        salutation: dress(Role::Salutation),
        heading1: dress(Role::Heading(1)),
        heading2: dress(Role::Heading(2)),
        heading3: dress(Role::Heading(3)),
        heading4: dress(Role::Heading(4)),
        body: dress(Role::Body),
        closing: dress(Role::Closing),
        table: dress(Role::Table),
    }
}

/// A dress that the file does not have, beside text that it has.
fn beside(dress: &Dress, body: &Dress, role: Role) -> Dress {
    let is_text = matches!(role, Role::Salutation | Role::Closing | Role::Table | Role::Heading(3 | 4));
    let font = if is_text { &body.font } else { &dress.font };
    let indent = if dress.indent == 0 { 0 } else { body.indent };
    Dress {
        font: font.clone(),
        latin: body.latin.clone(),
        size: body.size,
        line: body.line,
        spacing: body.spacing,
        indent,
        ..dress.clone()
    }
}

impl Seen {
    fn take_run(&mut self, stretch: &Stretch<'_>, sheet: &SheetSaid) {
        let n_characters = stretch.n_characters;
        self.font.add(stretch.font.clone().unwrap_or_else(|| FONT.to_owned()), n_characters);
        self.latin.add(stretch.latin.clone().unwrap_or_else(|| LATIN.to_owned()), n_characters);
        self.size.add(stretch.run.size.unwrap_or(SIZE), n_characters);
        self.bold.add(stretch.run.bold.unwrap_or_default(), n_characters);
        let spacing = stretch.run.spacing.unwrap_or_else(|| sheet.spacing());
        self.spacing.add(i32::try_from(spacing).unwrap_or_default(), n_characters);
    }

    fn take_paragraph(
        &mut self,
        begins: &Beginning<'_>,
        first: &Stretch<'_>,
        n_characters: usize,
        sheet: &SheetSaid,
        of_lines: &mut fault::OfLines,
    ) {
        let look = &begins.seen.look;
        let size = first.run.size.unwrap_or(SIZE);
        self.align.add(align(look.align.as_deref()), n_characters);
        // A line that stands in the middle, or brings its blanks, stands in by them.
        let character = i64::from(size) * 10;
        let indent = match (look.first_chars, look.first) {
            (Some(hundredths), _) if hundredths != 0 => hundredths,
            (_, Some(twips)) if twips > 0 && character > 0 => (twips * 100 + character / 2) / character,
            _ => begins.n_blanks as i64 * 100,
        };
        // 640 twips were typed for text of 三号 and go on to mean two characters of 小三.
        let near = (indent + 50) / 100 * 100;
        let indent = if (indent - near).abs() <= 15 { near } else { indent };
        self.indent.add(u32::try_from(indent).unwrap_or_default(), n_characters);
        let natural = f64::from(size) * 10.0 * NATURAL;
        let pitch = sheet.grid().filter(|_| look.snaps != Some(false)).map(f64::from);
        // On a grid a line takes as many of its steps as it needs.
        let single = pitch.map_or(natural, |pitch| pitch * (f64::from(size) * 10.0 / pitch).ceil().max(1.0));
        let line = match (look.line, look.line_rule.as_deref()) {
            (Some(twips), Some("exact")) => twips as f64,
            (Some(twips), Some("atLeast")) => {
                of_lines.at_least += n_characters;
                single.max(twips as f64)
            }
            (parts, _) => {
                of_lines.multiple += n_characters;
                single * parts.unwrap_or(240) as f64 / 240.0
            }
        };
        of_lines.all += n_characters;
        self.line.add(twips(line), n_characters);
        let free = |lines: Option<i64>, said: Option<i64>| match lines {
            Some(hundredths) if hundredths != 0 => hundredths as f64 / 100.0 * pitch.unwrap_or(240.0),
            _ => said.unwrap_or_default() as f64,
        };
        self.before.add(twips(free(look.before_lines, look.before)), n_characters);
        self.after.add(twips(free(look.after_lines, look.after)), n_characters);
    }

    /// What most characters have; what no character says is taken from another dress.
    fn dress(&self, otherwise: &Dress) -> Dress {
        Dress {
            font: self.font.most().unwrap_or_else(|| otherwise.font.clone()),
            latin: self.latin.most().unwrap_or_else(|| otherwise.latin.clone()),
            size: self.size.most().unwrap_or(otherwise.size),
            line: self.line.most().unwrap_or(otherwise.line),
            bold: self.bold.most().unwrap_or(otherwise.bold),
            align: self.align.most().unwrap_or(otherwise.align),
            indent: self.indent.most().unwrap_or(otherwise.indent),
            spacing: self.spacing.most().unwrap_or(otherwise.spacing),
            before: self.before.most().unwrap_or(otherwise.before),
            after: self.after.most().unwrap_or(otherwise.after),
        }
    }
}

/// Word's words for where a line stands; without one it stands left.
pub(super) fn align(said: Option<&str>) -> Align {
    match said {
        Some("center") => Align::Centre,
        Some("right" | "end") => Align::Right,
        Some("both" | "distribute") => Align::Both,
        _ => Align::Left,
    }
}

fn twips(length: f64) -> u32 {
    length.round().clamp(0.0, 1e6) as u32
}

impl<T> Default for Votes<T> {
    fn default() -> Self {
        Self(BTreeMap::new())
    }
}

impl<T: Ord + Clone> Votes<T> {
    fn add(&mut self, value: T, n_characters: usize) {
        *self.0.entry(value).or_default() += n_characters;
    }

    /// The value of most characters; of several the first, so that every run tells the same.
    fn most(&self) -> Option<T> {
        let most = self.0.values().max()?;
        self.0.iter().find(|(_, n_characters)| *n_characters == most).map(|(value, _)| value.clone())
    }
}
