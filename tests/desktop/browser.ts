// The same built page in Chromium, whose debugging protocol composes as the input methods
// of other systems do.
import { type Browser, type CDPSession, chromium, type Page } from "playwright-core";
import { answers, serve, standIn } from "./page";

export class PageInChromium {
  private constructor(
    readonly page: Page,
    private readonly browser: Browser,
    private readonly server: { close: () => void },
    private readonly protocol: CDPSession,
  ) {}

  /** Opens the page with a draft in front, the sample or another; as on another system where one is named. */
  static async open(userAgent?: string, draft?: "table"): Promise<PageInChromium> {
    const server = await serve(false);
    const browser = await chromium.launch({
      executablePath: "/usr/bin/chromium",
      args: [
        "--no-sandbox",
        "--disable-gpu",
        "--disable-background-networking",
        "--disable-component-update",
      ],
    });
    const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, userAgent });
    await page.addInitScript(standIn, answers(draft));
    await page.goto(server.address);
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
