// How a text runs past: where on it the eye should be when so much of it is read.
//
// Row by row the text would jerk: a heading of four characters is read in a second, a full row
// in six. So the place is the mean over what is read a moment before and a moment after: in step
// with the voice at each paragraph, and without a jerk between them.

/** A line as it is drawn: how much of it is read, in characters, and its edges, in pixels. */
export type DrawnLine = { characters: number; top: number; bottom: number };

/** Half of what the mean is taken over, in characters: about four seconds. */
const HALF = 12;

type Point = { read: number; place: number; sum: number };

export class Pace {
  /** How much there is to read, in characters. */
  readonly total: number;
  private readonly points: Point[];
  /** Pixels a character, on the whole: how the text goes on beyond its ends. */
  private readonly slope: number;

  constructor(lines: DrawnLine[]) {
    this.points = [];
    let read = 0;
    for (const { characters, top, bottom } of lines) {
      // Title, speaker and date stand there and are not waited for.
      if (characters === 0) continue;
      this.add(read, top);
      read += characters;
      this.add(read, bottom);
    }
    this.total = read;
    const [first, last] = [this.points[0], this.points.at(-1)];
    this.slope = first && last && read > 0 ? (last.place - first.place) / read : 0;
  }

  /** How far down the text one is when so many characters are read, in pixels. */
  at(read: number): number {
    return (this.sum(read + HALF) - this.sum(read - HALF)) / (2 * HALF);
  }

  private add(read: number, place: number): void {
    const last = this.points.at(-1);
    const sum = last ? last.sum + ((last.place + place) / 2) * (read - last.read) : 0;
    this.points.push({ read, place, sum });
  }

  /** The places added up from the beginning to there: at least one line is read. */
  private sum(read: number): number {
    const first = this.points[0];
    const last = this.points.at(-1);
    if (!first || !last) return 0;
    if (read <= first.read) return this.beyond(first, read);
    if (read >= last.read) return this.beyond(last, read);
    const next = this.after(read);
    const [from, to] = [this.points[next - 1]!, this.points[next]!];
    const part = read - from.read;
    const rise = (to.place - from.place) / (to.read - from.read);
    return from.sum + (from.place + (rise * part) / 2) * part;
  }

  private beyond(point: Point, read: number): number {
    const part = read - point.read;
    return point.sum + (point.place + (this.slope * part) / 2) * part;
  }

  /** The first point behind a place. */
  private after(read: number): number {
    let [low, high] = [0, this.points.length - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (this.points[middle]!.read > read) high = middle;
      else low = middle + 1;
    }
    return low;
  }
}
