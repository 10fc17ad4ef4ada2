// Short notes in the margin, beside the lines that the checks have found something in: 应为两点.
//
// They lie over the page and not in the text, so that no caret and no input method ever meets
// them. The findings pane says the same at length, so they are nothing for a screen reader.
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { FindingRow, Message } from "../bindings";
import { words } from "../words";
import { marked } from "./findings";

/** A suggestion with more characters is not shown, but the name of the check. */
const SHORT = 7;
/** How far apart two notes are at least, in pixels. */
const APART = 32;

type Say = (message: Message) => string;
type Choose = (finding: FindingRow) => void;

/** `choose` is told the finding whose note was clicked. */
export function notes(say: Say, choose: Choose): Plugin {
  return new Plugin({
    view(view) {
      const layer = document.createElement("div");
      layer.className = "notes";
      layer.setAttribute("aria-hidden", "true");
      view.dom.parentElement?.append(layer);
      let waiting = 0;
      const soon = () => {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => draw(view, layer, say, choose));
      };
      const resized = new ResizeObserver(soon);
      resized.observe(view.dom);
      return {
        update: (_view, before) => {
          if (before !== view.state) soon();
        },
        destroy() {
          cancelAnimationFrame(waiting);
          resized.disconnect();
          layer.remove();
        },
      };
    },
  });
}

function draw(view: EditorView, layer: HTMLElement, say: Say, choose: Choose): void {
  if (view.isDestroyed) return;
  const page = layer.getBoundingClientRect().top;
  let last = -APART;
  const drawn = marked(view.state).flatMap(({ finding, from }) => {
    if (finding.severity === "hint") return [];
    const top = Math.round(view.coordsAtPos(from).top - page);
    // Two of one line: the pane has the other.
    if (top < last + APART) return [];
    last = top;
    const note = document.createElement("div");
    note.className = `note ${finding.severity}`;
    note.style.top = `${top}px`;
    note.textContent = say(short(finding));
    note.title = say(finding.message);
    note.addEventListener("click", () => choose(finding));
    return [note];
  });
  layer.replaceChildren(...drawn);
}

function short({ suggestion, name }: FindingRow): Message {
  if (suggestion === null || [...suggestion].length > SHORT) return name;
  return suggestion === "" ? words.findings.deleted : words.findings.shouldBe(suggestion);
}
