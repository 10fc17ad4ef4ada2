// Taking files in: what is under way, what came of it, and files held over the window.
import { backend, Refused } from "../backend";
import type { ImportedRow, ImportEnded, ImportProgress, JobId, ReportRow } from "../bindings";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import { language } from "./language.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { search } from "./search.svelte";

class Imports {
  /** How far each import is. */
  running = $state.raw<ImportProgress[]>([]);
  /** What the imports so far came to, the last one first. */
  reports = $state.raw<ReportRow[]>([]);
  /** The one that is read, file by file. */
  shown = $state.raw<{ report: ReportRow; files: ImportedRow[] } | null>(null);
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

  /** Shows what became of each file of an import; without one, of the last. */
  async showReport(id?: string): Promise<void> {
    this.reports = await backend.importReports();
    const report = this.reports.find((one) => one.id === id) ?? this.reports[0];
    this.shown = report ? { report, files: await backend.importReport(report.id) } : null;
    dialogs.show("importReport");
  }

  /** Writes the one that is read as a table, where the writer says. */
  async save(): Promise<void> {
    if (!this.shown) return;
    try {
      const file = await backend.saveImportReport(this.shown.report.id, language.now === "zh");
      if (file) notices.tell(words.imports.saved(file));
    } catch (error) {
      notices.refuse(error);
    }
  }

  private goesOn(progress: ImportProgress): void {
    const others = this.running.filter((other) => other.job !== progress.job);
    this.running = [...others, progress].sort((a, b) => a.job - b.job);
  }

  private hasEnded(ended: ImportEnded): void {
    this.running = this.running.filter((progress) => progress.job !== ended.job);
    if (ended.failure) notices.refuse(new Refused(ended.failure));
    const { report } = ended;
    const details = {
      words: words.imports.details,
      run: () => void this.showReport(report ?? undefined).catch((error) => notices.refuse(error)),
    };
    notices.tell(words.imports.done(ended.count, ended.cancelled), report ? details : undefined);
    void library.refresh().then(() => library.regroup());
    search.again();
  }
}

export const imports = new Imports();
