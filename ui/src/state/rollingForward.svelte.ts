// A draft out of last year's speech: made for its day, then one list of what is another
// year's, ticked where there is little doubt.
import { words } from "../words";
import { DayEntry, today } from "./dayEntry.svelte";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";
import { ProposalList } from "./proposals.svelte";
import { tabs } from "./tabs.svelte";

class RollingForward {
  /** The document that is given again; nothing once the draft is there. */
  source = $state.raw<OpenDocument | null>(null);
  /** The day of the new speech. */
  readonly day = new DayEntry();
  /** What is another year's in the draft, once that was made. */
  readonly list = new ProposalList(words.rollForward.done);
  busy = $state(false);

  /** Asks for which day the document in front is to be given again. */
  begin(): void {
    this.source = tabs.front;
    this.list.of(null, []);
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
      this.list.of(draft, (await draft?.rollForward()) ?? []);
    } catch (error) {
      dialogs.close();
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }
}

export const rollingForward = new RollingForward();
