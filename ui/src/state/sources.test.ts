// What lies beside the sheet: lines as they are read, walked and looked through; two in view.
import { beforeEach, expect, test, vi } from "vitest";
import type { Opened } from "../bindings";
import table from "../sheet/fixtures/table.json";

const opened = table as unknown as Opened;
vi.mock("../backend", () => ({
  backend: {
    openDocument: async (id: string) => ({ ...opened, row: { ...opened.row, id, title: `题目${id}` } }),
  },
  Refused: class extends Error {},
}));
const { Beside, sources } = await import("./sources.svelte");

beforeEach(() => {
  for (const beside of sources.open) sources.close(beside);
});

test("a heading and what goes on behind it are one line, with numbers and markers", () => {
  const lines = new Beside(opened).lines.map((line) => line.text);
  expect(lines).toContain("（一）成绩来之不易。去年全县增长X%，引进企业X户。");
  expect(lines.some((line) => line.includes("一是坚持项目为王，二是坚持环境立县"))).toBe(true);
});

test("it is walked by headings and by what is looked for", () => {
  const beside = new Beside(opened);
  beside.toHeading(1);
  expect(beside.lines[beside.at]!.text).toBe("一、看清形势");
  beside.seek("要");
  const first = beside.at;
  expect(beside.lines[first]!.text).toContain("要");
  beside.toFound(1);
  expect(beside.at).not.toBe(first);
  beside.toFound(-1);
  expect(beside.at).toBe(first);
  beside.seek("没有这样的话");
  expect(beside.found).toEqual([]);
  expect(beside.at).toBe(first);
});

test("two are in view; a third takes the half in hand", async () => {
  const inView = () => sources.views.map((view) => view?.id ?? null);
  await sources.lay("d1");
  expect(inView()).toEqual(["d1", null]);
  await sources.lay("d2");
  expect(inView()).toEqual(["d1", "d2"]);
  expect(sources.half).toBe(1);
  sources.other();
  await sources.lay("d3");
  expect(inView()).toEqual(["d3", "d2"]);
  await sources.lay("d2");
  expect(sources.half).toBe(1);
  sources.close(sources.views[0]!);
  expect(inView()).toEqual(["d1", "d2"]);
  sources.split();
  expect(inView()).toEqual(["d2", null]);
  sources.split();
  expect(inView()).toEqual(["d2", "d1"]);
  for (const beside of [...sources.open]) sources.close(beside);
  expect(sources.shown).toBe(false);
});
