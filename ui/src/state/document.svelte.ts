// A document or draft that is open in a tab: its text in the editor, what the program
// computes from it, and whether it is saved. What the program refuses is thrown.
import { closeHistory, redo, redoDepth, undo, undoDepth } from "prosemirror-history";
import { type Command, EditorState, TextSelection, type Transaction } from "prosemirror-state";
import type {
  Answer,
  BlockId,
  Failure,
  Field,
  FieldEdit,
  FieldId,
  FindingRow,
  Kind,
  OccasionRow,
  PageStart,
  Opened,
  ProposalRow,
  SectionAnswer,
  ReturnedProposal,
  SharedWords,
  SlotAddress,
  Source,
  Speech,
} from "../bindings";
import { backend, Refused } from "../backend";
import { leafWords, toDoc, toSpeech } from "../sheet/convert";
import type { Clip } from "../sheet/clipboard";
import { becoming, filling, pasting, showing, slotsOf, taking } from "../sheet/edits";
import { findingPlace, withFindings } from "../sheet/findings";
import { withHighlight } from "../sheet/highlight";
import { setLevel } from "../sheet/keys";
import { withAnswer } from "../sheet/numbering";
import { withPages } from "../sheet/pageMarks";
import { plugins } from "../sheet/plugins";
import { blockWithCursor, charactersBefore, fieldsOf, placeOf } from "../sheet/schema";
import { replacing, restoring } from "../sheet/restoring";
import { exchanging, joining, leveling, moving, type Outlined, removing, splitting } from "../sheet/sections";
import { placesOf, putAll, putNext, type Sought, toNext, toPrevious, withSought } from "../sheet/seeking";
import { withShared } from "../sheet/shared";
import { slotPlace, withFieldInHand } from "../sheet/slots";
import { titleOf } from "../sheet/title";
import { Autosave, type Saving } from "./autosave.svelte";
import { Checking } from "./checking.svelte";
import { FieldUses, keptAnswer, type FieldUse } from "./fieldUse";
import { say } from "./language.svelte";
import { givenTitle } from "./given";
import { looks } from "./looks.svelte";
import { Paging } from "./paging.svelte";
import type { Surface } from "./surface";

export type { FieldUse, Saving };

/** Milliseconds of quiet after which the program is asked what has become of the numbers. */
const QUIET = 120;
/** Milliseconds for which a block is shown. */
const SHOWN = 1600;

export class OpenDocument {
  readonly id: string;
  readonly kind: Kind;
  /** The editor's state: text, selection, history. */
  editor = $state.raw<EditorState>(undefined as unknown as EditorState);
  answer = $state.raw<Answer>(undefined as unknown as Answer);
  /** When, for how long and for whom it is given. */
  occasion = $state.raw<OccasionRow>({ date: null, minutes: null, audience: null });
  /** How long its sections are to be, in tenths of a minute, by their headings. */
  readonly aims: ReadonlyMap<BlockId, number>;
  /** What the checks find in it. */
  readonly checking: Checking;
  /** How many pages it has. */
  readonly paging: Paging;
  /** How far it is scrolled. */
  scroll = 0;

  /** What the writer called it when it was taken in, where no file says so. */
  private readonly given: string;
  private readonly autosave: Autosave;
  private surface: Surface | null = null;
  /** What is done to the surface once there is one. */
  private waiting: ((surface: Surface) => void)[] = [];
  private inHand = $state<FieldId | null>(null);
  private taken: Promise<void> = Promise.resolve();
  /** Something was typed that the program has not looked at yet. */
  private isTyping = false;
  /** The block that was last taken for what it reads as. */
  private understood: BlockId | null = null;
  /** The blocks that stay as they were typed. */
  private readonly asTyped = new Set<BlockId>();
  private turn = 0;
  private askTimer: ReturnType<typeof setTimeout> | undefined;
  private shownTimer: ReturnType<typeof setTimeout> | undefined;

  private readonly text = $derived(this.editor.doc);
  private readonly stored = $derived(toSpeech(this.text));
  private readonly name = $derived(titleOf(this.editor));
  // Both stay what they are while words are typed; so do the uses, then.
  private readonly all = $derived(fieldsOf(this.text));
  private readonly places = $derived(this.answer.fields);
  private readonly made = new FieldUses();
  private readonly uses = $derived(this.made.of(this.all, this.places));

  constructor(opened: Opened) {
    this.id = opened.row.id;
    this.kind = opened.row.kind;
    this.given = givenTitle(opened.row);
    this.answer = opened.answer;
    this.occasion = opened.occasion;
    this.aims = new Map(opened.aims.map(({ block, tenths }) => [block, tenths]));
    const host = {
      id: this.id,
      editable: this.editable,
      answer: opened.answer,
      state: () => this.editor,
      looks: () => looks.now,
      paste: (clip: Clip) => void this.paste(clip),
      chooseField: (field: FieldId) => (this.field = field),
      chooseFinding: (finding: FindingRow) => (this.checking.inHand = finding),
      say,
    };
    this.editor = EditorState.create({ doc: toDoc(opened.speech, this.editable), plugins: plugins(host) });
    const sheet = {
      text: () => this.editor.doc,
      composing: () => this.composing,
      store: (doc: EditorState["doc"]) => backend.saveDraft(this.id, toSpeech(doc)),
    };
    this.autosave = new Autosave(sheet, opened.row.changed);
    const asked = { id: this.id, speech: () => this.speech, composing: sheet.composing };
    this.checking = new Checking({
      ...asked,
      draw: (findings, inHand) => this.dispatch(withFindings(this.editor.tr, findings, inHand)),
    });
    const mark = (starts: PageStart[]) => this.dispatch(withPages(this.editor.tr, starts));
    this.paging = new Paging({ ...asked, draw: mark });
    if (this.editable) this.checking.soon();
  }

  /** Only drafts are written in. */
  get editable(): boolean {
    return this.kind === "draft";
  }

  /** The words of its title as they stand on the sheet; empty without one. */
  get title(): string {
    return this.given || this.name;
  }

  /** Its text as it is stored. */
  get speech(): Speech {
    return this.stored;
  }

  /** The fields that have a slot, in the order of the text. */
  get fields(): FieldUse[] {
    return this.uses;
  }

  /** The block with the cursor. */
  get block(): BlockId {
    return blockWithCursor(this.editor);
  }

  /** How many characters of its block's words stand before the cursor. */
  get charactersBefore(): number {
    const fields = fieldsOf(this.text);
    return charactersBefore(this.editor, (leaf) => leafWords(leaf, fields));
  }

  /** The innermost section with the cursor. */
  get section(): SectionAnswer | null {
    const at = this.answer.blocks.findIndex((one) => one.block === this.block);
    return this.answer.sections.filter(({ start, end }) => start <= at && at < end).at(-1) ?? null;
  }

  get saving(): Saving {
    return this.autosave.saving;
  }

  /** When it was last stored, ISO 8601 in UTC. */
  get savedAt(): string {
    return this.autosave.savedAt;
  }

  /** Why it could not be stored. */
  get failure(): Failure | null {
    return this.autosave.failure;
  }

  /** The field in hand: its chips are framed. */
  get field(): FieldId | null {
    return this.inHand;
  }

  set field(field: FieldId | null) {
    if (this.inHand === field) return;
    this.inHand = field;
    this.dispatch(withFieldInHand(this.editor.tr, field));
  }

  get canUndo(): boolean {
    return undoDepth(this.editor) > 0;
  }

  get canRedo(): boolean {
    return redoDepth(this.editor) > 0;
  }

  undo(): void {
    this.run(undo);
    // What was not meant so is not done again.
    if (this.understood !== null) this.asTyped.add(this.understood);
    this.understood = null;
  }

  redo(): void {
    this.run(redo);
  }

  /** What is done on the sheet itself: typed, pasted, deleted. */
  typed(transaction: Transaction): void {
    this.dispatch(transaction);
    if (transaction.docChanged && !transaction.getMeta("paste")) this.isTyping = true;
  }

  /** Each change goes through here: the sheet's, the panes', the keys'. */
  dispatch(transaction: Transaction): void {
    if (transaction.docChanged && !this.editable) return;
    this.editor = this.editor.apply(transaction);
    this.surface?.draw(this.editor);
    if (!transaction.docChanged) return;
    this.autosave.changed();
    this.askSoon();
    this.checking.soon();
    this.paging.soon();
  }

  /** Takes something over from elsewhere, to where the cursor is. One step of undo. */
  takeOver(source: Source): Promise<void> {
    // One after the other: what is taken gets ids that the text hasn't.
    const done = this.taken.then(() => this.take(source));
    this.taken = done.catch(() => {});
    return done;
  }

  /** Puts what a program has put on the clipboard where the cursor is. One step of undo. */
  paste(clip: Clip): Promise<void> {
    const done = this.taken.then(() => this.putPasted(clip));
    this.taken = done.catch(() => {});
    return done;
  }

  /**
   * Takes something over in the place of the section with the cursor. One step of undo. Says how
   * that section began; nothing where there is none, and it was taken over beside the cursor.
   */
  exchange(source: Source): Promise<string | null> {
    const done = this.taken.then(() => this.put(source));
    this.taken = done.then(
      () => {},
      () => {},
    );
    return done;
  }

  /** Fills a field with what was typed; false where it does not fit the field's kind. */
  async fill(field: FieldId, value: string): Promise<boolean> {
    const filled = await backend.fill(this.speech, [{ field, value }], []);
    if (filled.unmatched.length > 0) return false;
    this.setFields(filled.fields.filter((each) => each.id === field));
    return true;
  }

  /** Puts the fields of a preview on the sheet. One step of undo. */
  setFields(fields: Field[]): void {
    this.step(filling(this.editor, fields));
  }

  /** Where the slots of a field stand, in the order of its places. */
  slotsOf(field: FieldId): SlotAddress[] {
    return slotsOf(this.text, field);
  }

  /** Has the writer's word on its fields: all of it, or a refusal. One step of undo. */
  async editFields(edits: FieldEdit[]): Promise<void> {
    await this.become(await backend.editFields(this.speech, edits));
  }

  /** Puts what findings propose in the place of what they found. One step of undo. */
  async takeFixes(findings: FindingRow[]): Promise<void> {
    const fixes = findings.flatMap(({ quote, suggestion }) =>
      suggestion === null ? [] : { old: quote, new: suggestion },
    );
    await this.become(await backend.takeFixes(this.speech, fixes));
  }

  /** Says when, for how long and for whom it is given; durable when this returns. */
  async setOccasion(occasion: OccasionRow): Promise<void> {
    await backend.setOccasion(this.id, occasion);
    this.occasion = occasion;
    await this.checking.now();
  }

  /** Brings a former text back, all of it. One step of undo. */
  async restore(speech: Speech): Promise<void> {
    this.step(replacing(this.editor, speech));
    await this.ask();
  }

  /** Brings one block of a former text back, in one step of undo; whether it was another one. */
  async restoreBlock(old: Speech, block: BlockId, hasMoved: boolean): Promise<boolean> {
    const isBack = this.step(restoring(this.editor, old, block, hasMoved));
    if (isBack) this.unshowSoon();
    await this.ask();
    return isBack;
  }

  /** What of it its sources still call their own. */
  borrowed(): Promise<ProposalRow[]> {
    return backend.ownWords(this.id, this.speech);
  }

  /** What is another year's than that of its day, once it is stored. */
  async rollForward(): Promise<ProposalRow[]> {
    await this.save();
    return backend.rollForward(this.id);
  }

  /** Does what the writer has ticked. One step of undo. */
  async applyRollForward(proposals: ProposalRow[]): Promise<void> {
    await this.become(await backend.applyRollForward(this.speech, proposals));
  }

  /** Takes what came back, with the state before under a name. One step of undo. */
  async takeBack(proposals: ReturnedProposal[], before: string): Promise<void> {
    if (!(await this.save())) return;
    await backend.nameLast(this.id, before);
    await this.restore(await backend.applyReturned(this.speech, proposals));
    await this.checking.now();
  }

  /** Moves the section that a heading begins before another heading, or to the end. */
  moveSection(heading: BlockId, before: BlockId | null): void {
    this.outlineStep(moving(this.editor, this.outlined, heading, before));
  }

  /** Makes a section and all in it deeper (1) or higher (-1). */
  levelSection(heading: BlockId, by: 1 | -1): void {
    this.outlineStep(leveling(this.editor, this.outlined, heading, by));
  }

  /** Takes a section out, with all that stands in it; false where there is none. */
  removeSection(heading: BlockId): boolean {
    return this.outlineStep(removing(this.editor, this.outlined, heading));
  }

  /** Joins a section to the one before: its heading becomes a line of the text. */
  joinSection(heading: BlockId): void {
    this.outlineStep(joining(this.editor, heading));
  }

  /** Begins a section of a level where the cursor is. */
  splitSection(level: number): void {
    this.outlineStep(splitting(this.editor, level));
    this.focus();
  }

  /** Makes the block with the cursor a heading of that level, or a paragraph (0). */
  setLevel(level: 0 | 1 | 2 | 3 | 4): void {
    if (!this.editable) return;
    setLevel(level)(this.editor, (transaction) => this.step(transaction));
    void this.ask();
  }

  /** Scrolls a block into view, puts the cursor there and shows it for a moment. */
  show(block: BlockId): void {
    const transaction = showing(this.editor, block);
    if (!transaction) return;
    this.dispatch(transaction);
    this.unshowSoon();
    this.onSurface((surface) => {
      const place = placeOf(this.editor.doc, block);
      if (place !== null) surface.reveal(place + 1);
    });
  }

  /** Scrolls the first slot of a field into view and takes the field in hand. */
  showField(field: FieldId): void {
    this.field = field;
    this.onSurface((surface) => {
      const place = slotPlace(this.editor.doc, field);
      if (place !== null) surface.reveal(place);
    });
  }

  /** Takes a finding in hand, with the cursor behind its words, and scrolls it into view. */
  showFinding(finding: FindingRow): void {
    this.checking.inHand = finding;
    const place = findingPlace(this.editor, finding);
    if (!place) return;
    const selection = TextSelection.near(this.editor.doc.resolve(place.to), -1);
    this.dispatch(this.editor.tr.setSelection(selection));
    this.onSurface((surface) => surface.reveal(place.from));
  }

  /** Marks wording that another document has, too; nothing ends that. */
  markShared(words: SharedWords[]): void {
    this.dispatch(withShared(this.editor.tr, words));
  }

  /** Marks words that are looked for; none with no words. */
  seek(sought: Sought): void {
    this.dispatch(withSought(this.editor.tr, sought));
  }

  /** How many places of the words there are, and which is chosen, from 1. */
  get soughtPlaces(): { count: number; at: number } {
    return placesOf(this.editor);
  }

  /** Goes to the next place of the words, or the one before (-1); around at the end. */
  toSought(by: 1 | -1): void {
    (by > 0 ? toNext : toPrevious)(this.editor, (transaction) => this.dispatch(transaction));
    this.onSurface((surface) => surface.reveal(this.editor.selection.from));
  }

  /** Puts the other words in the place that is chosen, or in all. One step of undo. */
  putSought(all: boolean): void {
    if (!this.editable) return;
    (all ? putAll : putNext)(this.editor, (transaction) => this.step(transaction));
    if (!all) this.onSurface((surface) => surface.reveal(this.editor.selection.from));
  }

  /** Puts the cursor where something was let go, in pixels of the window. */
  putCursor(x: number, y: number): void {
    const place = this.surface?.placeAt(x, y) ?? null;
    if (place === null) return;
    const selection = TextSelection.near(this.editor.doc.resolve(place));
    this.dispatch(this.editor.tr.setSelection(selection));
  }

  /** Puts the keys into the sheet. */
  focus(): void {
    this.onSurface((surface) => surface.focus());
  }

  /** Stores it now; false if that failed. */
  async save(): Promise<boolean> {
    return !this.editable || this.autosave.save();
  }

  /** Asks anew what is computed from the text: rate and own names may be others. */
  async refresh(): Promise<void> {
    await Promise.all([this.ask(), this.editable && this.checking.now()]);
  }

  /** The sheet draws it from now on; what is returned ends that. */
  attach(surface: Surface): () => void {
    this.surface = surface;
    for (const act of this.waiting.splice(0)) act(surface);
    return () => {
      if (this.surface === surface) this.surface = null;
    };
  }

  private get outlined(): Outlined {
    return { sections: this.answer.sections, order: this.answer.blocks.map((block) => block.block) };
  }

  private outlineStep(transaction: Transaction | null): boolean {
    if (!this.editable || !this.step(transaction)) return false;
    this.unshowSoon();
    void this.ask();
    return true;
  }

  private get composing(): boolean {
    return this.surface?.composing() ?? false;
  }

  private async take(source: Source): Promise<void> {
    const taken = await backend.take(this.speech, source);
    if (taken.blocks.length === 0) return;
    this.step(taking(this.editor, taken));
    this.unshowSoon();
    await this.askWhenPainted();
  }

  private async putPasted({ text, html }: Clip): Promise<void> {
    const pasted = await backend.paste(this.speech, text, html);
    if (pasted.blocks.length === 0) return;
    this.step(pasting(this.editor, pasted));
    await this.ask();
  }

  private async put(source: Source): Promise<string | null> {
    const { section } = this;
    if (!section) {
      await this.take(source);
      return null;
    }
    const taken = await backend.take(this.speech, source);
    if (taken.blocks.length === 0) return null;
    const isPut = this.step(exchanging(this.editor, this.outlined, section.block, taken));
    this.unshowSoon();
    await this.askWhenPainted();
    return isPut ? section.numeral + section.text : null;
  }

  private async become(speech: Speech): Promise<void> {
    this.step(becoming(this.editor, speech));
    await this.ask();
    await this.checking.now();
  }

  private run(command: Command): void {
    if (this.editable) command(this.editor, (transaction) => this.dispatch(transaction));
  }

  /** One step of undo, apart from what is typed before and after. */
  private step(transaction: Transaction | null): boolean {
    if (!transaction) return false;
    this.dispatch(closeHistory(transaction));
    this.dispatch(closeHistory(this.editor.tr));
    return true;
  }

  private onSurface(act: (surface: Surface) => void): void {
    if (this.surface) act(this.surface);
    else this.waiting.push(act);
  }

  private unshowSoon(): void {
    clearTimeout(this.shownTimer);
    this.shownTimer = setTimeout(() => {
      if (this.composing) this.unshowSoon();
      else this.dispatch(withHighlight(this.editor.tr, []));
    }, SHOWN);
  }

  /** Takes the block that was just typed in for what it reads as. One step of undo. */
  private async understand(): Promise<void> {
    const { block } = this;
    if (!this.isTyping || this.asTyped.has(block)) return;
    this.isTyping = false;
    const text = this.text;
    const speech = await backend.typed(this.speech, block, this.charactersBefore);
    // The next key may have come meanwhile: then it is looked at again.
    if (!speech || this.text !== text || this.composing) return;
    this.step(becoming(this.editor, speech));
    this.understood = block;
  }

  private askSoon(): void {
    clearTimeout(this.askTimer);
    this.askTimer = setTimeout(() => void this.ask(), QUIET);
  }

  /** A section that was taken over is seen first, and its numbers a moment later. */
  private async askWhenPainted(): Promise<void> {
    await this.surface?.painted();
    await this.ask();
  }

  private async ask(): Promise<void> {
    clearTimeout(this.askTimer);
    // Nothing is drawn under a composition; what comes of it is asked for when it ended.
    if (this.composing) return this.askSoon();
    const turn = ++this.turn;
    let answer: Answer;
    try {
      await this.understand();
      answer = await backend.answer(this.speech);
    } catch (error) {
      // What is drawn stays as it was, and the next change asks again.
      if (error instanceof Refused) return;
      throw error;
    }
    if (turn !== this.turn) return;
    if (this.composing) return this.askSoon();
    this.answer = keptAnswer(this.answer, answer);
    this.dispatch(withAnswer(this.editor.tr, this.answer));
  }
}
