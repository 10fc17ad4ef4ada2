//! Where documents stand: what they are filed under, their collections.

#![allow(clippy::unwrap_used)]

use library::{
    CollectionId, DocumentId, Edit, Error, FilingEdit, ImportOptions, Library, Query, SearchOptions,
};
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

const NOW: SystemTime = UNIX_EPOCH;

fn open(folder: &Path) -> Library {
    Library::open(&folder.join("素材库"), NOW).unwrap()
}

fn import(library: &Library, path: &Path) -> Vec<DocumentId> {
    let mut ids = Vec::new();
    let options = ImportOptions { encoding: None, now: NOW };
    library
        .import(&[path.to_owned()], &options, &mut |file| {
            ids.extend(file.status.document());
            ControlFlow::Continue(())
        })
        .unwrap();
    ids
}

/// A folder with files, each with a text of its own.
fn files(folder: &Path, names: &[&str]) {
    for name in names {
        let path = folder.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        let text = format!("同志们：\n今天开会，主要是安排{name}的工作。\n一、提高认识\n大家要重视。\n");
        fs::write(path, text).unwrap();
    }
}

/// The collections, each with what it stands in and how many documents it has.
fn told(library: &Library) -> String {
    let all = library.collections().unwrap();
    let name = |id: CollectionId| all.iter().find(|one| one.id == id).unwrap().name.clone();
    let told: Vec<String> = all
        .iter()
        .map(|one| {
            let parent = one.parent.map(|parent| format!("{}/", name(parent))).unwrap_or_default();
            format!("{parent}{} {}", one.name, one.documents)
        })
        .collect();
    told.join(", ")
}

#[test]
fn folders_become_collections_and_tell_what_is_in_them() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let root = folder.path().join("历年讲话");
    files(
        &root,
        &["2023年/全县春耕现场会/讲话.txt", "2023年/张明同志在教师节座谈会上的讲话.txt", "旧稿.txt"],
    );
    let ids = import(&library, &root);
    assert_eq!(told(&library), "历年讲话 3, 历年讲话/2023年 2, 2023年/全县春耕现场会 1");
    let about = library.describe(ids[0]).unwrap().about;
    let about = [about.occasion.as_deref(), about.genre.as_deref(), about.domain.as_deref()];
    assert_eq!(about, [Some("全县春耕现场会"), Some("讲话"), Some("三农")]);
    let years: Vec<_> = ids.iter().map(|id| library.describe(*id).unwrap().about.year).collect();
    assert_eq!(years, [Some(2023), Some(2023), None]);
    assert_eq!(library.describe(ids[1]).unwrap().about.speaker.as_deref(), Some("张明"));
    let found = library.search(&Query::read("主要是安排 year:2023"), &SearchOptions::default()).unwrap();
    assert_eq!(found.total, 2);

    // Renamed, and taken out of, by the writer: another import leaves it so.
    let all = library.collections().unwrap();
    let (root_id, year, event) = (all[0].id, all[1].id, all[2].id);
    library.rename_collection(year, "去年").unwrap();
    library.uncollect(year, &[ids[0]]).unwrap();
    files(&root, &["2023年/新稿.txt"]);
    import(&library, &root);
    assert_eq!(told(&library), "历年讲话 4, 历年讲话/去年 2, 去年/全县春耕现场会 0");
    let own = library.new_collection("金句来源", Some(event)).unwrap();
    library.collect(own, &[ids[0], ids[2]]).unwrap();
    assert_eq!(
        told(&library),
        "历年讲话 4, 历年讲话/去年 4, 去年/全县春耕现场会 2, 全县春耕现场会/金句来源 2"
    );
    let collected: Vec<_> = library.collected(own).unwrap().iter().map(|document| document.id).collect();
    assert_eq!(collected, [ids[2], ids[0]]);
    assert_eq!(library.collections_of(ids[2]).unwrap(), [root_id, year, event, own]);
    // Removed, with those in it, and brought back.
    library.remove_collection(event).unwrap();
    assert_eq!(told(&library), "历年讲话 4, 历年讲话/去年 4");
    assert_eq!(library.collections_of(ids[2]).unwrap(), [root_id, year]);
    assert!(matches!(library.collected(event), Err(Error::UnknownCollection { .. })));
    files(&root, &["2023年/全县春耕现场会/又一稿.txt"]);
    import(&library, &root);
    assert_eq!(told(&library), "历年讲话 5, 历年讲话/去年 5", "no import makes it again");
    library.restore_collection(event).unwrap();
    assert_eq!(
        told(&library),
        "历年讲话 5, 历年讲话/去年 5, 去年/全县春耕现场会 3, 全县春耕现场会/金句来源 2"
    );
    let missing = CollectionId::read("c99").unwrap();
    assert!(matches!(library.collected(missing), Err(Error::UnknownCollection { .. })));
    assert!(library.verify().unwrap().is_empty());
}

#[test]
fn a_folder_imported_before_the_one_above_it() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let root = folder.path().join("历年讲话");
    files(&root, &["2023年/甲.txt", "乙.txt"]);
    import(&library, &root.join("2023年"));
    assert_eq!(told(&library), "2023年 1");
    import(&library, &root);
    assert_eq!(told(&library), "历年讲话 2, 历年讲话/2023年 1");
    // A file by itself has no folder.
    files(folder.path(), &["丙.txt"]);
    import(&library, &folder.path().join("丙.txt"));
    assert_eq!(library.collections().unwrap().len(), 2);
}

#[test]
fn many_documents_are_filed_at_once_and_put_back() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let root = folder.path().join("2023");
    files(&root, &["甲.txt", "乙.txt"]);
    let ids = import(&library, &root);
    let holds = |library: &Library| {
        let of = |id: &DocumentId| {
            let about = library.describe(*id).unwrap().about;
            format!("{:?} {:?}", about.year, about.domain.unwrap_or_default())
        };
        ids.iter().map(of).collect::<Vec<_>>().join(", ")
    };
    assert_eq!(holds(&library), "Some(2023) \"\", Some(2023) \"\"");
    let one = FilingEdit { domain: Edit::Say("教育".to_owned()), ..FilingEdit::default() };
    library.file(&ids[..1], &one).unwrap();
    let both = FilingEdit { year: Edit::Say(2019), domain: Edit::Say("党建".to_owned()), ..one.clone() };
    let was = library.file(&ids, &both).unwrap();
    assert_eq!(holds(&library), "Some(2019) \"党建\", Some(2019) \"党建\"");
    let found = |typed: &str| library.search(&Query::read(typed), &SearchOptions::default()).unwrap().total;
    assert_eq!((found("主要是安排 year:2019"), found("主要是安排 year:2023")), (2, 0));

    let filing = open(folder.path()).filing(ids[0]).unwrap();
    assert_eq!(
        (filing.told.year, filing.said.year, filing.holds.year),
        (Some(2023), Edit::Say(2019), Some(2019))
    );
    assert_eq!(filing.said.genre, Edit::AsTold);
    let undone = library.refile(&was).unwrap();
    assert_eq!(holds(&library), "Some(2023) \"教育\", Some(2023) \"\"");
    library.refile(&undone).unwrap();
    assert_eq!(holds(&library), "Some(2019) \"党建\", Some(2019) \"党建\"");
    let none = FilingEdit { year: Edit::Nothing, domain: Edit::AsTold, ..FilingEdit::default() };
    library.file(&ids, &none).unwrap();
    assert_eq!(holds(&library), "None \"\", None \"\"");

    // All or nothing.
    let missing = DocumentId::read("d99").unwrap();
    assert!(matches!(library.file(&[ids[0], missing], &both), Err(Error::UnknownDocument { .. })));
    assert_eq!(holds(&library), "None \"\", None \"\"");
}

#[test]
fn what_the_writer_says_holds_when_the_text_is_read_again() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let root = folder.path().join("2023");
    files(&root, &["甲.txt"]);
    let mut ids = Vec::new();
    let options = ImportOptions { encoding: Some("gbk".to_owned()), now: NOW };
    library
        .import(&[root], &options, &mut |file| {
            ids.extend(file.status.document());
            ControlFlow::Continue(())
        })
        .unwrap();
    let edit = FilingEdit { speaker: Edit::Say("李强".to_owned()), ..FilingEdit::default() };
    library.file(&ids, &edit).unwrap();
    library.reread(ids[0], "utf-8", NOW).unwrap();
    let about = library.describe(ids[0]).unwrap().about;
    assert_eq!((about.speaker.as_deref(), about.year), (Some("李强"), Some(2023)));
}

/// A text of so many sentences, all its own.
fn sentences(seed: u32, n_sentences: usize) -> String {
    let words: Vec<char> =
        "抓实项目推动产业转型优化环境改善民生压实责任提高效率扩大投资培育主体".chars().collect();
    let mut state = seed.wrapping_mul(2_654_435_761) | 1;
    let mut text = String::new();
    for _ in 0..n_sentences {
        for _ in 0..24 {
            state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            text.push(words[(state >> 16) as usize % words.len()]);
        }
        text.push_str("。\n");
    }
    text
}

#[test]
fn drafts_of_one_speech_are_grouped_and_editions_told() {
    let folder = tempfile::tempdir().unwrap();
    let library = open(folder.path());
    let root = folder.path().join("稿子");
    let write = |name: &str, text: &str| {
        let path = root.join(name);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, format!("同志们：\n{text}")).unwrap();
    };
    let (old, own, other) = (sentences(1, 60), sentences(2, 30), sentences(3, 60));
    let half: String = old.lines().take(30).map(|line| format!("{line}\n")).collect();
    write("2023年/大会/1讲话（初稿）.txt", &half);
    write("2023年/大会/2讲话（定稿）.txt", &old);
    // The same but for a sentence: the second draft, taken along under another name.
    write("U盘/3讲话（二稿）.txt", &old.replacen("抓", "紧抓", 2));
    // Half of last year's: a speech of its own.
    write("2024年/大会/4讲话.txt", &(half.clone() + &own));
    write("2024年/别的/5讲话.txt", &other);
    let mut near = Vec::new();
    let options = ImportOptions { encoding: None, now: NOW };
    let mut ids = Vec::new();
    library
        .import(&[root], &options, &mut |file| {
            let id = file.status.document().unwrap();
            ids.push((file.path.file_name().unwrap().to_string_lossy().into_owned(), id));
            near.extend(file.near.map(|near| (id, near.document, near.share > 0.9)));
            ControlFlow::Continue(())
        })
        .unwrap();
    let id = |nth: &str| ids.iter().find(|(name, _)| name.starts_with(nth)).unwrap().1;
    assert_eq!(near, [(id("3"), id("2"), true)]);
    let pairs = library.near_duplicates().unwrap();
    assert_eq!(pairs.iter().map(|pair| (pair.one, pair.other)).collect::<Vec<_>>(), [(id("2"), id("3"))]);
    let groups = library.groups().unwrap();
    assert_eq!(groups.len(), 1);
    assert_eq!(groups[0].documents, [id("2"), id("3"), id("1")]);
}
