// Tells when the end of a list comes into view: time to show more of it.
import type { Attachment } from "svelte/attachments";

export function atEnd(more: () => void): Attachment {
  return (mark) => {
    const observer = new IntersectionObserver((entries) => {
      if (entries.some((entry) => entry.isIntersecting)) more();
    });
    observer.observe(mark);
    return () => observer.disconnect();
  };
}
