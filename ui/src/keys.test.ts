// Which key is whose, and that an input method keeps its own.
import { describe, expect, it } from "vitest";
import { allCommands, type Command } from "./commands";
import { commandOf, pressed } from "./keys";

const press = (key: string, held: KeyboardEventInit = {}) => new KeyboardEvent("keydown", { key, ...held });

/** The event as it comes from an element of the page. */
function from(element: HTMLElement, event: KeyboardEvent): KeyboardEvent {
  document.body.append(element);
  element.dispatchEvent(event);
  return event;
}

describe("a key", () => {
  it("is pressed with just what it says", () => {
    expect(pressed("Ctrl+K", press("k", { ctrlKey: true }))).toBe(true);
    expect(pressed("Ctrl+K", press("k", { metaKey: true }))).toBe(true);
    expect(pressed("Ctrl+K", press("k"))).toBe(false);
    expect(pressed("Ctrl+K", press("K", { ctrlKey: true, shiftKey: true }))).toBe(false);
    expect(pressed("Ctrl+K", press("k", { ctrlKey: true, altKey: true }))).toBe(false);
  });

  it("is known by its place where Shift or a layout changes its sign", () => {
    expect(pressed("Ctrl+Shift+\\", press("|", { code: "Backslash", ctrlKey: true, shiftKey: true }))).toBe(
      true,
    );
    expect(pressed("Ctrl+1", press("&", { code: "Digit1", ctrlKey: true }))).toBe(true);
    expect(pressed("Alt+↑", press("ArrowUp", { altKey: true }))).toBe(true);
    expect(pressed("F1", press("F1"))).toBe(true);
  });
});

describe("the command of a key", () => {
  const undo = { key: "Ctrl+Z", notInBoxes: true };
  const redo = { key: "Ctrl+Shift+Z", alsoKeys: ["Ctrl+Y"], notInBoxes: true };
  const palette = { key: "Ctrl+K" };
  const take = { key: "Enter" };
  const all = [undo, redo, palette, take];

  it("is found by any of its keys", () => {
    expect(commandOf(all, press("k", { ctrlKey: true }))).toBe(palette);
    expect(commandOf(all, press("y", { ctrlKey: true }))).toBe(redo);
  });

  it("is none while an input method has the keys", () => {
    expect(commandOf(all, press("Enter"))).toBe(take);
    expect(commandOf(all, press("Enter", { isComposing: true }))).toBeUndefined();
    // The Enter that commits in WebKit comes after the composition, but says so by its code.
    expect(commandOf(all, press("Enter", { keyCode: 229 }))).toBeUndefined();
  });

  it("is found though the editor keeps the key from the browser", () => {
    const event = press("z", { ctrlKey: true, cancelable: true });
    event.preventDefault();
    expect(commandOf(all, event)).toBe(undo);
  });

  it("leaves a box its own undo", () => {
    const inBox = from(document.createElement("input"), press("z", { ctrlKey: true }));
    expect(commandOf(all, inBox)).toBeUndefined();
    const onSheet = from(document.createElement("div"), press("z", { ctrlKey: true }));
    expect(commandOf(all, onSheet)).toBe(undo);
    const palettes = from(document.createElement("input"), press("k", { ctrlKey: true }));
    expect(commandOf(all, palettes)).toBe(palette);
  });
});

describe("the keys of the commands", () => {
  it("are each of one command", () => {
    const keys = allCommands.flatMap(({ key, alsoKeys = [] }: Command) => [
      ...(key ? [key] : []),
      ...alsoKeys,
    ]);
    expect(keys.filter((key, nth) => keys.indexOf(key) !== nth)).toEqual([]);
  });
});
