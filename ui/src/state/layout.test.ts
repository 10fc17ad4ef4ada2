// What the window finds again.
import { describe, expect, it, vi } from "vitest";

const opened: unknown[] = [];
const remember = vi.fn(async (_value: string) => {});
let remembered: string | null = null;

vi.mock("../backend", () => ({ backend: { remembered: async () => remembered, remember } }));
vi.mock("./notices.svelte", () => ({ notices: { refuse: () => {} } }));
vi.mock("./tabs.svelte", () => ({
  tabs: {
    open: [{ id: "d1" }, { id: "d2" }],
    front: { id: "d1" },
    reopen: async (...asked: unknown[]) => void opened.push(asked),
  },
}));
const { fitted, layout } = await import("./layout.svelte");

describe("the widths of the side panes", () => {
  it("are as chosen where the sheet has room", () => {
    expect(fitted(336, 316, 1366)).toEqual({ left: 336, right: 316 });
    expect(fitted(336, 0, 1024)).toEqual({ left: 336, right: 0 });
  });

  it("shrink alike in a small window", () => {
    const { left, right } = fitted(400, 400, 1024);
    expect(left).toBe(right);
    expect(1024 - left - right).toBeGreaterThanOrEqual(480);
  });
});

describe("a window that is drawn large", () => {
  it("is so by steps, and no further than there are any", () => {
    const met = [1, 1, 1, 1, 1, 1, -1].map((by) => (layout.scaleBy(by as 1 | -1), layout.scale));
    expect(met).toEqual([110, 125, 150, 175, 200, 200, 175]);
    layout.scale = 100;
  });

  it("has room for one side pane, the one that was asked for last", () => {
    const shown = () => [layout.isShown("leftShown"), layout.isShown("rightShown")];
    layout.room = 683;
    layout.show("rightShown");
    expect(shown()).toEqual([false, true]);
    layout.toggle("leftShown");
    expect(shown()).toEqual([true, false]);
    layout.toggle("leftShown");
    expect(shown()).toEqual([false, false]);
    layout.room = 1366;
    expect(shown()).toEqual([true, true]);
    layout.toggle("leftShown");
    expect(shown()).toEqual([false, true]);
  });

  it("leaves that pane as wide as can be read", () => {
    expect(fitted(0, 0, 358, 240)).toEqual({ left: 0, right: 0 });
    expect(fitted(336, 0, 683, 240)).toEqual({ left: 240, right: 0 });
  });
});

describe("the next start", () => {
  it("keeps nothing before it knows what was kept", async () => {
    layout.theme = "dark";
    await layout.keepNow();
    expect(remember).not.toHaveBeenCalled();
  });

  it("finds language, theme and tabs again", async () => {
    remembered = JSON.stringify({
      language: "en",
      theme: "light",
      asked: true,
      open: ["d1", "d2"],
      front: "d1",
    });
    await layout.restore();
    expect([layout.language, layout.theme, layout.asked, layout.left]).toEqual(["en", "light", true, 336]);
    expect(opened).toEqual([[["d1", "d2"], "d1"]]);
    await layout.keepNow();
    expect(JSON.parse(remember.mock.calls[0]![0])).toMatchObject({
      theme: "light",
      open: ["d1", "d2"],
      front: "d1",
    });
  });

  it("is drawn as large as it was, but not out of all proportion", async () => {
    for (const [kept, drawn] of [
      [150, 150],
      [9000, 100],
      ["wide", 100],
    ]) {
      remembered = JSON.stringify({ scale: kept });
      await layout.restore();
      expect(layout.scale).toBe(drawn);
    }
  });

  it("begins as new where what was kept can't be read", async () => {
    remembered = "[1, 2";
    await layout.restore();
    expect(layout.restored).toBe(true);
  });
});
