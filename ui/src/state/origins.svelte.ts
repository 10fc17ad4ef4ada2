// Where the draft in front was taken from: its sources, and the one of the block with the
// cursor.
import type { BlockId, SourceAnswer } from "../bindings";
import type { OpenDocument } from "./document.svelte";
import { library } from "./library.svelte";
import { sources } from "./sources.svelte";
import { tabs } from "./tabs.svelte";

/** A source and what the library calls it; nothing where it is gone. */
export type NamedSource = { source: SourceAnswer; title: string | null };

class Origins {
  /** The sources, by their first blocks. */
  sources = $derived.by((): NamedSource[] => {
    const document = tabs.front;
    if (!document?.editable) return [];
    return document.answer.sources.map((source) => {
      const row = library.rows.find((one) => one.id === source.document);
      return { source, title: row ? row.title.replaceAll("\n", "") || row.file : null };
    });
  });

  /** Where the block with the cursor was taken from. */
  here = $derived.by((): { document: string; block: BlockId } | null => {
    const block = tabs.front?.block;
    for (const { source, title } of this.sources) {
      const taken = source.blocks.find((one) => one.block === block);
      if (taken) return title === null ? null : { document: source.document, block: taken.from };
    }
    return null;
  });

  /** Where a block of a draft was taken from, and how much of it is left, in percent. */
  of(draft: OpenDocument, block: BlockId): { title: string | null; left: number } | null {
    const taken = this.sources.find(({ source }) => source.blocks.some((one) => one.block === block));
    const left = draft.answer.blocks.find((one) => one.block === block)?.left;
    return taken && left != null ? { title: taken.title, left } : null;
  }

  /** Lays the source of a block beside the sheet, with what it was there in hand. */
  async layBlock(block: BlockId): Promise<void> {
    for (const { source, title } of this.sources) {
      const taken = source.blocks.find((one) => one.block === block);
      if (taken && title !== null) await sources.lay(source.document, taken.from);
    }
  }

  /** Goes to the next block that came from a source; after the last comes the first. */
  next({ blocks }: SourceAnswer): void {
    const at = blocks.findIndex((one) => one.block === tabs.front?.block);
    const next = blocks[(at + 1) % blocks.length];
    if (next) tabs.front?.show(next.block);
  }

  /** Opens a source where the first of its blocks stands, or the one with the cursor. */
  async open({ document, blocks }: SourceAnswer): Promise<void> {
    const here = this.here?.document === document ? this.here.block : blocks[0]?.from;
    await tabs.show(document, here);
  }

  /** Lays a source beside the sheet, with the same block in hand. */
  async lay({ document, blocks }: SourceAnswer): Promise<void> {
    const here = this.here?.document === document ? this.here.block : blocks[0]?.from;
    await sources.lay(document, here);
  }

  /** Opens the source of the block with the cursor. */
  async openHere(): Promise<void> {
    if (this.here) await tabs.show(this.here.document, this.here.block);
  }
}

export const origins = new Origins();
