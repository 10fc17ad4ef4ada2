// Another program has the library for itself: nothing can be saved meanwhile.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Desk } from "./desk";

const HOLDER = `
import sqlite3, sys
library = sqlite3.connect(sys.argv[1], isolation_level=None)
library.execute("BEGIN EXCLUSIVE")
print("held", flush=True)
sys.stdin.read()
`;

/** Keeps the library from being written to while something is done. */
export async function held(desk: Desk, meanwhile: () => Promise<unknown>): Promise<void> {
  const holder = spawn("/usr/bin/python3", ["-c", HOLDER, join(desk.library, "library.db")]);
  const ended = once(holder, "exit");
  try {
    await once(holder.stdout, "data");
    await meanwhile();
  } finally {
    holder.stdin.end();
    await ended;
  }
}
