// Pinyin whose letters stand in the text while they are composed, as WebKit has it on a Mac: the
// same page in WebKit's own browser, where that is not switched off as it is in the window.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { serve } from "./page";
import { Pinyin } from "./pinyin";
import { Window } from "./window";

const desk = new Desk();
let served: { address: string; close: () => void };
let window: Window;
let pinyin: Pinyin;

beforeAll(async () => {
  served = await serve(true);
  pinyin = await Pinyin.start(desk);
  window = await Window.browse(desk, pinyin.environment, served.address);
});
afterAll(async () => {
  pinyin.stop();
  await window.kill();
  served.close();
  desk.clear();
});

afterEach((story) => window.shotIfFailed(story));

const LETTERS = [..."gongzuo"];

/** Puts the cursor at the end of a block. */
async function into(block: string): Promise<void> {
  pinyin.off();
  await (await window.find(`.ProseMirror > ${block}`)).click();
  await window.press("End");
  await window.frames();
}

/** Longer than numbers, findings and the save wait for a pause. */
const pause = () => new Promise((resolve) => setTimeout(resolve, 1_200));

/** What the lines before, with and behind the cursor are and how they begin. */
function around(): Promise<string[]> {
  return window.run(
    `const at = getSelection().anchorNode;
     const here = (at?.closest ? at : at?.parentElement)?.closest(".ProseMirror > *");
     return [here?.previousElementSibling, here, here?.nextElementSibling].map((one) =>
       one ? one.localName + " " + one.textContent.slice(0, 8) : "-")`,
  );
}

async function untilAround(...wanted: string[]): Promise<void> {
  await window
    .until(async () => (await around()).join("|") === wanted.join("|"), wanted.join("|"))
    .catch(async () => expect(await around()).toEqual(wanted));
}

/** What the page asked the program for, as one text. */
function asked(command: string): Promise<string> {
  return window.run(
    "return JSON.stringify(window.asked.filter((one) => one.command === arguments[0]))",
    command,
  );
}

/** Types letters, and waits with them in the text until all that waits for a pause has come due. */
async function compose(): Promise<void> {
  await pinyin.on();
  pinyin.keys(...LETTERS);
  await pinyin.candidates();
  await pause();
}

test("an empty line takes a paragraph, and nothing is drawn or saved of its letters", async () => {
  await into(".salutation");
  await window.press("Enter");
  await untilAround("p 同志们：", "p ", "p 今天召开县政府全");
  await compose();
  await untilAround("p 同志们：", "p gong zuo", "p 今天召开县政府全");
  pinyin.keys("space");
  await untilAround("p 同志们：", "p 工作", "p 今天召开县政府全");
  await pinyin.word("nihao");
  await untilAround("p 同志们：", "p 工作你好", "p 今天召开县政府全");
  await pause();
  for (const command of ["save_draft", "check", "answer"]) {
    const text = await asked(command);
    expect(text, command).toContain("工作你好");
    expect(text, command).not.toContain("gong");
  }
});

test("so does an empty heading, and keys that follow quickly are not lost", async () => {
  pinyin.keys("Return");
  await untilAround("p 工作你好", "p ", "p 今天召开县政府全");
  pinyin.off();
  await window.press("Ctrl+1");
  await untilAround("p 工作你好", "h2 ", "p 今天召开县政府全");
  await compose();
  await untilAround("p 工作你好", "h2 gong zuo", "p 今天召开县政府全");
  await window.shot("composing-a-heading");
  pinyin.keys("space", "Tab");
  await untilAround("p 工作你好", "h3 工作", "p 今天召开县政府全");
  await pinyin.word("nihao");
  pinyin.keys("BackSpace");
  await untilAround("p 工作你好", "h3 工作你", "p 今天召开县政府全");
  pinyin.keys(...LETTERS);
  await pinyin.candidates();
  pinyin.keys("space", "Return");
  await untilAround("h3 工作你工作", "p ", "p 今天召开县政府全");
});

test("Enter ends a composition with its letters and begins no line", async () => {
  await compose();
  pinyin.keys("Return");
  await untilAround("h3 工作你工作", "p gongzuo", "p 今天召开县政府全");
  await pause();
  await untilAround("h3 工作你工作", "p gongzuo", "p 今天召开县政府全");
});

test("what was chosen over two lines gives way", async () => {
  pinyin.off();
  await window.press("Shift+↑", "Shift+Home");
  await compose();
  pinyin.keys("space");
  await untilAround("p 工作你好", "h3 工作", "p 今天召开县政府全");
});

test("before and behind a chip, nothing is lost or doubled", async () => {
  const text = () =>
    window.run<string>(
      "return document.querySelector('.ProseMirror .slot').closest('.ProseMirror > *').textContent",
    );
  const label = await window.text(".ProseMirror .slot");
  for (const [side, words] of [
    ["setStartAfter", `${label}工作`],
    ["setStartBefore", `工作${label}工作`],
  ] as const) {
    const before = await text();
    pinyin.off();
    await window.run(
      `document.querySelector(".ProseMirror").focus();
       const range = document.createRange();
       range[arguments[0]](document.querySelector(".ProseMirror .slot"));
       getSelection().removeAllRanges();
       getSelection().addRange(range);`,
      side,
    );
    await window.frames();
    await compose();
    pinyin.keys("space");
    await window.until(async () => (await text()).includes(words), words);
    expect((await text()).length).toBe(before.length + 2);
  }
});

test("the search box, a field and the palette take what was committed", async () => {
  pinyin.off();
  // Ctrl+F is the browser's own.
  await (await window.find("search input")).click();
  await compose();
  expect(await asked("search")).toBe("[]");
  pinyin.keys("space");
  await window.until(async () => (await asked("search")).includes("工作"), "a search");
  pinyin.off();
  await window.press("Ctrl+A", "Delete");
  await window.go("Ctrl+Shift+F", "aside.right input");
  await compose();
  expect(await asked("fill")).toBe("[]");
  pinyin.keys("space");
  await window.until(async () => (await asked("fill")).includes("工作"), "a value");
  pinyin.off();
  await window.press("Ctrl+K");
  await window.find("dialog[open] input");
  await pinyin.on();
  await pinyin.word("shezhi");
  await window.until(async () => (await window.text("dialog[open] [role=option]")).includes("设置"), "设置");
});
