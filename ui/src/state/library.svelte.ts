// The library: whether it is open, and the documents in it.
import { SvelteSet } from "svelte/reactivity";
import { backend } from "../backend";
import type { CollectionRow, DocumentRow, Failure, Kind } from "../bindings";
import { failureOf, notices } from "./notices.svelte";
import { words } from "../words";
import { tabs } from "./tabs.svelte";

/** What the library is asked for by kind; drafts stand in a list of their own. */
export const SHELVES = ["speech", "template", "starter"] as const satisfies Kind[];
export type Shelf = (typeof SHELVES)[number];

class Library {
  isOpen = $state(false);
  /** Why it can't be opened. */
  failure = $state.raw<Failure | null>(null);
  /** The documents have been listed once. */
  isListed = $state(false);
  /** All documents, the one changed last first. */
  rows = $state.raw<DocumentRow[]>([]);
  /** Folders that were imported, as collections; each after the one that it stands in. */
  collections = $state.raw<CollectionRow[]>([]);
  /** The collection that is looked at, and what is in it; nothing for all. */
  collection = $state.raw<{ id: string; documents: Set<string> } | null>(null);
  /** It is being given another name. */
  renaming = $state(false);
  /** The collection that the writer chose. */
  private wanted: string | null = null;
  /** The kind that the writer chose to see. */
  private chosen = $state<Shelf | null>(null);

  /** The drafts; one that is open is called what its sheet says. */
  drafts = $derived(
    this.rows
      .filter((row) => row.kind === "draft")
      .map((row) => {
        const document = tabs.open.find((open) => open.id === row.id);
        if (!document) return row;
        const changed = document.savedAt || row.changed;
        // Its name is that of a state, which the text on the sheet may no longer be.
        const since = changed > row.changed || document.saving !== "saved";
        const version = row.version && { ...row.version, changed_since: row.version.changed_since || since };
        return { ...row, title: document.title, characters: document.answer.characters, changed, version };
      })
      .sort((a, b) => (a.changed < b.changed ? 1 : -1)),
  );

  /** Those of the collection that is looked at. */
  private collected = $derived(
    this.rows.filter((row) => this.collection === null || this.collection.documents.has(row.id)),
  );

  /** The drafts of one speech, the newest first. */
  private groups = $state.raw<string[][]>([]);
  /** The newest ones of the groups whose others are shown, too. */
  private readonly unfolded = new SvelteSet<string>();

  /** Those of the kind that is shown. */
  private onShelf = $derived(this.collected.filter((row) => row.kind === this.shelf));

  /** The drafts of one speech among them: the newest, by its id, with the others. */
  private versions = $derived.by(() => {
    const byId = new Map(this.onShelf.map((row) => [row.id, row]));
    const groups = this.groups.map((group) => group.flatMap((id) => byId.get(id) ?? []));
    return new Map(groups.flatMap(([newest, ...older]) => (newest ? [[newest.id, older] as const] : [])));
  });

  /** Of the kind that is shown; of several drafts of a speech the newest, unless they are unfolded. */
  shown = $derived.by(() => {
    const older = new Set([...this.versions.values()].flat());
    return this.onShelf
      .filter((row) => !older.has(row))
      .flatMap((row) => [row, ...(this.unfolded.has(row.id) ? (this.versions.get(row.id) ?? []) : [])]);
  });

  counts = $derived.by(() => {
    const counts: Record<Kind, number> = { speech: 0, template: 0, starter: 0, draft: 0 };
    for (const row of this.collected) counts[row.kind]++;
    return counts;
  });

  /** The kind that is shown: the one chosen, else the first one that has a document. */
  get shelf(): Shelf {
    return this.chosen ?? SHELVES.find((kind) => this.counts[kind] > 0) ?? "speech";
  }

  set shelf(kind: Shelf) {
    this.chosen = kind;
  }

  /** Opens the library, or tries again; true if it is open. */
  async open(): Promise<boolean> {
    try {
      await backend.openLibrary();
      this.failure = null;
      this.isOpen = true;
    } catch (error) {
      this.failure = failureOf(error);
    }
    return this.isOpen;
  }

  /** Asks for another folder for the library; true where one was chosen and it is open there. */
  async choose(): Promise<boolean> {
    try {
      if (!(await backend.chooseLibrary())) return false;
    } catch (error) {
      this.failure = failureOf(error);
      return false;
    }
    return this.open();
  }

  /** How many older drafts of the same speech are folded under one. */
  older(id: string): number {
    return this.versions.get(id)?.length ?? 0;
  }

  isUnfolded(id: string): boolean {
    return this.unfolded.has(id);
  }

  /** Shows the older drafts of the same speech, or folds them away. */
  fold(id: string): void {
    if (!this.unfolded.delete(id)) this.unfolded.add(id);
  }

  /** Tells anew which documents are drafts of one speech. */
  async regroup(): Promise<void> {
    try {
      this.groups = await backend.groups();
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Looks at one collection, or at all documents. */
  async look(collection: string | null): Promise<void> {
    const known = collection !== null && this.collections.some((one) => one.id === collection);
    this.wanted = known ? collection : null;
    const documents = known ? await backend.collected(collection) : [];
    // The writer may have gone on to another one meanwhile.
    if (known && this.wanted !== collection) return;
    this.collection = known ? { id: collection, documents: new Set(documents) } : null;
  }

  /** Gives the collection that is looked at another name. */
  async renameCollection(name: string): Promise<void> {
    if (!this.collection) return;
    try {
      await backend.renameCollection(this.collection.id, name);
    } catch (error) {
      notices.refuse(error);
    }
    await this.refresh();
  }

  /** Removes the collection that is looked at; what was in it stays, and it can be brought back. */
  async removeCollection(): Promise<void> {
    const removed = this.collections.find((one) => one.id === this.collection?.id);
    if (!removed) return;
    const set = async (gone: boolean) => {
      try {
        await backend.removeCollection(removed.id, gone);
      } catch (error) {
        notices.refuse(error);
        return;
      }
      await this.refresh();
      await this.look(gone ? null : removed.id);
      const back = { words: words.collections.restore, run: () => void set(false) };
      if (gone) notices.tell(words.collections.removed(removed.name), back);
    };
    await set(true);
  }

  /** How many collections one stands in. */
  depth(collection: CollectionRow): number {
    const parent = this.collections.find((one) => one.id === collection.parent);
    return parent ? 1 + this.depth(parent) : 0;
  }

  /** Reads the list anew. */
  async refresh(): Promise<void> {
    try {
      this.rows = await backend.documents();
      this.collections = await backend.collections();
      this.isListed = true;
      if (this.wanted !== null) await this.look(this.wanted);
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const library = new Library();
