// The wording that the text shares with another document, while the two are compared.
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { SharedWords } from "../bindings";
import { placesIn } from "./findings";
import { placedBlocks } from "./schema";

const key = new PluginKey<DecorationSet>("shared");

export const shared = new Plugin<DecorationSet>({
  key,
  state: {
    init: () => DecorationSet.empty,
    apply(transaction, drawn, _before, state) {
      const words = transaction.getMeta(key) as SharedWords[] | undefined;
      if (words) return draw(state, words);
      return transaction.docChanged ? drawn.map(transaction.mapping, transaction.doc) : drawn;
    },
  },
  props: { decorations: (state) => key.getState(state) },
});

/** Marks what is shared; nothing ends the comparison. */
export function withShared(transaction: Transaction, words: SharedWords[]): Transaction {
  return transaction.setMeta(key, words);
}

function draw(state: EditorState, words: SharedWords[]): DecorationSet {
  const blocks = placedBlocks(state.doc);
  const decorations = words.flatMap(({ block, from, to }) => {
    const placed = blocks.get(block);
    if (!placed) return [];
    const [start, end] = placesIn(state, placed.block, from, to);
    const at = placed.place + 1;
    return start < end ? [Decoration.inline(at + start, at + end, { class: "shared" })] : [];
  });
  return DecorationSet.create(state.doc, decorations);
}
