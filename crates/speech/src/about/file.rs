//! What the name of a file and its folders say of the speech in it, where its own text says
//! nothing.
//!
//! ```text
//! 2023年/0318全县春耕现场会/张县长讲话（定稿）.docx
//!        year 2023, occasion 全县春耕现场会, level 县, field of work 三农
//! ```

use super::{About, domain, genre, level_of, occasion, text_of};
use crate::edition::{date_at, edition, stem};
use crate::parse::begins_with_surname;
use crate::speech::{BlockKind, Speech};
use crate::text::{half_width, trim};

/// What a text, the name of its file and its folders, the nearest first, say. The text is
/// asked first, then the name, then the folders.
pub fn about_file(speech: &Speech, name: &str, folders: &[&str]) -> About {
    let text = super::about(speech);
    let title = text_of(speech, BlockKind::Title).join("");
    let bare = edition(name).bare;
    let folders: Vec<&str> = folders.iter().map(|folder| trim(folder)).collect();
    let near = |ask: fn(&str) -> Option<String>| ask(&bare).or_else(|| folders.iter().copied().find_map(ask));
    About {
        occasion: text.occasion.or_else(|| occasion(&bare)).or_else(|| near(event)),
        genre: text.genre.or_else(|| genre(&bare)),
        year: text.year.or_else(|| year(stem(name))).or_else(|| folders.iter().copied().find_map(year)),
        level: text.level.or_else(|| near(level_of)),
        speaker: text.speaker.or_else(|| speaker(&title)).or_else(|| speaker(&bare)),
        domain: text.domain.or_else(|| near(domain::of_words)).or_else(|| domain::of_headings(speech)),
    }
}

/// The year that a name holds: 2023年, 20230318, 2023-03, a folder 2023.
fn year(name: &str) -> Option<i32> {
    let chars: Vec<char> = name.chars().map(half_width).collect();
    if let Some((_, day)) = (0..chars.len()).find_map(|at| date_at(&chars, at)) {
        return Some(day.year);
    }
    let runs = chars.split(|c| !c.is_ascii_digit()).filter(|run| matches!(run.len(), 4 | 6));
    let mut years = runs.filter_map(|run| {
        let year: i32 = run[..4].iter().collect::<String>().parse().ok()?;
        // 202303 is a month, 202356 is a number.
        let month: u32 = run[4..].iter().collect::<String>().parse().unwrap_or(1);
        ((1950..2100).contains(&year) && (1..=12).contains(&month)).then_some(year)
    });
    years.next()
}

/// A name that is an event's: 0318全县春耕现场会, 2023年全县经济工作会议材料.
fn event(name: &str) -> Option<String> {
    const ENDS: [&str; 9] = ["会议", "大会", "会", "活动", "仪式", "典礼", "论坛", "调研", "揭牌"];
    const BODIES: [&str; 10] =
        ["委员会", "协会", "学会", "工会", "商会", "联合会", "基金会", "理事会", "董事会", "社会"];
    const AROUND: [&str; 6] = ["材料", "讲话", "文件", "资料", "相关", "的"];
    let mut name = trim(name);
    while let Some(before) = AROUND.iter().find_map(|word| name.strip_suffix(word)) {
        name = trim(before);
    }
    let is_event =
        ENDS.iter().any(|end| name.ends_with(end)) && !BODIES.iter().any(|body| name.ends_with(body));
    let unnumbered = name.trim_start_matches(|c: char| c.is_ascii_digit() || "-._ 　、（）()".contains(c));
    // 2023年全县大会 keeps its year, 0318全县大会 and 3. 全县大会 lose their number.
    let name = if unnumbered.starts_with(['年', '月']) { name } else { unnumbered };
    (is_event && name.chars().count() > 2).then(|| name.to_owned())
}

/// Who speaks, before 在…上的讲话: 张三同志, 县长张三, 李书记.
fn speaker(title: &str) -> Option<String> {
    const OFFICES: [&str; 22] = [
        "书记",
        "县长",
        "市长",
        "省长",
        "区长",
        "州长",
        "镇长",
        "乡长",
        "主任",
        "局长",
        "部长",
        "主席",
        "董事长",
        "总经理",
        "校长",
        "院长",
        "会长",
        "秘书长",
        "处长",
        "科长",
        "检察长",
        "总裁",
    ];
    const PLACES: [char; 10] = ['省', '市', '县', '区', '州', '镇', '乡', '村', '局', '会'];
    let (before, after) = title.split_once('在').or_else(|| Some((title.strip_suffix("讲话")?, "")))?;
    let name = trim(before.trim_matches(['：', ':', '-', '—', '_', ' ']));
    let n_chars = name.chars().count();
    if !(2..=12).contains(&n_chars) || name.chars().any(|c| c.is_ascii_digit() || "《》，。".contains(c))
    {
        return None;
    }
    if let Some(name) = name.strip_suffix("同志") {
        return (name.chars().count() > 1).then(|| name.to_owned());
    }
    let by_office = OFFICES.iter().any(|office| {
        name.split_once(office).is_some_and(|(who, rest)| {
            // 李书记, or 县长李明; 书记 alone is nobody's name.
            who.chars().count() == 1 && rest.is_empty() || rest.chars().count() > 1
        })
    });
    let by_name = n_chars <= 3
        && begins_with_surname(&name.chars().collect::<Vec<_>>())
        && !name.ends_with(PLACES)
        && ["上的", "时的"].iter().any(|words| after.contains(words));
    (by_office || by_name).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::paragraph::Paragraph;
    use crate::parse::parse;

    /// A text with the path of its file, and what is told: occasion, genre, year, level,
    /// speaker, field of work.
    #[track_caller]
    fn told(text: &str, path: &str, expected: &str) {
        let mut folders: Vec<&str> = path.split('/').rev().collect();
        let name = folders.remove(0);
        let paragraphs: Vec<Paragraph> = text.lines().map(Paragraph::plain).collect();
        let About { occasion, genre, year, level, speaker, domain } =
            about_file(&parse(&paragraphs).speech, name, &folders);
        let year = year.map(|year| year.to_string());
        let all = [occasion, genre, year, level, speaker, domain];
        let told: Vec<String> = all.into_iter().map(|one| one.unwrap_or("-".to_owned())).collect();
        assert_eq!(told.join(" "), expected, "{path}");
    }

    const PLAIN: &str = "同志们：\n今天开会，主要是安排工作。\n一、提高认识\n大家要重视。\n";

    #[test]
    fn the_name_and_the_folders_tell_what_the_text_does_not() {
        told(PLAIN, "2023/0318全县春耕现场会/讲话（定稿）.docx", "全县春耕现场会 讲话 2023 县 - 三农");
        told(
            PLAIN,
            "素材/张明同志在市委党建工作会议上的讲话20240318.doc",
            "市委党建工作会议 讲话 2024 市 张明 党建",
        );
        told(PLAIN, "县长李强在教师节座谈会上的讲话.txt", "教师节座谈会 座谈讲话 - - 县长李强 教育");
        told(PLAIN, "2021年/材料/安全生产会.txt", "安全生产会 - 2021 - - 安全生产");
        told(PLAIN, "公司工会/201906/未命名.docx", "- - 2019 企业 - 群团");
    }

    #[test]
    fn the_text_is_asked_first() {
        let text = "在2020年全县经济工作会议上的讲话\n县长　王明\n同志们：\n今天开会。\n";
        told(text, "2023/全市教育大会/李强讲话.docx", "2020年全县经济工作会议 讲话 2020 县 县长　王明 经济");
    }

    #[test]
    fn what_nobody_says_is_left_out() {
        told(PLAIN, "新建文件夹/123456.docx", "- - - - - -");
        told(PLAIN, "安康市在发展/讲话.docx", "- 讲话 - - - -");
        told(PLAIN, "经济学会/稿.docx", "- - - - - 经济");
    }

    #[test]
    fn headings_tell_the_field_of_work_where_most_speak_of_it() {
        let text =
            "同志们：\n一、抓好粮食生产\n要抓紧。\n二、推进乡村振兴\n要用力。\n三、强化保障\n要到位。\n";
        told(text, "稿.txt", "- - - - - 三农");
        told("同志们：\n一、抓好粮食生产\n要抓紧。\n二、办好教育\n要用力。\n", "稿.txt", "- - - - - -");
    }
}
