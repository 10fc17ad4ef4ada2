// Dropping a file on the window with the mouse, as from a file manager.
import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import type { Desk } from "./desk";

const DRAG_SOURCE = fileURLToPath(new URL("drag_source.py", import.meta.url));

/** Drags a file over the window, does something meanwhile, and lets go. */
export async function drop(
  desk: Desk,
  path: string,
  meanwhile: () => Promise<unknown> = async () => {},
): Promise<void> {
  const source = spawn("/usr/bin/python3", [DRAG_SOURCE, path], { env: desk.environment });
  const mouse = (...words: string[]) => execFileSync("xdotool", words, { env: desk.environment });
  try {
    await once(source.stdout, "data");
    mouse("mousemove", "20", "20", "mousedown", "1");
    for (const place of ["60 60", "300 300", "600 400", "610 410"]) {
      mouse("mousemove", ...place.split(" "));
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    await meanwhile();
  } finally {
    mouse("mouseup", "1");
    await new Promise((resolve) => setTimeout(resolve, 300));
    source.kill();
  }
}
