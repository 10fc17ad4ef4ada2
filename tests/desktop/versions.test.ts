// What a draft was: two of its former versions beside each other and in one, by characters and by
// blocks; a block of one of them comes back, and a version does.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk } from "./desk";
import { Window } from "./window";

const desk = new Desk();
let window: Window;

const TEXT = `在防汛准备会上的讲话
同志们：
今年来水偏多12.5%，大家要早作准备。
一、把人转移到位
各镇要一户一户记下来，雨一大就转。
二、把路看好
公路局要在每个弯道安排人。
各桥梁要有专人守。
`;

beforeAll(async () => {
  desk.tell("import", desk.file("防汛.txt", TEXT));
  const [speech] = desk.ask("list");
  desk.tell("draft", "new", "--from", speech.id);
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** Calls the draft as it is so. */
async function call(name: string): Promise<void> {
  await window.saved();
  await window.press("Ctrl+Shift+M");
  await window.until(() => window.exists("dialog .names"), "the names");
  await window.click(name, "dialog");
  await window.until(async () => (await window.text("nav .front .version")) === name, name);
}

/** Puts the cursor behind the last character of a line. */
async function endOf(line: string): Promise<void> {
  const place = `const line = [...document.querySelectorAll(".ProseMirror > *")]
     .find((one) => one.textContent.startsWith(arguments[0]));
   line.scrollIntoView({ block: "center" });
   return line`;
  await (await window.until(() => window.run<any>(place, line), line)).click();
  await window.press("End");
}

type Row = { change: string; columns: string[]; gone: string[]; come: string[] };

/** The rows of the comparison: what has become of each, its columns, what went and what came. */
function compared(): Promise<Row[]> {
  return window.run(
    `return [...document.querySelectorAll("dialog .row")].map((row) => ({
       change: row.querySelector(".what")?.textContent ?? "",
       columns: [...row.querySelectorAll("p")].map((one) => one.textContent),
       gone: [...row.querySelectorAll("del")].map((one) => one.textContent),
       come: [...row.querySelectorAll("ins")].map((one) => one.textContent),
     }))`,
  );
}

const row = async (words: string) =>
  (await compared()).find(({ columns }) => columns.some((column) => column.includes(words)))!;

/** Asks for a block of the older version. */
async function bringBack(words: string): Promise<void> {
  await window.run(
    `[...document.querySelectorAll("dialog .row")].find((row) => row.textContent.includes(arguments[0]))
       .querySelector("button").click()`,
    words,
  );
}

const told = () => window.text("dialog footer [role=status]");

/** The lines of the sheet, without the fields' frames: what the draft says. */
const lines = async () => (await window.lines()).filter((line) => line !== "");

test("two former versions stand in one text, by characters and by blocks", async () => {
  await window.untilLine("二、把路看好");
  await call("一稿");
  // One word is another, one line is gone, one is new, and a section stands elsewhere.
  await endOf("今年来水");
  await window.press(..."，大家要早作准备。".split("").map(() => "Backspace"));
  await window.press(..."12.5%".split("").map(() => "Backspace"));
  await window.type("9.1%，大家要早作准备。");
  await endOf("各桥梁要");
  await window.press("Shift+Home", "Backspace", "Backspace", "Enter");
  await window.type("各桥要派人。");
  await window.go("Ctrl+Shift+L", "[role=tree]");
  await window.press("End", "Alt+↑");
  await window.untilLine("一、把路看好");
  await call("二稿");
  await endOf("各镇要");
  await window.type("夜里也要转。");
  await window.saved();

  await window.press("Ctrl+Shift+Y");
  await window.click("一稿", "dialog [role=listbox]");
  const box = "dialog select";
  await window.run(
    `const box = document.querySelector(arguments[0]);
     box.value = [...box.options].find((one) => one.textContent === "二稿").value;
     box.dispatchEvent(new Event("change", { bubbles: true }))`,
    box,
  );
  await window.until(async () => (await row("把路看好"))?.change === "挪过", "the two compared");
  // A figure is one word, and what was written after both is in neither.
  expect(await row("今年来水")).toMatchObject({ change: "改过", gone: ["12.5"], come: ["9.1"] });
  expect(await row("各桥梁要")).toMatchObject({ change: "删去", gone: ["各桥梁要有专人守。"] });
  expect(await row("各桥要")).toMatchObject({ change: "新加", come: ["各桥要派人。"] });
  expect((await compared()).map(({ columns }) => columns.join()).join()).not.toContain("夜里");
  expect((await compared()).every(({ columns }) => columns.length === 1)).toBe(true);
  await window.shot("versions");
  await looked(window);
});

test("and beside each other", async () => {
  await window.click("左右对照", "dialog");
  await window.until(async () => (await compared())[0]?.columns.length === 2, "two columns");
  expect((await row("今年来水")).columns).toEqual([
    "今年来水偏多12.5%，大家要早作准备。",
    "今年来水偏多9.1%，大家要早作准备。",
  ]);
  expect((await row("各桥梁要")).columns).toEqual(["各桥梁要有专人守。", ""]);
  await window.shot("versions-beside");
  await looked(window);
});

test("a block of the older one comes back into the draft as it is, and is taken back", async () => {
  const before = await lines();
  expect(before.join()).not.toContain("各桥梁要有专人守。");
  await bringBack("各桥梁要");
  await window.until(async () => (await told()).startsWith("这一段已恢复"), "that it is back");
  const back = await lines();
  expect(back).toEqual(
    before.toSpliced(before.indexOf("公路局要在每个弯道安排人。") + 1, 0, "各桥梁要有专人守。"),
  );
  await window.shot("versions-block");
  await bringBack("各桥梁要");
  await window.until(async () => (await told()).includes("就是这样"), "that it is there already");
  expect(await lines()).toEqual(back);
  await bringBack("今年来水");
  await window.untilLine("今年来水偏多12.5%");
  await window.click("撤销", "dialog footer");
  await window.untilLine("今年来水偏多9.1%");
  expect(await lines()).toEqual(back);
  await window.press("Esc");
  await window.press("Ctrl+Z");
  await window.until(async () => String(await lines()) === String(before), "the draft as it was");
});

test("what has moved goes back to its place", async () => {
  await window.saved();
  await window.press("Ctrl+Shift+Y");
  await window.click("一稿", "dialog [role=listbox]");
  await window.until(async () => (await row("把路看好"))?.change === "挪过", "that it moved");
  await bringBack("把路看好");
  await window.until(
    async () => !(await row("把路看好")) || (await row("把路看好")).change === "",
    "its place",
  );
  await window.press("Esc");
  const all = await lines();
  expect(all.indexOf("二、把路看好")).toBeGreaterThan(all.findIndex((line) => line.startsWith("各镇要")));
  await window.press("Ctrl+Z");
  await window.untilLine("一、把路看好");
});

test("a version comes back whole, in one step", async () => {
  const before = await lines();
  await window.saved();
  await window.press("Ctrl+Shift+Y");
  await window.click("一稿", "dialog [role=listbox]");
  await window.click("恢复这一版", "dialog");
  await window.until(async () => (await lines()).join("\n") + "\n" === TEXT, "the first version");
  await window.press("Ctrl+Z");
  await window.until(async () => String(await lines()) === String(before), "undone");
  await window.saved();
});
