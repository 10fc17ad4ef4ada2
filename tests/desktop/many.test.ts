// Many drafts become files in one go: how far it is, and that it can be stopped.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

/** So many that there is time to press a button while they are written. */
const DRAFTS = 60;

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  desk.tell("import", desk.copy(SAMPLE));
  const [speech] = desk.ask("list", "--kind", "template");
  for (let nth = 0; nth < DRAFTS; nth++) desk.tell("draft", "new", "--from", speech.id);
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

test("it is said how far it is, and what is written when it is stopped stays whole", async () => {
  const folder = desk.inner("files/送审");
  desk.answer(folder);
  await window.press("Ctrl+Shift+E");
  await window.click("全选", "dialog[open]");
  await window.click("PDF", "dialog[open]");
  await window.click(`选文件夹，导出 ${DRAFTS} 篇…`, "dialog[open]");
  const done = () =>
    window.run<number>(
      "return Number(document.querySelector('dialog[open] [role=progressbar]')?.getAttribute('aria-valuenow') ?? -1)",
    );
  await window.until(async () => (await done()) > 0, "some of it");
  expect(await window.text("dialog[open] [role=status]")).toMatch(
    new RegExp(`正在导出：\\d+ / ${DRAFTS} 篇`),
  );
  // The dialog stays while it is about something.
  await window.press("Esc");
  expect(await window.exists("dialog[open] [role=progressbar]")).toBe(true);
  await window.click("停下", "dialog[open]");
  const told = await window.until(
    async () => new RegExp(`${DRAFTS} 篇里写了 (\\d+) 篇`).exec(await window.text("dialog[open]")),
    "the report",
  );
  const written = Number(told[1]);
  expect(written).toBeGreaterThan(0);
  expect(written).toBeLessThan(DRAFTS);
  const files = readdirSync(folder);
  expect(files).toHaveLength(written);
  for (const name of files) {
    const file = readFileSync(join(folder, name));
    expect(file.subarray(0, 5).toString()).toBe("%PDF-");
    expect(file.subarray(-6).toString()).toContain("%%EOF");
  }
  await window.shot("export-stopped");
  await looked(window);
  await window.press("Esc");
  await window.until(async () => !(await window.exists("dialog[open]")), "its end");
  // The next one begins anew.
  await window.press("Ctrl+Shift+E");
  await window.until(
    async () => (await window.text("dialog[open]")).includes("选文件夹，导出 1 篇"),
    "the choice",
  );
  await window.press("Esc");
});
