// The window, driven as a person would: keys, clicks, and what is to be seen.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Actions, By, Capabilities, Key, type WebElement, WebDriver } from "selenium-webdriver";
import { Executor, HttpClient } from "selenium-webdriver/http";
import type { Desk } from "./desk";
import { PROGRAM } from "./desk";

/** Milliseconds after which something that is waited for is said not to come. */
const PATIENCE = 20_000;

/** A large and a small screen. */
const SCREENS: [number, number][] = [
  [1920, 1080],
  [1366, 768],
];

/** The names of keys on their caps, as `commands.ts` writes them. */
const KEYS: Record<string, string> = {
  Ctrl: Key.CONTROL,
  Shift: Key.SHIFT,
  Alt: Key.ALT,
  Enter: Key.ENTER,
  Esc: Key.ESCAPE,
  Tab: Key.TAB,
  Backspace: Key.BACK_SPACE,
  Delete: Key.DELETE,
  PageUp: Key.PAGE_UP,
  PageDown: Key.PAGE_DOWN,
  Home: Key.HOME,
  End: Key.END,
  Space: " ",
  "↑": Key.ARROW_UP,
  "↓": Key.ARROW_DOWN,
  "←": Key.ARROW_LEFT,
  "→": Key.ARROW_RIGHT,
  F1: Key.F1,
  F2: Key.F2,
  F4: Key.F4,
  F5: Key.F5,
  F6: Key.F6,
  F7: Key.F7,
  F8: Key.F8,
  F9: Key.F9,
  F11: Key.F11,
};

export class Window {
  /** How large all of it is drawn. */
  private percent = 100;

  private constructor(
    readonly driver: WebDriver,
    private readonly server: ChildProcess,
  ) {}

  /** Starts the program on a desk and waits until its page is there. */
  static open(desk: Desk, environment: NodeJS.ProcessEnv = {}): Promise<Window> {
    return Window.start({ ...desk.environment, ...environment }, PROGRAM);
  }

  /** The same on a small screen, past the first start. */
  static async onDesk(desk: Desk, environment: NodeJS.ProcessEnv = {}): Promise<Window> {
    const window = await Window.open(desk, environment);
    return window.orKilled(async () => {
      await window.size(1366, 768);
      await window.toDesk();
    });
  }

  /** The same with the last draft on the sheet. */
  static async onDraft(desk: Desk): Promise<Window> {
    const window = await Window.onDesk(desk);
    return window.orKilled(async () => {
      await (await window.find("aside.left [role=option]")).click();
      await window.press("Enter");
      await window.untilDraft();
    });
  }

  /** Opens a page in WebKit's own browser, which lets an input method show its letters in the text. */
  static async browse(desk: Desk, environment: NodeJS.ProcessEnv, page: string): Promise<Window> {
    return Window.start({ ...desk.environment, ...environment }, null, page);
  }

  private static async start(
    environment: NodeJS.ProcessEnv,
    binary: string | null,
    page?: string,
  ): Promise<Window> {
    const port = await freePort();
    const server = spawn("WebKitWebDriver", [`--port=${port}`], {
      env: environment,
      stdio: ["ignore", "ignore", "pipe"],
    });
    server.stderr?.resume();
    const address = `http://127.0.0.1:${port}`;
    await until(() => fetch(`${address}/status`).then((answer) => answer.ok), "WebKitWebDriver");
    const program = binary === null ? [] : [["webkitgtk:browserOptions", { binary, args: [] }] as const];
    const wanted = new Capabilities(new Map(program));
    const driver = WebDriver.createSession(new Executor(new HttpClient(address)), wanted);
    const window = new Window(driver, server);
    return window.orKilled(async () => {
      if (page) await driver.get(page);
      await window.until(() => window.exists("main > *, dialog[open]"), "the page");
      // A deferred focus would take the keys away from what is clicked before the first frame.
      await window.frames();
    });
  }

  /** The window once it has come somewhere; one that does not is left to nobody. */
  private async orKilled(come: () => Promise<unknown>): Promise<this> {
    try {
      await come();
    } catch (error) {
      await this.kill();
      throw error;
    }
    return this;
  }

  /** Goes past the first start, to the desk. */
  async toDesk(): Promise<void> {
    await this.click("跳过");
    await this.click("直接进入");
  }

  /** Waits until a draft is on the sheet. */
  async untilDraft(): Promise<void> {
    await this.until(() => this.exists(".ProseMirror[contenteditable=true]"), "the draft");
  }

  /** Waits for two animation frames: what was drawn before is on the screen. */
  async frames(): Promise<void> {
    await this.driver.executeAsyncScript(
      "const done = arguments[0]; requestAnimationFrame(() => requestAnimationFrame(() => done()))",
    );
  }

  /** Runs a function in the page. */
  run<T>(inPage: string, ...values: unknown[]): Promise<T> {
    return this.driver.executeScript<T>(inPage, ...values);
  }

  async exists(selector: string): Promise<boolean> {
    return (await this.driver.findElements(By.css(selector))).length > 0;
  }

  /** The one element, once it is there. */
  async find(selector: string): Promise<WebElement> {
    return this.until(async () => (await this.driver.findElements(By.css(selector)))[0], selector);
  }

  /** What can be pressed, by the words that a person reads or hears. */
  async control(words: string, within = "body"): Promise<WebElement> {
    return this.until(
      () =>
        this.run<WebElement | null>(
          `const [words, within] = arguments;
           const name = (one) => (one.getAttribute("aria-label") ?? one.textContent).replace(/\\s+/g, " ").trim();
           const all = [...document.querySelectorAll(within + " :is(button, a, [role], summary, label, input, option)")];
           const seen = all.filter((one) => one.checkVisibility());
           return seen.find((one) => name(one) === words) ?? seen.find((one) => name(one).startsWith(words)) ?? null;`,
          words,
          within,
        ),
      `“${words}”`,
    );
  }

  async click(words: string, within?: string): Promise<void> {
    await (await this.control(words, within)).click();
  }

  /** Presses keys as they are written on caps: `Ctrl+Shift+Z`. */
  async press(...chords: string[]): Promise<void> {
    for (const chord of chords) {
      const caps = chord.split("+").map((cap) => KEYS[cap] ?? cap.toLowerCase());
      const actions: Actions = this.driver.actions();
      for (const cap of caps) actions.keyDown(cap);
      for (const cap of [...caps].reverse()) actions.keyUp(cap);
      await actions.perform();
    }
  }

  /** Presses a key that takes the keys elsewhere, and waits until they are there. */
  async go(chord: string, there: string): Promise<void> {
    await this.press(chord);
    await this.until(() => this.run(`return document.activeElement.matches("${there}")`), there);
  }

  /** Looks for words in the library, and waits for the passages. */
  async search(words: string): Promise<void> {
    await this.go("Ctrl+F", "search input");
    await this.type(words);
    await this.until(() => this.exists("[role=option] mark"), `passages with “${words}”`);
  }

  /** Types into whatever has the keys. */
  async type(text: string): Promise<void> {
    await (await this.driver.switchTo().activeElement()).sendKeys(text);
  }

  /** The words of an element. */
  async text(selector: string): Promise<string> {
    return this.run("return document.querySelector(arguments[0])?.innerText ?? ''", selector);
  }

  /** The lines of the sheet as they read: numbers and markers drawn, chips with their words. */
  async lines(): Promise<string[]> {
    return this.run(
      `return [...document.querySelectorAll(".ProseMirror > *")].map((block) =>
         (block.dataset.numeral ?? "") + block.textContent)`,
    );
  }

  /** Waits until the sheet has a line that begins so, and returns all lines. */
  async untilLine(beginning: string): Promise<string[]> {
    return this.until(async () => {
      const lines = await this.lines();
      return lines.some((line) => line.startsWith(beginning)) ? lines : null;
    }, `a line “${beginning}”`);
  }

  /** Waits until everything that was typed is said to be saved. */
  async saved(): Promise<void> {
    await this.until(() => this.exists("footer .saved"), "“saved”");
  }

  /** Waits for a truth; says what it was where it does not come. */
  until<T>(truth: () => Promise<T>, what: string): Promise<NonNullable<T>> {
    return until(truth, what);
  }

  async size(width: number, height: number): Promise<void> {
    await this.driver.manage().window().setRect({ x: 0, y: 0, width, height });
    await this.until(() => this.run("return innerWidth === arguments[0]", width), `a width of ${width}`);
  }

  /** Draws the whole window in a size, in percent, as the writer's setting does. */
  async enlarge(percent: number): Promise<void> {
    const width = ((await this.run<number>("return innerWidth")) * this.percent) / percent;
    await this.driver.executeAsyncScript(
      "const [percent, done] = arguments; __TAURI_INTERNALS__.invoke('enlarge', { percent }).then(done, done)",
      percent,
    );
    this.percent = percent;
    await this.until(() => this.run("return innerWidth === arguments[0]", width), `${percent} %`);
  }

  /** Keeps a picture of what went wrong. */
  async shotIfFailed({ task }: { task: { name: string; result?: { state: string } } }): Promise<void> {
    if (task.result?.state === "fail") await this.shot(`failed/${task.name}`);
  }

  /**
   * Keeps pictures of the page where `LECTERN_SHOTS` names a folder: light and dark, on screens
   * of these sizes.
   */
  async shot(name: string, sizes: [number, number][] = SCREENS): Promise<void> {
    if (!process.env.LECTERN_SHOTS) return;
    const [width, height] = await this.run<[number, number]>("return [innerWidth, innerHeight]");
    for (const [across, down] of sizes) {
      await this.size(across, down);
      await this.shotAsItIs(name);
    }
    await this.size(width, height);
  }

  /** The same in the size that the window has. */
  async shotAsItIs(name: string): Promise<void> {
    const folder = process.env.LECTERN_SHOTS;
    if (!folder) return;
    const dress = "document.documentElement.dataset.theme = arguments[0]; return innerWidth";
    const theme = await this.run<string>("return document.documentElement.dataset.theme");
    for (const worn of ["light", "dark"]) {
      const width = await this.run<number>(dress, worn);
      await this.frames();
      const path = join(folder, `${name}-${width}-${worn}.png`);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, await this.driver.takeScreenshot(), "base64");
    }
    await this.run(dress, theme);
  }

  /** Closes by the window's own command, and waits until the program has ended. */
  async quit(): Promise<void> {
    const pid = this.pid();
    await this.press("Ctrl+Q").catch(() => {});
    await until(async () => !isAlive(pid), "the program's end");
    this.server.kill("SIGKILL");
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    try {
      process.kill(this.pid(), "SIGKILL");
    } catch {
      // It has ended by itself.
    }
    this.server.kill("SIGKILL");
  }

  /** The program's own process. */
  pid(): number {
    const children = readdirSync("/proc").filter(
      (entry) => /^\d+$/.test(entry) && parent(entry) === this.server.pid,
    );
    if (!children[0]) throw new Error("the program is not running");
    return Number(children[0]);
  }
}

function parent(pid: string): number | null {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
    return fields[0] === "Z" ? null : Number(fields[1]);
  } catch {
    return null;
  }
}

function isAlive(pid: number): boolean {
  return parent(String(pid)) !== null;
}

export async function until<T>(truth: () => Promise<T>, what: string): Promise<NonNullable<T>> {
  const end = Date.now() + PATIENCE;
  let reason: unknown = "";
  do {
    try {
      const found = await truth();
      if (found) return found;
      reason = "";
    } catch (error) {
      reason = error;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  } while (Date.now() < end);
  throw new Error(`waited in vain for ${what}${reason ? `: ${String(reason)}` : ""}`);
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address ? resolve(address.port) : reject()));
    });
  });
}
