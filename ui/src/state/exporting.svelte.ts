// Handing in: the draft in front becomes a file.
import { backend } from "../backend";
import { say } from "./language.svelte";
import { notices } from "./notices.svelte";
import { fields } from "./fields.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

class Exporting {
  /** The writer is being asked where to, or the file is being written. */
  busy = $state(false);

  get enabled(): boolean {
    return tabs.front !== null && !this.busy;
  }

  /** Saves the document in front and writes it as a file, where the writer says. */
  async run(): Promise<void> {
    const document = tabs.front;
    if (!document || this.busy) return;
    this.busy = true;
    try {
      await fields.commit();
      // Goes on where saving failed: then the file is all the more wanted.
      if (document.editable) await document.save();
      const done = await backend.export(document.speech, fileName(document.title));
      if (!done) return;
      const fill = { words: words.exporting.fill, run: () => fields.step(1) };
      const message = words.exporting.done(done.file, done.folder, done.open.length);
      notices.tell(message, document.editable && done.open.length ? fill : undefined);
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }
}

/** A title as the name of a file, without what systems don't allow in one. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, " ").trim() || say(words.untitled);
}

export const exporting = new Exporting();
