// Open documents: the one in front, what is taken into which, what closing does.
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Opened, Source } from "../bindings";
import { backend, Refused } from "../backend";
import empty from "../sheet/fixtures/empty.json";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

const opened = (id: string, kind: "draft" | "speech"): Opened => {
  const { row, ...rest } = empty as unknown as Opened;
  return { ...rest, row: { ...row, id, kind } };
};
const source: Source = { document: "d1", extent: "whole" };
const open = () => tabs.open.map((document) => document.id);

beforeEach(() => {
  let made = 0;
  vi.spyOn(backend, "openDocument").mockImplementation(async (id) => opened(id, "speech"));
  vi.spyOn(backend, "typed").mockImplementation(async () => null);
  vi.spyOn(backend, "check").mockImplementation(async () => ({ findings: [], decisions: [] }));
  vi.spyOn(backend, "newDraft").mockImplementation(async () => opened(`draft${++made}`, "draft"));
  vi.spyOn(backend, "take").mockImplementation(async () => ({ blocks: [], fields: [] }));
  tabs.open = [];
  tabs.front = null;
});
afterEach(() => vi.restoreAllMocks());

describe("tabs", () => {
  it("open a document once, however often it is asked for", async () => {
    await Promise.all([tabs.show("d1"), tabs.show("d1"), tabs.show("d2")]);
    await tabs.show("d1");
    expect(open()).toEqual(["d1", "d2"]);
    expect(tabs.front?.id).toBe("d1");
    expect(backend.openDocument).toHaveBeenCalledTimes(2);
  });

  it("come back as they were left, less what is gone, and only one is drawn", async () => {
    vi.spyOn(backend, "openDocument").mockImplementation(async (id) => {
      if (id === "gone") throw new Error("gone");
      return opened(id, "speech");
    });
    const fronts: unknown[] = [];
    vi.spyOn(tabs, "front", "set").mockImplementation((document) => fronts.push(document?.id));
    await tabs.reopen(["d1", "gone", "d2"], "d1");
    expect(open()).toEqual(["d1", "d2"]);
    expect(fronts).toEqual(["d1"]);
    tabs.open = [];
    await tabs.reopen(["d1", "d2"], "gone");
    expect(fronts).toEqual(["d1", "d2"]);
  });

  it("go round", async () => {
    for (const id of ["d1", "d2", "d3"]) await tabs.show(id);
    tabs.step(1);
    expect(tabs.front?.id).toBe("d1");
    tabs.step(-1);
    expect(tabs.front?.id).toBe("d3");
  });

  it("take into the draft that was in front last, and make one where none is open", async () => {
    await tabs.take(source);
    expect(open()).toEqual(["draft1"]);
    await tabs.show("d1");
    await tabs.take(source);
    expect(tabs.front?.id).toBe("draft1");
    expect(backend.take).toHaveBeenCalledOnce();
    await tabs.close(tabs.front!);
    await tabs.take(source);
    expect(open()).toEqual(["d1", "draft2"]);
  });

  it("stay open while their text can't be stored, and say so", async () => {
    const failure = { code: "failed", message: { zh: "", en: "" }, detail: "" } as const;
    vi.spyOn(backend, "saveDraft").mockRejectedValue(new Refused(failure));
    await tabs.newDraft(null);
    const draft = tabs.front!;
    draft.dispatch(draft.editor.tr.insertText("甲", 1));
    await tabs.close(draft);
    expect(open()).toEqual(["draft1"]);
    notices.shown.at(-1)!.action!.run();
    expect(open()).toEqual([]);
    expect(tabs.front).toBeNull();
  });
});
