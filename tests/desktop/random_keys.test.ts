// Keys at random in the built window: after each, what is stored is what is shown, and undo leads
// back to where it began. LECTERN_SEED begins with another number. (editing.test.ts does a
// thousand steps of every kind with the page's own editor.)
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Chance } from "./chance";
import { Desk } from "./desk";
import { Window } from "./window";

const SEED = Number(process.env.LECTERN_SEED ?? 1);
const N_STEPS = 60;
const SPEECH = `在全县工作会议上的讲话
同志们：
下面，我讲两点意见：
一、提高认识
（一）看清形势。一是看差距，二是看潜力，三是看机遇。
（二）坚定信心。要按照后面第二部分讲的去做。
二、狠抓落实
落实要到底，一级抓一级。
同志们，让我们一起干！
`;

const desk = new Desk();
const chance = new Chance(SEED);
let window: Window;
let draft: string;

beforeAll(async () => {
  desk.tell("import", desk.file("讲话.txt", SPEECH));
  const [speech] = desk.ask("list", "--kind", "speech");
  desk.tell("draft", "new", "--from", speech.id);
  draft = desk.ask("list", "--kind", "draft")[0].id;
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

const STEPS: [weight: number, keys: string[]][] = [
  [4, ["Enter"]],
  [5, ["Backspace"]],
  [3, ["Delete"]],
  [2, ["Shift+→", "Shift+→", "Shift+→", "Delete"]],
  [2, ["Shift+↓", "Backspace"]],
  [2, ["Shift+↑", "Ctrl+X"]],
  [3, ["Ctrl+V"]],
  [2, ["Ctrl+1"]],
  [2, ["Ctrl+2"]],
  [1, ["Ctrl+4"]],
  [2, ["Ctrl+0"]],
  [2, ["Alt+↑"]],
  [2, ["Alt+↓"]],
  [1, ["Alt+Shift+→"]],
  [1, ["Alt+Shift+←"]],
  [1, ["Ctrl+Shift+Enter"]],
  [3, ["Ctrl+Z"]],
  [2, ["Ctrl+Shift+Z"]],
];
const WORDS = ["好", "一、", "（二）", "1.", "一是抓紧。二是抓好。", "重点项目，", "第三部分"];

/** Puts the cursor into a block, rather at its ends than within; says where. */
async function goSomewhere(): Promise<string> {
  return window.run(
    `const [where, within] = arguments;
     const blocks = document.querySelectorAll(".ProseMirror > *");
     const block = blocks[Math.floor(where * blocks.length)];
     document.querySelector(".ProseMirror").focus();
     const selection = getSelection();
     selection.selectAllChildren(block);
     if (within < 0.3) selection.collapseToStart();
     else selection.collapseToEnd();
     const letters = Math.floor((within - 0.6) * 2 * block.textContent.length);
     for (let nth = 0; within > 0.6 && nth < letters; nth++) selection.modify("move", "backward", "character");
     return block.className.split(" ")[0] + " " + block.textContent.slice(0, 6);`,
    chance.next(),
    chance.next(),
  );
}

async function doSomething(): Promise<string> {
  const where = await goSomewhere();
  await window.frames();
  if (chance.percent(30)) {
    const words = chance.of(WORDS)!;
    await window.type(words);
    return `“${words}” at ${where}`;
  }
  const all = STEPS.flatMap(([weight, keys]) => Array.from({ length: weight }, () => keys));
  const keys = chance.of(all)!;
  await window.press(...keys);
  return `${keys.join(" ")} at ${where}`;
}

/** All characters that are shown; lines that hold nothing are not stored. */
const shown = async () => (await window.lines()).join("").replace(/\s/g, "");
const stored = () => desk.ask("draft", "show", draft).text.replace(/\s/g, "");

test(`seed ${SEED}: ${N_STEPS} steps are stored as they are shown, and undone`, async () => {
  const done: string[] = [];
  const start = await shown();
  expect(stored()).toBe(start);
  try {
    for (let nth = 0; nth < N_STEPS; nth++) {
      done.push(await doSomething());
      await window.until(async () => stored() === (await shown()), "what is shown to be stored");
    }
    let still = 0;
    for (let before = ""; still < 3;) {
      await window.press("Ctrl+Z");
      const now = (await window.lines()).join("\n");
      still = now === before ? still + 1 : 0;
      before = now;
    }
    await window.until(async () => (await shown()) === start && stored() === start, "the start again");
  } catch (error) {
    console.log(`LECTERN_SEED=${SEED}: ${done.length} steps\n${done.join("\n")}`);
    expect(stored()).toBe(await shown());
    throw error;
  }
}, 300_000);
