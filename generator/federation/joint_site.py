"""The driver of an index over several archives: read what they publish, join it, make pages and search, show them."""

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path
from typing import Any, NamedTuple, Protocol

from generator.archive.clock import clock_of
from generator.errors import AlreadySaid, GazetteError, describe
from generator.export import File
from generator.federation.foreign_catalog import ForeignCatalog, read_catalog
from generator.federation.joining import Joined, group_by_year, join_archives
from generator.federation.joint_data import export_federation
from generator.federation.joint_pages import (
    ABOUT,
    ARCHIVES,
    FEDERATION,
    joint_pages,
    written_pages,
)
from generator.federation.members import Member, find_members
from generator.model.codec import dump_yaml
from generator.pages.index.indexes import make_registers
from generator.pages.writing.addresses import GAZETTES, HOME, NUMBERS
from generator.publish.address import check_address
from generator.publish.fixed_clock import fixed_clock
from generator.publish.identity import read_site
from generator.publish.kept.site_maker import Plan, SiteMaker
from generator.publish.kept.site_record import SiteRecord
from generator.publish.layout import Layout
from generator.publish.site_folder import refuse_to_replace, write_files
from generator.publish.turns import may_hold, new_folder, real, take_turn, work_folder
from generator.search import Elsewhere, build_brief_search
from generator.words.say import say, speaking
from generator.work import ALONE, Crew, open_crew

KNOWN_BY = ("index.html", FEDERATION)
"""Files by which a folder is known as an index."""


class Listener(Protocol):
    """To whom a run reports how it goes on."""

    def say(self, *lines: str) -> None:
        """Hear lines that a person is to read."""

    def busy(self, what: str) -> AbstractContextManager[None]:
        """Hear that something takes a while."""


class Joint(NamedTuple):
    """How much an index is over."""

    archives: int
    gazettes: int
    issues: int
    documents: int


class Wanted(NamedTuple):
    """What an index is to be."""

    into: Path
    """Its folder."""
    address: str | None = None
    """That it is going to have."""
    title: str | None = None
    """What it is called; without one, what it is."""
    language: str = "zh"
    """Of its words."""
    strict: bool = False
    """Whether one archive that cannot be read ends the run."""
    publisher: str | None = None
    """Who is responsible for it."""
    contact: str | None = None
    """How they are reached: an address of mail or of the web, or other words."""


def run_federate(given: Sequence[str], wanted: Wanted, voice: Listener) -> Joint:
    """Make an index over archives that are published; what it is over.

    :param given: the archives, as :func:`~generator.federation.members.find_members` takes them

    An archive that cannot be read is said, and left out. Raises :class:`~generator.errors.GazetteError` where none is
    left; the last index is then as it was.
    """
    members = find_members(given, wanted.into)
    refuse_to_replace(wanted.into, *(member.root for member in members), known_by=KNOWN_BY)
    address = check_address(wanted.address, "--address") if wanted.address else None
    make_work(wanted.into)
    with speaking(wanted.language), take_turn(wanted.into, waiting=_say_waiting(voice)):
        joined = join_archives(read_catalogs(members, voice, strict=wanted.strict))
        if not joined.members:
            reason = "no archive could be read; the index is as it was"
            raise GazetteError(reason)
        make_site(joined._replace(address=address), wanted, voice)
    archive = joined.archive
    counts = len(archive.publications), len(archive.issues), len(archive.documents)
    return Joint(len(joined.members), *counts)


def make_work(into: Path) -> Path:
    """The folder for what is unfinished, beside the index.

    Raises :class:`~generator.errors.GazetteError` with the name of the index where there can be none.
    """
    work = work_folder(into)
    try:
        work.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GazetteError(f"{into}: cannot be made there: {describe(error)}") from error
    if not may_hold(work):
        raise GazetteError(f"{into}: cannot be made there: nothing can be written in {work}")
    return work


def _say_waiting(voice: Listener) -> Any:
    """What says that another run is at work in a folder."""
    return lambda folder: voice.say(f"{folder}: another run is at work; waiting for it to end")


def read_catalogs(
    members: Sequence[Member], voice: Listener, *, strict: bool
) -> Iterator[tuple[Member, ForeignCatalog]]:
    """What each archive publishes; one that cannot be read is said, and ends the run where that is wanted."""
    failed = False
    for member in members:
        try:
            yield member, read_catalog(member)
        except GazetteError as error:
            voice.say(str(error))
            failed = True
    if failed and strict:
        raise AlreadySaid(unreadable=True)


def make_site(joined: Joined, wanted: Wanted, voice: Listener) -> None:
    """Make the site of an index and put it in its place."""
    work = work_folder(wanted.into)
    moment = clock_of(joined.archive)
    with new_folder(work, real(wanted.into).name) as folder, open_crew() as crew:
        layout = lay_out(folder, wanted)
        registers = make_registers(joined.archive, read_site(layout.config))
        plan = Plan(layout, joined.address, strict=True)
        with fixed_clock(moment):
            maker = SiteMaker(plan, folder, SiteRecord(), crew)
            with voice.busy("pages"):
                maker.make_only(joint_pages(joined, registers), moment)
            with voice.busy("site"):
                maker.make_rest()
            maker.put(export_federation(joined, registers))
            with voice.busy("search"):
                maker.put(search_files(joined, crew))
            maker.finish()


def search_files(joined: Joined, crew: Crew = ALONE) -> Iterator[File]:
    """The files of the search across all archives."""
    elsewhere = {
        id_: Elsewhere(origin.folder, origin.end) for id_, origin in joined.origins.items()
    }
    return build_brief_search(joined.archive, elsewhere, group_by_year(joined.archive), crew)


def lay_out(folder: Path, wanted: Wanted) -> Layout:
    """A project for this run alone: its settings, and the pages that depend on nothing."""
    layout = Layout(config=folder / "mkdocs.yml", docs=folder / "pages", site=wanted.into)
    layout.docs.mkdir()
    layout.config.write_text(dump_yaml(settings(wanted)), encoding="utf-8")
    write_files(written_pages(), layout.docs)
    return layout


def settings(wanted: Wanted) -> dict[str, Any]:
    """The settings of MkDocs for an index."""
    return {
        "site_name": wanted.title or say("federation.name"),
        "site_description": say("federation.about"),
        "theme": {"language": wanted.language},
        "site_author": wanted.publisher,
        "extra": {
            "contact": wanted.contact,
            "generator": False,
            "query_hint": say("federation.placeholder"),
            "not_found_why": say("federation.not_found_why"),
            "not_found_search": say("federation.not_found_search"),
        },
        "nav": [
            {say("nav.home"): HOME},
            {say("federation.archives"): ARCHIVES},
            {say("nav.gazettes"): GAZETTES},
            {say("nav.years"): "archive/years/index.md"},
            {say("nav.issuers"): "archive/issuers/index.md"},
            {say("nav.numbers"): NUMBERS},
            {say("federation.about_title"): ABOUT},
        ],
    }
