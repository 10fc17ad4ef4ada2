// Copying and pasting. A line from outside is its words. Of several lines, or a table, the program
// tells what they are: headings, lists, tables, paragraphs, with nothing else of how they looked
// there. What comes from a sheet keeps its headings and its origins, and a slot stays a
// slot where this text has its field. What goes out has its numbers and values written out,
// and looks as the house style has it.
import {
  type Attrs,
  DOMParser,
  DOMSerializer,
  Fragment,
  type Node,
  type ParseRule,
  Slice,
  type TagParseRule,
} from "prosemirror-model";
import { type EditorState, Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Looks, Origin } from "../bindings";
import { leafWords } from "./convert";
import { BOLD, dress, undressed } from "./dressed";
import { memberOf } from "./members";
import { drawnWords, markersOf, numeralOf } from "./numbering";
import { blockAttrs, fieldsOf, nodes, runsIn, schema, slotAttrs } from "./schema";

/** What a block on the clipboard is known by; its value is the origin of the block. */
const OWN = "data-lectern";

/** What a program has put on the clipboard: its text, and the same as a piece of a page. */
export type Clip = { text: string; html: string };

/**
 * `document` is the sheet's id, `state` tells what stands on it now, `looks` how lines look; `paste`
 * is given what comes from outside and has more than one line.
 */
export function clipboard(
  document: string,
  state: () => EditorState,
  looks: () => Looks,
  paste: (clip: Clip) => void,
): Plugin {
  return new Plugin({
    props: {
      clipboardParser: parser(document, state),
      clipboardSerializer: serializer(document, state, looks),
      clipboardTextSerializer: (slice) => printed(state(), slice),
      clipboardTextParser: fromText,
      transformPastedHTML: (html) => (isOwn(html) ? undressed(html) : bare(html)),
      transformPasted: withoutBlankBlocks,
      handleDOMEvents: { paste: (view, event) => pasteFromOutside(view, event, paste) },
    },
  });
}

/** A whole text as it is copied. */
export function copied(document: string, state: EditorState, looks: Looks): { html: string; text: string } {
  const { content } = state.doc;
  const page = window.document.createElement("div");
  page.append(
    serializer(
      document,
      () => state,
      () => looks,
    ).serializeFragment(content),
  );
  page.firstElementChild?.setAttribute("data-pm-slice", "0 0 []");
  return { html: page.innerHTML, text: printed(state, new Slice(content, 0, 0)) };
}

/** Lines of text as paragraphs, the blank ones and the indents left out. */
export function fromText(text: string): Slice {
  const lines = text.split(/\r\n?|\n/);
  const words = lines.length === 1 ? lines : lines.map((line) => line.trim()).filter((line) => line !== "");
  if (words.length === 0) return Slice.empty;
  const paragraphs = words.map((line) => nodes.paragraph!.create(null, line ? schema.text(line) : null));
  return new Slice(Fragment.from(paragraphs), 1, 1);
}

function pasteFromOutside(view: EditorView, event: ClipboardEvent, paste: (clip: Clip) => void): boolean {
  const text = event.clipboardData?.getData("text/plain") ?? "";
  const html = event.clipboardData?.getData("text/html") ?? "";
  if (!view.editable || isOwn(html)) return false;
  const several = text.trim().includes("\n");
  if (several || /<(table|h[1-6]|li)\b/i.test(html)) {
    event.preventDefault();
    paste({ text, html });
    return true;
  }
  // Beside its HTML, the text has the line as the writer sees it.
  if (!text) return false;
  event.preventDefault();
  return view.pasteText(text, event);
}

/** A page without its styles, and with paragraphs for its line breaks. */
function bare(html: string): string {
  return html.replace(/<style\b[\s\S]*?<\/style>/gi, "").replace(/<br\b[^>]*>/gi, "</p><p>");
}

function isOwn(html: string): boolean {
  return html.includes(` ${OWN}="`);
}

function parser(document: string, state: () => EditorState): DOMParser {
  const known = (field: number, label: string | undefined) =>
    fieldsOf(state().doc).some((each) => each.id === field && each.label === label);
  const slot: TagParseRule = {
    tag: "span[data-field]",
    node: "slot",
    getAttrs({ dataset }) {
      const field = Number(dataset.field);
      return known(field, dataset.label) && { field, asWritten: dataset.asWritten ?? "" };
    },
  };
  const marker: TagParseRule = {
    tag: "span[data-marker]",
    node: "marker",
    // In another text its series would be somebody else's.
    getAttrs: ({ dataset }) => dataset.document === document && asMarker(dataset.marker),
  };
  // A paragraph last: its rule fits every p.
  const { paragraph, ...others } = nodes;
  const blocks = [...Object.values(others), paragraph!]
    .filter((type) => type.spec.group === "block")
    .flatMap((type) => (type.spec.parseDOM ?? []).map((rule) => withOrigin(rule as TagParseRule, type.name)));
  const rules: ParseRule[] = [{ tag: "[data-drawn]", ignore: true }, slot, marker, ...blocks];
  return new DOMParser(schema, [...rules, { tag: "strong", mark: "strong" }]);
}

/** The rule of the schema, and the origin that the block had where it was copied. */
function withOrigin(rule: TagParseRule, node: string): TagParseRule {
  const getAttrs = (element: HTMLElement): Attrs => {
    const attrs = rule.getAttrs?.(element) || {};
    return { ...attrs, origin: asOrigin(element.getAttribute(OWN)) };
  };
  return { ...rule, node, getAttrs };
}

function serializer(document: string, state: () => EditorState, looks: () => Looks): DOMSerializer {
  const draw = DOMSerializer.nodesFromSchema(schema);
  // The markers of the block that is drawn: they follow it.
  let markers: string[] = [];
  for (const type of Object.values(nodes).filter((each) => each.spec.group === "block")) {
    const plain = draw[type.name]!;
    draw[type.name] = (node) => {
      const [tag, attrs] = plain(node) as unknown as [string, object];
      const { origin, id } = blockAttrs(node);
      const bold = looks().bold_members ? memberOf(state(), id) : "";
      const own = { ...attrs, [OWN]: JSON.stringify(origin), [BOLD]: bold || null };
      const number = numberOf(state(), node);
      markers = [...markersOf(state(), node)];
      // Beside the words, which need an element to themselves then.
      return number ? [tag, own, ["span", { "data-drawn": "" }, number], ["span", 0]] : [tag, own, 0];
    };
  }
  draw.slot = (node) => {
    const { field, asWritten } = slotAttrs(node);
    const fields = fieldsOf(state().doc);
    const label = fields.find((each) => each.id === field)?.label ?? "";
    const attrs = { "data-field": field, "data-label": label, "data-as-written": asWritten };
    return ["span", attrs, leafWords(node, fields)];
  };
  draw.marker = ({ attrs }) => [
    "span",
    { "data-marker": JSON.stringify(attrs), "data-document": document },
    markers.shift() ?? attrs.asWritten,
  ];
  return new Dressing(draw, DOMSerializer.marksFromSchema(schema), looks);
}

/** Draws blocks in the looks of the house style. */
class Dressing extends DOMSerializer {
  constructor(
    draw: DOMSerializer["nodes"],
    marks: DOMSerializer["marks"],
    private readonly looks: () => Looks,
  ) {
    super(draw, marks);
  }

  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const drawn = super.serializeFragment(fragment, options, target);
    // The words of a block are drawn by this, too, into an element that is there.
    if (!target) dress(drawn, this.looks());
    return drawn;
  }
}

/** The text as it is printed. */
function printed(state: EditorState, slice: Slice): string {
  let text = "";
  slice.content.forEach((block, _offset, idx) => {
    if (idx > 0 && !runsIn(slice.content.child(idx - 1), block)) text += "\n";
    text += numberOf(state, block) + drawnWords(state, block);
  });
  return text;
}

/** The number of a block that is copied from its beginning. */
function numberOf(state: EditorState, copied: Node): string {
  const { id } = blockAttrs(copied);
  const whole = state.doc.children.find((node) => blockAttrs(node).id === id);
  const fromStart = whole?.content.cut(0, copied.content.size).eq(copied.content);
  return fromStart ? numeralOf(state, copied) : "";
}

function withoutBlankBlocks(slice: Slice): Slice {
  const blocks = slice.content.content.filter((node) => node.content.size > 0);
  if (blocks.length === 0 || blocks.length === slice.content.childCount) return slice;
  return new Slice(Fragment.from(blocks), slice.openStart, slice.openEnd);
}

// What is on the clipboard may come from anywhere: nothing of it is believed unseen.

function asOrigin(json: string | null): Origin | null {
  const origin = read(json);
  const { document, block, words } = origin;
  const is = typeof document === "string" && Number.isInteger(block) && typeof words === "string";
  return is ? { document, block: block as number, words } : null;
}

function asMarker(json: string | undefined): Attrs | false {
  const { series, number, asWritten, computed } = read(json ?? null);
  const is = Number.isInteger(series) && Number.isInteger(number) && typeof asWritten === "string";
  return is && { series, number, asWritten, computed: computed === true };
}

function read(json: string | null): Record<string, unknown> {
  try {
    return JSON.parse(json ?? "") ?? {};
  } catch {
    return {};
  }
}
