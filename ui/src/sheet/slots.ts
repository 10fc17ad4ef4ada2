// A slot is a chip: it shows what its field asks for, or the value once that is filled. The
// chips of the field in hand are framed. What measures the value (%, 亿元) is text beside it.
import type { Node } from "prosemirror-model";
import { Plugin, PluginKey, type Transaction } from "prosemirror-state";
import { Decoration, DecorationSet, type NodeView } from "prosemirror-view";
import type { Field, FieldId, Message } from "../bindings";
import { words } from "../words";
import { fieldsOf, nodes, slotAttrs } from "./schema";

type Chips = { inHand: FieldId | null; decorations: DecorationSet };
type Chip = { field: Field | undefined; inHand: boolean };

/** How many characters of a label a chip shows. */
const LABEL_LENGTH = 12;

const key = new PluginKey<Chips>("slots");

/** `choose` is told the field of a chip that was clicked. */
export function slots(choose: (field: FieldId) => void, say: (message: Message) => string): Plugin<Chips> {
  return new Plugin<Chips>({
    key,
    state: {
      init: (_config, state) => draw(state.doc, null),
      apply(transaction, chips) {
        const inHand = transaction.getMeta(key) as FieldId | null | undefined;
        if (inHand === undefined && !transaction.docChanged) return chips;
        return draw(transaction.doc, inHand === undefined ? chips.inHand : inHand);
      },
    },
    props: {
      decorations: (state) => key.getState(state)?.decorations,
      nodeViews: { slot: (node, _view, _place, decorations) => new ChipView(node, decorations, say) },
      handleClickOn(_view, _place, node) {
        if (node.type === nodes.slot) choose(slotAttrs(node).field);
        return false;
      },
    },
  });
}

/** Takes a field in hand, or none. */
export function withFieldInHand(transaction: Transaction, field: FieldId | null): Transaction {
  return transaction.setMeta(key, field);
}

/** Where a field's first slot stands; nothing where it has none. */
export function slotPlace(doc: Node, field: FieldId): number | null {
  let first: number | null = null;
  doc.descendants((node, place) => {
    if (node.type === nodes.slot && slotAttrs(node).field === field) first ??= place;
    return first === null;
  });
  return first;
}

function draw(doc: Node, inHand: FieldId | null): Chips {
  const fields = new Map(fieldsOf(doc).map((field) => [field.id, field]));
  const decorations: Decoration[] = [];
  doc.descendants((node, place) => {
    if (node.type !== nodes.slot) return;
    const { field } = slotAttrs(node);
    const chip: Chip = { field: fields.get(field), inHand: field === inHand };
    decorations.push(Decoration.node(place, place + 1, {}, chip));
  });
  return { inHand, decorations: DecorationSet.create(doc, decorations) };
}

class ChipView implements NodeView {
  readonly dom = document.createElement("span");

  constructor(
    node: Node,
    decorations: readonly Decoration[],
    private readonly say: (message: Message) => string,
  ) {
    this.dom.contentEditable = "false";
    this.update(node, decorations);
  }

  update(node: Node, decorations: readonly Decoration[]): boolean {
    if (node.type !== nodes.slot) return false;
    const chip = decorations.find((each) => "inHand" in each.spec)?.spec as Chip | undefined;
    const value = chip?.field?.value ?? null;
    const label = chip?.field?.label ?? slotAttrs(node).asWritten;
    const shown = value === "" ? this.say(words.offers.left) : (value ?? shortened(label));
    const field = String(slotAttrs(node).field);
    // What is set is drawn anew, whether it differs or not.
    if (this.dom.textContent !== shown) this.dom.textContent = shown;
    if (this.dom.title !== label) this.dom.title = label;
    if (this.dom.dataset.field !== field) this.dom.dataset.field = field;
    this.dom.classList.add("slot");
    this.dom.classList.toggle("filled", Boolean(value));
    this.dom.classList.toggle("left", value === "");
    this.dom.classList.toggle("in-hand", chip?.inHand ?? false);
    return true;
  }

  ignoreMutation = () => true;
}

function shortened(label: string): string {
  const characters = [...label];
  return characters.length > LABEL_LENGTH ? `${characters.slice(0, LABEL_LENGTH - 1).join("")}…` : label;
}
