"""Somebody else's archive, from the wheel alone: made, filled, checked, published, packed, changed."""

import os
import re
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest
from bs4 import BeautifulSoup

from tests.site.web import read_web

NAME = "鹿鸣县政府公报文库"
SAID = {
    "--title": NAME,
    "--publisher": "鹿鸣县人民政府办公室",
    "--region": "某省某市鹿鸣县",
    "--gazette": "云溪市人民政府公报",
    "--url": "https://gazettes.example.org/luming/",
}


class Stranger:
    """Somebody who has the installed program, and works in a folder of their own."""

    def __init__(self, folder: Path, installed: Path) -> None:
        self.folder = folder
        self.environment = {
            **os.environ,
            "PYTHONPATH": str(installed),
            "PYTHONDONTWRITEBYTECODE": "1",
        }

    def run(self, *arguments: object, code: int = 0) -> str:
        """Run the program; its messages."""
        command = [sys.executable, "-m", "generator", *map(str, arguments)]
        done = subprocess.run(
            command,
            cwd=self.folder,
            env=self.environment,
            input="",
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == code, done.stderr
        return done.stderr

    def publish(self) -> list[str]:
        """Check, build and pack the archive; the addresses of its documents."""
        for command in (
            "check --strict",
            "build --strict",
            "permalinks --check",
            "bundle --strict",
        ):
            self.run(*command.split())
        pages = (self.folder / "site/archive").glob("*/*/*/[0-9]*/index.html")
        return sorted(
            page.parent.relative_to(self.folder / "site/archive").as_posix() for page in pages
        )


@pytest.fixture(scope="module")
def wheel(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    command = [
        sys.executable,
        "-m",
        "hatchling",
        "build",
        "--target",
        "wheel",
        "--directory",
        str(folder),
    ]
    subprocess.run(command, cwd=root, check=True, capture_output=True)
    (path,) = folder.glob("*.whl")
    return path


@pytest.fixture(scope="module")
def stranger(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Stranger:
    """A new archive with one issue, in a folder beside which there is nothing."""
    installed, folder = tmp_path_factory.mktemp("installed"), tmp_path_factory.mktemp("elsewhere")
    pip = [
        sys.executable,
        "-m",
        "pip",
        "install",
        "--quiet",
        "--no-deps",
        "--no-index",
        "--target",
        str(installed),
    ]
    subprocess.run([*pip, str(wheel)], check=True, capture_output=True)
    somebody = Stranger(folder, installed)
    assert (
        str(installed)
        in subprocess.run(
            [sys.executable, "-c", "import generator; print(generator.__file__)"],
            cwd=folder,
            check=True,
            env=somebody.environment,
            capture_output=True,
            text=True,
        ).stdout
    )
    somebody.run("new", "luming", *(word for pair in SAID.items() for word in pair))
    somebody.folder = folder / "luming"
    return somebody


@pytest.fixture(scope="module")
def published(stranger: Stranger, root: Path) -> Stranger:
    """The archive with its first issue, published."""
    stranger.run("add", root / "tests/fixtures/demo/2019-12.yml", "--yes")
    assert (stranger.folder / "issues/luming/2019-12.yml").exists()
    assert stranger.publish() == ["luming/2019/12/1", "luming/2019/12/2"]
    return stranger


def test_the_wheel_holds_one_copy_of_what_the_repository_holds(wheel: Path, root: Path) -> None:
    with zipfile.ZipFile(wheel) as packed:
        brought = "generator/resources/"
        names = {
            name.removeprefix(brought) for name in packed.namelist() if name.startswith(brought)
        }
        assert [
            name for name in names if packed.read(brought + name) != (root / name).read_bytes()
        ] == []
        words = {"languages/gongbao.pot", "languages/en.po", "pages/help.md"}
        ours = {"generator/py.typed", *(f"generator/words/{name}" for name in words)}
        assert ours <= set(packed.namelist())
    assert {
        "mkdocs.yml",
        "overrides/main.html",
        "docs_src/assets/styles/tokens.css",
        "docs_src/assets/scripts/words/en.js",
        "overrides/partials/words/en.html",
    } <= names
    made = ("docs_src/archive", "docs_src/n/", "docs_src/index", "docs_src/search", "issues")
    assert [name for name in names if name.startswith(made)] == []


def test_every_page_has_the_name_and_none_that_of_another_archive(
    published: Stranger, root: Path
) -> None:
    web = read_web(published.folder / "site", served=True)
    assert len(web.pages) > 30
    other = re.search(
        r"^site_name: (.+)$", (root / "mkdocs.yml").read_text(encoding="utf-8"), re.MULTILINE
    )
    assert other
    for page in (published.folder / "site").rglob("*.html"):
        soup = BeautifulSoup(page.read_bytes(), "lxml")
        brand = soup.select_one(".brand-name")
        assert soup.title
        assert NAME in soup.title.get_text(), page
        assert brand
        assert brand.get_text() == NAME, page
        assert other[1] not in soup.get_text().replace(NAME, ""), page
        assert "鹿鸣县人民政府办公室" in soup.select_one("footer").get_text(), page  # type: ignore[union-attr]


def test_nothing_is_claimed_that_nobody_said(published: Stranger) -> None:
    about = BeautifulSoup(
        (published.folder / "site/about/index.html").read_bytes(), "lxml"
    ).get_text()
    assert f"{NAME}收录《云溪市人民政府公报》。" in about
    assert "不是政府网站" not in about
    assert "反馈方式" not in about


def test_the_bundle_says_whose_it_is(published: Stranger) -> None:
    (path,) = (published.folder / "dist").glob("*.zip")
    assert path.name.startswith(f"{NAME}-")
    with zipfile.ZipFile(path) as packed:
        note = packed.read(f"{path.stem}/README.txt").decode("utf-8-sig")
        home = BeautifulSoup(packed.read(f"{path.stem}/data/index.html"), "lxml")
    assert note.startswith(f"{NAME}（离线版）\r\n")
    assert "整理发布：鹿鸣县人民政府办公室\r\n" in note
    assert home.title
    assert home.title.get_text() == NAME


def test_issues_come_and_go(published: Stranger, root: Path) -> None:
    second = published.folder / "issues/baiyu"
    second.mkdir()
    shutil.copy(root / "tests/fixtures/quiet/baiyu/2020-01.txt", second)
    assert published.publish() == ["baiyu/2020/1/1", "luming/2019/12/1", "luming/2019/12/2"]
    (published.folder / "issues/luming/2019-12.yml").unlink()
    assert "its issue is not in the archive any more" in published.run("build", code=1)
    with (published.folder / "issues/permalinks.yml").open("a", encoding="utf-8") as ledger:
        ledger.write("luming/2019/12:\n  withdrawn: 整期有误，待重新收入\n")
    assert published.publish() == ["baiyu/2020/1/1", "luming/2019/12/1", "luming/2019/12/2"]
    gone = (published.folder / "site/archive/luming/2019/12/1/index.html").read_text(
        encoding="utf-8"
    )
    assert "整期有误，待重新收入" in gone
    assert NAME in gone


def test_without_any_issue_the_site_stands(stranger: Stranger, tmp_path: Path) -> None:
    nobody = Stranger(tmp_path, Path(stranger.environment["PYTHONPATH"]))
    nobody.run("new", "empty", "--title", "空文库")
    nobody.folder = tmp_path / "empty"
    assert nobody.publish() == []
    home = BeautifulSoup((nobody.folder / "site/index.html").read_bytes(), "lxml")
    assert home.h1
    assert home.h1.get_text() == "空文库"
    assert "尚未收录公报" in home.get_text()
    assert home.select(".publisher") == []


def test_wrong_use_is_one_line(stranger: Stranger, tmp_path: Path) -> None:
    nobody = Stranger(tmp_path, Path(stranger.environment["PYTHONPATH"]))
    assert "a new archive needs a name: --title" in nobody.run("new", "x", code=2)
    (tmp_path / "x").mkdir()
    (tmp_path / "x/letter").write_text("mine", encoding="utf-8")
    assert nobody.run("new", "x", "--title", "文库", code=1).startswith(
        "x: is not empty; a new archive needs a folder"
    )
    assert nobody.run("build", code=1) == "mkdocs.yml: cannot be read: No such file or directory\n"


def test_its_makefile_does_it_all(stranger: Stranger, tmp_path: Path) -> None:
    nobody = Stranger(tmp_path, Path(stranger.environment["PYTHONPATH"]))
    nobody.run("new", "kuihua", "--title", "葵花文库")

    def make(*targets: str) -> str:
        program = f"GONGBAO={sys.executable} -m generator"
        done = subprocess.run(
            ["make", "--no-print-directory", program, *targets],  # noqa: S607
            cwd=tmp_path / "kuihua",
            env={
                name: value
                for name, value in nobody.environment.items()
                if not name.startswith("MAKE")
            },
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        assert done.returncode == 0, done.stderr
        return done.stdout + done.stderr

    listed = set(re.findall(r"^  make (\w+)", make(), re.MULTILINE))
    assert {"build", "check", "serve", "bundle"} <= listed
    make("check", "build", "bundle")
    make("check", "SINCE=")
    assert "there is no commit 1234567 in this clone" in make("check", "SINCE=1234567")
    sitemap = tmp_path / "kuihua/site/sitemap.xml"
    assert not sitemap.exists(), "there is none without an address"
    make("build", "SITE_URL=https://gazettes.example.org/kuihua")
    assert "https://gazettes.example.org/kuihua/" in sitemap.read_text(encoding="utf-8")
    assert (tmp_path / "kuihua/dist/葵花文库.zip").exists(), (
        "nothing is dated, and no date is made up"
    )
