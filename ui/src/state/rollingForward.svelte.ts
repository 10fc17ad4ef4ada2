// A draft out of last year's speech: made for its day, then one list of what is another
// year's, ticked where there is little doubt.
import type { ProposalRow } from "../bindings";
import { words } from "../words";
import { DayEntry, today } from "./dayEntry.svelte";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

class RollingForward {
  /** The document that is given again; nothing once the draft is there. */
  source = $state.raw<OpenDocument | null>(null);
  /** The day of the new speech. */
  readonly day = new DayEntry();
  /** The draft, once it was made. */
  draft = $state.raw<OpenDocument | null>(null);
  proposals = $state.raw<ProposalRow[]>([]);
  /** Which of them are to be done. */
  ticked = $state<boolean[]>([]);
  busy = $state(false);

  /** Asks for which day the document in front is to be given again. */
  begin(): void {
    this.source = tabs.front;
    this.draft = null;
    this.proposals = [];
    this.day.set(today());
    if (this.source) dialogs.show("rollForward");
  }

  /** Makes the draft for its day, and the list. */
  async make(): Promise<void> {
    if (!this.source || this.busy) return;
    this.busy = true;
    try {
      if (!(await this.day.read(true))) return;
      await tabs.newDraft({ document: this.source.id, extent: "whole" }, this.day.day);
      const draft = tabs.front;
      this.proposals = (await draft?.rollForward()) ?? [];
      this.ticked = this.proposals.map((proposal) => proposal.ticked);
      this.draft = draft;
    } catch (error) {
      dialogs.close();
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }

  /** Does what is ticked. */
  async apply(): Promise<void> {
    const { draft } = this;
    const wanted = this.proposals.filter((_, nth) => this.ticked[nth]);
    dialogs.close();
    if (!draft || wanted.length === 0) return;
    try {
      await draft.applyRollForward(wanted);
      notices.tell(words.rollForward.done(wanted.length), {
        words: words.dataSheet.undo,
        run: () => draft.undo(),
      });
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const rollingForward = new RollingForward();
