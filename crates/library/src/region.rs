//! Where in a speech a passage stands, for a search that looks in one region only.

use speech::{Passage, Role};

/// A region of a speech.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Region {
    /// The lines of the title.
    Title,
    /// All after the title and before the first heading.
    Opening,
    /// The headings, those that run into their paragraph included.
    Heading,
    /// The paragraphs, those that a heading runs into included.
    Paragraph,
    /// The closing.
    Closing,
}

impl Region {
    /// Every region.
    pub const ALL: [Self; 5] = [Self::Title, Self::Opening, Self::Heading, Self::Paragraph, Self::Closing];

    /// The word for it in queries, on the command line and in the docs.
    pub fn word(self) -> &'static str {
        match self {
            Self::Title => "title",
            Self::Opening => "opening",
            Self::Heading => "heading",
            Self::Paragraph => "paragraph",
            Self::Closing => "closing",
        }
    }

    /// Reads [`word`](Self::word).
    pub fn read(word: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|region| region.word() == word)
    }
}

/// The regions that a passage belongs to: none, one or several.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Regions(u8);

impl Regions {
    /// The regions of a passage. A byline, a date or a salutation is part of the
    /// opening alone.
    pub(crate) fn of(passage: &Passage) -> Self {
        let mut regions = Self::default();
        match passage.role {
            Role::Title => regions.add(Region::Title),
            Role::Heading => regions.add(Region::Heading),
            Role::Paragraph => regions.add(Region::Paragraph),
            Role::Closing => regions.add(Region::Closing),
            Role::Junk | Role::Blank | Role::Byline | Role::Date | Role::Salutation => {}
        }
        if passage.run_in {
            regions.add(Region::Paragraph);
        }
        if passage.opening {
            regions.add(Region::Opening);
        }
        regions
    }

    /// As a number, to be stored.
    pub(crate) fn bits(self) -> u8 {
        self.0
    }

    /// What [`bits`](Self::bits) gave. Bits that stand for no region are kept and
    /// mean nothing.
    pub(crate) fn from_bits(bits: u8) -> Self {
        Self(bits)
    }

    /// Whether the passage belongs to a region.
    pub(crate) fn has(self, region: Region) -> bool {
        self.0 & (1 << region as u8) != 0
    }

    fn add(&mut self, region: Region) {
        self.0 |= 1 << region as u8;
    }
}
