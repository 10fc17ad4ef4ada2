//! Cuts a folded text into the pieces that the index knows: every character, and
//! every pair of neighbours, marks and blanks included, so that no literal is missed:
//! 主体责任 gives 主体, 体责, 责任.

use tantivy::tokenizer::{Token, TokenStream, Tokenizer};

/// Runs of `n` neighbouring characters; the position of a run is that of its first
/// character. A text that is shorter has none.
#[derive(Clone)]
pub(super) struct Runs {
    n: usize,
    token: Token,
}

impl Runs {
    /// Runs of that many characters, at least 1.
    pub(super) fn of(n: usize) -> Self {
        Self { n, token: Token::default() }
    }
}

impl Tokenizer for Runs {
    type TokenStream<'a> = RunStream<'a>;

    fn token_stream<'a>(&'a mut self, text: &'a str) -> RunStream<'a> {
        let mut bounds_bytes: Vec<usize> = text.char_indices().map(|(at_bytes, _)| at_bytes).collect();
        bounds_bytes.push(text.len());
        self.token.reset();
        RunStream { text, bounds_bytes, n: self.n, next: 0, token: &mut self.token }
    }
}

/// The runs of one text.
pub(super) struct RunStream<'a> {
    text: &'a str,
    bounds_bytes: Vec<usize>,
    n: usize,
    next: usize,
    token: &'a mut Token,
}

impl TokenStream for RunStream<'_> {
    fn advance(&mut self) -> bool {
        let (Some(start_bytes), Some(end_bytes)) =
            (self.bounds_bytes.get(self.next), self.bounds_bytes.get(self.next + self.n))
        else {
            return false;
        };
        self.token.position = self.next;
        self.token.offset_from = *start_bytes;
        self.token.offset_to = *end_bytes;
        self.token.text.clear();
        self.token.text.push_str(&self.text[*start_bytes..*end_bytes]);
        self.next += 1;
        true
    }

    fn token(&self) -> &Token {
        self.token
    }

    fn token_mut(&mut self) -> &mut Token {
        self.token
    }
}
