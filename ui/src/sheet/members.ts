// The first sentence of a paragraph that begins with 一是, which a house style may have bold. It is
// told by the program's answers, and follows the text from one to the next: no answer is drawn
// under a composition, so nothing is drawn anew around the letters of an input method.
import { type EditorState, Plugin, PluginKey } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { Answer, BlockId } from "../bindings";
import { placesIn } from "./findings";
import { answered, drawnWords } from "./numbering";
import { placedBlocks, placeOf } from "./schema";

const key = new PluginKey<DecorationSet>("members");

export function members(answer: Answer): Plugin<DecorationSet> {
  return new Plugin<DecorationSet>({
    key,
    state: {
      init: (_config, state) => draw(state, answer),
      apply(transaction, before, _state, state) {
        const answer = answered(transaction);
        if (answer) return draw(state, answer);
        return transaction.docChanged ? before.map(transaction.mapping, transaction.doc) : before;
      },
    },
    props: { decorations: (state) => key.getState(state) },
  });
}

/** The first sentence of the member that a block begins with, as it is drawn; empty without one. */
export function memberOf(state: EditorState, block: BlockId): string {
  const place = placeOf(state.doc, block);
  if (place === null) return "";
  const node = state.doc.nodeAt(place)!;
  const [mark] = key.getState(state)?.find(place + 1, place + node.nodeSize - 1) ?? [];
  return mark ? drawnWords(state, node.cut(0, mark.to - place - 1)) : "";
}

function draw(state: EditorState, { blocks }: Answer): DecorationSet {
  const all = placedBlocks(state.doc);
  const marks = blocks.flatMap(({ block, member }) => {
    const placed = member > 0 ? all.get(block) : undefined;
    if (!placed) return [];
    const [from, to] = placesIn(state, placed.block, 0, member);
    const start = placed.place + 1;
    return [Decoration.inline(start + from, start + to, { class: "member" })];
  });
  return DecorationSet.create(state.doc, marks);
}
