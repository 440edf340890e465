"""The driver: what each run does, step after step; every step is another room's work.

read → link → settle → pages → site → exports → search → ledger; ``run_prove`` holds them against the sources
"""

from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, ExitStack, contextmanager, suppress
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from msgspec.structs import replace

from generator.archive import all_failures, cut_archive, read_archive
from generator.archive.clock import clock_of
from generator.archive.source_folder import SourceFolder
from generator.archive.text_apart import Texts
from generator.errors import AlreadySaid, GazetteError, NotAGazette
from generator.export import SERVED, build_exports, build_package, export_dcat, hold
from generator.feeds import build_feeds
from generator.model import Archive, Site
from generator.pages import Asset, Page, build_assets, build_pages
from generator.pages.index.indexes import make_registers
from generator.permanence import add_new_ids, describe_lost, refuse_conflicts
from generator.prove import Proof, choose_issues, find_outlet, held_by, prove_issues
from generator.publish.address import links_to, name_lacking, site_address, web_address
from generator.publish.builders import BUILDERS, MKDOCS
from generator.publish.bundles import Bundled, build_bundle, layout_of_part, lead_out
from generator.publish.exchange import take_place
from generator.publish.files import Changes, write_pages
from generator.publish.fixed_clock import fixed_clock
from generator.publish.identity import (
    name_unknown_language,
    name_unusable,
    read_site,
    supply_pages,
)
from generator.publish.kept.inputs import inputs_key, is_as_left, with_ledger
from generator.publish.kept.site_maker import Plan, SiteMaker
from generator.publish.kept.site_record import Holdings, SiteRecord, read_record, write_record
from generator.publish.layout import Layout
from generator.publish.mkdocs import run_mkdocs
from generator.publish.site_folder import (
    refuse_to_replace,
    write_data,
    write_database,
    write_pieces,
)
from generator.publish.turns import cache_beside, kept_beside, new_folder, real, take_turn
from generator.registers.changed_days import days_of
from generator.search import build_search
from generator.source import LEDGER
from generator.source.source_file import Sources
from generator.words.say import speaking
from generator.work import ALONE, NOWHERE, Crew, Shelves, Store, open_crew
from generator.work.listening import Ear, Voice

WAITING = "another run is at work; waiting for it to end"


def run_pages(issues: Path, layout: Layout, voice: Voice, *, strict: bool = False) -> None:
    """Read every issue and write the pages as Markdown."""
    with in_language_of(layout, voice), turn(voice, issues, layout.docs):
        archive = read_kept(issues, voice, strict=strict)
        make_pages(archive, layout, voice, SourceFolder(issues))
        remember(archive, issues, voice, strict=strict)


def run_build(  # noqa: PLR0913 - what the command line may say of a build
    issues: Path,
    layout: Layout,
    voice: Voice,
    *,
    strict: bool = False,
    lenient: bool = False,
    address: str | None = None,
    builder: str = MKDOCS,
    cached: bool = True,
    gather: Callable[[], AbstractContextManager[Crew]] = open_crew,
) -> Holdings:
    """Read every issue and build the site; what it holds.

    :param builder: the program that makes it of the pages, one of ``BUILDERS``
    :param cached: whether what an earlier build made is taken over where it cannot have changed
    :param gather: who does the work
    """
    refuse_to_replace(layout.site, issues, layout.docs, layout.config)
    address = site_address(layout, address)
    voice.say(*name_unusable(layout.config))
    with in_language_of(layout, voice), turn(voice, issues, layout.docs, layout.site):
        with suppress(FileNotFoundError):
            layout.docs.stat()  # a link that leads round in a circle is named before settings are
        supply_pages(layout)
        store = Store(cache_beside(issues) if cached else None)
        plan = Plan(layout, address, strict=not lenient)
        with gather() as crew, Texts(store) as texts:
            run = Run(issues, layout, Ear(voice), crew, store, texts)
            if builder == MKDOCS and plan.may_frame:
                return build_framed(run, plan, strict=strict)
            archive = read(issues, voice, strict=strict, crew=crew, store=store)
        make_pages(archive, layout, voice, SourceFolder(issues), read_site(layout.config, address))
        lost = describe_lost(archive, layout.site)
        with voice.busy("site"):
            warnings = build_site(
                archive, layout, strict=not lenient, address=address, builder=builder
            )
        voice.say(*lost)
        remember(archive, issues, voice, strict=strict)
    voice.say(*warnings, *name_lacking(layout, address))
    return holdings_of(archive)


class Run(NamedTuple):
    """A run of the program."""

    issues: Path
    layout: Layout
    voice: Ear
    crew: Crew
    store: Store
    texts: Texts


def build_framed(run: Run, plan: Plan, *, strict: bool) -> Holdings:
    """Make pages and site together, page by page; what the site holds.

    What the last build made is taken over as far as it was made of the same and is still what it was. The bytes are
    those of :func:`make_pages` and :func:`build_site`.
    """
    layout, voice, site = run.layout, run.voice, real(run.layout.site)
    before = read_record(run.store, site)
    inputs = inputs_key(
        run.issues, layout, plan.frame, plan.themes, (plan.address, strict, plan.strict)
    )
    known = with_ledger(inputs, run.issues)
    if known and known == before.inputs and is_as_left(before, layout):
        voice.say(Changes(kept=len(before.pages)).said_of(layout.docs))
        return before.holdings
    run.crew.get_ready(before.holdings.issues)
    archive = read(run.issues, voice, run.texts, strict=strict, crew=run.crew, store=run.store)
    lost = describe_lost(archive, layout.site)
    framed = frame_site(archive, run, plan, before)
    voice.say(*lost, *framed.warnings)
    settled = not voice.heard
    remember(archive, run.issues, voice, strict=strict)
    with_ids = with_ledger(inputs, run.issues)
    if with_ids == known and voice.heard:
        settled = False  # what could not be remembered is said each time
    record = replace(
        framed.record, inputs=with_ids if settled else "", holdings=holdings_of(archive)
    )
    write_record(run.store, site, record)
    run.store.sweep()
    voice.say(framed.changes.said_of(layout.docs), *name_lacking(layout, plan.address))
    return record.holdings


class Framed(NamedTuple):
    """A site that was made page by page."""

    record: SiteRecord
    changes: Changes
    warnings: Sequence[str]


def frame_site(archive: Archive, run: Run, plan: Plan, before: SiteRecord) -> Framed:
    """Make the pages of an archive and put the site of them in its place.

    :param before: what is known of the site that is there
    """
    layout, voice, moment, site = run.layout, run.voice, clock_of(archive), plan.site
    with new_folder(layout.staging, real(layout.site).name) as folder, fixed_clock(moment):
        maker = SiteMaker(plan, folder, before, run.crew, run.store.place("replaced"))
        with voice.busy("pages"):
            registers = make_registers(archive, site, SourceFolder(run.issues), run.texts)
            changes = maker.make_pages(registers, run.texts, run.issues.absolute(), moment)
            del registers  # nothing after the pages asks them
        with voice.busy("site"):
            links = links_to(layout, plan.address)
            maker.make_rest(days_of(archive))
            maker.put(build_exports(archive, links, run.texts))
            maker.put(export_dcat(archive, site, links))
            maker.put(build_feeds(archive, site, links, run.texts))
            maker.put(build_search(archive, SERVED, Shelves(run.store), run.texts, crew=run.crew))
            return Framed(maker.finish(), changes, maker.warnings)


def run_bundle(  # noqa: PLR0913 - what the command line may say of a bundle
    issues: Path,
    layout: Layout,
    voice: Voice,
    *,
    strict: bool = False,
    lenient: bool = False,
    part: str = "",
    address: str | None = None,
) -> tuple[Holdings, Path]:
    """Read every issue and build a bundle that opens by double click; what it holds, and the file.

    :param part: id of the gazette or the issue that it is of; empty for the whole archive
    :param address: where the whole archive is on the web; None for what ``mkdocs.yml`` says
    """
    address = web_address(layout, address)
    voice.say(*name_unusable(layout.config))
    written = (layout.docs, layout.site, layout.dist)
    with in_language_of(layout, voice), turn(voice, issues, *written), ExitStack() as used:
        whole = read_kept(issues, voice, strict=strict)
        archive = cut_archive(whole, part) if part else whole
        site = read_site(layout.config, address)
        bundled = Bundled(archive, site, clock_of(whole), part, address)
        if part:
            layout = used.enter_context(layout_of_part(layout))
        make_pages(archive, layout, voice, SourceFolder(issues), bundled.shown_site)
        if part:
            lead_out(layout.docs, address)
        with voice.busy("bundle"):
            path = build_bundle(bundled, layout, strict=not lenient)
        remember(whole, issues, voice, strict=strict)
    return holdings_of(archive), path


def run_data(
    issues: Path, layout: Layout, folder: Path, voice: Voice, *, strict: bool = False
) -> Holdings:
    """Read every issue and write the whole archive as data to a folder; what it holds."""
    links = links_to(layout, site_address(layout))
    store = Store(cache_beside(issues))
    with in_language_of(layout, voice), turn(voice, issues, folder):
        with open_crew() as crew, Texts(store) as texts:
            archive = read(issues, voice, texts, strict=strict, crew=crew, store=store)
            with voice.busy("data"):
                held = hold(archive, links, texts)
                write_pieces(build_package(held), folder, "data")
                write_database(held, folder / "gongbao.sqlite")
        remember(archive, issues, voice, strict=strict)
    return holdings_of(archive)


class Proven(NamedTuple):
    """What a run proved."""

    outlet: str
    """What was published: a site, a bundle, or nothing but what a build would publish."""
    proofs: tuple[Proof, ...]
    """Of each issue."""
    errors: tuple[NotAGazette, ...]
    """Sources that could not be read."""


def run_prove(
    issues: Path, layout: Layout, voice: Voice, wanted: Sequence[str] = (), site: Path | None = None
) -> Proven:
    """Prove that every printed character of some issues, or of all, is in what was published.

    :param wanted: ids of issues, or paths of sources
    :param site: a site or a bundle; None for the site of the project, or for none where there is none
    """
    with in_language_of(layout, voice):
        with open_crew() as crew:
            archive, errors = read_archive(issues, voice.progress, crew, kept_beside(issues))
        chosen = choose_issues(archive, issues, wanted)
        sources = SourceFolder(issues, chosen.alone)
        outlet = find_outlet(chosen, layout, site, sources)
        records = chosen.records if wanted else held_by(outlet, chosen.records)
        proofs = tuple(prove_issues(outlet, records, sources, chosen.whole))
    return Proven(outlet.name, proofs, () if wanted else errors)


def read(
    issues: Path,
    voice: Voice,
    texts: Texts | None = None,
    *,
    strict: bool = False,
    crew: Crew = ALONE,
    store: Store = NOWHERE,
) -> Archive:
    """Every issue: read, linked and settled under its permanent addresses.

    Says what could not be read or was not corrected; with ``strict`` that ends the run. Raises
    :class:`~generator.errors.GazetteError` when publishing would break an address.
    """
    archive, errors = read_archive(issues, voice.progress, crew, store, texts)
    failures = all_failures(archive, issues)
    voice.say(*map(str, (*errors, *failures)))
    if strict and (errors or failures):
        raise AlreadySaid(unreadable=bool(errors))
    refuse_conflicts(archive)
    clock_of(archive)  # a moment that nobody can date with ends the run here
    return archive


def read_kept(issues: Path, voice: Voice, *, strict: bool = False) -> Archive:
    """Every issue as :func:`read` gives it, with what earlier runs kept, by all processes that there are."""
    with open_crew() as crew:
        return read(issues, voice, strict=strict, crew=crew, store=Store(cache_beside(issues)))


def make_pages(
    archive: Archive,
    layout: Layout,
    voice: Voice,
    sources: Sources | None = None,
    site: Site | None = None,
) -> None:
    """Write the pages of an archive as Markdown, beside those that people wrote, and its sources if they are given.

    :param site: whose they are; None for what ``mkdocs.yml`` says
    """
    site = site or read_site(layout.config)
    with voice.busy("pages"):
        supply_pages(layout)
        files: Iterator[Page | Asset] = chain(
            build_pages(archive, site, sources), build_assets(archive, sources)
        )
        changes = write_pages(files, layout.docs)
    if site.whole is None:  # those of a part are in a folder that goes
        voice.say(changes.said_of(layout.docs))


def build_site(
    archive: Archive,
    layout: Layout,
    *,
    strict: bool = True,
    address: str | None = None,
    builder: str = MKDOCS,
) -> tuple[str, ...]:
    """Build the site from the pages on disk; the warnings that MkDocs gave, or another program.

    :param address: where the site is going to be, e.g. ``https://example.org/gazettes/``: for its
        sitemap, and for the page for what is not found, which is read at any depth; None for what
        ``mkdocs.yml`` says
    :param builder: the program that makes it of the pages, one of ``BUILDERS``

    Raises :class:`~generator.errors.GazetteError` when the program fails, with ``strict`` also for a
    warning; the last site is then as it was. Where it is a volume of its own it is brought up to
    date in place; an :class:`OSError` names then the file that could not be written, and the next
    build mends what this one left.
    """
    target = real(layout.site)
    with new_folder(layout.staging, target.name) as staging:
        with fixed_clock(clock_of(archive)):
            warnings = run_mkdocs(
                layout, staging,
                strict=strict, make=BUILDERS[builder], days=days_of(archive), site_url=address,
            )  # fmt: skip
        write_data(archive, read_site(layout.config), links_to(layout, address), staging)
        take_place(target, staging)
    return warnings


def holdings_of(archive: Archive) -> Holdings:
    """How much an archive holds."""
    return Holdings(len(archive.publications), len(archive.issues), len(archive.documents))


def remember(archive: Archive, issues: Path, voice: Voice, *, strict: bool = False) -> None:
    """Add new ids to the ledger.

    Where nothing may be written, the same ids come out of the same issues again. With ``strict`` a
    run fails whose ids are remembered nowhere.
    """
    try:
        new = add_new_ids(issues, archive)
    except GazetteError as error:
        if strict:
            raise
        voice.say(str(error))
    else:
        voice.say(*[f"{issues / LEDGER}: {new} new ids; commit it with the issues"] if new else [])


@contextmanager
def in_language_of(layout: Layout, voice: Voice) -> Iterator[None]:
    """Say everything to readers in the language of the site; warn where it has no words."""
    voice.say(*name_unknown_language(layout.config))
    with speaking(read_site(layout.config).language):
        yield


@contextmanager
def turn(voice: Voice, issues: Path, *written: Path) -> Iterator[None]:
    """Be the only run that is at work on these folders.

    Say so where that means to wait for another one. Beside a folder of issues that is not there
    nothing is made: its name may be a slip.
    """
    paths = (issues, *written) if issues.is_dir() else written
    with take_turn(*paths, waiting=lambda folder: voice.say(f"{folder}: {WAITING}")):
        yield
