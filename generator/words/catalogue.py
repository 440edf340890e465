"""The words of a language: one file of gettext (PO) each, read with Babel.

``languages/gongbao.pot`` is the master and the catalogue of simplified Chinese: a message's context
(``msgctxt``) is its key, its ``msgid`` the Chinese text. ``languages/en.po`` and others give the
``msgstr`` to each; what one of them lacks is said in Chinese. The paragraphs of the fixed pages
(``pages/help.md`` …) have the name of their page as context and are no keys.
"""

import gettext
from collections.abc import Callable, Iterator, Mapping
from functools import cache
from importlib.resources import files

from babel.messages.catalog import Catalog, Message

from generator.model.base import Value
from generator.words.po_file import read_po_file

LANGUAGES = files(__package__) / "languages"
MASTER = "gongbao.pot"
ENDING = ".po"
CHINESE = "zh"
"""The language of the master, as ``theme.language`` names it."""

ALIASES = {
    "zh-Hans": "zh", "zh-CN": "zh", "zh-SG": "zh",
    "zh-TW": "zh-Hant", "zh-HK": "zh-Hant", "zh-MO": "zh-Hant",
}  # fmt: skip
"""Other names of languages that have a catalogue, as Material and browsers use them."""

Forms = tuple[str, ...]
"""A message, or its forms for each class of numbers that the language knows."""


class Catalogue(Value, frozen=True):
    """The words of one language."""

    language: str
    """As ``theme.language`` names it: ``zh``, ``zh-Hant``, ``en``."""
    tag: str
    """As ``<html lang>`` names it (BCP 47): ``zh-Hans``, ``zh-Hant``, ``en``."""
    plural_rule: str
    """Which form a number takes, as a C expression of ``n``: ``(n != 1)``."""
    messages: Mapping[str, Forms]
    """Key → message."""
    paragraphs: Mapping[tuple[str, str], str]
    """Name of a fixed page and a paragraph in Chinese → the paragraph in this language."""

    @property
    def is_chinese(self) -> bool:
        """Whether its readers read the text of gazettes without a change of language."""
        return self.language == CHINESE or self.language.startswith(f"{CHINESE}-")

    def form(self, key: str, number: int | None) -> str:
        """The message of a key, for a number in the form that it takes."""
        forms = self.messages[key]
        if number is None or len(forms) == 1:
            return forms[0]
        return forms[_rule(self.plural_rule)(number)]


@cache
def _rule(expression: str) -> Callable[[int], int]:
    """The function of a rule for plural forms."""
    return gettext.c2py(expression)


def list_languages() -> list[str]:
    """The languages that have a catalogue, Chinese first."""
    names = [path.name for path in LANGUAGES.iterdir()]
    return [CHINESE, *sorted(name.removesuffix(ENDING) for name in names if name.endswith(ENDING))]


def find_language(name: str) -> str | None:
    """The language that a setting means: ``zh-Hant`` for ``zh-TW`` and ``zh-Hant-HK``, ``en`` for ``en-GB``.

    Capital letters and the sign between the parts make no difference (BCP 47); of a longer name the
    longest beginning counts, ``zh-Hant`` of ``zh-Hant-TW``. None where there is no catalogue of it.
    """
    languages = list_languages()
    named = {language: language for language in languages} | ALIASES
    known = {_plain(said): meant for said, meant in named.items() if meant in languages}
    parts = _plain(name).split("-")
    beginnings = ("-".join(parts[:end]) for end in range(len(parts), 0, -1))
    return next((known[beginning] for beginning in beginnings if beginning in known), None)


def _plain(name: str) -> str:
    """The name of a language in small letters with hyphens."""
    return name.casefold().replace("_", "-")


@cache
def read_catalogue(language: str) -> Catalogue:
    """The words of a language of :func:`list_languages`."""
    master = read_messages(MASTER)
    own = master if language == CHINESE else read_messages(f"{language}{ENDING}")
    translated = {
        (message.context or "", _source(message)): _forms(message.string)
        for message in own
        if message.id and not message.fuzzy
    }
    messages = {key: translated.get((key, text), ()) or (text,) for key, text in _keyed(master)}
    return Catalogue(
        language=language,
        tag=str(own.locale_identifier or language).replace("_", "-"),
        plural_rule=str(own.plural_expr),
        messages=messages,
        paragraphs={
            place: forms[0]
            for place, forms in translated.items()
            if forms and place[0] not in messages
        },
    )


def read_messages(name: str) -> Catalog:
    """A file of messages.

    Raises :class:`~generator.errors.GazetteError` with the line for one that is broken.
    """
    return read_po_file(LANGUAGES / name)


def _keyed(master: Catalog) -> Iterator[tuple[str, str]]:
    """Each key with its Chinese text."""
    for message in master:
        if message.id:
            yield message.context or "", _source(message)


def _source(message: Message) -> str:
    """The Chinese text of a message, which has one form for all numbers."""
    return message.id if isinstance(message.id, str) else message.id[0]


def _forms(string: str | tuple[str, ...] | list[str] | None) -> Forms:
    """The forms of a message; none where one of them is empty."""
    forms = (string,) if isinstance(string, str) else tuple(string or ())
    return forms if all(forms) else ()
