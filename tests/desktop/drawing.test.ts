// What is drawn of the text and does not stand in it is where it belongs, also after the text around
// it has changed: a run-in heading and what goes on from it share a line, a note stands beside the
// words that it is about.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { Window } from "./window";

const SPEECH = `在全县防汛工作会议上的讲话
同志们：
今天召开这次会议，主要是安排防汛工作。下面，我讲三点意见。
一、提高认识
（一）守住底线。各镇要压实责任，把每一处隐患看住，把每一户群众安置好，一刻也不能放松。
（二）抓好落实。各部门要密切配合，把物资备足，把队伍练好，随时能够拉得出、顶得上。
二、狠抓落实
各单位要一件一件抓落实。
`;

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", desk.file("防汛讲话.txt", SPEECH));
  desk.tell("draft", "new", "--from", desk.ask("list")[0].id, "--date", "2026-06-01");
  window = await Window.onDesk(desk);
  await (await window.find("aside.left [role=option]")).click();
  await window.press("Enter");
  await window.until(() => window.exists(".ProseMirror[contenteditable=true] .run-on"), "the draft");
  await window.until(() => window.exists(".notes .error"), "a note");
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** Puts the cursor at the end of the element, by the sheet's own eyes. */
async function toEnd(selector: string): Promise<void> {
  await window.run(
    `const element = document.querySelector(arguments[0]);
     element.closest(".ProseMirror").focus();
     const range = document.createRange();
     range.selectNodeContents(element);
     range.collapse(false);
     getSelection().removeAllRanges();
     getSelection().addRange(range);`,
    selector,
  );
}

type Seam = { heading: { top: number; right: number }; goesOn: { top: number; left: number } };

/** Where the first run-in heading ends, and where its paragraph begins, in pixels. */
function seam(): Promise<Seam> {
  return window.run(
    `const texts = (element) => {
       const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
       const all = [];
       while (walker.nextNode()) all.push(walker.currentNode);
       return all;
     };
     const box = (text, at) => {
       const range = document.createRange();
       range.setStart(text, at);
       range.setEnd(text, at + 1);
       return range.getBoundingClientRect();
     };
     const last = texts(document.querySelector(".run-in")).at(-1);
     const heading = box(last, last.length - 1);
     const goesOn = box(texts(document.querySelector(".run-on"))[0], 0);
     return {
       heading: { top: heading.top, right: heading.right },
       goesOn: { top: goesOn.top, left: goesOn.left },
     };`,
  );
}

function isOneLine({ heading, goesOn }: Seam): boolean {
  return Math.abs(heading.top - goesOn.top) < 4 && Math.abs(heading.right - goesOn.left) < 4;
}

/** How far the note about 三点意见 is from the line with these words, in pixels. */
function besides(): Promise<number> {
  return window.run(
    `const mark = document.querySelector(".finding.error");
     const line = mark.getClientRects()[0];
     const note = document.querySelector(".notes .error").getBoundingClientRect();
     return note.top - line.top;`,
  );
}

test("a run-in heading and its paragraph share a line, also while the heading is written", async () => {
  expect(isOneLine(await seam())).toBe(true);
  const before = await seam();
  await toEnd(".run-in");
  await window.type("守牢红线。");
  await window.frames();
  const after = await seam();
  expect(after.heading.right).toBeGreaterThan(before.heading.right + 20);
  expect(isOneLine(after)).toBe(true);
});

test("the sheet gets larger, and the lines stay whole", async () => {
  await window.press("Ctrl+=");
  await window.frames();
  await window.frames();
  expect(isOneLine(await seam())).toBe(true);
  await window.press("Ctrl+-");
  await window.frames();
  await window.frames();
  expect(isOneLine(await seam())).toBe(true);
});

test("where nothing more fits into the line the paragraph begins one of its own", async () => {
  await toEnd(".run-in");
  let { heading } = await seam();
  const edge = await window.run<number>(
    `const box = document.querySelector(".run-in").getBoundingClientRect();
     return box.right;`,
  );
  const size = await window.run<number>(
    `return parseFloat(getComputedStyle(document.querySelector(".ProseMirror")).fontSize)`,
  );
  while (heading.right < edge - size) {
    await window.type("严");
    await window.frames();
    ({ heading } = await seam());
  }
  const full = await seam();
  expect(full.goesOn.top).toBeGreaterThan(full.heading.top + 10);
  await window.press("Backspace", "Backspace", "Backspace");
  await window.frames();
  expect(isOneLine(await seam())).toBe(true);
});

test("a note stays beside its words when lines come above it", async () => {
  const before = await besides();
  expect(Math.abs(before)).toBeLessThan(16);
  await toEnd(".salutation");
  await window.press("Enter");
  await window.type(
    "大家好！今年的汛期来得比往年早，雨量也比往年大，大家辛苦了，我代表县委、县政府向大家问好！",
  );
  await window.until(async () => Math.abs((await besides()) - before) < 3, "the note beside its words");
  // And when the words are pushed into another line.
  await window.press("↓", "Home");
  await window.type("又是一年汛期到，全县各级都要行动起来。这项工作事关全局，来不得半点马虎。");
  await window.until(async () => Math.abs((await besides()) - before) < 3, "the note beside its words again");
});
