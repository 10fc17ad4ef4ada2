// Days as they are written and asked for.
import type { Message } from "../bindings";

const WEEK = ["日", "一", "二", "三", "四", "五", "六"];

export const dayWords = {
  days: {
    hint: { zh: "如 2026年3月18日", en: "such as 2026-03-18" },
    missing: { zh: "请写上哪一天，如 2026年3月18日。", en: "A day is wanted, such as 2026-03-18." },
    /** 2026-03-18, written out. */
    written: (day: string): Message => {
      const [year, month, date] = day.split("-").map(Number);
      return { zh: `${year}年${month}月${date}日`, en: day };
    },
    ofWeek: (day: string): Message => {
      const then = new Date(`${day}T00:00:00Z`);
      const en = then.toLocaleDateString("en-GB", { weekday: "long", timeZone: "UTC" });
      return { zh: `星期${WEEK[then.getUTCDay()]}`, en };
    },
  },
};
