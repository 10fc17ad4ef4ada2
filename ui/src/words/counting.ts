// Numbers and lists in the words of the window.
import type { Message } from "../bindings";

export const number = (count: number) => count.toLocaleString("en-US");
export const many = (count: number, one: string) => `${number(count)} ${one}${count === 1 ? "" : "s"}`;
export const joined = (zh: string[], en: string[]): Message => ({ zh: zh.join("，"), en: en.join(", ") });
