// `Speech` to the editor's document and back, without loss.
//
// The editor has blocks that a speech has not: an empty title to be written in, the line
// that was just begun. A block of which nothing would be printed is not stored.
import { Fragment, type Node } from "prosemirror-model";
import type { Block, BlockId, BlockKind, Field, Inline, Speech } from "../bindings";
import { blockAttrs, fieldsOf, headingAttrs, nodes, schema, slotAttrs, type MarkerAttrs } from "./schema";

/** The text for the sheet. A draft always has a title and a line to write in. */
export function toDoc(speech: Speech, draft: boolean): Node {
  const blocks = speech.blocks.map(toNode);
  let last = speech.blocks.reduce((highest, block) => Math.max(highest, block.id), 0);
  const empty = (name: "title" | "paragraph") => schema.node(name, { id: ++last });
  if (draft && !blocks.some((block) => block.type === nodes.title)) blocks.unshift(empty("title"));
  if (!blocks.some((block) => !isHead(block))) blocks.push(empty("paragraph"));
  return nodes.doc!.create({ version: speech.version, fields: speech.fields }, blocks);
}

/** What stands on the sheet, as it is stored. */
export function toSpeech(doc: Node): Speech {
  const blocks: Block[] = [];
  doc.forEach((node, _offset, idx) => {
    if (isBlank(node)) return;
    // A paragraph that isn't stored continues no line.
    const alone = isBlank(doc.maybeChild(idx + 1));
    blocks.push(toBlock(node, alone));
  });
  return { version: doc.attrs.version, blocks, fields: fieldsOf(doc) };
}

export function toNode(block: Block): Node {
  const { id, kind, numeral, origin } = block;
  const content = Fragment.fromArray(block.inlines.flatMap(toInline));
  if (typeof kind === "string") return schema.node(kind, { id, numeral, origin }, content);
  const { level, run_in: runIn } = kind.heading;
  return nodes.heading!.create({ id, numeral, origin, level, runIn }, content);
}

/** Nothing of it would be printed: no word, no slot, no number. */
export function isBlank(node: Node | null): boolean {
  if (!node || blockAttrs(node).numeral !== null) return false;
  return node.children.every((inline) => inline.isText && inline.text!.trim() === "");
}

/** Title, byline, date and salutation: what comes before the text. */
export function isHead(node: Node): boolean {
  return [nodes.title, nodes.byline, nodes.date, nodes.salutation].includes(node.type);
}

/** What a slot or marker says: the value of its field, else what was written there. */
export function leafWords(leaf: Node, fields: Field[]): string {
  if (leaf.type !== nodes.slot) return leaf.attrs.asWritten;
  const { field, asWritten } = slotAttrs(leaf);
  return fields.find((each) => each.id === field)?.value ?? asWritten;
}

/** The ids of the blocks between two places. */
export function idsBetween(doc: Node, from: number, to: number): BlockId[] {
  const ids: BlockId[] = [];
  doc.forEach((node, offset) => {
    if (offset >= from && offset < to) ids.push(blockAttrs(node).id);
  });
  return ids;
}

function toBlock(node: Node, alone: boolean): Block {
  const { id, origin, numeral } = blockAttrs(node);
  return { id, kind: kindOf(node, alone), numeral, inlines: node.children.map(fromInline), origin };
}

function kindOf(node: Node, alone: boolean): BlockKind {
  if (node.type !== nodes.heading) return node.type.name as Exclude<BlockKind, object>;
  const { level, runIn } = headingAttrs(node);
  return { heading: { level, run_in: runIn && !alone } };
}

function toInline(inline: Inline): Node[] {
  if (inline.text) {
    const { text, strong } = inline.text;
    return text === "" ? [] : [schema.text(text, strong ? [schema.mark("strong")] : [])];
  }
  if (inline.slot) {
    const { field, as_written: asWritten } = inline.slot;
    return [nodes.slot!.create({ field, asWritten })];
  }
  const { as_written: asWritten, ...marker } = inline.marker;
  return [nodes.marker!.create({ ...marker, asWritten })];
}

function fromInline(node: Node): Inline {
  if (node.isText) return { text: { text: whole(node.text!), strong: node.marks.length > 0 } };
  if (node.type === nodes.slot) {
    const { field, asWritten } = slotAttrs(node);
    return { slot: { field, as_written: asWritten } };
  }
  const { asWritten, ...marker } = node.attrs as MarkerAttrs;
  return { marker: { ...marker, as_written: asWritten } };
}

/** Half a character, as a paste may leave it, is drawn as U+FFFD; no text of ours can hold it. */
function whole(text: string): string {
  return text.replace(/\p{Surrogate}/gu, "\ufffd");
}
