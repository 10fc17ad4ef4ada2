// The first sentence of a member is marked as it is drawn, and the mark follows the text.
import { EditorState } from "prosemirror-state";
import { expect, it } from "vitest";
import type { Answer, Opened } from "../bindings";
import { toDoc } from "./convert";
import { memberOf, members } from "./members";
import { numbering, withAnswer } from "./numbering";
import { placeOf } from "./schema";
import table from "./fixtures/table.json";

const { speech, answer } = table as unknown as Opened;
const [begins] = answer.blocks.filter(({ member }) => member > 0);
const block = begins!.block;

function sheet(answer: Answer): EditorState {
  const doc = toDoc(speech, true);
  return EditorState.create({ doc, plugins: [numbering(answer), members(answer)] });
}

it("is told in characters, markers and slots counted as they are drawn", () => {
  const sentence = memberOf(sheet(answer), block);
  expect([...sentence]).toHaveLength(begins!.member);
  expect(sentence.startsWith(begins!.markers[0]!) && sentence.endsWith("。")).toBe(true);
  expect(memberOf(sheet(answer), answer.blocks[0]!.block)).toBe("");
});

it("grows with what is typed in it, not with what is typed behind it, until the next answer", () => {
  const state = sheet(answer);
  const sentence = memberOf(state, block);
  const start = placeOf(state.doc, block)! + 1;
  const node = state.doc.nodeAt(start - 1)!;
  const end = start + node.textBetween(0, node.content.size, "", "\ufffc").indexOf("。") + 1;
  const within = state.apply(state.tr.insertText("你好", start + 2));
  expect(memberOf(within, block).length).toBe(sentence.length + 2);
  const behind = state.apply(state.tr.insertText("你好", end));
  expect(behind.doc.nodeAt(start - 1)!.textContent).toContain("。你好");
  expect(memberOf(behind, block)).toBe(sentence);
  const none = { ...answer, blocks: answer.blocks.map((one) => ({ ...one, member: 0 })) };
  expect(memberOf(within.apply(withAnswer(within.tr, none)), block)).toBe("");
});
