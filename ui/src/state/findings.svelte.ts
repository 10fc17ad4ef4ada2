// The findings of the draft in front: how they are listed, and what is done about the one in
// hand. What the program refuses is told.
import type { CheckRow, Decision, FieldEdit, FindingRow, Group, Message } from "../bindings";
import { backend } from "../backend";
import { words } from "../words";
import { alike } from "./checking.svelte";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { layout } from "./layout.svelte";
import { notices } from "./notices.svelte";
import { right } from "./right.svelte";
import { tabs } from "./tabs.svelte";

/** Findings that are listed together. */
export type FindingGroup = { id: string; name: Message; findings: FindingRow[] };

/** How far an answer of “not that” goes. */
export type Ignoring = "here" | "words" | "off" | "offEverywhere";

/** A name that stands in the open, and the field that masks it elsewhere. */
export type Masked = { text: string; findings: FindingRow[] };

const GROUPS = Object.keys(words.findings.groups) as Group[];

/** By what sort of fault they are, what was left over first. */
export function byGroup(findings: FindingRow[]): FindingGroup[] {
  const groups = GROUPS.map((group) => ({
    id: group,
    name: words.findings.groups[group],
    findings: findings.filter((finding) => finding.group === group),
  }));
  return groups.filter((group) => group.findings.length > 0);
}

/** By the outermost section that they stand in, in the order of the text. */
export function bySection(document: OpenDocument): FindingGroup[] {
  const groups = new Map<string, FindingGroup>();
  for (const finding of document.checking.findings) {
    const { id, name } = sectionOf(document, finding);
    const group: FindingGroup = groups.get(id) ?? { id, name, findings: [] };
    group.findings.push(finding);
    groups.set(id, group);
  }
  return [...groups.values()];
}

/** The outermost section that a finding stands in, by its heading. */
export function sectionOf({ answer }: OpenDocument, finding: FindingRow): { id: string; name: Message } {
  const at = answer.blocks.findIndex((block) => block.block === finding.quote.block);
  const section = answer.sections.find((one) => one.level === 1 && at >= one.start && at < one.end);
  if (!section) return { id: "", name: words.findings.head };
  const heading = section.numeral + section.text;
  return { id: String(section.block), name: { zh: heading, en: heading } };
}

class Findings {
  /** They are listed by section, not by kind. */
  bySection = $state(false);
  /** What each check is about, once it was asked for. */
  checks = $state.raw<CheckRow[]>([]);
  /** The check that its help is opened at. */
  explained = $state<string | null>(null);

  groups = $derived.by(() => {
    const document = tabs.front;
    if (!document?.editable) return [];
    return this.bySection ? bySection(document) : byGroup(document.checking.findings);
  });

  /** Names in the open beside a field that masks them, by field. */
  masked = $derived.by(() => {
    const masked = new Map<number, Masked>();
    for (const finding of tabs.front?.checking.loud ?? []) {
      if (finding.field === null) continue;
      const known = masked.get(finding.field);
      if (known) known.findings.push(finding);
      else masked.set(finding.field, { text: finding.quote.text, findings: [finding] });
    }
    return masked;
  });

  /** Goes to the next finding, or to the one before (-1). */
  async step(by: 1 | -1): Promise<void> {
    const document = tabs.front;
    if (!document?.checking.isDone) await document?.checking.now();
    const finding = document?.checking.step(by);
    if (finding) this.open(finding);
  }

  /** Shows the pane with a finding in hand. */
  open(finding: FindingRow): void {
    layout.show("rightShown");
    right.pane = "findings";
    tabs.front?.showFinding(finding);
  }

  /** Does what the finding in hand proposes; for all alike, if so. */
  async take(all: boolean): Promise<void> {
    const finding = tabs.front?.checking.inHand;
    if (!tabs.front || !finding) return;
    const { findings } = tabs.front.checking;
    await this.done(tabs.front, all ? findings.filter((one) => alike(one, finding)) : [finding]);
  }

  /** Makes names in the open slots of the field that masks them elsewhere. */
  async join({ findings }: Masked): Promise<void> {
    if (tabs.front) await this.done(tabs.front, findings);
  }

  /** Lets the finding in hand be. */
  async ignore(how: Ignoring): Promise<void> {
    const finding = tabs.front?.checking.inHand;
    if (finding) await this.decide(finding, how);
  }

  /** Lets names in the open be, in the whole library: they are meant. */
  async leave({ findings }: Masked): Promise<void> {
    const [first] = findings;
    if (first) await this.decide(first, "words");
  }

  /** Shows what the checks look for, and one of them opened. */
  async explain(check: string | null): Promise<void> {
    try {
      if (this.checks.length === 0) this.checks = await backend.allChecks();
      this.explained = check;
      dialogs.show("checks");
    } catch (error) {
      notices.refuse(error);
    }
  }

  private async done(document: OpenDocument, findings: FindingRow[]): Promise<void> {
    const [first] = findings;
    if (!first) return;
    try {
      if (first.suggestion !== null) await document.takeFixes(findings);
      else if (first.field !== null) await document.editFields([joining(first.field, findings)]);
      const { inHand } = document.checking;
      if (inHand) document.showFinding(inHand);
    } catch (error) {
      notices.refuse(error);
    }
  }

  private async decide(finding: FindingRow, how: Ignoring): Promise<void> {
    const everywhere = how === "words" || how === "offEverywhere";
    try {
      await tabs.front?.checking.decide(decision(finding, how), everywhere);
    } catch (error) {
      notices.refuse(error);
    }
  }
}

function joining(field: number, findings: FindingRow[]): FieldEdit {
  return { join: { field, words: findings.map((finding) => finding.quote) } };
}

function decision({ check, quote: { text, block } }: FindingRow, how: Ignoring): Decision {
  if (how === "here") return { what: "here", check, text, block };
  return how === "words" ? { what: "words", check, text } : { what: "off", check };
}

export const findings = new Findings();
