// A draft is put together: for an occasion along a skeleton, of sections of several speeches,
// and with what the borrowed parts call themselves made the draft's own.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk } from "./desk";
import { Window } from "./window";

const LAST_YEAR = `在2025年全县经济工作会议上的讲话
县长　张三
（2025年3月12日）
同志们：
今天，我们召开全县经济工作会议。刚才，X个镇作了发言，讲得都很好。下面，我讲三点意见：
一、总结成绩，把握形势
（一）成绩来之不易。过去一年，全县上下拼搏进取，生产总值增长X%，城乡面貌有了新变化。
（二）困难不容忽视。工业底子还薄，龙头企业还少，干部作风还要再紧一紧。
二、扭住重点，推动发展
要把项目建设作为头等大事，挂图作战，逐月销号。要把企业的事当成自己的事，说到做到。
三、改进作风，狠抓落实
各镇各部门要把担子挑起来，一级做给一级看，一级带着一级干。
同志们，让我们携起手来，把石泉的明天建设得更加美好！
`;
const CITY = `在汉中市招商引资工作会议上的讲话
同志们：
一、认清形势
我市工业底子薄，全市上下要奋起直追。市委、市政府已经作出部署。
二、优化环境
汉中是个好地方，我市的营商环境要再上一个台阶。我市要把汉中的品牌打出去。
`;

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  const files = [desk.file("去年.txt", LAST_YEAR), desk.file("市里.txt", CITY)];
  desk.tell("import", ...files);
  desk.tell("set", "--own", "安康市石泉县");
  window = await Window.onDesk(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** The draft that was made last, as it is stored. */
async function stored(): Promise<{ id: string; text: string }> {
  await window.saved();
  const [draft] = desk.ask("list", "--kind", "draft");
  return desk.ask("draft", "show", draft.id);
}

/** Puts a value into a box that the driver can't type into. */
async function put(box: string, value: string): Promise<void> {
  await window.run(
    `const box = document.querySelector(arguments[0]);
     box.value = arguments[1];
     box.dispatchEvent(new InputEvent("input", { bubbles: true }));`,
    box,
    value,
  );
}

/** Opens a document of the library by its title, no draft that was made of it. */
async function open(title: string): Promise<void> {
  await window.search(`${title} kind:${title.includes("2025") ? "template" : "speech"}`);
  await window.press("Ctrl+Enter");
  await window.until(async () => (await window.text(".ProseMirror")).includes(title), `《${title}》`);
  await window.go("Ctrl+F", "search input");
  await window.press("Ctrl+A", "Backspace");
}

test("a draft for an occasion stands along last year's headings, with minutes for each", async () => {
  await window.go("Ctrl+Shift+N", "dialog[open] input");
  await window.type("2026年全县经济工作会议");
  await window.until(
    async () => (await window.text("dialog[open] .skeleton.chosen")).includes("2025年全县经济工作会议"),
    "last year's speech, chosen",
  );
  await window.press("Tab", "Tab");
  await window.type("县长　李四");
  await (await window.find("#planning-date")).click();
  await window.type("二〇二六年三月十八日");
  await put("dialog[open] input[type=number]", "20");
  await window.until(
    async () => (await window.text("dialog[open] tbody tr:nth-child(2) .aim")) !== "",
    "the minutes of the first section",
  );
  await window.click("“二、扭住重点，推动发展”带文字", "dialog[open]");
  await window.shot("planning");
  await looked(window);
  await window.click("起草", "dialog[open] footer");
  const lines = await window.untilLine("一、总结成绩，把握形势");
  expect(lines).toEqual([
    "在2026年全县经济工作会议上的讲话",
    "县长　李四",
    "（2026年3月18日）",
    "同志们：",
    "一、总结成绩，把握形势",
    "（一）成绩来之不易。",
    "（二）困难不容忽视。",
    "二、扭住重点，推动发展",
    "要把项目建设作为头等大事，挂图作战，逐月销号。要把企业的事当成自己的事，说到做到。",
    "三、改进作风，狠抓落实",
  ]);
  await window.press("Ctrl+Shift+L");
  const aimed = await window.text("aside.right [role=treeitem] .minutes");
  expect(aimed).toMatch(/^0\.\d \/ \d\.\d 分$/);
  await window.shot("planned");
  const { id } = await stored();
  const sections: { level: number; aim: number }[] = desk.ask("draft", "outline", id).sections;
  const aims = sections.filter((section) => section.level === 1).map((section) => section.aim);
  // Opening and closing have the rest.
  expect(aims.reduce((sum, aim) => sum + aim, 0)).toBeLessThan(20);
  expect(aims.every((aim) => aim > 1)).toBe(true);
});

test("sections of several speeches become a draft, and its borrowed words its own", async () => {
  await open("汉中市招商引资工作会议");
  await window.go("Ctrl+Shift+L", "aside.right [role=tree]");
  await window.press("Space", "↓", "Space");
  await open("2025年全县经济工作会议");
  await window.go("Ctrl+Shift+L", "aside.right [role=tree]");
  await window.press("End", "Space");
  await window.until(
    async () => (await window.text("aside.right [role=status]")) === "选了 3 个部分（2 篇）",
    "three sections chosen",
  );
  await window.shot("picked");
  await looked(window);
  await window.click("新草稿", "aside.right");
  await window.untilLine("三、改进作风，狠抓落实");
  await window.click("看一看");
  await window.find("dialog[open] tbody");
  await window.shot("borrowed");
  await looked(window);
  // 市委 may be what the county lies in: it is listed, and not ticked.
  expect(await window.text("dialog[open]")).toContain("县委");
  await window.click("改 6 处", "dialog[open]");
  await window.untilLine("我县工业底子薄，全县上下要奋起直追。市委、市政府已经作出部署。");
  expect((await stored()).text).toContain("石泉是个好地方，我县的营商环境");
});

test("one undo takes all of it back", async () => {
  await (await window.find(".ProseMirror")).click();
  await window.press("Ctrl+Z");
  await window.untilLine("我市工业底子薄，全市上下要奋起直追。");
  await window.press("Ctrl+Shift+Z");
  await window.untilLine("我县工业底子薄");
  await window.go("Ctrl+Shift+J", "dialog[open] *");
  await window.until(async () => (await window.text("dialog[open] tbody")).includes("市委"), "what is left");
  await window.press("Esc");
});

/** The lines in hand of what lies beside the sheet, from above. */
function inHand(): Promise<string[]> {
  return window.run(
    "return [...document.querySelectorAll('aside.beside [aria-selected=true]')].map((one) => one.textContent.trim())",
  );
}

test("two speeches lie beside the sheet, are looked through and taken from by keys", async () => {
  await window.search("拼搏进取");
  await window.press("Ctrl+Alt+Enter");
  await window.until(async () => (await inHand()).length === 1, "last year's speech beside the sheet");
  await window.press("Ctrl+A", "Backspace");
  await window.search("我市工业");
  await window.press("Ctrl+Alt+Enter");
  await window.until(async () => (await inHand()).length === 2, "two speeches beside the sheet");
  expect(await inHand()).toEqual([
    "（一）成绩来之不易。过去一年，全县上下拼搏进取，生产总值增长X%，城乡面貌有了新变化。",
    "我市工业底子薄，全市上下要奋起直追。市委、市政府已经作出部署。",
  ]);
  await window.press("Ctrl+A", "Backspace");
  await window.shot("beside");
  await looked(window);
  // What the sheet needs is left to it.
  expect(await window.run<number>("return document.querySelector('main').clientWidth")).toBeGreaterThan(480);

  await window.go("F7", "aside.beside [role=listbox]");
  await window.press("→");
  expect((await inHand())[1]).toBe("二、优化环境");
  await window.go("F7", "aside.beside [role=listbox]");
  await window.until(() => window.exists("aside.beside section:first-of-type.hand"), "the upper one in hand");
  await window.press("/");
  await window.type("担子");
  await window.until(
    async () => (await inHand())[0]?.startsWith("各镇各部门") === true,
    "the line that says it",
  );
  await window.press("Esc", "→", "←");
  expect((await inHand())[0]).toBe("三、改进作风，狠抓落实");
  const before = (await window.lines()).length;
  await window.press("↓", "Enter");
  await window.until(async () => (await window.lines()).length === before + 1, "the line on the sheet");
  await window.saved();
});

test("a line that is dragged stands where it is let go", async () => {
  const [from] = await window.driver.findElements({
    css: "aside.beside section:last-of-type [role=option]:last-child",
  });
  const [to] = await window.driver.findElements({ css: ".ProseMirror > .heading" });
  const before = (await window.lines()).length;
  await window.driver
    .actions()
    .move({ origin: from! })
    .press()
    .move({ origin: to!, x: 5 })
    .release()
    .perform();
  await window.until(async () => (await window.lines()).length === before + 1, "the line on the sheet");
  expect((await window.lines())[2]).toContain("汉中是个好地方");
  await window.press("Ctrl+Shift+S");
  await window.until(async () => !(await window.exists("aside.beside")), "the pane away");
});

/** What the pane says of its fields, from above: the label, and what stands in the box. */
function asked(): Promise<string[]> {
  return window.run(
    `return [...document.querySelectorAll("aside.right .field")].map((field) =>
       field.querySelector("label").firstChild.textContent.trim() + " = " +
         (field.querySelector("input").value || field.querySelector("input").placeholder))`,
  );
}

test("a blank is left empty, and nobody asks for it again", async () => {
  desk.tell("facts", "--set", "生产总值增幅=6.1", "--set", "县委书记=王五");
  await open("2025年全县经济工作会议");
  await window.press("Ctrl+D");
  await window.until(
    () => window.exists(".ProseMirror[contenteditable=true] .slot"),
    "the draft with its blanks",
  );
  await window.go("Ctrl+Shift+F", "aside.right input");
  expect(await asked()).toEqual(["镇数 = 数字", "生产总值增幅 = 数字"]);
  await window.press("Ctrl+Shift+K");
  await window.until(async () => (await asked())[0] === "镇数 = 留空", "the first left empty");
  expect(await window.text(".ProseMirror .slot.left")).toBe("留空");
  await window.shot("left-empty");
  await looked(window);
  const { id, text } = await stored();
  expect(text).toContain("刚才，＿＿个镇作了发言");
  const states = desk.ask("draft", "fields", id).fields.map((field: { state: string }) => field.state);
  expect(states).toEqual(["left", "open"]);
  const findings = desk.find("draft", "check", id).findings;
  const unfilled = findings.filter((finding: { check: string }) => finding.check === "unfilled-slot");
  expect(unfilled.length).toBe(1);
});

test("the office's facts are offered for what they fit, and filled by one key", async () => {
  await window.run(`document.querySelectorAll("aside.right .field input")[1].focus()`);
  await window.until(
    async () => (await window.text("aside.right .offers")).includes("6.1"),
    "the value that is kept",
  );
  await window.shot("offers");
  await looked(window);
  await window.press("Alt+1");
  await window.until(async () => (await asked())[1] === "生产总值增幅 = 6.1", "the value filled");
  expect((await stored()).text).toContain("生产总值增长6.1%");
});

test("what was filled in an earlier draft is offered in the next, with where it comes from", async () => {
  await open("2025年全县经济工作会议");
  desk.tell("facts", "--set", "生产总值增幅=");
  await window.press("Ctrl+D");
  await window.until(async () => (await asked())[1] === "生产总值增幅 = 数字", "another draft");
  await window.run(`document.querySelectorAll("aside.right .field input")[1].focus()`);
  await window.until(
    async () => (await window.text("aside.right .offers")).includes("《在2025年全县经济工作会议上的讲话》"),
    "the value of the earlier draft",
  );
});

test("facts are kept in a dialog and fill a draft by the table that shows them first", async () => {
  await window.click("常用数据…", "aside.right");
  await window.find("dialog[open] tbody input");
  await window.run(`document.querySelector("dialog[open] tbody tr:last-child input").focus()`);
  await window.type("生产总值增幅");
  await window.press("Tab");
  await window.type("7.2");
  await window.shot("facts");
  await looked(window);
  await window.click("保存，并填这篇草稿", "dialog[open]");
  await window.click("填入 1 项", "dialog[open]");
  await window.until(async () => (await asked())[1] === "生产总值增幅 = 7.2", "the value filled");
  expect(desk.ask("facts").facts).toContainEqual({ label: "生产总值增幅", value: "7.2" });
});

test("the label of one field dragged onto another makes them one", async () => {
  const labels = await window.driver.findElements({ css: "aside.right .field label" });
  await window.driver
    .actions()
    .move({ origin: labels[0]! })
    .press()
    .move({ origin: labels[1]! })
    .release()
    .perform();
  await window.until(async () => (await asked()).length === 1, "one field");
  // Its own notice takes the place of the one that told of the values.
  await window.until(async () => (await window.text("body")).includes("并进了"), "the notice");
  await window.click("撤销", "body");
  await window.until(async () => (await asked()).length === 2, "two again");
});

test("at its bar a borrowed block says where it was taken from, and lays it beside", async () => {
  const heading = await window.find(".ProseMirror > .heading");
  const { width } = await heading.getRect();
  await window.driver
    .actions()
    .move({ origin: heading, x: -Math.round(width / 2) + 2, y: 0 })
    .perform();
  await window.until(
    async () => (await window.text(".sheet-page .tip.shown")).includes("原文还剩 100%"),
    "what the bar says",
  );
  await window.shot("origin");
  await window.driver.actions().click().perform();
  await window.until(
    async () => (await inHand()).includes("一、总结成绩，把握形势"),
    "the source beside the sheet",
  );
});
