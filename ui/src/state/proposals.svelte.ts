// What could be changed in a draft: one list, ticked where there is little doubt, done in one step
// of undo.
import type { Message, ProposalRow } from "../bindings";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";

export class ProposalList {
  /** The draft that they are of; nothing before there is one. */
  draft = $state.raw<OpenDocument | null>(null);
  rows = $state.raw<ProposalRow[]>([]);
  /** Which of them are to be done. */
  ticked = $state<boolean[]>([]);
  /** How many these are. */
  count = $derived(this.ticked.filter(Boolean).length);

  /** `done` says how many were done. */
  constructor(private readonly done: (count: number) => Message) {}

  /** Lists them for a draft; none for no draft. */
  of(draft: OpenDocument | null, rows: ProposalRow[]): void {
    this.rows = rows;
    this.ticked = rows.map((proposal) => proposal.ticked);
    this.draft = draft;
  }

  /** Does what is ticked, and closes the dialog. */
  async apply(): Promise<void> {
    const { draft } = this;
    const wanted = this.rows.filter((_, nth) => this.ticked[nth]);
    dialogs.close();
    if (!draft || wanted.length === 0) return;
    try {
      await draft.applyRollForward(wanted);
      const undo = { words: words.dataSheet.undo, run: () => draft.undo() };
      notices.tell(this.done(wanted.length), undo);
    } catch (error) {
      notices.refuse(error);
    }
  }
}
