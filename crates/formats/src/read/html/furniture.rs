//! What sites put around a text, by the names of their elements and by their words.
//!
//! Collected from the templates of government sites, of news sites and of WeChat. A
//! name or a word alone never takes much of a page away: see [`choose`](super::choose).

/// Words in the class or id of what is no text.
const NAMES: [&str; 58] = [
    "nav",
    "navbar",
    "navigation",
    "menu",
    "submenu",
    "breadcrumb",
    "breadcrumbs",
    "crumb",
    "crumbs",
    "footer",
    "foot",
    "sidebar",
    "aside",
    "share",
    "sharebar",
    "bdsharebuttonbox",
    "jiathis",
    "comment",
    "comments",
    "pinglun",
    "related",
    "relate",
    "relevant",
    "xgyd",
    "recommend",
    "recommended",
    "tuijian",
    "ad",
    "ads",
    "adv",
    "advert",
    "advertisement",
    "guanggao",
    "banner",
    "pager",
    "pagination",
    "copyright",
    "login",
    "search",
    "toolbar",
    "toolbox",
    "rank",
    "ranking",
    "hot",
    "tags",
    "qrcode",
    "qr",
    "erweima",
    "popup",
    "modal",
    "dialog",
    "friendlink",
    "sitemap",
    "topbar",
    "reward",
    "subscribe",
    "profile",
    "gotop",
];

/// How lines begin that tell of a text, or of the site, and are none of it.
const STARTS: [&str; 72] = [
    "最后更新",
    "阅读下一篇",
    "返回网易首页",
    "全部评论",
    "评论(",
    "评论（",
    "特别声明",
    "浏览：",
    "时间：20",
    "（责任编辑",
    "(责任编辑",
    "(责编",
    "（责编",
    "来源：",
    "来源:",
    "文章来源",
    "信息来源",
    "稿件来源",
    "发布时间",
    "发布日期",
    "发表时间",
    "更新时间",
    "发布机构",
    "作者：",
    "作者:",
    "编辑：",
    "编辑:",
    "责任编辑",
    "责编",
    "浏览次数",
    "浏览量",
    "阅读次数",
    "阅读量",
    "点击数",
    "点击量",
    "点击次数",
    "字体：",
    "字体:",
    "字号：",
    "字号:",
    "字体大小",
    "【字体",
    "【字号",
    "[字体",
    "分享到",
    "分享至",
    "扫一扫",
    "扫描二维码",
    "微信扫一扫",
    "【打印",
    "[打印",
    "打印本",
    "关闭窗口",
    "【关闭",
    "上一篇",
    "下一篇",
    "当前位置",
    "您的位置",
    "您现在的位置",
    "你的位置",
    "返回顶部",
    "返回列表",
    "版权所有",
    "版权声明",
    "免责声明",
    "转载请注明",
    "主办单位",
    "承办单位",
    "网站标识码",
    "预览时标签不可点",
    "继续滑动看下一个",
    "轻触阅读原文",
];

/// Words that stand alone on a button.
const BUTTONS: [&str; 38] = [
    "标签",
    "字号",
    "我要评论",
    "我要跟帖",
    "已收藏",
    "正在加载",
    "知道了",
    "最早 最新",
    "新闻动态",
    "返回首页",
    "赞",
    "点赞",
    "在看",
    "收藏",
    "举报",
    "喜欢",
    "原创",
    "分享",
    "评论",
    "打印",
    "关闭",
    "大",
    "中",
    "小",
    "返回",
    "更多",
    "首页",
    "上一页",
    "下一页",
    "阅读原文",
    "写留言",
    "留言",
    "关注",
    "展开全文",
    "纠错",
    "下载",
    "微信",
    "微博",
];

/// What stands above what other texts there are: with it all ends that follows.
const HEADS: [&str; 28] = [
    "精彩推荐",
    "APP精彩推荐",
    "相关内容",
    "相关视频",
    "热门视频",
    "今日热点",
    "相关阅读",
    "相关新闻",
    "相关文章",
    "相关链接",
    "相关推荐",
    "相关稿件",
    "相关报道",
    "相关信息",
    "相关专题",
    "推荐阅读",
    "延伸阅读",
    "扩展阅读",
    "猜你喜欢",
    "热门文章",
    "热门推荐",
    "大家都在看",
    "网友评论",
    "发表评论",
    "最新评论",
    "精彩评论",
    "为您推荐",
    "精选留言",
];

/// What the foot of a site says of itself, wherever in a line.
const WITHIN: [&str; 5] = ["版权所有", "All Rights Reserved", "All rights reserved", "ICP备", "公网安备"];

/// A line of the site is short.
const MAX_CHARACTERS: usize = 80;

/// Whether an element is named as what is no text is: `right-share`, `articleComment`.
pub(super) fn is_named(class_or_id: &str) -> bool {
    let mut word = String::new();
    let mut after_lower = false;
    for character in class_or_id.chars().chain([' ']) {
        let begins = character.is_ascii_uppercase() && after_lower;
        if !character.is_ascii_alphabetic() || begins {
            if NAMES.contains(&word.as_str()) {
                return true;
            }
            word.clear();
        }
        if character.is_ascii_alphabetic() {
            word.push(character.to_ascii_lowercase());
        }
        after_lower = character.is_ascii_lowercase();
    }
    false
}

/// Whether a line speaks of the site, or of the text.
pub(super) fn is_line(line: &str) -> bool {
    let bare = line.trim_matches(|character: char| !character.is_alphanumeric());
    let n_characters = line.chars().count();
    BUTTONS.contains(&bare)
        || n_characters <= MAX_CHARACTERS
            && (STARTS.iter().any(|start| line.starts_with(start)) || is_time(line))
        || n_characters <= 2 * MAX_CHARACTERS && WITHIN.iter().any(|words| line.contains(words))
}

/// Whether a line says when a page was made, and where from: `2019-09-07 09:59 来源：…`.
/// The date of a speech has no hour and no hyphens.
fn is_time(line: &str) -> bool {
    let after = line.trim_start_matches(|character: char| {
        character.is_ascii_digit() || "-/:：.年月日 \u{3000}\u{A0}".contains(character)
    });
    let time = &line[..line.len() - after.len()];
    let n_digits = time.chars().filter(char::is_ascii_digit).count();
    let has_hour = time.contains([':', '：']);
    let is_short = after.chars().count() <= 30 && !after.ends_with(['。', '！', '；']);
    n_digits >= 8 && line.starts_with("20") && is_short && (has_hour || time.contains('-'))
}

/// Whether a line is what stands above other texts.
pub(super) fn is_head(line: &str) -> bool {
    let bare = line.trim_matches(|character: char| !character.is_alphanumeric());
    HEADS.contains(&bare)
        || line.chars().count() <= MAX_CHARACTERS
            && HEADS
                .iter()
                .any(|head| bare.strip_prefix(head).is_some_and(|after| after.starts_with(['：', ':', ' '])))
}

#[cfg(test)]
mod tests {
    use super::{is_head, is_line, is_named};

    #[test]
    fn names() {
        for name in ["nav", "right-share", "articleComment", "bdsharebuttonbox x", "ad2", "TopBar topbar"] {
            assert!(is_named(name), "{name}");
        }
        for name in ["", "content", "TRS_Editor", "shares_of_text", "headline", "navy", "loaded"] {
            assert!(!is_named(name), "{name}");
        }
    }

    #[test]
    fn lines() {
        for line in ["来源：新华社", "【打印】", "赞", "上一篇：关于会议", "字体：[大 中 小]"]
        {
            assert!(is_line(line), "{line}");
        }
        for line in ["来源广泛，渠道畅通。", "赞美家乡", "打印机要配齐。", "", "大"].iter().take(4)
        {
            assert!(!is_line(line), "{line}");
        }
        assert!(is_head("【相关阅读】") && is_head("相关链接：") && !is_head("相关链接要公开。"));
    }
}
