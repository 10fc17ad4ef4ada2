//! 版式: the built-in house styles, and those of the office.
//!
//! An office's own stand in the library's folder, one file a style: `styles/本单位.toml`.
//! They can be edited by hand, and copied from one library to another. A file that can't be
//! read keeps no other from being used.

use crate::error::Error;
use crate::file;
use crate::library::Library;
use crate::whole_file;
use formats::{HouseStyle, Learned, Limits, learn_style};
use speech::Message;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};

/// The styles that there are.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct HouseStyles {
    /// Those that come with the program, in the order in which they are offered.
    pub built_in: Vec<HouseStyle>,
    /// The office's own, by name.
    pub own: Vec<HouseStyle>,
    /// The files that can't be used.
    pub wrong: Vec<WrongStyle>,
}

/// A file of a house style that can't be used.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WrongStyle {
    /// Its name in the folder `styles`.
    pub file: String,
    /// What is wrong with it.
    pub message: Message,
}

/// The longest name of a style, in characters: it is a file's name, too.
const LONGEST_NAME: usize = 40;

/// What no system's names of files may have.
const NOT_IN_NAMES: [char; 9] = ['/', '\\', ':', '*', '?', '"', '<', '>', '|'];

/// What stands at the top of a file that we write.
const HEAD: &str = "\
# 讲台的版式，可以用记事本改。长度的单位是缇：20 缇是 1 磅，567 缇是 1 厘米。
# 字号的单位是半磅：二号 44，三号 32，四号 28。缩进的单位是百分之一字。
# A house style of Lectern. Lengths are in twips (20 a point), sizes in half-points,
# indents in hundredths of a character.

";

impl HouseStyles {
    /// Those for a library in that folder; the built-in ones where there is none.
    pub fn of(library: &Path) -> Result<Self, Error> {
        let mut styles = Self { built_in: HouseStyle::built_in(), ..Self::default() };
        let mut readable = Vec::new();
        for path in files(&library.join(FOLDER))? {
            match read(&path) {
                Ok(style) => readable.push((file::name(&path), style)),
                Err(Error::WrongStyle { file, message }) => styles.wrong.push(WrongStyle { file, message }),
                Err(error) => {
                    styles.wrong.push(WrongStyle { file: file::name(&path), message: error.message() });
                }
            }
        }
        // Of a file and its copy the one is meant that is called as the style is.
        readable.sort_by_key(|(file, style)| *file != file_name(&style.name));
        for (file, style) in readable {
            if styles.named(&style.name).is_none() {
                styles.own.push(style);
                continue;
            }
            let name = &style.name;
            let message = Message::new(
                format!("name：已经有叫“{name}”的版式"),
                format!("name: there already is a house style “{name}”"),
            );
            styles.wrong.push(WrongStyle { file, message });
        }
        styles.own.sort_by(|one, other| one.name.cmp(&other.name));
        Ok(styles)
    }

    /// The style of that name, or of that Chinese name: `speech`, 讲话稿, 本单位.
    pub fn named(&self, name: &str) -> Option<&HouseStyle> {
        let is_it = |style: &&HouseStyle| style.name == name || style.chinese_name == name;
        self.built_in.iter().chain(&self.own).find(is_it)
    }

    /// The style of that name, or the sentence that there is none.
    ///
    /// # Errors
    /// [`Error::UnknownStyle`] names those that there are; where the file of that name can't
    /// be used, [`Error::WrongStyle`] says why.
    pub fn get(&self, name: &str) -> Result<HouseStyle, Error> {
        if let Some(style) = self.named(name) {
            return Ok(style.clone());
        }
        let file = file_name(name);
        Err(match self.wrong.iter().find(|wrong| wrong.file == file) {
            Some(wrong) => Error::WrongStyle { file, message: wrong.message.clone() },
            None => {
                let all = self.built_in.iter().chain(&self.own).map(called).collect();
                Error::UnknownStyle { name: name.to_owned(), all }
            }
        })
    }
}

impl Library {
    /// The house styles that there are.
    pub fn house_styles(&self) -> Result<HouseStyles, Error> {
        HouseStyles::of(self.folder())
    }

    /// Keeps a style of the office's own, as `styles/NAME.toml`; in the place of the one
    /// called `instead_of`, which is gone then.
    ///
    /// # Errors
    /// [`Error::StyleName`] where the name can't be a file's, or is another style's. Nothing
    /// was changed then.
    pub fn keep_house_style(&self, style: &HouseStyle, instead_of: Option<&str>) -> Result<(), Error> {
        let _lock = self.lock()?;
        let styles = self.house_styles()?;
        let name = style.name.as_str();
        let refused = |why| Error::StyleName { name: name.to_owned(), why };
        if let Some(why) = fault_of_name(name) {
            return Err(refused(why));
        }
        let names = [name, style.chinese_name.as_str()];
        let taken = names
            .into_iter()
            .find(|name| styles.named(name).is_some_and(|there| Some(there.name.as_str()) != instead_of));
        if let Some(taken) = taken {
            return Err(refused(Message::new(
                format!("已经有叫“{taken}”的版式"),
                format!("there already is a house style “{taken}”"),
            )));
        }
        let folder = self.folder().join(FOLDER);
        let old = match instead_of {
            Some(old) => Some(own_file(&folder, &styles, old)?),
            None => None,
        };
        let path = folder.join(file_name(name));
        if old.as_ref() != Some(&path) && path.try_exists().map_err(Error::io(&path))? {
            return Err(refused(Message::new(
                format!("styles 文件夹里已经有 {}", file::name(&path)),
                format!("the folder styles already has {}", file::name(&path)),
            )));
        }
        let toml = style.to_toml().map_err(Error::file(&path))?;
        fs::create_dir_all(&folder).map_err(Error::io(&folder))?;
        whole_file::write(&path, format!("{HEAD}{toml}").as_bytes())?;
        match old {
            Some(old) if old != path => whole_file::remove(&old),
            _ => Ok(()),
        }
    }

    /// Deletes a style of the office's own, and gives it back once more.
    ///
    /// # Errors
    /// [`Error::UnknownStyle`] where there is none, [`Error::BuiltInStyle`] for those that
    /// come with the program.
    pub fn delete_house_style(&self, name: &str) -> Result<HouseStyle, Error> {
        let _lock = self.lock()?;
        let styles = self.house_styles()?;
        let path = own_file(&self.folder().join(FOLDER), &styles, name)?;
        let style = styles.get(name)?;
        whole_file::remove(&path)?;
        Ok(style)
    }
}

/// What a style is asked for by: `speech`（讲话稿）.
fn called(style: &HouseStyle) -> Message {
    let HouseStyle { name, chinese_name, .. } = style;
    let zh = if name == chinese_name { name.clone() } else { format!("{name}（{chinese_name}）") };
    Message::new(zh, name.clone())
}

/// Tells a style from a Word file that the office likes.
pub fn learn_style_file(path: &Path, name: &str, limits: &Limits) -> Result<Learned, Error> {
    let bytes = file::bytes(path, limits)?;
    learn_style(&bytes, name, limits).map_err(Error::file(path))
}

/// Reads a style from a file, wherever it is.
pub fn read_style_file(path: &Path) -> Result<HouseStyle, Error> {
    read(path)
}

/// Where a library keeps them.
const FOLDER: &str = "styles";

/// More than this is no style.
const MOST_BYTES: u64 = 256 * 1024;

fn read(path: &Path) -> Result<HouseStyle, Error> {
    let limits = Limits { file_bytes: MOST_BYTES, ..Limits::default() };
    let bytes = file::bytes(path, &limits)?;
    let text = std::str::from_utf8(&bytes).map_err(|_| Error::WrongStyle {
        file: file::name(path),
        message: Message::new(
            "不是 UTF-8 编码的文本，请另存为 UTF-8",
            "is no text in UTF-8; save it as UTF-8",
        ),
    })?;
    // Windows' own editor begins a file with a mark.
    let text = text.strip_prefix('\u{FEFF}').unwrap_or(text);
    HouseStyle::from_toml(text).map_err(|error| match error {
        formats::Error::HouseStyle { detail } => {
            Error::WrongStyle { file: file::name(path), message: detail }
        }
        other => Error::file(path)(other),
    })
}

/// The files of styles in a folder, by name; none where there is no folder.
fn files(folder: &Path) -> Result<Vec<PathBuf>, Error> {
    let entries = match fs::read_dir(folder) {
        Ok(entries) => entries,
        Err(error) if error.kind() == io::ErrorKind::NotFound => return Ok(Vec::new()),
        Err(error) => return Err(Error::io(folder)(error)),
    };
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.map_err(Error::io(folder))?.path();
        if path.extension().is_some_and(|extension| extension == "toml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The file of an own style: whoever wrote it by hand may have called it something else.
fn own_file(folder: &Path, styles: &HouseStyles, name: &str) -> Result<PathBuf, Error> {
    let style = styles.get(name)?;
    if styles.built_in.contains(&style) {
        return Err(Error::BuiltInStyle { name: name.to_owned() });
    }
    let is_its = |path: &PathBuf| read(path).is_ok_and(|there| there.name == style.name);
    let unknown = || Error::UnknownStyle { name: name.to_owned(), all: Vec::new() };
    let its_own = folder.join(file_name(&style.name));
    let mut files = files(folder)?;
    files.sort_by_key(|path| *path != its_own);
    files.into_iter().find(is_its).ok_or_else(unknown)
}

fn file_name(name: &str) -> String {
    format!("{name}.toml")
}

/// Why a name can't be that of a style.
fn fault_of_name(name: &str) -> Option<Message> {
    if name.trim().is_empty() {
        return Some(Message::new("还没有名字", "it has no name yet"));
    }
    if name.chars().count() > LONGEST_NAME {
        return Some(Message::new(
            format!("名字太长，最多 {LONGEST_NAME} 个字"),
            format!("a name has at most {LONGEST_NAME} characters"),
        ));
    }
    let is_bad = |c: char| c.is_control() || NOT_IN_NAMES.contains(&c);
    if let Some(bad) = name.chars().find(|c| is_bad(*c)) {
        let bad = if bad.is_control() { "⏎".to_owned() } else { bad.to_string() };
        return Some(Message::new(
            format!("名字里不能有“{bad}”"),
            format!("a name can't have “{bad}” in it"),
        ));
    }
    (name.starts_with('.') || name.ends_with('.') || name.trim() != name)
        .then(|| Message::new("名字的头尾不能是点或空格", "a name can't begin or end with a dot or a blank"))
}
