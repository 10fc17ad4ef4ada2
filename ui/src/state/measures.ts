// Lengths as writers say them (三号, millimetres, points) and as house styles hold them.

/** The sizes that Chinese offices call by name, in points. */
export const NAMED_SIZES: readonly (readonly [string, number])[] = [
  ["初号", 42],
  ["小初", 36],
  ["一号", 26],
  ["小一", 24],
  ["二号", 22],
  ["小二", 18],
  ["三号", 16],
  ["小三", 15],
  ["四号", 14],
  ["小四", 12],
  ["五号", 10.5],
  ["小五", 9],
];

const TWIPS_PER_MM = 56.6929;

/** Twips as millimetres, to a tenth. */
export function mm(twips: number): number {
  return Math.round((twips / TWIPS_PER_MM) * 10) / 10;
}

/** Millimetres as twips. */
export function fromMm(millimetres: number): number {
  return Math.round(millimetres * TWIPS_PER_MM);
}

/** Twips as points. */
export function points(twips: number): number {
  return twips / 20;
}

/** Points as twips. */
export function fromPoints(length: number): number {
  return Math.round(length * 20);
}

/** Half-points as they are called: 三号, 17. */
export function sizeName(half: number): string {
  return NAMED_SIZES.find(([, size]) => size * 2 === half)?.[0] ?? String(half / 2);
}

/** What a writer typed as a size, in half-points; null for what is none. */
export function sizeFrom(typed: string): number | null {
  const said = typed.trim().replace(/\s*(磅|pt)$/i, "");
  const named = NAMED_SIZES.find(([name]) => name === said);
  const size = named?.[1] ?? (said === "" ? NaN : Number(said));
  return Number.isFinite(size) && size >= 1 && size <= 200 ? Math.round(size * 2) : null;
}
