// What stands behind the documents: the collections of their folders, their originals, and
// folders that are followed, whatever happens to the files in them.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync } from "node:fs";
import { basename } from "node:path";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { looked } from "./axe";
import { Desk } from "./desk";
import { Window } from "./window";

const speech = (meeting: string, task: string) =>
  `在${meeting}上的讲话\n同志们：\n今天开会，主要是安排${task}的事。\n一、认清形势\n要看到差距。\n`;

const desk = new Desk();
let window: Window;

beforeAll(async () => {
  mkdirSync(desk.inner("files/历年讲话/2023年"), { recursive: true });
  desk.file("历年讲话/2023年/春耕.txt", speech("全县春耕现场会", "备耕"));
  desk.file("历年讲话/2023年/防汛.txt", speech("全市防汛工作会议", "水库"));
  desk.file("历年讲话/旧稿.txt", speech("全县教师节座谈会", "学校"));
  desk.tell("import", desk.inner("files/历年讲话"));
  window = await Window.onDesk(desk);
});
afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** The names of the collections, as the list shows them. */
const collections = () =>
  window.run<string[]>(
    `return [...document.querySelectorAll("aside.left .collections option")].map((one) => one.textContent.trim())`,
  );

/** Looks at the collection of that name, as a writer who chooses it in the list. */
async function look(name: string): Promise<void> {
  await window.run(
    `const select = document.querySelector("aside.left .collections select");
     select.value = [...select.options].find((one) => one.textContent.includes(arguments[0])).value;
     select.dispatchEvent(new Event("change", { bubbles: true }));`,
    name,
  );
}

const shown = () => window.text("aside.left [role=listbox]:last-of-type");

test("a collection is given another name, removed and brought back", async () => {
  await window.until(async () => (await collections()).length === 3, "all, and the two folders");
  await look("2023年");
  await window.until(async () => !(await shown()).includes("教师节"), "those of the folder only");
  await window.click("这个文集");
  await window.shot("collection-menu");
  await window.click("改名");
  await window.find("aside.left .collections input");
  await window.press("Ctrl+A");
  await window.type("去年");
  await window.press("Enter");
  await window.until(async () => (await collections()).includes("去年（2）"), "the new name");
  expect(desk.ask("collections").map((one: any) => one.name)).toEqual(["历年讲话", "去年"]);

  await window.click("这个文集");
  await window.click("移除文集");
  await window.until(async () => (await collections()).length === 2, "one fewer");
  expect(await window.text("body")).toContain("移除了文集“去年”，里面的文稿都还在素材库。");
  await window.until(async () => (await shown()).includes("教师节"), "all documents");
  expect(desk.ask("list", "--kind", "speech").length).toBe(3);
  await window.click("恢复");
  await window.until(async () => (await collections()).includes("去年（2）"), "it is back");
  await window.until(async () => !(await shown()).includes("教师节"), "and looked at again");
  await looked(window);
  await look("全部");
  await window.until(async () => (await shown()).includes("教师节"), "all documents");
});

test("the original is opened by the program that the system has for it, as a copy", async () => {
  await window.search("安排备耕的事");
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists("main [aria-label^='只读']"), "the speech");
  await window.press("Ctrl+K");
  await window.type("打开原文件");
  await window.shot("original");
  await window.press("Enter");
  const [copy] = await window.until(async () => {
    const opened = desk.opened();
    return opened.length > 0 ? opened : null;
  }, "the system's program");
  expect(basename(copy!)).toBe("春耕.txt");
  expect(readFileSync(copy!, "utf8")).toBe(speech("全县春耕现场会", "备耕"));
  // Its writer's file stays what it was, whatever is done to the copy.
  expect(copy).not.toContain(desk.folder);
  expect(statSync(copy!).mode & 0o222).toBe(0);
  rmSync(copy!);
});

test("in a followed folder new files come in, changed ones as new editions, and gone ones are marked", async () => {
  mkdirSync(desk.inner("files/跟随"));
  const path = desk.file("跟随/水利.txt", speech("全县水利工作会议", "渠道"));
  desk.answer(desk.inner("files/跟随"));
  await window.press("Ctrl+F", "Esc", "Ctrl+K");
  await window.type("跟随文件夹");
  await window.press("Enter");
  await window.click("跟随一个文件夹", "dialog[open]");
  await window.until(async () => (await window.text("dialog[open] li")).includes("跟随"), "the folder");
  await window.press("Esc");
  await window.press("Ctrl+F", "Esc");
  await window.until(async () => (await shown()).includes("水利工作会议"), "what was in it");

  desk.file("跟随/水利.txt", speech("全县水利工作会议", "渠道和泵站"));
  const editions = () =>
    desk.ask("list", "--kind", "speech").filter((one: any) => one.title.includes("水利"));
  await window.until(async () => editions().length === 2, "the second edition");

  renameSync(path, desk.inner("files/水利.txt"));
  await window.until(async () => (await shown()).includes("原文件不在了"), "the mark");
  await window.shot("gone");
  expect(editions().length).toBe(2);
  renameSync(desk.inner("files/水利.txt"), path);
  await window.until(async () => !(await shown()).includes("原文件不在了"), "no mark");
});
