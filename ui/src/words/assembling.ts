// The words of beginning a draft and of making borrowed parts one's own.
import type { Message, ReasonRow } from "../bindings";
import { many } from "./counting";

const minutes = (tenths: number): string => (tenths / 10).toFixed(1);

export const assemblingWords = {
  planning: {
    title: { zh: "按场合起草", en: "New draft for an occasion" },
    occasion: { zh: "什么场合", en: "Occasion" },
    occasionHint: { zh: "如 全县经济工作会议", en: "e.g. 全县经济工作会议" },
    genre: { zh: "文种", en: "Kind" },
    genreHint: { zh: "如 动员讲话", en: "e.g. 动员讲话" },
    genres: [
      "讲话",
      "动员讲话",
      "总结讲话",
      "致辞",
      "主持词",
      "工作报告",
      "述职报告",
      "表态发言",
      "交流发言",
      "演讲",
    ],
    speaker: { zh: "谁讲", en: "Speaker" },
    speakerHint: { zh: "如 县长　张三", en: "e.g. 县长　张三" },
    audience: { zh: "讲给谁", en: "Audience" },
    date: { zh: "哪天讲", en: "Date" },
    minutes: { zh: "讲多久", en: "Length" },
    unit: { zh: "分钟", en: "min" },
    skeletons: { zh: "照谁的骨架", en: "Along which skeleton" },
    blank: { zh: "不用骨架", en: "No skeleton" },
    blankMore: { zh: "只写好题目、署名和日期", en: "Title, byline and date alone" },
    reasons: {
      occasion: { zh: "同一场合", en: "same occasion" },
      genre: { zh: "同一文种", en: "same kind" },
      speaker: { zh: "同一讲话人", en: "same speaker" },
    } satisfies Record<ReasonRow, Message>,
    length: (tenths: number): Message => ({ zh: `${minutes(tenths)} 分钟`, en: `${minutes(tenths)} min` }),
    preview: { zh: "骨架", en: "Skeleton" },
    part: { zh: "部分", en: "Section" },
    withText: { zh: "带文字", en: "With text" },
    allText: { zh: "全部带文字", en: "All with text" },
    was: { zh: "原来", en: "Was" },
    aim: { zh: "打算", en: "Aim" },
    opening: { zh: "开头", en: "Opening" },
    openingBare: { zh: "开头（只取称呼）", en: "Opening (salutation alone)" },
    closing: { zh: "结束语", en: "Closing" },
    take: (part: string): Message => ({ zh: `要“${part}”`, en: `Take “${part}”` }),
    textOf: (part: string): Message => ({ zh: `“${part}”带文字`, en: `“${part}” with its text` }),
    nothing: {
      zh: "题目、署名、日期写在稿纸上，各部分自己来写。",
      en: "Title, byline and date stand on the sheet; the sections are yours to write.",
    },
    begin: { zh: "起草", en: "Make the draft" },
    aimed: (tenths: number, aim: number): Message => ({
      zh: `${minutes(tenths)} / ${minutes(aim)} 分`,
      en: `${minutes(tenths)} / ${minutes(aim)} min`,
    }),
    aimedLong: (tenths: number, aim: number): Message => ({
      zh: `现在 ${minutes(tenths)} 分钟，打算讲 ${minutes(aim)} 分钟`,
      en: `${minutes(tenths)} minutes now, ${minutes(aim)} aimed at`,
    }),
  },

  picking: {
    pick: (heading: string): Message => ({ zh: `选上“${heading}”`, en: `Choose “${heading}”` }),
    count: (sections: number, documents: number): Message => ({
      zh: `选了 ${sections} 个部分${documents > 1 ? `（${documents} 篇）` : ""}`,
      en: `${many(sections, "section")} chosen${documents > 1 ? ` (${documents} documents)` : ""}`,
    }),
    begin: { zh: "新草稿", en: "New draft" },
    take: { zh: "取用", en: "Take" },
    clear: { zh: "取消选择", en: "Clear" },
    taken: (count: number): Message => ({
      zh: `取用了 ${count} 个部分。`,
      en: `${many(count, "section")} taken.`,
    }),
  },

  facts: {
    title: { zh: "常用数据", en: "The office’s own facts" },
    short: { zh: "常用数据…", en: "Own facts…" },
    lead: {
      zh: "县名、书记、江河、上年数据……存一次，各篇草稿里名称相近的空都能填，填的时候也会列出来。",
      en: "Names, people, rivers, last year’s figures: kept once, offered for fields of a like label in every draft.",
    },
    label: { zh: "名称", en: "Label" },
    labelHint: { zh: "如 县名", en: "e.g. 县名" },
    value: { zh: "内容", en: "Value" },
    valueOf: (label: string): Message => ({
      zh: `${label || "这一条"}的内容`,
      en: `Value of ${label || "this line"}`,
    }),
    remove: (label: string): Message => ({
      zh: `去掉“${label || "这一条"}”`,
      en: `Remove “${label || "this line"}”`,
    }),
    add: { zh: "再加一条", en: "One more" },
    bring: { zh: "从数据表添…", en: "From a data sheet…" },
    fill: { zh: "保存，并填这篇草稿…", en: "Save, and fill this draft…" },
    keep: { zh: "保存", en: "Save" },
    kept: (label: string): Message => ({
      zh: `“${label}”记进了常用数据。`,
      en: `“${label}” is kept with the office’s own facts.`,
    }),
  },

  offers: {
    list: (label: string): Message => ({ zh: `“${label}”可以填`, en: `Values for “${label}”` }),
    fact: { zh: "常用数据", en: "own facts" },
    draft: (title: string): Message => ({ zh: `《${title}》`, en: `“${title}”` }),
    take: (value: string, from: string): Message => ({
      zh: `填“${value}”，${from}`,
      en: `Fill “${value}”, ${from}`,
    }),
    leave: { zh: "留空", en: "Leave empty" },
    leaveTip: { zh: "这一项留空，不再问", en: "Nothing stands there, and it is not asked for again" },
    left: { zh: "留空", en: "left empty" },
    ask: { zh: "还要填", en: "Ask again" },
    remember: { zh: "存为常用", en: "Keep it" },
    rememberTip: { zh: "记进常用数据，别的草稿也能填", en: "Keep it with the office’s own facts" },
    merged: (label: string, other: string): Message => ({
      zh: `“${other}”并进了“${label}”。`,
      en: `“${other}” was merged into “${label}”.`,
    }),
    drag: { zh: "拖到另一项上，两项合成一项", en: "Drag it onto another to merge the two" },
  },

  sources: {
    pane: { zh: "旁边的文稿", en: "Beside the sheet" },
    width: { zh: "旁边的文稿的宽度", en: "Width of what lies beside the sheet" },
    open: { zh: "放在旁边的", en: "Lying beside the sheet" },
    lay: { zh: "放旁边", en: "Beside" },
    close: (title: string): Message => ({ zh: `拿走《${title}》`, en: `Take “${title}” away` }),
    away: { zh: "收起", en: "Put away" },
    one: { zh: "只看一篇", en: "One in view" },
    two: { zh: "上下看两篇", en: "Two in view" },
    none: { zh: "旁边还没有文稿", en: "Nothing lies beside the sheet" },
    noneMore: {
      zh: "在左边的列表里按 Ctrl+回车，或在搜到的段落上按 Ctrl+Alt+回车，就放到旁边。",
      en: "Ctrl+Enter in the list at the left, or Ctrl+Alt+Enter on a passage, lays one here.",
    },
    seek: { zh: "找", en: "Find" },
    seekIn: (title: string): Message => ({ zh: `在《${title}》里找`, en: `Find in “${title}”` }),
    found: (at: number, count: number): Message =>
      count === 0
        ? { zh: "没有", en: "none" }
        : { zh: `${at || "–"} / ${count}`, en: `${at || "–"} / ${count}` },
    lines: (title: string): Message => ({
      zh: `《${title}》：↑↓ 走动，←→ 到小标题，回车取用，Shift+回车取用整节`,
      en: `“${title}”: ↑↓ walks, ←→ goes by headings, Enter takes, Shift+Enter the section`,
    }),
    whole: { zh: "整页打开", en: "Open as a page" },
  },

  borrowed: {
    title: { zh: "原稿的自称", en: "What the source calls its own" },
    found: (count: number): Message => ({
      zh: `取来的部分里有 ${count} 处还是原稿的自称。`,
      en: `${count} words of what was taken are still the source’s own.`,
    }),
    look: { zh: "看一看", en: "Look" },
    nothing: {
      zh: "取来的部分里没有原稿的自称。要认得出来，先在设置里写上我们的地方和单位。",
      en: "Nothing that was taken calls itself otherwise. Own names in the settings help to tell.",
    },
    old: { zh: "原稿", en: "Source" },
    fresh: { zh: "改为", en: "Becomes" },
    done: (count: number): Message => ({ zh: `改了 ${count} 处。`, en: `${count} changed.` }),
  },
} as const;
