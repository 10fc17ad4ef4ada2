// The one list of what the writer can do. Palette, buttons, menus and keys refer to it.
import type { Command } from "./commands/command";
import { draftCommands } from "./commands/draft";
import { editCommands } from "./commands/edit";
import { libraryCommands } from "./commands/library";
import { windowCommands } from "./commands/window";
import { notices } from "./state/notices.svelte";

export type { Area, Command } from "./commands/command";

export const commands = {
  ...draftCommands,
  ...editCommands,
  ...libraryCommands,
  ...windowCommands,
} satisfies Record<string, Command>;

/** All of them, in the order in which they are shown. */
export const allCommands: Command[] = Object.values(commands);

/** Does it, if it can be done now; a refusal is told. */
export async function perform(command: Command): Promise<void> {
  if (!command.enabled()) return;
  try {
    await command.run();
  } catch (error) {
    notices.refuse(error);
  }
}
