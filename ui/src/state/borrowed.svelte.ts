// What borrowed parts still call their own: one list, ticked where there is little doubt.
// What the program refuses is thrown by `take`, and told by the rest.
import type { Source } from "../bindings";
import { words } from "../words";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { notices } from "./notices.svelte";
import { ProposalList } from "./proposals.svelte";
import { tabs } from "./tabs.svelte";

class Borrowed {
  readonly list = new ProposalList(words.borrowed.done);
  /** How many there were of which there is little doubt, when it was last looked. */
  private readonly told = new WeakMap<OpenDocument, number>();

  /** Takes a source over into the draft, and says where it still speaks for another. */
  async take(source: Source): Promise<void> {
    await tabs.take(source);
    // Nobody waits for it.
    this.look().catch((error) => notices.refuse(error));
  }

  /** As `take`, in the place of the section with the cursor. */
  async exchange(source: Source): Promise<void> {
    await tabs.exchange(source);
    this.look().catch((error) => notices.refuse(error));
  }

  /** Says how many words of the draft in front are still a source's own, if more than before. */
  async look(): Promise<void> {
    const draft = tabs.front;
    if (!draft?.editable || draft.answer.sources.length === 0) return;
    const now = (await draft.borrowed()).filter((proposal) => proposal.ticked).length;
    const before = this.told.get(draft) ?? 0;
    this.told.set(draft, now);
    if (now <= before) return;
    notices.tell(words.borrowed.found(now - before), {
      words: words.borrowed.look,
      run: () => void this.open(draft),
    });
  }

  /** Lists them for a draft, which comes to the front; else for the one in front. */
  async open(told: OpenDocument | null = tabs.front): Promise<void> {
    try {
      if (told && told !== tabs.front) await tabs.show(told.id);
      const draft = tabs.front;
      if (!draft?.editable) return;
      this.list.of(draft, await draft.borrowed());
      dialogs.show("borrowed");
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const borrowed = new Borrowed();
