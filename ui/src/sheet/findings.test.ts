// Findings stand under the very words that they are about, slots and drawn numbers included.
import { EditorState } from "prosemirror-state";
import type { DecorationSet } from "prosemirror-view";
import { describe, expect, it } from "vitest";
import type { Checked, FindingRow, Opened } from "../bindings";
import { leafWords, toDoc } from "./convert";
import { findingPlace, findings, marked, withFindings } from "./findings";
import { markersOf, numbering } from "./numbering";
import { fieldsOf, nodes } from "./schema";
import draft from "./fixtures/draft.json";
import draftChecked from "./fixtures/draft-checked.json";
import table from "./fixtures/table.json";
import tableChecked from "./fixtures/table-checked.json";

function sheet(opened: Opened, checked: Checked): EditorState {
  const doc = toDoc(opened.speech, true);
  const state = EditorState.create({ doc, plugins: [numbering(opened.answer), findings(() => {})] });
  return state.apply(withFindings(state.tr, checked.findings, null));
}

/** The words between two places, as they are read. */
function read(state: EditorState, from: number, to: number): string {
  const { doc } = state;
  let read = "";
  const $from = doc.resolve(from);
  const markers = markersOf(state, $from.parent);
  let nth = 0;
  $from.parent.forEach((inline, offset) => {
    const marker = inline.type === nodes.marker ? markers[nth++] : undefined;
    const start = $from.start() + offset;
    const words = inline.isText ? inline.text! : (marker ?? leafWords(inline, fieldsOf(doc)));
    if (inline.isText) read += words.slice(Math.max(from - start, 0), Math.max(to - start, 0));
    else if (start >= from && start < to) read += words;
  });
  return read;
}

describe.each([
  ["the sample", draft as unknown as Opened, draftChecked as unknown as Checked],
  [
    "a draft with members, slots and an emoji",
    table as unknown as Opened,
    tableChecked as unknown as Checked,
  ],
])("of %s", (_name, opened, checked) => {
  it("each is under its words", () => {
    const state = sheet(opened, checked);
    expect(checked.findings.length).toBeGreaterThan(0);
    for (const finding of checked.findings) {
      const place = findingPlace(state, finding);
      expect(place, finding.quote.text).not.toBeNull();
      if (finding.from < finding.to) expect(read(state, place!.from, place!.to)).toBe(finding.quote.text);
    }
    expect(marked(state).length).toBe(checked.findings.length);
  });
});

describe("what is typed", () => {
  const opened = table as unknown as Opened;
  const [first, ...others] = (tableChecked as unknown as Checked).findings as [FindingRow, ...FindingRow[]];

  it("moves what stands behind it", () => {
    const state = sheet(opened, { findings: [first, ...others], decisions: [] });
    const before = findingPlace(state, others.at(-1)!)!;
    const after = state.apply(state.tr.insertText("多写几个字", 1));
    expect(findingPlace(after, others.at(-1)!)).toEqual({ from: before.from + 5, to: before.to + 5 });
  });

  it("takes the mark of words that are deleted with them", () => {
    const state = sheet(opened, { findings: [first], decisions: [] });
    const { from, to } = findingPlace(state, first)!;
    expect(findingPlace(state.apply(state.tr.delete(from, to)), first)).toBeNull();
  });
});

describe("the next answer", () => {
  const opened = table as unknown as Opened;
  const all = (tableChecked as unknown as Checked).findings;
  const [first, ...others] = all as [FindingRow, ...FindingRow[]];
  const state = sheet(opened, { findings: all, decisions: [] });
  const next = (found: FindingRow[], inHand: FindingRow | null = null) =>
    state.apply(withFindings(state.tr, found, inHand));
  const marks = (of: EditorState): DecorationSet => of.plugins[1]!.getState(of).decorations;
  const places = (of: EditorState, found: FindingRow[]) => found.map((finding) => findingPlace(of, finding));

  it("draws nothing anew where all is as it was", () => {
    expect(marks(next(all))).toBe(marks(state));
  });

  it("frames the one in hand, and it alone", () => {
    const held = marks(next(all, first)).find(undefined, undefined, ({ look }) => look.endsWith(" held"));
    expect(held.map(({ spec }) => spec.finding)).toEqual([first]);
    expect(marked(next(all, first)).length).toBe(all.length);
  });

  it("takes away what is mended, and marks what is new", () => {
    const fewer = next(others);
    expect(findingPlace(fewer, first)).toBeNull();
    expect(places(fewer, others)).toEqual(places(state, others));
    const more = fewer.apply(withFindings(fewer.tr, all, null));
    expect(places(more, all)).toEqual(places(state, all));
  });
});
