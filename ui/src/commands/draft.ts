// What is done with a draft as a whole, from the first word to the file, and with its tab.
import { borrowed } from "../state/borrowed.svelte";
import { copyAll } from "../state/copying";
import { dialogs } from "../state/dialogs.svelte";
import { exporting } from "../state/exporting.svelte";
import { exportingMany } from "../state/exportingMany.svelte";
import { closeTab } from "../state/going";
import { history } from "../state/history.svelte";
import { library } from "../state/library.svelte";
import { origins } from "../state/origins.svelte";
import { picking } from "../state/picking.svelte";
import { planning } from "../state/planning.svelte";
import { prompting } from "../state/prompting.svelte";
import { printing } from "../state/printing.svelte";
import { returning } from "../state/returning.svelte";
import { readingCopy } from "../state/readingCopy.svelte";
import { rollingForward } from "../state/rollingForward.svelte";
import { tabs } from "../state/tabs.svelte";
import { version } from "../state/version.svelte";
import { type Command, isOpen, isWriting, named } from "./command";

export const draftCommands = {
  newDraft: {
    id: "draft.new",
    words: named.newDraft,
    key: "Ctrl+N",
    enabled: () => library.isOpen,
    run: () => tabs.newDraft(null),
  },
  planDraft: {
    id: "draft.plan",
    words: named.planDraft,
    key: "Ctrl+Shift+N",
    enabled: () => library.isOpen,
    run: () => planning.open(),
  },
  draftFromPicks: {
    id: "draft.from-picks",
    words: named.draftFromPicks,
    enabled: () => picking.picks.length > 0,
    run: () => picking.begin(),
  },
  draftFromOpen: {
    id: "draft.from-open",
    words: named.draftFromOpen,
    key: "Ctrl+D",
    enabled: isOpen,
    run: async () => {
      if (tabs.front) await tabs.newDraft({ document: tabs.front.id, extent: "whole" });
    },
  },
  rollForward: {
    id: "draft.roll-forward",
    words: named.rollForward,
    key: "Ctrl+Shift+D",
    enabled: isOpen,
    run: () => rollingForward.begin(),
  },
  save: {
    id: "draft.save",
    words: named.save,
    key: "Ctrl+S",
    enabled: isWriting,
    run: async () => void (await tabs.front?.save()),
  },
  export: {
    id: "draft.export",
    words: named.export,
    key: "Ctrl+E",
    enabled: () => exporting.enabled,
    run: () => exporting.run(),
  },
  prompter: {
    id: "draft.prompter",
    words: named.prompter,
    key: "F5",
    enabled: () => prompting.enabled,
    run: () => prompting.open(),
  },
  readingCopy: {
    id: "draft.reading-copy",
    words: named.readingCopy,
    enabled: () => library.isOpen,
    run: () => readingCopy.open(),
  },
  occasion: {
    id: "draft.occasion",
    words: named.occasion,
    enabled: isWriting,
    run: () => dialogs.show("occasion"),
  },
  borrowed: {
    id: "edit.borrowed",
    words: named.borrowed,
    key: "Ctrl+Shift+J",
    enabled: () => isWriting() && origins.sources.length > 0,
    run: () => borrowed.open(),
  },
  exportMany: {
    id: "draft.export-many",
    words: named.exportMany,
    key: "Ctrl+Shift+E",
    enabled: () => library.isOpen,
    run: () => exportingMany.open(),
  },
  print: {
    id: "draft.print",
    words: named.print,
    key: "Ctrl+P",
    enabled: isOpen,
    run: () => printing.run(),
  },
  copyAll: {
    id: "draft.copy-all",
    words: named.copyAll,
    key: "Ctrl+Shift+C",
    enabled: isOpen,
    run: () => copyAll(),
  },
  returned: {
    id: "draft.returned",
    words: named.returned,
    key: "Ctrl+Shift+B",
    enabled: isWriting,
    run: () => returning.choose(),
  },
  version: {
    id: "draft.version",
    words: named.version,
    key: "Ctrl+Shift+M",
    enabled: isWriting,
    run: () => (tabs.front ? version.open(tabs.front.id) : undefined),
  },
  history: {
    id: "draft.history",
    words: named.history,
    key: "Ctrl+Shift+Y",
    enabled: isWriting,
    run: () => history.open(),
  },
  nextTab: {
    id: "draft.next",
    words: named.nextTab,
    key: "Ctrl+Tab",
    enabled: () => tabs.open.length > 1,
    run: () => tabs.step(1),
  },
  previousTab: {
    id: "draft.previous",
    words: named.previousTab,
    key: "Ctrl+Shift+Tab",
    enabled: () => tabs.open.length > 1,
    run: () => tabs.step(-1),
  },
  closeTab: {
    id: "draft.close",
    words: named.closeTab,
    key: "Ctrl+W",
    enabled: isOpen,
    run: async () => {
      if (tabs.front) await closeTab(tabs.front);
    },
  },
} satisfies Record<string, Command>;
