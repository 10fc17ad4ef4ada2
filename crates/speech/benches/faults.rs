//! Are planted faults found? A thousand of fifteen kinds are put into speeches of our own,
//! one at a time: `cargo bench -p speech --bench faults` prints how many of each kind the
//! checks find. The planting goes by a fixed row of numbers, so that two runs are alike.

use speech::check::run;
use speech::parse::{Parsed, parse};
use speech::{
    Day, Field, FieldKind, Finding, Lexicon, Occasion, Paragraph, Severity, Speech, Subject, shown,
};
use std::collections::HashSet;
use std::sync::LazyLock;

const STARTERS: [&str; 6] = [
    include_str!("../../../templates/工作会议讲话.txt"),
    include_str!("../../../templates/动员部署会讲话.txt"),
    include_str!("../../../templates/廉政工作会议讲话.txt"),
    include_str!("../../../templates/表彰大会讲话.txt"),
    include_str!("../../../templates/开幕致辞.txt"),
    include_str!("../../../templates/企业年会讲话.txt"),
];

const N_FAULTS: usize = 1000;

fn main() {
    let lexicon = Lexicon::built_in();
    let occasion = Occasion {
        date: Day::read("2026-03-18"),
        own: vec!["云岭县".to_owned(), "云岭公司".to_owned()],
        ..Occasion::default()
    };
    let speeches: Vec<Vec<String>> = STARTERS.iter().map(|starter| filled(starter)).collect();
    let n_characters: usize = speeches.iter().flatten().map(|line| line.chars().count()).sum();
    let loud: Vec<Finding> = speeches
        .iter()
        .flat_map(|lines| found(&understood(lines), &lexicon, &occasion))
        .filter(|finding| finding.severity != Severity::Hint)
        .collect();
    println!("{} speeches, {n_characters} characters, without a fault: {} loud", speeches.len(), loud.len());
    for finding in loud {
        println!("    {} {}", finding.check, finding.message.zh);
    }

    let mut dice = Dice(20_260_318);
    let mut tallies = [(0, 0); KINDS.len()];
    let mut missed = Vec::new();
    let mut planted = 0;
    let mut nth = 0;
    while planted < N_FAULTS {
        let kind_idx = nth % KINDS.len();
        nth += 1;
        let kind = &KINDS[kind_idx];
        let lines = dice.one_of(&speeches);
        // A speech without a member has none to spoil.
        let Some(spoiled) = (kind.plant)(lines, &mut dice) else { continue };
        planted += 1;
        tallies[kind_idx].0 += 1;
        let before = n_told(&found(&understood(lines), &lexicon, &occasion), kind);
        let after = n_told(&found(&understood(&spoiled), &lexicon, &occasion), kind);
        if after > before {
            tallies[kind_idx].1 += 1;
        } else {
            missed.push(format!("{}: {}", kind.name, changed(lines, &spoiled)));
        }
    }
    println!("\n{:<28}{:>8}{:>8}{:>8}", "fault", "planted", "found", "%");
    for (kind, (n_planted, n_found)) in KINDS.iter().zip(tallies) {
        println!("{:<28}{n_planted:>8}{n_found:>8}{:>8}", kind.name, percent(n_found, n_planted));
    }
    let n_found: usize = tallies.iter().map(|(_, n_found)| n_found).sum();
    println!("{:<28}{planted:>8}{n_found:>8}{:>8}", "all", percent(n_found, planted));
    println!("\nmissed:");
    missed.sort();
    missed.dedup();
    missed.iter().for_each(|line| println!("    {line}"));
}

/// What of the lines is new: the first changed one from a little before its change on.
fn changed(lines: &[String], spoiled: &[String]) -> String {
    let Some((old, new)) = lines.iter().zip(spoiled).find(|(old, new)| old != new) else {
        return String::new();
    };
    let n_same = old.chars().zip(new.chars()).take_while(|(old, new)| old == new).count();
    new.chars().skip(n_same.saturating_sub(12)).take(60).collect()
}

fn percent(part: usize, whole: usize) -> String {
    format!("{:.1}", part as f64 / whole.max(1) as f64 * 100.0)
}

fn found(parsed: &Parsed, lexicon: &Lexicon, occasion: &Occasion) -> Vec<Finding> {
    run(&Subject::new(&parsed.speech, lexicon, occasion), None)
}

fn n_told(found: &[Finding], kind: &Kind) -> usize {
    found.iter().filter(|finding| kind.checks.contains(&finding.check)).count()
}

fn understood(lines: &[String]) -> Parsed {
    parse(&lines.iter().map(Paragraph::plain).collect::<Vec<_>>())
}

/// A starter as its writer leaves it: the head taken off, every field filled.
fn filled(starter: &str) -> Vec<String> {
    let (_, text) = starter.split_once("\n\n").expect("a starter has a head");
    let mut speech: Speech = parse(&text.lines().map(Paragraph::plain).collect::<Vec<_>>()).speech;
    for (idx, field) in speech.fields.iter_mut().enumerate() {
        field.value = Some(value(field, idx));
    }
    shown::text(&speech).lines().map(str::to_owned).collect()
}

fn value(field: &Field, idx: usize) -> String {
    let number = |low: usize| (low + idx * 7 % 23).to_string();
    match field.kind {
        FieldKind::Percent => format!("{}.{}", 3 + idx % 7, 1 + idx % 9),
        FieldKind::Money | FieldKind::Number => number(12),
        FieldKind::Ordinal => "三".to_owned(),
        FieldKind::Place => "云岭".to_owned(),
        FieldKind::Person => "李明".to_owned(),
        FieldKind::Organisation => "云岭".to_owned(),
        FieldKind::Date if field.unit.as_deref() == Some("年") => "2026".to_owned(),
        FieldKind::Date => (1 + idx % 9).to_string(),
        FieldKind::Text => "特色".to_owned(),
    }
}

// ---- What is planted ------------------------------------------------------------------

/// A kind of fault.
struct Kind {
    name: &'static str,
    /// The checks of which one must find it.
    checks: &'static [&'static str],
    /// The lines with one such fault; nothing where they have no place for it.
    plant: fn(&[String], &mut Dice) -> Option<Vec<String>>,
}

const KINDS: [Kind; 15] = [
    Kind { name: "a figure taken out", checks: &["unfilled-slot"], plant: figure_out },
    Kind { name: "another county's name", checks: &["foreign-name"], plant: other_name },
    Kind { name: "half of a name masked", checks: &["half-masked", "foreign-name"], plant: half_name },
    Kind {
        name: "an abbreviation",
        checks: &["foreign-abbreviation", "borrowed-event"],
        plant: abbreviation,
    },
    Kind { name: "我区 in a county's speech", checks: &["self-name"], plant: other_self },
    Kind { name: "last year's date line", checks: &["occasion-year"], plant: last_year },
    Kind { name: "a former office-holder", checks: &["stale"], plant: former },
    Kind { name: "a campaign that is over", checks: &["stale"], plant: over },
    Kind { name: "a count", checks: &["count-claim"], plant: count },
    Kind {
        name: "a point taken out",
        checks: &["count-claim", "numbering", "enumeration-gap"],
        plant: point_out,
    },
    Kind { name: "a heading's number", checks: &["numbering"], plant: number },
    Kind { name: "a member's number", checks: &["enumeration-gap"], plant: member_number },
    Kind { name: "a member's marker", checks: &["enumeration-member"], plant: member_marker },
    Kind { name: "a sum", checks: &["stated-sum", "share-of-whole"], plant: sum },
    Kind { name: "分别 or a change", checks: &["respectively", "stated-change"], plant: respectively },
];

/// A row of numbers that looks like chance.
struct Dice(u64);

impl Dice {
    fn below(&mut self, n: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) % n.max(1) as u64) as usize
    }

    fn one_of<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len())]
    }
}

/// The lines of the body that are paragraphs or run-in headings: long ones.
fn paragraphs(lines: &[String]) -> Vec<usize> {
    (0..lines.len()).filter(|idx| lines[*idx].chars().count() > 60).collect()
}

/// A sentence put in at the end of some paragraph.
fn with_sentence(lines: &[String], sentence: &str, dice: &mut Dice) -> Option<Vec<String>> {
    let paragraphs = paragraphs(lines);
    let idx = *paragraphs.get(dice.below(paragraphs.len()))?;
    let mut spoiled = lines.to_vec();
    spoiled[idx].push_str(sentence);
    Some(spoiled)
}

/// Some stretch of some line replaced: the places are all where a word stands.
fn replaced(
    lines: &[String],
    words: &[&str],
    by: impl Fn(&str) -> String,
    dice: &mut Dice,
) -> Option<Vec<String>> {
    let places: Vec<(usize, usize, &str)> = lines
        .iter()
        .enumerate()
        .flat_map(|(idx, line)| {
            words
                .iter()
                .flat_map(move |word| line.match_indices(*word).map(move |(at, found)| (idx, at, found)))
        })
        .collect();
    let (idx, at, word) = *places.get(dice.below(places.len()))?;
    let mut spoiled = lines.to_vec();
    spoiled[idx].replace_range(at..at + word.len(), &by(word));
    Some(spoiled)
}

/// The counties of the gazetteer, as they are called in a sentence: 平利, 泗县. Left out are
/// those whose name is an ordinary word: that 推动资源高质量发展 speaks of 资源县, no reader of
/// the sentence can tell either. With them 93 of 100 names are found.
static COUNTIES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    let words = include_str!("../data/place_words.txt").split("[doubtful]\n").next().unwrap_or_default();
    let words: HashSet<&str> = words.split_whitespace().collect();
    let within = include_str!("../data/places.txt").lines().filter(|line| line.starts_with(' '));
    within
        .filter_map(|line| line.split_whitespace().next()?.strip_suffix('县').map(|base| (line.trim(), base)))
        .filter(|(_, base)| !base.ends_with("自治") && !words.contains(base))
        .map(|(name, base)| if base.chars().count() > 1 { base } else { name })
        .collect()
});

fn figure_out(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let chars: Vec<Vec<char>> = lines.iter().map(|line| line.chars().collect()).collect();
    let mut places = Vec::new();
    for (idx, line) in chars.iter().enumerate().skip(3) {
        for at in 1..line.len() {
            let run = line[at..].iter().take_while(|c| c.is_ascii_digit() || **c == '.').count();
            if run > 0 && !line[at - 1].is_ascii_digit() && line[at - 1] != '.' {
                places.push((idx, at, run));
            }
        }
    }
    let (idx, at, run) = *places.get(dice.below(places.len()))?;
    let mask = *dice.one_of(&["X", "XX", "××", "__", "【】"]);
    let mut spoiled = lines.to_vec();
    spoiled[idx] = chars[idx][..at].iter().collect::<String>()
        + mask
        + &chars[idx][at + run..].iter().collect::<String>();
    Some(spoiled)
}

fn other_name(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let county = *dice.one_of(&COUNTIES);
    let sentence = match dice.below(6) {
        0 => format!("要同心协力，推动{county}高质量发展。"),
        1 => format!("我们{county}人民历来不怕困难。"),
        2 => format!("要为建设美丽{county}贡献力量。"),
        3 => format!("确保各项要求在{county}落地见效。"),
        4 => format!("奋力谱写{county}发展新篇章。"),
        _ => format!("推动{county}各项工作走在前列。"),
    };
    with_sentence(lines, &sentence, dice)
}

fn half_name(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let county = *dice.one_of(&COUNTIES);
    let one = *dice.one_of(&["要推动XX高质量发展。", "为XX县的发展多作贡献。", "努力建设幸福XX。"]);
    let other = match dice.below(3) {
        0 => format!("确保在{county}落地见效。"),
        1 => format!("让{county}人民过上好日子。"),
        _ => format!("{county}县各级干部要带头。"),
    };
    let spoiled = with_sentence(lines, one, dice)?;
    with_sentence(&spoiled, &other, dice)
}

fn abbreviation(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let short = *dice.one_of(&["陕", "皖", "赣", "湘", "鄂", "川", "贵", "鲁", "豫", "冀"]);
    let sentence = match dice.below(3) {
        0 => format!("要深入学习贯彻习近平总书记来{short}考察重要讲话精神。"),
        1 => format!("习近平总书记来{short}考察时提出了明确要求。"),
        _ => format!("要把习近平总书记来{short}视察的要求落到实处。"),
    };
    with_sentence(lines, &sentence, dice)
}

fn other_self(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let sentence = *dice.one_of(&[
        "我区的基础还不牢。",
        "这对我区是一个机遇。",
        "我区要补上短板。",
        "近年来，我区变化很大。",
    ]);
    with_sentence(lines, sentence, dice)
}

fn last_year(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let year = 2025 - dice.below(5);
    let idx = (0..lines.len().min(6))
        .find(|idx| lines[*idx].contains("2026年") || lines[*idx].starts_with('（'))?;
    let mut spoiled = lines.to_vec();
    spoiled[idx] = format!("（{year}年{}月{}日）", 2 + dice.below(10), 1 + dice.below(28));
    Some(spoiled)
}

fn former(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let who = *dice.one_of(&["李克强总理", "温家宝总理", "栗战书委员长", "张德江委员长", "国务院总理李克强"]);
    let said =
        *dice.one_of(&["对此作出重要批示。", "强调，要抓好落实。", "在政府工作报告中提出了明确要求。"]);
    with_sentence(lines, &format!("{who}{said}"), dice)
}

fn over(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let sentence = *dice.one_of(&[
        "当前，要坚决打赢脱贫攻坚战。",
        "今年是“十三五”收官之年。",
        "要扎实开展党史学习教育。",
        "要深入开展扫黑除恶专项斗争。",
        "当前，要毫不放松抓好疫情防控工作。",
        "今年是脱贫攻坚决战决胜之年。",
    ]);
    with_sentence(lines, sentence, dice)
}

const NUMERALS: [&str; 8] = ["一", "二", "三", "四", "五", "六", "七", "八"];

fn count(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let counted = ["点意见", "点要求", "项重点工作", "个方面", "点希望", "件事", "个问题"];
    let words: Vec<String> =
        NUMERALS[2..6].iter().flat_map(|n| counted.iter().map(move |what| format!("{n}{what}"))).collect();
    let words: Vec<&str> = words.iter().map(String::as_str).collect();
    let up = dice.below(2) == 0;
    let other = |word: &str| {
        let first = word.chars().next().expect("a word").to_string();
        let idx = NUMERALS.iter().position(|numeral| *numeral == first).unwrap_or(2);
        format!("{}{}", NUMERALS[if up { idx + 1 } else { idx - 1 }], &word[first.len()..])
    };
    replaced(lines, &words, other, dice)
}

/// Takes out a heading with what stands under it, from the middle of a row.
fn point_out(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let starts: Vec<usize> = (0..lines.len()).filter(|idx| lines[*idx].starts_with("（二）")).collect();
    let start = *starts.get(dice.below(starts.len()))?;
    let begins = |line: &String| {
        line.starts_with('（') || NUMERALS.iter().any(|n| line.starts_with(&format!("{n}、")))
    };
    let end = (start + 1..lines.len()).find(|idx| begins(&lines[*idx]))?;
    let mut spoiled = lines.to_vec();
    spoiled.drain(start..end);
    Some(spoiled)
}

/// Another number before a heading that is not the first of its row.
fn number(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let mut places = Vec::new();
    for (idx, line) in lines.iter().enumerate() {
        for n in 1..6 {
            for (old, new) in [(n, n + 1), (n, n - 1)] {
                for (before, after) in [("", "、"), ("（", "）")] {
                    let numeral = |n: usize| format!("{before}{}{after}", NUMERALS[n]);
                    if let Some(rest) = line.strip_prefix(&numeral(old)) {
                        places.push((idx, format!("{}{rest}", numeral(new))));
                    }
                }
            }
        }
    }
    let (idx, line) = places.get(dice.below(places.len()))?.clone();
    let mut spoiled = lines.to_vec();
    spoiled[idx] = line;
    Some(spoiled)
}

fn member_number(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let up = dice.below(2) == 0;
    let words = ["二是", "三是", "二要", "三要"];
    let other = |word: &str| {
        let mark = &word["二".len()..];
        let n = if word.starts_with('二') { 1 } else { 2 };
        format!("{}{mark}", NUMERALS[if up { n + 1 } else { n - 1 }])
    };
    replaced(lines, &words, other, dice)
}

fn member_marker(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let other = |word: &str| {
        if word.ends_with('是') { word.replace('是', "要") } else { word.replace('要', "是") }
    };
    replaced(lines, &["一是", "二是", "三是", "二要", "三要"], other, dice)
}

fn sum(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let (one, other) = (2 + dice.below(30), 3 + dice.below(30));
    let wrong = one + other + 1 + dice.below(6);
    let sentence = match dice.below(3) {
        0 => format!("投入财政资金{one}亿元，发行债券{other}亿元，上述{wrong}亿元全部用于项目。"),
        1 => format!("第一批{one}万元，第二批{other}万元，合计{wrong}万元，已经到位。"),
        _ => format!("三次产业结构调整为{one}.5:40.2:{}.8。", 62 - one + 1 + dice.below(4)),
    };
    with_sentence(lines, &sentence, dice)
}

fn respectively(lines: &[String], dice: &mut Dice) -> Option<Vec<String>> {
    let (was, more) = (100 + dice.below(50), 10 + dice.below(40));
    let wrong = (more as f64 / was as f64 * 100.0 + 3.0 + dice.below(9) as f64).round();
    let sentence = match dice.below(3) {
        0 => format!("存款、贷款、保费收入分别增长{}%和{}%。", 3 + dice.below(9), 2 + dice.below(9)),
        1 => format!("人均收入分别占全国、全省、全市的{}%、{}%。", 50 + dice.below(9), 70 + dice.below(9)),
        _ => format!("财政收入从{was}亿元增加到{}亿元，增长{wrong}%。", was + more),
    };
    with_sentence(lines, &sentence, dice)
}
