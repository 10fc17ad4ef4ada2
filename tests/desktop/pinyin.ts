// A real input method: fcitx5 with pinyin, typed with real key events of the screen.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Desk } from "./desk";
import { until } from "./window";

const PROFILE = `[Groups/0]
Name=Default
Default Layout=us
DefaultIM=pinyin

[Groups/0/Items/0]
Name=keyboard-us
Layout=

[Groups/0/Items/1]
Name=pinyin
Layout=

[GroupOrder]
0=Default
`;

export class Pinyin {
  /** What the program is to be started with. */
  readonly environment = { GTK_IM_MODULE: "fcitx", XMODIFIERS: "@im=fcitx" };

  private constructor(
    private readonly server: ChildProcess,
    private readonly surroundings: NodeJS.ProcessEnv,
  ) {}

  static async start(desk: Desk): Promise<Pinyin> {
    const surroundings = { ...desk.environment, XDG_RUNTIME_DIR: desk.inner("run") };
    const folder = join(desk.inner("config"), "fcitx5");
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, "profile"), PROFILE);
    const without = "--disable=wayland,waylandim,kimpanel,notificationitem,notifications";
    const server = spawn("fcitx5", [without], { env: surroundings, stdio: "ignore" });
    const pinyin = new Pinyin(server, surroundings);
    // `fcitx5-remote` would start a second one while the first is not on the bus.
    await until(async () => pinyin.isOnBus(), "fcitx5");
    return pinyin;
  }

  /** Switches it on for what has the keys now. */
  async on(): Promise<void> {
    this.call("fcitx5-remote", "-o");
    await until(async () => this.call("fcitx5-remote").trim() === "2", "pinyin to be on");
  }

  off(): void {
    this.call("fcitx5-remote", "-c");
  }

  /** Presses keys of the keyboard, as X names them: `n`, `space`, `Return`. */
  keys(...names: string[]): void {
    this.call("xdotool", "key", "--delay", "30", ...names);
  }

  /** Types letters and takes the first candidate. */
  async word(letters: string): Promise<void> {
    this.keys(...letters);
    await this.candidates();
    this.keys("space");
  }

  /** Waits until the candidates are on the screen. */
  async candidates(): Promise<void> {
    await until(
      async () => this.call("xwininfo", "-root", "-tree").includes("Fcitx5 Input Window"),
      "candidates",
    );
    await new Promise((resolve) => setTimeout(resolve, 150));
  }

  stop(): void {
    this.server.kill("SIGKILL");
  }

  private isOnBus(): boolean {
    const question = ["--session", "--print-reply", "--dest=org.freedesktop.DBus", "/org/freedesktop/DBus"];
    const name = "string:org.fcitx.Fcitx5";
    return this.call("dbus-send", ...question, "org.freedesktop.DBus.NameHasOwner", name).includes("true");
  }

  private call(program: string, ...words: string[]): string {
    return execFileSync(program, words, { env: this.surroundings, encoding: "utf8" });
  }
}
