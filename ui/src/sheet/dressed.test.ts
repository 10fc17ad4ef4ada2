// What goes out to Word, WPS and LibreOffice, and what of it comes back.
import { describe, expect, it } from "vitest";
import type { Looks } from "../bindings";
import { dress, undressed } from "./dressed";

const look = (name: string) => ({
  line: `font:${name}`,
  words: `word:${name}`,
  latin: "font:latin",
  fonts: [],
  latin_fonts: [],
});
const looks: Looks = {
  lines: { title: look("title"), heading1: look("one"), heading2: look("two"), body: look("body") },
  bold_members: true,
};

const SHEET =
  `<h1 class="title" data-lectern="null">讲话</h1>` +
  `<h2 class="heading" data-lectern="null"><span data-drawn="">一、</span><span>提高GDP认识</span></h2>` +
  `<h3 class="heading" data-run-in="" data-lectern="null"><span data-drawn="">（一）</span><span>守底线。</span></h3>` +
  `<p class="paragraph" data-lectern='{"document":"d1"}'>增长<span data-field="1" data-as-written="X">12.5</span>%，</p>` +
  `<p class="table" data-lectern="null">镇\t12</p>`;

function dressed(html: string): HTMLElement {
  const page = document.createElement("div");
  page.innerHTML = html;
  dress(page, looks);
  return page;
}

describe("dressing", () => {
  it("gives each line its look, and headings those of the other program", () => {
    const page = dressed(SHEET);
    expect(
      [...page.firstElementChild!.children].map((one) => `${one.tagName} ${one.getAttribute("style")}`),
    ).toEqual(["P font:title", "H1 font:one", "H2 font:two", "P "]);
    expect(page.textContent).toBe("讲话一、提高GDP认识（一）守底线。增长12.5%，镇\t12");
  });

  it("lets a run-in heading share its paragraph, in two faces", () => {
    const [, , line] = dressed(SHEET).firstElementChild!.children;
    const parts = [...line!.children].map((one) => `${one.textContent} ${one.getAttribute("style")}`);
    expect(parts).toEqual(["（一）守底线。 word:two", "增长12.5%， word:body"]);
  });

  it("puts Latin letters and figures in their own font", () => {
    const latin = [...dressed(SHEET).querySelectorAll("[style='font:latin']")].map((one) => one.textContent);
    expect(latin).toEqual(["GDP", "12.5"]);
  });

  it.each([
    ["一是抓早。", `<span data-marker="">一是</span>抓早。每周会商。`, ["一是", "抓早。"]],
    [
      "一是抓3件事。",
      `<span data-marker="">一是</span>抓<span data-field="1">3</span>件事。`,
      ["一是", "抓", "3", "件事。"],
    ],
    ["一是抓早。", `<span data-marker="">一是</span>抓`, ["一是", "抓"]],
    ["一是抓早。", "每周会商。", []],
    ["", "每周会商。", []],
  ])("has the first sentence of a member bold: %s %s", (sentence, words, bold) => {
    const page = dressed(`<p class="paragraph" data-lectern="null" data-bold="${sentence}">${words}</p>`);
    const spans = [...page.querySelectorAll("[style='font-weight:bold']")];
    expect(spans.map((one) => one.textContent)).toEqual(bold);
    expect(page.querySelector("[data-bold]")).toBeNull();
  });

  it("is taken off again, block for block", () => {
    const page = dressed(SHEET);
    page.firstElementChild!.setAttribute("data-pm-slice", "0 0 []");
    const back = document.createElement("div");
    back.innerHTML = undressed(page.innerHTML);
    const told = (of: Element) =>
      [...of.children].map((one) => [
        one.tagName,
        one.className,
        one.textContent,
        one.hasAttribute("data-run-in"),
      ]);
    const before = document.createElement("div");
    before.innerHTML = SHEET;
    expect(told(back)).toEqual(told(before));
    expect(back.firstElementChild!.getAttribute("data-pm-slice")).toBe("0 0 []");
    expect(back.innerHTML).not.toContain("data-was");
    expect(back.querySelector("[data-field]")!.textContent).toBe("12.5");
    expect(back.children[3]!.getAttribute("data-lectern")).toBe('{"document":"d1"}');
  });

  it("keeps the slice of a text that begins with a run-in heading", () => {
    const page = dressed(SHEET.slice(SHEET.indexOf("<h3")));
    page.firstElementChild!.setAttribute("data-pm-slice", "1 1 []");
    const back = document.createElement("div");
    back.innerHTML = undressed(page.innerHTML);
    expect(back.querySelector("h3")!.getAttribute("data-pm-slice")).toBe("1 1 []");
  });

  it("believes nothing of a tag that somebody wrote", () => {
    expect(undressed(`<p data-was="script.x" data-lectern="null">甲</p>`)).toContain("<p");
  });
});
