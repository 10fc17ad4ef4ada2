// Filling the fields of the draft in front: which are listed, what is being typed, and
// the way from one open field to the next. The values themselves live on the sheet.
import { SvelteMap } from "svelte/reactivity";
import type { BlockId, FieldId } from "../bindings";
import type { FieldUse, OpenDocument } from "./document.svelte";
import { layout } from "./layout.svelte";
import { notices } from "./notices.svelte";
import { right } from "./right.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

/** How long the keys are quiet before what was typed is put in, in milliseconds. */
export const QUIET = 400;

/** The fields whose first slots stand under one heading of level 1. */
export type FieldGroup = {
  /** The heading; nothing for what stands under none. */
  section: BlockId | null;
  heading: string;
  uses: FieldUse[];
  /** How many of its fields are open, those included that are not listed. */
  open: number;
};

/** The writer has decided that nothing is to stand there. */
export function isLeft(use: FieldUse): boolean {
  return use.field.value === "";
}

function isOpen(use: FieldUse): boolean {
  return use.field.value === null;
}

/**
 * The fields by section, those under no heading first; in a section those that were filled
 * already when the pane was opened come last, else the order is that of the text.
 */
export function groups(document: OpenDocument, filled: ReadonlySet<FieldId> = new Set()): FieldGroup[] {
  const found = new Map<BlockId | null, FieldGroup>();
  for (const use of document.fields) {
    const { section } = use.place;
    let group = found.get(section);
    if (!group) {
      const heading = document.answer.sections.find((one) => one.block === section);
      group = { section, heading: heading ? heading.numeral + heading.text : "", uses: [], open: 0 };
      found.set(section, group);
    }
    group.uses.push(use);
    if (isOpen(use)) group.open += 1;
  }
  const isLast = (use: FieldUse) => Number(filled.has(use.field.id));
  for (const group of found.values()) group.uses.sort((a, b) => isLast(a) - isLast(b));
  return [...found.values()].sort((a, b) => Number(a.section !== null) - Number(b.section !== null));
}

/**
 * The open field after one, or before it (-1), in the order of the list; from none, the
 * first or last. `around` goes on at the other end.
 */
export function nextOpen(
  uses: FieldUse[],
  from: FieldId | null,
  by: 1 | -1,
  around: boolean,
): FieldId | null {
  const order = by > 0 ? uses : [...uses].reverse();
  const at = order.findIndex((use) => use.field.id === from);
  const way = [...order.slice(at + 1), ...(around ? order.slice(0, Math.max(at, 0)) : [])];
  return way.find(isOpen)?.field.id ?? null;
}

type Typed = { document: OpenDocument; field: FieldId; text: string };

class Fields {
  /** Only the open ones are listed. */
  onlyOpen = $state(false);
  /** The field whose input is to have the focus, until it has. */
  wanted = $state<FieldId | null>(null);
  /** Those that were filled when the pane was opened: what is filled now stays where it is. */
  private filledBefore = $state.raw<ReadonlySet<FieldId>>(new Set());
  /** What was typed and does not fit its field, by draft and field. */
  private misfits = new SvelteMap<string, string>();
  private typed: Typed | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private committing: Promise<void> = Promise.resolve();

  /** Of the document in front, the draft's alone. */
  private all = $derived(tabs.front?.editable ? groups(tabs.front, this.filledBefore) : []);

  /** What is listed: the field in hand stays, filled or not. */
  groups = $derived.by(() => {
    const inHand = tabs.front?.field;
    if (!this.onlyOpen) return this.all;
    return this.all
      .map((group) => ({
        ...group,
        uses: group.uses.filter((use) => isOpen(use) || use.field.id === inHand),
      }))
      .filter((group) => group.uses.length > 0);
  });

  total = $derived(tabs.front?.fields.length ?? 0);
  open = $derived(tabs.front?.fields.filter(isOpen).length ?? 0);

  /** What was typed into a field and does not fit it. */
  misfit(document: OpenDocument, field: FieldId): string | undefined {
    return this.misfits.get(key(document, field));
  }

  /** The pane is opened on a draft: what is open comes first. */
  order(document: OpenDocument): void {
    const filled = document.fields.filter((use) => !isOpen(use)).map((use) => use.field.id);
    this.filledBefore = new Set(filled);
  }

  /** Leaves the field in hand empty, or asks for it again. */
  async leaveEmpty(): Promise<void> {
    const document = tabs.front;
    const use = document?.fields.find((one) => one.field.id === document.field);
    if (!document?.editable || !use) return;
    const { id: field } = use.field;
    try {
      await this.commit();
      this.forget(document, field);
      await document.editFields([{ leave_empty: { field, left: !isLeft(use) } }]);
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Makes two fields one, in one step of undo. */
  async merge(document: OpenDocument, kept: FieldUse, other: FieldUse): Promise<void> {
    try {
      await this.commit();
      await document.editFields([{ merge: { kept: kept.field.id, other: other.field.id } }]);
      const undo = { words: words.dataSheet.undo, run: () => document.undo() };
      notices.tell(words.offers.merged(kept.field.label, other.field.label), undo);
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Hears what stands in the input of a field now; while it is composed it only waits. */
  type(document: OpenDocument, field: FieldId, text: string, composing: boolean): void {
    if (this.typed && (this.typed.document !== document || this.typed.field !== field)) void this.commit();
    clearTimeout(this.timer);
    this.typed = { document, field, text };
    if (!composing) this.timer = setTimeout(() => void this.commit(), QUIET);
  }

  /** Puts in what was typed, if anything was. Values go in one after the other. */
  commit(): Promise<void> {
    clearTimeout(this.timer);
    const typed = this.typed;
    this.typed = null;
    if (typed) this.committing = this.committing.then(() => this.put(typed));
    return this.committing;
  }

  /** Forgets what did not fit: the field shows its value again. */
  forget(document: OpenDocument, field: FieldId): void {
    this.misfits.delete(key(document, field));
  }

  /** Shows the pane with the next open field in hand, or the one before. */
  step(by: 1 | -1): void {
    const document = tabs.front;
    const field = document && this.next(document.field, by, true);
    if (field == null) return;
    layout.show("rightShown");
    right.pane = "fields";
    this.wanted = field;
  }

  /** The open field that follows in the list. */
  next(from: FieldId | null, by: 1 | -1, around: boolean): FieldId | null {
    return nextOpen(
      this.all.flatMap((group) => group.uses),
      from,
      by,
      around,
    );
  }

  private async put({ document, field, text }: Typed): Promise<void> {
    const value = text.trim();
    const use = document.fields.find((one) => one.field.id === field);
    if (!use) return;
    try {
      if (value === (use.field.value ?? "") || (await document.fill(field, value))) {
        this.misfits.delete(key(document, field));
      } else {
        this.misfits.set(key(document, field), text);
      }
    } catch (error) {
      notices.refuse(error);
    }
  }
}

function key(document: OpenDocument, field: FieldId): string {
  return `${document.id}/${field}`;
}

export const fields = new Fields();
