// A document or draft that is open in a tab: its text in the editor, what the program
// computes from it, and whether it is saved.
import type { EditorState, Transaction } from "prosemirror-state";
import type {
  Answer,
  BlockId,
  Failure,
  Field,
  FieldAnswer,
  FieldId,
  Kind,
  Opened,
  Source,
  Speech,
} from "../bindings";

/** `saved`: all of it is durable. `unsaved`: being typed or written. `failed`: could not be stored. */
export type Saving = "saved" | "unsaved" | "failed";

/** A field with the places where it stands. */
export type FieldUse = { field: Field; place: FieldAnswer };

export class OpenDocument {
  readonly id: string;
  readonly kind: Kind;
  /** The editor's state: text, selection, history. */
  editor = $state.raw<EditorState>(undefined as unknown as EditorState);
  answer = $state.raw<Answer>(undefined as unknown as Answer);
  saving = $state<Saving>("saved");
  /** When it was last stored, ISO 8601 in UTC. */
  savedAt = $state("");
  /** Why it could not be stored. */
  failure = $state.raw<Failure | null>(null);
  /** The field in hand: its chips are framed. */
  field = $state<FieldId | null>(null);

  constructor(opened: Opened) {
    this.id = opened.row.id;
    this.kind = opened.row.kind;
    this.answer = opened.answer;
  }

  /** Only drafts are written in. */
  get editable(): boolean {
    return this.kind === "draft";
  }

  /** The words of its title as they stand on the sheet; empty without one. */
  get title(): string {
    return "";
  }

  /** Its text as it is stored. */
  get speech(): Speech {
    throw new Error();
  }

  /** The fields that have a slot, in the order of the text. */
  get fields(): FieldUse[] {
    return [];
  }

  get canUndo(): boolean {
    return false;
  }

  get canRedo(): boolean {
    return false;
  }

  undo(): void {}

  redo(): void {}

  /** Each change goes through here: the sheet's, the panes', the keys'. */
  dispatch(_transaction: Transaction): void {}

  /** Takes something over from elsewhere, to where the cursor is. One step of undo. */
  async takeOver(_source: Source): Promise<void> {}

  /** Fills a field with what was typed; false where it does not fit the field's kind. */
  async fill(_field: FieldId, _value: string): Promise<boolean> {
    return true;
  }

  /** Puts the fields of a preview on the sheet. One step of undo. */
  setFields(_fields: Field[]): void {}

  /** Moves the section that a heading begins before another heading, or to the end. */
  moveSection(_heading: BlockId, _before: BlockId | null): void {}

  /** Makes the block with the cursor a heading of that level, or a paragraph (0). */
  setLevel(_level: 0 | 1 | 2 | 3 | 4): void {}

  /** Scrolls a block, or the slot of a field, into view and shows it for a moment. */
  show(_block: BlockId): void {}
  showField(_field: FieldId): void {}

  /** Stores it now; false if that failed. */
  async save(): Promise<boolean> {
    return true;
  }
}
