"""Find the browsers of this machine for the tests; run as a script, install them where that is possible."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
PACKAGES = ("chromium", "fonts-noto-cjk")
ADVICE = "no Chromium found: install chromium or google-chrome, or set CHROMIUM to its path"

FIREFOX_NAMES = ("firefox-esr", "firefox")
FIREFOX_APPS = ("Firefox.app/Contents/MacOS/firefox",)
FIREFOX_PACKAGES = ("firefox-esr", "fonts-noto-cjk")
FIREFOX_ADVICE = (
    "no Firefox found, so nothing is tried in one: install firefox-esr or firefox, "
    "or set FIREFOX to its path"
)


def find_browser() -> str | None:
    """Path of a Chromium or Chrome: ``$CHROMIUM``, else the first of the usual names; None when there is none."""
    return _find("CHROMIUM", NAMES, APPS)


def find_firefox() -> str | None:
    """Path of a Firefox: ``$FIREFOX``, else the first of the usual names; None when there is none."""
    return _find("FIREFOX", FIREFOX_NAMES, FIREFOX_APPS)


def _find(variable: str, names: Sequence[str], apps: Sequence[str]) -> str | None:
    """The first program that is there: what a variable of the environment names, then the usual names."""
    named = [
        os.environ.get(variable, ""),
        *names,
        *(str(Path("/Applications", app)) for app in apps),
    ]
    return next((path for name in named if name and (path := shutil.which(name))), None)


def apt_prefix() -> list[str] | None:
    """The words before ``apt-get`` that let it install without asking; None when nothing does."""
    if not shutil.which("apt-get"):
        return None
    if os.geteuid() == 0:
        return []
    sudo = shutil.which("sudo")
    allowed = (
        sudo
        and subprocess.run([sudo, "-n", "true"], capture_output=True, check=False).returncode == 0
    )
    return [str(sudo), "-n"] if allowed else None


def install(*wanted: Sequence[str]) -> None:
    """Install Debian's packages, each group by itself: one that a system has not keeps no other away."""
    prefix = apt_prefix()
    if prefix is None:
        return
    groups = [["install", "-y", "-qq", "--no-install-recommends", *group] for group in wanted]
    for command in (["update", "-qq"], *groups):
        subprocess.run(
            [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", "apt-get", *command],
            check=False,
            stdout=sys.stderr,
        )


def main() -> str | None:
    """Bring the browsers there; why the tests cannot run, None where they can."""
    wanted = [
        packages
        for find, packages in ((find_browser, PACKAGES), (find_firefox, FIREFOX_PACKAGES))
        if not find()
    ]
    if wanted:
        install(*wanted)
    if not find_firefox():
        sys.stderr.write(f"make: {FIREFOX_ADVICE}\n")
    return None if find_browser() else f"make: {ADVICE}"


if __name__ == "__main__":
    sys.exit(main())
