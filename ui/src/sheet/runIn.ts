// A run-in heading and the paragraph after it read as one line: （一）守住底线。各镇要……
//
// They stay two blocks of the page, as the editor and input methods need it: inline blocks
// would share the place between them, and typing there would end up in the wrong one. The
// paragraph is moved up by a line and indented by what the heading's last line takes. How
// much that is, is told to the style by properties outside the editor's own elements.
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { Node } from "prosemirror-model";
import type { BlockId } from "../bindings";
import { blockAttrs, nodes, runsIn } from "./schema";

/** What a line can't be broken within: a character or a word, with the marks around it. */
const UNBROKEN = /^[\p{Ps}\p{Pi}]*([\w.%]+|.)[\p{Pe}\p{Pf}\p{Po}]*/u;
/** As many characters as a chip may take. */
const CHIP = 12;

const key = new PluginKey<DecorationSet>("run-in");

export const runIn = new Plugin<DecorationSet>({
  key,
  state: {
    init: (_config, state) => draw(state.doc),
    apply: (transaction, drawn) => (transaction.docChanged ? draw(transaction.doc) : drawn),
  },
  props: { decorations: (state) => key.getState(state) },
  view(view) {
    const measured = () => measure(view);
    const resized = new ResizeObserver(measured);
    resized.observe(view.dom);
    document.fonts?.addEventListener("loadingdone", measured);
    measured();
    return {
      update: measured,
      destroy() {
        resized.disconnect();
        document.fonts?.removeEventListener("loadingdone", measured);
      },
    };
  },
});

function draw(doc: Node): DecorationSet {
  const decorations: Decoration[] = [];
  doc.forEach((node, offset, idx) => {
    const next = doc.maybeChild(idx + 1);
    if (!next || !runsIn(node, next)) return;
    const { id } = blockAttrs(node);
    const style = `--seam: var(--seam-${id}, 0px); --lift: var(--lift-${id}, 0px); --end: var(--end-${id}, 100%)`;
    const end = offset + node.nodeSize;
    decorations.push(
      Decoration.node(offset, end, { class: "run-in", style }, { id, room: room(next) }),
      Decoration.node(end, end + next.nodeSize, { class: "run-on", style }),
    );
  });
  return DecorationSet.create(doc, decorations);
}

function measure(view: EditorView): void {
  const page = view.dom.parentElement;
  if (!page || view.isDestroyed) return;
  const size = parseFloat(getComputedStyle(view.dom).fontSize);
  const seams = headings(view.state).map(({ id, room, from, to }) => {
    const heading = view.nodeDOM(from) as HTMLElement;
    const box = heading.getBoundingClientRect();
    // The bar of a borrowed heading stands before its words.
    const before = parseFloat(getComputedStyle(heading).paddingLeft) || 0;
    const end = view.coordsAtPos(to, -1).left - box.left;
    return { id, end, width: end - before, fits: end + room * size <= box.width };
  });
  for (const { id, end, width, fits } of seams) {
    page.style.setProperty(`--seam-${id}`, fits ? `${width}px` : "0px");
    page.style.setProperty(`--lift-${id}`, fits ? "calc(-1 * var(--text-line))" : "0px");
    page.style.setProperty(`--end-${id}`, fits ? `${end + 2}px` : "100%");
  }
}

type Heading = { id: BlockId; room: number; from: number; to: number };

/** The run-in headings: where each begins, and where its words end. */
function headings(state: EditorState): Heading[] {
  const drawn = key.getState(state)?.find(undefined, undefined, (spec) => spec.id !== undefined) ?? [];
  return drawn.map(({ from, to, spec }) => ({ id: spec.id, room: spec.room, from, to: to - 1 }));
}

/** How many characters must fit after the heading; else the paragraph begins a new line. */
function room(paragraph: Node): number {
  const first = paragraph.firstChild;
  if (first?.type === nodes.slot) return CHIP;
  return UNBROKEN.exec(first?.text ?? "")?.[0].length ?? 1;
}
