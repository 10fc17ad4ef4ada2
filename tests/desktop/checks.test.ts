// What the checks find: beside the line, in the pane and on the sheet before export; taken by
// key, for all alike, ignored, switched off and taken back; and last year's speech given again.
import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk } from "./desk";
import { Window } from "./window";

const SPEECH = `在全县重点项目推进会上的讲话
同志们：
今天召开全县重点项目推进会，主要是分析形势、部署任务。下面，我讲三点意见：
一、认清形势，坚定信心
2025年，全县完成投资X亿元，推动XX县高质量发展迈出新步伐。我县项目多、底子好，我区干部有干劲。
二、突出重点，狠抓落实
要做到两个坚持：一是坚持项目为王，二是坚持环境立县，三是坚持人才为先。确保各项要求在汉阴落地见效。
今年要实现投资增长8.5%，深入贯彻县委十五届四次全会精神。我区各部门要对号入座，推动汉阴各项工作走在前列。
同志们，让我们一起干！
`;

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("set", "--own", "平安县");
  desk.tell("import", desk.file("去年.txt", SPEECH));
  const [speech] = desk.ask("list", "--kind", "template");
  desk.tell("draft", "new", "--from", speech.id, "--date", "2026-03-01");
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** The findings of the pane, each as its words with what is proposed. */
function listed(): Promise<string[]> {
  return window.run(
    `return [...document.querySelectorAll("aside.right .item .what")].map((one) => one.textContent.trim())`,
  );
}

/** Waits until the pane lists exactly so many. */
async function untilListed(count: number): Promise<string[]> {
  return window.until(async () => {
    const found = await listed();
    return found.length === count ? found : null;
  }, `${count} findings`);
}

/** What the program by command line finds in the draft as it is stored, slots left out. */
async function stored(): Promise<string[]> {
  await window.saved();
  const [draft] = desk.ask("list", "--kind", "draft");
  const { findings } = desk.find("draft", "check", draft.id);
  return findings.filter((one: any) => one.check !== "unfilled-slot").map((one: any) => one.text);
}

/** The words that are marked on the sheet. */
function marked(): Promise<string[]> {
  return window.run(
    `return [...document.querySelectorAll(".ProseMirror .finding")].map((one) => one.textContent)`,
  );
}

const held = () => window.text("aside.right .held .what");

test("what is found stands in the pane, beside the line and under the words", async () => {
  await window.press("Ctrl+Shift+H");
  const found = await untilListed(8);
  expect(found.sort()).toEqual(
    (await stored()).map((text) => found.find((one) => one.startsWith(text))!).sort(),
  );
  expect((await marked()).sort()).toEqual((await stored()).sort());
  await window.until(
    async () => (await window.text(".notes")).includes("应为两点意见"),
    "the note in the margin",
  );
  expect(await window.text("footer")).toContain("4 错误");
  expect(await window.text("footer")).toContain("4 警告");
  // Six open fields and findings that are no mere proposals.
  expect(await window.text("header .open")).toBe("10");
  await window.shot("findings");
});

test("the occasion says when, how long and for whom; what is found follows", async () => {
  await window.click("改", "aside.right");
  // A day is written as the writer likes; what is none is told and stays.
  const day = await window.find("dialog[open] #occasion-date");
  expect(await day.getAttribute("value")).toBe("2026年3月1日");
  await day.click();
  await window.press("Ctrl+A");
  await window.type("2026年2月30日");
  await window.press("Enter");
  await window.until(
    async () =>
      (await window.text("#occasion-date-read")) ===
      "“2026年2月30日”看不懂是哪一天。请写成 2026年3月18日 或 2026-03-18。",
    "that it is none",
  );
  await window.shot("occasion-no-day");
  await looked(window);
  await day.click();
  await window.press("Ctrl+A");
  await window.type("2026/3/1");
  await window.press("Tab");
  await window.until(
    async () => (await window.text("#occasion-date-read")) === "星期日",
    "its day of the week",
  );
  expect(await window.run("return document.querySelector('#occasion-date').value")).toBe("2026年3月1日");
  await (await window.find("#occasion-minutes")).sendKeys("1");
  await (await window.find("#occasion-audience")).sendKeys("全县三级干部");
  await window.shot("occasion");
  await window.click("保存", "dialog[open]");
  await window.until(
    async () => (await window.text("aside.right")).includes("2026年3月1日 · 1 分钟 · 全县三级干部"),
    "the occasion",
  );
  await untilListed(9);
  expect(await window.text("aside.right")).toContain("超时");
  await window.click("改", "aside.right");
  await (await window.find("#occasion-minutes")).click();
  await window.press("Ctrl+A", "Delete");
  await window.click("保存", "dialog[open]");
  await untilListed(8);
});

test("by section they are headed by the outline", async () => {
  await window.click("按部分");
  const heads = await window.run<string[]>(
    `return [...document.querySelectorAll("aside.right section h3 .heading")].map((one) => one.textContent)`,
  );
  expect(heads).toEqual(["开头", "一、认清形势，坚定信心", "二、突出重点，狠抓落实"]);
  await window.click("按类别");
});

test("F8 goes from one to the next, Alt+Enter takes what is proposed", async () => {
  await window.press("F8");
  await window.until(async () => (await held()).startsWith("三点意见"), "the first finding");
  await window.shot("finding-in-hand");
  await window.press("Alt+Enter");
  await untilListed(7);
  await window.untilLine("今天召开全县重点项目推进会，主要是分析形势、部署任务。下面，我讲两点意见：");
  // The one that came to its place is in hand.
  expect(await held()).toMatch(/^2025年/);
  await window.press("F8");
  await window.until(async () => (await held()).startsWith("我区"), "我区");
});

test("all alike are taken at once, and one undo takes them back", async () => {
  await window.press("Alt+Shift+Enter");
  await untilListed(5);
  expect((await window.lines()).join("\n")).not.toContain("我区");
  await window.press("Ctrl+Z");
  await untilListed(7);
  await window.press("Ctrl+Shift+Z");
  await untilListed(5);
});

test("one is ignored, its words, its check; all are seen again", async () => {
  await window.press("F8");
  const before = await stored();
  await window.press("Alt+Delete");
  await untilListed(4);
  await window.press("F8");
  await window.click("不算…", ".held");
  await window.shot("finding-menu");
  await window.click("这几个字都不算", "[role=menu]");
  await window.until(async () => (await listed()).length < 4, "fewer");
  expect((await stored()).length).toBeLessThan(before.length);
  await window.click("不再提示的");
  await window.shot("finding-decisions");
  while (await window.exists("details button")) {
    const left = await window.run<number>("return document.querySelectorAll('details button').length");
    await window.click("恢复", "details");
    await window.until(
      async () =>
        (await window.run<number>("return document.querySelectorAll('details button').length")) < left,
      "one less",
    );
  }
  await untilListed(5);
  expect(await stored()).toEqual(before);
});

test("a check says what it looks for", async () => {
  await window.press("F8");
  await window.click("这一项查什么", ".held");
  await window.find("dialog[open] section.meant");
  expect(await window.text("dialog[open] section.meant")).toContain("例子");
  await window.shot("checks");
  await window.press("Esc");
});

test("a half-masked name becomes the same field", async () => {
  await window.press("Ctrl+Shift+F");
  await window.find("aside.right .masked");
  expect(await window.text("aside.right .masked")).toContain("汉阴");
  await window.shot("masked-name");
  await window.click("并入“县名”", ".masked");
  await window.until(async () => !(await window.lines()).join().includes("汉阴"), "no 汉阴");
  const [draft] = desk.ask("list", "--kind", "draft");
  await window.saved();
  const field = desk.ask("draft", "fields", draft.id).fields.find((one: any) => one.label === "县名");
  expect(field.slots.length).toBe(3);
});

test("what is left is shown before the file is written", async () => {
  const file = desk.inner("files/交稿.docx");
  desk.answer(file);
  await window.press("Ctrl+E");
  await window.find("dialog[open] .sheet");
  const sheet = await window.text("dialog[open] .sheet");
  expect(sheet).toContain("2 项没有填");
  expect(sheet.indexOf("遗留")).toBeLessThan(sheet.indexOf("数字"));
  await window.shot("before-export");
  await window.click("回去改");
  expect(existsSync(file)).toBe(false);
  await window.press("Ctrl+E");
  await window.click("照样导出");
  await window.until(async () => existsSync(file), "the file");
});

test("last year's speech is given again", async () => {
  await (await window.driver.findElements({ css: "aside.left [role=option]" })).at(-1)!.click();
  await window.press("Enter");
  await window.until(() => window.exists(".ProseMirror:not([contenteditable=true])"), "the source");
  await window.press("Ctrl+Shift+D");
  await (await window.find("#roll-forward-day")).click();
  await window.press("Ctrl+A", "Delete", "Enter");
  await window.until(
    async () => (await window.text("#roll-forward-day-read")).startsWith("请写上哪一天"),
    "that a day is wanted",
  );
  await window.type("2026年3月1日");
  await window.click("起草", "dialog[open] footer");
  await window.find("dialog[open] table");
  await window.shot("roll-forward");
  const rows = await window.run<string[]>(
    `return [...document.querySelectorAll("dialog[open] tbody tr")].map((row) =>
       (row.querySelector("input").checked ? "+" : "-") + row.querySelector("label").firstChild.textContent.trim()
         + " " + row.querySelector(".new").textContent)`,
  );
  expect(rows).toContain("+2025 2026");
  expect(rows.some((row) => row.includes("填空【原8.5】"))).toBe(true);
  await window.click("改 ");
  await window.untilLine("2026年，全县完成投资");
  expect((await window.lines()).join("\n")).toContain("投资增长");
  await window.press("Ctrl+Z");
  await window.untilLine("2025年，全县完成投资");
});

test("the unit's own lists are laid over those of the program", async () => {
  await window.press("Ctrl+Shift+H");
  await window.until(async () => (await listed()).some((one) => one.startsWith("两个坚持")), "the count");
  await window.press("Ctrl+,");
  await window.click("本单位的词表", "dialog[open]");
  await (await window.find("dialog[open] textarea")).sendKeys("两个坚持");
  await window.click("回避的名字", "dialog[open]");
  await (await window.find("dialog[open] textarea")).sendKeys("对号入座 换个说法");
  await window.shot("unit-lists");
  await window.click("任职", "dialog[open]");
  await (await window.find("dialog[open] textarea")).sendKeys("王大山");
  await window.click("保存", "dialog[open]");
  await window.find("dialog[open] [role=alert]");
  await (await window.find("dialog[open] textarea")).sendKeys(" 县长 2021-03");
  await window.click("保存", "dialog[open]");
  await window.until(async () => !(await window.exists("dialog[open]")), "kept");
  await window.until(
    async () => (await listed()).some((one) => one.startsWith("对号入座")),
    "the name to avoid",
  );
  expect((await listed()).some((one) => one.startsWith("两个坚持"))).toBe(false);
  expect(desk.ask("set").lists.fixed_terms).toBe("两个坚持");
});
