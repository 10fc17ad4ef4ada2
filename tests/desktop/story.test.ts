// The story of the sample, from the first start to a Word file, by mouse and keyboard:
// import, find, take over, name, fill, move, write, undo, hand in; quit, and be killed.
import { existsSync } from "node:fs";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

const TITLE = "在平安县政府全体会议上的讲话";
const desk = new Desk();
let window: Window;

beforeAll(async () => {
  window = await Window.open(desk);
  await window.size(1366, 768);
});

afterEach((story) => window.shotIfFailed(story));

afterAll(async () => {
  await window.kill();
  desk.clear();
});

/** The draft as the program by command line shows it. */
function kept(): { id: string; title: string; text: string } {
  const [newest] = desk.ask("list", "--kind", "draft");
  return desk.ask("draft", "show", newest.id);
}

/** The headings of the outline. */
async function outline(): Promise<string[]> {
  return window.run(
    "return [...document.querySelectorAll('[role=treeitem] .text')].map((one) => one.textContent)",
  );
}

/** The value in a field's box, by the field's label. */
async function field(label: string) {
  return window.until(async () => {
    for (const box of await window.driver.findElements({ css: "aside.right input" })) {
      if (
        (await box.getAttribute("id")) &&
        (await window.run<string>("return arguments[0].labels[0].innerText", box)).startsWith(label)
      ) {
        return box;
      }
    }
    return null;
  }, `the field “${label}”`);
}

test("the first start asks two questions and shows ways in", async () => {
  await window.find("dialog[open] form");
  await window.shot("1-questions");
  await window.type("平安县");
  await window.press("Enter");
  await window.click("下一步");
  await window.until(async () => (await window.text("dialog[open]")).includes("一分钟上手"), "the ways in");
  await window.shot("2-ways-in");
  await window.click("直接进入");
  await window.until(async () => !(await window.exists("dialog[open]")), "the desk");
  expect(await window.text("main")).toContain("今天写什么？");
  await window.shot("3-empty-desk");
  expect(desk.ask("set").own).toEqual(["平安县"]);
});

test("the sample is imported by dialog, and the report can be read", async () => {
  desk.answer(SAMPLE);
  await window.press("Ctrl+O");
  await window.until(
    async () => (await window.text("aside.left")).includes("全体（扩大）会议"),
    "the template",
  );
  await window.shot("4-imported");
  await window.click("详情");
  await window.until(
    async () => (await window.text("dialog[open]")).includes("county-government-speech.txt"),
    "report",
  );
  await window.shot("5-import-report");
  await window.press("Esc");
});

test("a passage is found while it is typed, and taken", async () => {
  await window.search("营商环境");
  await window.until(async () => (await window.text("aside.left .count")).startsWith("2 "), "two passages");
  const marked = await window.run(
    "return [...document.querySelectorAll('mark')].map((one) => one.textContent)",
  );
  expect(marked).toEqual(["营商环境", "营商环境"]);
  await window.shot("6-found");
  await window.press("↓", "Enter");
  const lines = await window.untilLine("（一）");
  expect(lines.join("")).toContain("四是持续优化营商环境");
  await window.shot("7-passage-taken");
});

test("section 三 is taken over from the open document", async () => {
  await window.go("Ctrl+F", "search input");
  await window.press("Ctrl+Enter");
  await window.until(() => window.exists("main [aria-label^='只读']"), "the document");
  await window.shot("8-document");
  await window.go("Ctrl+Shift+L", "[role=tree]");
  await window.until(async () => (await outline()).length > 10, "the outline");
  await window.press("End");
  await window.until(async () => {
    await window.press("↑");
    return (await window.text("[role=treeitem][aria-selected=true]")).startsWith("三、");
  }, "三、 in hand");
  await window.press("Shift+Enter");
  await window.untilLine("一、以践行初心使命");
  expect((await outline()).map((heading) => heading.slice(0, 3))).toEqual([
    "（一）",
    "一、以",
    "（一）",
    "（二）",
    "（三）",
  ]);
  await window.shot("9-section-taken");
});

test("what was taken says where from, and leads there", async () => {
  expect(await window.text("footer")).toContain("取自 1 篇 · 本稿新写 0%");
  await window.press("Ctrl+Shift+U");
  await window.find("aside.right li");
  expect(await window.text("aside.right")).toContain("原文还剩 100%");
  await window.click("看下一处");
  await window.shot("9-origins");
  await window.click("比一比");
  await window.find("aside.right .row .what");
  await window.click("在2020年", "aside.right .row");
  await window.find(".ProseMirror .shared");
  expect(await window.text("aside.right")).toContain("相同 100%");
  await window.shot("9-compared");
  await window.click("在2020年", "aside.right .row");
  await window.until(async () => !(await window.exists(".ProseMirror .shared")), "no marks");
  await window.click("打开原文", "aside.right li");
  await window.until(
    () => window.exists("main [aria-label^='只读'] .shown"),
    "the source, where it was taken",
  );
  await window.press("Ctrl+Tab");
  await window.untilDraft();
  await window.press("Ctrl+Shift+L");
});

test("the draft is named by its title", async () => {
  await (await window.find(".ProseMirror h1")).click();
  await window.type(TITLE);
  await window.until(
    async () => (await window.text("nav[aria-label='打开的稿子'] .front")).includes("平安县"),
    "the tab's name",
  );
  await window.saved();
  expect(kept().title).toBe(TITLE);
});

test("two fields are filled by typing, Tab goes on to the next", async () => {
  await window.go("Ctrl+Shift+F", "aside.right input");
  await (await field("市场主体总数")).click();
  await window.type("3.2");
  await window.shot("10-field-in-hand");
  await window.press("Tab");
  await window.until(
    async () => (await window.text(".ProseMirror")).includes("3.2万户"),
    "the value on the sheet",
  );
  await window.type("150");
  await window.press("Enter");
  await window.until(async () => (await window.text(".ProseMirror")).includes("150亿元"), "the second value");
});

test("what does not fit is said and not put in", async () => {
  await (await field("今年贷款")).click();
  await window.type("很多");
  await window.press("Tab");
  await window.until(
    async () => (await window.text("aside.right [role=alert]")).includes("这里要填金额"),
    "the reason",
  );
  expect(await window.text(".ProseMirror")).not.toContain("很多");
  await (await field("今年贷款")).click();
  await window.press("Esc");
});

test("a csv fills the rest, after it was shown what goes where", async () => {
  desk.answer(desk.file("数据.csv", "项目,数值\n今年贷款,108\n今年存贷比,72\n不相干的事,5\n"));
  await window.go("Ctrl+Shift+F", "aside.right input");
  await window.click("数据表");
  await window.until(
    async () => (await window.text("dialog[open]")).includes("3 行，其中 2 行对得上"),
    "the match",
  );
  expect(await window.text(".ProseMirror")).not.toContain("108亿元");
  await window.shot("11-data-sheet");
  await window.click("填入 2 项");
  await window.until(
    async () => (await window.text(".ProseMirror")).includes("108亿元"),
    "the sheet's values",
  );
  await window.saved();
  expect(kept().text).toContain("3.2万户");
  const { fields } = desk.ask("draft", "fields", kept().id);
  expect(fields.map((one: any) => one.state)).toEqual(["filled", "filled", "filled", "filled"]);
});

test("a section moves by keys and by mouse, and the numbers follow", async () => {
  await window.go("Ctrl+Shift+L", "[role=tree]");
  const before = await outline();
  await window.press("End", "Alt+↑");
  await window.until(
    async () => (await outline())[3]?.slice(3) === before[4]?.slice(3),
    "（三） above （二）",
  );
  expect((await outline()).slice(2).map((heading) => heading.slice(0, 3))).toEqual([
    "（一）",
    "（二）",
    "（三）",
  ]);
  const rows = await window.driver.findElements({ css: "[role=treeitem]" });
  const actions = window.driver.actions({ async: true });
  await actions
    .move({ origin: rows[3]! })
    .press()
    .move({ origin: rows[4]!, y: 6 })
    .move({ origin: rows[4]!, y: 12, duration: 200 })
    .perform();
  await window.shot("12-dragging-a-section");
  await window.driver.actions({ async: true }).release().perform();
  await window.until(async () => (await outline()).join() === before.join(), "the old order");
});

test("what is written is saved, numbered and measured", async () => {
  await (await window.find(".ProseMirror > :last-child")).click();
  await window.press("Ctrl+End", "Enter");
  await window.type("最后，我再强调一点：狠抓落实。");
  await window.press("Enter", "Ctrl+1");
  await window.type("加强领导");
  await window.untilLine("二、加强领导");
  await window.saved();
  expect(kept().text).toMatch(/。\n最后，我再强调一点：狠抓落实。\n二、加强领导$/);
  await window.shot("13-written");
});

test("undo goes back over all of it, and redo forward again", async () => {
  await window.saved();
  const after = await window.lines();
  await window.until(async () => {
    await window.press("Ctrl+Z");
    const text = (await window.lines()).join("");
    return !text.includes("狠抓落实。") && !text.includes("以践行初心使命") && !text.includes(TITLE);
  }, "the beginning");
  expect((await window.lines()).join("")).toContain("四是持续优化营商环境");
  for (let step = 0; step < 40; step++) await window.press("Ctrl+Shift+Z");
  await window.until(async () => (await window.lines()).join("\n") === after.join("\n"), "all of it again");
  await window.saved();
});

test("the draft is handed in as Word", async () => {
  const word = desk.inner("files/讲话稿.docx");
  desk.answer(word);
  await window.press("Ctrl+E");
  await window.click("照样导出");
  await window.until(async () => existsSync(word), "the file");
  await window.until(async () => (await window.text("body")).includes("已导出“讲话稿.docx”"), "the notice");
  await window.shot("14-exported");
  const { parts, title } = desk.ask("inspect", word);
  expect(title).toBe(TITLE);
  const styles = await window.run<string[]>(
    "return [...document.querySelectorAll('footer select option')].map((one) => one.textContent)",
  );
  expect(styles.length).toBeGreaterThan(2);
  const text = (parts as any[]).map((part) => part.text).join("");
  expect(text).toContain("力争市场主体总数超过3.2万户");
  expect(text).toContain("二、加强领导");
});

test("after quitting and starting again all is as it was", async () => {
  const before = await window.lines();
  await window.quit();
  window = await Window.open(desk);
  await window.until(async () => (await window.lines()).join("\n") === before.join("\n"), "the same sheet");
  expect(await window.text("nav[aria-label='打开的稿子']")).toContain("平安县");
  expect(await window.run("return innerWidth")).toBe(1366);
});

test("what was said to be saved outlives a kill", async () => {
  await window.until(
    () => window.run("return document.activeElement?.matches('.ProseMirror')"),
    "the sheet to have the keys",
  );
  await window.press("Ctrl+End", "Enter", "Ctrl+0");
  await window.type("这一句说了已保存。");
  await window.saved();
  await window.kill();
  expect(kept().text).toContain("这一句说了已保存。");
  expect(desk.ask("verify").ok).toBe(true);
  window = await Window.open(desk);
  await window.untilLine("这一句说了已保存。");
});

test("the theme goes from light to dark and to the system's", async () => {
  const theme = () => window.run<string>("return document.documentElement.dataset.theme");
  const seen = new Set<string>();
  for (let step = 0; step < 3; step++) {
    await window.click("换深浅");
    seen.add(await theme());
  }
  expect(seen).toEqual(new Set(["light", "dark"]));
  await window.go("Ctrl+Shift+F", "aside.right input");
  await window.shot("15-filled");
});
