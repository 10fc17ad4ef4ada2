// The words of filing and of the files behind the documents.
import type { Message } from "../bindings";

export const libraryWords = {
  filing: {
    title: (count: number): Message =>
      count === 1
        ? { zh: "归类", en: "Filing" }
        : { zh: `给 ${count} 篇归类`, en: `Filing ${count} documents` },
    lead: {
      zh: "已经从题目、署名、文件名和文件夹认出来的都填好了，可以改；没动过的不变。",
      en: "What title, byline, file and folder tell is filled in and can be changed; what you don’t touch stays.",
    },
    entries: {
      occasion: { zh: "场合", en: "Occasion" },
      genre: { zh: "文种", en: "Kind" },
      year: { zh: "年份", en: "Year" },
      level: { zh: "层级", en: "Level" },
      speaker: { zh: "讲话人", en: "Speaker" },
      domain: { zh: "领域", en: "Field" },
    },
    several: { zh: "（各不相同）", en: "(several)" },
    asTold: { zh: "按认出来的", en: "As told" },
    back: (told: string): Message => ({ zh: `改回“${told}”`, en: `Back to “${told}”` }),
    keep: { zh: "归类", en: "File" },
    done: (count: number): Message => ({ zh: `归类了 ${count} 篇。`, en: `${count} filed.` }),
    chosen: (count: number): Message => ({ zh: `选了 ${count} 篇`, en: `${count} chosen` }),
    clear: { zh: "取消选择", en: "Clear" },
  },

  following: {
    title: { zh: "跟随的文件夹", en: "Folders that are followed" },
    lead: {
      zh: "文件夹里新的、改过的文件会自动收进素材库；在那边删掉的，这里只做记号，不会删。",
      en: "New and changed files come in by themselves; what is deleted there is only marked here.",
    },
    none: { zh: "还没有跟随的文件夹。", en: "No folder is followed." },
    add: { zh: "跟随一个文件夹…", en: "Follow a folder…" },
    remove: { zh: "不再跟随", en: "Follow no longer" },
    brought: (count: number): Message => ({
      zh: `跟随的文件夹里收进了 ${count} 篇。`,
      en: `${count} came in from the folders that are followed.`,
    }),
  },

  collections: {
    name: { zh: "文集", en: "Collection" },
    all: { zh: "全部文集", en: "All collections" },
    in: (name: string, count: number): Message => ({ zh: `${name}（${count}）`, en: `${name} (${count})` }),
    more: { zh: "这个文集", en: "This collection" },
    rename: { zh: "改名", en: "Rename" },
    remove: { zh: "移除文集", en: "Remove the collection" },
    removed: (name: string): Message => ({
      zh: `移除了文集“${name}”，里面的文稿都还在素材库。`,
      en: `“${name}” is removed; its documents stay in the library.`,
    }),
    restore: { zh: "恢复", en: "Bring it back" },
    empty: { zh: "文集里没有这一类", en: "None of this kind in the collection" },
    emptyHint: { zh: "看别的类别，或者选“全部文集”。", en: "Look at another kind, or at all collections." },
  },

  original: {
    encoding: { zh: "换一种编码重读", en: "Read again in another encoding" },
    lead: {
      zh: "文字成了乱码，多半是编码认错了。选一种重读；已经取用的不受影响。",
      en: "Garbled words are as a rule a wrong encoding. Choose another; what was taken stays.",
    },
    encodings: {
      gb18030: { zh: "简体（GB18030、GBK）", en: "Simplified (GB18030, GBK)" },
      "utf-8": { zh: "UTF-8", en: "UTF-8" },
      big5: { zh: "繁体（Big5）", en: "Traditional (Big5)" },
      "utf-16le": { zh: "UTF-16，低位在前", en: "UTF-16, little-endian" },
      "utf-16be": { zh: "UTF-16，高位在前", en: "UTF-16, big-endian" },
    },
    read: { zh: "重读", en: "Read again" },
    done: { zh: "按新的编码重读了。", en: "It was read again." } satisfies Message,
  },
} as const;
