// Keeps what is on the sheet: shortly after a change, one save after the other. It says
// `saved` only of the very text that was stored.
import type { Node } from "prosemirror-model";
import type { Failure, Saved } from "../bindings";
import { Refused } from "../backend";
import { words } from "../words";

/** `saved`: all of it is durable. `unsaved`: being typed or written. `failed`: could not be stored. */
export type Saving = "saved" | "unsaved" | "failed";

/** What is stored and how. */
export type Sheet = {
  text: () => Node;
  composing: () => boolean;
  store: (text: Node) => Promise<Saved>;
};

/** Milliseconds of quiet after which a change is stored. */
const QUIET = 600;
/** Milliseconds after which it is stored although the writer goes on. */
const AT_LATEST = 3000;
/** Milliseconds until the one other try where somebody else was writing. */
const BUSY = 400;

export class Autosave {
  saving = $state<Saving>("saved");
  savedAt = $state("");
  failure = $state.raw<Failure | null>(null);
  private stored: Node;
  private queue: Promise<boolean> = Promise.resolve(true);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private unsavedSince = 0;

  constructor(
    private readonly sheet: Sheet,
    savedAt: string,
  ) {
    this.stored = sheet.text();
    this.savedAt = savedAt;
  }

  /** The text has changed. */
  changed(): void {
    clearTimeout(this.timer);
    if (this.isStored()) {
      this.settle();
      return;
    }
    if (this.saving === "saved") this.unsavedSince = Date.now();
    // What could not be stored stays so until a save has done it.
    if (this.saving !== "failed") this.saving = "unsaved";
    const latest = this.unsavedSince + AT_LATEST - Date.now();
    const wait = this.saving === "failed" ? QUIET : Math.max(0, Math.min(QUIET, latest));
    this.timer = setTimeout(() => this.due(), wait);
  }

  /** Stores it now; false if that failed. */
  save(): Promise<boolean> {
    clearTimeout(this.timer);
    this.queue = this.queue.then(() => this.store());
    return this.queue;
  }

  private due(): void {
    // Half a syllable is nothing to keep.
    if (this.sheet.composing()) this.timer = setTimeout(() => this.due(), QUIET);
    else void this.save();
  }

  private async store(): Promise<boolean> {
    const text = this.sheet.text();
    if (this.isStored()) {
      this.settle();
      return true;
    }
    const since = Date.now();
    try {
      this.savedAt = (await this.insist(text)).changed;
    } catch (error) {
      this.saving = "failed";
      this.failure = failureOf(error);
      return false;
    }
    this.stored = text;
    this.unsavedSince = since;
    this.settle();
    return true;
  }

  private async insist(text: Node): Promise<Saved> {
    try {
      return await this.sheet.store(text);
    } catch (error) {
      if (!(error instanceof Refused) || error.failure.code !== "busy") throw error;
      await new Promise((resolve) => setTimeout(resolve, BUSY));
      return this.sheet.store(text);
    }
  }

  private settle(): void {
    this.saving = this.isStored() ? "saved" : "unsaved";
    this.failure = null;
  }

  private isStored(): boolean {
    const text = this.sheet.text();
    return text === this.stored || text.eq(this.stored);
  }
}

function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  const detail = String(error);
  return { code: "failed", message: words.sheet.storingFailed(detail), detail };
}
