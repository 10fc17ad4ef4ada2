// What axe sees of the window as it is: for everybody, light and dark.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect } from "vitest";
import type { Window } from "./window";

const packages = createRequire(new URL("../../ui/package.json", import.meta.url));
const axe = readFileSync(packages.resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds serious or worse, each with the first place where it is; of colours, too, or not. */
async function findings(window: Window, colours = true): Promise<string[]> {
  await window.run("document.getAnimations().forEach((one) => one.finish())");
  return window.driver.executeAsyncScript(
    `const [enabled, done] = arguments;
     axe.run(document, { resultTypes: ["violations"], rules: { "color-contrast": { enabled } } }).then(({ passes, violations }) => done(
       passes.length < 10 ? ["axe looked at nothing"] : violations
         .filter(({ impact }) => impact === "serious" || impact === "critical")
         .map(({ id, nodes }) => id + ": " + nodes[0].html.slice(0, 160) + " " + nodes[0].failureSummary)));`,
    colours,
  );
}

/** Looks at what is open, light and dark. */
export async function looked(window: Window): Promise<void> {
  await load(window);
  const worn = await window.run<string>("return document.documentElement.dataset.theme");
  for (const wanted of ["light", "dark"] as const) {
    await window.run("document.documentElement.dataset.theme = arguments[0]", wanted);
    expect(await findings(window), wanted).toEqual([]);
  }
  await window.run("document.documentElement.dataset.theme = arguments[0]", worn);
}

/** Looks at all but colours, which are the same in each language. */
export async function lookedAtNames(window: Window): Promise<void> {
  await load(window);
  expect(await findings(window, false)).toEqual([]);
}

async function load(window: Window): Promise<void> {
  if (!(await window.run<boolean>("return 'axe' in globalThis"))) await window.run(`${axe}; return null`);
}
