// What is copied looks as the house style has it, for Word, WPS and LibreOffice: the style stands
// on each element, a heading is one of theirs, and a run-in heading shares a paragraph with what
// goes on after it. Copied back to a sheet it is taken apart again.
import type { LineLook, Looks } from "../bindings";

/** The words that a block begins with which are bold. */
export const BOLD = "data-bold";
/** What the element was on the sheet. */
const WAS = "data-was";
/** A part of a paragraph that is a block of its own on the sheet. */
const PART = "data-part";

/**
 * What stands around the lines. WebKit writes looks of its own on the outermost element of what is
 * copied, among them some at which LibreOffice stops reading.
 */
const WHOLE = "data-whole";

/** Letters, digits and what stands between them, which have a font of their own. */
const LATIN = /[A-Za-z0-9](?:[ -~]*[A-Za-z0-9%])?/g;

/**
 * Dresses blocks as a sheet gives them. Words out of one paragraph are no block: they look as the
 * place that they come to.
 */
export function dress(blocks: DocumentFragment | HTMLElement, { lines }: Looks): void {
  const document = blocks.ownerDocument;
  const all = [...blocks.children].filter((child): child is HTMLElement => /^(P|H\d)$/.test(child.tagName));
  all.forEach(embolden);
  all.forEach((block, idx) => {
    // It has gone into the paragraph of its heading.
    if (block.parentNode !== blocks) return;
    const role = roleOf(block);
    const look = lines[role];
    const next = all[idx + 1];
    const paragraph = document.createElement(elementOf(role));
    paragraph.setAttribute("style", look?.line ?? "");
    if (role === "title") paragraph.className = "MsoTitle";
    if (next && block.hasAttribute("data-run-in") && roleOf(next) === "body") {
      paragraph.append(part(block, look), part(next, lines.body));
      next.remove();
    } else {
      for (const { name, value } of [...block.attributes])
        if (name !== "class") paragraph.setAttribute(name, value);
      paragraph.setAttribute(WAS, `${block.tagName.toLowerCase()}.${block.className}`);
      paragraph.append(...block.childNodes);
      latin(paragraph, look?.latin);
    }
    block.replaceWith(paragraph);
  });
  if (all.length === 0) return;
  const whole = document.createElement("div");
  whole.setAttribute(WHOLE, "");
  whole.append(...blocks.childNodes);
  blocks.append(whole);
}

/** Blocks as a sheet gives them, out of what was dressed. */
export function undressed(html: string): string {
  const page = new DOMParser().parseFromString(html, "text/html");
  for (const whole of page.querySelectorAll(`[${WHOLE}]`)) {
    const slice = whole.getAttribute("data-pm-slice");
    if (slice) whole.firstElementChild?.setAttribute("data-pm-slice", slice);
    whole.replaceWith(...whole.childNodes);
  }
  for (const paragraph of page.querySelectorAll<HTMLElement>(`[${WAS}]`)) {
    if (paragraph.hasAttribute(PART)) continue;
    paragraph.replaceWith(asItWas(paragraph));
  }
  for (const first of page.querySelectorAll<HTMLElement>(`[${PART}="1"]`)) {
    const paragraph = first.parentElement!;
    const blocks = [...paragraph.querySelectorAll<HTMLElement>(`[${PART}]`)].map(asItWas);
    const slice = paragraph.getAttribute("data-pm-slice");
    if (slice) blocks[0]?.setAttribute("data-pm-slice", slice);
    paragraph.replaceWith(...blocks);
  }
  return page.body.innerHTML;
}

function part(block: HTMLElement, look: LineLook | undefined): HTMLElement {
  const span = block.ownerDocument.createElement("span");
  for (const { name, value } of [...block.attributes]) if (name !== "class") span.setAttribute(name, value);
  span.setAttribute(WAS, `${block.tagName.toLowerCase()}.${block.className}`);
  span.setAttribute(PART, block.hasAttribute("data-run-in") ? "1" : "2");
  span.setAttribute("style", look?.words ?? "");
  span.append(...block.childNodes);
  latin(span, look?.latin);
  return span;
}

function asItWas(element: HTMLElement): HTMLElement {
  const [tag = "p", name = ""] = (element.getAttribute(WAS) ?? "").split(".");
  const block = element.ownerDocument.createElement(/^(p|h[1-6])$/.test(tag) ? tag : "p");
  for (const { name, value } of [...element.attributes])
    if (![WAS, PART, "style", "class"].includes(name)) block.setAttribute(name, value);
  if (name) block.className = name;
  block.append(...element.childNodes);
  return block;
}

function roleOf(block: HTMLElement): string {
  const name = block.className;
  if (name === "heading") return `heading${Number(block.tagName.slice(1)) - 1}`;
  return name === "" || name === "paragraph" ? "body" : name;
}

function elementOf(role: string): string {
  return role.startsWith("heading") ? `h${role.slice(-1)}` : "p";
}

/** The words that a block begins with, where they are to be bold and it begins with them. */
function embolden(block: HTMLElement): void {
  const bold = block.getAttribute(BOLD) ?? "";
  block.removeAttribute(BOLD);
  const words = block.textContent ?? "";
  // It may be copied from its middle, or not to their end.
  if (!words.startsWith(bold) && !bold.startsWith(words)) return;
  let left = bold.length;
  for (const text of textsOf(block)) {
    if (left === 0) return;
    if (left < text.data.length) text.splitText(left);
    left -= text.data.length;
    const span = block.ownerDocument.createElement("span");
    span.setAttribute("style", "font-weight:bold");
    text.replaceWith(span);
    span.append(text);
  }
}

function textsOf(element: HTMLElement): Text[] {
  const walker = element.ownerDocument.createTreeWalker(element, NodeFilter.SHOW_TEXT);
  const texts: Text[] = [];
  while (walker.nextNode()) texts.push(walker.currentNode as Text);
  return texts;
}

/** Latin stretches in their own font. */
function latin(element: HTMLElement, style: string | undefined): void {
  if (!style) return;
  const document = element.ownerDocument;
  for (const text of textsOf(element)) {
    const words = text.data;
    let at = 0;
    const parts: Node[] = [];
    for (const { 0: found, index } of words.matchAll(LATIN)) {
      const span = document.createElement("span");
      span.setAttribute("style", style);
      span.textContent = found;
      parts.push(document.createTextNode(words.slice(at, index)), span);
      at = index + found.length;
    }
    if (at > 0) text.replaceWith(...parts, document.createTextNode(words.slice(at)));
  }
}
