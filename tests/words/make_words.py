"""Keeps the catalogues of words in step, and writes what templates and scripts load: what ``make words`` runs.

``generator/words/languages/gongbao.pot`` is the master of the messages that have keys, and
``generator/words/pages`` that of the fixed pages. Each ``<language>.po`` gets the messages that it
lacks, untranslated; one whose Chinese has changed is marked fuzzy and keeps its old translation,
and one that is gone is taken out. With the name of a new language its file is made.
"""

import argparse
import json
import re
import sys
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from difflib import get_close_matches
from itertools import accumulate, chain
from pathlib import Path
from typing import Any

from babel import Locale, UnknownLocaleError
from babel.messages.catalog import Catalog, Message
from babel.messages.pofile import write_po

from generator.errors import GazetteError
from generator.words.catalogue import (
    CHINESE,
    ENDING,
    MASTER,
    Catalogue,
    list_languages,
    read_catalogue,
    read_messages,
)
from generator.words.fixed_texts import paragraphs_of_pages

ROOT = Path(__file__).parent.parent.parent
LANGUAGES = ROOT / "generator/words/languages"
THEME = ROOT / "overrides"
THEME_WORDS = THEME / "partials/words"
SCRIPTS = ROOT / "docs_src/assets/scripts"
SCRIPT_WORDS = SCRIPTS / "words"

LATER: Mapping[str, Callable[[str], bool]] = {
    "search": lambda name: name.startswith("search-"),
    "reference": lambda name: (
        name in {"article-numbers.js", "cite.js", "forms.js", "reference.js", "speech.js"}
    ),
}
"""Scripts that a page loads only when somebody asks for them: they have a file of words of their own."""
IN_TEMPLATE = re.compile(r'\bwords\.t\(\s*"([\w.-]+)"')
IN_SCRIPT = re.compile(r'\bsay\(\s*["`]([\w.-]+)')
"""How a template and a script name a message; one whose name ends in a dot means all that begin with it."""
SAFE_RULE = re.compile(r"[n\d\s()!=<>?:%&|]+")
"""A rule for plural forms that is the same in C and in JavaScript."""
STRICTLY = re.compile(r"(?<![<>!=])([!=])=(?!=)")
"""A comparison of C that JavaScript would make with other types too."""
HEADER = """\
# {name}
msgid ""
msgstr ""
"Language: {language}\\n"
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"
"Plural-Forms: {plural};\\n"

"""
WIDTH = 110
ALIKE = 0.6
"""How alike two paragraphs are, from 0 to 1, of which one is the other after a change."""


def merge(master: Catalog, own: Catalog | None, language: str) -> Catalog:
    """The catalogue of a language with exactly the messages of the master and the fixed pages."""
    locale = Locale.parse(language.replace("-", "_"))
    merged = Catalog(locale=locale)
    known = {message.context or "": message for message in own or () if message.id}
    for message in master:
        if message.id:
            _carry(merged, message, known.get(message.context or ""))
    _carry_paragraphs(merged, own)
    return merged


def _carry(merged: Catalog, message: Message, old: Message | None) -> None:
    """Add a message of the master with the translation that there is; it is fuzzy when the Chinese has changed."""
    fits = old is not None and isinstance(old.id, str) == isinstance(message.id, str)
    flags = set(old.flags if old is not None and fits else ()) - {"python-brace-format"}
    if fits and old is not None and old.id != message.id:
        flags.add("fuzzy")
    merged.add(
        message.id,
        old.string if fits and old is not None else None,
        context=message.context,
        auto_comments=message.auto_comments,
        user_comments=old.user_comments if old is not None else (),
        flags=flags,
    )


def _carry_paragraphs(merged: Catalog, own: Catalog | None) -> None:
    """Add the paragraphs of the fixed pages; one whose Chinese has changed a little keeps its translation, fuzzy."""
    current = dict.fromkeys(paragraphs_of_pages())
    known = {(message.context, str(message.id)): message for message in own or () if message.id}
    for page, text in current:
        gone = [before for of, before in known if of == page and (page, before) not in current]
        candidates = [text] if (page, text) in known else gone
        alike = get_close_matches(text, candidates, n=1, cutoff=ALIKE)
        old = known[page, alike[0]] if alike else Message(text)
        flags = old.flags | ({"fuzzy"} if old.string and old.id != text else set())
        merged.add(text, old.string or "", context=page, flags=flags)


def write_catalogue(catalogue: Catalog, path: Path, name: str) -> None:
    """Write a file of messages: the same bytes for the same messages, whatever the day and the release of Babel."""
    language = str(catalogue.locale)
    header = HEADER.format(name=name, language=language, plural=catalogue.plural_forms.rstrip(";"))
    for message in catalogue:
        message.flags.discard("python-brace-format")
    with path.open("wb") as file:
        file.write(header.encode())
        write_po(file, catalogue, width=WIDTH, omit_header=True)


def _own(language: str) -> Catalog | None:
    name = f"{language}{ENDING}"
    return read_messages(name) if (LANGUAGES / name).exists() else None


def count_untranslated(catalogue: Catalog) -> int:
    """How many messages are shown in Chinese, because one of their forms is empty or they are fuzzy."""
    forms = ((message, forms_of(message.string)) for message in catalogue if message.id)
    return sum(message.fuzzy or not said or not all(said) for message, said in forms)


def name_of(language: str) -> str:
    """What a file of messages is called in its first line."""
    locale = Locale.parse(language.replace("-", "_"))
    return f"Words of the interface in {locale.get_display_name('en')}; see CONTRIBUTING.md."


def find_keys(paths: Iterable[Path], pattern: re.Pattern[str]) -> list[str]:
    """The keys that files name, and the beginnings of keys, which end in a dot."""
    texts = (path.read_text(encoding="utf-8") for path in paths)
    return sorted({key for text in texts for key in pattern.findall(text)})


def chosen(words: Catalogue, keys: Sequence[str]) -> Iterator[tuple[str, str | list[str]]]:
    """The messages of these keys, and of all that begin with one that ends in a dot; in the order of keys."""
    for key, forms in sorted(words.messages.items()):
        if key in keys or any(key.startswith(start) for start in keys if start.endswith(".")):
            yield key, forms[0] if len(forms) == 1 else list(forms)


def write_outputs() -> dict[Path, str]:
    """What templates and scripts load of each language, by file."""
    files = {}
    templates = [
        path
        for path in sorted(THEME.rglob("*"))
        if path.is_file() and THEME_WORDS not in path.parents
    ]
    scripts = sorted(SCRIPTS.glob("*.js"))
    further = {
        part: [path for path in scripts if is_one(path.name)] for part, is_one in LATER.items()
    }
    page = [path for path in scripts if path not in chain.from_iterable(further.values())]
    for language in list_languages():
        words = read_catalogue(language)
        files[THEME_WORDS / f"{language}.html"] = template_words(
            words, find_keys(templates, IN_TEMPLATE)
        )
        on_page = find_keys(page, IN_SCRIPT)
        files[SCRIPT_WORDS / f"{language}.js"] = script_words(words, on_page)
        for part, paths in further.items():
            keys = [key for key in find_keys(paths, IN_SCRIPT) if key not in on_page]
            files[SCRIPT_WORDS / f"{language}-{part}.js"] = further_words(words, keys)
    return files


def template_words(words: Catalogue, keys: Sequence[str]) -> str:
    """The words of the templates as a Jinja file that they import; they are placed in text and in attributes."""
    texts = {key: words.form(key, None) for key, _ in chosen(words, keys)}
    table = json.dumps(texts, ensure_ascii=False, indent=2)
    return (
        "{#- Written by `make words` from generator/words/languages; not to be changed by hand. -#}\n"
        f'{{%- set language = "{words.language}" %}}\n'
        f'{{%- set tag = "{words.tag}" %}}\n'
        f"{{%- set texts = {table} %}}\n"
        "{%- macro t(key) %}{{ texts[key] | e }}{% endmacro %}\n"
    )


SCRIPT = """\
// Written by `make words` from generator/words/languages; not to be changed by hand.
(() => {
  "use strict";
  /** @type {Record<string, string | string[]>} */
  const messages = %(messages)s;

  window.gongbaoWords = {
    language: "%(language)s",
    add: (more) => Object.assign(messages, more),
    say(key, values = {}) {
      const forms = messages[key], n = Object.values(values).find((value) => typeof value === "number");
      const form = typeof forms === "string" ? forms : forms[n === undefined ? 0 : Number(%(rule)s)];
      return form.replace(/\\{(\\w+)\\}/g, (_, name) => values[name].toLocaleString("en"));
    }
  };
})();
"""


def script_words(words: Catalogue, keys: Sequence[str]) -> str:
    """The words of the scripts of every page, and how they are said."""
    assert SAFE_RULE.fullmatch(words.plural_rule), words.plural_rule
    return SCRIPT % {
        "messages": _indented(dict(chosen(words, keys))),
        "rule": STRICTLY.sub(r"\1==", without_frame(words.plural_rule)),
        "language": words.language,
    }


def without_frame(rule: str) -> str:
    """A rule without the parentheses around the whole of it: ``n != 1`` for ``(n != 1)``."""
    inner = rule.removeprefix("(").removesuffix(")")
    depths = accumulate((sign == "(") - (sign == ")") for sign in inner)
    return inner if rule != inner and min(depths, default=0) == 0 else rule


def further_words(words: Catalogue, keys: Sequence[str]) -> str:
    """The words of scripts that a page loads later."""
    return (
        "// Written by `make words` from generator/words/languages; not to be changed by hand.\n"
        f"window.gongbaoWords.add({json.dumps(dict(chosen(words, keys)), ensure_ascii=False, indent=2)});\n"
    )


def _indented(messages: dict[str, Any]) -> str:
    return json.dumps(messages, ensure_ascii=False, indent=2).replace("\n", "\n  ")


PLACE = re.compile(r"\{(\w+)\}")
CHOSEN = {
    "amount.many_characters": {"n", "ten_thousands"},
    "date.day": {"month", "name"},
    "date.month_of_year": {"month", "name"},
    "force.ending": {"month", "name"},
}
"""Messages whose translation chooses between the values that it is given."""


def forms_of(text: str | tuple[str, ...] | list[str] | None) -> tuple[str, ...]:
    """A message as the forms that it has."""
    return (text,) if isinstance(text, str) else tuple(text or ())


def has_values(message: Message, form: str) -> bool:
    """Whether a form has the places of the Chinese, or chooses those that it may."""
    expected, got = set(PLACE.findall(forms_of(message.id)[0])), set(PLACE.findall(form))
    free = CHOSEN.get(message.context or "", set())
    return expected - free == got - free


def find_misplaced(language: str, keys: Collection[str]) -> Iterator[str]:
    """The messages with places that no value fills, or without one that a value is for, one a line."""
    for message in read_messages(f"{language}{ENDING}"):
        forms = filter(None, forms_of(message.string))
        if message.context in keys and not all(has_values(message, form) for form in forms):
            places = " ".join(f"{{{name}}}" for name in PLACE.findall(forms_of(message.id)[0]))
            yield f"{language}{ENDING}: {message.context}: its places are not those of the Chinese: {places or 'none'}"


def main() -> None:
    """Bring the catalogues and what is made of them up to date; one line for what is wrong with one."""
    try:
        make_all()
    except GazetteError as error:
        sys.exit(str(error))


def refuse_language(language: str) -> None:
    """Refuse a name that is no language, and that of the master, whose file has another name."""
    try:
        Locale.parse(language.replace("-", "_"))
        is_known = language != CHINESE
    except (UnknownLocaleError, ValueError):
        is_known = False
    if not is_known:
        reason = f"{language}: is no language that a catalogue can be made for; fr, pt-BR and zh-Hant are names"
        raise GazetteError(reason)


def make_all() -> None:
    """Bring the catalogues and what is made of them up to date.

    A message whose places are wrong stops what is made of them: in a script it would end the script.
    """
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("languages", nargs="*", help="new languages, e.g. fr")
    options = parser.parse_args()
    for language in options.languages:
        refuse_language(language)
    master = read_messages(MASTER)
    for language in [*list_languages()[1:], *options.languages]:
        merged = merge(master, _own(language), language)
        write_catalogue(merged, LANGUAGES / f"{language}{ENDING}", name_of(language))
        if lacking := count_untranslated(merged):
            sys.stdout.write(
                f"{language}: {lacking:,} of {len(merged):,} messages are to be translated\n"
            )
    read_catalogue.cache_clear()
    keys = read_catalogue(CHINESE).messages
    misplaced = [line for name in list_languages()[1:] for line in find_misplaced(name, keys)]
    if misplaced:
        raise GazetteError("\n".join(misplaced))
    for path, text in write_outputs().items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
