// Short sentences at the foot of the window: what was done, what was refused.
import type { Message } from "../bindings";
import { Refused } from "../backend";

export type Notice = {
  id: number;
  message: Message;
  bad: boolean;
  action?: { words: Message; run: () => void };
};

class Notices {
  shown = $state<Notice[]>([]);
  private last = 0;

  /** Says something for a few seconds. */
  tell(message: Message, action?: Notice["action"]): void {
    this.add({ message, bad: false, action });
  }

  /** Says why something was not done; stays until it is put away. */
  refuse(error: unknown): void {
    const message =
      error instanceof Refused
        ? error.failure.message
        : { zh: `出错了：${error}`, en: `It failed: ${error}` };
    this.add({ message, bad: true });
  }

  dismiss(id: number): void {
    this.shown = this.shown.filter((notice) => notice.id !== id);
  }

  private add(notice: Omit<Notice, "id">): void {
    const id = ++this.last;
    this.shown = [...this.shown.slice(-2), { ...notice, id }];
    if (!notice.bad) setTimeout(() => this.dismiss(id), 6000);
  }
}

export const notices = new Notices();
