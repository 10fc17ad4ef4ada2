// Asking as keys go down, and what is taken.
import { beforeEach, describe, expect, it, vi } from "vitest";
import type { Found, Hit } from "../bindings";

/** The questions under way: a test answers them in its own order. */
const asked: {
  query: string;
  limit: number;
  turn: number;
  answer: (found: Found) => void;
  refuse: () => void;
}[] = [];
const take = vi.fn(async () => {});
const show = vi.fn(async () => {});
const refuse = vi.fn();

vi.mock("../backend", () => ({
  backend: {
    search: (query: string, _kind: null, limit: number, turn: number) =>
      new Promise<Found>((answer, refuse) =>
        asked.push({ query, limit, turn, answer, refuse: () => refuse("no") }),
      ),
  },
}));
vi.mock("./tabs.svelte", () => ({ tabs: { take, show } }));
vi.mock("./notices.svelte", () => ({ notices: { refuse } }));
const { Search } = await import("./search.svelte");

function hit(block: number, in_section = true): Hit {
  const excerpt = [{ text: "优化营商环境", marked: true }];
  return {
    document: "d7",
    kind: "speech",
    block,
    title: "",
    year: 2020,
    path: [],
    role: "paragraph",
    excerpt,
    in_section,
  };
}

/** Answers the question under way with that many passages. */
async function answer(count: number, total = count): Promise<void> {
  const { turn, answer } = asked.at(-1)!;
  answer({
    turn,
    total,
    documents: 1,
    tenths: 3,
    hits: Array.from({ length: count }, (_, idx) => hit(idx + 1)),
  });
  await new Promise((done) => setTimeout(done));
}

let search: InstanceType<typeof Search>;
beforeEach(() => {
  asked.length = 0;
  vi.clearAllMocks();
  search = new Search();
});

describe("typing", () => {
  it("asks at once, and while a question is under way only for the latest", async () => {
    for (const typed of ["营", "营商", "营商环", "营商环境"]) search.type(typed);
    expect(asked.map(({ query }) => query)).toEqual(["营"]);
    await answer(9);
    expect(search.found, "the answer for 营 is overtaken").toBeNull();
    expect(asked.map(({ query }) => query)).toEqual(["营", "营商环境"]);
    await answer(3);
    expect(search.hits).toHaveLength(3);
    expect(asked).toHaveLength(2);
  });

  it("drops an answer that comes after the box was emptied", async () => {
    search.type("营商");
    search.clear();
    await answer(5);
    expect(search.found).toBeNull();
    expect(asked).toHaveLength(1);
  });

  it("does not ask again for the same words: an input method tells them twice", async () => {
    search.type("营商");
    search.type("营商");
    await answer(2);
    expect(asked).toHaveLength(1);
  });

  it("goes on after a refusal", async () => {
    search.type("营商");
    asked[0]!.refuse();
    await vi.waitFor(() => expect(refuse).toHaveBeenCalledOnce());
    search.type("营商环境");
    await vi.waitFor(() => expect(asked).toHaveLength(2));
    await answer(4);
    expect(search.hits).toHaveLength(4);
  });
});

describe("the passage in hand", () => {
  it("is one of those found, from the first", async () => {
    search.type("营商");
    await answer(3);
    search.move(-1);
    expect(search.selected).toBe(0);
    search.move(5);
    expect(search.selected).toBe(2);
    search.type("营商环境");
    expect(search.selected).toBe(0);
  });

  it("is taken for what stands in the box, though Enter came before the answer", async () => {
    search.type("营商");
    await answer(3);
    search.move(2);
    search.type("营商环境");
    const taken = search.take("passage");
    expect(take).not.toHaveBeenCalled();
    await answer(2);
    await taken;
    expect(take).toHaveBeenCalledExactlyOnceWith({ document: "d7", extent: { passage: 1 } });
  });

  it("is taken with its section, or opened where it stands", async () => {
    search.type("营商");
    await answer(2);
    search.move(1);
    await search.take("section");
    expect(take).toHaveBeenCalledWith({ document: "d7", extent: { section: 2 } });
    await search.open();
    expect(show).toHaveBeenCalledWith("d7", 2);
  });

  it("is none where nothing was found", async () => {
    search.type("没有");
    await answer(0);
    await search.take("passage");
    expect(take).not.toHaveBeenCalled();
  });
});

describe("the end of the list", () => {
  it("asks for more as long as there is more, and keeps what is in hand", async () => {
    search.type("营商");
    await answer(50, 70);
    search.move(30);
    search.more();
    search.more();
    expect(asked.map(({ limit }) => limit)).toEqual([50, 100]);
    await answer(70, 70);
    search.more();
    expect(asked).toHaveLength(2);
    expect(search.selected).toBe(30);
  });
});
