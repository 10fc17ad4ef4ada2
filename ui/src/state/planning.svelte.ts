// A draft for an occasion: what it is for, along which skeleton, and what of that is taken.
import { backend } from "../backend";
import type { PartRow, PlannedRow, SkeletonRow, WantedRow } from "../bindings";
import { borrowed } from "./borrowed.svelte";
import { DayEntry } from "./dayEntry.svelte";
import { dialogs } from "./dialogs.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

/** How long the keys are quiet before skeletons are looked for, in milliseconds. */
const QUIET = 250;

/** A part of the skeleton at hand, and what is taken of it. */
export type Choice = {
  part: PartRow;
  taken: boolean;
  withText: boolean;
  /** How long it is to be, in tenths of a minute; nothing without a length, or where it is left out. */
  aim: number | null;
};

class Planning {
  occasion = $state("");
  genre = $state("");
  speaker = $state("");
  audience = $state("");
  readonly day = new DayEntry();
  minutes = $state<number | null>(null);
  skeletons = $state.raw<SkeletonRow[]>([]);
  /** The document whose skeleton is at hand; nothing for none. */
  chosen = $state<string | null>(null);
  choices = $state.raw<Choice[]>([]);
  busy = $state(false);
  /** The writer has chosen: what is found later doesn't choose for him. */
  private isChosen = false;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  open(): void {
    Object.assign(this, { occasion: "", genre: "", speaker: "", audience: "", minutes: null });
    this.day.set(null);
    this.isChosen = false;
    this.skeletons = [];
    this.chosen = null;
    this.choices = [];
    dialogs.show("planning");
    void this.look();
  }

  /** Something was typed: what fits is looked for when the keys are quiet. */
  lookSoon(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.look(), QUIET);
  }

  /** Takes the skeleton of a document, or none. */
  choose(document: string | null): void {
    this.isChosen = true;
    this.lay(document);
  }

  /** Takes a part or leaves it out; what stands within it goes along. */
  take(at: number, taken: boolean): void {
    this.change(at, (choice) => ({ ...choice, taken, withText: taken && choice.withText }));
  }

  /** Takes a part with its text, or its headings alone. A closing is nothing without its text. */
  text(at: number, withText: boolean): void {
    this.change(at, (choice) => ({
      ...choice,
      withText,
      taken: choice.part.closing ? withText : withText || choice.taken,
    }));
  }

  get allText(): boolean {
    return this.choices.length > 0 && this.choices.every((choice) => choice.withText);
  }

  set allText(withText: boolean) {
    this.choices = this.choices.map((choice) => ({
      ...choice,
      withText,
      taken: choice.part.closing ? withText : withText || choice.taken,
    }));
    void this.share();
  }

  /** Shares the minutes out among what is taken. */
  async share(): Promise<void> {
    const turn = ++this.turn;
    const { choices, minutes } = this;
    const taken = choices.filter((choice) => choice.taken);
    const sizes = taken.map(({ part }) => ({ characters: part.characters, inner: isInner(part) }));
    const shares = minutes ? await backend.shareMinutes(sizes, minutes) : [];
    if (turn !== this.turn) return;
    const aim = new Map(taken.map((choice, idx) => [choice.part, shares[idx] ?? null]));
    this.choices = choices.map((choice) => ({ ...choice, aim: aim.get(choice.part) ?? null }));
  }

  /** Makes the draft. */
  async begin(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    try {
      if (!(await this.day.read(false))) return;
      const { minutes, audience } = this;
      const occasion = { date: this.day.day, minutes, audience: audience.trim() || null };
      await tabs.plan({ wanted: this.wanted, occasion, parts: this.parts });
      dialogs.close();
      await borrowed.look();
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }

  private get wanted(): WantedRow {
    const said = (entry: string) => entry.trim() || null;
    return { occasion: said(this.occasion), genre: said(this.genre), speaker: said(this.speaker) };
  }

  private get parts(): PlannedRow[] {
    const document = this.chosen;
    if (document === null) return [];
    return this.choices
      .filter(({ part, taken }) => taken && !isInner(part))
      .map(({ part, withText }) => ({
        source: { document, extent: { section: part.block } },
        with_text: withText,
      }));
  }

  private async look(): Promise<void> {
    clearTimeout(this.timer);
    try {
      const { wanted } = this;
      const skeletons = await backend.skeletons(wanted);
      if (dialogs.front !== "planning") return;
      this.skeletons = skeletons;
      const stays = skeletons.some(({ row }) => row.id === this.chosen);
      if (this.isChosen && (stays || this.chosen === null)) return;
      const best = skeletons[0];
      const fits = best !== undefined && best.reasons.length > 0;
      this.lay(fits ? best.row.id : null);
    } catch (error) {
      notices.refuse(error);
    }
  }

  private lay(document: string | null): void {
    if (this.chosen === document && this.choices.length > 0) return;
    this.chosen = document;
    const skeleton = this.skeletons.find(({ row }) => row.id === document);
    const choice = (part: PartRow) => ({ part, taken: !part.closing, withText: false, aim: null });
    this.choices = skeleton?.parts.map(choice) ?? [];
    void this.share();
  }

  /** Changes a part and all that stands within it. */
  private change(at: number, how: (choice: Choice) => Choice): void {
    const end = this.choices.findIndex(({ part }, idx) => idx > at && !isInner(part));
    const within = (idx: number) => idx >= at && (end < 0 || idx < end);
    this.choices = this.choices.map((choice, idx) => (within(idx) ? how(choice) : choice));
    void this.share();
  }
}

/** It stands within the part before that does not. */
export function isInner(part: PartRow): boolean {
  return (part.level ?? 1) > 1;
}

export const planning = new Planning();
