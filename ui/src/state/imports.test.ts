// What the window hears of imports, and what it says of them.
import { beforeEach, expect, it, vi } from "vitest";
import type { ImportEnded, ImportProgress } from "../bindings";
import { words } from "../words";

let progress: (told: ImportProgress) => void;
let ended: (told: ImportEnded) => void;
const tell = vi.fn();
const refuse = vi.fn();
const refresh = vi.fn(async () => {});
const again = vi.fn();

vi.mock("../backend", () => ({
  Refused: class extends Error {},
  backend: {
    onImportProgress: async (hear: typeof progress) => void (progress = hear),
    onImportEnded: async (hear: typeof ended) => void (ended = hear),
    onDropHover: async () => {},
  },
}));
vi.mock("./library.svelte", () => ({ library: { refresh, regroup: vi.fn() } }));
vi.mock("./search.svelte", () => ({ search: { again } }));
vi.mock("./notices.svelte", () => ({ notices: { tell, refuse } }));
const { imports } = await import("./imports.svelte");

const count = { files: 15, imported: 12, duplicate: 2, version: 0, skipped: 1 };
const end = (job: number): ImportEnded => ({ job, report: "i1", count, cancelled: false, failure: null });
const far = { done: 3, total: 15, counted: true, seconds: 4 };

beforeEach(async () => {
  vi.clearAllMocks();
  await imports.listen();
});

it("shows each import until it has ended, also one begun by dropping files", () => {
  progress({ job: 1, ...far, file: "甲.docx" });
  progress({ job: 2, ...far, file: null });
  progress({ job: 1, ...far, file: "乙.docx" });
  expect(imports.running.map(({ job, file }) => [job, file])).toEqual([
    [1, "乙.docx"],
    [2, null],
  ]);
  ended(end(1));
  expect(imports.running.map(({ job }) => job)).toEqual([2]);
  ended(end(2));
  expect(imports.running).toEqual([]);
});

it("says what was done, and shows what is new", () => {
  ended(end(1));
  expect(tell.mock.calls[0]![0].zh).toBe("已导入 12 篇，2 篇重复，1 个没有读");
  expect(refresh).toHaveBeenCalledOnce();
  expect(again).toHaveBeenCalledOnce();
  expect(tell.mock.calls[0]![1].words).toBe(words.imports.details);
});

it("tells why an import ended early, and what it did all the same", () => {
  const message = { zh: "磁盘满了。", en: "the disk is full." };
  ended({ ...end(1), failure: { code: "failed", message, detail: "" } });
  expect(refuse).toHaveBeenCalledOnce();
  expect(tell).toHaveBeenCalledOnce();
});

it("leaves out what there was none of", () => {
  const some = { files: 3, imported: 3, duplicate: 0, version: 0, skipped: 0 };
  expect(words.imports.done(some, false)).toEqual({ zh: "已导入 3 篇", en: "Imported 3 documents" });
  expect(words.imports.done({ ...some, version: 1 }, true).zh).toBe("已停下，导入了 3 篇，1 篇更新");
});
