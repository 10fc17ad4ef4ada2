// House styles: those that there are, and the one being looked at or made.
import { backend } from "../backend";
import type { Dress, HouseStyle, Lines, Message, PageNumber, Sketch } from "../bindings";
import { dialogs } from "./dialogs.svelte";
import { exporting } from "./exporting.svelte";
import { say } from "./language.svelte";
import { layout } from "./layout.svelte";
import { looks } from "./looks.svelte";
import { failureOf, notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

/** A role of lines; `text` for all but the title at once. */
export type LineRole = keyof Lines | "text";

/** What a dress says that all roles of the text may have in common. */
type Common = Pick<Dress, "latin" | "size" | "line" | "spacing">;

/** How long after a change the pages are drawn anew. */
const DRAW_MS = 120;

/** The page number that 公文 have: for a style that had none. */
const NUMBER: PageNumber = {
  font: "宋体",
  size: 28,
  before: "— ",
  after: " —",
  odd: "right",
  even: "left",
  indent: 100,
};

class HouseStyles {
  /** The style that is shown, as it is being changed. */
  style = $state.raw<HouseStyle | null>(null);
  /** The name that it is kept under; null for one that is not kept yet. */
  keptAs = $state<string | null>(null);
  /** It comes with the program. */
  isBuiltIn = $state(false);
  /** The Word file that it was told from, and what that did not say. */
  learned = $state.raw<{ name: string; untold: Message[] } | null>(null);
  /** The role whose look is being changed. */
  role = $state<LineRole>("text");
  /** The pages drawn. */
  sketch = $state.raw<Sketch | null>(null);
  /** Fonts that this machine does not have. */
  missing = $state.raw<Message[]>([]);
  /** Why the style can't be drawn or kept. */
  fault = $state.raw<Message | null>(null);
  /** The open speech is drawn instead of the sample. */
  showsOpen = $state(false);
  /** What the writer wanted to do when there were changes; it waits for the answer. */
  pending = $state.raw<(() => void) | null>(null);

  private before = "";
  private from = 0;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The first page drawn, from 0. */
  get first(): number {
    return this.from;
  }

  /** There are changes that are not kept. */
  get isChanged(): boolean {
    if (this.isBuiltIn || this.style === null) return false;
    return this.keptAs === null || JSON.stringify(this.style) !== this.before;
  }

  /** The look of the role being changed; that of paragraphs for all text. */
  get dress(): Dress | null {
    return this.style && this.style.lines[this.role === "text" ? "body" : this.role];
  }

  /** Opens the dialog with the style that is exported in. */
  async open(): Promise<void> {
    try {
      await exporting.load();
      const there = exporting.styles.some((row) => row.name === layout.style);
      this.showsOpen = false;
      if (await this.load(there ? layout.style : "speech")) dialogs.show("houseStyles");
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Closes the dialog, unless there are changes to be asked for. */
  close(): void {
    this.unless(() => dialogs.close());
  }

  /** Shows another style. */
  show(name: string): void {
    this.unless(() => void this.load(name));
  }

  /** Begins a style of one's own from the one shown. */
  copy(): void {
    if (!this.style) return;
    const { zh, en } = exporting.titleOf(this.style.name);
    const name = this.free(say(words.houseStyles.copied(say({ zh, en }))));
    this.begin({ ...this.style, name, chinese_name: name, english_name: name }, null, false);
  }

  /** Asks for a Word file and tells a style from it. */
  learn(): void {
    this.unless(async () => {
      try {
        const told = await backend.learnHouseStyle();
        if (!told) return;
        const of = told.style.name;
        const name = this.free(of.slice(0, 40));
        this.begin({ ...told.style, name, chinese_name: name, english_name: name }, null, false);
        this.learned = { name: of, untold: told.untold };
      } catch (error) {
        this.fault = failureOf(error).message;
      }
    });
  }

  rename(name: string): void {
    this.change({ name, chinese_name: name, english_name: name });
  }

  change(part: Partial<HouseStyle>): void {
    if (this.style && !this.isBuiltIn) this.set({ ...this.style, ...part });
  }

  setPage(part: Partial<HouseStyle["page"]>): void {
    if (this.style) this.change({ page: { ...this.style.page, ...part } });
  }

  /** Prints a page number or none. */
  setNumbered(on: boolean): void {
    this.change({ page_number: on ? NUMBER : null });
  }

  setNumber(part: Partial<PageNumber>): void {
    if (this.style?.page_number) this.change({ page_number: { ...this.style.page_number, ...part } });
  }

  /** Changes the look of the role that is being changed. */
  setDress(part: Partial<Dress>): void {
    const { style, role } = this;
    if (!style) return;
    const { lines } = style;
    if (role !== "text") {
      this.setLines({ ...lines, [role]: { ...lines[role], ...part } });
      return;
    }
    const common: Partial<Common> = part;
    const entries = Object.entries(lines) as [keyof Lines, Dress][];
    const changed = entries.map(([of, dress]) => [of, of === "title" ? dress : { ...dress, ...common }]);
    this.setLines(Object.fromEntries(changed) as Lines);
  }

  turnPages(by: number): void {
    const last = this.sketch ? this.sketch.n_pages - 1 : 0;
    this.from = Math.max(0, Math.min(this.from + by, last - (last % 2)));
    void this.draw();
  }

  draws(open: boolean): void {
    this.showsOpen = open;
    this.from = 0;
    void this.draw();
  }

  /** Keeps the style, and takes it for export. */
  async save(): Promise<boolean> {
    const { style } = this;
    if (!style || this.isBuiltIn) return false;
    const trimmed = style.name.trim();
    const named = { ...style, name: trimmed, chinese_name: trimmed, english_name: trimmed };
    // One that was written by hand may have names in both languages.
    const kept = style.chinese_name === style.name ? named : style;
    try {
      await backend.keepHouseStyle(kept, this.keptAs);
      await exporting.load();
      layout.style = kept.name;
      // Also where it was the style in use: the sheet is drawn in it.
      void looks.load(kept.name);
      this.begin(kept, kept.name, false);
      notices.tell(words.houseStyles.kept(kept.name));
      return true;
    } catch (error) {
      this.fault = failureOf(error).message;
      return false;
    }
  }

  /** Deletes the style shown, with a way back. */
  async remove(): Promise<void> {
    const name = this.keptAs;
    if (name === null || this.isBuiltIn) return;
    try {
      const gone = await backend.deleteHouseStyle(name);
      if (layout.style === name) layout.style = "speech";
      await exporting.load();
      await this.load("speech");
      const undo = async () => {
        try {
          await backend.keepHouseStyle(gone, null);
          await exporting.load();
        } catch (error) {
          notices.refuse(error);
        }
      };
      notices.tell(words.houseStyles.removed(name), {
        words: words.houseStyles.undo,
        run: () => void undo(),
      });
    } catch (error) {
      this.fault = failureOf(error).message;
    }
  }

  /** The answer to what waits: kept or dropped, then done. */
  async settle(keep: boolean): Promise<void> {
    const { pending } = this;
    this.pending = null;
    if (keep && !(await this.save())) return;
    pending?.();
  }

  private unless(go: () => void): void {
    this.fault = null;
    if (this.isChanged) this.pending = go;
    else go();
  }

  private async load(name: string): Promise<boolean> {
    try {
      const style = await backend.houseStyle(name);
      const row = exporting.styles.find((row) => row.name === style.name);
      this.begin(style, style.name, row?.built_in ?? false);
      return true;
    } catch (error) {
      notices.refuse(error);
      return false;
    }
  }

  private begin(style: HouseStyle, keptAs: string | null, isBuiltIn: boolean): void {
    this.keptAs = keptAs;
    this.isBuiltIn = isBuiltIn;
    this.learned = null;
    this.pending = null;
    this.fault = null;
    this.before = JSON.stringify(style);
    this.style = style;
    this.from = 0;
    void this.draw();
    void this.lookForFonts();
  }

  private setLines(lines: Lines): void {
    if (!this.style) return;
    const { page } = this.style;
    // A page whose grid has the text's lines goes on having them.
    const grid = page.grid === this.style.lines.body.line ? lines.body.line : page.grid;
    this.change({ lines, page: { ...page, grid } });
  }

  private set(style: HouseStyle): void {
    this.style = style;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      void this.draw();
      void this.lookForFonts();
    }, DRAW_MS);
  }

  private async draw(): Promise<void> {
    const { style } = this;
    if (!style) return;
    const turn = ++this.turn;
    try {
      const speech = this.showsOpen ? (tabs.front?.speech ?? null) : null;
      const sketch = await backend.sketchHouseStyle(speech, style, this.from);
      if (turn !== this.turn) return;
      this.sketch = sketch;
      this.fault = null;
      if (sketch.pages.length === 0 && this.from > 0) this.turnPages(0);
    } catch (error) {
      // The pages that were right last stay.
      if (turn === this.turn) this.fault = failureOf(error).message;
    }
  }

  private async lookForFonts(): Promise<void> {
    const { style } = this;
    if (!style) return;
    try {
      const missing = await backend.missingFonts(style);
      if (style === this.style) this.missing = missing;
    } catch (error) {
      if (style === this.style) this.missing = [failureOf(error).message];
    }
  }

  /** A name that no other style has. */
  private free(name: string): string {
    const taken = (name: string) =>
      exporting.styles.some((row) => row.name === name || row.title.zh === name);
    if (!taken(name)) return name;
    let n = 2;
    while (taken(`${name} ${n}`)) n += 1;
    return `${name} ${n}`;
  }
}

export const houseStyles = new HouseStyles();
