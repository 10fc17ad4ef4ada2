// The draft in front beside the documents of the library: which share much with it, and what.
import type { SimilarRow } from "../bindings";
import { backend } from "../backend";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

class Comparing {
  /** The draft that was compared. */
  private draft = $state.raw<OpenDocument | null>(null);
  private found = $state.raw<SimilarRow[]>([]);
  /** The document whose wording is marked on the sheet. */
  chosen = $state<string | null>(null);
  busy = $state(false);

  /** What was found for the draft in front; nothing before it was compared. */
  rows = $derived(this.draft !== null && this.draft === tabs.front ? this.found : null);

  /** Compares the draft in front with the library. */
  async compare(): Promise<void> {
    const draft = tabs.front;
    if (!draft?.editable || this.busy) return;
    this.busy = true;
    try {
      this.draft?.markShared([]);
      this.found = await backend.similar(draft.id, draft.speech);
      this.draft = draft;
      this.chosen = null;
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }

  /** Marks what a document shares with the draft, and goes to the first of it; once more: no longer. */
  choose(row: SimilarRow): void {
    const { draft } = this;
    if (!draft) return;
    const off = this.chosen === row.document;
    this.chosen = off ? null : row.document;
    draft.markShared(off ? [] : row.shared);
    const first = row.shared[0];
    if (!off && first) draft.show(first.block);
  }
}

export const comparing = new Comparing();
