// The words of the sheet and of what is done to the draft on it: its outline, its origins, its
// former versions, finding and replacing.
import type { Change, Message } from "../bindings";
import { many } from "./counting";
import { dayWords } from "./days";

export const draftWords = {
  sheet: {
    draft: (title: string): Message => ({ zh: `草稿：${title}`, en: `Draft: ${title}` }),
    document: (title: string): Message => ({ zh: `只读：${title}`, en: `Read only: ${title}` }),
    title: { zh: "标题", en: "Title" },
    paragraph: { zh: "正文", en: "Text" },
    notStored: (title: string): Message => ({
      zh: `“${title}”有改动没有存上，所以没有关。`,
      en: `“${title}” has changes that could not be stored, so it stays open.`,
    }),
    closeAnyway: { zh: "不存，关闭", en: "Close without storing" },
    storingFailed: (detail: string): Message => ({
      zh: `存不上：${detail}`,
      en: `It could not be stored: ${detail}`,
    }),
  },

  occasion: {
    title: { zh: "场合", en: "Occasion" },
    lead: {
      zh: "都可以不填。填了日期，才查得出过时的年份、届次；填了时长，才知道讲不讲得完；填了听众，才知道他们听没听过。",
      en: "All optional. The date tells what is stale, the minutes whether it fits, the audience whether they have heard it.",
    },
    date: { zh: "哪天讲", en: "Date" },
    minutes: { zh: "讲多久", en: "Length" },
    unit: { zh: "分钟", en: "minutes" },
    audience: { zh: "讲给谁", en: "Audience" },
    audienceHint: { zh: "如 全县三级干部", en: "e.g. 全县三级干部" },
    keep: { zh: "保存", en: "Save" },
    unknown: { zh: "还没有写上哪天讲", en: "Its day is not set" },
    told: (date: string | null, minutes: number | null, audience: string | null): Message => {
      const zh = [date && dayWords.days.written(date).zh, minutes && `${minutes} 分钟`, audience].filter(
        Boolean,
      );
      const en = [date, minutes && `${minutes} min`, audience].filter(Boolean);
      return { zh: zh.join(" · "), en: en.join(" · ") };
    },
    change: { zh: "改", en: "Change" },
    set: { zh: "写上", en: "Set it" },
  },

  history: {
    title: { zh: "历次稿", en: "Former versions" },
    list: { zh: "版本", en: "Versions" },
    last: { zh: "现在", en: "Now" },
    name: { zh: "这一版叫", en: "Called" },
    nameHint: { zh: "起个名字", en: "a name" },
    names: ["一稿", "二稿", "征求意见稿", "送审稿", "定稿"],
    inline: { zh: "合在一起", en: "In one" },
    beside: { zh: "左右对照", en: "Side by side" },
    with: { zh: "和谁比", en: "With" },
    two: { zh: "两版相比", en: "The two compared" },
    sameTwo: { zh: "这两版一样。", en: "The two are the same." },
    compared: { zh: "与现在的稿子相比", en: "Compared with the draft as it is" },
    none: { zh: "和现在的稿子一样。", en: "The same as the draft is now." },
    change: {
      same: { zh: "", en: "" },
      changed: { zh: "改过", en: "changed" },
      moved: { zh: "挪过", en: "moved" },
      added: { zh: "新加", en: "new" },
      removed: { zh: "删去", en: "gone" },
    } satisfies Record<Change, Message>,
    block: { zh: "恢复这一段", en: "Restore it" },
    restore: { zh: "恢复这一版", en: "Restore this version" },
    restored: { zh: "恢复了以前的一版。", en: "A former version was restored." },
    blockBack: { zh: "这一段已恢复到现在的稿子里。", en: "The draft has the paragraph as it was." },
    blockSame: { zh: "现在的稿子里，这一段就是这样。", en: "The draft has the paragraph so already." },
  },

  seeking: {
    name: { zh: "在稿子里查找、替换", en: "Find and replace in the draft" },
    sought: { zh: "查找", en: "Find" },
    put: { zh: "替换为", en: "Replace with" },
    places: (at: number, count: number): Message =>
      count === 0 ? { zh: "没有", en: "none" } : { zh: `${at} / ${count} 处`, en: `${at} / ${count}` },
    previous: { zh: "上一处", en: "Previous" },
    next: { zh: "下一处", en: "Next" },
    one: { zh: "替换", en: "Replace" },
    all: { zh: "全部替换", en: "Replace all" },
    replaced: (count: number): Message => ({ zh: `替换了 ${count} 处。`, en: `${count} replaced.` }),
  },

  comparing: {
    title: { zh: "和素材库比一比", en: "Beside the library" },
    compare: { zh: "比一比", en: "Compare" },
    again: { zh: "再比一次", en: "Again" },
    busy: { zh: "正在比…", en: "Comparing…" },
    share: (share: number): Message => ({ zh: `相同 ${share}%`, en: `${share}% the same` }),
    none: { zh: "素材库里没有哪一篇和它有多少相同。", en: "No document of the library shares much with it." },
    hint: {
      zh: "看本稿和哪几篇旧稿说得一样：每一部分相同多少，相同的话标在稿纸上。套话和数字不算；两篇各写各的，一般不到百分之五。",
      en: "Which speeches say the same, in which sections, with the wording marked on the sheet. Stock phrases and figures don’t count; independent speeches share less than 5%.",
    },
  },

  origins: {
    told: (sources: number, own: number): Message => ({
      zh: `取自 ${sources} 篇 · 本稿新写 ${own}%`,
      en: `from ${many(sources, "source")} · ${own}% written here`,
    }),
    own: (own: number): Message => ({ zh: `本稿新写 ${own}%`, en: `${own}% written here` }),
    list: { zh: "取自哪里", en: "Taken from" },
    share: (share: number): Message => ({ zh: `占本稿 ${share}%`, en: `${share}% of the draft` }),
    left: (left: number): Message => ({ zh: `原文还剩 ${left}%`, en: `${left}% of it left` }),
    places: (count: number): Message => ({ zh: `${count} 段`, en: many(count, "block") }),
    next: { zh: "看下一处", en: "Next place" },
    open: { zh: "打开原文", en: "Open the source" },
    press: { zh: "按一下，放到旁边看", en: "press to lay it beside" },
    gone: { zh: "一篇已不在素材库里的稿子", en: "A document that is no longer in the library" },
    none: { zh: "都是自己写的", en: "All of it was written here" },
    noneMore: {
      zh: "从素材里取用的段落，在这里列出取自哪一篇、还剩多少是原文。",
      en: "What is taken over from the library is listed here, with how much of it is left.",
    },
    noDraft: { zh: "还没有打开草稿", en: "No draft is open" },
    readOnly: {
      zh: "素材本身没有出处。照它起草以后，这里记着哪些是取来的。",
      en: "Material has no origins; a draft from it has.",
    },
  },

  outline: {
    label: { zh: "各部分", en: "Sections" },
    noDraft: { zh: "还没有打开稿子", en: "No speech is open" },
    noDraftMore: {
      zh: "打开一篇，这里列出它的各个部分，可以拖动调整先后。",
      en: "Open one: its sections are listed here, and can be dragged into another order.",
    },
    noHeadings: { zh: "没有小标题", en: "No headings" },
    noHeadingsMore: {
      zh: "把光标放在一行上，按 Ctrl+1 到 Ctrl+4 设为小标题。",
      en: "Put the cursor into a line and press Ctrl+1 to Ctrl+4 to make one.",
    },
    noHeadingsHere: { zh: "这篇是一气写下来的。", en: "This one is written in one go." },
    take: { zh: "取用", en: "Take" },
    takeSection: (heading: string) => ({ zh: `取用“${heading}”`, en: `Take “${heading}”` }),
    readOnly: {
      zh: "这是素材，不能改。可以取用其中的部分，或照它起草。",
      en: "Material is not edited. Take a section, or draft from it.",
    },
    minutes: (tenths: number) => ({
      zh: `${(tenths / 10).toFixed(1)} 分`,
      en: `${(tenths / 10).toFixed(1)} min`,
    }),
    untitled: { zh: "（没有文字）", en: "(no words)" },
    tools: { zh: "这一节", en: "This section" },
    up: { zh: "上移", en: "Move up" },
    down: { zh: "下移", en: "Move down" },
    higher: { zh: "升一级", en: "One level higher" },
    deeper: { zh: "降一级", en: "One level deeper" },
    join: { zh: "并入上一节：小标题变成正文", en: "Join to the one before: its heading becomes text" },
    remove: { zh: "删去这一节", en: "Take the section out" },
    exchanged: (heading: string): Message => ({
      zh: `换掉了“${heading}”。`,
      en: `“${heading}” was exchanged.`,
    }),
    removed: (heading: string): Message => ({
      zh: `删去了“${heading}”。`,
      en: `“${heading}” was taken out.`,
    }),
    undo: { zh: "撤销", en: "Undo" },
    keys: {
      zh: "拖动或 Alt+↑↓ 移动，Alt+←→ 升降级，←→ 折叠，退格并入上一节，Delete 删去",
      en: "Drag or Alt+↑↓ moves, Alt+←→ changes the level, ←→ folds, Backspace joins, Delete takes out",
    },
    keysReadOnly: {
      zh: "↑↓ 走动，←→ 折叠，空格选上，Shift+回车取用",
      en: "↑↓ walks, ←→ folds, Space chooses, Shift+Enter takes",
    },
  },
} as const;
