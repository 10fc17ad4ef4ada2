// A run-in heading and the paragraph after it read as one line: （一）守住底线。各镇要……
//
// They stay two blocks of the page, as the editor and input methods need it: inline blocks
// would share the place between them, and typing there would end up in the wrong one. The
// paragraph is moved up by a line and indented by what the heading's last line takes.
//
// How much that is, is measured once it is drawn, and kept with the heading that was measured: while
// other lines are written in, nothing is. It is told to the style of the two blocks alone. What all
// blocks inherit would have the style of the whole text computed anew with each letter of a heading.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type EditorState } from "prosemirror-state";
import { Decoration, DecorationSet, type EditorView } from "prosemirror-view";
import type { BlockId } from "../bindings";
import { lookOf } from "./look";
import { markersOf, numeralOf } from "./numbering";
import { blockAttrs, fieldsOf, nodes, runsIn } from "./schema";

/** What a line can't be broken within: a character or a word, with the marks around it. */
const UNBROKEN = /^[\p{Ps}\p{Pi}]*([\w.%]+|.)[\p{Pe}\p{Pf}\p{Po}]*/u;
/** As many characters as a chip may take. */
const CHIP = 12;

/**
 * In pixels, how long a heading's last line is, and where it ends in the heading's box, before
 * whose words the bar of a borrowed one stands; nothing where no more fits into it.
 */
type Seam = { width: number; end: number } | null;
type Drawn = { seams: ReadonlyMap<BlockId, Seam>; decorations: DecorationSet };

const key = new PluginKey<Drawn>("run-in");

export const runIn = new Plugin<Drawn>({
  key,
  state: {
    init: (_config, state) => draw(state.doc, new Map()),
    apply(transaction, drawn) {
      const seams = transaction.getMeta(key) as Drawn["seams"] | undefined;
      if (!seams && !transaction.docChanged) return drawn;
      return draw(transaction.doc, seams ?? drawn.seams);
    },
  },
  props: { decorations: (state) => key.getState(state)?.decorations },
  view(view) {
    const measures = new Measures();
    const measured = () => measures.take(view);
    const anew = () => {
      measures.forget();
      measured();
    };
    // The first time before anything of it is shown; then a page that only gets longer is no other.
    let last = "";
    const resized = new ResizeObserver(() => {
      const now = lookOf(view);
      if (now !== last) anew();
      last = now;
    });
    resized.observe(view.dom);
    document.fonts?.addEventListener("loadingdone", anew);
    return {
      update: measured,
      destroy() {
        resized.disconnect();
        document.fonts?.removeEventListener("loadingdone", anew);
      },
    };
  },
});

function draw(doc: Node, seams: Drawn["seams"]): Drawn {
  const decorations: Decoration[] = [];
  eachRunIn(doc, (heading, next, offset) => {
    const style = styleOf(seams.get(blockAttrs(heading).id) ?? null);
    const end = offset + heading.nodeSize;
    decorations.push(
      Decoration.node(offset, end, { class: "run-in", style }),
      Decoration.node(end, end + next.nodeSize, { class: "run-on", style }),
    );
  });
  return { seams, decorations: DecorationSet.create(doc, decorations) };
}

function styleOf(seam: Seam): string {
  if (seam === null) return "--seam: 0px; --lift: 0px; --end: 100%";
  return `--seam: ${seam.width}px; --lift: calc(-1 * var(--text-line)); --end: ${seam.end + 2}px`;
}

/** Calls for each heading that the next paragraph goes on from. */
function eachRunIn(doc: Node, call: (heading: Node, next: Node, offset: number) => void): void {
  doc.forEach((node, offset, idx) => {
    const next = doc.maybeChild(idx + 1);
    if (next && runsIn(node, next)) call(node, next, offset);
  });
}

/** What was measured, by what the length of a heading's last line depends on. */
class Measures {
  private taken = new Map<
    BlockId,
    { of: unknown[]; seam: NonNullable<Seam>; across: number; size: number }
  >();

  forget(): void {
    this.taken.clear();
  }

  /** Measures what has changed, and has it drawn if it is another length. */
  take(view: EditorView): void {
    if (view.isDestroyed) return;
    const drawn = key.getState(view.state);
    const seams = new Map<BlockId, Seam>();
    let size = 0;
    eachRunIn(view.state.doc, (heading, next, offset) => {
      const { id } = blockAttrs(heading);
      const of = [heading, fieldsOf(view.state.doc), ...wordsDrawn(view.state, heading)];
      let known = this.taken.get(id);
      if (!known || known.of.length !== of.length || known.of.some((one, nth) => one !== of[nth])) {
        size ||= parseFloat(getComputedStyle(view.dom).fontSize);
        const drawn = view.nodeDOM(offset) as HTMLElement;
        const box = drawn.getBoundingClientRect();
        const before = parseFloat(getComputedStyle(drawn).paddingLeft) || 0;
        const end = view.coordsAtPos(offset + heading.nodeSize - 1, -1).left - box.left;
        known = { of, seam: { width: end - before, end }, across: box.width, size };
        this.taken.set(id, known);
      }
      const { seam, across, size: em } = known;
      seams.set(id, seam.end + room(next) * em <= across ? seam : null);
    });
    for (const id of this.taken.keys()) if (!seams.has(id)) this.taken.delete(id);
    if (!drawn || isSame(drawn.seams, seams)) return;
    view.dispatch(view.state.tr.setMeta(key, seams));
  }
}

/** What is drawn in a heading and does not stand in it. */
function wordsDrawn(state: EditorState, heading: Node): string[] {
  return [numeralOf(state, heading), ...markersOf(state, heading)];
}

function isSame(some: Drawn["seams"], others: Drawn["seams"]): boolean {
  const same = (seam: Seam, other: Seam | undefined) =>
    other === seam || (seam?.end === other?.end && seam?.width === other?.width && !seam === !other);
  return some.size === others.size && [...some].every(([id, seam]) => same(seam, others.get(id)));
}

/** How many characters must fit after the heading; else the paragraph begins a new line. */
function room(paragraph: Node): number {
  const first = paragraph.firstChild;
  if (first?.type === nodes.slot) return CHIP;
  return UNBROKEN.exec(first?.text ?? "")?.[0].length ?? 1;
}
