// From the downloaded template to the Word file in few actions: imported, made a draft, two
// sections put in from another speech, every field filled from a workbook, handed in.
//
// An action is a click, a chord of keys or a value that is typed. Of a dialog of the system
// choosing and confirming are one each, confirming the name that it offers is one.
import { copyFileSync, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, expect, test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";
import { xlsx } from "./xlsx";

/** At most so many. */
const FEW = 25;

/** A speech of another year: its second and third section are wanted. */
const OTHER = `在全县项目建设推进会上的讲话
县长　张三
（2026年2月18日）
同志们：
今天我们召开项目建设推进会，我讲三点意见。
一、把握大势，坚定抓项目的信心
全县在建项目X个，完成投资X亿元。
二、聚焦重点，掀起抓项目的热潮
要抓开工，确保项目库新增项目X个。要抓进度，确保年度投资完成X亿元。
（一）前期工作要快。土地、环评、资金同步推进。
（二）要素保障要足。各部门要主动上门服务。
三、压实责任，形成抓项目的合力
要实行县级领导包抓，每周一调度、每月一通报，完成率低于X%的部门要说明情况。
同志们，让我们一起干！
`;

const desk = new Desk();
let window: Window;
const done: string[] = [];

afterEach((story) => window.shotIfFailed(story));
afterAll(async () => {
  await window.kill();
  desk.clear();
});

async function act(what: string, doIt: () => Promise<unknown>): Promise<void> {
  done.push(what);
  await doIt();
}

/** What the writer chooses in the dialog of the system that comes next. */
function choose(path: string): void {
  desk.answer(path);
  done.push(`choose ${path.split("/").at(-1)}`);
}

const kept = () => desk.ask("list", "--kind", "draft")[0];

/** Puts a section of the other speech in the place of one of the draft. */
async function exchange(heading: string, words: string, beginning: string): Promise<void> {
  await act(`click ${heading}`, () => window.click(heading, "aside.right [role=tree]"));
  await act("Ctrl+F", () => window.go("Ctrl+F", "search input"));
  await act(`type ${words}`, () => window.type(words));
  await window.until(() => window.exists("[role=option] mark"), words);
  await act("Ctrl+Shift+Enter", () => window.press("Ctrl+Shift+Enter"));
  await window.untilLine(beginning);
}

/** The values that the office has: one for each field of the draft. */
function values(): string[][] {
  const { fields } = desk.ask("draft", "fields", kept().id);
  const value = (kind: string, nth: number) =>
    ({ place: `青山${nth}`, text: `青山${nth}`, date: "2026年3月18日", name: "张三" })[kind] ??
    String(nth + 1);
  return fields.map((field: any, nth: number) => [field.label, value(field.kind, nth)]);
}

test(`in at most ${FEW} actions`, async () => {
  const folder = desk.inner("files/下载");
  mkdirSync(folder);
  writeFileSync(join(folder, "招商.txt"), OTHER);
  copyFileSync(SAMPLE, join(folder, "模板.txt"));

  window = await Window.open(desk);
  await window.size(1366, 768);
  await act("skip the questions", () => window.click("跳过"));
  await act("go to the desk", () => window.click("直接进入"));

  choose(folder);
  done.push("confirm");
  await act("Ctrl+Shift+O", () => window.press("Ctrl+Shift+O"));
  await act("click the template", () => window.click("在2020年县政府全体", "aside.left [role=listbox]"));
  await act("Shift+Enter", () => window.press("Shift+Enter"));
  await window.untilDraft();
  await act("Ctrl+Shift+L", () => window.go("Ctrl+Shift+L", "[role=tree]"));

  await exchange("二、", "掀起抓项目的热潮", "二、聚焦重点");
  await window.shot("few-1-exchanged");
  await exchange("三、", "形成抓项目的合力", "三、压实责任");
  await window.saved();

  const workbook = desk.file("数据.xlsx", xlsx([["项目", "数值"], ...values()]));
  await act("Ctrl+Shift+F", () => window.go("Ctrl+Shift+F", "aside.right input"));
  choose(workbook);
  done.push("confirm");
  await act("数据表", () => window.click("数据表"));
  await act("填入", () => window.click("填入"));
  await window.until(async () => !(await window.exists(".slot:not(.filled)")), "no open field");
  await window.saved();

  const word = desk.inner("files/讲话稿.docx");
  desk.answer(word);
  await act("Ctrl+E", () => window.press("Ctrl+E"));
  done.push("confirm the name");
  await window.until(async () => existsSync(word) || (await window.exists("dialog[open]")), "the file");
  // Where something is left in it, the writer is asked first.
  if (!existsSync(word)) await act("照样导出", () => window.click("照样导出"));
  await window.until(async () => (await window.text("body")).includes("已导出"), "the notice");
  await window.shot("few-2-exported");

  console.log(`${done.length} actions: ${done.join("; ")}`);
  expect(done.length).toBeLessThanOrEqual(FEW);

  const all: any[] = desk.ask("draft", "fields", kept().id).fields;
  // What only the exchanged sections asked for stands nowhere any more.
  const fields = all.filter((field) => field.slots.length > 0);
  expect(fields.length).toBeGreaterThan(20);
  expect(fields.map((field) => field.state)).toEqual(fields.map(() => "filled"));
  const text: string = desk
    .ask("inspect", word)
    .parts.map((part: any) => part.text)
    .join("\n");
  const headings = text.match(/^　*[一二三四]、.*$/gm)!.map((line) => line.trim().slice(0, 6));
  expect(headings.slice(0, 3).map((line) => line.slice(0, 2))).toEqual(["一、", "二、", "三、"]);
  expect(text).toContain("二、聚焦重点，掀起抓项目的热潮");
  expect(text).toContain("三、压实责任，形成抓项目的合力");
  expect(text).not.toContain("以践行初心使命");
  for (const { value } of fields) expect(text).toContain(value);
});
