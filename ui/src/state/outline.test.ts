// Where a section may go, and how it gets there.
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { SectionAnswer } from "../bindings";
import type { OpenDocument } from "./document.svelte";
import { outline, past, places, rows } from "./outline.svelte";
import { tabs } from "./tabs.svelte";

/** Headings of a text, one letter and one level each; each has a line of text under it. */
function sections(text: string): SectionAnswer[] {
  const levels = [...text].map(Number);
  return levels.map((level, idx) => {
    const next = levels.findIndex((other, at) => at > idx && other <= level);
    const end = (next < 0 ? levels.length : next) * 2;
    return { block: idx, level, start: idx * 2, end, numeral: "", text: "", characters: 0, tenths: 0 };
  });
}

const places_of = (text: string, heading: number) =>
  places(sections(text), heading).map((place) => place.before);

describe("the tree", () => {
  test("follows from extents", () => {
    const tree = rows(sections("12213"));
    expect(tree.map((row) => row.depth)).toEqual([0, 1, 1, 0, 1]);
    expect(tree.map((row) => row.parent)).toEqual([null, 0, 0, null, 3]);
    expect(tree.map((row) => row.inner)).toEqual([true, false, false, true, false]);
  });
});

describe("places", () => {
  test("a section goes before its like or to the end, never where it is", () => {
    expect(places_of("111", 0)).toEqual([2, null]);
    expect(places_of("111", 1)).toEqual([0, null]);
    expect(places_of("111", 2)).toEqual([0, 1]);
  });

  test("it takes no deeper section in", () => {
    expect(places_of("122122", 0)).toEqual([null]);
    expect(places_of("122122", 3)).toEqual([0]);
  });

  test("an inner section may change over into another, not out of all", () => {
    // （一）（二） of 一, （一） of 二: （二） before （一）, into 二 in either place.
    expect(places_of("12212", 2)).toEqual([1, 4, null]);
    expect(places_of("12212", 4)).toEqual([1, 2, 3]);
  });

  test("where no section is around it, none is asked for", () => {
    expect(places_of("22", 1)).toEqual([0]);
  });
});

describe("keys", () => {
  test("move past the section beside, with all that is in it", () => {
    expect(past(sections("1221"), 3, -1)).toEqual({ before: 0, start: 0 });
    expect(past(sections("1221"), 0, 1)).toEqual({ before: null, start: 8 });
    expect(past(sections("122"), 1, 1)).toEqual({ before: null, start: 6 });
  });

  test("stop at the end of the way", () => {
    expect(past(sections("11"), 0, -1)).toBeNull();
    expect(past(sections("11"), 1, 1)).toBeNull();
    expect(past(sections("121"), 1, -1)).toBeNull();
  });
});

describe("the pane", () => {
  class Draft {
    id = "d1";
    editable = true;
    answer = { blocks: [], sections: sections("12213") };
    block = 0;
    moveSection = vi.fn();
  }
  let draft: Draft;

  beforeEach(() => {
    draft = new Draft();
    tabs.front = draft as unknown as OpenDocument;
  });

  const shown = () => outline.rows.map((row) => row.section.block);

  test("hides what is in a folded section", () => {
    outline.choose(2);
    outline.fold();
    expect(outline.active?.section.block).toBe(0);
    outline.fold();
    expect(shown()).toEqual([0, 3, 4]);
    outline.unfold();
    expect(shown()).toEqual([0, 1, 2, 3, 4]);
    outline.unfold();
    expect(outline.active?.section.block).toBe(1);
  });

  test("moves the section in hand, and nothing of a document that is only read", () => {
    outline.choose(3);
    outline.move(-1);
    expect(draft.moveSection).toHaveBeenCalledWith(3, 0);
    draft.editable = false;
    outline.move(-1);
    expect(draft.moveSection).toHaveBeenCalledTimes(1);
  });

  test("lets a drag without a place fall", () => {
    outline.drag = { heading: 0, place: null };
    outline.drop();
    expect(draft.moveSection).not.toHaveBeenCalled();
    expect(outline.drag).toBeNull();
  });
});
