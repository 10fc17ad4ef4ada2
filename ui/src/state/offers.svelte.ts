// What the field in hand could be filled with: the office's own facts, and what its label was
// filled with in earlier drafts. Offered, never filled by itself.
import { backend, Refused } from "../backend";
import type { FieldId, OfferedRow } from "../bindings";
import type { OpenDocument } from "./document.svelte";

/** How long what was told is good for, in milliseconds. */
const FRESH_MS = 30_000;

class Offers {
  private told = $state.raw<{
    document: OpenDocument;
    at: number;
    values: Map<FieldId, OfferedRow[]>;
  } | null>(null);

  /** Asks for them, unless that was just done. */
  async load(document: OpenDocument): Promise<void> {
    const { told } = this;
    if (told?.document === document && Date.now() - told.at < FRESH_MS) return;
    try {
      const rows = await backend.offers(document.id, document.speech);
      const values = new Map(rows.map((row) => [row.field, row.values]));
      this.told = { document, at: Date.now(), values };
    } catch (error) {
      // Without them a field is filled by hand, as ever.
      if (!(error instanceof Refused)) throw error;
    }
  }

  /** They are others now. */
  forget(): void {
    this.told = null;
  }

  /** For a field, where so much was typed: what begins so, else all; not what it has. */
  of(document: OpenDocument, field: FieldId, value: string, typed: string): OfferedRow[] {
    const all = this.told?.document === document ? (this.told.values.get(field) ?? []) : [];
    const others = all.filter((offer) => offer.value !== value);
    const begun = typed === value ? [] : others.filter((offer) => offer.value.startsWith(typed));
    return begun.length > 0 ? begun : others;
  }
}

export const offers = new Offers();
