// Writing on an empty sheet: numbers that are typed become headings and members, Tab changes
// the level, and the outline raises, lowers, joins, parts and takes out sections.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { Window } from "./window";

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  window = await Window.onDesk(desk);
  await window.press("Ctrl+N");
  await window.untilDraft();
  await window.until(
    () => window.run("return document.activeElement.matches('.ProseMirror')"),
    "the keys on the sheet",
  );
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** Waits until the sheet reads so, numbers drawn. */
async function untilLines(...wanted: string[]): Promise<void> {
  await window.until(async () => {
    const lines = await window.lines();
    return lines.join("\n") === wanted.join("\n") ? lines : null;
  }, wanted.join(" | "));
}

test("一、 and （一） become headings, and are counted", async () => {
  await window.type("在全县大会上的讲话");
  await window.press("Enter");
  await window.type("一、");
  await window.until(() => window.exists(".ProseMirror h2"), "a heading");
  await window.type("提高认识");
  await window.press("Enter");
  await window.type("（一）");
  await window.until(() => window.exists(".ProseMirror h3"), "a heading of level 2");
  await window.type("看清形势");
  await window.press("Enter");
  await window.type("三、");
  await window.until(async () => (await window.lines()).at(-1) === "二、", "counted, whatever was typed");
  await window.type("狠抓落实");
  await window.press("Enter");
  await untilLines("在全县大会上的讲话", "一、提高认识", "（一）看清形势", "二、狠抓落实", "");
});

test("a figure is none, and what is undone stays as it was typed", async () => {
  await window.type("1.5亿元的项目开工了。");
  await window.saved();
  expect((await window.lines()).at(-1)).toBe("1.5亿元的项目开工了。");
  await window.press("Enter");
  await window.type("三、");
  await window.until(
    async () => (await window.driver.findElements({ css: ".ProseMirror h2" })).length === 3,
    "三",
  );
  await window.press("Ctrl+Z");
  await window.until(async () => (await window.lines()).at(-1) === "三、", "as typed");
  await window.type("四季度再看");
  await window.saved();
  expect((await window.lines()).at(-1)).toBe("三、四季度再看");
  expect(await window.exists(".ProseMirror > p:last-child")).toBe(true);
});

test("一是 and 二是 are members once there are two", async () => {
  await window.press("Enter");
  await window.type("一是抓投资。");
  await window.saved();
  expect(await window.exists(".marker")).toBe(false);
  await window.type("二是抓消费。");
  await window.until(
    async () => (await window.driver.findElements({ css: ".marker" })).length === 2,
    "members",
  );
  expect((await window.lines()).at(-1)).toBe("一是抓投资。二是抓消费。");
  await window.shot("written-by-hand");
});

test("Tab makes a heading deeper, Shift+Tab higher", async () => {
  await (await window.find(".ProseMirror h2")).click();
  await window.press("Tab");
  await window.until(
    async () => (await window.driver.findElements({ css: ".ProseMirror h3" })).length === 2,
    "deeper",
  );
  await window.press("Shift+Tab");
  await window.until(
    async () => (await window.driver.findElements({ css: ".ProseMirror h3" })).length === 1,
    "higher",
  );
  // All that are chosen, and back by one step.
  const levels = () =>
    window.run<string>(
      "return [...document.querySelectorAll('.ProseMirror :is(h2, h3, h4)')].map((one) => one.localName).join(' ')",
    );
  const before = await levels();
  expect(before).toBe("h2 h3 h2");
  await window.press("Home", "Shift+↓", "Shift+↓", "Tab");
  await window.until(async () => (await levels()) === "h3 h4 h3", "all deeper");
  await window.press("Ctrl+Z");
  await window.until(async () => (await levels()) === before, "as before");
});

test("the outline lowers, joins, parts and takes out", async () => {
  const outline = async () =>
    (
      await window.run<string[]>(
        "return [...document.querySelectorAll('[role=treeitem] .text')].map((row) => row.textContent.trim())",
      )
    ).join(" ");
  const until = (wanted: string) => window.until(async () => (await outline()) === wanted, wanted);
  await window.go("Ctrl+Shift+L", "[role=tree]");
  await until("一、提高认识 （一）看清形势 二、狠抓落实");
  await window.press("End", "Alt+→");
  await until("一、提高认识 （一）看清形势 （二）狠抓落实");
  await window.shot("outline-tools");
  await window.press("Alt+←");
  await until("一、提高认识 （一）看清形势 二、狠抓落实");
  await window.press("Home", "↓");
  await window.click("并入上一节");
  await until("一、提高认识 二、狠抓落实");
  expect(await window.lines()).toContain("看清形势");
  await window.go("Ctrl+Shift+L", "[role=tree]");
  await window.press("End", "Delete");
  await until("一、提高认识");
  expect((await window.lines()).join()).not.toContain("抓投资");
  await window.click("撤销");
  await until("一、提高认识 二、狠抓落实");
  expect((await window.lines()).join()).toContain("二是抓消费。");
  await (await window.find(".ProseMirror > p:last-child")).click();
  await window.press("Home", "Ctrl+Shift+Enter");
  await window.type("加强领导");
  await until("一、提高认识 二、狠抓落实 三、加强领导");
  expect((await window.lines()).at(-1)).toBe("一是抓投资。二是抓消费。");
});

test("nothing but the sheet is shown, larger or smaller", async () => {
  const size = () =>
    window.run<number>(
      "return parseFloat(getComputedStyle(document.querySelector('.ProseMirror')).fontSize)",
    );
  const before = await size();
  await window.press("F9");
  await window.until(async () => !(await window.exists("aside")), "no panes");
  await window.press("Ctrl+=", "Ctrl+=", "Ctrl+=", "Ctrl+=");
  await window.until(async () => (await size()) > before * 1.4, "larger");
  await window.shot("quiet");
  await window.press("Ctrl+-", "Ctrl+-", "Ctrl+-", "Ctrl+-", "F9");
  await window.until(
    async () => (await size()) === before && (await window.exists("aside.right")),
    "as before",
  );
});

test("words are found in the draft, and others put in their place", async () => {
  await window.go("Ctrl+H", "[role=search] input");
  await window.press("Ctrl+A");
  await window.type("抓");
  await window.until(async () => (await window.text(".bar .count")).includes("/ 3"), "three places");
  await window.press("Enter");
  await window.until(
    async () => (await window.text(".bar .count")).startsWith("2 "),
    "the one after the cursor",
  );
  await window.press("Tab", "Tab", "Tab");
  await window.type("促");
  await window.shot("seek-bar");
  await window.press("Enter");
  await window.until(async () => (await window.text(".bar .count")).includes("/ 2"), "two left");
  await window.click("全部替换");
  await window.until(async () => !(await window.lines()).join().includes("抓"), "none left");
  expect((await window.lines()).at(-1)).toBe("一是促投资。二是促消费。");
  await window.click("撤销");
  await window.until(async () => (await window.text(".bar .count")).includes("/ 2"), "two again");
  await window.click("关闭", ".bar");
  await window.until(async () => !(await window.exists(".ProseMirror-search-match")), "no marks");
});

test("what the draft was is compared, named and brought back", async () => {
  await window.saved();
  const before = await window.lines();
  await window.press("Ctrl+Shift+Y");
  await window.find("dialog[open] [role=option]");
  await (await window.find("dialog[open] input")).sendKeys("一稿");
  await window.press("Tab");
  await window.until(
    async () => (await window.text("dialog[open] [role=listbox]")).includes("一稿"),
    "the name",
  );
  await window.press("Esc");
  await (await window.find(".ProseMirror > p:last-child")).click();
  await window.press("End");
  await window.type("三是促就业。");
  await window.saved();
  await window.press("Ctrl+Shift+Y");
  await window.click("一稿", "dialog[open] [role=listbox]");
  await window.until(async () => (await window.text("dialog[open] ins")).includes("三是"), "what came");
  await window.shot("history");
  await window.click("左右对照");
  await window.shot("history-beside");
  await window.click("恢复这一段");
  await window.until(async () => (await window.text("dialog[open] .rows")).includes("一样"), "as it was");
  await window.press("Esc");
  expect(await window.lines()).toEqual(before);
  await window.press("Ctrl+Z");
  await window.until(async () => (await window.lines()).join().includes("三是促就业"), "undone");
  await window.saved();
  await window.press("Ctrl+Shift+Y");
  await window.click("一稿", "dialog[open] [role=listbox]");
  await window.click("恢复这一版");
  await window.until(async () => (await window.lines()).join() === before.join(), "the version");
});

test("what is pasted from Word keeps headings, numbers, tables and asks for what is open", async () => {
  await window.press("Ctrl+N");
  await window.until(async () => (await window.lines()).join("") === "", "an empty draft");
  await window.until(
    () => window.run("return document.activeElement.matches('.ProseMirror')"),
    "the keys on the sheet",
  );
  await window.type("在项目会上的讲话");
  await window.press("Enter");
  await window.saved();
  await window.run(
    `const data = new DataTransfer();
     data.setData("text/html", arguments[0]);
     data.setData("text/plain", arguments[1]);
     const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
     document.querySelector(".ProseMirror").dispatchEvent(event);`,
    readFileSync(join(import.meta.dirname, "../../crates/formats/tests/clipboard/Word.html"), "utf8"),
    "一、狠抓项目\r\n（一）加快进度。全县在建项目X个，必须提速。\r\n项目\t投资\r\n光伏电站\t3.2亿元\r\n",
  );
  await window.until(() => window.exists(".ProseMirror .table"), "the table");
  await window.shot("pasted");
  const blocks = await window.run<string[]>(
    "return [...document.querySelectorAll('.ProseMirror > *')].map((one) => one.localName + '.' + one.classList[0])",
  );
  expect(blocks).toEqual(["h1.title", "h2.heading", "h3.heading", "p.paragraph", "p.table", "p.table"]);
  expect(await window.lines()).toContain("一、狠抓项目");
  expect(await window.exists(".ProseMirror :is([style*=red], img[src], u)")).toBe(false);
  await window.press("Ctrl+Z");
  await window.until(async () => !(await window.exists(".ProseMirror .table")), "nothing of it");
});
