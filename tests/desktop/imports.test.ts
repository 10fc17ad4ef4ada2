// Files and folders into the library: what can't be read is told, a long import shows how far
// it is and stops when asked, and files can be dropped on the window.
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { drop } from "./drop";
import { Window } from "./window";

const SPEECH =
  "在全县安全生产会议上的讲话\n同志们：\n今天开个短会，讲两点意见。\n一、认清形势\n要看到差距。\n二、抓好落实\n要见行动。\n";
/** As an old text editor saved it, in GB18030: 在全市旧稿会议上的讲话 … */
const OLD = Buffer.from(
  "d4dac8abcad0bec9b8e5bbe1d2e9c9cfb5c4bdb2bbb00acdacd6bec3c7a3ba0abdf1ccecb5c4bbe1d2e9badcb6cca1a30a",
  "hex",
);

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  window = await Window.onDesk(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

test("a folder comes in; what could not be read is named, with the reason", async () => {
  mkdirSync(desk.inner("files/一批"));
  desk.file("一批/安全生产.txt", SPEECH);
  desk.file("一批/旧稿.txt", OLD);
  desk.file("一批/空的.txt", "");
  desk.file("一批/照片.docx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
  desk.answer(desk.inner("files/一批"));
  await window.press("Ctrl+Shift+O");
  await window.click("详情");
  const report = await window.until(async () => {
    const text = await window.text("dialog[open]");
    return text.includes("照片.docx") ? text : null;
  }, "the report");
  await window.shot("import-report");
  expect(report).toContain("空的.txt");
  expect(report).toMatch(/照片\.docx\s+没有读\s+\S+/);
  expect(desk.ask("list", "--kind", "speech").length).toBe(2);
  await window.press("Esc");
});

test("a long import shows how far it is, and what was done stays when it is stopped", async () => {
  mkdirSync(desk.inner("files/许多"));
  for (let nth = 0; nth < 600; nth++) desk.file(`许多/讲话${nth}.txt`, SPEECH.replace("今天", `第${nth}次`));
  desk.answer(desk.inner("files/许多"));
  await window.press("Ctrl+Shift+O");
  await window.until(() => window.exists("[role=progressbar]"), "the progress");
  await window.click("停止");
  await window.until(async () => !(await window.exists("[role=progressbar]")), "the end");
  const kept = desk.ask("list", "--kind", "speech").length;
  expect(kept).toBeGreaterThanOrEqual(2);
  expect(kept).toBeLessThan(602);
  desk.answer(desk.inner("files/许多"));
  await window.press("Ctrl+Shift+O");
  await window.until(async () => desk.ask("list", "--kind", "speech").length === 602, "the others");
});

/** Drags a file onto the window, looks at what it says, and lets go. */
function dropped(path: string, said: string): Promise<void> {
  return drop(desk, path, () =>
    window.until(async () => (await window.text("body")).includes(said), "what dropping would do"),
  );
}

test("a file that is dropped on the window is imported", async () => {
  await dropped(SAMPLE, "松开即导入");
  await window.until(async () => desk.ask("list", "--kind", "template").length === 1, "the template");
});

test("a data sheet that is dropped shows what it would fill", async () => {
  await window.search("力争存款达到");
  await window.press("Enter");
  await window.until(() => window.exists(".ProseMirror .slot"), "its chips");
  await dropped(desk.file("数据.csv", "今年存款,150\n"), "数据表会用来填空");
  await window.until(
    async () => (await window.text("dialog[open]")).includes("用“数据.csv”填空"),
    "the match",
  );
  await window.click("填入 1 项");
  await window.until(async () => (await window.text(".ProseMirror")).includes("150亿元"), "the value");
});

test("the reports of all imports can be read again, and kept as a table", async () => {
  const table = desk.inner("files/记录.csv");
  desk.answer(table);
  await window.press("Ctrl+K");
  await window.type("导入记录");
  await window.press("Enter");
  await window.find("dialog[open] select");
  const imports = await window.run<string[]>(
    "return [...document.querySelectorAll('dialog[open] select option')].map((one) => one.textContent)",
  );
  expect(imports.length).toBeGreaterThan(3);
  await window.run(
    `const select = document.querySelector("dialog[open] select");
     select.value = select.options[select.options.length - 1].value;
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  await window.until(
    async () => (await window.text("dialog[open]")).includes("照片.docx"),
    "the first report",
  );
  await window.click("存成表格");
  await window.until(async () => existsSync(table), "the table");
  expect(readFileSync(table, "utf8")).toContain("照片.docx");
  await window.press("Esc");
});

test("a text that was taken for another encoding is read again", async () => {
  // 讲话 of an old office in GB18030, so short that it can be taken for something else.
  const file = desk.file("旧编码.txt", Buffer.from("b4f3bbe1bdb2bbb00acdacd6becac7a3ba0a", "hex"));
  desk.tell("import", file, "--encoding", "big5");
  const [wrong] = desk.ask("list", "--kind", "speech").filter((one: any) => one.path?.includes("旧编码"));
  expect(wrong.title).not.toContain("大会讲话");
  await window.press("Ctrl+F");
  await window.search(desk.ask("show", wrong.id).text.split("\\n")[0].slice(0, 3));
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists("main [aria-label^='只读']"), "the garbled text");
  await window.press("Ctrl+K");
  await window.type("换一种编码");
  await window.press("Enter");
  await window.find("dialog[open] input[type=radio]");
  await window.shot("reread");
  await window.click("重读", "dialog[open] footer");
  await window.until(async () => (await window.text(".ProseMirror")).includes("大会讲话"), "the right text");
});

test("a folder is a collection, and its documents are filed together", async () => {
  await window.press("Ctrl+F", "Esc");
  await window.find("aside.left select");
  await window.run(
    `const select = document.querySelector("aside.left select");
     select.value = [...select.options].find((one) => one.textContent.includes("一批")).value;
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  const rows = () =>
    window.driver.findElements({ css: "aside.left [role=listbox]:last-of-type [role=option]" });
  await window.click("讲话稿", ".kinds");
  await window.until(async () => (await rows()).length === 2, "the two of the folder");
  await (await rows())[0]!.click();
  await window.press("Space", "↓", "Space");
  await window.until(async () => (await window.text(".chosen")).includes("选了 2 篇"), "two");
  await window.click("归类", ".chosen");
  await window.find("dialog[open] #filing-year");
  await window.shot("filing");
  await (await window.find("#filing-year")).click();
  await window.press("Ctrl+A");
  await window.type("2019");
  await (await window.find("#filing-domain")).click();
  await window.press("Ctrl+A");
  await window.type("安全生产");
  await window.click("归类", "dialog[open] footer");
  const filed = () => desk.ask("list", "--kind", "speech").filter((one: any) => one.year === 2019).length;
  await window.until(async () => filed() === 2, "both filed");
  await window.until(async () => (await window.text("body")).includes("归类了 2 篇"), "the notice");
  // The last notice: an earlier one offers the same of something else.
  await window.run(
    "[...document.querySelectorAll('button')].filter((one) => one.textContent.trim() === '撤销').at(-1).click()",
  );
  await window.until(async () => filed() === 0, "as they were");
});

test("drafts of one speech lie under the newest", async () => {
  mkdirSync(desk.inner("files/稿次"));
  const lines = readFileSync(SAMPLE, "utf8").split("\n").slice(30, 60);
  const body = lines.filter((line) => !/[X×]/.test(line)).join("\n");
  const draft = (name: string, more: string) =>
    desk.file(`稿次/${name}.txt`, `在全市招商工作会议上的讲话\n同志们：\n${body}\n${more}\n`);
  draft("招商讲话初稿", "最后我再强调一遍纪律。");
  draft("招商讲话定稿", "最后希望大家再接再厉。");
  desk.answer(desk.inner("files/稿次"));
  await window.press("Ctrl+Shift+O");
  await window.run(
    `const select = document.querySelector("aside.left select");
     select.value = "";
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  await window.until(async () => (await window.text("aside.left")).includes("另有 1 稿"), "folded");
  await window.shot("editions");
  const shown = async () => ((await window.text("aside.left")).match(/全市招商工作会议/g) ?? []).length;
  expect(await shown()).toBe(1);
  await (await window.find("aside.left .older")).click();
  await window.until(async () => (await shown()) === 2, "both");
});

test("what is new in a folder that is followed comes in by itself", async () => {
  mkdirSync(desk.inner("files/跟随"));
  desk.answer(desk.inner("files/跟随"));
  await window.press("Ctrl+K");
  await window.type("跟随文件夹");
  await window.press("Enter");
  await window.click("跟随一个文件夹", "dialog[open]");
  await window.until(async () => (await window.text("dialog[open] li")).includes("跟随"), "the folder");
  await window.shot("following");
  await window.press("Esc");
  desk.file("跟随/新来的.txt", "在防汛工作会议上的讲话\n同志们：\n汛期到了，要把责任落实到每一座水库。\n");
  await window.until(async () => (await window.text("body")).includes("收进了 1 篇"), "the notice");
  await window.until(async () => (await window.text("aside.left")).includes("防汛工作会议"), "the document");
});
