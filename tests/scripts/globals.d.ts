/** What the scripts of the site share: the types of what each puts into the window for the others. */

interface Window {
  gongbaoWords: Words;
  gongbaoShared: Shared;
  gongbaoTools: Tools;
  gongbaoSearch: Search;
}

/** The words of the interface, in the language of the site; written by `make words`. */
interface Words {
  /** As `theme.language` names it: zh, zh-Hant, en. */
  language: string;
  /** The message of a key with values in its places; the first number is a count and decides the form. */
  say(key: string, values?: Record<string, string | number>): string;
  /** Add the messages of a further file. */
  add(messages: Record<string, string | string[]>): void;
}

/** What Python and the scripts must read alike: shared.js, which tests/scripts/make_shared.py writes. */
interface Shared {
  /** Expression of a character that vanishes when texts are compared, and of one that becomes a mark. */
  blank: string;
  punctuation: string;
  mark: string;
  /** The blank between words, which becomes a mark. */
  between: string;
  /** What ends a name in a line that also has its post; nothing is found across it. */
  end: string;
  /** Pairs of a character and the one that takes its place. */
  variants: string;
  /** The Chinese figures in their order, 〇 first. */
  figures: string;
  /** Chinese digits and units with their values. */
  digits: Record<string, number>;
  units: Record<string, number>;
  year: string;
  /** What readers type around what they look for: words of questions, longest first; characters that follow a number in
   *  either writing; names of gazettes; ends of the titles of laws; what a date and an issue are written with. */
  asked: {
    questions: string[]; measures: string; gazettes: string[]; laws: string[]; day: string[];
    issue: { before: string; all: string; after: string };
  };
  /** The language of the gazettes, as BCP 47 names it. */
  language: string;
  /** What is before and behind the serial number of a document, and the number of an article. */
  serial: { before: string; after: string };
  article: { before: string; after: string; traditional: string; sub: string };
  /** State of validity as addresses of older builds have it → as the index and the keys of words have it. */
  states: Record<string, string>;
  /** What a reference is written with: how many authors are named, what takes the place of the others, marks of kind and
   *  medium, the editions of GB/T 7714, and what prints a sign that means something to TeX. */
  reference: {
    most: number; others: string; kind: string; online: string;
    editions: Record<number, Edition>; tex: Record<string, string>;
  };
  /** Expressions of a cell that a spreadsheet takes for a formula, and of one that is a number nevertheless. */
  cells: { formula: string; number: string };
}

/** A date of CSL-JSON: year, month and day as far as they are known. */
interface CslDate { "date-parts": number[][] }

/** An item of CSL-JSON as generator/reference/csl_item.py makes it. */
interface CslItem {
  [name: string]: unknown;
  id: string;
  title: string;
  "container-title": string;
  author?: { literal: string }[];
  number?: string;
  issue?: string;
  page?: string;
  publisher?: string;
  language: string;
  URL?: string;
  accessed?: CslDate;
}

/** What depends on the edition of GB/T 7714. */
interface Edition { comma: string; colon: string; brackets: string; showsAccess: boolean; guessesYear: boolean }

/** What is on every page, and what the scripts of some pages add. */
interface Tools {
  /** What is stored under a name; null when nothing is or storage is forbidden. */
  stored(name: string): string | null;
  store(name: string, value: string): void;
  /** A new element with attributes and children. */
  make<Name extends keyof HTMLElementTagNameMap>(
    name: Name, attributes?: Record<string, string>, ...children: (Node | string)[]
  ): HTMLElementTagNameMap[Name];
  /** A new button. */
  button(text: string, act: () => void, attributes?: Record<string, string>): HTMLButtonElement;
  /** Let a button show and hide a panel; Escape closes it from anywhere and gives the focus back. */
  disclosure(button: HTMLElement, panel: HTMLElement, hides: boolean): void;
  /** Load scripts of this folder, each once and in this order. */
  load(names: string[]): Promise<unknown>;
  /** A day in the language of the site; also one that the calendar does not have. */
  writeDay(year: number, month: number, day: number): string;
  today(): string;
  /** The day of the reader's clock: 2026-01-09. */
  dayOf(date: Date): string;
  /** Validity on a day by the dates that the document itself gives, "" or 0 for none. */
  stateOn<Day extends string | number>(today: Day, from: Day, until: Day): "expired" | "pending" | "term" | "begun";
  /** Say of the documents in boxes what the page has written for the state that this day gives them. */
  bringUpToDate(boxes: NodeListOf<Element> | Element[], today: string): void;

  /** The number of 12, １２, 十二, 一百二十, 一二; NaN when it is none. */
  readNumeral(text: string): number;
  /** End of the anchor and title of an article: art-4-1 and 第四条之一 for 四条之一, 4之1; null when it is none. */
  readArticle(text: string): { anchor: string; title: string } | null;
  /** Lead to the article that is asked for; the place of the instrument that is read among the titles, -1 for none. */
  leadTo(input: HTMLInputElement, read: number): void;
  /** A text in quotation marks; “…” in it become ‘…’, and ‘…’ in those “…” (GB/T 15834, 4.8). */
  quote(text: string): string;
  /** The words of an element without inner lists and tools. */
  wordsOf(element: Element, without?: string): string;
  /** Whether an element begins before another one. */
  isBefore(element: Node, other: Node): boolean;
  /** The parts of the text itself, from the title to the source line, without facts, notes and links around it. */
  readable(article: Element, selector: string): Element[];
  /** A text in pieces that no voice breaks off: whole sentences, no longer than they must be. */
  cutForVoice(text: string): string[];
  /** Read the document aloud from what is in sight. */
  speak(): void;

  /** A text as Chinese print has its marks of punctuation, each in its place. */
  showMarks(text: string): string;
  /** What is made of the page while it shows the marks of the source; there where marks are shown otherwise. */
  asPrinted?<Made>(act: () => Made): Made;

  /** The reference to an item by an edition of GB/T 7714, and the item as BibTeX and RIS, as generator/reference writes them. */
  writeReference(item: CslItem, year: number): string;
  writeBibtex(item: CslItem): string;
  writeRis(item: CslItem): string;
  /** Every form of an item, by the ending of its file. */
  writeForms(item: CslItem): Record<"2025.txt" | "2015.txt" | "bib" | "ris" | "json", string>;
  /** The printed page of a source line, 5 or 5-6, by the pairs of a document (12:5 25:5-6); empty where it is not known. */
  pageOfLine(pages: string, line: number): string;
  /** Put text on the clipboard, in the older way where the newer one is not allowed, and say that it is done. */
  copy(text: string, done: string): void;
  /** The item of the page, with the day and the address of the reader. */
  cited(): CslItem;
  /** Fill the box of the page with that and put its buttons there; the forms. */
  refer(): ReturnType<Tools["writeForms"]>;
  /** Put the reference by GB/T 7714—2025 on the clipboard. */
  copyForm(forms: ReturnType<Tools["writeForms"]>): void;
  /** Fill the box with which a document is shared, and put its buttons there. */
  share(box: HTMLElement): void;

  /** Say something to those who look and to those who listen. */
  announce(text: string): void;
  /** Show or hide the tools of the paragraphs. */
  cite(toggle: HTMLElement): void;

  /** Hand a text over as a file of this name and type. */
  saveFile(name: string, text: string, type: string): void;
  /** Hand a table over as a file named after it. */
  saveTable(table: HTMLTableElement, name: string): void;
  /** Let a table take the width of the window, or that of the text again; Escape does the latter. */
  widen(region: Element, button: HTMLElement): void;
  /** A document as plain text (txt) or Markdown (md), as the program in Python writes it. */
  writeForm(data: DocumentData, ending: string): string;
  /** Load the JSON of a document and let the reader save it in one of these forms. */
  saveForm(address: string, ending: string): Promise<void>;

  /** Text for comparison: no blanks, no difference of width, case and form. */
  foldCell(text: string): string;
  /** A cell that no spreadsheet takes for a formula; numbers and lone signs stay. */
  safeCell(text: string): string;
  /** CSV as RFC 4180 writes it, with the mark by which spreadsheets know UTF-8. */
  writeCsv(grid: string[][]): string;
  /** The cells of a table as rows of text; a merged cell is in its first place, the others are empty. */
  readGrid(table: HTMLTableElement): string[][];
}

/** What the JSON of a document has that its other forms are made of: generator/forms/document_json.py. */
interface DocumentData {
  id: string;
  head: string | null;
  title: string;
  number: string | null;
  parts: FormPart[];
  elements: { text: string; part: number | null; block: number | null }[];
  framed: { part: number; block: number; text: string }[];
  outline: { part: number; block: number | null; level: number }[];
}

interface FormPart { label: string | null; title: string | null; blocks: FormBlock[] }

interface FormBlock {
  type: string;
  kind?: string | null;
  text?: string;
  caption?: string | null;
  header?: string[][];
  rows?: string[][];
  group?: number;
  groups?: { role: string | null; label?: string; members: { name: string; post: string | null }[] }[];
}

/** How the parts of a document are written in a form. */
interface FormWriter {
  title(text: string): string;
  text(text: string): string;
  part(text: string): string;
  heading(text: string, level: number): string;
  table(rows: string[][], hasHeader: boolean): string;
  persons(persons: string[]): string;
  between: string;
}

/** The parts of a short address: n/prefix/year/serial/. */
interface Short { prefix: string; year: string; serial: string }

/** A place in a text: from, until. */
type Place = [from: number, until: number];

/** A folded text, and for each of its units the place in the text that it comes from. */
interface Folded { text: string; places: number[] }

interface Query {
  text: string;
  /** Groups of which each must be in a document with one of its words. A word in ASCII quotation marks is exact. */
  all: string[][];
  /** Words that must not be in it. */
  none: string[];
  isNumber?: boolean;
}

/** The parts of a document number; doubtful, as other words end in digits too. */
interface DocumentNumber { prefix: string; year: number; serial: number; isDoubtful: boolean }

/** Number of the gazette, year, number, hash of its texts ("" where they are in packs), count of documents, their numbers
 * in the index or the first of them; their ids, and the name of the issue, where they do not follow from these. */
type Issue = [
  publication: number, year: number, number: number, hash: string, count: number, numbers: number | number[],
  ids?: string[], name?: string,
];

/** A range of the index: numbers of documents in a row, with shards of their own. */
interface IndexRange {
  /** The number of the first. */
  first: number;
  /** How many shards there are; a power of two. */
  shards: number;
  /** The hash of each page of the directory of the shards, or of each pack. */
  pages: string[];
  /** How many units the directory in each pack has. */
  lengths: number[];
  /** The hashes of the columns and of the document numbers. */
  columns: string;
  numbers: string;
  /** The documents by their numbers, -1 for one that is not there any more. */
  documents: number[];
}

/** What the file of the manifest holds. */
interface LoadedManifest extends Omit<Manifest, "places" | "ranges"> {
  /** Hashes have eight digits; those of the pages are in one row. */
  ranges: [size: number, shards: number, pages: string, lengths: string, columns: string, numbers: string][];
}

interface Manifest {
  documents: number;
  /** Up to how many documents are proven in their texts before they are counted. */
  proven: number;
  /** Of a gazette that is published elsewhere also the address of its issues there, and what that of a document ends in. */
  publications: [id: string, title: string, region: string, folder?: string, end?: string][];
  /** Whether texts and shards are in packs, parts of which are loaded. */
  packed?: boolean;
  /** Whether documents have no texts here, but a line each in a file that several issues share. */
  brief?: boolean;
  issues: Issue[];
  /** Where each document is: its place in its issue, and among all that share the file of its issue. */
  places: { issue: Issue; nth: number; line: number }[];
  variants: string;
  ranges: IndexRange[];
  files: Record<string, string>;
  /** The pack of what leads on: its path, the length of its directory, the number of buckets. */
  ways?: [path: string, length: number, buckets: number];
  /** What the address of a document ends in. */
  end: string;
}

/** A pack, the name of its directory, and how many units that has. */
interface Pack { path: string; directory: string; length: number }

/** Where a text is: the name of its pieces but for their number, and how many members of the pack come before them. */
interface TextPlace extends Pack { name: string; before: number }

/** Takes bits, the low ones of each byte first; align leaves those out that are left of a byte. */
interface Bits { take(count: number): number; align(): void }

/** A canonical code of Huffman: how many symbols have each length, and the symbols in the order of their codes. */
interface Code { counts: number[]; symbols: number[] }

/** Bytes of a pack that somebody waits for. */
interface Wanted { from: number; until: number; resolve(bytes: Uint8Array): void; reject(error: unknown): void }

/** What results are filtered and sorted by, a value a document. */
interface Columns {
  facets: Record<string, string[]>;
  dates: number[];
  /** The printed days from which and until which a document is in force, 0 for none. */
  terms: number[][];
  sizes: number[];
  /** The id of the issue of each document. */
  issues: string[];
  /** Whether documents have no texts here, as in the manifest. */
  brief?: boolean;
}

interface Numbers { prefixes: string[]; years: number[]; serials: number[] }

/** A piece of the text of a document: stretches of lines with anchor and label. */
interface Piece { title: string; number: string; parts: [anchor: string, label: string, text: string][] }

/** A word while it is looked up. */
interface Word {
  /** Folded, and also without marks. */
  typed: string;
  text: string;
  /** Whether it is found only as it is typed. */
  isExact: boolean;
  /** The pairs by which it is looked up, and how many of them are known. */
  grams: string[];
  known: number;
  /** The zones in which these are as typed, and in which they are but for punctuation. */
  strict: Uint8Array;
  masks: Uint8Array;
  /** How many documents may have it. */
  holders: number;
}

/** Where a word is: a piece of the text, or -1 for the title; and whether as it was typed. */
interface Found { at: number; isStrict: boolean }

interface Item { document: number; rank: number; weight: number }

interface Result {
  query: Query;
  columns: Columns;
  groups: Word[][];
  none: Word[];
  /** Documents whose number the query is. */
  numbered: Set<number>;
  order: Item[];
  /** Whether the texts of the documents have to be looked into, and what that gave or will give. */
  needsProof: boolean;
  proofs: Map<number, number | null>;
  /** Whether a document that was looked into has every word as it was typed. */
  strict: Map<number, boolean>;
  checks: Map<number, Promise<number | null>>;
  /** Whether the count was certain when it was found. */
  exact: boolean;
}

interface Suggestion { document: number; title: string; number: string }

/** A line of a text with the words in it. */
interface Line { anchor: string; label: string; text: string; places: Place[] }

type FacetName = "gazette" | "region" | "issuer" | "year" | "topic" | "kind" | "column" | "status";

/** What an address asks for. */
interface State {
  text: string;
  from: string;
  until: string;
  /** The id of the only issue that is searched, or nothing. */
  issue: string;
  /** Nothing, or "date": the newest first. */
  sort: string;
  chosen: Record<FacetName, string[]>;
}

/** Called with the field that was changed. */
type Change = (name: string, value: string) => void;

/** A date that is asked for; of a month the day is 0. */
interface Asked { year: number; month: number; day: number }

/** An issue as generator/search/ways/ways_pack.py writes it. */
type IssuePlace = [gazette: number, address: string, name: string, year: number, numbers: number[], serials: number[],
  published: number, documents: number];

/** What is cited and not held, as generator/search/ways/cited_entries.py writes it. */
type CitedEntry = [key: string, id: string, name: string, number: string, count: number, page: string,
  words: string];

/** What is near a query: documents in order, words to be marked, words that were meant, other queries that find some. */
interface Near {
  documents: number[]; words: string[]; meant: string[]; others: string[]; kind: "near" | "weak" | "sound";
}

interface Search {
  // search-asked.js
  /** The whole number that is written in figures or in words; NaN where it is none. */
  readWhole(text: string): number;
  /** The date that a text is, in any notation: 2020-08-13, 2020年8月, 二〇二〇年八月十三日; null where it is none. */
  readDate(text: string): Asked | null;
  /** A date as texts print it, in all notations; a text that is none as it is. */
  notations?(text: string): string[];
  writeAsked(date: Asked): string;
  /** The documents of the date that a text is; null where it is none. */
  dated(text: string): Promise<number[] | null>;
  /** A text with its numbers in the other writing, where it has any that are written in both. */
  otherNumerals(text: string): string[];
  isLaw(text: string): boolean;
  /** Whether something may lead on from a query beside its results. */
  mayLead(text: string, result: Result): boolean;
  /** What leads on from a query, to be shown above its results; nothing for most. */
  ways(text: string, result: Result): Promise<HTMLElement[]>;
  /** A member of the pack of generator/search/ways; null where an index has none. */
  member(name: string): Promise<any>;

  // search-ways.js
  /** The issue that a text asks for: 淄川 2021 第4期, 总第20期; null where it asks for none. */
  readIssue(text: string): { year: number; serial: number; number: number; words: string[] } | null;
  leadOn(text: string, result: Result): Promise<HTMLElement[]>;
  /** The letters of a query in 拼音, with or without tones; nothing where it is another one. */
  lettersOf(text: string): string;
  /** Documents whose titles, gazettes, places or issuers are spelt so, and the words of these that are. */
  bySound(letters: string): Promise<{ documents: number[]; words: string[] }>;

  // search-near.js
  nearest(text: string): Promise<Near>;
  /** What is near a query that finds nothing: what is said of it, what may have been meant, the documents. */
  showNearest(text: string): Promise<{ said: string; questions: HTMLElement[]; list: HTMLElement[] }>;

  // search-fold.js
  /** Teach characters, each followed by the one that takes its place. */
  learn(pairs: string): void;
  foldPlaces(text: string): Folded;
  /** The text as it is compared. */
  fold(text: string): string;
  /** A folded text without the marks of punctuation, and without those at its ends. */
  bare(plain: string): string;
  trim(plain: string): string;
  /** Whether a word of a query is exact, the word itself, and the word as an exact one. */
  isExact(word: string): boolean;
  plainWord(word: string): string;
  exactly(word: string): string;
  parse(text: string): Query;
  /** The words of a query as they are typed, a phrase in quotation marks as one. */
  tokens(text: string): string[];
  /** Every word that a document is asked to hold. */
  wanted(query: Query): string[];
  /** The parts of a number in any notation, or null: 云政办发2020 32, 〔2020〕32号, 32号; doubtful: 云政办发32. */
  readNumber(text: string): DocumentNumber | null;
  /** A document number as a folded text has it. */
  writeNumber(prefix: string, year: number, serial: number): string;

  // search-inflate.js
  /** What some bytes of deflate (RFC 1951) were; what follows their end is nothing. */
  inflate(bytes: Uint8Array): Uint8Array;

  // search-load.js
  root: string;
  add(name: string, value: unknown): void;
  /** The value of a script below data/search/, loaded once. */
  load(name: string, path: string): Promise<any>;
  /** The value of a member of a pack, of which it has these bytes. */
  part(path: string, name: string, from: number, until: number): Promise<any>;

  // search-codes.js
  countZones(mask: number): number;
  /** A column of numbers, and one that was written as differences. */
  column(text: string): number[];
  sums(text: string): number[];
  /** Note the zones of each document in which a gram is, as a shard of some documents writes them. */
  postings(text: string, documents: number[], masks: Uint8Array): void;

  // search-data.js
  /** A member of a pack, in which a directory of the lengths of all comes first. */
  memberOf(pack: Pack, nth: number, name: string): Promise<any>;
  /** The pairs of a word by which it is looked up, those around a mark with it; of halves of a character there are none. */
  grams(word: string): string[];
  /** The zones in which a gram is; those of no range of the index that has no document within, where that is given. */
  lookUp(gram: string, within?: Uint8Array): Promise<Uint8Array>;
  /** What is known of the archive before any query. */
  manifest(): Promise<Manifest>;
  columns(): Promise<Columns>;
  numbers(): Promise<Numbers>;
  /** Teach every traditional character. */
  learnAll(): Promise<void>;
  idOf(manifest: Manifest, document: number): string;
  addressOf(document: number): Promise<URL>;
  /** The attributes of what a gazette prints: on a site in another language it says that it is Chinese. */
  chinese: Record<string, string>;
  piece(document: number, number: number): Promise<Piece>;
  /** Into how many pieces a text is cut, and about how long it is. */
  piecesOf(columns: Columns, document: number): number;
  lengthOf(columns: Columns, document: number): number;

  // search-prove.js
  /** This many bytes may be loaded to make a count exact that nobody asked for. */
  UNASKED: number;
  /** Whether the index alone says that a word is where its grams are. */
  isCertain(word: Word): boolean;
  /** Pieces in which the zones of a mask are. */
  piecesIn(mask: number, pieces: number): number[];
  /** Whether a word is in a line: as typed; as typed or, unless it is exact, but for punctuation. */
  holdsAsTyped(text: string, word: Pick<Word, "typed">): boolean;
  holds(text: string, word: Pick<Word, "typed" | "text" | "isExact">): boolean;
  /** Whether a document has every word as typed, as far as is known. */
  isStrict(result: Result, document: number): boolean;
  /** The piece of the text that shows a document of a result; null when its text does not hold the words after all. */
  confirm(result: Result, document: number): Promise<number | null>;
  /** Whether nothing is left open about some documents of a result. */
  isProven(result: Result, documents: number[]): boolean;
  /** About how many bytes have to be loaded to prove the rest of some documents. */
  costOf(result: Result, documents: number[]): number;
  /** Prove documents of a result, some at a time, for as long as somebody wants to know. */
  prove(result: Result, documents: number[], isWanted: () => boolean): Promise<void>;
  /** Leave those out of a result whose texts do not hold the words; those that have all as typed come first. */
  leaveOut(result: Result): void;

  // search-find.js
  isNumberOf(number: DocumentNumber, numbers: Numbers, document: number): boolean;
  /** 0 for a number, 1 when the title holds every word, 2 for title and headings, 3 for the body. */
  rankOf(groups: Pick<Word, "masks">[][], numbered: Set<number>, document: number): number;
  /** Documents in which every word is, as typed or but for punctuation; those with all as typed come first. */
  find(text: string): Promise<Result>;
  /** Documents whose number shares all but the serial number with the query, the nearest first. */
  findNear(text: string): Promise<number[]>;
  /** Newest documents with a title that holds the words, and those of a number. */
  suggest(text: string, most: number): Promise<Suggestion[]>;

  // search-mark.js
  /** The places of words in a text, in order and apart; those of a word that is not there as typed, but for marks. */
  findPlaces(text: string, words: string[]): Place[];
  /** A text with its marks, cut to what is around the first. */
  snippet(text: string, places: Place[], around: number): (Node | string)[];
  /** Mark the words of a query in the page. */
  markPage(text: string): void;

  // search-box.js
  /** Let a box suggest documents while it is typed in. */
  suggestIn(box: HTMLInputElement): void;

  // search-facets.js
  readState(address: string): State;
  /** The query part of the address of a state. */
  writeState(state: State): string;
  /** A day as the index counts it: 0 for none. */
  dayNumber(text: string): number;
  /** A day, or the first or the last of a month or a year, as 2020-08-13; empty for what is none. */
  readDay(text: string, end: "from" | "until"): string;
  /** The state of a document on a day: that of the index, unless the printed days give another one. */
  statusOn(today: number, columns: Columns, document: number): string;
  /** The documents of a result that pass every filter, in the order that is asked for. */
  filter(state: State, result: Result): Item[];
  /** The values of a facet with their documents, as the other filters leave them. */
  countValues(state: State, result: Result, name: FacetName): [string, number][];
  /** How many filters are chosen. */
  countChosen(state: State): number;
  /** Fill the filters. */
  showFacets(panel: Element, state: State, result: Result, change: Change): void;

  // search-tools.js
  /** Fill the filters and what is above the results. */
  showFilters(
    places: { filters: HTMLDetailsElement, panel: HTMLElement, bar: HTMLElement, scope: HTMLElement },
    state: State, result: Result, change: Change
  ): Promise<void[]>;

  // search-items.js
  /** What is in a message where an element shall be, and the parts of such a message with the element. */
  HERE: string;
  fill(message: string, element: Node): (Node | string)[];
  /** The instruments whose titles are in a piece, each with its place on the page of its document. */
  instruments(piece: Piece): { anchor: string; title: string }[];
  /** What an issue is called in which a document is: 2020年第3期. */
  issueOf(document: number): Promise<string>;
  /** The first line that holds most of the words. */
  lineWith(piece: Piece, words: string[]): Line | null;
  /** The elements of a result. */
  describe(result: Result, document: number, piece: Piece): Promise<Element[]>;

  // search-hints.js
  /** How many documents there are, and whether that is certain yet. */
  sayCount(found: {
    count: number; loose: number; isExact: boolean; isSettling: boolean; isByDate: boolean; listed: number;
    unfiltered: number
  }): (Node | string)[];
  /** Nothing was found: what is said of what is near; which words are nowhere, and what is near. */
  help(text: string): Promise<{ said: string; elements: Element[] }>;
}
