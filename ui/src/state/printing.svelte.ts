// Printing the document in front as the chosen house style lays it out: its pages are drawn for the
// printer, and the system's dialog asks how many of which.
import { tick } from "svelte";
import { backend } from "../backend";
import type { Sketch } from "../bindings";
import { fields } from "./fields.svelte";
import { layout } from "./layout.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

class Printing {
  /** The pages that are printed; nothing when none are. */
  pages = $state.raw<Sketch | null>(null);
  private busy = false;

  /** Lays the document in front out, and asks for a printer. */
  async run(): Promise<void> {
    const document = tabs.front;
    if (!document || this.busy) return;
    this.busy = true;
    try {
      await fields.commit();
      this.pages = await backend.printedPages(document.speech, layout.style);
      await tick();
      await window.document.fonts.ready;
      await backend.print();
    } catch (error) {
      this.pages = null;
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }

  /** The printer has them, or the writer changed their mind. */
  done(): void {
    this.pages = null;
  }
}

export const printing = new Printing();
