// Closing the window: everything is saved first, and what can't be is asked about.
import { backend } from "../backend";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { layout } from "./layout.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

class Leaving {
  /** The drafts whose last changes could not be saved. */
  unsaved = $state.raw<OpenDocument[]>([]);

  async listen(): Promise<void> {
    await backend.onClosing(() => void this.begin().catch((error) => notices.refuse(error)));
  }

  /** Saves all drafts and closes, or asks where one can't be saved. */
  async begin(): Promise<void> {
    await layout.keepNow();
    const drafts = tabs.open.filter((document) => document.editable);
    const saved = await Promise.all(drafts.map((draft) => draft.save()));
    this.unsaved = drafts.filter((_, idx) => !saved[idx]);
    if (!this.unsaved.length) return this.leave();
    dialogs.show("leave");
    await backend.stay();
  }

  /** Closes; what is not saved is lost. */
  async leave(): Promise<void> {
    await backend.close();
  }
}

export const leaving = new Leaving();
