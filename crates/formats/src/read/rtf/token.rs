//! RTF in its smallest pieces: braces, control words, bytes.

/// A piece of the file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// `{`
    Open,
    /// `}`
    Close,
    /// `\fs32`: a control word and its number.
    Word(&'a str, Option<i32>),
    /// `\~`: a control sign.
    Sign(u8),
    /// `\'b1`: a byte of text.
    Byte(u8),
    /// Bytes of text as they stand in the file, without line ends, which are none.
    Text(&'a [u8]),
}

/// The pieces of a file, one after the other.
pub(super) struct Tokens<'a> {
    rest: &'a [u8],
}

impl<'a> Tokens<'a> {
    /// The pieces of these bytes.
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { rest: bytes }
    }

    /// After the backslash.
    fn control(&mut self) -> Option<Token<'a>> {
        let (&first, after) = self.rest.split_first()?;
        if first.is_ascii_alphabetic() {
            return Some(self.word());
        }
        self.rest = after;
        if first != b'\'' {
            return Some(Token::Sign(first));
        }
        let digits = after.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
        let byte = digits.and_then(|digits| u8::from_str_radix(digits, 16).ok());
        // Without its digits it stands for nothing.
        let Some(byte) = byte else { return Some(Token::Text(b"")) };
        self.rest = &after[2..];
        Some(Token::Byte(byte))
    }

    fn word(&mut self) -> Token<'a> {
        let (name, after) = split_while(self.rest, |byte| byte.is_ascii_alphabetic());
        let (sign, after) = match after {
            [b'-', digit, ..] if digit.is_ascii_digit() => (-1, &after[1..]),
            _ => (1, after),
        };
        let (digits, after) = split_while(after, |byte| byte.is_ascii_digit());
        let number = digits
            .iter()
            .fold(0_i32, |number, digit| number.saturating_mul(10).saturating_add(i32::from(digit - b'0')));
        let number = (!digits.is_empty()).then_some(number * sign);
        // One blank ends the word and belongs to it.
        self.rest = after.strip_prefix(b" ").unwrap_or(after);
        let name = std::str::from_utf8(name).expect("letters are ASCII");
        if name == "bin" {
            let n_bytes = number.and_then(|n| usize::try_from(n).ok()).unwrap_or_default();
            self.rest = self.rest.get(n_bytes..).unwrap_or_default();
        }
        Token::Word(name, number)
    }
}

impl<'a> Iterator for Tokens<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        let (&first, after) = self.rest.split_first()?;
        match first {
            b'{' | b'}' => {
                self.rest = after;
                Some(if first == b'{' { Token::Open } else { Token::Close })
            }
            b'\\' => {
                self.rest = after;
                self.control()
            }
            b'\r' | b'\n' | 0 => {
                self.rest = after;
                Some(Token::Text(b""))
            }
            _ => {
                let is_text = |byte: &u8| !matches!(byte, b'{' | b'}' | b'\\' | b'\r' | b'\n' | 0);
                let (text, after) = split_while(self.rest, is_text);
                self.rest = after;
                Some(Token::Text(text))
            }
        }
    }
}

fn split_while(bytes: &[u8], holds: impl Fn(&u8) -> bool) -> (&[u8], &[u8]) {
    bytes.split_at(bytes.iter().position(|byte| !holds(byte)).unwrap_or(bytes.len()))
}

#[cfg(test)]
mod tests {
    use super::Token::{self, Byte, Close, Open, Sign, Text, Word};
    use super::Tokens;

    #[track_caller]
    fn tokens(rtf: &[u8], expected: &[Token<'_>]) {
        let found: Vec<_> = Tokens::new(rtf).filter(|token| *token != Text(b"")).collect();
        assert_eq!(found, expected);
    }

    #[test]
    fn words_signs_and_text() {
        tokens(b"{\\rtf1 a  b}", &[Open, Word("rtf", Some(1)), Text(b"a  b"), Close]);
        tokens(b"\\u-123?\\par\r\nx", &[Word("u", Some(-123)), Text(b"?"), Word("par", None), Text(b"x")]);
        tokens(b"\\'B1\\'e\\~\\\\", &[Byte(0xB1), Text(b"e"), Sign(b'~'), Sign(b'\\')]);
        tokens(b"\\i-x\\fs99999999999", &[Word("i", None), Text(b"-x"), Word("fs", Some(i32::MAX))]);
    }

    #[test]
    fn raw_bytes_are_passed_over() {
        tokens(b"\\bin3 }{\\x", &[Word("bin", Some(3)), Text(b"x")]);
        tokens(b"\\bin999 }{", &[Word("bin", Some(999))]);
        tokens(b"\\bin-5 x", &[Word("bin", Some(-5)), Text(b"x")]);
    }

    #[test]
    fn broken_off() {
        tokens(b"\\", &[]);
        tokens(b"\\'", &[]);
        tokens(b"\\'b", &[Text(b"b")]);
    }
}
