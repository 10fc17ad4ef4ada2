// What is done on the sheet.
import { dataSheet } from "../state/dataSheet.svelte";
import { dialogs } from "../state/dialogs.svelte";
import { facts } from "../state/facts.svelte";
import { fields } from "../state/fields.svelte";
import { findings } from "../state/findings.svelte";
import { library } from "../state/library.svelte";
import { outline } from "../state/outline.svelte";
import { seeking } from "../state/seeking.svelte";
import { tabs } from "../state/tabs.svelte";
import { type Command, hasFinding, hasFindings, isOpen, isWriting, named } from "./command";

const heading = (level: 1 | 2 | 3 | 4): Command => ({
  id: `edit.heading-${level}`,
  words: named.heading(level),
  key: `Ctrl+${level}`,
  notInBoxes: true,
  enabled: isWriting,
  run: () => tabs.front?.setLevel(level),
});

export const editCommands = {
  undo: {
    id: "edit.undo",
    words: named.undo,
    key: "Ctrl+Z",
    notInBoxes: true,
    enabled: () => tabs.front?.canUndo === true,
    run: () => tabs.front?.undo(),
  },
  redo: {
    id: "edit.redo",
    words: named.redo,
    key: "Ctrl+Shift+Z",
    alsoKeys: ["Ctrl+Y"],
    notInBoxes: true,
    enabled: () => tabs.front?.canRedo === true,
    run: () => tabs.front?.redo(),
  },
  heading1: heading(1),
  heading2: heading(2),
  heading3: heading(3),
  heading4: heading(4),
  paragraph: {
    id: "edit.paragraph",
    words: named.paragraph,
    key: "Ctrl+0",
    notInBoxes: true,
    enabled: isWriting,
    run: () => tabs.front?.setLevel(0),
  },
  sectionUp: {
    id: "edit.section-up",
    words: named.sectionUp,
    key: "Alt+↑",
    enabled: isWriting,
    run: () => outline.moveHere(-1),
  },
  sectionDown: {
    id: "edit.section-down",
    words: named.sectionDown,
    key: "Alt+↓",
    enabled: isWriting,
    run: () => outline.moveHere(1),
  },
  sectionHigher: {
    id: "edit.section-higher",
    words: named.sectionHigher,
    key: "Alt+Shift+←",
    enabled: isWriting,
    run: () => outline.levelHere(-1),
  },
  sectionDeeper: {
    id: "edit.section-deeper",
    words: named.sectionDeeper,
    key: "Alt+Shift+→",
    enabled: isWriting,
    run: () => outline.levelHere(1),
  },
  sectionSplit: {
    id: "edit.section-split",
    words: named.sectionSplit,
    key: "Ctrl+Shift+Enter",
    notInBoxes: true,
    enabled: isWriting,
    run: () => outline.splitHere(),
  },
  sectionJoin: {
    id: "edit.section-join",
    words: named.sectionJoin,
    enabled: isWriting,
    run: () => outline.joinHere(),
  },
  sectionRemove: {
    id: "edit.section-remove",
    words: named.sectionRemove,
    enabled: isWriting,
    run: () => outline.removeHere(),
  },
  nextField: {
    id: "edit.next-field",
    words: named.nextField,
    key: "F4",
    enabled: () => isWriting() && fields.open > 0,
    run: () => fields.step(1),
  },
  previousField: {
    id: "edit.previous-field",
    words: named.previousField,
    key: "Shift+F4",
    enabled: () => isWriting() && fields.open > 0,
    run: () => fields.step(-1),
  },
  editField: {
    id: "edit.field",
    words: named.editField,
    key: "F2",
    enabled: () => isWriting() && tabs.front?.field != null,
    run: () => dialogs.show("field"),
  },
  leaveEmpty: {
    id: "edit.leave-empty",
    words: named.leaveEmpty,
    key: "Ctrl+Shift+K",
    enabled: () => isWriting() && tabs.front?.field != null,
    run: () => fields.leaveEmpty(),
  },
  facts: {
    id: "edit.facts",
    words: named.facts,
    enabled: () => library.isOpen,
    run: () => facts.open(),
  },
  seek: {
    id: "edit.seek",
    words: named.seek,
    key: "Ctrl+H",
    enabled: isOpen,
    run: () => seeking.open(),
  },
  nextFinding: {
    id: "edit.next-finding",
    words: named.nextFinding,
    key: "F8",
    enabled: hasFindings,
    run: () => findings.step(1),
  },
  previousFinding: {
    id: "edit.previous-finding",
    words: named.previousFinding,
    key: "Shift+F8",
    enabled: hasFindings,
    run: () => findings.step(-1),
  },
  takeFix: {
    id: "edit.take-fix",
    words: named.takeFix,
    key: "Alt+Enter",
    enabled: hasFinding,
    run: () => findings.take(false),
  },
  takeAlike: {
    id: "edit.take-alike",
    words: named.takeAlike,
    key: "Alt+Shift+Enter",
    enabled: hasFinding,
    run: () => findings.take(true),
  },
  ignoreFinding: {
    id: "edit.ignore-finding",
    words: named.ignoreFinding,
    key: "Alt+Delete",
    enabled: hasFinding,
    run: () => findings.ignore("here"),
  },
  dataSheet: {
    id: "edit.data-sheet",
    words: named.dataSheet,
    enabled: () => isWriting() && fields.total > 0,
    run: () => dataSheet.choose(),
  },
} satisfies Record<string, Command>;
