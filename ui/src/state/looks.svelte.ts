// How lines look in the chosen house style, for what is copied to other programs.
import { backend } from "../backend";
import type { Looks } from "../sheet/dressed";
import { notices } from "./notices.svelte";

class LineLooks {
  /** By their roles; nothing before they are known. */
  now = $state.raw<Looks>({});

  /** Asks for those of a house style. */
  async load(style: string): Promise<void> {
    try {
      this.now = await backend.lineLooks(style);
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const looks = new LineLooks();
