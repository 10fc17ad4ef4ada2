// A text out of a chat or another program into the library: looked at first, with what the import
// would make of it, then taken in as a file is.
import type { AboutRow, EditRow, PastedRow } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { search } from "./search.svelte";
import { tabs } from "./tabs.svelte";

/** What is asked of it beside its title. */
export const FILED = ["occasion", "genre", "year", "speaker"] as const;
type Filed = (typeof FILED)[number];

class Pasting {
  /** What was pasted, understood; nothing before. */
  looked = $state.raw<PastedRow | null>(null);
  title = $state("");
  values = $state<Record<Filed, string>>({ occasion: "", genre: "", year: "", speaker: "" });
  /** It is being taken in. */
  busy = $state(false);
  private clip = { text: "", html: "" };

  /** Asks for a text. */
  open(): void {
    this.looked = null;
    dialogs.show("pasting");
  }

  /** Looks at what was pasted. */
  async look(text: string, html: string): Promise<void> {
    if (!text.trim()) return notices.tell(words.pasting.nothing);
    try {
      const looked = await backend.lookAtPasted(text, html);
      this.clip = { text, html };
      this.title = looked.title;
      for (const entry of FILED) this.values[entry] = told(looked.about, entry);
      this.looked = looked;
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Takes it in as it is called and filed now. */
  async keep(): Promise<void> {
    const { looked, clip, title } = this;
    if (!looked || looked.same !== null || this.busy) return;
    this.busy = true;
    try {
      const row = await backend.importPasted(clip.text, clip.html, title, {
        occasion: this.edit(looked.about, "occasion"),
        genre: this.edit(looked.about, "genre"),
        year: this.year(looked.about),
        level: "leave",
        speaker: this.edit(looked.about, "speaker"),
        domain: "leave",
      });
      dialogs.close();
      const { document } = row;
      const open = {
        words: words.document.open,
        run: () => void (document && tabs.show(document).catch((error) => notices.refuse(error))),
      };
      const said = row.status === "duplicate" ? words.pasting.duplicate : words.pasting.done;
      notices.tell(said(title.trim() || looked.title), document ? open : undefined);
      await library.refresh();
      await library.regroup();
      search.again();
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }

  /** What the writer makes of an entry; what was told stays told. */
  private edit(about: AboutRow, entry: Filed): EditRow<string> {
    const value = this.values[entry].trim();
    if (value === told(about, entry)) return "leave";
    return value ? { say: value } : "nothing";
  }

  private year(about: AboutRow): EditRow<number> {
    const edit = this.edit(about, "year");
    return typeof edit === "string" ? edit : { say: Number(edit.say) };
  }
}

function told(about: AboutRow, entry: Filed): string {
  return String(about[entry] ?? "");
}

export const pasting = new Pasting();
