//! What a speech is filed under.

use crate::speech::Speech;

/// What can be told of a speech from its own text. Nothing is guessed.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct About {
    /// 全县经济工作会议
    pub occasion: Option<String>,
    /// 动员讲话, 致辞 …
    pub genre: Option<String>,
    /// The year it was given in.
    pub year: Option<i32>,
    /// 省, 市, 县, 镇 …
    pub level: Option<String>,
    /// From the byline.
    pub speaker: Option<String>,
    /// 经济, 党建 …
    pub domain: Option<String>,
}

/// What the text says of itself.
pub fn about(speech: &Speech) -> About {
    let _ = speech;
    About::default()
}
