// The one door to the program behind the page. A refusal is thrown as `Refused`, with the
// sentence that the writer reads.
import {
  commands,
  events,
  type BlockId,
  type DataSheet,
  type Decision,
  type ExportProgress,
  type Failure,
  type FileDropped,
  type FieldEdit,
  type FilingEditRow,
  type Fix,
  type Followed,
  type HouseStyle,
  type ImportEnded,
  type ImportProgress,
  type JobId,
  type Kind,
  type OccasionRow,
  type PartSize,
  type PlanRow,
  type ProposalRow,
  type ReadingChoice,
  type Refiling,
  type ReturnedProposal,
  type Setting,
  type Settings,
  type SheetRow,
  type Source,
  type Speech,
  type UnitLists,
  type WantedRow,
} from "./bindings";

/** Why something was not done. Everything that was said to be saved is still saved. */
export class Refused extends Error {
  constructor(readonly failure: Failure) {
    super(failure.detail);
  }
}

export const backend = {
  openLibrary: () => ask(commands.openLibrary()),
  chooseLibrary: () => ask(commands.chooseLibrary()),
  documents: () => ask(commands.documents()),
  groups: () => ask(commands.groups()),
  watched: () => ask(commands.watched()),
  watchFolder: () => ask(commands.watchFolder()),
  unwatchFolder: (nth: number) => ask(commands.unwatchFolder(nth)),
  openDocument: (id: string) => ask(commands.openDocument(id)),
  import: (folder: boolean): Promise<JobId | null> => commands.import(folder),
  cancel: (job: JobId) => commands.cancel(job),
  importReports: () => ask(commands.importReports()),
  importReport: (report: string) => ask(commands.importReport(report)),
  saveImportReport: (report: string, chinese: boolean) => ask(commands.saveImportReport(report, chinese)),
  filings: (documents: string[]) => ask(commands.filings(documents)),
  fileDocuments: (documents: string[], edit: FilingEditRow) => ask(commands.fileDocuments(documents, edit)),
  refileDocuments: (edits: Refiling[]) => ask(commands.refileDocuments(edits)),
  collections: () => ask(commands.collections()),
  collected: (collection: string) => ask(commands.collected(collection)),
  renameCollection: (collection: string, name: string) => ask(commands.renameCollection(collection, name)),
  removeCollection: (collection: string, removed: boolean) =>
    ask(commands.removeCollection(collection, removed)),
  openOriginal: (document: string) => ask(commands.openOriginal(document)),
  reread: (document: string, encoding: string) => ask(commands.reread(document, encoding)),
  search: (query: string, kind: Kind | null, limit: number, turn: number) =>
    ask(commands.search(query, kind, limit, turn)),
  newDraft: (source: Source | null, date: string | null) => ask(commands.newDraft(source, date)),
  skeletons: (wanted: WantedRow) => ask(commands.skeletons(wanted)),
  shareMinutes: (parts: PartSize[], minutes: number) => commands.shareMinutes(parts, minutes),
  planDraft: (plan: PlanRow) => ask(commands.planDraft(plan)),
  take: (draft: Speech, source: Source) => ask(commands.take(draft, source)),
  paste: (draft: Speech, text: string, html: string) => commands.paste(draft, text, html),
  answer: (speech: Speech) => ask(commands.answer(speech)),
  typed: (speech: Speech, block: BlockId, at: number) => commands.typed(speech, block, at),
  setOccasion: (id: string, occasion: OccasionRow) => ask(commands.setOccasion(id, occasion)),
  readDay: (written: string, today: string) => ask(commands.readDay(written, today)),
  saveDraft: (id: string, speech: Speech) => ask(commands.saveDraft(id, speech)),
  fill: (speech: Speech, settings: Setting[], rows: SheetRow[]) => ask(commands.fill(speech, settings, rows)),
  editFields: (speech: Speech, edits: FieldEdit[]) => ask(commands.editFields(speech, edits)),
  facts: () => ask(commands.facts()),
  setFacts: (facts: SheetRow[]) => ask(commands.setFacts(facts)),
  offers: (document: string, speech: Speech) => ask(commands.offers(document, speech)),
  check: (document: string, speech: Speech) => ask(commands.check(document, speech)),
  takeFixes: (speech: Speech, fixes: Fix[]) => ask(commands.takeFixes(speech, fixes)),
  decide: (document: string | null, decision: Decision) => ask(commands.decide(document, decision)),
  undecide: (document: string | null, decision: Decision) => ask(commands.undecide(document, decision)),
  allChecks: () => commands.allChecks(),
  similar: (document: string, speech: Speech) => ask(commands.similar(document, speech)),
  rollForward: (document: string) => ask(commands.rollForward(document)),
  applyRollForward: (speech: Speech, proposals: ProposalRow[]) =>
    commands.applyRollForward(speech, proposals),
  ownWords: (document: string, speech: Speech) => ask(commands.ownWords(document, speech)),
  history: (draft: string) => ask(commands.history(draft)),
  revision: (draft: string, number: number) => ask(commands.revision(draft, number)),
  compareRevision: (draft: string, number: number, now: Speech) =>
    ask(commands.compareRevision(draft, number, now)),
  nameRevision: (draft: string, number: number, name: string) =>
    ask(commands.nameRevision(draft, number, name)),
  chooseReturned: (draft: string, speech: Speech) => ask(commands.chooseReturned(draft, speech)),
  droppedReturned: (draft: string, speech: Speech) => ask(commands.droppedReturned(draft, speech)),
  importDropped: () => commands.importDropped(),
  applyReturned: (speech: Speech, proposals: ReturnedProposal[]) => commands.applyReturned(speech, proposals),
  wentOut: (draft: string) => ask(commands.wentOut(draft)),
  nameDraft: (draft: string, name: string) => ask(commands.nameDraft(draft, name)),
  nameLast: (draft: string, name: string) => ask(commands.nameLast(draft, name)),
  chooseSheet: () => ask(commands.chooseSheet()),
  export: (speech: Speech, document: string, name: string, style: string) =>
    ask(commands.export(speech, document, name, style)),
  prompt: (speech: Speech, block: BlockId, at: number) => ask(commands.prompt(speech, block, at)),
  fullScreen: (on: boolean) => ask(commands.fullScreen(on)),
  looks: (style: string) => ask(commands.looks(style)),
  enlarge: (percent: number) => ask(commands.enlarge(percent)),
  fileNamePattern: () => ask(commands.fileNamePattern()),
  setFileNamePattern: (pattern: string) => ask(commands.setFileNamePattern(pattern)),
  namedFile: (document: string | null, pattern: string | null) => ask(commands.namedFile(document, pattern)),
  exportMany: (documents: string[], style: string, ending: string) =>
    ask(commands.exportMany(documents, style, ending)),
  printedPages: (speech: Speech, style: string) => ask(commands.printedPages(speech, style)),
  paging: (speech: Speech, style: string) => ask(commands.paging(speech, style)),
  lookAtPasted: (text: string, html: string) => ask(commands.lookAtPasted(text, html)),
  importPasted: (text: string, html: string, title: string, filing: FilingEditRow) =>
    ask(commands.importPasted(text, html, title, filing)),
  houseStyles: () => ask(commands.houseStyles()),
  houseStyle: (name: string) => ask(commands.houseStyle(name)),
  keepHouseStyle: (style: HouseStyle, insteadOf: string | null) =>
    ask(commands.keepHouseStyle(style, insteadOf)),
  deleteHouseStyle: (name: string) => ask(commands.deleteHouseStyle(name)),
  learnHouseStyle: () => ask(commands.learnHouseStyle()),
  sketchHouseStyle: (speech: Speech | null, style: HouseStyle, from: number) =>
    ask(commands.sketchHouseStyle(speech, style, from)),
  missingFonts: (style: HouseStyle) => ask(commands.missingFonts(style)),
  settings: () => ask(commands.settings()),
  setSettings: (settings: Settings) => ask(commands.setSettings(settings)),
  readingChoice: () => ask(commands.readingChoice()),
  setReadingChoice: (choice: ReadingChoice) => ask(commands.setReadingChoice(choice)),
  unitLists: () => ask(commands.unitLists()),
  setUnitLists: (lists: UnitLists) => ask(commands.setUnitLists(lists)),
  remembered: () => ask(commands.remembered()),
  remember: (value: string) => ask(commands.remember(value)),
  spelled: (words: string[], letters: string) => commands.spelled(words, letters),
  print: () => ask(commands.print()),
  close: () => commands.close(),
  stay: () => commands.stay(),

  onImportProgress: (hear: (progress: ImportProgress) => void) =>
    events.importProgress.listen((event) => hear(event.payload)),
  onImportEnded: (hear: (ended: ImportEnded) => void) =>
    events.importEnded.listen((event) => hear(event.payload)),
  onFollowed: (hear: (followed: Followed) => void) => events.followed.listen((event) => hear(event.payload)),
  onDataSheet: (hear: (sheet: DataSheet) => void) => events.dataSheet.listen((event) => hear(event.payload)),
  onExportProgress: (hear: (progress: ExportProgress) => void) =>
    events.exportProgress.listen((event) => hear(event.payload)),
  onFileDropped: (hear: (file: FileDropped) => void) =>
    events.fileDropped.listen((event) => hear(event.payload)),
  onDropHover: (hear: (over: boolean) => void) =>
    events.dropHover.listen((event) => hear(event.payload.over)),
  onFailed: (hear: (failure: Failure) => void) =>
    events.failed.listen((event) => hear(event.payload.failure)),
  onClosing: (hear: () => void) => events.closing.listen(() => hear()),
};

type Answered<T> = { status: "ok"; data: T } | { status: "error"; error: Failure };

async function ask<T>(answered: Promise<Answered<T>>): Promise<T> {
  const answer = await answered;
  if (answer.status === "error") throw new Refused(answer.error);
  return answer.data;
}
