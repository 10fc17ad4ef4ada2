//! Plain text: exactly what `show` prints, in UTF-8, with a final line end.

use speech::Speech;

/// The text of a speech; no bytes for a speech without blocks.
pub(super) fn write(speech: &Speech) -> Vec<u8> {
    let mut text = speech::shown::text(speech);
    if !text.is_empty() {
        text.push('\n');
    }
    text.into_bytes()
}
