"""``make bench-search``: what search costs at 5,000 documents, beside Pagefind's figures from the same run.

Bytes are those of what a query loads: of a file all, compressed with gzip as a server sends it; of a pack its part.
"""

import argparse
import gzip
import os
import random
import re
import resource
import shutil
import statistics
import subprocess
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from pathlib import Path
from urllib.parse import quote, unquote, urlsplit

from playwright.sync_api import Browser, Page, Request, sync_playwright

from generator.archive import read_archive
from generator.build import build_site
from generator.export import SERVED
from generator.model import Archive
from generator.pages import build_pages
from generator.publish import Layout, open_server, write_pages
from generator.publish.identity import supply_pages
from generator.search import FOLDER, build_search
from tests.search.oracle import CATEGORIES, Oracle
from tests.search.synthetic import synthetic_archive
from tests.serving import running
from tests.site.browser import find_browser

ROOT = Path(__file__).parents[2]
COMMON = ("工作", "加强组织领导", "人民政府办公室", "实施方案", "安全生产 监督管理", "通知")
"""Words that are in very many documents."""
FOUND = "document.querySelector('[data-count]') && !document.querySelector('#results > :first-child[aria-busy]')"
"""When a reader sees the answer: the count and the first result."""


def build_skeleton(folder: Path, real: Archive) -> Path:
    """A site with the real pages, whose index is then replaced."""
    shutil.copytree(ROOT / "docs_src", folder / "docs", ignore=shutil.ignore_patterns("archive"))
    write_pages(build_pages(real), folder / "docs")
    layout = Layout(
        config=ROOT / "mkdocs.yml", docs=folder / "docs", site=folder / "site", dist=folder / "dist"
    )
    supply_pages(layout)
    build_site(real, layout)
    return layout.site


def write_index(count: int, site: Path) -> dict[str, float]:
    """Build the index of a synthetic archive into a site; seconds and megabytes that it took, and its sizes."""
    archive = synthetic_archive(read_archive(ROOT / "tests/archive/issues")[0], count)
    before, start, cpu = peak(), time.perf_counter(), time.process_time()
    shutil.rmtree(site / FOLDER)
    sizes = {"texts": 0, "index": 0, "files": 0}
    for uri, data in build_search(archive, SERVED):
        path = site / uri
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
        sizes["texts" if "/t/" in uri else "index"] += len(data)
        sizes["files"] += 1
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = max(0.0, children.ru_maxrss / 1024 - before) * min(os.cpu_count() or 1, 4)
    return {
        **sizes,
        "seconds": time.perf_counter() - start,
        "cpu": time.process_time() - cpu + children.ru_utime + children.ru_stime,
        "megabytes": peak() - before + own,
    }


def peak() -> float:
    """Most memory that this process held, in megabytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a folder on this machine, on a server that gives parts of files."""
    with open_server(folder, 0) as server, running(server):
        yield server.address


def wait_until(page: Page, expression: str) -> None:
    """Ask the page until it says yes; ``wait_for_function`` would evaluate in the page, which its policy forbids."""
    until = time.monotonic() + 10
    while not page.evaluate(expression):
        if time.monotonic() > until:
            raise AssertionError(expression)
        page.wait_for_timeout(10)


class Meter:
    """Counts what a page loads of scripts and data."""

    def __init__(self, page: Page, site: Path) -> None:
        self.site, self.loaded, self.requests = site, 0, 0
        page.on("request", self.count)

    def count(self, request: Request) -> None:
        """Add a part of a file, or a file as gzip would send it."""
        path = unquote(urlsplit(request.url).path).lstrip("/")
        if path.startswith(("assets/scripts/search", "data/search/", "pagefind/")):
            part = re.fullmatch(r"bytes=(\d+)-(\d+)", request.headers.get("range", ""))
            data = (self.site / path).read_bytes()
            whole = len(data if data[:2] == b"\x1f\x8b" else gzip.compress(data, 6))
            self.loaded += int(part[2]) + 1 - int(part[1]) if part else whole
            self.requests += 1


def draw_queries(archive: Archive, each: int) -> dict[str, list[str]]:
    """Some queries of every category."""
    chance = random.Random(5)
    records = chance.sample(archive.documents, each)
    drawn = {
        name: [next(draw(record, chance)) for record in records]
        for name, draw in CATEGORIES.items()
    }
    drawn["title"] = [query[8:22] for query in drawn["title"]]
    return {**drawn, "common": list(COMMON)}


def ask(
    browser: Browser, address: str, site: Path, queries: list[str]
) -> list[tuple[int, int, int, float, float]]:
    """First and further use of a fresh reader: bytes, milliseconds; the further queries go through the box."""
    rows = []
    for place, query in enumerate(queries):
        context = browser.new_context()
        page = context.new_page()
        meter = Meter(page, site)
        start = time.perf_counter()
        page.goto(f"{address}search/?q={quote(query)}")
        wait_until(page, FOUND)
        cold_time = time.perf_counter() - start
        page.wait_for_timeout(80)
        cold, requests = meter.loaded, meter.requests
        meter.loaded = 0
        warm_time = page.evaluate(WARM, queries[(place + 1) % len(queries)])
        page.wait_for_timeout(80)
        rows.append((cold, meter.loaded, requests, warm_time, cold_time * 1000))
        context.close()
    return rows


WARM = """async (query) => {
  const form = document.querySelector('#query').form;
  document.querySelectorAll('[data-count]').forEach((old) => old.remove());
  form.q.value = query;
  const start = performance.now();
  form.requestSubmit();
  while (!(document.querySelector('[data-count]') && !document.querySelector('#results > :first-child[aria-busy]'))) {
    await new Promise((resolve) => setTimeout(resolve, 4));
  }
  return performance.now() - start;
}"""


def percentile(values: list[float], share: float) -> float:
    """The value below which a share of all lies."""
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def report(name: str, value: float, limit: float | None, unit: str) -> None:
    """One line of figures."""
    verdict = "" if limit is None else f"  limit {limit:g}  {'ok' if value <= limit else 'OVER'}"
    print(f"  {name:<44} {value:10.1f} {unit}{verdict}", flush=True)


def bench_own(browser: Browser, site: Path, archive: Archive, each: int) -> None:
    """Measure and print our figures for queries; the index is in the site."""
    rows = []
    with served(site) as address:
        for name, queries in draw_queries(archive, each).items():
            own = ask(browser, address, site, queries)
            rows += own if name != "common" else []
            print(
                f"  {name:<10} first use {statistics.median(row[0] for row in own) / 1000:6.1f} kB, "
                f"then {statistics.median(row[1] for row in own) / 1000:6.1f} kB, "
                f"{statistics.median(row[2] for row in own):.0f} requests, "
                f"{statistics.median(row[3] for row in own):.0f} ms"
            )
    first, then = [row[0] / 1000 for row in rows], [row[1] / 1000 for row in rows]
    report("first use, median", statistics.median(first), 120, "kB")
    report("first use, 95th percentile", percentile(first, 0.95), 250, "kB")
    report("further query, median", statistics.median(then), 70, "kB")
    report("further query, 95th percentile", percentile(then, 0.95), None, "kB")
    report(
        "answer of a further query, median", statistics.median(row[3] for row in rows), 150, "ms"
    )
    report(
        "page and answer of a first query, median",
        statistics.median(row[4] for row in rows),
        None,
        "ms",
    )


def bench_exactness(browser: Browser, site: Path, archive: Archive, count: int) -> None:
    """How often the documents found are those of a plain scan: at once, and when the texts were looked into."""
    oracle = Oracle(archive)
    fragments = list(oracle.fragments(11, count, 10))
    with served(site) as address:
        page = browser.new_page()
        meter = Meter(page, site)
        page.goto(f"{address}search/?q={quote('工作')}")
        wait_until(page, FOUND)
        answers, loaded = page.evaluate(FIND, fragments), meter.loaded
        settled = page.evaluate(SETTLE, fragments)
        page.wait_for_timeout(300)
        loaded = meter.loaded - loaded
        page.close()
    missing = [
        query
        for query, (ids, _) in zip(fragments, answers, strict=True)
        if oracle.find_blindly(query) - set(ids)
    ]
    report("queries with a document missing", len(missing), 0, f"of {count}")
    for when, found in (("at once", answers), ("in the background", settled)):
        right = [
            set(ids) == oracle.find_blindly(query)
            for query, (ids, _) in zip(fragments, found, strict=True)
        ]
        said = [exact for _, exact in found]
        wrong = sum(exact and not is_right for exact, is_right in zip(said, right, strict=True))
        report(f"counts that are right {when}", 100 * sum(right) / count, None, "%")
        report(f"counts said to be exact {when}", 100 * sum(said) / count, None, "%")
        report(f"of these wrong, {when}", wrong, 0, f"of {count}")
    report("loaded in the background, mean", loaded / 1000 / count, None, "kB")


FIND = """async (queries) => {
  const manifest = await gongbaoSearch.manifest();
  const answers = [];
  for (const query of queries) {
    const result = await gongbaoSearch.find(query);
    answers.push([result.order.map((item) => gongbaoSearch.idOf(manifest, item.document)), result.exact]);
  }
  return answers;
}"""

SETTLE = """async (queries) => {
  const search = gongbaoSearch;
  const manifest = await search.manifest();
  const answers = [];
  for (const query of queries) {
    const result = await search.find(query);
    const documents = result.order.map((item) => item.document);
    if (search.costOf(result, documents) <= search.UNASKED) { await search.prove(result, documents, () => true); }
    const exact = search.isProven(result, documents);
    search.leaveOut(result);
    answers.push([result.order.map((item) => search.idOf(manifest, item.document)), exact]);
  }
  return answers;
}"""


def write_for_pagefind(archive: Archive, folder: Path) -> None:
    """The documents as plain pages, which Pagefind indexes."""
    for record in archive.documents:
        path = folder / f"archive/{record.id}/index.html"
        path.parent.mkdir(parents=True)
        blocks = [
            getattr(block, "text", "") for part in record.document.parts for block in part.blocks
        ]
        text = "".join(f"<p>{block}</p>" for block in blocks)
        path.write_text(
            f"<!doctype html><html lang=zh><title>{record.document.title}</title><body><h1>"
            f"{record.document.title}</h1><p>{record.document.number}</p>{text}</html>",
            encoding="utf-8",
        )


def bench_pagefind(browser: Browser, archive: Archive, each: int) -> None:
    """Pagefind's figures for the same documents and queries; a sentence when it is not to be had."""
    npx = shutil.which("npx")
    if not npx:
        print("Pagefind: not measured, this machine has no npx (Node.js)")
        return
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_for_pagefind(archive, folder)
        start = time.perf_counter()
        run = subprocess.run(
            [npx, "--yes", "pagefind@1", "--site", str(folder)], capture_output=True, check=False
        )
        if run.returncode:
            print(
                "Pagefind: not measured:",
                run.stderr.decode(errors="replace").strip().splitlines()[-1:],
            )
            return
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        size = sum(
            file.stat().st_size for file in (folder / "pagefind").rglob("*") if file.is_file()
        )
        print("Pagefind")
        report("index with texts, a document", size / len(archive.documents) / 1000, None, "kB")
        report("building it", time.perf_counter() - start, None, "s")
        report("memory", memory, None, "MB")
        ask_pagefind(browser, folder, archive, each)


def ask_pagefind(browser: Browser, folder: Path, archive: Archive, each: int) -> None:
    """Bytes and right answers of Pagefind, each query by a fresh reader."""
    loads, right, asked = [], 0, 0
    (folder / "blank.html").write_text("<!doctype html><title>x</title>", encoding="utf-8")
    with served(folder) as address:
        for name, queries in draw_queries(archive, each).items():
            for query in queries if name != "common" else []:
                page = browser.new_context().new_page()
                meter = Meter(page, folder)
                page.goto(f"{address}blank.html")
                title = page.evaluate(PAGEFIND, query)
                asked, right = asked + 1, right + bool(title)
                loads.append(meter.loaded / 1000)
                page.context.close()
    report("first use, median", statistics.median(loads), None, "kB")
    report("first use, 95th percentile", percentile(loads, 0.95), None, "kB")
    report("queries with any result", 100 * right / asked, None, "%")


PAGEFIND = """async (query) => {
  const pagefind = await import('/pagefind/pagefind.js');
  const found = await pagefind.search(query);
  const first = await Promise.all(found.results.slice(0, 20).map((result) => result.data()));
  return first.length;
}"""


def main() -> None:
    """Run the measurements."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--documents", type=int, default=5000)
    parser.add_argument("--queries", type=int, default=40, help="of each category")
    parser.add_argument("--fragments", type=int, default=200, help="for exactness")
    parser.add_argument("--no-pagefind", action="store_true")
    given = parser.parse_args()
    real, _ = read_archive(ROOT / "tests/archive/issues")
    archive = synthetic_archive(real, given.documents)
    with tempfile.TemporaryDirectory() as name:
        site = build_skeleton(Path(name), real)
        bench_build(site, given.documents)
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(
                executable_path=find_browser(), args=["--no-sandbox"]
            )
            bench_own(browser, site, archive, given.queries)
            bench_exactness(browser, site, archive, given.fragments)
            if not given.no_pagefind:
                bench_pagefind(browser, archive, given.queries)
            browser.close()


def bench_build(site: Path, count: int) -> None:
    """Build the index in a process of its own and print what that took."""
    with ProcessPoolExecutor(1, get_context("spawn")) as alone:
        built = alone.submit(write_index, count, site).result()
    print(f"Gongbao, {count} documents")
    report("index, a document", built["index"] / count / 1000, 6.6, "kB")
    report("texts, a document", built["texts"] / count / 1000, None, "kB")
    report("files", built["files"], None, "")
    report("building it", built["seconds"], 15, "s")
    report("building it, processor time", built["cpu"], None, "s")
    report("memory added, all processes", built["megabytes"], 600, "MB")


if __name__ == "__main__":
    main()
