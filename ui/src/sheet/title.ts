// A draft always has a title to be written in: its name. Where the last one was deleted, an
// empty one stands in its place.
import { type EditorState, Plugin } from "prosemirror-state";
import { drawnWords } from "./numbering";
import { nodes } from "./schema";

export const title = new Plugin({
  appendTransaction(transactions, _before, state) {
    const composed = transactions.some((transaction) => transaction.getMeta("composition") !== undefined);
    if (composed || state.doc.children.some((node) => node.type === nodes.title)) return null;
    return state.tr.insert(0, nodes.title!.create());
  },
});

/** The words of the title, as they are drawn now; empty without one. */
export function titleOf(state: EditorState): string {
  const lines = state.doc.children.filter((node) => node.type === nodes.title);
  return lines
    .map((node) => drawnWords(state, node))
    .join("")
    .trim();
}
