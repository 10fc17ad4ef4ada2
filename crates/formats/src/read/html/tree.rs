//! A page as a tree, built by html5ever as a browser builds it.
//!
//! The nodes stand in one list and name each other by their places in it, so that
//! nothing that walks the tree calls itself. A page is handed to the parser in small
//! pieces, and what became of it is counted after each: bad markup can make much out
//! of little, and the parser knows no limits.

use crate::error::{Error, Limit};
use crate::limits::Limits;
use html5ever::interface::{ElementFlags, NodeOrText, QuirksMode, TreeSink};
use html5ever::tendril::{StrTendril, TendrilSink};
use html5ever::{Attribute, LocalName, ParseOpts, QualName, local_name, ns, parse_document};
use std::borrow::Cow;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Instant;

/// A page.
#[derive(Debug)]
pub(super) struct Tree {
    /// Its nodes, the document first.
    pub(super) nodes: Vec<Node>,
}

/// A node, and its neighbours by their places in the list.
#[derive(Debug, Default)]
pub(super) struct Node {
    pub(super) parent: Option<usize>,
    pub(super) first: Option<usize>,
    pub(super) next: Option<usize>,
    last: Option<usize>,
    previous: Option<usize>,
    depth: usize,
    pub(super) data: Data,
}

/// What a node is.
#[derive(Debug, Default)]
pub(super) enum Data {
    Element(Element),
    Text(String),
    /// The document, a comment …
    #[default]
    Other,
}

/// An element: its name, and those of its attributes that say something here.
#[derive(Debug)]
pub(super) struct Element {
    pub(super) name: LocalName,
    attributes: Vec<(LocalName, String)>,
}

impl Element {
    /// The value of an attribute; "" where there is none.
    pub(super) fn attribute(&self, name: &str) -> &str {
        let found = self.attributes.iter().find(|(own, _)| **own == *name);
        found.map(|(_, value)| value.as_str()).unwrap_or_default()
    }

    /// Whether an attribute is there, with a value or without.
    pub(super) fn has(&self, name: &str) -> bool {
        self.attributes.iter().any(|(own, _)| **own == *name)
    }
}

/// The attributes that are kept.
const KEPT: [&str; 12] = [
    "class", "id", "style", "align", "hidden", "role", "type", "start", "value", "property", "content",
    "title",
];

/// Bytes that the parser is given at once, to the end of a character.
const PIECE_BYTES: usize = 1_024;

impl Tree {
    /// Builds the tree of a page.
    pub(super) fn parse(html: &str, limits: &Limits) -> Result<Self, Error> {
        let started = Instant::now();
        let mut parser = parse_document(Sink::new(), ParseOpts::default());
        let mut rest = html;
        while !rest.is_empty() {
            let is_end = |idx: &usize| rest.is_char_boundary(*idx);
            let end_bytes = (PIECE_BYTES..rest.len()).find(is_end).unwrap_or(rest.len());
            let (piece, after) = rest.split_at(end_bytes);
            parser.process(StrTendril::from(piece));
            rest = after;
            let sink = &parser.tokenizer.sink.sink;
            let (limit, met, allowed) = [
                (Limit::Depth, sink.depth.get(), limits.page_depth),
                (Limit::Nodes, sink.nodes.borrow().len(), limits.page_nodes),
                (Limit::Seconds, started.elapsed().as_secs() as usize, limits.page_seconds as usize),
            ]
            .into_iter()
            .find(|(_, met, allowed)| met > allowed)
            .unwrap_or((Limit::Nodes, 0, 0));
            if met > allowed {
                return Err(Error::OverLimit { limit, allowed: allowed as u64 });
            }
        }
        Ok(parser.finish())
    }

    /// The element at a place; nothing for text.
    pub(super) fn element(&self, idx: usize) -> Option<&Element> {
        match &self.nodes[idx].data {
            Data::Element(element) => Some(element),
            Data::Text(_) | Data::Other => None,
        }
    }

    /// The name of the element at a place; "" for text.
    pub(super) fn name(&self, idx: usize) -> &str {
        self.element(idx).map(|element| &*element.name).unwrap_or_default()
    }

    /// The children of a node.
    pub(super) fn children(&self, idx: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(self.nodes[idx].first, |idx| self.nodes[*idx].next)
    }

    /// A node and all below it, each before those below it.
    pub(super) fn below(&self, top: usize) -> impl Iterator<Item = usize> {
        std::iter::successors(Some(top), move |idx| self.nodes[*idx].first.or_else(|| self.after(*idx, top)))
    }

    /// The node after one and all below it, within `top`.
    pub(super) fn after(&self, idx: usize, top: usize) -> Option<usize> {
        let and_above = std::iter::successors(Some(idx), |idx| self.nodes[*idx].parent);
        and_above.take_while(|idx| *idx != top).find_map(|idx| self.nodes[idx].next)
    }

    /// The first element of that name.
    pub(super) fn first(&self, name: &str) -> Option<usize> {
        self.below(0).find(|idx| self.name(*idx) == name)
    }

    /// All text below a node.
    pub(super) fn text(&self, top: usize) -> String {
        let texts = self.below(top).filter_map(|idx| match &self.nodes[idx].data {
            Data::Text(text) => Some(text.as_str()),
            _ => None,
        });
        texts.collect()
    }
}

/// What the parser builds with.
struct Sink {
    nodes: RefCell<Vec<Node>>,
    depth: Cell<usize>,
}

/// How the parser calls a node.
#[derive(Clone)]
struct Handle {
    idx: usize,
    name: Rc<QualName>,
}

impl Sink {
    fn new() -> Self {
        Self { nodes: RefCell::new(vec![Node::default()]), depth: Cell::new(0) }
    }

    fn add(&self, data: Data, name: QualName) -> Handle {
        let mut nodes = self.nodes.borrow_mut();
        nodes.push(Node { data, ..Node::default() });
        Handle { idx: nodes.len() - 1, name: Rc::new(name) }
    }

    /// Puts a node below `parent`, before `next` or last.
    fn put(&self, parent: usize, next: Option<usize>, child: NodeOrText<Handle>) {
        let previous = {
            let nodes = self.nodes.borrow();
            next.map_or(nodes[parent].last, |next| nodes[next].previous)
        };
        let idx = match child {
            NodeOrText::AppendNode(handle) => {
                self.take_out(handle.idx);
                handle.idx
            }
            NodeOrText::AppendText(text) => {
                if self.add_text(previous, &text) {
                    return;
                }
                self.add(Data::Text(text.to_string()), unnamed()).idx
            }
        };
        let mut nodes = self.nodes.borrow_mut();
        // Taking the node out may have changed who stands before.
        let previous = next.map_or(nodes[parent].last, |next| nodes[next].previous);
        let depth = nodes[parent].depth + 1;
        self.depth.set(self.depth.get().max(depth));
        let node = &mut nodes[idx];
        (node.parent, node.previous, node.next, node.depth) = (Some(parent), previous, next, depth);
        match previous {
            Some(previous) => nodes[previous].next = Some(idx),
            None => nodes[parent].first = Some(idx),
        }
        match next {
            Some(next) => nodes[next].previous = Some(idx),
            None => nodes[parent].last = Some(idx),
        }
    }

    /// Adds text to a node that is text already.
    fn add_text(&self, idx: Option<usize>, text: &str) -> bool {
        let mut nodes = self.nodes.borrow_mut();
        match idx.map(|idx| &mut nodes[idx].data) {
            Some(Data::Text(before)) => {
                before.push_str(text);
                true
            }
            _ => false,
        }
    }

    fn take_out(&self, idx: usize) {
        let mut nodes = self.nodes.borrow_mut();
        let Node { parent, previous, next, .. } = nodes[idx];
        let Some(parent) = parent else { return };
        match previous {
            Some(previous) => nodes[previous].next = next,
            None => nodes[parent].first = next,
        }
        match next {
            Some(next) => nodes[next].previous = previous,
            None => nodes[parent].last = previous,
        }
        let node = &mut nodes[idx];
        (node.parent, node.previous, node.next) = (None, None, None);
    }
}

fn unnamed() -> QualName {
    QualName::new(None, ns!(), local_name!(""))
}

fn kept(attributes: Vec<Attribute>) -> Vec<(LocalName, String)> {
    let kept = attributes.into_iter().filter(|attribute| KEPT.contains(&&*attribute.name.local));
    kept.map(|attribute| (attribute.name.local, attribute.value.to_string())).collect()
}

impl TreeSink for Sink {
    type Handle = Handle;
    type Output = Tree;
    type ElemName<'a> = &'a QualName;

    fn finish(self) -> Tree {
        Tree { nodes: self.nodes.into_inner() }
    }

    fn parse_error(&self, _: Cow<'static, str>) {}

    fn get_document(&self) -> Handle {
        Handle { idx: 0, name: Rc::new(unnamed()) }
    }

    fn elem_name<'a>(&'a self, target: &'a Handle) -> &'a QualName {
        &target.name
    }

    fn create_element(&self, name: QualName, attributes: Vec<Attribute>, _: ElementFlags) -> Handle {
        let element = Element { name: name.local.clone(), attributes: kept(attributes) };
        self.add(Data::Element(element), name)
    }

    fn create_comment(&self, _: StrTendril) -> Handle {
        self.add(Data::Other, unnamed())
    }

    fn create_pi(&self, _: StrTendril, _: StrTendril) -> Handle {
        self.add(Data::Other, unnamed())
    }

    fn append(&self, parent: &Handle, child: NodeOrText<Handle>) {
        self.put(parent.idx, None, child);
    }

    fn append_based_on_parent_node(&self, element: &Handle, previous: &Handle, child: NodeOrText<Handle>) {
        let has_parent = self.nodes.borrow()[element.idx].parent.is_some();
        if has_parent { self.append_before_sibling(element, child) } else { self.append(previous, child) }
    }

    fn append_doctype_to_document(&self, _: StrTendril, _: StrTendril, _: StrTendril) {}

    fn get_template_contents(&self, target: &Handle) -> Handle {
        target.clone()
    }

    fn same_node(&self, one: &Handle, other: &Handle) -> bool {
        one.idx == other.idx
    }

    fn set_quirks_mode(&self, _: QuirksMode) {}

    fn append_before_sibling(&self, sibling: &Handle, child: NodeOrText<Handle>) {
        let parent = self.nodes.borrow()[sibling.idx].parent;
        if let Some(parent) = parent {
            self.put(parent, Some(sibling.idx), child);
        }
    }

    fn add_attrs_if_missing(&self, target: &Handle, attributes: Vec<Attribute>) {
        if let Data::Element(element) = &mut self.nodes.borrow_mut()[target.idx].data {
            for (name, value) in kept(attributes) {
                if !element.has(&name) {
                    element.attributes.push((name, value));
                }
            }
        }
    }

    fn remove_from_parent(&self, target: &Handle) {
        self.take_out(target.idx);
    }

    fn reparent_children(&self, node: &Handle, new_parent: &Handle) {
        loop {
            let Some(first) = self.nodes.borrow()[node.idx].first else { return };
            let child = Handle { idx: first, name: Rc::new(unnamed()) };
            self.put(new_parent.idx, None, NodeOrText::AppendNode(child));
        }
    }
}
