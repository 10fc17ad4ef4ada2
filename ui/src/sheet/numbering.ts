// The numbers of headings and the words of markers, drawn where they belong. They come from
// the program and follow their block by its id, so between two answers nothing flickers; a
// heading's is an attribute for the style to show, so no text around the caret is touched.
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type NodeView } from "prosemirror-view";
import type { Answer, BlockAnswer, BlockId } from "../bindings";
import { leafWords } from "./convert";
import { blockAttrs, fieldsOf, nodes } from "./schema";

type Drawn = { blocks: Map<BlockId, BlockAnswer>; decorations: DecorationSet };

const key = new PluginKey<Drawn>("numbering");

export function numbering(answer: Answer): Plugin<Drawn> {
  return new Plugin<Drawn>({
    key,
    state: {
      init: (_config, state) => draw(state.doc, answer),
      apply(transaction, drawn) {
        const answer = answered(transaction);
        if (answer) return draw(transaction.doc, answer);
        return transaction.docChanged ? redraw(transaction.doc, drawn.blocks) : drawn;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      nodeViews: { marker: (node, _view, _place, decorations) => new MarkerView(node, decorations) },
    },
  });
}

/** Draws what was answered. */
export function withAnswer(transaction: Transaction, answer: Answer): Transaction {
  return transaction.setMeta(key, answer);
}

/** What a transaction draws of what was answered. */
export function answered(transaction: Transaction): Answer | undefined {
  return transaction.getMeta(key) as Answer | undefined;
}

/** The number before a heading, as it is drawn now; empty where there is none. */
export function numeralOf(state: EditorState, heading: Node): string {
  const { id, numeral } = blockAttrs(heading);
  return numeral === null ? "" : (key.getState(state)?.blocks.get(id)?.numeral ?? "");
}

/** The words of a block's markers, as they are drawn now. */
export function markersOf(state: EditorState, block: Node): string[] {
  return key.getState(state)?.blocks.get(blockAttrs(block).id)?.markers ?? [];
}

/** The words of a block as they are drawn now, without the number before it. */
export function drawnWords(state: EditorState, block: Node): string {
  const markers = markersOf(state, block);
  const fields = fieldsOf(state.doc);
  let nth = 0;
  return block.textBetween(0, block.content.size, "", (leaf) =>
    leaf.type === nodes.marker ? (markers[nth++] ?? leaf.attrs.asWritten) : leafWords(leaf, fields),
  );
}

function draw(doc: Node, answer: Answer): Drawn {
  return redraw(doc, new Map(answer.blocks.map((block) => [block.block, block])));
}

function redraw(doc: Node, blocks: Map<BlockId, BlockAnswer>): Drawn {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset) => {
    const answer = blocks.get(blockAttrs(node).id);
    if (!answer) return;
    if (answer.numeral && node.type === nodes.heading && blockAttrs(node).numeral !== null) {
      const numeral = answer.numeral.trim();
      const drawn = { "data-numeral": numeral, style: `--numeral-width: ${width(numeral)}em` };
      decorations.push(Decoration.node(offset, offset + node.nodeSize, drawn));
    }
    let nth = 0;
    node.forEach((inline, inner) => {
      if (inline.type !== nodes.marker) return;
      const place = offset + 1 + inner;
      decorations.push(Decoration.node(place, place + 1, {}, { words: answer.markers[nth++] }));
    });
  });
  return { blocks, decorations: DecorationSet.create(doc, decorations) };
}

/** About how wide a number is, in characters. */
function width(numeral: string): number {
  return [...numeral].reduce((sum, character) => sum + (character < "\u0100" ? 0.56 : 1), 0);
}

class MarkerView implements NodeView {
  readonly dom = document.createElement("span");

  constructor(node: Node, decorations: readonly Decoration[]) {
    this.dom.className = "marker";
    this.dom.contentEditable = "false";
    this.update(node, decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== nodes.marker) return false;
    const words = decorations.find((each) => each.spec.words)?.spec.words ?? node.attrs.asWritten;
    if (this.dom.textContent !== words) this.dom.textContent = words;
    return true;
  }

  ignoreMutation = () => true;
}
