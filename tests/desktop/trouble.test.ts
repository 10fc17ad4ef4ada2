// When something is wrong: a second start, a library that can't be opened, one that somebody
// else writes to. Nothing is lost and nothing is overwritten; the writer reads what to do.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { Desk, PROGRAM } from "./desk";
import { held } from "./held";
import { Window } from "./window";

let desk: Desk;
let window: Window;

beforeEach(() => {
  desk = new Desk();
});
afterEach(async (story) => {
  await window.shotIfFailed(story);
  await window.kill();
  desk.clear();
});

test("a second start brings the first window forward and ends", async () => {
  window = await Window.open(desk);
  const second = spawnSync(PROGRAM, [], { env: desk.environment, timeout: 15_000 });
  expect(second.status).toBe(0);
  expect(await window.exists("dialog[open]")).toBe(true);
});

test("a file that is no library is left as it is, and a sentence says so", async () => {
  mkdirSync(desk.library);
  const file = join(desk.library, "library.db");
  writeFileSync(file, "这不是素材库。".repeat(1000));
  const before = createHash("sha256").update(readFileSync(file)).digest("hex");
  window = await Window.open(desk);
  const words = await window.text("main");
  expect(words).toContain("素材库");
  expect(words).toContain("再试一次");
  await window.shot("closed");
  expect(createHash("sha256").update(readFileSync(file)).digest("hex")).toBe(before);
  // In another folder a new one is made, and is found there the next time.
  desk.answer(desk.inner("files/新素材库"));
  await window.click("换一个文件夹");
  await window.click("跳过");
  expect(createHash("sha256").update(readFileSync(file)).digest("hex")).toBe(before);
  expect(readFileSync(desk.inner("files/新素材库/library.db")).length).toBeGreaterThan(0);
  expect(readFileSync(desk.inner("config/lectern/library.txt"), "utf8")).toContain("新素材库");
});

test("a document that is gone meanwhile is said to be gone", async () => {
  desk.tell("import", desk.file("讲话.txt", "在会上的讲话\n同志们：\n讲一点意见。\n"));
  window = await Window.open(desk);
  await window.toDesk();
  const refused = await window.driver.executeAsyncScript<any>(
    `const done = arguments[0];
     window.__TAURI_INTERNALS__.invoke("open_document", { id: "d999" }).then(() => done(null), done);`,
  );
  expect(refused).toMatchObject({ code: "gone" });
  expect(refused.message.zh).toContain("d999");
});

test("a file that can't be written: one sentence, the old file and the draft as they were", async () => {
  desk.tell("import", desk.file("讲话.txt", "在会上的讲话\n同志们：\n讲一点意见，抓好落实。\n"));
  window = await Window.open(desk);
  await window.toDesk();
  await window.search("讲一点意见");
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists(".ProseMirror"), "the document");
  const lines = await window.lines();
  const old = desk.file("稿.docx", "旧稿");
  writeFileSync(desk.inner("files/.~lock.稿.docx#"), "");
  for (const [path, words] of [
    [old, "正在别的程序里开着"],
    [desk.inner(`files/${"长".repeat(300)}.docx`), "文件名太长"],
    [desk.inner("没有的/稿.docx"), "没有“没有的”这个文件夹"],
  ] as const) {
    desk.answer(path);
    await window.press("Ctrl+E");
    await window.until(async () => (await window.text("body")).includes(words), words);
  }
  await window.shot("not-written");
  expect(readFileSync(old, "utf8")).toBe("旧稿");
  expect(await window.lines()).toEqual(lines);
});

test("a draft that can't be saved is asked about before the window closes, and is not lost", async () => {
  desk.tell("import", desk.file("讲话.txt", "在会上的讲话\n同志们：\n讲一点意见，抓好落实。\n"));
  const [speech] = desk.ask("list");
  const { draft } = desk.ask("draft", "new", "--from", speech.id);
  window = await Window.onDraft(desk);
  await held(desk, async () => {
    await window.press("Ctrl+End");
    await window.type("散会。");
    await window.press("Ctrl+Q");
    await window.find("dialog[open]");
    expect(await window.text("dialog[open]")).toContain("另一个讲台正在写这个素材库");
    await window.click("留下", "dialog[open]");
    await window.until(async () => (await window.text("footer")).includes("没有存上"), "the reason");
  });
  await window.click("再试一次", "footer");
  await window.saved();
  await window.quit();
  expect(desk.tell("draft", "show", draft)).toContain("散会。");
});
