// Where the pages of the house style begin: a thin line in the margins beside the line of the
// text, with the page's number, and a small corner at the very character.
//
// The marks lie over the page and not in the text, so that no caret, no selection, no copy and no
// input method ever meets them. Between two answers they follow the text.
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { PageStart } from "../bindings";
import { placesIn } from "./findings";
import { type PlacedBlock, placedBlocks } from "./schema";

/** A page, and the place of the text that it begins at. */
type Mark = { page: number; place: number };

/** Those of the last answer, moved along with the text since. */
type Marks = { answer: PageStart[]; marks: Mark[] };

const key = new PluginKey<Marks>("pageMarks");

/** Draws where pages begin. */
export function withPages(transaction: Transaction, starts: PageStart[]): Transaction {
  return transaction.setMeta(key, starts);
}

export const pageMarks = new Plugin<Marks>({
  key,
  state: {
    init: () => ({ answer: [], marks: [] }),
    apply(transaction, before, _state, state) {
      const answer = transaction.getMeta(key) as PageStart[] | undefined;
      if (answer) {
        const blocks = placedBlocks(state.doc);
        return { answer, marks: answer.flatMap((start) => mark(state, start, blocks.get(start.block))) };
      }
      if (!transaction.docChanged || before.marks.length === 0) return before;
      const moved = ({ page, place }: Mark) => ({ page, place: transaction.mapping.map(place) });
      return { answer: before.answer, marks: before.marks.map(moved) };
    },
  },
  view(view) {
    const layer = document.createElement("div");
    layer.className = "page-marks";
    layer.setAttribute("aria-hidden", "true");
    view.dom.parentElement?.append(layer);
    let waiting = 0;
    const soon = () => {
      cancelAnimationFrame(waiting);
      waiting = requestAnimationFrame(() => draw(view, layer));
    };
    const resized = new ResizeObserver(soon);
    resized.observe(view.dom);
    return {
      // What is typed moves a mark only where it moves lines, and then the text is resized.
      update: (_view, before) => {
        if (key.getState(before)?.answer !== key.getState(view.state)?.answer) soon();
      },
      destroy() {
        cancelAnimationFrame(waiting);
        resized.disconnect();
        layer.remove();
      },
    };
  },
});

/** Where a page begins in the text as it is now; nothing where the block is gone. */
function mark(state: EditorState, { page, at }: PageStart, placed: PlacedBlock | undefined): Mark[] {
  if (!placed) return [];
  const within = at === 0 ? 0 : placesIn(state, placed.block, at, at + 1)[0];
  return [{ page, place: placed.place + 1 + within }];
}

function draw(view: EditorView, layer: HTMLElement): void {
  if (view.isDestroyed) return;
  const { top, left } = layer.getBoundingClientRect();
  const drawn = (key.getState(view.state)?.marks ?? []).map(({ page, place }) => {
    const at = view.coordsAtPos(place, 1);
    const line = document.createElement("div");
    line.className = "page-mark";
    line.style.top = `${Math.round(at.top - top)}px`;
    line.style.setProperty("--at", `${Math.round(at.left - left)}px`);
    line.dataset.page = String(page);
    return line;
  });
  layer.replaceChildren(...drawn);
}
