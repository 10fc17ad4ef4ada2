// @vitest-environment happy-dom
//
// Whatever is done to a draft, in whatever order: what is stored is what is shown, what is
// opened again is what was stored, and each step can be taken back and done again.
//
// The page's own editor and state, with the program's own commands behind them; LECTERN_SEED
// begins with another number, LECTERN_RUNS says how many runs of fifty steps there are.
import { undoDepth } from "prosemirror-history";
import type { Node } from "prosemirror-model";
import { EditorView } from "prosemirror-view";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { backend } from "../../ui/src/backend";
import { isBlank, toDoc } from "../../ui/src/sheet/convert";
import { blockAttrs, nodes, runsIn, slotAttrs } from "../../ui/src/sheet/schema";
import { OpenDocument } from "../../ui/src/state/document.svelte";
import { Chance } from "./chance";
import { Desk, SAMPLE } from "./desk";
import { Program } from "./program";
import { type Desk as Sheet, doSomething } from "./steps";

const N_RUNS = Number(process.env.LECTERN_RUNS ?? 20);
const N_STEPS = 50;
const FIRST = Number(process.env.LECTERN_SEED ?? 1);

/** Longer than anything waits for the writer to pause. */
const PAUSE = 2_000;

const desk = new Desk();
let program: Program;
let ids: string[];

beforeAll(async () => {
  const other = desk.file("招商.txt", OTHER);
  program = new Program(desk.library, [SAMPLE, other]);
  ids = await program.ask<string[]>("documents");
});
beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] });
});
afterEach(() => {
  vi.useRealTimers();
});
afterAll(() => {
  program.end();
  desk.clear();
});

test.each(Array.from({ length: N_RUNS }, (_, nth) => FIRST + nth))("seed %i", async (seed) => {
  const done: string[] = [];
  const sheet = await begin(new Chance(seed));
  try {
    const start = sheet.draft.speech;
    const startDoc = sheet.draft.editor.doc;
    for (let nth = 0; nth < N_STEPS; nth++) {
      const depth = undoDepth(sheet.draft.editor);
      const before = sheet.draft.editor.doc;
      done.push("(begun)");
      done[done.length - 1] = await doSomething(sheet);
      await rest(sheet);
      isWhole(sheet.draft);
      await isStoredAsShown(sheet);
      const steps = undoDepth(sheet.draft.editor) - depth;
      if (steps > 0) await canBeTakenBack(sheet, steps, before.toJSON());
    }
    done.push("undo everything");
    while (sheet.draft.canUndo) sheet.draft.undo();
    await rest(sheet);
    expect(sheet.draft.editor.doc.toJSON()).toEqual(startDoc.toJSON());
    expect(sheet.draft.speech).toEqual(start);
    await isStoredAsShown(sheet);
  } catch (error) {
    console.log(`LECTERN_SEED=${seed} LECTERN_RUNS=1: ${done.length} steps\n${done.join("\n")}`);
    throw error;
  } finally {
    sheet.view.destroy();
  }
});

/** A new draft of some sections on a sheet, with the documents beside it. */
async function begin(chance: Chance): Promise<Sheet> {
  const opened = await Promise.all(ids.slice(0, 2).map((id) => backend.openDocument(id)));
  const sources = opened.map((one) => new OpenDocument(one));
  const source = chance.of(sources)!;
  const section = chance.of(source.answer.sections)!.block;
  const from = chance.percent(20) ? null : { document: source.id, extent: { section } };
  const draft = new OpenDocument(await backend.newDraft(from, null));
  const view = mount(draft);
  const sheet = { draft, view, sources, chance };
  await rest(sheet);
  return sheet;
}

function mount(draft: OpenDocument): EditorView {
  const page = document.body.appendChild(document.createElement("div"));
  const view = new EditorView(page, {
    state: draft.editor,
    editable: () => draft.editable,
    dispatchTransaction: (transaction) => draft.typed(transaction),
    handleScrollToSelection: () => true,
  });
  draft.attach({
    draw: (state) => view.updateState(state),
    composing: () => view.composing,
    reveal: () => {},
    placeAt: () => null,
    painted: async () => {},
    focus: () => {},
  });
  return view;
}

/** The writer pauses until nothing more happens. */
async function rest({ draft }: { draft: OpenDocument }): Promise<void> {
  let before: number;
  do {
    before = program.count;
    await vi.advanceTimersByTimeAsync(PAUSE);
    await program.answered();
  } while (program.count > before);
  expect(await draft.save()).toBe(true);
}

/** Nothing in it that the schema or the program could not hold. */
function isWhole({ editor }: OpenDocument): void {
  editor.doc.check();
  const ids = editor.doc.children.map((block) => blockAttrs(block).id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(Math.min(...ids)).toBeGreaterThan(0);
}

/** What is stored is what is shown: as a text, as it is printed, and on another sheet. */
async function isStoredAsShown({ draft, view }: Sheet): Promise<void> {
  expect(draft.saving).toBe("saved");
  const opened = await backend.openDocument(draft.id);
  expect(opened.speech).toEqual(draft.speech);
  expect(seen(opened.row.title)).toBe(seen(draft.title));
  expect(draft.answer).toEqual(opened.answer);
  const text = await program.ask<string>("text", { speech: opened.speech });
  expect(lines(view)).toEqual(text.split("\n").map(unindented));
  expect(written(toDoc(opened.speech, true))).toEqual(written(draft.editor.doc));
}

/** What is printed of a sheet. That a heading runs in says nothing where no paragraph follows. */
function written(doc: Node): unknown[] {
  return doc.children.flatMap((block, idx) => {
    const next = doc.maybeChild(idx + 1);
    const alone = block.type === nodes.heading && (next === null || isBlank(next));
    const attrs = alone ? { ...block.attrs, runIn: false } : block.attrs;
    return isBlank(block) ? [] : { ...block.toJSON(), attrs };
  });
}

/** What is seen of a name; a list has no breaks and no indents in it. */
function seen(title: string): string {
  return title.replace(/[\s\u200d]/g, "");
}

/** Undone it is as it was, done again as it became. */
async function canBeTakenBack(sheet: Sheet, steps: number, before: unknown): Promise<void> {
  const { draft } = sheet;
  const after = draft.editor.doc.toJSON();
  for (let nth = 0; nth < steps; nth++) draft.undo();
  expect(draft.editor.doc.toJSON()).toEqual(before);
  for (let nth = 0; nth < steps; nth++) draft.redo();
  expect(draft.editor.doc.toJSON()).toEqual(after);
  await rest(sheet);
  expect(draft.editor.doc.toJSON()).toEqual(after);
}

/** The lines of the sheet as they are seen: numbers drawn, run-in headings and their words in one. */
function lines({ dom, state }: EditorView): string[] {
  let text = "";
  state.doc.forEach((block, _offset, idx) => {
    if (isBlank(block)) return;
    const drawn = dom.children[idx] as HTMLElement;
    if (text !== "" && !runsIn(state.doc.maybeChild(idx - 1), block)) text += "\n";
    text += (drawn.dataset.numeral ?? "") + words(drawn, block);
  });
  return text.split("\n").map(unindented);
}

/** The words of a block; a chip that waits for its value shows a label, and is what was written. */
function words(drawn: HTMLElement, block: Node): string {
  const copy = drawn.cloneNode(true) as HTMLElement;
  for (const gap of copy.querySelectorAll("img, br")) gap.remove();
  const slots = block.children.filter((inline) => inline.type === nodes.slot);
  copy.querySelectorAll<HTMLElement>(".slot").forEach((chip, nth) => {
    if (!chip.classList.contains("filled")) chip.textContent = slotAttrs(slots[nth]!).asWritten;
  });
  return copy.textContent ?? "";
}

function unindented(line: string): string {
  return line.replace(/^[ \u3000]+/, "");
}

/** Another speech, to take from: run-in headings, a table, members, characters of every size. */
const OTHER = `在𠮷县招商大会上的讲话
县长　张三
（2026年3月18日）
同志们：
下面，我讲两点意见：
一、看清形势
（一）成绩来之不易。去年全县增长X%，引进企业X户。
项目\t投资\t进度
光伏\tX亿元\t80%
二、抓住重点
要做到三个坚持：一是坚持项目为王，二是坚持环境立县，三是坚持人才为先。
一看规划👨‍👩‍👧，二要看落地。
同志们，让我们一起干！
`;
