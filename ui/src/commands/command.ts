// What a command is, and when those of a kind can be done.
import type { Message } from "../bindings";
import { tabs } from "../state/tabs.svelte";
import { words } from "../words";

/** What a command is about: the part of its id before the dot. */
export type Area = keyof typeof words.command.areas;

export type Command = {
  id: `${Area}.${string}`;
  words: Message;
  /** What the palette says beside it in the place of the other language. */
  of?: Message;
  /** As it is written on the key cap: `Ctrl+K`, `Alt+↑`. */
  key?: string;
  /** Other keys that do the same, by another program's habit. */
  alsoKeys?: string[];
  /** A box for text has this key to itself. */
  notInBoxes?: boolean;
  /** Its key is heard in a dialog, too. */
  inDialogs?: boolean;
  enabled: () => boolean;
  run: () => void | Promise<void>;
};

export const named = words.command;
export const always = () => true;
export const isOpen = () => tabs.front !== null;
export const isWriting = () => tabs.front?.editable === true;

/** Something that came from a file is in front. */
export const isMaterial = () => tabs.front?.kind === "speech" || tabs.front?.kind === "template";
export const hasFindings = () =>
  isWriting() && (tabs.front?.checking.isDone === false || tabs.front?.checking.findings.length !== 0);
export const hasFinding = () => isWriting() && tabs.front?.checking.inHand != null;
