// Speeches that lie open beside the sheet, two of them in view at once. They are read and taken
// from; what they say is drawn line by line, as nothing is written in them.
import { backend } from "../backend";
import type { BlockAnswer, BlockId, Field, Inline, Opened } from "../bindings";
import { borrowed } from "./borrowed.svelte";
import { notices } from "./notices.svelte";

/** A line as it is read, and the block that begins it. */
export type Line = {
  block: BlockId;
  /** The level of the heading that it begins with; nothing for other lines. */
  level: number | null;
  isTitle: boolean;
  pieces: { text: string; isSlot: boolean }[];
  text: string;
};

/** A speech that lies open. */
export class Beside {
  readonly id: string;
  readonly title: string;
  readonly lines: Line[];
  /** The line that is in hand. */
  at = $state(0);
  /** What is looked for in it. */
  sought = $state("");
  /** The lines that say it, by their places. */
  found = $derived.by(() => {
    const sought = this.sought.trim().toLowerCase();
    if (!sought) return [];
    return this.lines.flatMap((line, idx) => (line.text.toLowerCase().includes(sought) ? [idx] : []));
  });

  constructor(opened: Opened) {
    this.id = opened.row.id;
    this.title = opened.row.title.replaceAll("\n", "") || opened.row.file || "";
    this.lines = linesOf(opened);
  }

  go(to: number): void {
    this.at = Math.max(0, Math.min(this.lines.length - 1, to));
  }

  /** Goes to the line that a block stands in. */
  goTo(block: BlockId): void {
    const behind = this.lines.findIndex((line) => line.block > block);
    const exact = this.lines.findIndex((line) => line.block === block);
    this.go(exact >= 0 ? exact : behind < 0 ? 0 : behind - 1);
  }

  /** Goes to the next heading, or the one before (-1). */
  toHeading(by: 1 | -1): void {
    for (let idx = this.at + by; idx >= 0 && idx < this.lines.length; idx += by) {
      if (this.lines[idx]!.level !== null) return this.go(idx);
    }
  }

  /** Goes to the next line that says what is looked for, or the one before; around at the end. */
  toFound(by: 1 | -1): void {
    const { found } = this;
    const next =
      by > 0
        ? (found.find((idx) => idx > this.at) ?? found[0])
        : (found.filter((idx) => idx < this.at).at(-1) ?? found.at(-1));
    if (next !== undefined) this.go(next);
  }

  /** Goes to the first line that says it, from the one in hand on. */
  seek(sought: string): void {
    this.sought = sought;
    const first = this.found.find((idx) => idx >= this.at) ?? this.found[0];
    if (first !== undefined) this.go(first);
  }

  /** Takes the line in hand, or its section, into the draft that was in front last. */
  async take(extent: "passage" | "section"): Promise<void> {
    const line = this.lines[this.at];
    if (!line) return;
    const { block } = line;
    await borrowed.take({
      document: this.id,
      extent: extent === "section" ? { section: block } : { passage: block },
    });
  }
}

class Sources {
  /** They are in view. */
  shown = $state(false);
  /** Those that lie open, in the order in which they were laid there. */
  open = $state.raw<Beside[]>([]);
  /** What the upper and the lower half show. */
  views = $state.raw<[Beside | null, Beside | null]>([null, null]);
  /** The half that was in hand last. */
  half = $state<0 | 1>(0);

  /** The halves that show something. */
  halves = $derived(this.views.flatMap((view, half) => (view ? [{ view, half: half as 0 | 1 }] : [])));

  /** Lays a document beside the sheet, with a block in hand, and brings it into view. */
  async lay(document: string, block?: BlockId): Promise<void> {
    let beside = this.open.find((one) => one.id === document);
    if (!beside) {
      beside = new Beside(await backend.openDocument(document));
      this.open = [...this.open, beside];
    }
    if (block !== undefined) beside.goTo(block);
    this.show(beside);
    this.shown = true;
  }

  /** Brings one into view: where it is, in a half that is free, else in the half in hand. */
  show(beside: Beside): void {
    const at = this.views.indexOf(beside);
    const free = this.views.indexOf(null);
    const half =
      at >= 0 ? at : free >= 0 && this.views[0] !== null ? 1 : this.views[0] === null ? 0 : this.half;
    this.half = half as 0 | 1;
    if (at < 0) this.put(this.half, beside);
  }

  /** Takes one away; the half that showed it shows another. */
  close(beside: Beside): void {
    this.open = this.open.filter((one) => one !== beside);
    const half = this.views.indexOf(beside);
    if (half >= 0) {
      const other = this.open.find((one) => !this.views.includes(one)) ?? null;
      this.put(half as 0 | 1, other);
      // What is alone has all the room.
      if (this.views[0] === null) this.views = [this.views[1], null];
    }
    this.half = this.views[1] ? this.half : 0;
    if (this.open.length === 0) this.shown = false;
  }

  /** Shows one in all the room, or two. */
  split(): void {
    if (this.views[1]) this.views = [this.views[this.half], null];
    else this.views = [this.views[0], this.open.find((one) => one !== this.views[0]) ?? null];
    this.half = 0;
  }

  /** The keys go to the other half. */
  other(): void {
    if (this.views[1]) this.half = this.half === 0 ? 1 : 0;
  }

  /** Takes from the one in hand; a refusal is told. */
  take(beside: Beside, extent: "passage" | "section"): void {
    beside.take(extent).catch((error) => notices.refuse(error));
  }

  private put(half: 0 | 1, beside: Beside | null): void {
    this.views = half === 0 ? [beside, this.views[1]] : [this.views[0], beside];
  }
}

/** The lines of a document: a heading and what goes on behind it are one. */
function linesOf({ speech, answer }: Opened): Line[] {
  const answers = new Map(answer.blocks.map((block) => [block.block, block]));
  const lines: Line[] = [];
  let goesOn = false;
  for (const { id, kind, inlines } of speech.blocks) {
    const told = answers.get(id);
    const pieces = piecesOf(inlines, told, speech.fields);
    const last = lines.at(-1);
    if (goesOn && last) last.pieces.push(...pieces);
    else {
      const level = typeof kind === "string" ? null : kind.heading.level;
      lines.push({ block: id, level, isTitle: kind === "title", pieces, text: "" });
    }
    goesOn = told?.run_in ?? false;
  }
  for (const line of lines) line.text = line.pieces.map((piece) => piece.text).join("");
  return lines;
}

function piecesOf(inlines: Inline[], told: BlockAnswer | undefined, fields: Field[]): Line["pieces"] {
  let marker = 0;
  const words = inlines.map(({ text, slot, marker: written }) => {
    if (text) return { text: text.text, isSlot: false };
    if (written) return { text: told?.markers[marker++] ?? written.as_written, isSlot: false };
    const field = fields.find((one) => one.id === slot?.field);
    return { text: field?.value ?? slot?.as_written ?? "", isSlot: true };
  });
  return told?.numeral ? [{ text: told.numeral, isSlot: false }, ...words] : words;
}

export const sources = new Sources();
