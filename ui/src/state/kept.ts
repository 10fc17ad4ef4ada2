// What is as it was stays the very object that it was, although the program has sent it anew: so
// nothing that is drawn of it is drawn again, and a list of hundreds costs what has changed in it.

/** The list, with those that say the same as before taken from there; the one before if all do. */
export function kept<T>(before: T[], now: T[]): T[] {
  const known = new Map<string, T[]>();
  for (const one of before) {
    const said = JSON.stringify(one);
    const alike = known.get(said);
    if (alike) alike.push(one);
    else known.set(said, [one]);
  }
  // Of two that say the same, each stays itself.
  const list = now.map((one) => known.get(JSON.stringify(one))?.shift() ?? one);
  return list.length === before.length && list.every((one, nth) => one === before[nth]) ? before : list;
}
