// Chance that can be had again: the same seed, the same choices.

export class Chance {
  constructor(private state: number) {}

  /** A number from 0 to before 1 (mulberry32). */
  next(): number {
    this.state = (this.state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), 1 | this.state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 to before `n`. */
  below(n: number): number {
    return Math.floor(this.next() * n);
  }

  /** One of them; nothing out of nothing. */
  of<T>(all: readonly T[]): T | undefined {
    return all[this.below(all.length)];
  }

  /** True so often in a hundred times. */
  percent(share: number): boolean {
    return this.below(100) < share;
  }
}
