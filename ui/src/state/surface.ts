// What stands between a document and the sheet that draws it.
import type { EditorState } from "prosemirror-state";

/** What draws the document while it is in front. */
export type Surface = {
  draw: (state: EditorState) => void;
  composing: () => boolean;
  /** Which place of the text is drawn there; nothing outside of it. In pixels of the window. */
  placeAt: (x: number, y: number) => number | null;
  /** Scrolls a place of the text into view. */
  reveal: (place: number) => void;
  focus: () => void;
  /** Resolves when what was drawn last is on the screen. */
  painted: () => Promise<void>;
};
