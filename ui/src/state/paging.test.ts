// Counting pages: after a pause, one at a time, and never drawing what is stale.
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Paging as Told, PageStart, Speech } from "../bindings";
import { backend } from "../backend";
import { Paging } from "./paging.svelte";

const speech = { blocks: [] } as unknown as Speech;
let asked: ((told: Told) => void)[] = [];
let drawn: PageStart[][] = [];
let composing = false;

function told(n_pages: number): Told {
  return { n_pages, starts: [{ page: n_pages, block: 1, at: 0 }] };
}

beforeEach(() => {
  vi.useFakeTimers();
  [asked, drawn, composing] = [[], [], false];
  vi.spyOn(backend, "paging").mockImplementation(() => new Promise((resolve) => asked.push(resolve)));
});
afterEach(() => {
  vi.useRealTimers();
  vi.restoreAllMocks();
});

function paging(): Paging {
  return new Paging({
    speech: () => speech,
    composing: () => composing,
    draw: (starts) => drawn.push(starts),
  });
}

it("asks for none before it is in front, then at once", async () => {
  const pages = paging();
  pages.soon();
  await vi.advanceTimersByTimeAsync(5000);
  expect(asked).toHaveLength(0);
  pages.in("speech");
  expect(backend.paging).toHaveBeenCalledWith(speech, "speech");
  asked[0]!(told(3));
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.pages).toBe(3);
  expect(drawn).toEqual([told(3).starts]);
});

it("waits for a pause, and drops what has changed since", async () => {
  const pages = paging();
  pages.in("speech");
  pages.soon();
  asked[0]!(told(3));
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toEqual([]);
  await vi.advanceTimersByTimeAsync(400);
  pages.soon();
  await vi.advanceTimersByTimeAsync(600);
  expect(asked).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(200);
  asked[1]!(told(4));
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.pages).toBe(4);
});

it("asks one at a time, and another style after the one that is under way", async () => {
  const pages = paging();
  pages.in("speech");
  pages.in("reading");
  expect(asked).toHaveLength(1);
  asked[0]!(told(3));
  await vi.advanceTimersByTimeAsync(1000);
  expect(drawn).toEqual([]);
  expect(backend.paging).toHaveBeenLastCalledWith(speech, "reading");
  asked[1]!(told(7));
  await vi.advanceTimersByTimeAsync(0);
  expect(pages.pages).toBe(7);
});

it("draws nothing under a composition", async () => {
  const pages = paging();
  pages.in("speech");
  composing = true;
  asked[0]!(told(3));
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toEqual([]);
  composing = false;
  await vi.advanceTimersByTimeAsync(1000);
  asked[1]!(told(3));
  await vi.advanceTimersByTimeAsync(0);
  expect(drawn).toHaveLength(1);
});
