// What the window finds again at the next start: language, theme, panes, open tabs.
import { backend } from "../backend";
import { atHand } from "./atHand.svelte";
import { language, type Language } from "./language.svelte";
import { notices } from "./notices.svelte";
import { sources } from "./sources.svelte";
import { tabs } from "./tabs.svelte";

export const THEMES = ["light", "dark", "system"] as const;
export type Theme = (typeof THEMES)[number];

/** How large the sheet may be drawn, in percent. */
const ZOOMS = [75, 90, 100, 110, 125, 150, 175, 200];

/** How large the whole window may be drawn, in percent of what the system makes of it. */
export const SCALES = [80, 90, 100, 110, 125, 150, 175, 200];

/** How wide a side pane may be, and is at first. */
export const LEFT = { min: 240, usual: 336, max: 560 };
export const BESIDE = { min: 280, usual: 420, max: 640 };
export const RIGHT = { min: 240, usual: 316, max: 520 };
/** So wide a window has room for all panes at once. */
const WIDE = 1600;
/** A narrower one has room for one side pane: only a window that is drawn large gets so narrow. */
const TIGHT = 900;
/** What the sheet needs between them. */
const SHEET = 480;
/** How long changes are gathered before they are kept. */
const QUIET_MS = 400;

/** How the prompter shows a text. */
export type Prompter = {
  /** Of its words, in pixels. */
  size: number;
  /** For a pane of glass before the camera. */
  mirrored: boolean;
  /** With marks where to pause. */
  pauses: boolean;
  /** With pinyin and numbers in words. */
  notes: boolean;
};

type Record = {
  language: Language;
  theme: Theme;
  left: number;
  right: number;
  beside: number;
  leftShown: boolean;
  rightShown: boolean;
  asked: boolean;
  zoom: number;
  scale: number;
  style: string;
  prompter: Prompter;
  pageMarks: boolean;
  /** What is pinned, and what was opened last. */
  pinned: string[];
  opened: string[];
  open: string[];
  front: string | null;
  /** The documents that lie beside the sheet. */
  laid: string[];
  laidShown: boolean;
};

type SidePane = "leftShown" | "rightShown";

class Layout {
  theme = $state<Theme>("system");
  left = $state(LEFT.usual);
  right = $state(RIGHT.usual);
  /** How wide the speeches beside the sheet are. */
  beside = $state(BESIDE.usual);
  leftShown = $state(true);
  rightShown = $state(true);
  /** The one that was asked for or used last: it is shown where there is room for one. */
  side = $state<SidePane | null>("leftShown");
  /** The house style that is exported in. */
  style = $state("speech");
  prompter = $state.raw<Prompter>({ size: 60, mirrored: false, pauses: true, notes: true });
  /** The sheet shows where pages begin. */
  pageMarks = $state(true);
  /** How large the sheet is drawn, in percent. */
  zoom = $state(100);
  /** How large the whole window is drawn, in percent. */
  scale = $state(100);
  /** How wide the window is, in pixels: half as many where it is drawn twice as large. */
  room = $state(globalThis.innerWidth ?? WIDE);
  /** Nothing but the sheet is shown. */
  quiet = $state(false);
  /** The questions of the first start were answered, or waved away. */
  asked = $state(false);
  /** Nothing is kept before the last state is there: it would be overwritten. */
  restored = $state(false);
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private kept = "";
  private drawn = 100;

  get language(): Language {
    return language.now;
  }

  set language(spoken: Language) {
    language.now = spoken;
  }

  /** What lies beside the sheet has the room of the right pane. */
  get isNarrow(): boolean {
    return this.room < WIDE;
  }

  /** There is room for one pane beside the sheet: the window is drawn large. */
  get isTight(): boolean {
    return this.room < TIGHT;
  }

  /** Whether a side pane is shown: where there is room for one, that one. */
  isShown(pane: SidePane): boolean {
    return this[pane] && !this.quiet && !(this.isTight && this.side !== pane);
  }

  /** Shows a side pane. */
  show(pane: SidePane): void {
    this.quiet = false;
    this[pane] = true;
    this.side = pane;
    if (this.isBehind(pane)) sources.shown = false;
  }

  /** Shows a side pane or puts it away; where nothing but the sheet is shown, shows it. */
  toggle(pane: SidePane): void {
    if (this.isBehind(pane) || !this.isShown(pane)) this.show(pane);
    // Both are there again when there is room for them.
    else if (this.isTight) this.side = null;
    else this[pane] = false;
  }

  /** What lies beside the sheet has its room. */
  private isBehind(pane: SidePane): boolean {
    return sources.shown && (this.isTight || (pane === "rightShown" && this.isNarrow));
  }

  /** Has the window drawn as large as it is to be. */
  async draw(): Promise<void> {
    const { scale } = this;
    if (scale === this.drawn) return;
    this.drawn = scale;
    await backend.enlarge(scale).catch((error) => notices.refuse(error));
  }

  /** Draws the whole window larger (1) or smaller (-1), by steps. */
  scaleBy(by: 1 | -1): void {
    this.scale = step(SCALES, this.scale, by);
  }

  /** Draws the sheet larger (1) or smaller (-1), by steps. */
  zoomBy(by: 1 | -1): void {
    this.zoom = step(ZOOMS, this.zoom, by);
  }

  /** All that is kept, as it is stored. */
  get record(): string {
    const { language, theme, left, right, beside, leftShown, rightShown, asked, zoom, style, prompter } =
      this;
    const { pageMarks, scale } = this;
    const open = tabs.open.map((document) => document.id);
    const front = tabs.front?.id ?? null;
    const record: Record = {
      language,
      theme,
      left,
      right,
      beside,
      leftShown,
      rightShown,
      asked,
      zoom,
      scale,
      style,
      prompter,
      pageMarks,
      pinned: atHand.pinned,
      opened: atHand.opened,
      open,
      front,
      laid: sources.open.map((beside) => beside.id),
      laidShown: sources.shown,
    };
    return JSON.stringify(record);
  }

  /** Finds everything again as it was left. */
  async restore(): Promise<void> {
    try {
      const { open, front, laid, laidShown, pinned, opened, ...rest } = read(await backend.remembered());
      Object.assign(this, rest);
      // A window that is drawn out of all proportion could not be set right by its own means.
      if (!SCALES.includes(this.scale)) this.scale = 100;
      atHand.pinned = pinned ?? [];
      atHand.opened = opened ?? [];
      await tabs.reopen(open ?? [], front ?? null);
      for (const id of laid ?? []) await sources.lay(id).catch(() => {});
      sources.shown = laidShown === true && sources.open.length > 0;
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.restored = true;
    }
  }

  /** Keeps it in a moment. */
  keep(): void {
    if (!this.restored) return;
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => void this.keepNow(), QUIET_MS);
  }

  async keepNow(): Promise<void> {
    clearTimeout(this.waiting);
    const record = this.record;
    if (!this.restored || record === this.kept) return;
    try {
      await backend.remember(record);
      this.kept = record;
    } catch (error) {
      notices.refuse(error);
    }
  }
}

/** What was kept; whatever is no record of ours is nothing. */
function read(kept: string | null): Partial<Record> {
  try {
    const record: unknown = JSON.parse(kept ?? "{}");
    return typeof record === "object" && record ? record : {};
  } catch {
    return {};
  }
}

/**
 * The widths of the side panes in a window: what was chosen, as far as there is room for it, but not
 * less than can be read.
 */
export function fitted(
  left: number,
  right: number,
  room: number,
  least = 0,
): { left: number; right: number } {
  const share = Math.min(1, Math.max(0, room - SHEET) / (left + right || 1));
  const width = (pane: number) => Math.max(Math.round(pane * share), Math.min(pane, least));
  return { left: width(left), right: width(right) };
}

/** The next larger (1) or smaller (-1) of some sizes, or the last. */
function step(sizes: number[], size: number, by: 1 | -1): number {
  const at = sizes.findIndex((one) => one >= size);
  return sizes[Math.min(Math.max(at + by, 0), sizes.length - 1)] ?? 100;
}

export const layout = new Layout();
