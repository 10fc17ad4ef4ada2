//! What a file is called that a draft goes out in: a pattern of the office's own, `{年}{月}{日}
//! {标题}（{稿次}）`, without what systems don't allow in a name.

use speech::Day;
use std::path::{Path, PathBuf};

/// The pattern where the writer has set none.
pub const USUAL_PATTERN: &str = "{年}{月}{日} {标题}（{稿次}）";

/// What a pattern may ask for.
pub const PARTS: [&str; 5] = ["年", "月", "日", "标题", "稿次"];

/// What of a draft goes into the name of its file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct NameParts {
    /// Its title.
    pub title: String,
    /// The day on which it is given.
    pub date: Option<Day>,
    /// What this state of it is called: 送审稿.
    pub version: Option<String>,
}

/// How long a name may be, its ending and a number behind it included: 255 bytes are the least
/// that systems of our days allow.
const MOST_BYTES: usize = 255 - 16;

/// Names that Windows keeps for itself, whatever the ending.
const KEPT: [&str; 6] = ["con", "prn", "aux", "nul", "com", "lpt"];

/// The name of a file without its ending: the pattern with the parts of a draft. What is not known
/// is left out, with the brackets around it. A pattern without a title, or of nothing, gives one
/// all the same.
pub fn file_name(pattern: &str, parts: &NameParts) -> String {
    let title = clean(&parts.title);
    let title = if fitting(&title).is_empty() { "讲话稿".to_owned() } else { title };
    let named = |title: &str| fitting(&without_blanks(&put_in(pattern, parts, title)));
    let name = named(&title);
    if name.is_empty() {
        return fitting(&title);
    }
    // It is the title that is cut, not the version behind it.
    let mut cut: Vec<char> = title.chars().collect();
    let mut name = name;
    while name.len() > MOST_BYTES && cut.pop().is_some() {
        name = named(&format!("{}…", cut.iter().collect::<String>().trim_end()));
    }
    while name.len() > MOST_BYTES {
        name.pop();
    }
    name
}

/// A path in a folder that no file has: with ` (2)` where there is one.
pub fn free_path(folder: &Path, name: &str, ending: &str) -> PathBuf {
    let numbered = |number: u32| match number {
        1 => folder.join(format!("{name}.{ending}")),
        number => folder.join(format!("{name} ({number}).{ending}")),
    };
    // A link that leads nowhere is in the way, too.
    let is_free = |path: &PathBuf| path.symlink_metadata().is_err();
    (1..).map(numbered).find(is_free).unwrap_or_else(|| numbered(u32::MAX))
}

fn put_in(pattern: &str, parts: &NameParts, title: &str) -> String {
    let date = parts.date.map(|day| day.to_string());
    let of_date = |nth: usize| date.as_deref().and_then(|date| date.split('-').nth(nth)).unwrap_or_default();
    let version = clean(parts.version.as_deref().unwrap_or_default());
    let values = [of_date(0), of_date(1), of_date(2), title, &version];
    // Each part once, so that no value is taken for a part.
    let mut name = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        name.push_str(&clean(before));
        let known = after.split_once('}').and_then(|(part, after)| {
            let idx = PARTS.iter().position(|known| *known == part.trim())?;
            Some((values[idx], after))
        });
        match known {
            Some((value, after)) => {
                name.push_str(if value.is_empty() { NOTHING } else { value });
                rest = after;
            }
            None => {
                name.push('{');
                rest = after;
            }
        }
    }
    name + &clean(rest)
}

/// Stands where a part is not known, until it is taken out.
const NOTHING: &str = "\u{0}";

/// Without the parts that are not known, the brackets around them, and what stood between them.
fn without_blanks(name: &str) -> String {
    let mut name = name.to_owned();
    for (open, close) in
        [("（", "）"), ("(", ")"), ("【", "】"), ("[", "]"), ("〔", "〕"), ("“", "”"), ("《", "》")]
    {
        name = name.replace(&format!("{open}{NOTHING}{close}"), NOTHING);
    }
    let is_joint =
        |character: char| matches!(character, ' ' | '-' | '_' | '.' | '·' | '、' | '年' | '月' | '日');
    let mut kept = String::new();
    let mut after_nothing = false;
    for character in name.chars() {
        if character.to_string() == NOTHING {
            after_nothing = true;
        } else if !(after_nothing && is_joint(character) && (kept.is_empty() || kept.ends_with(is_joint))) {
            // 2026年月日 without a date says nothing either.
            if !(after_nothing && matches!(character, '年' | '月' | '日')) {
                kept.push(character);
            }
            after_nothing = after_nothing && is_joint(character);
        }
    }
    kept.trim_matches(|character: char| matches!(character, ' ' | '-' | '_' | '.' | '·' | '、')).to_owned()
}

/// Without what systems don't allow: in its place the same in full width, which they do.
fn clean(words: &str) -> String {
    let allowed = |character: char| match character {
        '/' => '／',
        '\\' => '＼',
        ':' => '：',
        '*' => '＊',
        '?' => '？',
        '"' => '”',
        '<' => '＜',
        '>' => '＞',
        '|' => '｜',
        character if character.is_control() || character.is_whitespace() => ' ',
        character => character,
    };
    let mut clean = String::new();
    for character in words.chars().map(allowed) {
        if character != ' ' || !clean.ends_with(' ') {
            clean.push(character);
        }
    }
    clean
}

/// Without what a name may not end with, and no name that Windows keeps for itself.
fn fitting(name: &str) -> String {
    let name = name.trim().trim_end_matches(['.', ' ']).to_owned();
    let first = name.split('.').next().unwrap_or_default().to_ascii_lowercase();
    let stem = first.trim_end_matches(|character: char| character.is_ascii_digit());
    let is_kept =
        KEPT.contains(&stem) && (stem == first || (matches!(stem, "com" | "lpt") && first.len() == 4));
    if is_kept { format!("{name}_") } else { name }
}

#[cfg(test)]
mod tests {
    use super::{MOST_BYTES, NameParts, USUAL_PATTERN, file_name, free_path};
    use speech::Day;

    fn parts(title: &str, date: Option<&str>, version: Option<&str>) -> NameParts {
        let date = date.map(|date| Day::read(date).expect("a date"));
        NameParts { title: title.to_owned(), date, version: version.map(str::to_owned) }
    }

    #[test]
    fn names_have_what_is_known() {
        let whole = parts("在全县大会上的讲话", Some("2026-03-08"), Some("送审稿"));
        let named = |pattern: &str, parts: &NameParts| file_name(pattern, parts);
        assert_eq!(named(USUAL_PATTERN, &whole), "20260308 在全县大会上的讲话（送审稿）");
        assert_eq!(
            named("{标题}-{稿次}-{年}年{月}月{日}日", &whole),
            "在全县大会上的讲话-送审稿-2026年03月08日"
        );
        let bare = parts("在全县大会上的讲话", None, None);
        assert_eq!(named(USUAL_PATTERN, &bare), "在全县大会上的讲话");
        assert_eq!(named("{年}年{月}月{日}日-{标题}-{稿次}", &bare), "在全县大会上的讲话");
        assert_eq!(named("{标题}_{稿次}_终", &bare), "在全县大会上的讲话_终");
        assert_eq!(named("办公室 {标题}（{稿次}）", &bare), "办公室 在全县大会上的讲话");
        assert_eq!(named("{日期}{标题}", &whole), "{日期}在全县大会上的讲话");
        assert_eq!(named("{{标题}}", &whole), "{在全县大会上的讲话}");
    }

    #[test]
    fn a_name_is_never_empty() {
        assert_eq!(file_name("", &parts("讲话", None, None)), "讲话");
        assert_eq!(file_name("{稿次}", &parts("讲话", None, None)), "讲话");
        assert_eq!(file_name(USUAL_PATTERN, &parts(" \n", None, None)), "讲话稿");
        assert_eq!(file_name(" . ", &parts("...", None, None)), "讲话稿");
    }

    #[test]
    fn what_systems_do_not_allow_is_replaced() {
        let title = parts("关于“A/B\\C:D*E?\"F\"<G>|”\n的讲话.", None, None);
        assert_eq!(file_name("{标题}", &title), "关于“A／B＼C：D＊E？”F”＜G＞｜” 的讲话");
        assert_eq!(file_name("../{标题}", &parts("讲话", None, None)), "／讲话");
        for kept in ["con", "NUL", "com1", "LPT9", "aux.1"] {
            assert_eq!(file_name("{标题}", &parts(kept, None, None)), format!("{kept}_"));
        }
        for fine in ["console", "com12", "com", "1con"] {
            let is_kept = fine == "com";
            let expected = if is_kept { "com_".to_owned() } else { fine.to_owned() };
            assert_eq!(file_name("{标题}", &parts(fine, None, None)), expected);
        }
        // A value is no part.
        assert_eq!(file_name("{标题}", &parts("{稿次}", None, Some("一稿"))), "{稿次}");
    }

    #[test]
    fn it_is_the_title_that_is_cut() {
        let long = parts(&"在全县大会上的讲话".repeat(30), Some("2026-03-08"), Some("送审稿"));
        let name = file_name(USUAL_PATTERN, &long);
        assert!(name.len() <= MOST_BYTES && name.len() > MOST_BYTES - 6, "{}", name.len());
        assert!(name.starts_with("20260308 在全县") && name.ends_with("…（送审稿）"), "{name}");
        let name = file_name(&"很长的前缀".repeat(30), &long);
        assert!(name.len() <= MOST_BYTES);
    }

    #[test]
    fn no_file_is_written_over() {
        let folder = tempfile::tempdir().expect("a folder");
        for name in ["讲话.docx", "讲话 (2).docx"] {
            let path = free_path(folder.path(), "讲话", "docx");
            assert_eq!(path.file_name().and_then(|name| name.to_str()), Some(name));
            std::fs::write(path, "").expect("it can be written");
        }
        assert!(free_path(folder.path(), "讲话", "docx").ends_with("讲话 (3).docx"));
    }
}
