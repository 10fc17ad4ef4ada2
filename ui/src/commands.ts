// The one list of what the writer can do. Palette, buttons, menus and keys refer to it.
import type { Message } from "./bindings";

export type Command = {
  id: string;
  words: Message;
  /** As it is written on the key cap: `Ctrl+K`, `Alt+↑`. */
  key?: string;
  enabled: () => boolean;
  run: () => void | Promise<void>;
};
