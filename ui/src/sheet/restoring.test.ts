// One block of a former text comes back, in its words and its place.
import { EditorState } from "prosemirror-state";
import { expect, it } from "vitest";
import type { Block, Speech } from "../bindings";
import { toDoc, toSpeech } from "./convert";
import { restoring } from "./restoring";

/** A text with a block a word; its id is the digit that it begins with. */
function speech(blocks: string): Speech {
  const block = (word: string): Block => ({
    id: Number(word[0]),
    kind: "paragraph",
    numeral: null,
    inlines: [{ text: { text: word.slice(1), strong: false } }],
    origin: null,
  });
  return { version: 1, blocks: blocks.split(" ").map(block), fields: [] };
}

// What it was, what it is, the block that comes back, and what it is then; nothing where no step is made.
it.each<[string, string, string, number, string | null, boolean?]>([
  ["its words", "1甲 2乙 3丙", "1甲 2乙丁 3丙戊", 2, "1甲 2乙 3丙戊"],
  ["what is gone", "1甲 2乙 3丙", "1甲 3丙戊", 2, "1甲 2乙 3丙戊"],
  ["what is gone from the start", "1甲 2乙", "2乙", 1, "1甲 2乙"],
  ["what is new goes", "1甲", "1甲 2乙", 2, "1甲"],
  ["the last line stays", "1甲", "2乙", 2, null],
  ["what is so already", "1甲 2乙", "1甲丁 2乙", 2, null],
  ["what moved down", "1甲 2乙 3丙", "2乙 3丙 1甲丁", 1, "1甲 2乙 3丙", true],
  ["what moved up", "1甲 2乙 3丙", "3丙 1甲 2乙", 3, "1甲 2乙 3丙", true],
  ["what stands in its place", "1甲 2乙 3丙", "1甲 2乙 3丙丁", 2, null, true],
  ["its words, in its place", "1甲 2乙", "1甲 2乙丁", 2, "1甲 2乙", true],
  ["words alone, behind what is new", "1甲 2乙", "1甲 4丁 2乙戊", 2, "1甲 4丁 2乙"],
])("%s", (_what, was, is, block, then, hasMoved = false) => {
  const state = EditorState.create({ doc: toDoc(speech(is), false) });
  const transaction = restoring(state, speech(was), block, hasMoved);
  if (then === null) return expect(transaction).toBeNull();
  expect(toSpeech(transaction!.doc).blocks).toEqual(speech(then).blocks);
});
