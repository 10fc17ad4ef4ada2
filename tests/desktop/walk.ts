// A walk through every room of the window, in either language: the panes, the dialogs, the menus,
// the notices, empty and full. Whoever walks along looks at each.
import { cpSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Message } from "../../ui/src/bindings";
import { words } from "../../ui/src/words";
import { Desk, SAMPLE } from "./desk";
import { drop } from "./drop";
import { held } from "./held";
import { Window } from "./window";

export type Language = keyof Message;
/** Looks at what is open under that name. */
export type Look = (name: string) => Promise<void>;

const RETURNED = join(import.meta.dirname, "../../crates/cli/tests/returned.in/");

const LAST_YEAR = `在2025年全县重点项目推进会上的讲话
县长　张三
（2025年3月12日）
同志们：
今天召开全县重点项目推进会，主要是分析形势、部署任务。刚才，X个镇作了发言。下面，我讲三点意见：
一、认清形势，坚定信心
（一）成绩来之不易。2025年，全县完成投资X亿元，推动XX县高质量发展迈出新步伐。我县项目多、底子好，我区干部有干劲。
（二）困难不容忽视。工业底子还薄，龙头企业还少，干部作风还要再紧一紧。
二、突出重点，狠抓落实
要做到两个坚持：一是坚持项目为王，二是坚持环境立县，三是坚持人才为先。确保各项要求在汉阴落地见效。
今年要实现投资增长8.5%，深入贯彻县委十五届四次全会精神。推动汉阴各项工作走在前列。
同志们，让我们一起干！
`;
const CITY = `在汉中市招商引资工作会议上的讲话
同志们：
一、认清形势
我市工业底子薄，全市上下要奋起直追。市委、市政府已经作出部署。
二、优化环境
汉中是个好地方，我市的营商环境要再上一个台阶。我市要把汉中的品牌打出去。
`;

export class Walk {
  private constructor(
    readonly window: Window,
    readonly desk: Desk,
    private readonly spoken: Language,
    private readonly look: Look,
  ) {}

  /** Walks from the first start to the last dialog, and to a library that can't be opened. */
  static async through(
    spoken: Language,
    look: (window: Window, name: string) => Promise<void>,
  ): Promise<void> {
    const desk = new Desk();
    // Who speaks English also asks the system for no motion: what moves is seen in the other walk.
    if (spoken === "en") desk.still();
    const walk = async (through: (walk: Walk) => Promise<void>) => {
      const window = await Window.open(desk);
      try {
        await through(new Walk(window, desk, spoken, (name) => look(window, name)));
      } finally {
        await window.kill();
      }
    };
    try {
      await walk((walk) => walk.rooms());
      writeFileSync(join(desk.library, "library.db"), "这不是素材库。".repeat(1000));
      await walk((walk) => walk.closed());
    } finally {
      desk.clear();
    }
  }

  private async rooms(): Promise<void> {
    await this.firstStart();
    await this.bringingIn();
    await this.library();
    await this.reading();
    await this.beside();
    await this.writing();
    await this.fields();
    await this.findings();
    await this.beginning();
    await this.handingIn();
    await this.prompting();
    await this.settings();
    await this.leaving();
  }

  private say(message: Message): string {
    return message[this.spoken];
  }

  private click(message: Message, within?: string): Promise<void> {
    return this.window.click(this.say(message), within);
  }

  /** Does a command by its name. */
  private async command(name: Message): Promise<void> {
    await this.window.go("Ctrl+K", "dialog[open] input");
    await this.window.type(this.say(name));
    await this.window.find("dialog[open] [role=option]");
    await this.window.press("Enter");
  }

  /** Opens a dialog by a command, looks at it, and puts it away. */
  private async dialog(name: Message, there: string, called: string): Promise<void> {
    await this.command(name);
    await this.window.find(`dialog[open] ${there}`);
    await this.look(called);
    await this.window.press("Esc");
    await this.away();
  }

  /** The dialog is put away. */
  private async away(): Promise<void> {
    await this.window.until(async () => !(await this.window.exists("dialog[open]")), "no dialog");
  }

  private async firstStart(): Promise<void> {
    const { window } = this;
    if (this.spoken === "en") await window.click("English", "dialog[open]");
    await this.look("first-start");
    await this.click(words.firstStart.skip);
    await window.find(".cards");
    await this.look("first-start-ways");
    await this.click(words.firstStart.enter);
    await this.look("desk");
    for (const [pane, name] of [
      ["Ctrl+Shift+L", "outline"],
      ["Ctrl+Shift+F", "fields"],
      ["Ctrl+Shift+H", "findings"],
      ["Ctrl+Shift+U", "origins"],
    ] as const) {
      await window.press(pane);
      await this.look(`desk-${name}`);
    }
    await this.click(words.kind.template, ".kinds");
    await this.look("library-no-templates");
    await this.click(words.kind.starter, ".kinds");
    await this.look("library-starters");
    await this.click(words.kind.speech, ".kinds");
    await this.click(words.library.import, "aside.left .head");
    await this.look("menu-import");
    await window.press("Esc");
    await this.dialog(words.command.exportMany, "*", "export-many-none");
    await this.dialog(words.command.following, "*", "following-none");
    await this.dialog(words.command.importReport, "*", "imports-none");
  }

  private async bringingIn(): Promise<void> {
    const { window, desk } = this;
    mkdirSync(desk.inner("files/旧稿"));
    desk.file("旧稿/去年.txt", LAST_YEAR);
    desk.file("旧稿/市里.txt", CITY);
    cpSync(SAMPLE, desk.inner("files/旧稿/县政府全会.txt"));
    cpSync(join(RETURNED, "发言.txt"), desk.inner("files/旧稿/发言.txt"));
    desk.file("旧稿/空的.txt", "");
    desk.file("旧稿/照片.docx", Buffer.from("89504e470d0a1a0a0000000d49484452", "hex"));
    desk.file("旧稿/乱码.txt", Buffer.from("b4f3bbe1bdb2bbb00acdacd6becac7a3ba0a", "hex"));
    desk.answer(desk.inner("files/旧稿"));
    await window.press("Ctrl+Shift+O");
    await this.click(words.imports.details);
    await window.find("dialog[open] tbody tr");
    await this.look("import-report");
    await window.press("Esc");
    await drop(desk, SAMPLE, async () => {
      await window.find(".over[role=status]");
      await this.look("drop");
    });
    await window.until(async () => !(await window.exists("[role=progressbar]")), "the end of the import");
    await this.look("notice");
    for (;;) {
      const [button] = await window.driver.findElements({ css: ".notices .dismiss" });
      if (!button) break;
      await button.click();
    }
  }

  private async library(): Promise<void> {
    const { window } = this;
    await this.look("library");
    const collection = "const select = document.querySelector('aside.left select')";
    const chosen = "select.dispatchEvent(new Event('change', { bubbles: true }))";
    await window.run(`${collection}; select.selectedIndex = 1; ${chosen}`);
    await this.click(words.collections.more, "aside.left");
    await this.look("menu-collection");
    await window.press("Esc");
    await window.run(`${collection}; select.selectedIndex = 0; ${chosen}`);
    await this.click(words.kind.speech, ".kinds");
    await (await window.find("aside.left [role=listbox] [role=option]")).click();
    await window.press("Space");
    await window.find(".chosen");
    await this.look("library-chosen");
    await this.dialog(words.command.file, "#filing-year", "filing");
    await this.click(words.filing.clear, ".chosen");
    await window.search("落实");
    await this.look("search");
    await window.press("Ctrl+A");
    await window.type("凤凰涅槃");
    await window.until(async () => !(await window.exists("[role=option] mark")), "nothing");
    await window.frames();
    await this.look("search-nothing");
    await window.press("Ctrl+A", "Backspace");
  }

  /** A document of the library, which is only read. */
  private async reading(): Promise<void> {
    const { window } = this;
    await this.open("重点项目推进会");
    for (const [pane, name] of [
      ["Ctrl+Shift+L", "outline"],
      ["Ctrl+Shift+F", "fields"],
      ["Ctrl+Shift+H", "findings"],
      ["Ctrl+Shift+U", "origins"],
    ] as const) {
      await window.press(pane);
      await this.look(`document-${name}`);
    }
    await window.go("Ctrl+Shift+L", "[role=tree]");
    await window.press("Space", "↓", "Space");
    await window.find("aside.right [role=status]");
    await this.look("sections-chosen");
    await this.click(words.picking.clear, "aside.right");
    await this.dialog(words.command.reread, "input[type=radio]", "reread");
    await this.dialog(words.command.rollForward, "#roll-forward-day", "roll-forward-day");
  }

  /** Two documents lie beside the sheet. */
  private async beside(): Promise<void> {
    const { window } = this;
    for (const words of ["我市工业", "困难不容忽视"]) {
      await window.search(words);
      await window.press("Ctrl+Alt+Enter");
      await window.find("aside.beside [aria-selected=true]");
      await window.press("Ctrl+A", "Backspace");
    }
    await this.look("beside");
    await window.go("F7", "aside.beside [role=listbox]");
    await window.press("/");
    await window.type("落实");
    await this.look("beside-find");
    await window.press("Esc", "Ctrl+Shift+S");
  }

  /** A draft of last year's speech with two sections of the city's. */
  private async writing(): Promise<void> {
    const { window } = this;
    await window.press("Ctrl+W");
    await this.open("重点项目推进会");
    await window.press("Ctrl+D");
    await window.untilDraft();
    await window.search("我市工业");
    await window.press("Shift+Enter");
    await this.window.until(
      async () => (await window.text("body")).includes(this.say(words.borrowed.look)),
      "the word",
    );
    await window.press("Ctrl+A", "Backspace");
    await window.saved();
    await this.look("notice-borrowed");
    await this.click(words.borrowed.look);
    await window.find("dialog[open] tbody");
    await this.look("borrowed");
    await window.press("Esc");
    await this.away();
    await window.go("Ctrl+Shift+L", "[role=tree]");
    await this.look("draft-outline");
    await window.press("Ctrl+Shift+U");
    await this.look("draft-origins");
    await this.click(words.comparing.compare, "aside.right");
    await window.find("aside.right .row");
    await this.look("draft-compared");
    await window.press("Ctrl+H");
    await window.type("落实");
    await window.frames();
    await this.look("seek");
    await window.press("Esc", "F9");
    await this.look("quiet");
    await window.press("F9");
  }

  private async fields(): Promise<void> {
    const { window, desk } = this;
    await window.go("Ctrl+Shift+F", "aside.right input");
    await this.look("draft-fields");
    await window.type("三十个");
    await window.press("Enter");
    await this.look("field-misfit");
    await window.press("Ctrl+A");
    await window.type("30");
    await window.press("Enter");
    await window.go("Ctrl+Shift+F", "aside.right input");
    await window.press("F2");
    await window.find("dialog[open] input");
    await this.look("field-editing");
    await window.press("Esc");
    await this.dialog(words.command.facts, "tbody input", "facts");
    desk.answer(desk.file("数据.csv", "县名,平安县\n投资,3\n别的,5\n"));
    await this.command(words.command.dataSheet);
    await window.find("dialog[open] tbody");
    await this.look("data-sheet");
    await window.press("Esc");
    await this.away();
    await window.press("Ctrl+Shift+K");
    await this.look("field-left-empty");
  }

  private async findings(): Promise<void> {
    const { window } = this;
    await window.press("Ctrl+Shift+H");
    await window.find("aside.right .item");
    await this.look("draft-findings");
    await this.click(words.findings.bySection, "aside.right");
    await this.look("draft-findings-by-section");
    await this.click(words.findings.byGroup, "aside.right");
    await window.press("F8");
    await window.find(".held");
    await this.look("finding");
    await this.click(words.findings.more, ".held");
    await window.find("[role=menu]");
    await this.look("menu-finding");
    await window.press("Esc", "Alt+Delete");
    await this.click(words.findings.decisions(1), "aside.right");
    await this.look("decisions");
    await this.dialog(words.command.checks, "section", "checks");
    await this.dialog(words.command.occasion, "#occasion-date", "occasion");
  }

  private async beginning(): Promise<void> {
    const { window } = this;
    await window.go("Ctrl+Shift+N", "dialog[open] input");
    await window.find("dialog[open] .skeleton");
    await this.look("planning");
    await window.type("2026年全县重点项目推进会");
    await window.find("dialog[open] .skeleton.chosen .reason");
    await this.look("planning-skeleton");
    await window.press("Esc");
    await this.away();
    await this.open("重点项目推进会", "template");
    await window.press("Ctrl+Shift+D");
    await window.find("dialog[open] #roll-forward-day");
    await this.click(words.rollForward.begin, "dialog[open] footer");
    await window.find("dialog[open] table");
    await this.look("roll-forward");
    await window.press("Esc");
    await this.away();
  }

  private async handingIn(): Promise<void> {
    const { window, desk } = this;
    await window.press("Ctrl+E");
    await window.find("dialog[open] .sheet");
    await this.look("before-export");
    await window.press("Esc");
    await this.dialog(words.command.history, ".list", "history");
    await window.press("Ctrl+W");
    await this.open("发言", "template");
    await window.press("Ctrl+D");
    await window.untilDraft();
    await window.saved();
    desk.answer(desk.copy(join(RETURNED, "修改稿.docx")));
    await window.press("Ctrl+Shift+B");
    await window.find("dialog[open] ol > li");
    await this.look("returned");
    await window.press("Esc");
    await this.away();
    await drop(desk, desk.copy(join(RETURNED, "退回.txt")));
    await window.find("dialog[open] footer");
    await this.look("dropped");
    await window.press("Esc");
    await this.away();
    await this.dialog(words.command.version, "input", "version");
    await this.dialog(words.command.exportMany, "*", "export-many");
    await this.dialog(words.command.readingCopy, ".sample", "reading-copy");
    desk.answer(desk.inner("没有的/稿.txt"));
    await window.press("Ctrl+Shift+C");
    await this.look("notice-copied");
  }

  private async prompting(): Promise<void> {
    const { window } = this;
    await window.press("F5");
    await window.find(".prompter .roll p");
    await this.look("prompter");
    await window.press("F11", "Space");
    await window.find(".prompter.resting");
    await this.look("prompter-running");
    // The first holds what runs.
    await window.press("Space", "Esc");
    await this.away();
  }

  private async settings(): Promise<void> {
    const { window, desk } = this;
    await window.press("Ctrl+K");
    await window.find("dialog[open] [role=option]");
    await this.look("palette");
    await window.type("zzz");
    await window.until(async () => !(await window.exists("dialog[open] [role=option]")), "no command");
    await this.look("palette-nothing");
    await window.press("Esc", "F1");
    await window.find("dialog[open] h2");
    await this.look("keys");
    await window.press("Esc", "Ctrl+,");
    await window.find("dialog[open] h2");
    await this.look("settings");
    await window.press("Esc");
    await this.away();
    await this.dialog(words.command.unitLists, "textarea", "unit-lists");
    await this.dialog(words.command.houseStyles, "svg text", "house-styles");
    desk.answer(desk.inner("files/跟随"));
    mkdirSync(desk.inner("files/跟随"));
    await this.command(words.command.following);
    await this.click(words.following.add, "dialog[open]");
    await window.find("dialog[open] li");
    await this.look("following");
    await window.press("Esc");
    await this.away();
    await this.command(words.command.importPasted);
    await window.find("dialog[open] textarea");
    await this.look("pasting");
    await window.run(
      `const [text] = arguments;
       const clipboardData = new DataTransfer();
       clipboardData.setData("text/plain", text);
       document.activeElement.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));`,
      CITY,
    );
    await window.find("#pasting-title");
    await this.look("pasting-looked");
    await window.press("Esc");
    await this.away();
  }

  /** The window is to close, and a draft can't be saved. */
  private async leaving(): Promise<void> {
    const { window, desk } = this;
    await held(desk, async () => {
      await (await window.find(".ProseMirror")).click();
      await window.type("抓落实");
      await window.find("footer .failed");
      await this.look("not-saved");
      await window.press("Ctrl+Q");
      await window.find("dialog[open] footer");
      await this.look("leave");
      await window.press("Esc");
      await this.away();
    });
  }

  private async closed(): Promise<void> {
    if (this.spoken === "en") await this.window.click("English");
    await this.look("closed");
  }

  /** Opens a document of the library by words of its title. */
  private async open(title: string, kind = "template"): Promise<void> {
    const { window } = this;
    await window.search(`${title} kind:${kind}`);
    await window.press("Ctrl+Enter");
    await window.until(async () => (await window.text(".ProseMirror")).includes(title), `《${title}》`);
    await window.go("Ctrl+F", "search input");
    await window.press("Ctrl+A", "Backspace");
  }
}
