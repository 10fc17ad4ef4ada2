// The words of filing and of the files behind the documents.
import type { Message } from "../bindings";

export const libraryWords = {
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
