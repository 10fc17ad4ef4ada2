//! What a document has beside its text, and what became of it.

use speech::Message;

/// What was met on the way.
#[derive(Clone, Copy, Debug, Default)]
pub(super) struct Seen {
    /// Tracked changes.
    pub(super) changes: bool,
    /// Comments.
    pub(super) comments: bool,
    /// Footnotes or endnotes.
    pub(super) notes: bool,
    /// Text boxes.
    pub(super) text_boxes: bool,
    /// Pictures.
    pub(super) pictures: bool,
    /// Text that Word doesn't show.
    pub(super) hidden: bool,
    /// Another file inside.
    pub(super) embedded: bool,
    /// Macros.
    pub(super) macros: bool,
}

impl Seen {
    /// A sentence for each.
    pub(super) fn warnings(self) -> Vec<Message> {
        let sentences = [
            (
                self.changes,
                "文中有修订痕迹：按接受全部修订读取。",
                "The text has tracked changes: it was read as if all were accepted.",
            ),
            (self.comments, "文中有批注：没有读取。", "The text has comments: they were not read."),
            (
                self.notes,
                "文中有脚注或尾注：没有读取。",
                "The text has footnotes or endnotes: they were not read.",
            ),
            (
                self.text_boxes,
                "文中有文本框：其中的文字排在所在段落之后。",
                "The text has text boxes: their text follows the paragraph that they stand in.",
            ),
            (self.pictures, "文中有图片：没有读取。", "The text has pictures: they were not read."),
            (self.hidden, "文中有隐藏文字：没有读取。", "The text has hidden words: they were not read."),
            (
                self.embedded,
                "文中嵌有其他文件：没有读取。",
                "The text has another file inside: it was not read.",
            ),
            (
                self.macros,
                "文件带有宏：没有读取，也不会运行。",
                "The file has macros: they were not read and never run.",
            ),
        ];
        let given = sentences.into_iter().filter(|(seen, ..)| *seen);
        given.map(|(_, zh, en)| Message::new(zh, en)).collect()
    }
}
