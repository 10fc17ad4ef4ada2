// What the panes do to the text: each is one transaction, so that one undo takes it back.
import { Fragment, type Node, Slice } from "prosemirror-model";
import { type EditorState, Selection, TextSelection, type Transaction } from "prosemirror-state";
import type { Block, BlockId, Field, FieldId, SlotAddress, Speech, TakenOver } from "../bindings";
import { isBlank, isHead, toNode, toSpeech } from "./convert";
import { withHighlight } from "./highlight";
import { blockAttrs, fieldsOf, nodes, placeOf, runsIn, slotAttrs } from "./schema";

/**
 * Puts what was taken over behind the line with the cursor, or at the end while the cursor
 * stands where it was at first. No paragraph is split, what closes a speech goes last, and an
 * empty line gives way.
 */
export function taking(state: EditorState, taken: TakenOver): Transaction {
  const transaction = withFields(state.tr, taken.fields);
  const blocks = withFreeIds(state.doc, taken.blocks).map(toNode);
  const closing = blocks.filter((block) => block.type === nodes.closing);
  const body = blocks.filter((block) => block.type !== nodes.closing);
  const hasTitle = body.some((block) => block.type === nodes.title);
  const untouched = state.selection.head === Selection.atStart(state.doc).head;
  const place = untouched ? endOf(state.doc) : afterLine(state);

  transaction.insert(state.doc.content.size, closing);
  transaction.insert(place, body);
  const from = transaction.mapping.map(place, -1);
  const end = from + Fragment.fromArray(body).size;
  const last = body.length > 0 ? end : transaction.doc.content.size;
  const shown = blocks.map((block) => blockAttrs(block).id);
  transaction.setSelection(Selection.near(transaction.doc.resolve(last), -1));
  giveWay(transaction, shown, hasTitle);
  return withHighlight(transaction, shown).scrollIntoView();
}

/**
 * Puts what was pasted in the place of what is selected. Words go on in the paragraph with the
 * cursor, a heading or a table begins a line of its own, and an empty line gives way.
 */
export function pasting(state: EditorState, { blocks: pasted, fields }: TakenOver): Transaction {
  const transaction = withFields(state.tr.deleteSelection(), fields);
  const blocks = withFreeIds(state.doc, pasted).map(toNode);
  const { $from: at } = transaction.selection;
  const line = at.parent;
  const hasTitle = blocks.some((block) => block.type === nodes.title);
  const yields = line.type === nodes.paragraph || (line.type === nodes.title && hasTitle);
  if (line.content.size === 0 && yields) {
    const from = at.before();
    transaction.replaceWith(from, at.after(), blocks);
    const end = from + Fragment.fromArray(blocks).size;
    transaction.setSelection(Selection.near(transaction.doc.resolve(end), -1));
  } else {
    const open = (block: Node | undefined) => (block?.type === nodes.paragraph ? 1 : 0);
    const fragment = Fragment.fromArray(blocks);
    transaction.replaceSelection(new Slice(fragment, open(blocks[0]), open(blocks.at(-1))));
  }
  const shown = blocks.map((block) => blockAttrs(block).id);
  giveWay(transaction, shown, hasTitle);
  return transaction.setMeta("paste", true).scrollIntoView();
}

/** Puts values into fields; nothing where all have them. */
export function filling(state: EditorState, fields: Field[]): Transaction | null {
  const values = new Map(fields.map((field) => [field.id, field.value]));
  const now = fieldsOf(state.doc);
  const then = now.map((field) =>
    values.has(field.id) ? { ...field, value: values.get(field.id) ?? null } : field,
  );
  const changed = then.some((field, idx) => field.value !== now[idx]!.value);
  return changed ? state.tr.setDocAttribute("fields", then) : null;
}

/** Where the slots of a field stand, in the order of the text. */
export function slotsOf(doc: Node, field: FieldId): SlotAddress[] {
  const found: SlotAddress[] = [];
  doc.forEach((block) => {
    let nth = 0;
    block.forEach((inline) => {
      if (inline.type !== nodes.slot) return;
      if (slotAttrs(inline).field === field) found.push({ block: blockAttrs(block).id, nth });
      nth += 1;
    });
  });
  return found;
}

/**
 * Puts on the sheet what the program has made of its text: words, slots, kinds and numbers of
 * the blocks that are another now, and the fields. The lines that are not stored stay. Nothing
 * where all is as it was.
 */
export function becoming(state: EditorState, speech: Speech): Transaction | null {
  const transaction = state.tr;
  const before = new Map(toSpeech(state.doc).blocks.map((block) => [block.id, JSON.stringify(block)]));
  const after = new Map(speech.blocks.map((block) => [block.id, block]));
  // The last first, so that the places of the others stay right.
  const blocks: { node: Node; offset: number }[] = [];
  state.doc.forEach((node, offset) => blocks.unshift({ node, offset }));
  for (const { node, offset } of blocks) {
    const { id } = blockAttrs(node);
    const block = after.get(id);
    if (!block || before.get(id) === JSON.stringify(block)) continue;
    const become = toNode(block);
    const { content } = become;
    const start = node.content.findDiffStart(content);
    const end = node.content.findDiffEnd(content);
    if (start !== null && end) {
      // What was inserted may be like what stands beside it.
      const overlap = start - Math.min(end.a, end.b);
      const [a, b] = overlap > 0 ? [end.a + overlap, end.b + overlap] : [end.a, end.b];
      transaction.replaceWith(offset + 1 + start, offset + 1 + a, content.cut(start, b));
    }
    if (become.type !== node.type) transaction.setNodeMarkup(offset, become.type, become.attrs);
    else transaction.setNodeAttribute(offset, "numeral", block.numeral);
  }
  const fields = JSON.stringify(speech.fields);
  if (JSON.stringify(fieldsOf(state.doc)) !== fields) transaction.setDocAttribute("fields", speech.fields);
  return transaction.docChanged ? transaction : null;
}

/** Puts the cursor into a block and shows it for a moment; nothing where it is gone. */
export function showing(state: EditorState, block: BlockId): Transaction | null {
  const place = placeOf(state.doc, block);
  if (place === null) return null;
  const transaction = state.tr.setSelection(TextSelection.create(state.doc, place + 1));
  return withHighlight(transaction, line(state.doc, place));
}

/** The block at a place, with the one that goes on in its line. */
function line(doc: Node, place: number): BlockId[] {
  const idx = doc.resolve(place).index(0);
  const blocks = [doc.child(idx), doc.maybeChild(idx + 1)] as const;
  const goesOn = runsIn(...blocks) && blocks[1];
  return [blocks[0], ...(goesOn ? [goesOn] : [])].map((block) => blockAttrs(block).id);
}

/** Behind the line with the cursor: not within the head, not behind the closing. */
function afterLine(state: EditorState): number {
  const { $to } = state.selection;
  const { doc } = state;
  let idx = $to.index(0);
  if (runsIn(doc.maybeChild(idx), doc.maybeChild(idx + 1))) idx += 1;
  while (doc.maybeChild(idx + 1) && isHead(doc.child(idx)) && isHead(doc.child(idx + 1))) idx += 1;
  const place = doc.children.slice(0, idx + 1).reduce((size, node) => size + node.nodeSize, 0);
  return Math.min(place, endOf(doc));
}

/** Where a text ends: before its closing, which no heading follows. */
export function endOf(doc: Node): number {
  let end = doc.content.size;
  doc.forEach((node, offset) => {
    if (node.type === nodes.closing) end = Math.min(end, offset);
    if (node.type === nodes.heading) end = doc.content.size;
  });
  return end;
}

/** Adds those fields that the text has not. */
export function withFields(transaction: Transaction, fields: Field[]): Transaction {
  const here = fieldsOf(transaction.doc);
  const added = fields.filter((field) => !here.some((one) => one.id === field.id));
  return added.length > 0 ? transaction.setDocAttribute("fields", [...here, ...added]) : transaction;
}

/** The lines that are not stored have ids too, which the program doesn't know of. */
export function withFreeIds(doc: Node, blocks: Block[]): Block[] {
  const used = new Set(doc.children.map((node) => blockAttrs(node).id));
  let last = Math.max(...used, ...blocks.map((block) => block.id));
  return blocks.map((block) => (used.has(block.id) ? { ...block, id: ++last } : block));
}

/** Takes away what only kept the place: the empty line before, an empty title if one came. */
function giveWay(transaction: Transaction, taken: BlockId[], hasTitle: boolean): void {
  const { doc } = transaction;
  const gone: { from: number; to: number }[] = [];
  doc.forEach((node, offset, idx) => {
    if (taken.includes(blockAttrs(node).id) || !isBlank(node)) return;
    const next = doc.maybeChild(idx + 1);
    const before = next !== null && taken.includes(blockAttrs(next).id);
    const yields = node.type === nodes.title ? hasTitle : before && node.type === nodes.paragraph;
    if (yields) gone.push({ from: offset, to: offset + node.nodeSize });
  });
  for (const { from, to } of gone.reverse()) transaction.delete(from, to);
}
