// A speech as the editor holds it: `Speech` one to one. A block is a node, its words, slots
// and markers are what stands in it, and the fields are an attribute of the whole, so that
// filling one is undone like typing. Numbers are in no node: they are drawn.
import { type Attrs, type Node, type NodeSpec, Schema } from "prosemirror-model";
import type { EditorState } from "prosemirror-state";
import type { BlockId, Field, FieldId, Numeral, Origin } from "../bindings";

/** What each block carries. A block that has no id yet has 0. */
export type BlockAttrs = { id: BlockId; origin: Origin | null; numeral: Numeral | null };
export type HeadingAttrs = BlockAttrs & { level: number; runIn: boolean };
export type SlotAttrs = { field: FieldId; asWritten: string };
export type MarkerAttrs = { series: number; number: number; asWritten: string; computed: boolean };

const block: NodeSpec = {
  group: "block",
  content: "inline*",
  attrs: { id: { default: 0 }, origin: { default: null }, numeral: { default: null } },
};

const simple = (tag: string, name: string): NodeSpec => ({
  ...block,
  parseDOM: [{ tag: `${tag}.${name}` }],
  toDOM: () => [tag, { class: name }, 0],
});

export const schema = new Schema({
  nodes: {
    doc: { content: "block+", attrs: { version: { default: 1 }, fields: { default: [] } } },
    // First of the blocks, so that it is what a block becomes when nothing else is said.
    paragraph: { ...simple("p", "paragraph"), parseDOM: [{ tag: "p" }] },
    title: simple("h1", "title"),
    byline: simple("p", "byline"),
    date: simple("p", "date"),
    salutation: simple("p", "salutation"),
    heading: {
      ...block,
      attrs: { ...block.attrs, level: { default: 1 }, runIn: { default: false } },
      parseDOM: [1, 2, 3, 4].map((level) => ({
        tag: `h${level + 1}.heading`,
        getAttrs: (element) => ({ level, numeral: "computed", runIn: element.hasAttribute("data-run-in") }),
      })),
      toDOM: (node) => [
        `h${node.attrs.level + 1}`,
        { class: "heading", "data-run-in": node.attrs.runIn ? "" : null },
        0,
      ],
    },
    table: simple("p", "table"),
    closing: simple("p", "closing"),
    text: { group: "inline" },
    slot: {
      group: "inline",
      inline: true,
      atom: true,
      // A click chooses the field and arrow keys pass over it: see slots.ts and keys.ts.
      selectable: false,
      attrs: { field: {}, asWritten: {} },
      leafText: (node) => node.attrs.asWritten,
      toDOM: (node) => [
        "span",
        { "data-field": node.attrs.field, "data-as-written": node.attrs.asWritten },
        node.attrs.asWritten,
      ],
    },
    marker: {
      group: "inline",
      inline: true,
      atom: true,
      selectable: false,
      attrs: { series: {}, number: {}, asWritten: {}, computed: {} },
      leafText: (node) => node.attrs.asWritten,
      toDOM: (node) => ["span", { "data-marker": JSON.stringify(node.attrs) }, node.attrs.asWritten],
    },
  },
  marks: { strong: { parseDOM: [{ tag: "strong" }], toDOM: () => ["strong", 0] } },
});

export const nodes = schema.nodes;

export function blockAttrs(node: Node): BlockAttrs {
  return node.attrs as Attrs & BlockAttrs;
}

export function headingAttrs(node: Node): HeadingAttrs {
  return node.attrs as Attrs & HeadingAttrs;
}

export function slotAttrs(node: Node): SlotAttrs {
  return node.attrs as Attrs & SlotAttrs;
}

export function fieldsOf(doc: Node): Field[] {
  return doc.attrs.fields as Field[];
}

/** A heading that the next paragraph goes on from, in the same line. */
export function runsIn(heading: Node | null | undefined, next: Node | null | undefined): boolean {
  return heading?.type === nodes.heading && headingAttrs(heading).runIn && next?.type === nodes.paragraph;
}

/** Where a block stands; nothing where it is gone. */
export function placeOf(doc: Node, id: BlockId): number | null {
  let place: number | null = null;
  doc.forEach((node, offset) => {
    if (blockAttrs(node).id === id) place ??= offset;
  });
  return place;
}

/** A block, and where it stands. */
export type PlacedBlock = { block: Node; place: number };

/** All blocks by their ids: for many, as `placeOf` looks through the text for each. */
export function placedBlocks(doc: Node): ReadonlyMap<BlockId, PlacedBlock> {
  const placed = new Map<BlockId, PlacedBlock>();
  // Of two with one id the first is meant.
  doc.forEach((block, place) => {
    const { id } = blockAttrs(block);
    if (!placed.has(id)) placed.set(id, { block, place });
  });
  return placed;
}

/** How many characters of its block's words stand before the cursor; a chip or marker counts as it is drawn. */
export function charactersBefore({ selection }: EditorState, drawn: (leaf: Node) => string): number {
  const { parent, parentOffset } = selection.$head;
  return [...parent.textBetween(0, parentOffset, "", drawn)].length;
}

/** The block that the cursor is in. */
export function blockWithCursor({ doc, selection }: EditorState): BlockId {
  const { $head } = selection;
  // Where all is selected, the head lies between two blocks.
  const block = doc.child(Math.min($head.index(0), doc.childCount - 1));
  return blockAttrs(block).id;
}
