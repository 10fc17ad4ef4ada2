// How what the checks find is marked: hundreds of findings piece by piece, and what has stayed the
// same not anew.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { FindingRow, Speech } from "../bindings";
import { backend } from "../backend";
import { Checking } from "./checking.svelte";

const row = (nth: number): FindingRow => ({
  check: "counts",
  group: "left_over",
  name: { zh: "数量", en: "counts" },
  severity: "warning",
  quote: { block: nth, text: `第${nth}`, nth: 0 } as unknown as FindingRow["quote"],
  from: 0,
  to: 2,
  suggestion: null,
  field: null,
  message: { zh: "不对", en: "wrong" },
});
const rows = (count: number) => Array.from({ length: count }, (_, nth) => row(nth));

let composing = false;
let checking: Checking;
const draw = vi.fn<(findings: FindingRow[], inHand: FindingRow | null) => void>();
const drawn = () => draw.mock.lastCall?.[0] ?? [];
const finds = (findings: FindingRow[]) =>
  vi.spyOn(backend, "check").mockImplementation(async () => ({ findings, decisions: [] }));

beforeEach(() => {
  vi.useFakeTimers();
  composing = false;
  draw.mockClear();
  checking = new Checking({
    id: "d1",
    speech: () => ({ version: 1, blocks: [], fields: [] }) as unknown as Speech,
    composing: () => composing,
    draw,
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

it("marks a few at once", async () => {
  finds(rows(5));
  await checking.now();
  expect(drawn()).toHaveLength(5);
  vi.runAllTimers();
  expect(draw).toHaveBeenCalledOnce();
});

it("marks hundreds piece by piece, and all of them in the end", async () => {
  finds(rows(200));
  await checking.now();
  expect(checking.findings).toHaveLength(200);
  const atOnce = drawn().length;
  expect(atOnce).toBeLessThan(60);
  vi.advanceTimersByTime(25);
  expect(drawn().length).toBeGreaterThan(atOnce);
  vi.runAllTimers();
  expect(drawn()).toEqual(checking.findings);
});

it("marks no more of a text that is another by now, and the rest once that was looked at", async () => {
  finds(rows(200));
  await checking.now();
  const atOnce = drawn().length;
  checking.soon();
  vi.advanceTimersByTime(100);
  expect(drawn()).toHaveLength(atOnce);
  await vi.runAllTimersAsync();
  expect(drawn()).toHaveLength(200);
});

it("marks nothing under a composition, and goes on after it", async () => {
  finds(rows(200));
  await checking.now();
  const atOnce = drawn().length;
  composing = true;
  vi.advanceTimersByTime(5_000);
  expect(drawn()).toHaveLength(atOnce);
  composing = false;
  vi.runAllTimers();
  expect(drawn()).toHaveLength(200);
});

it("marks all with the one in hand", async () => {
  finds(rows(200));
  await checking.now();
  checking.inHand = checking.findings[150]!;
  expect(drawn()).toHaveLength(200);
});

it("keeps what says the same, and the marks of it", async () => {
  finds(rows(100));
  await checking.now();
  vi.runAllTimers();
  const before = checking.findings;
  finds([...rows(100).slice(1), row(500)]);
  await checking.now();
  expect(checking.findings[0]).toBe(before[1]);
  expect(drawn()).toHaveLength(100);
});
