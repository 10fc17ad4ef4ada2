// When what was drawn is on the screen: what is asked of the program once a section was taken over
// waits for that, so that the writer sees the section first.

/** Milliseconds after which it is not waited any longer: a window that is not seen paints nothing. */
const AT_LATEST = 100;

/** Resolves when all that was drawn up to now is painted. */
export function painted(): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AT_LATEST);
    requestAnimationFrame(() => {
      clearTimeout(timer);
      // A frame is painted when what was asked for it has run.
      setTimeout(resolve);
    });
  });
}
