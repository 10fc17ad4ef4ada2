// What is shown, and where.
import { dialogs } from "../state/dialogs.svelte";
import { findings } from "../state/findings.svelte";
import { firstStart } from "../state/firstStart.svelte";
import { goBeside, goRight, layBeside } from "../state/going";
import { houseStyles } from "../state/houseStyles.svelte";
import { language } from "../state/language.svelte";
import { layout, THEMES } from "../state/layout.svelte";
import { leaving } from "../state/leaving.svelte";
import { library } from "../state/library.svelte";
import { origins } from "../state/origins.svelte";
import { places } from "../state/places";
import { sources } from "../state/sources.svelte";
import { unitLists } from "../state/unitLists.svelte";
import { type Command, always, isOpen, isWriting, named } from "./command";

export const windowCommands = {
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
    key: "Ctrl+Alt+Enter",
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
  larger: {
    id: "window.larger",
    words: named.larger,
    key: "Ctrl+Shift+=",
    enabled: always,
    inDialogs: true,
    run: () => layout.scaleBy(1),
  },
  smaller: {
    id: "window.smaller",
    words: named.smaller,
    key: "Ctrl+Shift+-",
    enabled: always,
    inDialogs: true,
    run: () => layout.scaleBy(-1),
  },
  pageMarks: {
    id: "window.page-marks",
    words: named.pageMarks,
    key: "Ctrl+Shift+P",
    enabled: isOpen,
    run: () => void (layout.pageMarks = !layout.pageMarks),
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
