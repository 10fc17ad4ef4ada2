// Short notes in the margin, beside the lines that the checks have found something in: 应为两点.
//
// They lie over the page and not in the text, so that no caret and no input method ever meets
// them. The findings pane says the same at length, so they are nothing for a screen reader.
import type { Node } from "prosemirror-model";
import { Plugin } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import type { FindingRow, Message } from "../bindings";
import { words } from "../words";
import { marked } from "./findings";
import { lookOf } from "./look";
import { markersOf } from "./numbering";
import { fieldsOf } from "./schema";

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
      const lines = new Lines();
      let waiting = 0;
      let drawn = new Map<FindingRow, HTMLElement>();
      const soon = () => {
        cancelAnimationFrame(waiting);
        waiting = requestAnimationFrame(() => {
          if (!view.isDestroyed) drawn = draw(layer, notesOf(view, lines, say), drawn, say, choose);
        });
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

/** A finding, what its note says, and how far down the page, in pixels. */
type Note = { finding: FindingRow; words: string; top: number };

function notesOf(view: EditorView, lines: Lines, say: Say): Note[] {
  lines.begin(view);
  let last = -APART;
  return marked(view.state).flatMap(({ finding, from }) => {
    if (finding.severity === "hint") return [];
    const top = lines.top(view, from);
    // Two of one line: the pane has the other.
    if (top < last + APART) return [];
    last = top;
    return [{ finding, words: say(short(finding)), top }];
  });
}

/** Draws what is another than it was; the notes by their findings. */
function draw(
  layer: HTMLElement,
  notes: Note[],
  before: Map<FindingRow, HTMLElement>,
  say: Say,
  choose: Choose,
): Map<FindingRow, HTMLElement> {
  const now = new Map<FindingRow, HTMLElement>();
  for (const { finding, words, top } of notes) {
    let note = before.get(finding);
    if (!note) {
      note = document.createElement("div");
      note.className = `note ${finding.severity}`;
      note.addEventListener("click", () => choose(finding));
      layer.append(note);
    }
    if (note.textContent !== words) {
      note.textContent = words;
      note.title = say(finding.message);
    }
    if (note.style.top !== `${top}px`) note.style.top = `${top}px`;
    now.set(finding, note);
  }
  for (const [finding, note] of before) if (!now.has(finding)) note.remove();
  return now;
}

/** How far down its block a line stands: measured once, as long as the block is drawn the same. */
class Lines {
  private known = new Map<Node, Measured>();
  private before = new Map<Node, Measured>();
  /** What all blocks are drawn by. */
  private drawn: unknown[] = [];
  private from = 0;

  /** From here on what was not asked for the last time is forgotten. */
  begin(view: EditorView): void {
    const drawn = [lookOf(view), fieldsOf(view.state.doc)];
    this.before = drawn.every((one, nth) => one === this.drawn[nth]) ? this.known : new Map();
    this.known = new Map();
    this.drawn = drawn;
    this.from = view.dom.offsetTop;
  }

  /** How far down the page the line with a place of the text is, in pixels. */
  top(view: EditorView, place: number): number {
    const { doc } = view.state;
    const at = doc.resolve(place);
    const start = at.depth > 0 ? at.before(1) : place;
    const block = doc.nodeAt(start)!;
    const element = view.nodeDOM(start) as HTMLElement;
    // What goes on from a heading begins where that ends, and markers are drawn as they are counted.
    const look = `${element.getAttribute("style")} ${markersOf(view.state, block).join(" ")}`;
    let measured = this.known.get(block) ?? this.before.get(block);
    if (measured?.look !== look) measured = { look, tops: new Map() };
    this.known.set(block, measured);
    let top = measured.tops.get(place - start);
    if (top === undefined) {
      top = view.coordsAtPos(place).top - element.getBoundingClientRect().top;
      measured.tops.set(place - start, top);
    }
    return Math.round(this.from + element.offsetTop + top);
  }
}

/** How far down a block its places are, in pixels, with what it was drawn by. */
type Measured = { look: string; tops: Map<number, number> };

function short({ suggestion, name }: FindingRow): Message {
  if (suggestion === null || [...suggestion].length > SHORT) return name;
  return suggestion === "" ? words.findings.deleted : words.findings.shouldBe(suggestion);
}
