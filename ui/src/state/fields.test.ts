// Filling by hand: what is listed, when a value goes in, and the way to the next field.
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { OpenDocument } from "./document.svelte";
import { fields, groups, nextOpen, QUIET } from "./fields.svelte";
import { tabs } from "./tabs.svelte";

/** A draft with two headings and fields 1 … 4, of which 2 is filled. */
class Draft {
  id = "d1";
  editable = true;
  field: number | null = null;
  answer = {
    sections: [
      { block: 10, numeral: "一、", text: "坚守底线" },
      { block: 20, numeral: "二、", text: "争当弄潮儿" },
    ],
  };
  fields = [use(1, 10), use(2, 10, "72"), use(3, 20), use(4, null)];
  fill = vi.fn(async (field: number, value: string) => {
    if (value === "不是数") return false;
    const filled = this.fields.find((one) => one.field.id === field);
    if (filled) filled.field.value = value || null;
    return true;
  });
}

function use(id: number, section: number | null, value: string | null = null) {
  return { field: { id, value }, place: { field: id, section, slots: [] } };
}

let draft: Draft;
let front: OpenDocument;

beforeEach(() => {
  vi.useFakeTimers();
  draft = new Draft();
  front = draft as unknown as OpenDocument;
  tabs.front = front;
  fields.onlyOpen = false;
});

afterEach(() => vi.useRealTimers());

describe("the list", () => {
  test("is by section, what stands under none first", () => {
    const told = groups(front).map(({ heading, uses, open }) => [
      heading,
      uses.map((one) => one.field.id),
      open,
    ]);
    expect(told).toEqual([
      ["", [4], 1],
      ["一、坚守底线", [1, 2], 1],
      ["二、争当弄潮儿", [3], 1],
    ]);
  });

  test("keeps the field in hand among the open ones", () => {
    const listed = () => fields.groups.flatMap((group) => group.uses.map((one) => one.field.id));
    fields.onlyOpen = true;
    expect(listed()).toEqual([4, 1, 3]);
    draft.field = 2;
    tabs.front = null;
    tabs.front = front;
    expect(listed()).toEqual([4, 1, 2, 3]);
  });
});

describe("the way to the next open field", () => {
  const uses = () => front.fields;

  test("passes over filled ones, both ways", () => {
    expect(nextOpen(uses(), 1, 1, false)).toBe(3);
    expect(nextOpen(uses(), 3, -1, false)).toBe(1);
    expect(nextOpen(uses(), null, 1, false)).toBe(1);
    expect(nextOpen(uses(), null, -1, false)).toBe(4);
  });

  test("ends, or goes around without coming back to itself", () => {
    expect(nextOpen(uses(), 4, 1, false)).toBeNull();
    expect(nextOpen(uses(), 4, 1, true)).toBe(1);
    expect(nextOpen([...uses()].slice(3), 4, 1, true)).toBeNull();
  });
});

describe("typing", () => {
  test("goes in once the keys are quiet", async () => {
    fields.type(front, 1, "4", false);
    await vi.advanceTimersByTimeAsync(QUIET - 1);
    fields.type(front, 1, "4.1", false);
    await vi.advanceTimersByTimeAsync(QUIET);
    expect(draft.fill.mock.calls).toEqual([[1, "4.1"]]);
  });

  test("waits while it is composed", async () => {
    fields.type(front, 3, "shi", true);
    await vi.advanceTimersByTimeAsync(QUIET * 10);
    expect(draft.fill).not.toHaveBeenCalled();
    fields.type(front, 3, "石泉县", false);
    await vi.advanceTimersByTimeAsync(QUIET);
    expect(draft.fill.mock.calls).toEqual([[3, "石泉县"]]);
  });

  test("goes in at once when the field is left, and once only", async () => {
    fields.type(front, 1, "4.1", false);
    await fields.commit();
    await fields.commit();
    await vi.advanceTimersByTimeAsync(QUIET);
    expect(draft.fill.mock.calls).toEqual([[1, "4.1"]]);
  });

  test("of one field is put in before another is typed into", async () => {
    fields.type(front, 1, "4.1", false);
    fields.type(front, 3, "石泉县", false);
    await fields.commit();
    expect(draft.fill.mock.calls).toEqual([
      [1, "4.1"],
      [3, "石泉县"],
    ]);
  });

  test("of what is there already makes no step of undo", async () => {
    fields.type(front, 2, " 72 ", false);
    await fields.commit();
    expect(draft.fill).not.toHaveBeenCalled();
  });

  test("keeps what does not fit beside the field, until it does", async () => {
    fields.type(front, 1, "不是数", false);
    await fields.commit();
    expect(fields.misfit(front, 1)).toBe("不是数");
    fields.type(front, 1, "", false);
    await fields.commit();
    expect(fields.misfit(front, 1)).toBeUndefined();
  });
});
