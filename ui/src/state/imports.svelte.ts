// Taking files in: what is under way, what came of it, and files held over the window.
import { backend, Refused } from "../backend";
import type { ImportEnded, ImportProgress, JobId } from "../bindings";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { search } from "./search.svelte";

class Imports {
  /** How far each import is. */
  running = $state.raw<ImportProgress[]>([]);
  /** What came of the last one; kept until the next one has ended. */
  ended = $state.raw<ImportEnded | null>(null);
  /** Files are held over the window. */
  hovering = $state(false);

  /** Asks for files, or for a folder, and begins. */
  async begin(folder: boolean): Promise<void> {
    await backend.import(folder);
  }

  async stop(job: JobId): Promise<void> {
    await backend.cancel(job);
  }

  /** Hears of every import, also of those begun by dropping files. */
  async listen(): Promise<void> {
    await Promise.all([
      backend.onImportProgress((progress) => this.goesOn(progress)),
      backend.onImportEnded((ended) => this.hasEnded(ended)),
      backend.onDropHover((over) => (this.hovering = over)),
    ]);
  }

  private goesOn(progress: ImportProgress): void {
    const others = this.running.filter((other) => other.job !== progress.job);
    this.running = [...others, progress].sort((a, b) => a.job - b.job);
  }

  private hasEnded(ended: ImportEnded): void {
    this.running = this.running.filter((progress) => progress.job !== ended.job);
    this.ended = ended;
    if (ended.failure) notices.refuse(new Refused(ended.failure));
    notices.tell(words.imports.done(ended.count, ended.cancelled), {
      words: words.imports.details,
      run: () => dialogs.show("importReport"),
    });
    void library.refresh();
    search.again();
  }
}

export const imports = new Imports();
