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

/** How wide a side pane may be, and is at first. */
export const LEFT = { min: 240, usual: 336, max: 560 };
export const BESIDE = { min: 280, usual: 420, max: 640 };
export const RIGHT = { min: 240, usual: 316, max: 520 };
/** So wide a window has room for all panes at once. */
const WIDE = 1600;
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

class Layout {
  theme = $state<Theme>("system");
  left = $state(LEFT.usual);
  right = $state(RIGHT.usual);
  /** How wide the speeches beside the sheet are. */
  beside = $state(BESIDE.usual);
  leftShown = $state(true);
  rightShown = $state(true);
  /** The house style that is exported in. */
  style = $state("speech");
  prompter = $state.raw<Prompter>({ size: 60, mirrored: false, pauses: true, notes: true });
  /** The sheet shows where pages begin. */
  pageMarks = $state(true);
  /** How large the sheet is drawn, in percent. */
  zoom = $state(100);
  /** How wide the window is, in pixels. */
  room = $state(globalThis.innerWidth ?? WIDE);
  /** Nothing but the sheet is shown. */
  quiet = $state(false);
  /** The questions of the first start were answered, or waved away. */
  asked = $state(false);
  /** Nothing is kept before the last state is there: it would be overwritten. */
  restored = $state(false);
  private waiting: ReturnType<typeof setTimeout> | undefined;
  private kept = "";

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

  /** Shows a side pane or puts it away; where nothing but the sheet is shown, shows it. */
  toggle(pane: "leftShown" | "rightShown"): void {
    const isBehind = pane === "rightShown" && this.isNarrow && sources.shown;
    if (isBehind) sources.shown = false;
    this[pane] = this.quiet || isBehind || !this[pane];
    this.quiet = false;
  }

  /** Draws the sheet larger (1) or smaller (-1), by steps. */
  zoomBy(by: 1 | -1): void {
    const at = ZOOMS.findIndex((zoom) => zoom >= this.zoom);
    this.zoom = ZOOMS[Math.min(Math.max(at + by, 0), ZOOMS.length - 1)] ?? 100;
  }

  /** All that is kept, as it is stored. */
  get record(): string {
    const { language, theme, left, right, beside, leftShown, rightShown, asked, zoom, style, prompter } =
      this;
    const { pageMarks } = this;
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
      atHand.pinned = pinned ?? [];
      atHand.opened = opened ?? [];
      // A document that is gone leaves no tab; the others open all the same.
      for (const id of open ?? []) await tabs.show(id).catch(() => {});
      for (const id of laid ?? []) await sources.lay(id).catch(() => {});
      sources.shown = laidShown === true && sources.open.length > 0;
      if (front && tabs.open.some((document) => document.id === front)) await tabs.show(front);
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

/** The widths of the side panes in a window: what was chosen, as far as there is room for it. */
export function fitted(left: number, right: number, room: number): { left: number; right: number } {
  const share = Math.min(1, (room - SHEET) / (left + right));
  return { left: Math.round(left * share), right: Math.round(right * share) };
}

export const layout = new Layout();
