// 提词: the text in front runs past from the cursor, at the writer's rate and without a jerk;
// keys and clicker move it, and it leaves the draft as it was.
import { afterAll, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

/**
 * The renderer that the program takes without a graphics card. With the newer one each frame of
 * a window this large is drawn by the processor, and takes a sixth of a second.
 */
const OLDER = { WEBKIT_DISABLE_DMABUF_RENDERER: "1" };

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  window = await opened(desk, OLDER);
});
afterAll(async () => {
  await window.quit();
  desk.clear();
});

/** The window with a draft of the sample. */
async function opened(desk: Desk, renderer: NodeJS.ProcessEnv): Promise<Window> {
  desk.tell("set", "--rate", "200");
  desk.tell("import", SAMPLE);
  const window = await Window.onDesk(desk, renderer);
  await window.search("营商环境");
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists(".ProseMirror"), "the document");
  await window.press("Ctrl+D");
  await window.untilDraft();
  return window;
}

const place = () =>
  window.run<number>(
    "return -new DOMMatrix(getComputedStyle(document.querySelector('.prompter .roll')).transform).m42",
  );
/** The words that stand where the eye does. */
const read = () =>
  window.run<string>(
    `const eye = document.querySelector(".prompter .eye").getBoundingClientRect().top;
     const lines = [...document.querySelectorAll(".prompter .roll p")];
     return lines.find((line) => line.getBoundingClientRect().bottom > eye)?.textContent.trim() ?? "";`,
  );
const left = () => window.text(".prompter .left");

/** Waits until nothing moves. */
async function still(): Promise<number> {
  let before = NaN;
  return window
    .until(async () => {
      const now = await place();
      const rests = now === before;
      before = now;
      return rests ? { now } : null;
    }, "rest")
    .then(({ now }) => now);
}

test("it opens at the sentence with the cursor, held, at the writer's rate", async () => {
  await (await window.find(".ProseMirror h2")).click();
  const heading = (await window.text(".ProseMirror h2")).trim();
  await window.press("F5");
  await window.find(".prompter[open]");
  expect(await read()).toContain(heading);
  expect(await window.text(".prompter .rate")).toContain("200");
  expect(await left()).toMatch(/^还有 \d+:\d\d$/);
  const before = await still();
  await window.frames();
  expect(await place()).toBe(before);
});

test("it runs at the rate, and steadily: each frame is where its moment says", async () => {
  // Into a long paragraph, where the pace is that of full rows.
  await window.press("PageDown", "↓", "↓", "↓");
  await still();
  await window.press("Space");
  const seen = await window.driver.executeAsyncScript<[number, number][]>(
    `const done = arguments[0];
     const text = document.querySelector(".prompter .roll");
     const seen = [];
     const look = (now) => {
       seen.push([now, -new DOMMatrix(text.style.transform).m42]);
       if (now - seen[0][0] < 3000) requestAnimationFrame(look); else done(seen);
     };
     requestAnimationFrame(look);`,
  );
  await window.press("Space");
  const moves = seen
    .slice(1)
    .map(([now, at], nth) => ({ passed: now - seen[nth]![0], went: at - seen[nth]![1] }));
  const fine = moves.filter(({ passed }) => passed > 0 && passed < 1000);
  const rates = fine.map(({ passed, went }) => went / passed).sort((one, other) => one - other);
  const middle = rates[rates.length >> 1]!;
  const row = await window.run<number>(
    "return parseFloat(getComputedStyle(document.querySelector('.prompter .roll')).lineHeight)",
  );
  const rowCharacters = await window.run<number>(
    `const style = getComputedStyle(document.querySelector(".prompter .paragraph:not([hidden])"));
     return (parseFloat(style.width) - 2 * parseFloat(style.paddingLeft)) / parseFloat(style.fontSize);`,
  );
  const gaps = moves.map(({ passed }) => passed).sort((one, other) => one - other);
  console.log(
    `${seen.length} frames in 3 s; between two ${gaps[gaps.length >> 1]} ms, at the worst ${gaps.at(-1)} ms; ` +
      `${(middle * 1000).toFixed(2)} pixels a second`,
  );
  // 200 characters a minute; digits count less than their room, so a row may go a little faster.
  const wanted = ((row / rowCharacters) * 200) / 60_000;
  expect(middle / wanted).toBeGreaterThan(0.9);
  expect(middle / wanted).toBeLessThan(1.3);
  // A place is told in hundredths of a pixel.
  for (const { passed, went } of fine) {
    expect(Math.abs(went - middle * passed)).toBeLessThan(0.25 * middle * passed + 0.02);
  }
  const held = await place();
  await window.frames();
  expect(await place()).toBe(held);
});

test("keys and clicker: rows, paragraphs, the ends, slower and faster", async () => {
  await window.press("Home");
  expect(await still()).toBeLessThan(300);
  const begin = await place();
  await window.press("↓");
  const row = (await still()) - begin;
  expect(row).toBeGreaterThan(20);
  await window.press("↑");
  expect(Math.abs((await still()) - begin)).toBeLessThan(1);
  // A clicker's two keys go on and back by a paragraph, wherever one is.
  const before = await read();
  await window.press("PageDown", "PageDown");
  await still();
  const after = await read();
  expect(after).not.toBe(before);
  await window.press("PageUp", "PageUp");
  await still();
  expect(await read()).toBe(before);
  await window.press("End");
  await still();
  expect(await left()).toBe("还有 0:00");
  await window.press("Home");
  await still();
  const slow = await left();
  await window.press("→", "→");
  expect(await window.text(".prompter .rate")).toContain("220");
  expect(await left()).not.toBe(slow);
  await window.press("←");
  expect(await window.text(".prompter .rate")).toContain("210");
});

test("larger, mirrored, without pauses and notes; the place stays", async () => {
  const size = () =>
    window.run<number>(
      "return parseFloat(getComputedStyle(document.querySelector('.prompter .roll')).fontSize)",
    );
  await window.press("PageDown", "PageDown", "PageDown");
  await still();
  const [before, words] = [await size(), await read()];
  await window.press("=", "=");
  await window.until(async () => (await size()) > before, "larger");
  expect(await read()).toBe(words);
  await window.press("-", "-");
  expect(
    await window.run("return document.querySelectorAll('.prompter .long_pause').length"),
  ).toBeGreaterThan(10);
  await window.press("p", "n");
  const shown = (what: string) =>
    window.run<number>(
      `return [...document.querySelectorAll(".prompter ${what}")].filter((one) => one.checkVisibility()).length`,
    );
  await window.until(async () => (await shown(".long_pause")) + (await shown(".note")) === 0, "bare words");
  // Another width, other rows: the lines follow, and so does the place.
  const apart = () =>
    window.run<boolean>(
      `const lines = [...document.querySelectorAll(".prompter .roll p:not([hidden])")].map((one) => one.getBoundingClientRect());
       return lines.length > 1 && lines.every((line, nth) => nth === 0 || Math.abs(line.top - lines[nth - 1].bottom) < 1);`,
    );
  await window.size(1000, 768);
  await window.until(apart, "no line on another");
  expect(await read()).toBe(words);
  await window.size(1366, 768);
  await window.press("p", "n", "m");
  await window.until(() => window.exists(".prompter .mirrored"), "mirrored");
  await window.press("m");
});

test("axe finds nothing, and Tab walks through its tools alone", async () => {
  await looked(window);
  const met = new Set<string>();
  for (let step = 0; step < 14; step++) {
    await window.press("Tab");
    met.add(
      await window.run<string>(
        "const at = document.activeElement; return at.closest('.prompter') ? (at.getAttribute('aria-label') ?? at.textContent.trim()) : 'outside'",
      ),
    );
  }
  expect(met).not.toContain("outside");
  for (const tool of [
    "开始",
    "慢一点",
    "快一点",
    "字小一点",
    "字大一点",
    "镜像",
    "停顿",
    "占满屏幕",
    "退出提词",
  ]) {
    expect(met).toContain(tool);
  }
});

test("a press leaves the keys with the text; the tools go while it runs and come back", async () => {
  await window.click("字大一点", ".prompter");
  await window.press("Space");
  await window.until(
    () => window.run("return getComputedStyle(document.querySelector('.prompter .tools')).opacity === '0'"),
    "no tools",
  );
  await window.press("Esc");
  await window.until(
    () => window.run("return getComputedStyle(document.querySelector('.prompter .tools')).opacity === '1'"),
    "the tools",
  );
});

test("Esc holds first and leaves then; the draft is as it was, the rate can be kept", async () => {
  const lines = await window.lines();
  await window.press("Space");
  await window.until(() => window.exists(".prompter [aria-label=暂停]"), "it runs");
  await window.press("Esc");
  await window.until(() => window.exists(".prompter [aria-label=开始]"), "it holds");
  await window.press("Esc");
  await window.until(async () => !(await window.exists(".prompter")), "the desk");
  expect(await window.lines()).toEqual(lines);
  await window.until(() => window.run("return document.activeElement.matches('.ProseMirror')"), "the sheet");
  await window.click("就用作我的语速");
  await window.until(async () => desk.ask("set").rate === 210, "the rate");
});

test("a draft without a word says so", async () => {
  await window.press("Ctrl+N");
  await window.until(async () => (await window.lines()).join("") === "", "an empty draft");
  await window.press("F5");
  await window.until(
    async () => (await window.text(".prompter")).includes("还没有可以念的话"),
    "words for it",
  );
  await window.press("Space", "Esc");
  await window.until(async () => !(await window.exists(".prompter")), "the desk");
});

test("how it looks", async () => {
  if (!process.env.LECTERN_SHOTS) return;
  // Pictures are taken of the newer renderer alone.
  const desk = new Desk();
  const pictured = await opened(desk, {});
  await pictured.press("F5");
  await pictured.find(".prompter .roll");
  await pictured.press("PageDown", "PageDown");
  await pictured.shot("prompter");
  await pictured.press("m", "=", "=");
  await pictured.shot("prompter-mirrored");
  await pictured.press("Esc", "Ctrl+N");
  await pictured.until(async () => (await pictured.lines()).join("") === "", "an empty draft");
  await pictured.press("F5");
  await pictured.shot("prompter-empty");
  await pictured.press("Esc");
  await pictured.quit();
  desk.clear();
});
