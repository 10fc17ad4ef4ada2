//! The gazetteer: provinces, cities and counties with what they lie in, and landmarks.

use super::{Finder, sections};
use std::collections::HashMap;

/// Provinces, cities, counties; mountains, waters, regions.
pub(crate) struct Places {
    places: Vec<Place>,
    /// Full names and what is left of them without 省, 市, 县.
    pub(crate) names: Finder<Spelling>,
    /// 陕, 皖: the province of a character.
    pub(crate) short: Finder<PlaceId>,
    /// 秦岭, 西部大开发.
    pub(crate) landmarks: Finder<Landmark>,
}

/// Names a place of the gazetteer.
pub(crate) type PlaceId = usize;

/// A province, city or county.
pub(crate) struct Place {
    pub(crate) level: Level,
    /// What it lies in.
    pub(crate) within: Option<PlaceId>,
    /// The first character of its name.
    first: char,
    /// A 区 of a city: without its 区 the name is seldom used alone.
    pub(crate) is_district: bool,
}

/// How high a place stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Level {
    Province,
    City,
    County,
}

/// A way to write the name of one place or several.
pub(crate) struct Spelling {
    /// All the places of that name: there are seven 城区.
    pub(crate) places: Vec<PlaceId>,
    /// With its 省, 市, 县.
    pub(crate) full: bool,
    /// How long the name is without it, in characters.
    pub(crate) n_base: usize,
    pub(crate) wariness: Wariness,
}

/// How likely the characters are something else.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Wariness {
    None,
    /// Two words may meet so: 平利 in 和平利用.
    Doubtful,
    /// An ordinary word: 合作, 平安.
    Word,
}

/// A mountain, a water, a region, or a policy for one.
pub(crate) struct Landmark {
    pub(crate) sort: Sort,
    /// The provinces it lies in.
    pub(crate) provinces: Vec<PlaceId>,
}

/// What sort of landmark.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Sort {
    Mountain,
    Water,
    Region,
    Policy,
}

impl Places {
    pub(super) fn built_in() -> Self {
        let mut read = Reader::new(include_str!("../../data/place_words.txt"));
        let lines = include_str!("../../data/places.txt").lines();
        for line in lines.filter(|line| !line.starts_with('#') && !line.is_empty()) {
            read.line(line);
        }
        let landmarks = landmarks(include_str!("../../data/landmarks.txt"), &read.provinces);
        Self {
            places: read.places,
            names: read.spellings.into_iter().collect(),
            short: read.short.into_iter().collect(),
            landmarks,
        }
    }

    pub(crate) fn get(&self, id: PlaceId) -> &Place {
        &self.places[id]
    }

    /// Whether one of two places lies in the other, or they are the same.
    pub(crate) fn related(&self, one: PlaceId, other: PlaceId) -> bool {
        self.lies_in(one, other) || self.lies_in(other, one)
    }

    /// Whether a place, or one that it lies in, is called by that character: 安 for 石泉县 in
    /// 安康市.
    pub(crate) fn lies_in_one_called(&self, place: PlaceId, first: char) -> bool {
        let mut at = Some(place);
        while let Some(id) = at {
            if self.places[id].first == first {
                return true;
            }
            at = self.places[id].within;
        }
        false
    }

    fn lies_in(&self, inner: PlaceId, outer: PlaceId) -> bool {
        let mut at = Some(inner);
        while let Some(id) = at {
            if id == outer {
                return true;
            }
            at = self.places[id].within;
        }
        false
    }
}

struct Reader {
    places: Vec<Place>,
    spellings: HashMap<&'static str, Spelling>,
    short: HashMap<&'static str, PlaceId>,
    provinces: HashMap<&'static str, PlaceId>,
    wariness: HashMap<&'static str, Wariness>,
    /// The province and the city that the next line may lie in.
    above: [Option<PlaceId>; 2],
}

impl Reader {
    fn new(words: &'static str) -> Self {
        let wariness = sections(words).flat_map(|(section, line)| {
            let wariness = if section == "word" { Wariness::Word } else { Wariness::Doubtful };
            line.split_whitespace().map(move |word| (word, wariness))
        });
        Self {
            places: Vec::with_capacity(3_300),
            spellings: HashMap::with_capacity(6_600),
            short: HashMap::new(),
            provinces: HashMap::new(),
            wariness: wariness.collect(),
            above: [None; 2],
        }
    }

    fn line(&mut self, line: &'static str) {
        let depth = line.chars().take_while(|c| *c == ' ').count();
        let mut words = line.split_whitespace();
        let Some(name) = words.next() else { return };
        let id = self.places.len();
        let level = match depth {
            0 => Level::Province,
            1 if name.ends_with(['区', '县', '旗']) && !name.ends_with("地区") => Level::County,
            1 => Level::City,
            _ => Level::County,
        };
        let within = match depth {
            0 => None,
            1 => self.above[0],
            _ => self.above[1],
        };
        let is_district = level == Level::County && name.ends_with('区') && !name.ends_with("新区");
        let first = name.chars().next().unwrap_or_default();
        self.places.push(Place { level, within, first, is_district });
        match depth {
            0 => self.above = [Some(id), None],
            1 => self.above[1] = Some(id),
            _ => {}
        }
        let base = base(name);
        self.spell(name, id, base);
        if base.chars().nth(1).is_some() && base != name {
            self.spell(base, id, base);
        }
        if level == Level::Province {
            self.provinces.insert(base, id);
        }
        for other in words {
            if other.chars().count() == 1 {
                self.short.insert(other, id);
            } else {
                self.spell(other, id, other);
            }
        }
    }

    fn spell(&mut self, written: &'static str, id: PlaceId, base: &str) {
        let wariness = self.wariness.get(base).copied().unwrap_or(Wariness::None);
        let spelling = self.spellings.entry(written).or_insert_with(|| Spelling {
            places: Vec::new(),
            full: written != base,
            n_base: base.chars().count(),
            wariness,
        });
        spelling.places.push(id);
    }
}

/// The peoples in the names of autonomous places: 恩施土家族苗族自治州.
const PEOPLES: [&str; 50] = [
    "维吾尔",
    "达斡尔族",
    "柯尔克孜",
    "鄂温克族",
    "俄罗斯族",
    "塔吉克",
    "哈萨克族",
    "哈萨克",
    "朝鲜族",
    "蒙古族",
    "蒙古",
    "土家族",
    "傈僳族",
    "拉祜族",
    "纳西族",
    "布朗族",
    "独龙族",
    "普米族",
    "布依族",
    "仡佬族",
    "毛南族",
    "仫佬族",
    "撒拉族",
    "保安族",
    "东乡族",
    "裕固族",
    "哈尼族",
    "景颇族",
    "鄂伦春",
    "锡伯族",
    "锡伯",
    "各族",
    "回族",
    "壮族",
    "藏族",
    "苗族",
    "侗族",
    "瑶族",
    "彝族",
    "白族",
    "傣族",
    "佤族",
    "怒族",
    "羌族",
    "水族",
    "黎族",
    "畲族",
    "土族",
    "满族",
    "京族",
];

/// A name without its 省, 市, 县, and without the peoples of 自治县.
fn base(name: &str) -> &str {
    for end in ["自治区", "自治州", "自治县", "自治旗"] {
        let Some(mut rest) = name.strip_suffix(end) else { continue };
        while let Some(shorter) = PEOPLES
            .iter()
            .find_map(|people| rest.strip_suffix(people).filter(|rest| rest.chars().count() >= 2))
        {
            rest = shorter;
        }
        return rest;
    }
    let ends = ["地区", "林区", "特区", "新区", "省", "市", "区", "县", "盟", "旗", "州"];
    // 达州市 is 达州, 湘西州 is not in the list.
    ends.iter().find_map(|end| name.strip_suffix(end)).unwrap_or(name)
}

fn landmarks(data: &'static str, provinces: &HashMap<&str, PlaceId>) -> Finder<Landmark> {
    let lines = sections(data).filter_map(|(section, line)| {
        let mut words = line.split_whitespace();
        let name = words.next()?;
        let sort = match section {
            "mountain" => Sort::Mountain,
            "water" => Sort::Water,
            "policy" => Sort::Policy,
            _ => Sort::Region,
        };
        let provinces = words.filter_map(|word| provinces.get(word).copied()).collect();
        Some((name, Landmark { sort, provinces }))
    });
    lines.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_lose_their_ending() {
        assert_eq!(base("汉阴县"), "汉阴");
        assert_eq!(base("恩施土家族苗族自治州"), "恩施");
        assert_eq!(base("新疆维吾尔自治区"), "新疆");
        assert_eq!(base("广西壮族自治区"), "广西");
        assert_eq!(base("阿里地区"), "阿里");
        assert_eq!(base("达州市"), "达州");
        assert_eq!(base("和县"), "和");
    }

    #[test]
    fn every_province_of_a_landmark_is_known() {
        let places = Places::built_in();
        let known: Vec<char> = "秦岭".chars().collect();
        let (_, qinling) = places.landmarks.at(&known).next().unwrap();
        assert_eq!(qinling.provinces.len(), 3);
    }
}
