"""An item as an entry of BibTeX, for LaTeX: ``@article`` with the fields that gbt7714 and BibLaTeX read."""

import re

from generator.reference.csl_item import Item
from generator.reference.reference_text import written_day

COMMANDS = {
    "\\": r"\textbackslash{}",
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "#": r"\#",
    "$": r"\$",
    "%": r"\%",
    "&": r"\&",
    "_": r"\_",
}
"""What means something to TeX → what prints it. Braces are counted even behind a backslash, so they have names."""
_SPECIAL = re.compile(r"[\\{}~^#$%&_]")


def bibtex(item: Item) -> str:
    """The entry, a field a line; its key is the id with ``-`` for ``/``.

    A title and each name are in braces of their own, so that no style changes a letter or cuts a name. 发文字号 is the
    ``note``. The address is as it is: programs do not read TeX in it.
    """
    names = " and ".join(f"{{{_tex(author['literal'])}}}" for author in item.get("author", ()))
    known = {
        "author": names,
        "title": f"{{{_tex(item['title'])}}}",
        "journal": _tex(item["container-title"]),
        "year": written_day(item, "issued")[:4],
        "number": _tex(item.get("issue", "")),
        "pages": item.get("page", "").replace("-", "--"),
        "publisher": _tex(item.get("publisher", "")),
        "note": _tex(item.get("number", "")),
        "url": item.get("URL", ""),
        "urldate": written_day(item, "accessed"),
        "langid": "chinese",
    }
    fields = [f"  {name} = {{{value}}}" for name, value in known.items() if value]
    return ",\n".join([f"@article{{{item['id'].replace('/', '-')}", *fields]) + "\n}\n"


def _tex(text: str) -> str:
    """A text in which nothing means something to TeX."""
    return _SPECIAL.sub(lambda match: COMMANDS[match[0]], text)
