// Finding a command.
import { expect, it } from "vitest";
import { Palette } from "./palette.svelte";

const all = [
  { words: { zh: "导入文件…", en: "Import files…" } },
  { words: { zh: "导入文件夹…", en: "Import a folder…" } },
  { words: { zh: "导出", en: "Export" } },
];
const found = (typed: string) => {
  const palette = new Palette(all);
  palette.type(typed);
  return palette.found.map(({ words }) => words.zh);
};

it("finds by words of either language, in any order", () => {
  expect(found("")).toHaveLength(3);
  expect(found("导入")).toEqual(["导入文件…", "导入文件夹…"]);
  expect(found("FOLDER import")).toEqual(["导入文件夹…"]);
  expect(found("导入 folder")).toEqual(["导入文件夹…"]);
  expect(found("打印")).toEqual([]);
});

it("walks around, and begins anew with what is typed", () => {
  const palette = new Palette(all);
  palette.move(-1);
  expect(palette.inHand).toBe(all[2]);
  palette.move(1);
  expect(palette.inHand).toBe(all[0]);
  palette.move(1);
  palette.type("导出");
  expect(palette.inHand).toBe(all[2]);
  palette.type("打印");
  palette.move(1);
  expect(palette.inHand).toBeUndefined();
});
