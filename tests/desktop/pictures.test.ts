// Every room, pane, dialog, menu and notice as a newcomer sees it, in both languages: nothing is
// cut or runs out of its box, all of it speaks one language, axe has nothing to say.
// LECTERN_SHOTS keeps a picture of each, light and dark, on the screens of two laptops.
import { expect, test } from "vitest";
import { looked, lookedAtNames } from "./axe";
import { cut, foreign, moving, unreached, wide } from "./seen";
import { type Language, Walk } from "./walk";
import type { Window } from "./window";

/** Laptops of 13 inches, in the pixels that the page counts. */
const LAPTOPS: [number, number][] = [
  [1440, 900],
  [1280, 720],
];
/** The smallest that the window gets; what a screen of 1920 × 1200 has at 200 %. */
const SMALLEST: [number, number] = [960, 600];

/** The prompter's, which go when the pointer rests. */
const TOOLS = expect.stringContaining(".tools for 0.3 s");

test.each<Language>(["zh", "en"])("every room in %s", { timeout: 1_800_000 }, async (language) => {
  const wrong: string[] = [];
  const seen = new Set<string>();
  const moved = new Set<string>();
  const look = async (window: Window, name: string) => {
    expect(seen, name).not.toContain(name);
    seen.add(name);
    const say = (what: string[]) => wrong.push(...what.map((one) => `${name}: ${one}`));
    const fits = async (size: string) =>
      say([...(await cut(window)), ...(await wide(window))].map((one) => `${size}, ${one}`));
    // While a file is dragged the keys are nobody's.
    const isReached = async () => name !== "drop" && say(await unreached(window));
    await window.frames();
    await window.shot(`${language}/${name}`, LAPTOPS);
    await window.size(...SMALLEST);
    await window.frames();
    await fits("at 960");
    await window.size(...LAPTOPS[1]!);
    await window.enlarge(200);
    await window.frames();
    await fits("at 200 %");
    await window.shotAsItIs(`${language}/${name}`);
    if (language === "en") await isReached();
    await window.enlarge(100);
    await window.frames();
    await fits("at 1280");
    if (language === "zh") await isReached();
    say(await foreign(window, language));
    for (const one of await moving(window)) moved.add(one);
    const axe = language === "zh" ? looked : lookedAtNames;
    await axe(window).catch(({ message, actual }) => say([`${message} ${JSON.stringify(actual) ?? ""}`]));
  };
  // What was seen until then is told with it.
  await Walk.through(language, look).catch((error) => wrong.push(String(error)));
  expect(wrong).toEqual([]);
  expect([...moved]).toEqual(language === "en" ? [] : expect.arrayContaining([TOOLS]));
  expect(seen.size).toBeGreaterThan(75);
});
