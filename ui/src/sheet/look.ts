// What the lines of a page are drawn by, all of them: where it is the same and the words are, what
// was measured still holds.
import type { EditorView } from "prosemirror-view";

/** The width of the page, the size of its letters, and the house style that it is set in. */
export function lookOf({ dom }: EditorView): string {
  const style = dom.closest(".sheet-desk")?.getAttribute("style") ?? "";
  return `${dom.clientWidth} ${getComputedStyle(dom).fontSize} ${style}`;
}
