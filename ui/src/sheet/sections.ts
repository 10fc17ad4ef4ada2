// What the outline does to the text: a section is moved, raised, lowered, begun, joined to the
// one before, taken out. Each is one transaction, so that one undo takes it back.
import { type EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";
import type { Block, BlockId, SectionAnswer, TakenOver } from "../bindings";
import { idsBetween, toNode } from "./convert";
import { endOf, withFields, withFreeIds } from "./edits";
import { withHighlight } from "./highlight";
import { blockAttrs, headingAttrs, nodes, placeOf } from "./schema";

/** The sections of a text, and the order of its blocks, as the program answered. */
export type Outlined = { sections: SectionAnswer[]; order: BlockId[] };

/** Moves a section before another heading, or behind all others; what closes stays last. */
export function moving(
  state: EditorState,
  outlined: Outlined,
  heading: BlockId,
  before: BlockId | null,
): Transaction | null {
  const extent = extentOf(state, outlined, heading);
  const target = before === null ? endOf(state.doc) : placeOf(state.doc, before);
  if (!extent || target === null) return null;
  const { from, to } = extent;
  if (target >= from && target <= to) return null;

  const moved = state.doc.slice(from, to).content;
  const transaction = state.tr.insert(target, moved);
  const gone = transaction.mapping.map(from, 1);
  transaction.delete(gone, gone + moved.size);
  const start = target > from ? target - moved.size : target;
  transaction.setSelection(Selection.near(transaction.doc.resolve(start + 1)));
  const shown = idsBetween(transaction.doc, start, start + moved.size);
  return withHighlight(transaction, shown).scrollIntoView();
}

/** Makes a section, with all that are in it, deeper (1) or higher (-1); nothing where one can't be. */
export function leveling(
  state: EditorState,
  { sections }: Outlined,
  heading: BlockId,
  by: 1 | -1,
): Transaction | null {
  const outer = sections.find((each) => each.block === heading);
  if (!outer) return null;
  const inner = sections.filter((each) => each.start >= outer.start && each.end <= outer.end);
  const transaction = state.tr;
  for (const { block } of inner) {
    const place = placeOf(state.doc, block);
    const node = place === null ? null : state.doc.nodeAt(place);
    if (place === null || node?.type !== nodes.heading) return null;
    const level = headingAttrs(node).level + by;
    if (level < 1 || level > 4) return null;
    transaction.setNodeAttribute(place, "level", level);
  }
  return withHighlight(transaction, [heading]);
}

/** Takes a section out, with all that stands in it. */
export function removing(state: EditorState, outlined: Outlined, heading: BlockId): Transaction | null {
  const extent = extentOf(state, outlined, heading);
  if (!extent) return null;
  const transaction = state.tr.delete(extent.from, extent.to);
  // A text of nothing but sections keeps a line to write in.
  if (transaction.doc.childCount === 0 || isHeadOnly(transaction)) {
    transaction.insert(endOf(transaction.doc), nodes.paragraph!.create());
  }
  const near = Math.min(extent.from, transaction.doc.content.size);
  return transaction.setSelection(Selection.near(transaction.doc.resolve(near))).scrollIntoView();
}

/** Puts what was taken over in the place of a section; its first heading has that one's level. */
export function exchanging(
  state: EditorState,
  outlined: Outlined,
  heading: BlockId,
  taken: TakenOver,
): Transaction | null {
  const extent = extentOf(state, outlined, heading);
  const section = outlined.sections.find((each) => each.block === heading);
  if (!extent || !section) return null;
  const blocks = withFreeIds(state.doc, raised(taken.blocks, section.level));
  const transaction = withFields(state.tr, taken.fields);
  transaction.replaceWith(extent.from, extent.to, blocks.map(toNode));
  transaction.setSelection(TextSelection.create(transaction.doc, extent.from + 1));
  const shown = blocks.map((block) => block.id);
  return withHighlight(transaction, shown).scrollIntoView();
}

/** Blocks whose first heading is of that level, and the others as much deeper or higher. */
function raised(blocks: Block[], level: number): Block[] {
  const levelOf = ({ kind }: Block) => (typeof kind === "string" ? null : kind.heading.level);
  const by = level - (blocks.map(levelOf).find((one) => one !== null) ?? level);
  return blocks.map((block) => {
    const { kind } = block;
    if (typeof kind === "string") return block;
    const raised = Math.max(1, Math.min(4, kind.heading.level + by));
    return { ...block, kind: { heading: { ...kind.heading, level: raised } } };
  });
}

/** Joins a section to the one before: its heading becomes a line of the text, no word is lost. */
export function joining(state: EditorState, heading: BlockId): Transaction | null {
  const place = placeOf(state.doc, heading);
  const node = place === null ? null : state.doc.nodeAt(place);
  if (place === null || node?.type !== nodes.heading) return null;
  const { id, origin } = blockAttrs(node);
  return state.tr.setNodeMarkup(place, nodes.paragraph, { id, origin, numeral: null });
}

/** Begins a section where the cursor is: an empty heading of a level, to be written in. */
export function splitting(state: EditorState, level: number): Transaction {
  const transaction = state.tr.deleteSelection();
  let { $from: at } = transaction.selection;
  if (at.parentOffset > 0) {
    const { origin } = blockAttrs(at.parent);
    transaction.split(at.pos, 1, [{ type: nodes.paragraph!, attrs: { id: 0, numeral: null, origin } }]);
    at = transaction.selection.$from;
  }
  const place = at.before();
  transaction.insert(place, nodes.heading!.create({ level, numeral: "computed" }));
  return transaction.setSelection(TextSelection.create(transaction.doc, place + 1)).scrollIntoView();
}

/** From where to where a section stands. */
function extentOf(
  state: EditorState,
  { sections, order }: Outlined,
  heading: BlockId,
): { from: number; to: number } | null {
  const section = sections.find((each) => each.block === heading);
  const from = placeOf(state.doc, heading);
  if (!section || from === null) return null;
  const follower = order[section.end];
  const to = (follower === undefined ? null : placeOf(state.doc, follower)) ?? endOf(state.doc);
  return to > from ? { from, to } : null;
}

function isHeadOnly({ doc }: Transaction): boolean {
  return doc.children.every((node) => node.type === nodes.title);
}
