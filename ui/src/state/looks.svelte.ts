// The chosen house style, as the sheet is drawn in it, and as what is copied to other programs
// has it.
import { backend } from "../backend";
import type { Looks } from "../bindings";
import { latinFace, styled } from "../sheet/styled";
import { notices } from "./notices.svelte";

class LineLooks {
  /** Of lines by their roles; nothing before they are known. */
  now = $state.raw<Looks>({ lines: {}, bold_members: false });
  /** The properties of the sheet; none before they are known. */
  sheet = $state.raw("");

  private latin: FontFace | null = null;

  /** Asks for those of a house style. */
  async load(name: string): Promise<void> {
    try {
      const [looks, style] = await Promise.all([backend.looks(name), backend.houseStyle(name)]);
      this.now = looks;
      this.sheet = styled(style, looks);
      if (this.latin) document.fonts.delete(this.latin);
      this.latin = latinFace(looks);
      document.fonts.add(this.latin);
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const looks = new LineLooks();
