//! What the index holds of a passage: its characters and pairs of characters, with
//! their places, and the facts that a search filters and ranks by. No text: that is
//! read from the store.

use crate::fold::fold;
use crate::rank::Facts;
use crate::store::table::passages::PassageRow;
use tantivy::TantivyDocument;
use tantivy::schema::{
    FAST, Field, IndexRecordOption, NumericOptions, Schema, SchemaBuilder, TextFieldIndexing, TextOptions,
};

/// Changes with everything below: an index of another version is made anew.
pub(super) const VERSION: u32 = 1;

/// The fields of the index.
#[derive(Clone, Copy, Debug)]
pub(super) struct Fields {
    /// Single characters, with how often they stand there.
    pub(super) characters: Field,
    /// Pairs of neighbours, with their places: any longer literal is a row of them.
    pub(super) pairs: Field,
    pub(super) document: Field,
    pub(super) line: Field,
    pub(super) kind: Field,
    /// Missing where the year isn't known.
    pub(super) year: Field,
    pub(super) regions: Field,
    /// In characters of the folded text.
    pub(super) length: Field,
}

/// The schema, and its fields.
pub(super) fn schema() -> (Schema, Fields) {
    let mut builder = SchemaBuilder::default();
    let text = |tokenizer: &str, record| {
        let indexing = TextFieldIndexing::default()
            .set_tokenizer(tokenizer)
            .set_index_option(record)
            // Ranking has its own length.
            .set_fieldnorms(false);
        TextOptions::default().set_indexing_options(indexing)
    };
    let fields = Fields {
        characters: builder.add_text_field("characters", text("characters", IndexRecordOption::WithFreqs)),
        pairs: builder.add_text_field("pairs", text("pairs", IndexRecordOption::WithFreqsAndPositions)),
        document: builder.add_u64_field("document", NumericOptions::default().set_fast().set_indexed()),
        line: builder.add_u64_field("line", FAST),
        kind: builder.add_u64_field("kind", FAST),
        year: builder.add_i64_field("year", FAST),
        regions: builder.add_u64_field("regions", FAST),
        length: builder.add_u64_field("length", FAST),
    };
    (builder.build(), fields)
}

impl Fields {
    /// A passage as the index holds it.
    pub(super) fn entry(&self, row: &PassageRow) -> TantivyDocument {
        let folded = fold(&row.text);
        let facts = Facts::of(row, &folded);
        let mut entry = TantivyDocument::default();
        entry.add_text(self.characters, &folded);
        entry.add_text(self.pairs, &folded);
        entry.add_u64(self.document, facts.document.0.unsigned_abs());
        entry.add_u64(self.line, facts.line as u64);
        entry.add_u64(self.kind, facts.kind as u64);
        if let Some(year) = facts.year {
            entry.add_i64(self.year, year.into());
        }
        entry.add_u64(self.regions, facts.regions.bits().into());
        entry.add_u64(self.length, facts.length as u64);
        entry
    }
}
