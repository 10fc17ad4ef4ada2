// A day that the writer types. What is no day yet stays in the box as it was typed, with a word on it.
import type { Message } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { say } from "./language.svelte";
import { failureOf } from "./notices.svelte";

export class DayEntry {
  /** What stands in the box. */
  text = $state("");
  /** The day that was read of it, as 2026-03-18; nothing while none was. */
  day = $state.raw<string | null>(null);
  /** Why it is no day. */
  misfit = $state.raw<Message | null>(null);

  /** Puts a day (2026-03-18) into the box, or none. */
  set(day: string | null): void {
    this.day = day;
    this.misfit = null;
    this.text = day === null ? "" : say(words.days.written(day));
  }

  /** Hears what was typed. */
  type(text: string): void {
    this.text = text;
    this.day = null;
    this.misfit = null;
  }

  /** Reads what stands there, and writes it out; whether it is a day, or empty where it may be. */
  async read(isNeeded: boolean): Promise<boolean> {
    const { text } = this;
    if (text.trim() === "") {
      this.set(null);
      if (isNeeded) this.misfit = words.days.missing;
      return !isNeeded;
    }
    try {
      const day = await backend.readDay(text, today());
      // What was typed meanwhile is read next.
      if (text === this.text) this.set(day);
      return this.day !== null;
    } catch (error) {
      if (text === this.text) this.misfit = failureOf(error).message;
      return false;
    }
  }
}

/** The writer's own day, as 2026-03-18. */
export function today(): string {
  const now = new Date();
  const two = (number: number) => String(number).padStart(2, "0");
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
