"""Both locks, installed by the Makefile into an empty environment with the oldest pip, as newer releases come out."""

import ensurepip
import json
import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

pytestmark = pytest.mark.slow

OLDEST_PIP = {(3, 11): "22.3", (3, 12): "23.2.1", (3, 13): "24.2", (3, 14): "25.2"}
"""The pip that the first release of each Python brings."""

NEWER = "9999"
"""A release of every package that came out after the locks were written."""

PROJECT = (
    "Makefile", "pyproject.toml", "mkdocs.yml", "requirements.lock", "requirements-dev.lock", "README.md", "LICENSE",
    "generator",
)  # fmt: skip
"""What the installation reads."""

IMPORT_ALL = """
import generator, importlib, pkgutil

for module in pkgutil.walk_packages(generator.__path__, "generator."):
    if not module.name.endswith(".__main__"):
        importlib.import_module(module.name)
"""


def locked(lock: Path) -> dict[str, str]:
    """Versions of the packages that a lock names for this Python and this system."""
    lines = (
        line.removesuffix("\\").strip() for line in lock.read_text(encoding="utf-8").splitlines()
    )
    pins = [Requirement(line) for line in lines if "==" in line and not line.startswith("#")]
    return {
        canonicalize_name(pin.name): str(pin.specifier).removeprefix("==")
        for pin in pins
        if not pin.marker or pin.marker.evaluate()
    }


def write_newer_release(registry: Path, name: str) -> None:
    """Offer a release of a package that has no dependencies and nothing in it."""
    plain = name.replace("-", "_")
    info = f"{plain}-{NEWER}.dist-info"
    wheel = registry / name / f"{plain}-{NEWER}-py3-none-any.whl"
    wheel.parent.mkdir(parents=True)
    with zipfile.ZipFile(wheel, "w") as packed:
        packed.writestr(
            f"{info}/METADATA", f"Metadata-Version: 2.1\nName: {name}\nVersion: {NEWER}\n"
        )
        packed.writestr(
            f"{info}/WHEEL", "Wheel-Version: 1.0\nRoot-Is-Purelib: true\nTag: py3-none-any\n"
        )
        packed.writestr(f"{info}/RECORD", "")
    (wheel.parent / "index.html").write_text(
        f'<a href="{wheel.name}">{wheel.name}</a>', encoding="utf-8"
    )


def write_python(path: Path, pip: str) -> None:
    """A Python whose new environments have this pip."""
    path.write_text(
        f'#!/bin/sh\n"{sys.executable}" "$@" || exit\n'
        f"for last; do :; done\n"
        f'case "$*" in *"-m venv"*) "$last/bin/python" -m pip install --quiet pip=={pip};; esac\n',
        encoding="utf-8",
    )
    path.chmod(0o755)


def finish(run: subprocess.Popen[str]) -> str:
    """What a run printed; a failure shows it."""
    printed = run.communicate()[0]
    assert run.returncode == 0, printed
    return printed


class Installation:
    """A copy of the project, and the environment that its Makefile makes there."""

    def __init__(self, folder: Path, registry: Path, python: Path) -> None:
        self.folder = folder
        self.environment = {
            **{
                name: value
                for name, value in os.environ.items()
                if not name.startswith(("MAKE", "MFLAGS", "COV_"))
            },
            "PIP_EXTRA_INDEX_URL": registry.as_uri(),
        }
        self.foreign = {"PIP_USER": "1", "PYTHONPATH": str(registry)}
        self.python_for_make = python

    def start(self, *command: str, **variables: str) -> subprocess.Popen[str]:
        """Start a command in the folder, with more variables in its environment."""
        environment = self.environment | variables
        return subprocess.Popen(
            command,
            cwd=self.folder,
            env=environment,
            text=True,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    def make(self, target: str) -> subprocess.Popen[str]:
        """Start make as somebody does whose variables are set for other projects."""
        return self.start("make", f"PYTHON={self.python_for_make}", target, **self.foreign)

    def python(self, *arguments: str) -> str:
        """What the Python of the environment prints."""
        return finish(self.start(".venv/bin/python", *arguments))

    def installed(self) -> dict[str, str]:
        """Versions of what is installed, but for the project itself."""
        quiet = ("--disable-pip-version-check", "list", "--format=json")
        listed = json.loads(self.python("-m", "pip", *quiet))
        return {
            canonicalize_name(one["name"]): one["version"]
            for one in listed
            if one["name"] != "gongbao"
        }

    def own(self) -> dict[str, str]:
        """Versions of what an empty environment brings."""
        brought = {"pip", "setuptools"}
        return {name: version for name, version in self.installed().items() if name in brought}

    def holds(self, versions: dict[str, str]) -> None:
        """Assert that exactly these are installed, that none lacks another, and that the whole program is imported."""
        assert self.installed() == versions
        self.python("-m", "pip", "check")
        self.python("-c", IMPORT_ALL)


@pytest.fixture
def installation(root: Path, tmp_path: Path) -> Iterator[Installation]:
    """The project before its first command, beside a registry with a newer release of everything."""
    folder, registry = tmp_path / "project", tmp_path / "registry"
    folder.mkdir()
    for name in PROJECT:
        copy = shutil.copytree if (root / name).is_dir() else shutil.copy
        copy(root / name, folder / name)
    for name in locked(root / "requirements-dev.lock"):
        write_newer_release(registry, name)
    (registry / "click.py").write_text(
        "raise ImportError('a click of another project')", encoding="utf-8"
    )
    write_python(tmp_path / "python", OLDEST_PIP.get(sys.version_info[:2], ensurepip.version()))
    yield Installation(folder, registry, tmp_path / "python")
    shutil.rmtree(folder)


@pytest.mark.registry
def test_the_lock_is_all_that_is_installed(installation: Installation) -> None:
    two_at_once = installation.make("ready"), installation.make("ready")
    assert "another run is setting up .venv" in "".join(map(finish, two_at_once))
    own = installation.own()
    assert own["pip"] == OLDEST_PIP.get(sys.version_info[:2], ensurepip.version())
    proposed = installation.python("-m", "pip", "install", "--dry-run", "--upgrade", "pygments")
    assert f"pygments-{NEWER}" in proposed.lower()
    installation.holds({**own, **locked(installation.folder / "requirements.lock")})


@pytest.mark.registry
@pytest.mark.release
def test_both_locks_are_all_that_is_installed(installation: Installation) -> None:
    finish(installation.make("dev-ready"))
    locks = (installation.folder / f"requirements{name}.lock" for name in ("", "-dev"))
    build, dev = map(locked, locks)
    installation.holds({**installation.own(), **build, **dev})
    installation.python("-m", "pytest", "--version")


def test_both_locks_name_the_same_versions(root: Path) -> None:
    build, dev = (locked(root / name) for name in ("requirements.lock", "requirements-dev.lock"))
    assert build.items() <= dev.items()
