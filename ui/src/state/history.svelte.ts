// What the draft in front was: its former states, compared with the text as it is, named,
// brought back.
import type { ComparedRow, Message, RevisionRow, Speech } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

/** States that follow one another so closely are one sitting, in minutes. */
const SITTING = 10;

/** The last state of each sitting, and all that have a name. */
export function versions(rows: RevisionRow[]): RevisionRow[] {
  let sitting = Infinity;
  return rows.filter((row, idx) => {
    const time = Date.parse(row.changed);
    const isLast = idx === 0 || sitting - time >= SITTING * 60_000;
    if (isLast) sitting = time;
    return isLast || row.name !== null;
  });
}

class History {
  draft = $state.raw<OpenDocument | null>(null);
  rows = $state.raw<RevisionRow[]>([]);
  chosen = $state.raw<RevisionRow | null>(null);
  compared = $state.raw<ComparedRow[]>([]);
  /** The later state that it is compared with; nothing for the text as it is. */
  against = $state.raw<RevisionRow | null>(null);
  /** Old and new stand beside each other, not in one text. */
  beside = $state(false);
  /** What has become of the block that was asked for last, and whether it can be taken back. */
  done = $state.raw<{ words: Message; undo: boolean } | null>(null);
  private old: Speech | null = null;
  /** Which question was asked last: a quick hand chooses before the first is answered. */
  private turn = 0;
  private asked: Promise<void> = Promise.resolve();

  /** How many blocks are not as they were. */
  changes = $derived(this.compared.filter((row) => row.change !== "same").length);

  /** Shows what the draft in front was. */
  async open(): Promise<void> {
    const draft = tabs.front;
    if (!draft?.editable) return;
    await draft.save();
    this.draft = draft;
    this.against = null;
    await this.read();
    await this.choose(this.rows[1] ?? this.rows[0] ?? null);
    dialogs.show("history");
  }

  /** Compares the state in hand with another one, or with the text as it is. */
  async compareWith(row: RevisionRow | null): Promise<void> {
    this.against = row;
    await this.choose(this.chosen);
  }

  /** Compares a state with the text as it is, or with the other one. */
  choose(row: RevisionRow | null): Promise<void> {
    this.asked = this.look(row);
    return this.asked;
  }

  /** Gives a state a name; an empty one takes it away. */
  async name(row: RevisionRow, name: string): Promise<void> {
    if (!this.draft || name.trim() === (row.name ?? "")) return;
    try {
      await backend.nameRevision(this.draft.id, row.number, name);
      await this.read();
      this.chosen = this.rows.find((one) => one.number === row.number) ?? this.chosen;
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Brings all of the state in hand back. */
  async restore(): Promise<void> {
    await this.asked;
    const { draft, old } = this;
    if (!draft || !old) return;
    dialogs.close();
    await draft.restore(old);
    notices.tell(words.history.restored, { words: words.dataSheet.undo, run: () => draft.undo() });
  }

  /** Brings one block of it back into the text as it is, and compares again. */
  async restoreBlock({ block, change }: ComparedRow): Promise<void> {
    const { draft, old, chosen } = this;
    if (!draft || !old || !chosen) return;
    const isBack = await draft.restoreBlock(old, block, change === "moved");
    await this.choose(chosen);
    this.done = { words: isBack ? words.history.blockBack : words.history.blockSame, undo: isBack };
  }

  /** Takes the last block back, and compares again. */
  async undo(): Promise<void> {
    this.draft?.undo();
    await this.choose(this.chosen);
  }

  private async look(row: RevisionRow | null): Promise<void> {
    const { draft, against } = this;
    if (!draft || !row) return;
    const turn = ++this.turn;
    this.chosen = row;
    this.done = null;
    // Nothing comes back of a state that is not in hand any more.
    this.old = null;
    try {
      const old = await backend.revision(draft.id, row.number);
      const other = against ? await backend.revision(draft.id, against.number) : draft.speech;
      const compared = await backend.compareRevision(draft.id, row.number, other);
      if (turn !== this.turn) return;
      this.old = old;
      this.compared = compared;
    } catch (error) {
      notices.refuse(error);
    }
  }

  private async read(): Promise<void> {
    if (this.draft) this.rows = versions(await backend.history(this.draft.id));
  }
}

export const history = new History();
