//! Files of the old Office: streams in sectors ([MS-CFB]), and in them a Word 97 text without
//! any looks ([MS-DOC]): its head, and one piece in UTF-16. Word itself writes more; what is
//! here is what a text needs, and LibreOffice opens it.

const SECTOR_BYTES: usize = 512;
/// Streams of this size and more stand in whole sectors; shorter ones are filled up to it.
const LEAST_BYTES: usize = 4096;
const CHAIN_END: u32 = 0xFFFF_FFFE;
const TABLE: u32 = 0xFFFF_FFFD;
const NOTHING: u32 = u32::MAX;

/// Where the text begins in its stream.
const TEXT_AT_BYTES: usize = 1024;
/// The text has a password.
const PROTECTED: u16 = 0x0100;

/// A Word 97 file with that text.
pub(super) fn doc(text: &str) -> Vec<u8> {
    word_97(text, 0)
}

/// One that says it has a password.
pub(super) fn doc_with_password(text: &str) -> Vec<u8> {
    word_97(text, PROTECTED)
}

fn word_97(text: &str, flags: u16) -> Vec<u8> {
    let text: Vec<u8> =
        format!("{text}\n").replace('\n', "\r").encode_utf16().flat_map(u16::to_le_bytes).collect();
    let n_characters = (text.len() / 2) as u32;
    // One piece: positions, then where it stands.
    let mut pieces = vec![2];
    pieces.extend([16_u32, 0, n_characters].iter().flat_map(|number| number.to_le_bytes()));
    pieces.extend([0, 0]);
    pieces.extend((TEXT_AT_BYTES as u32).to_le_bytes());
    pieces.extend([0, 0]);

    // The mark, the version of Word 97, Chinese; the tables are in `1Table`.
    let head: [u16; 6] = [0xA5EC, 0x00C1, 0, 0x0804, 0, 0x1200 | flags];
    let mut main: Vec<u8> = head.iter().flat_map(|number| number.to_le_bytes()).collect();
    main.extend([0xBF, 0]);
    main.resize(24, 0);
    main.extend((TEXT_AT_BYTES as u32).to_le_bytes());
    main.extend(((TEXT_AT_BYTES + text.len()) as u32).to_le_bytes());
    // Three lists, each with its length in front: words, longs, places in the table stream.
    let mut words = [0_u16; 14];
    words[13] = 0x0804;
    let mut longs = [0_u32; 22];
    longs[0] = (TEXT_AT_BYTES + text.len()) as u32;
    longs[3] = n_characters;
    let mut places = [0_u32; 2 * 93];
    places[2 * 33 + 1] = pieces.len() as u32;
    main.extend(14_u16.to_le_bytes());
    main.extend(words.iter().flat_map(|word| word.to_le_bytes()));
    main.extend(22_u16.to_le_bytes());
    main.extend(longs.iter().flat_map(|long| long.to_le_bytes()));
    main.extend(93_u16.to_le_bytes());
    main.extend(places.iter().flat_map(|place| place.to_le_bytes()));
    main.resize(TEXT_AT_BYTES, 0);
    main.extend(text);
    ole(&[("1Table", &pieces), ("WordDocument", &main)])
}

/// A file of these streams, the names in the order of their lengths.
pub(super) fn ole(streams: &[(&str, &[u8])]) -> Vec<u8> {
    let n_sectors = |bytes: &[u8]| bytes.len().max(LEAST_BYTES).div_ceil(SECTOR_BYTES);
    let n_directory = (streams.len() + 1).div_ceil(4);
    let n_others = n_directory + streams.iter().map(|(_, bytes)| n_sectors(bytes)).sum::<usize>();
    // Each sector of the table speaks of 128, itself included.
    let n_table = n_others.div_ceil(127);

    let mut table: Vec<u32> = vec![TABLE; n_table];
    let chain = |table: &mut Vec<u32>, n_sectors: usize| {
        let first = table.len() as u32;
        table.extend((first + 1)..(first + n_sectors as u32));
        table.push(CHAIN_END);
        first
    };
    let directory_at = chain(&mut table, n_directory);
    let mut directory = entry("Root Entry", 5, NOTHING, 1, CHAIN_END, 0);
    let mut content = Vec::new();
    for (nth, (name, bytes)) in (1..).zip(streams) {
        let first = chain(&mut table, n_sectors(bytes));
        let right = if nth < streams.len() { nth as u32 + 1 } else { NOTHING };
        directory.extend(entry(name, 2, right, NOTHING, first, bytes.len().max(LEAST_BYTES)));
        content.extend_from_slice(bytes);
        content.resize(content.len() + n_sectors(bytes) * SECTOR_BYTES - bytes.len(), 0);
    }
    directory.resize(n_directory * SECTOR_BYTES, 0);
    table.resize(n_table * SECTOR_BYTES / 4, NOTHING);

    let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
    file.resize(24, 0);
    file.extend([0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, 0, 0, 0, 0, 0, 0]);
    let numbers = [0, n_table as u32, directory_at, 0, LEAST_BYTES as u32, CHAIN_END, 0, CHAIN_END, 0];
    file.extend(numbers.iter().flat_map(|number| number.to_le_bytes()));
    let listed = (0..109).map(|nth| if nth < n_table as u32 { nth } else { NOTHING });
    file.extend(listed.flat_map(u32::to_le_bytes));
    file.extend(table.iter().flat_map(|number| number.to_le_bytes()));
    file.extend(directory);
    file.extend(content);
    file
}

fn entry(name: &str, kind: u8, right: u32, child: u32, first: u32, n_bytes: usize) -> Vec<u8> {
    let mut entry: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let name_bytes = entry.len() as u8 + 2;
    entry.resize(64, 0);
    entry.extend([name_bytes, 0, kind, 1]);
    entry.extend([NOTHING, right, child].iter().flat_map(|number| number.to_le_bytes()));
    entry.resize(116, 0);
    entry.extend(first.to_le_bytes());
    entry.extend((n_bytes as u64).to_le_bytes());
    entry
}
