// Short sentences at the foot of the window: what was done, what was refused.
import type { Failure, Message } from "../bindings";
import { Refused } from "../backend";

export type Notice = {
  id: number;
  message: Message;
  bad: boolean;
  action?: { words: Message; run: () => void };
};

/** How long a sentence stays, and one that offers something to do. */
const TO_READ_MS = 6000;
const TO_ACT_MS = 15000;

class Notices {
  shown = $state<Notice[]>([]);
  private last = 0;

  /** Says something for a few seconds. */
  tell(message: Message, action?: Notice["action"]): void {
    this.add({ message, bad: false, action });
  }

  /** Says why something was not done; stays until it is put away. */
  refuse(error: unknown): void {
    this.add({ message: failureOf(error).message, bad: true });
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  private add(notice: Omit<Notice, "id">): void {
    const id = ++this.last;
    // What is said again is not said twice: a search may be refused at each key.
    // What an older one would take back is no longer the last thing that was done.
    const isOver = (other: Notice) =>
      other.message.zh === notice.message.zh ||
      (notice.action !== undefined && other.action?.words.zh === notice.action.words.zh);
    const others = this.shown.filter((other) => !isOver(other));
    this.shown = [...others.slice(-2), { ...notice, id }];
    if (!notice.bad) setTimeout(() => this.dismiss(id), notice.action ? TO_ACT_MS : TO_READ_MS);
  }
}

/** What a writer reads of an error, also of one that nobody foresaw. */
export function failureOf(error: unknown): Failure {
  if (error instanceof Refused) return error.failure;
  const detail = String(error);
  return { code: "failed", message: { zh: `出错了：${detail}`, en: `It failed: ${detail}` }, detail };
}

export const notices = new Notices();
