// The one list of what the writer can do. Palette, buttons, menus and keys refer to it.
import type { Message } from "./bindings";
import { borrowed } from "./state/borrowed.svelte";
import { copyAll } from "./state/copying";
import { dataSheet } from "./state/dataSheet.svelte";
import { dialogs } from "./state/dialogs.svelte";
import { exporting } from "./state/exporting.svelte";
import { exportingMany } from "./state/exportingMany.svelte";
import { facts } from "./state/facts.svelte";
import { fields } from "./state/fields.svelte";
import { filing } from "./state/filing.svelte";
import { following } from "./state/following.svelte";
import { findings } from "./state/findings.svelte";
import { firstStart } from "./state/firstStart.svelte";
import { closeTab, goBeside, goLeft, goRight, layBeside, showShelf } from "./state/going";
import { history } from "./state/history.svelte";
import { houseStyles } from "./state/houseStyles.svelte";
import { imports } from "./state/imports.svelte";
import { language } from "./state/language.svelte";
import { layout, THEMES } from "./state/layout.svelte";
import { leaving } from "./state/leaving.svelte";
import { library } from "./state/library.svelte";
import { notices } from "./state/notices.svelte";
import { origins } from "./state/origins.svelte";
import { outline } from "./state/outline.svelte";
import { picking } from "./state/picking.svelte";
import { places } from "./state/places";
import { planning } from "./state/planning.svelte";
import { prompting } from "./state/prompting.svelte";
import { printing } from "./state/printing.svelte";
import { returning } from "./state/returning.svelte";
import { readingCopy } from "./state/readingCopy.svelte";
import { rollingForward } from "./state/rollingForward.svelte";
import { seeking } from "./state/seeking.svelte";
import { sources } from "./state/sources.svelte";
import { tabs } from "./state/tabs.svelte";
import { unitLists } from "./state/unitLists.svelte";
import { words } from "./words";

/** What a command is about: the part of its id before the dot. */
export type Area = keyof typeof words.command.areas;

export type Command = {
  id: `${Area}.${string}`;
  words: Message;
  /** As it is written on the key cap: `Ctrl+K`, `Alt+↑`. */
  key?: string;
  /** Other keys that do the same, by another program's habit. */
  alsoKeys?: string[];
  /** A box for text has this key to itself. */
  notInBoxes?: boolean;
  enabled: () => boolean;
  run: () => void | Promise<void>;
};

const named = words.command;
const always = () => true;
const isOpen = () => tabs.front !== null;
const isWriting = () => tabs.front?.editable === true;

/** Something that came from a file is in front. */
const isMaterial = () => tabs.front?.kind === "speech" || tabs.front?.kind === "template";
const hasFindings = () =>
  isWriting() && (tabs.front?.checking.isDone === false || tabs.front?.checking.findings.length !== 0);
const hasFinding = () => isWriting() && tabs.front?.checking.inHand != null;

const heading = (level: 1 | 2 | 3 | 4): Command => ({
  id: `edit.heading-${level}`,
  words: named.heading(level),
  key: `Ctrl+${level}`,
  notInBoxes: true,
  enabled: isWriting,
  run: () => tabs.front?.setLevel(level),
});

export const commands = {
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

  search: {
    id: "library.search",
    words: named.search,
    key: "Ctrl+F",
    enabled: always,
    run: () => goLeft("search"),
  },
  importFiles: {
    id: "library.import-files",
    words: named.importFiles,
    key: "Ctrl+O",
    enabled: () => library.isOpen,
    run: () => imports.begin(false),
  },
  importFolder: {
    id: "library.import-folder",
    words: named.importFolder,
    key: "Ctrl+Shift+O",
    enabled: () => library.isOpen,
    run: () => imports.begin(true),
  },
  following: {
    id: "library.following",
    words: named.following,
    enabled: () => library.isOpen,
    run: () => following.open(),
  },
  importReport: {
    id: "library.import-report",
    words: named.importReport,
    enabled: () => library.isOpen,
    run: () => imports.showReport(),
  },
  file: {
    id: "library.file",
    words: named.file,
    enabled: () => filing.chosen.size > 0 || isMaterial(),
    run: () => filing.open(filing.chosen.size > 0 ? [...filing.chosen] : [tabs.front!.id]),
  },
  renameCollection: {
    id: "library.rename-collection",
    words: named.renameCollection,
    enabled: () => library.collection !== null,
    run: () => {
      library.renaming = true;
    },
  },
  removeCollection: {
    id: "library.remove-collection",
    words: named.removeCollection,
    enabled: () => library.collection !== null,
    run: () => library.removeCollection(),
  },
  openOriginal: {
    id: "library.open-original",
    words: named.openOriginal,
    enabled: isMaterial,
    run: () => tabs.openOriginal(),
  },
  reread: {
    id: "library.reread",
    words: named.reread,
    enabled: isMaterial,
    run: () => dialogs.show("reread"),
  },
  starters: {
    id: "library.starters",
    words: named.starters,
    enabled: always,
    run: () => showShelf("starter"),
  },

  outline: {
    id: "window.outline",
    words: named.outline,
    key: "Ctrl+Shift+L",
    enabled: always,
    run: () => goRight("outline"),
  },
  fields: {
    id: "window.fields",
    words: named.fields,
    key: "Ctrl+Shift+F",
    enabled: always,
    run: () => goRight("fields"),
  },
  findings: {
    id: "window.findings",
    words: named.findings,
    key: "Ctrl+Shift+H",
    enabled: always,
    run: () => goRight("findings"),
  },
  origins: {
    id: "window.origins",
    words: named.origins,
    key: "Ctrl+Shift+U",
    enabled: always,
    run: () => goRight("origins"),
  },
  sources: {
    id: "window.sources",
    words: named.sources,
    key: "Ctrl+Shift+S",
    enabled: () => sources.open.length > 0,
    run: () => (sources.shown ? void (sources.shown = false) : goBeside()),
  },
  otherSource: {
    id: "window.other-source",
    words: named.otherSource,
    key: "F7",
    enabled: () => sources.shown,
    run: async () => {
      if (places.isAt("sources")) sources.other();
      await goBeside();
    },
  },
  layBeside: {
    id: "library.beside",
    words: named.layBeside,
    key: "Ctrl+Shift+E",
    enabled: () => isOpen() && !isWriting(),
    run: () => layBeside(),
  },
  toSource: {
    id: "edit.to-source",
    words: named.toSource,
    key: "Ctrl+Shift+G",
    enabled: () => isWriting() && origins.here !== null,
    run: () => origins.openHere(),
  },
  checks: {
    id: "window.checks",
    words: named.checks,
    enabled: always,
    run: () => findings.explain(null),
  },
  leftPane: {
    id: "window.left-pane",
    words: named.leftPane,
    key: "Ctrl+\\",
    enabled: always,
    run: () => layout.toggle("leftShown"),
  },
  rightPane: {
    id: "window.right-pane",
    words: named.rightPane,
    key: "Ctrl+Shift+\\",
    enabled: always,
    run: () => layout.toggle("rightShown"),
  },
  quiet: {
    id: "window.quiet",
    words: named.quiet,
    key: "F9",
    enabled: isOpen,
    run: () => void (layout.quiet = !layout.quiet),
  },
  zoomIn: {
    id: "window.zoom-in",
    words: named.zoomIn,
    key: "Ctrl+=",
    enabled: always,
    run: () => layout.zoomBy(1),
  },
  zoomOut: {
    id: "window.zoom-out",
    words: named.zoomOut,
    key: "Ctrl+-",
    enabled: always,
    run: () => layout.zoomBy(-1),
  },
  zoomReset: {
    id: "window.zoom-reset",
    words: named.zoomReset,
    enabled: () => layout.zoom !== 100,
    run: () => void (layout.zoom = 100),
  },
  nextPane: {
    id: "window.next-pane",
    words: named.nextPane,
    key: "F6",
    enabled: always,
    run: () => places.next(),
  },
  language: {
    id: "window.language",
    words: named.language,
    enabled: always,
    run: () => void (language.now = language.now === "zh" ? "en" : "zh"),
  },
  theme: {
    id: "window.theme",
    words: named.theme,
    enabled: always,
    run: () => void (layout.theme = THEMES[(THEMES.indexOf(layout.theme) + 1) % THEMES.length] ?? "system"),
  },
  settings: {
    id: "window.settings",
    words: named.settings,
    key: "Ctrl+,",
    enabled: () => library.isOpen,
    run: () => dialogs.show("settings"),
  },
  unitLists: {
    id: "window.unit-lists",
    words: named.unitLists,
    enabled: () => library.isOpen,
    run: () => unitLists.open(),
  },
  houseStyles: {
    id: "draft.styles",
    words: named.houseStyles,
    enabled: () => library.isOpen,
    run: () => houseStyles.open(),
  },
  wayIn: {
    id: "window.way-in",
    words: named.wayIn,
    enabled: () => library.isOpen,
    run: () => firstStart.again(),
  },
  quit: {
    id: "window.quit",
    words: named.quit,
    key: "Ctrl+Q",
    enabled: always,
    run: () => leaving.begin(),
  },
  palette: {
    id: "window.palette",
    words: named.palette,
    key: "Ctrl+K",
    enabled: always,
    run: () => dialogs.show("palette"),
  },
  keys: {
    id: "window.keys",
    words: named.keys,
    key: "F1",
    enabled: always,
    run: () => dialogs.show("keys"),
  },
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
