// The lists of the unit: what it knows beside what everybody knows.
import type { BadLine, UnitList, UnitLists } from "../bindings";
import { backend } from "../backend";
import { dialogs } from "./dialogs.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

export const LISTS = Object.keys(words.unitLists.lists) as UnitList[];

const NONE: UnitLists = {
  fixed_terms: "",
  stock_phrases: "",
  fine_names: "",
  office_holders: "",
  avoided_names: "",
};

class State {
  /** As they are being written. */
  lists = $state<UnitLists>({ ...NONE });
  /** The one that is shown. */
  shown = $state<UnitList>("fixed_terms");
  /** The lines that could not be used when they were last kept. */
  bad = $state.raw<BadLine[]>([]);

  /** How many entries a list has. */
  count(list: UnitList): number {
    const lines = (this.lists[list] ?? "").split("\n").map((line) => line.trim());
    return lines.filter((line) => line !== "" && !line.startsWith("#")).length;
  }

  async open(): Promise<void> {
    const { lists, bad } = await backend.unitLists();
    this.lists = { ...NONE, ...lists };
    this.bad = bad;
    dialogs.show("unitLists");
  }

  /** Keeps them; stays open where a line can't be used, and says which. */
  async keep(): Promise<void> {
    try {
      const { bad } = await backend.setUnitLists($state.snapshot(this.lists));
      this.bad = bad;
      const first = bad[0];
      if (first) this.shown = first.list;
      else dialogs.close();
      for (const document of tabs.open) void document.refresh();
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const unitLists = new State();
