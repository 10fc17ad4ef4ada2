// Composing in Chromium as the input methods of other systems do: in the sheet, an empty
// heading, beside and between chips, the search box, a field, the palette; what is drawn
// and saved meanwhile disturbs nothing.
import { afterEach, beforeEach, expect, test } from "vitest";
import { PageInChromium } from "./browser";

let chromium: PageInChromium;

beforeEach(async () => {
  chromium = await PageInChromium.open();
});
afterEach(async () => {
  await chromium.close();
});

const NIHAO = ["n", "ni", "ni h", "ni ha", "ni hao"];

/** Puts the cursor at the end of a block that has such words. */
async function into(words: string): Promise<void> {
  await chromium.page.locator(".ProseMirror > *", { hasText: words }).first().click();
  await chromium.page.keyboard.press("End");
  // No hand is quicker: the editor hears of the browser's new selection a moment later.
  await chromium.page.waitForTimeout(100);
}

test("a paragraph takes a composition of any length, in one step of undo", async () => {
  await into("同志们：");
  await chromium.page.keyboard.press("Enter");
  await chromium.compose(...NIHAO);
  await chromium.commit("你好");
  await chromium.compose("s", "sh", "shi", "shi j", "shi jie");
  // Numbers and the save come due while the letters are still open.
  await chromium.page.waitForTimeout(900);
  expect(await chromium.line()).toBe("你好shi jie");
  await chromium.commit("世界𠮷");
  expect(await chromium.line()).toBe("你好世界𠮷");
  for (const saved of await chromium.asked("save_draft")) {
    expect(JSON.stringify(saved.values.speech)).not.toContain("shi");
  }
  await chromium.page.keyboard.press("Control+z");
  expect(await chromium.line()).not.toContain("世界");
});

test("a composition that is called off leaves nothing", async () => {
  await into("同志们：");
  await chromium.page.keyboard.press("Enter");
  await chromium.compose(...NIHAO, "");
  expect(await chromium.line()).toBe("");
});

test("an empty heading takes one, and keeps its number", async () => {
  await into("同志们：");
  await chromium.page.keyboard.press("Enter");
  await chromium.page.keyboard.press("Control+1");
  await chromium.compose(...NIHAO);
  await chromium.commit("提高认识");
  expect(await chromium.line()).toBe("提高认识");
  const headings = chromium.page.locator(".ProseMirror h2");
  expect(await headings.filter({ hasText: "提高认识" }).count()).toBe(1);
});

test("within words that a check has found, its marks come and go around it", async () => {
  const mark = chromium.page.locator(".ProseMirror .finding:not(.slot)").first();
  await mark.waitFor();
  const words = (await mark.textContent()) ?? "";
  const block = chromium.page.locator(".ProseMirror > *", { hasText: words }).first();
  const before = (await block.textContent()) ?? "";
  await chromium.page.evaluate(() => {
    const words = document.querySelector(".ProseMirror .finding:not(.slot)")!.firstChild!;
    words.parentElement!.closest<HTMLElement>(".ProseMirror")!.focus();
    document.getSelection()!.collapse(words, 1);
  });
  await chromium.page.waitForTimeout(100);
  await chromium.compose(...NIHAO);
  // The checks come due while the letters are still open.
  await chromium.page.waitForTimeout(900);
  await chromium.commit("你好");
  const written = `${words.slice(0, 1)}你好${words.slice(1)}`;
  expect(await block.textContent()).toBe(before.replace(words, written));
  await expect
    .poll(async () => JSON.stringify((await chromium.asked("check")).at(-1)?.values.speech))
    .toContain(written);
  for (const { values } of await chromium.asked("check")) {
    expect(JSON.stringify(values.speech)).not.toContain("ni h");
  }
});

test("in the bold beginning of a member, which stays the element that it was", async () => {
  await chromium.close();
  chromium = await PageInChromium.open(undefined, "table");
  // Its words behind the marker.
  const bold = chromium.page.locator(".ProseMirror .member:not(.marker)").first();
  await bold.waitFor();
  expect(await bold.evaluate((one) => getComputedStyle(one).fontWeight)).toBe("700");
  const words = (await bold.textContent()) ?? "";
  await chromium.page.evaluate(() => {
    const bold = document.querySelector(".ProseMirror .member:not(.marker)")!;
    Object.assign(window, { bold });
    bold.closest<HTMLElement>(".ProseMirror")!.focus();
    document.getSelection()!.collapse(bold.firstChild!, 1);
  });
  await chromium.page.waitForTimeout(100);
  await chromium.compose(...NIHAO);
  // Answers come due while the letters are still open.
  await chromium.page.waitForTimeout(900);
  const kept = () =>
    chromium.page.evaluate(() => {
      const { bold } = window as unknown as { bold: HTMLElement };
      return bold.isConnected ? bold.textContent : null;
    });
  expect(await kept()).toBe(`${words.slice(0, 1)}ni hao${words.slice(1)}`);
  await chromium.commit("你好");
  expect(await bold.textContent()).toBe(`${words.slice(0, 1)}你好${words.slice(1)}`);
});

test("before, behind and between chips, nothing is lost or doubled", async () => {
  const chips = chromium.page.locator(".ProseMirror > *", { has: chromium.page.locator(".slot") }).first();
  const before = (await chips.textContent()) ?? "";
  const label = (await chips.locator(".slot").first().textContent()) ?? "";
  for (const [side, begins] of [
    ["setStartAfter", `${label}你好`],
    ["setStartBefore", `你好${label}`],
  ] as const) {
    await chromium.page.evaluate((side) => {
      const chip = document.querySelector(".ProseMirror .slot")!;
      chip.closest<HTMLElement>(".ProseMirror")!.focus();
      const range = document.createRange();
      range[side](chip);
      document.getSelection()!.removeAllRanges();
      document.getSelection()!.addRange(range);
    }, side);
    await chromium.page.waitForTimeout(100);
    await chromium.compose(...NIHAO);
    await chromium.commit("你好");
    expect(await chips.textContent()).toBe(before.replace(label, begins));
    await chromium.page.keyboard.press("Control+z");
    expect(await chips.textContent()).toBe(before);
  }
});

test("the search box looks for what was committed, not for letters under composition", async () => {
  await chromium.page.keyboard.press("Control+f");
  await chromium.compose("y", "yi", "yin", "ying");
  await chromium.page.waitForTimeout(300);
  expect(await chromium.asked("search")).toEqual([]);
  // The Enter that ends a composition belongs to the input method.
  await chromium.commit("营商");
  await expect.poll(async () => (await chromium.asked("search")).at(-1)?.values.query).toBe("营商");
  expect(await chromium.asked("take")).toEqual([]);
});

test("a field is filled with what was committed", async () => {
  await chromium.page.keyboard.press("Control+Shift+f");
  const field = chromium.page.locator("aside.right input").first();
  await field.click();
  await chromium.compose("p", "pi", "pin", "ping");
  await chromium.page.waitForTimeout(900);
  expect(await chromium.asked("fill")).toEqual([]);
  await chromium.commit("平安");
  expect(await field.inputValue()).toBe("平安");
  await chromium.page.keyboard.press("Tab");
  await expect
    .poll(async () => (await chromium.asked("fill")).at(-1)?.values.settings[0]?.value)
    .toBe("平安");
});

test("the palette narrows to what was committed", async () => {
  await chromium.page.keyboard.press("Control+k");
  await chromium.compose("d", "da", "dao");
  await chromium.commit("导出多");
  await expect.poll(() => chromium.page.locator("dialog [role=option]").count()).toBe(1);
  expect(await chromium.asked("export")).toEqual([]);
});

test("on Windows an empty box has the keys before the text that was left", async () => {
  const focused = (page: PageInChromium) => page.page.evaluate(() => (window as any).focused);
  await expect.poll(() => focused(chromium)).toEqual(["div 在2"]);
  await chromium.close();
  chromium = await PageInChromium.open(
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Safari/537.36 Edg/150.0.0.0",
  );
  await expect.poll(() => focused(chromium)).toEqual(["input", "div 在2"]);
  expect(await chromium.page.locator(".first-focus").count()).toBe(0);
  await chromium.compose(...NIHAO);
  await chromium.commit("你好");
  expect(await chromium.line()).toContain("你好");
});
