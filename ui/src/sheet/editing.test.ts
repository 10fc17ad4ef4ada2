// Ids, keys and the clipboard, on the editor itself.
import { undo } from "prosemirror-history";
import { EditorState, NodeSelection, TextSelection } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Answer, Block, BlockKind, Field, Inline } from "../bindings";
import { toDoc, toSpeech } from "./convert";
import { fromText } from "./clipboard";
import { setLevel } from "./keys";
import { plugins } from "./plugins";

const answer: Answer = {
  blocks: [],
  sections: [],
  fields: [],
  characters: 0,
  tenths: 0,
  sources: [],
  own: 100,
};
const fields: Field[] = [{ id: 1, kind: "percent", label: "增幅", unit: "%", value: null }];
const slot: Inline = { slot: { field: 1, as_written: "X" } };

let view: EditorView;
afterEach(() => view.destroy());

/**
 * `标题|正文` with the cursor at `|`; `h:` begins a heading, `r:` one that runs in, `t:` a title, `b:`
 * a row of a table.
 */
function write(...lines: (string | [string, ...Inline[]])[]): void {
  let cursor = 1;
  const kinds: Record<string, BlockKind> = {
    "h:": { heading: { level: 1, run_in: false } },
    "r:": { heading: { level: 2, run_in: true } },
    "t:": "title",
    "b:": "table",
  };
  let place = 0;
  const blocks = lines.map((line, idx): Block => {
    const [words, ...inlines] = typeof line === "string" ? [line] : line;
    const kind = kinds[words.slice(0, 2)];
    const marked = kind ? words.slice(2) : words;
    const text = marked.replace("|", "");
    if (marked.includes("|")) cursor = place + 1 + marked.indexOf("|");
    place += text.length + inlines.length + 2;
    const numeral = typeof kind === "object" ? "computed" : null;
    const words_: Inline[] = text ? [{ text: { text, strong: false } }] : [];
    return {
      id: idx + 1,
      kind: kind ?? "paragraph",
      numeral,
      inlines: [...words_, ...inlines],
      origin: null,
    };
  });
  let state: EditorState;
  const host = {
    id: "d1",
    editable: false,
    answer,
    state: () => state,
    paste: () => {},
    chooseField: () => {},
    chooseFinding: () => {},
    say: () => "",
  };
  const doc = toDoc({ version: 1, blocks, fields }, false);
  state = EditorState.create({ doc, plugins: plugins(host), selection: TextSelection.create(doc, cursor) });
  view = new EditorView(document.body.appendChild(document.createElement("div")), {
    state,
    dispatchTransaction(transaction) {
      state = view.state.apply(transaction);
      view.updateState(state);
    },
  });
}

/** What stands there now, a block a string: `h2 词`. */
function read(): string[] {
  return view.state.doc.children.map((node) => {
    const kind = node.type.name === "heading" ? (node.attrs.runIn ? "r" : "h") : node.type.name[0];
    return `${kind}${node.attrs.id} ${node.textContent}`;
  });
}

function press(key: string, init: KeyboardEventInit & { keyCode?: number } = {}): boolean {
  const event = new KeyboardEvent("keydown", { key, ...init });
  if (init.keyCode) Object.defineProperty(event, "keyCode", { value: init.keyCode });
  return view.someProp("handleKeyDown", (handle) => handle(view, event)) ?? false;
}

beforeEach(() => document.body.replaceChildren());

describe("Enter", () => {
  it("goes on as a paragraph after a heading and after the title", () => {
    write("h:提高认识|");
    press("Enter");
    expect(read()).toEqual(["h1 提高认识", "p2 "]);
    view.destroy();
    write("t:讲话|", "好");
    press("Enter");
    expect(read()).toEqual(["t1 讲话", "p3 ", "p2 好"]);
  });

  it("after the title goes to the line that waits there", () => {
    write("t:讲话|");
    press("Enter");
    expect(read()).toEqual(["t1 讲话", "p2 "]);
    expect(view.state.selection.$from.parent.attrs.id).toBe(2);
  });

  it("leaves the first part its id, wherever the block is split", () => {
    write("h:提高|认识", "好");
    press("Enter");
    expect(read()).toEqual(["h1 提高", "p3 认识", "p2 好"]);
  });

  it("before the first word makes room above, and the words keep their block", () => {
    write("h:|提高认识");
    press("Enter");
    expect(read()).toEqual(["p2 ", "h1 提高认识"]);
  });

  it("takes a run-in line apart at its seam, and within its heading", () => {
    write("r:守住底线。", "|各镇要");
    press("Enter");
    expect(read()).toEqual(["h1 守住底线。", "p2 各镇要"]);
    view.destroy();
    write("r:守住|底线。", "各镇要");
    press("Enter");
    expect(read()).toEqual(["h1 守住", "p2 底线。各镇要"]);
    expect(view.state.selection.$from.parentOffset).toBe(0);
    expect(view.state.selection.$from.parent.attrs.id).toBe(2);
  });

  it("is the input method's while that composes", () => {
    write("h:提高认识|");
    expect(press("Enter", { isComposing: true })).toBe(false);
    expect(press("Enter", { keyCode: 229 })).toBe(false);
    expect(read()).toEqual(["h1 提高认识"]);
  });
});

describe("Backspace", () => {
  it("makes a heading a paragraph first, and joins then", () => {
    write("好", "h:|提高认识");
    press("Backspace");
    expect(read()).toEqual(["p1 好", "p2 提高认识"]);
    press("Backspace");
    expect(read()).toEqual(["p1 好提高认识"]);
  });

  it("takes an empty line away without a change to what follows", () => {
    write("h:", "|好");
    press("Backspace");
    expect(read()).toEqual(["p2 好"]);
  });

  it("takes the character before, also over the seam of a run-in line", () => {
    write("r:守住𠮷", "|各镇要");
    press("Backspace");
    expect(read()).toEqual(["r1 守住", "p2 各镇要"]);
  });

  it("selects a chip first, and deletes it then", () => {
    write(["增长", slot]);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 4)));
    press("Backspace");
    expect(view.state.selection).toBeInstanceOf(NodeSelection);
    press("Backspace");
    expect(toSpeech(view.state.doc).blocks[0]!.inlines).toEqual([{ text: { text: "增长", strong: false } }]);
  });
});

describe("at the border of", () => {
  /** What stands where the cursor is, before and behind it. */
  const cursor = () => {
    const { $from, $to } = view.state.selection;
    const words = $from.parent.textContent;
    return `${words.slice(0, $from.parentOffset)}|${words.slice($from.parentOffset, $to.parentOffset)}|${words.slice($to.parentOffset)}`;
  };

  // What is pressed where, what stands there then, and what is chosen in the line with the cursor.
  it.each<[string, string, string[], string[], string?]>([
    ["an empty heading", "Enter", ["好", "h:|"], ["p1 好", "p2 "]],
    ["a heading, at its end", "Delete", ["h:提高|", "认识"], ["h1 提高认识"]],
    ["a heading, behind it", "Backspace", ["h:提高", "|认识"], ["h1 提高认识"]],
    ["the title, within", "Enter", ["t:在会上|的讲话", "好"], ["t1 在会上", "t3 的讲话", "p2 好"]],
    ["the title, behind it", "Backspace", ["t:讲话", "|好"], ["t1 讲话好"]],
    ["a row, at its end", "Enter", ["b:镇\t户数|", "好"], ["t1 镇\t户数", "t3 \t", "p2 好"], "||\t"],
    ["a row, within", "Enter", ["b:镇\t户|数", "好"], ["t1 镇\t户数", "t3 \t", "p2 好"], "||\t"],
    ["a row, at its start", "Enter", ["b:|镇\t户数"], ["t2 \t", "t1 镇\t户数"], "||镇\t户数"],
    ["an empty row", "Enter", ["b:镇\t户数", "b:|\t"], ["t1 镇\t户数", "p2 "]],
    [
      "a row, at its start",
      "Backspace",
      ["b:镇\t户数", "b:|甲\t3"],
      ["t1 镇\t户数", "t2 甲\t3"],
      "镇\t户数||",
    ],
    ["a row, behind the table", "Backspace", ["b:镇\t户数", "|好"], ["t1 镇\t户数", "p2 好"], "镇\t户数||"],
    ["an empty row", "Backspace", ["b:镇\t户数", "b:|\t"], ["t1 镇\t户数"], "镇\t户数||"],
    ["a row, below an empty line", "Backspace", ["", "b:|镇\t户数"], ["t2 镇\t户数"], "||镇\t户数"],
    ["a row, at its end", "Delete", ["b:镇\t户数|", "好"], ["t1 镇\t户数", "p2 好"], "||好"],
    ["a row, before the table", "Delete", ["好|", "b:镇\t户数"], ["p1 好", "t2 镇\t户数"], "||镇\t户数"],
    ["a cell", "Tab", ["b:|镇\t户数"], ["t1 镇\t户数"], "镇\t|户数|"],
    ["a row's last cell", "Tab", ["b:镇\t户|数", "b:甲\t3"], ["t1 镇\t户数", "t2 甲\t3"], "|甲|\t3"],
    ["the last cell", "Tab", ["b:镇\t户数|"], ["t1 镇\t户数", "t2 \t"], "||\t"],
    [
      "a row's first cell",
      "Shift+Tab",
      ["b:镇\t户数", "b:甲|\t3"],
      ["t1 镇\t户数", "t2 甲\t3"],
      "镇\t|户数|",
    ],
    ["the first cell", "Shift+Tab", ["b:镇|\t户数"], ["t1 镇\t户数"], "镇||\t户数"],
  ])("%s, %s", (_where, key, before, after, chosen) => {
    write(...before);
    const shiftKey = key.startsWith("Shift+");
    expect(press(key.replace("Shift+", ""), { shiftKey })).toBe(true);
    expect(read()).toEqual(after);
    if (chosen !== undefined) expect(cursor()).toBe(chosen);
  });

  it("a chip that Backspace has chosen, Enter leaves it", () => {
    write(["增长", slot]);
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, 4)));
    press("Backspace");
    press("Enter");
    expect(toSpeech(view.state.doc).blocks).toHaveLength(1);
    expect(toSpeech(view.state.doc).blocks[0]!.inlines).toContainEqual(slot);
    expect(view.state.selection).toBeInstanceOf(TextSelection);
  });
});

it("a heading's level changes and its block stays the same", () => {
  write("提高|认识");
  setLevel(2)(view.state, view.dispatch);
  expect(toSpeech(view.state.doc).blocks[0]).toMatchObject({
    id: 1,
    numeral: "computed",
    kind: { heading: { level: 2, run_in: false } },
  });
  setLevel(0)(view.state, view.dispatch);
  expect(toSpeech(view.state.doc).blocks[0]).toMatchObject({ id: 1, numeral: null, kind: "paragraph" });
});

describe("Tab", () => {
  const choose = (from: number, to: number) =>
    view.dispatch(view.state.tr.setSelection(TextSelection.create(view.state.doc, from, to)));
  const levels = () => view.state.doc.children.map((node) => (node.attrs.level as number | undefined) ?? 0);

  it("makes all chosen headings deeper in one step, with Shift higher", () => {
    write("h:甲", "r:乙。", "各镇要", "h:丙", "h:丁");
    choose(2, view.state.doc.content.size - 5);
    press("Tab");
    expect(levels()).toEqual([2, 3, 0, 2, 1]);
    expect(read()).toEqual(["h1 甲", "r2 乙。", "p3 各镇要", "h4 丙", "h5 丁"]);
    expect(undo(view.state, view.dispatch)).toBe(true);
    expect(levels()).toEqual([1, 2, 0, 1, 1]);
    press("Tab");
    press("Tab", { shiftKey: true });
    expect(levels()).toEqual([1, 2, 0, 1, 1]);
  });

  it("leaves them as they are where one can go no further", () => {
    write("h:甲", "r:乙。", "各镇要");
    choose(1, 6);
    expect(press("Tab", { shiftKey: true })).toBe(true);
    expect(levels()).toEqual([1, 2, 0]);
  });

  it("goes on where no heading is chosen", () => {
    write("h:甲", "各镇|要");
    expect(press("Tab")).toBe(false);
    expect(levels()).toEqual([1, 0]);
  });
});

describe("pasting", () => {
  it("makes each line a paragraph with an id of its own", () => {
    write("甲|乙");
    view.dispatch(view.state.tr.replaceSelection(fromText("　　一\r\n\r\n　　二\n")));
    expect(read()).toEqual(["p1 甲一", "p2 二乙"]);
  });

  it("runs no script and keeps no style of a page", () => {
    write("|");
    const html = `<style>p{}</style><h2 style="color:red" onclick="hack()">题</h2><script>hack()</script>甲<br>乙`;
    view.pasteHTML(html, new ClipboardEvent("paste"));
    expect(read()).toEqual(["p1 题", "p2 甲", "p3 乙"]);
    expect(view.dom.innerHTML).not.toMatch(/script|hack|color/);
  });

  it("keeps a slot where its field is, and its words where it is not", () => {
    write(["增长", slot], "|");
    const { state } = view;
    const copied = view.serializeForClipboard(state.doc.slice(1, 4)).dom.innerHTML;
    view.pasteHTML(copied, new ClipboardEvent("paste"));
    expect(toSpeech(view.state.doc).blocks[1]!.inlines).toContainEqual(slot);
    view.dispatch(view.state.tr.setDocAttribute("fields", []));
    view.pasteHTML(copied, new ClipboardEvent("paste"));
    expect(view.state.doc.lastChild!.textContent).toBe("增长X增长X");
    expect(toSpeech(view.state.doc).blocks[1]!.inlines.filter((inline) => inline.slot)).toHaveLength(1);
  });

  it("keeps what a copied block is, with an id of its own", () => {
    write("t:讲话", "h:提高认识", "好|");
    const { doc } = view.state;
    view.pasteHTML(
      view.serializeForClipboard(doc.slice(0, doc.content.size)).dom.innerHTML,
      new ClipboardEvent("paste"),
    );
    expect(read()).toEqual(["t1 讲话", "h2 提高认识", "p3 好", "t4 讲话", "h5 提高认识", "p6 好"]);
  });

  it("of nothing but blank lines puts nothing there", () => {
    write("一|二");
    view.dispatch(view.state.tr.replaceSelection(fromText("\n \r\n\n")));
    expect(read()).toEqual(["p1 一二"]);
  });

  it("of half a character is stored as what is drawn for it", () => {
    write("一|二");
    view.dispatch(view.state.tr.replaceSelection(fromText("\ud83d")));
    const [inline] = toSpeech(view.state.doc).blocks[0]!.inlines;
    expect(inline!.text!.text).toBe("一\ufffd二");
  });
});
