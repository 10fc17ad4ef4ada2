// A text that runs past is in step with the voice, and never jerks.
import { describe, expect, it } from "vitest";
import { Pace, type DrawnLine } from "./pace";

const ROW = 100;

/** Lines of so many rows of twenty characters; a short one has fewer characters. */
function lines(...characters: number[]): DrawnLine[] {
  let top = 0;
  return characters.map((count) => {
    const line = { characters: count, top, bottom: top + ROW * Math.max(1, Math.ceil(count / 20)) };
    top = line.bottom;
    return line;
  });
}

/** How many pixels each character takes it further. */
function steps(pace: Pace): number[] {
  return Array.from({ length: pace.total }, (_, read) => pace.at(read + 1) - pace.at(read));
}

describe("the pace", () => {
  it("is even where all rows are full", () => {
    const pace = new Pace(lines(200, 400, 200));
    for (const step of steps(pace)) expect(step).toBeCloseTo(ROW / 20, 6);
    expect(pace.at(0)).toBeCloseTo(0, 6);
    expect(pace.at(800)).toBeCloseTo(40 * ROW, 6);
  });

  it("does not wait for a title, and begins below it", () => {
    const pace = new Pace(lines(0, 0, 200, 200));
    expect(pace.total).toBe(400);
    expect(pace.at(0)).toBeCloseTo(2 * ROW, 6);
  });

  it("stays in step: no paragraph is off by more than a row", () => {
    const drawn = lines(4, 12, 260, 7, 195, 15, 330, 9, 9, 9, 240);
    const pace = new Pace(drawn);
    let read = 0;
    for (const { characters, top } of drawn) {
      expect(Math.abs(pace.at(read) - top)).toBeLessThan(ROW);
      read += characters;
    }
  });

  it("hurries no more than twice as fast past a short line, and never goes back", () => {
    const all = steps(new Pace(lines(200, 4, 200, 6, 180, 4, 200)));
    expect(Math.min(...all)).toBeGreaterThan(0);
    expect(Math.max(...all)).toBeLessThan((2 * ROW) / 20);
  });

  it("is nowhere where nothing is read", () => {
    expect(new Pace([]).at(0)).toBe(0);
    expect(new Pace(lines(0)).total).toBe(0);
  });
});
