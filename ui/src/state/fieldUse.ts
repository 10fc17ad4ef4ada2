// A field of the text with the places where it stands, as the panes list them.
import type { Answer, Field, FieldAnswer } from "../bindings";
import { kept } from "./kept";

/** A field with the places where it stands. */
export type FieldUse = { field: Field; place: FieldAnswer };

/** Makes the uses; the same one as long as field and places are the same, so that its line stays as it is drawn. */
export class FieldUses {
  private readonly known = new WeakMap<FieldAnswer, FieldUse>();

  /** Those that have a slot, in the order of the text. */
  of(all: Field[], places: FieldAnswer[]): FieldUse[] {
    const fields = new Map(all.map((field) => [field.id, field]));
    return places.flatMap((place) => {
      const field = fields.get(place.field);
      return field ? [this.use(field, place)] : [];
    });
  }

  private use(field: Field, place: FieldAnswer): FieldUse {
    const known = this.known.get(place);
    if (known?.field === field) return known;
    const use = { field, place };
    this.known.set(place, use);
    return use;
  }
}

/** An answer whose lists are those of the one before, as far as they say the same. */
export function keptAnswer(before: Answer, now: Answer): Answer {
  return {
    ...now,
    blocks: kept(before.blocks, now.blocks),
    sections: kept(before.sections, now.sections),
    fields: kept(before.fields, now.fields),
    sources: kept(before.sources, now.sources),
  };
}
