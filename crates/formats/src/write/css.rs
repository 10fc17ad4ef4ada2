//! The looks of a house style for the clipboard: what Word, WPS and LibreOffice take of CSS.
//!
//! All of it stands on the element itself, as those programs drop style sheets on pasting. Words
//! with `mso-` are Word's and WPS's own, for what CSS has no word for.

use crate::house_style::{Align, Dress, HouseStyle};
use crate::page::Role;
use std::collections::BTreeMap;
use std::fmt::Write;

/// The looks of lines by their roles, as style attributes.
pub fn css(style: &HouseStyle) -> BTreeMap<&'static str, LineCss> {
    let line = |role: Role| (role.word(), line_css(style, style.dress(role)));
    Role::ALL.into_iter().map(line).collect()
}

/// The looks of a line of one role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LineCss {
    /// Of the line: where it stands, and its characters.
    pub line: String,
    /// Of its characters alone, for a line in two faces.
    pub words: String,
    /// Of Latin letters and digits in it.
    pub latin: String,
    /// Its font and what is taken instead of it, one after the other, as names for quotes.
    pub fonts: Vec<String>,
    /// The same for Latin letters and digits.
    pub latin_fonts: Vec<String>,
}

fn line_css(style: &HouseStyle, dress: &Dress) -> LineCss {
    let words = words_css(style, dress);
    let align = match dress.align {
        Align::Left => "left",
        Align::Centre => "center",
        Align::Right => "right",
        Align::Both => "justify",
    };
    let mut line = format!(
        "margin:0;text-align:{align};line-height:{}pt;mso-line-height-rule:exactly;",
        twips(dress.line)
    );
    // Two characters: Word counts in them, others take the width of two.
    let half_points = dress.indent * dress.size;
    let _ = write!(line, "text-indent:{}pt;", half_points as f64 / 200.0);
    if dress.indent > 0 {
        let _ = write!(line, "mso-char-indent-count:{};", f64::from(dress.indent) / 100.0);
    }
    LineCss {
        line: line + &words,
        words,
        latin: format!("font-family:{};", quoted(&[&dress.latin])),
        fonts: style.alternatives(&dress.font).into_iter().map(clean).collect(),
        latin_fonts: style.alternatives(&dress.latin).into_iter().map(clean).collect(),
    }
}

fn words_css(style: &HouseStyle, dress: &Dress) -> String {
    let latin = quoted(&[&dress.latin]);
    let weight = if dress.bold { "bold" } else { "normal" };
    let mut words = format!(
        "font-family:{};mso-ascii-font-family:{latin};mso-hansi-font-family:{latin};font-size:{}pt;font-weight:{weight};color:black;",
        quoted(&style.alternatives(&dress.font)),
        f64::from(dress.size) / 2.0,
    );
    if dress.spacing != 0 {
        let _ = write!(words, "letter-spacing:{}pt;", f64::from(dress.spacing) / 20.0);
    }
    words
}

fn twips(twips: u32) -> f64 {
    f64::from(twips) / 20.0
}

/// Names of fonts as CSS has them.
fn quoted(fonts: &[&str]) -> String {
    fonts.iter().map(|font| format!("'{}'", clean(font))).collect::<Vec<_>>().join(",")
}

/// The name of a font without what could end the name or the attribute.
fn clean(font: &str) -> String {
    font.replace(['\'', '"', '<', '>', '\\', ';'], "")
}

#[cfg(test)]
mod tests {
    use super::css;
    use crate::house_style::HouseStyle;

    #[test]
    fn lines_look_as_the_style_has_them() {
        let css = css(&HouseStyle::speech());
        let latin = "mso-ascii-font-family:'Times New Roman';mso-hansi-font-family:'Times New Roman';";
        assert_eq!(
            css["body"].line,
            format!(
                "margin:0;text-align:justify;line-height:28.95pt;mso-line-height-rule:exactly;text-indent:32pt;\
                 mso-char-indent-count:2;font-family:'仿宋_GB2312','仿宋','FangSong','STFangsong','Noto Serif CJK SC';{latin}font-size:16pt;\
                 font-weight:normal;color:black;letter-spacing:-0.25pt;"
            )
        );
        assert!(css["title"].line.contains("text-align:center;line-height:33pt;"));
        assert!(css["title"].line.contains("text-indent:0pt;font-family:'方正小标宋_GBK',"));
        assert!(css["heading1"].words.starts_with("font-family:'黑体',"));
        assert_eq!(css["date"].latin, "font-family:'Times New Roman';");
        assert_eq!(css["heading1"].fonts, ["黑体", "SimHei", "STHeiti", "Noto Sans CJK SC"]);
        assert_eq!(css["heading1"].latin_fonts, ["Times New Roman", "Liberation Serif"]);
    }

    #[test]
    fn a_font_name_stays_in_its_quotes() {
        let mut style = HouseStyle::speech();
        style.lines.body.font = "仿宋';x:url(\"javascript:1\")".to_owned();
        let body = &css(&style)["body"];
        assert_eq!(body.fonts, ["仿宋x:url(javascript:1)"]);
        let line = &body.line;
        assert!(
            line.contains("font-family:'仿宋x:url(javascript:1)',")
                || line.contains("'仿宋x:url(javascript:1)';")
        );
    }
}
