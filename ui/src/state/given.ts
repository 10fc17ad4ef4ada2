// What a text is called that stood in no file: as the writer said, whatever its first line is.
import type { DocumentRow } from "../bindings";

/** The title that was given to it; empty for what has a file, for starters and for drafts. */
export function givenTitle({ kind, file, title }: DocumentRow): string {
  const isMaterial = kind === "speech" || kind === "template";
  return isMaterial && file === null ? title.replaceAll("\n", "") : "";
}
