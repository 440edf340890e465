"""A new archive: a folder with everything that it needs beside the installed program."""

import json
import re
import shutil
from importlib.metadata import distribution
from pathlib import Path
from string import Template
from urllib.parse import unquote, urlsplit
from urllib.request import url2pathname

from msgspec.structs import replace

from generator.errors import GazetteError
from generator.model import Value
from generator.pages.fixed import fixed_text, without_places
from generator.pages.writing.escape import escape
from generator.publish.address import check_address
from generator.publish.engine import RESOURCES
from generator.source import DESCRIPTION, refuse_name
from generator.words import examples
from generator.words.catalogue import CHINESE
from generator.words.say import say, speaking, spoken

TEMPLATES = Path(__file__).parent / "template"

FOREIGN = TEMPLATES / "foreign"
"""Those of the templates that speak to people, in English."""

PACKAGE = "gongbao"
"""Name of the program as pip knows it."""

COPIES = {
    "requirements.lock": "requirements.lock",
    ".github/workflows/archive.yml": ".github/workflows/archive.yml",
    ".gitlab/archive.yml": ".gitlab-ci.yml",
}
"""What an archive takes from the program unchanged, and under which name."""

OPENING = re.compile(r"(?<=\n\n)((?:<span[^>]*>)?)[^\n#<-].*?(?:。|\.(?= ))")
"""The sentence with which ``about.md`` begins where nobody has said what the archive is called and what it holds.

Where a language has no translation of it, the mark that it is Chinese is before it.
"""

UNKNOWN_FOLDER = "gazette"
"""Name of the gazette's folder where that of the archive is no good for an address."""


class Start(Value, frozen=True):
    """What is known of an archive before it holds anything.

    None and the empty text mean that it is not known.
    """

    title: str
    """Name of the site."""
    publisher: str | None = None
    """Who publishes it."""
    region: str | None = None
    """Full administrative path of the gazette's region."""
    gazette: str | None = None
    """Title of the first gazette."""
    url: str | None = None
    """Address that the site is going to have."""
    language: str = CHINESE
    """One of :func:`~generator.words.catalogue.list_languages`."""


def start_archive(folder: Path, start: Start) -> str:
    """Write a new archive into a folder that is empty or does not exist.

    Returns the id of its first gazette. Raises :class:`~generator.errors.GazetteError` for a folder
    that holds something, and :class:`~generator.errors.WrongUse` for an address that can be none.
    """
    address = check_address(start.url, "--url") if start.url else None
    refuse_full(folder)
    id_ = folder.resolve().name
    id_ = UNKNOWN_FOLDER if refuse_name(id_) else id_
    with speaking(start.language):
        files = write_files_of(replace(start, url=address), id_)
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    vendor = folder / "vendor"
    vendor.mkdir()
    wheel = find_wheel()
    if wheel:
        shutil.copyfile(wheel, vendor / wheel.name)
    return id_


def refuse_full(folder: Path) -> None:
    """Refuse a folder that holds something, and what is no folder.

    Raises :class:`~generator.errors.GazetteError`.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        reason = f"{folder}: is not empty; a new archive needs a folder of its own"
        raise GazetteError(reason)


def write_files_of(start: Start, id_: str) -> dict[str, str]:
    """The files of a new archive by their names."""
    values = values_of(start, id_)
    files = {name: Template(_template(file)).substitute(values) for name, file in {
        "mkdocs.yml": "mkdocs.yml", "README.md": "README.md", f"issues/{id_}/{DESCRIPTION}": DESCRIPTION,
    }.items()}  # fmt: skip
    files |= {"Makefile": _template("Makefile"), ".gitignore": _template("gitignore")}
    copies = {
        name: (RESOURCES / source).read_text(encoding="utf-8") for source, name in COPIES.items()
    }
    texts = {
        "docs_src/about.md": write_about(start),
        "docs_src/accessibility.md": without_places(fixed_text("accessibility")),
    }
    return {**files, **copies, **texts}


def _template(name: str) -> str:
    """A template for those who keep the archive: in English where its language is not Chinese."""
    foreign = FOREIGN / name
    path = TEMPLATES / name if spoken().is_chinese or not foreign.is_file() else foreign
    return path.read_text(encoding="utf-8")


def values_of(start: Start, id_: str) -> dict[str, str]:
    """What is placed into the templates; a setting of which nothing is known is a remark there."""
    description = say("start.description", gazette=start.gazette) if start.gazette else ""
    known = {
        "site_name": start.title,
        "site_description": description,
        "site_author": start.publisher,
        "site_url": start.url,
        "title": start.gazette,
        "region": start.gazette and start.region,
    }
    written = {
        "site_description": examples.DESCRIPTION,
        "site_author": examples.PUBLISHER,
        "site_url": "https://gazettes.example.org/",
        "title": examples.GAZETTE,
        "region": start.region or examples.REGION,
    }
    quoted = {
        name: json.dumps(value or written.get(name, ""), ensure_ascii=False)
        for name, value in known.items()
    }
    marks = {f"{name}_mark": "" if value else "# " for name, value in known.items()}
    return {
        **quoted,
        **marks,
        "name": start.title,
        "language": start.language,
        "id": id_,
        "version": distribution(PACKAGE).version,
    }


def write_about(start: Start) -> str:
    """The page on the archive, with its name and that of its gazette."""
    text = without_places(fixed_text("about"))
    title = escape(start.title)
    held = escape(f"《{start.gazette}》") if start.gazette else ""
    opening = (
        say("start.about", title=title, gazette=held)
        if held
        else say("start.about_bare", title=title)
    )
    return OPENING.sub(lambda match: match[1] + opening, text, count=1)


def find_wheel() -> Path | None:
    """The wheel from which the program was installed.

    None unless pip remembers a file (PEP 610) and it is still there.
    """
    said = distribution(PACKAGE).read_text("direct_url.json")
    address = urlsplit(json.loads(said)["url"]) if said else None
    if address is None or address.scheme != "file" or not address.path.endswith(".whl"):
        return None
    path = Path(url2pathname(unquote(address.path)))
    return path if path.is_file() else None
