// Sections of several documents that are gathered: for a new draft, or for the one at hand.
import type { BlockId } from "../bindings";
import { words } from "../words";
import { borrowed } from "./borrowed.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

type Pick = { document: string; block: BlockId };

class Picking {
  /** In the order in which they were chosen. */
  picks = $state.raw<Pick[]>([]);
  documents = $derived(new Set(this.picks.map((pick) => pick.document)).size);

  has(document: string, block: BlockId): boolean {
    return this.picks.some((pick) => pick.document === document && pick.block === block);
  }

  /** Chooses a section, or no longer. */
  toggle(document: string, block: BlockId): void {
    const others = this.picks.filter((pick) => pick.document !== document || pick.block !== block);
    this.picks = others.length < this.picks.length ? others : [...others, { document, block }];
  }

  clear(): void {
    this.picks = [];
  }

  /** Makes a draft of them. */
  async begin(): Promise<void> {
    const parts = this.picks.map(({ document, block }) => ({
      source: { document, extent: { section: block } },
      with_text: true,
    }));
    await tabs.plan({
      wanted: { occasion: null, genre: null, speaker: null },
      occasion: { date: null, minutes: null, audience: null },
      parts,
    });
    this.clear();
    await borrowed.look();
  }

  /** Takes them over into the draft that was in front last, one after the other. */
  async take(): Promise<void> {
    const { picks } = this;
    for (const { document, block } of picks) await tabs.take({ document, extent: { section: block } });
    this.clear();
    notices.tell(words.picking.taken(picks.length));
    await borrowed.look();
  }
}

export const picking = new Picking();
