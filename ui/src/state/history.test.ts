// Former states of a draft, chosen by a quick hand.
import { afterEach, expect, it, vi } from "vitest";
import { backend } from "../backend";
import type { ComparedRow, RevisionRow, Speech } from "../bindings";
import type { OpenDocument } from "./document.svelte";
import { history } from "./history.svelte";

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
