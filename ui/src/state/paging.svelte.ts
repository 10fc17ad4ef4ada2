// How many pages a document has in a house style, and where they begin: asked when the writer
// pauses, drawn on the sheet. Nothing is asked or drawn under a composition.
import type { Paging as Told, PageStart, Speech } from "../bindings";
import { backend, Refused } from "../backend";

/** What is laid out, and what draws where its pages begin. */
export type LaidOut = {
  speech: () => Speech;
  composing: () => boolean;
  draw: (starts: PageStart[]) => void;
};

/** Milliseconds of quiet after which the pages are counted anew. */
const QUIET = 700;

export class Paging {
  /** How many pages there are; nothing before it is known. */
  pages = $state<number | null>(null);
  private style: string | null = null;
  private turn = 0;
  private asked = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly laid: LaidOut) {}

  /** Counts in that house style from now on; what was laid out before is laid out anew. */
  in(style: string): void {
    this.style = style;
    void this.now();
  }

  /** The text has changed: what is under way is stale. */
  soon(): void {
    this.turn += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), QUIET);
  }

  private async now(): Promise<void> {
    clearTimeout(this.timer);
    const { style } = this;
    // Who is not in front is not looked at.
    if (style === null) return;
    // One at a time, however long a text takes.
    if (this.asked || this.laid.composing()) return this.soon();
    const turn = ++this.turn;
    this.asked = true;
    let told: Told;
    try {
      told = await backend.paging(this.laid.speech(), style);
    } catch (error) {
      // What is drawn stays as it was, and the next change asks again.
      if (error instanceof Refused) return;
      throw error;
    } finally {
      this.asked = false;
    }
    // What has changed since is asked for by whoever changed it.
    if (turn !== this.turn) return;
    if (this.laid.composing()) return this.soon();
    this.pages = told.n_pages;
    this.laid.draw(told.starts);
  }
}
