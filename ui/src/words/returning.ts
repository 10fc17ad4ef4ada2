// The words of what goes out and comes back: copying, and a draft that came back changed.
import type { By, Message, ReturnedKind } from "../bindings";
import { many } from "./counting";

export const returningWords = {
  returning: {
    title: { zh: "取回修改稿", en: "What came back" },
    lead: (name: string, total: number, tracked: boolean): Message => ({
      zh: tracked
        ? `“${name}”里有 ${total} 处修订。勾上的才采用；一步就能撤销，采用之前的样子留在历次稿里。`
        : `“${name}”没有修订痕迹，和寄出去的稿子比，有 ${total} 处不同。勾上的才采用；一步就能撤销，采用之前的样子留在历次稿里。`,
      en: tracked
        ? `${many(total, "tracked change")} in “${name}”. Only what is ticked is taken; one undo takes it back, and the draft as it was stays among the former versions.`
        : `“${name}” has no tracked changes; beside what went out there are ${many(total, "difference")}. Only what is ticked is taken; one undo takes it back, and the draft as it was stays among the former versions.`,
    }),
    remarksOnly: (name: string): Message => ({
      zh: `“${name}”里没有改动，只有批注。`,
      en: `Nothing is changed in “${name}”; there are only comments.`,
    }),
    nothing: (name: string): Message => ({
      zh: `“${name}”和草稿一样，没有改动，也没有批注。`,
      en: `“${name}” says what the draft says: no changes, no comments.`,
    }),
    kinds: {
      changed: { zh: "改", en: "Changed" },
      added: { zh: "新加", en: "New" },
      removed: { zh: "删去", en: "Gone" },
      moved: { zh: "挪动", en: "Moved" },
      value: { zh: "填空", en: "Field" },
      remark: { zh: "批注", en: "Comment" },
    } satisfies Record<ReturnedKind, Message>,
    field: (label: string): Message => ({ zh: `填空“${label}”：`, en: `Field “${label}”: ` }),
    place: (place: string): Message => ({ zh: `在“${place}”之后：`, en: `After “${place}”: ` }),
    all: { zh: "全选", en: "All" },
    none: { zh: "全不选", en: "None" },
    list: { zh: "改动和批注", en: "Changes and comments" },
    take: (count: number): Message => ({ zh: `采用 ${count} 处`, en: `Take ${count}` }),
    leave: { zh: "都不采用", en: "Take nothing" },
    done: (count: number): Message => ({
      zh: `采用了 ${count} 处改动。`,
      en: `${many(count, "change")} taken.`,
    }),
    before: (name: string): Message => ({ zh: `取回“${name}”之前`, en: `before “${name}” came back` }),
    /** Who and when, as the file has it: its clock is the other machine's. */
    signed: ({ who, when }: By): Message => {
      const time = /^\d{4}-(\d\d)-(\d\d)(?:T(\d\d:\d\d))?/.exec(when ?? "");
      const [, month, day, clock] = time ?? [];
      const zh = [who, time && `${Number(month)}月${Number(day)}日`, clock].filter(Boolean);
      const en = [who, time && `${Number(day)}/${Number(month)}`, clock].filter(Boolean);
      return { zh: zh.join(" "), en: en.join(" ") };
    },
  },

  copying: {
    done: {
      zh: "全文已复制，粘贴到 Word、WPS 里就是这个版式。",
      en: "Copied; pasted into Word or WPS it looks as the house style has it.",
    },
    failed: {
      zh: "没有复制成。可以全选（Ctrl+A）后按 Ctrl+C。",
      en: "It could not be copied; select all (Ctrl+A) and press Ctrl+C.",
    },
  },

  dropped: {
    title: { zh: "拖进来的文件", en: "A file was dropped" },
    question: (name: string): Message => ({
      zh: `“${name}”是正在写的这份草稿改好了回来，还是收进素材库的新文稿？`,
      en: `Is “${name}” this draft, changed and come back, or something new for the library?`,
    }),
    returned: { zh: "取回修改稿", en: "This draft, changed" },
    import: { zh: "收进素材库", en: "New for the library" },
  },
} as const;
