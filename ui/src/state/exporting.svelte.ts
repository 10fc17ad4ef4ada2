// Handing in: the draft in front becomes a file.
import { backend } from "../backend";
import type { Message, StyleRow, WrongStyle } from "../bindings";
import { dialogs } from "./dialogs.svelte";
import type { OpenDocument } from "./document.svelte";
import { say } from "./language.svelte";
import { layout } from "./layout.svelte";
import { notices } from "./notices.svelte";
import { fields } from "./fields.svelte";
import { tabs } from "./tabs.svelte";
import { words } from "../words";

class Exporting {
  /** The house styles that there are. */
  styles = $state.raw<StyleRow[]>([]);
  /** The files of house styles that can't be used. */
  wrong = $state.raw<WrongStyle[]>([]);
  /** The writer is being asked where to, or the file is being written. */
  busy = $state(false);

  get enabled(): boolean {
    return tabs.front !== null && !this.busy;
  }

  /** What a draft should not go out with: fields that are open, errors and warnings. */
  left = $derived.by(() => {
    const document = tabs.front;
    const loud = document?.editable ? document.checking.loud : [];
    const open = document?.editable ? fields.open : 0;
    const errors = loud.filter((finding) => finding.severity === "error").length;
    return { count: open + loud.length, open, errors, warnings: loud.length - errors };
  });

  async load(): Promise<void> {
    const { styles, wrong } = await backend.houseStyles();
    this.styles = styles;
    this.wrong = wrong;
    // The style that was exported in last is gone, or its file can't be used any more.
    if (!styles.some((row) => row.name === layout.style)) layout.style = "speech";
  }

  /** What a house style is called. */
  titleOf(name: string): Message {
    return this.styles.find((row) => row.name === name)?.title ?? { zh: name, en: name };
  }

  /** Saves the document in front and writes it as a file; first shows what is left in it, if anything is. */
  run(): Promise<void> {
    return this.once(async (document) => {
      await fields.commit();
      if (!document.editable) return this.write(document);
      // Goes on where saving failed: then the file is all the more wanted.
      await document.save();
      await document.checking.now();
      if (this.left.count > 0) dialogs.show("beforeExport");
      else await this.write(document);
    });
  }

  /** Writes it although something is left. */
  anyway(): Promise<void> {
    dialogs.close();
    return this.once((document) => this.write(document));
  }

  /** Prints the list of what is left. */
  async print(): Promise<void> {
    try {
      await backend.print();
    } catch (error) {
      notices.refuse(error);
    }
  }

  private async write(document: OpenDocument): Promise<void> {
    const done = await backend.export(
      document.speech,
      document.id,
      document.editable ? await backend.namedFile(document.id, null) : fileName(document.title),
      layout.style,
    );
    if (!done) return;
    if (document.editable) await backend.wentOut(document.id);
    const fill = { words: words.exporting.fill, run: () => fields.step(1) };
    const message = words.exporting.done(done.file, done.folder, done.open.length);
    notices.tell(message, document.editable && done.open.length ? fill : undefined);
    // Said in one, lest they push the other notices away.
    const join = (language: "zh" | "en") => done.warnings.map((warning) => warning[language]).join("；");
    if (done.warnings.length > 0) notices.tell({ zh: join("zh"), en: join("en") });
  }

  private async once(act: (document: OpenDocument) => Promise<void>): Promise<void> {
    const document = tabs.front;
    if (!document || this.busy) return;
    this.busy = true;
    try {
      await act(document);
    } catch (error) {
      notices.refuse(error);
    } finally {
      this.busy = false;
    }
  }
}

/** A title as the name of a file, without what systems don't allow in one. */
function fileName(title: string): string {
  return title.replace(/[\\/:*?"<>|\s]+/g, " ").trim() || say(words.untitled);
}

export const exporting = new Exporting();
