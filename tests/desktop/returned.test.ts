// A draft that came back: changed in Word with its changes tracked and a comment, or as a plain
// text; chosen or dropped, each change ticked or not, taken in one step with a version before.
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { drop } from "./drop";
import { Window } from "./window";

const FILES = fileURLToPath(new URL("../../crates/cli/tests/returned.in/", import.meta.url));

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", desk.copy(`${FILES}发言.txt`));
  const [speech] = desk.ask("list", "--kind", "template");
  const { draft } = desk.ask("draft", "new", "--from", speech.id);
  // It went out.
  desk.tell("export", draft, "-o", desk.inner("files/发言.docx"));
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** The draft as the program by command line reads it. */
async function stored(): Promise<string> {
  await window.saved();
  const [draft] = desk.ask("list", "--kind", "draft");
  return desk.tell("draft", "show", draft.id);
}

/** The rows of the dialog, each as its words. */
function listed(): Promise<string[]> {
  return window.run(
    `return [...document.querySelectorAll("dialog[open] ol > li")].map((one) => one.textContent.replace(/\\s+/g, " ").trim())`,
  );
}

test("a file with tracked changes shows who changed what, and the comment beside its words", async () => {
  desk.answer(desk.copy(`${FILES}修改稿.docx`));
  await window.press("Ctrl+Shift+B");
  const rows = await window.until(async () => {
    const rows = await listed();
    return rows.length > 0 ? rows : null;
  }, "the changes");
  expect(rows.length).toBe(6);
  expect(rows[0]).toContain("改 今天开这个会，主要讲两三点意见。");
  expect(rows[0]).toContain("李县长 3月18日 09:30");
  expect(rows[1]).toContain("填空“去年全县用水量增幅”：");
  expect(rows[2]).toContain("哪几个项目？写实一点");
  expect(rows[3]).toContain("在“去年全县用水量增长X%，供水安全…”之后： 二、加快建设");
  expect(rows[4]).toContain("在“二、加快建设”之后： 年底前建成县城第二水厂。");
  expect(await window.text("dialog[open]")).toContain("“修改稿”里有 6 处修订");
  await window.shot("returned");
});

test("what is ticked is taken in one step, and the draft before has a name", async () => {
  const before = await stored();
  // 这一段可有可无 stays.
  await (await window.find("#returned-5")).click();
  await window.click("采用 5 处");
  await window.until(async () => (await stored()).includes("三、压实责任"), "the heading more");
  const taken = await stored();
  expect(taken).toContain("主要讲三点意见");
  expect(taken).toContain("去年全县用水量增长12.5%，供水安全压力很大，各镇要狠抓项目落实。");
  expect(taken).toContain("这一段可有可无。");
  // The slot is a slot still, with a value.
  expect(await window.text(".ProseMirror .slot")).toBe("12.5");

  await window.press("Ctrl+Shift+Y");
  await window.until(
    async () => (await window.text("dialog[open] .list")).includes("取回“修改稿”之前"),
    "the version before",
  );
  await window.press("Esc");
  await window.click("撤销");
  await window.until(async () => (await stored()) === before, "the draft as it was");
});

test("a file that is dropped on the draft may be that draft again", async () => {
  await drop(desk, desk.copy(`${FILES}退回.txt`));
  await window.until(
    async () => (await window.text("body")).includes("“退回.txt”是正在写的这份草稿改好了回来"),
    "the question",
  );
  await window.shot("dropped");
  await window.click("取回修改稿", "dialog[open]");
  await window.until(async () => (await listed()).length === 5, "the changes");
  expect(await window.text("dialog[open]")).toContain("“退回”没有修订痕迹");
  await window.click("全不选");
  await window.until(async () => (await window.text("dialog[open] footer")).includes("采用 0 处"), "none");
  await window.click("全选");
  await window.click("采用 5 处");
  await window.until(async () => (await stored()).includes("年底前建成县城第二水厂。"), "the paragraph more");
  expect(await stored()).not.toContain("这一段可有可无");
});

test("the same file again has nothing to take", async () => {
  desk.answer(desk.copy(`${FILES}退回.txt`));
  await window.press("Ctrl+Shift+B");
  await window.until(async () => (await window.text("body")).includes("“退回”和草稿一样"), "the word");
  await window.press("Esc");
});
