// Every word of the window, in both languages. A missing language does not compile.
import type { Message } from "./bindings";

type Words = { readonly [name: string]: Message | ((...parts: never[]) => Message) | Words };

export const words = {
  lectern: { zh: "讲台", en: "Lectern" },

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
} as const satisfies Words;
