// For everybody: what a screen reader and a keyboard meet, in each room of the window, light
// and dark. axe looks; the keyboard walks.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as axe from "./axe";
import { Desk, SAMPLE } from "./desk";
import { focus } from "./seen";
import { Window } from "./window";

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", SAMPLE);
  window = await Window.open(desk);
  await window.size(1366, 768);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

async function theme(wanted: "light" | "dark"): Promise<void> {
  const now = () => window.run<string>("return document.documentElement.dataset.theme");
  while ((await now()) !== wanted) await window.click("换深浅");
}

const looked = () => axe.looked(window);

test("the first start", async () => {
  await looked();
  await window.click("跳过");
  await looked();
  await window.click("直接进入");
});

test("the empty desk, the library, the settings", async () => {
  await looked();
  await window.press("Ctrl+,");
  await window.find("dialog[open]");
  await looked();
  await window.press("Esc");
});

test("search and its passages", async () => {
  await window.search("营商环境");
  await looked();
});

test("a document that is only read, and a draft with its outline and fields", async () => {
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists(".ProseMirror"), "the document");
  await looked();
  await window.press("Ctrl+D");
  await window.untilDraft();
  await window.go("Ctrl+Shift+L", "[role=tree]");
  await looked();
  await window.go("Ctrl+Shift+F", "aside.right input");
  await looked();
});

test("the findings, what the checks look for, the sheet before export, last year's list", async () => {
  await window.press("Ctrl+Shift+H", "F8");
  await window.find("aside.right .held");
  await looked();
  await window.click("查些什么");
  await window.find("dialog[open] section");
  await looked();
  await window.press("Esc", "Ctrl+E");
  await window.find("dialog[open] .sheet");
  await looked();
  await window.press("Esc", "Ctrl+Shift+D");
  await window.find("dialog[open] #roll-forward-day");
  await looked();
  await window.press("Esc");
});

test("the palette, the keys, a data sheet, a notice", async () => {
  await window.press("Ctrl+K");
  await window.find("dialog[open] [role=option]");
  await looked();
  await window.press("Esc", "F1");
  await window.find("dialog[open]");
  await looked();
  await window.press("Esc");
  desk.answer(desk.file("数据.csv", "县名,平安县\n用水量,3\n"));
  await window.go("Ctrl+Shift+F", "aside.right input");
  await window.click("数据表");
  await window.until(async () => (await window.text("dialog[open]")).includes("2 行"), "the sheet");
  await looked();
  await window.press("Esc");
});

test("English words in the same places", async () => {
  await window.click("EN", "footer");
  await window.until(async () => (await window.text("body")).includes("Fields"), "English");
  expect(await window.run("return document.documentElement.lang")).toBe("en");
  await looked();
  await window.shot("english");
  await window.click("中", "footer");
});

test("Tab goes everywhere, and where it is can be seen", async () => {
  await theme("light");
  await window.go("Ctrl+F", "search input");
  const unseen: string[] = [];
  const met = new Set<string>();
  for (let step = 0; step < 80; step++) {
    const { name, pane, seen } = await focus(window);
    met.add(pane);
    if (!seen) unseen.push(name);
    await window.press("Tab");
  }
  expect(unseen).toEqual([]);
  expect([...met]).toEqual(expect.arrayContaining(["left", "main", "right", "header", "footer"]));
});

test("the whole window is drawn larger by keys, in a dialog too, and is so at the next start", async () => {
  const width = (percent: number) =>
    window.until(() => window.run(`return innerWidth === ${Math.trunc(136600 / percent)}`), `${percent} %`);
  await window.press("Ctrl+Shift+=");
  await width(110);
  await window.press("Ctrl+,");
  const size = await window.find("#settings-scale");
  await window.press("Ctrl+Shift+=", "Ctrl+Shift+=");
  await width(150);
  expect(await size.getAttribute("value")).toBe("150");
  await window.press("Esc");
  await window.quit();
  window = await Window.open(desk);
  await width(150);
  await window.press("Ctrl+Shift+-", "Ctrl+Shift+-", "Ctrl+Shift+-");
  await width(100);
});

test("every command stands in the palette and is named once", async () => {
  await window.press("Ctrl+K");
  await window.find("dialog[open] [role=option]");
  const names = await window.run<string[]>(
    "return [...document.querySelectorAll('dialog[open] [role=option]')].map((one) => one.innerText.trim())",
  );
  expect(names.length).toBeGreaterThan(25);
  expect(new Set(names).size).toBe(names.length);
  for (const area of ["导出", "取用", "退出", "设置"].filter((word) => word !== "取用")) {
    expect(
      names.some((name) => name.includes(area)),
      area,
    ).toBe(true);
  }
  await window.type("jybg");
  await window.until(async () => !(await window.exists("dialog[open] [role=option]")), "none spelled so");
  await window.press("Ctrl+A");
  await window.type("dc");
  await window.until(
    async () => (await window.text("dialog[open] [role=listbox]")).includes("导出"),
    "dc is 导出",
  );
  await window.press("Esc");
});

test("F6 walks round the panes, and back to where it began", async () => {
  await window.go("Ctrl+F", "search input");
  const place = () =>
    window.run<string>(
      "const at = document.activeElement; return at.closest('aside.left') ? 'left' : at.closest('main') ? 'sheet' : at.closest('aside.right') ? 'right' : at.localName",
    );
  const round = [await place()];
  for (let step = 0; step < 4; step++) {
    await window.press("F6");
    round.push(await place());
  }
  expect(new Set(round)).toEqual(new Set(["left", "sheet", "right"]));
});
