// The sheet's properties out of a house style.
import { describe, expect, it } from "vitest";
import type { Dress, HouseStyle, Looks } from "../bindings";
import { styled } from "./styled";

const dress = (font: string, size = 32): Dress => ({
  font,
  latin: "Times New Roman",
  size,
  line: 579,
  align: "both",
  indent: 200,
  spacing: -5,
});

const style = {
  page: { width: 11906, left: 1588, right: 1474 },
  lines: {
    title: { ...dress("方正小标宋_GBK", 44), line: 660, align: "centre", indent: 0 },
    byline: dress("楷体_GB2312"),
    date: dress("楷体_GB2312"),
    salutation: dress("仿宋_GB2312"),
    heading1: dress("黑体"),
    heading2: dress("楷体_GB2312"),
    heading3: { ...dress("仿宋_GB2312"), bold: true },
    heading4: dress("仿宋_GB2312"),
    body: dress("仿宋_GB2312"),
    closing: dress("仿宋_GB2312"),
    table: dress("仿宋"),
  },
} as unknown as HouseStyle;

const looks = {
  lines: { body: { fonts: ["仿宋_GB2312", "仿宋", "FangSong"] }, heading1: { fonts: ["黑体"] } },
  bold_members: true,
} as unknown as Looks;

const properties = Object.fromEntries(
  styled(style, looks)
    .split("; ")
    .map((property) => property.split(": ")),
);

describe("the sheet in a house style", () => {
  it("is as wide as its paper, with as many characters a line", () => {
    const page = 632;
    const px = (property: string) => page * Number(/\* ([\d.]+)\)/.exec(property)![1]);
    const character = px(properties["--text-size"]) * (1 + parseFloat(properties["--body-spacing"]));
    expect(Math.floor(px(properties["--measure"]) / character)).toBe(28);
  });

  it("takes fonts, weights, places and indents of each role", () => {
    expect(properties["--body-face"]).toBe('sheet-latin, "仿宋_GB2312", "仿宋", "FangSong", var(--text)');
    expect(properties["--heading1-face"]).toBe('sheet-latin, "黑体", var(--head)');
    expect([properties["--title-weight"], properties["--heading3-weight"]]).toEqual(["700", "700"]);
    expect([properties["--title-align"], properties["--title-indent"]]).toEqual(["center", "0em"]);
    expect([properties["--title-size"], properties["--body-indent"]]).toEqual(["1.375em", "2em"]);
  });

  it("has the first sentence of a member bold where the style has it so", () => {
    expect(properties["--member-weight"]).toBe("700");
    expect(styled(style, { ...looks, bold_members: false })).toContain("--member-weight: inherit");
  });
});
