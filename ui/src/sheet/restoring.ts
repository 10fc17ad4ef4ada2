// A former state of the text comes back: all of it, or one block. One transaction each.
import type { Node } from "prosemirror-model";
import type { EditorState, Transaction } from "prosemirror-state";
import type { BlockId, Speech } from "../bindings";
import { toDoc, toNode } from "./convert";
import { endOf } from "./edits";
import { withHighlight } from "./highlight";
import { fieldsOf, nodes, placeOf, slotAttrs } from "./schema";

/** Puts a whole text in the place of what stands on the sheet. */
export function replacing(state: EditorState, speech: Speech): Transaction {
  const { content } = toDoc(speech, true);
  const transaction = state.tr.replaceWith(0, state.doc.content.size, content);
  return transaction.setDocAttribute("fields", speech.fields);
}

/**
 * Brings one block back as it was: its words, all of it where it is gone, and its place where it
 * has moved; one that is new goes. Nothing where the text has it so, or neither text has it.
 */
export function restoring(
  state: EditorState,
  old: Speech,
  block: BlockId,
  hasMoved: boolean,
): Transaction | null {
  const transaction = state.tr;
  const idx = old.blocks.findIndex((one) => one.id === block);
  const place = placeOf(state.doc, block);
  const now = place === null ? null : state.doc.nodeAt(place)!;
  if (idx < 0) {
    // The last block stays: there is always a line to write in.
    if (place === null || state.doc.childCount < 2) return null;
    return transaction.delete(place, place + now!.nodeSize).scrollIntoView();
  }
  const node = toNode(old.blocks[idx]!);
  const before = old.blocks.slice(0, idx).map((one) => one.id);
  if (place === null) {
    transaction.insert(placeAfter(state.doc, before), node);
  } else if (!hasMoved) {
    if (node.eq(now!)) return null;
    transaction.replaceWith(place, place + now!.nodeSize, node);
  } else {
    const back = placeAfter(state.doc, before);
    if (back === place && node.eq(now!)) return null;
    transaction.insert(back, node);
    const gone = transaction.mapping.map(place);
    transaction.delete(gone, gone + now!.nodeSize);
  }
  // A slot that comes back asks for its field.
  const fields = fieldsOf(state.doc);
  const asked = node.children
    .filter((inline) => inline.type === nodes.slot)
    .map((slot) => slotAttrs(slot).field);
  const missing = asked.filter((id) => !fields.some((field) => field.id === id));
  const back = old.fields.filter((field) => missing.includes(field.id));
  if (back.length > 0) transaction.setDocAttribute("fields", [...fields, ...back]);
  return withHighlight(transaction, [block]);
}

/** Behind the last of those blocks that is still there; at the end of the text where none is. */
function placeAfter(doc: Node, before: BlockId[]): number {
  for (const id of [...before].reverse()) {
    const place = placeOf(doc, id);
    if (place !== null) return place + doc.nodeAt(place)!.nodeSize;
  }
  return before.length === 0 ? 0 : endOf(doc);
}
