// A section is moved, raised, lowered, joined, parted and taken out, by keys, buttons and mouse;
// what the text says of its parts and how many there are is proposed beside the line, taken by
// key and mouse, and each of it is undone.
import type { WebElement } from "selenium-webdriver";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { Window } from "./window";

const SPEECH = `在全县工作会议上的讲话
同志们：
下面，我讲三点意见：
一、提高认识
要按照后面第三部分讲的去做。
二、加强领导
（一）压实责任。一级抓一级。
（二）强化督查。督查要常态化。
三、狠抓落实
落实要到底。
同志们，让我们一起干！
`;
const START = "一、提高认识 二、加强领导 （一）压实责任。 （二）强化督查。 三、狠抓落实";
const MOVED = "一、提高认识 二、狠抓落实 三、加强领导 （一）压实责任。 （二）强化督查。";
const RAISED = "一、提高认识 二、加强领导 （一）压实责任。 三、强化督查。 四、狠抓落实";

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", desk.file("去年.txt", SPEECH));
  const [speech] = desk.ask("list", "--kind", "speech");
  desk.tell("draft", "new", "--from", speech.id);
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

async function outline(): Promise<string> {
  const rows = await window.run<string[]>(
    "return [...document.querySelectorAll('[role=treeitem] .text')].map((row) => row.textContent.trim())",
  );
  return rows.join(" ");
}

/** Waits until the outline reads so; the sheet has the same headings in the same order. */
async function untilOutline(wanted: string): Promise<void> {
  await window
    .until(async () => (await outline()) === wanted, wanted)
    .catch(async () => expect(await outline()).toBe(wanted));
  const headings = await window.run<string[]>(
    `return [...document.querySelectorAll(".ProseMirror .heading")].map((one) => one.dataset.numeral + one.textContent)`,
  );
  expect(headings.join(" ")).toBe(wanted);
}

/** Puts the keys on a line of the outline. */
async function onSection(words: string): Promise<void> {
  await window.go("Ctrl+Shift+L", "[role=tree]");
  await window.click(words, "[role=tree]");
  await window.until(
    async () => (await window.text("[role=tree] .active .text")).includes(words.slice(2)),
    `the keys on ${words}`,
  );
}

async function untilUndone(): Promise<void> {
  await window.press("Ctrl+Z");
  await untilOutline(START);
}

/** Does what the palette has under such words. */
async function byPalette(words: string): Promise<void> {
  await window.press("Ctrl+K");
  await window.find("dialog[open] input");
  await window.type(words);
  await window.until(async () => (await window.text("dialog[open] [role=option]")).includes(words), words);
  await window.press("Enter");
}

/** Goes from finding to finding until the one with such words is in hand. */
async function toFinding(words: string): Promise<void> {
  await window.press("Ctrl+Shift+H");
  await window.until(async () => {
    await window.press("F8");
    return (await window.text("aside.right .held .what")).startsWith(words);
  }, `${words} in hand`);
}

async function clickNote(words: string): Promise<void> {
  const notes = "return [...document.querySelectorAll('.notes .note')]";
  const note = await window.run<WebElement>(
    `${notes}.find((one) => one.textContent === arguments[0])`,
    words,
  );
  await note.click();
}

const noted = () => window.text(".notes");
const untilNoted = (words: string) => window.until(async () => (await noted()).includes(words), words);
const untilNotNoted = (words: string) =>
  window.until(async () => !(await noted()).includes(words), `no note ${words}`);

test.each([
  ["三、狠抓落实", "Alt+↑", "上移", MOVED],
  ["二、加强领导", "Alt+↓", "下移", MOVED],
  ["（二）强化督查", "Alt+←", "升一级", RAISED],
  [
    "三、狠抓落实",
    "Alt+→",
    "降一级",
    "一、提高认识 二、加强领导 （一）压实责任。 （二）强化督查。 （三）狠抓落实",
  ],
  ["三、狠抓落实", "Delete", "删去这一节", "一、提高认识 二、加强领导 （一）压实责任。 （二）强化督查。"],
])("%s: %s and “%s” do the same, and are undone", async (section, key, button, wanted) => {
  await onSection(section);
  await window.press(key);
  await untilOutline(wanted);
  await untilUndone();
  await onSection(section);
  await window.click(button, "aside.right");
  await untilOutline(wanted);
  await untilUndone();
});

test("a section is joined to the one before, and begun where the cursor is", async () => {
  const joined = "一、提高认识 二、加强领导 （一）压实责任。 （二）强化督查。";
  const ways: (() => Promise<void>)[] = [
    () => window.press("Backspace"),
    () => window.click("并入上一节", "aside.right"),
    () => byPalette("并入上一节"),
  ];
  for (const join of ways) {
    await onSection("三、狠抓落实");
    await join();
    await untilOutline(joined);
    expect(await window.lines()).toContain("狠抓落实");
    await untilUndone();
  }
  await onSection("三、狠抓落实");
  await byPalette("删去这一节");
  await untilOutline(joined);
  expect(await window.lines()).not.toContain("落实要到底。");
  await untilUndone();
  await (await window.find(".ProseMirror > p:nth-last-child(2)")).click();
  await window.press("Home", "Ctrl+Shift+Enter");
  await window.type("严格奖惩");
  await untilOutline(`${START} 四、严格奖惩`);
  expect((await window.lines()).at(-2)).toBe("落实要到底。");
  // The words, as slowly as they were typed, and then the heading.
  await window.until(async () => {
    await window.press("Ctrl+Z");
    return (await window.driver.findElements({ css: ".ProseMirror .heading" })).length === 5;
  }, "the text as it was");
  await untilOutline(START);
});

test("a section is dragged to where it is let go", async () => {
  await window.go("Ctrl+Shift+L", "[role=tree]");
  const rows = await window.driver.findElements({ css: "[role=treeitem]" });
  const actions = window.driver.actions({ async: true });
  await actions
    .move({ origin: rows[4]! })
    .press()
    .move({ origin: rows[4]!, y: -6 })
    .move({ origin: rows[1]!, y: -6, duration: 200 })
    .release()
    .perform();
  await untilOutline(MOVED);
  await untilUndone();
});

test("a part that was moved is called by its new number: proposed, taken by key and by mouse", async () => {
  await onSection("三、狠抓落实");
  await window.press("Alt+↑");
  await untilOutline(MOVED);
  await untilNoted("应为第二部分");
  await window.shot("cross-reference");
  await toFinding("第三部分");
  await window.press("Alt+Enter");
  await window.untilLine("要按照后面第二部分讲的去做。");
  await untilNotNoted("第二部分");
  await window.press("Ctrl+Z");
  await window.untilLine("要按照后面第三部分讲的去做。");
  await untilNoted("应为第二部分");
  await clickNote("应为第二部分");
  await window.click("改成“第二部分”", "aside.right .held");
  await window.untilLine("要按照后面第二部分讲的去做。");
  await untilNotNoted("第二部分");
  await window.press("Ctrl+Z");
  await window.untilLine("要按照后面第三部分讲的去做。");
  await window.press("Ctrl+Shift+L");
  await untilUndone();
  await untilNotNoted("部分");
});

test("how many parts there are is counted anew: proposed, taken by key and by mouse", async () => {
  await onSection("（二）强化督查");
  await window.press("Alt+←");
  await untilOutline(RAISED);
  await untilNoted("应为四点意见");
  await window.shot("count-claim");
  await toFinding("三点意见");
  await window.press("Alt+Enter");
  await window.untilLine("下面，我讲四点意见：");
  await untilNotNoted("四点意见");
  await window.press("Ctrl+Z");
  await window.untilLine("下面，我讲三点意见：");
  await untilNoted("应为四点意见");
  await clickNote("应为四点意见");
  await window.click("改成“四点意见”", "aside.right .held");
  await window.untilLine("下面，我讲四点意见：");
  await window.press("Ctrl+Z");
  await window.untilLine("下面，我讲三点意见：");
  await window.press("Ctrl+Shift+L");
  await untilUndone();
  await untilNotNoted("四点意见");
});
