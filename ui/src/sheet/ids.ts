// Each block has an id of its own, for as long as it lives. The first part of a block that
// is split keeps it; what is new, pasted or doubled gets one that no block here ever had.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { blockAttrs } from "./schema";

const key = new PluginKey<number>("ids");

export const ids = new Plugin<number>({
  key,
  state: {
    init: (_config, state) => highest(state.doc, 0),
    apply: (transaction, last) => (transaction.docChanged ? highest(transaction.doc, last) : last),
  },
  appendTransaction(transactions, _before, state): Transaction | null {
    if (!transactions.some((transaction) => transaction.docChanged)) return null;
    let last = key.getState(state) ?? 0;
    const seen = new Set<number>();
    const transaction = state.tr;
    state.doc.forEach((node, offset) => {
      let { id } = blockAttrs(node);
      if (id === 0 || seen.has(id)) transaction.setNodeAttribute(offset, "id", (id = ++last));
      seen.add(id);
    });
    return transaction.docChanged ? transaction : null;
  },
});

function highest(doc: Node, last: number): number {
  return doc.children.reduce((high, node) => Math.max(high, blockAttrs(node).id), last);
}
