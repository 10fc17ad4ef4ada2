// Finding words in the document in front, and putting others in their place.
import { notices } from "./notices.svelte";
import { places } from "./places";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

class Seeking {
  isOpen = $state(false);
  sought = $state("");
  put = $state("");

  /** How many places there are, and which is chosen. */
  found = $derived(this.isOpen && this.sought !== "" ? (tabs.front?.soughtPlaces ?? none) : none);

  /** Opens the bar, with the words that are chosen on the sheet. */
  open(): void {
    const { doc, selection } = tabs.front!.editor;
    const chosen = doc.textBetween(selection.from, selection.to, "\n");
    if (chosen !== "" && !chosen.includes("\n")) this.sought = chosen;
    this.isOpen = true;
    this.mark();
  }

  close(): void {
    this.isOpen = false;
    this.mark();
    places.go("sheet");
  }

  /** Marks the places in the document in front. */
  mark(): void {
    tabs.front?.seek({ words: this.isOpen ? this.sought : "", put: this.put });
  }

  step(by: 1 | -1): void {
    tabs.front?.toSought(by);
  }

  /** Puts the other words in the chosen place; chooses the first where none is. */
  one(): void {
    if (this.found.at === 0) this.step(1);
    else tabs.front?.putSought(false);
  }

  all(): void {
    const document = tabs.front;
    const { count } = this.found;
    if (!document?.editable || count === 0) return;
    document.putSought(true);
    notices.tell(words.seeking.replaced(count), { words: words.dataSheet.undo, run: () => document.undo() });
  }
}

const none = { count: 0, at: 0 };

export const seeking = new Seeking();
