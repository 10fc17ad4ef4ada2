//! Content controls: the parts of a form that Word asks for. A list to choose from, a date and
//! plain text are fields; so is a stretch of rich text that has a title or still shows the words
//! that ask for it. What else stands in controls (tables of contents, pictures, parts that
//! other programs mark for themselves) is text.

use crate::read::words::Place;
use crate::xml::attribute;
use quick_xml::events::BytesStart;
use speech::{Control, FieldKind};

/// A control that the walk is in.
#[derive(Debug, Default)]
pub(super) struct OpenControl {
    title: Option<String>,
    tag: Option<String>,
    holds: Holds,
    shows_placeholder: bool,
    /// Where its content begins in the open paragraph; nothing where it stands around one.
    pub(super) begins: Option<Place>,
}

/// What a control takes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
enum Holds {
    #[default]
    Rich,
    Words,
    Date,
    /// Nothing that a writer would fill in.
    Other,
}

impl OpenControl {
    /// Takes what an element says of the control.
    pub(super) fn take(&mut self, element: &BytesStart<'_>) {
        let value =
            || attribute(element, "val").map(|value| value.trim().to_owned()).filter(|it| !it.is_empty());
        match element.local_name().as_ref() {
            "alias" => self.title = value(),
            "tag" => self.tag = value(),
            "showingPlcHdr" => self.shows_placeholder = value().is_none_or(|it| it != "0" && it != "false"),
            "text" | "dropDownList" | "comboBox" => self.holds = Holds::Words,
            "date" => self.holds = Holds::Date,
            "docPartObj"
            | "docPartList"
            | "picture"
            | "group"
            | "equation"
            | "citation"
            | "bibliography"
            | "checkbox"
            | "repeatingSection"
            | "repeatingSectionItem" => self.holds = Holds::Other,
            _ => {}
        }
    }

    /// Whether it can stand around one paragraph alone. Rich text that was filled in may go over
    /// several, and is a part of the text then.
    pub(super) fn is_one_paragraph(&self) -> bool {
        self.holds != Holds::Rich || self.shows_placeholder
    }

    /// The field that it asks for; nothing where it is text.
    pub(super) fn control(&self) -> Option<Control> {
        let is_form = match self.holds {
            Holds::Words | Holds::Date => true,
            Holds::Rich => self.title.is_some() || self.shows_placeholder,
            Holds::Other => false,
        };
        is_form.then(|| Control {
            span: 0..0,
            label: self.title.clone().or_else(|| self.tag.clone()),
            kind: (self.holds == Holds::Date).then_some(FieldKind::Date),
            filled: !self.shows_placeholder,
        })
    }
}
