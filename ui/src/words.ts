// Every word of the window, in both languages. A missing language does not compile.
import type { Message } from "./bindings";

const all = {
  lectern: { zh: "讲台", en: "Lectern" },
} as const satisfies Record<string, Message | ((...parts: never[]) => Message)>;

export const words = all;
