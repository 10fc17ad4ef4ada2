// Folders that are followed: which, and what they bring.
import { backend } from "../backend";
import type { Followed } from "../bindings";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import { imports } from "./imports.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { search } from "./search.svelte";

class Following {
  /** Their names. */
  folders = $state.raw<string[]>([]);

  async open(): Promise<void> {
    this.folders = await backend.watched();
    dialogs.show("following");
  }

  async add(): Promise<void> {
    await this.set(backend.watchFolder());
  }

  async remove(nth: number): Promise<void> {
    await this.set(backend.unwatchFolder(nth));
  }

  async listen(): Promise<void> {
    await backend.onFollowed((followed) => this.hear(followed));
  }

  private hear({ count, report }: Followed): void {
    if (report) {
      const details = { words: words.imports.details, run: () => void imports.showReport(report) };
      notices.tell(words.following.brought(count.imported + count.version), details);
    }
    void library.refresh().then(() => library.regroup());
    search.again();
  }

  private async set(answered: Promise<string[]>): Promise<void> {
    try {
      this.folders = await answered;
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const following = new Following();
