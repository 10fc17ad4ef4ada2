// How much of a long list is drawn.
import { flushSync } from "svelte";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { FIRST, first, Growing } from "./growing.svelte";

const groups = [{ lines: [1, 2, 3] }, { lines: [] }, { lines: [4, 5] }];
const linesOf = (group: { lines: number[] }) => group.lines;

it("draws so many lines in their groups, and no group without one", () => {
  const drawn = (count: number) => first(groups, linesOf, count).map(({ lines }) => lines);
  expect(drawn(2)).toEqual([[1, 2]]);
  expect(drawn(3)).toEqual([[1, 2, 3]]);
  expect(drawn(4)).toEqual([[1, 2, 3], [4]]);
  expect(drawn(9)).toEqual([
    [1, 2, 3],
    [4, 5],
  ]);
  expect(first(groups, linesOf, 4)[1]!.group).toBe(groups[2]);
});

describe("a list of a hundred lines", () => {
  const long = [{ lines: Array.from({ length: 100 }, (_, nth) => nth) }];
  let growing: Growing;
  let end: () => void;
  const count = () => growing.of(long, linesOf)[0]!.lines.length;

  beforeEach(() => {
    vi.useFakeTimers();
    end = $effect.root(() => {
      growing = new Growing(
        () => long,
        () => 100,
      );
    });
    flushSync();
  });
  afterEach(() => {
    end();
    vi.useRealTimers();
  });

  it("begins with a screenful and comes to its end piece by piece", () => {
    expect(count()).toBe(FIRST);
    vi.advanceTimersByTime(13);
    flushSync();
    expect(count()).toBeGreaterThan(FIRST);
    expect(count()).toBeLessThan(100);
    for (let nth = 0; nth < 20; nth++) {
      vi.advanceTimersByTime(13);
      flushSync();
    }
    expect(count()).toBe(100);
  });

  it("draws at once what is to be shown", () => {
    growing.reach(60);
    expect(count()).toBe(60 + FIRST);
  });
});
