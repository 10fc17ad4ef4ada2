//! PDFs as an office prints them: 22 lines of 28 characters a page, the title in the middle,
//! paragraphs indented by two characters, the number of the page at its foot. The font is
//! named and not embedded, its codes are GBK.

use encoding_rs::GBK;

const N_CHARACTERS: usize = 28;
const N_LINES: usize = 22;
/// The size of a character, in points.
const POINTS: usize = 16;
const LEFT_POINTS: usize = 74;
const TOP_POINTS: usize = 740;
const LINE_POINTS: usize = 28;

/// A PDF with that text, its first line the title.
pub(super) fn pdf(text: &str) -> Vec<u8> {
    let mut lines: Vec<(usize, String)> = Vec::new();
    for (nth, paragraph) in text.lines().enumerate() {
        let characters: Vec<char> = paragraph.chars().collect();
        let width = N_CHARACTERS * POINTS;
        let indent = match nth {
            0 => width.saturating_sub(characters.len() * POINTS) / 2,
            _ if paragraph.ends_with('：') => 0,
            _ => 2 * POINTS,
        };
        let first = (N_CHARACTERS - indent.div_ceil(POINTS).min(N_CHARACTERS - 1)).min(characters.len());
        let first = if nth == 0 { characters.len().min(N_CHARACTERS) } else { first };
        lines.push((indent, characters[..first].iter().collect()));
        lines.extend(characters[first..].chunks(N_CHARACTERS).map(|line| (0, line.iter().collect())));
    }
    let pages: Vec<Vec<u8>> = (1..).zip(lines.chunks(N_LINES)).map(|(nth, lines)| page(nth, lines)).collect();
    file(&pages, "/Font<</GBK 3 0 R>>", &[])
}

/// One of two pages on each of which nothing stands but a picture.
pub(super) fn scan() -> Vec<u8> {
    let content = b"q 595 0 0 842 0 0 cm /Scan Do Q\n".to_vec();
    let picture = b"<</Type/XObject/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray/BitsPerComponent 8/Length 1>>stream\n0\nendstream".to_vec();
    file(&[content.clone(), content], "/XObject<</Scan 5 0 R>>", &[picture])
}

fn page(nth: usize, lines: &[(usize, String)]) -> Vec<u8> {
    let mut content = Vec::new();
    for (row, (indent, line)) in lines.iter().enumerate() {
        content.extend(drawn(LEFT_POINTS + indent, TOP_POINTS - row * LINE_POINTS, line));
    }
    content.extend(drawn(270, 70, &format!("— {nth} —")));
    content
}

fn drawn(x: usize, y: usize, line: &str) -> Vec<u8> {
    let hex: String = GBK.encode(line).0.iter().map(|byte| format!("{byte:02X}")).collect();
    format!("BT /GBK {POINTS} Tf 1 0 0 1 {x} {y} Tm <{hex}> Tj ET\n").into_bytes()
}

/// The file: catalogue, pages, font, its characters; more objects; the pages themselves.
fn file(pages: &[Vec<u8>], resources: &str, more: &[Vec<u8>]) -> Vec<u8> {
    let first = 5 + more.len();
    let kids: String = (0..pages.len()).map(|nth| format!("{} 0 R ", first + 2 * nth)).collect();
    let mut objects: Vec<Vec<u8>> = vec![
        b"<</Type/Catalog/Pages 2 0 R>>".to_vec(),
        format!(
            "<</Type/Pages/Count {}/Kids[{kids}]/MediaBox[0 0 595 842]/Resources<<{resources}>>>>",
            pages.len()
        )
        .into_bytes(),
        b"<</Type/Font/Subtype/Type0/BaseFont/FangSong_GB2312/Encoding/GBK-EUC-H/DescendantFonts[4 0 R]>>"
            .to_vec(),
        b"<</Type/Font/Subtype/CIDFontType2/BaseFont/FangSong_GB2312/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 2>>/DW 1000>>".to_vec(),
    ];
    objects.extend_from_slice(more);
    for (nth, page) in pages.iter().enumerate() {
        objects
            .push(format!("<</Type/Page/Parent 2 0 R/Contents {} 0 R>>", first + 2 * nth + 1).into_bytes());
        let head = format!("<</Length {}>>stream\n", page.len());
        objects.push([head.as_bytes(), page, b"\nendstream"].concat());
    }
    let mut file = b"%PDF-1.4\n".to_vec();
    let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", objects.len() + 1);
    for (number, object) in (1..).zip(&objects) {
        table.push_str(&format!("{:010} 00000 n \n", file.len()));
        file.extend(format!("{number} 0 obj\n").bytes());
        file.extend(object);
        file.extend(b"\nendobj\n");
    }
    let at_bytes = file.len();
    file.extend(table.bytes());
    let size = objects.len() + 1;
    file.extend(format!("trailer<</Size {size}/Root 1 0 R>>\nstartxref\n{at_bytes}\n%%EOF").bytes());
    file
}
