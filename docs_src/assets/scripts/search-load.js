// How the files of the index come: as scripts, so that a disk serves as well as a server; and from a server parts of
// packs, which are the scripts of many texts or shards one behind the other (generator/search/forms/packed.py).
(() => {
  "use strict";
  const search = window.gongbaoSearch = window.gongbaoSearch || /** @type {Search} */ ({});
  const ROOT = new URL("../../", /** @type {HTMLScriptElement} */ (document.currentScript).src).href;
  const FOLDER = `${ROOT}data/search/`;
  const APART = 1024; // bytes that are loaded for nothing rather than asked for with a request of their own
  /** @type {Map<string, (value: any) => void>} */
  const waiting = new Map();
  /** @type {Map<string, Promise<any>>} */
  const files = new Map();
  /** @type {Map<string, Promise<void>>} Packs that ran as scripts. */
  const run = new Map();
  /** @type {Map<string, any>} What came with them. */
  const held = new Map();
  /** @type {Map<string, Promise<Uint8Array>>} Packs of which the server gave all, as it gives no parts. */
  const wholes = new Map();
  /** @type {Map<string, Wanted[]>} What is wanted of each pack, until it is asked for. */
  const wanted = new Map();

  search.root = ROOT;

  /** Called by every script of the index. */
  search.add = (name, value) => {
    const wait = waiting.get(name);
    if (wait) { wait(value); } else { held.set(name, value); }
  };

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

  /** Run a script below data/search/. @param {string} path @returns {Promise<void>} */
  function runScript(path) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = FOLDER + path;
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

  search.load = (name, path) => remembered(name, () => new Promise((resolve, reject) => {
    waiting.set(name, resolve);
    runScript(path).then(() => waiting.delete(name), reject);
  }));

  // Parts of packs

  /** All bytes of an answer; those of another one for the same pack where they are on their way already.
   * @param {string} path @param {Response} answer */
  function takeWhole(path, answer) {
    const known = wholes.get(path);
    if (known) {
      answer.body?.cancel();
      return known;
    }
    const whole = answer.arrayBuffer().then((buffer) => new Uint8Array(buffer));
    whole.catch(() => wholes.delete(path));
    wholes.set(path, whole);
    return whole;
  }

  /**
   * Some bytes of a pack. A server that knows no parts of files gives the whole, which is kept.
   * @param {string} path
   * @param {number} from
   * @param {number} until
   */
  async function fetchBytes(path, from, until) {
    const known = wholes.get(path);
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
   * The value that a script hands over under a name; a torn answer is an error.
   * @param {Uint8Array} bytes
   * @param {string} name
   */
  function parse(bytes, name) {
    const before = `gongbaoSearch.add("${name}",`;
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes).trimEnd();
    if (!text.startsWith(before) || !text.endsWith(")")) { throw new Error(name); }
    return JSON.parse(text.slice(before.length, -1));
  }

  /** A value out of a pack that runs as a whole. @param {string} path @param {string} name */
  async function runPack(path, name) {
    const running = run.get(path) || runScript(path);
    run.set(path, running);
    try { await running; } catch (error) {
      run.delete(path);
      throw error;
    }
    if (!held.has(name)) { throw new Error(name); }
    return held.get(name);
  }

  search.part = (path, name, from, until) => remembered(name, () => location.protocol === "file:"
    ? runPack(path, name) : bytesOf(path, from, until).then((bytes) => parse(bytes, name)));
})();
