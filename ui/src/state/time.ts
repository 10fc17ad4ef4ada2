// Times as a writer reads them.

/** `21:43` today, else the day: `11月3日`, or with another year `2025年11月3日`. */
export function told(iso: string, language: "zh" | "en", now: Date): string {
  const then = new Date(iso);
  if (Number.isNaN(then.getTime())) return "";
  const locale = language === "zh" ? "zh-CN" : "en-GB";
  if (then.toDateString() === now.toDateString()) {
    return then.toLocaleTimeString(locale, { hour: "2-digit", minute: "2-digit", hour12: false });
  }
  const year = then.getFullYear() === now.getFullYear() ? undefined : "numeric";
  return then.toLocaleDateString(locale, {
    year,
    month: language === "zh" ? "long" : "short",
    day: "numeric",
  });
}
