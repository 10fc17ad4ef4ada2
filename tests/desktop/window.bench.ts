// How soon the window can be used, and what it takes of the machine: the packaged program
// with a draft open out of a large library, and beside it LibreOffice Writer with the same
// text. Usable is when the picture of the whole screen has come to rest; a caret may blink.
import { execFileSync, spawn } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { test } from "vitest";
import { Desk, PROGRAM, SAMPLE } from "./desk";
import { Window } from "./window";

/** Speeches in the library. */
const N_SPEECHES = 10_000;
/** Starts of each program; the first one warms up and is left out. */
const N_STARTS = 6;
/** Milliseconds without a change after which the picture has come to rest. */
const REST = 1_500;
/** Bytes of the picture, of six million, that may differ: a caret, a scroll bar that fades. */
const CARET = 8_000;

type Start = { usable: number; megabytes: number };

function picture(): Buffer {
  return execFileSync("import", ["-silent", "-window", "root", "-depth", "8", "rgb:-"], { maxBuffer: 1e8 });
}

function differing(a: Buffer, b: Buffer): number {
  let n = 0;
  for (let at = 0; at < a.length; at++) if (a[at] !== b[at]) n++;
  return n;
}

/** Starts a program, waits for its picture, weighs its processes, ends them. */
async function start(program: string, words: string[], environment: NodeJS.ProcessEnv): Promise<Start> {
  const empty = picture();
  const begun = performance.now();
  const child = spawn(program, words, { env: environment, stdio: "ignore", detached: true });
  let last = empty;
  let changed = begun;
  for (;;) {
    const now = picture();
    const at = performance.now();
    if (differing(now, last) > CARET) [last, changed] = [now, at];
    else if (changed > begun && at - changed > REST) break;
    if (at - begun > 60_000) throw new Error(`${program} shows nothing`);
  }
  const megabytes = weight(child.pid!);
  const shots = process.env.LECTERN_SHOTS;
  if (shots) execFileSync("import", ["-silent", "-window", "root", join(shots, `${basename(program)}.png`)]);
  process.kill(-child.pid!, "SIGKILL");
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  return { usable: changed - begun, megabytes };
}

/** The memory of a process group, each shared page shared out (PSS), in megabytes. */
function weight(group: number): number {
  let kilobytes = 0;
  for (const pid of readdirSync("/proc").filter((entry) => /^\d+$/.test(entry))) {
    try {
      const stat = readFileSync(`/proc/${pid}/stat`, "utf8").split(") ").at(-1)!.split(" ");
      if (Number(stat[2]) !== group) continue;
      const pss = /^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"));
      kilobytes += Number(pss?.[1] ?? 0);
    } catch {
      // It has ended meanwhile.
    }
  }
  return kilobytes / 1_000;
}

async function starts(program: string, words: string[], environment: NodeJS.ProcessEnv): Promise<Start[]> {
  const all: Start[] = [];
  for (let nth = 0; nth < N_STARTS; nth++) all.push(await start(program, words, environment));
  return all.slice(1);
}

function told(name: string, runs: Start[]): string {
  const of = (key: keyof Start) => runs.map((run) => run[key]).sort((a, b) => a - b);
  const [times, sizes] = [of("usable"), of("megabytes")];
  const middle = (numbers: number[]) => numbers[Math.floor(numbers.length / 2)]!;
  const spread = `${times[0]!.toFixed(0)} to ${times.at(-1)!.toFixed(0)}`;
  return `${name.padEnd(44)}${middle(times).toFixed(0).padStart(8)} ms (${spread})${middle(sizes).toFixed(0).padStart(8)} MB PSS`;
}

test("window", { timeout: 1_800_000 }, async () => {
  const desk = new Desk();
  try {
    const folder = desk.inner("files/library");
    mkdirSync(folder);
    const speech = readFileSync(SAMPLE, "utf8").split("\n").slice(15, 26);
    for (let nth = 0; nth < N_SPEECHES; nth++) {
      const text = speech
        .map((line) => line.replace("2020年", `${1990 + (nth % 36)}年第${nth}次`))
        .join("\n");
      desk.file(`library/讲话${nth}.txt`, `${text}\n第${nth}篇。\n`);
    }
    const begun = performance.now();
    desk.tell("import", folder);
    const seconds = (performance.now() - begun) / 1_000;
    console.log(`${N_SPEECHES} speeches imported in ${seconds.toFixed(0)} s`);

    const { draft } = desk.ask("draft", "new", "--from", desk.ask("list")[0].id);
    const window = await Window.open(desk);
    await window.toDesk();
    await (await window.find("aside.left [role=option]")).click();
    await window.press("Enter");
    await window.untilDraft();
    await window.quit();

    const environment: NodeJS.ProcessEnv = { ...desk.environment };
    delete environment.TAURI_AUTOMATION;
    delete environment.TAURI_WEBVIEW_AUTOMATION;
    delete environment.WEBKIT_DISABLE_DMABUF_RENDERER;
    const lectern = await starts(PROGRAM, [], environment);
    const word = join(desk.folder, "files/draft.docx");
    desk.tell("export", draft, "-o", word);
    const soffice = [
      "--norestore",
      "--nologo",
      `-env:UserInstallation=file://${desk.inner("home")}/office`,
      word,
    ];
    const writer = await starts("soffice", soffice, environment);
    console.log(told(`Lectern, a draft, ${N_SPEECHES} speeches`, lectern));
    console.log(told("LibreOffice Writer, the same draft", writer));
  } finally {
    desk.clear();
  }
});
