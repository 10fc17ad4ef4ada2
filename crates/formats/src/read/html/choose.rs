//! Which part of a page is its text.
//!
//! Readers in browsers score elements by their names and drop short paragraphs, of
//! which a speech has many. Here only what is surely of the site is taken away (by its
//! element, by a name together with little text, by text that is mostly links, by its
//! words), and then the walk goes down as long as one element holds nearly all of the
//! text that is left. So where it errs, something of the site is read rather than
//! something of the speech lost.

use super::furniture;
use super::lines::is_data;
use super::look::is_hidden;
use super::tree::{Data, Tree};
use speech::text::trim;

/// What is read of a page.
#[derive(Debug)]
pub(super) struct Chosen {
    /// Headings that stand before the text, by their places in the tree.
    pub(super) headings: Vec<usize>,
    /// The element that holds the text.
    pub(super) text: usize,
    /// Whether the node at a place is passed over, and all below it.
    pub(super) dropped: Vec<bool>,
    /// Letters of the page that are not read.
    pub(super) n_left_out: usize,
}

/// Elements whose content is never text.
const NEVER: [&str; 27] = [
    "head", "script", "style", "noscript", "template", "iframe", "object", "embed", "canvas", "svg", "audio",
    "video", "map", "input", "select", "button", "textarea", "datalist", "progress", "meter", "dialog", "rt",
    "rp", "frameset", "noframes", "title", "optgroup",
];

/// Elements that are of the site by their meaning.
const OF_SITE: [&str; 4] = ["nav", "footer", "aside", "menu"];

/// Elements that begin a line.
pub(super) const BLOCKS: [&str; 40] = [
    "html",
    "body",
    "address",
    "article",
    "aside",
    "blockquote",
    "center",
    "dd",
    "details",
    "dir",
    "div",
    "dl",
    "dt",
    "fieldset",
    "figcaption",
    "figure",
    "footer",
    "form",
    "h1",
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "header",
    "hgroup",
    "hr",
    "li",
    "main",
    "menu",
    "nav",
    "ol",
    "p",
    "pre",
    "section",
    "summary",
    "table",
    "tbody",
    "tr",
    "ul",
];

/// Elements that may hold a whole text.
const HOLDERS: [&str; 15] = [
    "html", "body", "div", "section", "article", "main", "table", "tbody", "tr", "td", "center", "form",
    "font", "span", "fieldset",
];

/// Of what an element holds, in letters and digits.
#[derive(Clone, Copy, Debug, Default)]
struct Mass {
    all: usize,
    in_links: usize,
    /// Blocks, cells and line breaks.
    n_blocks: usize,
}

/// Chooses what is read of a page. `title` is the page's.
pub(super) fn choose(tree: &Tree, title: Option<&str>) -> Chosen {
    let body = tree.first("body").unwrap_or(0);
    let never: Vec<bool> = (0..tree.nodes.len())
        .map(|idx| tree.element(idx).is_some_and(|it| NEVER.contains(&&*it.name) || is_hidden(it)))
        .collect();
    let mut dropped = never.clone();
    let shown = masses(tree, body, &dropped);
    let whole = shown[body];
    drop_site(tree, body, &shown, &mut dropped);
    let mut masses = self::masses(tree, body, &dropped);
    if masses[body].all * 10 < whole.all.saturating_sub(whole.in_links) {
        // Nothing but what looks like a site: then all of it is the text.
        dropped.clone_from(&never);
        masses.clone_from(&shown);
    }
    let text = text_below(tree, body, &masses, &dropped);
    let headings = headings(tree, body, text, title, &shown, [&never, &dropped]);
    // A title may stand in what is of the site otherwise.
    headings.iter().for_each(|idx| dropped[*idx] = false);
    let n_read = masses[text].all + headings.iter().map(|idx| shown[*idx].all).sum::<usize>();
    Chosen { headings, text, dropped, n_left_out: whole.all.saturating_sub(n_read) }
}

/// What each element holds of what is not dropped.
fn masses(tree: &Tree, top: usize, dropped: &[bool]) -> Vec<Mass> {
    let mut masses = vec![Mass::default(); tree.nodes.len()];
    let order = kept(tree, top, dropped);
    // Backwards each node comes after all that is below it.
    for idx in order.into_iter().rev() {
        let own = match &tree.nodes[idx].data {
            Data::Text(text) => text.chars().filter(|character| character.is_alphanumeric()).count(),
            Data::Element(_) | Data::Other => 0,
        };
        let name = tree.name(idx);
        let mass = &mut masses[idx];
        mass.all += own;
        if name == "a" {
            mass.in_links = mass.all;
        }
        mass.n_blocks += usize::from(is_block(name) || name == "br");
        let mass = *mass;
        if let Some(parent) = tree.nodes[idx].parent.filter(|_| idx != top) {
            let above = &mut masses[parent];
            above.all += mass.all;
            above.in_links += mass.in_links;
            above.n_blocks += mass.n_blocks;
        }
    }
    masses
}

/// The nodes that are not dropped, each before those below it.
fn kept(tree: &Tree, top: usize, dropped: &[bool]) -> Vec<usize> {
    let mut nodes = Vec::new();
    let mut next = Some(top);
    while let Some(idx) = next {
        if dropped[idx] {
            next = tree.after(idx, top);
        } else {
            nodes.push(idx);
            next = tree.nodes[idx].first.or_else(|| tree.after(idx, top));
        }
    }
    nodes
}

pub(super) fn is_block(name: &str) -> bool {
    BLOCKS.contains(&name) || matches!(name, "td" | "th" | "caption")
}

/// Drops what is of the site. An element with three tenths of the page's text or more
/// is not judged by its name.
fn drop_site(tree: &Tree, body: usize, masses: &[Mass], dropped: &mut [bool]) {
    let own = |idx: usize| masses[idx].all.saturating_sub(masses[idx].in_links);
    let whole = own(body);
    for idx in kept(tree, body, dropped) {
        let (Some(element), mass) = (tree.element(idx), masses[idx]) else { continue };
        let name = &*element.name;
        if !is_block(name) && name != "span" && name != "a" || idx == body {
            continue;
        }
        let is_small = own(idx) * 10 < whole * 3;
        let is_site = OF_SITE.contains(&name)
            || matches!(element.attribute("role"), "navigation" | "banner" | "contentinfo" | "complementary")
            // Headers and footers of a document that LibreOffice saved as a page.
            || matches!(element.attribute("title"), "header" | "footer")
            || furniture::is_named(element.attribute("class"))
            || furniture::is_named(element.attribute("id"));
        let is_links = mass.in_links > 0 && mass.in_links * 2 >= mass.all && is_block(name);
        if is_small && (is_site || is_links) {
            dropped[idx] = true;
            continue;
        }
        // A line, not a container: a block with no other in it.
        if !is_block(name) || mass.n_blocks > 1 || mass.all == 0 || mass.all > 100 {
            continue;
        }
        let line = super::collapsed(&tree.text(idx));
        if furniture::is_line(&line) {
            dropped[idx] = true;
        } else if furniture::is_head(&line) {
            dropped[idx] = true;
            drop_after(tree, idx, body, whole, &own, dropped);
        }
    }
}

/// Drops what follows what stands above other texts: the rest of the element that it
/// stands in, or of the one around, where it is all alone in its own.
fn drop_after(
    tree: &Tree,
    head: usize,
    body: usize,
    whole: usize,
    own: &impl Fn(usize) -> usize,
    dropped: &mut [bool],
) {
    let mut from = head;
    while tree.nodes[from].next.is_none_or(|next| own(next) == 0 && tree.nodes[next].next.is_none()) {
        match tree.nodes[from].parent {
            Some(parent) if parent != body && own(parent) <= own(head) => from = parent,
            _ => break,
        }
    }
    let after: Vec<_> = std::iter::successors(tree.nodes[from].next, |idx| tree.nodes[*idx].next).collect();
    let mass: usize = after.iter().map(|idx| own(*idx)).sum();
    if mass * 10 < whole * 3 {
        after.into_iter().for_each(|idx| dropped[idx] = true);
    }
}

/// Goes down as long as one element holds nine tenths of the text.
fn text_below(tree: &Tree, body: usize, masses: &[Mass], dropped: &[bool]) -> usize {
    let mut text = body;
    loop {
        let held = masses[text].all;
        let heaviest = tree.children(text).filter(|idx| !dropped[*idx]).max_by_key(|idx| masses[*idx].all);
        match heaviest {
            Some(idx)
                if HOLDERS.contains(&tree.name(idx))
                    && !(tree.name(idx) == "table" && is_data(tree, idx))
                    && masses[idx].n_blocks > 1
                    && masses[idx].all * 10 >= held * 9 =>
            {
                text = idx;
            }
            _ => return text,
        }
    }
}

/// The headings before the text that belong to it: the title and what follows it. The
/// title is the last `h1`, or what says the same as the page's title.
fn headings(
    tree: &Tree,
    body: usize,
    text: usize,
    title: Option<&str>,
    masses: &[Mass],
    [never, dropped]: [&[bool]; 2],
) -> Vec<usize> {
    // A block with no other in it.
    let is_line = |idx: usize| is_block(tree.name(idx)) && masses[idx].n_blocks == 1 && masses[idx].all < 200;
    let page_title: String = title.unwrap_or_default().chars().filter(|it| it.is_alphanumeric()).collect();
    let says_title = |idx: usize, share: usize| {
        let own = letters(tree, idx);
        // A title of some length, without the name of the site after it.
        own.chars().count() >= 6 && own.len() * share >= page_title.len() && page_title.contains(&own)
    };
    if kept(tree, text, dropped)
        .into_iter()
        .any(|idx| tree.name(idx) == "h1" || is_line(idx) && says_title(idx, 2))
    {
        return Vec::new();
    }
    let before: Vec<_> = kept(tree, body, never).into_iter().take_while(|idx| *idx != text).collect();
    let is_heading = |idx: usize| matches!(tree.name(idx), "h1" | "h2" | "h3" | "h4" | "h5" | "h6");
    let titles = before.iter().rposition(|idx| is_line(*idx) && says_title(*idx, 3));
    let mut is_kept = vec![false; tree.nodes.len()];
    kept(tree, body, dropped).into_iter().for_each(|idx| is_kept[idx] = true);
    let first = titles.or_else(|| before.iter().rposition(|idx| tree.name(*idx) == "h1" && is_kept[*idx]));
    let Some(first) = first else { return Vec::new() };
    let of_text = |idx: usize| {
        is_heading(idx) || is_line(idx) && super::collapsed(&tree.text(idx)).starts_with(['（', '('])
    };
    let mut chosen: Vec<usize> = vec![before[first]];
    for idx in &before[first + 1..] {
        let is_within = |above: usize| {
            std::iter::successors(Some(*idx), |it| tree.nodes[*it].parent).any(|it| it == above)
        };
        if is_kept[*idx]
            && of_text(*idx)
            && !letters(tree, *idx).is_empty()
            && !chosen.iter().any(|above| is_within(*above))
        {
            chosen.push(*idx);
        }
    }
    chosen
}

fn letters(tree: &Tree, idx: usize) -> String {
    trim(&tree.text(idx)).chars().filter(|character| character.is_alphanumeric()).collect()
}
