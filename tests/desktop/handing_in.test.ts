// Handing in beside the one file: the whole text on the clipboard as it will look, several drafts
// into a folder, what files are called, and paper.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { Window } from "./window";

const CLIPBOARD = fileURLToPath(new URL("clipboard.py", import.meta.url));
const SPEECH = `在全县大会上的讲话
同志们：
一、提高认识
（一）守住底线。去年用水量增长X%，各镇要狠抓落实。
二、抓好落实
各镇要一级抓一级，层层抓落实。
一是抓源头。每月会商一次，汛期天天会商。
二是抓责任。谁的责任谁担。
`;

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", desk.file("发言.txt", SPEECH));
  const [speech] = desk.ask("list", "--kind", "template");
  desk.tell("draft", "new", "--from", speech.id, "--title", "第二篇");
  desk.tell("draft", "new", "--from", speech.id, "--date", "2026-03-18");
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

function clipboard(): { html: string; text: string } {
  const told = execFileSync("/usr/bin/python3", [CLIPBOARD], {
    env: desk.environment,
    encoding: "utf8",
  });
  const [html = "", text = ""] = told.split("\n---\n");
  return { html, text: text.trim() };
}

test("all of the text is copied as it will look, with its numbers", async () => {
  await window.press("Ctrl+Shift+C");
  await window.until(async () => (await window.text("body")).includes("全文已复制"), "the word");
  const { html, text } = clipboard();
  const drafts: { id: string }[] = desk.ask("list", "--kind", "draft");
  expect(drafts.map(({ id }) => desk.tell("draft", "show", id).trim())).toContain(text);
  const page = html.replace(/<\/?span[^>]*>/g, "");
  expect(page).toMatch(/<h1[^>]*text-indent: ?32pt[^>]*黑体[^>]*>一、提高认识<\/h1>/);
  // A run-in heading and what goes on after it are one paragraph.
  expect(page).toMatch(/<h2[^>]*>（一）守住底线。去年用水量增长X%，各镇要狠抓落实。<\/h2>/);
  expect(html).toMatch(/<span[^>]*楷体_GB2312[^>]*>.*守住底线。/);
  expect(html).toMatch(/<span[^>]*仿宋_GB2312[^>]*>去年用水量增长/);
  // The first sentence of a member is bold, and no more of it, on the sheet as there.
  const bold = [...html.matchAll(/font-weight: ?bold[^>]*>([^<]*)</g)].map(([, words]) => words).join("");
  expect(bold).toBe("一是抓源头。二是抓责任。");
  const drawn = await window.run<string[]>(
    `return [...document.querySelectorAll(".ProseMirror .member")]
       .map((one) => getComputedStyle(one).fontWeight + one.textContent)`,
  );
  expect(drawn.join("")).toBe("700一是700抓源头。700二是700抓责任。");
  await window.shot("members");
});

test("where the house style has them plain, they are plain", async () => {
  const choose = `const box = document.querySelector("footer select");
    box.value = arguments[0]; box.dispatchEvent(new Event("change", { bubbles: true }))`;
  const weight = () =>
    window.run<string>("return getComputedStyle(document.querySelector('.ProseMirror .member')).fontWeight");
  await window.run(choose, "official");
  await window.until(async () => (await weight()) === "400", "plain members");
  await window.press("Ctrl+Shift+C");
  await window.until(async () => clipboard().html.includes("抓源头"), "the copy");
  expect(clipboard().html).not.toMatch(/font-weight: ?bold[^>]*>一是/);
  await window.run(choose, "speech");
  await window.until(async () => (await weight()) === "700", "bold members");
});

test("a selection is copied so, too, and comes back as what it was", async () => {
  await (await window.find(".ProseMirror")).click();
  await window.press("Ctrl+A");
  await window.press("Ctrl+C");
  expect(clipboard().html).toContain("仿宋_GB2312");
  await window.press("Ctrl+V");
  const count = "return document.querySelectorAll('.ProseMirror > *').length";
  const blocks = await window.run<number>(count);
  await window.press("Ctrl+Z");
  expect(await window.run<number>(count)).toBe(blocks);
  await window.saved();
});

test("the writer says what files are called, and sees it", async () => {
  await window.press("Ctrl+,");
  await window.until(
    async () =>
      (await window.text("dialog[open]")).includes("20260318 在全县优化营商环境大会上的讲话（送审稿）.docx"),
    "the example",
  );
  const box = await window.find("#file-name");
  await box.clear();
  await box.sendKeys("{标题}-{年}");
  await window.until(
    async () =>
      (await window.text("dialog[open]")).includes("例如：在全县优化营商环境大会上的讲话-2026.docx"),
    "the other example",
  );
  await window.shot("file-name");
  await window.click("保存", "dialog[open]");
  await window.until(async () => !(await window.exists("dialog[open]")), "its end");
  expect(desk.ask("set").file_name).toBe("{标题}-{年}");
});

test("several drafts become files in a folder, and none is written over", async () => {
  const folder = desk.inner("files/送审");
  for (const names of [
    ["在全县大会上的讲话-2026.docx", "第二篇.docx"],
    ["在全县大会上的讲话-2026 (2).docx", "第二篇 (2).docx"],
  ]) {
    desk.answer(folder);
    await window.press("Ctrl+Shift+E");
    await window.until(async () => (await window.text("dialog[open]")).includes("第二篇.docx"), "the names");
    await window.click("全选", "dialog[open]");
    await window.shot("export-many");
    await window.click("选文件夹，导出 2 篇…");
    await window.until(
      async () => (await window.text("dialog[open]")).includes("2 篇都写进了“送审”"),
      "the report",
    );
    for (const name of names) expect(readdirSync(folder)).toContain(name);
    await window.shot("exported-many");
    await window.press("Esc");
  }
});

test("the draft is printed as the house style lays it out", async () => {
  await window.press("Ctrl+P");
  await window.until(() => window.exists(".printed svg text"), "the pages");
  const words = await window.run<string>(
    "return [...document.querySelectorAll('.printed text')].map((one) => one.textContent).join('')",
  );
  expect(words).toContain("一、提高认识");
  const xdotool = (...args: string[]) =>
    execFileSync("xdotool", args, { env: desk.environment, encoding: "utf8" });
  const dialog = await window.until(async () => {
    try {
      return xdotool("search", "--name", "Print|打印").trim().split("\n").at(-1);
    } catch {
      return null;
    }
  }, "the system’s dialog");
  // Without a printer it prints to a file, in the folder that the program was started in.
  const path = join(process.cwd(), "output.pdf");
  rmSync(path, { force: true });
  const geometry = xdotool("getwindowgeometry", "--shell", dialog!);
  const [width, height] = ["WIDTH", "HEIGHT"].map((name) =>
    Number(new RegExp(`${name}=(\\d+)`).exec(geometry)?.[1]),
  );
  // Nothing gives the dialog the keys here: its one printer and its button are pressed.
  for (const [x, y] of [
    [82, 86],
    [width! - 56, height! - 30],
  ]) {
    await new Promise((resolve) => setTimeout(resolve, 1000));
    xdotool("mousemove", "--window", dialog!, String(x), String(y), "click", "1");
  }
  await window.until(async () => existsSync(path) && statSync(path).size > 0, "the file");
  expect(readFileSync(path).subarray(0, 5).toString()).toBe("%PDF-");
  await window.until(async () => !(await window.exists(".printed")), "the end of printing");
  rmSync(path);
});
