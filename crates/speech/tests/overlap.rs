//! How much of one speech is in another: nothing of independent ones, all of another edition.

use speech::overlap::{Stock, overlap, stretches};

const SAMPLE: &str = include_str!("sample/county-government-speech.txt");

const STARTERS: [&str; 6] = [
    include_str!("../../../templates/工作会议讲话.txt"),
    include_str!("../../../templates/动员部署会讲话.txt"),
    include_str!("../../../templates/廉政工作会议讲话.txt"),
    include_str!("../../../templates/表彰大会讲话.txt"),
    include_str!("../../../templates/开幕致辞.txt"),
    include_str!("../../../templates/企业年会讲话.txt"),
];

fn share(text: &str, other: &str) -> f64 {
    let stock = Stock::built_in();
    overlap(text, &stretches(other, &stock), &stock).share()
}

#[test]
fn independent_speeches_share_next_to_nothing() {
    for (idx, one) in STARTERS.iter().enumerate() {
        for other in STARTERS.iter().skip(idx + 1).chain([&SAMPLE]) {
            assert!(share(one, other) < 0.06, "{}: {}", share(one, other), one.lines().next().unwrap_or(""));
        }
    }
}

/// Another year, another county, other figures, a paragraph less: the same speech.
#[test]
fn another_edition_is_the_same_speech() {
    let edition = SAMPLE
        .replace("2020年", "2021年")
        .replace("汉阴", "平利")
        .replace("X%", "8.5%")
        .replace("X亿元", "12亿元")
        .replace("全县", "全市")
        .replace("下面，我讲三点意见", "下面，我强调三点");
    let lines: Vec<&str> = edition.lines().filter(|line| !line.starts_with("（五）")).collect();
    let edition = lines.join("\n");
    assert!(share(&edition, SAMPLE) > 0.95, "{}", share(&edition, SAMPLE));
    assert!((0.80..0.95).contains(&share(SAMPLE, &edition)), "{}", share(SAMPLE, &edition));
}

/// Half is old: it says half.
#[test]
fn half_is_half() {
    let half: String = SAMPLE.lines().filter(|line| line.contains('一')).take(9).collect();
    let text = half.clone() + STARTERS[0] + STARTERS[1];
    let expected = half.chars().count() as f64 / text.chars().count() as f64;
    let told = share(&text, SAMPLE);
    assert!((told - expected).abs() < 0.05, "{told} {expected}");
}
