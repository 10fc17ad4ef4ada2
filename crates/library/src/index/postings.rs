//! Finds a literal in a segment of the index, exactly: 高质量发展 stands where 高质,
//! 量发 and 发展 stand at distances of 0, 2 and 3. No text is read for that.

use super::schema::Fields;
use crate::document::{DocumentId, DocumentKind};
use crate::rank::{Best, Facts, rank};
use crate::region::Regions;
use crate::sought::Sought;
use std::collections::HashSet;
use tantivy::columnar::Column;
use tantivy::postings::{Postings, SegmentPostings};
use tantivy::schema::IndexRecordOption;
use tantivy::{DocId, DocSet, SegmentReader, TERMINATED, Term};

/// Adds the passages of a segment that are sought to the best, those of the documents
/// to skip left out.
pub(super) fn find(
    segment: &SegmentReader,
    fields: &Fields,
    sought: &Sought,
    skip: &HashSet<DocumentId>,
    best: &mut Best,
) -> tantivy::Result<()> {
    let mut with = Vec::with_capacity(sought.with.len());
    for term in &sought.with {
        match Literal::new(segment, fields, &term.folded)? {
            Some(literal) => with.push(literal),
            // One of its pieces stands nowhere in this segment.
            None => return Ok(()),
        }
    }
    let mut without = Vec::with_capacity(sought.without.len());
    for term in &sought.without {
        without.extend(Literal::new(segment, fields, term)?);
    }
    with.sort_by_key(|literal| literal.rarest);
    let columns = Columns::new(segment)?;
    let mut next = 0;
    while let Some(doc) = first_in_all(&mut with, next, segment.max_doc()) {
        next = doc + 1;
        if segment.is_deleted(doc) {
            continue;
        }
        let Some(facts) = columns.facts(doc) else { continue };
        if skip.contains(&facts.document) || !sought.admits(&facts) {
            continue;
        }
        let Some(occurrences) = occurrences(&mut with) else { continue };
        if without.iter_mut().all(|literal| !literal.stands_in(doc)) {
            best.add(rank(&facts, occurrences));
        }
    }
    Ok(())
}

/// The first passage from `from` on that has every piece of every literal; with no
/// literal, any passage.
fn first_in_all(literals: &mut [Literal], from: DocId, max_doc: DocId) -> Option<DocId> {
    let mut doc = from;
    'candidates: while doc < max_doc {
        for literal in literals.iter_mut() {
            for piece in &mut literal.pieces {
                let at = piece.seek(doc);
                if at > doc {
                    doc = at;
                    continue 'candidates;
                }
            }
        }
        return Some(doc);
    }
    None
}

/// How often the literals stand in the passage that all of them point at; nothing if
/// one has its pieces there, but not in a row.
fn occurrences(literals: &mut [Literal]) -> Option<usize> {
    let mut total = 0;
    for literal in literals {
        match literal.count() {
            0 => return None,
            found => total += found,
        }
    }
    Some(total)
}

/// A literal in a segment.
struct Literal {
    /// Rarest first.
    pieces: Vec<Piece>,
    /// In how many passages its rarest piece stands.
    rarest: u32,
    /// Where it begins, as far as is known of the passage at hand.
    starts: Vec<u32>,
    places: Vec<u32>,
}

/// One character or pair of a literal.
struct Piece {
    postings: SegmentPostings,
    /// Its distance from the beginning of the literal.
    offset: u32,
}

impl Literal {
    /// Nothing if a piece stands nowhere in the segment.
    fn new(segment: &SegmentReader, fields: &Fields, folded: &str) -> tantivy::Result<Option<Self>> {
        let characters: Vec<char> = folded.chars().collect();
        let (field, size, option) = match characters.len() {
            1 => (fields.characters, 1, IndexRecordOption::WithFreqs),
            2 => (fields.pairs, 2, IndexRecordOption::WithFreqs),
            _ => (fields.pairs, 2, IndexRecordOption::WithFreqsAndPositions),
        };
        let inverted = segment.inverted_index(field)?;
        let mut pieces = Vec::new();
        for offset in cover(characters.len(), size) {
            let text: String = characters[offset..offset + size].iter().collect();
            let term = Term::from_field_text(field, &text);
            let Some(info) = inverted.get_term_info(&term)? else { return Ok(None) };
            let postings = inverted.read_postings_from_terminfo(&info, option)?;
            pieces.push((info.doc_freq, Piece { postings, offset: offset as u32 }));
        }
        pieces.sort_by_key(|(doc_freq, _)| *doc_freq);
        let rarest = pieces.first().map_or(0, |(doc_freq, _)| *doc_freq);
        let pieces = pieces.into_iter().map(|(_, piece)| piece).collect();
        Ok(Some(Self { pieces, rarest, starts: Vec::new(), places: Vec::new() }))
    }

    /// How often it stands in the passage that all its pieces point at, overlapping
    /// ones counted.
    fn count(&mut self) -> usize {
        let Some((first, rest)) = self.pieces.split_first_mut() else { return 0 };
        if rest.is_empty() {
            return first.postings.term_freq() as usize;
        }
        // Moved so that the places of all pieces of one occurrence are the same, and
        // none is below 0.
        let furthest = rest.iter().map(|piece| piece.offset).fold(first.offset, u32::max);
        first.postings.positions_with_offset(furthest - first.offset, &mut self.starts);
        for piece in rest {
            piece.postings.positions_with_offset(furthest - piece.offset, &mut self.places);
            let mut places = self.places.iter().peekable();
            self.starts.retain(|start| {
                while places.next_if(|place| *place < start).is_some() {}
                places.peek() == Some(&start)
            });
        }
        self.starts.len()
    }

    /// Whether it stands in a passage, which must not be before the last one asked for.
    fn stands_in(&mut self, doc: DocId) -> bool {
        self.pieces.iter_mut().all(|piece| piece.seek(doc) == doc) && self.count() > 0
    }
}

impl Piece {
    /// Goes on to the first passage from `doc` on that has the piece.
    fn seek(&mut self, doc: DocId) -> DocId {
        let at = self.postings.doc();
        if at < doc && at != TERMINATED { self.postings.seek(doc) } else { at }
    }
}

/// Where the pieces of a text begin that together cover it: every second pair, and
/// the last.
fn cover(length: usize, size: usize) -> Vec<usize> {
    let Some(last) = length.checked_sub(size) else { return Vec::new() };
    let mut offsets: Vec<usize> = (0..last).step_by(size).collect();
    offsets.push(last);
    offsets
}

/// The facts of the passages of a segment.
struct Columns {
    document: Column<u64>,
    line: Column<u64>,
    kind: Column<u64>,
    year: Column<i64>,
    regions: Column<u64>,
    length: Column<u64>,
}

impl Columns {
    fn new(segment: &SegmentReader) -> tantivy::Result<Self> {
        let columns = segment.fast_fields();
        Ok(Self {
            document: columns.u64("document")?,
            line: columns.u64("line")?,
            kind: columns.u64("kind")?,
            year: columns.i64("year")?,
            regions: columns.u64("regions")?,
            length: columns.u64("length")?,
        })
    }

    fn facts(&self, doc: DocId) -> Option<Facts> {
        let kind = self.kind.first(doc)?;
        Some(Facts {
            document: DocumentId(i64::try_from(self.document.first(doc)?).ok()?),
            line: usize::try_from(self.line.first(doc)?).ok()?,
            kind: DocumentKind::ALL.into_iter().find(|known| *known as u64 == kind)?,
            year: self.year.first(doc).and_then(|year| i32::try_from(year).ok()),
            regions: Regions::from_bits(u8::try_from(self.regions.first(doc)?).ok()?),
            length: usize::try_from(self.length.first(doc)?).ok()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::cover;

    #[test]
    fn pieces_cover_the_text() {
        assert_eq!(cover(1, 1), [0]);
        assert_eq!(cover(2, 2), [0]);
        assert_eq!(cover(3, 2), [0, 1]);
        assert_eq!(cover(4, 2), [0, 2]);
        assert_eq!(cover(5, 2), [0, 2, 3]);
        assert!(cover(0, 1).is_empty());
    }
}
