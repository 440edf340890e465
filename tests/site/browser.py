"""Find the Chromium of this machine for the browser tests; run as a script, install it where that is possible."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
APPS = ("Google Chrome.app/Contents/MacOS/Google Chrome", "Chromium.app/Contents/MacOS/Chromium")
PACKAGES = ("chromium", "fonts-noto-cjk")
ADVICE = "no Chromium found: install chromium or google-chrome, or set CHROMIUM to its path"


def find_browser() -> str | None:
    """Path of a Chromium or Chrome: ``$CHROMIUM``, else the first of the usual names; None when there is none."""
    named = [os.environ.get("CHROMIUM", "")]
    apps = [str(Path("/Applications", app)) for app in APPS]
    return next(
        (path for name in (*named, *NAMES, *apps) if name and (path := shutil.which(name))), None
    )


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


def install_browser() -> None:
    """Install Debian's Chromium and a Chinese font."""
    prefix = apt_prefix()
    if prefix is None:
        return
    install = ["apt-get", "install", "-y", "-qq", "--no-install-recommends", *PACKAGES]
    for command in (["apt-get", "update", "-qq"], install):
        subprocess.run(
            [*prefix, "env", "DEBIAN_FRONTEND=noninteractive", *command],
            check=False,
            stdout=sys.stderr,
        )


if __name__ == "__main__":
    if not find_browser():
        install_browser()
    sys.exit(None if find_browser() else f"make: {ADVICE}")
