//! Numbers in bytes, the low byte first, as Windows programs store them. What stands
//! beyond the end is not there.

/// The number of two bytes at an offset.
pub(crate) fn u16_at(bytes: &[u8], at_bytes: usize) -> Option<u16> {
    let found = bytes.get(at_bytes..)?.first_chunk::<2>()?;
    Some(u16::from_le_bytes(*found))
}

/// The number of four bytes at an offset.
pub(crate) fn u32_at(bytes: &[u8], at_bytes: usize) -> Option<u32> {
    let found = bytes.get(at_bytes..)?.first_chunk::<4>()?;
    Some(u32::from_le_bytes(*found))
}

/// The number of eight bytes at an offset.
pub(crate) fn u64_at(bytes: &[u8], at_bytes: usize) -> Option<u64> {
    let found = bytes.get(at_bytes..)?.first_chunk::<8>()?;
    Some(u64::from_le_bytes(*found))
}

/// A stretch of bytes of a length.
pub(crate) fn stretch(bytes: &[u8], at_bytes: usize, n_bytes: usize) -> Option<&[u8]> {
    bytes.get(at_bytes..at_bytes.checked_add(n_bytes)?)
}

/// Text in UTF-16; half a pair is shown as U+FFFD.
pub(crate) fn utf16(bytes: &[u8]) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|unit| u16::from_le_bytes(*unit));
    char::decode_utf16(units).map(|character| character.unwrap_or(char::REPLACEMENT_CHARACTER)).collect()
}
