// The documents that are open, and the one in front.
import type { BlockId, Source } from "../bindings";
import type { OpenDocument } from "./document.svelte";

class Tabs {
  open = $state<OpenDocument[]>([]);
  front = $state<OpenDocument | null>(null);

  /** Brings a document to the front, opening it if need be, with a block in view. */
  async show(_id: string, _block?: BlockId): Promise<void> {}

  /** Makes a draft out of a source, or an empty one, and brings it to the front. */
  async newDraft(_source: Source | null): Promise<void> {}

  /** Takes a source over into the draft in front; where there is none, into a new one. */
  async take(_source: Source): Promise<void> {}

  /** Closes a tab when its text is saved. */
  async close(_document: OpenDocument): Promise<void> {}

  /** The next tab, or the one before (-1). */
  step(_by: 1 | -1): void {}
}

export const tabs = new Tabs();
