// Lengths as writers say them.
import { describe, expect, it } from "vitest";
import { fromMm, fromPoints, mm, points, sizeFrom, sizeName } from "./measures";

describe("sizes", () => {
  it("are called as offices call them", () => {
    expect([44, 32, 21, 34].map(sizeName)).toEqual(["二号", "三号", "五号", "17"]);
  });

  it("are read by name or in points", () => {
    expect(["三号", " 16 ", "16磅", "10.5 pt", "17"].map(sizeFrom)).toEqual([32, 32, 32, 21, 34]);
    expect(["", "三", "0", "999", "-2"].map(sizeFrom)).toEqual([null, null, null, null, null]);
  });
});

describe("lengths", () => {
  it("are those of the standard", () => {
    expect([2098, 1984, 1588, 1474].map(mm)).toEqual([37, 35, 28, 26]);
    expect(fromMm(37)).toBe(2098);
    expect(points(579)).toBe(28.95);
    expect(fromPoints(28.95)).toBe(579);
  });
});
