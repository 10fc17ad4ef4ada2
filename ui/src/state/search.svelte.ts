// What is looked for, what was found, and the passage in hand.
import { backend } from "../backend";
import type { Found, Hit, Kind, Source } from "../bindings";
import { borrowed } from "./borrowed.svelte";
import { notices } from "./notices.svelte";
import { sources } from "./sources.svelte";
import { tabs } from "./tabs.svelte";

/** How many passages are asked for at first, and more each time the end of the list is seen. */
const STEP = 50;

export class Search {
  /** As it stands in the box. */
  query = $state("");
  /** Only documents of this kind; all where nothing is chosen. */
  kind = $state<Kind | null>(null);
  /** The latest answer; it stays until the next one is there. */
  found = $state.raw<Found | null>(null);
  /** Which of the passages found is in hand. */
  selected = $state(0);
  private limit = STEP;
  /** Counts the questions: an answer to any but the last is dropped. */
  private turn = 0;
  /** Resolves when the last question is answered; at most one is asked at a time. */
  private asking: Promise<void> | null = null;

  get hits(): Hit[] {
    return this.found?.hits ?? [];
  }

  /** Looks for what was typed so far. */
  type(query: string): void {
    if (query === this.query) return;
    this.query = query;
    this.begin();
  }

  /** Looks in one kind of document, or in all. */
  choose(kind: Kind | null): void {
    this.kind = kind;
    this.begin();
  }

  /** The library has changed. */
  again(): void {
    if (this.query.trim()) this.ask();
  }

  /** The end of the list is in view. */
  more(): void {
    if (!this.found || this.hits.length >= this.found.total || this.limit > this.hits.length) return;
    this.limit += STEP;
    this.ask();
  }

  clear(): void {
    this.type("");
  }

  /** The next passage, or the one before. */
  move(by: number): void {
    this.selected = Math.max(0, Math.min(this.hits.length - 1, this.selected + by));
  }

  /** Takes the passage in hand, or its section, into the draft in front. */
  async take(extent: "passage" | "section"): Promise<void> {
    const hit = await this.inHand();
    if (hit) await borrowed.take(source(hit, extent));
  }

  /** Takes the section of the passage in hand in the place of the draft's section with the cursor. */
  async exchange(): Promise<void> {
    const hit = await this.inHand();
    if (hit) await borrowed.exchange(source(hit, "section"));
  }

  /** Opens the document of the passage in hand, with the passage in view. */
  async open(): Promise<void> {
    const hit = await this.inHand();
    if (hit) await tabs.show(hit.document, hit.block);
  }

  /** Lays the document of the passage in hand beside the sheet, with the passage in hand there. */
  async lay(): Promise<void> {
    const hit = await this.inHand();
    if (hit) await sources.lay(hit.document, hit.block);
  }

  /** The passage in hand for what stands in the box now: Enter may come before its answer. */
  private async inHand(): Promise<Hit | undefined> {
    await this.asking;
    return this.hits[this.selected];
  }

  private begin(): void {
    this.limit = STEP;
    this.selected = 0;
    if (this.query.trim()) {
      this.ask();
    } else {
      this.turn++;
      this.found = null;
    }
  }

  private ask(): void {
    this.turn++;
    this.asking ??= this.askUntilAnswered().finally(() => (this.asking = null));
  }

  private async askUntilAnswered(): Promise<void> {
    for (let asked = 0; asked !== this.turn && this.query.trim();) {
      asked = this.turn;
      try {
        const found = await backend.search(this.query, this.kind, this.limit, asked);
        if (found.turn === this.turn) this.found = found;
      } catch (error) {
        if (asked === this.turn) notices.refuse(error);
      }
    }
  }
}

function source(hit: Hit, extent: "passage" | "section"): Source {
  const whole = extent === "section" && hit.in_section;
  return { document: hit.document, extent: whole ? { section: hit.block } : { passage: hit.block } };
}

export const search = new Search();
