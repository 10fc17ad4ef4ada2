// What other programs have put on the clipboard is pasted by the key, as it is, through the
// system's own clipboard; and a table that came so is written on in.
import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk } from "./desk";
import { Window } from "./window";

const OWNER = fileURLToPath(new URL("clipboard_owner.py", import.meta.url));
/** What programs wrote there, and what the program's own test says it is. */
const CLIPS = fileURLToPath(new URL("../../crates/formats/tests/clipboard/", import.meta.url));

const desk = new Desk();
let window: Window;
let owner: ChildProcess | null = null;

beforeAll(async () => {
  window = await Window.onDesk(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  owner?.kill("SIGKILL");
  await window.kill();
  desk.clear();
});

/** Has a program copy what stands in a file. */
async function copy(file: string, text: string): Promise<void> {
  owner?.kill("SIGKILL");
  const program = spawn("/usr/bin/python3", [OWNER, file], { env: desk.environment });
  owner = program;
  program.stdin.end(text);
  await new Promise((resolve, reject) => {
    program.stdout.once("data", resolve);
    program.once("exit", reject);
  });
}

/** What it is pasted as, by the program's own test: each block's kind and words. */
function expected(name: string): { kind: string; text: string }[] {
  const told = readFileSync(join(CLIPS, `${name}.html.expect`), "utf8").split("--- pasted\n")[1]!;
  return [...told.matchAll(/^(\w+).* (".*")$/gm)].map(([, kind, text]) => ({
    kind: kind!.toLowerCase(),
    text: JSON.parse(text!),
  }));
}

/** The blocks of the sheet: kind and words, X where a slot is. */
function blocks(): Promise<{ kind: string; text: string }[]> {
  return window.run(
    `return [...document.querySelectorAll(".ProseMirror > *")].map((block) => {
       const copy = block.cloneNode(true);
       for (const slot of copy.querySelectorAll(".slot")) slot.textContent = "X";
       return { kind: block.classList[0], text: (block.dataset.numeral ?? "") + copy.textContent };
     })`,
  );
}

/** A new draft with a title and the cursor in the line below. */
async function begin(): Promise<void> {
  await window.press("Ctrl+N");
  await window.until(async () => (await window.lines()).join("") === "", "an empty draft");
  await window.until(
    () => window.run("return document.activeElement.matches('.ProseMirror')"),
    "the keys on the sheet",
  );
  await window.type("在会上的讲话");
  await window.press("Enter");
}

test.each(["Word", "WPS", "Writer", "Writer-numbered", "Chromium", "浏览器"])("from %s", async (name) => {
  const wanted = expected(name);
  await begin();
  await copy(join(CLIPS, `${name}.html`), `${wanted.map(({ text }) => text).join("\n")}\n`);
  await window.press("Ctrl+V");
  const words = (all: { kind: string; text: string }[]) => all.map(({ kind, text }) => `${kind} ${text}`);
  await window
    .until(async () => words((await blocks()).slice(1)).join() === words(wanted).join(), name)
    .catch(async () => expect(words((await blocks()).slice(1))).toEqual(words(wanted)));
  expect(await window.exists(".ProseMirror :is([style*=color], font, img[src], u, a)")).toBe(false);
  await window.shot(`pasted-from-${name}`);
  await window.press("Ctrl+Z");
  await window.until(async () => (await blocks()).length === 2, "nothing of it");
});

test("a table is written on in as in Word, and left by Enter in an empty row", async () => {
  await begin();
  await copy(join(CLIPS, "Writer.html"), "一\n二\n");
  await window.press("Ctrl+V");
  // Its numbers move what stands below them.
  const numbered = async () => (await blocks()).some(({ text }) => text.startsWith("2."));
  await window.until(numbered, "the text with its numbers");
  await window.frames();
  await (await window.find(".ProseMirror .table + .table")).click();
  await window.press("End", "Tab");
  await window.type("风电场");
  await window.press("Tab");
  await window.type("5亿元");
  const lines = async () => (await window.lines()).filter((line) => line.includes("\t"));
  await window.until(async () => (await lines()).length === 3, "a third row");
  expect(await lines()).toEqual(["项目\t投资", "光伏电站\t3.2亿元", "风电场\t5亿元"]);
  await window.press("Shift+Tab");
  await window.type("水电站");
  await window.until(async () => (await lines())[2] === "水电站\t5亿元", "another name");
  await window.press("End", "Enter");
  await window.until(async () => (await lines()).length === 4, "a fourth row");
  await window.press("Enter");
  await window.type("以上项目年内开工。");
  await window.untilLine("以上项目年内开工。");
  expect(await lines()).toHaveLength(3);
  await window.press("Home", "Backspace");
  await window.type("（投产）");
  await window.until(async () => (await lines())[2] === "水电站\t5亿元（投产）", "the row above");
  await window.shot("table");
  await window.saved();
  expect(desk.tell("draft", "show", desk.ask("list", "--kind", "draft")[0].id)).toContain(
    "水电站\t5亿元（投产）\n以上项目年内开工。",
  );
});
