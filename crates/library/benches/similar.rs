//! How long it takes to compare a draft with ten thousand speeches: `cargo bench -p library
//! --bench similar`. It is to take less than 100 ms.

use library::{DocumentKind, ImportOptions, Library};
use speech::parse::parse;
use speech::{Lexicon, Paragraph};
use std::fmt::Write as _;
use std::ops::ControlFlow;
use std::time::{Instant, SystemTime};

const N_SPEECHES: usize = 10_000;

/// Characters that the speeches are made of, by a fixed row of numbers.
const WORDS: &str = "抓实项目推动产业转型优化环境改善民生压实责任提高效率扩大投资培育主体深化改革加强服务保护生态筑牢底线完善制度锻造队伍振兴乡村繁荣文化保障供给防范风险促进就业引进人才";

fn main() {
    let folder = tempfile::tempdir().expect("there is room for a library");
    let files = folder.path().join("讲话");
    std::fs::create_dir(&files).expect("a folder can be made");
    for nth in 0..N_SPEECHES {
        let path = files.join(format!("{nth}.txt"));
        std::fs::write(path, speech(nth as u64)).expect("a file can be written");
    }
    let library = Library::open(&folder.path().join("素材库"), SystemTime::now()).expect("a library opens");
    let started = Instant::now();
    let options = ImportOptions { encoding: None, now: SystemTime::now() };
    library.import(&[files], &options, &mut |_| ControlFlow::Continue(())).expect("all is imported");
    let n_speeches = library.documents(Some(DocumentKind::Speech)).expect("they are there").len();
    println!("{n_speeches} speeches imported in {:.1} s", started.elapsed().as_secs_f64());

    // Half of it new, half of one of them.
    let (old, new) = (speech(4_321), speech(999_999));
    let text: Vec<Paragraph> =
        old.lines().take(12).chain(new.lines().skip(12)).map(Paragraph::plain).collect();
    let draft = parse(&text).speech;
    let mut times = Vec::new();
    for _ in 0..20 {
        let started = Instant::now();
        let found = library.similar(&draft, None, 5).expect("the library answers");
        times.push(started.elapsed().as_secs_f64() * 1000.0);
        let best = found.first().map_or(0.0, |similar| similar.share);
        assert!((0.3..0.8).contains(&best), "{best}");
    }
    times.sort_by(f64::total_cmp);
    println!("similar, top 5: median {:.1} ms, slowest {:.1} ms", times[10], times[19]);
    let lexicon = Lexicon::built_in();
    let id = library.documents(Some(DocumentKind::Speech)).expect("they are there")[0].id;
    let started = Instant::now();
    library.check(id, &lexicon).expect("it is checked");
    println!("all checks on one of them, reuse included: {:.1} ms", started.elapsed().as_secs_f64() * 1000.0);
}

/// A speech of about 5,000 characters, another one for each seed.
fn speech(seed: u64) -> String {
    let words: Vec<char> = WORDS.chars().collect();
    let mut state = seed.wrapping_mul(0x9E37_79B9_7F4A_7C15) | 1;
    let mut next = move || {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        state as usize
    };
    let mut text = format!("在全县第{seed}次工作会议上的讲话\n同志们：\n");
    for nth in 0..20 {
        if nth % 5 == 0 {
            let numeral = ["一", "二", "三", "四"][nth / 5];
            writeln!(text, "{numeral}、抓好第{nth}件事").expect("a string takes all");
        }
        for _ in 0..20 {
            let clause: String = (0..12).map(|_| words[next() % words.len()]).collect();
            write!(text, "{clause}，").expect("a string takes all");
        }
        text.push_str("要落实。\n");
    }
    text
}
