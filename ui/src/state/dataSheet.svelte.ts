// A data sheet that is about to fill the draft in front: which row goes to which field.
// Nothing is on the sheet until the writer says so.
import { backend } from "../backend";
import type { DataSheet, Field, FieldId, Filled, FilledField, SheetRow } from "../bindings";
import type { OpenDocument } from "./document.svelte";
import { fields } from "./fields.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

/** A row of the sheet, and the field that it goes to. */
export type Choice = {
  label: string;
  value: string;
  /** The fields that its label may mean, best first; one where that is sure. */
  candidates: FieldId[];
  field: FieldId | null;
};

/** The rows with a value, each label once: a later row of the same label is left out. */
function told(rows: SheetRow[]): SheetRow[] {
  const seen = new Set<string>();
  const told: SheetRow[] = [];
  for (const { label, value } of rows) {
    if (value.trim() === "" || seen.has(label)) continue;
    seen.add(label);
    told.push({ label, value: value.trim() });
  }
  return told;
}

/** What the program proposes for each row: it tells the filled in the order of the rows. */
export function choices(rows: SheetRow[], proposed: Filled): Choice[] {
  const unsure = new Map(proposed.unmatched.map((one) => [one.label, one.candidates]));
  let next = 0;
  return rows.map(({ label, value }) => {
    const candidates = unsure.get(label);
    if (candidates) return { label, value, candidates, field: null };
    const sure = proposed.filled[next];
    // A row that says the same of a field as one before it is not told again.
    if (sure?.value.trim() !== value) return { label, value, candidates: [], field: null };
    next += 1;
    return { label, value, candidates: [sure.field], field: sure.field };
  });
}

class SheetFilling {
  /** The sheet's name. */
  name = $state("");
  /** The draft that is to be filled; nothing while no sheet is looked at. */
  draft = $state.raw<OpenDocument | null>(null);
  choices = $state.raw<Choice[]>([]);
  /** What the choices come to. */
  private preview = $state.raw<Filled | null>(null);
  private turn = 0;

  /** The fields that get another value than they have. */
  changed: FilledField[] = $derived.by(() => {
    const now = this.draft?.fields ?? [];
    const valueOf = (id: FieldId) => now.find((use) => use.field.id === id)?.field.value;
    return this.preview?.filled.filter((one) => valueOf(one.field) !== one.shown) ?? [];
  });

  /** What stands in the slots of a field then; nothing where the value does not fit it. */
  shown(field: FieldId): string | null {
    return this.preview?.filled.find((one) => one.field === field)?.shown ?? null;
  }

  /** The value chosen for a field is not of its kind. */
  misfits(field: FieldId): boolean {
    return this.preview?.unmatched.some((one) => one.candidates.includes(field)) ?? false;
  }

  /** A field of the draft that is filled. */
  field(id: FieldId): Field | undefined {
    return this.draft?.fields.find((use) => use.field.id === id)?.field;
  }

  /** Hears of sheets that are dropped on the window. */
  async listen(): Promise<void> {
    await backend.onDataSheet((sheet) => void this.look(sheet));
  }

  /** Asks for a sheet and shows what it would fill. */
  async choose(): Promise<void> {
    try {
      const sheet = await backend.chooseSheet();
      if (sheet) await this.look(sheet);
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Shows what a sheet would fill in the draft in front; of `onlyOpen` what is open there. */
  async look(sheet: DataSheet, onlyOpen = false): Promise<void> {
    const draft = tabs.front;
    if (!draft?.editable) return notices.tell(words.dataSheet.noDraft);
    if (draft.fields.length === 0) return notices.tell(words.dataSheet.noFields);
    const rows = told(sheet.rows);
    if (rows.length === 0) return notices.tell(words.dataSheet.empty);
    try {
      await fields.commit();
      const open = new Set(draft.fields.flatMap(({ field }) => (field.value === null ? field.id : [])));
      const proposed = choices(rows, await backend.fill(draft.speech, [], rows)).map((choice) =>
        onlyOpen && choice.field !== null && !open.has(choice.field) ? { ...choice, field: null } : choice,
      );
      this.name = sheet.name;
      this.choices = proposed;
      await this.weigh(draft);
      this.draft = draft;
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Sends a row to a field, or nowhere. A field has one row: the one chosen last. */
  async send(row: number, field: FieldId | null): Promise<void> {
    this.choices = this.choices.map((choice, idx) => {
      if (idx === row) return { ...choice, field };
      return field !== null && choice.field === field ? { ...choice, field: null } : choice;
    });
    if (!this.draft) return;
    try {
      await this.weigh(this.draft);
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Puts the chosen values on the sheet, in one step of undo. */
  async apply(): Promise<void> {
    const draft = this.draft;
    if (!draft) return;
    try {
      const filled = await this.weigh(draft);
      const count = this.changed.length;
      draft.setFields(filled.fields);
      this.close();
      notices.tell(words.dataSheet.filled(count), { words: words.dataSheet.undo, run: () => draft.undo() });
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Leaves everything as it was. */
  close(): void {
    this.draft = null;
  }

  /** Asks what the choices come to; an answer that a later one has overtaken is not shown. */
  private async weigh(draft: OpenDocument): Promise<Filled> {
    const turn = ++this.turn;
    const chosen = this.choices.flatMap(({ field, value }) => (field === null ? [] : [{ field, value }]));
    const filled = await backend.fill(draft.speech, chosen, []);
    if (turn === this.turn) this.preview = filled;
    return filled;
  }
}

export const dataSheet = new SheetFilling();
