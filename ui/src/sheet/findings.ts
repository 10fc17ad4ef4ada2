// What the checks have found, marked under the words. The marks follow the text until the
// next answer; a number that is drawn and not typed is marked by its block.
import type { Node } from "prosemirror-model";
import { type EditorState, Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet } from "prosemirror-view";
import type { FindingRow } from "../bindings";
import { leafWords } from "./convert";
import { markersOf } from "./numbering";
import { fieldsOf, nodes, type PlacedBlock, placedBlocks } from "./schema";

type Found = { findings: FindingRow[]; inHand: FindingRow | null };
type Marks = Found & { decorations: DecorationSet };

const NONE: Marks = { findings: [], inHand: null, decorations: DecorationSet.empty };

const key = new PluginKey<Marks>("findings");

/** Half of a character that is two units of a string: 𠮷. */
const PAIR = /[\ud800-\udfff]/;

/** `choose` is told the finding whose words were clicked. */
export function findings(choose: (finding: FindingRow) => void): Plugin<Marks> {
  return new Plugin<Marks>({
    key,
    state: {
      init: () => NONE,
      apply(transaction, marks, _before, state) {
        const found = transaction.getMeta(key) as Found | undefined;
        const drawn = marks.decorations.map(transaction.mapping, transaction.doc);
        if (found) return { ...found, decorations: draw(state, found, drawn) };
        return transaction.docChanged ? { ...marks, decorations: drawn } : marks;
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      handleClick(view, place) {
        const [mark] = key.getState(view.state)?.decorations.find(place, place, isMark) ?? [];
        if (mark) choose(mark.spec.finding);
        return false;
      },
    },
  });
}

/** Marks those findings, and frames the one in hand. */
export function withFindings(
  transaction: Transaction,
  found: FindingRow[],
  inHand: FindingRow | null,
): Transaction {
  return transaction.setMeta(key, { findings: found, inHand } satisfies Found);
}

/** Where a finding is marked now; nothing where its words are gone. */
export function findingPlace(state: EditorState, finding: FindingRow): { from: number; to: number } | null {
  const marks = key.getState(state)?.decorations;
  const [mark] = marks?.find(undefined, undefined, (spec) => spec.finding === finding) ?? [];
  return mark ? { from: mark.from, to: mark.to } : null;
}

/** The findings that are marked, with their places. */
export function marked(state: EditorState): { finding: FindingRow; from: number }[] {
  const marks = key.getState(state)?.decorations.find(undefined, undefined, isMark) ?? [];
  return marks.map(({ from, spec }) => ({ from, finding: spec.finding }));
}

function isMark(spec: { finding?: FindingRow }): boolean {
  return spec.finding !== undefined;
}

/** The marks of what was found. One that stands where it stood stays the same, and is not drawn again. */
function draw(state: EditorState, { findings, inHand }: Found, before: DecorationSet): DecorationSet {
  const gone = new Map(before.find(undefined, undefined, isMark).map((mark) => [mark.spec.finding, mark]));
  const fresh: Decoration[] = [];
  const blocks = placedBlocks(state.doc);
  for (const finding of findings) {
    const placed = blocks.get(finding.quote.block);
    const mark = placed ? markOf(state, finding, finding === inHand, placed) : null;
    const known = gone.get(finding);
    const stays =
      known?.from === mark?.from && known?.to === mark?.to && known?.spec.look === mark?.spec.look;
    if (stays) gone.delete(finding);
    else if (mark) fresh.push(mark);
  }
  if (gone.size === 0 && fresh.length === 0) return before;
  return before.remove([...gone.values()]).add(state.doc, fresh);
}

/** A finding's mark; nothing where its words are gone. */
function markOf(
  state: EditorState,
  finding: FindingRow,
  isHeld: boolean,
  { block, place }: PlacedBlock,
): Decoration | null {
  const look = `finding ${finding.severity} ${finding.group}${isHeld ? " held" : ""}`;
  const spec = { finding, look };
  // All within the number.
  if (finding.from === finding.to) {
    return Decoration.node(place, place + block.nodeSize, { class: `numeral-${look}` }, spec);
  }
  const [from, to] = placesIn(state, block, finding.from, finding.to);
  return from < to ? Decoration.inline(place + 1 + from, place + 1 + to, { class: look }, spec) : null;
}

/**
 * Where in a block's content the characters of its words stand, from one to before another. A
 * chip or marker that one of them falls into is meant as a whole.
 */
export function placesIn(state: EditorState, block: Node, from: number, to: number): [number, number] {
  const fields = fieldsOf(state.doc);
  const markers = markersOf(state, block);
  let nth = 0;
  let at = 0;
  let start = block.content.size;
  let end = 0;
  block.forEach((inline, offset) => {
    const marker = inline.type === nodes.marker ? markers[nth++] : undefined;
    const words = inline.isText ? inline.text! : (marker ?? leafWords(inline, fields));
    // Two units of a string for one character are rare, and taking a string apart takes long.
    const characters = PAIR.test(words) ? [...words] : null;
    const count = characters?.length ?? words.length;
    const [first, last] = [Math.max(from - at, 0), Math.min(to - at, count)];
    if (first < last) {
      const size = (n: number) => characters?.slice(0, n).join("").length ?? n;
      start = Math.min(start, offset + (inline.isText ? size(first) : 0));
      end = Math.max(end, offset + (inline.isText ? size(last) : 1));
    }
    at += count;
  });
  return [start, end];
}
