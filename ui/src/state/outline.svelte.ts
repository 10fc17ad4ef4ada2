// The outline of the document in front: its sections as a tree, which are folded, and
// where one of them may be moved to. All of it follows from levels and extents; what a
// heading is, and how it is numbered, is not known here.
import { SvelteSet } from "svelte/reactivity";
import type { BlockId, SectionAnswer } from "../bindings";
import { borrowed } from "./borrowed.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

/** A line of the outline. */
export type OutlineRow = {
  section: SectionAnswer;
  /** How many sections it stands in. */
  depth: number;
  parent: BlockId | null;
  /** There are sections in it. */
  inner: boolean;
};

/** Where a section may go: before a heading, or behind all (null). */
export type Place = { before: BlockId | null; start: number };

/** The sections as a tree, in the order of the text. */
export function rows(sections: SectionAnswer[]): OutlineRow[] {
  const around: SectionAnswer[] = [];
  return sections.map((section, idx) => {
    while (around.length && around[around.length - 1]!.end <= section.start) around.pop();
    const depth = around.length;
    const parent = around[depth - 1]?.block ?? null;
    around.push(section);
    return { section, depth, parent, inner: (sections[idx + 1]?.start ?? Infinity) < section.end };
  });
}

/**
 * Where a section may go, in the order of the text. It keeps its level, so it never goes
 * before a deeper heading, whose section it would take in; and where it stood in another
 * section, it does so again. Where it stands is not among them.
 */
export function places(sections: SectionAnswer[], heading: BlockId): Place[] {
  const moved = sections.find((section) => section.block === heading);
  if (!moved) return [];
  const hasOuter = (start: number) => sections.some((one) => one.start < start && one.level < moved.level);
  const needsOuter = hasOuter(moved.start);
  const last = Math.max(...sections.map((section) => section.end));
  const before: Place[] = sections
    .filter((one) => one.level <= moved.level && (one.start < moved.start || one.start > moved.end))
    .filter((one) => !needsOuter || hasOuter(one.start))
    .map((one) => ({ before: one.block, start: one.start }));
  return moved.end === last ? before : [...before, { before: null, start: last }];
}

/** The next place up (-1) or down (1), past the section beside it; nothing at the end of the way. */
export function past(sections: SectionAnswer[], heading: BlockId, by: 1 | -1): Place | null {
  const moved = sections.find((section) => section.block === heading);
  const free = places(sections, heading);
  if (!moved) return null;
  const found =
    by < 0
      ? free.filter((place) => place.start < moved.start).at(-1)
      : free.find((place) => place.start > moved.start);
  return found ?? null;
}

const NONE: SectionAnswer[] = [];

class Outline {
  /** The line that the keys are on, where the writer chose one. */
  private chosen = $state<BlockId | null>(null);
  /** A section under way, and where it would land. */
  drag = $state.raw<{ heading: BlockId; place: Place | null } | null>(null);
  private folded = new SvelteSet<string>();

  private sections = $derived(tabs.front?.answer.sections ?? NONE);
  private all = $derived(rows(this.sections));

  /** The lines that no folded section hides. */
  rows = $derived.by(() => {
    const hidden = new Set<BlockId>();
    return this.all.filter(({ section, parent }) => {
      const shut = parent !== null && (hidden.has(parent) || this.isFolded(parent));
      if (shut) hidden.add(section.block);
      return !shut;
    });
  });

  /** The section with the cursor. */
  here = $derived(tabs.front?.section?.block ?? null);

  /** The line that the keys are on. */
  active = $derived.by(() => {
    const shown = (block: BlockId | null) => this.rows.find((row) => row.section.block === block);
    return shown(this.chosen) ?? shown(this.here) ?? this.rows[0] ?? null;
  });

  isFolded(heading: BlockId): boolean {
    return this.folded.has(this.key(heading));
  }

  choose(heading: BlockId): void {
    this.chosen = heading;
  }

  /** Walks to the next line, or the one before. */
  walk(by: 1 | -1): void {
    const at = this.rows.findIndex((row) => row === this.active);
    const next = this.rows[at + by];
    if (next) this.choose(next.section.block);
  }

  walkTo(end: "first" | "last"): void {
    const row = end === "first" ? this.rows[0] : this.rows[this.rows.length - 1];
    if (row) this.choose(row.section.block);
  }

  /** Closes a section; one that is closed or has nothing to close leads to the one around it. */
  fold(): void {
    const row = this.active;
    if (row?.inner && !this.isFolded(row.section.block)) this.folded.add(this.key(row.section.block));
    else if (row?.parent != null) this.choose(row.parent);
  }

  /** Opens a section; one that is open leads to the first in it. */
  unfold(): void {
    const row = this.active;
    if (!row?.inner) return;
    if (!this.folded.delete(this.key(row.section.block))) this.walk(1);
  }

  toggle(heading: BlockId): void {
    const key = this.key(heading);
    if (!this.folded.delete(key)) this.folded.add(key);
  }

  /** Moves the section that the keys are on past the one beside it. */
  move(by: 1 | -1): void {
    this.movePast(this.active?.section.block, by);
  }

  /** Moves the section that the cursor stands in past the one beside it. */
  moveHere(by: 1 | -1): void {
    this.movePast(this.here ?? undefined, by);
  }

  /** Makes the section that the keys are on deeper (1) or higher (-1). */
  level(by: 1 | -1): void {
    if (this.active) tabs.front?.levelSection(this.active.section.block, by);
  }

  /** Joins the section that the keys are on to the one before. */
  join(): void {
    if (this.active) tabs.front?.joinSection(this.active.section.block);
  }

  /** Joins the section with the cursor to the one before. */
  joinHere(): void {
    if (this.here !== null) tabs.front?.joinSection(this.here);
  }

  /** Takes the section that the keys are on out; says so, and how to have it back. */
  remove(): void {
    this.takeOut(this.active?.section);
  }

  /** Takes the section with the cursor out. */
  removeHere(): void {
    this.takeOut(tabs.front?.section ?? undefined);
  }

  /** Makes the section with the cursor deeper or higher. */
  levelHere(by: 1 | -1): void {
    if (this.here !== null) tabs.front?.levelSection(this.here, by);
  }

  /** Begins a section where the cursor is, of the level of the one around it. */
  splitHere(): void {
    const around = tabs.front?.answer.sections.find((section) => section.block === this.here);
    tabs.front?.splitSection(around?.level ?? 1);
  }

  /** Lets go of the section that is dragged: it moves where it may. */
  drop(): void {
    const dragged = this.drag;
    this.drag = null;
    if (dragged?.place) tabs.front?.moveSection(dragged.heading, dragged.place.before);
  }

  /** Takes the section over, into the draft that was in front last. */
  async take(heading: BlockId): Promise<void> {
    const document = tabs.front;
    if (document) await borrowed.take({ document: document.id, extent: { section: heading } });
  }

  private takeOut(section: SectionAnswer | undefined): void {
    const document = tabs.front;
    if (!document?.editable || !section || !document.removeSection(section.block)) return;
    const undo = { words: words.outline.undo, run: () => document.undo() };
    notices.tell(words.outline.removed(section.numeral + section.text), undo);
  }

  private movePast(heading: BlockId | undefined, by: 1 | -1): void {
    const document = tabs.front;
    if (!document?.editable || heading === undefined) return;
    const place = past(document.answer.sections, heading, by);
    if (!place) return;
    this.choose(heading);
    document.moveSection(heading, place.before);
  }

  private key(heading: BlockId): string {
    return `${tabs.front?.id}#${heading}`;
  }
}

export const outline = new Outline();
