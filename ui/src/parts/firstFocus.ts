// What gets the keys first. WebView2 gives no input method to a text that is the first in its
// window to get them: pinyin stays dead there until the keys have been in an empty box once.

/** Lets an empty box have the keys for a frame, on Windows; whoever has them by then keeps them. */
export async function beforeFirstFocus(): Promise<void> {
  if (!navigator.userAgent.includes("Windows") || document.activeElement !== document.body) return;
  const box = document.createElement("input");
  box.tabIndex = -1;
  box.setAttribute("aria-hidden", "true");
  box.className = "first-focus";
  document.body.append(box);
  box.focus({ preventScroll: true });
  await new Promise((resolve) => requestAnimationFrame(resolve));
  box.remove();
}
