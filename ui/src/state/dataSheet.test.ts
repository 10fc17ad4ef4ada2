// A data sheet before it fills: what is proposed, what the writer chooses, what goes in.
import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Field, FieldId, Filled, Setting, SheetRow } from "../bindings";
import { choices, dataSheet } from "./dataSheet.svelte";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

const { fill } = vi.hoisted(() => ({ fill: vi.fn() }));
vi.mock("../backend", () => ({ backend: { fill }, Refused: class extends Error {} }));

const LABELS = ["县名", "用水增幅", "用气增幅"];

/** Fills as the program does: by the same label; 增幅 may mean two of them; X is no value. */
async function filling(_speech: unknown, settings: Setting[], rows: SheetRow[]): Promise<Filled> {
  const fields = LABELS.map((label, id) => ({ id, label, value: null as string | null }));
  const filled: Filled["filled"] = [];
  const unmatched: Filled["unmatched"] = [];
  const put = (id: FieldId, label: string, value: string) => {
    if (value === "X") return unmatched.push({ label, candidates: [id] });
    fields[id]!.value = value;
    return filled.push({ field: id, value, shown: value });
  };
  for (const { field, value } of settings) put(field, `f${field}`, value);
  for (const { label, value } of rows) {
    const at = LABELS.indexOf(label);
    if (at < 0) unmatched.push({ label, candidates: label === "增幅" ? [1, 2] : [] });
    else put(at, label, value);
  }
  return { fields: fields as unknown as Field[], filled, unmatched, open: [] };
}

class Draft {
  editable = true;
  speech = {};
  fields = LABELS.map((label, id) => ({ field: { id, label, value: id === 0 ? "汉阴县" : null } }));
  setFields = vi.fn();
}

const row = (label: string, value: string): SheetRow => ({ label, value });
const goes = () => dataSheet.choices.map((choice) => choice.field);
let draft: Draft;

beforeEach(() => {
  fill.mockReset().mockImplementation(filling);
  draft = new Draft();
  tabs.front = draft as unknown as OpenDocument;
  dataSheet.close();
});

describe("what is proposed", () => {
  test("tells the sure rows from those to be asked about", async () => {
    const rows = [row("增幅", "5"), row("县名", "石泉县"), row("人口", "18"), row("用水增幅", "5")];
    const told = choices(rows, await filling({}, [], rows));
    expect(told.map(({ field, candidates }) => [field, candidates])).toEqual([
      [null, [1, 2]],
      [0, [0]],
      [null, []],
      [1, [1]],
    ]);
  });

  test("leaves out empty values and a label's later rows", async () => {
    await dataSheet.look({
      name: "数据.csv",
      rows: [row("县名", " 石泉县 "), row("县名", "汉阴"), row("用水增幅", "")],
    });
    expect(dataSheet.choices).toEqual([{ label: "县名", value: "石泉县", candidates: [0], field: 0 }]);
  });

  test("changes nothing, and nothing when it is closed", async () => {
    await dataSheet.look({ name: "数据.csv", rows: [row("县名", "石泉县")] });
    dataSheet.close();
    expect(draft.setFields).not.toHaveBeenCalled();
  });
});

describe("choosing", () => {
  beforeEach(async () => {
    await dataSheet.look({
      name: "数据.csv",
      rows: [row("县名", "石泉县"), row("增幅", "5"), row("人口", "X")],
    });
  });

  test("a field takes the row that was chosen last", async () => {
    await dataSheet.send(1, 0);
    expect(goes()).toEqual([null, 0, null]);
    await dataSheet.send(0, 2);
    await dataSheet.send(1, null);
    expect(goes()).toEqual([2, null, null]);
  });

  test("counts what changes, and tells what does not fit", async () => {
    expect(dataSheet.changed.map((one) => one.field)).toEqual([0]);
    await dataSheet.send(1, 1);
    await dataSheet.send(2, 2);
    expect(dataSheet.changed.map((one) => one.field)).toEqual([0, 1]);
    expect([dataSheet.shown(1), dataSheet.misfits(1)]).toEqual(["5", false]);
    expect([dataSheet.shown(2), dataSheet.misfits(2)]).toEqual([null, true]);
  });

  test("goes in at one stroke", async () => {
    await dataSheet.send(1, 2);
    await dataSheet.apply();
    expect(draft.setFields).toHaveBeenCalledTimes(1);
    const [put] = draft.setFields.mock.calls[0] as [Field[]];
    expect(put.map((field) => field.value)).toEqual(["石泉县", null, "5"]);
    expect(dataSheet.draft).toBeNull();
  });
});

test("without a draft in front it says so", async () => {
  tabs.front = null;
  await dataSheet.look({ name: "数据.csv", rows: [row("县名", "石泉县")] });
  expect(dataSheet.draft).toBeNull();
  expect(notices.shown.at(-1)?.message.zh).toContain("还没有打开草稿");
});
