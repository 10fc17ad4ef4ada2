// The first start: two questions that may be skipped, then ways in.
import { backend } from "../backend";
import { layout } from "./layout.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { settings } from "./settings.svelte";
import { tabs } from "./tabs.svelte";

class FirstStart {
  /** The writer asked for the ways in once more. */
  private isAskedFor = $state(false);
  step = $state<"questions" | "ways">("questions");
  starters = $derived(library.rows.filter((row) => row.kind === "starter"));

  /** It covers the window. */
  get open(): boolean {
    return this.isAskedFor || !layout.asked;
  }

  /** Shows the ways in once more, without the questions. */
  again(): void {
    this.step = "ways";
    this.isAskedFor = true;
  }

  /** Keeps the answers and goes on to the ways in. */
  async answer(own: string[], rate: number): Promise<void> {
    if (await settings.save({ own, rate })) this.step = "ways";
  }

  /** Leaves the questions unanswered, or the ways in unchosen. */
  skip(): void {
    if (this.step === "questions") this.step = "ways";
    else this.end();
  }

  /** Leaves it; it does not come back by itself. */
  end(): void {
    this.isAskedFor = false;
    layout.asked = true;
    layout.keep();
  }

  /** Begins with a draft out of a starter. */
  async draft(starter: string): Promise<void> {
    this.end();
    await tabs.newDraft({ document: starter, extent: "whole" });
  }

  /** Begins with an import; stays where nothing was chosen. */
  async bring(folder: boolean): Promise<void> {
    try {
      if ((await backend.import(folder)) !== null) this.end();
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const firstStart = new FirstStart();
