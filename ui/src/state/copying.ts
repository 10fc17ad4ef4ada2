// The whole text on the clipboard at once, for other programs.
import { backend } from "../backend";
import { copied } from "../sheet/clipboard";
import { words } from "../words";
import { looks } from "./looks.svelte";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

/** Puts all of the document in front on the clipboard: dressed, and as plain text. */
export async function copyAll(): Promise<void> {
  const document = tabs.front;
  if (!document) return;
  const { html, text } = copied(document.id, document.editor, looks.now);
  // At once: a browser lets a page copy only while a key or a press is being answered.
  if (!put(html, text)) return notices.tell(words.copying.failed);
  notices.tell(words.copying.done);
  if (!document.editable) return;
  await document.save();
  await backend.wentOut(document.id);
}

/** By the event that a press of Ctrl+C makes: every window's clipboard takes both from it. */
function put(html: string, text: string): boolean {
  let isPut = false;
  const allow = (event: Event) => event.preventDefault();
  const fill = (event: ClipboardEvent) => {
    event.clipboardData?.setData("text/html", html);
    event.clipboardData?.setData("text/plain", text);
    event.preventDefault();
    event.stopImmediatePropagation();
    isPut = true;
  };
  // WebKit asks whether there is something to copy where nothing is selected.
  document.addEventListener("beforecopy", allow, true);
  document.addEventListener("copy", fill, true);
  try {
    return document.execCommand("copy") && isPut;
  } finally {
    document.removeEventListener("beforecopy", allow, true);
    document.removeEventListener("copy", fill, true);
  }
}
