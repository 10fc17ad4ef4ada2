// Keys as they are written on their caps (`Ctrl+Shift+Z`), and whether one is pressed.

/** The name of a key whose cap shows a sign. */
const NAMES: Record<string, string> = {
  "↑": "ArrowUp",
  "↓": "ArrowDown",
  "←": "ArrowLeft",
  "→": "ArrowRight",
};
/** What stands on a key that Shift and the layout make something else of. */
const PLACES: Record<string, string> = { Backslash: "\\", Comma: ",", Equal: "=", Minus: "-" };

/** An input method has this key: whatever it is, it is not for the window. */
export function composing(event: KeyboardEvent): boolean {
  return event.isComposing || event.keyCode === 229;
}

/** The caps of a key: `Ctrl+Shift+Z` are three. */
export function caps(key: string): string[] {
  return key.split("+");
}

/** Whether that key is the one pressed. `Ctrl` is Ctrl, or ⌘ on a Mac. */
export function pressed(key: string, event: KeyboardEvent): boolean {
  const held = caps(key);
  const cap = held.pop() ?? "";
  return (
    held.includes("Ctrl") === (event.ctrlKey || event.metaKey) &&
    held.includes("Shift") === event.shiftKey &&
    held.includes("Alt") === event.altKey &&
    (NAMES[cap] ?? cap).toLowerCase() === name(event)
  );
}

function name(event: KeyboardEvent): string {
  const digit = /^Digit(\d)$/.exec(event.code)?.[1];
  return (digit ?? PLACES[event.code] ?? event.key).toLowerCase();
}

/**
 * The command whose key is pressed; none while an input method has the keys. Who takes a key
 * before the window stops it: that its default is prevented says nothing, as the editor does
 * so with Ctrl+Z and leaves it at that.
 */
export function commandOf<T extends { key?: string; alsoKeys?: string[]; notInBoxes?: boolean }>(
  commands: T[],
  event: KeyboardEvent,
): T | undefined {
  if (composing(event)) return undefined;
  const inBox = event.target instanceof HTMLInputElement || event.target instanceof HTMLTextAreaElement;
  return commands.find((command) => {
    const keys = [command.key, ...(command.alsoKeys ?? [])];
    return keys.some((key) => key && pressed(key, event)) && !(inBox && command.notInBoxes);
  });
}
