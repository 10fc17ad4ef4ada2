// Which dialog is open; at most one is.

export type DialogName =
  | "palette"
  | "keys"
  | "importReport"
  | "settings"
  | "field"
  | "leave"
  | "beforeExport"
  | "checks"
  | "rollForward"
  | "history"
  | "exportMany"
  | "returned"
  | "dropped"
  | "following"
  | "filing"
  | "reread"
  | "unitLists"
  | "occasion"
  | "reading"
  | "planning"
  | "borrowed"
  | "facts"
  | "houseStyles"
  | "prompter"
  | "pasting"
  | "version";

class Dialogs {
  front = $state<DialogName | null>(null);

  show(name: DialogName): void {
    this.front = name;
  }

  close(): void {
    this.front = null;
  }
}

export const dialogs = new Dialogs();
