// The words of what stands around the sheet: texts that are pasted into the library, what a draft
// is called beside its title, what was opened last and is kept at hand.
import type { Message } from "../bindings";

export const aroundWords = {
  pasting: {
    title: { zh: "粘贴收进素材库", en: "Paste into the library" },
    lead: {
      zh: "把聊天、邮件、网页里的一篇文字复制了，在这里按 Ctrl+V。",
      en: "Copy a speech out of a chat, a mail or a web page, and press Ctrl+V here.",
    },
    box: { zh: "粘贴到这里", en: "Paste here" },
    preview: { zh: "收进的文字", en: "The text" },
    called: { zh: "题目", en: "Title" },
    counted: (count: string, isTemplate: boolean): Message => ({
      zh: `${count} 字，收作${isTemplate ? "模板（有要填的空）" : "讲话稿"}`,
      en: `${count} characters, a ${isTemplate ? "template (it has blanks)" : "speech"}`,
    }),
    same: (title: string): Message => ({
      zh: `素材库里已经有这一篇，一字不差：“${title}”。不用再收。`,
      en: `The library has this very text: “${title}”. There is nothing to take in.`,
    }),
    nothing: { zh: "剪贴板里没有文字。先复制一篇，再粘贴。", en: "The clipboard has no text." },
    other: { zh: "换一篇", en: "Another text" },
    keep: { zh: "收进", en: "Take in" },
    done: (title: string): Message => ({ zh: `已收进“${title}”。`, en: `“${title}” is in the library.` }),
    duplicate: (title: string): Message => ({
      zh: `素材库里已经有“${title}”，没有再收。`,
      en: `The library had “${title}” already.`,
    }),
  },

  version: {
    title: { zh: "这是第几稿", en: "Which version this is" },
    lead: {
      zh: "显示在题目旁边，也用在导出的文件名里；这一稿的样子从此留着，可以再比较、恢复。",
      en: "It stands beside the title and in the names of files; this state is kept, to compare and bring back.",
    },
    names: ["一稿", "二稿", "三稿", "征求意见稿", "送审稿", "定稿"],
    own: { zh: "或者自己起名", en: "Or a name of your own" },
    keep: { zh: "就叫这个", en: "Call it that" },
    none: { zh: "不要名字", en: "No name" },
    done: (name: string): Message => ({ zh: `这一稿叫“${name}”。`, en: `It is called “${name}”.` }),
    gone: { zh: "这一稿没有名字了。", en: "It has no name any more." },
    act: { zh: "稿次", en: "Version" },
    now: (name: string): Message => ({ zh: `这是${name}`, en: `This is ${name}` }),
    since: (name: string): Message => ({ zh: `${name}之后又改过`, en: `Changed since ${name}` }),
  },

  pins: {
    title: { zh: "置顶", en: "Pinned" },
    pin: { zh: "置顶", en: "Pin" },
    unpin: { zh: "取消置顶", en: "Unpin" },
    pinned: (title: string): Message => ({ zh: `“${title}”放到最上面了。`, en: `“${title}” is pinned.` }),
    unpinned: (title: string): Message => ({
      zh: `“${title}”不再放在最上面。`,
      en: `“${title}” is no longer pinned.`,
    }),
    open: (title: string): Message => ({ zh: `打开《${title}》`, en: `Open “${title}”` }),
    ofPinned: { zh: "置顶", en: "pinned" },
    ofRecent: { zh: "最近打开", en: "opened lately" },
  },
};
