// Every word of the window, in both languages, by area. A missing language does not compile.
import type { ImportCount, Kind, Message, Role, Status } from "../bindings";
import { aroundWords } from "./around";
import { assemblingWords } from "./assembling";
import { checkWords } from "./checks";
import { dayWords } from "./days";
import { draftWords } from "./draft";
import { handingInWords } from "./handingIn";
import { returningWords } from "./returning";
import { libraryWords } from "./library";
import { readingWords } from "./reading";
import { styleWords } from "./styles";
import { joined, many, number } from "./counting";

type Words = {
  readonly [name: string]: string | Message | readonly string[] | ((...parts: never[]) => Message) | Words;
};

export const words = {
  ...aroundWords,
  ...assemblingWords,
  ...checkWords,
  ...dayWords,
  ...draftWords,
  ...handingInWords,
  ...returningWords,
  ...libraryWords,
  ...readingWords,
  ...styleWords,

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
    draft: { zh: "起草", en: "Draft" },
  },

  library: {
    recent: { zh: "最近的草稿", en: "Recent drafts" },
    all: (count: number) => ({ zh: `全部 ${number(count)} 篇`, en: `All ${number(count)}` }),
    fewer: { zh: "收起", en: "Fewer" },
    gone: { zh: "原文件不在了", en: "its file is gone" },
    goneHint: {
      zh: "导入时的文件已经移走或删掉了；文稿和原件都还在素材库里。",
      en: "The file that it came from was moved or deleted. The text and the original are kept here.",
    },
    older: (count: number): Message => ({ zh: `另有 ${count} 稿 ▸`, en: `${count} more ▸` }),
    fold: { zh: "收起 ▾", en: "fold ▾" },
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
    elsewhere: { zh: "换一个文件夹…", en: "Another folder…" },
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
    exchange: { zh: "换掉光标这节", en: "Put in place of section" },
    opening: { zh: "开头", en: "opening" },
  },

  imports: {
    counting: (count: number) => ({
      zh: `正在数文件：${number(count)} 个`,
      en: `Counting, ${many(count, "file")} so far`,
    }),
    running: (done: number, total: number) => ({
      zh: `正在导入：${number(done)} / ${number(total)}`,
      en: `Importing: ${number(done)} of ${number(total)}`,
    }),
    left: (seconds: number): Message => {
      if (seconds < 60) return { zh: `还要 ${seconds} 秒`, en: `${seconds} s left` };
      const minutes = Math.round(seconds / 60);
      return { zh: `还要约 ${minutes} 分钟`, en: `about ${minutes} min left` };
    },
    saved: (file: string): Message => ({ zh: `已存成“${file}”。`, en: `Saved as “${file}”.` }),
    save: { zh: "存成表格…", en: "Save as a table…" },
    which: { zh: "哪一次导入", en: "Which import" },
    unfinished: { zh: "没有导完，再导一次会接着来", en: "not finished: the same again goes on" },
    stop: { zh: "停止", en: "Stop" },
    release: { zh: "松开即导入", en: "Release to import" },
    releaseHint: {
      zh: "文件、文件夹都可以；一份 xlsx、xls、ods 或 csv 数据表会用来填空。",
      en: "Files and folders; one data sheet (xlsx, xls, ods, csv) fills the draft in front.",
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
    near: (title: string, share: number): Message => ({
      zh: `和“${title}”有 ${share}% 相同。`,
      en: `${share}% the same as “${title}”.`,
    }),
    duplicateWhy: { zh: "素材库里已经有这一篇。", en: "The library had it already." },
    versionWhy: { zh: "以前导入过的文件，内容有改动。", en: "Imported before; its text has changed." },
  },

  tabs: {
    name: { zh: "打开的稿子", en: "Open documents" },
    close: (title: string) => ({ zh: `关闭《${title}》`, en: `Close “${title}”` }),
    unsaved: { zh: "还没有存上", en: "not saved yet" },
  },

  status: {
    name: { zh: "状态", en: "Status" },
    saved: { zh: "已保存", en: "Saved" },
    unsaved: { zh: "正在保存…", en: "Saving…" },
    failed: { zh: "没有存上", en: "Could not be saved" },
    readOnly: { zh: "素材，只读", en: "Read only" },
    style: { zh: "版式：", en: "Style: " },
    styles: { zh: "管理…", en: "Manage…" },
    minutes: (tenths: number) => {
      const minutes = tenths < 100 ? (tenths / 10).toFixed(1) : String(Math.round(tenths / 10));
      return { zh: `约 ${minutes} 分钟`, en: `about ${minutes} min` };
    },
    pages: (count: number) => ({ zh: `约 ${number(count)} 页`, en: `about ${many(count, "page")}` }),
    rate: (rate: number) => ({ zh: `（每分钟 ${number(rate)} 字）`, en: ` (${number(rate)} a minute)` }),
  },

  window: {
    leftWidth: { zh: "左栏宽度", en: "Width of the left pane" },
    rightWidth: { zh: "右栏宽度", en: "Width of the right pane" },
    leftPane: { zh: "素材和搜索", en: "Library and search" },
    rightPane: { zh: "提纲、填空、提示和出处", en: "Outline, fields, findings and origins" },
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
    import: { zh: "导入旧稿", en: "Import speeches" },
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
      zh: "动员、表彰、致辞……选一篇，把空填上就是初稿。",
      en: "Mobilisation, awards, opening address … fill in its blanks and a first draft is there.",
    },
    plan: {
      zh: "按场合起草：照旧稿搭骨架，时长分到各部分",
      en: "For an occasion, along the headings of a former speech",
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
    lay: { zh: "把这一篇放到稿纸旁边", en: "Lay the document beside the sheet" },
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
    planDraft: { zh: "按场合起草…", en: "New draft for an occasion…" },
    draftFromPicks: { zh: "用选中的部分起草", en: "New draft from the chosen sections" },
    borrowed: { zh: "原稿的自称：我市改我县…", en: "What the source calls its own…" },
    draftFromOpen: { zh: "用打开的这一篇起草", en: "New draft from the open document" },
    save: { zh: "现在就存", en: "Save now" },
    export: { zh: "导出", en: "Export" },
    readingCopy: { zh: "朗读稿：停顿、拼音、字号…", en: "Reading copy: pauses, pinyin, size…" },
    prompter: { zh: "提词：从光标处念起…", en: "Prompter, from the cursor…" },
    occasion: { zh: "场合：哪天讲、讲多久、讲给谁…", en: "Occasion: when, how long, for whom…" },
    history: { zh: "历次稿：比较、命名、恢复…", en: "Former versions: compare, name, restore…" },
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
    sectionHigher: { zh: "这一节升一级", en: "Section one level higher" },
    sectionDeeper: { zh: "这一节降一级", en: "Section one level deeper" },
    sectionSplit: { zh: "从这里另起一节", en: "Begin a section here" },
    sectionJoin: { zh: "这一节并入上一节", en: "Join section to the one before" },
    sectionRemove: { zh: "删去这一节", en: "Take the section out" },
    nextField: { zh: "下一项没有填的", en: "Next open field" },
    previousField: { zh: "上一项没有填的", en: "Previous open field" },
    editField: {
      zh: "改这一项：名称、类型、合并、分开…",
      en: "Change this field: name, kind, merge, split…",
    },
    facts: { zh: "常用数据：县名、书记、上年数据…", en: "The office’s own facts…" },
    leaveEmpty: { zh: "这一项留空，或还要填", en: "Leave this field empty, or ask again" },
    dataSheet: { zh: "用数据表填空…", en: "Fill from a data sheet…" },
    seek: { zh: "在稿子里查找、替换…", en: "Find and replace in the draft…" },
    importPasted: { zh: "粘贴收进素材库…", en: "Paste into the library…" },
    pin: { zh: "置顶，或取消置顶", en: "Pin or unpin" },
    version: { zh: "这是第几稿：一稿、送审稿、定稿…", en: "Which version this is…" },
    search: { zh: "搜素材", en: "Search the library" },
    importFiles: { zh: "导入文件…", en: "Import files…" },
    importFolder: { zh: "导入文件夹…", en: "Import a folder…" },
    following: { zh: "跟随文件夹…", en: "Follow folders…" },
    importReport: { zh: "导入记录", en: "What was imported" },
    file: { zh: "归类：年份、场合、讲话人…", en: "File: year, occasion, speaker…" },
    renameCollection: { zh: "给文集改名", en: "Rename the collection" },
    removeCollection: { zh: "移除文集，文稿留着", en: "Remove the collection, keep its documents" },
    openOriginal: { zh: "打开原文件", en: "Open the original file" },
    reread: { zh: "换一种编码重读…", en: "Read again in another encoding…" },
    starters: { zh: "起步模板", en: "Starters" },
    outline: { zh: "提纲", en: "Outline" },
    fields: { zh: "填空", en: "Fields" },
    findings: { zh: "提示", en: "Findings" },
    origins: { zh: "出处", en: "Origins" },
    sources: { zh: "旁边的文稿：显示或收起", en: "Show or hide what lies beside the sheet" },
    otherSource: { zh: "到旁边的另一篇", en: "Go to the other speech beside the sheet" },
    layBeside: { zh: "把这一篇放到稿纸旁边", en: "Lay this document beside the sheet" },
    toSource: { zh: "打开这一段的原文", en: "Open the source of this passage" },
    nextFinding: { zh: "下一处提示", en: "Next finding" },
    previousFinding: { zh: "上一处提示", en: "Previous finding" },
    takeFix: { zh: "照提示改", en: "Take the fix" },
    takeAlike: { zh: "同样的都照提示改", en: "Take all fixes alike" },
    ignoreFinding: { zh: "这一处不算", en: "Ignore this one" },
    checks: { zh: "检查都查些什么", en: "What the checks look for" },
    copyAll: { zh: "复制全文（带版式）", en: "Copy all of it, as it will look" },
    exportMany: { zh: "导出多篇…", en: "Export several…" },
    print: { zh: "打印…", en: "Print…" },
    returned: { zh: "取回修改稿…", en: "Take in what came back…" },
    rollForward: { zh: "以去年稿起草…", en: "Draft from last year’s speech…" },
    leftPane: { zh: "左栏：显示或收起", en: "Show or hide the left pane" },
    rightPane: { zh: "右栏：显示或收起", en: "Show or hide the right pane" },
    quiet: { zh: "只看稿纸", en: "Nothing but the sheet" },
    zoomIn: { zh: "稿纸放大", en: "Enlarge the sheet" },
    zoomOut: { zh: "稿纸缩小", en: "Shrink the sheet" },
    zoomReset: { zh: "稿纸原大", en: "The sheet in its own size" },
    larger: { zh: "界面放大", en: "Enlarge the whole window" },
    smaller: { zh: "界面缩小", en: "Shrink the whole window" },
    pageMarks: { zh: "分页线：显示或收起", en: "Show or hide where pages begin" },
    nextPane: { zh: "到下一栏", en: "Go to the next pane" },
    language: { zh: "换成英文（English）", en: "Switch to Chinese (中文)" },
    theme: { zh: "换深浅：浅色、深色、跟随系统", en: "Change theme: light, dark, as the system" },
    settings: { zh: "设置", en: "Settings" },
    unitLists: { zh: "本单位的词表…", en: "The lists of your unit…" },
    houseStyles: { zh: "版式…", en: "House styles…" },
    wayIn: { zh: "一分钟上手", en: "One-minute way in" },
    quit: { zh: "退出", en: "Quit" },
    palette: { zh: "命令", en: "Commands" },
    keys: { zh: "全部按键", en: "All keys" },
  },

  cancel: { zh: "取消", en: "Cancel" },

  right: {
    label: { zh: "本稿", en: "This speech" },
    outline: { zh: "提纲", en: "Outline" },
    fields: { zh: "填空", en: "Fields" },
    findings: { zh: "提示", en: "Findings" },
    origins: { zh: "出处", en: "Origins" },
    found: (count: number) => ({ zh: `${count} 处`, en: many(count, "finding") }),
    filled: (filled: number, all: number) => ({ zh: `${filled} / ${all}`, en: `${filled} / ${all}` }),
    filledOf: (filled: number, all: number) => ({
      zh: `${all} 项，已填 ${filled} 项`,
      en: `${filled} of ${all} filled`,
    }),
  },

  fields: {
    all: { zh: "全部", en: "All" },
    open: { zh: "未填", en: "Open" },
    which: { zh: "显示哪些", en: "Which to show" },
    sheet: { zh: "数据表…", en: "Data sheet…" },
    sheetTip: {
      zh: "从 xlsx、xls、ods、csv 填入；也可以把文件拖进窗口",
      en: "Fill from an xlsx, xls, ods or csv file; or drop the file on the window",
    },
    noDraft: { zh: "还没有打开草稿", en: "No draft is open" },
    noDraftMore: {
      zh: "打开一篇，要填的空都列在这里，每项只填一次。",
      en: "Open one: what is to be filled is listed here, each fact once.",
    },
    none: { zh: "没有要填的空", en: "Nothing to fill" },
    noneMore: {
      zh: "取用的段落里有 X%、XX县、____ 这样的空，会自动列在这里，每项只问一次。",
      en: "Where text that you take over has X%, XX县 or ____, it is listed here and asked once.",
    },
    noneHere: { zh: "这篇里没有 X%、XX县 这样的空。", en: "It has no blanks such as X% or XX县." },
    done: { zh: "都填好了", en: "All filled" },
    doneMore: { zh: "选“全部”可以再看、再改。", en: "Choose “All” to look again or change one." },
    readOnly: (all: number) => ({
      zh: `这篇有 ${all} 个要填的空。起草以后再填。`,
      en: `It has ${all} fields. Draft from it to fill them.`,
    }),
    whole: { zh: "全文", en: "Whole text" },
    left: (open: number) =>
      open ? { zh: `${open} 项未填`, en: `${open} open` } : { zh: "已填完", en: "filled" },
    places: (places: number) => ({ zh: `${places} 处`, en: `${places} places` }),
    kinds: {
      percent: { zh: "数字", en: "number" },
      money: { zh: "金额", en: "amount" },
      number: { zh: "数字", en: "number" },
      ordinal: { zh: "第几", en: "which" },
      place: { zh: "地名", en: "place" },
      person: { zh: "人名", en: "person" },
      organisation: { zh: "单位", en: "body" },
      date: { zh: "日期", en: "date" },
      text: { zh: "文字", en: "words" },
    },
    misfits: {
      percent: { zh: "这里要填数，如 4.1。还没有填入。", en: "A number is wanted, such as 4.1. Not put in." },
      money: {
        zh: "这里要填金额，如 3.2。还没有填入。",
        en: "An amount is wanted, such as 3.2. Not put in.",
      },
      number: { zh: "这里要填数，如 120。还没有填入。", en: "A number is wanted, such as 120. Not put in." },
      ordinal: {
        zh: "这里要填第几，如 十五 或 15。还没有填入。",
        en: "An ordinal is wanted, such as 15. Not put in.",
      },
      place: { zh: "这里要填地名，如 石泉县。还没有填入。", en: "A place is wanted. Not put in." },
      person: { zh: "这里要填人名。还没有填入。", en: "A person is wanted. Not put in." },
      organisation: { zh: "这里要填单位名称。还没有填入。", en: "The name of a body is wanted. Not put in." },
      date: {
        zh: "这里要填日期，如 3月18日。还没有填入。",
        en: "A date is wanted, such as 3月18日. Not put in.",
      },
      text: { zh: "这里填不进去。还没有填入。", en: "This does not fit. Not put in." },
    },
  },

  /** What the writer says of a field. */
  fieldEditing: {
    title: { zh: "改这一项", en: "Change this field" },
    change: { zh: "改…", en: "Change…" },
    label: { zh: "名称", en: "Name" },
    kind: { zh: "类型", en: "Kind" },
    kinds: {
      percent: { zh: "百分比", en: "percent" },
      money: { zh: "金额", en: "money" },
      number: { zh: "数量", en: "number" },
      ordinal: { zh: "届次、第几", en: "ordinal" },
      place: { zh: "地名", en: "place" },
      person: { zh: "人名", en: "person" },
      organisation: { zh: "单位", en: "body" },
      date: { zh: "日期", en: "date" },
      text: { zh: "文字", en: "words" },
    },
    merge: { zh: "同一件事", en: "The same as" },
    mergeNone: { zh: "不合并", en: "no other" },
    mergeMeans: { zh: "两项合成一项，以后只填一次。", en: "The two become one, and are filled once." },
    places: { zh: "出现的地方", en: "Where it stands" },
    split: {
      zh: "哪几处说的是另一件事，就勾上：勾上的另立一项。",
      en: "Tick the places that mean something else: they become a field of their own.",
    },
    done: { zh: "确定", en: "Change it" },
  },

  dataSheet: {
    title: (name: string) => ({ zh: `用“${name}”填空`, en: `Fill from “${name}”` }),
    noDraft: {
      zh: "还没有打开草稿，数据表没有地方填。先打开或新建一篇草稿，再选数据表。",
      en: "No draft is open, so there is nothing to fill. Open a draft first, then choose the sheet.",
    },
    noFields: {
      zh: "这篇草稿没有要填的空，数据表没有用上。",
      en: "This draft has nothing to fill; the sheet was not used.",
    },
    empty: { zh: "这张表里没有名称和数值。", en: "There are no labels with values in this sheet." },
    lead: (rows: number, fit: number) => ({
      zh: `${rows} 行，其中 ${fit} 行对得上。确定之前，稿子不会改动。`,
      en: `${rows} rows, ${fit} of which match. Nothing changes until you say so.`,
    }),
    row: { zh: "表中名称", en: "In the sheet" },
    value: { zh: "数值", en: "Value" },
    field: { zh: "填到", en: "Goes to" },
    shown: { zh: "文中显示", en: "As shown" },
    nothing: { zh: "不填", en: "Leave out" },
    likely: { zh: "像是", en: "May be" },
    others: { zh: "其他填空项", en: "Other fields" },
    overwrites: (before: string) => ({ zh: `原为 ${before}`, en: `now ${before}` }),
    same: { zh: "与现在相同", en: "as it is now" },
    ask: { zh: "请选", en: "Please choose" },
    fieldFor: (label: string) => ({ zh: `“${label}”填到哪一项`, en: `Field for “${label}”` }),
    apply: (count: number) => ({ zh: `填入 ${count} 项`, en: `Fill ${count}` }),
    filled: (count: number) => ({
      zh: `填入了 ${count} 项。`,
      en: `${count} filled.`,
    }),
    undo: { zh: "撤销", en: "Undo" },
  },

  exporting: {
    done: (file: string, folder: string, open: number) => ({
      zh: `已导出“${file}”到“${folder}”${open ? `，还有 ${open} 项没有填` : ""}。`,
      en: `“${file}” is in “${folder}”${open ? `; ${open} fields are still open` : ""}.`,
    }),
    fill: { zh: "去填", en: "Fill them" },
  },

  settings: {
    title: { zh: "设置", en: "Settings" },
    own: { zh: "我们的地方和单位", en: "Our place and unit" },
    ownWhy: {
      zh: "用来认出稿子里别处的地名、单位名。可填多个。",
      en: "To tell names from elsewhere in a draft. As many as you like.",
    },
    ownHint: { zh: "如 石泉县、石泉县人民政府", en: "e.g. 石泉县、石泉县人民政府" },
    ownAdd: { zh: "按回车加入", en: "Enter adds it" },
    remove: (name: string) => ({ zh: `去掉“${name}”`, en: `Remove “${name}”` }),
    rate: { zh: "语速", en: "Speaking rate" },
    rateUnit: { zh: "字／分钟", en: "characters/min" },
    rateMeans: (minutes: string) => ({
      zh: `一千字约 ${minutes} 分钟`,
      en: `1,000 take ${minutes} min`,
    }),
    rateRange: (least: number, most: number) => ({
      zh: `请填 ${least} 到 ${most} 之间的整数`,
      en: `A whole number from ${least} to ${most}, please`,
    }),
    lists: { zh: "词表", en: "Lists" },
    language: { zh: "语言", en: "Language" },
    theme: { zh: "外观", en: "Appearance" },
    scale: { zh: "界面大小", en: "Size" },
    languages: { zh: { zh: "中文", en: "中文" }, en: { zh: "English", en: "English" } },
    keep: { zh: "保存", en: "Save" },
  },

  firstStart: {
    welcome: { zh: "先认识一下", en: "Before you begin" },
    lead: {
      zh: "两个问题，都可以不答；以后在“设置”里随时能改。",
      en: "Two questions, both optional; Settings can change them at any time.",
    },
    skip: { zh: "跳过", en: "Skip" },
    next: { zh: "下一步", en: "Next" },
    wayIn: { zh: "从哪里开始？", en: "Where to begin?" },
    wayInLead: {
      zh: "讲台的一切都在这台电脑上，不联网。",
      en: "Everything stays on this computer; Lectern never goes online.",
    },
    starters: { zh: "从起步模板起草", en: "Draft from a starter" },
    startersWhy: { zh: "选一篇，空着的地方逐项填。", en: "Choose one, then fill its fields." },
    bring: { zh: "导入旧稿", en: "Import old speeches" },
    bringWhy: {
      zh: "docx、doc、wps、pdf、rtf、odt、txt、网页都可以。原文件只读不改，广告和页码会自动去掉。",
      en: "docx, doc, wps, pdf, rtf, odt, txt, web pages. The files stay as they are; adverts and page numbers are left out.",
    },
    files: { zh: "选文件…", en: "Files…" },
    folder: { zh: "选文件夹…", en: "Folder…" },
    drop: { zh: "也可以随时把文件拖进窗口。", en: "Or drop them on the window at any time." },
    minute: { zh: "一分钟上手", en: "In one minute" },
    steps: {
      search: {
        zh: "左边搜旧稿：打字就出结果，回车取用一段。",
        en: "Left: search as you type; Enter takes a passage.",
      },
      section: {
        zh: "Shift+回车取用整个部分，序号自动重排。",
        en: "Shift+Enter takes the section; numbers follow.",
      },
      sheet: { zh: "中间是稿纸：直接写，自动保存。", en: "Middle: the sheet. Write; it saves itself." },
      outline: {
        zh: "右边“提纲”：拖动部分，调整先后。",
        en: "Right, Outline: drag sections to reorder them.",
      },
      fields: {
        zh: "右边“填空”：每项只填一次，全文都变。",
        en: "Right, Fields: fill once, shown everywhere.",
      },
      keys: { zh: "Ctrl+K 找任何命令，Ctrl+Z 撤销。", en: "Ctrl+K finds any command, Ctrl+Z undoes." },
    },
    enter: { zh: "直接进入", en: "Just go in" },
  },
} as const satisfies Words;
