//! Saved web pages: the speech, not the site.
//!
//! A page is read as a browser reads it, and of its elements the one that holds the
//! text is chosen; navigation, adverts, comments and what else a site puts around a
//! text are left out, and how much that was is said. Lines are those that a browser
//! shows: a block is a line, `<br>` starts one, a row of a table is one with its cells
//! joined by TAB. Blanks that a browser shows (`&nbsp;`, full-width ones) stay. Nothing
//! is run or fetched.

mod archive;
mod choose;
mod furniture;
mod lines;
mod look;
mod tree;

use super::ReadOptions;
use crate::encoding::{Decoded, decode};
use crate::error::Error;
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use speech::Message;
use speech::text::trim;
use std::borrow::Cow;
use tree::Tree;

pub(crate) use archive::is_archive;

/// Reads a web page, or an archive of one (MHTML).
pub(super) fn read(bytes: &[u8], options: &ReadOptions) -> Result<Extracted, Error> {
    let (page, charset) = match archive::page(bytes)? {
        Some(part) => (Cow::Owned(part.bytes), part.charset),
        None => (Cow::Borrowed(bytes), None),
    };
    let decoded = decoded(&page, options.encoding.as_deref().or(charset.as_deref()))?;
    let tree = Tree::parse(&decoded.text, &options.limits)?;
    let title = title(&tree);
    let chosen = choose::choose(&tree, title.as_deref());
    let (paragraphs, seen) = lines::lines(&tree, &chosen, &options.limits)?;
    let mut warnings: Vec<_> = decoded.warning().into_iter().collect();
    warnings.extend(left_out(chosen.n_left_out));
    warnings.extend(seen.warnings());
    Ok(Extracted {
        format: Format::Html,
        encoding: Some(decoded.encoding.to_owned()),
        paragraphs,
        metadata: Metadata { title, ..Metadata::default() },
        warnings,
    })
}

/// The title of a page: that of its window, or else what it gives to those who link to
/// it.
fn title(tree: &Tree) -> Option<String> {
    let of_window = tree.first("title").map(|idx| collapsed(&tree.text(idx)));
    let of_links = || {
        let metas = tree.below(0).filter_map(|idx| tree.element(idx)).filter(|it| &*it.name == "meta");
        metas
            .filter(|meta| meta.attribute("property") == "og:title")
            .map(|meta| collapsed(meta.attribute("content")))
            .next()
    };
    of_window.filter(|title| !title.is_empty()).or_else(of_links).filter(|title| !title.is_empty())
}

/// The page's characters: in UTF-8, where all of it is valid, as programs that save
/// pages leave the old name in them; else as the page says, or as its bytes look.
fn decoded<'a>(page: &'a [u8], label: Option<&str>) -> Result<Decoded<'a>, Error> {
    let is_utf_8 = !page.is_ascii() && std::str::from_utf8(page).is_ok();
    let has_mark = encoding_rs::Encoding::for_bom(page).is_some();
    match label {
        Some(label) => decode(page, Some(label)),
        None if is_utf_8 || has_mark => decode(page, None),
        None => {
            let said = said_charset(page).filter(|label| encoding_rs::Encoding::for_label(label).is_some());
            let said = said.and_then(|label| std::str::from_utf8(label).ok());
            decode(page, said)
        }
    }
}

/// The encoding that a page names near its start: `<meta charset="gb2312">`.
fn said_charset(page: &[u8]) -> Option<&[u8]> {
    const HEAD_BYTES: usize = 8 * 1_024;
    let head = &page[..page.len().min(HEAD_BYTES)];
    let names = [b"charset".as_slice(), b"encoding"];
    let found = (0..head.len()).find_map(|idx| {
        let name = names.iter().find(|name| {
            head.get(idx..idx + name.len()).is_some_and(|here| here.eq_ignore_ascii_case(name))
        })?;
        head[idx + name.len()..].trim_ascii_start().strip_prefix(b"=")
    })?;
    let label = found.trim_ascii_start();
    let label = label.strip_prefix(b"\"").or_else(|| label.strip_prefix(b"'")).unwrap_or(label);
    let is_label = |byte: &u8| byte.is_ascii_alphanumeric() || b"-_:.".contains(byte);
    Some(&label[..label.iter().position(|byte| !is_label(byte)).unwrap_or(label.len())])
}

/// Text on one line, its blanks being one each.
fn collapsed(text: &str) -> String {
    trim(&text.split_whitespace().collect::<Vec<_>>().join(" ")).to_owned()
}

fn left_out(n_characters: usize) -> Option<Message> {
    (n_characters > 0).then(|| {
        Message::new(
            format!("这是网页，只读了正文：导航、广告、评论等约 {n_characters} 字没有读取。"),
            format!(
                "This is a web page, of which only the text was read: navigation, adverts, comments, about {n_characters} characters, were not."
            ),
        )
    })
}
