//! What an element says of looks, in its name, its attributes and its style.

use super::choose::is_block;
use super::tree::Element;

/// What holds for text within an element.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Look {
    /// It stands in the middle.
    pub(super) centred: bool,
    /// The level of the heading that it stands in.
    pub(super) outline: Option<u8>,
    /// Its style is the one for titles.
    pub(super) titled: bool,
    /// Bold.
    pub(super) strong: bool,
    /// The size in half-points.
    pub(super) half_points: Option<u32>,
    /// Blanks and line ends are shown.
    pub(super) keeps_blanks: bool,
}

impl Look {
    /// What holds within an element. Only blocks say where their lines stand.
    pub(super) fn within(mut self, element: &Element) -> Self {
        let centred = self.centred;
        match &*element.name {
            "b" | "strong" => self.strong = true,
            "center" => self.centred = true,
            "pre" => self.keeps_blanks = true,
            heading @ ("h1" | "h2" | "h3" | "h4" | "h5" | "h6") => {
                self.outline = heading[1..].parse().ok();
            }
            _ => {}
        }
        match element.attribute("align").to_ascii_lowercase().as_str() {
            "center" | "middle" => self.centred = true,
            "left" | "right" | "justify" => self.centred = false,
            _ => {}
        }
        self.titled |= element.attribute("class").split_whitespace().any(|class| class == "MsoTitle");
        for (name, value) in declarations(element.attribute("style")) {
            match name.as_str() {
                "text-align" => self.centred = value == "center",
                "font-weight" => {
                    let heavy = value.parse().is_ok_and(|weight: u32| weight >= 600);
                    self.strong = value == "bold" || value == "bolder" || heavy;
                }
                "font-size" => self.half_points = half_points(&value).or(self.half_points),
                _ => {}
            }
        }
        if !is_block(&element.name) {
            self.centred = centred;
        }
        // A heading is bold all over and stresses nothing.
        self.strong &= self.outline.is_none();
        self
    }
}

/// Whether an element is not shown. WeChat's pages hide their text until a script has
/// run, by `visibility`, so that this hides nothing.
pub(super) fn is_hidden(element: &Element) -> bool {
    let mut declared = declarations(element.attribute("style"));
    element.has("hidden") || declared.any(|(name, value)| name == "display" && value == "none")
}

/// What a style declares, in lower case.
fn declarations(style: &str) -> impl Iterator<Item = (String, String)> {
    style.split(';').filter_map(|declaration| {
        let (name, value) = declaration.split_once(':')?;
        let value = value.trim().to_ascii_lowercase();
        let value = value.strip_suffix("!important").unwrap_or(&value).trim().to_owned();
        Some((name.trim().to_ascii_lowercase(), value))
    })
}

/// `16pt`, `21.3px`; nothing for sizes that depend on others.
fn half_points(size: &str) -> Option<u32> {
    let (number, of_one) = match (size.strip_suffix("pt"), size.strip_suffix("px")) {
        (Some(number), _) => (number, 2.0),
        (None, Some(number)) => (number, 1.5),
        _ => return None,
    };
    let number: f64 = number.trim().parse().ok()?;
    (number > 0.0).then(|| (number * of_one).round() as u32)
}
