// What a draft is called beside its title: 二稿, 送审稿. It is the name of the state that the draft
// is in, which is kept with its history.
import { backend } from "../backend";
import type { VersionRow } from "../bindings";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

/** A name with more characters is a note in the history, and nothing to stand beside a title. */
const SHORT = 6;

class Version {
  /** What the draft is called now; empty where it has no name. */
  name = $state("");
  private draft = "";

  /** What stands beside the title of a draft; nothing where it has no short name. */
  of(draft: string): VersionRow | null {
    const version = library.drafts.find((row) => row.id === draft)?.version ?? null;
    return version && [...version.name].length <= SHORT ? version : null;
  }

  /** Asks what a draft is called, as it is now. */
  async open(draft: string): Promise<void> {
    if (!(await this.store(draft))) return;
    const [last] = await backend.history(draft);
    this.draft = draft;
    this.name = last?.name ?? "";
    dialogs.show("version");
  }

  /** Calls it that; an empty name is none. */
  async keep(name: string): Promise<void> {
    dialogs.close();
    try {
      if (!(await this.store(this.draft))) return;
      await backend.nameDraft(this.draft, name);
      await library.refresh();
      notices.tell(name.trim() ? words.version.done(name.trim()) : words.version.gone);
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** The name is that of what stands on the sheet, so that is stored first. */
  private async store(draft: string): Promise<boolean> {
    const open = tabs.open.find((document) => document.id === draft);
    return !open || open.save();
  }
}

export const version = new Version();
