// Every word of the window, in both languages, by area. A missing language does not compile.
import type { ImportCount, Kind, Message, Role, Status } from "./bindings";

type Words = { readonly [name: string]: Message | ((...parts: never[]) => Message) | Words };
const number = (count: number) => count.toLocaleString("en-US");
const many = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? "" : "s"}`;
const joined = (zh: string[], en: string[]): Message => ({ zh: zh.join("，"), en: en.join(", ") });

export const words = {
  lectern: { zh: "讲台", en: "Lectern" },
  close: { zh: "关闭", en: "Close" },
  again: { zh: "再试一次", en: "Try again" },
  dismiss: { zh: "知道了", en: "Dismiss" },
  untitled: { zh: "未命名", en: "Untitled" },
  draftFrom: { zh: "起草", en: "Draft from it" },

  kind: {
    speech: { zh: "讲话稿", en: "Speeches" },
    template: { zh: "模板", en: "Templates" },
    starter: { zh: "起步模板", en: "Starters" },
    draft: { zh: "草稿", en: "Drafts" },
  } satisfies Record<Kind, Message>,

  /** A part of a speech, where a passage stands in it; a paragraph says it by its headings. */
  role: {
    junk: { zh: "", en: "" },
    blank: { zh: "", en: "" },
    title: { zh: "题目", en: "title" },
    byline: { zh: "署名", en: "byline" },
    date: { zh: "日期", en: "date" },
    salutation: { zh: "称呼", en: "salutation" },
    heading: { zh: "标题", en: "heading" },
    paragraph: { zh: "", en: "" },
    closing: { zh: "结尾", en: "closing" },
  } satisfies Record<Role, Message>,

  document: {
    characters: (count: number) => ({ zh: `${number(count)} 字`, en: many(count, "character") }),
    changed: (when: string) => ({ zh: `改于 ${when}`, en: `changed ${when}` }),
    open: { zh: "打开", en: "Open" },
  },

  library: {
    recent: { zh: "最近的草稿", en: "Recent drafts" },
    all: (count: number) => ({ zh: `全部 ${number(count)} 篇`, en: `All ${number(count)}` }),
    fewer: { zh: "收起", en: "Fewer" },
    kinds: { zh: "素材", en: "Documents" },
    import: { zh: "导入", en: "Import" },
    noSpeeches: { zh: "还没有讲话稿", en: "No speeches yet" },
    noSpeechesHint: {
      zh: "把旧稿的文件或整个文件夹拖进窗口，或者从这里导入：导入以后每一段都搜得到。",
      en: "Drop old speeches, or a whole folder, on the window, or import them here: each passage can be found then.",
    },
    noTemplates: { zh: "还没有模板", en: "No templates yet" },
    noTemplatesHint: {
      zh: "带空格（X、____、【】）的稿子导入以后会归到这里。起步模板已经备好。",
      en: "Files with blanks (X, ____, 【】) are filed here when you import them. Starters are there already.",
    },
    closed: { zh: "素材库打不开", en: "The library can’t be opened" },
    closedHint: {
      zh: "已经存下的稿子都在，没有动过。",
      en: "Everything that was saved is still there, untouched.",
    },
  },

  search: {
    box: { zh: "搜素材：词、半句话", en: "Words, or half a sentence" },
    name: { zh: "搜索", en: "Search" },
    hits: { zh: "搜到的段落", en: "Passages found" },
    found: (total: number, documents: number, time: string) => ({
      zh: `${number(total)} 段 · ${number(documents)} 篇 · ${time} 毫秒`,
      en: `${many(total, "passage")} · ${many(documents, "document")} · ${time} ms`,
    }),
    foundMore: (total: number, shown: number, documents: number, time: string) => ({
      zh: `${number(total)} 段 · 前 ${number(shown)} 段出自 ${number(documents)} 篇 · ${time} 毫秒`,
      en: `${many(total, "passage")} · first ${number(shown)} from ${many(documents, "document")} · ${time} ms`,
    }),
    nothing: (query: string) => ({ zh: `没有搜到“${query}”`, en: `Nothing found for “${query}”` }),
    nothingHint: {
      zh: "少打几个字；两个词之间空一格，就找两个词都有的段落。",
      en: "Try fewer characters; two words with a space between them are found in any order.",
    },
    nothingOfKind: (kind: string) => ({
      zh: `只找了${kind}。`,
      en: `Only ${kind.toLowerCase()} were searched.`,
    }),
    allKinds: { zh: "在全部素材里找", en: "Search everything" },
    take: { zh: "取用", en: "Take" },
    takeSection: { zh: "取用整节", en: "Take section" },
    opening: { zh: "开头", en: "opening" },
  },

  imports: {
    running: (count: number) => ({
      zh: `正在导入，已读 ${number(count)} 个文件`,
      en: `Importing, ${many(count, "file")} read`,
    }),
    stop: { zh: "停止", en: "Stop" },
    release: { zh: "松开即导入", en: "Release to import" },
    releaseHint: {
      zh: "文件、文件夹都可以；一份 csv 数据表会用来填空。",
      en: "Files and folders; one csv data sheet fills the draft in front.",
    },
    details: { zh: "详情", en: "Details" },
    done: (count: ImportCount, stopped: boolean): Message => {
      const zh = [
        stopped ? `已停下，导入了 ${number(count.imported)} 篇` : `已导入 ${number(count.imported)} 篇`,
      ];
      const en = [`${stopped ? "Stopped; imported" : "Imported"} ${many(count.imported, "document")}`];
      if (count.version) (zh.push(`${count.version} 篇更新`), en.push(`${count.version} updated`));
      if (count.duplicate)
        (zh.push(`${count.duplicate} 篇重复`), en.push(`${count.duplicate} already there`));
      if (count.skipped) (zh.push(`${count.skipped} 个没有读`), en.push(`${count.skipped} not read`));
      return joined(zh, en);
    },
    nothingToReport: { zh: "还没有导入过文件。", en: "Nothing has been imported yet." },
    report: { zh: "导入的结果", en: "What was imported" },
    file: { zh: "文件", en: "File" },
    result: { zh: "结果", en: "Result" },
    why: { zh: "说明", en: "Notes" },
    everything: { zh: "全部", en: "All" },
    status: {
      imported: { zh: "已导入", en: "Imported" },
      duplicate: { zh: "重复", en: "Already there" },
      version: { zh: "更新", en: "Updated" },
      skipped: { zh: "没有读", en: "Not read" },
    } satisfies Record<Status, Message>,
    duplicateWhy: { zh: "素材库里已经有这一篇。", en: "The library had it already." },
    versionWhy: { zh: "以前导入过的文件，内容有改动。", en: "Imported before; its text has changed." },
  },

  tabs: {
    name: { zh: "打开的稿子", en: "Open documents" },
    close: (title: string) => ({ zh: `关闭《${title}》`, en: `Close “${title}”` }),
    unsaved: { zh: "还没有存上", en: "not saved yet" },
  },

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

  status: {
    name: { zh: "状态", en: "Status" },
    saved: { zh: "已保存", en: "Saved" },
    unsaved: { zh: "正在保存…", en: "Saving…" },
    failed: { zh: "没有存上", en: "Could not be saved" },
    readOnly: { zh: "素材，只读", en: "Read only" },
    minutes: (tenths: number) => {
      const minutes = tenths < 100 ? (tenths / 10).toFixed(1) : String(Math.round(tenths / 10));
      return { zh: `约 ${minutes} 分钟`, en: `about ${minutes} min` };
    },
    rate: (rate: number) => ({ zh: `（每分钟 ${number(rate)} 字）`, en: ` (${number(rate)} a minute)` }),
  },

  window: {
    openFields: (count: number) => ({
      zh: `还有 ${count} 项没有填`,
      en: `${many(count, "field")} still open`,
    }),
    leftWidth: { zh: "左栏宽度", en: "Width of the left pane" },
    rightWidth: { zh: "右栏宽度", en: "Width of the right pane" },
    leftPane: { zh: "素材和搜索", en: "Library and search" },
    rightPane: { zh: "提纲和填空", en: "Outline and fields" },
    sheet: { zh: "稿纸", en: "Sheet" },
    theme: {
      light: { zh: "浅色", en: "Light" },
      dark: { zh: "深色", en: "Dark" },
      system: { zh: "跟随系统", en: "As the system" },
    },
  },

  /** No document is open. */
  desk: {
    title: { zh: "今天写什么？", en: "What is to be written today?" },
    import: { zh: "导入旧稿", en: "Import old speeches" },
    importHint: {
      zh: "文件或整个文件夹，也可以直接拖进来。读过以后，每一段都搜得到。",
      en: "Files or a whole folder; dropping them on the window works too. Each passage can be found then.",
    },
    search: { zh: "搜一段", en: "Find a passage" },
    searchHint: {
      zh: "边打字边出结果；按 ↵ 取用，就放进草稿。",
      en: "Results come while you type; ↵ takes the passage into a draft.",
    },
    starter: { zh: "从模板起草", en: "Start from a template" },
    starterHint: {
      zh: "动员、致辞、述职……选一篇，把空填上就是初稿。",
      en: "Mobilisation, toast, report … fill in its blanks and a first draft is there.",
    },
    empty: { zh: "或者从一张白纸写起", en: "Or begin with an empty sheet" },
  },

  palette: {
    name: { zh: "命令", en: "Commands" },
    box: { zh: "要做什么？", en: "What is to be done?" },
    nothing: { zh: "没有这样的命令。换个词试试。", en: "No such command. Try another word." },
  },

  keys: {
    title: { zh: "键盘", en: "Keyboard" },
    inSearch: { zh: "在搜索框里", en: "In the search box" },
    move: { zh: "上一段、下一段", en: "Previous, next passage" },
    open: { zh: "打开这一篇，转到这一段", en: "Open the document at the passage" },
    clear: { zh: "清空；再按回到稿纸", en: "Clear; once more: back to the sheet" },
  },

  leave: {
    title: { zh: "还有草稿没有存上", en: "A draft could not be saved" },
    hint: (titles: string[]) => ({
      zh: `${titles.map((title) => `《${title}》`).join("")}最后的改动没有存上，关掉就没有了。`,
      en: `The last changes to ${titles.map((title) => `“${title}”`).join(", ")} are not saved and will be lost.`,
    }),
    stay: { zh: "留下", en: "Stay" },
    leave: { zh: "仍要关闭", en: "Close anyway" },
  },

  /** What can be done: one entry for each of `commands.ts`. */
  command: {
    areas: {
      draft: { zh: "稿子", en: "Draft" },
      edit: { zh: "编辑", en: "Edit" },
      library: { zh: "素材", en: "Library" },
      window: { zh: "窗口", en: "Window" },
    },
    newDraft: { zh: "新草稿", en: "New draft" },
    draftFromOpen: { zh: "用打开的这一篇起草", en: "New draft from the open document" },
    save: { zh: "现在就存", en: "Save now" },
    export: { zh: "导出", en: "Export" },
    nextTab: { zh: "下一篇", en: "Next tab" },
    previousTab: { zh: "上一篇", en: "Previous tab" },
    closeTab: { zh: "关闭这一篇", en: "Close tab" },
    undo: { zh: "撤销", en: "Undo" },
    redo: { zh: "重做", en: "Redo" },
    heading: (level: number) => ({
      zh: `${"一二三四"[level - 1]}级标题`,
      en: `Heading ${level}`,
    }),
    paragraph: { zh: "正文", en: "Paragraph" },
    sectionUp: { zh: "这一节往上移", en: "Move section up" },
    sectionDown: { zh: "这一节往下移", en: "Move section down" },
    nextField: { zh: "下一项没有填的", en: "Next open field" },
    search: { zh: "搜素材", en: "Search the library" },
    importFiles: { zh: "导入文件…", en: "Import files…" },
    importFolder: { zh: "导入文件夹…", en: "Import a folder…" },
    importReport: { zh: "上次导入的结果", en: "What was imported last" },
    starters: { zh: "起步模板", en: "Starters" },
    outline: { zh: "提纲", en: "Outline" },
    fields: { zh: "填空", en: "Fields" },
    leftPane: { zh: "左栏：显示或收起", en: "Show or hide the left pane" },
    rightPane: { zh: "右栏：显示或收起", en: "Show or hide the right pane" },
    nextPane: { zh: "到下一栏", en: "Go to the next pane" },
    language: { zh: "换成英文（English）", en: "Switch to Chinese (中文)" },
    theme: { zh: "换深浅：浅色、深色、跟随系统", en: "Change theme: light, dark, as the system" },
    settings: { zh: "设置", en: "Settings" },
    palette: { zh: "命令", en: "Commands" },
    keys: { zh: "全部按键", en: "All keys" },
  },
} as const satisfies Words;
