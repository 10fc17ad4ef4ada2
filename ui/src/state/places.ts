// The places of the window that the keyboard goes to. A pane says how to get there; whoever
// wants to go knows nothing of the pane.

export type PlaceName = "search" | "library" | "sheet" | "sources" | "right";

type Place = {
  /** Moves the focus there. */
  go: () => void;
  /** The focus is there. */
  isHere: () => boolean;
};

/** The panes that one key walks through. */
const ROUND: PlaceName[] = ["search", "sheet", "sources", "right"];

class Places {
  private readonly known = new Map<PlaceName, Place>();

  /** Makes a place known while its pane is shown; what it returns forgets it again. */
  add(name: PlaceName, place: Place): () => void {
    this.known.set(name, place);
    return () => {
      if (this.known.get(name) === place) this.known.delete(name);
    };
  }

  go(name: PlaceName): void {
    this.known.get(name)?.go();
  }

  /** The focus is there. */
  isAt(name: PlaceName): boolean {
    return this.known.get(name)?.isHere() ?? false;
  }

  /** Goes to the pane after the one with the focus. */
  next(): void {
    const shown = ROUND.filter((name) => this.known.has(name));
    const here = shown.findIndex((name) => this.known.get(name)?.isHere());
    const next = shown[(here + 1) % shown.length];
    if (next) this.go(next);
  }
}

export const places = new Places();
