// 常用数据: what the office fills in again and again, kept once for the library.
import { backend } from "../backend";
import type { SheetRow } from "../bindings";
import { words } from "../words";
import { dataSheet } from "./dataSheet.svelte";
import { dialogs } from "./dialogs.svelte";
import { say } from "./language.svelte";
import { notices } from "./notices.svelte";
import { offers } from "./offers.svelte";

class Facts {
  rows = $state<SheetRow[]>([]);

  /** Shows them, with a line for one more. */
  async open(): Promise<void> {
    try {
      this.rows = [...(await backend.facts()), { label: "", value: "" }];
      dialogs.show("facts");
    } catch (error) {
      notices.refuse(error);
    }
  }

  add(): void {
    this.rows.push({ label: "", value: "" });
  }

  remove(at: number): void {
    this.rows.splice(at, 1);
    if (this.rows.length === 0) this.add();
  }

  /** Adds those of a data sheet; what is there already takes its value. */
  async bring(): Promise<void> {
    try {
      const sheet = await backend.chooseSheet();
      for (const { label, value } of sheet?.rows ?? []) {
        const known = this.rows.find((row) => row.label.trim() === label.trim());
        if (known) known.value = value;
        else this.rows.push({ label, value });
      }
      this.rows = this.rows.filter((row) => row.label.trim() !== "");
      this.add();
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Keeps them. */
  async keep(): Promise<boolean> {
    try {
      await backend.setFacts(this.rows);
      offers.forget();
      dialogs.close();
      return true;
    } catch (error) {
      notices.refuse(error);
      return false;
    }
  }

  /** Keeps them, and shows what they fill in the draft in front. */
  async fill(): Promise<void> {
    if (!(await this.keep())) return;
    const rows = this.rows.filter((row) => row.value.trim() !== "");
    await dataSheet.look({ name: say(words.facts.title), rows }, true);
  }

  /** Keeps the value of a field, for the drafts to come. */
  async remember(label: string, value: string): Promise<void> {
    try {
      const others = (await backend.facts()).filter((row) => row.label !== label);
      await backend.setFacts([...others, { label, value }]);
      offers.forget();
      notices.tell(words.facts.kept(label));
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const facts = new Facts();
