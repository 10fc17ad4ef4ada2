// Filing documents: one, or many at once. What was told from the text stays in sight, and is a
// click away.
import { SvelteSet } from "svelte/reactivity";
import type { EditRow, FilingEditRow, FilingRow } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";

export const ENTRIES = ["occasion", "genre", "year", "level", "speaker", "domain"] as const;
export type Entry = (typeof ENTRIES)[number];

/** What the writer does to an entry: nothing, writes it, goes back to what was told. */
type Deed = "leave" | "say" | "asTold";

class Filing {
  /** The documents that are chosen in the library, to be filed together. */
  readonly chosen = new SvelteSet<string>();
  rows = $state.raw<FilingRow[]>([]);
  values = $state<Record<Entry, string>>(none());
  private deeds = $state<Record<Entry, Deed>>(untouched());

  toggle(document: string): void {
    if (!this.chosen.delete(document)) this.chosen.add(document);
  }

  /** Shows what those documents are filed under. */
  async open(documents: string[]): Promise<void> {
    if (documents.length === 0) return;
    this.rows = await backend.filings(documents);
    this.deeds = untouched();
    for (const entry of ENTRIES) this.values[entry] = this.common(entry, "holds") ?? "";
    dialogs.show("filing");
  }

  /** What all of them have in common in an entry; nothing where they differ. */
  common(entry: Entry, side: "told" | "holds"): string | null {
    const values = this.rows.map((row) => String(row[side][entry] ?? ""));
    return values.every((value) => value === values[0]) ? (values[0] ?? "") : null;
  }

  write(entry: Entry, value: string): void {
    this.values[entry] = value;
    this.deeds[entry] = "say";
  }

  /** Goes back to what was told of an entry. */
  back(entry: Entry): void {
    this.values[entry] = this.common(entry, "told") ?? "";
    this.deeds[entry] = "asTold";
  }

  /** An entry holds something else than what was told, for some of them. */
  differs(entry: Entry): boolean {
    if (this.deeds[entry] !== "leave") return this.deeds[entry] === "say";
    return this.rows.some((row) => row.told[entry] !== row.holds[entry]);
  }

  /** Files them all; one undo takes it back. */
  async keep(): Promise<void> {
    const documents = this.rows.map((row) => row.document);
    try {
      const was = await backend.fileDocuments(documents, this.edit());
      dialogs.close();
      this.chosen.clear();
      await library.refresh();
      const undo = async () => {
        await backend.refileDocuments(was).catch((error) => notices.refuse(error));
        await library.refresh();
      };
      notices.tell(words.filing.done(documents.length), {
        words: words.dataSheet.undo,
        run: () => void undo(),
      });
    } catch (error) {
      notices.refuse(error);
    }
  }

  private edit(): FilingEditRow {
    const text = (entry: Entry): EditRow<string> => {
      const value = this.values[entry].trim();
      return this.deeds[entry] === "say" ? (value ? { say: value } : "nothing") : this.stays(entry);
    };
    const year = Number(this.values.year.trim());
    const written: EditRow<number> = Number.isInteger(year) && year > 0 ? { say: year } : "nothing";
    return {
      occasion: text("occasion"),
      genre: text("genre"),
      year: this.deeds.year === "say" ? written : this.stays("year"),
      level: text("level"),
      speaker: text("speaker"),
      domain: text("domain"),
    };
  }

  private stays(entry: Entry): "leave" | "as_told" {
    return this.deeds[entry] === "asTold" ? "as_told" : "leave";
  }
}

function none(): Record<Entry, string> {
  return { occasion: "", genre: "", year: "", level: "", speaker: "", domain: "" };
}

function untouched(): Record<Entry, Deed> {
  return {
    occasion: "leave",
    genre: "leave",
    year: "leave",
    level: "leave",
    speaker: "leave",
    domain: "leave",
  };
}

export const filing = new Filing();
