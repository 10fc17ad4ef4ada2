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

  borrowed: {
    title: { zh: "原稿的自称", en: "What the source calls its own" },
    found: (count: number): Message => ({
      zh: `取来的部分里有 ${count} 处还是原稿的自称。`,
      en: `${count} words of what was taken are still the source’s own.`,
    }),
    look: { zh: "看一看", en: "Look" },
    list: (count: number, ticked: number): Message => ({
      zh: `找到 ${count} 处，勾上的 ${ticked} 处会改；一步就能撤销。`,
      en: `${count} found; the ${ticked} ticked will be changed, and one undo takes it back.`,
    }),
    nothing: {
      zh: "取来的部分里没有原稿的自称。要认得出来，先在设置里写上我们的地方和单位。",
      en: "Nothing that was taken calls itself otherwise. Own names in the settings help to tell.",
    },
    old: { zh: "原稿", en: "Source" },
    fresh: { zh: "改为", en: "Becomes" },
    done: (count: number): Message => ({ zh: `改了 ${count} 处。`, en: `${count} changed.` }),
  },
} as const;
