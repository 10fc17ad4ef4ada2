// A long list in a pane: a screenful is drawn at once and the rest in pieces, between which the
// page takes keys. To be made where a component is.

/** How many lines are drawn at once, and how many more with each piece. */
export const FIRST = 24;
const PIECE = 12;
/** Milliseconds between two pieces. */
const PAUSE = 12;

/** A group and those of its lines that are drawn. */
export type Drawn<Group, Line> = { group: Group; lines: Line[] };

/** So many lines from the beginning, in their groups; no group without a line. */
export function first<Group, Line>(
  groups: Group[],
  linesOf: (group: Group) => Line[],
  count: number,
): Drawn<Group, Line>[] {
  let left = count;
  return groups.flatMap((group) => {
    const lines = linesOf(group).slice(0, left);
    left -= lines.length;
    return lines.length > 0 ? [{ group, lines }] : [];
  });
}

export class Growing {
  /** How many lines are drawn; anew from the first screenful when the list is another's. */
  private count = $derived.by(() => {
    this.owner();
    return FIRST;
  });

  constructor(
    /** Whose list it is. */
    private readonly owner: () => unknown,
    /** How many lines it has. */
    private readonly total: () => number,
  ) {
    $effect(() => {
      if (this.count >= this.total()) return;
      const timer = setTimeout(() => (this.count += PIECE), PAUSE);
      return () => clearTimeout(timer);
    });
  }

  /** What is drawn of the list. */
  of<Group, Line>(groups: Group[], linesOf: (group: Group) => Line[]): Drawn<Group, Line>[] {
    return first(groups, linesOf, this.count);
  }

  /** Has a line drawn, from 0, and a screenful after it. */
  reach(nth: number): void {
    if (this.count < nth + FIRST) this.count = nth + FIRST;
  }
}
