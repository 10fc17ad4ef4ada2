// What is kept at hand: documents and drafts that are pinned, and those that were opened last.
import type { DocumentRow } from "../bindings";
import { words } from "../words";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";

/** So many that were opened are remembered. */
const MOST = 30;

class AtHand {
  /** The ids of those that are pinned, the last one first. */
  pinned = $state.raw<string[]>([]);
  /** The ids of those that were opened, the last one first. */
  opened = $state.raw<string[]>([]);

  /** Those that are pinned, as the library lists them. */
  get pinnedRows(): DocumentRow[] {
    return rowsOf(this.pinned);
  }

  /** Those that were opened last and are not pinned. */
  get openedRows(): DocumentRow[] {
    return rowsOf(this.opened.filter((id) => !this.isPinned(id)));
  }

  isPinned(id: string): boolean {
    return this.pinned.includes(id);
  }

  /** It was brought to the front. */
  open(id: string): void {
    if (this.opened[0] !== id) this.opened = first(id, this.opened).slice(0, MOST);
  }

  /** Pins it, or takes the pin away. */
  toggle(id: string): void {
    const { pins } = words;
    const isPinned = this.isPinned(id);
    this.pinned = isPinned ? this.pinned.filter((one) => one !== id) : first(id, this.pinned);
    const [row] = rowsOf([id]);
    notices.tell((isPinned ? pins.unpinned : pins.pinned)(row ? titleOf(row) : words.untitled.zh));
  }
}

/** The title of a row in one line; the name of its file where it has none. */
export function titleOf(row: DocumentRow): string {
  return row.title.replaceAll("\n", "") || row.file || words.untitled.zh;
}

function first(id: string, others: string[]): string[] {
  return [id, ...others.filter((other) => other !== id)];
}

/** The rows of ids, in their order; what is gone has none. */
function rowsOf(ids: string[]): DocumentRow[] {
  const known = [...library.drafts, ...library.rows];
  return ids.flatMap((id) => known.find((row) => row.id === id) ?? []);
}

export const atHand = new AtHand();
