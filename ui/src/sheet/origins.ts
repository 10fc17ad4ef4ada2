// Where a block was taken from: a bar at its left, one colour for one source.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import { blockAttrs } from "./schema";

/** How many colours there are; the next source begins with the first again. */
const COLOURS = 6;

const key = new PluginKey<DecorationSet>("origins");

export const origins = new Plugin<DecorationSet>({
  key,
  state: {
    init: (_config, state) => draw(state.doc),
    apply: (transaction, drawn) => (transaction.docChanged ? draw(transaction.doc) : drawn),
  },
  props: { decorations: (state) => key.getState(state) },
});

function draw(doc: Node): DecorationSet {
  const sources: string[] = [];
  const decorations: Decoration[] = [];
  doc.forEach((node, offset) => {
    const { origin } = blockAttrs(node);
    if (!origin) return;
    if (!sources.includes(origin.document)) sources.push(origin.document);
    const colour = (sources.indexOf(origin.document) % COLOURS) + 1;
    decorations.push(Decoration.node(offset, offset + node.nodeSize, { "data-origin": String(colour) }));
  });
  return DecorationSet.create(doc, decorations);
}
