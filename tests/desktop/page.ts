// The built page served by itself, as browsers of other systems are shown it. The program behind
// it is a stand-in with recorded answers.
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { fileURLToPath } from "node:url";

const UI = fileURLToPath(new URL("../../ui/", import.meta.url));
const PROGRAM = fileURLToPath(new URL("../../src-tauri/", import.meta.url));
const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript",
  ".css": "text/css",
};

/** Where the stand-in is served. */
const STAND_IN = "/stand-in.js";

/** A document as the program gives it: one of the files that its own test writes down. */
function recorded(name: string): any {
  return JSON.parse(readFileSync(join(UI, `src/sheet/fixtures/${name}.json`), "utf8"));
}

/** What the stand-in answers with: a draft in front, and what the checks find in it. */
export function answers(name: "draft" | "table" = "draft"): Answers {
  const draft = recorded(name);
  return { draft, checked: recorded(`${name}-checked`), rows: [draft.row] };
}

type Answers = { draft: any; checked: any; rows: any[] };

/** Serves the page under its own policy, the stand-in before its scripts where it is told so. */
export async function serve(withStandIn: boolean): Promise<{ address: string; close: () => void }> {
  const { security } = JSON.parse(readFileSync(join(PROGRAM, "tauri.conf.json"), "utf8")).app;
  const first = `(${standIn.toString()})(${JSON.stringify(answers())})`;
  const server = createServer((request, answer) => {
    const path = normalize(new URL(request.url ?? "/", "http://page").pathname);
    const file = join(UI, "dist", path === "/" ? "index.html" : path);
    answer.setHeader("Content-Security-Policy", security.csp);
    answer.setHeader("Content-Type", TYPES[extname(file)] ?? "application/octet-stream");
    try {
      if (withStandIn && path === STAND_IN) answer.end(first);
      else if (withStandIn && path === "/") answer.end(withScript(readFileSync(file, "utf8")));
      else answer.end(readFileSync(file));
    } catch {
      answer.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address ? address.port : 0;
  return { address: `http://127.0.0.1:${port}/`, close: () => void server.close() };
}

function withScript(page: string): string {
  return page.replace("<head>", `<head><script src="${STAND_IN}"></script>`);
}

/** The program's stand-in, run in the page before its own scripts. */
export function standIn({ draft, checked, rows }: Answers): void {
  const asked: { command: string; values: any }[] = [];
  /** What had the keys, in order: the tag and the words in it. */
  const focused: string[] = [];
  addEventListener("focusin", ({ target }) => {
    const { localName, textContent } = target as Element;
    focused.push(`${localName} ${textContent?.slice(0, 2)}`.trim());
  });
  const layout = { language: "zh", theme: "light", left: 336, right: 316, leftShown: true, rightShown: true };
  const dress = { font: "仿宋", latin: "Times New Roman", size: 32, line: 579, align: "both", indent: 200 };
  const roles = ["title", "byline", "date", "salutation", "body", "closing", "table"];
  const headings = [1, 2, 3, 4].map((level) => `heading${level}`);
  const style = {
    page: { width: 11906, left: 1588, right: 1474 },
    lines: Object.fromEntries([...roles, ...headings].map((role) => [role, dress])),
    instead_of: {},
  };
  const answers: Record<string, (values: any) => unknown> = {
    open_library: () => null,
    documents: () => rows,
    open_document: () => draft,
    answer: () => draft.answer,
    check: () => checked,
    typed: () => null,
    paging: () => ({ n_pages: 1, starts: [] }),
    house_styles: () => ({ styles: [], wrong: [] }),
    house_style: () => style,
    looks: () => ({
      lines: { body: { fonts: ["仿宋"], latin_fonts: ["Times New Roman"] } },
      bold_members: true,
    }),
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
    focused,
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
