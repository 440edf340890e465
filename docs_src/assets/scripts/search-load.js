// How the files of the index come: as scripts, so that a disk serves as well as a server; and from a server parts of
// packs, in which many texts or shards are one behind the other (generator/search/forms/packed.py).
(() => {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || /** @type {Search} */ ({});
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const FOLDER = `${ROOT}data/search/`;
  const HEAD = 64; // bytes of a pack before the string in which its members are
  const HASH = 12; // characters at the end of an address that change with the content
  const BACKSLASH = 92, QUOTE = 34, LINE_FEED = 10, RETURN = 13, LETTER_N = 110, LETTER_R = 114;
  const BYTES = "x-user-defined"; // the encoding that makes a character of each byte: https://encoding.spec.whatwg.org/
  const APART = 1024; // bytes that are loaded for nothing rather than asked for with a request of their own
  /** @type {Map<string, (value: any) => void>} */
  const waiting = new Map();
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** @type {Map<string, Promise<Uint8Array>>} Packs that came whole, from a disk or a server that gives no parts. */
  const wholes = new Map();
  /** @type {Map<string, Wanted[]>} What is wanted of each pack, until it is asked for. */
  const wanted = new Map();

  search.root = ROOT;

  /** Called by every script of the index. */
  search.add = (name, value) => { waiting.get(name)?.(value); };

  /**
   * A value that is read once; anew where that failed.
   * @param {string} name
   * @param {() => Promise<any>} read
   */
  function remembered(name, read) {
    const known = files.get(name);
    if (known) { return known; }
    const reading = read().catch((error) => {
      files.delete(name);
      throw error;
    });
    files.set(name, reading);
    return reading;
  }

  /** Run a script below data/search/. @param {string} path @param {string} [encoding] @returns {Promise<void>} */
  function runScript(path, encoding) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = FOLDER + path;
      if (encoding) { script.setAttribute("charset", encoding); }
      script.addEventListener("load", () => {
        script.remove();
        resolve();
      });
      script.addEventListener("error", () => {
        script.remove();
        reject(new Error(path));
      });
      document.head.append(script);
    });
  }

  /** What a script hands over under a name; an error where it hands over nothing.
   * @param {string} name @param {string} path @param {string} [encoding] @returns {Promise<any>} */
  const handedOver = (name, path, encoding) => new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    runScript(path, encoding).then(() => {
      waiting.delete(name);
      reject(new Error(path)); // which does nothing to what was resolved
    }, reject);
  });

  search.load = (name, path) => remembered(name, () => handedOver(name, path));

  // Parts of packs

  /** Remember a pack that comes whole. @param {string} path @param {Promise<Uint8Array>} whole */
  function keepWhole(path, whole) {
    whole.catch(() => wholes.delete(path));
    wholes.set(path, whole);
    return whole;
  }

  /** All bytes of an answer; those of another one for the same pack where they are on their way already.
   * @param {string} path @param {Response} answer */
  function takeWhole(path, answer) {
    const known = wholes.get(path);
    if (known) {
      answer.body?.cancel();
      return known;
    }
    return keepWhole(path, answer.arrayBuffer().then((buffer) => new Uint8Array(buffer)));
  }

  /** The bytes that cannot be in a string of a script, by what is behind a backslash instead. */
  const ESCAPED = new Map([[BACKSLASH, BACKSLASH], [QUOTE, QUOTE], [LETTER_N, LINE_FEED], [LETTER_R, RETURN]]);
  const LETTERS = new Map(Array.from(ESCAPED, ([letter, byte]) => [byte, letter]));

  /** Bytes out of the string of a pack. @param {Uint8Array} bytes */
  function unescaped(bytes) {
    const plain = new Uint8Array(bytes.length);
    let length = 0;
    for (let at = 0; at < bytes.length; at += 1, length += 1) {
      const isEscaped = bytes[at] === BACKSLASH;
      if (isEscaped) { at += 1; }
      plain[length] = isEscaped ? ESCAPED.get(bytes[at]) || 0 : bytes[at];
    }
    return plain.subarray(0, length);
  }

  /** The bytes of a pack on a disk, where it runs as a script: as they are in its file. @param {string} path */
  async function runPack(path) {
    /** @type {string} */
    const text = await handedOver(path.slice(0, -HASH), path, BYTES);
    /** @type {number[]} */
    const bytes = new Array(HEAD).fill(0);
    for (let at = 0; at < text.length; at += 1) {
      const byte = text.charCodeAt(at) & 0xFF, letter = LETTERS.get(byte);
      if (letter) { bytes.push(BACKSLASH, letter); } else { bytes.push(byte); }
    }
    return Uint8Array.from(bytes);
  }

  /**
   * Some bytes of a pack. A server that knows no parts of files gives the whole, which is kept.
   * @param {string} path
   * @param {number} from
   * @param {number} until
   */
  async function fetchBytes(path, from, until) {
    const known = wholes.get(path) || (location.protocol === "file:" ? keepWhole(path, runPack(path)) : null);
    if (known) { return (await known).slice(from, until); }
    const answer = await fetch(FOLDER + path, { headers: { Range: `bytes=${from}-${until - 1}` } });
    if (answer.status === 200) { return (await takeWhole(path, answer)).slice(from, until); }
    if (answer.status !== 206) { throw new Error(path); }
    return new Uint8Array(await answer.arrayBuffer());
  }

  /** Ask for what is wanted of a pack, for what is side by side with one request. @param {string} path */
  function send(path) {
    const all = (wanted.get(path) || []).sort((one, other) => one.from - other.from);
    wanted.delete(path);
    while (all.length) {
      const together = [/** @type {Wanted} */ (all.shift())];
      const { from } = together[0];
      let { until } = together[0];
      while (all.length && all[0].from <= until + APART) {
        const next = /** @type {Wanted} */ (all.shift());
        until = Math.max(until, next.until);
        together.push(next);
      }
      fetchBytes(path, from, until).then(
        (bytes) => together.forEach((one) => one.resolve(bytes.slice(one.from - from, one.until - from))),
        (error) => together.forEach((one) => one.reject(error)));
    }
  }

  /** Bytes of a pack; what is wanted at the same time is asked for together.
   * @param {string} path @param {number} from @param {number} until @returns {Promise<Uint8Array>} */
  const bytesOf = (path, from, until) => new Promise((resolve, reject) => {
    const all = wanted.get(path) || [];
    if (!all.length) {
      wanted.set(path, all);
      setTimeout(() => send(path));
    }
    all.push({ from, until, resolve, reject });
  });

  /**
   * The value of a member, which begins with its name; a torn answer is an error.
   * @param {Uint8Array} bytes
   * @param {string} name
   */
  function parse(bytes, name) {
    const before = Array.from(`${name}:`, (character) => character.charCodeAt(0));
    if (!before.every((code, at) => bytes[at] === code)) { throw new Error(name); }
    const whole = search.inflate(unescaped(bytes.subarray(before.length)));
    return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(whole));
  }

  search.part = (path, name, from, until) => remembered(`${path} ${name}`, () =>
    bytesOf(path, from, until).then((bytes) => parse(bytes, name)));
})();
