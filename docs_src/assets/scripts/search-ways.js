// What stands above the results: the documents and issues of a date, an issue by its number, what is cited and not
// held, the same number in the other writing; and what is meant by 拼音.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const search = window.gongbaoSearch;
  const { say } = window.gongbaoWords;
  const { asked, figures, units, mark: MARK } = window.gongbaoShared;
  const FEW = 3, MOST_ISSUES = 8, FEW_LETTERS = 2, MANY_LETTERS = 40, FACTOR = 31;
  const NUMERAL = `[\\d${figures}${Object.keys(units).join("")}]+`;
  const { before: NTH, all: ALL, after: ISSUE_END } = asked.issue;
  const NAMED = `(?:${asked.gazettes.join("|")})`;
  const ISSUE = new RegExp(`^(.*?)(${ALL}?)${NTH}?(${NUMERAL})${ISSUE_END}${MARK}?${NAMED}?$`);
  const PAGE = /^(archive\/[^/]+)\/.*?(\/[^/]*)$/; // of an issue; that of its gazette is what is left of it
  const YEAR = new RegExp(`((?:19|20)\\d\\d|[${figures}]{4})${asked.day[0]}?`);

  /** A link that a gazette's words are on. @param {string} href @param {string} text */
  const link = (href, text) => tools.make("a", { href, ...search.chinese }, text);

  /** A sentence with an element in it. @param {string} message @param {Node} element */
  const sentence = (message, element) => tools.make("p", {}, ...search.fill(message, element));

  /** A query of its own, with what else is to be in the address. @param {string} text @param {Partial<State>} [more] */
  const asking = (text, more) =>
    search.writeState({ ...search.readState(location.href.split("?")[0]), text, ...more });

  /** A list of links. @param {HTMLElement[]} links */
  const listOf = (links) => tools.make("ul", {}, ...links.map((each) => tools.make("li", {}, each)));

  /** A document as a link. @param {number} document */
  async function documentLink(document) {
    const [piece, address] = await Promise.all([search.piece(document, 0), search.addressOf(document)]);
    return link(address.href, piece.title);
  }

  const issues = async () => /** @type {IssuePlace[]} */ (await search.member("issues") || []);

  /** An issue as a link. @param {IssuePlace} issue @param {Manifest} manifest */
  function issueLink([gazette, address, name], { publications }) {
    const message = say("search.ways.issue", { gazette: publications[gazette][1], issue: name });
    return link(new URL(address, search.root).href, message);
  }

  // A date

  /** The first and the last day of what was asked for. @param {Asked} date */
  function stretchOf({ year, month, day }) {
    const written = (/** @type {number} */ nth) => [year, month, nth]
      .map((number) => String(number).padStart(2, "0")).join("-");
    return { from: written(day || 1), until: written(day || new Date(year, month, 0).getDate()) };
  }

  /** The documents of a date, and the issues that came out on it. @param {string} text */
  async function byDate(text) {
    const date = search.readDate(text);
    if (!date) { return []; }
    const name = tools.writeDay(date.year, date.month, date.day);
    const [documents, all, manifest] = await Promise.all([search.dated(text), issues(), search.manifest()]);
    const month = date.year * 12 + date.month;
    const published = all.filter((issue) => date.day ? issue[6] === month * 32 + date.day :
      Math.floor(issue[6] / 32) === month);
    return [...await datedParts(documents || [], date, name), ...published.length ? [
      tools.make("p", {}, say("search.ways.published", { date: name, n: published.length })),
      listOf(published.slice(0, MOST_ISSUES).map((issue) => issueLink(issue, manifest)))
    ] : []];
  }

  /** What is said of the documents of a date. @param {number[]} documents @param {Asked} date @param {string} name */
  async function datedParts(documents, date, name) {
    if (!documents.length) { return [tools.make("p", {}, say("search.ways.none_dated", { date: name }))]; }
    const said = tools.make("p", {}, say("search.ways.dated", { date: name, n: documents.length }));
    const links = await Promise.all(documents.slice(0, FEW).map(documentLink));
    const only = tools.make("a", { href: asking(search.writeAsked(date), stretchOf(date)) },
      say("search.ways.only_dated", { n: documents.length }));
    return [said, listOf(links), tools.make("p", {}, only)];
  }

  // An issue

  search.readIssue = (text) => {
    const plain = search.fold(text.replace(/\s+/g, MARK));
    const found = ISSUE.exec(plain);
    if (!found) { return null; }
    const [, before, all] = found;
    const number = search.readWhole(found[3]);
    const [printed = "", year = "0"] = YEAR.exec(before) || [];
    const rest = before.replace(printed, MARK).replace(new RegExp(NAMED, "g"), MARK);
    const numbers = all ? { serial: number, number: 0 } : { serial: 0, number };
    return { ...numbers, year: search.readWhole(year), words: rest.split(MARK).filter(Boolean) };
  };

  /** The gazettes whose name or place has all words. @param {string[]} words @param {Manifest} manifest */
  function gazettesOf(words, { publications }) {
    const names = publications.map(([, title, region]) => search.fold(`${title}${MARK}${region}`));
    return new Set(Array.from(names.keys()).filter((at) => words.every((word) => names[at].includes(word))));
  }

  /** Whether an issue has the numbers that are asked for.
   * @param {IssuePlace} issue @param {NonNullable<ReturnType<typeof search.readIssue>>} wanted */
  function isWanted([, , , year, numbers, serials], wanted) {
    if (wanted.year && year !== wanted.year) { return false; }
    return wanted.serial ? serials.includes(wanted.serial) : numbers.includes(wanted.number);
  }

  /** The issues that are asked for, the newest first. @param {string} text */
  async function byIssue(text) {
    const wanted = search.readIssue(text);
    if (!wanted) { return []; }
    const [all, manifest] = await Promise.all([issues(), search.manifest()]);
    const gazettes = gazettesOf(wanted.words, manifest);
    const found = all.filter((issue) => gazettes.has(issue[0]) && isWanted(issue, wanted))
      .sort((one, other) => other[3] - one[3]);
    if (found.length) {
      return [
        tools.make("p", {}, say("search.ways.issues", { n: found.length })),
        listOf(found.slice(0, MOST_ISSUES).map((issue) => issueLink(issue, manifest)))
      ];
    }
    return all.length && gazettes.size ? [tools.make("p", {}, say("search.ways.no_issue"))] : [];
  }

  /** The gazettes that are named: 云州公报, yunzhou. @param {string} text @param {Result} result */
  async function byGazette(text, { order }) {
    const letters = order.length ? "" : search.lettersOf(text);
    const [named = ""] = letters ? (await search.bySound(letters)).words : [text];
    const plain = search.trim(search.fold(named)), rest = plain.replace(new RegExp(`${MARK}?${NAMED}$`), "");
    if (rest.length < 2 || (rest === plain && !letters)) { return []; }
    const [all, manifest] = await Promise.all([issues(), search.manifest()]);
    const found = Array.from(gazettesOf([rest], manifest)).slice(0, MOST_ISSUES);
    const pages = found.flatMap((gazette) => all.filter((issue) => issue[0] === gazette).slice(0, 1));
    const links = pages.map(([gazette, address]) =>
      link(new URL(address.replace(PAGE, "$1$2"), search.root).href, manifest.publications[gazette][1]));
    return links.length ? [tools.make("p", {}, say("search.ways.gazettes", { n: links.length })), listOf(links)] : [];
  }

  // What is cited and not held

  /** The bucket of a key: generator/search/ways/cited_entries.py. @param {string} key @param {number} count */
  function bucketOf(key, count) {
    let total = 0;
    for (let at = 0; at < key.length; at += 1) { total = Math.imul(total, FACTOR) + key.charCodeAt(at) >>> 0; }
    return total % count;
  }

  /** Under what something is cited: a number as printed, a title, both without punctuation. @param {string} text */
  function keyOf(text) {
    const number = search.readNumber(text);
    const isNumber = number?.year && number.prefix;
    return search.bare(search.fold(isNumber ? search.writeNumber(number.prefix, number.year, number.serial) : text));
  }

  /** Whether a title that was found has all that was typed. @param {Result} result @param {string} key */
  async function isTitled(result, key) {
    const titled = result.order.filter((item) => item.rank <= 1).slice(0, MOST_ISSUES);
    const pieces = await Promise.all(titled.map((item) => search.piece(item.document, 0)));
    return pieces.some((piece) => search.bare(search.fold(piece.title)).includes(key));
  }

  /** What the archive does not hold, and who cites it. @param {string} text @param {Result} result */
  async function byCited(text, result) {
    const { ways, end } = await search.manifest();
    if (!ways || result.numbered.size || search.readDate(text)) { return []; }
    const key = keyOf(text);
    /** @type {CitedEntry[]} */
    const bucket = await search.member(`cited${bucketOf(key, ways[2])}`) || [];
    const entries = bucket.filter((entry) => entry[0] === key);
    const isHeld = entries.length > 0 && await isTitled(result, key);
    return entries.flatMap(([, id, name, number, count, page, words]) => {
      const place = new URL(`archive/cited/${page}${end}#${id}`, search.root).href;
      const title = search.readNumber(name)?.year ? name : say("search.ways.title", { title: name });
      const shown = number ? `${title}\u3000${number}` : title;
      const message = isHeld ? say("search.ways.cited", { document: search.HERE, n: count }) :
        say("search.ways.unheld", { document: search.HERE, n: count });
      const who = tools.make("a", { href: asking(words) }, say("search.ways.citing"));
      return [sentence(message, link(place, shown)), tools.make("p", {}, who)];
    });
  }

  // Figures and words

  /** The query with its numbers in the other writing, where it is found. @param {string} text @param {Result} result */
  async function byNumerals(text, result) {
    if (!result.order.length || search.readDate(text) || search.readIssue(text)) { return []; }
    if (search.readNumber(text)?.year || result.numbered.size) { return []; }
    const others = search.otherNumerals(text);
    const found = await Promise.all(others.map((other) => search.find(other)));
    return others.flatMap((other, at) => {
      if (!found[at].order.length || !found[at].exact) { return []; }
      const message = say("search.ways.numerals", { query: search.HERE, n: found[at].order.length });
      return [sentence(message, tools.make("a", { href: asking(other) }, other))];
    });
  }

  search.leadOn = async (text, result) => {
    const parts = [byDate(text), byIssue(text), ...[byGazette, byCited, byNumerals].map((by) => by(text, result))];
    return (await Promise.all(parts)).flat();
  };

  // 拼音

  search.lettersOf = (text) => {
    const plain = text.normalize("NFD").replace(/u\u0308/gi, "v").replace(/[\u0300-\u036f\s'’·-]/g, "").toLowerCase();
    return /^[a-z]+$/.test(plain) && plain.length >= FEW_LETTERS && plain.length <= MANY_LETTERS ? plain : "";
  };

  /** The syllables of each character. @param {string[]} lines */
  function readLines(lines) {
    /** @type {Map<string, string[]>} */
    const readings = new Map();
    for (const line of lines) {
      const [syllable = ""] = /^[a-z]+/.exec(line) || [];
      for (const character of line.slice(syllable.length)) {
        readings.set(character, [...readings.get(character) || [], syllable]);
      }
    }
    return readings;
  }

  /** How much of some letters a character may take: a syllable, the last as far as it is typed, or its initial.
   * @param {string[]} syllables @param {string} letters @returns {[taken: number, cost: number][]} */
  function steps(syllables, letters) {
    /** @type {[number, number][]} */
    const found = [];
    for (const syllable of syllables) {
      if (letters.startsWith(syllable)) { found.push([syllable.length, 0]); }
      else if (letters.length > 1 && syllable.startsWith(letters)) { found.push([letters.length, 0]); }
      for (const initial of [syllable[0], (/^[zcs]h/.exec(syllable) || [""])[0]]) {
        if (initial && letters.startsWith(initial)) { found.push([initial.length, 1]); }
      }
    }
    return found;
  }

  /** Where letters end in a text that begin at a character, and how many characters are only initials; null if nowhere.
   * @param {string} text @param {number} at @param {string} letters @param {Map<string, string[]>} readings
   * @returns {{ end: number, initials: number } | null} */
  function spelt(text, at, letters, readings) {
    if (!letters) { return { end: at, initials: 0 }; }
    const syllables = readings.get(text.charAt(at));
    if (!syllables) { return null; }
    let best = null;
    for (const [taken, cost] of steps(syllables, letters)) {
      const rest = spelt(text, at + 1, letters.slice(taken), readings);
      if (rest && (!best || rest.initials + cost < best.initials)) {
        best = { end: rest.end, initials: rest.initials + cost };
      }
    }
    return best;
  }

  /** The best place of letters in a text. @param {string} text @param {string} letters
   * @param {Map<string, string[]>} readings */
  function placeOf(text, letters, readings) {
    let best = null;
    for (let at = 0; at < text.length; at += 1) {
      const found = spelt(text, at, letters, readings);
      if (!found) { continue; }
      const isMixed = found.initials > 0 && found.initials < found.end - at;
      const cost = isMixed ? 2 : Math.sign(found.initials);
      if (!best || cost < best.cost) { best = { cost, word: text.slice(at, found.end) }; }
    }
    return best;
  }

  search.bySound = async (letters) => {
    const [lines, titles, columns] = await Promise.all([
      search.member("readings"), search.member("titles"), search.columns()
    ]);
    if (!lines) { return { documents: [], words: [] }; }
    const readings = readLines(lines), known = new Map();
    const place = (/** @type {string} */ text) => {
      if (!known.has(text)) { known.set(text, placeOf(text, letters, readings)); }
      return known.get(text);
    };
    const { facets } = columns;
    const found = titles.flatMap((/** @type {string} */ title, /** @type {number} */ document) => {
      const inTitle = place(title);
      const names = [facets.gazette[document], facets.region[document], ...facets.issuer[document].split("|")];
      const all = [inTitle, ...names.map(place)].filter(Boolean);
      const best = all.sort((one, other) => one.cost - other.cost)[0];
      return best ? [{ document, ...best, isTitle: inTitle === best, length: title.length }] : [];
    });
    return ordered(found, columns);
  };

  /** What is spelt best first, of that the titles, of these the shorter ones; and the words that were found.
   * @param {{ document: number, cost: number, word: string, isTitle: boolean, length: number }[]} found
   * @param {Columns} columns */
  function ordered(found, { dates }) {
    const least = Math.min(...found.map((each) => each.cost));
    const best = found.filter((each) => each.cost === least).sort((one, other) =>
      Number(other.isTitle) - Number(one.isTitle) || one.length - other.length ||
      dates[other.document] - dates[one.document] || one.document - other.document);
    /** @type {Map<string, number>} */
    const counts = new Map();
    for (const { word } of best) { counts.set(word, (counts.get(word) || 0) + 1); }
    const words = Array.from(counts).sort((one, other) => other[1] - one[1]).map(([word]) => word);
    return { documents: best.map((each) => each.document), words };
  }
})();
