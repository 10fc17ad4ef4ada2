// A writer's desk for one story: folders of its own, nobody else's library, answers for
// the system's dialogs.
import { spawnSync } from "node:child_process";
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";

const ROOT = join(import.meta.dirname, "../..");

/** The real speech that the stories are told with. */
export const SAMPLE = join(ROOT, "crates/speech/tests/sample/county-government-speech.txt");
/** The built window. */
export const PROGRAM = process.env.LECTERN_DESKTOP ?? join(ROOT, "target/debug/lectern-desktop");
/** The program by command line, which looks at the same library from outside. */
export const LECTERN = join(PROGRAM, "../lectern");

export class Desk {
  readonly folder = mkdtempSync(join(tmpdir(), "lectern-desk-"));
  readonly library = this.inner("library");

  constructor() {
    for (const name of ["home", "config", "data", "cache", "run", "files", "bin"])
      mkdirSync(this.inner(name));
    // Instead of a program of the system's: what it was to open is noted.
    const note = `#!/bin/sh\nprintf '%s\\n' "$1" >> '${this.inner("opened")}'\n`;
    writeFileSync(this.inner("bin/xdg-open"), note, { mode: 0o755 });
    this.answer();
  }

  /** What the program is started with. */
  get environment(): NodeJS.ProcessEnv {
    return {
      ...process.env,
      PATH: `${this.inner("bin")}:${process.env.PATH}`,
      HOME: this.inner("home"),
      XDG_CONFIG_HOME: this.inner("config"),
      XDG_DATA_HOME: this.inner("data"),
      XDG_CACHE_HOME: this.inner("cache"),
      LANG: "C.UTF-8",
      LECTERN_LIBRARY: this.library,
      LECTERN_DIALOG_ANSWER: this.inner("answers"),
      TAURI_AUTOMATION: "true",
      TAURI_WEBVIEW_AUTOMATION: "true",
      GDK_BACKEND: "x11",
      // Drawing in memory needs no store, and a killed program's would still be written to.
      MESA_SHADER_CACHE_DISABLE: "true",
      // With the older renderer the driver waits for ever for a picture of a page at rest.
      WEBKIT_DISABLE_DMABUF_RENDERER: "0",
    };
  }

  /** The writer has asked the system that nothing moves. */
  still(): void {
    mkdirSync(this.inner("config/gtk-3.0"));
    writeFileSync(this.inner("config/gtk-3.0/settings.ini"), "[Settings]\ngtk-enable-animations=0\n");
  }

  inner(name: string): string {
    return join(this.folder, name);
  }

  /** A file that the writer has. */
  file(name: string, text: string | Buffer): string {
    const path = this.inner(join("files", name));
    writeFileSync(path, text);
    return path;
  }

  /** A copy of a file. */
  copy(path: string): string {
    const copy = this.inner(join("files", basename(path)));
    copyFileSync(path, copy);
    return copy;
  }

  /** What the next dialogs of the system answer, in this order. */
  answer(...paths: string[]): void {
    writeFileSync(this.inner("answers"), paths.map((path) => `${path}\n`).join(""));
  }

  /** What the programs of the system were to open. */
  opened(): string[] {
    const notes = this.inner("opened");
    return existsSync(notes) ? readFileSync(notes, "utf8").split("\n").filter(Boolean) : [];
  }

  /** Asks the program by command line; what it prints, read. */
  ask(...words: string[]): any {
    return this.read(words, [0]);
  }

  /** Asks for findings, which are no failure. */
  find(...words: string[]): any {
    return this.read(words, [0, 1]);
  }

  private read(words: string[], fine: number[]): any {
    const done = spawnSync(LECTERN, [...words, "--json"], {
      env: this.environment,
      encoding: "utf8",
      maxBuffer: 1e9,
    });
    if (!fine.includes(done.status ?? -1)) throw new Error(`lectern ${words.join(" ")}: ${done.stderr}`);
    return JSON.parse(done.stdout);
  }

  /** Does something by command line, before the window is opened. */
  tell(...words: string[]): string {
    const done = spawnSync(LECTERN, words, { env: this.environment, encoding: "utf8", maxBuffer: 1e9 });
    if (done.status !== 0) throw new Error(`lectern ${words.join(" ")}: ${done.stderr}`);
    return done.stdout;
  }

  /** Clears it away, once more where WebKit has still written something after its window. */
  clear(): void {
    for (let left = 5; ; left--) {
      try {
        return rmSync(this.folder, { recursive: true, force: true, maxRetries: 10, retryDelay: 200 });
      } catch (error) {
        if (left === 0) throw error;
      }
    }
  }
}
