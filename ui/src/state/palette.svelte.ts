// Finding a command by some of its words, in either language.
import type { Message } from "../bindings";

export class Palette<T extends { words: Message }> {
  typed = $state("");
  selected = $state(0);

  constructor(private readonly all: T[]) {}

  get found(): T[] {
    return matching(this.all, this.typed);
  }

  get inHand(): T | undefined {
    return this.found[this.selected];
  }

  type(typed: string): void {
    this.typed = typed;
    this.selected = 0;
  }

  /** The next one, or the one before; after the last comes the first. */
  move(by: 1 | -1): void {
    const count = this.found.length;
    if (count) this.selected = (this.selected + by + count) % count;
  }
}

/** Those that have every word typed, in Chinese or in English. */
function matching<T extends { words: Message }>(all: T[], typed: string): T[] {
  const wanted = typed.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ words }) => {
    const both = `${words.zh}\n${words.en}`.toLowerCase();
    return wanted.every((word) => both.includes(word));
  });
}
