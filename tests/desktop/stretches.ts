// How long the page's main thread can't take an event, and what it did meanwhile.
//
// A timer that is set anew as soon as it runs says when the thread was free; between two runs an
// event waits, whatever the reason: a script, the style, the layout, the painting. The ways into
// the page's scripts are wrapped, so that the longest wait has a name.
import type { Window } from "./window";

/** A wait: how long, in milliseconds, and what ran in it, the longest first. */
export type Stretch = { waited: number; ran: string };

/** Put into the page, which knows nothing of it. */
const WATCH = `
  const now = () => performance.now();
  const spans = [];
  const open = [];
  const timed = (name, run) => function (...values) {
    const span = { name, from: now(), to: Infinity };
    spans.push(span);
    try { return run.apply(this, values); } finally { span.to = now(); }
  };
  const later = window.setTimeout.bind(window);
  window.setTimeout = (run, wait, ...values) => later(timed("timer of " + (wait ?? 0), run), wait, ...values);
  const frame = window.requestAnimationFrame.bind(window);
  window.requestAnimationFrame = (run) => frame(timed("frame", run));

  // What the program answers is unpacked and worked on in one go.
  const send = window.fetch;
  window.fetch = async (...request) => {
    const name = String(request[0]?.url ?? request[0]).split("/").at(-1);
    spans.push({ name: "asked " + name, from: now(), to: now() });
    const answer = await send(...request);
    const read = answer.json.bind(answer);
    answer.json = async () => {
      const read_ = await read();
      spans.push({ name: "answer of " + name, from: now(), to: now() });
      return read_;
    };
    return answer;
  };

  // From the first that hears of it to the last.
  const delays = [];
  for (const name of ["keydown", "keypress", "beforeinput", "input", "keyup"]) {
    let span;
    window.addEventListener(name, () => {
      span = { name, from: now(), to: now() };
      spans.push(span);
      if (name !== "keydown") return;
      const begun = span.from;
      frame(() => delays.push(now() - begun));
    }, true);
    window.addEventListener(name, () => { if (span) span.to = now(); });
  }

  const waits = [];
  let last = now();
  const ping = () => {
    const at = now();
    waits.push([last, at]);
    last = at;
    later(ping, 0);
  };
  later(ping, 0);

  window.told = () => {
    const stretches = waits.map(([from, to]) => {
      const within = spans.filter((span) => span.from < to && Math.min(span.to, now()) >= from && span.from >= from);
      const ran = within.map(({ name, from: begun, to: ended }) => ({ name, took: ended - begun }));
      ran.sort((a, b) => b.took - a.took);
      return { waited: to - from, ran: ran.map(({ name, took }) => name + (took >= 1 ? " " + took.toFixed(0) : "")).join(", ") };
    });
    const all = { stretches, delays: [...delays] };
    waits.length = delays.length = spans.length = 0;
    return all;
  };
`;

/** Begins to watch. */
export async function watch(window: Window): Promise<void> {
  await window.run(WATCH);
}

/** What was seen since the last time, or since it began: waits, and from a key to the next frame. */
export async function told(window: Window): Promise<{ stretches: Stretch[]; delays: number[] }> {
  return window.run("return window.told()");
}
