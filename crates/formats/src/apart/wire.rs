//! What goes between a program and its child: frames, each a length of eight bytes, the
//! low one first, and so many bytes. A file goes as two frames, what is asked and its
//! bytes; an answer comes as one. The first bytes of a child say that it is one, and of
//! which version: anything that was printed before them is passed over.

use crate::error::Error;
use crate::extracted::{Extracted, Metadata};
use crate::format::Format;
use crate::limits::Limits;
use serde::{Deserialize, Serialize};
use speech::{Control, Hints, Message, Paragraph, Span};
use std::io::{self, BufRead, ErrorKind, Read, Write};

/// What a child says first. A program that was replaced while it ran has another version.
const HELLO: &str = concat!("\nlectern reads apart ", env!("CARGO_PKG_VERSION"), "\n");
/// So many bytes may be printed before that.
const MOST_BEFORE_HELLO: usize = 4_096;

/// What is asked of a child.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Asked {
    pub(super) name: String,
    pub(super) limits: Limits,
}

/// A file on its way to a child.
pub(super) struct Request {
    asked: Vec<u8>,
    bytes: Vec<u8>,
}

impl Request {
    pub(super) fn write(&self, to: &mut impl Write) -> io::Result<()> {
        write_frame(to, &self.asked)?;
        write_frame(to, &self.bytes)?;
        to.flush()
    }
}

/// A file to be read.
pub(super) fn request(bytes: &[u8], name: &str, limits: &Limits) -> Result<Request, Error> {
    let asked = Asked { name: name.to_owned(), limits: limits.clone() };
    let asked = serde_json::to_vec(&asked).map_err(|error| Error::GaveUp { detail: error.to_string() })?;
    Ok(Request { asked, bytes: bytes.to_vec() })
}

/// The next file that is asked for; nothing when no more will come.
pub(super) fn read_request(from: &mut impl Read) -> io::Result<Option<(Asked, Vec<u8>)>> {
    let Some(asked) = read_frame(from, 1024 * 1024)? else { return Ok(None) };
    let asked: Asked = serde_json::from_slice(&asked)?;
    let bytes = read_frame(from, asked.limits.file_bytes)?.ok_or(ErrorKind::UnexpectedEof)?;
    Ok(Some((asked, bytes)))
}

/// Says that this is a child that reads.
pub(super) fn write_hello(to: &mut impl Write) -> io::Result<()> {
    to.write_all(HELLO.as_bytes())?;
    to.flush()
}

/// A file that was read.
#[derive(Serialize, Deserialize)]
struct Answer {
    format: Format,
    encoding: Option<String>,
    lines: Vec<Line>,
    metadata: Metadata,
    warnings: Vec<Message>,
}

/// A line with its hints, as [`Hints`] has them.
#[derive(Serialize, Deserialize)]
struct Line {
    text: String,
    centred: bool,
    half_points: Option<u32>,
    outline: Option<u8>,
    titled: bool,
    strong: Vec<Span>,
    table_row: bool,
    controls: Vec<Control>,
}

impl From<Paragraph> for Line {
    fn from(Paragraph { text, hints }: Paragraph) -> Self {
        let Hints { centred, half_points, outline, titled, strong, table_row, controls } = hints;
        Self { text, centred, half_points, outline, titled, strong, table_row, controls }
    }
}

impl From<Line> for Paragraph {
    fn from(line: Line) -> Self {
        let Line { text, centred, half_points, outline, titled, strong, table_row, controls } = line;
        let hints = Hints { centred, half_points, outline, titled, strong, table_row, controls };
        Self { text, hints }
    }
}

/// Answers.
pub(super) fn write_answer(to: &mut impl Write, answer: Result<Extracted, Error>) -> io::Result<()> {
    let answer = answer.map(|extracted| Answer {
        format: extracted.format,
        encoding: extracted.encoding,
        lines: extracted.paragraphs.into_iter().map(Line::from).collect(),
        metadata: extracted.metadata,
        warnings: extracted.warnings,
    });
    write_frame(to, &serde_json::to_vec(&answer)?)?;
    to.flush()
}

/// Waits for an answer. `greeted` is whether the child has said what it is.
pub(super) fn read_answer(
    from: &mut impl BufRead,
    greeted: &mut bool,
    most_bytes: u64,
) -> io::Result<Result<Extracted, Error>> {
    if !*greeted {
        read_hello(from)?;
        *greeted = true;
    }
    let answer = read_frame(from, most_bytes)?.ok_or(ErrorKind::UnexpectedEof)?;
    let answer: Result<Answer, Error> = serde_json::from_slice(&answer)?;
    Ok(answer.map(|answer| Extracted {
        format: answer.format,
        encoding: answer.encoding,
        paragraphs: answer.lines.into_iter().map(Paragraph::from).collect(),
        metadata: answer.metadata,
        warnings: answer.warnings,
    }))
}

/// Passes over what is printed before the child says what it is.
fn read_hello(from: &mut impl BufRead) -> io::Result<()> {
    let mut said = Vec::new();
    while !said.ends_with(HELLO.as_bytes()) {
        let mut byte = [0];
        from.read_exact(&mut byte)?;
        said.extend(byte);
        if said.len() > MOST_BEFORE_HELLO {
            return Err(io::Error::new(ErrorKind::InvalidData, "the program is no reader of this version"));
        }
    }
    Ok(())
}

fn write_frame(to: &mut impl Write, frame: &[u8]) -> io::Result<()> {
    to.write_all(&(frame.len() as u64).to_le_bytes())?;
    to.write_all(frame)
}

/// The next frame; nothing at the end of all.
fn read_frame(from: &mut impl Read, most_bytes: u64) -> io::Result<Option<Vec<u8>>> {
    let mut length = [0; 8];
    let mut n_read = 0;
    while n_read < length.len() {
        match from.read(&mut length[n_read..]) {
            Ok(0) if n_read == 0 => return Ok(None),
            Ok(0) => return Err(ErrorKind::UnexpectedEof.into()),
            Ok(n_bytes) => n_read += n_bytes,
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            Err(error) => return Err(error),
        }
    }
    let n_bytes = u64::from_le_bytes(length);
    if n_bytes > most_bytes {
        return Err(io::Error::new(ErrorKind::InvalidData, "a frame that is too long"));
    }
    // Room is made as bytes come, not as they are announced.
    let mut frame = Vec::new();
    from.take(n_bytes).read_to_end(&mut frame)?;
    if (frame.len() as u64) < n_bytes {
        return Err(ErrorKind::UnexpectedEof.into());
    }
    Ok(Some(frame))
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test that can't go on has failed")]
mod tests {
    use super::*;
    use speech::FieldKind;

    #[test]
    fn an_answer_crosses_whole() {
        let hints = Hints {
            centred: true,
            half_points: Some(44),
            outline: Some(1),
            titled: true,
            strong: vec![0..2, 3..4],
            table_row: true,
            controls: vec![Control {
                span: 1..2,
                label: Some("县名".to_owned()),
                kind: Some(FieldKind::Place),
                filled: true,
            }],
        };
        let extracted = Extracted {
            format: Format::Doc,
            encoding: Some("GB18030".to_owned()),
            paragraphs: vec![Paragraph { text: "同志们：\t𠮷".to_owned(), hints }, Paragraph::default()],
            metadata: Metadata { title: Some("讲话".to_owned()), ..Metadata::default() },
            warnings: vec![Message::new("有", "some")],
        };
        for answer in [Ok(extracted), Err(Error::Protected), Err(Error::NoText { pages: 3 })] {
            let mut wire = b"warning: printed before\n".to_vec();
            write_hello(&mut wire).unwrap();
            write_answer(&mut wire, answer.clone()).unwrap();
            let mut greeted = false;
            assert_eq!(read_answer(&mut wire.as_slice(), &mut greeted, 10_000).unwrap(), answer);
            assert!(greeted);
        }
    }

    #[test]
    fn what_is_cut_off_or_too_long_is_no_frame() {
        let mut wire = Vec::new();
        write_frame(&mut wire, b"abc").unwrap();
        assert_eq!(read_frame(&mut wire.as_slice(), 3).unwrap().unwrap(), b"abc");
        assert!(read_frame(&mut wire.as_slice(), 2).is_err());
        assert_eq!(read_frame(&mut &wire[..0], 3).unwrap(), None);
        for n_bytes in 1..wire.len() {
            assert!(read_frame(&mut &wire[..n_bytes], 3).is_err());
        }
    }
}
