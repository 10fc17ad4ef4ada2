// What stands around the sheet: its pages, a text out of a chat into the library, what a draft is
// called beside its title, what is kept at hand.
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

const desk = new Desk();
let window: Window;
let draft = "";

const CHAT = `王主任，初稿发你
同志们：
今天开个短会，专门讲一讲防汛的准备。
一、把人转移到位
各镇要把低洼处的群众一户一户记下来，雨一大就转，宁可多转十次。
二、把路看好
公路局要在每个弯道安排人，去年塌方X处，今年一处也不能漏。
`;

beforeAll(async () => {
  desk.tell("import", desk.copy(SAMPLE));
  const [speech] = desk.ask("list", "--kind", "template");
  draft = desk.tell("draft", "new", "--from", speech.id).trim();
  window = await Window.onDraft(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** The numbers at the marks that are seen, from top to bottom. */
function marks(): Promise<number[]> {
  return window.run(
    `return [...document.querySelectorAll(".page-mark")].filter((mark) => mark.checkVisibility())
       .map((mark) => [mark.getBoundingClientRect().top, Number(mark.dataset.page)])
       .sort(([one], [other]) => one - other).map(([, page]) => page)`,
  );
}

const from2 = (to: number) => Array.from({ length: to - 1 }, (_, idx) => idx + 2);

async function paged(pages: number): Promise<void> {
  await window.until(async () => (await window.text("footer")).includes(`约 ${pages} 页`), `${pages} pages`);
  await window.until(async () => String(await marks()) === String(from2(pages)), `marks of ${pages} pages`);
}

test("the foot says how many pages there are, and the sheet where they begin", async () => {
  const { pages } = desk.ask("draft", "outline", draft);
  expect(pages).toBeGreaterThan(8);
  await paged(pages);
  // Where the second page begins stands the corner, before the character that its paper begins with.
  expect(await window.run("return document.querySelector('.ProseMirror .page-mark')")).toBeNull();
  await window.run("document.querySelector('.sheet-desk').scrollTop = 620");
  await window.shot("pages");
  await looked(window);
});

test("the pages follow the text and the house style, and no copy has the marks", async () => {
  const { pages } = desk.ask("draft", "outline", draft);
  await (await window.find(".ProseMirror .salutation")).click();
  await window.press("End", "Enter");
  // All at once: the driver presses one key after the other.
  const insert = "document.execCommand('insertText', false, arguments[0])";
  await window.run(insert, "各级各部门要认真贯彻落实。".repeat(60));
  await paged(pages + 1);
  await window.saved();
  expect(desk.ask("draft", "outline", draft).pages).toBe(pages + 1);
  await window.press("Ctrl+A");
  const selected = await window.run<string>("return getSelection().toString()");
  const plain = (text: string) => text.replace(/\s/g, "");
  expect(plain(selected)).toBe(plain(await window.text(".ProseMirror")));
  await window.press("Ctrl+Home");
  const { pages: aloud } = desk.ask("draft", "outline", draft, "--style", "reading");
  const choose = `const box = document.querySelector("footer select");
    box.value = arguments[0]; box.dispatchEvent(new Event("change", { bubbles: true }))`;
  await window.run(choose, "reading");
  await paged(aloud);
  await window.run(choose, "speech");
  await paged(pages + 1);
});

test("the marks are put away by a key, and come back", async () => {
  await window.press("Ctrl+Shift+P");
  await window.until(async () => (await marks()).length === 0, "no marks");
  await window.press("Ctrl+Shift+P");
  await window.until(async () => (await marks()).length > 0, "the marks");
});

/** Pastes a text into the box that has the keys, as another program has put it on the clipboard. */
async function paste(text: string, html = ""): Promise<void> {
  await window.run(
    `const [text, html] = arguments;
     const data = new DataTransfer();
     data.setData("text/plain", text);
     if (html) data.setData("text/html", html);
     const event = new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true });
     document.activeElement.dispatchEvent(event);`,
    text,
    html,
  );
}

test("a text out of a chat is looked at and taken in under the name that the writer gives it", async () => {
  await window.press("Ctrl+Alt+V");
  await window.until(() => window.run("return document.activeElement.matches('dialog textarea')"), "the box");
  await window.shot("pasting-box");
  await paste(CHAT);
  await window.until(() => window.exists("#pasting-title"), "what was pasted");
  const value = (entry: string) =>
    window.run<string>(`return document.querySelector("#pasting-${entry}").value`);
  expect(await value("title")).toBe("王主任，初稿发你");
  expect(await window.text("dialog [role=status]")).toContain("收作模板");
  await window.until(() => window.run("return document.activeElement.id === 'pasting-title'"), "the title");
  await window.press("Ctrl+A");
  await window.type("在防汛准备会上的讲话");
  await (await window.find("#pasting-occasion")).click();
  await window.type("防汛准备会");
  await window.shot("pasting");
  await looked(window);
  await window.press("Enter");
  await window.until(async () => (await window.text("body")).includes("已收进"), "the word");
  const taken = desk.ask("list").find((row: { title: string }) => row.title === "在防汛准备会上的讲话");
  expect(taken).toMatchObject({
    kind: "template",
    occasion: "防汛准备会",
    path: null,
  });
  expect(desk.tell("show", taken.id)).toBe(CHAT);
  const [report] = desk.ask("imports");
  expect(report.imported).toBe(1);
});

test("Ctrl+V in the list of the library pastes what the clipboard has; what is there already is told", async () => {
  await window.click("打开", ".notices");
  await window.untilLine("王主任，初稿发你");
  await window.press("Ctrl+Shift+C");
  await window.until(async () => (await window.text("body")).includes("全文已复制"), "the copy");
  await (await window.find("aside.left [role=option]")).click();
  await window.press("Ctrl+V");
  await window.until(() => window.exists("dialog .same"), "that it is there");
  expect(await window.text("dialog .same")).toContain("在防汛准备会上的讲话");
  expect(await (await window.control("收进", "dialog footer")).isEnabled()).toBe(false);
  await window.shot("pasting-same");
  await window.press("Esc");
});

test("a draft says which version it is, in its tab, in the list and to the history", async () => {
  await (await window.find("nav li .title")).click();
  await window.untilDraft();
  await window.press("Ctrl+Shift+M");
  await window.until(() => window.exists("dialog .names"), "the names");
  await window.shot("version");
  await looked(window);
  await window.click("二稿", "dialog");
  await window.until(async () => (await window.text("nav .front .version")) === "二稿", "二稿 in the tab");
  expect(await window.text("aside.left [role=option] .version")).toBe("二稿");
  expect(desk.ask("draft", "history", draft).versions[0].name).toBe("二稿");
  expect(await window.exists("nav .front .version.since")).toBe(false);
  await (await window.find(".ProseMirror .salutation")).click();
  await window.press("End");
  await window.type("大家好。");
  await window.until(() => window.exists("nav .front .version.since"), "that it was changed since");
  await window.saved();
  // By the keyboard, from the list.
  await (await window.find("aside.left [role=option]")).click();
  await window.press("F2");
  await window.until(() => window.exists("dialog #version-own"), "the names");
  await window.type("送审稿");
  await window.press("Enter");
  await window.until(
    async () => (await window.text("nav .front .version")) === "送审稿",
    "送审稿 in the tab",
  );
  await window.shot("version-shown");
  const names = desk
    .ask("draft", "history", draft)
    .versions.flatMap((one: { name: string | null }) => one.name ?? []);
  expect(names).toEqual(["送审稿", "二稿"]);
});

test("what is pinned stands on top, and the palette opens it and what was opened last", async () => {
  const pinned = "在防汛准备会上的讲话";
  const row = await window.control(pinned, "aside.left");
  await row.click();
  await window.press("Ctrl+T");
  const first = () => window.text("aside.left h2");
  await window.until(async () => (await first()) === "置顶", "the pinned ones");
  await window.press("Ctrl+K");
  await window.until(() => window.exists("dialog [role=option]"), "the palette");
  expect(await window.text("dialog [role=option]")).toContain(`打开《${pinned}》`);
  await window.shot("palette-documents");
  await window.press("Enter");
  await window.untilLine("王主任，初稿发你");
  await window.press("Ctrl+K");
  await window.until(() => window.exists("dialog [role=option]"), "the palette");
  expect(await window.text("dialog [role=option]")).toContain("最近打开");
  await window.press("Esc");
  await window.shot("pinned");
  // All of it is found again at the next start.
  await window.quit();
  window = await Window.open(desk);
  await window.until(async () => (await first()) === "置顶", "the pinned ones again");
  await window.press("Ctrl+T");
  await window.until(async () => (await first()) !== "置顶", "none is pinned");
});
