// Pinyin through a real input method: nothing lost, nothing doubled, nothing begun by the
// Enter that ends a composition.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { Pinyin } from "./pinyin";
import { Window } from "./window";

const desk = new Desk();
let window: Window;
let pinyin: Pinyin;

beforeAll(async () => {
  desk.tell("import", SAMPLE);
  pinyin = await Pinyin.start(desk);
  window = await Window.onDesk(desk, pinyin.environment);
  await window.go("Ctrl+N", ".ProseMirror");
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  pinyin.stop();
  await window.kill();
  desk.clear();
});

/** The words of a line of the sheet, what is drawn left out. */
async function lineIs(nth: number, words: string): Promise<void> {
  await window
    .until(async () => (await window.lines())[nth] === words, `line ${nth} to be “${words}”`)
    .catch(async () => expect((await window.lines())[nth]).toBe(words));
}

test("into the title, a paragraph, and an empty heading", async () => {
  await (await window.find(".ProseMirror h1")).click();
  await pinyin.on();
  await pinyin.word("nihao");
  await lineIs(0, "你好");
  await pinyin.word("gongzuo");
  await lineIs(0, "你好工作");
  pinyin.keys("Return");
  await pinyin.word("zunjingde");
  await lineIs(1, "尊敬的");
  pinyin.keys("Return");
  await window.until(async () => (await window.lines()).length === 3, "a third line");
  await window.press("Ctrl+1");
  await window.until(() => window.exists(".ProseMirror h2"), "an empty heading");
  await pinyin.on();
  await pinyin.word("gongzuo");
  await lineIs(2, "一、工作");
});

test("Enter in a composition gives the letters and begins no line", async () => {
  pinyin.keys("Return");
  await window.until(async () => (await window.lines()).length === 4, "a fourth line");
  pinyin.keys(..."nihao");
  await pinyin.candidates();
  // Numbers, checks and the save come due while the letters are still open.
  await new Promise((resolve) => setTimeout(resolve, 1_200));
  pinyin.keys("Return");
  await lineIs(3, "nihao");
  expect((await window.lines()).length).toBe(4);
});

test("one undo takes back one commit, and what is saved is what is read", async () => {
  // What is typed in one breath is one step; a breath is half a second.
  await new Promise((resolve) => setTimeout(resolve, 700));
  await pinyin.word("gongzuo");
  await lineIs(3, "nihao工作");
  pinyin.off();
  await window.press("Ctrl+Z");
  await lineIs(3, "nihao");
  await window.saved();
  const [draft] = desk.ask("list", "--kind", "draft");
  expect(desk.ask("draft", "show", draft.id).text).toBe("你好工作\n尊敬的\n一、工作\nnihao");
});

test("before, behind and between chips", async () => {
  await window.search("力争存款达到");
  await window.press("Enter");
  await window.until(() => window.exists(".ProseMirror .slot"), "chips");
  const text = () =>
    window.run<string>(
      "return document.querySelector('.ProseMirror .slot').closest('.ProseMirror > *').textContent",
    );
  const label = await window.text(".ProseMirror .slot");
  const before = await text();
  for (const [side, words] of [
    ["setStartAfter", `${label}工作`],
    ["setStartBefore", `工作${label}`],
  ] as const) {
    pinyin.off();
    await window.run(
      `document.querySelector(".ProseMirror").focus();
       const range = document.createRange();
       range[arguments[0]](document.querySelector(".ProseMirror .slot"));
       document.getSelection().removeAllRanges();
       document.getSelection().addRange(range);`,
      side,
    );
    await window.frames();
    await pinyin.on();
    await new Promise((resolve) => setTimeout(resolve, 700));
    await pinyin.word("gongzuo");
    await window.until(async () => (await text()).includes(words), `“${words}”`);
    expect(await text()).toBe(before.replace(`超过${label}`, `超过${words}`));
    pinyin.off();
    await window.press("Ctrl+Z");
    await window.until(async () => (await text()) === before, "the line as it was");
  }
});

test("the search box looks for what was committed", async () => {
  await window.go("Ctrl+F", "search input");
  await window.press("Ctrl+A", "Delete");
  await pinyin.on();
  pinyin.keys(..."gongzuo");
  await pinyin.candidates();
  expect(await window.exists("[role=option] mark")).toBe(false);
  const lines = await window.lines();
  pinyin.keys("space");
  await window.until(async () => (await window.text("[role=option] mark")) === "工作", "passages");
  expect(await window.lines()).toEqual(lines);
  pinyin.off();
});

test("a field takes it, and the sheet shows it", async () => {
  await window.go("Ctrl+Shift+F", "aside.right input");
  await window.until(
    () => window.run("return document.activeElement.matches('aside.right input')"),
    "a field",
  );
  await pinyin.on();
  await pinyin.word("gongzuo");
  await window.until(
    () => window.run("return document.activeElement.value === '工作'"),
    "the words in the box",
  );
  pinyin.off();
  await window.press("Esc");
});

test("the palette narrows to it", async () => {
  await window.press("Ctrl+K");
  await window.find("dialog[open] input");
  await pinyin.on();
  await pinyin.word("shezhi");
  await window.until(async () => (await window.text("dialog[open] [role=option]")).includes("设置"), "设置");
  pinyin.off();
  await window.press("Esc");
});
