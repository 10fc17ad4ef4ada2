// 取回修改稿: a file that came back from somebody who changed it, as proposals beside the draft in
// front; what is ticked is taken in one step.
import type { CameBackRow, ReturnedProposal } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { fields } from "./fields.svelte";
import { say } from "./language.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

/** A comment is nothing to take. */
const isToTake = (proposal: ReturnedProposal) => proposal.kind !== "remark";

class Returning {
  /** The draft that it is about. */
  draft = $state.raw<OpenDocument | null>(null);
  /** What came back; nothing before it is read. */
  file = $state.raw<CameBackRow | null>(null);
  /** The name of a file that was dropped, until the writer says what it is. */
  dropped = $state<string | null>(null);
  /** Which proposals are to be taken. */
  ticked = $state<boolean[]>([]);
  busy = $state(false);

  /** How many changes there are. */
  total = $derived(this.file?.proposals.filter(isToTake).length ?? 0);
  /** How many of them are ticked. */
  count = $derived(this.ticked.filter(Boolean).length);

  /** Hears of files that are dropped on the window. */
  async listen(): Promise<void> {
    await backend.onFileDropped((file) => {
      if (tabs.front?.editable && !dialogs.front) {
        this.dropped = file.name;
        dialogs.show("dropped");
      } else {
        void this.import();
      }
    });
  }

  /** Asks for the file, and shows what it changes in the draft in front. */
  choose(): Promise<void> {
    return this.read((draft) => backend.chooseReturned(draft.id, draft.speech));
  }

  /** Shows what the file that was dropped changes in the draft in front. */
  compareDropped(): Promise<void> {
    dialogs.close();
    return this.read((draft) => backend.droppedReturned(draft.id, draft.speech));
  }

  /** The file that was dropped is new. */
  async import(): Promise<void> {
    if (dialogs.front === "dropped") dialogs.close();
    await backend.importDropped();
  }

  /** Ticks all, or none. */
  tickAll(tick: boolean): void {
    this.ticked = this.file?.proposals.map((proposal) => tick && isToTake(proposal)) ?? [];
  }

  /** Takes what is ticked, with a version to go back to. */
  async take(): Promise<void> {
    const { draft, file } = this;
    const wanted = file?.proposals.filter((_, nth) => this.ticked[nth]) ?? [];
    dialogs.close();
    if (!draft || !file || wanted.length === 0) return;
    try {
      await draft.takeBack(wanted, say(words.returning.before(file.name)));
      notices.tell(words.returning.done(wanted.length), {
        words: words.dataSheet.undo,
        run: () => draft.undo(),
      });
    } catch (error) {
      notices.refuse(error);
    }
  }

  private async read(ask: (draft: OpenDocument) => Promise<CameBackRow | null>): Promise<void> {
    const draft = tabs.front;
    if (!draft?.editable || this.busy) return;
    this.busy = true;
    try {
      // The state that went out may be the one on the sheet.
      await fields.commit();
      await draft.save();
      const file = await ask(draft);
      if (!file) return;
      this.draft = draft;
      this.file = file;
      this.ticked = file.proposals.map((proposal) => proposal.ticked && isToTake(proposal));
      dialogs.show("returned");
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }
}

export const returning = new Returning();
