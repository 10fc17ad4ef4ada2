// What the checks find in a draft: asked a while after each change, drawn on the sheet, and
// what the writer has decided on it. Nothing is asked or drawn under a composition.
import type { Checked, Decision, DecisionRow, FindingRow, Speech } from "../bindings";
import { backend, Refused } from "../backend";
import { kept } from "./kept";

/** What is looked at, and what draws the findings. */
export type Looked = {
  id: string;
  speech: () => Speech;
  composing: () => boolean;
  draw: (findings: FindingRow[], inHand: FindingRow | null) => void;
};

/** Milliseconds of quiet after which the text is looked at. */
const QUIET = 500;

/** How many findings are marked at once, and milliseconds until the next are. */
const AT_ONCE = 30;
const BETWEEN = 20;

/** The check whose findings the fields pane lists, each fact once. */
const UNFILLED = "unfilled-slot";

/** Wrong as it stands, or as a rule: not a mere proposal. */
export function isLoud(finding: FindingRow): boolean {
  return finding.severity !== "hint";
}

/** The same check found the same words, and proposes the same. */
export function alike(one: FindingRow, other: FindingRow): boolean {
  return (
    one.check === other.check &&
    one.quote.text === other.quote.text &&
    one.suggestion === other.suggestion &&
    one.field === other.field
  );
}

export class Checking {
  /** What is to be looked at, in the order of the text; slots to be filled left out. */
  findings = $state.raw<FindingRow[]>([]);
  /** What the writer doesn't want to hear of. */
  decisions = $state.raw<DecisionRow[]>([]);
  /** The text was looked at once. */
  isDone = $state(false);

  private held = $state.raw<FindingRow | null>(null);
  /** Those that are marked on the sheet. */
  private marked = new Set<FindingRow>();
  private marking: ReturnType<typeof setTimeout> | undefined;
  private turn = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(private readonly looked: Looked) {}

  /** The finding in hand: framed on the sheet, opened in the pane. */
  get inHand(): FindingRow | null {
    return this.held;
  }

  set inHand(finding: FindingRow | null) {
    if (this.held === finding) return;
    this.held = finding;
    this.mark(Infinity);
  }

  /** Those that are errors or warnings. */
  get loud(): FindingRow[] {
    return this.findings.filter(isLoud);
  }

  /** The text has changed. */
  soon(): void {
    this.turn += 1;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.now(), QUIET);
  }

  /** Looks at the text as it is now. */
  async now(): Promise<void> {
    clearTimeout(this.timer);
    if (this.looked.composing()) return this.soon();
    const turn = ++this.turn;
    let checked: Checked;
    try {
      checked = await backend.check(this.looked.id, this.looked.speech());
    } catch (error) {
      // What is drawn stays as it was, and the next change asks again.
      if (error instanceof Refused) return;
      throw error;
    }
    // What has changed since is asked for by whoever changed it.
    if (turn !== this.turn) return;
    if (this.looked.composing()) return this.soon();
    this.show(checked);
  }

  /** The next finding, or the one before (-1); around at the end. Nothing where there is none. */
  step(by: 1 | -1): FindingRow | null {
    const n = this.findings.length;
    if (n === 0) return null;
    const at = this.held ? this.findings.indexOf(this.held) : by > 0 ? -1 : n;
    return this.findings[(at + by + n) % n]!;
  }

  /** Keeps a decision, and looks again. */
  async decide(decision: Decision, everywhere: boolean): Promise<void> {
    await backend.decide(everywhere ? null : this.looked.id, decision);
    await this.now();
  }

  /** Takes a decision back, and looks again. */
  async undecide({ decision, everywhere }: DecisionRow): Promise<void> {
    await backend.undecide(everywhere ? null : this.looked.id, decision);
    await this.now();
  }

  private show({ findings, decisions }: Checked): void {
    const before = this.held;
    const at = before ? this.findings.indexOf(before) : -1;
    const listed = findings.filter((finding) => finding.check !== UNFILLED);
    this.findings = kept(this.findings, listed);
    this.decisions = decisions;
    this.isDone = true;
    // The same one stays in hand; where it is gone, the one that has come to its place.
    const same =
      before && this.findings.find((one) => alike(one, before) && one.quote.block === before.quote.block);
    this.held = before ? (same ?? this.findings[Math.min(at, this.findings.length - 1)] ?? null) : null;
    this.mark(AT_ONCE);
  }

  /** Marks so many more, and goes on a moment later: of hundreds, each piece is drawn between two keys. */
  private mark(more: number): void {
    clearTimeout(this.marking);
    let left = more;
    const list = this.findings.filter((finding) => this.marked.has(finding) || left-- > 0);
    this.marked = new Set(list);
    this.looked.draw(list, this.held);
    if (list.length === this.findings.length) return;
    this.goOn(this.turn, BETWEEN);
  }

  /** Marks more in a moment, where the text still is what was looked at: it is known where they stand. */
  private goOn(turn: number, wait: number): void {
    this.marking = setTimeout(() => {
      if (turn !== this.turn) return;
      if (this.looked.composing()) this.goOn(turn, QUIET);
      else this.mark(AT_ONCE);
    }, wait);
  }
}
