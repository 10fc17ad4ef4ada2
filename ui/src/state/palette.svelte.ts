// Finding a command by some of its words, in either language, or by its pinyin.
import type { Message } from "../bindings";
import { backend } from "../backend";

export class Palette<T extends { words: Message }> {
  typed = $state("");
  selected = $state(0);
  /** Those whose pinyin was typed. */
  private spelled = $state.raw<Set<T>>(new Set());

  /** `first` are shown before all others while nothing is typed, and after them else. */
  constructor(
    private readonly all: T[],
    private readonly first: T[] = [],
  ) {}

  get found(): T[] {
    if (!this.typed.trim()) return [...this.first, ...this.all];
    const matched = matching([...this.all, ...this.first], this.typed);
    return [...matched, ...this.all.filter((one) => this.spelled.has(one) && !matched.includes(one))];
  }

  get inHand(): T | undefined {
    return this.found[this.selected];
  }

  type(typed: string): void {
    this.typed = typed;
    this.selected = 0;
    this.spelled = new Set();
    if (/^[a-z]+$/i.test(typed)) void this.spell(typed);
  }

  /** The next one, or the one before; after the last comes the first. */
  move(by: 1 | -1): void {
    const count = this.found.length;
    if (count) this.selected = (this.selected + by + count) % count;
  }

  private async spell(letters: string): Promise<void> {
    const are = await backend.spelled(
      this.all.map((one) => one.words.zh),
      letters,
    );
    if (letters === this.typed) this.spelled = new Set(this.all.filter((_, nth) => are[nth]));
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
