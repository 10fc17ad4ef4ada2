// Enter, Backspace and Delete as somebody used to Word expects them. Undo, heading levels
// and the rest are commands of the window.
import { baseKeymap, chainCommands, deleteSelection } from "prosemirror-commands";
import { keydownHandler } from "prosemirror-keymap";
import type { Node, ResolvedPos } from "prosemirror-model";
import {
  type Command,
  NodeSelection,
  Plugin,
  Selection,
  TextSelection,
  type Transaction,
} from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { isBlank } from "./convert";
import { besideRow, enterInRow, toCell } from "./rows";
import { blockAttrs, headingAttrs, nodes, runsIn } from "./schema";

/** Splits the block at the cursor; a heading, a title goes on as a paragraph. */
export const enter: Command = (state, dispatch, view) => {
  if (isLeaf(state.selection)) {
    // Chosen by Backspace, to be deleted: it stays.
    dispatch?.(state.tr.setSelection(TextSelection.create(state.doc, state.selection.to)));
    return true;
  }
  if (enterInRow(state, dispatch, view)) return true;
  const transaction = state.tr.deleteSelection();
  const at = transaction.selection.$from;
  const { before, node, after } = around(at);
  const atStart = at.parentOffset === 0;
  const rest = node.content.cut(at.parentOffset);
  if (node.type === nodes.heading && node.content.size === 0) {
    // Nothing is to be counted here after all.
    const { id, origin } = blockAttrs(node);
    transaction.setNodeMarkup(at.before(), nodes.paragraph, { id, origin, numeral: null });
  } else if (atStart && runsIn(before, node)) {
    transaction.setNodeAttribute(at.before() - before!.nodeSize, "runIn", false);
  } else if (atStart && rest.size > 0) {
    // The words keep their block; what is new is the line above them.
    const above = node.type === nodes.heading ? nodes.paragraph! : node.type;
    transaction.insert(at.before(), above.create());
  } else if (runsIn(node, after)) {
    // The rest of the line, wherever the heading ends in it, goes to the next.
    transaction.setNodeAttribute(at.before(), "runIn", false);
    transaction.insert(at.after() + 1, rest).delete(at.pos, at.end());
    transaction.setSelection(TextSelection.create(transaction.doc, at.pos + 2));
  } else if (
    node.type === nodes.title &&
    rest.size === 0 &&
    after?.type === nodes.paragraph &&
    isBlank(after)
  ) {
    // The line below the title waits to be written in.
    transaction.setSelection(TextSelection.create(transaction.doc, at.after() + 1));
  } else {
    const { origin } = blockAttrs(node);
    const attrs = { id: 0, numeral: null, origin: rest.size > 0 ? origin : null };
    transaction.split(at.pos, 1, [{ type: typeAfter(node, rest.size === 0), attrs }]);
  }
  dispatch?.(transaction.scrollIntoView());
  return true;
};

const backspace: Command = (state, dispatch) => {
  const { $from: at, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection)) return false;
  if (at.nodeBefore?.isAtom && !at.nodeBefore.isText) return select(state.tr, at.pos - 1, dispatch);
  if (at.parentOffset > 0) return false;
  const { before, node } = around(at);
  if (node.type === nodes.heading) {
    const { id, origin } = blockAttrs(node);
    dispatch?.(state.tr.setNodeMarkup(at.before(), nodes.paragraph, { id, origin, numeral: null }));
    return true;
  }
  if (before && runsIn(before, node) && before.content.size > 0) {
    // They read as one line: what stands before the cursor is the heading's last character.
    return erase(state.tr, at.before() - 1, before.lastChild!, -1, dispatch);
  }
  return before?.content.size === 0 && removeBlock(state.tr, at.before() - before.nodeSize, before, dispatch);
};

const deleteForward: Command = (state, dispatch) => {
  const { $from: at, empty } = state.selection;
  if (!empty || !(state.selection instanceof TextSelection)) return false;
  if (at.nodeAfter?.isAtom && !at.nodeAfter.isText) return select(state.tr, at.pos, dispatch);
  if (at.parentOffset < at.parent.content.size) return false;
  const { node, after } = around(at);
  if (runsIn(node, after) && after!.content.size > 0) {
    return erase(state.tr, at.after() + 1, after!.firstChild!, 1, dispatch);
  }
  if (after?.content.size === 0) return removeBlock(state.tr, at.after(), after, dispatch);
  return !!after && node.content.size === 0 && removeBlock(state.tr, at.before(), node, dispatch);
};

/**
 * Makes the chosen headings deeper (1) or higher (-1), all or none, so that they stay to one another
 * as they are; where there is none the key goes on.
 */
function deeper(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const headings: { place: number; level: number }[] = [];
    state.doc.nodesBetween(from, to, (node, place) => {
      if (node.type === nodes.heading) headings.push({ place, level: headingAttrs(node).level + by });
      return false;
    });
    if (headings.length === 0) return false;
    if (headings.some(({ level }) => level < 1 || level > 4)) return true;
    const transaction = state.tr;
    for (const { place, level } of headings) transaction.setNodeAttribute(place, "level", level);
    dispatch?.(transaction.scrollIntoView());
    return true;
  };
}

const bound = keydownHandler({
  ...baseKeymap,
  Tab: chainCommands(toCell(1), deeper(1)),
  "Shift-Tab": chainCommands(toCell(-1), deeper(-1)),
  Enter: enter,
  "Shift-Enter": enter,
  "Mod-Enter": () => false,
  Backspace: chainCommands(deleteSelection, besideRow(-1), backspace, baseKeymap.Backspace!),
  Delete: chainCommands(deleteSelection, besideRow(1), deleteForward, baseKeymap.Delete!),
});

/** Milliseconds after a composition within which the editor drops a key in WebKit. */
const DROPPED = 500;
/** When the last composition of a view ended. */
const ended = new WeakMap<EditorView, number>();

export const keys = new Plugin({
  props: {
    handleKeyDown: pressed,
    handleDOMEvents: {
      compositionend(view, event) {
        ended.set(view, event.timeStamp);
        return false;
      },
      // WebKit tells of the Enter that ends a composition after its end, so the editor drops the
      // first key that comes then. That one has the input method's code; a quick Tab has its own,
      // and would lead out of the sheet.
      keydown(view, event) {
        if (event.timeStamp - (ended.get(view) ?? -Infinity) > DROPPED) return false;
        const isDone = pressed(view, event);
        if (isDone) event.preventDefault();
        return isDone;
      },
    },
  },
});

/** Does what a key is for; not what it is for the input method, whose code is 229. */
function pressed(view: EditorView, event: KeyboardEvent): boolean {
  return !event.isComposing && event.keyCode !== 229 && view.editable && bound(view, event);
}

function isLeaf(selection: Selection): boolean {
  return selection instanceof NodeSelection && selection.node.isInline;
}

function around(at: ResolvedPos): { before: Node | null; node: Node; after: Node | null } {
  const idx = at.index(0);
  return { before: at.doc.maybeChild(idx - 1), node: at.parent, after: at.doc.maybeChild(idx + 1) };
}

/** What begins when Enter is pressed in a block, at its end or within. */
function typeAfter(node: Node, atEnd: boolean) {
  const goesOn = [nodes.paragraph, nodes.closing].includes(node.type);
  return goesOn || (node.type === nodes.title && !atEnd) ? node.type : nodes.paragraph!;
}

function select(transaction: Transaction, place: number, dispatch?: (tr: Transaction) => void): true {
  dispatch?.(transaction.setSelection(NodeSelection.create(transaction.doc, place)));
  return true;
}

/** Takes away one character before (-1) or after a place, or selects the chip that is there. */
function erase(
  transaction: Transaction,
  place: number,
  inline: Node,
  towards: 1 | -1,
  dispatch?: (tr: Transaction) => void,
): true {
  if (!inline.isText) return select(transaction, towards < 0 ? place - 1 : place, dispatch);
  const character = [...inline.text!].at(towards < 0 ? -1 : 0)!;
  const other = place + towards * character.length;
  transaction.delete(Math.min(place, other), Math.max(place, other));
  transaction.setSelection(TextSelection.create(transaction.doc, Math.min(place, other)));
  dispatch?.(transaction.scrollIntoView());
  return true;
}

/** Takes an empty block away; the cursor stays with the words, and they stay what they are. */
function removeBlock(
  transaction: Transaction,
  place: number,
  block: Node,
  dispatch?: (tr: Transaction) => void,
): true {
  transaction.delete(place, place + block.nodeSize);
  if (transaction.selection.$from.depth === 0) {
    transaction.setSelection(Selection.near(transaction.doc.resolve(place)));
  }
  dispatch?.(transaction.scrollIntoView());
  return true;
}

/** Makes the chosen blocks headings of a level, or paragraphs (0). */
export function setLevel(level: 0 | 1 | 2 | 3 | 4): Command {
  return (state, dispatch) => {
    const { from, to } = state.selection;
    const transaction = state.tr;
    state.doc.nodesBetween(from, to, (node, place) => {
      if (node.type === nodes.table) return false;
      const { id, origin } = blockAttrs(node);
      if (level === 0) {
        if (node.type !== nodes.paragraph) {
          transaction.setNodeMarkup(place, nodes.paragraph, { id, origin, numeral: null });
        }
      } else {
        // A heading without a number stays without.
        const heading =
          node.type === nodes.heading ? headingAttrs(node) : { numeral: "computed", runIn: false };
        const { numeral, runIn } = heading;
        transaction.setNodeMarkup(place, nodes.heading, { id, origin, numeral, runIn, level });
      }
      return false;
    });
    if (transaction.docChanged) dispatch?.(transaction.scrollIntoView());
    return transaction.docChanged;
  };
}
