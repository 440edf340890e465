// How a document is cited and shared, by the day and the address of its reader; document.js loads it when somebody asks
// for either.
(() => {
  "use strict";
  const tools = window.gongbaoTools;
  const { say } = window.gongbaoWords;
  /** @type {Record<string, string>} */
  const TYPES = { bib: "application/x-bibtex", json: "application/json", ris: "application/x-research-info-systems" };

  // The forms of an item, as generator/reference writes them

  /** A date of an item as ISO 8601 writes it; empty where it has none. @param {CslItem} item @param {string} name */
  function dayOf(item, name) {
    const date = /** @type {CslDate | undefined} */ (item[name]);
    const parts = date ? date["date-parts"][0] : [];
    return parts.map((part, nth) => String(part).padStart(nth ? 2 : 4, "0")).join("-");
  }

  /** @param {CslItem} item @param {Edition} edition */
  function placeOf(item, edition) {
    const accessed = item.URL ? dayOf(item, "accessed") : "";
    let year = dayOf(item, "issued").slice(0, 4);
    if (!year && edition.guessesYear && item.accessed) { year = `[${dayOf(item, "accessed").slice(0, 4)}]`; }
    let where = [item["container-title"], year].filter(Boolean).join(edition.comma);
    if (item.issue) { where += edition.brackets[0] + item.issue + edition.brackets[1]; }
    where = [where, item.page].filter(Boolean).join(edition.colon);
    return accessed && edition.showsAccess ? `${where}[${accessed}]` : where;
  }

  tools.writeReference = (item, year) => {
    const { most, others, kind, online, editions } = window.gongbaoShared.reference;
    const edition = editions[year];
    const names = (item.author || []).map((author) => author.literal);
    const named = names.length > most ? [...names.slice(0, most), others] : names;
    const title = [item.title, item.number].filter(Boolean).join(edition.colon);
    const parts = [named.join(edition.comma), `${title}[${kind}${item.URL ? online : ""}]`, placeOf(item, edition),
      item.URL || ""];
    const stopped = parts.filter(Boolean).map((part) => part.endsWith(".") ? part : `${part}.`);
    return stopped.join(" ");
  };

  tools.writeBibtex = (item) => {
    const { tex } = window.gongbaoShared.reference;
    const plain = (text = "") => Array.from(text).map((each) => tex[each] ?? each).join("");
    const fields = {
      author: (item.author || []).map((author) => `{${plain(author.literal)}}`).join(" and "),
      title: `{${plain(item.title)}}`,
      journal: plain(item["container-title"]),
      year: dayOf(item, "issued").slice(0, 4),
      number: plain(item.issue),
      pages: (item.page || "").replace("-", "--"),
      publisher: plain(item.publisher),
      note: plain(item.number),
      url: item.URL || "",
      urldate: dayOf(item, "accessed"),
      langid: "chinese"
    };
    const lines = Object.entries(fields).filter(([, value]) => value).map(([name, value]) => `  ${name} = {${value}}`);
    return `${[`@article{${item.id.replace(/\//g, "-")}`, ...lines].join(",\n")}\n}\n`;
  };

  tools.writeRis = (item) => {
    const slashed = (/** @type {string} */ name) => {
      const day = dayOf(item, name);
      return day.length === "2021-10-08".length ? day.replace(/-/g, "/") : "";
    };
    const [first, last = ""] = (item.page || "").split("-");
    const lines = [["TY", "MGZN"], ...(item.author || []).map((author) => ["AU", author.literal]), ["TI", item.title],
      ["T2", item["container-title"]], ["PY", dayOf(item, "issued").slice(0, 4)],
      ["DA", slashed("issued")], ["IS", item.issue], ["SP", first], ["EP", last],
      ["PB", item.publisher], ["N1", item.number], ["LA", item.language],
      ["UR", item.URL], ["Y2", slashed("accessed")]];
    const known = lines.filter(([, value]) => value).map(([tag, value]) => `${tag}  - ${value}\r\n`);
    return `${known.join("")}ER  - \r\n`;
  };

  tools.writeForms = (item) => ({
    "2025.txt": tools.writeReference(item, 2025), "2015.txt": tools.writeReference(item, 2015),
    bib: tools.writeBibtex(item), ris: tools.writeRis(item), json: JSON.stringify([item])
  });

  tools.pageOfLine = (pages, line) => {
    const begun = pages.split(" ").map((pair) => pair.split(":")).filter(([begin]) => begin && Number(begin) <= line);
    return begun.length ? begun[begun.length - 1][1] : "";
  };

  // The box of a document

  tools.copy = (text, done) => {
    function older() {
      const area = tools.make("textarea");
      area.value = text;
      document.body.append(area);
      area.select();
      const copied = document.execCommand("copy");
      area.remove();
      tools.announce(copied ? done : say("script.not_copied"));
    }
    if (!navigator.clipboard) { older(); return; }
    navigator.clipboard.writeText(text).then(() => tools.announce(done), older);
  };

  /** Hand a form over as a file. @param {string} text @param {string} ending @param {string} id */
  function save(text, ending, id) {
    tools.saveFile(`${id.replace(/\//g, "-")}.${ending}`, text, TYPES[ending] || "text/plain");
  }

  /** The address that the reader has; empty for a file on a disk. */
  const ownAddress = () => /^https?:$/.test(location.protocol) ? location.href.split(/[?#]/)[0] : "";

  /** The term that a text of a list belongs to. @param {Element} shown */
  const termOf = (shown) => shown.parentElement?.previousElementSibling?.textContent || "";

  /** A button that copies a text. @param {() => string} text @param {string} form */
  const copyButton = (text, form) => tools.button(say("script.copy"),
    () => tools.copy(text(), say("script.form_copied", { form })), { "aria-label": say("script.copy_form", { form }) });

  /** The box of the page. */
  const boxOf = () => /** @type {HTMLElement} */ (document.getElementById("reference"));

  tools.cited = () => {
    const written = boxOf().querySelector("[data-form=json]")?.textContent || "";
    const item = JSON.parse(written)[0];
    const here = ownAddress();
    const now = new Date();
    const URL = item.URL || here;
    const accessed = { "date-parts": [[now.getFullYear(), now.getMonth() + 1, now.getDate()]] };
    return URL ? { ...item, URL, accessed } : item;
  };

  tools.copyForm = (forms) => tools.copy(forms["2025.txt"], say("script.form_copied", { form: "GB/T 7714—2025" }));

  tools.refer = () => {
    const item = tools.cited();
    const forms = tools.writeForms(item);
    for (const shown of boxOf().querySelectorAll("[data-form]")) {
      const ending = /** @type {keyof typeof forms} */ (shown.getAttribute("data-form"));
      const text = forms[ending];
      shown.textContent = text.replace(/\r/g, "").trimEnd();
      const form = termOf(shown);
      if (shown.nextElementSibling) { continue; }
      shown.after(tools.make("div", { class: "form-tools" },
        copyButton(() => forms[ending].trimEnd(), form),
        tools.button(say("script.save"), () => save(text, ending, item.id),
          { "aria-label": say("script.save_form", { form }) })));
    }
    return forms;
  };

  // The box 分享

  /** Say the address that the reader has, in the list and in the message, or that there is none.
   * @param {Element} list @param {Element} message */
  function addOwnAddress(list, message) {
    const here = ownAddress();
    if (!here) {
      list.before(tools.make("p", { class: "muted" }, say("script.share_offline")));
      return;
    }
    message.append(`\n${here}`);
    list.prepend(tools.make("dt", {}, say("script.share_here")),
      tools.make("dd", {}, tools.make("div", { "data-share": "address" }, here)));
  }

  /** Hand the message to whatever the device shares by. @param {string} message @param {string} url */
  function handOver(message, url) {
    const [title, ...more] = message.split("\n");
    const text = [title, ...more.filter((line) => line !== url)].join("\n");
    navigator.share(url ? { title, text, url } : { title, text }).catch(() => {}); // the reader thought better of it
  }

  tools.share = (box) => {
    const list = /** @type {Element} */ (box.querySelector("dl"));
    const message = /** @type {Element} */ (box.querySelector("[data-share=message]"));
    if (!box.querySelector("[data-share=address]")) { addOwnAddress(list, message); }
    for (const shown of box.querySelectorAll("[data-share]")) {
      shown.after(tools.make("div", { class: "form-tools" }, copyButton(() => shown.textContent || "", termOf(shown))));
    }
    if (!navigator.share) { return; }
    const url = box.querySelector("[data-share=address]")?.textContent || "";
    message.nextElementSibling?.append(
      tools.button(say("script.share"), () => handOver(message.textContent || "", url)));
  };
})();
