// The start of the window: the library, then everything as it was left.
import { backend, Refused } from "../backend";
import { dataSheet } from "./dataSheet.svelte";
import { exporting } from "./exporting.svelte";
import { following } from "./following.svelte";
import { imports } from "./imports.svelte";
import { layout } from "./layout.svelte";
import { leaving } from "./leaving.svelte";
import { library } from "./library.svelte";
import { notices } from "./notices.svelte";
import { returning } from "./returning.svelte";
import { settings } from "./settings.svelte";

let isListening = false;

/** Asks for another folder for the library, and starts anew there. */
export async function startElsewhere(): Promise<void> {
  if (await library.choose()) await start();
}

/** Opens the library and finds everything again; called anew where that failed. */
export async function start(): Promise<void> {
  if (!isListening) {
    isListening = true;
    const failed = backend.onFailed((failure) => notices.refuse(new Refused(failure)));
    const heard = [imports, following, dataSheet, returning, leaving].map((one) => one.listen());
    await Promise.all([...heard, failed]);
  }
  if (!(await library.open())) return;
  // The questions of the first start are asked with the answers that there are.
  await settings.load();
  // First what the writer writes on, then the list of thousands beside it.
  await layout.restore();
  await exporting.load();
  await library.refresh();
  await library.regroup();
}
