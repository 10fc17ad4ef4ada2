// What a writer may do to a draft, each at a place and with words that chance chooses. A step
// says in one line what it did, for the report of a run that went wrong.
import { Refused } from "../../ui/src/backend";
import type { FieldEdit, Source } from "../../ui/src/bindings";
import { fromText } from "../../ui/src/sheet/clipboard";
import { blockAttrs, nodes } from "../../ui/src/sheet/schema";
import type { OpenDocument } from "../../ui/src/state/document.svelte";
import { past, places } from "../../ui/src/state/outline.svelte";
import type { Node } from "prosemirror-model";
import { AllSelection, NodeSelection, Selection, TextSelection, type Transaction } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { Chance } from "./chance";

/** A draft that stands on a sheet, and what can be taken over into it. */
export type Desk = { draft: OpenDocument; view: EditorView; sources: OpenDocument[]; chance: Chance };

type Step = (desk: Desk) => string | Promise<string>;

const WORDS = [
  "要抓好落实。",
  "一、",
  "（二）",
  "3.",
  "（1）",
  "一是抓项目。二是抓投资。",
  "增长X%，新增企业XX户",
  "𠮷",
  "👨‍👩‍👧",
  " ",
  "　",
  "\t",
  "第三部分讲过，下面讲三点意见：",
  "（一）突出重点。各镇",
  "X县",
  "a",
  "——",
  "“",
  "\u0301",
];

const PASTED = [
  "一行",
  "　　一、提高认识\r\n\r\n　　各镇要抓落实。\n",
  "项目\t投资\n光伏\tX亿元\n",
  "",
  "\n\n",
];

const PASTED_HTML = [
  "<p class=MsoNormal>正文<o:p></o:p></p><h1>一、标题</h1><p>又一段</p>",
  "<ul><li>一条<li>二条</ul><script>hack()</script>",
  "<table><tr><td>项目<td>投资<tr><td>光伏<td>3亿元</table>",
  "甲<br>乙<b>粗</b>",
  "<div><div><p></p></div>深处</div>",
];

const VALUES = ["4.1", "108", "3.2亿元", "平安县", "2026年3月18日", "五", "", "很多", "12.5%", "张三"];

const STEPS: Record<string, [number, Step]> = {
  type: [22, type],
  "type over": [6, typeOver],
  press: [22, press],
  delete: [5, deleteChosen],
  paste: [6, paste],
  "paste lines": [6, pasteLines],
  "cut and paste": [6, cutAndPaste],
  move: [5, move],
  level: [5, level],
  "take out": [2, takeOut],
  join: [3, join],
  split: [3, split],
  "set level": [4, setLevel],
  "take over": [6, takeOver],
  fill: [6, fill],
  "edit field": [6, editField],
  replace: [4, replace],
  "take fix": [4, takeFix],
  undo: [4, ({ draft, chance }) => times(1 + chance.below(4), () => draft.undo())],
  redo: [3, ({ draft, chance }) => times(1 + chance.below(4), () => draft.redo())],
};

const ALL = Object.entries(STEPS).flatMap(([name, [share, step]]) =>
  Array.from({ length: share }, () => ({ name, step })),
);

/** Does one of them; what was done. */
export async function doSomething(desk: Desk): Promise<string> {
  const { name, step } = desk.chance.of(ALL)!;
  return `${name} ${await step(desk)}`;
}

function type(desk: Desk): string {
  goSomewhere(desk);
  const words = desk.chance.of(WORDS)!;
  const { from } = desk.draft.editor.selection;
  desk.draft.typed(desk.draft.editor.tr.insertText(words));
  return `${JSON.stringify(words)} at ${from}`;
}

function typeOver(desk: Desk): string {
  const where = chooseSomething(desk);
  const words = desk.chance.of(WORDS)!;
  desk.draft.typed(desk.draft.editor.tr.insertText(words));
  return `${JSON.stringify(words)} over ${where}`;
}

/** A key as the sheet gets it; what it leaves to the browser is done as a browser does it. */
function press(desk: Desk): string {
  const { chance, view, draft } = desk;
  const where = chance.percent(85) ? goSomewhere(desk) : chooseSomething(desk);
  const key = chance.of(["Enter", "Enter", "Backspace", "Backspace", "Delete", "Tab", "Shift+Tab"])!;
  const event = new KeyboardEvent("keydown", {
    key: key.split("+").at(-1)!,
    shiftKey: key.startsWith("Shift"),
  });
  const isTaken = view.someProp("handleKeyDown", (handle) => handle(view, event)) ?? false;
  const { $from: at, empty } = draft.editor.selection;
  const beside = key === "Backspace" ? at.nodeBefore : key === "Delete" ? at.nodeAfter : null;
  if (!isTaken && empty && beside?.isText) {
    const letter = [...beside.text!].at(key === "Backspace" ? -1 : 0)!.length;
    const [from, to] = key === "Backspace" ? [at.pos - letter, at.pos] : [at.pos, at.pos + letter];
    draft.typed(draft.editor.tr.delete(from, to));
  }
  return `${key} at ${where}`;
}

function deleteChosen(desk: Desk): string {
  const where = chooseSomething(desk);
  desk.draft.typed(desk.draft.editor.tr.deleteSelection());
  return where;
}

function paste(desk: Desk): string {
  const { chance, view, draft } = desk;
  const where = chance.percent(70) ? goSomewhere(desk) : chooseSomething(desk);
  if (chance.percent(50)) {
    const html = chance.of(PASTED_HTML)!;
    view.pasteHTML(html, new ClipboardEvent("paste"));
    return `${html} at ${where}`;
  }
  const text = chance.of(PASTED)!;
  draft.typed(draft.editor.tr.replaceSelection(fromText(text)).setMeta("paste", true));
  return `${JSON.stringify(text)} at ${where}`;
}

async function pasteLines(desk: Desk): Promise<string> {
  const { chance, draft } = desk;
  const where = chance.percent(70) ? goSomewhere(desk) : chooseSomething(desk);
  const clip = { text: chance.of(PASTED)!, html: chance.percent(50) ? chance.of(PASTED_HTML)! : "" };
  await draft.paste(clip);
  return `${JSON.stringify(clip)} at ${where}`;
}

function cutAndPaste(desk: Desk): string {
  const { view, draft } = desk;
  const from = chooseSomething(desk);
  const html = view.serializeForClipboard(draft.editor.selection.content()).dom.innerHTML;
  if (desk.chance.percent(70)) draft.typed(draft.editor.tr.deleteSelection());
  const to = goSomewhere(desk);
  view.pasteHTML(html, new ClipboardEvent("paste"));
  return `${from} to ${to}`;
}

function move({ draft, chance }: Desk): string {
  const { sections } = draft.answer;
  const heading = chance.of(sections)?.block;
  if (heading === undefined) return "nothing";
  const place = chance.percent(50)
    ? chance.of(places(sections, heading))
    : past(sections, heading, chance.percent(50) ? 1 : -1);
  if (place) draft.moveSection(heading, place.before);
  return `${heading} before ${place?.before}`;
}

function level({ draft, chance }: Desk): string {
  const heading = chance.of(draft.answer.sections)?.block;
  const by = chance.percent(50) ? 1 : -1;
  if (heading !== undefined) draft.levelSection(heading, by);
  return `${heading} by ${by}`;
}

function takeOut({ draft, chance }: Desk): string {
  // The smaller, so that something is left.
  const small = draft.answer.sections.filter((one) => one.end - one.start <= 4);
  const heading = chance.of(small)?.block;
  if (heading !== undefined) draft.removeSection(heading);
  return String(heading);
}

function join({ draft, chance }: Desk): string {
  const heading = chance.of(draft.answer.sections)?.block;
  if (heading !== undefined) draft.joinSection(heading);
  return String(heading);
}

function split(desk: Desk): string {
  const where = goSomewhere(desk);
  const level = 1 + desk.chance.below(4);
  desk.draft.splitSection(level);
  return `${level} at ${where}`;
}

function setLevel(desk: Desk): string {
  const where = desk.chance.percent(70) ? goSomewhere(desk) : chooseSomething(desk);
  const level = desk.chance.below(5) as 0 | 1 | 2 | 3 | 4;
  desk.draft.setLevel(level);
  return `${level} at ${where}`;
}

async function takeOver(desk: Desk): Promise<string> {
  const { draft, chance, sources } = desk;
  const where = goSomewhere(desk);
  const document = chance.of(sources)!;
  const section = chance.of(document.answer.sections.filter((one) => one.end - one.start <= 12))?.block;
  const block = chance.of(document.answer.blocks)!.block;
  const extent = chance.percent(50) && section !== undefined ? { section } : { passage: block };
  const source: Source = { document: document.id, extent };
  if (chance.percent(30)) await draft.exchange(source);
  else await draft.takeOver(source);
  return `${JSON.stringify(source)} at ${where}`;
}

async function fill({ draft, chance }: Desk): Promise<string> {
  const field = chance.of(draft.fields)?.field.id;
  const value = chance.of(VALUES)!;
  const fits = field !== undefined && (await draft.fill(field, value));
  return `${field} with “${value}”: ${fits}`;
}

async function editField({ draft, chance }: Desk): Promise<string> {
  const field = chance.of(draft.fields)?.field.id;
  const other = chance.of(draft.fields)?.field.id;
  if (field === undefined || other === undefined) return "nothing";
  const slots = draft.slotsOf(field);
  const edit = chance.of<FieldEdit>([
    { rename: { field, label: chance.of(["县名", "增幅", " ", "总投资"])! } },
    { merge: { kept: field, other } },
    { split: { slots: slots.slice(0, 1 + chance.below(slots.length)) } },
    { kind: { field, kind: chance.of(["percent", "place", "text"] as const)! } },
  ])!;
  return `${JSON.stringify(edit)}${await orRefused(draft.editFields([edit]))}`;
}

function replace({ draft, chance }: Desk): string {
  const text = draft.editor.doc.textBetween(0, draft.editor.doc.content.size, "\n");
  const letters = [...text].filter((letter) => letter.trim() !== "");
  const at = chance.below(letters.length + 1);
  const words = letters.slice(at, at + 1 + chance.below(2)).join("");
  const put = chance.of(["", "促", "发展"])!;
  const all = chance.percent(50);
  draft.seek({ words, put });
  if (!all) draft.toSought(1);
  draft.putSought(all);
  draft.seek({ words: "", put: "" });
  return `“${words}” by “${put}”${all ? ", all" : ""}`;
}

async function takeFix({ draft, chance }: Desk): Promise<string> {
  const findings = draft.checking.findings.filter((one) => one.suggestion !== null);
  const finding = chance.of(findings);
  if (!finding) return "nothing";
  return `${finding.check} ${finding.quote.text}${await orRefused(draft.takeFixes([finding]))}`;
}

/** What was changed meanwhile, or can't be, is refused: that is an answer, too. */
async function orRefused(done: Promise<void>): Promise<string> {
  try {
    await done;
    return "";
  } catch (error) {
    if (error instanceof Refused) return ` refused: ${error.failure.message.en}`;
    throw error;
  }
}

function times(n: number, act: () => void): string {
  for (let nth = 0; nth < n; nth++) act();
  return String(n);
}

/** Puts the cursor somewhere. */
function goSomewhere({ draft, chance }: Desk): string {
  const { doc } = draft.editor;
  const block = chance.of(doc.children)!;
  const start = doc.children
    .slice(0, doc.children.indexOf(block))
    .reduce((sum, one) => sum + one.nodeSize, 1);
  // The ends of a block are where it is interesting.
  const inner = chance.of([0, block.content.size, chance.below(block.content.size + 1)])!;
  const place = betweenCharacters(doc, start + inner);
  choose(draft, draft.editor.tr.setSelection(TextSelection.near(doc.resolve(place))));
  return `${draft.editor.selection.head} in ${block.type.name} ${blockAttrs(block).id}`;
}

/** Chooses some words, some blocks, a chip, or everything. */
function chooseSomething({ draft, chance }: Desk): string {
  const { doc, tr } = draft.editor;
  const chips: number[] = [];
  doc.descendants((node, place) => void (node.type === nodes.slot && chips.push(place)));
  const chip = chance.of(chips);
  let selection: Selection;
  if (chance.percent(2)) selection = new AllSelection(doc);
  else if (chip !== undefined && chance.percent(15)) selection = NodeSelection.create(doc, chip);
  else {
    const start = chance.below(doc.content.size);
    const end = Math.min(start + 1 + chance.below(chance.percent(30) ? 120 : 12), doc.content.size);
    const [from, to] = [betweenCharacters(doc, start), betweenCharacters(doc, end)];
    selection = TextSelection.between(doc.resolve(from), doc.resolve(to));
  }
  choose(draft, tr.setSelection(selection));
  return `${draft.editor.selection.from}–${draft.editor.selection.to}`;
}

/** Where a cursor can stand: not within the two units of one character. */
function betweenCharacters(doc: Node, place: number): number {
  const { textOffset, nodeBefore, nodeAfter } = doc.resolve(place);
  if (textOffset === 0) return place;
  const around = `${nodeBefore!.text!.at(-1)}${nodeAfter!.text![0]}`;
  return [...around].length === 1 ? place - 1 : place;
}

function choose(draft: OpenDocument, transaction: Transaction): void {
  draft.dispatch(transaction);
}
