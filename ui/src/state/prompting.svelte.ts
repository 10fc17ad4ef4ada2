// 提词: the text in front runs past, at the writer's rate, and whoever speaks reads it.
//
// What is counted is how much has been read, in characters. Time adds to it while it runs, keys
// move it, and the pace says where the text stands then.
import { backend } from "../backend";
import type { Script } from "../bindings";
import { dialogs } from "./dialogs.svelte";
import { layout } from "./layout.svelte";
import { notices } from "./notices.svelte";
import { Pace, type DrawnLine } from "./pace";
import { settings, LEAST_RATE, MOST_RATE } from "./settings.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

/** How large the words may be, in pixels. */
const SIZES = [36, 44, 52, 60, 72, 84, 100, 120, 144];
/** By how many characters a minute a key changes the rate. */
const RATE_STEP = 10;
/**
 * Milliseconds that a frame may add. One that comes late is where its moment says, or the text would
 * fall behind the voice on a busy machine; a machine that slept is waited for.
 */
const LONGEST_STEP = 1000;
/** Milliseconds in which what a key moved has come most of its way. */
const GLIDE = 90;
/** Pixels that nobody sees. */
const NOTHING = 0.25;

class Prompting {
  script = $state.raw<Script | null>(null);
  title = $state("");
  /** Characters a minute. */
  rate = $state(settings.rate);
  running = $state(false);
  fullScreen = $state(false);
  /** Whole seconds until all of it is read. */
  left = $state(0);

  private pace = new Pace([]);
  /** The lines' beginnings, in characters, and the last one's end. */
  private beginnings: number[] = [];
  private rowCharacters = 0;
  private read = 0;
  /** How far what is shown still is from where it belongs, in pixels. */
  private behind = 0;
  private before: number | null = null;
  private opening = false;

  get enabled(): boolean {
    return tabs.front !== null && !this.opening;
  }

  /** Opens it on the document in front, at the sentence with the cursor. */
  async open(): Promise<void> {
    const document = tabs.front;
    if (!document || this.opening) return;
    this.opening = true;
    try {
      const script = await backend.prompt(document.speech, document.block, document.charactersBefore);
      this.title = document.title;
      this.rate = settings.rate;
      this.running = false;
      this.drawn([], 1);
      this.read = script.begin;
      this.script = script;
      this.tell();
      dialogs.show("prompter");
    } finally {
      this.opening = false;
    }
  }

  /** Closes it; a rate that was found here can become the writer's own. */
  async close(): Promise<void> {
    this.running = false;
    this.script = null;
    dialogs.close();
    const { rate } = this;
    if (rate !== settings.rate) {
      const keep = () => void settings.save({ own: settings.own, rate });
      notices.tell(words.prompter.found(rate), { words: words.prompter.keepRate, run: keep });
    }
    if (this.fullScreen) await this.toggleFullScreen();
  }

  async toggleFullScreen(): Promise<void> {
    this.fullScreen = !this.fullScreen;
    try {
      await backend.fullScreen(this.fullScreen);
    } catch (error) {
      this.fullScreen = false;
      notices.refuse(error);
    }
  }

  /** Says where the lines are drawn, and how many rows the text has. Nothing moves by it. */
  drawn(lines: DrawnLine[], rows: number): void {
    this.pace = new Pace(lines);
    this.beginnings = [0];
    for (const { characters } of lines) {
      if (characters > 0) this.beginnings.push(this.beginnings.at(-1)! + characters);
    }
    this.rowCharacters = this.pace.total / Math.max(1, rows);
    this.behind = 0;
    this.tell();
  }

  /** How far down the text one is, in pixels. */
  get place(): number {
    return this.pace.at(this.read) + this.behind;
  }

  /** Goes on to a moment, in milliseconds; whether there is more to move. */
  advance(now: number): boolean {
    const passed = Math.min(LONGEST_STEP, Math.max(0, now - (this.before ?? now)));
    if (this.running) {
      this.read = Math.min(this.pace.total, this.read + (this.rate * passed) / 60_000);
      if (this.read >= this.pace.total) this.running = false;
    }
    this.behind *= Math.exp(-passed / GLIDE);
    if (Math.abs(this.behind) < NOTHING) this.behind = 0;
    this.tell();
    const more = this.running || this.behind !== 0;
    this.before = more ? now : null;
    return more;
  }

  /** Begins to run, or holds; at the end, begins again. */
  toggle(): void {
    if (!this.running && this.read >= this.pace.total) this.to(0);
    this.running = !this.running && this.pace.total > 0;
  }

  faster(by: 1 | -1): void {
    const rate = Math.round(this.rate / RATE_STEP + by) * RATE_STEP;
    this.rate = Math.min(MOST_RATE, Math.max(LEAST_RATE, rate));
    this.tell();
  }

  larger(by: 1 | -1): void {
    const at = SIZES.findIndex((size) => size >= layout.prompter.size);
    const size = SIZES[Math.min(Math.max((at < 0 ? SIZES.length - 1 : at) + by, 0), SIZES.length - 1)]!;
    layout.prompter = { ...layout.prompter, size };
  }

  /** Turns something about the text on or off. */
  turn(what: "mirrored" | "pauses" | "notes"): void {
    layout.prompter = { ...layout.prompter, [what]: !layout.prompter[what] };
  }

  /** Goes so many rows on, or back. */
  rows(by: number): void {
    this.to(this.read + by * this.rowCharacters);
  }

  /** Goes to where the next line begins, or the one that is being read, or the one before it. */
  line(by: 1 | -1): void {
    // What was hardly begun is not gone back to: the key would not leave it.
    const begun = this.read - Math.min(this.rowCharacters / 2, 8);
    const next = this.beginnings.find((beginning) => beginning > this.read + 0.5);
    const last = this.beginnings.filter((beginning) => beginning < begun).at(-1);
    this.to((by > 0 ? next : last) ?? (by > 0 ? this.pace.total : 0));
  }

  toBegin(): void {
    this.to(0);
  }

  toEnd(): void {
    this.to(this.pace.total);
  }

  private to(read: number): void {
    const shown = this.place;
    this.read = Math.min(this.pace.total, Math.max(0, read));
    this.behind = shown - this.pace.at(this.read);
    this.tell();
  }

  private tell(): void {
    this.left = Math.max(0, Math.ceil(((this.pace.total - this.read) * 60) / this.rate));
  }
}

export const prompting = new Prompting();
