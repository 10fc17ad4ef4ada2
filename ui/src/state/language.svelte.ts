// In which language the window speaks: Chinese unless the writer switched.
import type { Message } from "../bindings";

export type Language = "zh" | "en";

class Spoken {
  now = $state<Language>("zh");
}

export const language = new Spoken();

/** The sentence in the language of the window. */
export function say(message: Message): string {
  return message[language.now];
}
