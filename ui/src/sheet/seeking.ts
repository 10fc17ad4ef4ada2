// Words that are looked for in the text, and put others in their place.
import {
  findNext,
  findPrev,
  getSearchState,
  replaceAll,
  replaceNext,
  SearchQuery,
  setSearchState,
} from "prosemirror-search";
import type { Command, EditorState, Transaction } from "prosemirror-state";

/** What is looked for, and what is put in its place. */
export type Sought = { words: string; put: string };

/** Marks every place of the words; of none where there are none. */
export function withSought(transaction: Transaction, { words, put }: Sought): Transaction {
  return setSearchState(transaction, new SearchQuery({ search: words, replace: put, literal: true }));
}

/** How many places there are, and which of them is chosen, from 1; 0 for none. */
export function placesOf(state: EditorState): { count: number; at: number } {
  const query = getSearchState(state)?.query;
  let [count, at] = [0, 0];
  if (!query?.valid) return { count, at };
  const { from, to } = state.selection;
  for (let found = query.findNext(state); found; found = query.findNext(state, found.to)) {
    count += 1;
    if (found.from === from && found.to === to) at = count;
    if (found.to === found.from) break;
  }
  return { count, at };
}

export const toNext: Command = findNext;
export const toPrevious: Command = findPrev;
/** Puts the other words in the place that is chosen, and goes to the next. */
export const putNext: Command = replaceNext;
export const putAll: Command = replaceAll;
