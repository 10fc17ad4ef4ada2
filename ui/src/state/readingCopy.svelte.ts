// 朗读稿: what is wanted of copies that are read aloud.
import { backend } from "../backend";
import type { ReadingChoice } from "../bindings";
import { dialogs } from "./dialogs.svelte";
import { notices } from "./notices.svelte";
import { settings } from "./settings.svelte";

class ReadingCopy {
  /** What was chosen last. */
  choice = $state.raw<ReadingChoice | null>(null);

  async open(): Promise<void> {
    this.choice = await backend.readingChoice();
    dialogs.show("reading");
  }

  /** Stores it, and the writer's rate; stays open, and told, where that failed. */
  async keep(choice: ReadingChoice, rate: number): Promise<void> {
    try {
      await backend.setReadingChoice(choice);
    } catch (error) {
      notices.refuse(error);
      return;
    }
    if (rate === settings.rate || (await settings.save({ own: settings.own, rate }))) dialogs.close();
  }
}

export const readingCopy = new ReadingCopy();
