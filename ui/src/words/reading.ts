// The words of what helps whoever reads aloud: the prompter.
import type { Message } from "../bindings";

/** Seconds as they stand on a clock: 12:05, 1:02:05. */
export function clock(seconds: number): string {
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  const two = (part: number) => String(part).padStart(2, "0");
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}

export const readingWords = {
  prompter: {
    name: (title: string): Message => ({ zh: `提词：${title}`, en: `Prompter: ${title}` }),
    tools: { zh: "提词器", en: "The prompter" },
    empty: { zh: "稿子里还没有可以念的话。", en: "There is nothing to read in it yet." },
    run: { zh: "开始", en: "Run" },
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
} as const;
