// What is done to an open draft: taking over, filling, moving, undo, saving.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Answer, Failure, Opened, Speech, TakenOver } from "../bindings";
import { backend, Refused } from "../backend";
import table from "../sheet/fixtures/table.json";
import { OpenDocument } from "./document.svelte";

const opened = table as unknown as Opened;
const failure = (code: Failure["code"]): Refused =>
  new Refused({ code, message: { zh: "不行", en: "no" }, detail: "" });
const taken: TakenOver = {
  blocks: [
    {
      id: 15,
      kind: "paragraph",
      numeral: null,
      inlines: [{ text: { text: "新的一段", strong: false } }, { slot: { field: 4, as_written: "X" } }],
      origin: { document: "d9", block: 3, words: "新的一段" },
    },
  ],
  fields: [{ id: 4, kind: "number", label: "户数", unit: "户", value: null }],
};

let draft: OpenDocument;
const words = () => draft.editor.doc.children.map((node) => node.textContent);
const idsNow = () => draft.speech.blocks.map((block) => block.id);
const type = (text: string, place = 2) => draft.dispatch(draft.editor.tr.insertText(text, place));

beforeEach(() => {
  vi.useFakeTimers();
  vi.spyOn(backend, "answer").mockImplementation(async () => opened.answer);
  vi.spyOn(backend, "typed").mockImplementation(async () => null);
  vi.spyOn(backend, "check").mockImplementation(async () => ({ findings: [], decisions: [] }));
  vi.spyOn(backend, "take").mockImplementation(async () => taken);
  vi.spyOn(backend, "saveDraft").mockImplementation(async () => ({ revisions: 2, changed: "2026-03-18" }));
  draft = new OpenDocument(structuredClone(opened));
});
afterEach(() => {
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("taking over", () => {
  it("goes before the closing while no cursor was put anywhere, and is one step", async () => {
    const before = draft.speech;
    await draft.takeOver({ document: "d9", extent: { passage: 3 } });
    expect(words().at(-2)).toBe("新的一段X");
    expect(draft.speech.fields.at(-1)!.label).toBe("户数");
    draft.undo();
    expect(draft.speech).toEqual(before);
    draft.redo();
    expect(draft.speech.fields.at(-1)!.label).toBe("户数");
  });

  it("goes behind the line with the cursor, a run-in line included", async () => {
    draft.show(7);
    await draft.takeOver({ document: "d9", extent: { passage: 3 } });
    expect(idsNow().slice(6, 9)).toEqual([7, 8, 15]);
    expect(draft.block).toBe(15);
  });

  it("never goes into the head", async () => {
    draft.show(2);
    await draft.takeOver({ document: "d9", extent: { passage: 3 } });
    expect(idsNow().slice(2, 5)).toEqual([3, 4, 15]);
  });

  it("fills an empty draft: what only kept the place gives way, a title to be written stays", async () => {
    const { blocks, fields } = opened.speech;
    draft = new OpenDocument({ ...opened, speech: { version: 1, blocks: [], fields: [] } });
    vi.mocked(backend.take).mockImplementationOnce(async () => ({ blocks, fields }));
    await draft.takeOver({ document: "d9", extent: "whole" });
    expect(words()).toEqual(new OpenDocument(opened).editor.doc.children.map((node) => node.textContent));
    draft.undo();
    expect(words()).toEqual(["", ""]);
    await draft.takeOver({ document: "d9", extent: { passage: 3 } });
    expect(words()).toEqual(["", "新的一段X"]);
  });

  it("two at once give four blocks with ids of their own", async () => {
    const take = () => draft.takeOver({ document: "d9", extent: { passage: 3 } });
    await Promise.all([take(), take()]);
    expect(new Set(idsNow()).size).toBe(opened.speech.blocks.length + 2);
    expect(draft.speech.fields.filter((field) => field.id === 4)).toHaveLength(1);
  });
});

describe("filling", () => {
  const answered = (value: string | null) =>
    vi.spyOn(backend, "fill").mockImplementation(async (speech) => ({
      fields: speech.fields.map((field) => (field.id === 1 ? { ...field, value } : field)),
      filled: [],
      unmatched: value === null ? [{ label: "增幅", candidates: [1] }] : [],
      open: [],
    }));
  const value = () => draft.fields.find((use) => use.field.id === 1)!.field.value;

  it("is undone and redone like typing", async () => {
    answered("4.1");
    expect(await draft.fill(1, "4.1")).toBe(true);
    expect(value()).toBe("4.1");
    draft.undo();
    expect(value()).toBeNull();
    draft.redo();
    expect(value()).toBe("4.1");
  });

  it("says when a value does not fit, and changes nothing", async () => {
    answered(null);
    expect(await draft.fill(1, "很多")).toBe(false);
    expect(draft.canUndo).toBe(false);
  });
});

describe("moving a section", () => {
  it("takes all under its heading along, before another, in one step", () => {
    draft.moveSection(11, 6);
    expect(idsNow()).toEqual([1, 2, 3, 4, 5, 11, 12, 13, 6, 7, 8, 9, 10, 14]);
    expect(draft.block).toBe(11);
    draft.undo();
    expect(draft.speech).toEqual(opened.speech);
  });

  it("to the end, before what closes the speech", () => {
    draft.moveSection(7, null);
    expect(idsNow()).toEqual([1, 2, 3, 4, 5, 6, 11, 12, 13, 7, 8, 9, 10, 14]);
  });

  it("to where it stands changes nothing", () => {
    draft.moveSection(7, 11);
    draft.moveSection(6, 7);
    expect(draft.canUndo).toBe(false);
  });
});

describe("saving", () => {
  const stored = () => vi.mocked(backend.saveDraft).mock.calls.map(([, speech]) => speech as Speech);

  it("is true to the text: unsaved at once, saved when that text is stored", async () => {
    type("甲");
    expect(draft.saving).toBe("unsaved");
    await vi.advanceTimersByTimeAsync(599);
    expect(stored()).toHaveLength(0);
    await vi.advanceTimersByTimeAsync(1);
    expect(draft.saving).toBe("saved");
    expect(draft.savedAt).toBe("2026-03-18");
    expect(stored()[0]).toEqual(draft.speech);
  });

  it("comes every three seconds at the latest while the writer goes on", async () => {
    for (let nth = 0; nth < 8; nth++) {
      type("甲");
      await vi.advanceTimersByTimeAsync(500);
    }
    expect(stored()).toHaveLength(1);
  });

  it("one at a time, and what was typed meanwhile is not called saved", async () => {
    let done = () => {};
    vi.mocked(backend.saveDraft).mockImplementationOnce(
      () => new Promise((resolve) => (done = () => resolve({ revisions: 2, changed: "2026" }))),
    );
    type("甲");
    await vi.advanceTimersByTimeAsync(600);
    type("乙");
    await vi.advanceTimersByTimeAsync(600);
    expect(stored()).toHaveLength(1);
    done();
    await vi.advanceTimersByTimeAsync(0);
    expect(stored()).toHaveLength(2);
    expect(draft.saving).toBe("saved");
    expect(stored()[1]).toEqual(draft.speech);
  });

  it("says that it failed, and tries again at the next change", async () => {
    vi.mocked(backend.saveDraft).mockRejectedValueOnce(failure("failed"));
    type("甲");
    expect(await draft.save()).toBe(false);
    expect(draft.saving).toBe("failed");
    expect(draft.failure?.message.zh).toBe("不行");
    type("乙");
    expect(draft.saving).toBe("failed");
    await vi.advanceTimersByTimeAsync(600);
    expect(draft.saving).toBe("saved");
    expect(draft.failure).toBeNull();
  });

  it("waits a moment and tries once more while somebody else writes", async () => {
    vi.mocked(backend.saveDraft).mockRejectedValueOnce(failure("busy"));
    type("甲");
    const saved = draft.save();
    await vi.advanceTimersByTimeAsync(400);
    expect(await saved).toBe(true);
    expect(stored()).toHaveLength(2);
  });

  it("has nothing to do where undo brought back what is stored", async () => {
    type("甲");
    draft.undo();
    expect(draft.saving).toBe("saved");
    await vi.advanceTimersByTimeAsync(5000);
    expect(stored()).toHaveLength(0);
  });
});

describe("numbers", () => {
  const answer = (characters: number): Answer => ({ ...opened.answer, characters });

  it("are asked for once the keys rest, and an overtaken answer is dropped", async () => {
    let late = (_answer: Answer) => {};
    vi.mocked(backend.answer)
      .mockImplementationOnce(() => new Promise((resolve) => (late = resolve)))
      .mockImplementationOnce(async () => answer(2));
    type("甲");
    type("乙");
    await vi.advanceTimersByTimeAsync(120);
    expect(backend.answer).toHaveBeenCalledTimes(1);
    type("丙");
    await vi.advanceTimersByTimeAsync(120);
    late(answer(1));
    await vi.advanceTimersByTimeAsync(0);
    expect(draft.answer.characters).toBe(2);
  });

  it("are not drawn under a composition", async () => {
    let composing = true;
    draft.attach({
      draw: () => {},
      composing: () => composing,
      reveal: () => {},
      focus: () => {},
      placeAt: () => null,
      painted: async () => {},
    });
    type("ni");
    await vi.advanceTimersByTimeAsync(5000);
    expect(backend.answer).not.toHaveBeenCalled();
    expect(backend.saveDraft).not.toHaveBeenCalled();
    composing = false;
    await vi.advanceTimersByTimeAsync(600);
    expect(backend.answer).toHaveBeenCalledOnce();
    expect(draft.saving).toBe("saved");
  });
});

it("a draft whose text was deleted has a title to be written in", () => {
  draft.dispatch(draft.editor.tr.delete(0, draft.editor.doc.content.size));
  expect(draft.editor.doc.firstChild!.type.name).toBe("title");
  expect(draft.speech.blocks).toEqual([]);
  draft.undo();
  expect(draft.speech).toEqual(opened.speech);
});

it("what is not a draft can't be changed", () => {
  draft = new OpenDocument({ ...opened, row: { ...opened.row, kind: "speech" } });
  type("甲");
  draft.setLevel(1);
  expect(draft.speech).toEqual(opened.speech);
});
