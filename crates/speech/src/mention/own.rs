//! Whose a name is: the occasion's own, or somebody else's.

use super::people::National;
use super::{Found, NameKind, What, kind};
use crate::lexicon::{Lexicon, PlaceId};
use crate::occasion::Occasion;
use crate::text::length;

/// The occasion's own names, looked up.
pub(super) struct Own<'a> {
    names: &'a [String],
    /// Names that the unit's lists call fine.
    fine: &'a [String],
    /// The places that they are of.
    pub(super) places: Vec<PlaceId>,
    /// The kinds that there are own names of: only against those is a name foreign.
    kinds: Vec<NameKind>,
}

impl<'a> Own<'a> {
    pub(super) fn of(occasion: &'a Occasion, lexicon: &'a Lexicon) -> Self {
        let mut places = Vec::new();
        let mut kinds = Vec::new();
        for name in &occasion.own {
            let of_name = deepest(name, lexicon);
            if !of_name.is_empty() {
                kinds.push(NameKind::Place);
                places.extend(of_name);
            }
            kinds.push(kind_of(name));
        }
        Self { names: &occasion.own, fine: &lexicon.unit.fine_names, places, kinds }
    }

    /// Whether a name is somebody else's. `tied`: a field masks the same thing.
    pub(super) fn foreign(&self, found: &Found, text: &str, tied: bool, lexicon: &Lexicon) -> Option<bool> {
        if let What::Person(Some(national)) = found.what {
            return match national {
                National::Former => Some(true),
                National::InOffice => Some(false),
                National::Unknown => None,
            };
        }
        let is_of = |own: &String| !own.is_empty() && (own.contains(text) || text.contains(own.as_str()));
        // 常 of 来常考察 is no partner by its one character.
        if self.names.iter().any(is_of) || length(text) > 1 && self.fine.iter().any(is_of) {
            return Some(false);
        }
        let related = |places: &[PlaceId]| {
            places.iter().any(|place| self.places.iter().any(|own| lexicon.places.related(*place, *own)))
        };
        let own = match &found.what {
            What::Place(places, _) | What::Landmark(_, places) => {
                places.iter().any(|place| self.places.contains(place)) || related(places)
            }
            What::ShortCity(first) => {
                self.names.iter().any(|own| own.contains(*first))
                    || self.places.iter().any(|place| lexicon.places.lies_in_one_called(*place, *first))
            }
            _ => false,
        };
        // A policy for a part of the country is named by all.
        if own || matches!(found.what, What::Landmark(crate::lexicon::Sort::Policy, _)) {
            // The province of the writer's own county, open where a slot masks it, may
            // still be what a template has left.
            return if own && !tied { Some(false) } else { None };
        }
        (tied || self.kinds.contains(&kind(&found.what))).then_some(true)
    }
}

/// The last place that a name is made of: 平利县 of 安康市平利县教育局. Several where
/// places of one name can't be told apart.
fn deepest(name: &str, lexicon: &Lexicon) -> Vec<PlaceId> {
    let chars: Vec<char> = name.chars().collect();
    let mut at = 0;
    let mut places: Vec<PlaceId> = Vec::new();
    while let Some((n_chars, spelling)) = lexicon.places.names.at(&chars[at..]).next() {
        // 青山县 is no 青山区.
        let district = |place: &PlaceId| lexicon.places.get(*place).is_district;
        let other_end = matches!(chars.get(at + n_chars), Some('县' | '市' | '旗'));
        if !spelling.full && other_end && spelling.places.iter().all(district) {
            break;
        }
        let within: Vec<PlaceId> = spelling
            .places
            .iter()
            .copied()
            .filter(|place| places.iter().any(|above| lexicon.places.related(*place, *above)))
            .collect();
        places = if within.is_empty() { spelling.places.clone() } else { within };
        at += n_chars;
    }
    places
}

/// What an own name is of, by its looks.
fn kind_of(name: &str) -> NameKind {
    let ends = |words: &[&str]| words.iter().any(|word| name.ends_with(word));
    if ends(&["省", "市", "县", "区", "州", "旗", "盟", "镇", "乡", "村", "街道", "社区"]) {
        NameKind::Place
    } else if ends(&["模式", "工程", "行动", "计划", "工作法"]) {
        NameKind::Programme
    } else if length(name) <= 3 && !ends(&["局", "委", "厅", "部", "办", "校"]) {
        NameKind::Person
    } else {
        NameKind::Organisation
    }
}
