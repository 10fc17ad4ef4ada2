//! Archives of a web page (MHTML), as browsers, Word and WPS save them: a letter whose
//! first part in HTML is the page.

use crate::error::Error;

/// The page in an archive.
pub(super) struct Part {
    /// Its bytes.
    pub(super) bytes: Vec<u8>,
    /// The encoding that stands above it.
    pub(super) charset: Option<String>,
}

/// The page of an archive; nothing for bytes that are none.
pub(super) fn page(bytes: &[u8]) -> Result<Option<Part>, Error> {
    if !is_archive(bytes) {
        return Ok(None);
    }
    let (head, body) = split_head(bytes);
    let boundary = parameter(&field(head, "content-type"), "boundary")
        .ok_or_else(|| Error::Damaged { detail: "MHTML without a boundary".to_owned() })?;
    let boundary = format!("--{boundary}").into_bytes();
    let starts: Vec<_> = memchr::memmem::find_iter(body, &boundary).collect();
    let parts = starts.iter().enumerate().map(|(idx, start_bytes)| {
        let end_bytes = starts.get(idx + 1).copied().unwrap_or(body.len());
        &body[start_bytes + boundary.len()..end_bytes]
    });
    for part in parts {
        let (head, content) = split_head(part.trim_ascii_start());
        let kind = field(head, "content-type");
        if !kind.to_ascii_lowercase().starts_with("text/html") {
            continue;
        }
        let bytes = match field(head, "content-transfer-encoding").trim().to_ascii_lowercase().as_str() {
            "quoted-printable" => quoted_printable(content),
            "base64" => base64(content),
            _ => content.to_vec(),
        };
        return Ok(Some(Part { bytes, charset: parameter(&kind, "charset") }));
    }
    Err(Error::Damaged { detail: "MHTML without a page".to_owned() })
}

/// Whether bytes begin as a letter of several parts does.
pub(crate) fn is_archive(bytes: &[u8]) -> bool {
    const HEAD_BYTES: usize = 4 * 1_024;
    let (head, _) = split_head(&bytes[..bytes.len().min(HEAD_BYTES)]);
    let is_name = |byte: &u8| byte.is_ascii_alphanumeric() || *byte == b'-';
    let first = &head[..head.iter().position(|byte| !is_name(byte)).unwrap_or_default()];
    !first.is_empty()
        && head[first.len()..].starts_with(b":")
        && field(head, "content-type").to_ascii_lowercase().starts_with("multipart/related")
}

/// What stands before the first empty line, and after it.
fn split_head(bytes: &[u8]) -> (&[u8], &[u8]) {
    let ends = [b"\r\n\r\n".as_slice(), b"\n\n"];
    let end = ends.iter().filter_map(|end| Some((memchr::memmem::find(bytes, end)?, end.len()))).min();
    match end {
        Some((at_bytes, n_bytes)) => (&bytes[..at_bytes], &bytes[at_bytes + n_bytes..]),
        None => (bytes, b""),
    }
}

/// A field of the head; lines that begin with a blank go on the one before.
fn field(head: &[u8], name: &str) -> String {
    let head = String::from_utf8_lossy(head);
    let mut found: Option<String> = None;
    for line in head.lines() {
        match (&mut found, line.strip_prefix([' ', '\t'])) {
            (Some(value), Some(more)) => {
                value.push(' ');
                value.push_str(more.trim());
            }
            (Some(_), None) => break,
            (None, _) => {
                let own = line.split_once(':').filter(|(own, _)| own.eq_ignore_ascii_case(name));
                found = own.map(|(_, value)| value.trim().to_owned());
            }
        }
    }
    found.unwrap_or_default()
}

/// A parameter of a field: `boundary` in `multipart/related; boundary="x"`.
fn parameter(field: &str, name: &str) -> Option<String> {
    let value = field.split(';').skip(1).find_map(|parameter| {
        let (own, value) = parameter.split_once('=')?;
        own.trim().eq_ignore_ascii_case(name).then(|| value.trim().trim_matches('"').to_owned())
    })?;
    Some(value).filter(|value| !value.is_empty())
}

fn quoted_printable(content: &[u8]) -> Vec<u8> {
    let mut bytes = Vec::with_capacity(content.len());
    let mut rest = content;
    while let Some((&first, after)) = rest.split_first() {
        rest = after;
        if first != b'=' {
            bytes.push(first);
        } else if let Some(after) = rest.strip_prefix(b"\r\n").or_else(|| rest.strip_prefix(b"\n")) {
            rest = after;
        } else {
            let digits = rest.get(..2).and_then(|digits| std::str::from_utf8(digits).ok());
            match digits.and_then(|digits| u8::from_str_radix(digits, 16).ok()) {
                Some(byte) => {
                    bytes.push(byte);
                    rest = &rest[2..];
                }
                None => bytes.push(b'='),
            }
        }
    }
    bytes
}

fn base64(content: &[u8]) -> Vec<u8> {
    let values = content.iter().filter_map(|byte| match byte {
        b'A'..=b'Z' => Some(byte - b'A'),
        b'a'..=b'z' => Some(byte - b'a' + 26),
        b'0'..=b'9' => Some(byte - b'0' + 52),
        b'+' => Some(62),
        b'/' => Some(63),
        _ => None,
    });
    let mut bytes = Vec::with_capacity(content.len() / 4 * 3);
    let (mut bits, mut n_bits) = (0_u32, 0);
    for value in values {
        bits = bits << 6 | u32::from(value);
        n_bits += 6;
        if n_bits >= 8 {
            n_bits -= 8;
            bytes.push((bits >> n_bits) as u8);
            bits &= (1 << n_bits) - 1;
        }
    }
    bytes
}

#[cfg(test)]
mod tests {
    use super::{base64, field, parameter, quoted_printable};

    #[test]
    fn what_mail_makes_of_bytes() {
        assert_eq!(quoted_printable(b"a=3D=\r\nb=\nc=e5=BC=80=zz="), b"a=bc\xe5\xbc\x80=zz=");
        assert_eq!(base64("6K6y\r\n6K+d".as_bytes()), "讲话".as_bytes());
        assert_eq!(base64(b"YQ=="), b"a");
    }

    #[test]
    fn fields_go_on_over_lines() {
        let head = b"From: x\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\";\r\n\tboundary=\"a=b\"\r\nX: y";
        assert_eq!(parameter(&field(head, "content-type"), "boundary").as_deref(), Some("a=b"));
        assert_eq!(field(head, "x"), "y");
    }
}
