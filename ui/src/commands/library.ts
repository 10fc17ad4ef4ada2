// What is done with the library.
import { atHand } from "../state/atHand.svelte";
import { dialogs } from "../state/dialogs.svelte";
import { filing } from "../state/filing.svelte";
import { following } from "../state/following.svelte";
import { goLeft, showShelf } from "../state/going";
import { imports } from "../state/imports.svelte";
import { library } from "../state/library.svelte";
import { pasting } from "../state/pasting.svelte";
import { tabs } from "../state/tabs.svelte";
import { type Command, always, isMaterial, isOpen, named } from "./command";

export const libraryCommands = {
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
  importPasted: {
    id: "library.paste",
    words: named.importPasted,
    key: "Ctrl+Alt+V",
    enabled: () => library.isOpen,
    run: () => pasting.open(),
  },
  pin: {
    id: "library.pin",
    words: named.pin,
    key: "Ctrl+T",
    enabled: isOpen,
    run: () => void (tabs.front && atHand.toggle(tabs.front.id)),
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
} satisfies Record<string, Command>;
