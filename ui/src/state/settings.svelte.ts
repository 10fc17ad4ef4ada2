// What the writer says once for the whole library: own names and speaking rate.
import { backend } from "../backend";
import type { Settings as Stored } from "../bindings";
import { notices } from "./notices.svelte";
import { tabs } from "./tabs.svelte";

/** Characters a minute: what is offered, and what a person can speak. */
export const USUAL_RATE = 180;
export const LEAST_RATE = 60;
export const MOST_RATE = 400;

/** How long a thousand characters take, in minutes. */
export function minutesOfThousand(rate: number): string {
  return (1000 / rate).toFixed(1);
}

/** A rate that a person can speak at. */
export function isRate(rate: number | null): rate is number {
  return rate !== null && Number.isInteger(rate) && rate >= LEAST_RATE && rate <= MOST_RATE;
}

/** Names out of what was typed: several in one go are told apart by 、 and the like. */
export function namesIn(typed: string): string[] {
  return typed.split(/[、，,；;\s]+/).filter((name) => name !== "");
}

class Settings {
  own = $state.raw<string[]>([]);
  rate = $state(USUAL_RATE);

  async load(): Promise<void> {
    try {
      const { own, rate } = await backend.settings();
      this.own = own;
      this.rate = rate;
    } catch (error) {
      notices.refuse(error);
    }
  }

  /** Stores them; false, and told, where that failed. */
  async save(wanted: Stored): Promise<boolean> {
    try {
      await backend.setSettings(wanted);
      this.own = wanted.own;
      this.rate = wanted.rate;
    } catch (error) {
      notices.refuse(error);
      return false;
    }
    for (const document of tabs.open) void document.refresh();
    return true;
  }
}

export const settings = new Settings();
