// How quickly the sheet follows the keys in a long draft with many fields, and for how long the
// page's main thread is not free for the next one: with each pane in view, while findings,
// numbers, outline and saves go on as they do at the desk. How long it takes to open the draft and
// to take a section over.
import { readFileSync } from "node:fs";
import { loadavg } from "node:os";
import { test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { type Stretch, told, watch } from "./stretches";
import { Window } from "./window";

/** Speeches that the draft is taken from: about 31,000 characters, 170 fields in 180 slots. */
const N_SPEECHES = 4;
/** Milliseconds between two keys, and after a clause and a sentence: the program is asked then. */
const PACE = 60;
const CLAUSE = 220;
const SENTENCE = 900;
/** What is typed with each pane in view. */
const TYPED = [
  "要抓项目，促发展，保民生，",
  "坚持问题导向，压实各级责任，一件一件抓落实。\n",
  "今年的目标是完成投资3亿元，",
  "比去年增长百分之五。",
];
const N_ROUNDS = 2;
/** How often a section is taken over, each time until it stands painted on the sheet. */
const N_TAKEN = 7;
/** Milliseconds that the main thread may not be free while somebody types. */
const LIMIT = 50;

function share(numbers: number[], part: number): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  return (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN).toFixed(1);
}

function spread(numbers: number[]): string {
  return `median ${share(numbers, 0.5)}, p95 ${share(numbers, 0.95)}, most ${share(numbers, 1)} ms`;
}

/** One row of keys, sent in one go: between them the driver leaves the page alone. */
async function type(window: Window): Promise<void> {
  const keys = window.driver.actions();
  for (const text of TYPED) {
    for (const key of text) {
      keys.keyDown(key).keyUp(key);
      keys.pause(key === "，" ? CLAUSE : key === "。" ? SENTENCE : PACE);
    }
  }
  await keys.perform();
  await new Promise((resolve) => setTimeout(resolve, 2_000));
}

function tell(name: string, { stretches, delays }: { stretches: Stretch[]; delays: number[] }): void {
  const waits = stretches.map(({ waited }) => waited);
  const over = stretches.filter(({ waited }) => waited > LIMIT);
  const keys = delays.length > 0 ? `${delays.length} keys; a key to the next frame ${spread(delays)}; ` : "";
  console.log(`${name}: ${keys}the thread is free after ${spread(waits)}, ${over.length} over ${LIMIT}`);
  const longest = [...stretches].sort((a, b) => b.waited - a.waited).slice(0, 4);
  for (const { waited, ran } of longest)
    console.log(`  ${waited.toFixed(0)} ms: ${ran || "the page itself"}`);
}

test("typing", { timeout: 900_000 }, async () => {
  const desk = new Desk();
  let window: Window | undefined;
  try {
    desk.tell("set", "--own", "平安县");
    const speech = readFileSync(SAMPLE, "utf8");
    const files = Array.from({ length: N_SPEECHES }, (_, nth) =>
      // The fields of one document stay one field however often it is taken.
      desk.file(`讲话${nth}.txt`, `${speech.trimEnd()}\n第${nth + 1}篇。\n`),
    );
    desk.tell("import", ...files);
    const from = desk.ask("list", "--kind", "template").flatMap(({ id }: { id: string }) => ["--from", id]);
    desk.tell("draft", "new", ...from, "--date", "2026-03-01");
    const [draft] = desk.ask("list", "--kind", "draft");
    const { fields } = desk.ask("draft", "fields", draft.id);
    const slots = fields.reduce((sum: number, field: { slots: unknown[] }) => sum + field.slots.length, 0);
    console.log(
      `${draft.characters} characters, ${fields.length} fields in ${slots} slots; load ${loadavg()[0]!.toFixed(1)}`,
    );

    // Drawn as the writer's is: the harness asks for the renderer that takes pictures.
    window = await Window.onDesk(desk, { WEBKIT_DISABLE_DMABUF_RENDERER: undefined });
    await (await window.find("aside.left [role=option]")).click();
    const opened = await window.driver.executeAsyncScript<number>(
      `const done = arguments[0];
       const begun = performance.now();
       document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", bubbles: true, cancelable: true }));
       const look = () => document.querySelector(".ProseMirror > :nth-child(100)")
         ? requestAnimationFrame(() => done(performance.now() - begun))
         : setTimeout(look, 1);
       look();`,
    );
    console.log(`opened after ${opened.toFixed(0)} ms`);

    const blocks = await window.driver.findElements({ css: ".ProseMirror > p" });
    await blocks[4]!.click();
    await window.press("End");
    await new Promise((resolve) => setTimeout(resolve, 3_000));
    await watch(window);
    for (const pane of ["outline", "fields", "findings", "origins"]) {
      await window.run(
        `document.getElementById("right-tab-${pane}").click(); document.querySelector(".ProseMirror").focus()`,
      );
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      await told(window);
      for (let nth = 0; nth < N_ROUNDS; nth++) await type(window);
      tell(pane, await told(window));
    }

    await window.press("Ctrl+Shift+L");
    await window.search("营商环境");
    const taken: number[] = [];
    const stretches: Stretch[] = [];
    for (let nth = 0; nth < N_TAKEN; nth++) {
      await told(window);
      taken.push(
        await window.driver.executeAsyncScript<number>(
          `const done = arguments[0];
           const sheet = document.querySelector(".ProseMirror");
           const n = sheet.childElementCount;
           const begun = performance.now();
           new MutationObserver((_, observer) => {
             if (sheet.childElementCount <= n) return;
             observer.disconnect();
             requestAnimationFrame(() => setTimeout(() => done(performance.now() - begun)));
           }).observe(sheet, { childList: true });
           document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true, cancelable: true }));`,
        ),
      );
      await new Promise((resolve) => setTimeout(resolve, 2_500));
      stretches.push(...(await told(window)).stretches);
    }
    console.log(`a section taken over: ${spread(taken)}`);
    tell("meanwhile", { stretches, delays: [] });
    console.log(`load ${loadavg()[0]!.toFixed(1)}`);
  } finally {
    await window?.kill();
    desk.clear();
  }
});
