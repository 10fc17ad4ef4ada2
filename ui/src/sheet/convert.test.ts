// `Speech` to the editor and back: what Rust wrote down comes out as it went in.
import { describe, expect, it } from "vitest";
import type { Block, Opened, Speech } from "../bindings";
import { isBlank, toDoc, toSpeech } from "./convert";

const fixtures = import.meta.glob<Opened>(["./fixtures/*.json", "!./fixtures/*-checked.json"], {
  eager: true,
  import: "default",
});

const paragraph = (id: number, text: string): Block => ({
  id,
  kind: "paragraph",
  numeral: null,
  inlines: text ? [{ text: { text, strong: false } }] : [],
  origin: null,
});
const heading = (id: number, text: string, run_in = false): Block => ({
  ...paragraph(id, text),
  kind: { heading: { level: 2, run_in } },
  numeral: "computed",
});
const speech = (...blocks: Block[]): Speech => ({ version: 1, blocks, fields: [] });

describe("what the program wrote comes back as it was", () => {
  it.each(Object.entries(fixtures))("%s", (_name, { row, speech }) => {
    const doc = toDoc(speech, row.kind === "draft");
    doc.check();
    expect(toSpeech(doc)).toEqual(speech);
  });
});

describe("a draft without text", () => {
  const doc = toDoc(speech(), true);

  it("has a title and a line to write in, and nothing to store", () => {
    expect(doc.children.map((node) => node.type.name)).toEqual(["title", "paragraph"]);
    expect(doc.children.map((node) => node.attrs.id)).toEqual([1, 2]);
    expect(toSpeech(doc).blocks).toEqual([]);
  });
});

it("a draft without a title can be given one", () => {
  const doc = toDoc(speech(paragraph(7, "各位代表")), true);
  expect(doc.firstChild!.type.name).toBe("title");
  expect(doc.firstChild!.attrs.id).toBe(8);
  expect(toSpeech(doc).blocks.map((block) => block.id)).toEqual([7]);
});

it("a document is shown as it is", () => {
  expect(toDoc(speech(paragraph(7, "各位代表")), false).childCount).toBe(1);
});

it("an empty heading keeps its number, an empty line is not stored", () => {
  const doc = toDoc(speech(heading(1, ""), paragraph(2, " 　"), paragraph(3, "好")), false);
  expect(doc.children.map(isBlank)).toEqual([false, true, false]);
  expect(toSpeech(doc).blocks.map((block) => block.id)).toEqual([1, 3]);
});

it("no other paragraph slips into the line of one that is not stored", () => {
  const doc = toDoc(speech(heading(1, "守住底线。", true), paragraph(2, ""), paragraph(3, "好")), false);
  expect(toSpeech(doc).blocks[0]!.kind).toEqual({ heading: { level: 2, run_in: false } });
});
