// The office's own house style: learned from a Word file, changed beside its pages, kept,
// exported in, deleted and brought back.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

const desk = new Desk();
const example = desk.inner("files/县府样张.docx");
let window: Window;

beforeAll(async () => {
  desk.tell("import", SAMPLE);
  desk.tell("export", SAMPLE, "-o", example, "--style", "official");
  window = await Window.onDesk(desk);
  await window.search("营商环境");
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists(".ProseMirror"), "the document");
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

const named = (name: string) => window.control(name, "dialog[open] nav");
const pages = () => window.text("dialog[open] .pages");
const own = () => {
  const { styles } = desk.ask("style", "list") as {
    styles: { name: string; built_in: boolean }[];
  };
  return styles.filter((style) => !style.built_in).map((style) => style.name);
};

/** Types a number into the box of that name. */
async function set(label: string, value: string): Promise<void> {
  const box = await window.driver.findElement({
    xpath: `//dialog//label[contains(normalize-space(), "${label}")]//input`,
  });
  await box.clear();
  await box.sendKeys(value, "\t");
}

test("a built-in style is shown with its pages, and stays as it is", async () => {
  await window.click("管理…", "footer");
  await window.until(() => window.exists("dialog[open] svg text"), "the pages of the style");
  expect(await pages()).toContain("第 1–2 页，共 2 页");
  expect(await window.text("dialog[open] .note")).toContain("自带的版式不能改");
  expect(await window.exists("dialog[open] fieldset:disabled")).toBe(true);
  await looked(window);
  await window.shot("styles-built-in");
  await window.click("打开的稿子", "dialog[open]");
  await window.until(async () => /共 \d{2} 页/.test(await pages()), "the pages of the open speech");
  await window.click("样稿", "dialog[open]");
});

test("a style is learned from a Word file, and says what that did not have", async () => {
  desk.answer(example);
  await window.click("从 Word 文件学", "dialog[open]");
  const told = await window.until(async () => {
    const text = await window.text("dialog[open] .note");
    return text.includes("县府样张") ? text : null;
  }, "what was told");
  expect(told).toContain("文件里没有");
  await looked(window);
  await window.shot("styles-learned");
  await set("名称", "县府办");
  await window.click("保存", "dialog[open] footer");
  await window.until(async () => own().join() === "县府办", "the style by command line");
  expect(existsSync(join(desk.library, "styles/县府办.toml"))).toBe(true);
});

test("what is changed is seen at once, and nothing wrong can be kept", async () => {
  const room = () => window.text("dialog[open] section h3 small");
  await window.until(async () => (await room()).includes("22 行，每行 28 字"), "the room of the standard");
  await set("行距", "35");
  await window.until(async () => (await room()).includes("18 行"), "fewer lines");
  await set("上", "80");
  await window.until(async () => (await pages()).includes("共 3 页"), "another page");
  await set("上", "37");
  await set("行距", "-3");
  expect(await room()).toContain("18 行");
  await set("字号", "大号");
  expect(await window.text("dialog[open] [role=alert]")).toContain("三号");
  await set("字号", "小三");
  await window.until(async () => (await room()).includes("每行 29 字"), "smaller characters");
  await set("左", "140");
  await set("右", "140");
  await window.until(
    async () => (await window.text("dialog[open] .fault")).includes("没有给正文留下地方"),
    "why it can't be",
  );
  await window.shot("styles-wrong");
  await set("左", "28");
  await set("右", "26");
  await window.until(async () => (await window.text("dialog[open] .fault")) === "", "that it can be again");
});

test("a style can leave numbers to Word, and say where a draft is from", async () => {
  const choose = async (label: string, option: string) => {
    const xpath = `//dialog//label[contains(normalize-space(), "${label}")]//option[. = "${option}"]`;
    await window.driver.findElement({ xpath }).click();
  };
  await choose("标题序号", "由 Word 编号");
  await choose("没填的空", "标黄，点一下就能填");
  const tick = await window.control("末页附出处", "dialog[open]");
  await window.run("arguments[0].scrollIntoView()", tick);
  await tick.click();
});

test("changes are asked for before they are left", async () => {
  await (await named("公文")).click();
  await window.until(
    async () => (await window.text("dialog[open] .fault")).includes("还没有保存"),
    "the question",
  );
  await window.click("保存", "dialog[open] footer");
  await window.until(() => window.exists("dialog[open] fieldset:disabled"), "the built-in style");
  const style = desk.ask("style", "show", "县府办");
  expect(style.lines.body.line).toBe(700);
  expect(style.lines.heading1.size).toBe(30);
  expect(style.lines.title.size).toBe(44);
  expect([style.numbers, style.open_fields, style.appendix]).toEqual(["word", "control", true]);
  await window.press("Esc");
  await window.until(async () => !(await window.exists("dialog[open]")), "no dialog");
});

test("a draft goes out in it", async () => {
  const out = desk.inner("files/稿.docx");
  desk.answer(out);
  await window.press("Ctrl+E");
  await window.until(async () => existsSync(out), "the file");
  desk.tell("style", "learn", out, "--name", "回学");
  expect(desk.ask("style", "show", "回学").lines.body.line).toBe(700);
  desk.tell("style", "remove", "回学");
});

test("a file that can't be used is told, and one that is deleted comes back", async () => {
  const file = join(desk.library, "styles/县府办.toml");
  writeFileSync(
    join(desk.library, "styles/坏的.toml"),
    readFileSync(file, "utf8").replace("size = 44", "size = x"),
  );
  await window.click("管理…", "footer");
  await window.until(
    async () => (await window.text("dialog[open] .wrong")).includes("坏的.toml 第"),
    "the line",
  );
  await looked(window);
  await window.shot("styles-own");
  await window.click("删除", "dialog[open] footer");
  await window.until(async () => own().length === 0, "no style of one's own");
  await window.press("Esc");
  await window.click("撤销");
  await window.until(async () => own().join() === "县府办", "the style again");
});
