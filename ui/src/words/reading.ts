// The words of what helps whoever reads aloud: the prompter, the reading copy.
import type { Message } from "../bindings";

/** Seconds as they stand on a clock: 12:05, 1:02:05. */
export function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

/** The sizes that are offered for a reading copy, in points; the first is that of the style. */
export const readingSizes = [
  { points: null, zh: "照版式", en: "As the style" },
  { points: 18, zh: "小二", en: "18 pt" },
  { points: 22, zh: "二号", en: "22 pt" },
  { points: 24, zh: "小一", en: "24 pt" },
  { points: 26, zh: "一号", en: "26 pt" },
  { points: 30, zh: "30 磅", en: "30 pt" },
  { points: 36, zh: "小初", en: "36 pt" },
  { points: 42, zh: "初号", en: "42 pt" },
] as const;

export const readingWords = {
  prompter: {
    name: (title: string): Message => ({ zh: `提词：${title}`, en: `Prompter: ${title}` }),
    tools: { zh: "提词器", en: "The prompter" },
    empty: { zh: "稿子里还没有可以念的话。", en: "There is nothing to read in it yet." },
    run: { zh: "开始", en: "Run" },
    runOrHold: { zh: "开始、暂停", en: "Run, hold" },
    paragraph: { zh: "上一段、下一段", en: "Previous, next paragraph" },
    row: { zh: "往回、往下一行", en: "A row back, a row on" },
    speed: { zh: "慢一点、快一点", en: "Slower, faster" },
    size: { zh: "字小一点、大一点", en: "Smaller, larger" },
    holdOrLeave: { zh: "先暂停，再退出", en: "Hold, then leave" },
    hold: { zh: "暂停", en: "Hold" },
    left: (seconds: number): Message => ({ zh: `还有 ${clock(seconds)}`, en: `${clock(seconds)} left` }),
    rate: (rate: number): Message => ({ zh: `${rate} 字／分钟`, en: `${rate} a minute` }),
    slower: { zh: "慢一点", en: "Slower" },
    faster: { zh: "快一点", en: "Faster" },
    smaller: { zh: "字小一点", en: "Smaller" },
    larger: { zh: "字大一点", en: "Larger" },
    mirror: { zh: "镜像", en: "Mirror" },
    pauses: { zh: "停顿", en: "Pauses" },
    notes: { zh: "读音和数字", en: "Pinyin, numbers" },
    fullScreen: { zh: "占满屏幕", en: "Full screen" },
    close: { zh: "退出提词", en: "Leave" },
    keys: {
      zh: "空格 开始、暂停　↑↓ 一行　PgUp PgDn 一段　←→ 慢、快",
      en: "Space run, hold · ↑↓ a row · PgUp PgDn a paragraph · ←→ slower, faster",
    },
    withKey: (what: Message, key: string): Message => ({
      zh: `${what.zh}（${key}）`,
      en: `${what.en} (${key})`,
    }),
    found: (rate: number): Message => ({
      zh: `提词用的是每分钟 ${rate} 字。`,
      en: `The prompter ran at ${rate} characters a minute.`,
    }),
    keepRate: { zh: "就用作我的语速", en: "Make it my rate" },
  },

  readingCopy: {
    title: { zh: "朗读稿", en: "The reading copy" },
    choose: { zh: "选项…", en: "Options…" },
    lead: {
      zh: "导出“朗读稿”时照这样；提词器里另选。",
      en: "How reading copies are written; the prompter has its own choice.",
    },
    parts: {
      pauses: { zh: "停顿的记号", en: "Marks where to pause" },
      pinyin: { zh: "容易读错的字注拼音", en: "Pinyin for what is often said wrong" },
      numbers_in_words: { zh: "长的数写出读法", en: "Long numbers in words" },
      minutes: { zh: "标题和页脚标分钟", en: "Minutes at headings and foot" },
      bold: { zh: "加粗", en: "Bold" },
    },
    pausesWhy: { zh: "Word 里是 | 和 ||", en: "in Word as | and ||" },
    size: { zh: "字号", en: "Size" },
    points: (points: number): Message => ({ zh: `${points} 磅`, en: `${points} pt` }),
    rate: { zh: "语速", en: "Rate" },
    sample: { zh: "样子", en: "A sample" },
    keep: { zh: "保存", en: "Save" },
  },
} as const;
