// The rows of a table: each is a line of the text, its cells apart by tabs. The keys do there what
// they do in Word: Tab goes from cell to cell and past the last begins a row, Enter begins a row,
// in an empty one it ends the table, and no key runs a row together with what stands beside it.
import type { Node } from "prosemirror-model";
import { type Command, Selection, TextSelection, type Transaction } from "prosemirror-state";
import { isBlank } from "./convert";
import { blockAttrs, nodes, schema } from "./schema";

/** Goes to the next cell (1) or the one before (-1), and chooses its words. */
export function toCell(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $head: at } = state.selection;
    if (at.parent.type !== nodes.table) return false;
    const row = at.index(0);
    const cells = cellsOf(at.parent);
    const next = cells.filter(({ from }) => from <= at.parentOffset).length - 1 + by;
    const { tr } = state;
    if (cells[next]) dispatch?.(choose(tr, row, next));
    else if (isRow(state.doc.maybeChild(row + by))) dispatch?.(choose(tr, row + by, by > 0 ? 0 : -1));
    else if (by > 0) dispatch?.(choose(tr.insert(at.after(), emptyLike(at.parent)), row + 1, 0));
    return true;
  };
}

/** Begins a row above the words or below them; an empty row becomes a line below the table. */
export const enterInRow: Command = (state, dispatch) => {
  const { $head: at } = state.selection;
  if (at.parent.type !== nodes.table) return false;
  const { tr } = state;
  const row = at.index(0);
  if (isBlank(at.parent)) {
    const { id, origin } = blockAttrs(at.parent);
    tr.delete(at.start(), at.end());
    tr.setNodeMarkup(at.before(), nodes.paragraph, { id, origin, numeral: null });
    dispatch?.(tr.scrollIntoView());
  } else if (at.parentOffset === 0 && state.selection.empty) {
    dispatch?.(tr.insert(at.before(), emptyLike(at.parent)).scrollIntoView());
  } else {
    dispatch?.(choose(tr.insert(at.after(), emptyLike(at.parent)), row + 1, 0));
  }
  return true;
};

/**
 * Backspace before the first (-1) or Delete behind the last (1) character of a line, where it or the
 * one beside it is a row: one that is empty goes, else only the cursor crosses over.
 */
export function besideRow(by: 1 | -1): Command {
  return (state, dispatch) => {
    const { $from: at, empty } = state.selection;
    if (!empty || at.parentOffset !== (by < 0 ? 0 : at.parent.content.size)) return false;
    const beside = state.doc.maybeChild(at.index(0) + by);
    if (!beside || (!isRow(at.parent) && !isRow(beside))) return false;
    const { tr } = state;
    const start = by < 0 ? at.before() - beside.nodeSize : at.after();
    if (isBlank(beside)) tr.delete(start, start + beside.nodeSize);
    else {
      if (isBlank(at.parent)) tr.delete(at.before(), at.after());
      const edge = tr.mapping.map(by < 0 ? at.before() : at.after(), by);
      tr.setSelection(Selection.near(tr.doc.resolve(edge), by));
    }
    dispatch?.(tr.scrollIntoView());
    return true;
  };
}

function isRow(node: Node | null): boolean {
  return node?.type === nodes.table;
}

/** From where to where in a row's content its cells go. */
function cellsOf(row: Node): { from: number; to: number }[] {
  const words = row.textBetween(0, row.content.size, "", "\ufffc");
  let from = 0;
  return words.split("\t").map((cell) => {
    const to = from + cell.length;
    const range = { from, to };
    from = to + 1;
    return range;
  });
}

/** A row of as many cells with nothing in them. */
function emptyLike(row: Node): Node {
  const tabs = "\t".repeat(cellsOf(row).length - 1);
  return nodes.table!.create(null, tabs ? schema.text(tabs) : null);
}

/** Chooses the words of a cell; -1 is the last. */
function choose(transaction: Transaction, row: number, cell: number): Transaction {
  const { doc } = transaction;
  const start = doc.children.slice(0, row).reduce((sum, one) => sum + one.nodeSize, 1);
  const { from, to } = cellsOf(doc.child(row)).at(cell)!;
  return transaction.setSelection(TextSelection.create(doc, start + from, start + to)).scrollIntoView();
}
