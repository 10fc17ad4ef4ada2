// The documents that are open, and the one in front. What the program refuses is thrown.
import type { BlockId, Opened, PlanRow, Source } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";

class Tabs {
  open = $state.raw<OpenDocument[]>([]);
  private last = $state.raw<OpenDocument | null>(null);
  /** The draft that was in front last. */
  private written = $state.raw<OpenDocument | null>(null);
  private readonly opening = new Map<string, Promise<OpenDocument>>();

  get front(): OpenDocument | null {
    return this.last;
  }

  set front(document: OpenDocument | null) {
    this.last = document;
    if (document?.editable) this.written = document;
  }

  /** The draft that takes what is taken over: the one in front, else the one that was last. */
  get draft(): OpenDocument | null {
    return this.written;
  }

  /** Brings a document to the front, opening it if need be, with a block in view. */
  async show(id: string, block?: BlockId): Promise<void> {
    this.front = await this.find(id);
    if (block !== undefined) this.front.show(block);
  }

  /** Opens what was open, in that order, and brings one of them to the front; what is gone leaves no tab. */
  async reopen(ids: string[], front: string | null): Promise<void> {
    for (const id of ids) await this.find(id).catch(() => {});
    this.front = this.open.find((document) => document.id === front) ?? this.open.at(-1) ?? null;
  }

  /**
   * Makes a draft out of a source, or an empty one, and brings it to the front to be written
   * in. `date` is the day on which it will be given, as 2026-03-18.
   */
  async newDraft(source: Source | null, date: string | null = null): Promise<void> {
    this.front = this.add(await backend.newDraft(source, date));
    this.front.focus();
  }

  /** Makes a draft along a plan, and brings it to the front to be written in. */
  async plan(plan: PlanRow): Promise<void> {
    this.front = this.add(await backend.planDraft(plan));
    this.front.focus();
  }

  /**
   * Takes a source over into the draft in front, or the one that was there last; where none
   * is open, into a new one.
   */
  async take(source: Source): Promise<void> {
    if (this.written) {
      this.front = this.written;
      return this.front.takeOver(source);
    }
    this.front = this.add(await backend.newDraft(source, null));
  }

  /**
   * Takes a source over in the place of the section with the cursor, in the draft in front or the
   * one that was there last; where there is no such section, beside the cursor.
   */
  async exchange(source: Source): Promise<void> {
    const draft = this.written;
    if (!draft) return this.take(source);
    this.front = draft;
    const gone = await draft.exchange(source);
    const undo = { words: words.outline.undo, run: () => draft.undo() };
    if (gone !== null) notices.tell(words.outline.exchanged(gone), undo);
  }

  /** Opens the file of the document in front, in the system's program for it. */
  async openOriginal(): Promise<void> {
    if (this.front) await backend.openOriginal(this.front.id);
  }

  /** Reads the file of the document in front anew, under another encoding, and shows what it says. */
  async reread(encoding: string): Promise<void> {
    const { front } = this;
    if (!front || front.editable) return;
    const document = new OpenDocument(await backend.reread(front.id, encoding));
    this.open = this.open.map((each) => (each === front ? document : each));
    this.front = document;
  }

  /** Closes a tab when its text is saved. */
  async close(document: OpenDocument): Promise<void> {
    if (await document.save()) return this.remove(document);
    const anyway = { words: words.sheet.closeAnyway, run: () => this.remove(document) };
    notices.tell(words.sheet.notStored(document.title), anyway);
  }

  /** The next tab, or the one before (-1). */
  step(by: 1 | -1): void {
    const n = this.open.length;
    if (!this.front || n === 0) return;
    this.front = this.open[(this.open.indexOf(this.front) + by + n) % n]!;
  }

  private async find(id: string): Promise<OpenDocument> {
    const open = this.open.find((document) => document.id === id);
    if (open) return open;
    const opening = this.opening.get(id) ?? backend.openDocument(id).then((opened) => this.add(opened));
    this.opening.set(id, opening);
    return opening.finally(() => this.opening.delete(id));
  }

  private add(opened: Opened): OpenDocument {
    const document = new OpenDocument(opened);
    this.open = [...this.open, document];
    return document;
  }

  private remove(document: OpenDocument): void {
    const idx = this.open.indexOf(document);
    if (idx < 0) return;
    this.open = this.open.filter((each) => each !== document);
    if (this.written === document) this.written = this.open.filter((each) => each.editable).at(-1) ?? null;
    if (this.front === document) this.front = this.open[idx] ?? this.open[idx - 1] ?? null;
  }
}

export const tabs = new Tabs();
