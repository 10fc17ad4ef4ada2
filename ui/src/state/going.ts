// Going to a pane: it is shown, and the keys are there.
import { tick } from "svelte";
import type { OpenDocument } from "./document.svelte";
import { layout } from "./layout.svelte";
import { library, type Shelf } from "./library.svelte";
import { places, type PlaceName } from "./places";
import { right, type RightPane } from "./right.svelte";
import { search } from "./search.svelte";
import { sources } from "./sources.svelte";
import { tabs } from "./tabs.svelte";

/** Shows the documents of a kind in the left pane. */
export async function showShelf(shelf: Shelf): Promise<void> {
  search.clear();
  library.shelf = shelf;
  await goLeft("library");
}

/** Goes to a place of the left pane. */
export async function goLeft(place: PlaceName): Promise<void> {
  layout.show("leftShown");
  await tick();
  places.go(place);
}

/** Lays the document in front beside the sheet, on which the draft is again. */
export async function layBeside(): Promise<void> {
  const document = tabs.front;
  if (!document || document.editable) return;
  await sources.lay(document.id, document.block);
  await tabs.close(document);
  if (tabs.draft) tabs.front = tabs.draft;
  await goBeside();
}

/** Goes to what lies beside the sheet. */
export async function goBeside(): Promise<void> {
  layout.quiet = false;
  sources.shown = true;
  await tick();
  places.go("sources");
}

/** Goes to one of the panes at the right. */
export async function goRight(pane: RightPane): Promise<void> {
  layout.show("rightShown");
  right.pane = pane;
  await tick();
  places.go("right");
}

/** Closes a tab and goes to the sheet that is in front then. */
export async function closeTab(document: OpenDocument): Promise<void> {
  await tabs.close(document);
  await tick();
  places.go("sheet");
}
