// What is to be seen of the window as it is: what is cut, what is too wide, what speaks another
// language.
import { words } from "../../ui/src/words";
import type { Language } from "./walk";
import type { Window } from "./window";

/**
 * Words that run out of the box that shows them, or are cut by one that does not scroll. What ends
 * in … on purpose has its whole words in a title or the name of its element.
 */
export function cut(window: Window): Promise<string[]> {
  return window.run(
    `${shown}
     const wrong = new Set();
     for (const { text, element } of shown()) {
       const range = document.createRange();
       range.selectNodeContents(text);
       for (const line of range.getClientRects()) {
         if (line.width < 2 || line.height < 2) continue;
         for (let box = element; box && box !== document.body; box = box.parentElement) {
           const style = getComputedStyle(box);
           if (style.display.startsWith("inline") && style.display !== "inline-block" && style.display !== "inline-flex") continue;
           const room = box.getBoundingClientRect();
           const [x, y] = [style.overflowX, style.overflowY];
           const isOut = { x: line.right > room.right + 1.5 || line.left < room.left - 1.5,
                           y: line.bottom > room.bottom + 4 || line.top < room.top - 4 };
           if (isOut.x && x !== "auto" && x !== "scroll" && style.textOverflow !== "ellipsis")
             wrong.add((x === "visible" ? "runs out of " : "is cut by ") + name(box) + ": " + text.data.trim().slice(0, 40));
           if (isOut.y && (y === "hidden" || y === "clip") && style.webkitLineClamp === "none")
             wrong.add("is cut at the foot of " + name(box) + ": " + text.data.trim().slice(0, 40));
           // Further out it is where its scrolling box is.
           if (x !== "visible" || y !== "visible" || style.position === "fixed" || style.position === "absolute") break;
         }
       }
       if (getComputedStyle(element).textOverflow !== "ellipsis" && element.matches("button, summary, label, th") && !element.closest(".ProseMirror")) {
         const lines = new Set([...range.getClientRects()].map((line) => Math.round(line.top)));
         if (element.matches("button:not(:has(*))") && element.offsetHeight < 60 && lines.size > 1) wrong.add("breaks into two lines, " + name(element) + ": " + text.data.trim());
       }
     }
     // What lies over the window is in it, and over all else.
     for (const item of document.querySelectorAll("[role=menuitem]")) {
       const { left, right, top, bottom } = item.getBoundingClientRect();
       const isSeen = [left + 2, right - 2].every((x) => item.contains(document.elementFromPoint(x, (top + bottom) / 2)));
       if (!isSeen) wrong.add("is covered or out of the window: " + name(item) + ": " + item.textContent.trim());
     }
     return [...wrong];`,
  );
}

/**
 * Boxes that scroll sideways, the window itself included; not the row of tabs, which shows the one in
 * front by itself and no bar.
 */
export function wide(window: Window): Promise<string[]> {
  return window.run(
    `${shown}
     const all = [document.documentElement, ...document.querySelectorAll("body *")];
     return all
       .filter((box) => box.checkVisibility() && getComputedStyle(box).scrollbarWidth !== "none" && box.scrollWidth > box.clientWidth + 1 && box.clientWidth > 0 &&
          (box === document.documentElement || ["auto", "scroll"].includes(getComputedStyle(box).overflowX)))
       .map((box) => "scrolls sideways: " + name(box) + " " + box.scrollWidth + " > " + box.clientWidth);`,
  );
}

/** All words of the interface that are the same whatever they speak of, in Chinese. */
function chinese(part: unknown): string[] {
  if (typeof part !== "object" || part === null) return [];
  const { zh, en } = part as { zh?: unknown; en?: unknown };
  if (typeof zh === "string" && typeof en === "string") return zh === en ? [] : [zh];
  return Object.values(part).flatMap(chinese);
}

/**
 * What does not speak the language of the window: words of the interface, names that are read out
 * and tips. In English those are looked for that the interface has in Chinese, as texts are Chinese;
 * in Chinese all that has none.
 */
export function foreign(window: Window, language: Language): Promise<string[]> {
  return window.run(
    `${shown}
     const [language, chinese] = arguments;
     const isForeign = language === "en" ? (words) => chinese.includes(words.trim()) : (words) =>
       /[A-Za-z]{2,}/.test(words.replaceAll(ALSO_CHINESE, "")) && !/\\p{Script=Han}/u.test(words);
     const wrong = new Set();
     const hold = (words, element, what) => {
       if (isForeign(words)) wrong.add(what + " " + name(element) + ": " + words.trim().slice(0, 60));
     };
     for (const { text, element } of shown()) {
       if (ofText(element)) continue;
       hold(text.data, element, "words of");
       // Chinese quotes are as wide as a character.
       const at = language === "en" ? text.data.search(/[’“”]/) : -1;
       if (at < 0) continue;
       const quote = document.createRange();
       quote.setStart(text, at);
       quote.setEnd(text, at + 1);
       if (quote.getBoundingClientRect().width > 0.7 * parseFloat(getComputedStyle(element).fontSize))
         wrong.add("a wide quote in " + name(element) + ": " + text.data.trim().slice(0, 60));
     }
     for (const element of document.querySelectorAll("body [aria-label], body [title], body [placeholder], body [aria-description]"))
       if (element.checkVisibility() && !ofText(element))
         for (const what of ["aria-label", "title", "placeholder", "aria-description"])
           if (element.hasAttribute(what)) hold(element.getAttribute(what), element, what + " of");
     return [...wrong];`,
    language,
    chinese(words),
  );
}

/** What moves or fades for longer than a frame, each with how long. */
export function moving(window: Window): Promise<string[]> {
  return window.run(
    `${shown}
     const FRAME = 1 / 60;
     const longest = (times) => Math.max(...times.split(", ").map(parseFloat));
     const found = new Set();
     for (const element of document.querySelectorAll("*"))
       for (const part of ["", "::before", "::after"]) {
         const style = getComputedStyle(element, part);
         const fades = style.transitionProperty === "none" ? 0 : longest(style.transitionDuration);
         const moves = style.animationName === "none" ? 0 : longest(style.animationDuration);
         if (Math.max(fades, moves) > FRAME) found.add(name(element) + part + " for " + Math.max(fades, moves) + " s");
       }
     for (const { effect } of document.getAnimations())
       if (effect.getComputedTiming().endTime > FRAME * 1000) found.add(name(effect.target) + " moves");
     return [...found];`,
  );
}

/** So many steps of Tab are walked in a dialog, and of F6 in the window. */
const TABS = 6;
const PANES = 5;

/**
 * What the keyboard does not reach, or where it can't be seen: Tab walks in the dialog that is open
 * and never out of it, F6 walks through all panes that are shown. Where the library is closed there
 * are no panes, and Tab walks.
 */
export async function unreached(window: Window): Promise<string[]> {
  await window.run("globalThis.before = document.activeElement");
  const wrong = await walked(window);
  // Whoever walks on finds the keys where they were.
  await window.run("if (before.isConnected) before.focus()");
  return [...wrong];
}

async function walked(window: Window): Promise<Set<string>> {
  const wrong = new Set<string>();
  if ((await window.exists("dialog[open]")) || !(await window.exists(".window"))) {
    for (let step = 0; step < TABS; step++) {
      await window.press("Tab");
      const { name, inside, seen } = await focus(window);
      if (!inside) wrong.add(`Tab leaves the dialog for ${name}`);
      if (!seen) wrong.add(`the focus can't be seen on ${name}`);
    }
    return wrong;
  }
  const reached = new Set<string>();
  for (let step = 0; step < PANES; step++) {
    await window.press("F6");
    const { name, pane, seen } = await focus(window);
    reached.add(pane);
    if (!seen) wrong.add(`the focus can't be seen on ${name}`);
  }
  const panes = await window.run<string[]>(
    `${focused} return [...document.querySelectorAll("aside, main")].filter((one) => one.checkVisibility()).map(paneOf)`,
  );
  for (const pane of panes) if (!reached.has(pane)) wrong.add(`F6 does not reach ${pane}`);
  return wrong;
}

/** Where the focus is, and whether that can be seen. */
export function focus(
  window: Window,
): Promise<{ name: string; pane: string; inside: boolean; seen: boolean }> {
  return window.run(
    `${shown} ${focused}
     const at = document.activeElement;
     const inside = at.querySelector("[aria-selected=true], .active");
     return {
       name: at.outerHTML.slice(0, 120),
       pane: paneOf(at),
       inside: at === document.body || at.closest("dialog[open]") !== null || top === undefined,
       seen: at === document.body || drawn(at) || drawn(at.parentElement) || at.matches(".ProseMirror[contenteditable=true]") ||
         (inside !== null && drawn(inside)),
     };`,
  );
}

/** In the page: whether a ring is drawn round an element, and in which pane it is. */
const focused = `
  const drawn = (one) => {
    const style = getComputedStyle(one);
    return (style.outlineStyle !== "none" && parseFloat(style.outlineWidth) > 0) || style.boxShadow !== "none";
  };
  const paneOf = (one) => {
    const pane = one.closest("aside, header, main, footer");
    return pane === null ? one.localName : [...pane.classList].find((c) => !c.startsWith("svelte-")) ?? pane.localName;
  };
`;

/** In the page: what is shown of words, what belongs to a text, and how an element is told. */
const shown = `
  const ALSO_CHINESE = /Ctrl|Shift|Alt|Tab|Enter|Esc|Space|Backspace|Delete|Home|End|PgUp|PgDn|PageUp|PageDown|F\\d+|Word|WPS|PDF|UTF-\\d+|GB\\d+|Big5|docx?|wps|pdf|xlsx?|rtf|odt|txt|md|csv|html|Markdown|English|EN/g;
  const ofText = (element) => {
    const marked = element.closest("[lang]");
    return marked !== document.documentElement && !(document.documentElement.lang === "en" && marked.lang === "en");
  };
  const top = [...document.querySelectorAll("dialog[open]")].at(-1);
  function shown() {
    const found = [];
    const walker = document.createTreeWalker(top ?? document.body, NodeFilter.SHOW_TEXT);
    for (let text = walker.nextNode(); text; text = walker.nextNode()) {
      const element = text.parentElement;
      if (text.data.trim() === "" || element.closest("script, style, option, datalist, .ProseMirror") || !element.checkVisibility({ visibilityProperty: true, opacityProperty: true })) continue;
      found.push({ text, element });
    }
    return found;
  }
  const name = (element) => {
    const one = (at) => at.localName + (at.id ? "#" + at.id : "") + [...at.classList].filter((c) => !c.startsWith("svelte-")).map((c) => "." + c).join("");
    return [element.parentElement?.parentElement, element.parentElement, element].filter(Boolean).map(one).join(" > ");
  };
`;
