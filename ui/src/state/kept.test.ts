// What stays the same object, and what does not.
import { expect, it } from "vitest";
import { kept } from "./kept";

const list = (...words: string[]) => words.map((word) => ({ word }));

it("keeps the list where all of it says the same", () => {
  const before = list("一", "二");
  expect(kept(before, list("一", "二"))).toBe(before);
});

it("keeps what says the same, wherever it stands now", () => {
  const before = list("一", "二", "三");
  const now = kept(before, list("三", "新", "一"));
  expect(now).toEqual(list("三", "新", "一"));
  expect(now[0]).toBe(before[2]);
  expect(now[2]).toBe(before[0]);
});

it("never has one twice", () => {
  const before = list("一");
  const now = kept(before, list("一", "一"));
  expect(now).toEqual(list("一", "一"));
  expect(now[0]).toBe(before[0]);
  expect(now[1]).not.toBe(before[0]);
});

it("keeps two that say the same", () => {
  const before = list("一", "一");
  expect(kept(before, list("一", "一"))).toBe(before);
});

it("hears of another order, and of what is gone", () => {
  const before = list("一", "二");
  expect(kept(before, list("二", "一"))).toEqual(list("二", "一"));
  expect(kept(before, list("二"))).toEqual(list("二"));
  expect(kept(before, [])).toEqual([]);
});
