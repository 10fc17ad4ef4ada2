// The program without its window: the page's own commands, asked over lines of JSON. What the
// page's state is given in a test is then what the program gives, and a save is a save.
import { mockIPC } from "@tauri-apps/api/mocks";
import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { PROGRAM } from "./desk";

const ENDED = "the program has ended";

type Waiting = { take: (value: unknown) => void; refuse: (failure: unknown) => void };

export class Program {
  private readonly child: ChildProcessWithoutNullStreams;
  private readonly waiting = new Map<number, Waiting>();
  private asked = 0;
  private hasEnded = false;

  /** Opens the library in a folder and imports files into it; the page asks it from now on. */
  constructor(library: string, files: string[]) {
    this.child = spawn(join(PROGRAM, "../examples/without_window"), [library, ...files]);
    this.child.stderr.on("data", (words) => process.stderr.write(words));
    createInterface(this.child.stdout).on("line", (line) => this.hear(line));
    this.child.on("exit", () => {
      this.hasEnded = true;
      for (const { refuse } of this.waiting.values()) refuse(new Error(ENDED));
      this.waiting.clear();
    });
    mockIPC((command, values) => this.ask(command, values));
  }

  /** Asks a command; what it refuses is thrown as the window throws it. */
  ask<T>(command: string, values: unknown = {}): Promise<T> {
    const id = ++this.asked;
    if (this.hasEnded) return Promise.reject(new Error(ENDED));
    this.child.stdin.write(`${JSON.stringify({ id, command, arguments: values })}\n`);
    return new Promise<unknown>((take, refuse) => this.waiting.set(id, { take, refuse })) as Promise<T>;
  }

  /** How often it was asked; the same before and after where nothing was wanted. */
  get count(): number {
    return this.asked;
  }

  /** Waits until all that was asked is answered. */
  async answered(): Promise<void> {
    while (this.waiting.size > 0) await new Promise((resolve) => setImmediate(resolve));
    // Those who asked go on first.
    await new Promise((resolve) => setImmediate(resolve));
    if (this.hasEnded) throw new Error(ENDED);
  }

  end(): void {
    this.child.kill();
  }

  private hear(line: string): void {
    const { id, value, error } = JSON.parse(line);
    const waiting = this.waiting.get(id)!;
    this.waiting.delete(id);
    if (error) waiting.refuse(error);
    else waiting.take(value);
  }
}
