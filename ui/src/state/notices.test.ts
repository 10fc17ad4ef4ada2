// What is told, for how long, and how often.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { Refused } from "../backend";
import { notices } from "./notices.svelte";

const message = { zh: "磁盘满了。", en: "the disk is full." };
const refused = () => new Refused({ code: "failed", message, detail: "ENOSPC" });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => {
  for (const { id } of notices.shown) notices.dismiss(id);
  vi.useRealTimers();
});

it("keeps a refusal until it is put away, and says it once", () => {
  notices.refuse(refused());
  notices.refuse(refused());
  vi.advanceTimersByTime(60_000);
  expect(notices.shown.map((notice) => notice.message.zh)).toEqual(["磁盘满了。"]);
});

it("leaves more time where there is something to do", () => {
  notices.tell({ zh: "已导出", en: "Exported" });
  notices.tell({ zh: "已导入", en: "Imported" }, { words: message, run: () => {} });
  vi.advanceTimersByTime(7000);
  expect(notices.shown.map((notice) => notice.message.zh)).toEqual(["已导入"]);
  vi.advanceTimersByTime(9000);
  expect(notices.shown).toEqual([]);
});
