// What exported files are called: the writer's pattern, and what it makes of an example.
import { backend } from "../backend";
import { notices } from "./notices.svelte";

class FileName {
  /** As it is written in the box. */
  pattern = $state("");
  /** What it gives. */
  example = $state("");
  private turn = 0;

  async load(): Promise<void> {
    try {
      this.write(await backend.fileNamePattern());
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Another pattern; nothing is kept yet. */
  write(pattern: string): void {
    this.pattern = pattern;
    const turn = ++this.turn;
    const show = (name: string) => {
      // An answer that comes late is of a pattern that is gone.
      if (turn === this.turn) this.example = name;
    };
    backend.namedFile(null, pattern).then(show, (error) => notices.refuse(error));
  }

  /** Keeps it; an empty one is the usual one. */
  async keep(): Promise<void> {
    try {
      await backend.setFileNamePattern(this.pattern);
    } catch (error) {
      notices.refuse(error);
    }
  }
}

export const fileName = new FileName();
