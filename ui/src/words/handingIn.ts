// The words of handing in beside the one file: several at once, what files are called, paper.
import type { Message } from "../bindings";
import { many } from "./counting";

export const handingInWords = {
  exportMany: {
    title: { zh: "导出多篇", en: "Export several" },
    lead: (style: Message): Message => ({
      zh: `勾上的草稿各写一个文件，放进一个文件夹；版式是“${style.zh}”，已有的文件不会被盖掉。`,
      en: `Each ticked draft becomes a file in one folder, in the style “${style.en}”; no file is written over.`,
    }),
    list: { zh: "草稿", en: "Drafts" },
    none: { zh: "还没有草稿。", en: "There are no drafts yet." },
    endings: { docx: "Word", pdf: "PDF", txt: "txt", md: "Markdown" },
    format: { zh: "写成", en: "As" },
    choose: (count: number): Message => ({
      zh: `选文件夹，导出 ${count} 篇…`,
      en: `Choose a folder for ${count}…`,
    }),
    running: (done: number, total: number): Message => ({
      zh: `正在导出：${done} / ${total} 篇`,
      en: `Exporting ${done} of ${total}`,
    }),
    stop: { zh: "停下", en: "Stop" },
    done: (count: number, asked: number, folder: string): Message => ({
      zh:
        count === asked
          ? `${count} 篇都写进了“${folder}”。`
          : `${asked} 篇里写了 ${count} 篇，在“${folder}”。`,
      en:
        count === asked
          ? `${many(count, "file")} in “${folder}”.`
          : `${count} of ${asked} are in “${folder}”.`,
    }),
    left: (count: number): Message => ({ zh: `还有 ${count} 个空没填`, en: `${many(count, "field")} open` }),
  },

  fileName: {
    name: { zh: "文件名", en: "File name" },
    hint: {
      zh: "可以用 {年} {月} {日} {标题} {稿次}；不知道的那一项，连同它的括号一起省去。",
      en: "May hold {年} {月} {日} {标题} {稿次}: year, month, day, title, version. What is unknown is left out with its brackets.",
    },
    example: (name: string): Message => ({ zh: `例如：${name}.docx`, en: `For example: ${name}.docx` }),
    usualPattern: "{年}{月}{日} {标题}（{稿次}）",
    usual: { zh: "用平常的", en: "The usual one" },
  },
} as const;
