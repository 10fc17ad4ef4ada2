// The writer's own word on fields: another name, another kind, two that are one, one that is
// two. It is kept with the draft, shown on the sheet, and one undo takes it back.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", SAMPLE);
  const [sample] = desk.ask("list", "--kind", "template");
  desk.tell("draft", "new", "--from", sample.id);
  window = await Window.onDraft(desk);
  await window.go("Ctrl+Shift+F", "aside.right input");
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

type Kept = { label: string; kind: string; value: string | null; slots: unknown[] };

/** A field of the draft as it is stored, once all is. */
async function kept(label: string): Promise<Kept | undefined> {
  await window.saved();
  const [draft] = desk.ask("list", "--kind", "draft");
  return desk.ask("draft", "fields", draft.id).fields.find((one: Kept) => one.label === label);
}

/** Takes a field in hand and opens what is to be said of it. */
async function change(label: string): Promise<void> {
  await window.run(
    `[...document.querySelectorAll("aside.right input")]
       .find((box) => box.labels[0]?.firstChild.textContent.trim() === arguments[0]).focus()`,
    label,
  );
  await window.press("F2");
  await window.find("dialog[open] #field-label");
}

/** What the labels of the pane say. */
async function untilAsked(label: string, asked = true): Promise<void> {
  const labels = () =>
    window.run<string[]>(
      "return [...document.querySelectorAll('aside.right .field label')].map((one) => one.firstChild.textContent.trim())",
    );
  await window.until(async () => (await labels()).includes(label) === asked, `“${label}” ${asked}`);
}

test("another name and another kind", async () => {
  await change("县委届数");
  await window.press("Ctrl+A");
  await window.type("县委第几届");
  await window.run(
    `const select = document.querySelector("#field-kind");
     select.value = "number";
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  await window.click("确定");
  await untilAsked("县委第几届");
  expect(await window.text(".ProseMirror")).toContain("县委第几届");
  expect((await kept("县委第几届"))?.kind).toBe("number");
});

test("a name that another field has is refused with a way out", async () => {
  await change("部门数");
  await window.press("Ctrl+A");
  await window.type("镇数");
  await window.click("确定");
  await window.until(
    async () => (await window.text("dialog[open] [role=alert]")).includes("并成一项"),
    "the reason",
  );
  expect(await window.exists("dialog[open]")).toBe(true);
  await window.press("Esc");
});

test("one that is two: a place of the county is another's", async () => {
  expect((await kept("县名"))?.slots.length).toBe(3);
  await change("县名");
  await window.shot("field-change");
  const boxes = await window.driver.findElements({ css: "dialog[open] input[type=checkbox]" });
  expect(boxes.length).toBe(3);
  await boxes[1]!.click();
  await window.click("确定");
  await untilAsked("县名（2）");
  expect((await kept("县名"))?.slots.length).toBe(2);
  expect((await kept("县名（2）"))?.slots.length).toBe(1);
});

test("two that are one are asked once", async () => {
  await change("县名");
  await window.run(
    `const select = document.querySelector("#field-same");
     select.value = [...select.options].find((one) => one.label === "县名（2）").value;
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
  );
  await window.click("确定");
  await untilAsked("县名（2）", false);
  expect((await kept("县名"))?.slots.length).toBe(3);
});

test("undo takes back one word after the other", async () => {
  await window.press("Esc", "Ctrl+Z");
  await untilAsked("县名（2）");
  await window.press("Ctrl+Z");
  await untilAsked("县名（2）", false);
  await window.press("Ctrl+Z");
  await untilAsked("县委届数");
  expect((await kept("县委届数"))?.kind).toBe("ordinal");
});
