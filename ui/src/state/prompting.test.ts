// The prompter as a machine: time, keys and the ends.
import { beforeEach, describe, expect, it, vi } from "vitest";

const script = { begin: 40, lines: [{ kind: "paragraph", characters: 400, pieces: [] }] };
const fullScreen = vi.fn(async (_on: boolean) => {});
const tell = vi.fn();
const save = vi.fn(async () => true);

vi.mock("../backend", () => ({ backend: { prompt: async () => script, fullScreen } }));
vi.mock("./notices.svelte", () => ({ notices: { tell, refuse: () => {} } }));
vi.mock("./layout.svelte", () => ({
  layout: { prompter: { size: 60, mirrored: false, pauses: true, notes: true } },
}));
vi.mock("./settings.svelte", () => ({
  settings: { own: ["石泉县"], rate: 180, save },
  LEAST_RATE: 60,
  MOST_RATE: 400,
}));
vi.mock("./tabs.svelte", () => ({
  tabs: { front: { title: "讲话", speech: {}, block: 1, charactersBefore: 3 }, open: [] },
}));
const { prompting } = await import("./prompting.svelte");
const { layout } = await import("./layout.svelte");

/** Two paragraphs of ten rows each, twenty characters and a hundred pixels a row. */
const DRAWN = [
  { characters: 200, top: 0, bottom: 1000 },
  { characters: 200, top: 1000, bottom: 2000 },
];

/** Lets it run for so many milliseconds of sixty frames a second. */
function run(ms: number): void {
  for (let now = 0; now <= ms; now += 20) prompting.advance(now);
  prompting.running = false;
  prompting.advance(ms);
}

beforeEach(async () => {
  await prompting.open();
  prompting.drawn(DRAWN, 20);
});

describe("the prompter", () => {
  it("begins where the sentence with the cursor does, and holds", () => {
    expect(prompting.place).toBeCloseTo(200, 6);
    expect(prompting.running).toBe(false);
    expect(prompting.left).toBe(120);
    expect(prompting.advance(1000)).toBe(false);
  });

  it("runs at the rate", () => {
    prompting.toggle();
    run(20_000);
    // 180 a minute are 60 in twenty seconds, three rows.
    expect(prompting.place).toBeCloseTo(500, 6);
    expect(prompting.left).toBe(100);
  });

  it("is where the moment says after a frame that came late", () => {
    prompting.toggle();
    prompting.advance(0);
    for (let now = 16; now <= 10_000; now += 16) prompting.advance(now);
    prompting.advance(10_400);
    for (let now = 10_416; now <= 20_000; now += 16) prompting.advance(now);
    prompting.advance(20_000);
    expect(prompting.place).toBeCloseTo(500, 6);
  });

  it("waits for a machine that slept", () => {
    prompting.toggle();
    prompting.advance(0);
    prompting.advance(60_000);
    expect(prompting.place).toBeLessThan(216);
  });

  it("stops at the end, and begins anew from there", () => {
    prompting.toEnd();
    prompting.toggle();
    expect(prompting.running).toBe(true);
    expect(prompting.left).toBe(134);
    prompting.toEnd();
    run(1000);
    expect(prompting.running).toBe(false);
    expect(prompting.left).toBe(0);
  });

  it("goes by paragraphs: back to the one that is read, then to the one before", () => {
    prompting.line(1);
    expect(prompting.left).toBe(67);
    prompting.rows(3);
    prompting.line(-1);
    expect(prompting.left).toBe(67);
    prompting.line(-1);
    expect(prompting.left).toBe(134);
    prompting.line(-1);
    expect(prompting.left).toBe(134);
  });

  it("glides to where a key sends it, and is there soon", () => {
    const before = prompting.place;
    prompting.rows(2);
    expect(prompting.place).toBeCloseTo(before, 6);
    expect(prompting.advance(0)).toBe(true);
    for (let now = 20; now <= 1000; now += 20) prompting.advance(now);
    expect(prompting.place).toBeCloseTo(before + 200, 6);
  });

  it("knows no rate and no size beyond what a person speaks and reads", () => {
    for (let step = 0; step < 40; step++) prompting.faster(1);
    expect(prompting.rate).toBe(400);
    for (let step = 0; step < 60; step++) prompting.faster(-1);
    expect(prompting.rate).toBe(60);
    for (let step = 0; step < 20; step++) prompting.larger(1);
    expect(layout.prompter.size).toBe(144);
    for (let step = 0; step < 20; step++) prompting.larger(-1);
    expect(layout.prompter.size).toBe(36);
  });

  it("gives the screen back, and offers the rate that was found", async () => {
    await prompting.toggleFullScreen();
    prompting.faster(1);
    await prompting.close();
    expect(fullScreen.mock.calls).toEqual([[true], [false]]);
    const [message, action] = tell.mock.calls[0]!;
    expect(message.zh).toContain("190");
    action.run();
    expect(save).toHaveBeenCalledWith({ own: ["石泉县"], rate: 190 });
  });
});
