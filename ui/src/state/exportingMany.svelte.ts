// Several drafts handed in at once: which, as what, and what became of each.
import { SvelteSet } from "svelte/reactivity";
import type { DocumentRow, ExportedMany, ExportProgress } from "../bindings";
import { backend } from "../backend";
import { dialogs } from "./dialogs.svelte";
import { fields } from "./fields.svelte";
import { layout } from "./layout.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

export const ENDINGS = ["docx", "pdf", "txt", "md"] as const;
export type Ending = (typeof ENDINGS)[number];

class ExportingMany {
  /** The drafts that there are, the last one first. */
  drafts = $state.raw<DocumentRow[]>([]);
  readonly ticked = new SvelteSet<string>();
  ending = $state<Ending>("docx");
  /** What the file of each draft will be called. */
  names = $state.raw<Record<string, string>>({});
  /** How far it is; nothing while nothing is written. */
  progress = $state.raw<ExportProgress | null>(null);
  busy = $state(false);
  /** What became of each; nothing before it is done. */
  done = $state.raw<ExportedMany | null>(null);
  private isListening = false;

  /** Shows the drafts, the one in front ticked. */
  async open(): Promise<void> {
    if (!this.isListening) {
      this.isListening = true;
      await backend.onExportProgress((progress) => (this.progress = this.busy ? progress : null));
    }
    await fields.commit();
    await Promise.all(tabs.open.map((document) => document.save()));
    await library.refresh();
    this.drafts = library.rows.filter((row) => row.kind === "draft");
    this.ticked.clear();
    if (tabs.front?.editable) this.ticked.add(tabs.front.id);
    this.done = null;
    this.progress = null;
    dialogs.show("exportMany");
    const named = await Promise.all(
      this.drafts.map(async ({ id }) => [id, await backend.namedFile(id, null)] as const),
    );
    this.names = Object.fromEntries(named);
  }

  toggle(document: string): void {
    if (!this.ticked.delete(document)) this.ticked.add(document);
  }

  tickAll(tick: boolean): void {
    this.ticked.clear();
    if (tick) for (const { id } of this.drafts) this.ticked.add(id);
  }

  /** Asks for the folder, and writes them. */
  async run(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      const wanted = this.drafts.filter(({ id }) => this.ticked.has(id)).map(({ id }) => id);
      this.done = await backend.exportMany(wanted, layout.style, this.ending);
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
      this.progress = null;
    }
  }

  /** Stops it; what is written stays. */
  async stop(): Promise<void> {
    if (this.progress) await backend.cancel(this.progress.job);
  }
}

export const exportingMany = new ExportingMany();
