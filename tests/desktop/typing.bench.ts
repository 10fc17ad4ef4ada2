// How quickly the sheet follows the keys in a long draft with many fields: from a key to the
// callback of the next frame, and how long it takes to open the draft and to take a section
// over. Findings, numbers and saves run meanwhile, as they do at the desk.
import { test } from "vitest";
import { Desk, SAMPLE } from "./desk";
import { Window } from "./window";

/** How often the sample is in the draft: about 31,000 characters, 170 slots. */
const N_TIMES = 4;
/** Characters that are typed, and milliseconds between two. */
const N_KEYS = 150;
const PACE = 60;

/** Notes in the page how long after each key the next frame is begun, and the longest gap of frames. */
const WATCH = `
  window.delays = [];
  window.gaps = [];
  window.addEventListener("keydown", (event) => {
    const begun = performance.now();
    requestAnimationFrame(() => window.delays.push(performance.now() - begun));
  }, true);
  let last = performance.now();
  const beat = () => {
    const now = performance.now();
    window.gaps.push(now - last);
    last = now;
    requestAnimationFrame(beat);
  };
  requestAnimationFrame(beat);
`;

function share(numbers: number[], part: number): string {
  const sorted = [...numbers].sort((a, b) => a - b);
  return `${(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? NaN).toFixed(1)} ms`;
}

test("typing", { timeout: 600_000 }, async () => {
  const desk = new Desk();
  let window: Window | undefined;
  try {
    desk.tell("set", "--own", "平安县");
    desk.tell("import", SAMPLE);
    const [sample] = desk.ask("list", "--kind", "template");
    const from = Array.from({ length: N_TIMES }, () => ["--from", sample.id]).flat();
    desk.tell("draft", "new", ...from, "--date", "2026-03-01");
    const [draft] = desk.ask("list", "--kind", "draft");
    const { fields } = desk.ask("draft", "fields", draft.id);
    const slots = fields.reduce((sum: number, field: { slots: unknown[] }) => sum + field.slots.length, 0);
    console.log(`${draft.characters} characters, ${slots} slots`);

    // Drawn as the writer's is: the harness asks for the renderer that takes pictures.
    window = await Window.open(desk, { WEBKIT_DISABLE_DMABUF_RENDERER: undefined });
    await window.size(1366, 768);
    await window.click("跳过");
    await window.click("直接进入");
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
    await window.run(WATCH);
    for (let nth = 0; nth < N_KEYS; nth++) {
      await window.type("要抓项目促发展保民生"[nth % 10]!);
      await new Promise((resolve) => setTimeout(resolve, PACE));
    }
    const [delays, gaps] = await window.run<[number[], number[]]>("return [window.delays, window.gaps]");
    console.log(
      `a key to the next frame: median ${share(delays, 0.5)}, p95 ${share(delays, 0.95)}, most ${share(delays, 1)}`,
    );
    console.log(`between two frames while typing: p95 ${share(gaps, 0.95)}, most ${share(gaps, 1)}`);

    await window.press("Ctrl+Shift+L");
    await window.search("营商环境");
    const taken = await window.driver.executeAsyncScript<number>(
      `const done = arguments[0];
       const n = document.querySelectorAll(".ProseMirror > *").length;
       const begun = performance.now();
       document.activeElement.dispatchEvent(new KeyboardEvent("keydown", { key: "Enter", shiftKey: true, bubbles: true, cancelable: true }));
       const look = () => document.querySelectorAll(".ProseMirror > *").length > n
         ? requestAnimationFrame(() => done(performance.now() - begun))
         : setTimeout(look, 1);
       look();`,
    );
    console.log(`a section taken over after ${taken.toFixed(0)} ms`);
  } finally {
    await window?.kill();
    desk.clear();
  }
});
