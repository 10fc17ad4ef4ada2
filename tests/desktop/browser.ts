// The same built page in Chromium, whose debugging protocol composes as the input methods
// of other systems do. The program behind it is a stand-in with recorded answers.
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";

const UI = fileURLToPath(new URL("../../ui/", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../src-tauri/", import.meta.url));
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** A document as the program gives it: one of the files that its own test writes down. */
function recorded(name: string): any {
  return JSON.parse(readFileSync(join(UI, `src/sheet/fixtures/${name}.json`), "utf8"));
}

export class PageInChromium {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: Server,
    private readonly protocol: CDPSession,
  ) {}

  /** Opens the page with a draft in front. */
  static async open(): Promise<PageInChromium> {
    const { security } = JSON.parse(readFileSync(join(PROGRAM, "tauri.conf.json"), "utf8")).app;
    const server = createServer((request, answer) => {
      const path = normalize(new URL(request.url ?? "/", "http://page").pathname);
      const file = join(UI, "dist", path === "/" ? "index.html" : path);
      answer.setHeader("Content-Security-Policy", security.csp);
      answer.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
      try {
        answer.end(readFileSync(file));
      } catch {
        answer.writeHead(404).end();
      }
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const address = server.address();
    const port = typeof address === "object" && address ? address.port : 0;
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 } });
    const draft = recorded("draft");
    const checked = recorded("draft-checked");
    await page.addInitScript(standIn, { draft, checked, rows: [draft.row] });
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.waitForSelector(".ProseMirror");
    return new PageInChromium(page, browser, server, await page.context().newCDPSession(page));
  }

  /** Letters under composition, as an input method shows them before a candidate is taken. */
  async compose(...letters: string[]): Promise<void> {
    for (const text of letters) {
      const end = text.length;
      await this.protocol.send("Input.imeSetComposition", { text, selectionStart: end, selectionEnd: end });
      // As slow as a quick typist: what the page does between two keys has the time to go wrong.
      await this.page.waitForTimeout(40);
    }
  }

  /** The candidate that was taken takes the letters' place. */
  async commit(text: string): Promise<void> {
    await this.protocol.send("Input.insertText", { text });
  }

  /** The words of the block that the cursor is in, without what is drawn. */
  async line(): Promise<string> {
    return this.page.evaluate(() => {
      const at = document.getSelection()?.anchorNode;
      const block = (at instanceof Element ? at : at?.parentElement)?.closest(".ProseMirror > *");
      return block?.textContent ?? "";
    });
  }

  /** What the page asked the program for, in order. */
  async asked(command: string): Promise<any[]> {
    return this.page.evaluate(
      (command) => (window as any).asked.filter((one: any) => one.command === command),
      command,
    );
  }

  async close(): Promise<void> {
    await this.browser.close();
    this.server.close();
  }
}

/** The program's stand-in, run in the page before its own scripts. */
function standIn({ draft, checked, rows }: { draft: any; checked: any; rows: any[] }): void {
  const asked: { command: string; values: any }[] = [];
  const layout = { language: "zh", theme: "light", left: 336, right: 316, leftShown: true, rightShown: true };
  const answers: Record<string, (values: any) => unknown> = {
    open_library: () => null,
    documents: () => rows,
    open_document: () => draft,
    answer: () => draft.answer,
    check: () => checked,
    typed: () => null,
    paging: () => ({ n_pages: 1, starts: [] }),
    house_styles: () => ({ styles: [], wrong: [] }),
    spelled: ({ words }) => words.map(() => false),
    save_draft: () => ({ changed: "2026-03-18T10:00:00Z", revisions: 2 }),
    settings: () => ({ own: [], rate: 180 }),
    set_settings: () => null,
    remembered: () => JSON.stringify({ ...layout, asked: true, open: [draft.row.id], front: draft.row.id }),
    remember: () => null,
    search: ({ turn }) => ({ turn, total: 0, documents: 0, tenths: 3, hits: [] }),
    fill: ({ speech }) => ({ fields: speech.fields, filled: [], unmatched: [], open: [] }),
    "plugin:event|listen": () => 1,
    "plugin:event|unlisten": () => null,
  };
  Object.assign(window, {
    asked,
    __TAURI_INTERNALS__: {
      invoke: async (command: string, values: any) => {
        asked.push({ command, values });
        return answers[command]?.(values) ?? null;
      },
      transformCallback: () => 1,
      unregisterCallback: () => {},
      metadata: { currentWindow: { label: "main" }, currentWebview: { label: "main" } },
    },
    __TAURI_EVENT_PLUGIN_INTERNALS__: { unregisterListener: () => {} },
  });
}
