// 朗读稿: what a reader wants of it is chosen beside the style, is in the file, and is there the
// next time and on the command line.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk } from "./desk";
import { Window } from "./window";

const SPEECH =
  "在全县大会上的讲话\n同志们：\n一、立鸿鹄之志\n全年完成投资3.75万亿元，增长14.7%。\n" +
  "要压实责任，马上就办，办就办好。".repeat(60);

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", desk.file("讲话.txt", SPEECH));
  window = await Window.onDesk(desk);
  await window.search("鸿鹄");
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists(".ProseMirror"), "the document");
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

let usual = 0;
/** How long the file says that the speech takes. */
const minutes = (text: string) => Number(/共([\d.]+)分/.exec(text)?.[1]);

/** Exports what is in front, and reads the text of the file as another program does. */
async function exported(name: string): Promise<string> {
  const path = desk.inner(`files/${name}`);
  desk.answer(path);
  await window.press("Ctrl+E");
  await window.until(async () => existsSync(path), name);
  const { stdout } = spawnSync("pdftotext", ["-raw", path, "-"], { encoding: "utf8" });
  return stdout.replace(/\s+/g, "");
}

test("the style for reading has options beside it", async () => {
  expect(await window.text("footer")).not.toContain("选项");
  await window.run(
    `const chooser = document.querySelector("footer select");
     chooser.value = "reading";
     chooser.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  const text = await exported("全.pdf");
  expect(text).toContain("鸿鹄（hú）之志");
  usual = minutes(text);
  await window.click("选项", "footer");
  await window.find("dialog[open] .sample");
  await looked(window);
  await window.shot("reading-copy");
});

test("a choice shows at once in the sample, and then in the file", async () => {
  const sample = () => window.text("dialog[open] .sample");
  expect(await sample()).toContain("hú");
  await window.click("容易读错的字注拼音", "dialog[open]");
  await window.until(async () => !(await sample()).includes("hú"), "no pinyin");
  await window.click("长的数写出读法", "dialog[open]");
  await window.until(async () => !(await sample()).includes("百分之"), "no numbers in words");
  await (await window.find("dialog[open] option[value='36']")).click();
  const rate = await window.find("#rate");
  await rate.clear();
  await rate.sendKeys("20");
  await window.until(() => window.exists("dialog[open] footer button:disabled"), "too slow for a person");
  await rate.sendKeys("0");
  await window.shot("reading-copy-chosen");
  await window.click("保存", "dialog[open]");
  await window.until(async () => !(await window.exists("dialog[open]")), "the desk");
  const text = await exported("选.pdf");
  expect(text).toContain("立鸿鹄之志");
  expect(text).toContain("3.75万亿元，增长14.7%");
  // 200 characters a minute in the place of 180.
  expect(minutes(text)).toBeCloseTo((usual * 180) / 200, 0);
  expect(minutes(text)).toBeLessThan(usual);
  expect(desk.ask("set")).toMatchObject({
    rate: 200,
    reading: { pauses: true, pinyin: false, numbers: false, minutes: true, bold: true, size: 36 },
  });
});

test("it is found again", async () => {
  await window.click("选项", "footer");
  await window.find("dialog[open] .sample");
  const checked = await window.run<boolean[]>(
    "return [...document.querySelectorAll('dialog[open] input[type=checkbox]')].map((one) => one.checked)",
  );
  expect(checked).toEqual([true, false, false, true, true]);
  expect(await window.run("return document.querySelector('dialog[open] select').value")).toBe("36");
  await window.press("Esc");
});
