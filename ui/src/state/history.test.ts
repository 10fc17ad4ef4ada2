// Former states of a draft, chosen by a quick hand.
import { afterEach, expect, it, vi } from "vitest";
import { backend } from "../backend";
import type { ComparedRow, RevisionRow, Speech } from "../bindings";
import type { OpenDocument } from "./document.svelte";
import { history, versions } from "./history.svelte";

afterEach(() => vi.restoreAllMocks());

const row = (number: number): RevisionRow => ({
  number,
  name: `${number}稿`,
  changed: "2026-03-18T10:00:00Z",
});
const speech = (number: number): Speech => ({ version: number, blocks: [], fields: [] });

it("compares what was chosen last, whichever is answered first", async () => {
  const answers: Record<number, () => void> = {};
  vi.spyOn(backend, "revision").mockImplementation(async (_draft, number) => speech(number));
  vi.spyOn(backend, "compareRevision").mockImplementation(
    (_draft, number, now) =>
      new Promise((resolve) => {
        const compared: ComparedRow = { block: number * 10 + now.version, change: "same", pieces: [] };
        answers[number] = () => resolve([compared]);
      }),
  );
  history.draft = { id: "d1", speech: speech(9) } as OpenDocument;
  const first = history.choose(row(1));
  const second = history.choose(row(2));
  const third = history.compareWith(row(3));
  expect(history.chosen?.number).toBe(2);
  await vi.waitFor(() => expect(answers[1]).toBeDefined());
  await vi.waitFor(() => expect(backend.compareRevision).toHaveBeenCalledTimes(3));
  answers[2]!();
  await third;
  answers[1]!();
  await first;
  expect(history.compared.map(({ block }) => block)).toEqual([23]);
  void second;
});

it("lists the last state of each sitting, and all that have a name", () => {
  const at = (number: number, time: string, name: string | null = null): RevisionRow => ({
    number,
    name,
    changed: `2026-03-18T${time}:00Z`,
  });
  const rows = [
    at(8, "10:05"),
    at(7, "10:04"),
    at(6, "10:03", "二稿"),
    at(5, "10:00"),
    at(4, "09:30"),
    at(3, "09:25"),
    at(2, "09:21"),
    at(1, "09:20", "一稿"),
  ];
  // From 10:05 to 09:30 are 35 minutes; 09:20 is ten minutes before 09:30.
  expect(versions(rows).map(({ number }) => number)).toEqual([8, 6, 4, 1]);
  expect(versions([])).toEqual([]);
});
