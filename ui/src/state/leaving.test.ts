// Closing the window loses nothing that the writer did not let go.
import { beforeEach, expect, it, vi } from "vitest";
import type { OpenDocument } from "./document.svelte";

const close = vi.fn(async () => {});
const stay = vi.fn(async () => {});
vi.mock("../backend", () => ({ backend: { close, stay } }));
vi.mock("./layout.svelte", () => ({ layout: { keepNow: async () => {} } }));
vi.mock("./tabs.svelte", () => ({ tabs: { open: [] } }));
const { leaving } = await import("./leaving.svelte");
const { dialogs } = await import("./dialogs.svelte");
const { tabs } = await import("./tabs.svelte");

const draft = (saves: boolean, editable = true) =>
  ({ editable, save: vi.fn(async () => saves) }) as unknown as OpenDocument;

beforeEach(() => {
  vi.clearAllMocks();
  dialogs.close();
});

it("saves every draft, then closes", async () => {
  tabs.open = [draft(true), draft(true), draft(false, false)];
  await leaving.begin();
  expect(tabs.open.map((document) => vi.mocked(document.save).mock.calls.length)).toEqual([1, 1, 0]);
  expect(close).toHaveBeenCalledOnce();
});

it("stays and asks where a draft can't be saved", async () => {
  const failing = draft(false);
  tabs.open = [draft(true), failing];
  await leaving.begin();
  expect(close).not.toHaveBeenCalled();
  expect(leaving.unsaved).toEqual([failing]);
  expect(dialogs.front).toBe("leave");
  expect(stay).toHaveBeenCalledOnce();
  await leaving.leave();
  expect(close).toHaveBeenCalledOnce();
});
