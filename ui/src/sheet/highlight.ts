// Blocks that are shown for a moment: what a search led to, what was just taken over.
import { Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { BlockId } from "../bindings";
import { blockAttrs } from "./schema";

const key = new PluginKey<BlockId[]>("highlight");

export const highlight = new Plugin<BlockId[]>({
  key,
  state: {
    init: () => [],
    apply: (transaction, shown) => (transaction.getMeta(key) as BlockId[] | undefined) ?? shown,
  },
  props: {
    decorations(state) {
      const shown = key.getState(state) ?? [];
      if (shown.length === 0) return DecorationSet.empty;
      const decorations: Decoration[] = [];
      state.doc.forEach((node, offset) => {
        if (!shown.includes(blockAttrs(node).id)) return;
        decorations.push(Decoration.node(offset, offset + node.nodeSize, { class: "shown" }));
      });
      return DecorationSet.create(state.doc, decorations);
    },
  },
});

/** Shows those blocks, and no others. */
export function withHighlight(transaction: Transaction, blocks: BlockId[]): Transaction {
  return transaction.setMeta(key, blocks);
}
