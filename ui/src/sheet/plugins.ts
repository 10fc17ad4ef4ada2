// What makes the editor a sheet: one concern a file.
import { history } from "prosemirror-history";
import { search } from "prosemirror-search";
import type { EditorState, Plugin } from "prosemirror-state";
import type { Answer, FieldId, FindingRow, Looks, Message } from "../bindings";
import { clipboard, type Clip } from "./clipboard";
import { findings } from "./findings";
import { highlight } from "./highlight";
import { ids } from "./ids";
import { keys } from "./keys";
import { members } from "./members";
import { notes } from "./notes";
import { numbering } from "./numbering";
import { origins } from "./origins";
import { pageMarks } from "./pageMarks";
import { runIn } from "./runIn";
import { shared } from "./shared";
import { slots } from "./slots";
import { title } from "./title";

/** What the plugins need of the document that they stand in. */
export type Host = {
  id: string;
  /** It is written in. */
  editable: boolean;
  answer: Answer;
  state: () => EditorState;
  /** What a program has put on the clipboard is pasted. */
  paste: (clip: Clip) => void;
  chooseField: (field: FieldId) => void;
  chooseFinding: (finding: FindingRow) => void;
  /** How lines look in the house style, for what is copied. */
  looks?: () => Looks;
  /** A message in the language of the window. */
  say: (message: Message) => string;
};

/** No look at all. */
const PLAIN: Looks = { lines: {}, bold_members: false };

/** How many steps can be taken back: an afternoon of them. */
const HISTORY = 2000;

export function plugins(host: Host): Plugin[] {
  return [
    keys,
    ids,
    ...(host.editable ? [title] : []),
    history({ depth: HISTORY }),
    numbering(host.answer),
    members(host.answer),
    slots(host.chooseField, host.say),
    origins,
    findings(host.chooseFinding),
    notes(host.say, host.chooseFinding),
    pageMarks,
    highlight,
    search(),
    shared,
    runIn,
    clipboard(host.id, host.state, host.looks ?? (() => PLAIN), host.paste),
  ];
}
