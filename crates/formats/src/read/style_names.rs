//! Styles that every program has: files name them in English, some in Chinese.

/// Whether it is the style for titles.
pub(super) fn is_title(name: &str) -> bool {
    matches!(name.to_lowercase().as_str(), "title" | "标题")
}

/// The level in the outline, from 0, of the styles for headings: `heading 1`, `标题 1`.
pub(super) fn heading_level(name: &str) -> Option<u8> {
    let name = name.to_lowercase();
    let level = name.strip_prefix("heading").or_else(|| name.strip_prefix("标题"))?;
    let level: u8 = level.trim().parse().ok()?;
    (1..=9).contains(&level).then(|| level - 1)
}
